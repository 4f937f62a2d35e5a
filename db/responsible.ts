/**
 * Who answers for a unit on a day, and who stands above: read once for all units and days, since both are many. For a
 * unit that has ended those answer who still hold a role there to finish its work, and after them the staff of what it
 * became.
 */
import type { IsoDate } from '../domain/date.ts';
import { heirsOf } from '../domain/heirs.ts';
import { isValidOn, type Membership, type Person, type PersonId } from '../domain/person.ts';
import { type Unit, type UnitId, type UnitTree, upwards } from '../domain/unit.ts';
import { coversOn } from './covers.ts';
import type { Reader } from './open.ts';
import { peopleEverWithRole, staffOf } from './people.ts';

interface Held {
  person: Person;
  membership: Membership;
}

/** Who ever held a role, by unit. */
type Holders = ReadonlyMap<UnitId, readonly Held[]>;

type Asked = 'staff' | 'coordinator' | 'leader';

/** Asks the archive at most once for each role, and for each day who is away. */
export function responsible(read: Reader, tree: UnitTree) {
  const roles = new Map<Asked, Holders>();
  const away = new Map<IsoDate, ReadonlyMap<PersonId, PersonId | null>>();
  const holders = (role: Asked): Holders => {
    const known = roles.get(role) ?? byUnit(peopleEverWithRole(read, role));
    roles.set(role, known);
    return known;
  };
  const on = (role: Asked, unit: UnitId, day: IsoDate): Person[] =>
    (holders(role).get(unit) ?? []).flatMap(({ person, membership }) => (isValidOn(membership, day) ? [person] : []));
  const awayOn = (day: IsoDate): ReadonlyMap<PersonId, PersonId | null> => {
    const known = away.get(day) ?? coversOn(read, day);
    away.set(day, known);
    return known;
  };
  return {
    /** Those who file for a unit; somebody away is replaced by whoever takes their reminders, or left out. */
    staff: (unit: Unit, day: IsoDate): readonly Person[] => {
      const own = on('staff', unit.id, day);
      const people = own.length > 0 ? own : each(heirsOf(tree, unit.id, day).flatMap(({ id }) => on('staff', id, day)));
      const covers = awayOn(day);
      return covers.size === 0 ? people : present(people, covers, (id) => staffById(holders('staff'), id, day));
    },
    /** Those with a role at the nearest unit at or above it. */
    nearest: (role: 'coordinator' | 'leader', unit: Unit, day: IsoDate): readonly Person[] => {
      for (const { id } of upwards(unit, tree)) {
        const people = on(role, id, day);
        if (people.length > 0) return people;
      }
      return [];
    },
  };
}

/** Those who file for one unit today, also where it has ended; whoever is away is among them. */
export function staffAnswering(read: Reader, tree: UnitTree, unit: UnitId, today: IsoDate): Person[] {
  const own = staffOf(read, unit, today);
  return own.length > 0 ? own : each(heirsOf(tree, unit, today).flatMap(({ id }) => staffOf(read, id, today)));
}

/** Everybody once. */
const each = (people: readonly Person[]): Person[] => [...new Map(people.map((one) => [one.id, one])).values()];

function byUnit(people: readonly Person[]): Map<UnitId, Held[]> {
  const units = new Map<UnitId, Held[]>();
  for (const person of people) {
    for (const membership of person.memberships) {
      const known = units.get(membership.unit);
      if (known) known.push({ person, membership });
      else units.set(membership.unit, [{ person, membership }]);
    }
  }
  return units;
}

/** Who of these is there, each once, with whoever stands in for the others and is there themselves. */
function present(
  people: readonly Person[],
  away: ReadonlyMap<PersonId, PersonId | null>,
  staff: (id: PersonId) => Person | undefined,
): Person[] {
  const there = people.flatMap((person): Person[] => {
    const cover = away.get(person.id);
    if (cover === undefined) return [person];
    const other = cover === null || away.has(cover) ? undefined : staff(cover);
    return other ? [other] : [];
  });
  return each(there);
}

/** A member of staff of any unit on a day. */
function staffById(holders: Holders, id: PersonId, day: IsoDate): Person | undefined {
  for (const held of holders.values()) {
    const found = held.find(({ person, membership }) => person.id === id && isValidOn(membership, day));
    if (found) return found.person;
  }
  return undefined;
}
