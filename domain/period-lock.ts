/** Months closed against change (khóa sổ). A lock holds for a unit and all under it; the nearest word on a unit holds. */
import type { Instant } from './date.ts';
import { type UnitId, type UnitTree, upwards } from './unit.ts';

export interface PeriodLock {
  unit: UnitId;
  locked: boolean;
}

/**
 * The word that holds for a unit: its own last one, or else that of the nearest unit above it that has one.
 * @param locks all that was said of one period, oldest first
 */
export function lockOver<L extends PeriodLock>(locks: readonly L[], unit: UnitId, tree: UnitTree): L | undefined {
  if (locks.length === 0) return undefined;
  const last = new Map(locks.map((lock) => [lock.unit, lock]));
  const start = tree.get(unit);
  for (const { id } of start ? upwards(start, tree) : []) {
    const found = last.get(id);
    if (found) return found;
  }
  return undefined;
}

/** The unit whose lock closes a period for `unit`; undefined where it is open. */
export function lockedBy(locks: readonly PeriodLock[], unit: UnitId, tree: UnitTree): UnitId | undefined {
  const lock = lockOver(locks, unit, tree);
  return lock?.locked === true ? lock.unit : undefined;
}

/** When something was said, and in which accepted message. */
export interface Moment {
  at: Instant;
  message?: number;
}

/**
 * Whether a return asks for a month in spite of its being closed: said after it was closed, it opens exactly what it
 * names, also where the clock stood still between the two messages. A month closed after it was returned stays as it
 * was sent.
 */
export const isAskedInSpite = (returned: Moment, closed: Moment): boolean =>
  returned.at === closed.at ? (returned.message ?? 0) > (closed.message ?? 0) : returned.at > closed.at;
