/**
 * Whether a day beside an event is said to be its one day: a bound ("trước 30/9"), a guess ("khoảng 5/9"), some days of
 * work ("từ 5 đến 7/10") and a day soon to come are asked about.
 */
import { addDays, type IsoDate, isoDate, monthOf, yearOf } from '../../domain/date.ts';
import { type DateSpan, trailsOff } from './date/date.ts';
import { isWord, type Token } from './text.ts';

/** The words right before a day that make it the bound of something, or a guess. */
const BOUNDS = ['truoc', 'sau', 'khoang', 'chung', 'tam', 'nhu', 'chac', 'phai', 'gan', 'le'];
/** "tuần trước 30/9" names a day, "trước 30/9" a deadline. */
const BEFORE_LAST = ['tuan', 'hom', 'thang', 'bua', 'nam', 'ngay'];

/** The days a date can stand for where it is not said to be that one day: "khắc phục trước 30/9", "hình như 5/9", "5-6/9". */
export function doubtfulDays(
  tokens: readonly Token[],
  { start, next, reading }: DateSpan,
  today: IsoDate,
): IsoDate[] | undefined {
  if (reading.kind !== 'date') return undefined;
  const { date } = reading;
  const [earlier, before, word] = [tokens[start - 3], tokens[start - 2], tokens[start - 1]];
  if (word?.base === '-' && before?.kind === 'digits' && earlier?.base !== '/') {
    const other = isoDate(yearOf(date), monthOf(date), Number(before.raw));
    return other === undefined ? undefined : [other, date];
  }
  if (isInRange(tokens, start, next)) return [date];
  const coming = comingYear(tokens, { start, next, reading }, today);
  if (coming !== undefined) return [coming, date];
  const bound = isWord(word, ...BOUNDS) && !isWord(before, ...BEFORE_LAST);
  return bound || trailsOff(tokens, next) ? [date] : undefined;
}

/** "từ 5 đến 7/10", "từ ngày 5/10 đến ngày 7/10": some days of work, and no one day. */
function isInRange(tokens: readonly Token[], start: number, next: number): boolean {
  const before = tokens.slice(Math.max(0, start - RANGE_WORDS_MAX), start);
  const after = tokens.slice(next, next + 2);
  const near = before.slice(-2);
  if (near.some((one) => isWord(one, 'tu')) && after.some((one) => isWord(one, 'den', 'toi'))) return true;
  return near.some((one) => isWord(one, 'den', 'toi')) && before.some((one) => isWord(one, 'tu'));
}

/** "25/11 đánh giá nội bộ", said on 20/11: a day soon to come is rather a plan than last year's. @returns that day */
function comingYear(tokens: readonly Token[], { start, next, reading }: DateSpan, today: IsoDate): IsoDate | undefined {
  if (reading.kind !== 'date' || yearOf(reading.date) === yearOf(today)) return undefined;
  const numbers = tokens.slice(start, next).filter(({ kind }) => kind === 'digits');
  if (numbers.length > 2 || isWord(tokens[next], 'nam')) return undefined;
  const { date } = reading;
  const ahead = [yearOf(date) + 1].flatMap((year) => isoDate(year, monthOf(date), Number(date.slice(-2))) ?? []);
  return ahead.find((day) => day > today && day <= addDays(today, SOON_DAYS));
}

/** "từ ngày 5 tháng 10 đến". */
const RANGE_WORDS_MAX = 7;

/** What is planned for the month to come is spoken of now. */
const SOON_DAYS = 31;
