/**
 * The archive's tables. Instants are milliseconds since 1970 UTC, dates are local 'YYYY-MM-DD', periods 'YYYY-MM' for
 * a month and 'YYYY' for a year. Rows that people's figures rest on are never changed or removed: a correction is a
 * new revision and the old one stays.
 */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

const id = () => integer().primaryKey({ autoIncrement: true });

export const settings = sqliteTable('settings', { key: text().primaryKey(), value: text().notNull() });

export const units = sqliteTable(
  'units',
  {
    id: id(),
    code: text().notNull().unique(),
    name: text().notNull(),
    kind: text().notNull(),
    parentId: integer(),
    validFrom: text(),
    validTo: text(),
    successorId: integer(),
    /** What it is a part of since a split: several parts of one unit, which a successor of that unit could not name. */
    splitFromId: integer(),
  },
  (t) => [index('units_parent').on(t.parentId)],
);

export const people = sqliteTable('people', {
  id: id(),
  code: text().notNull().unique(),
  name: text().notNull(),
  phone: text(),
  language: text().notNull().default('vi'),
});

export const memberships = sqliteTable(
  'memberships',
  {
    id: id(),
    personId: integer().notNull(),
    unitId: integer().notNull(),
    role: text().notNull(),
    validFrom: text(),
    validTo: text(),
  },
  (t) => [uniqueIndex('memberships_once').on(t.personId, t.unitId, t.role), index('memberships_unit').on(t.unitId)],
);

/** One address of one person at one provider. */
export const identities = sqliteTable(
  'identities',
  {
    id: id(),
    channel: text().notNull(),
    account: text().notNull(),
    address: text().notNull(),
    personId: integer().notNull(),
    boundAt: integer().notNull(),
    lastSeenAt: integer().notNull(),
    /** When the provider last said this person cannot be reached here; cleared when they speak again. */
    goneAt: integer(),
  },
  (t) => [
    uniqueIndex('identities_once').on(t.channel, t.account, t.address),
    index('identities_person').on(t.personId),
  ],
);

/** One-time enrolment codes; only a hash is kept. */
export const enrolmentCodes = sqliteTable(
  'enrolment_codes',
  {
    hash: text().primaryKey(),
    personId: integer().notNull(),
    issuedAt: integer().notNull(),
    expiresAt: integer().notNull(),
    usedAt: integer(),
  },
  (t) => [index('enrolment_codes_person').on(t.personId)],
);

/** Codes tried by unknown people, to limit guessing. */
export const enrolmentTries = sqliteTable(
  'enrolment_tries',
  {
    id: id(),
    channel: text().notNull(),
    account: text().notNull(),
    address: text().notNull(),
    at: integer().notNull(),
  },
  (t) => [index('enrolment_tries_address').on(t.channel, t.account, t.address, t.at)],
);

/** Every message accepted, claimed by the provider's own id so that redelivery is harmless. */
export const inbox = sqliteTable(
  'inbox',
  {
    id: id(),
    channel: text().notNull(),
    account: text().notNull(),
    messageId: text().notNull(),
    address: text().notNull(),
    personId: integer(),
    receivedAt: integer().notNull(),
    /** What was said; null where it carried a secrecy mark or an identity number, which are not stored. */
    said: text(),
  },
  (t) => [uniqueIndex('inbox_once').on(t.channel, t.account, t.messageId)],
);

/** The open conversation of each person: position is data, so nothing is lost by a restart or a deploy. */
export const sessions = sqliteTable('sessions', {
  personId: integer().primaryKey(),
  flow: text().notNull(),
  version: integer().notNull(),
  state: text().notNull(),
  updatedAt: integer().notNull(),
});

/** A month (or year) that was sent: the first filing time stays the filing time whatever is corrected later. */
export const filings = sqliteTable(
  'filings',
  {
    id: id(),
    unitId: integer().notNull(),
    period: text().notNull(),
    periodFrom: text().notNull(),
    periodTo: text().notNull(),
    firstFiledAt: integer().notNull(),
    firstFiledBy: integer().notNull(),
    lastFiledAt: integer().notNull(),
    receipt: text().notNull().unique(),
  },
  (t) => [uniqueIndex('filings_once').on(t.unitId, t.period), index('filings_last').on(t.lastFiledAt)],
);

/** Every answer ever given; the one in force is `current`, the older ones are its history. */
export const answers = sqliteTable(
  'answers',
  {
    id: id(),
    unitId: integer().notNull(),
    period: text().notNull(),
    indicator: text().notNull(),
    /** 'value', 'nil' (không phát sinh) or 'no_data' (chưa có số liệu). */
    kind: text().notNull(),
    /** JSON of the value; null for the two kinds of nothing. */
    value: text(),
    revision: integer().notNull(),
    current: integer({ mode: 'boolean' }).notNull(),
    saidBy: integer().notNull(),
    saidAt: integer().notNull(),
    inboxId: integer(),
  },
  (t) => [
    uniqueIndex('answers_current').on(t.unitId, t.period, t.indicator).where(sql`current = 1`),
    index('answers_indicator').on(t.indicator, t.period).where(sql`current = 1`),
    uniqueIndex('answers_revision').on(t.unitId, t.period, t.indicator, t.revision),
  ],
);

/**
 * The dossier figures in force of every month that was sent, a row a month instead of one a figure: a leader of a
 * province asks about thousands. Written by the triggers of migration 0002 in the very statement that changes an answer
 * or a filing, never by the program, so that it cannot say anything else than they do.
 */
export const monthDossiers = sqliteTable(
  'month_dossiers',
  {
    period: text().notNull(),
    unitId: integer().notNull(),
    firstFiledAt: integer().notNull(),
    /** Null is "chưa có số liệu"; 0 is 0 or "không phát sinh". */
    received: integer(),
    resolved: integer(),
    late: integer(),
    pending: integer(),
  },
  (t) => [primaryKey({ columns: [t.period, t.unitId] })],
);

/** A unit's register of documents it issued, as cited in chat; feeds the report. */
export const documents = sqliteTable(
  'documents',
  {
    id: id(),
    unitId: integer().notNull(),
    period: text().notNull(),
    role: text().notNull(),
    citation: text().notNull(),
    current: integer({ mode: 'boolean' }).notNull(),
    saidBy: integer().notNull(),
    saidAt: integer().notNull(),
    inboxId: integer(),
  },
  (t) => [index('documents_current').on(t.unitId, t.period).where(sql`current = 1`)],
);

/** Everything that will happen later, keyed naturally: planning twice is planning once. */
export const timers = sqliteTable(
  'timers',
  {
    id: id(),
    key: text().notNull().unique(),
    kind: text().notNull(),
    dueAt: integer().notNull(),
    personId: integer(),
    payload: text().notNull(),
    /** 'waiting', then 'fired', 'skipped' (another spoke for it) or 'needless' (nobody to be told, or nothing left). */
    state: text().notNull(),
    settledAt: integer(),
  },
  (t) => [index('timers_waiting').on(t.dueAt).where(sql`state = 'waiting'`)],
);

/** What must be said outside, until it is said or given up. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: id(),
    /** Natural key where there is one, so that a repeated decision sends once. */
    key: text().unique(),
    personId: integer(),
    channel: text().notNull(),
    account: text().notNull(),
    address: text().notNull(),
    /** 0 replies, 1 reminders, 2 bulk: lower goes first. */
    priority: integer().notNull(),
    message: text().notNull(),
    /** 'waiting', 'sending', then 'sent', 'failed', or 'withdrawn' before it left. */
    state: text().notNull(),
    attempts: integer().notNull().default(0),
    nextTryAt: integer().notNull(),
    createdAt: integer().notNull(),
    settledAt: integer(),
    /** The provider's id of the message once sent. */
    messageId: text(),
    failure: text(),
  },
  (t) => [
    index('outbox_sent').on(t.channel, t.account, t.settledAt).where(sql`state = 'sent'`),
    index('outbox_waiting').on(t.channel, t.priority, t.id).where(sql`state in ('waiting', 'sending')`),
    index('outbox_chat').on(t.channel, t.account, t.address, t.id).where(sql`state in ('waiting', 'sending')`),
  ],
);

/** Append-only and hash-chained: who did what to which unit, when. */
export const audit = sqliteTable('audit', {
  seq: id(),
  at: integer().notNull(),
  actor: text().notNull(),
  action: text().notNull(),
  subject: text().notNull(),
  detail: text().notNull(),
  previous: text().notNull(),
  hash: text().notNull(),
});
