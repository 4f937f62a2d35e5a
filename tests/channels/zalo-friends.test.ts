/** Friend requests made while the Zalo door was closed: looked at when it opens, by the same rule, at a person's pace. */
import { afterEach, expect, test } from 'vitest';
import { ACCEPT_AFTER_MS, LIST_EVERY_MS } from '../../channels/zalo-personal/friends.ts';
import { quiet } from '../support/clock.ts';
import { LAN } from '../support/zalo/loopback-zalo.ts';
import { passing, type ZaloDoor, zaloDoor } from '../support/zalo/zalo-door.ts';

const CODE = 'K7QM-2XRT';
const LIST = '/recommendsv2/list';
const mayBefriend = (_: unknown, message: string): boolean => message.includes(CODE);
const asked = (): number => door.zalo.calls.filter(({ path }) => path.endsWith(LIST)).length;

let door: ZaloDoor;
async function opened(requests: { uid: string; message: string }[], may = mayBefriend): Promise<ZaloDoor> {
  door = await zaloDoor({ mayBefriend: may });
  door.zalo.requests.push(...requests);
  await door.open();
  return door;
}

afterEach(() => door.close());

test('accepts who asked while nobody listened, and hears the code they wrote with it', async () => {
  const { zalo, clock, heard } = await opened([{ uid: LAN, message: `mã ${CODE}` }]);
  expect(zalo.friends).toEqual([]);
  await passing(clock, () => heard.length === 1);
  expect(zalo.friends).toEqual([LAN]);
  expect(heard[0]).toMatchObject({ address: { id: LAN }, said: { kind: 'text', text: `mã ${CODE}` } });
});

test('leaves strangers alone, and whom Zalo only proposes', async () => {
  const { zalo, clock } = await opened([{ uid: '88', message: 'chào bạn' }]);
  await passing(clock, () => asked() === 1);
  clock.advance(60_000);
  await quiet(20);
  expect([zalo.friends, zalo.sent]).toEqual([[], []]);
});

test('does not even look where nobody is to be accepted', async () => {
  door = await zaloDoor();
  door.zalo.requests.push({ uid: LAN, message: `mã ${CODE}` });
  await door.open();
  door.clock.advance(2 * LIST_EVERY_MS);
  await quiet(20);
  expect(asked()).toBe(0);
});

test('accepts one after the other, with a pause between two', async () => {
  const uids = ['21', '22', '23'];
  const { zalo, clock } = await opened(uids.map((uid) => ({ uid, message: `mã ${CODE}` })));
  const at: number[] = [];
  for (const [index] of uids.entries()) {
    await passing(clock, () => zalo.friends.length > index);
    at.push(clock.now());
  }
  expect(zalo.friends).toEqual(uids);
  const gaps = at.slice(1).map((moment, index) => moment - (at[index] ?? 0));
  for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(ACCEPT_AFTER_MS[0]);
});

test('takes a request that comes live and is listed as well for one', async () => {
  const { zalo, clock, heard } = await opened([]);
  zalo.requestFriendship(LAN, `mã ${CODE}`);
  await passing(clock, () => heard.length === 1 && asked() === 1);
  clock.advance(60_000);
  await quiet(20);
  expect([zalo.friends, heard.length]).toEqual([[LAN], 1]);
});

test('does not open the list each time the line was dropped, but looks again when it is polite', async () => {
  const { zalo, clock, reopened } = await opened([]);
  await passing(clock, () => asked() === 1);
  const first = clock.now();
  zalo.drop();
  zalo.requests.push({ uid: LAN, message: `mã ${CODE}` });
  await reopened();
  await passing(clock, () => zalo.friends.length === 1);
  expect(asked()).toBe(2);
  expect(clock.now() - first).toBeGreaterThanOrEqual(LIST_EVERY_MS);
});

test.each([
  ['refuses to tell', { code: 112, inside: true }],
  ['answers something else', { status: 503 }],
] as const)('goes on as usual where Zalo %s, and says so in the log', async (_, refusal) => {
  door = await zaloDoor({ mayBefriend });
  door.zalo.refuse(LIST, refusal);
  await door.open();
  await passing(door.clock, () => door.logged.some((line) => line.includes('did not tell who asks to be a friend')));
  expect(door.channel.health().ok).toBe(true);
  door.zalo.say('215');
  await door.until('it is heard', () => door.texts().includes('215'));
});
