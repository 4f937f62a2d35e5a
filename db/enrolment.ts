/**
 * One-time enrolment codes: issued for a person of the roster, kept only as a hash, redeemed once. Tries are counted
 * per address and over all, so that guessing is hopeless from one phone and from many.
 */
import { createHash } from 'node:crypto';
import { and, count, eq, gt, isNull, lte, notInArray, sql } from 'drizzle-orm';
import type { Instant } from '../domain/date.ts';
import type { PlainCode } from '../domain/enrolment-code.ts';
import { CODE_BYTES, codeFrom, codeIn, writtenCode } from '../domain/enrolment-code.ts';
import type { Address } from '../domain/message.ts';
import type { PersonId } from '../domain/person.ts';
import type { Reader, Tx } from './open.ts';
import { enrolmentCodes, enrolmentTries, identities, people } from './schema.ts';
import { statement } from './statement.ts';

/** Random bytes; `node:crypto`'s in service, fixed ones in tests and plays. */
export type Random = (bytes: number) => Uint8Array;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Long enough to reach every commune on paper and survive leave; short enough that a forgotten list is harmless. */
export const CODE_LIFETIME_DAYS = 30;

/** A person copying from paper gets it right within five tries; a guesser gets nowhere with them. */
export const WRONG_TRIES_PER_HOUR = 5;

/**
 * Over all addresses: far more than honest mistakes on the day a whole province enrols, and few enough that trying for
 * a month against 6,600 open codes (3,321 communes, two people each) succeeds with a chance of 0.4 %.
 */
export const WRONG_TRIES_PER_HOUR_ALL = 200;

/** Two codes alike are one in millions; so many in a row mean that the source of randomness is broken. */
const DRAWS_MAX = 5;

const hashOf = (code: PlainCode): string => createHash('sha256').update(code).digest('hex');

/**
 * A new code for a person, as printed ('K7QM-2XRT'); it is told once and cannot be read again. An older unused code of
 * that person stops working.
 * @throws {Error} when `random` gives a code already issued several times in a row.
 */
export function issueCode(tx: Tx, person: PersonId, at: Instant, random: Random): string {
  tx.update(enrolmentCodes)
    .set({ expiresAt: at })
    .where(and(eq(enrolmentCodes.personId, person), isNull(enrolmentCodes.usedAt), gt(enrolmentCodes.expiresAt, at)))
    .run();
  return newCode(tx, person, at, random);
}

const insertCode = statement((tx: Tx) =>
  tx
    .insert(enrolmentCodes)
    .values({
      hash: sql.placeholder('hash'),
      personId: sql.placeholder('person'),
      issuedAt: sql.placeholder('at'),
      expiresAt: sql.placeholder('expiresAt'),
    })
    .onConflictDoNothing()
    .prepare(),
);

function newCode(tx: Tx, person: PersonId, at: Instant, random: Random): string {
  for (let draw = 0; draw < DRAWS_MAX; draw += 1) {
    const code = codeFrom(random(CODE_BYTES));
    const row = { hash: hashOf(code), person, at, expiresAt: at + CODE_LIFETIME_DAYS * DAY_MS };
    if (insertCode(tx).run(row).changes > 0) return writtenCode(code);
  }
  throw new Error('Không tạo được mã đăng ký mới: nguồn ngẫu nhiên lặp lại');
}

/** One code to hand over, with the moment it stops working. */
export interface IssuedCode {
  person: PersonId;
  code: string;
  expiresAt: Instant;
}

/** Codes for those of `among` who are on no channel yet and hold no code that still works; the others get none. */
export function issueMissingCodes(tx: Tx, among: readonly PersonId[], at: Instant, random: Random): IssuedCode[] {
  const bound = tx.select({ id: identities.personId }).from(identities);
  const holding = tx
    .select({ id: enrolmentCodes.personId })
    .from(enrolmentCodes)
    .where(and(isNull(enrolmentCodes.usedAt), gt(enrolmentCodes.expiresAt, at)));
  const without = tx
    .select({ id: people.id })
    .from(people)
    .where(and(notInArray(people.id, bound), notInArray(people.id, holding)))
    .all();
  const missing = new Set(without.map(({ id }) => id));
  return among
    .filter((person) => missing.delete(person))
    .map((person) => ({
      person,
      code: newCode(tx, person, at, random),
      expiresAt: at + CODE_LIFETIME_DAYS * DAY_MS,
    }));
}

/**
 * Uses up the code in `text` and says whose it was; undefined where there is none, or it is wrong, used or expired
 * (the person is told the same in all four cases). Binding the address is the caller's next step.
 */
export function redeemCode(tx: Tx, text: string, at: Instant): PersonId | undefined {
  const code = codeIn(text);
  if (!code) return undefined;
  const used = tx
    .update(enrolmentCodes)
    .set({ usedAt: at })
    .where(and(eq(enrolmentCodes.hash, hashOf(code)), isNull(enrolmentCodes.usedAt), gt(enrolmentCodes.expiresAt, at)))
    .returning({ person: enrolmentCodes.personId })
    .get();
  return used?.person;
}

const atAddress = (address: Address) =>
  and(
    eq(enrolmentTries.channel, address.channel),
    eq(enrolmentTries.account, address.account),
    eq(enrolmentTries.address, address.id),
  );

/** Whether an address has used up its wrong tries of the last hour, or everybody together has. */
export function tooManyTries(read: Reader, address: Address, at: Instant): boolean {
  const recent = gt(enrolmentTries.at, at - HOUR_MS);
  const here = read
    .select({ n: count() })
    .from(enrolmentTries)
    .where(and(atAddress(address), recent))
    .get();
  if ((here?.n ?? 0) >= WRONG_TRIES_PER_HOUR) return true;
  const all = read.select({ n: count() }).from(enrolmentTries).where(recent).get();
  return (all?.n ?? 0) >= WRONG_TRIES_PER_HOUR_ALL;
}

/** Counts a wrong try. Tries older than an hour are forgotten: nothing is kept of strangers that is not needed. */
export function noteTry(tx: Tx, address: Address, at: Instant): void {
  tx.delete(enrolmentTries)
    .where(lte(enrolmentTries.at, at - HOUR_MS))
    .run();
  tx.insert(enrolmentTries)
    .values({ channel: address.channel, account: address.account, address: address.id, at })
    .run();
}
