/** Pictures at Zalo: whoever writes a message can write any address into it, and only Zalo's own servers are asked. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PICTURE_FETCH_MAX_MS } from '../../channels/picture.ts';
import { photoAddress, pictureSaid } from '../../channels/zalo-personal/photo.ts';
import { PICTURE_BYTES_MAX, PICTURE_REF_MAX } from '../../domain/message.ts';
import { quiet } from '../support/clock.ts';
import { jpeg, NO_PICTURES, webp } from '../support/pictures.ts';
import { LAN } from '../support/zalo/loopback-zalo.ts';
import { delivery, lan, type ZaloDoor, zaloDoor } from '../support/zalo/zalo-door.ts';

const PHOTO = 'https://photo-stal-12.zdn.vn/no/jpg/0a1b2c/full.jpg';

/** Addresses somebody could write into a message to let the service fetch for them. */
const FORGED: [what: string, href: unknown][] = [
  ['not encrypted', 'http://photo-stal-12.zdn.vn/a.jpg'],
  ['the machine itself', 'https://127.0.0.1/a.jpg'],
  ['the machine itself, by name', 'https://localhost/a.jpg'],
  ['the machine itself, in IPv6', 'https://[::1]/a.jpg'],
  ['the machine itself, in IPv4 within IPv6', 'https://[::ffff:127.0.0.1]/a.jpg'],
  ['the machine itself, as one number', 'https://2130706433/a.jpg'],
  ['an address inside', 'https://192.168.1.10/a.jpg'],
  ['the data service of a cloud', 'https://169.254.169.254/latest/meta-data/'],
  ['a machine inside by its name', 'https://may-chu.noi-bo/a.jpg'],
  ['a stranger', 'https://example.com/a.jpg'],
  ['a stranger whose name ends alike', 'https://evilzdn.vn/a.jpg'],
  ['a stranger under whom Zalo stands', 'https://photo-stal-12.zdn.vn.example.com/a.jpg'],
  ['a stranger behind a user name', 'https://photo-stal-12.zdn.vn@example.com/a.jpg'],
  ['a user name', 'https://admin:secret@photo-stal-12.zdn.vn/a.jpg'],
  ['another port', 'https://photo-stal-12.zdn.vn:8443/a.jpg'],
  ['the port of a database', 'https://photo-stal-12.zdn.vn:5432/'],
  ['a dot at the end', 'https://photo-stal-12.zdn.vn./a.jpg'],
  ['a backslash before the stranger', 'https://example.com\\.zdn.vn/a.jpg'],
  ['a letter that only looks alike', 'https://photo-stal-12.zdո.vn/a.jpg'],
  ['the domain without a server', 'https://zdn.vn/a.jpg'],
  ['a server name no server has', 'https://-photo_.zdn.vn/a.jpg'],
  ['a file', 'file:///etc/passwd'],
  ['a file at Zalo', 'file://photo-stal-12.zdn.vn/etc/passwd'],
  ['words within', 'data:image/jpeg;base64,/9j/'],
  ['a script', 'javascript:alert(1)'],
  ['another service', 'gopher://photo-stal-12.zdn.vn:70/1'],
  ['no whole address', '//photo-stal-12.zdn.vn/a.jpg'],
  ['an endless address', `https://photo-stal-12.zdn.vn/${'a'.repeat(PICTURE_REF_MAX)}`],
  ['nothing', ''],
  ['no text', 42],
  ['no address at all', undefined],
];

describe('an address', () => {
  it.each([
    PHOTO,
    'https://photo-stal-1.zdn.vn/gr/jpg/x/1.jpg?t=1',
    'https://f20-zpg.zdn.vn/jpg/1/2.jpg',
    'https://photo-link-talk.zadn.vn/photolinkv2/720/a',
    'https://b-f17-zpg-r.zdn.vn/a.webp',
    'HTTPS://PHOTO-STAL-12.ZDN.VN:443/a.jpg',
  ])('of Zalo is one: %s', (href) => {
    expect(photoAddress(href)?.protocol).toBe('https:');
  });

  it.each(FORGED)('is not: %s', (_, href) => {
    expect(photoAddress(href)).toBeUndefined();
    expect(pictureSaid({ href, title: 'Lịch họp' })).toBeUndefined();
  });
});

describe('through Zalo', () => {
  let door: ZaloDoor;
  beforeEach(async () => {
    door = await zaloDoor();
    await door.open();
  });
  afterEach(() => door.close());

  const fetched = (ref = PHOTO) => door.channel.fetch?.(ref) ?? expect.unreachable('the door fetches nothing');
  const failure = (ref?: string) =>
    fetched(ref).then(
      () => expect.unreachable('it was fetched'),
      (error: unknown) => error as Error,
    );
  const photos = () => door.zalo.calls.filter(({ host }) => /zdn|example|127/.test(host));
  const path = new URL(PHOTO).pathname;

  it.each<[string, string, object, object]>([
    ['a picture', 'chat.photo', { href: PHOTO, title: '' }, { kind: 'picture', ref: PHOTO }],
    [
      'a picture with a caption',
      'chat.photo',
      { href: PHOTO, title: ' Lịch họp ' },
      { kind: 'picture', ref: PHOTO, caption: 'Lịch họp' },
    ],
    ['a moving picture', 'chat.gif', { href: PHOTO, title: '' }, { kind: 'unsupported', what: 'picture' }],
    ['a drawing', 'chat.doodle', { href: PHOTO, title: '' }, { kind: 'unsupported', what: 'picture' }],
    ['a file at a picture server', 'share.file', { href: PHOTO, title: 'a' }, { kind: 'unsupported', what: 'file' }],
    [
      'a picture said to lie elsewhere',
      'chat.photo',
      { href: 'https://127.0.0.1/a.jpg', title: 'Lịch họp' },
      { kind: 'unsupported', what: 'picture' },
    ],
  ])('hears %s and fetches nothing on its own', async (_, msgType, content, said) => {
    door.zalo.say(content, { msgType });
    await door.until('it was heard', () => door.heard.length === 1);
    expect(door.heard[0]?.said).toEqual(said);
    expect(photos()).toEqual([]);
  });

  it('hears no picture of a group', async () => {
    door.zalo.sayInGroup('3000000000000000003', { href: PHOTO, title: '/tinhhinh' } as never, {
      msgType: 'chat.photo',
    });
    door.zalo.say('xong');
    await door.until('it was heard', () => door.heard.length === 1);
    expect(door.texts()).toEqual(['xong']);
  });

  it('fetches one, without the cookies of the account', async () => {
    door.zalo.photos.set(path, { bytes: jpeg() });
    expect(await fetched()).toEqual({ bytes: jpeg(), mime: 'image/jpeg' });
    expect(photos()).toMatchObject([{ host: 'photo-stal-12.zdn.vn', path, cookie: '' }]);
  });

  it.each(FORGED.flatMap(([what, href]) => (typeof href === 'string' ? [[what, href] as const] : [])))(
    "never asks an address that is not Zalo's: %s",
    async (_, href) => {
      const before = door.zalo.calls.length;
      expect(await failure(href)).toMatchObject({ failure: { kind: 'rejected' } });
      await quiet();
      expect(door.zalo.calls).toHaveLength(before);
    },
  );

  it.each([301, 302, 307])('is not led elsewhere by a redirect (%i)', async (status) => {
    door.zalo.photos.set(path, { bytes: jpeg(), status, headers: { location: 'https://127.0.0.1/secret' } });
    expect(await failure()).toMatchObject({ failure: { kind: 'rejected' } });
    expect(photos()).toHaveLength(1);
  });

  it.each<[number, string]>([
    [404, 'rejected'],
    [403, 'rejected'],
    [410, 'rejected'],
    [429, 'unreachable'],
    [500, 'unreachable'],
    [503, 'unreachable'],
  ])('takes an answer of %i for %s, and says nothing of the address', async (status, kind) => {
    door.zalo.photos.set(path, { bytes: jpeg(), status });
    const error = await failure();
    expect(error).toMatchObject({ failure: { kind } });
    expect(error.message).not.toContain('full.jpg');
  });

  it.each([...NO_PICTURES, ['too large a picture', Buffer.concat([jpeg(), Buffer.alloc(PICTURE_BYTES_MAX)])] as const])(
    'refuses %s',
    async (_, bytes) => {
      door.zalo.photos.set(path, { bytes });
      expect(await failure()).toMatchObject({ failure: { kind: 'rejected' } });
    },
  );

  it('gives up where no answer comes', async () => {
    door.zalo.refuse(path, 'silence');
    const failed = failure();
    await door.until('it was asked', () => photos().length === 1);
    door.clock.advance(PICTURE_FETCH_MAX_MS);
    expect(await failed).toMatchObject({ failure: { kind: 'unreachable' } });
  });

  it('gives up when it closes', async () => {
    door.zalo.refuse(path, 'silence');
    const failed = failure();
    await door.until('it was asked', () => photos().length === 1);
    void door.channel.stop();
    expect(await failed).toMatchObject({ failure: { kind: 'unreachable' } });
  });

  it.each([
    ['JPEG', 'anh.jpg', jpeg(1280, 960)],
    ['WebP', 'anh.webp', webp('VP8X', 1280, 960)],
  ])('shows a %s with its size and its caption in one message', async (_, name, bytes) => {
    const file = { name, show: 'picture' as const, bytes, mime: '' };
    await door.channel.send(lan, delivery('1', 'Lịch họp', { file }));
    expect(door.zalo.sent).toMatchObject([{ thread: LAN, text: 'Lịch họp', params: { width: 1280, height: 960 } }]);
  });
});
