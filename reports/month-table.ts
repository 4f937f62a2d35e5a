/**
 * A month, or several months of a year, of all units under one: the model of the table, and where its figures come
 * from. Several months are compiled as the annual report does: flows are summed, the stock carried over is that of the
 * first month and the pending stock that of the last. What nobody said stays unsaid.
 */
import type { Instant, IsoDate } from '../domain/date.ts';
import { amount } from '../domain/figure.ts';
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
  units: TableUnit[];
  /** How many units the whole table has, where these are a piece of it. */
  unitsInAll?: number;
}

export interface TableUnit {
  name: string;
  months: SentMonth[];
  /** The months it owed; all of the table's where absent. What it did not owe it is not silent about. */
  owed?: readonly Period[];
  /** What was merged into it and owed some of the months: their figures are part of its row. */
  past?: TableUnit[];
  /** The parts it was split into, where they are rows of the table too. */
  splitInto?: string[];
  /** The first day it stood in their place, where the roster tells. */
  mergedOn?: IsoDate;
  /** Its stock at the end is counted with the units that came after it. */
  isPassedOn?: true;
  /** What it carried over at its beginning is counted with the unit it is a part of. */
  carriesOver?: true;
}

/** Units whose figures are in the row of what they were merged into. */
export interface TableMerger {
  units: string[];
  into: string;
  /** First day of the unit they became; absent where the roster gives none. */
  day?: IsoDate;
}

export interface TableSplit {
  unit: string;
  into: string[];
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
  /** Which of the units are the past of which; absent in a table an earlier version compiled. */
  mergers?: TableMerger[];
  /** Units split on the way, whose stock their parts carried over: it stands in the rows of both and is summed once. */
  splits?: TableSplit[];
}

export interface MonthRow {
  unit: string;
  /** What is known; a figure that is not stands nowhere, and is not 0. */
  figures: Partial<Record<IndicatorName, number>>;
  /** The figures known for some of the months only. */
  partial: IndicatorName[];
  /** The months owed from which nothing was sent. */
  silent: Period[];
  /** How many of the table's months it owed, where not all. */
  owed?: number;
  /** Of the figures what is counted in another row: shown here, and left out of the sums. */
  elsewhere?: Partial<Record<IndicatorName, number>>;
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
    rows: units.map((unit) => rowOf(unit, periods)),
    sources: sourcesOf(units, periods, unitsInAll),
    mergers: units.flatMap(mergerOf),
    splits: units.flatMap(({ name, splitInto }) => (splitInto === undefined ? [] : [{ unit: name, into: splitInto }])),
  };
}

const within = (months: SentMonth[], periods: Period[]): SentMonth[] =>
  months.filter(({ period }) => periods.includes(period));

function mergerOf({ name, past, mergedOn }: TableUnit): TableMerger[] {
  if (past === undefined || past.length === 0) return [];
  return [{ units: past.map((old) => old.name), into: name, ...(mergedOn === undefined ? {} : { day: mergedOn }) }];
}

const family = (unit: TableUnit): TableUnit[] => [...(unit.past ?? []), unit];

function rowOf(unit: TableUnit, all: Period[]): MonthRow {
  const owing = family(unit).map((each) => ({ each, owed: owedOf(each, all) }));
  const periods = all.filter((period) => owing.some(({ owed }) => owed.includes(period)));
  const months = owing.flatMap(({ each, owed }) => within(each.months, owed));
  const facts = countFacts([...months, ...unsaid(owing, months)].map(withDerived), periods);
  const row: MonthRow = { unit: unit.name, figures: {}, partial: [], silent: [] };
  for (const [name, fact] of Object.entries(facts) as [IndicatorName, (typeof facts)[IndicatorName]][]) {
    if (typeof fact?.value !== 'number') continue;
    row.figures[name] = fact.value;
    if (fact.missing.length > 0) row.partial.push(name);
  }
  const sent = new Set(months.map(({ period }) => period));
  row.silent = periods.filter((period) => !sent.has(period));
  if (periods.length < all.length) row.owed = periods.length;
  const elsewhere = { ...(unit.isPassedOn ? stockIn(row) : {}), ...carriedIn(owing, periods) };
  if (Object.keys(elsewhere).length > 0) row.elsewhere = elsewhere;
  return row;
}

const STOCKS: readonly IndicatorName[] = ['pending_total', 'pending_in_time', 'pending_overdue'];

/** The stock at the end, as far as known. */
function stockIn({ figures }: MonthRow): MonthRow['figures'] {
  return Object.fromEntries(STOCKS.flatMap((name) => (figures[name] === undefined ? [] : [[name, figures[name]]])));
}

/** What of the row's "từ kỳ trước" comes from a unit that has a row of its own: said in the month the row begins with. */
function carriedIn(owing: readonly { each: TableUnit; owed: Period[] }[], periods: Period[]): MonthRow['figures'] {
  const carriedOver = ({ each, owed }: (typeof owing)[number], period: Period): number | undefined =>
    owed.includes(period)
      ? amount(each.months.find((month) => month.period === period)?.figures.carried_over)
      : undefined;
  const first = periods.find((period) => owing.some((one) => carriedOver(one, period) !== undefined));
  if (first === undefined) return {};
  const parts = owing.filter(({ each }) => each.carriesOver);
  const sum = parts.reduce((total, one) => total + (carriedOver(one, first) ?? 0), 0);
  return sum === 0 ? {} : { carried_over: sum };
}

/** A month one of several units owed and did not send, beside what the others sent: the sum of it is no whole one. */
function unsaid(owing: readonly { each: TableUnit; owed: Period[] }[], sent: readonly SentMonth[]): FiledMonth[] {
  if (owing.length === 1) return [];
  const spoken = new Set(sent.map(({ period }) => period));
  return owing.flatMap(({ each, owed }) =>
    owed
      .filter((period) => spoken.has(period) && !each.months.some((month) => month.period === period))
      .map((period) => ({ period, figures: {} })),
  );
}

const owedOf = ({ owed }: TableUnit, periods: Period[]): Period[] =>
  owed === undefined ? periods : periods.filter((period) => owed.includes(period));

/** A source a month, or one for all months where there are too many units. */
function sourcesOf(units: MonthTableInput['units'], periods: Period[], inAll: number): MonthSource[] {
  const spans = inAll * periods.length > SOURCES_MAX ? [periods] : periods.map((period) => [period]);
  return units.flatMap(family).flatMap((unit) =>
    spans.flatMap((span) => {
      const owed = owedOf(unit, span);
      return owed.length === 0 ? [] : [sourceOf(unit.name, within(unit.months, owed), owed)];
    }),
  );
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
