/** Zalo repeats messages, sometimes under a new id: heard once all the same, also when the service was restarted since. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { personAt } from '../../db/people.ts';
import { type RealDoors, realDoors } from '../support/real-doors.ts';
import { LAN } from '../support/zalo/loopback-zalo.ts';
import { lan } from '../support/zalo/zalo-door.ts';

let here: RealDoors;

const isOpen = () => here.pass('Zalo is open', () => here.isOpen('zalo-personal'));
const claimed = (id: string) => here.rows(`select said from inbox where message_id = '${id}'`);
const answers = () => here.zalo.shown(LAN).length;

async function restart(): Promise<void> {
  await here.fall();
  await here.rise();
  await isOpen();
}

beforeEach(async () => {
  here = await realDoors(['zalo-personal'], '2026-10-01');
  await here.rise();
  await isOpen();
  await here.onZalo(LAN, `mã ${here.codeFor('lan')}`);
});
afterEach(() => here.close());

/** Lan says something, and after a restart Zalo hands the same over under another id, and then something new. */
async function repeatedAfterRestart(text: string, more: object = {}) {
  const message = here.zalo.say(text, { uidFrom: LAN });
  await here.pass('it is taken', () => claimed(`msg:${message.msgId}`).length > 0);
  await here.settle();
  await restart();
  const before = answers();
  const msgId = here.zalo.history.user.nextId();
  here.zalo.repeat(message, { msgId, ...more });
  return { before, msgId };
}

test('a repetition under another id after a restart is answered no second time', async () => {
  const { before, msgId } = await repeatedAfterRestart('xin chào');
  await here.onZalo(LAN, 'trợ giúp');
  expect(claimed(`msg:${msgId}`)).toEqual([]);
  expect(answers()).toBe(before + 1);
});

test('the same words said anew are a message of their own', async () => {
  const { before, msgId } = await repeatedAfterRestart('xin chào', { cliMsgId: '1793844999000' });
  await here.pass('it is taken', () => claimed(`msg:${msgId}`).length > 0);
  await here.settle();
  expect(answers()).toBe(before + 1);
});

test("the sender's number of another person is another message", async () => {
  const { before, msgId } = await repeatedAfterRestart('xin chào', { uidFrom: '2000000000000000009' });
  await here.pass('it is taken', () => claimed(`msg:${msgId}`).length > 0);
  await here.settle();
  expect(answers()).toBe(before);
});

test('the second key carries no words', async () => {
  const { cliMsgId } = here.zalo.say('xin chào', { uidFrom: LAN });
  await here.pass('it is taken', () => claimed(`cli:${LAN}:${LAN}:${cliMsgId}`).length > 0);
  expect(claimed(`cli:${LAN}:${LAN}:${cliMsgId}`)).toEqual([{ said: null }]);
});

test('a code that is repeated under another id enrols once and is answered once', async () => {
  await here.fall();
  await here.useAccount('1000000000000000002');
  await here.rise();
  await isOpen();
  const message = here.zalo.say(`mã ${here.codeFor('lan')}`, { uidFrom: LAN });
  await here.pass(
    'Lan is enrolled',
    () => personAt(here.app.house.archive.read, { ...lan, account: here.zalo.uid }) !== undefined,
  );
  await here.settle();
  const before = answers();
  await restart();
  here.zalo.repeat(message, { msgId: here.zalo.history.user.nextId() });
  await here.onZalo(LAN, 'trợ giúp');
  expect(answers()).toBe(before + 1);
});
