/**
 * Messages that wait where they cannot leave: at a door that is down or gone, or for an account that is no longer the
 * bot's. Whether they leave by another door of the same person, wait, or are given up is decided in
 * scheduler/other-door; here they are found. Nothing in here touches what is being sent at the moment.
 */
import { and, asc, count, countDistinct, eq, exists, isNull, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ChannelName } from '../domain/message.ts';
import type { PersonId } from '../domain/person.ts';
import type { Reader } from './open.ts';
import type { Account } from './outbox.ts';
import { identities, outbox } from './schema.ts';

/** A row that may be moved or given up. */
export interface Stranded {
  id: number;
  personId?: PersonId;
}

/** Written out for the partial index of unsettled rows. */
const unsettled = sql`${outbox.state} in ('waiting', 'sending')`;
const waiting = and(unsettled, sql`${outbox.state} = 'waiting'`);

const of = ({ channel, account }: Account) => and(waiting, eq(outbox.channel, channel), eq(outbox.account, account));

/** The accounts messages wait for. */
export function accountsWaitedFor(read: Reader): Account[] {
  const { channel, account } = outbox;
  const found = read.selectDistinct({ channel, account }).from(outbox).where(waiting).all();
  return found.map((each) => ({ channel: each.channel as ChannelName, account: each.account }));
}

/** How much waits for an account, what is being tried included, and how many people it is for. */
export function waitingFor(read: Reader, account: Account): { messages: number; people: number } {
  const row = read
    .select({ messages: count(), people: countDistinct(outbox.address) })
    .from(outbox)
    .where(and(unsettled, eq(outbox.channel, account.channel), eq(outbox.account, account.account)))
    .get();
  return row ?? { messages: 0, people: 0 };
}

/** While one message of a chat is being sent the others stay behind it, or they would arrive before it. */
function noneUnderWay(read: Reader) {
  const other = alias(outbox, 'other');
  const sameChat = and(
    eq(other.channel, outbox.channel),
    eq(other.account, outbox.account),
    eq(other.address, outbox.address),
    sql`${other.state} in ('waiting', 'sending')`,
    eq(other.state, 'sending'),
  );
  return notExists(read.select({ one: sql`1` }).from(other).where(sameChat));
}

/**
 * Rows of an account whose person has an address, not gone from, at one of the other accounts; in the order they
 * would have left. Only what waits in the person's own chat: what is for a group is for nobody's private one.
 */
export function movable(read: Reader, from: Account, to: readonly Account[], most: number): Stranded[] {
  if (to.length === 0) return [];
  const own = alias(identities, 'own');
  const mine = and(
    eq(own.personId, outbox.personId),
    eq(own.channel, outbox.channel),
    eq(own.account, outbox.account),
    eq(own.address, outbox.address),
  );
  const open = or(
    ...to.map(({ channel, account }) => and(eq(identities.channel, channel), eq(identities.account, account))),
  );
  const reached = and(eq(identities.personId, outbox.personId), isNull(identities.goneAt), open);
  const one = { one: sql`1` };
  return select(
    read,
    and(
      of(from),
      exists(read.select(one).from(own).where(mine)),
      exists(read.select(one).from(identities).where(reached)),
      noneUnderWay(read),
    ),
    most,
  );
}

/** Rows of an account, whoever they are for, in the order they would have left. */
export function stranded(read: Reader, from: Account, most: number): Stranded[] {
  return select(read, and(of(from), noneUnderWay(read)), most);
}

/** Everybody who was enrolled with an account and has no address, not gone from, at any of those in use. */
export function leftBehind(read: Reader, from: Account, inUse: readonly Account[]): PersonId[] {
  const other = alias(identities, 'other');
  const used = inUse.map(({ channel, account }) => and(eq(other.channel, channel), eq(other.account, account)));
  const reached = and(eq(other.personId, identities.personId), isNull(other.goneAt), or(...used));
  const rows = read
    .selectDistinct({ person: identities.personId })
    .from(identities)
    .where(
      and(
        eq(identities.channel, from.channel),
        eq(identities.account, from.account),
        inUse.length === 0 ? undefined : notExists(read.select({ one: sql`1` }).from(other).where(reached)),
      ),
    )
    .orderBy(asc(identities.personId))
    .all();
  return rows.map(({ person }) => person);
}

function select(read: Reader, where: ReturnType<typeof and>, most: number): Stranded[] {
  const rows = read
    .select({ id: outbox.id, personId: outbox.personId })
    .from(outbox)
    .where(where)
    .orderBy(asc(outbox.priority), asc(outbox.id))
    .limit(most)
    .all();
  return rows.map(({ id, personId }) => ({ id, ...(personId === null ? {} : { personId }) }));
}
