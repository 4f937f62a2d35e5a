/** Tables of what coordinators do: groups, broadcasts, reviewing and locking months, letting people in. */
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

const id = () => integer().primaryKey({ autoIncrement: true });

/** A group chat linked to a unit, for announcements only. */
export const groups = sqliteTable(
  'groups',
  {
    id: id(),
    channel: text().notNull(),
    account: text().notNull(),
    address: text().notNull(),
    /** As the provider last named it. */
    title: text().notNull(),
    unitId: integer().notNull(),
    linkedBy: integer().notNull(),
    linkedAt: integer().notNull(),
    /** When it was unlinked, or the bot was removed from it. */
    endedAt: integer(),
  },
  (t) => [
    uniqueIndex('groups_linked').on(t.channel, t.account, t.address).where(sql`ended_at is null`),
    index('groups_unit').on(t.unitId),
  ],
);

/** One announcement to many. */
export const broadcasts = sqliteTable(
  'broadcasts',
  {
    id: id(),
    authorId: integer().notNull(),
    /** The unit under which it goes out: the author's right is asked there. */
    unitId: integer().notNull(),
    text: text().notNull(),
    /** JSON of a picture kept by the provider, where one goes with it. */
    picture: text(),
    /** JSON of who was chosen, as it was chosen. */
    audience: text().notNull(),
    /** 'waiting_second', 'scheduled', 'sending', 'stopped', 'done', 'refused'. */
    state: text().notNull(),
    sendAt: integer().notNull(),
    createdAt: integer().notNull(),
    approvedBy: integer(),
    settledAt: integer(),
    inboxId: integer(),
  },
  (t) => [index('broadcasts_open').on(t.id).where(sql`settled_at is null`)],
);

/** The ledger of a broadcast: a row for everybody meant, also for those who cannot be reached. */
export const broadcastRecipients = sqliteTable(
  'broadcast_recipients',
  {
    id: id(),
    broadcastId: integer().notNull(),
    /** Null for a group. */
    personId: integer(),
    groupId: integer(),
    /** The row of the outbox that carries it; null where it cannot be sent, with the reason. */
    outboxId: integer(),
    /** 'not_enrolled', 'gone', 'stopped' … */
    unreachable: text(),
    acknowledgedAt: integer(),
    remindedAt: integer(),
  },
  (t) => [
    index('broadcast_recipients_broadcast').on(t.broadcastId),
    uniqueIndex('broadcast_recipients_person').on(t.broadcastId, t.personId).where(sql`person_id is not null`),
    uniqueIndex('broadcast_recipients_group').on(t.broadcastId, t.groupId).where(sql`group_id is not null`),
    index('broadcast_recipients_outbox').on(t.outboxId),
    index('broadcast_recipients_of').on(t.personId),
  ],
);

/** What a coordinator said of a month sent: accepted, or returned with a reason for each figure. */
export const monthReviews = sqliteTable(
  'month_reviews',
  {
    id: id(),
    unitId: integer().notNull(),
    period: text().notNull(),
    /** 'accepted', 'returned', 'mended' (the staff member has answered). */
    verdict: text().notNull(),
    /** JSON of indicator → reason; '{}' where accepted. */
    reasons: text().notNull(),
    saidBy: integer().notNull(),
    saidAt: integer().notNull(),
    inboxId: integer(),
  },
  (t) => [index('month_reviews_unit').on(t.unitId, t.period)],
);

/** Months closed against change, for a unit and all under it; the last row of a unit and period holds. */
export const periodLocks = sqliteTable(
  'period_locks',
  {
    id: id(),
    unitId: integer().notNull(),
    period: text().notNull(),
    locked: integer({ mode: 'boolean' }).notNull(),
    saidBy: integer().notNull(),
    saidAt: integer().notNull(),
    inboxId: integer(),
  },
  (t) => [index('period_locks_period').on(t.period, t.unitId)],
);

/** A change of a locked month, waiting for the coordinator's yes or no. */
export const changeRequests = sqliteTable(
  'change_requests',
  {
    id: id(),
    unitId: integer().notNull(),
    period: text().notNull(),
    /** JSON of what would be filed. */
    change: text().notNull(),
    reason: text().notNull(),
    askedBy: integer().notNull(),
    askedAt: integer().notNull(),
    /** Null while open; then 'granted' or 'refused'. */
    verdict: text(),
    decidedBy: integer(),
    decidedAt: integer(),
    inboxId: integer(),
  },
  (t) => [index('change_requests_unit').on(t.unitId, t.period)],
);

/** Somebody unknown who asked to be let in; a coordinator decides. */
export const joinRequests = sqliteTable(
  'join_requests',
  {
    id: id(),
    channel: text().notNull(),
    account: text().notNull(),
    address: text().notNull(),
    name: text().notNull(),
    /** The unit as it was typed; null until it is, and again once somebody has decided. */
    unitSaid: text(),
    /** The unit those words mean; 0 where they mean none or several. */
    unitId: integer().notNull(),
    role: text().notNull(),
    askedAt: integer().notNull(),
    /** Null while open; then 'approved' or 'refused'. */
    verdict: text(),
    decidedBy: integer(),
    decidedAt: integer(),
    personId: integer(),
  },
  (t) => [index('join_requests_unit').on(t.unitId), index('join_requests_address').on(t.channel, t.account, t.address)],
);
