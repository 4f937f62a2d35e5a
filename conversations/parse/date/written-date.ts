/**
 * Dates written with numbers ("17/9", "30.9.26", "2021-09-17") or spoken out ("ngày 5 tháng 9 năm 2021", "mùng 3
 * tháng giêng", "ngày cuối tháng 9"). This file only takes them apart; `date` decides the year and whether they exist.
 */
import { addDays, type IsoDate, isoDate, monthOf, yearOf } from '../../../domain/date.ts';
import { definite, readSigns, signsOf } from '../number/number-words.ts';
import { isWord, type Token } from '../text.ts';
import { type At, monthAt, yearBehind, yearFrom } from './period.ts';

export interface SpokenDate {
  day?: number;
  month?: number;
  year?: number;
  /** Said in a way that is usual for the lunar calendar. */
  lunar?: boolean;
  /** The calendar, where it is named. */
  calendar?: 'lunar' | 'solar';
  /** Said with "mùng", as the first days of a month are in either calendar. */
  mung?: boolean;
  /** The numbers cannot be a day and a month. */
  wrong?: boolean;
  text: string;
}

export interface WrittenContext {
  today: IsoDate;
  asked: boolean;
}

/** What was written, for the question about it. */
export const textOf = (tokens: readonly Token[], at: number, next: number): string =>
  tokens
    .slice(at, next)
    .map((token, index) => (index > 0 && token.spaced ? ` ${token.raw}` : token.raw))
    .join('');

export const MONTHS = 12;
export const DAYS = 31;

/** A day of the month in digits or words; `found` undefined for words that could be two ("năm sáu tháng chín"). */
function dayAt(tokens: readonly Token[], at: number): At<number | undefined> | undefined {
  const token = tokens[at];
  if (token?.kind === 'digits') {
    return token.raw.length <= 2 ? { found: Number(token.raw), next: at + 1 } : undefined;
  }
  for (const length of [3, 2, 1]) {
    const signs = tokens.slice(at, at + length).map((word) => signsOf(word));
    if (signs.length < length || signs.some((options) => options.length === 0)) continue;
    const reading = readSigns(definite(signs));
    if (reading === undefined) continue;
    if ('doubt' in reading && length > 1 && isWord(tokens[at + length], 'thang'))
      return { found: undefined, next: at + length };
    if ('value' in reading && reading.value <= DAYS) return { found: reading.value, next: at + length };
  }
  return undefined;
}

/** "ngày 5 tháng 9 (năm 2021)", "5 tháng 9", "mùng 3 tháng 8", "rằm tháng 7", "ngày cuối tháng 9", "đầu tháng 9". */
export function spokenDateAt(
  tokens: readonly Token[],
  at: number,
  context: WrittenContext,
): At<SpokenDate> | undefined {
  let from = at;
  const named = isWord(tokens[from], 'ngay', 'ng', 'hom');
  if (named) from += 1;
  if (isWord(tokens[from], 'mung', 'mong')) return lunarDay(tokens, at, from, context);
  if (isWord(tokens[from], 'ram')) return withMonth(tokens, at, from + 1, 15, true, context);
  if (named && isWord(tokens[from], 'dau', 'cuoi')) return edgeOfMonth(tokens, at, from, context);
  if (isWord(tokens[from], 'dau', 'giua', 'cuoi') && isWord(tokens[from + 1], 'thang')) {
    return monthOnly(tokens, at, from + 1, context);
  }
  const reversed = isWord(tokens[from], 'thang') ? monthThenDay(tokens, at, context) : undefined;
  if (reversed !== undefined) return reversed;
  // "tuần 2 tháng 9"
  if (!named && (!monthNear(tokens, from) || isWord(tokens[at - 1], 'tuan'))) return undefined;
  const day = dayAt(tokens, from);
  if (day === undefined) return undefined;
  if (day.found === undefined) return monthOnly(tokens, at, day.next, context);
  const whole = withMonth(tokens, at, day.next, day.found, false, context);
  if (whole !== undefined) return whole;
  const told = named ? latest(tokens, at, day.next, day.found, context) : undefined;
  if (told !== undefined) return told;
  const alone = named && context.asked && tokens[day.next]?.base !== '/' && tokens[from]?.kind === 'digits';
  const chained =
    tokens[day.next]?.kind === 'sign' && tokens[day.next + 1]?.kind === 'digits' && !tokens[day.next + 1]?.spaced;
  if (!alone || chained) return undefined;
  return { found: { day: day.found, text: textOf(tokens, at, day.next) }, next: day.next };
}

/** "ngày 3 vừa rồi": the latest third of a month before today. */
function latest(
  tokens: readonly Token[],
  at: number,
  from: number,
  day: number,
  { today }: WrittenContext,
): At<SpokenDate> | undefined {
  if (!isWord(tokens[from], 'vua') || !isWord(tokens[from + 1], 'roi', 'qua')) return undefined;
  const told = day < dayOf(today) ? today : addDays(today, -dayOf(today));
  const next = from + 2;
  return { found: { day, month: monthOf(told), year: yearOf(told), text: textOf(tokens, at, next) }, next };
}

const dayOf = (date: IsoDate): number => Number(date.slice(-2));

/** The month at `from`, where the day before it is missing or cannot be made out. */
function monthOnly(
  tokens: readonly Token[],
  at: number,
  from: number,
  context: WrittenContext,
): At<SpokenDate> | undefined {
  const month = monthAt(tokens, from, context.today);
  if (month === undefined) return undefined;
  return { found: { ...month.found, text: textOf(tokens, at, month.next) }, next: month.next };
}

/** The word tháng stands behind a day of one, two or three words. */
function monthNear(tokens: readonly Token[], at: number): boolean {
  for (let ahead = 1; ahead <= 3; ahead += 1) if (isWord(tokens[at + ahead], 'thang', 'thg', 't')) return true;
  return false;
}

const MUNG = { lunar: true, mung: true };

function lunarDay(
  tokens: readonly Token[],
  at: number,
  from: number,
  context: WrittenContext,
): At<SpokenDate> | undefined {
  const day = dayAt(tokens, from + 1);
  if (day?.found === undefined) return undefined;
  // "mùng 3/9", "mùng 3/9/2026"
  if (tokens[day.next]?.base === '/' && tokens[day.next + 1]?.kind === 'digits') {
    const month = Number(tokens[day.next + 1]?.raw);
    const third =
      tokens[day.next + 2]?.base === '/' ? yearFrom(tokens[day.next + 3]?.raw ?? '', context.today) : undefined;
    const next = day.next + (third === undefined ? 2 : 4);
    const year = third === undefined ? {} : { year: third };
    return inCalendar(tokens, {
      found: { day: day.found, month, ...year, ...MUNG, text: textOf(tokens, at, next) },
      next,
    });
  }
  if (isWord(tokens[day.next], 'tet')) {
    const next = day.next + 1;
    return { found: { day: day.found, month: 1, lunar: true, text: textOf(tokens, at, next) }, next };
  }
  const whole = withMonth(tokens, at, day.next, day.found, true, context);
  if (whole !== undefined) return { ...whole, found: { ...whole.found, mung: whole.found.calendar === undefined } };
  return { found: { day: day.found, text: textOf(tokens, at, day.next) }, next: day.next };
}

const RELATIVE = ['truoc', 'qua', 'roi', 'vua', 'nay', 'toi', 'sau'];

function withMonth(
  tokens: readonly Token[],
  at: number,
  from: number,
  day: number,
  lunar: boolean,
  context: WrittenContext,
): At<SpokenDate> | undefined {
  if (isWord(tokens[from], 'thang') && isWord(tokens[from + 1], 'gieng', 'chap')) {
    const month = isWord(tokens[from + 1], 'gieng') ? 1 : MONTHS;
    return {
      found: { day, month, lunar: true, calendar: 'lunar', text: textOf(tokens, at, from + 2) },
      next: from + 2,
    };
  }
  const month = monthAt(tokens, from, context.today);
  if (month === undefined) {
    const digits = tokens[from + 1];
    if (!isWord(tokens[from], 'thang') || digits?.kind !== 'digits') return undefined;
    return { found: { day, month: 1, wrong: true, text: textOf(tokens, at, from + 2) }, next: from + 2 };
  }
  // "2 tháng trước" is two months ago, "ngày 2 tháng trước" the second of the last month
  // "3 tháng này" may be the last three months, "17 tháng này" no longer
  const isThis = day > MONTHS && isWord(tokens[from + 1], 'nay') && tokens[from + 1]?.marks !== 0;
  if (!isThis && isWord(tokens[from + 1], ...RELATIVE) && !isWord(tokens[at], 'ngay', 'ng', 'hom', 'mung', 'mong'))
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
export function inCalendar(tokens: readonly Token[], { found, next }: At<SpokenDate>): At<SpokenDate> {
  const lunar = isWord(tokens[next], 'am', 'al');
  if (!lunar && !isWord(tokens[next], 'duong', 'dl')) return { found, next };
  const end = next + (isWord(tokens[next + 1], 'lich') ? 2 : 1);
  return { found: { ...found, lunar, mung: false, calendar: lunar ? 'lunar' : 'solar' }, next: end };
}

/** "ngày cuối (cùng) (của) tháng 9", "ngày đầu (tiên) tháng 9". */
function edgeOfMonth(
  tokens: readonly Token[],
  at: number,
  from: number,
  context: WrittenContext,
): At<SpokenDate> | undefined {
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
function monthThenDay(tokens: readonly Token[], at: number, context: WrittenContext): At<SpokenDate> | undefined {
  const month = monthAt(tokens, at, context.today);
  if (month === undefined || !isWord(tokens[month.next], 'ngay')) return undefined;
  const day = tokens[month.next + 1];
  const after = tokens[month.next + 2];
  if (day?.kind !== 'digits' || day.raw.length > 2 || after?.base === '/' || isWord(after, 'thang')) return undefined;
  const next = month.next + 2;
  return { found: { day: Number(day.raw), ...month.found, text: textOf(tokens, at, next) }, next };
}
