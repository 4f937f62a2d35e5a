/**
 * Dates as officials type them, day before month: "17/9", "30.9.26", "ngày 5 tháng 9", "hôm qua", "thứ sáu tuần
 * trước". A year that is not said is the latest past one, because what is reported has happened. Dates that do not
 * exist are named as such, lunar days and missing days are asked for; nothing is rounded to a likely date.
 */
import { type IsoDate, isoDate, monthOf, weekday, yearOf } from '../../../domain/date.ts';
import { withoutPoliteness } from '../filler.ts';
import { Lexicon } from '../lexicon.ts';
import { numberAt } from '../number/number-at.ts';
import { signsOf } from '../number/number-words.ts';
import { isWord, MESSAGE_LENGTH_MAX, type Token, tokenise } from '../text.ts';
import { numericDateAt } from './numeric-date.ts';
import { type At, monthAt } from './period.ts';
import { relativeDateAt, weekdayAt } from './relative-date.ts';
import { type SpokenDate, spokenDateAt } from './written-date.ts';

export { readMonth, readQuarter, readYear } from './period.ts';

export type DateReading =
  | { kind: 'date'; date: IsoDate }
  /** No such day: `text` is what was written ("31/9"). */
  | { kind: 'impossible'; text: string }
  /** The day is missing. */
  | { kind: 'month'; month: number; year?: number }
  /** The month is missing ("ngày 5"). */
  | { kind: 'day'; day: number }
  /** "mùng 5 tháng 8", "rằm tháng 7": to be asked whether it is lunar. */
  | { kind: 'lunar'; day: number; month: number }
  | { kind: 'future'; date: IsoDate }
  /** The weekday said is not that of the date. */
  | { kind: 'mismatch'; date: IsoDate; weekday: number }
  /** Several days it could be: "thứ sáu" on a Friday, "tuần trước", two dates in one answer. */
  | { kind: 'several'; dates: IsoDate[] }
  | { kind: 'none' };

export interface DateSpan {
  reading: DateReading;
  start: number;
  next: number;
}

export interface DateContext {
  today: IsoDate;
  /** A date was asked for: "17.9", "17-9" and "17092021" are dates, which elsewhere they need not be. */
  asked: boolean;
  /** Year to prefer for a date without one, when another date of the same message names it. */
  year?: number;
}

/** The date expression that begins at token `at`, if any. */
export function dateAt(tokens: readonly Token[], at: number, context: DateContext): DateSpan | undefined {
  if (!mayBegin(tokens[at])) return undefined;
  const span = weekdayFirst(tokens, at, context) ?? plainDateAt(tokens, at, context);
  return span === undefined ? undefined : { ...span, start: at };
}

const FIRST_WORDS = new Set(
  (
    'ngay ng hom bua mung mong ram dau giua cuoi thang t thu chu chua cn sang chieu trua toi dem hqua hnay homqua homnay tuan cach mai nay ' +
    'thg thangs tahng thnag'
  ).split(' '),
);

/** Only digits, number words and a few others begin a date; this is asked of every word of every message. */
function mayBegin(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return (
    token.kind === 'digits' || (token.kind === 'word' && (FIRST_WORDS.has(token.base) || signsOf(token).length > 0))
  );
}

type Span = Omit<DateSpan, 'start'>;

function plainDateAt(tokens: readonly Token[], at: number, context: DateContext): Span | undefined {
  const relative = relativeDateAt(tokens, at, context);
  if (relative !== undefined) return relativeSpan(relative, context.today);
  const spoken = spokenDateAt(tokens, at, context) ?? numericDateAt(tokens, at, context);
  if (spoken !== undefined) return weekdayLast(tokens, { reading: settle(spoken.found, context), next: spoken.next });
  const month = context.asked ? monthAt(tokens, at, context.today) : undefined;
  return month === undefined ? undefined : { reading: { kind: 'month', ...month.found }, next: month.next };
}

function relativeSpan({ found, next }: At<IsoDate[]>, today: IsoDate): Span {
  const [only, other] = found;
  if (only === undefined || other !== undefined) return { reading: { kind: 'several', dates: found }, next };
  return { reading: past(only, today), next };
}

/** "thứ hai ngày 17/9": the weekday must be that of the date; alone it is the latest one past. */
function weekdayFirst(tokens: readonly Token[], at: number, context: DateContext): Span | undefined {
  const named = weekdayAt(tokens, at);
  if (named === undefined) return undefined;
  let next = named.next;
  while (tokens[next]?.base === ',' || tokens[next]?.base === '(' || tokens[next]?.base === '-') next += 1;
  const date = spokenDateAt(tokens, next, context) ?? numericDateAt(tokens, next, { ...context, asked: true });
  if (date === undefined) return undefined;
  const solar = settle({ ...date.found, lunar: false }, context);
  // "thứ hai mùng 9 tháng 11": the weekday tells of which calendar the day is
  const told = date.found.mung === true && solar.kind === 'date' && weekday(solar.date) === named.found;
  const reading = told ? solar : settle(date.found, context);
  if ((reading.kind === 'date' || reading.kind === 'future') && weekday(reading.date) !== named.found) {
    return { reading: { kind: 'mismatch', date: reading.date, weekday: named.found }, next: date.next };
  }
  return { reading, next: date.next };
}

/** "15/9/2026 (thứ Ba)": the weekday said behind a date must be its own as well. */
function weekdayLast(tokens: readonly Token[], span: Span): Span {
  const { reading, next } = span;
  const opened = tokens[next]?.base === '(' || tokens[next]?.base === ',' ? 1 : 0;
  const named = reading.kind === 'date' || reading.kind === 'future' ? weekdayAt(tokens, next + opened) : undefined;
  if (named === undefined || !('date' in reading) || isWord(tokens[named.next], 'tuan')) return span;
  if (weekday(reading.date) === named.found) return { reading, next: named.next };
  return { reading: { kind: 'mismatch', date: reading.date, weekday: named.found }, next: named.next };
}

const past = (date: IsoDate, today: IsoDate): DateReading =>
  date > today ? { kind: 'future', date } : { kind: 'date', date };

/** Gives a written date its year, and finds out whether it exists and has come. */
function settle(spoken: SpokenDate, context: DateContext): DateReading {
  const { day, month, year, text } = spoken;
  // years are counted by the solar calendar, so that "mùng 3 tháng 3 năm 2017" is a day of it
  const solar = spoken.mung === true && year !== undefined;
  if (spoken.lunar && !solar && day !== undefined && month !== undefined) return { kind: 'lunar', day, month };
  if (month === undefined) return day === undefined ? { kind: 'impossible', text } : { kind: 'day', day };
  if (spoken.wrong) return { kind: 'impossible', text };
  if (day === undefined) return { kind: 'month', month, ...(year !== undefined && { year }) };
  if (year !== undefined) {
    const date = isoDate(year, month, day);
    return date === undefined ? { kind: 'impossible', text } : past(date, context.today);
  }
  return latestPast(day, month, context) ?? { kind: 'impossible', text };
}

/**
 * The latest past day and month. 29/2 is only looked for this year and last, since nobody reports what is older
 * without saying the year.
 */
function latestPast(day: number, month: number, { today, year }: DateContext): DateReading | undefined {
  if (year !== undefined) {
    const named = isoDate(year, month, day);
    if (named !== undefined && named <= today) return { kind: 'date', date: named };
  }
  const thisYear = yearOf(today) - (month > monthOf(today) ? 1 : 0);
  const date = isoDate(thisYear, month, day);
  if (date === undefined) return undefined;
  if (date <= today) return { kind: 'date', date };
  const before = isoDate(thisYear - 1, month, day);
  return before === undefined ? undefined : { kind: 'date', date: before };
}

/** Every date expression of a message, in order. */
export function datesIn(tokens: readonly Token[], context: DateContext): DateSpan[] {
  const spans: DateSpan[] = [];
  let at = 0;
  while (at < tokens.length) {
    const span = dateAt(tokens, at, context);
    if (span !== undefined) spans.push(span);
    at = span?.next ?? at + 1;
  }
  return spans;
}

/**
 * The date a message names, for an event reported on `today`. Several different dates in one message are `several`;
 * the same date twice is one.
 */
export function readDate(text: string, today: IsoDate): DateReading {
  return dateOf(tokenise(text.slice(0, MESSAGE_LENGTH_MAX)), today);
}

/** `readDate` for tokens already cut. */
export function dateOf(tokens: readonly Token[], today: IsoDate): DateReading {
  const spans = datesIn(tokens, { today, asked: true });
  const [first] = spans;
  if (first === undefined) return { kind: 'none' };
  const dates = spans.flatMap(({ reading }) => (reading.kind === 'date' ? [reading.date] : []));
  if (new Set(dates).size > 1) return { kind: 'several', dates };
  const odd = spans.find(({ reading }) => reading.kind !== 'date');
  const other = odd === undefined ? dayBefore(tokens, first) : undefined;
  if (other !== undefined) return { kind: 'several', dates: [other, ...dates] };
  if (odd === undefined && isVague(tokens, first)) return { kind: 'several', dates: [...new Set(dates)] };
  return odd?.reading ?? first.reading;
}

const VAGUE = [
  'khoang',
  'tam',
  'chung',
  'truoc',
  'sau',
  'den',
  'tu',
  'hinh',
  'gan',
  'chac',
  'phai',
  'ngoai',
  'dinh',
  'kien',
  'se',
  'nho',
];

/** What was to be held on a day and was not. */
const PUT_OFF = new Lexicon<true>([
  [
    'hoãn|hoãn lại|dời|dời lại|dời sang|dời tới|dời qua|lùi lại|không làm|chưa làm|chưa đánh giá|chưa tổ chức|chưa họp|chưa xong|' +
      'chưa thực hiện|chưa diễn ra|chưa tới|chưa đến',
    true,
  ],
]);

/** What follows a date that is only remembered, or asked back. */
const HEDGES = new Lexicon<true>([
  [
    'thì phải|hay sao|hay sao á|hay sao ấy|hay gì|hay gì á|hay gì đó|gì á|gì ấy|chắc vậy|chắc thế|nhỉ|hả|phải không|phải ko|phải k|đúng không|đúng ko|đúng k|không|ko|gì đó',
    true,
  ],
]);

/** Whether the message ends, at `next`, in words that leave what was just said in doubt: "thì phải", "phải không". */
export function trailsOff(tokens: readonly Token[], next: number): boolean {
  const hedge = HEDGES.match(tokens, next);
  return hedge !== undefined && withoutPoliteness(tokens.slice(hedge.next)).length === 0;
}

/** "khoảng 17/9", "trước ngày 17/9", "không phải 17/9", "17/9?", "17/9 thì phải" name a day and do not say it was that one. */
function isVague(tokens: readonly Token[], { start, next }: DateSpan): boolean {
  if (tokens.some((token, at) => token.base === '?' || token.base === '~' || PUT_OFF.match(tokens, at) !== undefined))
    return true;
  if (trailsOff(tokens, next)) return true;
  if (tokens.slice(0, start).some((token, at) => isWord(token, 'khong', 'ko', 'k') && isWord(tokens[at + 1], 'phai')))
    return true;
  return tokens.slice(Math.max(0, start - 2), start).some((token) => isWord(token, ...VAGUE));
}

/** "17, 18/9", "hai, ba tháng mười": another day of the same month, before the date. */
function dayBefore(tokens: readonly Token[], { start, reading }: DateSpan): IsoDate | undefined {
  const link = tokens[start - 1];
  const day = tokens[start - 2];
  const before = day?.kind === 'digits' ? Number(day.raw) : numberAt(tokens, start - 2)?.value;
  const linked = link?.base === ',' || link?.base === '-' || link?.base === '&' || isWord(link, 'va', 'hay', 'hoac');
  if (!linked || before === undefined || reading.kind !== 'date') return undefined;
  return isoDate(yearOf(reading.date), monthOf(reading.date), before);
}
