/** Who is away, from when to when, and who takes their reminders meanwhile. */
import { and, asc, desc, eq, gte, isNull, lte, sql } from 'drizzle-orm';
import type { Instant, IsoDate } from '../domain/date.ts';
import type { PersonId } from '../domain/person.ts';
import type { Reader, Tx } from './open.ts';
import { covers } from './schema-duties.ts';
import { statement } from './statement.ts';

export interface Cover {
  person: PersonId;
  /** Absent where nobody takes them: they are then not sent. */
  by?: PersonId;
  /** First and last day away, both included. */
  from: IsoDate;
  to: IsoDate;
}

/** Writes down that somebody is away, in place of whatever of theirs falls into the same days. */
export function recordCover(tx: Tx, { person, by, from, to }: Cover, at: Instant, message?: number): void {
  tx.update(covers)
    .set({ endedAt: at })
    .where(and(eq(covers.personId, person), isNull(covers.endedAt), lte(covers.from, to), gte(covers.to, from)))
    .run();
  tx.insert(covers)
    .values({ personId: person, coverId: by ?? null, from, to, saidAt: at, inboxId: message ?? null })
    .run();
}

/**
 * Ends a person's being away; answers false where they were not.
 * @param day only what holds on that day; all of it, also what is still to come, where absent
 */
export function endCover(tx: Tx, person: PersonId, at: Instant, day?: IsoDate): boolean {
  const held = day === undefined ? undefined : and(lte(covers.from, day), gte(covers.to, day));
  const ended = tx
    .update(covers)
    .set({ endedAt: at })
    .where(and(eq(covers.personId, person), isNull(covers.endedAt), held))
    .run();
  return ended.changes > 0;
}

const onDay = statement((read: Reader) =>
  read
    .select({ person: covers.personId, by: covers.coverId })
    .from(covers)
    .where(
      and(isNull(covers.endedAt), lte(covers.from, sql.placeholder('day')), gte(covers.to, sql.placeholder('day'))),
    )
    .orderBy(desc(covers.id))
    .prepare(),
);

/** Everybody away on a day, with who takes their reminders (null: nobody). */
export function coversOn(read: Reader, day: IsoDate): ReadonlyMap<PersonId, PersonId | null> {
  return new Map(
    onDay(read)
      .all({ day })
      .map(({ person, by }) => [person, by]),
  );
}

const notEnded = statement((read: Reader) =>
  read
    .select()
    .from(covers)
    .where(
      and(
        eq(covers.personId, sql.placeholder('person')),
        isNull(covers.endedAt),
        gte(covers.to, sql.placeholder('day')),
      ),
    )
    .orderBy(asc(covers.from), desc(covers.id))
    .prepare(),
);

/** A person's being away that has not ended by `day`, the nearest first, if any. */
export function coverOf(read: Reader, person: PersonId, day: IsoDate): Cover | undefined {
  const row = notEnded(read).get({ person, day });
  return row && { person, from: row.from, to: row.to, ...(row.coverId === null ? {} : { by: row.coverId }) };
}

const standIns = statement((read: Reader) =>
  read
    .select({ person: covers.personId })
    .from(covers)
    .where(
      and(
        eq(covers.coverId, sql.placeholder('by')),
        isNull(covers.endedAt),
        lte(covers.from, sql.placeholder('day')),
        gte(covers.to, sql.placeholder('day')),
      ),
    )
    .prepare(),
);

/** Whom somebody stands in for on a day. */
export const coveredBy = (read: Reader, by: PersonId, day: IsoDate): PersonId[] =>
  standIns(read)
    .all({ by, day })
    .map(({ person }) => person);
