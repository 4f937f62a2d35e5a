/**
 * Keeps a checked roster: units, people and roles are added or changed, never removed; who is missing from a file
 * stays. Keeping the same roster again changes nothing.
 */
import { and, eq } from 'drizzle-orm';
import type { Instant } from '../domain/date.ts';
import type { CheckedRoster, KnownRoster, MembershipRow, PersonRow, UnitRow } from '../domain/roster.ts';
import type { Reader, Tx } from './open.ts';
import { memberships, people, units } from './schema.ts';
import { markRosterChanged } from './units.ts';

/** Codes of what an import did. */
export interface Tally {
  added: string[];
  changed: string[];
  unchanged: string[];
}

export interface Applied {
  units: Tally;
  people: Tally;
}

/** What the archive knows, for a sheet to be checked against. */
export function knownRoster(read: Reader): KnownRoster {
  const rows = read.select().from(units).all();
  const codes = new Map(rows.map(({ id, code }) => [id, code]));
  return {
    units: rows.map(({ code, parentId, successorId }) => {
      const parentCode = codes.get(parentId ?? 0);
      const successorCode = codes.get(successorId ?? 0);
      return { code, ...(parentCode ? { parentCode } : {}), ...(successorCode ? { successorCode } : {}) };
    }),
    people: read.select({ code: people.code }).from(people).all(),
  };
}

/** Adds and changes what the roster says; `at` is when. */
export function applyRoster(
  tx: Tx,
  checked: Pick<CheckedRoster, 'units' | 'people' | 'memberships'>,
  at: Instant,
): Applied {
  const applied = {
    units: applyUnits(tx, checked.units),
    people: applyPeople(tx, checked.people, checked.memberships),
  };
  const touched = [applied.units, applied.people].some(({ added, changed }) => added.length + changed.length > 0);
  if (touched) markRosterChanged(tx, at);
  return applied;
}

type UnitInArchive = typeof units.$inferSelect;

function applyUnits(tx: Tx, rows: readonly UnitRow[]): Tally {
  const tally: Tally = { added: [], changed: [], unchanged: [] };
  const archived = new Map(
    tx
      .select()
      .from(units)
      .all()
      .map((unit) => [unit.code, unit]),
  );
  for (const { code, name, kind } of rows) {
    if (archived.has(code)) continue;
    // Parents and successors come in the second pass: they may stand further down in the sheet.
    archived.set(code, tx.insert(units).values({ code, name, kind }).returning().get());
    tally.added.push(code);
  }
  const added = new Set(tally.added);
  const idOf = (code: string | undefined) => (code === undefined ? null : (archived.get(code)?.id ?? null));
  for (const row of rows) {
    const unit = archived.get(row.code);
    if (!unit) continue;
    const wanted: UnitInArchive = {
      ...unit,
      name: row.name,
      kind: row.kind,
      parentId: idOf(row.parentCode),
      ...(row.life && {
        validFrom: row.life.validFrom ?? null,
        validTo: row.life.validTo ?? null,
        successorId: idOf(row.life.successorCode),
      }),
    };
    const same = (Object.keys(wanted) as (keyof UnitInArchive)[]).every((column) => wanted[column] === unit[column]);
    if (!same) tx.update(units).set(wanted).where(eq(units.id, unit.id)).run();
    if (!added.has(row.code)) (same ? tally.unchanged : tally.changed).push(row.code);
  }
  return tally;
}

function applyPeople(tx: Tx, rows: readonly PersonRow[], roles: readonly MembershipRow[]): Tally {
  const archived = new Map(
    tx
      .select()
      .from(people)
      .all()
      .map((person) => [person.code, person]),
  );
  const added = new Set<string>();
  const changed = new Set<string>();
  for (const { code, name, phone } of rows) {
    const person = archived.get(code);
    if (!person) {
      archived.set(code, tx.insert(people).values({ code, name, phone }).returning().get());
      added.add(code);
    } else if (person.name !== name || (phone !== undefined && person.phone !== phone)) {
      // An empty telephone cell leaves the number as it is: most sheets have no telephone at all.
      tx.update(people)
        .set({ name, ...(phone === undefined ? {} : { phone }) })
        .where(eq(people.id, person.id))
        .run();
      changed.add(code);
    }
  }
  const unitIds = new Map(
    tx
      .select({ id: units.id, code: units.code })
      .from(units)
      .all()
      .map(({ id, code }) => [code, id]),
  );
  for (const role of roles) {
    const personId = archived.get(role.personCode)?.id;
    const unitId = unitIds.get(role.unitCode);
    if (personId === undefined || unitId === undefined) {
      throw new Error(`Roster not checked: ${role.personCode} in ${role.unitCode}`);
    }
    if (applyRole(tx, personId, unitId, role)) changed.add(role.personCode);
  }
  const codes = rows.map(({ code }) => code);
  return {
    added: codes.filter((code) => added.has(code)),
    changed: codes.filter((code) => changed.has(code) && !added.has(code)),
    unchanged: codes.filter((code) => !changed.has(code) && !added.has(code)),
  };
}

/** Gives a person a role in a unit, with the dates of the sheet; says whether anything was not so already. */
function applyRole(tx: Tx, personId: number, unitId: number, row: MembershipRow): boolean {
  const dates = { validFrom: row.validFrom ?? null, validTo: row.validTo ?? null };
  const here = and(eq(memberships.personId, personId), eq(memberships.unitId, unitId), eq(memberships.role, row.role));
  const kept = tx.select().from(memberships).where(here).get();
  if (!kept) {
    tx.insert(memberships)
      .values({ personId, unitId, role: row.role, ...dates })
      .run();
    return true;
  }
  if (kept.validFrom === dates.validFrom && kept.validTo === dates.validTo) return false;
  tx.update(memberships).set(dates).where(eq(memberships.id, kept.id)).run();
  return true;
}
