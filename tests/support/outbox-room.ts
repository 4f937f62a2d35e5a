/** An outbox with its doors, a clock that stands still, and channels without providers. */
import { vi } from 'vitest';
import type { Ledger } from '../../db/ledger.ts';
import { ledger } from '../../db/ledger.ts';
import type { Archive } from '../../db/open.ts';
import type { Parcel } from '../../db/outbox.ts';
import { enqueue } from '../../db/outbox.ts';
import type { Address, ChannelName } from '../../domain/message.ts';
import type { Deliver, DeliverParts } from '../../scheduler/deliver.ts';
import { deliver } from '../../scheduler/deliver.ts';
import { temporaryArchive } from './archive.ts';
import type { FakeChannel } from './channel.ts';
import { fakeChannel } from './channel.ts';
import { fakeClock } from './clock.ts';
import { TEST_MAKERS } from './makers.ts';

/** A chat with the test's own bot. */
export const on = (channel: ChannelName, id: string): Address => ({ channel, account: 'bot', id });

/** @param judge what the provider of `telegram` makes of each message; the web chat takes everything */
export function outboxRoom(judge?: Parameters<typeof fakeChannel>[2]) {
  const temporary = temporaryArchive();
  const clock = fakeClock('2021-10-25', '08:00');
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const telegram = fakeChannel('telegram', clock.now, judge);
  const web = fakeChannel('web-chat', clock.now);
  const start = (channels: FakeChannel[], more: Partial<DeliverParts> = {}): Deliver =>
    deliver({
      archive: temporary.archive,
      channels: new Map(channels.map((channel) => [channel.name, channel])),
      makers: TEST_MAKERS,
      clock: clock.now,
      random: () => 0,
      after: clock.after,
      log,
      ...more,
    });
  /** Enqueues a text under the key 'k:<text>'. */
  const put = (to: Address, text: string, more: Partial<Parcel> = {}): void => {
    temporary.archive.write((tx) =>
      enqueue(tx, { key: `k:${text}`, to, priority: 0, message: { text }, at: clock.now(), ...more }),
    );
  };
  const account = (archive: Archive = temporary.archive): Ledger => ledger(archive.read, 'k:');
  return { temporary, clock, log, telegram, web, start, put, account };
}
