/**
 * People, their roles and where they can be reached. A person is the same on every channel; each address belongs to
 * one person at a time. `personAt` and `touch` stand in the way of every message and cost one indexed statement each.
 */
import { and, desc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Instant, IsoDate } from '../domain/date.ts';
import type { Address, ChannelName } from '../domain/message.ts';
import type { Membership, Person, PersonId, Role } from '../domain/person.ts';
import { ROLES } from '../domain/person.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Reader, Tx } from './open.ts';
import { identities, memberships, people } from './schema.ts';
import { statement } from './statement.ts';

/** Where a person was met, and whether the provider still reaches them there. */
export interface Identity {
  id: number;
  address: Address;
  lastSeenAt: Instant;
  /** When the provider last said they cannot be reached here. */
  goneAt?: Instant;
}

const columns = {
  id: people.id,
  code: people.code,
  name: people.name,
  language: people.language,
  unit: memberships.unitId,
  role: memberships.role,
  validFrom: memberships.validFrom,
  validTo: memberships.validTo,
};

type Row = Omit<typeof people.$inferSelect, 'phone'> & {
  unit: UnitId | null;
  role: string | null;
  validFrom: IsoDate | null;
  validTo: IsoDate | null;
};

/** One row per role of a person, all roles of one person together. */
function toPeople(rows: Row[]): Person[] {
  const found = new Map<PersonId, Person>();
  for (const row of rows) {
    const person = found.get(row.id) ?? {
      id: row.id,
      code: row.code,
      name: row.name,
      language: row.language === 'en' ? 'en' : 'vi',
      memberships: [],
    };
    found.set(row.id, person);
    if (row.unit !== null && row.role !== null) person.memberships.push(toMembership(row.unit, row.role, row));
  }
  return [...found.values()];
}

function toMembership(unit: UnitId, text: string, row: Pick<Row, 'validFrom' | 'validTo'>): Membership {
  const role = ROLES.find((known) => known === text);
  if (!role) throw new Error(`memberships.role: "${text}"`);
  return {
    unit,
    role,
    ...(row.validFrom === null ? {} : { validFrom: row.validFrom }),
    ...(row.validTo === null ? {} : { validTo: row.validTo }),
  };
}

const byId = statement((read: Reader) =>
  read
    .select(columns)
    .from(people)
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .where(eq(people.id, sql.placeholder('id')))
    .orderBy(memberships.id)
    .prepare(),
);

const byCode = statement((read: Reader) =>
  read
    .select(columns)
    .from(people)
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .where(eq(people.code, sql.placeholder('code')))
    .orderBy(memberships.id)
    .prepare(),
);

const atAddress = and(
  eq(identities.channel, sql.placeholder('channel')),
  eq(identities.account, sql.placeholder('account')),
  eq(identities.address, sql.placeholder('id')),
);

const byAddress = statement((read: Reader) =>
  read
    .select(columns)
    .from(identities)
    .innerJoin(people, eq(people.id, identities.personId))
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .where(atAddress)
    .orderBy(memberships.id)
    .prepare(),
);

/** The person with this id, with all roles they ever had (`may` asks which hold today). */
export function personById(read: Reader, id: PersonId): Person | undefined {
  return toPeople(byId(read).all({ id }))[0];
}

/** The person with this code, written exactly as in the roster. */
export function personByCode(read: Reader, code: string): Person | undefined {
  return toPeople(byCode(read).all({ code }))[0];
}

/** Who speaks from an address; undefined for somebody never enrolled there. */
export function personAt(read: Reader, address: Address): Person | undefined {
  return toPeople(byAddress(read).all({ ...address }))[0];
}

const validOn = (today: IsoDate) =>
  and(
    or(isNull(memberships.validFrom), lte(memberships.validFrom, today)),
    or(isNull(memberships.validTo), gte(memberships.validTo, today)),
  );

function peopleHolding(read: Reader, role: Role, today: IsoDate, unit?: UnitId): Person[] {
  const holders = read
    .select({ id: memberships.personId })
    .from(memberships)
    .where(
      and(eq(memberships.role, role), validOn(today), unit === undefined ? undefined : eq(memberships.unitId, unit)),
    );
  return toPeople(
    read
      .select(columns)
      .from(people)
      .leftJoin(memberships, eq(memberships.personId, people.id))
      .where(inArray(people.id, holders))
      .orderBy(people.id, memberships.id)
      .all(),
  );
}

/** Those who file for a unit on a day, in the order they joined. */
export function staffOf(read: Reader, unit: UnitId, today: IsoDate): Person[] {
  return peopleHolding(read, 'staff', today, unit);
}

const holder = statement((read: Reader) =>
  read
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.unitId, sql.placeholder('unit')),
        eq(memberships.role, sql.placeholder('role')),
        or(isNull(memberships.validFrom), lte(memberships.validFrom, sql.placeholder('day'))),
        or(isNull(memberships.validTo), gte(memberships.validTo, sql.placeholder('day'))),
      ),
    )
    .prepare(),
);

/** Whether somebody holds a role at a unit on a day. */
export const isHeldAt = (read: Reader, role: Role, unit: UnitId, day: IsoDate): boolean =>
  holder(read).get({ role, unit, day }) !== undefined;

/** The units somebody files for on a day. */
export function unitsWithStaff(read: Reader, today: IsoDate): Set<UnitId> {
  const rows = read
    .selectDistinct({ unit: memberships.unitId })
    .from(memberships)
    .where(and(eq(memberships.role, 'staff'), validOn(today)))
    .all();
  return new Set(rows.map(({ unit }) => unit));
}

const ever = statement((read: Reader) =>
  read
    .select(columns)
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(eq(memberships.role, sql.placeholder('role')))
    .orderBy(people.id, memberships.id)
    .prepare(),
);

/** Everybody who holds a role anywhere on some day, with that role alone: asked once for the days of a whole plan. */
export const peopleEverWithRole = (read: Reader, role: Role): Person[] => toPeople(ever(read).all({ role }));

/** Everybody who holds a role anywhere on a day. */
export function peopleWithRole(read: Reader, role: Role, today: IsoDate): Person[] {
  return peopleHolding(read, role, today);
}

const ofPerson = statement((read: Reader) =>
  read
    .select()
    .from(identities)
    .where(eq(identities.personId, sql.placeholder('person')))
    .orderBy(desc(identities.lastSeenAt), desc(identities.id))
    .prepare(),
);

/** Where a person can be reached, most recently seen first; also addresses they are gone from. */
export function identitiesOf(read: Reader, person: PersonId): Identity[] {
  const rows = ofPerson(read).all({ person });
  return rows.map((row) => ({
    id: row.id,
    address: { channel: row.channel as ChannelName, account: row.account, id: row.address },
    lastSeenAt: row.lastSeenAt,
    ...(row.goneAt === null ? {} : { goneAt: row.goneAt }),
  }));
}

/** Binds an address to a person. An office phone changes hands: the last to enrol on it is who it speaks for. */
export function bind(tx: Tx, person: PersonId, address: Address, at: Instant): void {
  const binding = { personId: person, boundAt: at, lastSeenAt: at, goneAt: null };
  tx.insert(identities)
    .values({ channel: address.channel, account: address.account, address: address.id, ...binding })
    .onConflictDoUpdate({ target: [identities.channel, identities.account, identities.address], set: binding })
    .run();
}

const seen = statement((tx: Tx) =>
  tx
    .update(identities)
    .set({ lastSeenAt: sql`${sql.placeholder('at')}`, goneAt: null })
    .where(atAddress)
    .prepare(),
);

/** Notes that somebody spoke from an address: they are there again. Nothing happens for an unknown address. */
export function touch(tx: Tx, address: Address, at: Instant): void {
  seen(tx).run({ ...address, at });
}

/** Notes that the provider says nobody can be reached at an address. */
export function markGone(tx: Tx, address: Address, at: Instant): void {
  tx.update(identities)
    .set({ goneAt: at })
    .where(
      and(
        eq(identities.channel, address.channel),
        eq(identities.account, address.account),
        eq(identities.address, address.id),
      ),
    )
    .run();
}

/** Everybody in the roster, in the order they joined. */
export function everybody(read: Reader): Pick<Person, 'id' | 'code' | 'name'>[] {
  return read.select({ id: people.id, code: people.code, name: people.name }).from(people).orderBy(people.id).all();
}

/** Keeps the language a person wants to be spoken to in. */
export function keepLanguage(tx: Tx, person: PersonId, language: Person['language']): void {
  tx.update(people).set({ language }).where(eq(people.id, person)).run();
}
