/**
 * A stretch of months somebody asks about: a month, a quarter or a year. It is named by one short text ('2026-10',
 * '2026-Q3', '2026'), so that a button can carry it.
 */
import { addMonths, type Period, parsePeriod, periodMonth, periodOf, periodsOfYear, periodYear } from './period.ts';

export interface Span {
  kind: 'month' | 'quarter' | 'year';
  /** 'YYYY-MM', 'YYYY-Qn' or 'YYYY'. */
  id: string;
  /** Every month of it, in order, also those still to come. */
  periods: readonly [Period, ...Period[]];
}

const MONTHS_OF_QUARTER = 3;
const MONTHS_OF_YEAR = 12;

export const monthSpan = (period: Period): Span => ({ kind: 'month', id: period, periods: [period] });

/** A quarter of a year, 1 to 4. */
export function quarterSpan(year: number, quarter: number): Span {
  const first = periodOf(year, (quarter - 1) * MONTHS_OF_QUARTER + 1);
  return {
    kind: 'quarter',
    id: `${periodYear(first)}-Q${quarter}`,
    periods: [first, addMonths(first, 1), addMonths(first, 2)],
  };
}

export function yearSpan(year: number): Span {
  const [first = '', ...others] = periodsOfYear(year);
  return { kind: 'year', id: first.slice(0, 4), periods: [first, ...others] };
}

/** A span from its name, or undefined. */
export function parseSpan(id: string): Span | undefined {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(id);
  if (quarter) return quarterSpan(Number(quarter[1]), Number(quarter[2]));
  if (/^\d{4}$/.test(id)) return yearSpan(Number(id));
  const period = parsePeriod(id);
  return period === undefined ? undefined : monthSpan(period);
}

const lengthOf = ({ kind }: Span): number =>
  kind === 'month' ? 1 : kind === 'quarter' ? MONTHS_OF_QUARTER : MONTHS_OF_YEAR;

/** The span of the same kind that begins so many months later (negative: earlier); whole spans only. */
function shifted(span: Span, months: number): Span {
  const first = addMonths(span.periods[0], months);
  if (span.kind === 'month') return monthSpan(first);
  if (span.kind === 'year') return yearSpan(periodYear(first));
  return quarterSpan(periodYear(first), Math.ceil(periodMonth(first) / MONTHS_OF_QUARTER));
}

/** The month before a month, the quarter before a quarter, the year before a year. */
export const spanBefore = (span: Span): Span => shifted(span, -lengthOf(span));

/** The same stretch a year earlier. */
export const spanYearBefore = (span: Span): Span => shifted(span, -MONTHS_OF_YEAR);

/** The quarter a month lies in. */
export const quarterOf = (period: Period): Span =>
  quarterSpan(periodYear(period), Math.ceil(periodMonth(period) / MONTHS_OF_QUARTER));

/** The months of a span that have ended, given the last month that has. */
export const endedMonths = ({ periods }: Span, lastEnded: Period): Period[] =>
  periods.filter((period) => period <= lastEnded);
