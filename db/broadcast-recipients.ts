/**
 * The ledger of an announcement: a row for everybody meant, written whole in the moment it begins, so that it sums to
 * the audience from then on. What became of each is the state of the outbox row that carries it; here stands only what
 * the outbox cannot know: who cannot be reached, who was stopped, who has acknowledged.
 */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Account, Unreachable } from '../domain/broadcast.ts';
import type { Instant } from '../domain/date.ts';
import type { Address, ChannelName } from '../domain/message.ts';
import type { PersonId } from '../domain/person.ts';
import type { Reader, Tx } from './open.ts';
import { AFTER_CRASH, PERHAPS_SENT, perhapsTwice, settleSent } from './outbox.ts';
import { outbox } from './schema.ts';
import { broadcastRecipients } from './schema-coordination.ts';
import { statement } from './statement.ts';

export interface Recipient {
  id: number;
  person?: PersonId;
  group?: number;
}

export type Meant = { why?: Unreachable } & ({ person: PersonId } | { group: number });

/** Writes everybody meant into the ledger in one statement; somebody in it already stays as they are. */
export function addRecipients(tx: Tx, broadcast: number, meant: readonly Meant[]): void {
  tx.run(sql`
    insert into broadcast_recipients (broadcast_id, person_id, group_id, unreachable)
    select ${broadcast}, json_extract(value, '$.person'), json_extract(value, '$.group'), json_extract(value, '$.why')
    from json_each(${JSON.stringify(meant)}) where true
    on conflict do nothing`);
}

const ofBroadcast = eq(broadcastRecipients.broadcastId, sql.placeholder('broadcast'));

const notEnqueued = statement((read: Reader) =>
  read
    .select({ id: broadcastRecipients.id, person: broadcastRecipients.personId, group: broadcastRecipients.groupId })
    .from(broadcastRecipients)
    .where(and(ofBroadcast, isNull(broadcastRecipients.outboxId), isNull(broadcastRecipients.unreachable)))
    .orderBy(broadcastRecipients.id)
    .limit(sql.placeholder('most'))
    .prepare(),
);

const toRecipient = (row: { id: number; person: number | null; group: number | null }): Recipient => ({
  id: row.id,
  ...(row.person === null ? {} : { person: row.person }),
  ...(row.group === null ? {} : { group: row.group }),
});

/** The next of those whose message has not been put into the outbox. */
export function nextRecipients(read: Reader, broadcast: number, most: number): Recipient[] {
  return notEnqueued(read).all({ broadcast, most }).map(toRecipient);
}

const enqueued = statement((tx: Tx) =>
  tx
    .update(broadcastRecipients)
    .set({ outboxId: sql`${sql.placeholder('row')}` })
    .where(eq(broadcastRecipients.id, sql.placeholder('id')))
    .prepare(),
);

/** Notes the outbox row that carries a recipient's message. */
export function noteEnqueued(tx: Tx, recipient: number, row: number): void {
  enqueued(tx).run({ id: recipient, row });
}

/** Notes that a recipient gets nothing, and why. */
export function noteUnreachable(tx: Tx, recipient: number, why: Unreachable): void {
  tx.update(broadcastRecipients).set({ unreachable: why }).where(eq(broadcastRecipients.id, recipient)).run();
}

/**
 * Ends what still waits: rows not enqueued, and rows in the outbox nobody has begun to send. What is being sent is left
 * to its end. Answers how many were ended.
 */
export function stopWaiting(tx: Tx, broadcast: number, at: Instant): number {
  const ours = sql`select outbox_id from broadcast_recipients
    where broadcast_id = ${broadcast} and outbox_id is not null and unreachable is null`;
  tx.run(sql`
    update broadcast_recipients set unreachable = 'stopped'
    where broadcast_id = ${broadcast} and unreachable is null
      and (outbox_id is null or outbox_id in (select id from outbox where state = 'waiting' and id in (${ours})))`);
  const stopped = sql`select outbox_id from broadcast_recipients
    where broadcast_id = ${broadcast} and unreachable = 'stopped' and outbox_id is not null`;
  return tx
    .update(outbox)
    .set({
      state: 'failed',
      settledAt: at,
      // What may have arrived in a try before stays marked so.
      failure: sql`case when ${perhapsTwice} then ${outbox.failure} || ' stopped' else 'stopped' end`,
    })
    .where(
      sql`${outbox.state} in ('waiting', 'sending') and ${outbox.state} = 'waiting' and ${outbox.id} in (${stopped})`,
    )
    .run().changes;
}

interface Counted {
  isPerson: number;
  hasAcknowledged: number;
  unreachable: string | null;
  state: string | null;
  failure: string | null;
  n: number;
  marked: number;
}

/** What became of everybody meant. */
export function accountOf(read: Reader, broadcast: number): Account {
  const rows = read.all<Counted>(sql`
    select r.person_id is not null as "isPerson", r.acknowledged_at is not null as "hasAcknowledged",
      r.unreachable as unreachable, outbox.state as state,
      case when outbox.state = 'failed' then outbox.failure end as failure,
      count(*) as n, sum(coalesce(${perhapsTwice}, 0)) as marked
    from broadcast_recipients r left join outbox on outbox.id = r.outbox_id
    where r.broadcast_id = ${broadcast}
    group by 1, 2, 3, 4, 5`);
  const failed: Record<string, number> = {};
  const unreachable: Record<string, number> = {};
  const account: Account = {
    total: 0,
    sent: 0,
    waiting: 0,
    underWay: 0,
    stopped: 0,
    perhapsTwice: 0,
    askedToAcknowledge: 0,
    acknowledged: 0,
    failed,
    unreachable,
  };
  for (const row of rows) {
    account.total += row.n;
    // Whoever pressed its button has it, also where the answer of the provider was lost.
    if (row.hasAcknowledged === 1 || (row.unreachable === null && row.state === 'sent')) {
      account.sent += row.n;
      account.perhapsTwice += row.marked;
      if (row.isPerson === 1) account.askedToAcknowledge += row.n;
      if (row.hasAcknowledged === 1) account.acknowledged += row.n;
    } else if (row.unreachable === 'stopped') account.stopped += row.n;
    else if (row.unreachable !== null) unreachable[row.unreachable] = (unreachable[row.unreachable] ?? 0) + row.n;
    else if (row.state === 'failed') {
      const why = reasonOf(row.failure ?? '');
      failed[why] = (failed[why] ?? 0) + row.n;
    } else {
      account.waiting += row.n;
      if (row.state === 'sending') account.underWay += row.n;
    }
  }
  return account;
}

/** What of an announcement waits to leave by one account, and since when the first of it was put into the outbox. */
export interface WaitingAt {
  channel: ChannelName;
  account: string;
  n: number;
  since: Instant;
}

/** Where what waits would leave, the most first. */
export function waitingAt(read: Reader, broadcast: number): WaitingAt[] {
  return read.all<WaitingAt>(sql`
    select o.channel as channel, o.account as account, count(*) as n, min(o.created_at) as since
    from broadcast_recipients r join outbox o on o.id = r.outbox_id
    where r.broadcast_id = ${broadcast} and r.unreachable is null and r.acknowledged_at is null
      and o.state in ('waiting', 'sending')
    group by 1, 2
    order by n desc, channel, account`);
}

const MARKS = new RegExp(`^(?:(?:${AFTER_CRASH}|${PERHAPS_SENT}) )+`);

/** The word a failure begins with, behind the marks it may carry: 'rejected', 'recipient_gone', 'after_crash' … */
export const reasonOf = (failure: string): string => /^[a-z_]+/.exec(failure.replace(MARKS, ''))?.[0] ?? 'other';

/** Somebody the announcement was sent to who has not pressed the button. */
export interface Silent {
  id: number;
  person: PersonId;
  name: string;
}

/** Those it was sent to who have not acknowledged, in the order of the ledger. */
export function silentOf(read: Reader, broadcast: number): Silent[] {
  return read.all<Silent>(sql`
    select r.id as id, p.id as person, p.name as name
    from broadcast_recipients r
      join outbox o on o.id = r.outbox_id and o.state = 'sent'
      join people p on p.id = r.person_id
    where r.broadcast_id = ${broadcast} and r.unreachable is null and r.acknowledged_at is null
    order by r.id`);
}

/** When the rest was last reminded, if ever. */
export function lastReminded(read: Reader, broadcast: number): Instant | undefined {
  const row = read.get<{ at: number | null }>(sql`
    select max(reminded_at) as at from broadcast_recipients where broadcast_id = ${broadcast}`);
  return row.at ?? undefined;
}

/** Marks everybody silent as to be reminded now; answers how many. */
export function remindSilent(tx: Tx, broadcast: number, at: Instant): number {
  return tx
    .update(broadcastRecipients)
    .set({ remindedAt: at })
    .where(
      and(
        eq(broadcastRecipients.broadcastId, broadcast),
        isNull(broadcastRecipients.unreachable),
        isNull(broadcastRecipients.acknowledgedAt),
        sql`${broadcastRecipients.personId} is not null`,
        sql`${broadcastRecipients.outboxId} in (select id from outbox where state = 'sent')`,
      ),
    )
    .run().changes;
}

/** The next of those marked at a moment whose reminder has not been put into the outbox; `prefix` opens its key. */
export function nextToRemind(
  read: Reader,
  broadcast: number,
  at: Instant,
  prefix: string,
  most: number,
): Required<Pick<Recipient, 'id' | 'person'>>[] {
  return read.all(sql`
    select id, person_id as person from broadcast_recipients
    where broadcast_id = ${broadcast} and reminded_at = ${at} and acknowledged_at is null
      and not exists (select 1 from outbox where key = ${prefix} || person_id)
    order by id limit ${most}`);
}

/** Takes the mark off somebody who cannot be reached any more. */
export function unmarkReminded(tx: Tx, recipient: number): void {
  tx.update(broadcastRecipients).set({ remindedAt: null }).where(eq(broadcastRecipients.id, recipient)).run();
}

/**
 * When a person acknowledged: before, or now; undefined where it was not for them or cannot have reached them yet. What
 * waits for another try because its answer was lost has arrived, then, and is not sent again.
 */
export function acknowledge(
  tx: Tx,
  broadcast: number,
  person: PersonId,
  at: Instant,
): { at: Instant; isNew: boolean } | undefined {
  const [row] = tx.all<{
    id: number;
    outbox: number;
    acknowledgedAt: Instant | null;
    state: string;
    perhaps: number;
  }>(sql`
    select r.id as id, outbox.id as outbox, r.acknowledged_at as "acknowledgedAt", outbox.state as state,
      coalesce(${perhapsTwice}, 0) as perhaps
    from broadcast_recipients r join outbox on outbox.id = r.outbox_id
    where r.broadcast_id = ${broadcast} and r.person_id = ${person}`);
  if (row === undefined) return undefined;
  if (row.acknowledgedAt !== null) return { at: row.acknowledgedAt, isNew: false };
  if (row.state !== 'sent' && row.state !== 'sending' && row.perhaps === 0) return undefined;
  if (row.state === 'waiting') settleSent(tx, row.outbox, '', at);
  tx.update(broadcastRecipients).set({ acknowledgedAt: at }).where(eq(broadcastRecipients.id, row.id)).run();
  return { at, isNew: true };
}

/** The newest announcement sent to a person since a moment that they have not acknowledged. */
export function unacknowledged(read: Reader, person: PersonId, since: Instant): number | undefined {
  const [row] = read.all<{ broadcast: number }>(sql`
    select r.broadcast_id as broadcast
    from broadcast_recipients r join outbox o on o.id = r.outbox_id
    where r.person_id = ${person} and r.acknowledged_at is null and o.state = 'sent' and o.settled_at >= ${since}
    order by r.id desc limit 1`);
  return row?.broadcast;
}

/** Whether the last thing shown at a door was an announcement, or the reminder of one. */
export function isAnnouncedLast(read: Reader, { channel, account, id }: Address): boolean {
  const [row] = read.all<{ key: string | null }>(sql`
    select key from outbox
    where channel = ${channel} and account = ${account} and address = ${id} and state = 'sent'
    order by settled_at desc, id desc limit 1`);
  return /^broadcast(?:-remind)?:/.test(row?.key ?? '');
}
