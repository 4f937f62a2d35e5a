/** Months closed against change (khóa sổ). A lock holds for a unit and all under it; the nearest word on a unit holds. */
import type { UnitId, UnitTree } from './unit.ts';

export interface PeriodLock {
  unit: UnitId;
  locked: boolean;
}

/** Deeper than any administration; stops a ring of parents in damaged data from running for ever. */
const DEPTH_MAX = 32;

/**
 * The word that holds for a unit: its own last one, or else that of the nearest unit above it that has one.
 * @param locks all that was said of one period, oldest first
 */
export function lockOver<L extends PeriodLock>(locks: readonly L[], unit: UnitId, tree: UnitTree): L | undefined {
  if (locks.length === 0) return undefined;
  const last = new Map(locks.map((lock) => [lock.unit, lock]));
  let at: UnitId | undefined = unit;
  for (let depth = 0; at !== undefined && depth < DEPTH_MAX; depth += 1) {
    const found = last.get(at);
    if (found) return found;
    at = tree.get(at)?.parent;
  }
  return undefined;
}

/** The unit whose lock closes a period for `unit`; undefined where it is open. */
export function lockedBy(locks: readonly PeriodLock[], unit: UnitId, tree: UnitTree): UnitId | undefined {
  const lock = lockOver(locks, unit, tree);
  return lock?.locked === true ? lock.unit : undefined;
}
