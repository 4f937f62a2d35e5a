/**
 * Changes of closed months that wait for a yes or no. A request is settled once: whoever comes second is told what was
 * decided. 'replaced' is a request that a newer one of the same month, or a month opened and sent again, made void.
 */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Citation } from '../domain/citation.ts';
import type { Instant } from '../domain/date.ts';
import type { PersonId } from '../domain/person.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Figures, Source } from './answers.ts';
import type { Reader, Tx } from './open.ts';
import { changeRequests } from './schema-coordination.ts';

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
