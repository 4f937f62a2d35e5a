/**
 * The date of a document where it is written beside the code: "ngày 05/8/2021", "ngày 07 tháng 3 năm 2019",
 * "09.01.2021". A date that does not exist is taken up (it is not subject) but gives no date.
 */
import { type IsoDate, isoDate, yearOf } from '../../domain/date.ts';
import { matchAt, words } from './citation-text.ts';

export interface DateRead {
  readonly date: IsoDate | null;
  readonly start: number;
  readonly end: number;
}

const DAY = `(?:(?:${words('ban hanh')}|${words('ky')}|${words('de')}|${words('ra')})\\s{1,3}){0,2}(?:(?:${words('cung')}\\s{1,2})?${words('ngay')}|ng\\.|${words('hom')})`;
const NUMERIC =
  '(\\d{1,2})\\s{0,2}[/.-]\\s{0,2}(\\d{1,2})(?:\\s{0,2}[/.-]\\s{0,2}(\\d{4}|\\d{2})(?!\\d))?(?![\\d/]|[.-]\\d)';
const SPELT = `(\\d{1,2})\\s{0,3}${words('thang')}\\s{0,3}(\\d{1,2})(?:\\s{0,3}(?:${words('nam')}|[,/.-])?\\s{0,3}(\\d{4}))?(?!\\d)`;
/** "ngày" with nothing after it, or only a month, or a line left blank for the clerk: "ngày / /2021". */
const BLANK = `(?:${words('ngay')})\\s{0,8}(?:[.…_]{1,20}|/\\s{0,8}/\\s{0,4}(?:\\d{4})?|${words('thang')}[\\s.…_]{0,20}${words('nam')}(?:\\s{0,3}\\d{4})?|(?=(?:${words('ve')}|v/v)\\s))`;
const MONTH = `(?:${words('thang')})\\s{0,3}\\d{1,2}\\s{0,2}(?:[/.-]|${words('nam')})\\s{0,2}\\d{4}(?!\\d)`;

const LED = new RegExp(`[\\s,(]{0,6}${DAY}\\s{0,3}:?\\s{0,3}(?:${SPELT}|${NUMERIC})`, 'y');
const BARE = new RegExp(`[\\s,(–-]{0,6}(?:${SPELT}|${NUMERIC})`, 'y');
const EMPTY = new RegExp(`[\\s,(]{0,6}(?:${BLANK}|${MONTH})`, 'y');
const DIGITS = /(?<![a-z\d/.])\d{1,2}(?!\d)/g;
const WRITTEN = new RegExp(`(?:${SPELT}|${NUMERIC})`, 'y');
const LED_BY = new RegExp(`(?<![a-z\\d])${DAY}\\s{0,3}$`);
/** "ban hành ký ngày" with its spaces. */
const LED_REACH = 30;

/** Two-digit years below this are of this century; no document of the system is older than 1970. */
const CENTURY_TURN = 70;

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < CENTURY_TURN ? 2000 + year : 1900 + year;
}

/** The latest past day and month as of `today`; documents are cited after they are signed. */
function latestPast(day: number, month: number, today: IsoDate): IsoDate | undefined {
  const thisYear = isoDate(yearOf(today), month, day);
  if (thisYear !== undefined && thisYear <= today) return thisYear;
  return isoDate(yearOf(today) - 1, month, day);
}

interface Context {
  readonly today: IsoDate | undefined;
  readonly yearInCode: number | null;
}

function resolve(found: readonly (string | undefined)[], context: Context): IsoDate | null {
  const [day, month, year] = found[0] === undefined ? found.slice(3, 6) : found.slice(0, 3);
  if (day === undefined || month === undefined) return null;
  if (year !== undefined) return isoDate(fullYear(year), Number(month), Number(day)) ?? null;
  if (context.yearInCode !== null) return isoDate(context.yearInCode, Number(month), Number(day)) ?? null;
  if (context.today === undefined) return null;
  return latestPast(Number(day), Number(month), context.today) ?? null;
}

/** The date that begins at `at`, after "ngày" or, with a year, without it; undefined where none begins there. */
export function dateAt(folded: string, at: number, limit: number, context: Context): DateRead | undefined {
  const led = matchAt(LED, folded, at) ?? matchAt(BARE, folded, at);
  if (led && at + led[0].length <= limit) {
    const hasYear = led[3] !== undefined || led[6] !== undefined;
    const isLed = matchAt(LED, folded, at) !== null;
    if (hasYear || isLed) return { date: resolve(led.slice(1), context), start: at, end: at + led[0].length };
  }
  const empty = matchAt(EMPTY, folded, at);
  return empty ? { date: null, start: at, end: at + empty[0].length } : undefined;
}

/** The last date written inside [from, to), with "ngày" or with its year. */
export function lastDateIn(folded: string, from: number, to: number, context: Context): DateRead | undefined {
  let last: DateRead | undefined;
  for (const digits of folded.slice(from, to).matchAll(DIGITS)) {
    const at = from + digits.index;
    const found = at < (last?.end ?? from) ? null : matchAt(WRITTEN, folded, at);
    if (!found || at + found[0].length > to) continue;
    const hasYear = found[3] !== undefined || found[6] !== undefined;
    const before = folded.slice(Math.max(from, at - LED_REACH), at);
    const led = LED_BY.exec(before);
    if (!hasYear && !led) continue;
    const start = led ? at - (before.length - led.index) : at;
    last = { date: resolve(found.slice(1), context), start, end: at + found[0].length };
  }
  return last;
}
