/**
 * The year's figures out of its months: flows are summed, the carried-over stock comes from the first month, the
 * pending stock and the number of procedures from the last. A total is never silently partial: what is known is
 * given, and the months that did not say are named with it.
 */
import type { Amounts } from '../domain/balance.ts';
import { balance } from '../domain/balance.ts';
import type { IsoDate } from '../domain/date.ts';
import type { Figure } from '../domain/figure.ts';
import { amount, value } from '../domain/figure.ts';
import type { IndicatorName } from '../domain/indicator.ts';
import { INDICATORS, indicatorsOf } from '../domain/indicator.ts';
import type { Period, Window } from '../domain/period.ts';
import { addMonths, coverage, periodAt } from '../domain/period.ts';

export type Figures = Partial<Record<IndicatorName, Figure>>;

/** One month as filed; where units were merged, several of the same period stand beside each other. */
export interface FiledMonth {
  period: Period;
  figures: Figures;
}

/** What the year's documents say of one indicator: its value as far as known, and the months that kept silent. */
export interface Fact {
  /** Absent when nothing at all is known. "Không phát sinh" is 0 for a count and '' for a text. */
  value?: number | string;
  missing: Period[];
}

export type Facts = Partial<Record<IndicatorName, Fact>>;

const COUNTS = indicatorsOf('month', 'count');

/** The months whose figures belong in a report over these days: those that end inside it. */
export function expectedPeriods(from: IsoDate, to: IsoDate): Period[] {
  const window: Window = from.endsWith('-15') ? '15-14' : 'calendar_month';
  const periods: Period[] = [];
  for (let period = periodAt(from, window); coverage(period, window).to <= to; period = addMonths(period, 1)) {
    periods.push(period);
  }
  return periods;
}

/** A month with the counts that follow from its others; nothing is put where "chưa có số liệu" was said. */
export function withDerived({ period, figures }: FiledMonth): FiledMonth {
  const given: Amounts = {};
  for (const name of COUNTS) {
    const known = amount(figures[name]);
    if (known !== undefined) given[name] = known;
  }
  const { amounts } = balance(given);
  const complete: Figures = { ...figures };
  for (const name of COUNTS) {
    const known = amounts[name];
    if (known !== undefined && figures[name] === undefined) complete[name] = value(known);
  }
  return { period, figures: complete };
}

/** Totals of every monthly count over the months expected and filed, but for the findings of an audit. */
export function countFacts(months: FiledMonth[], expected: Period[]): Facts {
  const filed = new Map<Period, FiledMonth[]>();
  for (const month of months) filed.set(month.period, [...(filed.get(month.period) ?? []), month]);
  const periods = [...new Set([...expected, ...filed.keys()])].sort();
  const facts: Facts = {};
  for (const name of COUNTS) {
    if (INDICATORS[name].compile === 'latest') continue;
    const figures = periods.map((period) => saidIn(name, period, filed.get(period) ?? []));
    facts[name] = compiled(name, figures);
  }
  return facts;
}

interface Said {
  period: Period;
  known: number | undefined;
  /** True where somebody whose figure belongs in it kept silent. */
  isSilent: boolean;
}

/** What the units of one period say together: the sum of those that spoke. */
function saidIn(name: IndicatorName, period: Period, months: FiledMonth[]): Said {
  const said = months.map(({ figures }) => amount(figures[name]));
  const known = said.filter((each) => each !== undefined);
  const sum = known.reduce((total, each) => total + each, 0);
  return { period, known: known.length === 0 ? undefined : sum, isSilent: known.length < Math.max(1, said.length) };
}

function compiled(name: IndicatorName, said: Said[]): Fact {
  const known = said.filter((one) => one.known !== undefined);
  const silent = said.filter(({ isSilent }) => isSilent).map((one) => one.period);
  switch (INDICATORS[name].compile) {
    case 'sum':
      if (known.length === 0) return { missing: silent };
      return { value: known.reduce((sum, one) => sum + (one.known ?? 0), 0), missing: silent };
    case 'first':
      return stock(known[0], silent, (period, at) => period < at);
    default:
      return stock(known.at(-1), silent, (period, at) => period > at);
  }
}

/** A stock is read in one month; only silence in it, or on the far side of it, makes it doubtful. */
function stock(read: Said | undefined, silent: Period[], beyond: (period: Period, at: Period) => boolean): Fact {
  if (read?.known === undefined) return { missing: silent };
  const doubtful = (period: Period) => period === read.period || beyond(period, read.period);
  return { value: read.known, missing: silent.filter(doubtful) };
}

/** What was answered once for the year. */
export function yearFacts(figures: Figures): Facts {
  const facts: Facts = {};
  for (const name of indicatorsOf('year')) {
    const answer = said(name, figures[name]);
    facts[name] = answer === undefined ? { missing: [] } : { value: answer, missing: [] };
  }
  return facts;
}

/** A figure as a number or text; undefined where nothing is known. */
export function said(name: IndicatorName, figure: Figure | undefined): number | string | undefined {
  if (figure === undefined || figure.kind === 'no_data') return undefined;
  const { kind } = INDICATORS[name];
  if (figure.kind === 'nil') return kind === 'count' || kind === 'points' ? 0 : '';
  if (typeof figure.value !== 'boolean') return figure.value;
  return figure.value ? 'Có' : 'Không';
}
