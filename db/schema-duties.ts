/**
 * Tables of what a directive asks and of what has been done about it. Nothing here is changed once written, apart from
 * the end of what holds only for a time: a directive that changes is a new revision, what is said of an obligation is
 * one more entry.
 */
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

const id = () => integer().primaryKey({ autoIncrement: true });

/** Directives issued by chat; those of the house stand in files. */
export const directives = sqliteTable(
  'directives',
  {
    id: id(),
    code: text().notNull(),
    /** JSON of the directive, checked on reading like a file. */
    data: text().notNull(),
    revision: integer().notNull(),
    current: integer({ mode: 'boolean' }).notNull(),
    issuedBy: integer().notNull(),
    issuedAt: integer().notNull(),
    inboxId: integer(),
  },
  (t) => [
    uniqueIndex('directives_current').on(t.code).where(sql`current = 1`),
    uniqueIndex('directives_revision').on(t.code, t.revision),
  ],
);

/** What was said of an obligation of a unit in a year, in order; where it stands follows from all of them. */
export const obligationEntries = sqliteTable(
  'obligation_entries',
  {
    id: id(),
    /** The unit it is about; for a decision made for many at once, the unit they all stand under. */
    unitId: integer().notNull(),
    /** True where it holds for every unit under `unitId` that has the obligation. */
    subtree: integer({ mode: 'boolean' }).notNull().default(false),
    obligation: text().notNull(),
    /** 'YYYY' of a yearly obligation, 'YYYY-MM' of a month's report. */
    period: text().notNull(),
    /** The day of the event that started it ('YYYY-MM-DD'); empty where the calendar did. */
    event: text().notNull().default(''),
    /** 'started', 'done', 'accepted', 'returned', 'waived', 'moved', 'reopened', 'set_date'. */
    kind: text().notNull(),
    /** The new last good day, or the day it was done. */
    date: text(),
    documentId: integer(),
    reason: text(),
    /** Number of the decision it rests on. */
    decision: text(),
    saidBy: integer().notNull(),
    saidAt: integer().notNull(),
    inboxId: integer(),
  },
  (t) => [
    index('obligation_entries_unit').on(t.unitId, t.obligation, t.period),
    // As far as how most units of a province ended a year is read from it alone: db/settled-obligations.
    index('obligation_entries_period').on(t.period, t.obligation, t.event, t.unitId, t.kind, t.subtree),
    index('obligation_entries_said').on(t.saidAt),
  ],
);

/** Days off and days worked that an admin added to the published tables. */
export const calendarDays = sqliteTable(
  'calendar_days',
  {
    id: id(),
    date: text().notNull(),
    /** 'off', 'work', or 'table' where the published table holds again. */
    kind: text().notNull(),
    name: text().notNull(),
    source: text().notNull(),
    current: integer({ mode: 'boolean' }).notNull(),
    saidBy: integer().notNull(),
    saidAt: integer().notNull(),
    inboxId: integer(),
  },
  (t) => [uniqueIndex('calendar_days_current').on(t.date).where(sql`current = 1`)],
);

/** Somebody away, and who takes their reminders meanwhile. */
export const covers = sqliteTable(
  'covers',
  {
    id: id(),
    personId: integer().notNull(),
    /** Null where nobody takes them: they then wait for the person. */
    coverId: integer(),
    from: text().notNull(),
    to: text().notNull(),
    /** Ended before its time by the person's return. */
    endedAt: integer(),
    saidAt: integer().notNull(),
    inboxId: integer(),
  },
  (t) => [
    index('covers_person').on(t.personId),
    index('covers_cover').on(t.coverId),
    index('covers_said').on(t.saidAt),
  ],
);
