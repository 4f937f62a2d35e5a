/**
 * Keeps a checked roster: units, people and roles are added or changed, never removed; who is missing from a file
 * stays. Keeping the same roster again changes nothing.
 */
import { eq, sql } from 'drizzle-orm';
import type { Instant } from '../domain/date.ts';
import type { CheckedRoster, KnownRoster, MembershipRow, PersonRow, UnitRow } from '../domain/roster.ts';
import { LONG_AGO } from '../domain/unit.ts';
import type { Reader, Tx } from './open.ts';
import { memberships, people, units } from './schema.ts';
import { statement } from './statement.ts';
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
        // An empty cell does not contradict that it was always there.
        validFrom: row.life.validFrom ?? (unit.validFrom === LONG_AGO ? LONG_AGO : null),
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

const insertPerson = statement((tx: Tx) =>
  tx
    .insert(people)
    .values({ code: sql.placeholder('code'), name: sql.placeholder('name'), phone: sql.placeholder('phone') })
    .returning()
    .prepare(),
);

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
      archived.set(code, insertPerson(tx).get({ code, name, phone: phone ?? null }));
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
  const ids = new Map([...archived].map(([code, { id }]) => [code, id]));
  for (const code of applyRoles(tx, roles, ids)) changed.add(code);
  const codes = rows.map(({ code }) => code);
  return {
    added: codes.filter((code) => added.has(code)),
    changed: codes.filter((code) => changed.has(code) && !added.has(code)),
    unchanged: codes.filter((code) => !changed.has(code) && !added.has(code)),
  };
}

type RoleInArchive = typeof memberships.$inferSelect;

const roleKey = (personId: number, unitId: number, role: string): string => `${personId} ${unitId} ${role}`;

const insertRole = statement((tx: Tx) =>
  tx
    .insert(memberships)
    .values({
      personId: sql.placeholder('personId'),
      unitId: sql.placeholder('unitId'),
      role: sql.placeholder('role'),
      validFrom: sql.placeholder('validFrom'),
      validTo: sql.placeholder('validTo'),
    })
    .prepare(),
);

/** Gives people their roles, with the dates of the sheet; says for whom anything was not so already. */
function applyRoles(tx: Tx, roles: readonly MembershipRow[], personIds: ReadonlyMap<string, number>): Set<string> {
  const unitIds = new Map(
    tx
      .select({ id: units.id, code: units.code })
      .from(units)
      .all()
      .map(({ id, code }) => [code, id]),
  );
  const archived = new Map<string, RoleInArchive>();
  for (const row of tx.select().from(memberships).all()) archived.set(roleKey(row.personId, row.unitId, row.role), row);
  const changed = new Set<string>();
  for (const { personCode, unitCode, role, validFrom = null, validTo = null } of roles) {
    const personId = personIds.get(personCode);
    const unitId = unitIds.get(unitCode);
    if (personId === undefined || unitId === undefined) {
      throw new Error(`Roster not checked: ${personCode} in ${unitCode}`);
    }
    const kept = archived.get(roleKey(personId, unitId, role));
    if (kept && kept.validFrom === validFrom && kept.validTo === validTo) continue;
    if (kept) tx.update(memberships).set({ validFrom, validTo }).where(eq(memberships.id, kept.id)).run();
    else insertRole(tx).run({ personId, unitId, role, validFrom, validTo });
    changed.add(personCode);
  }
  return changed;
}
