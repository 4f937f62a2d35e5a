/**
 * Who looks after a unit, for whoever needs a person and not only a role: whom to ask, whom to call, who decides. One
 * rule for all of it, so that the name told is the name that hears of it.
 */
import { doorsOf } from '../../db/audience.ts';
import { peopleWithRole } from '../../db/people.ts';
import type { IsoDate } from '../../domain/date.ts';
import { isValidOn, type Person, type Role } from '../../domain/person.ts';
import { type UnitId, upwards } from '../../domain/unit.ts';
import type { Scene } from '../scene.ts';

type Here = Pick<Scene, 'tx' | 'today' | 'tree'>;

const ROLES_ASKED: readonly Role[] = ['coordinator', 'admin'];

/**
 * Those who look after a unit: the coordinators of the nearest unit, its own or above, where one of them can be written
 * to, those who can be first. Administrators where no coordinator can be; the nearest coordinators where nobody can at
 * all, since they can still be called.
 */
export const coordinatorsOver = (scene: Here, unit: UnitId): Person[] => overseersIn(scene)(unit);

/** The same for many units: the archive is asked once. */
export function overseersIn({ tx, today, tree }: Here): (unit: UnitId) => Person[] {
  const roles = ROLES_ASKED.map((role) => holdersByUnit(peopleWithRole(tx, role, today), role, today));
  const everybody = roles.flatMap((holders) => [...holders.values()].flat());
  const doors = doorsOf(
    tx,
    everybody.map(({ id }) => id),
  );
  const isReached = ({ id }: Person): boolean => (doors.get(id)?.open.length ?? 0) > 0;
  return (unit) => {
    const start = tree.get(unit);
    const above = start ? upwards(start, tree) : [];
    const levels = roles.flatMap((holders) => above.flatMap(({ id }) => [holders.get(id) ?? []]));
    const held = levels.filter((people) => people.length > 0);
    const nearest = held.find((people) => people.some(isReached)) ?? held[0] ?? [];
    return nearest.toSorted((a, b) => Number(isReached(b)) - Number(isReached(a)));
  };
}

/** Whom to call about a unit; nobody is told to call themselves. */
export const contactFor = (scene: Here & Pick<Scene, 'person'>, unit: UnitId): string | undefined =>
  coordinatorsOver(scene, unit).find(({ id }) => id !== scene.person.id)?.name;

function holdersByUnit(people: readonly Person[], role: Role, today: IsoDate): Map<UnitId, Person[]> {
  const holders = new Map<UnitId, Person[]>();
  for (const person of people) {
    for (const membership of person.memberships) {
      if (membership.role !== role || !isValidOn(membership, today)) continue;
      holders.set(membership.unit, [...(holders.get(membership.unit) ?? []), person]);
    }
  }
  return holders;
}
