/**
 * Everything that will happen later, keyed naturally: planning twice is planning once, and a timer leaves 'waiting'
 * once. What is due is a question to this table, never to a clock that was running at the time.
 */
import { and, asc, desc, eq, gte, lt, lte, min, sql } from 'drizzle-orm';
import type { Instant, IsoDate } from '../domain/date.ts';
import type { PersonId } from '../domain/person.ts';
import type { Reader, Tx } from './open.ts';
import { timers } from './schema.ts';
import { statement } from './statement.ts';

/** What shall happen once. */
export interface Planned {
  /** Natural key: what it is about, so that the same decision made again is the same row. */
  key: string;
  kind: string;
  dueAt: Instant;
  personId?: PersonId;
  /** JSON-safe; whoever handles the kind knows its shape. */
  payload: unknown;
}

export interface Timer extends Planned {
  id: number;
}

/** How a timer ended: it spoke, another one spoke for it, or there was nobody to be told or nothing left to say. */
export type TimerEnd = 'fired' | 'skipped' | 'needless';

const insert = statement((tx: Tx) =>
  tx
    .insert(timers)
    .values({
      key: sql.placeholder('key'),
      kind: sql.placeholder('kind'),
      dueAt: sql.placeholder('dueAt'),
      personId: sql.placeholder('personId'),
      payload: sql.placeholder('payload'),
      state: 'waiting',
    })
    .onConflictDoNothing({ target: timers.key })
    .prepare(),
);

/** Plans something; answers false where it was planned before, whatever became of it. */
export function plan(tx: Tx, timer: Planned): boolean {
  const { key, kind, dueAt, personId = null, payload } = timer;
  return insert(tx).run({ key, kind, dueAt, personId, payload: JSON.stringify(payload) }).changes === 1;
}

/** Written out, because only the literal text lets SQLite use the partial index of waiting timers. */
const waiting = sql`${timers.state} = 'waiting'`;

const firstUnder = statement((read: Reader) =>
  read
    .select()
    .from(timers)
    .where(
      and(
        gte(timers.key, sql.placeholder('prefix')),
        lt(timers.key, sql.placeholder('end')),
        // By the keys, of which there are few with one prefix; by what waits there would be thousands to look at.
        sql`+${timers.state} = 'waiting'`,
      ),
    )
    .orderBy(asc(timers.key))
    .prepare(),
);

/** Sorts after every character a key may hold, in SQLite's order of bytes. */
const LAST = '\u{10FFFF}';

/** The first timer, by its key, that still waits under a prefix: work whose timer is only the moment it is given up. */
export function waitingUnder(read: Reader, prefix: string): Timer | undefined {
  const row = firstUnder(read).get({ prefix, end: prefix + LAST });
  return row && toTimer(row);
}

const due = statement((read: Reader) =>
  read
    .select()
    .from(timers)
    .where(and(waiting, lte(timers.dueAt, sql.placeholder('now'))))
    .orderBy(asc(timers.personId), asc(timers.kind), desc(timers.dueAt), desc(timers.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** What is due and still waiting: those of one person and kind stand together, the newest of them first. */
export function dueTimers(read: Reader, now: Instant, limit: number): Timer[] {
  return due(read).all({ now, limit }).map(toTimer);
}

const toTimer = ({ id, key, kind, dueAt, personId, payload }: typeof timers.$inferSelect): Timer => ({
  id,
  key,
  kind,
  dueAt,
  ...(personId === null ? {} : { personId }),
  payload: JSON.parse(payload) as unknown,
});

const earliest = statement((read: Reader) =>
  read
    .select({ at: min(timers.dueAt) })
    .from(timers)
    .where(waiting)
    .prepare(),
);

/** When the next waiting timer is due (it may be past); undefined when none waits. */
export function nextDue(read: Reader): Instant | undefined {
  return earliest(read).get()?.at ?? undefined;
}

const end = statement((tx: Tx) =>
  tx
    .update(timers)
    .set({ state: sql`${sql.placeholder('state')}`, settledAt: sql`${sql.placeholder('at')}` })
    .where(and(eq(timers.id, sql.placeholder('id')), waiting))
    .prepare(),
);

/** Ends a waiting timer; answers false where it had ended before, and then changes nothing. */
export function settle(tx: Tx, id: number, state: TimerEnd, at: Instant): boolean {
  return end(tx).run({ id, state, at }).changes === 1;
}

const oneWaiting = statement((read: Reader) =>
  read
    .select({ id: timers.id })
    .from(timers)
    .where(and(eq(timers.id, sql.placeholder('id')), waiting))
    .prepare(),
);

/** Whether a timer still waits: asked again inside the transaction that is about to end it. */
export function isWaiting(read: Reader, id: number): boolean {
  return oneWaiting(read).get({ id }) !== undefined;
}

const firstOfPerson = statement((read: Reader) =>
  read
    .select({ date: sql<IsoDate | null>`min(json_extract(${timers.payload}, '$.date'))` })
    .from(timers)
    .where(
      and(
        waiting,
        // The index is by time: without it every timer of the weeks ahead would be looked at.
        lte(timers.dueAt, sql.placeholder('now')),
        eq(timers.kind, sql.placeholder('kind')),
        eq(timers.personId, sql.placeholder('person')),
      ),
    )
    .prepare(),
);

/** The earliest `date` in the payloads of the timers of a kind that are due and still wait for a person. */
export function firstWaitingDay(read: Reader, kind: string, person: PersonId, now: Instant): IsoDate | undefined {
  return firstOfPerson(read).get({ kind, person, now })?.date ?? undefined;
}

const ofPersonAndKind = statement((read: Reader) =>
  read
    .select()
    .from(timers)
    .where(and(waiting, eq(timers.kind, sql.placeholder('kind')), eq(timers.personId, sql.placeholder('person'))))
    .orderBy(asc(timers.id))
    .prepare(),
);

/** Every timer of a kind that waits for a person, due or not, in the order planned. */
export const waitingOf = (read: Reader, kind: string, person: PersonId): Timer[] =>
  ofPersonAndKind(read).all({ kind, person }).map(toTimer);

/** Ends every timer of a kind that waits for a person: a newer wish takes their place. */
export function settleWaiting(tx: Tx, kind: string, person: PersonId, at: Instant): void {
  tx.update(timers)
    .set({ state: 'skipped', settledAt: at })
    .where(and(waiting, eq(timers.kind, kind), eq(timers.personId, person)))
    .run();
}
