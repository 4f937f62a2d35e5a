/** The register of what was said of obligations: written once, never changed; see domain/obligation for what it means. */
import { and, asc, eq, gte, sql } from 'drizzle-orm';
import type { Instant, IsoDate } from '../domain/date.ts';
import type { Entry, EntryKind } from '../domain/obligation.ts';
import { ENTRY_KINDS } from '../domain/obligation.ts';
import type { PersonId } from '../domain/person.ts';
import type { UnitId, UnitTree } from '../domain/unit.ts';
import type { Source } from './answers.ts';
import type { Reader, Tx } from './open.ts';
import { rowList } from './row-list.ts';
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

type Row = [
  id: number,
  unit: UnitId,
  subtree: 0 | 1,
  kind: string,
  by: PersonId,
  at: Instant,
  document: number | null,
  date: IsoDate | null,
  reason: string | null,
  decision: string | null,
];

const { id, unitId, subtree, kind, saidBy, saidAt, documentId, date, reason, decision } = obligationEntries;

const ofOne = statement((read: Reader) =>
  read
    .select({ rows: rowList<Row>(id, unitId, subtree, kind, saidBy, saidAt, documentId, date, reason, decision) })
    .from(obligationEntries)
    .where(
      and(
        eq(obligationEntries.period, sql.placeholder('period')),
        eq(obligationEntries.obligation, sql.placeholder('obligation')),
        eq(obligationEntries.event, ''),
        sql`${unitId} in (select value from json_each(${sql.placeholder('units')}))`,
      ),
    )
    .prepare(),
);

/** The entries of some units about one obligation of a year by the calendar, in the order written. */
export function entriesOf(
  read: Reader,
  about: { obligation: string; period: string },
  units: readonly UnitId[],
): RegisteredEntry[] {
  const rows = units.length === 0 ? [] : (ofOne(read).get({ ...about, units: JSON.stringify(units) })?.rows ?? []);
  const entries = rows.map((row): RegisteredEntry => {
    const [id, unit, subtree, kind, by, at, document, date, reason, decision] = row;
    const all = { unit, subtree: subtree === 1, ...about, event: '' };
    return withDetails({ id, kind: kindOf(kind), at, by, about: all }, { document, date, reason, decision });
  });
  return entries.sort((a, b) => a.id - b.id);
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
  const { id, unitId, subtree, obligation, period, event, documentId: document, date, reason, decision } = row;
  const about = { unit: unitId, subtree, obligation, period, event };
  const entry = { id, kind: kindOf(row.kind), at: row.saidAt, by: row.saidBy, about };
  return withDetails(entry, { document, date, reason, decision });
}

type Details = Pick<RegisteredEntry, 'document' | 'date' | 'reason' | 'decision'>;

/** Set one by one and not spread together: a province has tens of thousands of entries. */
function withDetails(
  entry: RegisteredEntry,
  details: { [Name in keyof Required<Details>]: Required<Details>[Name] | null },
): RegisteredEntry {
  const { document, date, reason, decision } = details;
  if (document !== null) entry.document = document;
  if (date !== null) entry.date = date;
  if (reason !== null) entry.reason = reason;
  if (decision !== null) entry.decision = decision;
  return entry;
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
