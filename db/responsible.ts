/** Who answers for a unit on a day, and who stands above: read once for all units, since a province has thousands. */
import type { IsoDate } from '../domain/date.ts';
import { isValidOn, type Person, type PersonId, type Role } from '../domain/person.ts';
import type { Unit, UnitId, UnitTree } from '../domain/unit.ts';
import { coversOn } from './covers.ts';
import type { Reader } from './open.ts';
import { peopleWithRole } from './people.ts';

/** People by the unit they hold a role at. */
type Holders = ReadonlyMap<UnitId, readonly Person[]>;

interface Day {
  staff: Holders;
  coordinator: Holders;
  leader: Holders;
}

/** Asks the archive at most once for each role and day. */
export function responsible(read: Reader, tree: UnitTree) {
  const days = new Map<IsoDate, Partial<Day>>();
  const holders = (role: keyof Day, day: IsoDate): Holders => {
    const known = days.get(day) ?? {};
    days.set(day, known);
    known[role] ??= role === 'staff' ? staffOn(read, day) : byUnit(peopleWithRole(read, role, day), role, day);
    return known[role];
  };
  return {
    /** Those who file for a unit; somebody away is replaced by whoever takes their reminders, or left out. */
    staff: (unit: Unit, day: IsoDate): readonly Person[] => holders('staff', day).get(unit.id) ?? [],
    /** Those with a role at the nearest unit at or above it. */
    nearest: (role: 'coordinator' | 'leader', unit: Unit, day: IsoDate): readonly Person[] => {
      const held = holders(role, day);
      for (let at: Unit | undefined = unit; at; at = at.parent === undefined ? undefined : tree.get(at.parent)) {
        const people = held.get(at.id);
        if (people) return people;
      }
      return [];
    },
  };
}

function byUnit(people: readonly Person[], role: Role, day: IsoDate): Map<UnitId, Person[]> {
  const units = new Map<UnitId, Person[]>();
  for (const person of people) {
    for (const membership of person.memberships) {
      if (membership.role !== role || !isValidOn(membership, day)) continue;
      const known = units.get(membership.unit);
      if (known) known.push(person);
      else units.set(membership.unit, [person]);
    }
  }
  return units;
}

function staffOn(read: Reader, day: IsoDate): Holders {
  const staff = peopleWithRole(read, 'staff', day);
  const units = byUnit(staff, 'staff', day);
  const away = coversOn(read, day);
  if (away.size === 0) return units;
  const byId = new Map<PersonId, Person>(staff.map((person) => [person.id, person]));
  for (const [unit, people] of units) {
    const there = people.flatMap((person): Person[] => {
      const cover = away.get(person.id);
      if (cover === undefined) return [person];
      const other = cover === null ? undefined : byId.get(cover);
      return other && !away.has(other.id) ? [other] : [];
    });
    units.set(unit, [...new Map(there.map((person) => [person.id, person])).values()]);
  }
  return units;
}
