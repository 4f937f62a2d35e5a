/**
 * A door out of order, in the house as the service runs it: what was to leave there leaves by the other, once; what
 * cannot is told of; and whoever could not be told hears it when the door is open again.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enqueue, type Priority } from '../../db/outbox.ts';
import { identitiesOf, personByCode } from '../../db/people.ts';
import { instantOf } from '../../domain/date.ts';
import type { ChannelName } from '../../domain/message.ts';
import { type RealDoors, realDoors } from '../support/real-doors.ts';
import { MINH as ADMIN_CHAT, LAN as LAN_CHAT } from '../support/telegram/door.ts';
import { LAN as LAN_UID } from '../support/zalo/loopback-zalo.ts';

const ADMIN_UID = '2000000000000000007';
const OTHER_BOT = '1000000000000000002';

let here: RealDoors;

const bothOpen = () => here.pass('both doors are open', () => here.isOpen('telegram') && here.isOpen('zalo-personal'));
const onTelegram = (chat: number) => here.telegram.shown(chat).map(({ text }) => text);
const onZalo = (uid: string) => here.zalo.shown(uid);
const enrolOnTelegram = (code: string, chat: number) => here.onTelegram(chat, `/start ${here.codeFor(code)}`);
const enrolOnZalo = (code: string, uid: string) => here.onZalo(uid, `mã ${here.codeFor(code)}`);
const rowsOf = (text: string) => here.rows(`select channel, state, failure from outbox where message like '%${text}%'`);

/** Something is to be said to somebody where they are on a channel. */
function say(code: string, channel: ChannelName, text: string, priority: Priority = 1): void {
  const { archive } = here.app.house;
  const id = personByCode(archive.read, code)?.id ?? 0;
  const to = identitiesOf(archive.read, id).find(({ address }) => address.channel === channel)?.address;
  if (!to) throw new Error(`${code} is not on ${channel}`);
  archive.write((tx) =>
    enqueue(tx, { key: `k:${text}`, personId: id, to, priority, message: { text }, at: here.clock.now() }),
  );
}

/** Somebody opens the account elsewhere, and the door notices. */
async function kick(): Promise<void> {
  here.zalo.close(3003);
  await here.pass('the door knows why', () => here.detail('zalo-personal').includes('opened elsewhere'));
}

beforeEach(async () => {
  here = await realDoors(['telegram', 'zalo-personal'], '2026-09-21');
  for (const chat of [LAN_CHAT, ADMIN_CHAT]) here.telegram.chats.of(chat);
  await here.rise();
  await bothOpen();
});
afterEach(() => here.close());

describe('while Zalo was opened elsewhere', () => {
  test('replies, reminders and bulk for somebody on both doors leave on Telegram, in order and once', async () => {
    await enrolOnTelegram('lan', LAN_CHAT);
    await enrolOnZalo('lan', LAN_UID);
    await kick();
    for (const [text, priority] of [
      ['bulk', 2],
      ['reminder', 1],
      ['reply', 0],
    ] as const)
      say('lan', 'zalo-personal', text, priority);
    await here.settle();
    expect(onTelegram(LAN_CHAT).slice(-3)).toEqual(['reply', 'reminder', 'bulk']);
    await here.fall();
    await here.rise();
    await bothOpen();
    await here.settle();
    expect(onZalo(LAN_UID).filter((text) => /^(?:bulk|reminder|reply)$/.test(text))).toEqual([]);
    expect(rowsOf('reminder')).toMatchObject([{ channel: 'telegram', state: 'sent', failure: null }]);
  });

  test('somebody who was last seen on Zalo is reminded on Telegram at once', async () => {
    await enrolOnTelegram('lan', LAN_CHAT);
    here.clock.advance(1_000);
    await enrolOnZalo('lan', LAN_UID);
    await kick();
    here.clock.set(instantOf('2026-10-01', '08:00'));
    await here.app.loop.tick();
    await here.settle();
    expect(onTelegram(LAN_CHAT).at(-1)).toContain('đã đến kỳ báo cáo tháng 09/2026');
    expect(rowsOf('đã đến kỳ báo cáo tháng 09/2026')).toMatchObject([{ channel: 'telegram', failure: null }]);
  });

  test('what is for somebody only on Zalo waits, the admins are told how much, and it leaves when Zalo is open', async () => {
    await enrolOnTelegram('qt', ADMIN_CHAT);
    await enrolOnZalo('lan', LAN_UID);
    await kick();
    say('lan', 'zalo-personal', 'reminder');
    const told = () => onTelegram(ADMIN_CHAT).filter((text) => text.includes('còn chờ'));
    await here.pass('the admin is told', () => told().length > 0);
    expect(told()).toEqual([expect.stringContaining('Kênh Zalo đang gián đoạn: 1 tin của 1 người')]);
    await here.fall();
    await here.rise();
    await bothOpen();
    await here.settle();
    expect(onZalo(LAN_UID).at(-1)).toBe('reminder');
    expect(told()).toHaveLength(1);
  });
});

test('a Telegram that refuses the token loses what waits there to Zalo, and shows nothing of it later', async () => {
  await enrolOnZalo('lan', LAN_UID);
  await enrolOnTelegram('lan', LAN_CHAT);
  here.telegram.faults.push({ code: 401, times: 1_000_000 });
  say('lan', 'telegram', 'reminder');
  await here.settle();
  expect(here.detail('telegram')).toContain('refuses the token');
  expect(onZalo(LAN_UID).at(-1)).toBe('reminder');
  here.telegram.faults.length = 0;
  expect(await here.onTelegram(LAN_CHAT, 'trợ giúp')).not.toBe('');
  expect(onTelegram(LAN_CHAT)).not.toContain('reminder');
});

describe('an admin who is only on Zalo', () => {
  const news = () => onZalo(ADMIN_UID).filter((text) => text.includes('hoạt động lại'));

  test('hears of the trouble once Zalo is open again, from when to when and why, also after a restart', async () => {
    await enrolOnZalo('qt', ADMIN_UID);
    here.clock.set(instantOf('2026-09-21', '10:00'));
    await kick();
    await here.fall();
    here.clock.set(instantOf('2026-09-21', '11:30'));
    await here.rise();
    await bothOpen();
    await here.settle();
    expect(news()).toEqual([expect.stringMatching(/Gián đoạn từ 10:00 đến 11:30\.\nLý do: .* được mở ở nơi khác\.$/)]);
    await here.fall();
    await here.rise();
    await bothOpen();
    await here.settle();
    expect(news()).toHaveLength(1);
  });

  test('is spared it where they were told elsewhere at once', async () => {
    await enrolOnZalo('qt', ADMIN_UID);
    await enrolOnTelegram('qt', ADMIN_CHAT);
    await kick();
    await here.settle();
    expect(onTelegram(ADMIN_CHAT).at(-1)).toContain('được mở ở nơi khác');
    await here.fall();
    await here.rise();
    await bothOpen();
    await here.settle();
    expect(news()).toEqual([]);
  });
});

describe('the Zalo account was replaced', () => {
  async function replace(): Promise<void> {
    await here.fall();
    await here.useAccount(OTHER_BOT);
    await here.rise();
    await bothOpen();
  }

  test('what waited for the old one goes to Telegram, or is given up and the admin told who must enrol again', async () => {
    await enrolOnTelegram('qt', ADMIN_CHAT);
    await enrolOnZalo('lan', LAN_UID);
    await kick();
    say('lan', 'zalo-personal', 'reminder');
    await replace();
    await here.settle();
    expect(rowsOf('reminder')).toMatchObject([
      { channel: 'zalo-personal', state: 'failed', failure: expect.stringContaining('tài khoản đã thay') },
    ]);
    const told = onTelegram(ADMIN_CHAT).at(-1);
    expect(told).toContain('Tài khoản Zalo của Trợ lý đã thay: 1 người');
    expect(told).toContain('Nguyễn Thị Lan (UBND phường Đức Thuận).');
    expect(told).toContain('cli -- code');
  });

  test('is no matter for somebody on Telegram as well', async () => {
    await enrolOnTelegram('qt', ADMIN_CHAT);
    await enrolOnTelegram('lan', LAN_CHAT);
    await enrolOnZalo('lan', LAN_UID);
    const before = onTelegram(ADMIN_CHAT).length;
    here.zalo.refuse('/api/message/sms', { code: 221 }, 1_000);
    say('lan', 'zalo-personal', 'reminder');
    await here.pass('Zalo takes nothing', () => rowsOf('reminder')[0]?.failure !== null);
    await replace();
    await here.settle();
    expect(rowsOf('reminder')).toMatchObject([{ channel: 'telegram', state: 'sent' }]);
    expect(onTelegram(LAN_CHAT).at(-1)).toBe('reminder');
    expect(onTelegram(ADMIN_CHAT)).toHaveLength(before);
  });
});
