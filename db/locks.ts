/** Periods closed against change and opened again. Rows are added and never changed; the last word of a unit holds. */
import { asc, eq, sql } from 'drizzle-orm';
import type { Instant } from '../domain/date.ts';
import type { PersonId } from '../domain/person.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Source } from './answers.ts';
import type { Reader, Tx } from './open.ts';
import { periodLocks } from './schema-coordination.ts';
import { statement } from './statement.ts';

export interface LockRow {
  id: number;
  unit: UnitId;
  locked: boolean;
  by: PersonId;
  at: Instant;
  message?: number;
}

const ofPeriod = statement((read: Reader) =>
  read
    .select()
    .from(periodLocks)
    .where(eq(periodLocks.period, sql.placeholder('period')))
    .orderBy(asc(periodLocks.id))
    .prepare(),
);

/** All that was said about closing a period, oldest first. */
export function locksOf(read: Reader, period: string): LockRow[] {
  return ofPeriod(read)
    .all({ period })
    .map(({ id, unitId, locked, saidBy, saidAt, inboxId }) => ({
      id,
      unit: unitId,
      locked,
      by: saidBy,
      at: saidAt,
      ...(inboxId === null ? {} : { message: inboxId }),
    }));
}

/** Closes a period for a unit and all under it, or opens it; answers the row's id. */
export function recordLock(
  tx: Tx,
  { unit, period, locked }: { unit: UnitId; period: string; locked: boolean },
  { person, at, message }: Source,
): number {
  const result = tx
    .insert(periodLocks)
    .values({ unitId: unit, period, locked, saidBy: person, saidAt: at, inboxId: message ?? null })
    .run();
  return Number(result.lastInsertRowid);
}
