/** Which month somebody means. */
import { filingOf } from '../../db/answers.ts';
import { isHeldAt } from '../../db/people.ts';
import { hasEnded, livesToSee } from '../../domain/heirs.ts';
import { addMonths, coverage, lastEnded, type Period, periodAt, periodMonth, periodOf } from '../../domain/period.ts';
import { isValidOn } from '../../domain/person.ts';
import { existsOn, type Unit, type UnitId } from '../../domain/unit.ts';
import { type Scene, unitOf, unitsFor } from '../scene.ts';

/**
 * The month a unit reports on when none is named: the last one that ended, or the running one once that is sent or where
 * the unit was not there yet; of a unit that has ended the last one it lived to see.
 */
export function monthAtHand(scene: Scene, id: UnitId): Period {
  const { window } = scene.house;
  const unit = unitOf(scene, id);
  if (unit.validTo !== undefined && hasEnded(unit, scene.today)) {
    const last = periodAt(unit.validTo, window);
    return existsOn(unit, coverage(last, window).to) ? last : addMonths(last, -1);
  }
  const running = periodAt(scene.today, window);
  const ended = addMonths(running, -1);
  return filingOf(scene.tx, id, ended) || !livesToSee(scene.tree, unit, coverage(ended, window).to) ? running : ended;
}

/** The period of a month somebody named; without a year, the latest such month that has begun. */
export function monthNamed(scene: Scene, named: { month: number; year?: number }): Period {
  const running = periodAt(scene.today, scene.house.window);
  if (named.year !== undefined) return periodOf(named.year, named.month);
  const year = Number(running.slice(0, 4)) - (named.month > periodMonth(running) ? 1 : 0);
  return periodOf(year, named.month);
}

/**
 * The units somebody files for in a month: a unit merged away still sends its last months for a while, and what it did
 * not live to see, or did not yet, it does not owe.
 */
export function filesFor(scene: Scene, period: Period): Unit[] {
  const { to } = coverage(period, scene.house.window);
  return unitsFor(scene, 'file_month').filter((unit) => livesToSee(scene.tree, unit, to) && isLeftTo(scene, unit));
}

/**
 * Whether a unit is somebody's to send: one that has ended only while they hold a role there, or once nobody does any
 * more. They may send it before, but are not asked for what a colleague still answers for.
 */
const isLeftTo = ({ tx, person, today }: Scene, unit: Unit): boolean =>
  !hasEnded(unit, today) ||
  person.memberships.some((each) => each.unit === unit.id && isValidOn(each, today)) ||
  !isHeldAt(tx, 'staff', unit.id, today);

/**
 * The units among some that are meant where none is named: for a month those that lived to see it; for the month at hand
 * those whose last month is to be sent, and otherwise those there are today.
 */
export function unitsAtHand(scene: Scene, units: readonly Unit[], period?: Period): Unit[] {
  const { window } = scene.house;
  const sees = (unit: Unit, month: Period) => livesToSee(scene.tree, unit, coverage(month, window).to);
  const there = units.filter((unit) => existsOn(unit, scene.today));
  const mine = units.filter((unit) => isLeftTo(scene, unit));
  const ended = lastEnded(scene.today, window);
  const found =
    period === undefined
      ? mine.filter((unit) => sees(unit, ended) && (there.includes(unit) || !filingOf(scene.tx, unit.id, ended)))
      : mine.filter((unit) => sees(unit, period));
  return [found, there].find((some) => some.length > 0) ?? [...units];
}
