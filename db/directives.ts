/**
 * Directives issued by chat, each change a new revision. What a directive is, other rooms know: here it is JSON under a
 * code. A directive of the house that was ended by chat has a row too, which stands in place of its file.
 */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Source } from './answers.ts';
import type { Reader, Tx } from './open.ts';
import { directives } from './schema-duties.ts';
import { connectionOf, statement } from './statement.ts';

export interface IssuedDirective {
  code: string;
  /** JSON of the directive. */
  data: string;
}

const newest = statement((read: Reader) =>
  read
    .select({
      mark: sql<string>`coalesce(max(${directives.id}), 0) || '/' || coalesce(max(${directives.issuedAt}), 0)`,
    })
    .from(directives)
    .prepare(),
);

const known = new WeakMap<object, { mark: string; issued: readonly IssuedDirective[] }>();

/** The current revision of each, in the order first issued; the same list until one is issued. */
export function issuedDirectives(read: Reader): readonly IssuedDirective[] {
  const mark = newest(read).get()?.mark ?? '';
  const kept = known.get(connectionOf(read));
  if (kept?.mark === mark) return kept.issued;
  const issued = read
    .select({ code: directives.code, data: directives.data })
    .from(directives)
    .where(sql`current = 1`)
    .orderBy(
      sql`(select min(first.id) from directives first where first.code = ${directives.code})`,
      asc(directives.id),
    )
    .all();
  known.set(connectionOf(read), { mark, issued });
  return issued;
}

/** Writes down a directive, in place of what stood under its code; the earlier revision stays. */
export function issueDirective(tx: Tx, code: string, directive: unknown, said: Source): void {
  const last = tx
    .select({ revision: sql<number>`coalesce(max(${directives.revision}), 0)` })
    .from(directives)
    .where(eq(directives.code, code))
    .get();
  tx.update(directives)
    .set({ current: false })
    .where(and(eq(directives.code, code), sql`current = 1`))
    .run();
  tx.insert(directives)
    .values({
      code,
      data: JSON.stringify(directive),
      revision: (last?.revision ?? 0) + 1,
      current: true,
      issuedBy: said.person,
      issuedAt: said.at,
      inboxId: said.message ?? null,
    })
    .run();
}
