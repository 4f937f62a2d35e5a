/**
 * The civil servants' calendar of three years typed out from the published notices, and steps in it counted one day at
 * a time: what the house reckons is compared with this, which shares no line with it.
 */

/** Weekdays on which nobody works. */
const OFF = new Set(
  [
    ['2025-01-01', '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-04-07'],
    ['2025-04-30', '2025-05-01', '2025-05-02', '2025-09-01', '2025-09-02'],
    ['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
    ['2026-04-27', '2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01', '2026-09-02', '2026-11-24'],
    ['2027-01-01', '2027-02-04', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-04-16'],
    ['2027-04-30', '2027-05-03', '2027-09-02', '2027-09-03', '2027-11-24'],
  ].flat(),
);

/** Saturdays worked in exchange. */
const WORKED = new Set(['2025-04-26', '2026-01-10', '2026-08-22']);

const DAY_MS = 86_400_000;
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** The date so many days later. */
export const plus = (date: string, days: number): string =>
  new Date(utc(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Whether offices are open on a date. */
export function isOpen(date: string): boolean {
  const weekday = new Date(utc(date)).getUTCDay();
  return WORKED.has(date) || (weekday >= 1 && weekday <= 5 && !OFF.has(date));
}

/** The n-th open day after a date; before it where n is negative. */
export function openDay(date: string, n: number): string {
  let at = date;
  for (let left = Math.abs(n); left > 0; ) {
    at = plus(at, n > 0 ? 1 : -1);
    if (isOpen(at)) left -= 1;
  }
  return at;
}

/** The date itself where offices are open, else the next open day. */
export const openFrom = (date: string): string => (isOpen(date) ? date : openDay(date, 1));

/** Open days between two dates, both included. */
export function openDays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = from; at <= to; at = plus(at, 1)) if (isOpen(at)) days.push(at);
  return days;
}
