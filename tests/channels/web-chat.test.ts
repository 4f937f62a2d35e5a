/** The web chat as a page meets it: what is offered, said, told live, and given to download. */
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SendError } from '../../channels/channel.ts';
import { FILE_BYTES_MAX } from '../../channels/web-chat/files.ts';
import { INBOUND_TEXT_MAX, type Inbound } from '../../domain/message.ts';
import {
  closedWebChat,
  delivery,
  MORNING,
  PEOPLE,
  phone,
  post,
  shown,
  temporary,
  told,
  typed,
} from '../support/web-chat.ts';

const GUEST = 'guest-3f2b8c1e-6a54-4f0e-9d2a-0123456789ab';
const question = { choices: [[{ id: 'q7.no', label: 'Không thay đổi' }]] };

let place: ReturnType<typeof temporary>;
let chat: ReturnType<typeof closedWebChat>;
let url: string;
let heard: Inbound[];

async function open(): Promise<void> {
  chat = closedWebChat(place.directory);
  await chat.start(async (inbound) => void heard.push(inbound));
  url = chat.url();
}

beforeEach(async () => {
  place = temporary();
  heard = [];
  await open();
});
afterEach(async () => {
  await chat.stop();
  place.remove();
});

const files = (): string[] => readdirSync(join(place.directory, 'phones'));

describe('what is offered', () => {
  test('the people, whether it is practice, and the longest text', async () => {
    const offered = await (await fetch(`${url}/api/people`)).json();
    expect(offered).toMatchObject({ practice: true, textMax: INBOUND_TEXT_MAX, people: PEOPLE });
  });

  test.each(['/', '/app.js', '/style.css', '/favicon.ico'])(
    '%s, with headers that let nothing else in',
    async (path) => {
      const response = await fetch(`${url}${path}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test.each(['/nothing', '/../web-chat.ts', '/%2e%2e/web-chat.ts', '/api/nothing'])('and not %s', async (path) => {
    expect((await fetch(`${url}${path}`)).status).toBe(404);
  });
});

describe('what a person says', () => {
  test('is handed over with its moment and kept', async () => {
    const body = typed('nhận 215');
    expect((await post(url, 'lan', body)).status).toBe(200);
    expect(heard).toEqual([{ address: phone('lan'), id: body.id, said: body.said, at: MORNING }]);
    expect(await shown(url, 'lan')).toMatchObject([{ id: body.id, from: 'person', text: 'nhận 215', at: MORNING }]);
  });

  test('shows once when the page sends it again, and is handed over again under the same id', async () => {
    const body = typed('nhận 215');
    await post(url, 'lan', body);
    await post(url, 'lan', body);
    expect((await shown(url, 'lan')).length).toBe(1);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
  });

  test('as a tap carries the label the button really had', async () => {
    await chat.send(phone('lan'), delivery('7', 'TTHC có thay đổi không?', question));
    const said = { kind: 'choice', id: 'q7.no', label: 'something else', message: '7' };
    await post(url, 'lan', { id: randomUUID(), said });
    expect(heard.map((inbound) => inbound.said)).toEqual([{ ...said, label: 'Không thay đổi' }]);
    expect((await shown(url, 'lan')).at(-1)).toMatchObject({
      text: 'Không thay đổi',
      tapped: { id: 'q7.no', message: '7' },
    });
  });

  test('as a newcomer works without being in any list', async () => {
    expect((await post(url, GUEST, typed('ABCD-2345'))).status).toBe(200);
    expect(heard[0]?.address).toEqual(phone(GUEST));
  });

  const tap = (id: string) => ({ id: randomUUID(), said: { kind: 'choice', id } });
  test.each([
    ['nobody offered', 'somebody', typed('a'), 404],
    ['a newcomer with an id of their own making', 'guest-1', typed('a'), 404],
    ['an id that is no UUID', 'lan', typed('a', '17'), 400],
    ['nothing but spaces', 'lan', typed(' \n '), 400],
    ['one character too many', 'lan', typed('a'.repeat(INBOUND_TEXT_MAX + 1)), 413],
    ['a body beyond all bounds', 'lan', typed('a'.repeat(200_000)), 413],
    ['a kind nobody can do here', 'lan', { id: randomUUID(), said: { kind: 'edit', text: 'a', message: '1' } }, 400],
    ['a choice with a space', 'lan', tap('a b'), 400],
    ['a choice longer than 64 bytes', 'lan', tap('a'.repeat(65)), 400],
    ['no JSON', 'lan', 'nhận 215', 400],
  ])('is refused for %s, and nothing is kept', async (_, id, body, status) => {
    expect((await post(url, id, body)).status).toBe(status);
    expect(heard).toEqual([]);
    expect(files).toThrow('ENOENT');
  });

  test('may be as long as the limit, in letters that take three bytes', async () => {
    expect((await post(url, 'lan', typed('ệ'.repeat(INBOUND_TEXT_MAX)))).status).toBe(200);
  });

  test('answers 503 when it was not accepted, so that the page tries again', async () => {
    await chat.stop();
    await chat.start(() => Promise.reject(new Error('disk full')));
    url = chat.url();
    const response = await post(url, 'lan', typed('215'));
    expect([response.status, await response.json()]).toEqual([503, { error: 'unavailable' }]);
  });
});

test('closing waits for a message in progress even when the page that sent it has gone', async () => {
  await chat.stop();
  const order: string[] = [];
  let accept = (): void => undefined;
  const accepted = new Promise<void>((resolve) => {
    accept = resolve;
  });
  const page = new AbortController();
  await chat.start(async () => {
    page.abort();
    await accepted;
    order.push('handed over');
  });
  url = chat.url();
  await expect(post(url, 'lan', typed('215'), {}, page.signal)).rejects.toThrow('abort');
  const stopping = chat.stop().then(() => order.push('stopped'));
  for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
  accept();
  await stopping;
  expect(order).toEqual(['handed over', 'stopped']);
});

describe('the live line', () => {
  test('tells only the phones it was opened for, first the past, then what comes', async () => {
    await chat.send(phone('lan'), delivery('1', 'trước'));
    await chat.send(phone('minh'), delivery('2', 'của người khác'));
    const line = told(url, 'lan::0,hoa::0');
    const seen = [(await line.next()).value, (await line.next()).value];
    expect(seen.map((one) => one?.event)).toEqual(['entry', 'ready']);
    await chat.send(phone('minh'), delivery('3', 'của người khác'));
    await chat.send(phone('hoa'), delivery('4', 'sau'));
    expect((await line.next()).value?.data).toMatchObject({ phone: 'hoa', entry: { text: 'sau', seq: 1 } });
    await line.return(undefined);
  });

  test('goes on from where the browser says it was', async () => {
    for (const id of ['1', '2', '3']) await chat.send(phone('lan'), delivery(id, id));
    const line = told(url, 'lan::0');
    await line.next();
    const second = (await line.next()).value;
    await line.return(undefined);
    const again = told(url, 'lan::0', { 'last-event-id': second?.id ?? '' });
    expect((await again.next()).value?.data.entry.text).toBe('3');
    await again.return(undefined);
  });

  test('begins again, and says so, when the history is not the one the page knew', async () => {
    await chat.send(phone('lan'), delivery('1', 'a'));
    const line = told(url, 'lan:another:1');
    expect((await line.next()).value).toMatchObject({ event: 'reset', data: { phone: 'lan' } });
    expect((await line.next()).value?.data.entry.text).toBe('a');
    await line.return(undefined);
  });

  test('shows typing before the message it announces', async () => {
    const line = told(url, 'lan::0');
    await line.next();
    chat.typing?.(phone('lan'));
    const next = [(await line.next()).value?.event];
    await chat.send(phone('lan'), delivery('1', 'a'));
    next.push((await line.next()).value?.event);
    expect(next).toEqual(['typing', 'entry']);
    await line.return(undefined);
  });

  test('ends when the service stops, and nothing was lost when it is back', async () => {
    await post(url, 'lan', typed('nhận 215'));
    await chat.send(phone('lan'), delivery('1', 'Đã ghi'));
    const line = told(url, 'lan::0');
    for (let index = 0; index < 3; index += 1) await line.next();
    const [end] = await Promise.all([line.next().catch(() => ({ done: true })), chat.stop()]);
    expect(end.done).toBe(true);
    await open();
    expect((await shown(url, 'lan')).map(({ text }) => text)).toEqual(['nhận 215', 'Đã ghi']);
  });

  test.each([
    ['', 400],
    ['lan', 400],
    ['lan::-1', 400],
    ['lan::x', 400],
    ['%E0::0', 400],
    ['a::0,b::0,c::0,d::0,e::0,f::0,g::0', 400],
    ['lan::0,somebody::0', 404],
  ])('refuses "%s"', async (phones, status) => {
    expect((await fetch(`${url}/api/events?phones=${encodeURIComponent(phones)}`)).status).toBe(status);
  });
});

describe('a file', () => {
  const bytes = new Uint8Array([80, 75, 3, 4]);
  const send = (id: string, name: string, mime: string, show: 'picture' | 'document') =>
    chat.send(phone('lan'), delivery(id, '', { file: { name, show, bytes, mime } }));

  test('is a download under its Vietnamese name, also after a restart', async () => {
    await send(
      '1',
      'Báo cáo năm 2021.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'document',
    );
    await chat.stop();
    await open();
    const response = await fetch(`${url}/files/lan/1`);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="Bao cao nam 2021.docx"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20n%C4%83m%202021.docx`,
    );
  });

  test.each([
    ['image/png', 'picture', 'inline', 'image/png'],
    ['image/svg+xml', 'document', 'attachment', 'application/octet-stream'],
    ['text/html', 'document', 'attachment', 'application/octet-stream'],
  ])('of type %s is shown as %s and served %s', async (mime, show, disposition, type) => {
    await send('1', 'a', mime, 'picture');
    expect((await shown(url, 'lan'))[0]).toMatchObject({ file: { show } });
    const response = await fetch(`${url}/files/lan/1`);
    await response.arrayBuffer();
    const { headers } = response;
    expect(headers.get('content-disposition')).toMatch(new RegExp(`^${disposition};`));
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  test.each([
    ['../../etc/passwd', '-..-etc-passwd'],
    ['a"b\r\nSet-Cookie: x.docx', 'a-bSet-Cookie- x.docx'],
    ['annual\u202excod.exe', 'annualxcod.exe'],
    ['.docx', 'docx'],
    ['', 'file'],
    ['\ud800', 'file'],
    [`${'ă'.repeat(300)}.docx`, `${'ă'.repeat(115)}.docx`],
  ])('named %j is offered as %j', async (name, safe) => {
    await send('1', name, 'application/pdf', 'document');
    expect((await shown(url, 'lan'))[0]).toMatchObject({ file: { name: safe } });
    expect(await (await fetch(`${url}/files/lan/1`)).arrayBuffer()).toHaveProperty('byteLength', bytes.length);
  });

  test.each(['/files/lan/2', '/files/minh/1', '/files/somebody/1'])('is not at %s', async (path) => {
    await send('1', 'a.pdf', 'application/pdf', 'document');
    expect((await fetch(`${url}${path}`)).status).toBe(404);
  });

  test('that is too large is refused for good', async () => {
    const file = {
      name: 'a.pdf',
      show: 'document',
      bytes: new Uint8Array(FILE_BYTES_MAX + 1),
      mime: 'application/pdf',
    } as const;
    const error = await chat.send(phone('lan'), delivery('1', '', { file })).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SendError);
    expect(error).toMatchObject({ failure: { kind: 'rejected' } });
  });
});

test('a port that is taken is an error that names the setting', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const second = closedWebChat(place.directory, { port });
  await expect(second.start(() => Promise.resolve())).rejects.toThrow(/port \d+ is taken .* WEB_CHAT_PORT/);
  expect(second.health().ok).toBe(false);
  await new Promise((resolve) => taken.close(resolve));
});
