/** Which month somebody means. */
import { filingOf } from '../../db/answers.ts';
import { addMonths, coverage, type Period, periodAt, periodMonth, periodOf } from '../../domain/period.ts';
import { existsOn, type Unit, type UnitId } from '../../domain/unit.ts';
import { type Scene, unitsFor } from '../scene.ts';

/** The month a unit reports on when none is named: the last one that ended, or the running one once that is sent. */
export function monthAtHand(scene: Scene, unit: UnitId): Period {
  const running = periodAt(scene.today, scene.house.window);
  const ended = addMonths(running, -1);
  return filingOf(scene.tx, unit, ended) ? running : ended;
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
  return unitsFor(scene, 'file_month').filter((unit) => existsOn(unit, to));
}
