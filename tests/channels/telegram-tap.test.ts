/** What becomes of a message somebody tapped. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Delivery } from '../../domain/message.ts';
import { addressOf, closedDoor, type Door, house, LAN, until } from '../support/telegram/door.ts';

let door: Door;
beforeEach(async () => {
  door = await closedDoor();
});
afterEach(() => door.close());

const send = (delivery: Partial<Delivery>) => door.channel.send(addressOf(LAN), { id: '1', text: '', ...delivery });
const report = { name: 'bao-cao.docx', show: 'document', bytes: Buffer.from('PK'), mime: 'application/zip' } as const;
const yesNo = [
  [
    { id: 'q7.yes', label: 'Có' },
    { id: 'q7.no', label: 'Không thay đổi' },
  ],
];

describe('a tapped message', () => {
  const open = async () => {
    const listening = house();
    await door.channel.start(listening.receive);
    await door.opened();
    return listening;
  };
  const edited = () => until(() => door.api.calls.some(({ method }) => method.startsWith('editMessage')));

  test('loses its buttons, says what was chosen, and stops spinning', async () => {
    const { heard } = await open();
    const { messageId } = await send({ text: 'TTHC có đổi?', choices: yesNo });
    door.api.taps(LAN, 'Không thay đổi');
    await edited();
    expect(heard[0]?.said).toEqual({ kind: 'choice', id: 'q7.no', label: 'Không thay đổi', message: messageId });
    expect(door.api.shown(LAN)).toEqual([
      { message_id: Number(messageId), from: 'bot', text: 'TTHC có đổi?\n[Không thay đổi]' },
    ]);
    expect(door.api.called('answerCallbackQuery')).toHaveLength(1);
  });

  test('further up only loses its buttons: what it asked is not what was answered now', async () => {
    await open();
    await send({ text: 'Gửi tháng 9?', choices: yesNo });
    await send({ text: 'Gửi tháng 10?', choices: [[{ id: 'go', label: 'Gửi' }]] });
    door.api.taps(LAN, 'Có');
    await edited();
    expect(door.api.shown(LAN).map(({ text, keyboard }) => [text, keyboard !== undefined])).toEqual([
      ['Gửi tháng 9?', false],
      ['Gửi tháng 10?', true],
    ]);
  });

  test('with a file keeps its caption', async () => {
    await open();
    await send({ text: 'Báo cáo', file: report, choices: yesNo });
    door.api.taps(LAN, 'Có');
    await edited();
    expect(door.api.shown(LAN)).toMatchObject([{ text: 'Báo cáo' }]);
    expect(door.api.shown(LAN)[0]?.keyboard).toBeUndefined();
  });

  test('keeps its buttons while the house could not store the answer', async () => {
    const { failing, heard } = await open();
    await send({ text: 'TTHC có đổi?', choices: yesNo });
    failing.times = 1;
    const update = door.api.taps(LAN, 'Có');
    expect(await door.api.fate(update)).toBe('again');
    await edited();
    expect(heard).toHaveLength(1);
    expect(door.api.calls.filter(({ method }) => method.startsWith('editMessage'))).toHaveLength(1);
  });

  test.each(['answerCallbackQuery', 'editMessageText'])('is heard although %s fails', async (method) => {
    const { heard } = await open();
    await send({ text: 'TTHC có đổi?', choices: yesNo });
    door.api.faults.push({ method, code: 400, description: 'Bad Request: no' });
    expect(await door.api.fate(door.api.taps(LAN, 'Có'))).toBe('confirmed');
    expect(heard).toHaveLength(1);
    expect(door.channel.health().ok).toBe(true);
  });
});

describe('the step that takes the place of the tapped message', () => {
  const step = { text: '✓ Không thay đổi\n\nCâu 8/9', choices: [[{ id: 'q8.none', label: 'Không có' }]] };
  let asked: string;
  beforeEach(async () => {
    await door.channel.start(house().receive);
    await door.opened();
    asked = (await send({ text: 'TTHC có đổi?', choices: yesNo })).messageId;
  });

  test('comes after the mark, however long that takes, with its own buttons', async () => {
    const { api } = door;
    await api.fate(api.taps(LAN, 'Không thay đổi'));
    expect(await send({ id: '2', ...step, replaces: asked })).toEqual({ messageId: asked });
    expect(api.called('editMessageText').map(({ text }) => text)).toEqual([
      'TTHC có đổi?\n[Không thay đổi]',
      step.text,
    ]);
    expect(api.shown(LAN)).toMatchObject([
      { text: step.text, keyboard: [[{ text: 'Không có', callback_data: 'q8.none' }]] },
    ]);
  });

  test('is the last message now: tapped in turn, it says what was chosen', async () => {
    const { api } = door;
    await send({ id: '2', ...step, replaces: asked });
    api.taps(LAN, 'Không có');
    await until(() => api.shown(LAN)[0]?.text.endsWith('[Không có]') === true);
    expect(api.shown(LAN)).toHaveLength(1);
  });

  test('that was there already, because only its answer was lost, counts as sent', async () => {
    door.api.faults.push({ method: 'editMessageText', drop: 'after' });
    const lost = await send({ id: '2', ...step, replaces: asked }).catch((error: unknown) => error);
    // An edit made twice shows once, so nobody need be told that it may have arrived twice.
    expect(lost).toMatchObject({ failure: { kind: 'unreachable' } });
    expect(lost).not.toHaveProperty('failure.perhapsSent');
    expect(await send({ id: '2', ...step, replaces: asked })).toEqual({ messageId: asked });
    expect(door.api.shown(LAN)).toHaveLength(1);
  });

  test.each([
    'message to edit not found',
    "message can't be edited",
    'MESSAGE_ID_INVALID',
    'there is no text in the message to edit',
  ])('is a new message where Telegram says "%s"', async (why) => {
    door.api.faults.push({ method: 'editMessageText', code: 400, description: `Bad Request: ${why}` });
    const { messageId } = await send({ id: '2', ...step, replaces: asked });
    expect(messageId).not.toBe(asked);
    expect(door.api.shown(LAN).map(({ text }) => text)).toEqual(['TTHC có đổi?', step.text]);
  });

  test.each<[string, Partial<Delivery>, number]>([
    ['with a file', { file: report, text: 'Báo cáo' }, 1],
    ['too long for one message', { text: 'a '.repeat(3_000) }, 2],
  ])('is a new message %s', async (_, delivery, messages) => {
    await send({ id: '2', ...delivery, replaces: asked });
    expect(door.api.called('editMessageText')).toEqual([]);
    expect(door.api.shown(LAN)).toHaveLength(1 + messages);
  });

  test.each<[string, object, object]>([
    ['too fast', { code: 429, retryAfter: 3 }, { kind: 'throttled', retryAfterMs: 3_000 }],
    [
      'to somebody who left',
      { code: 403, description: 'Forbidden: bot was blocked by the user' },
      { kind: 'recipient_gone' },
    ],
    ['refused for its content', { code: 400, description: 'Bad Request: BUTTON_DATA_INVALID' }, { kind: 'rejected' }],
  ])('%s is judged as a message is, and nothing is added below', async (_, fault, failure) => {
    door.api.faults.push({ method: 'editMessageText', ...fault } as never);
    await expect(send({ id: '2', ...step, replaces: asked })).rejects.toMatchObject({ failure });
    expect(door.api.shown(LAN)).toHaveLength(1);
  });
});
