/** The units that owe reports now, as far as a person may do something to them, and what their whole is called. */
import { unitsWithStaff } from '../../db/people.ts';
import { livesToSee } from '../../domain/heirs.ts';
import { coverage, type Period } from '../../domain/period.ts';
import { type Action, isValidOn } from '../../domain/person.ts';
import { existsOn, isWithin, owesReports, type Unit, type UnitId } from '../../domain/unit.ts';
import { type Scene, unitsFor } from '../scene.ts';

/** The units that owe reports now and that a person may see, or may do something else to. */
export const reporting = (scene: Scene, action: Action = 'read_status'): Unit[] =>
  everReporting(scene, action).filter((unit) => existsOn(unit, scene.today));

/** The units that owed the report of a month, also where they have ended since: it is still looked at. */
export function reportingIn(scene: Scene, action: Action): (period: Period) => Unit[] {
  const units = everReporting(scene, action);
  const { tree, house } = scene;
  return (period) => {
    const { to } = coverage(period, house.window);
    return units.filter((unit) => livesToSee(tree, unit, to));
  };
}

function everReporting(scene: Scene, action: Action): Unit[] {
  const staffed = unitsWithStaff(scene.tx, scene.today);
  return unitsFor(scene, action).filter((unit) => owesReports(unit, staffed.has(unit.id)));
}

/** What all somebody may see is called: the units their roles of today reach from, without those under another. */
export function topName({ person, tree, today }: Scene): string {
  const held = person.memberships.filter((membership) => isValidOn(membership, today));
  const isUnder = (unit: UnitId): boolean =>
    held.some((other) => other.unit !== unit && other.role !== 'staff' && isWithin(tree, unit, other.unit));
  const tops = [...new Set(held.flatMap(({ unit }) => (isUnder(unit) ? [] : [unit])))].flatMap(
    (id) => tree.get(id) ?? [],
  );
  // Whoever closes the last months of a merged unit is told of the unit there is now.
  const now = tops.filter((unit) => existsOn(unit, today));
  return (now.length > 0 ? now : tops).map(({ name }) => name).join(', ');
}
