/**
 * Somebody unknown who asks to be let in. While they answer, their row has the verdict 'composing' and lives a day; once
 * sent it waits for two weeks. Nothing is kept of whoever was not let in but the address, for the daily limit.
 */
import { and, asc, count, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import type { Instant } from '../domain/date.ts';
import type { Address, ChannelName } from '../domain/message.ts';
import type { PersonId, Role } from '../domain/person.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Reader, Tx } from './open.ts';
import { joinRequests } from './schema-coordination.ts';

const DAY_MS = 86_400_000;

/** A request waits this long; a coordinator back from leave still finds it. */
export const REQUEST_LIFETIME_DAYS = 14;

/** Requests begun from one address in a day: a slip and a second try; more is no honest wish. */
export const REQUESTS_PER_DAY = 2;

/** Requests begun from everywhere in a day: more than a province asks for, and few enough for coordinators to read. */
export const REQUESTS_PER_DAY_ALL = 300;

/** What was told so far; a request with all three is sent. */
export interface Told {
  name?: string;
  /** The unit as it was typed. */
  unitSaid?: string;
  role?: Role;
}

export interface JoinRequest extends Told {
  id: number;
  address: Address;
  /** What the name typed means, where it means one unit. */
  unit?: UnitId;
  askedAt: Instant;
  verdict: 'composing' | 'waiting' | 'approved' | 'refused' | 'expired';
  decidedBy?: PersonId;
  decidedAt?: Instant;
}

function toRequest(row: typeof joinRequests.$inferSelect, now: Instant): JoinRequest {
  const isOver = row.verdict === null && row.askedAt + REQUEST_LIFETIME_DAYS * DAY_MS <= now;
  return {
    id: row.id,
    address: { channel: row.channel as ChannelName, account: row.account, id: row.address },
    ...(row.name === '' ? {} : { name: row.name }),
    ...(row.unitSaid === null ? {} : { unitSaid: row.unitSaid }),
    ...(row.role === '' ? {} : { role: row.role as Role }),
    ...(row.unitId === 0 ? {} : { unit: row.unitId }),
    askedAt: row.askedAt,
    verdict: isOver ? 'expired' : ((row.verdict ?? 'waiting') as JoinRequest['verdict']),
    ...(row.decidedBy === null ? {} : { decidedBy: row.decidedBy }),
    ...(row.decidedAt === null ? {} : { decidedAt: row.decidedAt }),
  };
}

const at = (address: Address) =>
  and(
    eq(joinRequests.channel, address.channel),
    eq(joinRequests.account, address.account),
    eq(joinRequests.address, address.id),
  );

/** What an address is in the middle of, or waits for. */
export function openRequestAt(read: Reader, address: Address, now: Instant): JoinRequest | undefined {
  const rows = read.select().from(joinRequests).where(at(address)).orderBy(asc(joinRequests.id)).all();
  return rows
    .map((row) => toRequest(row, now))
    .findLast(({ verdict, askedAt }) => verdict === 'waiting' || (verdict === 'composing' && askedAt + DAY_MS > now));
}

/** Whether an address, or everybody together, has begun as many requests as a day allows. */
export function tooManyRequests(read: Reader, address: Address, now: Instant): boolean {
  const recent = gt(joinRequests.askedAt, now - DAY_MS);
  const here = read
    .select({ n: count() })
    .from(joinRequests)
    .where(and(at(address), recent))
    .get();
  const all = read.select({ n: count() }).from(joinRequests).where(recent).get();
  return (here?.n ?? 0) >= REQUESTS_PER_DAY || (all?.n ?? 0) >= REQUESTS_PER_DAY_ALL;
}

/** Begins a request; rows that no limit needs any more are cleared away first. */
export function beginRequest(tx: Tx, address: Address, now: Instant): void {
  forgetOld(tx, now);
  tx.insert(joinRequests)
    .values({
      channel: address.channel,
      account: address.account,
      address: address.id,
      name: '',
      unitId: 0,
      role: '',
      askedAt: now,
      verdict: 'composing',
    })
    .run();
}

/** Nothing is kept of strangers that is not needed: only those let in stay, with who decided. */
function forgetOld(tx: Tx, now: Instant): void {
  tx.delete(joinRequests)
    .where(
      and(lte(joinRequests.askedAt, now - DAY_MS), sql`${joinRequests.verdict} in ('composing', 'refused', 'dropped')`),
    )
    .run();
  tx.delete(joinRequests)
    .where(and(isNull(joinRequests.verdict), lte(joinRequests.askedAt, now - REQUEST_LIFETIME_DAYS * DAY_MS)))
    .run();
}

/** Keeps what was told so far. */
export function keepTold(tx: Tx, id: number, { name, unitSaid, role }: Told): void {
  tx.update(joinRequests)
    .set({ name: name ?? '', unitSaid: unitSaid ?? null, role: role ?? '' })
    .where(eq(joinRequests.id, id))
    .run();
}

/** Sends a request: from now on it waits for a decision. */
export function sendRequest(tx: Tx, id: number, unit: UnitId | undefined, now: Instant): void {
  tx.update(joinRequests)
    .set({ verdict: null, unitId: unit ?? 0, askedAt: now })
    .where(eq(joinRequests.id, id))
    .run();
}

const NOTHING_TOLD = { name: '', unitSaid: null, role: '' };

/** Drops a request its writer thought better of; what was told is gone, the address counts for the day. */
export function dropRequest(tx: Tx, id: number): void {
  tx.update(joinRequests)
    .set({ ...NOTHING_TOLD, verdict: 'dropped' })
    .where(eq(joinRequests.id, id))
    .run();
}

/** A request by its id, as it stands now. */
export function requestById(read: Reader, id: number, now: Instant): JoinRequest | undefined {
  const row = read.select().from(joinRequests).where(eq(joinRequests.id, id)).get();
  return row && toRequest(row, now);
}

/** Every request that waits, the oldest first. */
export function waitingRequests(read: Reader, now: Instant): JoinRequest[] {
  return read
    .select()
    .from(joinRequests)
    .where(isNull(joinRequests.verdict))
    .orderBy(asc(joinRequests.id))
    .all()
    .map((row) => toRequest(row, now))
    .filter(({ verdict }) => verdict === 'waiting');
}

/** Decides a request; answers false where somebody had decided before, and then changes nothing. */
export function decideRequest(
  tx: Tx,
  id: number,
  { verdict, by, person, unit }: { verdict: 'approved' | 'refused'; by: PersonId; person?: PersonId; unit?: UnitId },
  now: Instant,
): boolean {
  const decided = tx
    .update(joinRequests)
    .set({
      verdict,
      decidedBy: by,
      decidedAt: now,
      personId: person ?? null,
      // What was typed is needed no longer: who was let in stands in the roster, the others are none of ours.
      name: '',
      unitSaid: null,
      ...(unit === undefined ? {} : { unitId: unit }),
    })
    .where(and(eq(joinRequests.id, id), isNull(joinRequests.verdict)))
    .run();
  return decided.changes > 0;
}

/** Closes what an address still asks for, when it is let in another way. */
export function closeRequestsAt(tx: Tx, address: Address): void {
  tx.update(joinRequests)
    .set({ ...NOTHING_TOLD, verdict: 'dropped' })
    .where(and(at(address), sql`(verdict is null or verdict = 'composing')`))
    .run();
}
