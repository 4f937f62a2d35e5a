/**
 * People of a split unit about whom nobody has said yet which part they go to. Nothing is kept about it: they hold a role
 * without end at a unit that has one, so whatever ends that role (placing them, moving them, their leaving) settles it.
 */
import { eq, inArray } from 'drizzle-orm';
import { addDays, type Instant, type IsoDate } from '../domain/date.ts';
import { heirsOf } from '../domain/heirs.ts';
import type { PersonId, Role } from '../domain/person.ts';
import type { Unit, UnitId, UnitTree } from '../domain/unit.ts';
import type { Reader, Tx } from './open.ts';
import { heldFrom, moveOn } from './reshape.ts';
import { memberships, people } from './schema.ts';

export interface Undecided {
  person: PersonId;
  name: string;
  /** The unit that was split. */
  unit: UnitId;
  /** Their roles there. */
  roles: Role[];
}

/** A unit that was split: its last day is set, and the units that came after it on the next are its parts. */
export interface SplitUnit {
  unit: Unit;
  /** The first day of the parts. */
  day: IsoDate;
  /** What it was split into, or what became of that since. */
  parts: Unit[];
}

/** Every unit that was split, or will be, in the tree's order; what became of the parts is as of a day. */
export function splitUnits(tree: UnitTree, today: IsoDate): SplitUnit[] {
  const from = new Set([...tree.values()].flatMap(({ splitFrom }) => splitFrom ?? []));
  return [...from].flatMap((id): SplitUnit[] => {
    const unit = tree.get(id);
    if (unit?.validTo === undefined) return [];
    const day = addDays(unit.validTo, 1);
    return [{ unit, day, parts: heirsOf(tree, id, today > day ? today : day) }];
  });
}

/** Everybody of some split units who has not been placed, unit by unit, in the order they joined. */
export function undecidedAt(read: Reader, units: readonly UnitId[]): Undecided[] {
  if (units.length === 0) return [];
  const rows = read
    .select({
      person: memberships.personId,
      name: people.name,
      unit: memberships.unitId,
      role: memberships.role,
      last: memberships.validTo,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(inArray(memberships.unitId, [...units]))
    .orderBy(memberships.unitId, memberships.id)
    .all();
  const found = new Map<string, Undecided>();
  for (const { person, name, unit, role, last } of rows) {
    if (last !== null) continue;
    const known = found.get(`${unit}/${person}`) ?? { person, name, unit, roles: [] };
    known.roles.push(role as Role);
    found.set(`${unit}/${person}`, known);
  }
  return [...found.values()];
}

/** Places somebody of a split unit: they go on at one of its parts with every role they held, from its first day on. */
export function placePerson(tx: Tx, person: PersonId, { unit, day }: SplitUnit, part: Unit, at: Instant): void {
  const from = part.validFrom !== undefined && part.validFrom > day ? part.validFrom : day;
  for (const held of heldFrom(tx, unit.id, day)) {
    if (held.personId === person && held.validTo === null) moveOn(tx, held, part.id, from, at);
  }
}
