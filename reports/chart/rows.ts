/**
 * Which rows a picture has room for, and in which order: the worst first, the rest summed into one so that the sums
 * stay right. Pure; the tests hold that nothing is lost between a model and its rows.
 */
import type { ObligationBar, UnitBar } from './model.ts';

/** More rows make the picture longer than two screens of a phone. */
export const ROWS_MAX = 12;

/** The rows shown and what the others come to together; `rest` is absent where there are none. */
export interface Folded<T> {
  shown: T[];
  rest?: { count: number; sum: T };
}

/** Most late dossiers first, then the higher late rate, then the larger unit; the name settles what is left. */
const worstUnit = (a: UnitBar, b: UnitBar): number =>
  b.late - a.late ||
  b.late * (a.onTime + a.late) - a.late * (b.onTime + b.late) ||
  b.onTime - a.onTime ||
  a.name.localeCompare(b.name, 'vi');

/** Most late first, then the smaller part done; the order of the directive settles what is left. */
const worstObligation = (a: ObligationBar, b: ObligationBar): number =>
  b.late - a.late || a.done * totalOf(b) - b.done * totalOf(a);

/** The units that have the obligation. */
export const totalOf = ({ done, late, open }: ObligationBar): number => done + late + open;

/** Units as a picture lists them, the worst first. */
export const sortUnits = (units: readonly UnitBar[]): UnitBar[] => units.toSorted(worstUnit);

export function foldUnits(units: readonly UnitBar[]): Folded<UnitBar> {
  return folded(sortUnits(units), (sum, unit) => ({
    name: '',
    onTime: sum.onTime + unit.onTime,
    late: sum.late + unit.late,
  }));
}

export function foldObligations(obligations: readonly ObligationBar[]): Folded<ObligationBar> {
  return folded(obligations.toSorted(worstObligation), (sum, one) => ({
    title: '',
    done: sum.done + one.done,
    late: sum.late + one.late,
    open: sum.open + one.open,
  }));
}

function folded<T>(rows: T[], add: (sum: T, row: T) => T): Folded<T> {
  if (rows.length <= ROWS_MAX) return { shown: rows };
  const [first, ...others] = rows.slice(ROWS_MAX - 1);
  const shown = rows.slice(0, ROWS_MAX - 1);
  return first === undefined
    ? { shown }
    : { shown, rest: { count: others.length + 1, sum: others.reduce(add, first) } };
}
