/**
 * Reminders that wait in the outbox. What they say is true of the day it was said and of what was owed then, so one that
 * has not left yet is taken back when either is over, and whatever is still owed is said anew by a timer.
 */
import { and, eq, gte, lt, or, sql } from 'drizzle-orm';
import { dateAt, type Instant, type IsoDate, instantOf, isIsoDate, type TimeOfDay } from '../domain/date.ts';
import type { PersonId } from '../domain/person.ts';
import type { Reader, Tx } from './open.ts';
import { outbox } from './schema.ts';
import { statement } from './statement.ts';
import { plan } from './timers.ts';

/** The kind of the timers that remind; `speak` knows it by this name. */
export const REMIND = 'remind';

/** Opens the key of every reminder in the outbox. */
export const REMINDER_KEY = 'remind:';
/** Sorts just after every key that REMINDER_KEY opens. */
export const REMINDER_KEY_END = 'remind;';

/** When the working day has begun everywhere (offices open at 7:00 or 7:30); inside the hours for pushed messages. */
export const REMIND_AT: TimeOfDay = '08:00';

/** What a timer of kind REMIND carries: the first day whose reminders it speaks for. */
export interface RemindPayload {
  date: IsoDate;
}

const ofDay = statement((read: Reader) =>
  read
    .select({ id: outbox.id, key: outbox.key, state: outbox.state })
    .from(outbox)
    .where(
      or(
        eq(outbox.key, sql.placeholder('key')),
        and(gte(outbox.key, sql.placeholder('first')), lt(outbox.key, sql.placeholder('end'))),
      ),
    )
    .prepare(),
);

const rowsOf = (read: Reader, day: IsoDate, person: PersonId) => {
  const key = `${REMINDER_KEY}${day}:${person}`;
  return ofDay(read).all({ key, first: `${key}:`, end: `${key};` });
};

/** Whether a reminder of a day has left for somebody: one message a day is enough. */
export const isReminded = (read: Reader, day: IsoDate, person: PersonId): boolean =>
  rowsOf(read, day, person).some(({ state }) => state === 'sent' || state === 'sending');

/**
 * A free key for a reminder: 'remind:2026-11-02:17'; behind it the first day it speaks for where that is an earlier one,
 * and a number where the day has had one (somebody asked to be reminded again).
 */
export function reminderKey(read: Reader, day: IsoDate, person: PersonId, from: IsoDate = day): string {
  const taken = rowsOf(read, day, person).length;
  const more = [...(from < day ? [from] : []), ...(taken > 0 ? [`again-${taken}`] : [])];
  return [`${REMINDER_KEY}${day}:${person}`, ...more].join(':');
}

/** The first day a reminder speaks for, by its key. */
function firstDayOf(key: string): IsoDate {
  const [, day = '', , from = day] = key.split(':');
  return isIsoDate(from) ? from : day;
}

/** Written out, because only the literal text lets SQLite use the partial indexes of unsettled rows. */
const waitingReminder = and(
  sql`${outbox.state} in ('waiting', 'sending')`,
  eq(outbox.state, 'waiting'),
  gte(outbox.key, REMINDER_KEY),
  lt(outbox.key, REMINDER_KEY_END),
);

interface Withdrawn {
  row: number;
  person: PersonId;
  /** The first day it spoke for. */
  from: IsoDate;
}

/**
 * Takes back the reminders of the day for these people that have not left. A row taken back stays, as 'withdrawn' and under a key of
 * its own, so that the same day can be said anew.
 */
export function withdraw(tx: Tx, people: readonly PersonId[], at: Instant): Withdrawn[] {
  // By the keys of the day, not by looking through all that waits: each of thousands asks. Older ones: renewStale.
  const today = dateAt(at);
  const rows = people.flatMap((person) =>
    rowsOf(tx, today, person)
      .filter(({ state }) => state === 'waiting')
      .map(({ id, key }) => ({ id, key, person })),
  );
  return takeBack(tx, rows, at);
}

const columns = { id: outbox.id, key: outbox.key, person: outbox.personId };

const waitingSinceBefore = statement((read: Reader) =>
  read
    .select(columns)
    .from(outbox)
    .where(and(waitingReminder, lt(outbox.createdAt, sql.placeholder('before'))))
    .prepare(),
);

interface Row {
  id: number;
  key: string | null;
  person: PersonId | null;
}

function takeBack(tx: Tx, rows: readonly Row[], at: Instant): Withdrawn[] {
  return rows.flatMap(({ id, key, person }) => {
    if (key === null || person === null) return [];
    tx.update(outbox)
      .set({ state: 'withdrawn', settledAt: at, key: `${key}#${id}` })
      .where(eq(outbox.id, id))
      .run();
    return [{ row: id, person, from: firstDayOf(key) }];
  });
}

/** Takes back the waiting reminders of these people and has what is still owed said at the next beat. */
export function sayAnew(tx: Tx, people: readonly PersonId[], at: Instant): PersonId[] {
  return withdraw(tx, people, at).map((each) => again(tx, each, at));
}

/**
 * Takes back the reminders of days that are over: "còn 3 ngày" is no longer true. What is still owed is said with the
 * reminder of today, or at its hour where there is none. Answers how many there were.
 */
export function renewStale(tx: Tx, now: Instant): number {
  const today = dateAt(now);
  const stale = takeBack(tx, waitingSinceBefore(tx).all({ before: instantOf(today, '00:00') }), now);
  for (const each of stale) again(tx, each, instantOf(today, REMIND_AT));
  return stale.length;
}

function again(tx: Tx, { row, person, from }: Withdrawn, dueAt: Instant): PersonId {
  const payload: RemindPayload = { date: from };
  plan(tx, { key: `${REMIND}:${from}:${person}:${row}`, kind: REMIND, dueAt, personId: person, payload });
  return person;
}
