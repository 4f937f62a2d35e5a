/** What the door puts on people's screens, and how it judges what Telegram answers. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SendError, type SendFailure } from '../../channels/channel.ts';
import { CAPTION_MAX, FILE_MAX_BYTES, PHOTO_MAX_BYTES, TEXT_MAX } from '../../channels/telegram/outgoing.ts';
import type { Delivery } from '../../domain/message.ts';
import type { Fault } from '../support/telegram/bot-api.ts';
import { TOKEN } from '../support/telegram/bot-api.ts';
import { addressOf, closedDoor, type Door, house, LAN, MINH, until } from '../support/telegram/door.ts';

let door: Door;
let clock: number;
beforeEach(async () => {
  clock = 0;
  door = await closedDoor({ now: () => clock });
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
const textsShown = (chat = LAN): string[] => door.api.shown(chat).map(({ text }) => text);
const docx = (bytes: Uint8Array = Buffer.from('PK…')) =>
  ({
    name: 'bao-cao-nam-2026-phuong-duc-thuan.docx',
    show: 'document',
    bytes,
    mime: 'application/octet-stream',
  }) as const;
const png = (size: number) =>
  ({ name: 'tinh-hinh.png', show: 'picture', bytes: Buffer.alloc(size, 7), mime: 'image/png' }) as const;
const yesNo = [
  [
    { id: 'q7.yes', label: 'Có' },
    { id: 'q7.no', label: 'Không thay đổi' },
  ],
  [{ id: 'later', label: 'Để sau' }],
];

describe('what is shown', () => {
  test('a text as it is, and its id is that of Telegram', async () => {
    const { messageId } = await send({ text: 'Đã ghi: <b>215</b> & *2* 😀' });
    expect(door.api.shown(LAN)).toEqual([
      { message_id: Number(messageId), from: 'bot', text: 'Đã ghi: <b>215</b> & *2* 😀' },
    ]);
  });

  test('choices as rows of buttons, without a preview of links', async () => {
    await send({ text: 'TTHC có đổi?', choices: yesNo });
    expect(door.api.shown(LAN)[0]?.keyboard).toEqual([
      [
        { text: 'Có', callback_data: 'q7.yes' },
        { text: 'Không thay đổi', callback_data: 'q7.no' },
      ],
      [{ text: 'Để sau', callback_data: 'later' }],
    ]);
    expect(door.api.called('sendMessage')[0]?.link_preview_options).toEqual({ is_disabled: true });
  });

  test.each([[[]], [[[]]]])('no keyboard for choices that are none: %j', async (choices) => {
    await send({ text: 'a', choices });
    expect(door.api.shown(LAN)[0]?.keyboard).toBeUndefined();
  });

  test('the longest text Telegram takes as one message', async () => {
    await send({ text: '😀'.repeat(TEXT_MAX / 2) });
    expect(textsShown()).toHaveLength(1);
  });

  test('a longer text as several, the buttons under the last, at the pace of one chat', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => `${index + 1}. Xã số ${index + 1}: đã gửi đúng hạn`);
    const { messageId } = await send({ text: lines.join('\n'), choices: yesNo });
    const shown = door.api.shown(LAN);
    expect(shown.length).toBeGreaterThan(1);
    expect(
      shown
        .map(({ text }) => text)
        .join('\n')
        .split('\n'),
    ).toEqual(lines);
    expect(shown.map(({ keyboard }) => keyboard !== undefined)).toEqual([...shown.slice(1).map(() => false), true]);
    expect(shown.at(-1)?.message_id).toBe(Number(messageId));
    expect(door.pauses).toEqual(shown.slice(1).map(() => 1_000));
  });

  test('a report as a document with its name and bytes, the text as caption, the buttons below', async () => {
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256));
    await send({ text: 'Báo cáo năm 2026 (dự thảo)', file: docx(bytes), choices: yesNo });
    const [shown] = door.api.shown(LAN);
    expect(shown).toMatchObject({ text: 'Báo cáo năm 2026 (dự thảo)', file: { name: docx().name, as: 'document' } });
    expect(shown?.file?.bytes.equals(bytes)).toBe(true);
    expect(shown?.keyboard?.flat()).toHaveLength(3);
  });

  test.each([
    [CAPTION_MAX, 1],
    [CAPTION_MAX + 1, 2],
  ])('a text of %i units with a file as %i message(s)', async (length, messages) => {
    await send({ text: 'a'.repeat(length), file: docx(), choices: yesNo });
    const shown = door.api.shown(LAN);
    expect(shown).toHaveLength(messages);
    expect(shown.at(-1)).toMatchObject({ file: { as: 'document' }, keyboard: expect.anything() });
    expect(shown[0]?.text).toHaveLength(length);
  });

  test.each([
    ['a picture', png(100), 'photo'],
    ['a picture too large for a photo', png(PHOTO_MAX_BYTES + 1), 'document'],
    ['a document', docx(), 'document'],
  ])('%s without a text', async (_, file, as) => {
    await send({ file });
    expect(door.api.shown(LAN)).toMatchObject([{ text: '', file: { as } }]);
  });

  test('a file name cannot break out of its header', async () => {
    await send({ file: { ...docx(), name: 'báo cáo; "năm"\r\nx: y.docx' } });
    expect(door.api.shown(LAN)[0]?.file?.name).toBe('báo cáo- -năm---x: y.docx');
  });

  test('typing, only while open', async () => {
    door.channel.typing(addressOf(LAN));
    await door.channel.start(house().receive);
    await door.opened();
    expect(door.api.called('sendChatAction')).toEqual([]);
    door.channel.typing(addressOf(LAN));
    await until(() => door.api.called('sendChatAction').length > 0);
    expect(door.api.called('sendChatAction')).toEqual([{ chat_id: LAN, action: 'typing' }]);
  });
});

describe('what Telegram would certainly refuse is refused before anything is sent', () => {
  test.each<[string, Partial<Delivery>, RegExp]>([
    ['no text', { text: ' \n' }, /text is empty/],
    ['a choice of 65 bytes', { text: 'a', choices: [[{ id: 'đ'.repeat(33), label: 'Có' }]] }, /66 bytes, 1 to 64/],
    ['a choice without an id', { text: 'a', choices: [[{ id: '', label: 'Có' }]] }, /0 bytes/],
    ['a choice without a label', { text: 'a', choices: [[{ id: 'x', label: ' ' }]] }, /no label/],
    ['a file of more than 50 MB', { file: docx(new Uint8Array(FILE_MAX_BYTES + 1)) }, /more than 52428800 bytes/],
    ['a long text before a bad choice', { text: 'a '.repeat(4_000), choices: [[{ id: '', label: 'Có' }]] }, /0 bytes/],
  ])('%s', async (_, delivery, why) => {
    const error = await refusal(send(delivery));
    expect(error.failure).toEqual({ kind: 'rejected' });
    expect(error.message).toMatch(why);
    expect(door.api.calls).toEqual([]);
  });

  test.each(['', 'lan', '@lan', '1.5', '12345678901234567'])('a chat that is none: "%s"', async (id) => {
    const error = await refusal(door.channel.send({ ...addressOf(LAN), id }, { id: '1', text: 'a' }));
    expect(error.failure).toEqual({ kind: 'rejected' });
  });
});

describe('what Telegram answers is judged', () => {
  const PERHAPS = { kind: 'unreachable', perhapsSent: true } as const;
  const refused = (code: number, description: string): Fault => ({ method: 'sendMessage', code, description });
  test.each<[string, Fault, SendFailure, RegExp]>([
    [
      'blocked',
      refused(403, 'Forbidden: bot was blocked by the user'),
      { kind: 'recipient_gone' },
      /sendMessage: 403 Forbidden/,
    ],
    [
      'never started',
      refused(403, "Forbidden: bot can't initiate conversation with a user"),
      { kind: 'recipient_gone' },
      /403/,
    ],
    ['no such chat', refused(400, 'Bad Request: chat not found'), { kind: 'recipient_gone' }, /chat not found/],
    ['deactivated', refused(400, 'Bad Request: user is deactivated'), { kind: 'recipient_gone' }, /deactivated/],
    [
      'a defect',
      refused(400, 'Bad Request: BUTTON_DATA_INVALID'),
      { kind: 'rejected' },
      /400 Bad Request: BUTTON_DATA_INVALID/,
    ],
    ['too large', refused(413, 'Request Entity Too Large'), { kind: 'rejected' }, /413/],
    ['a revoked token', refused(401, 'Unauthorized'), { kind: 'unreachable' }, /401 Unauthorized/],
    ['a token of nobody', refused(404, 'Not Found'), { kind: 'unreachable' }, /404 Not Found/],
    ['an error of theirs', refused(500, 'Internal Server Error'), { kind: 'unreachable' }, /500/],
    ['a restart of theirs', refused(502, 'Bad Gateway'), { kind: 'unreachable' }, /502/],
    ['a page of a proxy', { page: '<html>Bad Gateway</html>', status: 502 }, PERHAPS, /invalid-json/],
    ['a cut connection', { drop: 'before' }, PERHAPS, /no answer from Telegram \(\w+\)/],
  ])('%s', async (_, fault, failure, why) => {
    door.api.faults.push(fault);
    const error = await refusal(send({ text: 'Đã ghi' }));
    expect(error.failure).toEqual(failure);
    expect(error.message).toMatch(why);
    expect(error.message).not.toContain('Đã ghi');
    expect(textsShown()).toEqual([]);
    await send({ text: 'Đã ghi' });
    expect(textsShown()).toEqual(['Đã ghi']);
  });

  test('a token refused while sending stands in the health', async () => {
    door.api.faults.push(refused(401, 'Unauthorized'));
    await refusal(send({ text: 'a' }));
    expect(door.channel.health()).toMatchObject({ ok: false, detail: expect.stringContaining('TELEGRAM_BOT_TOKEN') });
  });

  test('nobody there: the network is named, not the address asked', async () => {
    await door.api.close();
    const error = await refusal(send({ text: 'a' }));
    expect(error).toMatchObject({ failure: { kind: 'unreachable' }, message: expect.stringContaining('ECONNREFUSED') });
    expect(JSON.stringify([error, error.message, error.stack, error.cause])).not.toContain(TOKEN.slice(11));
  });

  test('no token in words that quote it', async () => {
    door.api.faults.push(refused(400, `Bad Request: /bot${TOKEN}/ or ${encodeURIComponent(TOKEN)}`));
    const { message } = await refusal(send({ text: 'a' }));
    expect(message).toContain('***');
    expect(message).not.toContain(TOKEN.slice(11));
  });
});

describe('too fast', () => {
  const flood = (chat: number, retryAfter: number): Fault => ({ method: 'sendMessage', chat, code: 429, retryAfter });
  const failure = async (chat: number, retryAfter: number) => {
    door.api.faults.push(flood(chat, retryAfter));
    return (await refusal(send({ text: 'a' }, chat))).failure;
  };

  test('one chat waits as long as Telegram says', async () => {
    expect(await failure(LAN, 7)).toEqual({ kind: 'throttled', retryAfterMs: 7_000, scope: 'chat' });
    await send({ text: 'a' }, MINH);
  });

  test('the same chat again is still one chat', async () => {
    await failure(LAN, 7);
    expect(await failure(LAN, 9)).toMatchObject({ scope: 'chat' });
  });

  test('a second chat while the first waits: all of them', async () => {
    await failure(LAN, 7);
    clock = 6_999;
    expect(await failure(MINH, 3)).toEqual({ kind: 'throttled', retryAfterMs: 3_000, scope: 'account' });
  });

  test('a second chat when the first need not wait any more: that chat', async () => {
    await failure(LAN, 7);
    clock = 7_000;
    expect(await failure(MINH, 3)).toMatchObject({ scope: 'chat' });
  });
});

test('the message after one of several parts keeps its distance from the last part', async () => {
  let now = 5_000;
  const slow = await closedDoor({ now: () => now });
  const to = addressOf(LAN);
  await slow.channel.send(to, { id: '1', text: 'a'.repeat(TEXT_MAX + 1) });
  now += 300;
  await slow.channel.send(to, { id: '2', text: 'b' });
  await slow.channel.send(addressOf(MINH), { id: '3', text: 'c' });
  now += 700;
  await slow.channel.send(to, { id: '4', text: 'd' });
  expect(slow.pauses).toEqual([1_000, 700]);
  await slow.close();
});

describe('a long message that fails half-way', () => {
  const long = {
    text: Array.from({ length: 3 }, (_, index) => `${index}`.repeat(TEXT_MAX - 1)).join('\n'),
    choices: yesNo,
  };

  test('goes on where it stopped, nothing twice', async () => {
    door.api.faults.push({ method: 'sendMessage', code: 429, retryAfter: 1, times: 0 });
    const [fault] = door.api.faults;
    const { pauses } = door;
    // The second of three is refused: the first pause comes just before it.
    const sending = send(long);
    await until(() => pauses.length === 1);
    if (fault) fault.times = 1;
    expect((await refusal(sending)).failure.kind).toBe('throttled');
    const { messageId } = await send(long);
    expect(textsShown().map((text) => text[0])).toEqual(['0', '1', '2']);
    expect(door.api.shown(LAN).at(-1)?.message_id).toBe(Number(messageId));
  });

  test('begins anew for another delivery of the same text', async () => {
    await send(long);
    await send({ ...long, id: '2' });
    expect(textsShown().map((text) => text[0])).toEqual(['0', '1', '2', '0', '1', '2']);
  });
});
