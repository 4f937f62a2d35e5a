/**
 * What must be said outside, until it is said or given up. Rows of one chat leave one at a time in the order of
 * (priority, id): replies among themselves in the order they were written, and a reply before any reminder or bulk
 * message that still waits. Sending is at least once; a row that was being sent when the process died is marked, so
 * that the ledger can say it may have arrived twice.
 */
import { and, count, eq, gt, gte, inArray, lt, lte, min, notExists, or, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../domain/date.ts';
import type { Address, ChannelName, Outbound } from '../domain/message.ts';
import type { PersonId } from '../domain/person.ts';
import type { Reader, Tx } from './open.ts';
import { REMINDER_KEY, REMINDER_KEY_END } from './reminder-rows.ts';
import { outbox } from './schema.ts';
import { statement } from './statement.ts';

/** 0 answers somebody who is waiting, 1 reminds, 2 is bulk. */
export type Priority = 0 | 1 | 2;

export interface Parcel {
  /** Natural key where there is one: the same decision made twice sends once. */
  key?: string;
  /** Whose message it is, so that their other door can be tried; absent for somebody not enrolled. */
  personId?: PersonId;
  to: Address;
  priority: Priority;
  message: Outbound;
  /** When it was decided. It may leave at once, also after the clock was set back. */
  at: Instant;
}

/** A row about to be sent. */
export interface Waiting {
  id: number;
  personId?: PersonId;
  to: Address;
  message: Outbound;
  /** Tries so far. */
  attempts: number;
}

/** Before any hour a clock may show, so that a row waits for nothing even when the clock is set back. */
const AT_ONCE: Instant = 0;

/** Opens `failure` of a row that was being sent when the process died; it stays through every later outcome. */
export const AFTER_CRASH = 'after_crash';

/** Opens `failure` of a row whose try may have arrived although no answer came; it stays as well. */
export const PERHAPS_SENT = 'perhaps_sent';

/** True of a row that may have arrived twice once it is sent. */
export const perhapsTwice = sql`(${outbox.failure} like ${`${AFTER_CRASH}%`} or ${outbox.failure} like ${`${PERHAPS_SENT}%`})`;

/** Written out, because only the literal text lets SQLite use the partial indexes of unsettled rows. */
const unsettled = sql`${outbox.state} in ('waiting', 'sending')`;
const waiting = and(unsettled, sql`${outbox.state} = 'waiting'`);

const insert = statement((tx: Tx) =>
  tx
    .insert(outbox)
    .values({
      key: sql.placeholder('key'),
      personId: sql.placeholder('personId'),
      channel: sql.placeholder('channel'),
      account: sql.placeholder('account'),
      address: sql.placeholder('address'),
      priority: sql.placeholder('priority'),
      message: sql.placeholder('message'),
      state: 'waiting',
      nextTryAt: AT_ONCE,
      createdAt: sql.placeholder('at'),
    })
    .onConflictDoNothing({ target: outbox.key })
    .prepare(),
);

/** Writes down a message to be sent; answers its row id, or undefined where the key is known (it is sent once). */
export function enqueue(tx: Tx, parcel: Parcel): number | undefined {
  const { key = null, personId = null, to, priority, message, at } = parcel;
  const result = insert(tx).run({
    key,
    personId,
    channel: to.channel,
    account: to.account,
    address: to.id,
    priority,
    message: JSON.stringify(message),
    at,
  });
  return result.changes === 1 ? Number(result.lastInsertRowid) : undefined;
}

/** A bot's account at a provider: what one door can send. */
export type Account = Pick<Address, 'channel' | 'account'>;

const ofAccount = and(
  eq(outbox.channel, sql.placeholder('channel')),
  eq(outbox.account, sql.placeholder('account')),
  waiting,
);

/** Reminders not to be let out yet, or no more, stand in nobody's way. */
const mayLeave = ({ key, createdAt }: Record<'key' | 'createdAt', SQLWrapper>) =>
  sql`(${key} is null or ${key} < ${REMINDER_KEY} or ${key} >= ${REMINDER_KEY_END} or ${createdAt} >= ${sql.placeholder('remindersSince')})`;

const sendableRows = statement((read: Reader) => {
  const other = alias(outbox, 'other');
  const goesBefore = or(
    eq(other.state, 'sending'),
    and(
      mayLeave(other),
      or(lt(other.priority, outbox.priority), and(eq(other.priority, outbox.priority), lt(other.id, outbox.id))),
    ),
  );
  const sameChat = and(
    eq(other.channel, outbox.channel),
    eq(other.account, outbox.account),
    eq(other.address, outbox.address),
    sql`${other.state} in ('waiting', 'sending')`,
  );
  return read
    .select()
    .from(outbox)
    .where(
      and(
        ofAccount,
        lte(outbox.nextTryAt, sql.placeholder('now')),
        mayLeave(outbox),
        notExists(read.select({ one: sql`1` }).from(other).where(and(sameChat, goesBefore))),
      ),
    )
    .orderBy(outbox.priority, outbox.id)
    .limit(sql.placeholder('limit'))
    .prepare();
});

/**
 * The rows that may be sent now by one account, best first: at most one for each chat, namely the first of the chat
 * in the order of (priority, id), where nothing of that chat is being sent and its time to try has come.
 * @param remindersSince only reminders said since may leave: none outside the hours for them, none of a day that is over
 */
export function sendable(
  read: Reader,
  door: Account,
  now: Instant,
  limit: number,
  remindersSince: Instant = AT_ONCE,
): Waiting[] {
  return sendableRows(read)
    .all({ channel: door.channel, account: door.account, now, limit, remindersSince })
    .map((row) => ({
      id: row.id,
      ...(row.personId === null ? {} : { personId: row.personId }),
      to: { channel: row.channel as ChannelName, account: row.account, id: row.address },
      message: JSON.parse(row.message) as Outbound,
      attempts: row.attempts,
    }));
}

const sentCount = statement((read: Reader) =>
  read
    .select({ n: count() })
    .from(outbox)
    .where(
      and(
        // Written out for the partial index of sent rows.
        sql`state = 'sent'`,
        eq(outbox.channel, sql.placeholder('channel')),
        eq(outbox.account, sql.placeholder('account')),
        gte(outbox.settledAt, sql.placeholder('since')),
      ),
    )
    .prepare(),
);

/** How many messages of an account were sent since a moment: what a daily cap counts. */
export function sentSince(read: Reader, door: Account, since: Instant): number {
  return sentCount(read).get({ channel: door.channel, account: door.account, since })?.n ?? 0;
}

const laterTry = statement((read: Reader) =>
  read
    .select({ at: min(outbox.nextTryAt) })
    .from(outbox)
    .where(and(ofAccount, gt(outbox.nextTryAt, sql.placeholder('now'))))
    .prepare(),
);

/** When the next postponed row of an account may be tried, after `now`; undefined when none is postponed. */
export function nextTry(read: Reader, door: Account, now: Instant): Instant | undefined {
  return laterTry(read).get({ channel: door.channel, account: door.account, now })?.at ?? undefined;
}

const claimRow = statement((tx: Tx) =>
  tx
    .update(outbox)
    .set({ state: 'sending', attempts: sql`${outbox.attempts} + 1` })
    .where(and(eq(outbox.id, sql.placeholder('id')), waiting))
    .prepare(),
);

/** Takes a row for sending and counts the try; answers false where somebody else has it or it is settled. */
export function claim(tx: Tx, id: number): boolean {
  return claimRow(tx).run({ id }).changes === 1;
}

/** The new `failure`, keeping the mark of a crash or of a lost answer before it. */
const failureNow = sql`case when ${outbox.failure} like ${`${AFTER_CRASH}%`} then ${`${AFTER_CRASH} `} || ${sql.placeholder('why')} when ${outbox.failure} like ${`${PERHAPS_SENT}%`} and ${sql.placeholder('why')} not like ${`${PERHAPS_SENT}%`} then ${`${PERHAPS_SENT} `} || ${sql.placeholder('why')} else ${sql.placeholder('why')} end`;

const sent = statement((tx: Tx) =>
  tx
    .update(outbox)
    .set({
      state: 'sent',
      settledAt: sql`${sql.placeholder('at')}`,
      messageId: sql`${sql.placeholder('messageId')}`,
      failure: sql`case when ${outbox.failure} like ${`${AFTER_CRASH}%`} then ${AFTER_CRASH} when ${outbox.failure} like ${`${PERHAPS_SENT}%`} then ${PERHAPS_SENT} end`,
    })
    .where(eq(outbox.id, sql.placeholder('id')))
    .prepare(),
);

/** The provider took the message under this id. */
export function settleSent(tx: Tx, id: number, messageId: string, at: Instant): void {
  sent(tx).run({ id, messageId, at });
}

const failed = statement((tx: Tx) =>
  tx
    .update(outbox)
    .set({ state: 'failed', settledAt: sql`${sql.placeholder('at')}`, failure: failureNow })
    .where(eq(outbox.id, sql.placeholder('id')))
    .prepare(),
);

/** The message will not be sent; `why` in a few words for the operator, without any secret. */
export function settleFailed(tx: Tx, id: number, why: string, at: Instant): void {
  failed(tx).run({ id, why, at });
}

const postponed = statement((tx: Tx) =>
  tx
    .update(outbox)
    .set({ state: 'waiting', nextTryAt: sql`${sql.placeholder('nextTryAt')}`, failure: failureNow })
    .where(eq(outbox.id, sql.placeholder('id')))
    .prepare(),
);

/** The message waits for another try, not before `nextTryAt`. */
export function postpone(tx: Tx, id: number, why: string, nextTryAt: Instant): void {
  postponed(tx).run({ id, why, nextTryAt });
}

/**
 * The same row leaves by another door of the same person: its key stays taken and its account stays one row, whatever
 * the first door did.
 */
export function redirect(tx: Tx, id: number, to: Address, why: string): void {
  tx.update(outbox)
    .set({
      state: 'waiting',
      nextTryAt: AT_ONCE,
      channel: to.channel,
      account: to.account,
      address: to.id,
      // What it would have replaced stands in the other chat.
      message: sql`json_remove(${outbox.message}, '$.replaces')`,
    })
    .where(eq(outbox.id, id))
    .run();
  postpone(tx, id, why, AT_ONCE);
}

/**
 * Rows found 'sending' when these doors open: the process died between handing them over and writing down what came
 * of it. Each is retried once and marked; one found so a second time is given up, since it may be what kills us.
 */
export function recover(tx: Tx, channels: readonly ChannelName[], at: Instant): { retried: number; givenUp: number } {
  if (channels.length === 0) return { retried: 0, givenUp: 0 };
  const found = and(unsettled, eq(outbox.state, 'sending'), inArray(outbox.channel, [...channels]));
  const marked = sql`${outbox.failure} like ${`${AFTER_CRASH}%`}`;
  const givenUp = tx
    .update(outbox)
    .set({ state: 'failed', settledAt: at, failure: `${AFTER_CRASH} twice` })
    .where(and(found, marked))
    .run().changes;
  const retried = tx
    .update(outbox)
    .set({ state: 'waiting', nextTryAt: AT_ONCE, failure: AFTER_CRASH })
    .where(found)
    .run().changes;
  return { retried, givenUp };
}
