/**
 * Telegram and Zalo in one house, wired as the service wires them: one person on both, one conversation, one reminder;
 * and the trouble of one door is told behind the other.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { figuresOf, filingOf } from '../../db/answers.ts';
import { personAt } from '../../db/people.ts';
import { unitByCode } from '../../db/units.ts';
import { instantOf } from '../../domain/date.ts';
import { value } from '../../domain/figure.ts';
import { type RealDoors, realDoors } from '../support/real-doors.ts';
import { MINH as ADMIN_CHAT, addressOf, LAN as LAN_CHAT } from '../support/telegram/door.ts';
import { LAN as LAN_UID } from '../support/zalo/loopback-zalo.ts';
import { lan as lanOnZalo } from '../support/zalo/zalo-door.ts';

let here: RealDoors;

const bothOpen = () => here.pass('both doors are open', () => here.isOpen('telegram') && here.isOpen('zalo-personal'));
const read = () => here.app.house.archive.read;
const onTelegram = (doing: string | (() => number)): Promise<string> => here.onTelegram(LAN_CHAT, doing);
const onZalo = (text: string): Promise<string> => here.onZalo(LAN_UID, text);
const lastSeenLater = () => here.clock.advance(1_000);
const zaloCount = () => here.zalo.shown(LAN_UID).length;
const telegramCount = () => here.telegram.shown(LAN_CHAT).length;

/** Lan enrols on Telegram, asks for a second code there, and sends it with a friend request on Zalo. */
async function enrolOnBoth(): Promise<void> {
  await onTelegram(`/start ${here.codeFor('lan')}`);
  const answer = await onTelegram('xin mã');
  const [code = ''] = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(answer) ?? [];
  here.zalo.requestFriendship(LAN_UID, `mã ${code}`);
  await here.pass('Lan is enrolled on Zalo', () => personAt(read(), lanOnZalo)?.code === 'lan');
  await here.settle();
  expect(personAt(read(), addressOf(LAN_CHAT))?.code).toBe('lan');
}

/** September's report opens. */
async function openMonth(): Promise<void> {
  here.clock.set(instantOf('2026-10-01', '08:00'));
  await here.app.loop.tick();
  await here.settle();
}

const reminders = () =>
  here.rows(
    "select channel, state, attempts, failure from outbox where message like '%đã đến kỳ báo cáo tháng 09/2026%'",
  );
const isReminder = (text: string): boolean => text.includes('đã đến kỳ báo cáo tháng 09/2026');
const remindedOn = () => ({
  telegram: here.telegram.shown(LAN_CHAT).filter(({ text }) => isReminder(text)).length,
  zalo: here.zalo.shown(LAN_UID).filter(isReminder).length,
});

beforeEach(async () => {
  here = await realDoors(['telegram', 'zalo-personal'], '2026-09-21');
  for (const chat of [LAN_CHAT, ADMIN_CHAT]) here.telegram.chats.of(chat);
});
afterEach(() => here.close());

describe('one person on both doors', () => {
  beforeEach(async () => {
    await here.rise();
    await bothOpen();
    await enrolOnBoth();
  });

  test('begins the month on Telegram and finishes it on Zalo, each answer where it was asked for', async () => {
    here.clock.set(instantOf('2026-10-01', '07:00'));
    await onTelegram('/nop');
    await onTelegram('chuyển qua 4, nhận 210, trực tuyến 140, trước hạn 180, đúng hạn 26, quá hạn 2');
    const telegram = telegramCount();
    // The question Telegram shows a button for is open here, under its number-less words.
    expect(await onZalo('0')).toContain('Đang giải quyết: 6 (trong hạn 6, quá hạn 0)');
    expect(await onZalo('1')).toContain('Tổng số TTHC');
    await onZalo('163');
    expect(await onZalo('8')).toContain('Xem lại trước khi gửi');
    expect(await onZalo('gửi')).toContain('✓ Đã gửi báo cáo tháng 09/2026');
    expect(telegramCount()).toBe(telegram);
    const unit = unitByCode(read(), 'duc-thuan')?.id ?? 0;
    expect(filingOf(read(), unit, '2026-09')).toBeDefined();
    expect(figuresOf(read(), unit, '2026-09')).toMatchObject({ received: value(210), procedures_total: value(163) });
    expect(here.rows('select 1 from filings')).toHaveLength(1);
  });

  test('begins on Zalo and finishes on Telegram with a tap', async () => {
    here.clock.set(instantOf('2026-10-01', '07:00'));
    await onZalo('chuyển qua 4, nhận 210, trực tuyến 140, trước hạn 180, đúng hạn 26, quá hạn 2');
    const zalo = zaloCount();
    expect(await onTelegram('0')).toContain('Đang giải quyết: 6 (trong hạn 6, quá hạn 0)');
    await onTelegram(() => here.telegram.taps(LAN_CHAT, 'Bỏ qua'));
    await onTelegram('163');
    await onTelegram(() => here.telegram.taps(LAN_CHAT, 'Không có'));
    expect(await onTelegram(() => here.telegram.taps(LAN_CHAT, 'Đúng, gửi'))).toContain('✓ Đã gửi');
    expect(zaloCount()).toBe(zalo);
  });

  test('a button left behind on Telegram never answers the question that was reached on Zalo', async () => {
    here.clock.set(instantOf('2026-10-01', '07:00'));
    await onTelegram('chuyển qua 4, nhận 210, trực tuyến 140, trước hạn 180, đúng hạn 26, quá hạn 2');
    await onZalo('0');
    const answer = await onTelegram(() => here.telegram.taps(LAN_CHAT, 'Không, cả 6 trong hạn'));
    expect(answer).toContain('Nút này của tin nhắn cũ');
    expect(answer).toContain('Lý do 2 hồ sơ quá hạn');
  });

  test.each([
    ['Zalo', { telegram: 0, zalo: 1 }],
    ['Telegram', { telegram: 1, zalo: 0 }],
  ])('is reminded on %s only, where they were seen last', async (door, expected) => {
    lastSeenLater();
    await (door === 'Zalo' ? onZalo('xin chào') : onTelegram('xin chào'));
    await openMonth();
    expect(remindedOn()).toEqual(expected);
    expect(reminders()).toHaveLength(1);
  });

  test('is reminded on Zalo when Telegram says that they blocked the bot, counted once', async () => {
    lastSeenLater();
    await onTelegram('xin chào');
    here.telegram.chats.blocked.add(LAN_CHAT);
    await openMonth();
    expect(remindedOn()).toEqual({ telegram: 0, zalo: 1 });
    expect(reminders()).toEqual([{ channel: 'zalo-personal', state: 'sent', attempts: 2, failure: null }]);
    // And is answered there.
    expect(await onZalo('4')).toContain('Kỳ trước chuyển qua: 4');
  });

  test.each([
    ['refuses strangers', 122],
    ['has blocked the account', 215],
  ])('is reminded on Telegram when Zalo says that the person %s, counted once', async (_, code) => {
    lastSeenLater();
    await onZalo('xin chào');
    here.zalo.refuse('/api/message/sms', { code, inside: true });
    await openMonth();
    expect(remindedOn()).toEqual({ telegram: 1, zalo: 0 });
    expect(reminders()).toEqual([{ channel: 'telegram', state: 'sent', attempts: 2, failure: null }]);
    const before = zaloCount();
    expect(await onTelegram('4')).toContain('Kỳ trước chuyển qua: 4');
    expect(zaloCount()).toBe(before);
  });

  test('is not written to again where they are gone, until they speak there', async () => {
    lastSeenLater();
    await onTelegram('xin chào');
    here.telegram.chats.blocked.add(LAN_CHAT);
    await openMonth();
    here.telegram.chats.blocked.delete(LAN_CHAT);
    const asked = here.telegram.called('sendMessage').length;
    here.clock.set(instantOf('2026-11-02', '08:00'));
    await here.app.loop.tick();
    await here.settle();
    expect(here.telegram.called('sendMessage')).toHaveLength(asked);
    expect(here.zalo.shown(LAN_UID).at(-1)).toContain('tháng 10/2026');
    expect(await onTelegram('tình hình')).not.toBe('');
  });

  test('when both say they are gone the reminder ends as failed, and is not tried without end', async () => {
    here.telegram.chats.blocked.add(LAN_CHAT);
    here.zalo.refuse('/api/message/sms', { code: 215, inside: true }, 100);
    await openMonth();
    expect(remindedOn()).toEqual({ telegram: 0, zalo: 0 });
    expect(reminders()).toMatchObject([{ state: 'failed', attempts: 2 }]);
  });
});

describe('one door out of order', () => {
  test('Telegram out of reach at the start does not hold Zalo up, and is open once it can be reached', async () => {
    await here.telegram.close();
    await here.rise();
    await here.pass('Zalo is open', () => here.isOpen('zalo-personal'));
    expect(here.isOpen('telegram')).toBe(false);
    expect(await onZalo(`mã ${here.codeFor('lan')}`)).toContain('Chào anh/chị Lan');
    await here.telegram.open();
    await here.pass('Telegram is open', () => here.isOpen('telegram'));
    expect(await onTelegram('xin chào')).toContain('mã đăng ký');
  });

  test('Zalo out of reach at the start does not hold Telegram up', async () => {
    here.zalo.refuse('/getLoginInfo', { status: 503 }, 3);
    await here.rise();
    await here.pass('Telegram is open', () => here.isOpen('telegram'));
    expect(await onTelegram(`/start ${here.codeFor('lan')}`)).toContain('Chào anh/chị Lan');
    await here.pass('Zalo is open', () => here.isOpen('zalo-personal'));
  });
});

describe('trouble with Zalo', () => {
  const toAdmin = () => here.telegram.shown(ADMIN_CHAT).map(({ text }) => text);
  const kicked = () => toAdmin().filter((text) => text.includes('được mở ở nơi khác'));

  beforeEach(async () => {
    await here.rise();
    await bothOpen();
    await here.onTelegram(ADMIN_CHAT, `/start ${here.codeFor('qt')}`);
  });

  /** Somebody opens the account elsewhere, and the door notices. */
  async function kick(): Promise<void> {
    here.zalo.close(3003);
    await here.pass('the door knows why', () => here.detail('zalo-personal').includes('opened elsewhere'));
    await here.settle();
  }

  test('a kick-out is told to the admins on Telegram, with what to do, once a day', async () => {
    await kick();
    expect(kicked()).toHaveLength(1);
    expect(kicked()[0]).toContain('Đóng Zalo ở nơi đó rồi khởi động lại dịch vụ');
    await here.fall();
    await here.rise();
    await bothOpen();
    await kick();
    expect(kicked()).toHaveLength(1);
    expect(here.rows("select 1 from outbox where key like 'alert:zalo-trouble-kicked:%'")).toHaveLength(1);
  });

  test('the next day it is told again', async () => {
    await kick();
    await here.fall();
    here.clock.set(instantOf('2026-09-22', '08:00'));
    await here.rise();
    await bothOpen();
    await kick();
    expect(kicked()).toHaveLength(2);
  });

  test('only admins are told, and a drop is no trouble', async () => {
    await onTelegram(`/start ${here.codeFor('lan')}`);
    const before = telegramCount();
    here.zalo.drop();
    await here.pass('the door has noticed', () => !here.isOpen('zalo-personal'));
    await here.pass('Zalo is open again', () => here.isOpen('zalo-personal'));
    await here.settle();
    expect(toAdmin().filter((text) => text.startsWith('!'))).toEqual([]);
    await kick();
    expect(telegramCount()).toBe(before);
    expect(kicked()).toHaveLength(1);
  });
});
