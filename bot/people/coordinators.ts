/** Who looks after a unit: the nearest coordinators above it, or the administrators where there are none. */
import { peopleWithRole } from '../../db/people.ts';
import { isValidOn, type Person, type Role } from '../../domain/person.ts';
import type { UnitId } from '../../domain/unit.ts';
import type { Scene } from '../scene.ts';

type Here = Pick<Scene, 'tx' | 'today' | 'tree'>;

const ROLES_ASKED: readonly Role[] = ['coordinator', 'admin'];

/** Deeper than any administration; stops a ring of parents in damaged data from running for ever. */
const DEPTH_MAX = 32;

/** The nearest coordinators of a unit, its own first. */
export function coordinatorsOver(scene: Here, unit: UnitId): Person[] {
  for (const role of ROLES_ASKED) {
    const holders = peopleWithRole(scene.tx, role, scene.today);
    let at: UnitId | undefined = unit;
    for (let depth = 0; at !== undefined && depth < DEPTH_MAX; depth += 1) {
      const here = holders.filter((person) => holds(person, role, at, scene));
      if (here.length > 0) return here;
      at = scene.tree.get(at)?.parent;
    }
  }
  return [];
}

const holds = (person: Person, role: Role, unit: UnitId | undefined, scene: Here): boolean =>
  person.memberships.some((each) => each.role === role && each.unit === unit && isValidOn(each, scene.today));
