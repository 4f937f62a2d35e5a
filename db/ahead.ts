/** What a practice clock asks the archive: who is waited for until a moment, and whether anything was said since. */
import { and, countDistinct, eq, isNull, lte, max, sql } from 'drizzle-orm';
import type { Instant } from '../domain/date.ts';
import type { Reader } from './open.ts';
import { identities, outbox, timers } from './schema.ts';
import { statement } from './statement.ts';

const peopleUntil = statement((read: Reader) =>
  read
    .select({ people: countDistinct(timers.personId) })
    .from(timers)
    .innerJoin(identities, and(eq(identities.personId, timers.personId), isNull(identities.goneAt)))
    // Written out, because only the literal text lets SQLite use the partial index of waiting timers.
    .where(and(sql`${timers.state} = 'waiting'`, lte(timers.dueAt, sql.placeholder('at'))))
    .prepare(),
);

/** How many people who can be reached have a timer that is due by a moment; some may turn out to need no word. */
export const peopleWaitedFor = (read: Reader, at: Instant): number => peopleUntil(read).get({ at })?.people ?? 0;

const newest = statement((read: Reader) =>
  read
    .select({ id: max(outbox.id) })
    .from(outbox)
    .prepare(),
);

/** The number of the newest message ever put into the outbox, 0 where there was none: it grows with each. */
export const newestMessage = (read: Reader): number => newest(read).get()?.id ?? 0;
