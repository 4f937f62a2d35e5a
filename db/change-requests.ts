/**
 * Changes of closed months that wait for a yes or no. A request is settled once: whoever comes second is told what was
 * decided. 'replaced' is a request that a newer one of the same month, or a month opened and sent again, made void.
 */
import { and, asc, eq, gte, isNull, notExists, type SQL, sql } from 'drizzle-orm';
import type { Citation } from '../domain/citation.ts';
import type { Instant } from '../domain/date.ts';
import type { PersonId } from '../domain/person.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Figures, Source } from './answers.ts';
import type { Reader, Tx } from './open.ts';
import { filings } from './schema.ts';
import { changeRequests } from './schema-coordination.ts';
import { statement } from './statement.ts';

/** What would be filed: the month as the asker confirmed it. */
export interface MonthAsked {
  figures: Figures;
  documents: Citation[];
}

export type ChangeVerdict = 'granted' | 'refused' | 'replaced';

export interface ChangeRequest {
  id: number;
  unit: UnitId;
  period: string;
  change: MonthAsked;
  reason: string;
  askedBy: PersonId;
  askedAt: Instant;
  message?: number;
  decided?: { verdict: ChangeVerdict; by: PersonId; at: Instant };
}

function toRequest(row: typeof changeRequests.$inferSelect): ChangeRequest {
  const { id, unitId: unit, period, reason, askedBy, askedAt, verdict, decidedBy, decidedAt, inboxId } = row;
  const decided =
    verdict === null || decidedBy === null || decidedAt === null
      ? undefined
      : { verdict: verdict as ChangeVerdict, by: decidedBy, at: decidedAt };
  return {
    id,
    unit,
    period,
    change: JSON.parse(row.change) as MonthAsked,
    reason,
    askedBy,
    askedAt,
    ...(inboxId === null ? {} : { message: inboxId }),
    ...(decided ? { decided } : {}),
  };
}

/** A request by its id. */
export function changeRequest(read: Reader, id: number): ChangeRequest | undefined {
  const row = read.select().from(changeRequests).where(eq(changeRequests.id, id)).get();
  return row && toRequest(row);
}

/** Every request nobody has decided, oldest first. */
export function openRequests(read: Reader): ChangeRequest[] {
  return read
    .select()
    .from(changeRequests)
    .where(isNull(changeRequests.verdict))
    .orderBy(asc(changeRequests.id))
    .all()
    .map(toRequest);
}

/** Keeps a request; answers its id. */
export function recordRequest(
  tx: Tx,
  asked: { unit: UnitId; period: string; change: MonthAsked; reason: string },
  { person, at, message }: Source,
): number {
  const { unit, period, change, reason } = asked;
  const row = { unitId: unit, period, change: JSON.stringify(change), reason, askedBy: person, askedAt: at };
  const result = tx
    .insert(changeRequests)
    .values({ ...row, inboxId: message ?? null })
    .run();
  return Number(result.lastInsertRowid);
}

/** Decides a request; answers false where it was decided before. */
export function settleRequest(tx: Tx, id: number, verdict: ChangeVerdict, { person, at }: Source): boolean {
  const result = tx
    .update(changeRequests)
    .set({ verdict, decidedBy: person, decidedAt: at })
    .where(and(eq(changeRequests.id, id), isNull(changeRequests.verdict)))
    .run();
  return result.changes === 1;
}

/** Makes every open request of a month void. */
export function replaceRequests(tx: Tx, unit: UnitId, period: string, { person, at }: Source): void {
  tx.update(changeRequests)
    .set({ verdict: 'replaced', decidedBy: person, decidedAt: at })
    .where(and(eq(changeRequests.unitId, unit), eq(changeRequests.period, period), isNull(changeRequests.verdict)))
    .run();
}

/** When and by whom a month was first sent that nobody has recorded yet. */
export interface FirstSending {
  at: Instant;
  by: PersonId;
}

const ofMonth = statement((read: Reader) =>
  read
    .select({ at: changeRequests.askedAt, by: changeRequests.askedBy, verdict: changeRequests.verdict })
    .from(changeRequests)
    .where(
      and(eq(changeRequests.unitId, sql.placeholder('unit')), eq(changeRequests.period, sql.placeholder('period'))),
    )
    .orderBy(asc(changeRequests.id))
    .prepare(),
);

/**
 * The first sending of a month through requests: of those sent again before anybody decided, the first. A no ends it:
 * what was refused was not taken, and what is sent after it is sent anew.
 */
export function firstSending(read: Reader, unit: UnitId, period: string): FirstSending | undefined {
  const all = ofMonth(read).all({ unit, period });
  const [first] = all.slice(all.findLastIndex(({ verdict }) => verdict === 'refused') + 1);
  return first && { at: first.at, by: first.by };
}

const waiting = (units?: SQL) => (read: Reader) =>
  read
    .select({ unit: changeRequests.unitId, period: changeRequests.period })
    .from(changeRequests)
    .where(
      and(
        isNull(changeRequests.verdict),
        gte(changeRequests.period, sql.placeholder('since')),
        sql`length(${changeRequests.period}) = 7`,
        notExists(
          read
            .select({ one: sql`1` })
            .from(filings)
            .where(and(eq(filings.unitId, changeRequests.unitId), eq(filings.period, changeRequests.period))),
        ),
        units,
      ),
    )
    .orderBy(asc(changeRequests.id))
    .prepare();

const waitingOfAll = statement(waiting());
const waitingOfUnits = statement(
  waiting(sql`${changeRequests.unitId} in (select value from json_each(${sql.placeholder('units')}))`),
);

/**
 * Months since one that were sent after they were closed, were never recorded, and wait for a yes.
 * @param units only of these; of all where absent
 */
export function sentWaiting(
  read: Reader,
  since: string,
  units?: readonly UnitId[],
): (FirstSending & { unit: UnitId; period: string })[] {
  const rows = units
    ? waitingOfUnits(read).all({ since, units: JSON.stringify(units) })
    : waitingOfAll(read).all({ since });
  return rows.flatMap(({ unit, period }) => {
    const first = firstSending(read, unit, period);
    return first ? [{ ...first, unit, period }] : [];
  });
}
