/** The unit's register of documents, as cited in chat: what the report lists as issued in the year. */
import { and, asc, eq, gte, lte, sql } from 'drizzle-orm';
import type { Citation } from '../domain/citation.ts';
import { type DocumentRole, roleOf, sameDocument } from '../domain/document.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Source } from './answers.ts';
import type { Reader, Tx } from './open.ts';
import { documents } from './schema.ts';

export type RegisteredDocument = Citation & { role: DocumentRole };

/** The documents in force told with some periods ('YYYY-MM'), in the order they were told. */
export function documentsOf(read: Reader, unit: UnitId, from: string, to: string): RegisteredDocument[] {
  return read
    .select({ citation: documents.citation, role: documents.role })
    .from(documents)
    .where(and(eq(documents.unitId, unit), gte(documents.period, from), lte(documents.period, to), sql`current = 1`))
    .orderBy(asc(documents.period), asc(documents.id))
    .all()
    .map((row) => ({ ...(JSON.parse(row.citation) as Citation), role: row.role as DocumentRole }));
}

/** Makes the register of one period say exactly these documents; one told elsewhere already is kept where it was. */
export function recordDocuments(tx: Tx, unit: UnitId, period: string, cited: readonly Citation[], source: Source): void {
  const known = tx
    .select({ id: documents.id, period: documents.period, citation: documents.citation })
    .from(documents)
    .where(and(eq(documents.unitId, unit), sql`current = 1`))
    .all()
    .map((row) => ({ ...row, citation: JSON.parse(row.citation) as Citation }));
  const isNew = (citation: Citation) => !known.some((row) => sameDocument(row.citation, citation));
  for (const row of known) {
    const kept = row.period !== period || cited.some((citation) => sameDocument(row.citation, citation));
    if (!kept) tx.update(documents).set({ current: false }).where(eq(documents.id, row.id)).run();
  }
  for (const citation of cited.filter(isNew)) {
    tx.insert(documents)
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
  }
}
