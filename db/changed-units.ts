/** Which units something was said about lately, so that only their reminders are planned anew. */
import { gte } from 'drizzle-orm';
import type { Instant } from '../domain/date.ts';
import { isWithin, type UnitId, type UnitTree } from '../domain/unit.ts';
import type { Reader } from './open.ts';
import { filings } from './schema.ts';
import { covers, obligationEntries } from './schema-duties.ts';

/** Units with a month sent or an obligation spoken of since a moment, itself included; undefined where it may be all. */
export function changedUnits(read: Reader, since: Instant, tree: UnitTree): UnitId[] | undefined {
  const moved = read.select({ id: covers.id }).from(covers).where(gte(covers.saidAt, since)).all();
  if (moved.length > 0) return undefined;
  const filed = read.select({ unit: filings.unitId }).from(filings).where(gte(filings.lastFiledAt, since)).all();
  const said = read
    .selectDistinct({ unit: obligationEntries.unitId, subtree: obligationEntries.subtree })
    .from(obligationEntries)
    .where(gte(obligationEntries.saidAt, since))
    .all();
  const under = said
    .filter(({ subtree }) => subtree)
    .flatMap(({ unit }) => [...tree.keys()].filter((id) => isWithin(tree, id, unit)));
  return [...new Set([...filed, ...said].map(({ unit }) => unit).concat(under))];
}
