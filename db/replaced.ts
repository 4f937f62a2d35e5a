/**
 * Messages that take the place of earlier ones: which message of a chat is the newest, under which id the provider
 * shows the row of a key, and whether a state of progress has been overtaken by a later one.
 */
import { and, desc, eq, gt, gte, lt, max, sql } from 'drizzle-orm';
import type { Address } from '../domain/message.ts';
import type { Reader, Tx } from './open.ts';
import type { Waiting } from './outbox.ts';
import { outbox } from './schema.ts';
import { statement } from './statement.ts';

/**
 * How many rows back the newest message of a chat is looked for: there is no index of settled rows by chat, and a tap
 * must cost the same in an archive of many years. Behind so many messages to others the answer is a new message.
 */
const ROWS_BACK_MAX = 5_000;

const inChat = and(
  eq(outbox.channel, sql.placeholder('channel')),
  eq(outbox.account, sql.placeholder('account')),
  eq(outbox.address, sql.placeholder('id')),
);

const newestInChat = statement((read: Reader) =>
  read
    .select({ state: outbox.state, messageId: outbox.messageId })
    .from(outbox)
    .where(and(inChat, sql`${outbox.id} > (select max(id) from outbox) - ${ROWS_BACK_MAX}`))
    .orderBy(desc(outbox.id))
    .prepare(),
);

/** The provider's id of the last message for a chat; undefined while that one has not been sent, or lies too far back. */
export function newestMessage(read: Reader, to: Address): string | undefined {
  const row = newestInChat(read).get({ channel: to.channel, account: to.account, id: to.id });
  return row?.state === 'sent' ? (row.messageId ?? undefined) : undefined;
}

const sentUnderKey = statement((read: Reader) =>
  read
    .select({ messageId: outbox.messageId })
    .from(outbox)
    .where(and(eq(outbox.key, sql.placeholder('key')), inChat, sql`${outbox.state} = 'sent'`))
    .prepare(),
);

/** Under which id the provider shows the row of a key in this chat; undefined where it was not sent there. */
export function messageUnder(read: Reader, key: string, to: Address): string | undefined {
  const row = sentUnderKey(read).get({ key, channel: to.channel, account: to.account, id: to.id });
  return row?.messageId || undefined;
}

const underPrefix = statement((read: Reader) =>
  read
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(gte(outbox.key, sql.placeholder('prefix')), lt(outbox.key, sql.placeholder('end'))))
    .limit(1)
    .prepare(),
);

/** Whether anything was ever said under a key that begins so. */
export const isSaidUnder = (read: Reader, prefix: string): boolean =>
  underPrefix(read).get({ prefix, end: `${prefix}\u{10FFFF}` }) !== undefined;

/** Notes that the row of a key is now shown under another id, because it could not be edited and was sent anew. */
export function shownAnew(tx: Tx, key: string, to: Address, messageId: string): void {
  tx.update(outbox)
    .set({ messageId })
    .where(
      and(
        eq(outbox.key, key),
        eq(outbox.channel, to.channel),
        eq(outbox.account, to.account),
        eq(outbox.address, to.id),
        sql`${outbox.state} = 'sent'`,
      ),
    )
    .run();
}

const laterState = statement((read: Reader) =>
  read
    .select({ id: max(outbox.id) })
    .from(outbox)
    .where(
      and(
        inChat,
        sql`${outbox.state} in ('waiting', 'sending')`,
        gt(outbox.id, sql.placeholder('row')),
        sql`json_extract(${outbox.message}, '$.replaces.key') = ${sql.placeholder('key')}`,
      ),
    )
    .prepare(),
);

/** Whether a later row that replaces the same one waits already. */
export function isOvertaken(read: Reader, { id, to }: Pick<Waiting, 'id' | 'to'>, key: string): boolean {
  const later = laterState(read).get({ row: id, key, channel: to.channel, account: to.account, id: to.id });
  return (later?.id ?? null) !== null;
}
