/** Claiming messages: the provider's own id, and its alias, make a second delivery of the same message do nothing. */
import { and, count, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Instant } from '../domain/date.ts';
import type { Address } from '../domain/message.ts';
import type { PersonId } from '../domain/person.ts';
import type { Reader, Tx } from './open.ts';
import { inbox } from './schema.ts';
import { statement } from './statement.ts';

const insert = statement((tx: Tx) =>
  tx
    .insert(inbox)
    .values({
      channel: sql.placeholder('channel'),
      account: sql.placeholder('account'),
      messageId: sql.placeholder('messageId'),
      address: sql.placeholder('address'),
      personId: sql.placeholder('personId'),
      receivedAt: sql.placeholder('at'),
      said: sql.placeholder('said'),
    })
    .onConflictDoNothing({ target: [inbox.channel, inbox.account, inbox.messageId] })
    .prepare(),
);

export interface Claim {
  address: Address;
  /** The provider's id of the message. */
  messageId: string;
  /** A second key of the same message; whichever is known, the message is. */
  alias?: string | undefined;
  personId?: PersonId;
  at: Instant;
  /** What was said; absent where it must not be stored. */
  said?: string;
}

/**
 * Takes a message as ours to answer; answers its row id, or undefined where it was taken before, under this id or under
 * its alias. The alias is a row of its own, without words.
 */
export function claim(tx: Tx, { address, messageId, alias, personId, at, said }: Claim): number | undefined {
  const { channel, account, id } = address;
  const row = { channel, account, messageId, address: id, personId: personId ?? null, at, said: said ?? null };
  if (alias !== undefined && insert(tx).run({ ...row, messageId: alias, said: null }).changes === 0) return undefined;
  const result = insert(tx).run(row);
  return result.changes === 1 ? Number(result.lastInsertRowid) : undefined;
}

/** A message as it was accepted: what a figure can be traced back to. */
export interface Accepted {
  id: number;
  receivedAt: Instant;
  said?: string;
}

/** The message with this row id. */
export function acceptedMessage(read: Reader, id: number): Accepted | undefined {
  const row = read.select().from(inbox).where(eq(inbox.id, id)).get();
  return row && { id: row.id, receivedAt: row.receivedAt, ...(row.said === null ? {} : { said: row.said }) };
}

/** Messages of everybody looked through for those of one person: nothing is indexed by person. */
const LOOKED_THROUGH_MAX = 50_000;

/** The messages somebody sent from the same place before one of theirs, since a moment, the latest first. */
export function messagesBefore(read: Reader, id: number, since: Instant, most: number): Accepted[] {
  const [of] = read.select().from(inbox).where(eq(inbox.id, id)).all();
  if (!of || of.personId === null) return [];
  const rows = read
    .select()
    .from(inbox)
    .where(
      and(
        eq(inbox.personId, of.personId),
        eq(inbox.channel, of.channel),
        lt(inbox.id, id),
        gte(inbox.id, id - LOOKED_THROUGH_MAX),
        gte(inbox.receivedAt, since),
      ),
    )
    .orderBy(desc(inbox.id))
    .limit(most)
    .all();
  return rows.map((row) => ({
    id: row.id,
    receivedAt: row.receivedAt,
    ...(row.said === null ? {} : { said: row.said }),
  }));
}

/** How many messages were ever accepted. */
export function messagesClaimed(read: Reader): number {
  return read.select({ n: count() }).from(inbox).get()?.n ?? 0;
}
