/**
 * Commands, with or without slash and diacritics: "/baocao 2021", "bao cao", "tinh hinh thang 9", "ai chua nop". Only
 * a whole short message is a command; a sentence with figures is not one.
 */
import type { IsoDate, TimeOfDay } from '../../domain/date.ts';
import { normalise } from '../../domain/text.ts';
import { saysAway, saysBack } from './absence.ts';
import { readCalendarDay } from './calendar-day.ts';
import { type CommandName, phraseAt } from './command-phrases.ts';
import { type Rest, restAfter, UNDATED, YEAR_MIN } from './command-rest.ts';
import { type Compared, readCompared } from './compared.ts';
import type { SpanSaid } from './date/span-said.ts';
import { readDecision } from './decision.ts';
import { POLITENESS } from './filler.ts';
import { readOrganisation } from './organisation.ts';
import { readReceived } from './received.ts';
import { readSnooze } from './snooze-command.ts';
import { type Against, isStatus, namingWords, opensSpan, remindedWords } from './status-phrases.ts';
import { isWord, type Token, tokenise } from './text.ts';

export type { CommandName } from './command-phrases.ts';

export interface Command {
  name: CommandName;
  month?: number;
  quarter?: number;
  /** First and last month of several, both included: "6 tháng đầu năm". */
  months?: readonly [from: number, to: number];
  /** Several months that do not all follow one another, in order: "tháng 4, 6". */
  apart?: readonly number[];
  year?: number;
  /** What a month, quarter or year is compared with; the one before it where nothing is said. */
  against?: Against;
  /** What it is compared with by name. */
  other?: SpanSaid;
  /** The name of a unit, as typed. */
  unit?: string;
  time?: TimeOfDay;
}

/** Decisions carry days and numbers, which other commands do not. */
const DECISION_COMMANDS = { set_date: 'set_deadline', moved: 'move_deadline', waived: 'waive' } as const;

/** Beyond this a message is a sentence. */
const LENGTH_MAX = 120;
const WORDS_MAX = 20;

/** With its marks: "dung gui" without them may be "đúng, gửi". */
const STOP_SENDING = /^\s*\/?dừng\s+gửi(?:\s+đi)?[\s.!]*$/iu;

/** "xem" is polite before any other command ("cho xem tình hình"); before this one it asks for what was sent. */
const SEE_SENT = /^\s*\/?xem\s+(?:các\s+|cac\s+)?(?:thông|thong)\s*(?:báo|bao)[\s.!?]*$/iu;

/** Without marks the first word would be "chị", and politeness is passed over. */
const DIRECTIVES = /^\s*\/?chi\s+dao[\s.!?]*$/iu;

interface Opening {
  name: CommandName;
  next: number;
  slash: boolean;
  /** "Tải báo cáo": a file is asked for, no check-in. */
  file?: boolean;
  against?: Against | undefined;
}

/** "Báo cáo số /BC-UBND": a slash in the middle with no number before it waits for the clerk's, and names a document. */
function namesUnnumbered(tokens: readonly Token[]): boolean {
  const slash = tokens.findIndex(({ base }, at) => at > 0 && base === '/');
  const before = tokens.slice(0, Math.max(0, slash)).findLast(({ base }) => !['.', '…', '_', ':'].includes(base));
  return isWord(before, 'so') && tokens[slash + 1]?.kind === 'word';
}

function opening(tokens: readonly Token[], isFree: boolean): Opening | undefined {
  const slash = tokens[0]?.base === '/';
  let at = slash ? 1 : 0;
  while (!slash && tokens[at] !== undefined) {
    const polite = isWord(tokens[at], 'da', 'em', 'cho', 'xin', 'bot', 'alo', 'anh', 'chi', 'oi')
      ? POLITENESS.match(tokens, at)
      : undefined;
    if (polite === undefined && !isWord(tokens[at], 'cho', 'xem', 'hoi')) break;
    if (isWord(tokens[at], 'em') && isWord(tokens[at + 1], 'la')) break;
    at = polite?.next ?? at + 1;
  }
  const found = phraseAt(tokens, at);
  if (found === undefined) return isFree && opensSpan(tokens, at) ? { name: 'status', next: at, slash } : undefined;
  const file = found.name === 'report' && isWord(tokens[at], 'tai', 'xuat', 'in');
  return { name: found.name, next: found.next, slash, file, against: found.against };
}

/**
 * The command a message is, with its arguments; undefined for anything else. `today` decides "năm nay", "tháng trước".
 * @param isFree nothing else is open, so that "quý 3" is no answer, and whoever asks can tell whether there is a unit of
 *   the name that any words behind a question of status would be ("tình hình duc thuan")
 */
export function readCommand(text: string, today: IsoDate = UNDATED, isFree = false): Command | undefined {
  const source = normalise(text);
  // A day off is told with the name of the day and its document: longer than other commands.
  if (readCalendarDay(source, today) !== undefined) return { name: 'calendar_day' };
  if (readOrganisation(source, today) !== undefined) return { name: 'organisation' };
  const decision = readDecision(source, today);
  if (decision !== undefined) return { name: DECISION_COMMANDS[decision.kind] };
  if (readReceived(source) !== undefined) return { name: 'received' };
  if (text.length > LENGTH_MAX) return undefined;
  const tokens = tokenise(source);
  if (tokens.length > WORDS_MAX) return undefined;
  const snooze = readSnooze(tokens);
  if (snooze !== undefined) return snooze;
  if (STOP_SENDING.test(source)) return { name: 'stop_broadcast' };
  if (SEE_SENT.test(source)) return { name: 'broadcasts' };
  if (DIRECTIVES.test(source)) return { name: 'directives' };
  if (saysAway(source)) return { name: 'away' };
  if (saysBack(source)) return { name: 'back_at_work' };
  const compared = readCompared(tokens, today);
  if (compared !== undefined) return comparison(compared, source, isFree);
  if (namesUnnumbered(tokens)) return undefined;
  const start = opening(tokens, isFree);
  if (start === undefined) return undefined;
  const rest = restAfter(tokens, start, today, isFree);
  return rest === undefined ? undefined : withArguments(start, rest, source, isFree);
}

/**
 * Whether a check-in is asked for by the bare words for a report ("báo cáo tháng 10"), which whoever only reads says of
 * the report there is, and not by words for sending one.
 */
export function asksToSee(text: string): boolean {
  return opening(tokenise(normalise(text)), false)?.name === 'report';
}

/** "Tháng 10 so với tháng 9", of everything or of the unit named behind it. */
function comparison({ span, other, isSameLastYear, rest }: Compared, source: string, isFree: boolean) {
  const polite = rest.every((_, at) => POLITENESS.match(rest, at) !== undefined);
  const words = polite ? [] : namingWords(rest);
  const whose = unitFrom(words, source, isFree && words.length <= BARE_NAME_WORDS_MAX);
  if (whose === 'sentence') return undefined;
  const against = isSameLastYear ? { against: 'same_last_year' as const } : {};
  return { name: 'compare' as const, ...known(span), ...against, ...(other ? { other: known(other) } : {}), ...whose };
}

/** A span without a year that could not be told. */
const known = ({ year, ...span }: SpanSaid): SpanSaid =>
  year !== undefined && year >= YEAR_MIN ? { ...span, year } : span;

const UNIT_WORDS = [
  'xa',
  'phuong',
  'dac',
  'thi',
  'cum',
  'huyen',
  'so',
  'tinh',
  'ubnd',
  'don',
  'van',
  'thanh',
  'cua',
  'tai',
];

/** Longest name of a commune without its kind, in words: "báo cáo năm 2021 Đức Thuận". */
const BARE_NAME_WORDS_MAX = 4;

/** A unit's name begins with its kind; other words make the message a sentence, where it is not a command for sure. */
function unitFrom(words: readonly Token[], source: string, sure: boolean): { unit?: string } | 'sentence' {
  let from = 0;
  while (isWord(words[from], 'nam', 'thang', 'cua', 'tai', 'o', 'cho', 'ky', 'nay')) from += 1;
  const first = words[from];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return {};
  if (!sure && !isWord(first, ...UNIT_WORDS)) return 'sentence';
  // "Xã nào" asks a question of its own.
  const at = from + (isWord(words[from + 1], 'vi', 'phuong', 'xa') ? 2 : 1);
  if (!sure && isWord(words[at], 'nao')) return 'sentence';
  return { unit: source.slice(first.start, last.end) };
}

/** Desk work on one month: with the month said, the few words after it are a unit's name. */
const OF_A_MONTH: ReadonlySet<CommandName> = new Set(['review', 'return_month']);
/** Desk work on a month, a quarter or a year: whichever is said, the few words after it are a unit's name. */
const OF_A_STRETCH: ReadonlySet<CommandName> = new Set(['lock', 'unlock']);

/** Whether a stretch of time is said that makes the few bare words after it a unit's name. */
function isDated(name: CommandName, { month, quarter, months, year }: Rest): boolean {
  if (OF_A_STRETCH.has(name)) return [month, quarter, months, year].some((said) => said !== undefined);
  // A year asks for the report of a unit, so the few words after it are whose.
  return year !== undefined ? name === 'report' : month !== undefined && OF_A_MONTH.has(name);
}

/** Months that follow one another are a stretch. */
function monthsSaid({ months }: Rest): Pick<Command, 'months' | 'apart'> {
  const [from, to] = [months?.all[0], months?.all.at(-1)];
  if (!months || from === undefined || to === undefined) return {};
  return to - from + 1 === months.all.length ? { months: [from, to] } : { apart: months.all };
}

/** "Báo cáo năm": of the year that runs, which whoever answers knows. */
const isYearly = ({ words }: Rest): boolean => words.length === 1 && isWord(words[0], 'nam');

function withArguments(start: Opening, rest: Rest, source: string, isFree: boolean): Command | undefined {
  const dated = isDated(start.name, rest);
  const asks = isStatus(start.name);
  const said = start.name === 'remind' ? remindedWords(rest.words) : rest.words;
  const words = asks || OF_A_STRETCH.has(start.name) ? namingWords(said) : said;
  const named = (dated || (isFree && asks)) && words.length <= BARE_NAME_WORDS_MAX;
  const whose = unitFrom(words, source, start.slash || named);
  if (whose === 'sentence') return undefined;
  const { unit } = whose;
  // Behind a comma may stand a second question: whoever knows the units can tell.
  if (asks && !isFree && !start.slash && /[,;?]/.test(unit ?? '')) return undefined;
  // "Nhắc" alone says nobody.
  if (start.name === 'remind' && unit === undefined) return undefined;
  const month = rest.month?.month;
  const quarter = rest.quarter?.quarter;
  const dateSaid = rest.month?.year ?? rest.quarter?.year ?? rest.months?.year ?? rest.year;
  const year = dateSaid !== undefined && dateSaid >= YEAR_MIN ? dateSaid : undefined;
  const isStretch = rest.months !== undefined || quarter !== undefined;
  const name =
    start.name === 'report' && isStretch
      ? 'status'
      : start.name === 'report' &&
          (month !== undefined ||
            (year === undefined && unit === undefined && !start.slash && !start.file && !isYearly(rest)))
        ? 'check_in'
        : start.name;
  if ((name === 'help' || name === 'cancel' || name === 'whoami') && (month !== undefined || year !== undefined))
    return undefined;
  return {
    name,
    ...(month !== undefined && { month }),
    ...(quarter !== undefined && { quarter }),
    ...monthsSaid(rest),
    ...(start.against !== undefined && { against: start.against }),
    ...(year !== undefined && { year }),
    ...(unit !== undefined && { unit }),
  };
}
