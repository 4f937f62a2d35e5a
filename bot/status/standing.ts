/**
 * How the units of a scope stand in a stretch of months, read from the rows once: what a message says, its picture and
 * its buttons all come from this one reading, so that they cannot differ.
 */
import { unitsWithStaff } from '../../db/people.ts';
import { type Report, reportsOf } from '../../db/status.ts';
import { unitTree } from '../../db/units.ts';
import {
  decisiveDay,
  endOfDay,
  type Owing,
  owingOf,
  type Tally,
  tallyOf,
  together,
} from '../../domain/completeness.ts';
import type { Instant, IsoDate } from '../../domain/date.ts';
import { type DossierSum, noDossiers, sumOfReports, sumTogether } from '../../domain/dossier-sum.ts';
import { withBeginnings } from '../../domain/lineage.ts';
import { coverage, dueOn, lastEnded, type Period, periodAt } from '../../domain/period.ts';
import { endedMonths, type Span } from '../../domain/span.ts';
import { passedOn } from '../../domain/stock.ts';
import type { Unit, UnitId } from '../../domain/unit.ts';
import type { Scene } from '../scene.ts';
import type { Scope } from './scope.ts';

export interface UnitStanding {
  unit: Unit;
  /** The months it owes of those counted. */
  periods: readonly Period[];
  tally: Tally;
  dossiers: DossierSum;
  /** What it sent, month by month. */
  reports: readonly Report[];
}

export interface Standing {
  scope: Scope;
  span: Span;
  /** The months counted: those of the span that have ended, or the running one where it alone is asked for. */
  periods: readonly Period[];
  isRunning: boolean;
  units: readonly UnitStanding[];
  tally: Tally;
  dossiers: DossierSum;
}

type World = Pick<Scene, 'house' | 'tx' | 'today'>;

/** The months of a span that count on a day: ended, or running where nothing else was asked for. */
export function countedMonths({ house, today }: Pick<Scene, 'house' | 'today'>, span: Span): readonly Period[] {
  const ended = endedMonths(span, lastEnded(today, house.window));
  const [only] = span.periods;
  return span.kind === 'month' && only === periodAt(today, house.window) ? [only] : ended;
}

/** Who owes which of some months. */
export function owingIn({ house, tx, today }: World, units: readonly Unit[], periods: readonly Period[]): Owing[] {
  const staffed = new Map<IsoDate, ReadonlySet<UnitId>>();
  const isStaffed = (unit: UnitId, day: IsoDate): boolean => {
    const known = staffed.get(day) ?? unitsWithStaff(tx, day);
    staffed.set(day, known);
    return known.has(unit);
  };
  return owingOf(withBeginnings(unitTree(tx), units), periods, { window: house.window, today, isStaffed });
}

/**
 * Reads how a scope stands.
 * @param periods the months counted, where they are not simply those of the span
 */
export function standingOf(scene: World, scope: Scope, span: Span, periods = countedMonths(scene, span)): Standing {
  const { house, tx, today } = scene;
  const owing = owingIn(scene, scope.units, periods);
  const sent = new Map<UnitId, Report[]>();
  for (const report of reportsOf(tx, owing)) {
    const known = sent.get(report.unit);
    if (known) known.push(report);
    else sent.set(report.unit, [report]);
  }
  const ends = new Map(periods.map((period) => [period, endOfDay(dueOn(period, house.window, house.calendar))]));
  const endOf = (period: Period): Instant => ends.get(period) ?? 0;
  const units = owing.map(({ unit, periods: owed }): UnitStanding => {
    const reports = sent.get(unit.id) ?? [];
    const tally = tallyOf({ periods: owed }, reports, endOf);
    return { unit, periods: owed, reports, tally, dossiers: sumOfReports(reports, 'unit') };
  });
  return {
    scope,
    span,
    periods,
    isRunning: periods[0] === periodAt(today, house.window),
    units,
    tally: together(units.map(({ tally }) => tally)),
    dossiers: togetherAtTheEnd(scene, units, periods),
  };
}

/** The sums of all units; what one that has ended had pending is counted where it was carried over to. */
function togetherAtTheEnd(world: World, units: readonly UnitStanding[], periods: readonly Period[]): DossierSum {
  const past = passedIn(world, units, periods);
  const { pending } = noDossiers();
  return sumTogether(units.map(({ unit, dossiers }) => (past.has(unit.id) ? { ...dossiers, pending } : dossiers)));
}

/** The units that have ended and whose stock is counted with what came after them: in a message, and in the file of it. */
export function passedIn(
  { house, tx, today }: World,
  units: readonly Pick<UnitStanding, 'unit' | 'reports'>[],
  periods: readonly Period[],
): Set<UnitId> {
  const last = periods.at(-1);
  if (last === undefined) return new Set();
  const reportsOfUnit = new Map(units.map(({ unit, reports }) => [unit.id, reports]));
  // asked only of what was merged or split, so the day is worked out for those few
  const toldUntil = (id: UnitId): IsoDate | undefined => {
    const known = reportsOfUnit.get(id)?.findLast(({ pending }) => pending !== null);
    return known && coverage(known.period, house.window).to;
  };
  return passedOn(
    unitTree(tx),
    units.map(({ unit }) => unit),
    decisiveDay(last, house.window, today),
    (id, after) => (toldUntil(id) ?? '') > after,
  );
}

/** The units that have not sent all they owe. */
export const lackingUnits = ({ units }: Pick<Standing, 'units'>): UnitStanding[] =>
  units.filter(({ tally }) => tally.sent < tally.owed);

/** The months a unit owes and has not sent. */
export function monthsLacking({ periods, reports }: Pick<UnitStanding, 'periods' | 'reports'>): Period[] {
  const sent = new Set(reports.map(({ period }) => period));
  return periods.filter((period) => !sent.has(period));
}

/**
 * All units together, month by month: a month nobody sent stands there with nothing. Months before anybody owed one, and
 * after the last, are not there.
 */
export function monthsOf({ periods, units }: Pick<Standing, 'periods' | 'units'>): [Period, DossierSum][] {
  const owed = new Set(units.flatMap((unit) => unit.periods));
  const from = periods.findIndex((period) => owed.has(period));
  const to = periods.findLastIndex((period) => owed.has(period));
  const counted = from < 0 ? [] : periods.slice(from, to + 1);
  const reports = new Map<Period, Report[]>(counted.map((period) => [period, []]));
  for (const unit of units) for (const report of unit.reports) reports.get(report.period)?.push(report);
  return [...reports].map(([period, sent]) => [period, sumOfReports(sent, 'month')]);
}
