/**
 * Dates written with numbers ("17/9", "30.9.26", "2021-09-17") or spoken out ("ngày 5 tháng 9 năm 2021", "mùng 3
 * tháng giêng", "ngày cuối tháng 9"). This file only takes them apart; `date` decides the year and whether they exist.
 */
import { type IsoDate, isoDate } from '../../domain/date.ts';
import { definite, readSigns, signsOf } from './number-words.ts';
import { type At, monthAt, yearBehind, yearFrom } from './period.ts';
import { isWord, type Token } from './text.ts';

export interface SpokenDate {
  day?: number;
  month?: number;
  year?: number;
  /** Said in a way that is usual for the lunar calendar. */
  lunar?: boolean;
  /** The numbers cannot be a day and a month. */
  wrong?: boolean;
  text: string;
}

interface Context {
  today: IsoDate;
  asked: boolean;
}

const textOf = (tokens: readonly Token[], at: number, next: number): string =>
  tokens
    .slice(at, next)
    .map((token, index) => (index > 0 && token.spaced ? ` ${token.raw}` : token.raw))
    .join('');

const MONTHS = 12;
const DAYS = 31;

/** "17/9", "17/9/2021", "17.9.21", "17-9-2021", "2021-09-17"; where a date was asked also "17.9", "17-9", "17092021". */
export function numericDateAt(tokens: readonly Token[], at: number, context: Context): At<SpokenDate> | undefined {
  const named = isWord(tokens[at], 'ngay', 'ng', 'hom') && tokens[at + 1]?.kind === 'digits' ? 1 : 0;
  const asked = context.asked || named === 1;
  // one number alone is a date only where one is asked for, and this is asked of every number
  if (!asked && tokens[at + 2]?.kind !== 'digits') return undefined;
  const chain = chainAt(tokens, at + named);
  if (chain === undefined) return undefined;
  const { parts, sep, next } = chain;
  const [first = '', second = '', third] = parts;
  const text = textOf(tokens, at + named, next);
  if (parts.length === 1) {
    const apart = asked ? spacedApart(tokens, at + named, context) : undefined;
    return apart ?? (named === 0 && asked ? compact(first, context, text, next) : undefined);
  }
  if (parts.length > 3) return undefined;
  if (first.length === 4) return isoShaped(parts, sep, context, text, next);
  if (third === undefined) return twoParts({ first, second, sep, asked, text, next, tokens }, context);
  const year = yearFrom(third, context.today);
  // "1.234.567" and "180/28/2" are no dates
  if (first.length > 2 || second.length > 2) return undefined;
  if (year === undefined) return asked && sep === '/' ? { found: { month: 1, wrong: true, text }, next } : undefined;
  return inCalendar(tokens, { found: dayMonth(first, second, year, text), next });
}

function dayMonth(first: string, second: string, year: number | undefined, text: string): SpokenDate {
  const day = Number(first);
  const month = Number(second);
  const wrong = day < 1 || day > DAYS || month < 1 || month > MONTHS;
  return { day, month, ...(year !== undefined && { year }), ...(wrong && { wrong }), text };
}

interface TwoParts {
  first: string;
  second: string;
  sep: string;
  asked: boolean;
  text: string;
  next: number;
  tokens: readonly Token[];
}

/** Day and month, or month and year. With "." or "-" they are a date only where one was asked for. */
function twoParts(parts: TwoParts, context: Context): At<SpokenDate> | undefined {
  const { first, second, sep, asked, text, next, tokens } = parts;
  if (first.length > 2 || tokens[next]?.base === '%') return undefined;
  if (second.length === 4) {
    const year = yearFrom(second, context.today);
    const month = Number(first);
    if (year === undefined || month < 1 || month > MONTHS || sep === '.') return undefined;
    return asked || sep === '/' ? { found: { month, year, text }, next } : undefined;
  }
  if (second.length > 2 || (sep !== '/' && !asked)) return undefined;
  const year = yearBehind(tokens, next, context.today);
  const unread = year !== undefined && year.found === undefined;
  const found = { ...dayMonth(first, second, year?.found, text), ...(unread && { wrong: true }) };
  // "208/210" and, where no date was asked, "40/45" are ratios
  if (found.wrong && !asked) return undefined;
  return inCalendar(tokens, { found, next: year?.next ?? next });
}

function isoShaped(
  parts: string[],
  sep: string,
  context: Context,
  text: string,
  next: number,
): At<SpokenDate> | undefined {
  const [first = '', second = '', third] = parts;
  const year = yearFrom(first, context.today);
  if (third === undefined || year === undefined || second.length > 2 || third.length > 2 || sep === ',')
    return undefined;
  return { found: dayMonth(third, second, year, text), next };
}

/** "17092021": eight digits where a date was asked, if they are one. */
function compact(digits: string, context: Context, text: string, next: number): At<SpokenDate> | undefined {
  if (digits.length !== 8) return undefined;
  const year = yearFrom(digits.slice(4), context.today);
  if (year === undefined) return undefined;
  const found = dayMonth(digits.slice(0, 2), digits.slice(2, 4), year, text);
  return isoDate(year, found.month ?? 0, found.day ?? 0) === undefined ? undefined : { found, next };
}

/** Day, month and year; one more tells that it is no date. */
const PARTS_MAX = 3;

/** Digits joined by one kind of separator, glued or with "/" spaced on both sides. */
function chainAt(tokens: readonly Token[], at: number): { parts: string[]; sep: string; next: number } | undefined {
  const first = tokens[at];
  if (first?.kind !== 'digits') return undefined;
  const parts = [first.raw];
  let sep = '';
  let next = at + 1;
  for (;;) {
    const sign = tokens[next];
    const digits = tokens[next + 1];
    if (sign === undefined || digits?.kind !== 'digits' || !'/.-'.includes(sign.base)) break;
    if (sep !== '' && sign.base !== sep) break;
    if (sign.base !== '/' && (sign.spaced || digits.spaced)) break;
    if (sign.base === '/' && sign.spaced !== digits.spaced) break;
    sep = sign.base;
    parts.push(digits.raw);
    next += 2;
    if (parts.length > PARTS_MAX) break;
  }
  return { parts, sep, next };
}

/** A day of the month in digits or words. */
function dayAt(tokens: readonly Token[], at: number): At<number> | undefined {
  const token = tokens[at];
  if (token?.kind === 'digits') {
    return token.raw.length <= 2 ? { found: Number(token.raw), next: at + 1 } : undefined;
  }
  for (const length of [3, 2, 1]) {
    const signs = tokens.slice(at, at + length).map((word) => signsOf(word));
    if (signs.length < length || signs.some((options) => options.length === 0)) continue;
    const reading = readSigns(definite(signs));
    if (reading !== undefined && 'value' in reading && reading.value <= DAYS)
      return { found: reading.value, next: at + length };
  }
  return undefined;
}

/** "ngày 5 tháng 9 (năm 2021)", "5 tháng 9", "mùng 3 tháng 8", "rằm tháng 7", "ngày cuối tháng 9", "đầu tháng 9". */
export function spokenDateAt(tokens: readonly Token[], at: number, context: Context): At<SpokenDate> | undefined {
  let from = at;
  const named = isWord(tokens[from], 'ngay', 'ng', 'hom');
  if (named) from += 1;
  if (isWord(tokens[from], 'mung', 'mong')) return lunarDay(tokens, at, from, context);
  if (isWord(tokens[from], 'ram')) return withMonth(tokens, at, from + 1, 15, true, context);
  if (named && isWord(tokens[from], 'dau', 'cuoi')) return edgeOfMonth(tokens, at, from, context);
  if (isWord(tokens[from], 'dau', 'giua', 'cuoi') && isWord(tokens[from + 1], 'thang')) {
    const month = monthAt(tokens, from + 1, context.today);
    return month === undefined
      ? undefined
      : { found: { ...month.found, text: textOf(tokens, at, month.next) }, next: month.next };
  }
  const reversed = isWord(tokens[from], 'thang') ? monthThenDay(tokens, at, context) : undefined;
  if (reversed !== undefined) return reversed;
  if (!named && !monthNear(tokens, from)) return undefined;
  const day = dayAt(tokens, from);
  if (day === undefined) return undefined;
  const whole = withMonth(tokens, at, day.next, day.found, false, context);
  if (whole !== undefined) return whole;
  const alone = named && context.asked && tokens[day.next]?.base !== '/' && tokens[from]?.kind === 'digits';
  const chained =
    tokens[day.next]?.kind === 'sign' && tokens[day.next + 1]?.kind === 'digits' && !tokens[day.next + 1]?.spaced;
  if (!alone || chained) return undefined;
  return { found: { day: day.found, text: textOf(tokens, at, day.next) }, next: day.next };
}

/** The word tháng stands behind a day of one, two or three words. */
function monthNear(tokens: readonly Token[], at: number): boolean {
  for (let ahead = 1; ahead <= 3; ahead += 1) if (isWord(tokens[at + ahead], 'thang', 't')) return true;
  return false;
}

function lunarDay(tokens: readonly Token[], at: number, from: number, context: Context): At<SpokenDate> | undefined {
  const day = dayAt(tokens, from + 1);
  if (day === undefined) return undefined;
  // "mùng 3/9"
  if (tokens[day.next]?.base === '/' && tokens[day.next + 1]?.kind === 'digits') {
    const month = Number(tokens[day.next + 1]?.raw);
    const next = day.next + 2;
    return { found: { day: day.found, month, lunar: true, text: textOf(tokens, at, next) }, next };
  }
  if (isWord(tokens[day.next], 'tet')) {
    const next = day.next + 1;
    return { found: { day: day.found, month: 1, lunar: true, text: textOf(tokens, at, next) }, next };
  }
  const whole = withMonth(tokens, at, day.next, day.found, true, context);
  if (whole !== undefined) return whole;
  return { found: { day: day.found, text: textOf(tokens, at, day.next) }, next: day.next };
}

const RELATIVE = ['truoc', 'qua', 'roi', 'vua', 'nay', 'toi', 'sau'];

function withMonth(
  tokens: readonly Token[],
  at: number,
  from: number,
  day: number,
  lunar: boolean,
  context: Context,
): At<SpokenDate> | undefined {
  if (isWord(tokens[from], 'thang') && isWord(tokens[from + 1], 'gieng', 'chap')) {
    const month = isWord(tokens[from + 1], 'gieng') ? 1 : MONTHS;
    return { found: { day, month, lunar: true, text: textOf(tokens, at, from + 2) }, next: from + 2 };
  }
  const month = monthAt(tokens, from, context.today);
  if (month === undefined) {
    const digits = tokens[from + 1];
    if (!isWord(tokens[from], 'thang') || digits?.kind !== 'digits') return undefined;
    return { found: { day, month: 1, wrong: true, text: textOf(tokens, at, from + 2) }, next: from + 2 };
  }
  // "2 tháng trước" is two months ago, "ngày 2 tháng trước" the second of the last month
  if (isWord(tokens[from + 1], ...RELATIVE) && !isWord(tokens[at], 'ngay', 'ng', 'hom', 'mung', 'mong'))
    return undefined;
  const year = month.found.year === undefined ? yearBehind(tokens, month.next, context.today) : undefined;
  const unread = year !== undefined && year.found === undefined;
  const next = year?.next ?? month.next;
  const wrong = day < 1 || day > DAYS || unread;
  const found = {
    day,
    ...month.found,
    ...(year?.found !== undefined && { year: year.found }),
    ...(lunar && { lunar }),
    ...(wrong && { wrong }),
    text: textOf(tokens, at, next),
  };
  return inCalendar(tokens, { found, next });
}

/** A date with the calendar named behind it, if any: "15/8 âm lịch", "mùng 1 tháng 9 dương lịch". */
function inCalendar(tokens: readonly Token[], { found, next }: At<SpokenDate>): At<SpokenDate> {
  const lunar = isWord(tokens[next], 'am', 'al');
  if (!lunar && !isWord(tokens[next], 'duong', 'dl')) return { found, next };
  const end = next + (isWord(tokens[next + 1], 'lich') ? 2 : 1);
  return { found: { ...found, lunar }, next: end };
}

/** "ngày cuối (cùng) (của) tháng 9", "ngày đầu (tiên) tháng 9". */
function edgeOfMonth(tokens: readonly Token[], at: number, from: number, context: Context): At<SpokenDate> | undefined {
  let next = from + 1;
  while (isWord(tokens[next], 'cung', 'tien', 'cua')) next += 1;
  const month = monthAt(tokens, next, context.today);
  if (month === undefined) return undefined;
  const text = textOf(tokens, at, month.next);
  const { month: number, year } = month.found;
  const last = [31, 30, 29, 28].find((day) => isoDate(year ?? 2001, number, day) !== undefined) ?? 28;
  const day = isWord(tokens[from], 'dau') ? 1 : last;
  return { found: { day, ...month.found, text }, next: month.next };
}

/** "tháng 9 ngày 17". */
function monthThenDay(tokens: readonly Token[], at: number, context: Context): At<SpokenDate> | undefined {
  const month = monthAt(tokens, at, context.today);
  if (month === undefined || !isWord(tokens[month.next], 'ngay')) return undefined;
  const day = tokens[month.next + 1];
  const after = tokens[month.next + 2];
  if (day?.kind !== 'digits' || day.raw.length > 2 || after?.base === '/' || isWord(after, 'thang')) return undefined;
  const next = month.next + 2;
  return { found: { day: Number(day.raw), ...month.found, text: textOf(tokens, at, next) }, next };
}

/** "17 9 2021", as typed on a number pad. */
function spacedApart(tokens: readonly Token[], at: number, context: Context): At<SpokenDate> | undefined {
  const [day, month, last] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (day?.kind !== 'digits' || month?.kind !== 'digits' || last?.kind !== 'digits') return undefined;
  if (day.raw.length > 2 || month.raw.length > 2 || last.raw.length !== 4) return undefined;
  const year = yearFrom(last.raw, context.today);
  if (year === undefined) return undefined;
  return { found: dayMonth(day.raw, month.raw, year, textOf(tokens, at, at + 3)), next: at + 3 };
}
