/** How many messages of a delivery Zalo took: what a daily cap must count. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SendError } from '../../channels/channel.ts';
import { quiet } from '../support/clock.ts';
import { delivery, lan, type ZaloDoor, zaloDoor } from '../support/zalo/zalo-door.ts';

let door: ZaloDoor;
beforeEach(async () => {
  door = await zaloDoor();
  await door.open();
});
afterEach(() => door.close());

/** Splits in three. */
const LONG = delivery('1', 'Số liệu tháng này đã nhận. '.repeat(190));

/** Lets the pauses between the parts pass until it is over. */
async function over<T>(sending: Promise<T>): Promise<T> {
  let isOver = false;
  const done = sending.finally(() => {
    isOver = true;
  });
  done.catch(() => undefined);
  while (!isOver) {
    door.clock.advance(100);
    await quiet(2);
  }
  return done;
}

test('says that a short one was one', async () => {
  expect(await over(door.channel.send(lan, delivery('1', 'Đã nhận.')))).toMatchObject({ parts: 1 });
});

test('says that a long one was three', async () => {
  expect(await over(door.channel.send(lan, LONG))).toMatchObject({ parts: 3 });
  expect(door.zalo.sent).toHaveLength(3);
});

test('says how many had gone when the rest failed, and then only what went since', async () => {
  const { channel, zalo } = door;
  const first = channel.send(lan, LONG);
  first.catch(() => undefined);
  await door.until('the first has gone', () => zalo.sent.length === 1);
  zalo.refuse('/api/message/sms', { status: 503 });
  const failure = await over(first).catch((error: SendError) => error);
  expect(failure).toMatchObject({ parts: 1, failure: { kind: 'unreachable' } });
  expect(await over(channel.send(lan, LONG))).toMatchObject({ parts: 2 });
  expect(zalo.sent).toHaveLength(3);
});
