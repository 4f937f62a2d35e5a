/** What the Zalo door says and how: choices without buttons, long texts, files, and what Zalo's refusals become. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SendError, SendFailure } from '../../channels/channel.ts';
import { partsOf, TEXT_MAX } from '../../channels/zalo-personal/outgoing.ts';
import type { Choice, Delivery } from '../../domain/message.ts';
import { quiet } from '../support/clock.ts';
import type { Refusal } from '../support/zalo/answers.ts';
import { BOT, LAN } from '../support/zalo/loopback-zalo.ts';
import { qrPicture } from '../support/zalo/qr-picture.ts';
import { delivery, lan, passing, type ZaloDoor, zaloDoor } from '../support/zalo/zalo-door.ts';

const rows = (...labels: string[]): Choice[][] => labels.map((label, index) => [{ id: `c${index}`, label }]);
const textsOf = (parts: ReturnType<typeof partsOf>): string[] =>
  parts.map((part) => (part.kind === 'text' ? part.text : part.file.name));

describe('choices without buttons', () => {
  test('end the text, each with the number to answer with', () => {
    const parts = partsOf(
      delivery('1', 'TTHC tháng 10 có thay đổi không?', { choices: rows('Không thay đổi', 'Có thay đổi') }),
    );
    expect(textsOf(parts)).toEqual(['TTHC tháng 10 có thay đổi không?\n1. Không thay đổi\n2. Có thay đổi']);
  });

  test.each<[string, string[], Partial<Delivery> & { numbered?: boolean }]>([
    ['a number would be an answer', ['Không phát sinh', 'Chưa có số liệu'], { numbered: false }],
    ['a label is itself a number', ['215', 'Đúng là 2.150'], {}],
  ])('stand without numbers where %s', (_, labels, more) => {
    const [part] = textsOf(partsOf(delivery('1', 'Tiếp nhận bao nhiêu?', { choices: rows(...labels), ...more })));
    expect(part).toBe(['Tiếp nhận bao nhiêu?', ...labels.map((label) => `▸ ${label}`)].join('\n'));
  });
});

describe('long and short texts', () => {
  test('are cut at the ends of sentences, with the choices last', () => {
    const sentence = `${'Đề nghị các xã, phường gửi báo cáo năm trước hạn đã định '.repeat(5).trim()}. `;
    const parts = textsOf(partsOf(delivery('1', sentence.repeat(12), { choices: rows('Đã rõ') })));
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(TEXT_MAX);
    for (const part of parts.slice(0, -1)) expect(part).toMatch(/\.$/);
    expect(parts.at(-1)).toMatch(/\n1\. Đã rõ$/);
    expect(parts.join(' ').replace(/\s+/g, ' ')).toBe(`${sentence.repeat(12).trim()} 1. Đã rõ`);
  });

  test.each<[string, 'picture' | 'document', string[]]>([
    ['a picture', 'picture', ['anh.png', 'text']],
    ['a report', 'document', ['text', 'anh.png']],
  ])('too long for %s to carry stand where they belong', (_, show, order) => {
    const file = { name: 'anh.png', show, bytes: qrPicture(), mime: 'image/png' };
    const parts = partsOf(delivery('1', 'Lịch họp. '.repeat(60), { file }));
    expect(parts.map((part) => (part.kind === 'text' ? 'text' : part.file.name))).toEqual(order);
  });

  test.each([
    ['Báo cáo tháng 10 · UBND phường Đức Thuận\nHạn gửi: thứ Sáu 06/11\nTiếp nhận bao nhiêu hồ sơ?', 40],
    ['! Trực tuyến 150 + trực tiếp 60 = 210\nSố nào cần sửa?\nGõ lại', 0],
    ['Tháng 10 tiếp nhận bao nhiêu hồ sơ?\nmột\nhai', 0],
    ['Đã ghi.', 0],
  ])('show a heading in bold, and only a heading: %j', (text, bold) => {
    expect(partsOf(delivery('1', text))).toMatchObject([{ kind: 'text', bold }]);
  });

  test.each([
    ['nothing at all', {}],
    ['an empty file', { file: { name: 'a.docx', show: 'document' as const, bytes: new Uint8Array(), mime: '' } }],
  ])('are refused where there is %s to send', (_, more) => {
    expect(() => partsOf(delivery('1', ' ', more))).toThrow(expect.objectContaining({ failure: { kind: 'rejected' } }));
  });
});

describe('through Zalo', () => {
  let door: ZaloDoor;
  beforeEach(async () => {
    door = await zaloDoor();
    await door.open();
  });
  afterEach(() => door.close());

  const failure = (sending: Promise<unknown>): Promise<SendFailure> =>
    sending.then(
      () => expect.unreachable('it was sent'),
      (error: SendError) => error.failure,
    );

  test('says words as they are, with a heading in bold, after showing that it types', async () => {
    const { channel, zalo, until } = door;
    const { messageId } = await channel.send(lan, delivery('1', 'Tháng 10/2026\nTiếp nhận: 215\nQuá hạn: 2'));
    expect(zalo.sent).toMatchObject([{ thread: LAN, group: false, text: 'Tháng 10/2026\nTiếp nhận: 215\nQuá hạn: 2' }]);
    expect(messageId).toBe(String(zalo.sent[0]?.msgId));
    expect(JSON.parse(String(zalo.sent[0]?.params.textProperties)).styles).toEqual([{ start: 0, len: 13, st: 'b' }]);
    await until('it was seen typing', () => zalo.typed.includes(LAN));
  });

  test('shows typing once in a while, not with every word', async () => {
    const { channel, zalo, clock, until } = door;
    channel.typing?.(lan);
    channel.typing?.(lan);
    clock.advance(5_000);
    channel.typing?.(lan);
    await until('it was seen typing', () => zalo.typed.length === 2);
    await quiet();
    expect(zalo.typed).toEqual([LAN, LAN]);
  });

  test('goes on where a delivery of several messages was interrupted', async () => {
    const { channel, zalo, clock } = door;
    const long = 'Một câu dài để tách tin nhắn. '.repeat(100);
    const first = channel.send(lan, delivery('9', long));
    await door.until('the first part is there', () => zalo.sent.length === 1);
    zalo.refuse('/api/message/sms', { status: 502 });
    const failed = failure(first);
    await passing(clock, () => zalo.begun('/sms', 2));
    expect(await failed).toEqual({ kind: 'unreachable' });
    await channel.send(lan, delivery('9', long));
    expect(zalo.shown(LAN).join(' ')).toBe(long.trim());
  });

  test.each([
    ['after its answer', false],
    ['before its answer', true],
  ])('sends a document in chunks, and hears Zalo confirm it %s', async (_, early) => {
    const { channel, zalo, clock } = door;
    zalo.confirmsEarly = early;
    const bytes = Buffer.alloc(10_000, 'Báo cáo ');
    const file = { name: 'Báo cáo 2026.docx', show: 'document' as const, bytes, mime: 'application/msword' };
    const sending = channel.send(lan, delivery('1', 'Báo cáo năm 2026', { file }));
    await door.until('the words are there', () => zalo.sent.length === 1);
    await passing(clock, () => zalo.begun('/upload'));
    await sending;
    expect(zalo.uploads).toMatchObject([{ name: 'Báo cáo 2026.docx' }]);
    expect(zalo.uploads[0]?.bytes.equals(bytes)).toBe(true);
    expect(zalo.shown(LAN)).toEqual(['Báo cáo năm 2026', 'Báo cáo 2026.docx']);
  });

  test('gives up waiting for a confirmation after a minute, and does not repeat the words', async () => {
    const { channel, zalo, clock } = door;
    zalo.confirmsFiles = false;
    const file = { name: 'a.docx', show: 'document' as const, bytes: Buffer.from('a'), mime: '' };
    const failed = failure(channel.send(lan, delivery('1', 'Mẫu', { file })));
    await door.until('the words are there', () => zalo.sent.length === 1);
    await passing(clock, () => zalo.begun('/upload'));
    await door.until('the file is uploaded', () => zalo.uploads.length === 1);
    clock.advance(60_000);
    expect(await failed).toEqual({ kind: 'unreachable', perhapsSent: true });
    zalo.confirmsFiles = true;
    await channel.send(lan, delivery('1', 'Mẫu', { file }));
    expect(zalo.shown(LAN)).toEqual(['Mẫu', 'a.docx']);
  });

  test('a document under way when the connection ends is tried again later', async () => {
    const { channel, zalo } = door;
    zalo.confirmsFiles = false;
    const file = { name: 'a.docx', show: 'document' as const, bytes: Buffer.from('a'), mime: '' };
    const failed = failure(channel.send(lan, delivery('1', '', { file })));
    await door.until('the file is uploaded', () => zalo.uploads.length === 1);
    zalo.drop();
    expect(await failed).toEqual({ kind: 'unreachable', perhapsSent: true });
  });

  test('shows a picture with its caption in one message', async () => {
    const { channel, zalo } = door;
    const file = { name: 'bieu-do.png', show: 'picture' as const, bytes: qrPicture(), mime: 'image/png' };
    await channel.send(lan, delivery('1', 'Tình hình tháng 10', { file, choices: rows('Xem ai chưa nộp') }));
    expect(zalo.sent).toMatchObject([
      { text: 'Tình hình tháng 10\n1. Xem ai chưa nộp', params: { width: 116, height: 116 } },
    ]);
    expect(zalo.uploads[0]?.bytes.equals(qrPicture())).toBe(true);
  });

  test.each<[string, Refusal, SendFailure]>([
    ['too many requests', { code: 221 }, { kind: 'throttled', retryAfterMs: 3_600_000, scope: 'account' }],
    [
      'too many requests, said inside',
      { code: 221, inside: true },
      { kind: 'throttled', retryAfterMs: 3_600_000, scope: 'account' },
    ],
    ['a busy gateway', { status: 429 }, { kind: 'throttled', retryAfterMs: 60_000, scope: 'account' }],
    ['a person who takes nothing from strangers', { code: 122 }, { kind: 'recipient_gone' }],
    ['a person who takes nothing from us', { code: 123 }, { kind: 'recipient_gone' }],
    ['nobody of this id', { code: 216 }, { kind: 'recipient_gone' }],
    ['wrong parameters', { code: 114 }, { kind: 'rejected' }],
    ['wrong parameters', { code: 118, inside: true }, { kind: 'rejected' }],
    ['an unknown positive code', { code: 4711 }, { kind: 'rejected' }],
    ['a limit of retries behind the gateway', { code: -69 }, { kind: 'unreachable' }],
    ['a broken gateway', { status: 502 }, { kind: 'unreachable' }],
    ['a page that is not there', { status: 404 }, { kind: 'rejected' }],
  ])('judges %s (%o)', async (_, refusal, expected) => {
    const { channel, zalo } = door;
    zalo.refuse('/api/message/sms', refusal);
    expect(await failure(channel.send(lan, delivery('1', 'a')))).toEqual(expected);
    expect(channel.health().ok).toBe(true);
  });

  test('a request that is never answered ends after half a minute', async () => {
    const { channel, zalo, clock } = door;
    zalo.refuse('/api/message/sms', 'silence');
    const failed = failure(channel.send(lan, delivery('1', 'a')));
    await door.until('it was asked', () => zalo.calls.some(({ path }) => path.endsWith('/sms')));
    clock.advance(30_000);
    expect(await failed).toEqual({ kind: 'unreachable', perhapsSent: true });
  });

  test('a Zalo that cannot be reached is unreachable', async () => {
    const { channel, zalo, clock } = door;
    await zalo.stop();
    const failed = failure(channel.send(lan, delivery('1', 'a')));
    await quiet();
    clock.advance(20_000);
    expect(await failed).toMatchObject({ kind: 'unreachable' });
  });

  test.each([
    ['another provider', { ...lan, channel: 'telegram' as const }],
    ['another account of the bot', { ...lan, account: 'an older account' }],
    ['no id', { ...lan, id: '' }],
    ['a group without an id', { ...lan, id: 'group:' }],
  ])('refuses an address of %s', async (_, to) => {
    expect(lan.account).toBe(BOT);
    expect(await failure(door.channel.send(to, delivery('1', 'a')))).toEqual({ kind: 'rejected' });
  });
});
