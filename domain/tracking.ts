/**
 * Who has done what of the obligations a directive follows up: agency × obligation, as the appendix of 821/SKHCN-TĐC
 * prints it. Counts are of units that owe the obligation; a unit that does not is in no denominator.
 */
import type { IsoDate } from './date.ts';
import { type Directive, isOwedIn, type Obligation } from './directive.ts';
import type { DutyWorld } from './duties.ts';
import { compileLead, dueDay, isAsked, obligationsOf, type State, standing } from './obligation.ts';
import type { Unit } from './unit.ts';

export interface TrackedColumn {
  directive: Directive;
  obligation: Obligation;
}

/** How a unit stands in a column: as the register says, 'late' where it is open and its day has passed. */
export type Mark = State | 'late' | 'not_owed';

export interface TrackedUnit {
  unit: Unit;
  /** One for each column, in their order. */
  marks: Mark[];
}

export interface Tracking {
  columns: TrackedColumn[];
  units: TrackedUnit[];
}

/**
 * The tracking of a year.
 * @param asOf the day whose directives and dates count: today, or the last day of a year gone by
 */
export function trackingOf(world: DutyWorld, units: Iterable<Unit>, year: number, asOf: IsoDate): Tracking {
  const columns = new Map<string, TrackedColumn>();
  const owing: { unit: Unit; owed: Map<string, Mark> }[] = [];
  for (const unit of units) {
    const owed = new Map<string, Mark>();
    for (const each of obligationsOf(world.directives, unit, world.tree, asOf)) {
      const { directive, obligation } = each;
      if (!obligation.tracked || obligation.recurrence !== 'yearly' || !isOwedIn(obligation, year)) continue;
      const said = standing(world.records.entries(unit.id, obligation.id, String(year), ''));
      const due = dueDay(obligation, { year }, said, world.calendar);
      if (said.state === 'open' && !isAsked(each, year, said, due)) continue;
      columns.set(obligation.id, { directive, obligation });
      owed.set(obligation.id, markOf(world, unit, obligation, year, asOf));
    }
    if (owed.size > 0) owing.push({ unit, owed });
  }
  // As the directives list them, whatever the first unit owes.
  const order = world.directives.flatMap(({ obligations }) => obligations.map(({ id }) => id));
  const ordered = [...columns.values()].sort((a, b) => order.indexOf(a.obligation.id) - order.indexOf(b.obligation.id));
  return {
    columns: ordered,
    units: owing.map(({ unit, owed }) => ({
      unit,
      marks: ordered.map(({ obligation }) => owed.get(obligation.id) ?? 'not_owed'),
    })),
  };
}

function markOf(world: DutyWorld, unit: Unit, obligation: Obligation, year: number, asOf: IsoDate): Mark {
  const now = standing(world.records.entries(unit.id, obligation.id, String(year), ''));
  if (now.state !== 'open') return now.state;
  const lead = obligation.report === undefined ? 0 : compileLead(world.directives, unit, world.tree, asOf);
  const due = dueDay(obligation, { year, lead }, now, world.calendar);
  return due !== undefined && due < asOf ? 'late' : 'open';
}

/** Sent, whether or not anybody has looked at it yet. */
export const isMet = (mark: Mark): boolean => mark === 'done' || mark === 'accepted';

/** Owed: what is waived or never asked counts nowhere. */
export const isOwed = (mark: Mark): boolean => mark !== 'not_owed' && mark !== 'waived';

/** How many of those who owe a column have met it. */
export function columnCount({ units }: Tracking, column: number): { met: number; of: number } {
  const marks = units.map(({ marks }) => marks[column] ?? 'not_owed').filter(isOwed);
  return { met: marks.filter(isMet).length, of: marks.length };
}

/** Of some columns together: units that owe any of them, have met all they owe, or none. */
export function togetherCount(
  { units }: Tracking,
  columns: readonly number[],
): { of: number; all: number; none: TrackedUnit[] } {
  const owing = units
    .map((row) => ({ row, marks: columns.map((column) => row.marks[column] ?? 'not_owed').filter(isOwed) }))
    .filter(({ marks }) => marks.length > 0);
  return {
    of: owing.length,
    all: owing.filter(({ marks }) => marks.every(isMet)).length,
    none: owing.filter(({ marks }) => !marks.some(isMet)).map(({ row }) => row),
  };
}
