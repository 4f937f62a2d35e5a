/**
 * A month, or several months of a year, of all units under one: the model of the table, and where its figures come
 * from. Several months are compiled as the annual report does: flows are summed, the stock carried over is that of the
 * first month and the pending stock that of the last. What nobody said stays unsaid.
 */
import type { Instant, IsoDate } from '../domain/date.ts';
import type { IndicatorName } from '../domain/indicator.ts';
import type { Period, Window } from '../domain/period.ts';
import { coverage } from '../domain/period.ts';
import type { FiledMonth } from './annual-totals.ts';
import { countFacts, withDerived } from './annual-totals.ts';

/** A month as filed, with who sent it first and when it was sent and last changed. */
export interface SentMonth extends FiledMonth {
  firstBy?: string;
  firstAt?: Instant;
  lastAt?: Instant;
}

export interface MonthTableInput {
  /** The unit at the top. */
  scope: string;
  /** The months counted, in order: one for a month's table, twelve for a year's. */
  periods: Period[];
  window: Window;
  /** When the figures were read. */
  asOf: Instant;
  /** Every unit that owes a report, also those that sent none, in the order of the rows. */
  units: { name: string; months: SentMonth[] }[];
  /** How many units the whole table has, where these are a piece of it. */
  unitsInAll?: number;
}

/** JSON-safe. */
export interface MonthTable {
  scope: string;
  periods: Period[];
  from: IsoDate;
  to: IsoDate;
  asOf: Instant;
  rows: MonthRow[];
  sources: MonthSource[];
}

export interface MonthRow {
  unit: string;
  /** What is known; a figure that is not stands nowhere, and is not 0. */
  figures: Partial<Record<IndicatorName, number>>;
  /** The figures known for some of the months only. */
  partial: IndicatorName[];
  /** The months from which nothing was sent. */
  silent: Period[];
}

/** What a unit sent of a month; of several months where there would be too many rows. */
export interface MonthSource {
  unit: string;
  from: Period;
  to: Period;
  /** How many of the months were sent. */
  sent: number;
  of: number;
  /** Whoever sent them first; several names joined with "; ". */
  firstBy?: string;
  firstAt?: Instant;
  lastAt?: Instant;
}

/** More rows of sources make a file that phones open slowly and that takes seconds to write. */
const SOURCES_MAX = 6_000;

/** The table of the units over the periods. @throws {RangeError} without a period */
export function compileMonthTable({
  scope,
  periods,
  window,
  asOf,
  units,
  unitsInAll = units.length,
}: MonthTableInput): MonthTable {
  const [first] = periods;
  const last = periods.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('a table needs at least one month');
  return {
    scope,
    periods,
    from: coverage(first, window).from,
    to: coverage(last, window).to,
    asOf,
    rows: units.map(({ name, months }) => rowOf(name, within(months, periods), periods)),
    sources: sourcesOf(units, periods, unitsInAll),
  };
}

const within = (months: SentMonth[], periods: Period[]): SentMonth[] =>
  months.filter(({ period }) => periods.includes(period));

function rowOf(unit: string, months: SentMonth[], periods: Period[]): MonthRow {
  const facts = countFacts(months.map(withDerived), periods);
  const row: MonthRow = { unit, figures: {}, partial: [], silent: [] };
  for (const [name, fact] of Object.entries(facts) as [IndicatorName, (typeof facts)[IndicatorName]][]) {
    if (typeof fact?.value !== 'number') continue;
    row.figures[name] = fact.value;
    if (fact.missing.length > 0) row.partial.push(name);
  }
  const sent = new Set(months.map(({ period }) => period));
  row.silent = periods.filter((period) => !sent.has(period));
  return row;
}

/** A source a month, or one for all months where there are too many units. */
function sourcesOf(units: MonthTableInput['units'], periods: Period[], inAll: number): MonthSource[] {
  const spans = inAll * periods.length > SOURCES_MAX ? [periods] : periods.map((period) => [period]);
  return units.flatMap(({ name, months }) => spans.map((span) => sourceOf(name, within(months, span), span)));
}

function sourceOf(unit: string, months: SentMonth[], span: Period[]): MonthSource {
  const names = [...new Set(months.flatMap(({ firstBy }) => firstBy ?? []))];
  const first = months.flatMap(({ firstAt }) => firstAt ?? []);
  const last = months.flatMap(({ firstAt, lastAt }) => lastAt ?? firstAt ?? []);
  return {
    unit,
    from: span[0] ?? '',
    to: span.at(-1) ?? '',
    sent: months.length,
    of: span.length,
    ...(names.length === 0 ? {} : { firstBy: names.join('; ') }),
    ...(first.length === 0 ? {} : { firstAt: Math.min(...first) }),
    ...(last.length === 0 ? {} : { lastAt: Math.max(...last) }),
  };
}
