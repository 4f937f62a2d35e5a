/**
 * The units that have done one obligation of a year and of which nothing was taken back. They are nearly all of a
 * province at the end of a year, and of them not every entry need be read (domain/obligation, `TAKING_BACK`).
 */
import { and, eq, inArray, sql } from 'drizzle-orm';
import { type EntryKind, TAKING_BACK } from '../domain/obligation.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Reader } from './open.ts';
import { columnList } from './row-list.ts';
import { obligationEntries } from './schema-duties.ts';
import { statement } from './statement.ts';

export interface SettledUnits {
  settled: ReadonlyMap<UnitId, 'done' | 'accepted'>;
  /** All others of which, or above which for all under them, anything was said. */
  others: readonly UnitId[];
}

const { kind, unitId, subtree, obligation, period, event } = obligationEntries;

const isPlain = inArray(kind, ['done', 'accepted']);

// A unit once for each of its entries: taken apart here it costs half of grouping them there.
const unitsByKind = statement((read: Reader) =>
  read
    .select({
      done: columnList<UnitId>(unitId, eq(kind, 'done')),
      accepted: columnList<UnitId>(unitId, eq(kind, 'accepted')),
      more: columnList<[UnitId, EntryKind, 0 | 1]>(
        sql`json_array(${unitId}, ${kind}, ${subtree})`,
        sql`not ${isPlain} or ${subtree}`,
      ),
    })
    .from(obligationEntries)
    .where(and(eq(period, sql.placeholder('period')), eq(obligation, sql.placeholder('obligation')), eq(event, '')))
    .prepare(),
);

/** How one obligation of a year by the calendar ended for the units of which nothing was taken back. */
export function settledOf(read: Reader, about: { obligation: string; period: string }): SettledUnits {
  const { done = [], accepted = [], more = [] } = unitsByKind(read).get(about) ?? {};
  const takenBack = more.filter(([, kind]) => TAKING_BACK.some((back) => back === kind));
  const settled = new Map<UnitId, 'done' | 'accepted'>();
  // Taken back for all under a unit at once: then nobody's own words are enough.
  if (!takenBack.some(([, , isWide]) => isWide)) {
    for (const unit of done) settled.set(unit, 'done');
    for (const unit of accepted) settled.set(unit, 'accepted');
    for (const [unit] of takenBack) settled.delete(unit);
  }
  const others = new Set(more.filter(([, , isWide]) => isWide).map(([unit]) => unit));
  for (const units of [done, accepted, more.map(([unit]) => unit)])
    for (const unit of units) if (!settled.has(unit)) others.add(unit);
  return { settled, others: [...others] };
}
