/** Messages that did not go as sent: an answer lost on the way, a group that moved or is gone. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SendError, type SendFailure } from '../../channels/channel.ts';
import type { Delivery } from '../../domain/message.ts';
import { addressOf, closedDoor, type Door, house, LAN, until } from '../support/telegram/door.ts';

let door: Door;
beforeEach(async () => {
  door = await closedDoor();
});
afterEach(() => door.close());

const send = (delivery: Partial<Delivery>, chat = LAN) =>
  door.channel.send(addressOf(chat), { id: '1', text: '', ...delivery });
const refusal = (sending: Promise<unknown>): Promise<SendError> =>
  sending.then(
    () => expect.fail('it was sent'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(SendError);
      return error as SendError;
    },
  );
const PERHAPS = { kind: 'unreachable', perhapsSent: true } as const;

test.each<[string, SendFailure, () => Promise<void> | void]>([
  ['whose answer was lost may have arrived', PERHAPS, () => void door.api.faults.push({ drop: 'after' })],
  ['that found no connection certainly has not', { kind: 'unreachable' }, () => door.api.close()],
  ['that Telegram refused certainly has not', { kind: 'unreachable' }, () => void door.api.faults.push({ code: 500 })],
])('a message %s', async (_, failure, spoil) => {
  await spoil();
  expect((await refusal(send({ text: 'a' }))).failure).toEqual(failure);
});

describe('a group', () => {
  const GROUP = -100_200_300;
  const SUPERGROUP = -100_999;

  test('that became a supergroup is written to where it is now, and the house told', async () => {
    const { heard, receive } = house();
    await door.channel.start(receive);
    await door.opened();
    door.api.chats.of(GROUP);
    door.api.upgrade(GROUP, SUPERGROUP, false);
    await send({ text: 'Mời họp' }, GROUP);
    expect(door.api.shown(SUPERGROUP).map(({ text }) => text)).toEqual(['Mời họp']);
    await until(() => heard.length > 0);
    expect(heard).toMatchObject([
      { address: { id: String(GROUP) }, said: { kind: 'moved', to: String(SUPERGROUP) }, group: true },
    ]);
  });

  test('that took the bot out is gone', async () => {
    door.api.faults.push({ code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' });
    expect((await refusal(send({ text: 'Mời họp' }, GROUP))).failure).toEqual({ kind: 'recipient_gone' });
  });
});
