/**
 * The Vietnamese lunar calendar, reckoned at UTC+7 after the method Hồ Ngọc Đức published ("Thuật toán tính âm
 * lịch", with the new moon and the sun's longitude after J. Meeus). Beijing's calendar, and so `Intl`'s, is a day or a
 * month off in some years (1985, 2007, 2030), so Tết and Giỗ Tổ are computed here. Good for 1900 to 2199.
 */
import type { IsoDate } from './date.ts';

/** A day of the lunar calendar; `year` is the lunar year, `leap` marks the second of two months of one number. */
export interface LunarDate {
  day: number;
  month: number;
  year: number;
  leap: boolean;
}

/** One lunar month: the Julian day number of its first day, its number and year, and how many days it has. */
interface LunarMonth {
  start: number;
  days: number;
  month: number;
  year: number;
  leap: boolean;
}

const MS_A_DAY = 86_400_000;
/** Julian day number of 1970-01-01, where JavaScript begins to count. */
const JULIAN_DAY_1970 = 2_440_588;
/** Viet Nam's meridian for the calendar, as a part of a day (Quyết định 121-CP of 1967). */
const UTC_PLUS_7 = 7 / 24;
/** Mean days from new moon to new moon. */
const SYNODIC_MONTH = 29.530588853;
/** Julian date of the mean new moon numbered 0, on 1 January 1900. */
const NEW_MOON_1900 = 2_415_021.076998695;
/** The sector of the sun's path (30° each, from the spring equinox) that begins at the winter solstice. */
const WINTER_SOLSTICE = 9;
const RADIAN = Math.PI / 180;

/** The Julian day number of a date: whole, one more each day; 0 modulo 7 is a Monday. Throws a RangeError on no date. */
export function julianDay(date: IsoDate): number {
  // a walk to the next working day would never end from NaN
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new RangeError(`not a date YYYY-MM-DD: ${date}`);
  const midnight = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
  return midnight / MS_A_DAY + JULIAN_DAY_1970;
}

/** The date of a Julian day number. */
export function dateOfJulianDay(number: number): IsoDate {
  return new Date((number - JULIAN_DAY_1970) * MS_A_DAY).toISOString().slice(0, 10);
}

/** The local day (Julian day number) on which new moon `k` falls, counted from that of 1 January 1900. */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RADIAN);
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * RADIAN;
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * RADIAN;
  const latitude = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * RADIAN;
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * latitude) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * latitude + sun) -
    0.0004 * Math.sin(2 * latitude - sun) -
    0.0006 * Math.sin(2 * latitude + moon) +
    0.001 * Math.sin(2 * latitude - moon) +
    0.0005 * Math.sin(2 * moon + sun);
  // from the uniform time of astronomy to the time of clocks
  const clock = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + correction - clock + 0.5 + UTC_PLUS_7);
}

/** Which of the twelve sectors of 30° the sun stands in when a local day begins: 0 from the spring equinox. */
function sunSector(day: number): number {
  const t = (day - 0.5 - UTC_PLUS_7 - 2_451_545) / 36_525;
  const t2 = t * t;
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * RADIAN;
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t2) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  const longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t2 + centre;
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** The number of the new moon that begins month 11 of a lunar year: the month that holds the winter solstice. */
function monthElevenMoon(year: number): number {
  const k = Math.floor((julianDay(`${year}-12-31`) - NEW_MOON_1900) / SYNODIC_MONTH);
  // the estimate may be a moon early: take the last moon of the year, then the one before if it follows the solstice
  const last = newMoonDay(k + 1) <= julianDay(`${year}-12-31`) ? k + 1 : k;
  return sunSector(newMoonDay(last)) >= WINTER_SOLSTICE ? last - 1 : last;
}

/**
 * The months from month 11 of the lunar year before `year` up to month 10 of `year`. Where they are thirteen, the
 * first one in which the sun does not enter a new sector is the leap month and repeats the number before it.
 */
function monthsUpTo(year: number): LunarMonth[] {
  const first = monthElevenMoon(year - 1);
  const count = monthElevenMoon(year) - first;
  const starts = Array.from({ length: count + 1 }, (_, i) => newMoonDay(first + i));
  const months: LunarMonth[] = [];
  let ordinal = 11;
  let leapSeen = count === 12;
  starts.slice(0, count).forEach((start, i) => {
    const next = starts[i + 1] ?? start;
    const leap = !leapSeen && i > 0 && sunSector(start) === sunSector(next);
    if (leap) leapSeen = true;
    else if (i > 0) ordinal += 1;
    const month = ordinal > 12 ? ordinal - 12 : ordinal;
    months.push({ start, days: next - start, month, year: ordinal > 12 ? year : year - 1, leap });
  });
  return months;
}

/**
 * The solar date of a lunar one: day 1-30, month 1-12, the lunar year (that of its Tết), and whether the leap month
 * is meant. Throws a RangeError where the year has no such day (day 30 of a short month, a leap month it lacks).
 */
export function lunarToSolar(day: number, month: number, year: number, leap = false): IsoDate {
  const months = monthsUpTo(month >= 11 ? year + 1 : year);
  const found = months.find((m) => m.month === month && m.year === year && m.leap === leap);
  if (!found || day < 1 || day > found.days) {
    throw new RangeError(`no lunar day ${day}/${month}${leap ? ' (leap)' : ''} in the year ${year}`);
  }
  return dateOfJulianDay(found.start + day - 1);
}

/** The lunar date of a solar one. */
export function solarToLunar(date: IsoDate): LunarDate {
  const day = julianDay(date);
  const year = Number(date.slice(0, 4));
  const month = [...monthsUpTo(year), ...monthsUpTo(year + 1)].findLast((m) => m.start <= day);
  if (!month) throw new RangeError(`no lunar date for ${date}`);
  return { day: day - month.start + 1, month: month.month, year: month.year, leap: month.leap };
}
