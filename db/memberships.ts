/**
 * People and their roles as they change by chat: somebody new, a role from a day on, a role that ends. Rows are never
 * removed: a role that ended stays with its last day.
 */
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { addDays, type Instant, type IsoDate } from '../domain/date.ts';
import { isValidOn, type Person, type PersonId, type Role } from '../domain/person.ts';
import { nameReader } from '../domain/person-name.ts';
import { fold } from '../domain/text.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Reader, Tx } from './open.ts';
import { personById } from './people.ts';
import { enrolmentCodes, identities, memberships, people, sessions } from './schema.ts';
import { markRosterChanged } from './units.ts';

/** A role somebody shall have, from a day on or at once. */
export interface Post {
  unit: UnitId;
  role: Role;
  from?: IsoDate;
}

/**
 * Somebody new with one role. The code is the unit's with a number: it stays in the audit trail for ever, so it does
 * not hold the name.
 */
export function addPerson(tx: Tx, name: string, unitCode: string, post: Post, at: Instant): Person {
  const { id } = tx
    .insert(people)
    .values({ code: freeCode(tx, unitCode), name })
    .returning({ id: people.id })
    .get();
  givePost(tx, id, post, at);
  const person = personById(tx, id);
  if (!person) throw new Error(`person ${id} was not kept`);
  return person;
}

/** The first number behind a unit's code that nobody has. */
function freeCode(tx: Tx, unitCode: string): string {
  const taken = new Set(
    tx
      .select({ code: people.code })
      .from(people)
      .all()
      .map(({ code }) => fold(code)),
  );
  for (let number = 1; ; number += 1) {
    const code = `${unitCode}-${number}`;
    if (!taken.has(fold(code))) return code;
  }
}

/** Gives somebody a role; one they had before at that unit begins anew, unless it holds without end. */
export function givePost(tx: Tx, person: PersonId, { unit, role, from }: Post, at: Instant): void {
  const kept = tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.personId, person), eq(memberships.unitId, unit), eq(memberships.role, role)))
    .get();
  if (!kept) {
    tx.insert(memberships)
      .values({ personId: person, unitId: unit, role, validFrom: from ?? null })
      .run();
  } else if (kept.validTo !== null) {
    const goesOn = from === undefined || addDays(kept.validTo, 1) >= from;
    tx.update(memberships)
      .set({ validTo: null, ...(goesOn ? {} : { validFrom: from }) })
      .where(eq(memberships.id, kept.id))
      .run();
  }
  markRosterChanged(tx, at);
}

/** Ends a role on its last day. */
export function endPost(tx: Tx, person: PersonId, { unit, role }: Post, last: IsoDate, at: Instant): void {
  tx.update(memberships)
    .set({ validTo: last })
    .where(
      and(
        eq(memberships.personId, person),
        eq(memberships.unitId, unit),
        eq(memberships.role, role),
        or(isNull(memberships.validTo), gt(memberships.validTo, last)),
      ),
    )
    .run();
  markRosterChanged(tx, at);
}

/** Everybody with a role at a unit on a day, in the order they joined. */
export function membersOf(read: Reader, unit: UnitId, day: IsoDate): { person: Person; role: Role }[] {
  const rows = read
    .select({ person: memberships.personId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.unitId, unit))
    .orderBy(memberships.id)
    .all();
  const ids = [...new Set(rows.map(({ person }) => person))];
  return ids.flatMap((id) => {
    const person = personById(read, id);
    if (!person) return [];
    return person.memberships
      .filter((membership) => membership.unit === unit && isValidOn(membership, day))
      .map(({ role }) => ({ person, role }));
  });
}

/** Everybody whom words may mean, by whole name or a part of it; see domain/person-name. Who of them is in reach is for the caller. */
export function peopleNamed(read: Reader, text: string): PersonId[] {
  const meaning = nameReader(text);
  const all = read.select({ id: people.id, code: people.code, name: people.name }).from(people).all();
  return all.filter((each) => meaning(each) !== undefined).map(({ id }) => id);
}

/** The moment until which an unused code of a person works; undefined where they hold none. */
export function codeUntil(read: Reader, person: PersonId, at: Instant): Instant | undefined {
  return read
    .select({ until: enrolmentCodes.expiresAt })
    .from(enrolmentCodes)
    .where(and(eq(enrolmentCodes.personId, person), isNull(enrolmentCodes.usedAt), gt(enrolmentCodes.expiresAt, at)))
    .get()?.until;
}

/** Takes away what says who somebody is and where they are; what they did stays under their code. */
export function forgetPerson(tx: Tx, person: PersonId, name: string, at: Instant): void {
  tx.update(people).set({ name, phone: null }).where(eq(people.id, person)).run();
  tx.delete(identities).where(eq(identities.personId, person)).run();
  tx.delete(sessions).where(eq(sessions.personId, person)).run();
  tx.update(enrolmentCodes)
    .set({ expiresAt: at })
    .where(and(eq(enrolmentCodes.personId, person), isNull(enrolmentCodes.usedAt), gt(enrolmentCodes.expiresAt, at)))
    .run();
  markRosterChanged(tx, at);
}
