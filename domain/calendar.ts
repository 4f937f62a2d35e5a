/**
 * The calendar of working days: Monday to Friday, less holidays, plus swapped Saturdays. Published tables come in as
 * exceptions (directives/holidays, or a day an admin adds); a year without a table follows the law's own rules and is
 * provisional. All reminders and deadlines are reckoned here; dates are local dates in Asia/Ho_Chi_Minh.
 */
import { dateAt, type Instant, type IsoDate, instantOf, type TimeOfDay, timeAt } from './date.ts';
import { statutoryHolidays } from './holiday.ts';
import { dateOfJulianDay, julianDay } from './lunar.ts';

/** One day that is not what its weekday says: a holiday or swapped day off, or a Saturday or Sunday worked. */
export interface DayException {
  date: IsoDate;
  kind: 'off' | 'work';
  /** In Vietnamese, as a person is told: 'Tết Nguyên đán', 'Làm bù cho 31/8'. */
  name: string;
  /** The notice, law or person it comes from. */
  source: string;
  /** When somebody last compared it with its source. */
  checked: IsoDate;
}

/** Working days as plain data; made by `makeCalendar`, asked through the functions below, never changed. */
export interface Calendar {
  /** By Julian day number, quicker to step through than text: a ladder is forty steps, times 3,321 units. */
  days: ReadonlyMap<number, Pick<DayException, 'kind' | 'name' | 'source'>>;
  /** Years for which a published table was given; all others are provisional. */
  tabledYears: ReadonlySet<number>;
}

/** When messages nobody asked for may go out; a slot holds its first minute and not its last ('11:00' is outside). */
export interface OfficeHours {
  morning: readonly [TimeOfDay, TimeOfDay];
  afternoon: readonly [TimeOfDay, TimeOfDay];
}

/** Half an hour inside the hours commonly worked, so that a message finds its reader. */
export const PUSH_HOURS: OfficeHours = { morning: ['07:30', '11:00'], afternoon: ['13:30', '16:30'] };

/** Holidays are known for these years; outside, only Saturdays and Sundays rest. Wider than any report asks for. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const RULE_SOURCE = 'Bộ luật Lao động 2019, Điều 111 và 112; Nghị quyết 28/2026/QH16 (tính theo quy tắc, tạm tính)';
const SATURDAY = 5;

/**
 * A calendar from exceptions and the years they describe completely (`tabledYears`). Other years get the holidays by
 * law, and an exception in such a year still wins over the rule. Of two exceptions for a date the later one wins, so
 * put what an admin added after what the files say.
 */
export function makeCalendar(exceptions: readonly DayException[], tabledYears: readonly number[]): Calendar {
  const tabled = new Set(tabledYears);
  const days = new Map<number, Pick<DayException, 'kind' | 'name' | 'source'>>();
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    if (tabled.has(year)) continue;
    for (const { date, name } of statutoryHolidays(year)) {
      days.set(julianDay(date), { kind: 'off', name, source: RULE_SOURCE });
    }
  }
  for (const { date, kind, name, source } of exceptions) days.set(julianDay(date), { kind, name, source });
  return { days, tabledYears: tabled };
}

/** True where the year has no published table, so that its holidays are only what the law lets us expect. */
export function isProvisional(calendar: Calendar, year: number): boolean {
  return !calendar.tabledYears.has(year);
}

function works(calendar: Calendar, day: number): boolean {
  const exception = calendar.days.get(day);
  return exception ? exception.kind === 'work' : day % 7 < SATURDAY;
}

/** The first working day met when walking from `day`, itself included, by `step` (1 or -1). */
function seek(calendar: Calendar, day: number, step: 1 | -1): number {
  let found = day;
  while (!works(calendar, found)) found += step;
  return found;
}

/** True on a weekday that is no holiday, and on a Saturday or Sunday worked in exchange. */
export function isWorkingDay(calendar: Calendar, date: IsoDate): boolean {
  return works(calendar, julianDay(date));
}

/** Why a date is off ('Tết Nguyên đán'); undefined on working days and on an ordinary weekend. */
export function holidayName(calendar: Calendar, date: IsoDate): string | undefined {
  const exception = calendar.days.get(julianDay(date));
  return exception?.kind === 'off' ? exception.name : undefined;
}

/** The date itself if worked, else the next working day. */
export function onOrAfter(calendar: Calendar, date: IsoDate): IsoDate {
  return dateOfJulianDay(seek(calendar, julianDay(date), 1));
}

/** The date itself if worked, else the last working day before it. */
export function onOrBefore(calendar: Calendar, date: IsoDate): IsoDate {
  return dateOfJulianDay(seek(calendar, julianDay(date), -1));
}

/** The last working day strictly before the date: the last good day of "trước ngày …". */
export function before(calendar: Calendar, date: IsoDate): IsoDate {
  return dateOfJulianDay(seek(calendar, julianDay(date) - 1, -1));
}

/** The n-th working day after the date (n < 0: before it); the date itself is not counted. n = 0 is `onOrAfter`. */
export function addWorkingDays(calendar: Calendar, date: IsoDate, n: number): IsoDate {
  if (!Number.isInteger(n)) throw new RangeError(`working days are whole, not ${n}`);
  if (n === 0) return onOrAfter(calendar, date);
  const step = n > 0 ? 1 : -1;
  let day = julianDay(date);
  for (let left = Math.abs(n); left > 0; left -= 1) day = seek(calendar, day + step, step);
  return dateOfJulianDay(day);
}

/** Working days after `from`, up to and including `to`; negative, counted the other way, when `to` is earlier. */
export function workingDaysBetween(calendar: Calendar, from: IsoDate, to: IsoDate): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from);
  const last = julianDay(to);
  let count = 0;
  for (let day = julianDay(from) + 1; day <= last; day += 1) if (works(calendar, day)) count += 1;
  return count;
}

/**
 * The moment a message may go out: the instant itself inside push hours of a working day, else the start of the next
 * slot. Throws a RangeError where the hours leave no slot open at all.
 */
export function nextPush(calendar: Calendar, hours: OfficeHours, instant: Instant): Instant {
  const slots = [hours.morning, hours.afternoon].filter(([start, end]) => start < end);
  const [first] = slots;
  if (!first) throw new RangeError('office hours have no slot that begins before it ends');
  const today = dateAt(instant);
  const now = timeAt(instant);
  if (isWorkingDay(calendar, today)) {
    const slot = slots.find(([, end]) => now < end);
    if (slot) return now >= slot[0] ? instant : instantOf(today, slot[0]);
  }
  return instantOf(addWorkingDays(calendar, today, 1), first[0]);
}
