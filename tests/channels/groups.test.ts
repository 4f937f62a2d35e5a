/** Groups on the real doors, wired as the service wires them: linked by command, answered alone, left when put out. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { groupAt } from '../../db/groups.ts';
import { enqueue } from '../../db/outbox.ts';
import type { Address } from '../../domain/message.ts';
import { type RealDoors, realDoors } from '../support/real-doors.ts';
import { MINH as ADMIN_CHAT, addressOf, LAN as LAN_CHAT } from '../support/telegram/door.ts';
import { BOT, LAN as LAN_UID } from '../support/zalo/loopback-zalo.ts';
import { WARD, ward } from '../support/zalo/zalo-door.ts';

const GROUP = -100_200_300;
const SUPERGROUP = -100_999;
const ADMIN_UID = '2000000000000000009';
const PRIVATELY = 'Trợ lý đã trả lời trong tin nhắn riêng.';

let here: RealDoors;
const linkOf = (address: Address) => groupAt(here.app.house.archive.read, address);
const announce = (to: Address, text: string): void => {
  here.app.house.archive.write((tx) => enqueue(tx, { to, priority: 2, message: { text }, at: here.clock.now() }));
};

beforeEach(async () => {
  here = await realDoors(['telegram', 'zalo-personal'], '2026-09-21');
  for (const chat of [LAN_CHAT, ADMIN_CHAT, GROUP]) here.telegram.chats.of(chat);
  await here.rise();
  await here.pass('both doors are open', () => here.isOpen('telegram') && here.isOpen('zalo-personal'));
});
afterEach(() => here.close());

describe('a group on Telegram', () => {
  /** Somebody writes in the group; what the bot said there because of it. */
  async function says(chat: number, text: string): Promise<string> {
    const before = here.telegram.shown(GROUP).length;
    const update = here.telegram.saysInGroup(GROUP, chat, text);
    await gone(update);
    return here.telegram
      .shown(GROUP)
      .slice(before)
      .map((shown) => shown.text)
      .join('\n');
  }
  async function gone(update: number): Promise<void> {
    const isWaiting = () => here.telegram.updates.waiting.some(({ update_id }) => update_id === update);
    await here.pass('it is taken', () => !isWaiting());
    await here.settle();
  }
  beforeEach(async () => {
    await here.onTelegram(ADMIN_CHAT, `/start ${here.codeFor('qt')}`);
    await here.onTelegram(LAN_CHAT, `/start ${here.codeFor('lan')}`);
  });
  const link = async (): Promise<void> => {
    expect(await says(ADMIN_CHAT, '/lienket')).toContain('tin nhắn riêng');
    await here.onTelegram(ADMIN_CHAT, () => here.telegram.taps(ADMIN_CHAT, 'Cụm Hồng Lĩnh'));
  };

  test('is linked by a tap in private, and answers figures to the asker alone', async () => {
    await link();
    expect(linkOf(addressOf(GROUP))?.title).toBe('Cụm Hồng Lĩnh');
    expect(here.telegram.shown(GROUP).at(-1)?.text).toContain('Nhóm này nhận thông báo của cụm Hồng Lĩnh');
    const alone = here.telegram.shown(LAN_CHAT).length;
    expect(await says(LAN_CHAT, '/tinhhinh')).toBe(PRIVATELY);
    expect(here.telegram.shown(LAN_CHAT)[alone]?.text).toContain('UBND phường Đức Thuận · lúc');
    expect(await says(LAN_CHAT, 'nhận 215, trễ 2')).toBe('');
    expect(
      here.rows('select said from inbox where address = ? and said is not null'.replace('?', `'${GROUP}'`)),
    ).toEqual([]);
  });

  test('gets announcements, also after it became a supergroup of which nobody told', async () => {
    await link();
    here.telegram.upgrade(GROUP, SUPERGROUP, false);
    announce(addressOf(GROUP), 'Mời họp 14 giờ');
    await here.settle();
    expect(here.telegram.shown(SUPERGROUP).map(({ text }) => text)).toEqual(['Mời họp 14 giờ']);
    await here.pass('the link has moved', () => linkOf(addressOf(SUPERGROUP)) !== undefined);
    expect(linkOf(addressOf(GROUP))).toBeUndefined();
  });

  test('is linked no longer once the bot is out', async () => {
    await link();
    const shown = here.telegram.shown(GROUP).length;
    await gone(here.telegram.removedFrom(GROUP));
    expect(linkOf(addressOf(GROUP))).toBeUndefined();
    expect(here.telegram.shown(GROUP)).toHaveLength(shown);
  });
});

describe('a group on Zalo', () => {
  /** Somebody writes in the group; what the bot said there because of it. */
  async function says(uid: string, text: string, mention = false): Promise<string> {
    const { zalo, clock } = here;
    const before = zalo.shown(WARD).length;
    zalo.clock = Math.max(zalo.clock, clock.now());
    const mentions = mention ? [{ uid: BOT, pos: 0, len: '@Trợ lý'.length, type: 0 as const }] : undefined;
    const { msgId } = zalo.sayInGroup(WARD, text, { uidFrom: uid, ...(mentions ? { mentions } : {}) });
    const isTaken = () => here.rows(`select 1 from inbox where message_id = 'group-msg:${msgId}'`).length > 0;
    await here.pass(`"${text}" is taken`, isTaken);
    await here.settle();
    return zalo.shown(WARD).slice(before).join('\n');
  }
  beforeEach(async () => {
    await here.onZalo(ADMIN_UID, here.codeFor('qt'));
    await here.onZalo(LAN_UID, here.codeFor('lan'));
  });

  test('is linked by naming the unit, told in the group, and reached there', async () => {
    expect(await says(ADMIN_UID, '@Trợ lý liên kết phường Đức Thuận', true)).toContain(
      'Nhóm này nhận thông báo của UBND phường Đức Thuận',
    );
    expect(linkOf(ward)).toMatchObject({ title: '' });
    announce(ward, 'Mời họp 14 giờ');
    await here.settle();
    expect(here.zalo.sent.at(-1)).toMatchObject({ thread: WARD, group: true, text: 'Mời họp 14 giờ' });
  });

  test('answers figures alone, whether asked with a slash or by name', async () => {
    await says(ADMIN_UID, '/lienket cụm Hồng Lĩnh');
    const alone = here.zalo.shown(LAN_UID).length;
    expect(await says(LAN_UID, '/tinhhinh')).toBe(PRIVATELY);
    expect(await says(LAN_UID, '@Trợ lý tình hình', true)).toBe(PRIVATELY);
    expect(here.zalo.shown(LAN_UID).slice(alone).join()).toContain('Chưa gửi, hạn');
    expect(here.zalo.shown(WARD).join().toLowerCase()).not.toContain('chưa gửi');
  });

  test('is linked no longer once the account is put out; what becomes of others changes nothing', async () => {
    await says(ADMIN_UID, '/lienket cụm Hồng Lĩnh');
    here.zalo.removeFromGroup(WARD, LAN_UID);
    here.zalo.clock += 1_000;
    await here.pass(
      'time passes',
      (
        (steps) => () =>
          steps++ > 20
      )(0),
    );
    expect(linkOf(ward)).toBeDefined();
    here.zalo.removeFromGroup(WARD, BOT);
    await here.pass('the link has ended', () => linkOf(ward) === undefined);
  });
});
