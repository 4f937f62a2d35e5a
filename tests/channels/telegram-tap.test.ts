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
