/**
 * The months people report on. A period is named by its month ('2021-10') and covers either that calendar month or,
 * by the organisation's setting, the 15th of the month before to the 14th of it (Nghị định 09/2019/NĐ-CP). Its report
 * opens on the first working day after the period ends and is due on a working day counted from there.
 */
import type { Calendar } from './calendar.ts';
import { addWorkingDays, onOrAfter } from './calendar.ts';
import type { IsoDate } from './date.ts';
import { addDays, isoDate, monthOf, yearOf } from './date.ts';

/** 'YYYY-MM'. */
export type Period = string;

export type Window = 'calendar_month' | '15-14';

/**
 * The working day of the reporting window on which a month is due, the opening day being the first: five, so that
 * October 2026 (opening Monday 02/11) is due on Friday 06/11. A local date ("mốc nội bộ"), no directive states one.
 */
export const MONTH_DUE_WORKING_DAY = 5;

/** The period of a year and a month (1-12). */
export function periodOf(year: number, month: number): Period {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

export const periodYear = (period: Period): number => Number(period.slice(0, 4));
export const periodMonth = (period: Period): number => Number(period.slice(5, 7));

/** The period `months` later (negative: earlier). */
export function addMonths(period: Period, months: number): Period {
  const index = periodYear(period) * 12 + periodMonth(period) - 1 + months;
  return periodOf(Math.floor(index / 12), (index % 12) + 1);
}

const firstOf = (period: Period): IsoDate => `${period}-01`;

/** First and last day a period covers, both included. */
export function coverage(period: Period, window: Window): { from: IsoDate; to: IsoDate } {
  if (window === '15-14') {
    return { from: `${addMonths(period, -1)}-15`, to: `${period}-14` };
  }
  return { from: firstOf(period), to: addDays(firstOf(addMonths(period, 1)), -1) };
}

/** The period a date falls in. */
export function periodAt(date: IsoDate, window: Window): Period {
  const month = periodOf(yearOf(date), monthOf(date));
  return window === '15-14' && date > `${month}-14` ? addMonths(month, 1) : month;
}

/** The first working day after the period: the day everybody is asked. */
export function opensOn(period: Period, window: Window, calendar: Calendar): IsoDate {
  return onOrAfter(calendar, addDays(coverage(period, window).to, 1));
}

/** The last good day of a month's report. */
export function dueOn(period: Period, window: Window, calendar: Calendar): IsoDate {
  return addWorkingDays(calendar, opensOn(period, window, calendar), MONTH_DUE_WORKING_DAY - 1);
}

/** The latest period that has ended before a date: what a report made that day is normally about. */
export function lastEnded(today: IsoDate, window: Window): Period {
  return addMonths(periodAt(today, window), -1);
}

/** The twelve periods of a year, January first. */
export function periodsOfYear(year: number): Period[] {
  return Array.from({ length: 12 }, (_, index) => periodOf(year, index + 1));
}

/** True for a whole year ('YYYY'), as the year's own answers and what closes all its months are named. */
export const isYear = (period: string): boolean => /^\d{4}$/.test(period);

/** A period from text 'YYYY-MM', or undefined. */
export function parsePeriod(text: string): Period | undefined {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  return match && isoDate(Number(match[1]), Number(match[2]), 1) ? text : undefined;
}
