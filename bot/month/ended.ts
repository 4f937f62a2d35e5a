/** Units merged or split in the middle of a month: who reports on it, and what they are to count. */
import type { CheckInFacts } from '../../conversations/flows/monthly-check-in/view.ts';
import { filingOf } from '../../db/answers.ts';
import type { IsoDate } from '../../domain/date.ts';
import { endedBefore, hasEnded, heirsOf } from '../../domain/heirs.ts';
import { coverage, type Period, periodAt } from '../../domain/period.ts';
import { REPORTING_KINDS, type Unit, type UnitId } from '../../domain/unit.ts';
import { allowed, type Scene, unitOf } from '../scene.ts';

/** What the check-in of a unit's month must know of units that end in it, the unit itself included. */
export function endedFacts(scene: Scene, id: UnitId, period: Period): Pick<CheckInFacts, 'ended' | 'predecessors'> {
  const { tx, tree, house } = scene;
  const { from, to } = coverage(period, house.window);
  const unit = unitOf(scene, id);
  if (unit.validTo !== undefined && hasEnded(unit, to)) {
    const heirs = heirsOf(tree, id, to).map((heir) => ({
      id: heir.id,
      name: heir.name,
      mine: allowed(scene, 'file_month', heir.id),
    }));
    return { ended: { last: unit.validTo, isSplit: unit.successor === undefined, heirs } };
  }
  const olds = endedBefore(tree, id, to).filter((old) => REPORTING_KINDS.includes(old.kind) && !hasEnded(old, from));
  if (olds.length === 0) return {};
  const sent = olds.filter((old) => filingOf(tx, old.id, period));
  const named = (units: Unit[]) => units.map(({ name }) => name);
  return {
    predecessors: {
      merged: named(olds.filter(({ successor }) => successor !== undefined)),
      split: named(olds.filter(({ successor }) => successor === undefined)),
      sent: named(sent),
    },
  };
}

/** The month in the middle of which units end on the day before this one, where any of them reports at all. */
export function monthCutShort({ house }: Scene, units: readonly Unit[], day: IsoDate): Period | undefined {
  const period = periodAt(day, house.window);
  if (coverage(period, house.window).from === day) return undefined;
  return units.some(({ kind }) => REPORTING_KINDS.includes(kind)) ? period : undefined;
}
