/**
 * What a daily cap counts besides the rows that were sent: a long text leaves as several messages, and some of them may
 * have gone before the rest failed. Kept with the data, so that a restart does not open a door that has said enough.
 */
import { eq } from 'drizzle-orm';
import type { IsoDate } from '../domain/date.ts';
import type { Reader, Tx } from './open.ts';
import type { Account } from './outbox.ts';
import { settings } from './schema.ts';
import { keepSetting } from './settings.ts';

const keyOf = ({ channel, account }: Account): string => `more-sent:${channel}:${account}`;

/** How many messages of a day are in no sent row of their own; below 0 where rows were settled without a message. */
export function moreSent(read: Reader, account: Account, day: IsoDate): number {
  const { value } =
    read
      .select()
      .from(settings)
      .where(eq(settings.key, keyOf(account)))
      .get() ?? {};
  const [known, count] = value?.split(' ') ?? [];
  return known === day ? Number(count) : 0;
}

/** Counts so many more for a day; a day is forgotten when another begins. */
export function countMore(tx: Tx, account: Account, day: IsoDate, more: number): void {
  keepSetting(tx, keyOf(account), `${day} ${moreSent(tx, account, day) + more}`);
}
