/**
 * Who has done what of the obligations a directive follows up: agency × obligation, as the appendix of 821/SKHCN-TĐC
 * prints it. Counts are of units that owe the obligation; a unit that does not is in no denominator.
 */
import type { IsoDate } from './date.ts';
import { type Directive, isOwedIn, type Obligation } from './directive.ts';
import type { DutyWorld } from './duties.ts';
import {
  compileLead,
  dueDay,
  type Entry,
  isAsked,
  type Owed,
  owedOn,
  type Standing,
  type State,
  standing,
} from './obligation.ts';
import type { Unit, UnitId } from './unit.ts';

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

/** What was said and shown of the obligations a tracking follows up, in its year. */
export interface TrackedRecords {
  /** How an obligation ended where nothing said of it was taken back (`TAKING_BACK`): then `entries` is not asked. */
  settled: (unit: UnitId, obligation: string) => 'done' | 'accepted' | undefined;
  /** In the order it came. */
  entries: (unit: UnitId, obligation: string) => readonly Entry[];
}

export type TrackingWorld = Pick<DutyWorld, 'directives' | 'tree' | 'calendar'> & { records: TrackedRecords };

/**
 * The tracking of a year.
 * @param asOf the day whose directives and dates count: today, or the last day of a year gone by
 */
export function trackingOf(world: TrackingWorld, units: Iterable<Unit>, year: number, asOf: IsoDate): Tracking {
  const followed = followedUp(world.directives, year);
  const asked = followed.flatMap((directive) => directive.obligations.map((obligation) => ({ directive, obligation })));
  const columnOf = new Map(asked.map(({ obligation }, column) => [obligation.id, column]));
  const marking = makeMarking(world, year, asOf);
  const owedBy = owedOn(followed, world.tree, asOf);
  const owing: TrackedUnit[] = [];
  for (const unit of units) {
    const marks = asked.map((): Mark => 'not_owed');
    for (const each of owedBy(unit)) {
      const column = columnOf.get(each.obligation.id);
      if (column !== undefined) marks[column] = marking(unit, each);
    }
    if (marks.some((mark) => mark !== 'not_owed')) owing.push({ unit, marks });
  }
  const isOwedByAny = asked.map((_, column) => owing.some(({ marks }) => marks[column] !== 'not_owed'));
  const owed = <Item>(items: readonly Item[]): Item[] => items.filter((_, column) => isOwedByAny[column]);
  return { columns: owed(asked), units: owing.map(({ unit, marks }) => ({ unit, marks: owed(marks) })) };
}

/** The directives with only what they follow up in a year: of a province every unit is asked about each of them. */
export function followedUp(directives: readonly Directive[], year: number): Directive[] {
  const isFollowedUp = (obligation: Obligation): boolean =>
    obligation.tracked !== undefined && obligation.recurrence === 'yearly' && isOwedIn(obligation, year);
  return directives.map((directive) => ({ ...directive, obligations: directive.obligations.filter(isFollowedUp) }));
}

/**
 * How units stand in what is followed up. What nothing was said of has the same day for all who owe it equally early,
 * and so is worked out once.
 */
function makeMarking(world: TrackingWorld, year: number, asOf: IsoDate) {
  const { directives, tree, calendar, records } = world;
  const untouched = standing([]);
  const days = new Map<string, IsoDate | undefined>();
  const leads = new Map<UnitId | undefined, number>();
  const leadOf = (unit: Unit): number => {
    const known = leads.get(unit.parent) ?? compileLead(directives, unit, tree, asOf);
    leads.set(unit.parent, known);
    return known;
  };
  const dayOf = (obligation: Obligation, lead: number, said: Standing): IsoDate | undefined => {
    if (said !== untouched) return dueDay(obligation, { year, lead }, said, calendar);
    const key = `${obligation.id}/${lead}`;
    if (!days.has(key)) days.set(key, dueDay(obligation, { year, lead }, untouched, calendar));
    return days.get(key);
  };
  return (unit: Unit, owed: Owed): Mark => {
    const { obligation } = owed;
    const settled = records.settled(unit.id, obligation.id);
    if (settled !== undefined) return settled;
    const entries = records.entries(unit.id, obligation.id);
    const said = entries.length === 0 ? untouched : standing(entries);
    if (said.state !== 'open') return said.state;
    if (!isAsked(owed, year, said, dayOf(obligation, 0, said))) return 'not_owed';
    const due = dayOf(obligation, obligation.report === undefined ? 0 : leadOf(unit), said);
    return due !== undefined && due < asOf ? 'late' : 'open';
  };
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
