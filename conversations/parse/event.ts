/**
 * What has happened this month besides figures: the internal audit, its corrective action, the management review,
 * each with its date when it is said. "sẽ đánh giá", "chưa khắc phục" and "kế hoạch đánh giá" are no events.
 */
import { type IsoDate, monthOf, yearOf } from '../../domain/date.ts';
import { type DateContext, type DateReading, type DateSpan, dateAt } from './date/date.ts';
import { monthAt } from './date/period.ts';
import { doubtfulDays } from './event-day.ts';
import { DOING, type EventName, MARKS, type Mark, WHEN } from './event-words.ts';
import { endsOf, type Masked } from './figures/item.ts';
import type { Feature } from './figures/sense.ts';
import { VOCABULARY } from './figures/vocabulary.ts';
import { POLITENESS } from './filler.ts';
import { numberInSentence } from './number/sentence-number.ts';
import { isWord, type Token } from './text.ts';

export type { EventName } from './event-words.ts';

export interface EventReading {
  name: EventName;
  /** It has happened, it has not, or nothing is said of it. */
  done: boolean | undefined;
  date: DateReading;
}

interface Gathered {
  name: EventName | undefined;
  marks: Mark[];
  dates: DateSpan[];
  /** Words stand in it that are neither: it tells something else. */
  more: boolean;
}

interface Reader {
  tokens: readonly Token[];
  today: IsoDate;
  /** How dates are read anywhere, and where the words make them likely; both with the one year the message names. */
  plainly: DateContext;
  asked: DateContext;
  clauses: Gathered[];
}

/** Reads the events of a message; one entry an event named. */
export function readEvents(tokens: readonly Token[], today: IsoDate, masked: readonly Masked[] = []): EventReading[] {
  if (!tokens.some((_, at) => namesEvent(MARKS.match(tokens, at)?.meaning))) return [];
  const year = yearNamed(tokens);
  const plainly: DateContext = { today, asked: false, ...(year !== undefined && { year }) };
  const reader: Reader = { tokens, today, plainly, asked: { ...plainly, asked: true }, clauses: [blank()] };
  const ends = endsOf(masked, tokens.length);
  let at = 0;
  while (at < tokens.length) {
    const start = at;
    const end = ends[start] ?? 0;
    if (end > start) {
      reader.clauses.push(blank());
      at = end;
    } else at = step(reader, at);
  }
  const found: EventReading[] = [];
  for (const [index, clause] of reader.clauses.entries()) {
    if (clause.name === undefined) continue;
    const reading = eventOf(clause.name, { ...clause, dates: ownDates(clause, reader.clauses[index + 1]) }, today);
    const before = found.find((event) => event.name === reading.name);
    if (before === undefined) found.push(reading);
    else Object.assign(before, combined(before, reading));
  }
  return found;
}

const isEvent = (meaning: Mark | undefined): meaning is EventName =>
  meaning === 'audit' || meaning === 'correction' || meaning === 'review';

const namesEvent = (meaning: Mark | undefined): boolean => meaning === 'assessment' || isEvent(meaning);

const blank = (): Gathered => ({ name: undefined, marks: [], dates: [], more: false });

/** "họp xem xét rồi, ngày 5/10": a clause of nothing but a date dates the event before it. */
const ownDates = (clause: Gathered, next: Gathered | undefined): readonly DateSpan[] =>
  clause.dates.length === 0 && next?.name === undefined && next?.marks.length === 0 && !next.more
    ? next.dates
    : clause.dates;

const combined = (before: EventReading, after: EventReading): EventReading => ({
  name: before.name,
  done: after.done ?? before.done,
  date: after.date.kind === 'none' ? before.date : after.date,
});

/** The year said with "năm" or in a full date, if the message names just one. */
function yearNamed(tokens: readonly Token[]): number | undefined {
  const years = new Set<number>();
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'digits' || !/^20\d\d$/.test(token.raw)) continue;
    const before = tokens[at - 1];
    if (isWord(before, 'nam') || before?.base === '/' || before?.base === '-' || before?.base === '.')
      years.add(Number(token.raw));
  }
  const [only] = years;
  return years.size === 1 ? only : undefined;
}

/** Reads one date or word and returns the index after it. */
function step(reader: Reader, at: number): number {
  const { tokens, today, clauses } = reader;
  const token = tokens[at];
  const current = clauses.at(-1) ?? blank();
  const asked = token !== undefined && mayBeDate(token) && (current.name !== undefined || current.marks.length === 0);
  const date =
    dateAt(tokens, at, reader.plainly) ??
    monthSpan(tokens, at, today) ??
    (asked ? dateAt(tokens, at, reader.asked) : undefined);
  const word = MARKS.match(tokens, at);
  if (
    date !== undefined &&
    !(current.name === 'correction' && isCounted(tokens, date)) &&
    date.next > (word?.next ?? 0)
  ) {
    const dates = doubtfulDays(tokens, date, today);
    current.dates.push(dates === undefined ? date : { ...date, reading: { kind: 'several', dates } });
    return date.next;
  }
  if (word !== undefined) {
    mark(reader, current, isYetToCome(reader, current, at) ? 'later' : word.meaning, word.next);
    return word.next;
  }
  const times = current.name === 'audit' ? timesAt(tokens, at) : undefined;
  if (times !== undefined) return times;
  if (token?.kind === 'line' || token?.base === ',' || token?.base === ';' || token?.base === '.')
    endClause(clauses, current);
  // "…, ngày 14/10/2026: 2 kph nhẹ": the day is the event's, and what it found is not
  if (token?.base === ':' && current.name === undefined && current.dates.length > 0) endClause(clauses, current);
  if (token?.base === '?') current.marks.push('ask');
  // "Thời gian: 17/9/2021", a line of a report
  if (isWord(token, 'thoi') && isWord(tokens[at + 1], 'gian', 'diem')) return at + 2;
  if (current.name === 'audit' && findsAt(tokens, at)) current.marks.push('found');
  if ((token?.kind === 'word' || token?.kind === 'digits') && !isWord(token, 'ngay', 'vao', 'hom', 'la', 'luc'))
    current.more ||= POLITENESS.match(tokens, at) === undefined;
  return at + 1;
}

/** "2 lần", "01 cuộc": how often it was held says nothing else. @returns the index behind it */
function timesAt(tokens: readonly Token[], at: number): number | undefined {
  const number = tokens[at]?.kind === 'digits' ? numberInSentence(tokens, at) : undefined;
  return number?.value !== undefined && isWord(tokens[number.next], 'lan', 'cuoc', 'dot') ? number.next + 1 : undefined;
}

/** "tháng 12 mới đánh giá", said in November. */
const isYetToCome = ({ tokens, today }: Reader, { dates }: Gathered, at: number): boolean => {
  const last = dates.at(-1);
  return isWord(tokens[at], 'moi') && last?.next === at && isAhead(last.reading, today);
};

/** "đánh giá nội bộ có 2 điểm không phù hợp": only an audit that was held has findings to be counted. */
function findsAt(tokens: readonly Token[], at: number): boolean {
  // a mere list of findings may be that of a plan, or of last year
  if (!isWord(tokens[at - 1], 'co', 'ra', 'thay')) return false;
  const number = numberInSentence(tokens, at);
  const word = number?.value === undefined ? undefined : VOCABULARY.match(tokens, number.next)?.meaning;
  return word?.kind === 'label' && word.features.some((one) => FINDINGS.includes(one));
}

const FINDINGS: readonly Feature[] = ['nonconformity', 'minor', 'major', 'recommendation', 'observation'];

/** "khắc phục 2/3 lỗi": two of three, and no day of March. */
const isCounted = (tokens: readonly Token[], { start, next }: DateSpan): boolean =>
  tokens[start]?.kind === 'digits' &&
  Number(tokens[start]?.raw) <= Number(tokens[start + 2]?.raw) &&
  isWord(tokens[next], 'loi', 'kph', 'diem', 'khuyen', 'kn', 'luu', 'muc', 'noi') &&
  !isWord(tokens[start - 1], 'ngay', 'hom');

/** In an event's clause "thứ sáu" and "ngày 5" are dates, "17.9" and "1-2" need the word ngày. */
const mayBeDate = ({ kind, base }: Token): boolean => kind === 'word' && DATE_WORDS.has(base);

const DATE_WORDS = new Set(['thu', 'ngay', 'hom', 'mung', 'mong', 'ram', 'cuoi', 'dau']);

/** "tháng 9 đánh giá nội bộ": the month may stand first. */
function monthSpan(tokens: readonly Token[], at: number, today: IsoDate): DateSpan | undefined {
  const month = monthAt(tokens, at, today);
  return month === undefined ? undefined : { reading: { kind: 'month', ...month.found }, start: at, next: month.next };
}

function endClause(clauses: Gathered[], current: Gathered): void {
  if (current.name !== undefined || current.marks.length + current.dates.length > 0) clauses.push(blank());
}

function mark(reader: Reader, current: Gathered, meaning: Mark, next: number): void {
  const { tokens, clauses } = reader;
  if (meaning === 'assessment') {
    if (standsAlone(tokens, next)) mark(reader, current, 'audit', next);
  } else if (meaning === 'split') endClause(clauses, current);
  else if (meaning === 'day_unknown') clauses.findLast(({ name }) => name !== undefined)?.marks.push(meaning);
  else if (isEvent(meaning)) {
    if (current.name === undefined) current.name = meaning;
    else clauses.push({ ...blank(), name: meaning });
  } else if (meaning !== 'not_done' || denies(tokens, next, current.name !== undefined)) current.marks.push(meaning);
}

/**
 * Whether a "không" denies the event: it stands right before it, or after it with nothing more to say. "đánh giá nội
 * bộ không có lỗi" has been held.
 */
function denies(tokens: readonly Token[], from: number, after: boolean): boolean {
  let at = from;
  for (;;) {
    if (namesEvent(MARKS.match(tokens, at)?.meaning)) return !after;
    const doing = DOING.match(tokens, at) ?? POLITENESS.match(tokens, at);
    if (doing === undefined) break;
    at = doing.next;
  }
  const token = tokens[at];
  if (!after) return false;
  if (token === undefined || token.kind === 'line' || MARKS.match(tokens, at)?.meaning === 'split') return true;
  return token.kind === 'sign' && token.base !== '?';
}

function eventOf(
  name: EventName,
  { marks, dates }: { marks: readonly Mark[]; dates: readonly DateSpan[] },
  today: IsoDate,
): EventReading {
  const has = (wanted: Mark): boolean => marks.includes(wanted);
  if (has('ask') || (has('paper') && dates.length === 0)) return { name, done: undefined, date: { kind: 'none' } };
  if (has('not_done') || has('later')) return { name, done: false, date: { kind: 'none' } };
  const date = chosen(dates);
  if (date.kind === 'future') return { name, done: undefined, date };
  const isOpen = date.kind === 'several' && date.dates.some((day) => day > today);
  if (isOpen && !has('done')) return { name, done: undefined, date };
  // "tháng 12 đánh giá nội bộ" in November is rather a plan
  const held = has('done') || (name === 'audit' && has('found')) || (dates.length > 0 && !isAhead(date, today));
  // "đánh giá rồi mà em quên ngày": the day is to be looked up
  const unknown = has('day_unknown') && date.kind === 'none';
  return { name, done: held ? true : undefined, date: unknown ? { kind: 'several', dates: [] } : date };
}

const isAhead = (date: DateReading, today: IsoDate): boolean =>
  date.kind === 'month' && orderOf(date.year ?? yearOf(today), date.month) > orderOf(yearOf(today), monthOf(today));

const orderOf = (year: number, month: number): number => year * 12 + month;

/** The date of the event: a day beats a month, and two days are asked about. */
function chosen(dates: readonly DateSpan[]): DateReading {
  const days = dates.filter(({ reading }) => reading.kind !== 'month');
  const [first] = days.length > 0 ? days : dates;
  if (first === undefined) return { kind: 'none' };
  const named = new Set(days.flatMap(({ reading }) => (reading.kind === 'date' ? [reading.date] : [])));
  return named.size > 1 ? { kind: 'several', dates: [...named] } : first.reading;
}

/** Nothing after "đánh giá" says what was assessed ("đánh giá rồi", not "đánh giá công chức"). */
function standsAlone(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return true;
  const said = MARKS.match(tokens, at)?.meaning;
  return (
    (said !== undefined && said !== 'paper') || (POLITENESS.match(tokens, at) ?? WHEN.match(tokens, at)) !== undefined
  );
}
