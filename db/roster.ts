/**
 * Keeps a checked roster: units, people and roles are added or changed, never removed; who is missing from a file
 * stays, and so does what a file leaves empty. Keeping the same roster again changes nothing.
 */
import { and, eq, sql } from 'drizzle-orm';
import { dateAt, type Instant } from '../domain/date.ts';
import type { Role } from '../domain/person.ts';
import type { CheckedRoster, KnownRoster, MembershipRow, PersonRow, UnitLife, UnitRow } from '../domain/roster.ts';
import type { KnownRole } from '../domain/roster-kept.ts';
import { settled } from '../domain/roster-row.ts';
import { LONG_AGO } from '../domain/unit.ts';
import type { Reader, Tx } from './open.ts';
import { audit, memberships, people, units } from './schema.ts';
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
  /** Whose name and telephone were not written down, because they have had them erased. */
  erased?: string[];
}

/** What the archive knows, for a sheet to be checked against. */
export function knownRoster(read: Reader): KnownRoster {
  const rows = read.select().from(units).all();
  const codes = new Map(rows.map(({ id, code }) => [id, code]));
  return {
    units: rows.map(({ code, name, parentId, validFrom, validTo, successorId, splitFromId }) => {
      const parentCode = codes.get(parentId ?? 0);
      const successorCode = codes.get(successorId ?? 0);
      const splitFromCode = codes.get(splitFromId ?? 0);
      return {
        code,
        name,
        ...(parentCode ? { parentCode } : {}),
        ...datesOf({ validFrom, validTo }),
        ...(successorCode ? { successorCode } : {}),
        ...(splitFromCode ? { splitFromCode } : {}),
      };
    }),
    people: read.select({ code: people.code }).from(people).all(),
    roles: rolesKnown(read),
  };
}

const datesOf = ({ validFrom, validTo }: Pick<RoleInArchive, 'validFrom' | 'validTo'>) => ({
  ...(validFrom === null ? {} : { validFrom }),
  ...(validTo === null ? {} : { validTo }),
});

const rolesKnown = (read: Reader): KnownRole[] =>
  read
    .select({
      personCode: people.code,
      unitCode: units.code,
      role: memberships.role,
      validFrom: memberships.validFrom,
      validTo: memberships.validTo,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(units, eq(units.id, memberships.unitId))
    .all()
    .map(({ validFrom, validTo, role, ...held }) => ({
      ...held,
      role: role as Role,
      ...datesOf({ validFrom, validTo }),
    }));

/** Adds and changes what the roster says; `at` is when. */
export function applyRoster(
  tx: Tx,
  checked: Pick<CheckedRoster, 'units' | 'people' | 'memberships'>,
  at: Instant,
): Applied {
  const ofUnits = applyUnits(tx, checked.units);
  const { erased, ...ofPeople } = applyPeople(tx, checked.people, checked.memberships, at);
  const applied = { units: ofUnits, people: ofPeople, ...(erased.length > 0 ? { erased } : {}) };
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
      ...lifeAfter(unit, row.life ?? {}, idOf),
    };
    const same = (Object.keys(wanted) as (keyof UnitInArchive)[]).every((column) => wanted[column] === unit[column]);
    if (!same) tx.update(units).set(wanted).where(eq(units.id, unit.id)).run();
    if (!added.has(row.code)) (same ? tally.unchanged : tally.changed).push(row.code);
  }
  return tally;
}

/** What is known of a unit's life with what the sheet states of it. "không" does not contradict that it was always there. */
function lifeAfter(unit: UnitInArchive, life: UnitLife, idOf: (code: string | undefined) => number | null) {
  const { validFrom, validTo, successorCode } = life;
  const successor = typeof successorCode === 'string' ? idOf(successorCode) : successorCode;
  return {
    validFrom: settled(validFrom, unit.validFrom) ?? (unit.validFrom === LONG_AGO ? LONG_AGO : null),
    validTo: settled(validTo, unit.validTo),
    successorId: settled(successor, unit.successorId),
  };
}

const insertPerson = statement((tx: Tx) =>
  tx
    .insert(people)
    .values({ code: sql.placeholder('code'), name: sql.placeholder('name'), phone: sql.placeholder('phone') })
    .returning()
    .prepare(),
);

type PersonInArchive = typeof people.$inferSelect;

function applyPeople(
  tx: Tx,
  rows: readonly PersonRow[],
  roles: readonly MembershipRow[],
  at: Instant,
): Tally & { erased: string[] } {
  const archived = new Map(
    tx
      .select()
      .from(people)
      .all()
      .map((person) => [person.code, person]),
  );
  const added = new Set<string>();
  for (const { code, name, phone } of rows) {
    if (archived.has(code)) continue;
    archived.set(code, insertPerson(tx).get({ code, name, phone: phone ?? null }));
    added.add(code);
  }
  const ids = new Map([...archived].map(([code, { id }]) => [code, id]));
  const changed = applyRoles(tx, roles, ids);
  const erased = erasedForGood(tx, at);
  for (const row of rows) {
    const person = archived.get(row.code);
    if (person && !erased.has(row.code) && rename(tx, person, row)) changed.add(row.code);
  }
  const codes = rows.map(({ code }) => code);
  return {
    added: codes.filter((code) => added.has(code)),
    changed: codes.filter((code) => changed.has(code) && !added.has(code)),
    unchanged: codes.filter((code) => !changed.has(code) && !added.has(code)),
    erased: codes.filter((code) => erased.has(code)),
  };
}

/** Gives a person the name and the telephone of the sheet; says whether anything was not so already. */
function rename(tx: Tx, person: PersonInArchive, { name, phone }: PersonRow): boolean {
  if (person.name === name && (phone === undefined || person.phone === phone)) return false;
  // An empty telephone cell leaves the number as it is: most sheets have no telephone at all.
  tx.update(people)
    .set({ name, ...(phone === undefined ? {} : { phone }) })
    .where(eq(people.id, person.id))
    .run();
  return true;
}

/** Who has had their personal data erased and holds no role since: an older sheet must not write it down again. */
function erasedForGood(tx: Tx, at: Instant): Set<string> {
  const today = dateAt(at);
  const rows = tx
    .select({ subject: audit.subject })
    .from(audit)
    .where(
      and(
        eq(audit.action, 'erase_data'),
        sql`not exists (
      select 1 from ${people} p join ${memberships} m on m.person_id = p.id
      where 'person:' || p.code = ${audit.subject} and (m.valid_to is null or m.valid_to >= ${today}))`,
      ),
    )
    .all();
  return new Set(rows.map(({ subject }) => subject.slice('person:'.length)));
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
  for (const { personCode, unitCode, role, ...stated } of roles) {
    const personId = personIds.get(personCode);
    const unitId = unitIds.get(unitCode);
    if (personId === undefined || unitId === undefined) {
      throw new Error(`Roster not checked: ${personCode} in ${unitCode}`);
    }
    const kept = archived.get(roleKey(personId, unitId, role));
    const validFrom = settled(stated.validFrom, kept?.validFrom ?? null);
    const validTo = settled(stated.validTo, kept?.validTo ?? null);
    if (kept && kept.validFrom === validFrom && kept.validTo === validTo) continue;
    if (kept) tx.update(memberships).set({ validFrom, validTo }).where(eq(memberships.id, kept.id)).run();
    else insertRole(tx).run({ personId, unitId, role, validFrom, validTo });
    changed.add(personCode);
  }
  return changed;
}
