/**
 * What happened in the practice organisation before somebody first opened it: each month's report of both communes
 * since January of last year, but for the month that ended last, which is left for whoever practises; and last year's
 * yearly answers. In the order of time.
 */
import { addWorkingDays, type Calendar, onOrAfter } from '../domain/calendar.ts';
import type { Citation } from '../domain/citation.ts';
import { dateAt, type Instant, instantOf, yearOf } from '../domain/date.ts';
import {
  addMonths,
  lastEnded,
  MONTH_DUE_WORKING_DAY,
  opensOn,
  type Period,
  periodMonth,
  periodOf,
  type Window,
} from '../domain/period.ts';
import { between, codeOf } from './chance.ts';
import { documentsOfMonth } from './documents.ts';
import { type Figures, figuresOfMonth } from './month.ts';
import { OFFICES, type Office } from './office.ts';
import { figuresOfYear } from './year.ts';

/** Something a person of the practice organisation sent. */
export interface Deed {
  unit: string;
  /** Code of who sent it. */
  person: string;
  at: Instant;
  /** 'YYYY-MM' for a month, 'YYYY' for a year's own answers. */
  period: string;
  figures: Figures;
  /** Only a month has them. */
  month?: { documents: Citation[]; receipt: string };
}

/** Length of the random part of a receipt, as the service makes them. */
const RECEIPT_LENGTH = 4;

/** Everything that was sent before `now`. */
export function history(now: Instant, window: Window, calendar: Calendar): Deed[] {
  const lastYear = yearOf(dateAt(now)) - 1;
  const open = lastEnded(dateAt(now), window);
  const deeds: Deed[] = [];
  for (const office of OFFICES) {
    for (let period = periodOf(lastYear, 1); period < open; period = addMonths(period, 1)) {
      deeds.push(monthly(office, period, window, calendar));
    }
    deeds.push(yearly(office, lastYear, calendar));
  }
  return deeds.sort((a, b) => a.at - b.at);
}

/** How an office sends a month: a day or two after it opens, and once in a year late. */
export function monthly(office: Office, period: Period, window: Window, calendar: Calendar): Deed {
  const month = periodMonth(period);
  const opens = opensOn(period, window, calendar);
  const tardy = month === office.tardyMonth;
  const days = tardy ? MONTH_DUE_WORKING_DAY : between(0, 2, office.unit, period, 'day');
  const minute = String(between(10, 59, office.unit, period, 'minute'));
  const date = addWorkingDays(calendar, opens, days);
  return {
    unit: office.unit,
    person: office.staff[month % office.staff.length] ?? '',
    at: instantOf(date, `${tardy ? '16' : '09'}:${minute}`),
    period,
    figures: figuresOfMonth(office, period),
    month: {
      documents: documentsOfMonth(office, period),
      receipt: `${office.initials}-${period.slice(2, 4)}${period.slice(5)}-${codeOf(RECEIPT_LENGTH, office.unit, period)}`,
    },
  };
}

/** The yearly answers were given in the middle of December. */
export function yearly(office: Office, year: number, calendar: Calendar): Deed {
  return {
    unit: office.unit,
    person: office.staff[0] ?? '',
    at: instantOf(onOrAfter(calendar, `${year}-12-15`), '10:20'),
    period: String(year),
    figures: figuresOfYear(office, year),
  };
}
