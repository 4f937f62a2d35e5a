/**
 * Figures across merges: what a unit and everything merged into it have said of some periods, with whoever kept silent
 * named. The old units' figures stay theirs; they are only added up where the new unit is looked at.
 */
import type { IsoDate } from '../domain/date.ts';
import { amount } from '../domain/figure.ts';
import type { IndicatorName } from '../domain/indicator.ts';
import { dueFor, lineageOf, mergedOn } from '../domain/lineage.ts';
import { coverage, type Period, type Window } from '../domain/period.ts';
import type { Unit, UnitTree } from '../domain/unit.ts';
import { type Figures, figuresOf, filingOf } from './answers.ts';
import type { Reader } from './open.ts';

/** What one unit of a lineage has said of one period. */
export interface LineageMonth {
  period: Period;
  unit: Unit;
  figures: Figures;
}

export interface LineageFigures {
  /** In the order of the periods; several units of one period stand beside each other. */
  months: LineageMonth[];
  /** Periods for which a unit of the lineage owed figures and has sent none. */
  silent: { period: Period; unit: Unit }[];
  /** The units merged into this one whose figures are among the months: "gồm … trước ngày …". */
  old: Unit[];
  /** The day from which it stands in the place of its predecessors, where it has any. */
  since?: IsoDate;
  /** What it was split from: shown beside, never added. */
  splitFrom: Unit[];
}

/** Everything said of some periods by a unit and its predecessors. */
export function figuresWithLineage(
  read: Reader,
  tree: UnitTree,
  unit: Unit,
  periods: readonly Period[],
  window: Window,
): LineageFigures {
  const { merged, splitFrom } = lineageOf(tree, unit.id);
  const found: LineageFigures = { months: [], silent: [], old: [], splitFrom };
  for (const period of periods) {
    // Only of whom they are due, as in a status: who did not live to see the end of a month is part of who came after.
    for (const each of dueFor(tree, unit, coverage(period, window).to)) {
      if (filingOf(read, each.id, period)) {
        found.months.push({ period, unit: each, figures: figuresOf(read, each.id, period) });
      } else found.silent.push({ period, unit: each });
    }
  }
  found.old = merged.filter(({ id }) => found.months.some((month) => month.unit.id === id));
  const since = mergedOn(tree, unit);
  if (since !== undefined && unit.validFrom !== undefined) found.since = since;
  return found;
}

/** The counts of some periods summed over a unit and its predecessors, with what they are a sum of. */
export function sumsWithLineage<Name extends IndicatorName>(
  read: Reader,
  tree: UnitTree,
  unit: Unit,
  periods: readonly Period[],
  window: Window,
  names: readonly Name[],
): { sums: Record<Name, number>; found: LineageFigures } {
  const found = figuresWithLineage(read, tree, unit, periods, window);
  const sums = Object.fromEntries(
    names.map((name) => [name, found.months.reduce((sum, { figures }) => sum + (amount(figures[name]) ?? 0), 0)]),
  ) as Record<Name, number>;
  return { sums, found };
}
