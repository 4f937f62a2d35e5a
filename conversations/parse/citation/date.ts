/**
 * The date of a document where it is written beside the code: "ngày 05/8/2021", "ngày 07 tháng 3 năm 2019",
 * "09.01.2021". A date that does not exist is taken up (it is not subject) but gives no date.
 */
import { addDays, type IsoDate, isoDate, yearOf } from '../../../domain/date.ts';
import { spokenDateAt } from './date-words.ts';
import { matchAt, words } from './text.ts';

export interface DateRead {
  readonly date: IsoDate | null;
  readonly start: number;
  readonly end: number;
}

const ISSUED = `(?:${words('ban hanh')}|${words('ky')}|${words('de')}|${words('ra')}|${words('lap')})`;
const DONE = `(?:(?:(?:${words('moi')}|${words('vua')}|${words('da')})\\s{1,3})?${ISSUED}\\s{1,3}(?:${words('vao')}\\s{1,3})?){0,2}`;
const WEEKDAY = `(?:(?:${words('thu')}\\s{1,2}(?:[2-7]|${['hai', 'ba', 'tu', 'nam', 'sau', 'bay'].map(words).join('|')})|${words('chu nhat')})[\\s,]{1,3})?`;
/** "ngày", "cùng ngày", "thứ tư ngày", "ký ngày", "ngày ban hành", "ngày mùng", "ng." before a date. */
const DAY = `${DONE}${WEEKDAY}(?:(?:(?:${words('cung')}|${words('deu')})\\s{1,2}){0,2}${words('ngay')}(?:\\s{1,2}(?:m[uo]ng|${ISSUED}))?|ng\\.|ng(?=\\s)|${words('hom')})`;
const NUMERIC =
  '(\\d{1,2})\\s{0,2}[/.–-]\\s{0,2}(\\d{1,2})(?:\\s{0,2}[/.–-]\\s{0,2}(\\d{4}|\\d{2})(?!\\d))?(?![\\d/]|[.-]\\d)';
const SPELT = `(\\d{1,2})\\s{0,3}${words('thang')}\\s{0,3}(\\d{1,2})(?:\\s{0,3}(?:${words('nam')}|[,/.-])?\\s{0,3}(\\d{4}))?(?!\\d)`;
/** "ngày" with nothing after it, or only a month, or a line left blank for the clerk: "ngày / /2021". */
const BLANK = `(?:${words('ngay')})\\s{0,8}(?:[.…_]{1,20}\\s{0,2}/\\s{0,2}[.…_]{1,20}(?:\\s{0,2}/\\s{0,2}(?:\\d{4}|[.…_]{1,20}))?|[.…_]{1,20}|/\\s{0,8}/\\s{0,4}(?:\\d{4})?|${words('thang')}[\\s.…_]{0,20}${words('nam')}(?:\\s{0,3}\\d{4})?|(?=(?:${words('ve')}|v/v)\\s))`;
const MONTH = `(?:${words('thang')})\\s{0,3}\\d{1,2}\\s{0,2}(?:[/.-]|${words('nam')})\\s{0,2}\\d{4}(?!\\d)`;

/** "; ngày: 09/01/2021": behind a semicolon only the label of a form is the document's; "; ngày 9/1 họp" is not. */
const LABEL = `[\\s;.]{0,6}(?:${words('ngay')})(?:\\s{1,2}${ISSUED})?\\s{0,2}[:=]`;
const LED = new RegExp(`(?:[\\s,(|]{0,6}${DAY}\\s{0,3}:?|${LABEL})\\s{0,3}(?:${SPELT}|${NUMERIC})`, 'y');
const BARE = new RegExp(`[\\s,;(|–-]{0,6}${DONE}(?:${SPELT}|${NUMERIC})`, 'y');
/** "báo cáo 33/BC-UBND hôm qua": the days nearest to the one it is told on. */
const NEAR_DAY = new RegExp(
  `[\\s,(]{0,6}${DONE}(?:${words('ngay')}\\s{1,2})?${words('hom')}\\s{1,2}(nay|qua|kia)(?![a-z])`,
  'y',
);
const DAYS_AGO: Readonly<Record<string, number>> = { nay: 0, qua: 1, kia: 2 };
/** "ngày 5/8/202": a year with a digit too few or too many dates nothing and must be asked about. */
const SLIPPED = `(?:${DAY}\\s{0,3}:?\\s{0,3})?\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{3}|\\d{5,6})(?!\\d)`;
const EMPTY = new RegExp(`[\\s,(]{0,6}(?:${BLANK}|${MONTH}|${SLIPPED})`, 'y');
/** "2026-08-05", as exported from a register. */
const REGISTER = new RegExp(`[\\s,;(]{0,6}(?:${DAY}\\s{0,3}:?\\s{0,3})?(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)`, 'y');
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
  /** Right behind a whole code ("45/KH-UBND 5/8") a day and a month are a date without any word for one. */
  readonly coded?: boolean;
}

/** "27/QĐ-UBND 5/8 hồ sơ" counts something. */
const COUNTED = /\s{0,3}(?:%|ho so|hs|thu tuc|tthc|truong hop|don\b|nguoi|diem)/y;
/** A day and a month may be written in any year but these two kinds of slip: "31/9", "15/13". */
const LEAP_YEAR = 2024;

/** Whether a date without its year can be one in some year. */
export const isDayOfYear = (day: number, month: number): boolean => isoDate(LEAP_YEAR, month, day) !== undefined;

function resolve(found: readonly (string | undefined)[], context: Context): IsoDate | null {
  const [day, month, year] = found[0] === undefined ? found.slice(3, 6) : found.slice(0, 3);
  if (day === undefined || month === undefined) return null;
  if (year !== undefined) return isoDate(fullYear(year), Number(month), Number(day)) ?? null;
  if (context.yearInCode !== null) return isoDate(context.yearInCode, Number(month), Number(day)) ?? null;
  if (context.today === undefined) return null;
  return latestPast(Number(day), Number(month), context.today) ?? null;
}

/** "45/KH-UBND 5/8": an existing day and month that count nothing; behind ";" or "-" they may be anything. */
function isBareDay(folded: string, at: number, found: RegExpExecArray): boolean {
  const [day, month] = found[1] === undefined ? [found[4], found[5]] : [found[1], found[2]];
  const isApart = /^[\s,]*\d{1,2}\/\d{1,2}$/.test(found[0]);
  return isApart && isDayOfYear(Number(day), Number(month)) && !matchAt(COUNTED, folded, at + found[0].length);
}

/** The date that begins at `at`, after "ngày" or, with a year, without it; undefined where none begins there. */
export function dateAt(folded: string, at: number, limit: number, context: Context): DateRead | undefined {
  const led = matchAt(LED, folded, at) ?? matchAt(BARE, folded, at);
  if (led && at + led[0].length <= limit) {
    const hasYear = led[3] !== undefined || led[6] !== undefined;
    const isLed = matchAt(LED, folded, at) !== null;
    const stands = isLed || hasYear || (context.coded === true && isBareDay(folded, at, led));
    if (stands) return { date: resolve(led.slice(1), context), start: at, end: at + led[0].length };
  }
  const register = matchAt(REGISTER, folded, at);
  if (register && at + register[0].length <= limit) {
    const [, year, month, day] = register.map(Number);
    return { date: isoDate(year ?? 0, month ?? 0, day ?? 0) ?? null, start: at, end: at + register[0].length };
  }
  const spoken = spokenDateAt(folded, at, (day, month) => resolve([String(day), String(month)], context));
  if (spoken && spoken.end <= limit) return { ...spoken, start: at };
  const near = context.today === undefined ? null : matchAt(NEAR_DAY, folded, at);
  if (near && context.today !== undefined) {
    const date = addDays(context.today, -(DAYS_AGO[near[1] ?? ''] ?? 0));
    return { date, start: at, end: at + near[0].length };
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
