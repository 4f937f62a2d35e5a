/** Who may use the web chat: this machine only, or whoever knows the secret; never a page of another site. */
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Gate, isLocalName, isLoopback, SESSION_MS, TRIES_MAX, TRIES_WINDOW_MS } from '../../channels/web-chat/gate.ts';
import { closedWebChat, MORNING, noLog, post, temporary, typed } from '../support/web-chat.ts';

const SECRET = 'một bí mật đủ dài';

let place: ReturnType<typeof temporary>;
let chat: ReturnType<typeof closedWebChat> | undefined;
beforeEach(() => {
  place = temporary();
});
afterEach(async () => {
  await chat?.stop();
  chat = undefined;
  place.remove();
});

async function open(more: Parameters<typeof closedWebChat>[1] = {}): Promise<string> {
  chat = closedWebChat(place.directory, more);
  await chat.start(() => Promise.resolve());
  return chat.url();
}

/** The status of a request whose headers a browser would not let a page set. */
function status(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('settings', () => {
  test.each([
    ['0.0.0.0', undefined, /WEB_CHAT_HOST=0\.0\.0\.0 .* set WEB_CHAT_SECRET/],
    ['192.168.1.5', undefined, /WEB_CHAT_HOST=127\.0\.0\.1/],
    ['127.0.0.1.example.org', undefined, /WEB_CHAT_SECRET/],
    ['0.0.0.0', '0123456789abcde', /too short: use at least 16/],
    ['127.0.0.1', 'short', /too short/],
    ['127.0.0.1', '', /too short/],
  ])('host %s with secret %j is refused with a remedy', (host, secret, remedy) => {
    const more = secret === undefined ? { host } : { host, secret };
    expect(() => closedWebChat(place.directory, more)).toThrow(remedy);
  });

  test.each([
    ['127.0.0.1', undefined],
    ['localhost', undefined],
    ['::1', undefined],
    ['0.0.0.0', '0123456789abcdef'],
  ])('host %s with secret %j is taken', (host, secret) => {
    const more = secret === undefined ? { host } : { host, secret };
    expect(() => closedWebChat(place.directory, more)).not.toThrow();
  });

  test.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('%s is this machine', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  test.each(['0.0.0.0', '::', '10.0.0.1', 'localhost.example.org', '127.0.0.1.nip.io', ''])('%j is not', (host) => {
    expect(isLoopback(host)).toBe(false);
  });

  test.each([
    ['localhost:3000', true],
    ['127.0.0.1', true],
    ['[::1]:3000', true],
    ['evil.example:3000', false],
    ['localhost.evil.example', false],
    [undefined, false],
  ])('the Host %j names this machine: %s', (host, local) => {
    expect(isLocalName(host)).toBe(local);
  });
});

describe('without a secret', () => {
  test.each(['/', '/api/people', '/app.js'])('%s answers this machine by its own name only', async (path) => {
    const url = await open();
    expect(await status(`${url}${path}`, { host: 'localhost:8080' })).toBe(200);
    expect(await status(`${url}${path}`, { host: 'rebound.example' })).toBe(403);
  });

  test('nothing is answered through a proxy, which would make strangers look local', async () => {
    const url = await open();
    expect(await status(`${url}/api/people`, { 'x-forwarded-for': '203.0.113.9' })).toBe(403);
  });

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a frame without an origin', { origin: 'null' }],
    ['another site, as the browser says itself', { 'sec-fetch-site': 'cross-site' }],
    ['another port, as the browser says itself', { 'sec-fetch-site': 'same-site' }],
  ])('a message from %s is refused', async (_, headers) => {
    const url = await open();
    expect((await post(url, 'lan', typed('a'), headers)).status).toBe(403);
  });

  test('a form of another site cannot speak, for it cannot send JSON', async () => {
    const url = await open();
    expect((await post(url, 'lan', typed('a'), { 'content-type': 'text/plain' })).status).toBe(415);
  });
});

describe('with a secret', () => {
  const login = (url: string, secret: string): Promise<Response> =>
    fetch(`${url}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ secret }),
    });
  const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

  test.each(['/api/people', '/api/events?phones=lan::0', '/files/lan/1'])('%s is closed', async (path) => {
    const url = await open({ secret: SECRET });
    expect((await fetch(`${url}${path}`)).status).toBe(401);
  });

  test('the page leads to the login, and nothing can be said', async () => {
    const url = await open({ secret: SECRET });
    const page = await fetch(url, { redirect: 'manual' });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/login']);
    expect((await fetch(`${url}/login`)).status).toBe(200);
    expect((await post(url, 'lan', typed('a'))).status).toBe(401);
  });

  test('the right secret opens everything with a cookie no script can read, also after a restart', async () => {
    let url = await open({ secret: SECRET });
    const welcome = await login(url, SECRET);
    expect(welcome.status).toBe(200);
    const [header] = welcome.headers.getSetCookie();
    expect(header).toMatch(/HttpOnly/);
    expect(header).toMatch(/SameSite=Strict/);
    expect(header).not.toContain(encodeURIComponent(SECRET));
    const cookie = cookieOf(welcome);
    expect((await fetch(`${url}/api/people`, { headers: { cookie } })).status).toBe(200);
    await chat?.stop();
    url = await open({ secret: SECRET });
    expect((await fetch(`${url}/api/people`, { headers: { cookie } })).status).toBe(200);
    await chat?.stop();
    url = await open({ secret: `${SECRET} mới` });
    expect((await fetch(`${url}/api/people`, { headers: { cookie } })).status).toBe(401);
  });

  test('the secret is in no log line and no answer', async () => {
    const lines: unknown[] = [];
    const keep = (...line: unknown[]): void => void lines.push(line);
    const url = await open({ secret: SECRET, log: { ...noLog, info: keep, warn: keep, error: keep } });
    await login(url, 'wrong');
    const answer = await login(url, SECRET);
    expect(JSON.stringify(lines) + (await answer.text()) + answer.headers.get('set-cookie')).not.toContain(SECRET);
    expect(lines.length).toBeGreaterThan(0);
  });

  test('tries are limited, with the wait said', async () => {
    const url = await open({ secret: SECRET });
    for (let tries = 0; tries < TRIES_MAX; tries += 1) expect((await login(url, 'wrong')).status).toBe(401);
    const stopped = await login(url, SECRET);
    expect([stopped.status, stopped.headers.get('retry-after')]).toEqual([429, String(TRIES_WINDOW_MS / 1_000)]);
  });

  test('a login of another site is refused before the secret is looked at', async () => {
    const url = await open({ secret: SECRET });
    const headers = { 'content-type': 'application/json', origin: 'https://evil.example' };
    const body = JSON.stringify({ secret: SECRET });
    expect((await fetch(`${url}/login`, { method: 'POST', headers, body })).status).toBe(403);
  });
});

describe('the gate', () => {
  function gateAt(start: number): { gate: Gate; pass: (ms: number) => void } {
    let now = start;
    const gate = new Gate(SECRET, () => now);
    return {
      gate,
      pass: (ms) => {
        now += ms;
      },
    };
  }

  test('lets an address try again when the wait is over, and others all the time', () => {
    const { gate, pass } = gateAt(MORNING);
    for (let tries = 0; tries < TRIES_MAX; tries += 1) gate.login('a', 'wrong');
    expect(gate.login('a', SECRET).kind).toBe('wait');
    expect(gate.login('b', SECRET).kind).toBe('welcome');
    pass(TRIES_WINDOW_MS - 1);
    expect(gate.login('a', SECRET)).toEqual({ kind: 'wait', seconds: 1 });
    pass(1);
    expect(gate.login('a', SECRET).kind).toBe('welcome');
  });

  test('admits a cookie until it runs out, and none that was changed', () => {
    const { gate, pass } = gateAt(MORNING);
    const welcome = gate.login('a', SECRET);
    const cookie = welcome.kind === 'welcome' ? welcome.cookie : '';
    expect(gate.admits(cookie)).toBe(true);
    const [until = '', signature = ''] = cookie.split('.');
    const forged = [
      undefined,
      '',
      '.',
      until,
      `${until}.`,
      `${Number(until) + 1}.${signature}`,
      `${until}.${'0'.repeat(64)}`,
    ];
    for (const other of forged) expect(gate.admits(other)).toBe(false);
    pass(SESSION_MS);
    expect(gate.admits(cookie)).toBe(false);
  });
});
