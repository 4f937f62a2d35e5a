/** The Zalo door in everyday use: logging in, hearing, and saying, through the real zca-js. */
import { afterEach, describe, expect, test } from 'vitest';
import { BOT, LAN, MORNING } from '../support/zalo/loopback-zalo.ts';
import { ENCODINGS } from '../support/zalo/wire.ts';
import { delivery, lan, WARD, ward, type ZaloDoor, zaloDoor } from '../support/zalo/zalo-door.ts';

let door: ZaloDoor;
const opened = async (...parts: Parameters<typeof zaloDoor>): Promise<ZaloDoor> => {
  door = await zaloDoor(...parts);
  await door.open();
  return door;
};

afterEach(() => door.close());

describe('logging in', () => {
  test('knows its account only once it is logged in, and never waits for the network to start', async () => {
    door = await zaloDoor();
    const { channel, zalo } = door;
    expect(channel.account).toBeUndefined();
    zalo.refuse('/getLoginInfo', 'silence');
    await channel.start(() => Promise.resolve());
    expect(channel.account).toBeUndefined();
    expect(channel.health()).toMatchObject({ ok: false });
  });

  test('logs in with the stored cookies and the browser they were given to', async () => {
    const { zalo, channel } = await opened();
    expect(channel.account).toBe(BOT);
    const [call] = zalo.calls;
    expect(call).toMatchObject({
      host: 'wpa.chat.zalo.me',
      userAgent: 'Mozilla/5.0 (test)',
      params: { language: 'vi' },
    });
    expect(call?.cookie).toContain('zpw_sek=sek-1');
    expect(channel.health()).toEqual({ ok: true, detail: `connected to Zalo as account ${BOT}` });
  });

  test('keeps the cookies Zalo has renewed', async () => {
    const { store, zalo } = await opened();
    expect(store.read()?.cookies).toContainEqual(expect.objectContaining({ key: 'zpw_sek', value: zalo.cookie }));
    expect(zalo.cookie).not.toBe('sek-1');
  });
});

describe('hearing', () => {
  test.each(ENCODINGS)('hears words in encoding %i', async (encoding) => {
    const { zalo, heard, until } = await opened();
    const { msgId, ts } = zalo.say('nhận 215, trễ 2 ạ – hồ sơ đất đai', { encoding });
    await until('it is heard', () => heard.length === 1);
    expect(heard).toEqual([
      {
        address: lan,
        id: `msg:${msgId}`,
        alias: `cli:${LAN}:${LAN}:${ts}`,
        said: { kind: 'text', text: 'nhận 215, trễ 2 ạ – hồ sơ đất đai' },
        at: Number(ts),
      },
    ]);
    expect(Number(ts)).toBeGreaterThan(MORNING);
  });

  test('hears user messages that come under the other command', async () => {
    const { zalo, texts, until } = await opened();
    zalo.say('tình hình', { command: 551 });
    await until('it is heard', () => texts().includes('tình hình'));
  });

  test('hears a burst in the order it was sent, whatever each takes to decode', async () => {
    const { zalo, texts, until } = await opened();
    zalo.say('đầu');
    await until('what was missed is settled', () => texts().length === 1);
    const words = Array.from({ length: 40 }, (_, index) => `câu ${index}`);
    for (const [index, text] of words.entries()) zalo.say(text, { encoding: index % 3 === 0 ? 2 : 0 });
    await until('all are heard', () => texts().length > words.length);
    expect(texts()).toEqual(['đầu', ...words]);
  });

  test.each([
    ['chat.photo', { href: 'https://zalo/a.jpg', title: '' }, { kind: 'unsupported', what: 'picture' }],
    ['share.file', { href: 'https://zalo/a.docx', title: 'a.docx' }, { kind: 'unsupported', what: 'file' }],
    ['chat.voice', { href: 'https://zalo/a.aac' }, { kind: 'unsupported', what: 'voice' }],
    ['chat.sticker', { id: 1 }, { kind: 'unsupported', what: 'sticker' }],
    ['chat.recommended', { action: 'recommened.user', title: 'Minh' }, { kind: 'unsupported', what: 'contact' }],
    [
      'chat.recommended',
      { action: 'recommened.link', title: 'xem https://a.vn' },
      { kind: 'text', text: 'xem https://a.vn' },
    ],
  ])('hears a %s as what it is', async (msgType, content, said) => {
    const { zalo, heard, until } = await opened();
    zalo.say(content, { msgType });
    await until('it is heard', () => heard.length === 1);
    expect(heard[0]?.said).toEqual(said);
  });

  test.each([
    ['a notice of Zalo', { msgType: 'msginfo.actionlist' }, { title: 'Hai bạn đã là bạn bè' }],
    ['its own words, written on the telephone', { uidFrom: '0', idTo: LAN }, 'để tôi trả lời'],
    ['a message taken back', { msgType: 'chat.undo' }, { deleteMsg: [], globalMsgId: 1, cliMsgId: 1 }],
    ['blanks', {}, '  \n '],
  ])('does not take %s for something said', async (_, mood, content) => {
    const { zalo, texts, until } = await opened();
    zalo.say(content, mood);
    zalo.say('xong');
    await until('the next is heard', () => texts().length > 0);
    expect(texts()).toEqual(['xong']);
  });

  test('marks as seen what was accepted, not what was not', async () => {
    const { zalo, house, until, clock, logged } = await opened();
    house.receive = () => Promise.reject(new Error('disk full'));
    const { msgId } = zalo.say('215');
    await until('it is refused', () => logged.some((line) => line.includes('not accepted')));
    expect(zalo.seen).toEqual([]);
    house.receive = () => Promise.resolve();
    clock.advance(1_000);
    await until('it is seen', () => zalo.seen.length > 0);
    expect(zalo.seen).toEqual([msgId]);
  });

  test('offers a message again, before the ones after it, until the house accepts it', async () => {
    const { zalo, house, until, clock, logged, texts } = await opened();
    let refusals = 3;
    house.receive = () => (refusals-- > 0 ? Promise.reject(new Error('busy')) : Promise.resolve());
    for (const text of ['một', 'hai', 'ba']) zalo.say(text);
    for (const [tries, wait] of [1_000, 2_000, 4_000].entries()) {
      await until('it is refused', () => logged.filter((line) => line.includes('not accepted')).length === tries + 1);
      clock.advance(wait);
    }
    await until('all are heard', () => texts().length === 3);
    expect(texts()).toEqual(['một', 'hai', 'ba']);
  });
});

describe('groups', () => {
  const mention = [{ uid: BOT, pos: 0, len: 7, type: 0 as const }];

  test.each([
    ['mentions it', '@Trợ lý tình hình', { mentions: mention }, 'tình hình'],
    ['begins with a stroke', '/tinhhinh', {}, '/tinhhinh'],
  ])('hears what %s, and says that it was said in a group', async (_, text, mood, expected) => {
    const { zalo, heard, until } = await opened();
    zalo.sayInGroup(WARD, text, mood);
    await until('it is heard', () => heard.length === 1);
    expect(heard[0]).toMatchObject({
      address: ward,
      group: true,
      from: LAN,
      said: { kind: 'text', text: expected },
    });
  });

  test.each([
    ['people say to each other', 'nhận 215, trễ 2', {}],
    ['thanks for what it said, quoting it', 'đã nộp báo cáo', { quote: { ownerId: BOT } }],
    ['mentions somebody else', '@Minh tình hình', { mentions: [{ uid: '77', pos: 0, len: 5, type: 0 as const }] }],
    ['mentions everybody', '@All họp lúc 14h', { mentions: [{ uid: '-1', pos: 0, len: 4, type: 1 as const }] }],
  ])('does not hear what %s', async (_, text, mood) => {
    const { zalo, texts, until } = await opened();
    zalo.sayInGroup(WARD, text, mood);
    zalo.say('xong');
    await until('the next is heard', () => texts().length > 0);
    expect(texts()).toEqual(['xong']);
  });

  test('speaks in a group by its address', async () => {
    const { zalo, channel } = await opened();
    await channel.send(ward, delivery('1', 'Hạn gửi báo cáo: thứ Sáu 13/11.'));
    expect(zalo.sent).toMatchObject([{ thread: WARD, group: true, text: 'Hạn gửi báo cáo: thứ Sáu 13/11.' }]);
  });
});

describe('friends', () => {
  const code = 'K7QM-2XRT';
  const mayBefriend = (_: unknown, message: string): boolean => message.includes(code);

  test('accepts, after a moment, who is allowed, and hears what they wrote with the request', async () => {
    const { zalo, heard, until, clock } = await opened({ mayBefriend });
    zalo.requestFriendship(LAN, `mã ${code}`);
    zalo.say('xong');
    await until('the next is heard', () => heard.length === 1);
    expect(zalo.friends).toEqual([]);
    clock.advance(6_000);
    await until('the request is heard', () => heard.length === 2);
    expect(zalo.friends).toEqual([LAN]);
    expect(heard[1]).toMatchObject({
      address: lan,
      id: expect.stringMatching(`^friend:${LAN}:`),
      said: { text: `mã ${code}` },
    });
  });

  test('leaves everybody else alone, and writes to nobody', async () => {
    const { zalo, heard, until, clock } = await opened({ mayBefriend });
    zalo.requestFriendship('88', 'chào bạn');
    zalo.say('xong');
    await until('the next is heard', () => heard.length === 1);
    clock.advance(60_000);
    zalo.say('hết');
    await until('the last is heard', () => heard.length === 2);
    expect(zalo.friends).toEqual([]);
    expect(zalo.sent).toEqual([]);
  });
});
