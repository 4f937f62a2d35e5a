/** The unit's register of documents, as cited in chat: what the report lists as issued in the year. */
import { and, asc, eq, gte, lte, sql } from 'drizzle-orm';
import type { Citation } from '../domain/citation.ts';
import { type DocumentRole, roleOf, sameDocument } from '../domain/document.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Source } from './answers.ts';
import type { Reader, Tx } from './open.ts';
import { documents } from './schema.ts';
import { obligationEntries } from './schema-duties.ts';
import { statement } from './statement.ts';

export type RegisteredDocument = Citation & { role: DocumentRole };

const between = statement((read: Reader) =>
  read
    .select({ citation: documents.citation, role: documents.role })
    .from(documents)
    .where(
      and(
        eq(documents.unitId, sql.placeholder('unit')),
        gte(documents.period, sql.placeholder('from')),
        lte(documents.period, sql.placeholder('to')),
        sql`current = 1`,
      ),
    )
    .orderBy(asc(documents.period), asc(documents.id))
    .prepare(),
);

/** The documents in force told with some periods ('YYYY-MM'), in the order they were told. */
export function documentsOf(read: Reader, unit: UnitId, from: string, to: string): RegisteredDocument[] {
  return between(read)
    .all({ unit, from, to })
    .map((row) => ({ ...(JSON.parse(row.citation) as Citation), role: row.role as DocumentRole }));
}

const inForce = statement((tx: Tx) =>
  tx
    .select({ id: documents.id, period: documents.period, citation: documents.citation })
    .from(documents)
    .where(and(eq(documents.unitId, sql.placeholder('unit')), sql`current = 1`))
    .prepare(),
);

const isEvidence = statement((tx: Tx) =>
  tx
    .select({ id: obligationEntries.id })
    .from(obligationEntries)
    .where(eq(obligationEntries.documentId, sql.placeholder('id')))
    .prepare(),
);

/** Adds one document to the register, or finds it there; answers its row id. */
export function addDocument(tx: Tx, unit: UnitId, period: string, citation: Citation, source: Source): number {
  const known = inForce(tx)
    .all({ unit })
    .find((row) => sameDocument(JSON.parse(row.citation) as Citation, citation));
  return known?.id ?? insertDocument(tx, unit, period, citation, source);
}

function insertDocument(tx: Tx, unit: UnitId, period: string, citation: Citation, source: Source): number {
  const added = tx
    .insert(documents)
    .values({
      unitId: unit,
      period,
      role: roleOf(citation),
      citation: JSON.stringify(citation),
      current: true,
      saidBy: source.person,
      saidAt: source.at,
      inboxId: source.message ?? null,
    })
    .run();
  return Number(added.lastInsertRowid);
}

/**
 * A document by its row id, as it was cited.
 * @throws {Error} on an id that is none: a defect of ours
 */
export function documentById(read: Reader, id: number): Citation {
  const row = read.select({ citation: documents.citation }).from(documents).where(eq(documents.id, id)).get();
  if (!row) throw new Error(`no document ${id}`);
  return JSON.parse(row.citation) as Citation;
}

/**
 * Makes the register of one period say exactly these documents; one told elsewhere already is kept where it was, and
 * so is one that shows an obligation done.
 */
export function recordDocuments(
  tx: Tx,
  unit: UnitId,
  period: string,
  cited: readonly Citation[],
  source: Source,
): void {
  const known = inForce(tx)
    .all({ unit })
    .map((row) => ({ ...row, citation: JSON.parse(row.citation) as Citation }));
  // An unnumbered document ("Danh mục tài liệu …") is drawn up anew each year under the same words.
  const sameYear = (row: { period: string }) => row.period.slice(0, 4) === period.slice(0, 4);
  const isNew = (citation: Citation) =>
    !known.some((row) => sameDocument(row.citation, citation) && (citation.number !== null || sameYear(row)));
  for (const row of known) {
    const told = cited.some((citation) => sameDocument(row.citation, citation));
    const kept = row.period !== period || told || isEvidence(tx).get({ id: row.id }) !== undefined;
    if (!kept) tx.update(documents).set({ current: false }).where(eq(documents.id, row.id)).run();
  }
  for (const citation of cited.filter(isNew)) insertDocument(tx, unit, period, citation, source);
}
