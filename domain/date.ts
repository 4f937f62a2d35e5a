/**
 * Dates of the work are local calendar dates in Asia/Ho_Chi_Minh, written 'YYYY-MM-DD' and compared as text;
 * moments are instants in milliseconds since 1970 UTC. This file is the only bridge between the two. Viet Nam has kept
 * UTC+7 without daylight saving time since 1975, so the bridge is plain arithmetic: these run at every message and for
 * every unit's ladder of reminders, where a time-zone library costs a hundred times as much.
 */

/** A local calendar date, 'YYYY-MM-DD'. */
export type IsoDate = string;
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;
/** A local time of day, 'HH:MM', 24 hours. */
export type TimeOfDay = string;

export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const OFFSET_TEXT = '+07:00';

const midnight = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (utc: number): IsoDate => new Date(utc).toISOString().slice(0, 10);

/** True for an existing calendar date written 'YYYY-MM-DD' ('2026-02-29' is not one). */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && exists(yearOf(text), monthOf(text), dayOf(text));
}

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const YEAR_MAX = 9999;

/** Whether the Gregorian calendar has the day; by arithmetic, since readers of messages ask it of every second number. */
function exists(year: number, month: number, day: number): boolean {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = (DAYS_OF_MONTHS[month - 1] ?? 0) + (leap ? 1 : 0);
  return Number.isInteger(year) && Number.isInteger(day) && year >= 0 && year <= YEAR_MAX && day >= 1 && day <= last;
}

/** The ISO text of a year, month (1-12) and day, or undefined where no such date exists (31/9, 29/2/2026). */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  if (!exists(year, month, day)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The date `days` calendar days later (negative: earlier). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOf(midnight(date) + days * DAY_MS);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((midnight(to) - midnight(from)) / DAY_MS);
}

/** Day of the week, 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(date: IsoDate): number {
  return new Date(midnight(date)).getUTCDay() || 7;
}

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
export const monthOf = (date: IsoDate): number => Number(date.slice(5, 7));
export const dayOf = (date: IsoDate): number => Number(date.slice(8, 10));

/** The local date at an instant. */
export function dateAt(instant: Instant): IsoDate {
  return dateOf(instant + OFFSET_MS);
}

/** The local time of day at an instant. */
export function timeAt(instant: Instant): TimeOfDay {
  return new Date(instant + OFFSET_MS).toISOString().slice(11, 16);
}

/** The instant of a local date and time of day. */
export function instantOf(date: IsoDate, time: TimeOfDay): Instant {
  return Date.parse(`${date}T${time}:00Z`) - OFFSET_MS;
}

/** The instant with its offset, as the operator's door prints it: '2021-10-01T08:00:00+07:00'. */
export function withOffset(instant: Instant): string {
  return `${new Date(instant + OFFSET_MS).toISOString().slice(0, 19)}${OFFSET_TEXT}`;
}
