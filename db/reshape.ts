/**
 * Units merged or split. The old ones stay in the archive with their last day and everything that was said for them;
 * their people go on at the new ones, and for a while may still finish what the old ones owe.
 */
import { and, eq, gte, isNull, or } from 'drizzle-orm';
import { addDays, type Instant, type IsoDate } from '../domain/date.ts';
import { hasEnded, owesFrom } from '../domain/heirs.ts';
import type { PersonId, Role } from '../domain/person.ts';
import { fold } from '../domain/text.ts';
import { LONG_AGO, placeName, type UnitId, type UnitKind } from '../domain/unit.ts';
import { endPost, givePost } from './memberships.ts';
import type { Reader, Tx } from './open.ts';
import { memberships, units } from './schema.ts';
import { markRosterChanged, unitTree } from './units.ts';

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

/** Merges units into one there is, from a day on: it goes on under its name and code, with a past of its own. */
export function absorbUnits(tx: Tx, olds: readonly UnitId[], into: UnitId, day: IsoDate, at: Instant): void {
  const tree = unitTree(tx);
  const heir = tree.get(into);
  if (!heir) throw new Error(`no unit ${into}`);
  tx.update(units)
    .set({ validFrom: owesFrom(tree, heir) ?? LONG_AGO })
    .where(eq(units.id, into))
    .run();
  for (const old of olds) {
    close(tx, old, day, into);
    goOn(tx, old, into, day, at);
  }
  markRosterChanged(tx, at);
}

/**
 * Splits a unit from a day on; answers the ids of the parts.
 * @param places the part, by its number, each person goes on at; whoever is not in it keeps their role at the old unit,
 *   without end, until somebody says where they go: see db/undecided.ts
 * @param under the part, by its number, each unit under it goes to; the first for those not in it, so that none that goes
 *   on is left under one that ended
 */
export function splitUnit(
  tx: Tx,
  old: UnitId,
  parts: readonly NewUnit[],
  day: IsoDate,
  at: Instant,
  places: ReadonlyMap<PersonId, number> = new Map(),
  under: ReadonlyMap<UnitId, number> = new Map(),
): UnitId[] {
  const below = [...unitTree(tx).values()].filter((unit) => unit.parent === old && !hasEnded(unit, day));
  const ids = parts.map((part) => addUnit(tx, part, day, old));
  if (ids.length === 0) throw new Error('split into nothing');
  close(tx, old, day, null);
  for (const { id } of below) {
    const parent = ids[under.get(id) ?? 0] ?? ids[0] ?? old;
    tx.update(units).set({ parentId: parent }).where(eq(units.id, id)).run();
  }
  for (const held of heldFrom(tx, old, day)) {
    const to = ids[places.get(held.personId) ?? -1];
    if (to !== undefined) moveOn(tx, held, to, day, at);
  }
  markRosterChanged(tx, at);
  return ids;
}

function addUnit(tx: Tx, { name, kind, parent }: NewUnit, day: IsoDate, splitFrom?: UnitId): UnitId {
  return tx
    .insert(units)
    .values({
      code: freeUnitCode(tx, name),
      name,
      kind,
      parentId: parent ?? null,
      validFrom: day,
      splitFromId: splitFrom ?? null,
    })
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
  for (const held of heldFrom(tx, old, day)) moveOn(tx, held, to, day, at);
}

export type HeldRole = typeof memberships.$inferSelect;

/** The roles at a unit that reach a day or begin after it. */
export const heldFrom = (read: Reader, unit: UnitId, day: IsoDate): HeldRole[] =>
  read
    .select()
    .from(memberships)
    .where(and(eq(memberships.unitId, unit), or(isNull(memberships.validTo), gte(memberships.validTo, day))))
    .orderBy(memberships.id)
    .all();

/** One role goes on at another unit from a day on; staff may finish the old unit's months for a while. */
export function moveOn(tx: Tx, held: HeldRole, to: UnitId, day: IsoDate, at: Instant): void {
  const { personId, unitId, validFrom, validTo } = held;
  const role = held.role as Role;
  const closes = role === 'staff' ? CLOSING_DAYS : 0;
  endPost(tx, personId, { unit: unitId, role }, addDays(day, closes - 1), at);
  const from = validFrom !== null && validFrom > day ? validFrom : day;
  const there = heldFrom(tx, to, from).find((each) => each.personId === personId && each.role === role);
  givePost(tx, personId, { unit: to, role, from }, at);
  // A role that begins later, or has its last day, keeps both; one they have there anyway is not cut short by it.
  if (validTo === null || (there && there.validTo === null)) return;
  const last = there?.validTo && there.validTo > validTo ? there.validTo : validTo;
  endPost(tx, personId, { unit: to, role }, last, at);
}
