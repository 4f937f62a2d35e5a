/** The account of what was sent together: every row of a broadcast or an opening is in it, once. */
import { and, count, eq, gte, lt, sql } from 'drizzle-orm';
import type { PersonId } from '../domain/person.ts';
import type { Reader } from './open.ts';
import { perhapsTwice } from './outbox.ts';
import { outbox } from './schema.ts';

/** What became of the rows of one key prefix; every row is counted in exactly one of waiting, sent, failed and withdrawn. */
export interface Ledger {
  total: number;
  waiting: number;
  sent: number;
  failed: number;
  /** Taken back before they left, because what they said was no longer so. */
  withdrawn: number;
  /** Of those sent: sent again after a crash or a lost answer, so they may have arrived twice. */
  perhapsTwice: number;
  /** Whom it did not reach, and why. */
  unreached: { key: string; personId?: PersonId; failure: string }[];
}

/** Sorts after every character a key may hold, in SQLite's order of bytes. */
const LAST = '\u{10FFFF}';

/** The account of everything enqueued under keys that begin with `prefix` (one broadcast, one month's opening). */
export function ledger(read: Reader, prefix: string): Ledger {
  const ours = and(gte(outbox.key, prefix), lt(outbox.key, prefix + LAST));
  const marked = sql<number>`coalesce(sum(${perhapsTwice}), 0)`;
  const rows = read
    .select({ state: outbox.state, rows: count(), marked })
    .from(outbox)
    .where(ours)
    .groupBy(outbox.state);
  const account: Ledger = { total: 0, waiting: 0, sent: 0, failed: 0, withdrawn: 0, perhapsTwice: 0, unreached: [] };
  for (const row of rows.all()) {
    account.total += row.rows;
    if (row.state === 'sent') {
      account.sent = row.rows;
      account.perhapsTwice = row.marked;
    } else if (row.state === 'failed') account.failed = row.rows;
    else if (row.state === 'withdrawn') account.withdrawn = row.rows;
    else account.waiting += row.rows;
  }
  const unreached = read
    .select()
    .from(outbox)
    .where(and(ours, eq(outbox.state, 'failed')))
    .orderBy(outbox.id)
    .all();
  account.unreached = unreached.map(({ key, personId, failure }) => ({
    key: key ?? '',
    ...(personId === null ? {} : { personId }),
    failure: failure ?? '',
  }));
  return account;
}
