/**
 * What the archive lets go when it has done its work: the words and the data of messages settled long ago, and timers of
 * reminders long past. Who was written to, when, by which door, under which key and with what outcome stays for good, and
 * what still waits is never touched. See docs/decisions/0008.
 */
import { and, getTableColumns, gt, inArray, lt, lte, type Placeholder, sql } from 'drizzle-orm';
import { addDays, dateAt, type Instant, instantOf } from '../domain/date.ts';
import type { Reader, Tx } from './open.ts';
import { REMIND } from './reminder-rows.ts';
import { outbox } from './schema.ts';
import { keepSetting, setting } from './settings.ts';
import { statement } from './statement.ts';

/**
 * Days after which a settled message keeps no words: a quarter, for as long as its months are still being compared with
 * what people were told. The program itself reads none of them.
 */
export const WORDS_KEPT_DAYS = 92;

/**
 * Days after which the timer of a reminder that was settled is removed: a year and a month. Its key keeps a day from being
 * planned twice, and days further back than 45 are never planned (`scheduler/plan`).
 */
export const TIMERS_KEPT_DAYS = 400;

/** Rows looked at in one transaction: some milliseconds in which no reply is written. */
export const PORTION_ROWS = 200;

/** Bytes of messages lightened in one transaction, past the first: a year's table of a province has 1.4 million. */
export const PORTION_BYTES = 500_000;

/** The last row of the outbox that was looked at: everything up to it rests, or waited when its time came. */
const RESTED = 'outbox_rested_to';

/** The moment a day began so many days before the day of another moment. */
const daysBefore = (now: Instant, days: number): Instant => instantOf(addDays(dateAt(now), -days), '00:00');

interface Row {
  id: number;
  createdAt: Instant;
  bytes: number;
}

/** The next rows to be looked at; what their messages weigh is known without reading them. */
function nextRows(read: Reader, after: number): Row[] {
  return read.all<Row>(sql`
    select id, created_at as "createdAt", octet_length(message) as bytes
    from outbox where id > ${after} order by id limit ${PORTION_ROWS}`);
}

/** The last of a portion that is old enough; rows of a clock that was wrong for a while are passed and stay as they are. */
function lastToRest(rows: readonly Row[], before: Instant): number | undefined {
  let bytes = 0;
  let last: number | undefined;
  for (const row of rows) {
    bytes += row.bytes;
    if (last !== undefined && bytes > PORTION_BYTES) return last;
    if (row.createdAt < before) last = row.id;
  }
  return last;
}

/**
 * What stays of a message: no words and no choices; of a file which kind it was and its name, without its data; and the
 * note that a picture was lost, which the account of an announcement counts.
 */
const LIGHT = sql<string>`json_patch('{"text":""}', json_object(
  'attachment', case when message ->> '$.attachment.maker' is not null then json_object(
    'maker', message ->> '$.attachment.maker',
    'name', message ->> '$.attachment.name',
    'show', message ->> '$.attachment.show') end,
  'pictureLost', message -> '$.pictureLost'))`;

const columns = getTableColumns(outbox);
type Holes = { [Column in keyof typeof columns]: Placeholder };

/** Every column there is, so that none a later version adds is forgotten. */
const holes = Object.fromEntries(Object.keys(columns).map((name) => [name, sql.placeholder(name)])) as Holes;
const putBack = statement((tx: Tx) => tx.insert(outbox).values(holes).prepare());

/**
 * Lets the next portion of old messages rest, and notes how far it came in the same transaction. Answers whether there may
 * be more. What still waits when its turn comes keeps its words for good: it is at a door that is down for a quarter.
 */
export function restMessages(tx: Tx, now: Instant): boolean {
  const after = Number(setting(tx, RESTED) ?? 0);
  const before = daysBefore(now, WORDS_KEPT_DAYS);
  const last = lastToRest(nextRows(tx, after), before);
  if (last === undefined) return false;
  const settled = and(
    gt(outbox.id, after),
    lte(outbox.id, last),
    lt(outbox.createdAt, before),
    inArray(outbox.state, ['sent', 'failed', 'withdrawn']),
  );
  const rows = tx
    .select({ ...columns, message: LIGHT })
    .from(outbox)
    .where(settled)
    .all();
  if (rows.length > 0) {
    // Taken out and put back: of rows changed in place SQLite leaves every page where it is, four fifths empty for good.
    tx.delete(outbox).where(settled).run();
    for (const row of rows) putBack(tx).run(row);
  }
  keepSetting(tx, RESTED, String(last));
  return true;
}

/** Removes the next portion of timers of reminders long settled. Answers whether there may be more. */
export function removeTimers(tx: Tx, now: Instant): boolean {
  const before = daysBefore(now, TIMERS_KEPT_DAYS);
  // Their keys begin with the day they speak for, so the index of keys leads straight to them; of a day long past
  // somebody may still have been reminded lately, and once a day is enough.
  const { changes } = tx.run(sql`
    delete from timers where id in (
      select id from timers
      where key >= ${`${REMIND}:`} and key < ${`${REMIND}:${dateAt(before)}`}
        and state <> 'waiting' and settled_at < ${before}
      limit ${PORTION_ROWS})`);
  return changes === PORTION_ROWS;
}
