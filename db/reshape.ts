/**
 * Units merged or split. The old ones stay in the archive with their last day and everything that was said for them;
 * their people go on at the new ones, and for a while may still finish what the old ones owe.
 */
import { and, eq, gte, isNull, or } from 'drizzle-orm';
import { addDays, type Instant, type IsoDate } from '../domain/date.ts';
import type { Role } from '../domain/person.ts';
import { fold } from '../domain/text.ts';
import { placeName, type UnitId, type UnitKind } from '../domain/unit.ts';
import { endPost, givePost } from './memberships.ts';
import type { Tx } from './open.ts';
import { memberships, units } from './schema.ts';
import { keepSplit, markRosterChanged, unitTree } from './units.ts';

/** How long those who filed for an old unit may still send its last months: past the next due date and a correction. */
export const CLOSING_DAYS = 45;

export interface NewUnit {
  name: string;
  kind: UnitKind;
  parent?: UnitId;
}

/** Merges units into a new one from a day on; answers its id. */
export function mergeUnits(tx: Tx, olds: readonly UnitId[], into: NewUnit, day: IsoDate, at: Instant): UnitId {
  const id = addUnit(tx, into, day);
  for (const old of olds) {
    close(tx, old, day, id);
    goOn(tx, old, id, day, at);
  }
  markRosterChanged(tx, at);
  return id;
}

/** Splits a unit from a day on; its people go on at the first part. Answers the ids of the parts. */
export function splitUnit(tx: Tx, old: UnitId, parts: readonly NewUnit[], day: IsoDate, at: Instant): UnitId[] {
  const ids = parts.map((part) => addUnit(tx, part, day));
  const [first] = ids;
  if (first === undefined) throw new Error('split into nothing');
  close(tx, old, day, null);
  keepSplit(tx, old, ids);
  goOn(tx, old, first, day, at);
  markRosterChanged(tx, at);
  return ids;
}

function addUnit(tx: Tx, { name, kind, parent }: NewUnit, day: IsoDate): UnitId {
  return tx
    .insert(units)
    .values({ code: freeUnitCode(tx, name), name, kind, parentId: parent ?? null, validFrom: day })
    .returning({ id: units.id })
    .get().id;
}

/** "UBND phường Hồng Lĩnh" → 'hong-linh', or the first number behind it that is free. */
function freeUnitCode(tx: Tx, name: string): string {
  const base = fold(placeName(name))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const taken = new Set([...unitTree(tx).values()].map(({ code }) => fold(code)));
  for (const { code } of tx.select({ code: units.code }).from(units).all()) taken.add(fold(code));
  let code = base;
  for (let number = 2; taken.has(code); number += 1) code = `${base}-${number}`;
  return code;
}

function close(tx: Tx, old: UnitId, day: IsoDate, successor: UnitId | null): void {
  tx.update(units)
    .set({ validTo: addDays(day, -1), ...(successor === null ? {} : { successorId: successor }) })
    .where(eq(units.id, old))
    .run();
  if (successor !== null) tx.update(units).set({ parentId: successor }).where(eq(units.parentId, old)).run();
}

/** Everybody with a role at the old unit has it at the new one from the day on. */
function goOn(tx: Tx, old: UnitId, to: UnitId, day: IsoDate, at: Instant): void {
  const held = tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.unitId, old), or(isNull(memberships.validTo), gte(memberships.validTo, day))))
    .all();
  for (const { personId, role } of held) {
    const post = { unit: old, role: role as Role };
    const closes = role === 'staff' ? CLOSING_DAYS : 0;
    endPost(tx, personId, post, addDays(day, closes - 1), at);
    givePost(tx, personId, { unit: to, role: role as Role, from: day }, at);
  }
}
