/** A picture sent from the page: judged by its bytes, bounded, kept only to be shown and fetched again. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Archive, PICTURES_KEPT_MAX } from '../../channels/web-chat/archive.ts';
import { INBOUND_TEXT_MAX, type Inbound, PICTURE_BYTES_MAX } from '../../domain/message.ts';
import { jpeg, NO_PICTURES, pngHead, webp } from '../support/pictures.ts';
import { closedWebChat, delivery, phone, post, temporary } from '../support/web-chat.ts';

let place: ReturnType<typeof temporary>;
let chat: ReturnType<typeof closedWebChat>;
let heard: Inbound[];

beforeEach(async () => {
  place = temporary();
  heard = [];
  chat = closedWebChat(place.directory);
  await chat.start(async (inbound) => void heard.push(inbound));
});
afterEach(async () => {
  await chat.stop();
  place.remove();
});

interface Sent {
  to?: string;
  id?: string;
  caption?: string;
  type?: string;
  headers?: Record<string, string>;
}

/** What the page does when somebody sends a picture. */
function upload(bytes: Uint8Array, { to = 'hoa', id = randomUUID(), caption, type, headers = {} }: Sent = {}) {
  const body = new FormData();
  body.append('id', id);
  if (caption !== undefined) body.append('caption', caption);
  body.append('picture', new File([new Uint8Array(bytes)], '../../lịch họp.html', { type: type ?? 'image/jpeg' }));
  const url = chat.url();
  return fetch(`${url}/api/phones/${to}/picture`, { method: 'POST', headers: { origin: url, ...headers }, body });
}

const kept = (): string[] => {
  try {
    return readdirSync(join(place.directory, 'pictures'));
  } catch {
    return [];
  }
};
const refOf = (inbound: Inbound | undefined): string => (inbound?.said.kind === 'picture' ? inbound.said.ref : '');

describe('a picture', () => {
  test.each([
    ['JPEG', jpeg(), 'image/jpeg', 'image/jpeg'],
    ['PNG called a JPEG', pngHead(), 'image/jpeg', 'image/png'],
    ['WebP of no stated type', webp(), '', 'image/webp'],
  ])('is handed over with its words, and fetched as it was: %s', async (_, bytes, type, mime) => {
    expect((await upload(bytes, { caption: ' Lịch họp ', type })).status).toBe(200);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ address: phone('hoa'), said: { kind: 'picture', caption: 'Lịch họp' } });
    expect(await chat.fetch?.(refOf(heard[0]))).toEqual({ bytes, mime });
  });

  test.each([undefined, '', '   '])('without words (%j) has none', async (caption) => {
    await upload(jpeg(), caption === undefined ? {} : { caption });
    expect(heard[0]?.said).toEqual({ kind: 'picture', ref: refOf(heard[0]) });
  });

  test('is shown to whoever sent it, as a picture under a name of ours, and only there', async () => {
    const id = randomUUID();
    await upload(jpeg(), { id });
    const own = await fetch(`${chat.url()}/files/hoa/${id}`);
    expect(new Uint8Array(await own.arrayBuffer())).toEqual(jpeg());
    expect(own.headers.get('content-type')).toBe('image/jpeg');
    expect(own.headers.get('content-disposition')).toContain('inline; filename="anh.jpg"');
    expect(own.headers.get('content-security-policy')).toContain("default-src 'none'; sandbox");
    expect((await fetch(`${chat.url()}/files/lan/${id}`)).status).toBe(404);
  });

  test('sent twice under one id is the same message, kept once', async () => {
    const id = randomUUID();
    for (let time = 0; time < 2; time += 1) expect((await upload(jpeg(), { id })).status).toBe(200);
    expect(new Set(heard.map((each) => `${each.id} ${refOf(each)}`)).size).toBe(1);
    expect(kept()).toHaveLength(1);
  });

  test('that was not accepted is not acknowledged', async () => {
    await chat.stop();
    await chat.start(() => Promise.reject(new Error('disk full')));
    expect((await upload(jpeg())).status).toBe(503);
  });

  test('is fetched also after the service was started anew', async () => {
    await upload(jpeg());
    await chat.stop();
    chat = closedWebChat(place.directory);
    expect((await chat.fetch?.(refOf(heard[0])))?.bytes).toEqual(jpeg());
  });

  test('is taken up to the bound', async () => {
    const largest = new Uint8Array(PICTURE_BYTES_MAX);
    largest.set(jpeg());
    expect((await upload(largest, { caption: 'ế'.repeat(INBOUND_TEXT_MAX) })).status).toBe(200);
  });
});

describe('what is refused, and kept nowhere:', () => {
  afterEach(() => {
    expect(heard).toEqual([]);
    expect(kept()).toEqual([]);
  });

  test.each(NO_PICTURES)('%s called a picture', async (_, bytes) => {
    expect((await upload(bytes)).status).toBe(415);
  });

  test.each(['text/html', 'image/svg+xml', 'application/pdf'])('a picture said to be %s', async (type) => {
    expect((await upload(jpeg(), { type })).status).toBe(415);
  });

  test.each([1, 40_000])('a picture %i bytes beyond the bound', async (more) => {
    const large = new Uint8Array(PICTURE_BYTES_MAX + more);
    large.set(jpeg());
    const answer = await upload(large);
    expect([answer.status, await answer.json()]).toEqual([413, { error: 'picture_too_large', max: PICTURE_BYTES_MAX }]);
  });

  test.each([
    ['nobody who is offered', { to: 'ai-do' }, 404],
    ['a newcomer', { to: `guest-${randomUUID()}` }, 404],
    ['an id that is none', { id: '1' }, 400],
    ['too long a caption', { caption: 'a'.repeat(INBOUND_TEXT_MAX + 1) }, 400],
    ['a page of another site', { headers: { origin: 'http://example.test' } }, 403],
    ['a page of another site, as browsers say', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
  ])('one from %s', async (_, sent, status) => {
    expect((await upload(jpeg(), sent)).status).toBe(status);
  });

  test('a form without a picture, and one that is no form', async () => {
    const url = chat.url();
    const send = (body: FormData | string, headers: Record<string, string> = {}) =>
      fetch(`${url}/api/phones/hoa/picture`, { method: 'POST', headers: { origin: url, ...headers }, body });
    const words = new FormData();
    words.append('id', randomUUID());
    words.append('picture', 'lịch họp');
    expect((await send(words)).status).toBe(400);
    expect((await send('{}', { 'content-type': 'application/json' })).status).toBe(415);
    expect((await send('x', { 'content-type': 'multipart/form-data; boundary=b' })).status).toBe(400);
  });

  test('one named by the page instead of sent', async () => {
    const said = { kind: 'picture', ref: 'a'.repeat(40) };
    expect((await post(chat.url(), 'hoa', { id: randomUUID(), said })).status).toBe(400);
  });
});

describe('a reference', () => {
  test('fetches no file of the bot, and none by a path', async () => {
    const file = { name: 'a.png', show: 'picture', bytes: pngHead(), mime: 'image/png' } as const;
    await chat.send(phone('lan'), delivery('1', 'Tình hình', { file }));
    const [name = ''] = readdirSync(join(place.directory, 'files'));
    expect(name).toMatch(/^[0-9a-f]{40}$/);
    for (const ref of [name, `../files/${name}`, name.toUpperCase(), '', 'f'.repeat(40)]) {
      await expect(chat.fetch?.(ref)).rejects.toMatchObject({ failure: { kind: 'rejected' } });
    }
  });

  test('to a file that was damaged is refused', async () => {
    await upload(jpeg());
    writeFileSync(join(place.directory, 'pictures', refOf(heard[0])), '<script>');
    await expect(chat.fetch?.(refOf(heard[0]))).rejects.toMatchObject({ failure: { kind: 'rejected' } });
  });

  test('to one that is gone is refused, and the page says it is not there', async () => {
    const id = randomUUID();
    await upload(jpeg(), { id });
    rmSync(join(place.directory, 'pictures', refOf(heard[0])));
    await expect(chat.fetch?.(refOf(heard[0]))).rejects.toMatchObject({ failure: { kind: 'rejected' } });
    expect((await fetch(`${chat.url()}/files/hoa/${id}`)).status).toBe(404);
  });
});

test('of many pictures the newest are kept, and one sent again is new', async () => {
  const archive = new Archive(place.directory, () => undefined);
  const folder = join(place.directory, 'pictures');
  const names: string[] = [];
  for (let at = 0; at < PICTURES_KEPT_MAX; at += 1) {
    const name = await archive.keepPicture(Uint8Array.from([...jpeg(), at]));
    utimesSync(join(folder, name), at, at);
    names.push(name);
  }
  expect(kept()).toHaveLength(PICTURES_KEPT_MAX);
  const again = await archive.keepPicture(readFileSync(join(folder, names[0] ?? '')));
  const newest = await archive.keepPicture(jpeg());
  expect(kept().toSorted()).toEqual([again, newest, ...names.slice(2)].toSorted());
});
