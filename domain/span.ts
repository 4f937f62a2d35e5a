/**
 * A stretch of months somebody asks about: a month, a quarter, a year, or some months of a year ("6 tháng đầu năm"). It
 * is named by one short text ('2026-10', '2026-Q3', '2026', '2026-M01-06'), so that a button can carry it.
 */
import { addMonths, type Period, parsePeriod, periodMonth, periodOf, periodsOfYear, periodYear } from './period.ts';

export interface Span {
  kind: 'month' | 'quarter' | 'year' | 'months';
  /** 'YYYY-MM', 'YYYY-Qn', 'YYYY', or 'YYYY-Mmm-mm' for its first and last month. */
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

/**
 * Some months of a year, both ends included; a quarter or a whole year where they are one, so that a stretch has one
 * name. @throws {RangeError} where they are no months of a year in order
 */
export function monthsSpan(year: number, from: number, to: number): Span {
  if (!(1 <= from && from <= to && to <= MONTHS_OF_YEAR)) throw new RangeError(`months ${from} to ${to}`);
  if (from === to) return monthSpan(periodOf(year, from));
  if (to - from + 1 === MONTHS_OF_YEAR) return yearSpan(year);
  if (to - from + 1 === MONTHS_OF_QUARTER && to % MONTHS_OF_QUARTER === 0) {
    return quarterSpan(year, to / MONTHS_OF_QUARTER);
  }
  const first = periodOf(year, from);
  const others = Array.from({ length: to - from }, (_, index) => addMonths(first, index + 1));
  const two = (month: number): string => String(month).padStart(2, '0');
  return { kind: 'months', id: `${periodYear(first)}-M${two(from)}-${two(to)}`, periods: [first, ...others] };
}

/** A span from its name, or undefined. */
export function parseSpan(id: string): Span | undefined {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(id);
  if (quarter) return quarterSpan(Number(quarter[1]), Number(quarter[2]));
  if (/^\d{4}$/.test(id)) return yearSpan(Number(id));
  const months = /^(\d{4})-M(\d{2})-(\d{2})$/.exec(id);
  if (months) return stretchNamed(id, Number(months[1]), Number(months[2]), Number(months[3]));
  const period = parsePeriod(id);
  return period === undefined ? undefined : monthSpan(period);
}

/** A stretch by the one name it has: three months that are a quarter are not named as months. */
function stretchNamed(id: string, year: number, from: number, to: number): Span | undefined {
  if (!(1 <= from && from < to && to <= MONTHS_OF_YEAR)) return undefined;
  const span = monthsSpan(year, from, to);
  return span.id === id ? span : undefined;
}

/** Half a year follows the other half; beside any other months of a year stand only those of the year before. */
function lengthOf({ kind, periods }: Span): number {
  const half = MONTHS_OF_YEAR / 2;
  const isHalf = periods.length === half && periodMonth(periods[0]) % half === 1;
  return kind === 'months' && !isHalf ? MONTHS_OF_YEAR : periods.length;
}

/** The span of the same kind that begins so many months later (negative: earlier); whole spans only. */
function shifted(span: Span, months: number): Span {
  const first = addMonths(span.periods[0], months);
  if (span.kind === 'month') return monthSpan(first);
  if (span.kind === 'year') return yearSpan(periodYear(first));
  if (span.kind === 'months') {
    const from = periodMonth(first);
    return monthsSpan(periodYear(first), from, from + span.periods.length - 1);
  }
  return quarterSpan(periodYear(first), Math.ceil(periodMonth(first) / MONTHS_OF_QUARTER));
}

/** The month before a month, the quarter before a quarter, the half-year before one; else the same of the year before. */
export const spanBefore = (span: Span): Span => shifted(span, -lengthOf(span));

/** The same stretch a year earlier. */
export const spanYearBefore = (span: Span): Span => shifted(span, -MONTHS_OF_YEAR);

/** The quarter a month lies in. */
export const quarterOf = (period: Period): Span =>
  quarterSpan(periodYear(period), Math.ceil(periodMonth(period) / MONTHS_OF_QUARTER));

/** The months of a span that have ended, given the last month that has. */
export const endedMonths = ({ periods }: Span, lastEnded: Period): Period[] =>
  periods.filter((period) => period <= lastEnded);
