/** The units that owe reports now, as far as a person may do something to them, and what their whole is called. */
import { unitsWithStaff } from '../../db/people.ts';
import type { Action } from '../../domain/person.ts';
import { existsOn, owesReports, type Unit } from '../../domain/unit.ts';
import { type Scene, unitsFor } from '../scene.ts';

/** The units that owe reports now and that a person may see, or may do something else to. */
export function reporting(scene: Scene, action: Action = 'read_status'): Unit[] {
  const staffed = unitsWithStaff(scene.tx, scene.today);
  return unitsFor(scene, action).filter(
    (unit) => existsOn(unit, scene.today) && owesReports(unit, staffed.has(unit.id)),
  );
}

export const topName = (scene: Scene): string =>
  scene.person.memberships.flatMap(({ unit }) => scene.tree.get(unit)?.name ?? [])[0] ?? '';
