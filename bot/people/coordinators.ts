/** Who looks after a unit: the nearest coordinators above it, or the administrators where there are none. */
import { peopleWithRole } from '../../db/people.ts';
import { isValidOn, type Person, type Role } from '../../domain/person.ts';
import { type UnitId, upwards } from '../../domain/unit.ts';
import type { Scene } from '../scene.ts';

type Here = Pick<Scene, 'tx' | 'today' | 'tree'>;

const ROLES_ASKED: readonly Role[] = ['coordinator', 'admin'];

/** The nearest coordinators of a unit, its own first. */
export function coordinatorsOver(scene: Here, unit: UnitId): Person[] {
  const start = scene.tree.get(unit);
  const line = start ? upwards(start, scene.tree) : [];
  for (const role of ROLES_ASKED) {
    const holders = peopleWithRole(scene.tx, role, scene.today);
    for (const { id } of line) {
      const here = holders.filter((person) => holds(person, role, id, scene));
      if (here.length > 0) return here;
    }
  }
  return [];
}

const holds = (person: Person, role: Role, unit: UnitId, scene: Here): boolean =>
  person.memberships.some((each) => each.role === role && each.unit === unit && isValidOn(each, scene.today));
