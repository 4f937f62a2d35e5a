/** An announcement's picture from one provider to people at another, through both real doors and the whole house. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { personAt } from '../../db/people.ts';
import { jpeg } from '../support/pictures.ts';
import { type RealDoors, realDoors } from '../support/real-doors.ts';
import { MINH as ADMIN_CHAT, addressOf, LAN as LAN_CHAT } from '../support/telegram/door.ts';
import { LAN as LAN_UID } from '../support/zalo/loopback-zalo.ts';
import { lan as lanOnZalo } from '../support/zalo/zalo-door.ts';

const PHOTO = 'https://photo-stal-12.zdn.vn/no/jpg/0a1b2c/full.jpg';
const CAPTION = 'Sơ đồ phòng họp giao ban';
const read = () => here.app.house.archive.read;

let here: RealDoors;
beforeEach(async () => {
  here = await realDoors(['telegram', 'zalo-personal'], '2026-09-21');
  for (const chat of [LAN_CHAT, ADMIN_CHAT]) here.telegram.chats.of(chat);
  await here.rise();
  await here.pass('both doors are open', () => here.isOpen('telegram') && here.isOpen('zalo-personal'));
});
afterEach(() => here.close());

/** The admin composes on Telegram; Lan is reached on Zalo. */
async function fromTelegram(): Promise<void> {
  await here.onTelegram(ADMIN_CHAT, `/start ${here.codeFor('qt')}`);
  here.zalo.requestFriendship(LAN_UID, `mã ${here.codeFor('lan')}`);
  await here.pass('Lan is enrolled on Zalo', () => personAt(read(), lanOnZalo)?.code === 'lan');
  await here.settle();
  await here.onTelegram(ADMIN_CHAT, 'thông báo');
  const photo = [{ file_id: 'l', file_unique_id: 'l', width: 800, height: 600, file_size: jpeg().length }];
  await here.onTelegram(ADMIN_CHAT, () => here.telegram.sends(ADMIN_CHAT, { photo, caption: CAPTION }));
}

/** The admin composes on Zalo; Lan is reached on Telegram. */
async function fromZalo(): Promise<void> {
  await here.onTelegram(LAN_CHAT, `/start ${here.codeFor('lan')}`);
  here.zalo.requestFriendship(LAN_UID, `mã ${here.codeFor('qt')}`);
  await here.pass('the admin is enrolled on Zalo', () => personAt(read(), lanOnZalo)?.code === 'qt');
  await here.settle();
  expect(personAt(read(), addressOf(LAN_CHAT))?.code).toBe('lan');
  await here.onZalo(LAN_UID, 'thông báo');
  await here.onZalo(LAN_UID, { href: PHOTO, title: CAPTION } as never, { msgType: 'chat.photo' });
}

describe('a picture sent at Telegram', () => {
  test('is shown back there and reaches Zalo with its words', async () => {
    here.telegram.files.keep('l', { path: 'photos/file_0.jpg', bytes: jpeg() });
    await fromTelegram();
    await here.onTelegram(ADMIN_CHAT, 'tất cả');
    const preview = here.telegram.shown(ADMIN_CHAT).at(-1);
    expect(preview?.file).toMatchObject({ name: 'anh.jpg', as: 'photo' });
    expect(preview?.file?.bytes.equals(jpeg())).toBe(true);
    await here.onTelegram(ADMIN_CHAT, 'gửi');
    await here.settle();
    expect(here.zalo.uploads).toMatchObject([{ name: 'anh.jpg' }]);
    expect(here.zalo.uploads[0]?.bytes.equals(jpeg())).toBe(true);
    expect(here.zalo.shown(LAN_UID).at(-1)).toContain(CAPTION);
    // Once for the preview, and no more.
    expect(here.telegram.called('getFile')).toHaveLength(1);
  });

  test('and deleted there since leaves the words, and says so', async () => {
    await fromTelegram();
    await here.onTelegram(ADMIN_CHAT, 'tất cả');
    expect(here.telegram.shown(ADMIN_CHAT).at(-1)?.text).toContain('không lấy lại được ảnh');
    await here.onTelegram(ADMIN_CHAT, 'gửi');
    await here.settle();
    expect(here.zalo.shown(LAN_UID).at(-1)).toContain(CAPTION);
    expect(here.zalo.uploads).toEqual([]);
    // The report is written by the next look at what is under way.
    await here.app.deliver.drain();
    await here.settle();
    expect(here.telegram.shown(ADMIN_CHAT).map(({ text }) => text)).toContainEqual(
      expect.stringContaining('Thiếu ảnh 1'),
    );
  });
});

describe('a picture sent at Zalo', () => {
  test('is shown back there and reaches Telegram with its words and button', async () => {
    here.zalo.photos.set(new URL(PHOTO).pathname, { bytes: jpeg() });
    await fromZalo();
    await here.onZalo(LAN_UID, 'tất cả');
    expect(here.zalo.uploads).toMatchObject([{ name: 'anh.jpg' }]);
    await here.onZalo(LAN_UID, 'gửi');
    await here.settle();
    const shown = here.telegram.shown(LAN_CHAT).at(-1);
    expect(shown).toMatchObject({ file: { name: 'anh.jpg', as: 'photo' }, text: expect.stringContaining(CAPTION) });
    expect(shown?.keyboard?.flat()).toMatchObject([{ text: 'Đã nhận' }]);
  });
});
