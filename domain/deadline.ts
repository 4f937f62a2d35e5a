/**
 * Deadlines as a directive words them, and the day each comes down to: the last day on which an office that is open
 * can still be in time ("hạn gửi"). Then the ladder of reminders before that day and the daily ones after it, all in
 * working days. Sources: the directives of Quảng Ngãi and Đồng Nai (821/SKHCN-TĐC), Bộ luật Dân sự 2015, Điều 147-148.
 */
import {
  addWorkingDays,
  before,
  type Calendar,
  isWorkingDay,
  onOrAfter,
  onOrBefore,
  workingDaysBetween,
} from './calendar.ts';

import { addDays, type IsoDate, isoDate, monthOf, yearOf } from './date.ts';
import { lunarToSolar } from './lunar.ts';

export type DeadlineRule =
  /** A date every year: "trước ngày 15/11" (exclusive) or "chậm nhất ngày 15/11" (not exclusive). */
  | { kind: 'fixed'; day: number; month: number; exclusive: boolean }
  /** Calendar days from an event, the event's day not counted: "chậm nhất 30 ngày kể từ ngày đánh giá". */
  | { kind: 'after_event'; days: number }
  /** A date the coordinator sets where the directive names none; always shown as "mốc nội bộ". */
  | { kind: 'local'; day: number; month: number }
  /** At once when something happens: "công bố lại … đồng thời gửi". */
  | { kind: 'on_event' }
  /** The n-th working day (from 1) of the month after the month reported. */
  | { kind: 'monthly'; workingDay: number };

/** What a rule is resolved for. */
export interface DeadlineContext {
  /** The year of the obligation; for 'monthly', the year of the month reported. */
  year: number;
  /** The month reported, 1-12; only 'monthly' reads it. */
  month?: number | undefined;
  /** When the event happened; absent as long as it has not. Only 'after_event' and 'on_event' read it. */
  event?: IsoDate | undefined;
}

/** A reminder before the last good day: `rung` working days ahead of it, on `date`. */
export interface LadderStep {
  rung: number;
  date: IsoDate;
}

/** Lead times in working days: six weeks to begin, one, then the last days. */
export const RUNGS: readonly number[] = [30, 14, 7, 3, 1];

/** Tết falls between 21 January and 21 February, so what surrounds it ends before March. */
const LAST_MONTH_NEAR_TET = 2;

/** A date moved back to a working day, and out of the days from 23 Chạp to mùng 6, when nothing of ours falls due. */
function clearOfTet(date: IsoDate, calendar: Calendar): IsoDate {
  const day = onOrBefore(calendar, date);
  if (monthOf(day) > LAST_MONTH_NEAR_TET) return day;
  const from = lunarToSolar(23, 12, yearOf(day) - 1);
  const to = lunarToSolar(6, 1, yearOf(day));
  return day >= from && day <= to ? before(calendar, from) : day;
}

/**
 * The last day that is still in time, always a working day; undefined while it cannot be known: the event has not
 * happened, no month is given, or the year lacks the date (29/2).
 * - fixed, exclusive: the last working day before the date.
 * - fixed, inclusive: the date, or the working day before it if it is off. Điều 148 of the Civil Code would allow the
 *   day after, but that is for terms, and an office must not learn of it by being called late.
 * - after_event: counted in calendar days, moved on to the next working day where it ends on a day off (Điều 148).
 * - local: moved back like an inclusive date, and also ahead of 23 Chạp: the date is ours to choose.
 * - on_event: the day of the event, or the next working day.
 * - monthly: not moved for Tết, since a month cannot be reported before it has ended.
 */
export function lastGoodDay(rule: DeadlineRule, context: DeadlineContext, calendar: Calendar): IsoDate | undefined {
  switch (rule.kind) {
    case 'fixed': {
      const date = isoDate(context.year, rule.month, rule.day);
      if (date === undefined) return undefined;
      return rule.exclusive ? before(calendar, date) : onOrBefore(calendar, date);
    }
    case 'local': {
      const date = isoDate(context.year, rule.month, rule.day);
      return date === undefined ? undefined : clearOfTet(date, calendar);
    }
    case 'after_event':
      return context.event === undefined ? undefined : onOrAfter(calendar, addDays(context.event, rule.days));
    case 'on_event':
      return context.event === undefined ? undefined : onOrAfter(calendar, context.event);
    case 'monthly': {
      if (context.month === undefined) return undefined;
      const december = context.month === 12;
      const next = isoDate(december ? context.year + 1 : context.year, december ? 1 : context.month + 1, 1);
      return next === undefined ? undefined : addWorkingDays(calendar, addDays(next, -1), rule.workingDay);
    }
  }
}

/** The reminders before a last good day, earliest first: each rung as a working day that many working days ahead. */
export function ladder(due: IsoDate, calendar: Calendar, rungs: readonly number[] = RUNGS): LadderStep[] {
  return [...rungs].sort((a, b) => b - a).map((rung) => ({ rung, date: addWorkingDays(calendar, due, -rung) }));
}

/**
 * The reminder of a day after the last good day: -1 on the first working day that is too late, -2 on the next, and so
 * on; undefined until then, and on days off, when nobody is reminded.
 */
export function overdueRung(due: IsoDate, today: IsoDate, calendar: Calendar): number | undefined {
  if (today <= due || !isWorkingDay(calendar, today)) return undefined;
  return -workingDaysBetween(calendar, due, today);
}
