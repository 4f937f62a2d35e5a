/**
 * The audit log: append-only and hash-chained. Each row's hash covers the row and the hash before it, so a row changed,
 * removed or slipped in later breaks the chain from there on.
 */
import { createHash } from 'node:crypto';
import { asc, desc, sql } from 'drizzle-orm';
import type { Instant } from '../domain/date.ts';
import type { Reader, Tx } from './open.ts';
import { audit } from './schema.ts';
import { statement } from './statement.ts';

export interface Deed {
  at: Instant;
  /** A person's code, 'operator' or 'system'. */
  actor: string;
  action: string;
  /** What it was done to, such as 'unit:duc-thuan/2021-10'. */
  subject: string;
  /** JSON-safe; never a secret, never a citizen's data. */
  detail: unknown;
}

const last = statement((read: Reader) =>
  read.select({ hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).prepare(),
);

const insert = statement((tx: Tx) =>
  tx
    .insert(audit)
    .values({
      at: sql.placeholder('at'),
      actor: sql.placeholder('actor'),
      action: sql.placeholder('action'),
      subject: sql.placeholder('subject'),
      detail: sql.placeholder('detail'),
      previous: sql.placeholder('previous'),
      hash: sql.placeholder('hash'),
    })
    .prepare(),
);

type Row = Omit<typeof audit.$inferSelect, 'seq' | 'hash'>;

const hashOf = ({ at, actor, action, subject, detail, previous }: Row): string =>
  createHash('sha256')
    .update(JSON.stringify([previous, at, actor, action, subject, detail]))
    .digest('hex');

/** Writes down what was done. */
export function noteDeed(tx: Tx, deed: Deed): void {
  const row = { ...deed, detail: JSON.stringify(deed.detail), previous: last(tx).get()?.hash ?? '' };
  insert(tx).run({ ...row, hash: hashOf(row) });
}

/**
 * The number of the first row where the chain is broken, or undefined when all of it holds. Rows are numbered without
 * a gap, and SQLite remembers the last number given out: rows cut off at the end are missed too.
 */
export function brokenAt(read: Reader): number | undefined {
  let previous = '';
  let expected = 1;
  for (const { seq, hash, ...row } of read.select().from(audit).orderBy(asc(audit.seq)).all()) {
    if (seq !== expected || row.previous !== previous || hash !== hashOf(row)) return seq;
    previous = hash;
    expected += 1;
  }
  const given = read.get<{ seq: number } | undefined>(sql`select seq from sqlite_sequence where name = 'audit'`);
  return (given?.seq ?? 0) >= expected ? expected : undefined;
}
