/**
 * Deadlines as a công văn words them: "trước ngày 15/11", "chậm nhất ngày 20/11/2026", "trong tháng 3", "quý I", "chậm
 * nhất 30 ngày kể từ ngày đánh giá". What has no rule of ours (working days, a term from receipt) is proposed as a date
 * and marked as not sure; what cannot be read at all gives no deadline, and that is said too.
 */
import { addDays, dayOf, type IsoDate, isoDate, monthOf, weekday, yearOf } from '../../../domain/date.ts';
import type { DeadlineRule } from '../../../domain/deadline.ts';
import type { Trigger } from '../../../domain/directive.ts';
import type { CitationText } from '../citation/text.ts';

export interface SaidDeadline {
  /** Absent where the words are of a deadline but give none: "trước ngày 31/9". */
  deadline?: DeadlineRule;
  /** The words of the deadline, as written. */
  said: string;
  /** Owed only in this year: the date is written with it, or was reckoned from today. */
  year?: number;
  /** What a term is counted from, where that is an event we know. */
  trigger?: Trigger;
  unsure: boolean;
}

export interface DeadlineContext {
  today: IsoDate;
  /** The day the letter was signed, for terms counted from it. */
  signed?: IsoDate | undefined;
}

interface Found extends SaidDeadline {
  start: number;
  end: number;
}

const WEEKDAY = '(?:\\(?(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat)\\)?,? )?';
const TIME = '(?:(?<hour>\\d{1,2}) ?(?:h|g|gio|:) ?(?:\\d{2}(?!/))?(?: ?phut)?(?: sang| chieu)?,? ?)?';
const DATE =
  '(?:ngay ?)?(?<day>\\d{1,2})(?: ?[/.-] ?(?<month>\\d{1,2})(?: ?[/.-] ?(?<year>\\d{4}))?| thang (?<spoken>\\d{1,2})(?:(?: nam|/) ?(?<spokenYear>\\d{4}))?)(?![\\d/])';
const LATEST = '(?:cham nhat|muon nhat)(?: la)?:?';
const EXCLUSIVE = `(?:${LATEST} |hoan thanh |xong )?truoc(?! va| hoac)`;
const INCLUSIVE = [
  `${LATEST}(?: vao| trong| den het| den| het)?`,
  'truoc (?:va|hoac) (?:trong|vao)',
  '(?:den|toi) het',
  '(?:den|toi|trong|vao|het)(?= (?:\\d{1,2} ?(?:h|g|gio)|thu |ngay))',
  'han (?:cuoi|chot)(?: gui| nop| hoan thanh)?(?: la)?:?',
  '(?:thoi )?han (?:gui|nop|bao cao|hoan thanh|thuc hien)(?: bao cao| ve so)?(?: la| den)?:?',
  'khong (?:qua|muon hon|cham hon)',
].join('|');

const DATED = new RegExp(`(?<![a-z])(?:(?<exclusive>${EXCLUSIVE})|(?:${INCLUSIVE})) ${TIME}${WEEKDAY}${DATE}`, 'g');
/** "… trước ngày 15/6 và ngày 15/11": a second date under the same words. */
const SECOND = new RegExp(`^ ?(?:va|,) (?:truoc )?${DATE}`);
const MONTH = new RegExp(
  `(?<![a-z])(?:(?<exclusive>${EXCLUSIVE})|trong|vao|het|den het|${LATEST}(?: trong| vao| het)?) thang (?<month>\\d{1,2})(?:(?: nam|/| /) ?(?<year>\\d{4}))?(?![\\d/])`,
  'g',
);
const QUARTER = new RegExp(
  `(?<![a-z])(?:trong|vao|het|den het|cuoi|${LATEST}(?: trong| vao| het)?) quy (?<quarter>iv|iii|ii|i|[1-4])(?:(?: nam|/| /) ?(?<year>\\d{4}))?(?![a-z\\d])`,
  'g',
);
const TERM = new RegExp(
  `(?<![a-z])(?:${LATEST}|trong (?:vong|thoi han|thoi gian)|trong|khong qua|toi da|sau) (?<count>\\d{1,3}) ?(?:\\([^)]{1,20}\\) )?(?<unit>ngay|tuan|thang)(?![a-z])(?<working> lam viec)?(?:,? (?:ke )?(?:tu|sau) (?:khi |ngay |thoi diem )?(?<from>[^.;,()]{2,60}))?`,
  'g',
);
/** Words of a deadline none of the patterns could read. */
const HEDGE =
  /(?<![a-z])(?:truoc|cham nhat|muon nhat|thoi han|han cuoi|trong vong|den het)(?: la)?:? (?:ngay|thang|quy|tuan|cuoi|dau|\d)[^.;,]{0,40}|(?<![a-z])(?:dinh ky )?(?:hang|moi|tung) (?:thang|quy|tuan)(?![a-z])|(?<![a-z])(?:cuoi|dau|giua) (?:nam|quy|thang)(?![a-z])[^.;,]{0,20}/;
/** Before a date: the days figures are counted to, not the day something is due. */
const WINDOW = /(?:tinh|so lieu|chot)(?: tu)? ?$|tu (?:ngay )?[\d/.]{3,10} ?$/;

/** A year without 29 February: a yearly date must exist in each year. */
const ORDINARY_YEAR = 2027;
const MONTHS_OF_A_QUARTER = 3;
const DAYS_OF_A_WEEK = 7;
const DAYS_OF_A_MONTH = 30;
const FRIDAY = 5;
/** Longest term a rule after an event may have, as the directives of the house. */
const TERM_MAX = 366;

type Groups = Record<string, string | undefined>;

const numberIn = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

interface Day {
  day: number;
  month: number;
  year?: number | undefined;
}

function onDay({ day, month, year }: Day, exclusive: boolean, { today }: DeadlineContext): Omit<SaidDeadline, 'said'> {
  if (isoDate(ORDINARY_YEAR, month, day) === undefined) return { unsure: true };
  const deadline = { kind: 'fixed', day, month, exclusive } as const;
  const date = year === undefined ? undefined : isoDate(year, month, day);
  if (year === undefined || date === undefined) return { deadline, unsure: false };
  return { deadline, year, unsure: date < today };
}

const proposed = (date: IsoDate, context: DeadlineContext): Omit<SaidDeadline, 'said'> => ({
  ...onDay({ day: dayOf(date), month: monthOf(date), year: yearOf(date) }, false, context),
  unsure: true,
});

const lastOf = (month: number): number =>
  [31, 30, 29, 28].find((day) => isoDate(ORDINARY_YEAR, month, day) !== undefined) ?? 0;

/** Mondays to Fridays; the office's own days off are found when the day is resolved. */
function afterWorkingDays(from: IsoDate, count: number): IsoDate {
  let date = from;
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    if (weekday(date) <= FRIDAY) left -= 1;
  }
  return date;
}

function afterTerm(groups: Groups, context: DeadlineContext): Omit<SaidDeadline, 'said'> {
  const { count = '0', unit, working, from = '' } = groups;
  const days = Number(count) * (unit === 'tuan' ? DAYS_OF_A_WEEK : unit === 'thang' ? DAYS_OF_A_MONTH : 1);
  if (days < 1 || days > TERM_MAX) return { unsure: true };
  const isExact = unit !== 'thang' && working === undefined;
  if (/danh gia|ket thuc dgnb/.test(from) && !/van ban|bao cao/.test(from)) {
    return { deadline: { kind: 'after_event', days }, trigger: 'internal_audit', unsure: !isExact };
  }
  if (/thay doi|dieu chinh|mo rong|thu hep/.test(from)) {
    return { deadline: { kind: 'after_event', days }, trigger: 'scope_change', unsure: !isExact };
  }
  const isKnown = from === '' || /^(?:nhan|tiep nhan|ky|ban hanh|phat hanh|co hieu luc|cong van|van ban)/.test(from);
  if (!isKnown) return { unsure: true };
  const start = /^(?:ky|ban hanh|phat hanh)/.test(from) ? (context.signed ?? context.today) : context.today;
  return proposed(working === undefined ? addDays(start, days) : afterWorkingDays(start, days), context);
}

const QUARTERS = ['i', 'ii', 'iii', 'iv'];

function atQuarter({ quarter = '', year }: Groups, context: DeadlineContext): Omit<SaidDeadline, 'said'> {
  const at = QUARTERS.indexOf(quarter) + 1 || Number(quarter);
  const month = at * MONTHS_OF_A_QUARTER;
  return onDay({ day: lastOf(month), month, year: numberIn(year) }, false, context);
}

function atMonth({ month = '', year, exclusive }: Groups, context: DeadlineContext): Omit<SaidDeadline, 'said'> {
  const isBefore = exclusive !== undefined;
  const day = isBefore ? 1 : lastOf(Number(month));
  return onDay({ day, month: Number(month), year: numberIn(year) }, isBefore, context);
}

function atDate(groups: Groups, exclusive: boolean, context: DeadlineContext): Omit<SaidDeadline, 'said'> {
  const month = Number(groups.month ?? groups.spoken);
  const year = numberIn(groups.year ?? groups.spokenYear);
  return onDay({ day: Number(groups.day), month, year }, exclusive, context);
}

function matches(text: CitationText, pattern: RegExp, read: (groups: Groups) => Omit<SaidDeadline, 'said'>): Found[] {
  return [...text.folded.matchAll(pattern)]
    .filter(({ index }) => !WINDOW.test(text.folded.slice(Math.max(0, index - 30), index)))
    .map((match) => {
      const end = match.index + match[0].length;
      const said = text.written.slice(match.index, end).trim();
      return { ...read(match.groups ?? {}), said, start: match.index, end };
    });
}

/** A date that stands behind a first one under the same words. */
function secondOf(text: CitationText, first: Found, context: DeadlineContext): Found[] {
  const match = SECOND.exec(text.folded.slice(first.end));
  if (!match || first.deadline?.kind !== 'fixed') return [];
  const end = first.end + match[0].length;
  const said = text.written
    .slice(first.end, end)
    .replace(/^[\s,]*(?:và\s)?/u, '')
    .trim();
  return [{ ...atDate(match.groups ?? {}, first.deadline.exclusive, context), said, start: first.end, end }];
}

/** Every deadline of a sentence, in its order; words of one that could not be read come out without a rule. */
export function deadlinesIn(text: CitationText, context: DeadlineContext): SaidDeadline[] {
  const dated = matches(text, DATED, (groups) =>
    atDate(groups, groups.exclusive !== undefined && groups.hour === undefined, context),
  );
  const all = [
    ...dated,
    ...dated.flatMap((first) => secondOf(text, first, context)),
    ...matches(text, TERM, (groups) => afterTerm(groups, context)),
    ...matches(text, MONTH, (groups) => atMonth(groups, context)),
    ...matches(text, QUARTER, (groups) => atQuarter(groups, context)),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const apart = all.filter((each, at) => !all.slice(0, at).some((before) => each.start < before.end));
  if (apart.length > 0) return apart.map(({ start: _start, end: _end, ...said }) => said);
  const hedge = HEDGE.exec(text.folded);
  if (!hedge || WINDOW.test(text.folded.slice(Math.max(0, hedge.index - 30), hedge.index))) return [];
  return [{ said: text.written.slice(hedge.index, hedge.index + hedge[0].length).trim(), unsure: true }];
}

/** Whether the words say that it comes round every year. */
export const saysYearly = (folded: string): boolean =>
  /(?<![a-z])(?:(?:hang|moi|tung) nam|thuong nien|dinh ky nam)(?![a-z])/.test(folded);
