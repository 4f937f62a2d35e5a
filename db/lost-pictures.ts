/** Messages whose picture could not be had when they were sent: the row says what really left, the text alone. */
import { sql } from 'drizzle-orm';
import type { Reader, Tx } from './open.ts';

/** Notes that a message left without its picture. */
export function noteLostPicture(tx: Tx, row: number): void {
  tx.run(sql`
    update outbox set message = json_set(json_remove(message, '$.attachment'), '$.pictureLost', json('true'))
    where id = ${row}`);
}

/** To how many an announcement went without its picture. */
export function picturesLost(read: Reader, broadcast: number): number {
  const row = read.get<{ n: number }>(sql`
    select count(*) as n from broadcast_recipients r join outbox o on o.id = r.outbox_id
    where r.broadcast_id = ${broadcast} and o.state = 'sent' and json_extract(o.message, '$.pictureLost')`);
  return row.n;
}
