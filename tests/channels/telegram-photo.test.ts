/** Pictures at Telegram: heard by reference, fetched on demand, and the token in their address never told to anybody. */
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inboundOf } from '../../channels/telegram/inbound.ts';
import { openLines } from '../../channels/telegram/lines.ts';
import { CAPTION_MAX, partsOf } from '../../channels/telegram/outgoing.ts';
import { PICTURE_BYTES_MAX, PICTURE_REF_MAX } from '../../domain/message.ts';
import { jpeg, NO_PICTURES, webp } from '../support/pictures.ts';
import { TOKEN } from '../support/telegram/bot-api.ts';
import { closedDoor, type Door, house, LAN, until } from '../support/telegram/door.ts';
import type { Kept } from '../support/telegram/files.ts';

const ME = { account: '8123456789', username: 'tro_ly_iso_test_bot' };
const chat = { id: 1001, type: 'private', first_name: 'Lan' };
const size = (file_id: string, width: number, file_size?: number) => ({
  file_id,
  file_unique_id: file_id,
  width,
  height: width,
  ...(file_size === undefined ? {} : { file_size }),
});
const heard = (content: object) =>
  inboundOf({ update_id: 7, message: { message_id: 1, date: 1, chat, ...content } } as unknown as Update, ME)?.said;

describe('a photo', () => {
  const photo = [size('s', 90, 2_000), size('l', 1_280, 200_000), size('m', 320, 20_000)];

  it.each<[string, object, object]>([
    ['by its largest size', { photo }, { kind: 'picture', ref: 'l' }],
    ['with its caption', { photo, caption: ' Lịch họp\n' }, { kind: 'picture', ref: 'l', caption: 'Lịch họp' }],
    ['without a caption of spaces', { photo, caption: '  ' }, { kind: 'picture', ref: 'l' }],
    [
      'by the largest size within the bound',
      { photo: [...photo, size('xl', 4_000, PICTURE_BYTES_MAX + 1)] },
      { kind: 'picture', ref: 'l' },
    ],
    ['by a size that says no bytes', { photo: [size('a', 90)] }, { kind: 'picture', ref: 'a' }],
  ])('is heard %s', (_, content, said) => {
    expect(heard(content)).toEqual(said);
  });

  it.each<[string, object, string]>([
    ['of sizes beyond the bound', { photo: [size('xl', 4_000, PICTURE_BYTES_MAX + 1)] }, 'photo'],
    ['without a size', { photo: [] }, 'photo'],
    ['without a reference', { photo: [{ width: 1, height: 1 }] }, 'photo'],
    ['with an endless reference', { photo: [size('a'.repeat(PICTURE_REF_MAX + 1), 90)] }, 'photo'],
    ['that moves', { photo, live_photo: {} }, 'photo'],
    ['that is to be paid for', { photo, paid_media: {} }, 'photo'],
    ['sent as a file', { document: { mime_type: 'image/jpeg' }, caption: 'Lịch họp' }, 'document'],
    ['that is an animation', { animation: {}, document: {} }, 'animation'],
  ])('is refused as before: one %s', (_, content, what) => {
    expect(heard(content)).toEqual({ kind: 'unsupported', what });
  });
});

describe('through Telegram', () => {
  let door: Door;
  beforeEach(async () => {
    door = await closedDoor();
  });
  afterEach(() => door.close());

  const kept: Kept = { path: 'photos/file_0.jpg', bytes: jpeg() };
  const fetched = (ref = 'l') => door.channel.fetch(ref);
  /** Of everything said about it no word holds the token or where it was asked. */
  const failure = async (ref?: string) => {
    const error = await fetched(ref).then(
      () => expect.unreachable('it was fetched'),
      (reason: unknown) => reason as Error,
    );
    const secret = TOKEN.slice(TOKEN.indexOf(':') + 1);
    const told = [
      error.message,
      error.stack ?? '',
      JSON.stringify(error),
      JSON.stringify(error.cause ?? ''),
      ...door.logged,
    ];
    for (const words of told) expect(words).not.toContain(secret);
    return error;
  };

  it('is fetched by its reference only when it is wanted', async () => {
    const { receive, heard: told } = house();
    await door.channel.start(receive);
    door.api.files.keep('l', kept);
    await door.opened();
    door.api.sends(LAN, { photo: [size('l', 1_280, 200)], caption: 'Lịch họp' });
    await until(() => told.length === 1);
    expect(told[0]?.said).toEqual({ kind: 'picture', ref: 'l', caption: 'Lịch họp' });
    expect(door.api.called('getFile')).toEqual([]);
    expect(await fetched()).toEqual({ bytes: jpeg(), mime: 'image/jpeg' });
    expect(door.api.files.asked).toEqual(['/file/bot<token>/photos/file_0.jpg']);
  });

  it('is taken for what its bytes are', async () => {
    door.api.files.keep('l', { ...kept, bytes: webp() });
    expect((await fetched()).mime).toBe('image/webp');
  });

  it.each<[string, Partial<Kept>, string]>([
    ['that is gone', { status: 404 }, 'rejected'],
    ['that leads elsewhere', { status: 302, headers: { location: 'http://127.0.0.1/' } }, 'rejected'],
    ['for which Telegram is too busy', { status: 429 }, 'unreachable'],
    ['for which Telegram is broken', { status: 502 }, 'unreachable'],
    ['on a line that breaks', { status: 'drop' }, 'unreachable'],
    ['said to be a page', { headers: { 'content-type': 'text/html' } }, 'rejected'],
    ['said to be too large', { size: PICTURE_BYTES_MAX + 1 }, 'rejected'],
    ['too large for a bot', { size: 21 * 1024 * 1024 }, 'rejected'],
    ['larger than it was said to be', { bytes: new Uint8Array(PICTURE_BYTES_MAX + 1), size: 100 }, 'rejected'],
    ...NO_PICTURES.map(([what, bytes]): [string, Partial<Kept>, string] => [`that is ${what}`, { bytes }, 'rejected']),
  ])('is not one %s', async (_, more, kind) => {
    door.api.files.keep('l', { ...kept, ...more });
    expect(await failure()).toMatchObject({ failure: { kind } });
  });

  it.each([
    '../../etc/passwd',
    'photos/../../secret',
    '/var/lib/telegram-bot-api/file_0.jpg',
    'http://127.0.0.1/a.jpg',
    'photos/a.jpg?x=1',
    'photos/a b.jpg',
  ])('is never asked for under a path such as %s', async (path) => {
    door.api.files.keep('l', { ...kept, path });
    expect(await failure()).toMatchObject({ failure: { kind: 'rejected' } });
    expect(door.api.files.asked).toEqual([]);
  });

  it('of another bot is none', async () => {
    expect(await failure('of-another-bot')).toMatchObject({ failure: { kind: 'rejected' } });
  });

  it.each<[string, object]>([
    ['is told to wait', { method: 'getFile', code: 429, retryAfter: 3 }],
    ['is not known any more', { method: 'getFile', code: 401, description: 'Unauthorized' }],
    ['is cut off', { method: 'getFile', drop: 'before' }],
    ['is answered by something in between', { method: 'getFile', page: '<html>', status: 200 }],
  ])('may be had later where the bot %s', async (_, fault) => {
    door.api.files.keep('l', kept);
    door.api.faults.push(fault as never);
    expect(await failure()).toMatchObject({ failure: { kind: 'unreachable' } });
    expect(await fetched()).toMatchObject({ mime: 'image/jpeg' });
  });

  it('is asked for through the proxy only', async () => {
    door.api.files.keep('l', kept);
    const signal = AbortSignal.timeout(10_000);
    const direct = openLines({ token: TOKEN, apiRoot: door.api.root });
    expect((await direct.file(kept.path, signal)).resume().statusCode).toBe(200);
    // Nobody listens there.
    const proxied = openLines({ token: TOKEN, apiRoot: door.api.root, proxyUrl: 'http://127.0.0.1:1' });
    await expect(proxied.file(kept.path, signal)).rejects.toThrow();
    expect(door.api.files.asked).toHaveLength(1);
  });

  it('may be had later where Telegram cannot be reached', async () => {
    await door.api.close();
    expect(await failure()).toMatchObject({ failure: { kind: 'unreachable' } });
  });
});

describe('a picture with words', () => {
  const file = { name: 'anh.jpg', show: 'picture' as const, bytes: jpeg(), mime: 'image/jpeg' };
  const choices = [[{ id: 'run:ack:1', label: 'Đã nhận' }]];

  it.each<[number, string[]]>([
    [0, ['picture']],
    [CAPTION_MAX, ['picture']],
    [CAPTION_MAX + 1, ['picture', 'text']],
    [5_000, ['picture', 'text', 'text']],
  ])('of %i characters goes first, the words below it, the buttons under the last', (length, kinds) => {
    const text = 'Lịch họp. '.repeat(length).slice(0, length);
    const parts = partsOf({ id: '1', text, file, choices });
    expect(parts.map((part) => (part.file ? 'picture' : 'text'))).toEqual(kinds);
    expect(parts.map(({ keyboard }) => keyboard !== undefined)).toEqual(kinds.map((_, at) => at === kinds.length - 1));
    const said = parts
      .map((part) => part.text)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    expect(said).toBe(text.trim());
  });
});
