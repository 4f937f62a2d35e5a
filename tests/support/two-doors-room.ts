/** An outbox with two doors, of which one stands as the test says, and a person who is on both. */
import { vi } from 'vitest';
import type { SendFailure, Standing } from '../../channels/channel.ts';
import { bind } from '../../db/people.ts';
import type { FakeChannel, Verdict } from './channel.ts';
import { quiet } from './clock.ts';
import { on, outboxRoom } from './outbox-room.ts';

export const LAN = 7;
export const HA = 8;
export const unreachable: SendFailure = { kind: 'unreachable' };
export const MINUTE = 60_000;

/** Telegram stands as the test says and takes nothing unless open; Lan is on both doors, last seen on Telegram. */
export function room(judge?: () => Verdict | Promise<Verdict>) {
  let standing: Standing = 'open';
  const made = outboxRoom(() => (judge ? judge() : standing === 'open' ? 'taken' : unreachable));
  made.telegram.standing = () => standing;
  const { temporary, clock, telegram, web, start, put } = made;
  temporary.archive.write((tx) => {
    bind(tx, LAN, on('web-chat', 'lan'), 10);
    bind(tx, LAN, on('telegram', 'lan'), 20);
  });
  const onStuck = vi.fn();
  const onReplaced = vi.fn();
  const open = (channels: FakeChannel[] = [telegram, web]) => start(channels, { onStuck, onReplaced });
  const toLan = (text: string, more: object = {}): void => put(on('telegram', 'lan'), text, { personId: LAN, ...more });
  /** Time passes as in the service: what is tried anew comes back, and the loop nudges each minute. */
  async function minutes(out: { nudge: () => void }, count: number): Promise<void> {
    for (let minute = 0; minute < count; minute += 1) {
      clock.advance(MINUTE);
      await quiet(6);
      out.nudge();
      await quiet(6);
    }
  }
  const is = (now: Standing): void => {
    standing = now;
  };
  return { ...made, open, toLan, minutes, is, onStuck, onReplaced };
}
