/** The register of what was said of obligations: written once, never changed; see domain/obligation for what it means. */
import { and, asc, gte, sql } from 'drizzle-orm';
import type { IsoDate } from '../domain/date.ts';
import type { Entry, EntryKind } from '../domain/obligation.ts';
import { ENTRY_KINDS } from '../domain/obligation.ts';
import type { UnitId, UnitTree } from '../domain/unit.ts';
import type { Source } from './answers.ts';
import type { Reader, Tx } from './open.ts';
import { obligationEntries } from './schema-duties.ts';
import { statement } from './statement.ts';

/** Which obligation of which unit, and for what it is owed. */
export interface About {
  unit: UnitId;
  /** True where it holds for every unit under `unit` that has the obligation. */
  subtree?: boolean;
  obligation: string;
  period: string;
  /** The day of the event it follows, or empty. */
  event: IsoDate;
}

export type Said = Omit<Entry, 'at' | 'by' | 'about'>;

/** An entry with what it is about. */
export interface RegisteredEntry extends Entry {
  id: number;
  about: Required<About>;
}

/** Writes down one thing said of an obligation. */
export function recordEntry(tx: Tx, { unit, subtree = false, ...about }: About, said: Said, source: Source): void {
  const { kind, date, document, reason, decision } = said;
  tx.insert(obligationEntries)
    .values({
      unitId: unit,
      subtree,
      ...about,
      kind,
      date: date ?? null,
      documentId: document ?? null,
      reason: reason ?? null,
      decision: decision ?? null,
      saidBy: source.person,
      saidAt: source.at,
      inboxId: source.message ?? null,
    })
    .run();
}

const since = gte(obligationEntries.period, sql.placeholder('from'));

const ofAll = statement((read: Reader) =>
  read.select().from(obligationEntries).where(since).orderBy(asc(obligationEntries.id)).prepare(),
);

const ofUnits = statement((read: Reader) =>
  read
    .select()
    .from(obligationEntries)
    .where(
      and(
        since,
        // One list of the units and those above them, so that the index by unit serves both.
        sql`${obligationEntries.unitId} in (select value from json_each(${sql.placeholder('lines')}))`,
        sql`(${obligationEntries.subtree} or ${obligationEntries.unitId} in (select value from json_each(${sql.placeholder('units')})))`,
      ),
    )
    .orderBy(asc(obligationEntries.id))
    .prepare(),
);

/**
 * Entries in the order written.
 * @param from first period, 'YYYY'
 * @param units only those that can concern these units: their own, and decisions made above them
 */
export function entriesSince(
  read: Reader,
  from: string,
  units?: readonly UnitId[],
  tree?: UnitTree,
): RegisteredEntry[] {
  if (!units) return ofAll(read).all({ from }).map(toEntry);
  const lines = JSON.stringify(tree ? lineages(units, tree) : units);
  return ofUnits(read)
    .all({ from, lines, units: JSON.stringify(units) })
    .map(toEntry);
}

/** The units themselves and all they stand under. */
function lineages(units: readonly UnitId[], tree: UnitTree): UnitId[] {
  const found = new Set<UnitId>();
  for (const unit of units) {
    for (let at: UnitId | undefined = unit; at !== undefined && !found.has(at); at = tree.get(at)?.parent)
      found.add(at);
  }
  return [...found];
}

function toEntry(row: typeof obligationEntries.$inferSelect): RegisteredEntry {
  return {
    id: row.id,
    kind: kindOf(row.kind),
    at: row.saidAt,
    by: row.saidBy,
    about: {
      unit: row.unitId,
      subtree: row.subtree,
      obligation: row.obligation,
      period: row.period,
      event: row.event,
    },
    ...(row.date === null ? {} : { date: row.date }),
    ...(row.documentId === null ? {} : { document: row.documentId }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.decision === null ? {} : { decision: row.decision }),
  };
}

function kindOf(text: string): EntryKind {
  const kind = ENTRY_KINDS.find((known) => known === text);
  if (!kind) throw new Error(`obligation_entries.kind: "${text}"`);
  return kind;
}

/** The highest row id: what tells that something was said since. */
export function lastEntryId(read: Reader): number {
  return (
    read
      .select({ id: sql<number>`coalesce(max(${obligationEntries.id}), 0)` })
      .from(obligationEntries)
      .get()?.id ?? 0
  );
}
