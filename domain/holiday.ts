/**
 * The days off that follow from the law alone, for years without a published table: fixed days, lunar days and their
 * make-up. Sources: Bộ luật Lao động 2019, Điều 111 and 112; Nghị quyết 28/2026/QH16 for 24/11. The Prime Minister
 * fixes the days of Tết and the second day of 2/9 each year and swaps others, so what stands here is provisional;
 * which days are assumed reproduces the days given for Tết 2018-2027 and for 2/9 of 2018-2027, swaps apart.
 */
import type { IsoDate } from './date.ts';
import { dateOfJulianDay, julianDay, lunarToSolar } from './lunar.ts';

/** A day off by law, or the working day given instead of one that fell on a weekly day of rest. */
export interface Holiday {
  date: IsoDate;
  /** In Vietnamese, as notices name it. */
  name: string;
}

/** Code of 2019 in force: the second day of 2/9 begins here. */
const SECOND_NATIONAL_DAY_SINCE = 2021;
/** Nghị quyết 28/2026/QH16 in force from 01/7/2026. */
const CULTURE_DAY_SINCE = 2026;
/** Tết's five days: the last two of the old year and the first three of the new. */
const DAYS_BEFORE_TET = 2;
const DAYS_OF_TET = 5;

const MONDAY = 0;
const THURSDAY = 3;
const SATURDAY = 5;
const dayOfWeek = (date: IsoDate): number => julianDay(date) % 7;

/** The day beside 2/9 that joins it to a weekend or, failing that, the day before, as notices since 2021 chose. */
function nationalDays(year: number): IsoDate[] {
  const day = `${year}-09-02`;
  if (year < SECOND_NATIONAL_DAY_SINCE) return [day];
  const after = dayOfWeek(day) === MONDAY || dayOfWeek(day) === THURSDAY;
  return after ? [day, `${year}-09-03`] : [`${year}-09-01`, day];
}

function tet(year: number): IsoDate[] {
  const first = julianDay(lunarToSolar(1, 1, year)) - DAYS_BEFORE_TET;
  return Array.from({ length: DAYS_OF_TET }, (_, i) => dateOfJulianDay(first + i));
}

/**
 * A year's holidays by law with their make-up days, sorted by date. A holiday on a Saturday or Sunday is made up on the
 * next working day (Điều 111(3)); 24/11 is not, because it stands outside Điều 112(1).
 */
export function statutoryHolidays(year: number): Holiday[] {
  const named = (name: string, dates: IsoDate[]): Holiday[] => dates.map((date) => ({ date, name }));
  const madeUp = [
    ...named('Tết Dương lịch', [`${year}-01-01`]),
    ...named('Tết Nguyên đán', tet(year)),
    ...named('Giỗ Tổ Hùng Vương', [lunarToSolar(10, 3, year)]),
    ...named('Ngày Chiến thắng 30/4', [`${year}-04-30`]),
    ...named('Ngày Quốc tế Lao động 1/5', [`${year}-05-01`]),
    ...named('Quốc khánh 2/9', nationalDays(year)),
  ];
  const others = year >= CULTURE_DAY_SINCE ? named('Ngày Văn hóa Việt Nam', [`${year}-11-24`]) : [];
  const days = new Map([...madeUp, ...others].map((holiday) => [holiday.date, holiday]));
  for (const { date, name } of madeUp) {
    if (dayOfWeek(date) < SATURDAY) continue;
    let next = julianDay(date) + 1;
    while (next % 7 >= SATURDAY || days.has(dateOfJulianDay(next))) next += 1;
    days.set(dateOfJulianDay(next), { date: dateOfJulianDay(next), name: `Nghỉ bù ${name}` });
  }
  return [...days.values()].sort((a, b) => a.date.localeCompare(b.date));
}
