/** The addresses that move a training clock: there only with such a clock, behind the same gate, a piece at a time. */
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TrainingClock } from '../../channels/web-chat/clock.ts';
import { SESSION_MS } from '../../channels/web-chat/gate.ts';
import type { Inbound } from '../../domain/message.ts';
import { closedWebChat, delivery, MORNING, phone, post, shown, temporary, typed } from '../support/web-chat.ts';

const SECRET = 'một bí mật đủ dài';
const DAY_MS = 86_400_000;
/** Where the training clock stands at first: a year ahead of the machine's. */
const AHEAD = MORNING + 365 * DAY_MS;

let place: ReturnType<typeof temporary>;
let chat: ReturnType<typeof closedWebChat> | undefined;
let heard: Inbound[];
let asked: (number | undefined)[];
let on: boolean;

beforeEach(() => {
  place = temporary();
  [heard, asked, on] = [[], [], false];
});
afterEach(async () => {
  await chat?.stop();
  chat = undefined;
  place.remove();
});

/** A clock that goes on by a day a leg, and writes to Lan each time. */
function dailyClock(): TrainingClock {
  let now = AHEAD;
  return {
    now: () => now,
    ahead: () => ({ at: now + DAY_MS, people: 2, units: [] }),
    momentOf: (date) => (date === '2028-01-01' ? AHEAD + 2 * DAY_MS : undefined),
    leg: async (until) => {
      asked.push(until);
      now += DAY_MS;
      await chat?.send(phone('lan'), delivery(String(now), 'nhắc việc'));
      return { arrived: until === undefined || now >= until, filed: ['UBND xã Xuân Lam'] };
    },
    others: {
      names: ['UBND xã Xuân Lam'],
      get isOn() {
        return on;
      },
      set: (wanted) => {
        on = wanted;
      },
    },
  };
}

async function open(more: Parameters<typeof closedWebChat>[1] = { clock: dailyClock() }): Promise<string> {
  chat = closedWebChat(place.directory, more);
  await chat.start(async (inbound) => void heard.push(inbound));
  return chat.url();
}

function order(url: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(`${url}/api/clock/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, ...headers },
    body: text,
  });
}

describe('without a clock that can be moved', () => {
  test.each(['real', 'practice'])('a %s page has no such address', async (mode) => {
    const url = await open({ practice: mode === 'practice' });
    expect((await fetch(`${url}/api/clock`)).status).toBe(404);
    for (const path of ['onward', 'others']) {
      const answer = await order(url, path, {});
      expect([answer.status, await answer.json()]).toEqual([404, { error: 'not_found' }]);
    }
    expect(await (await fetch(`${url}/api/people`)).json()).toMatchObject({ clock: false });
  });

  test('a page that is not practice cannot even be given one', () => {
    expect(() => closedWebChat(place.directory, { practice: false, clock: dailyClock() })).toThrow(
      'only a practice page',
    );
  });
});

describe('with a clock', () => {
  test('tells where it stands, what is ahead, and how far each history has come', async () => {
    const url = await open();
    await chat?.send(phone('lan'), delivery('1', 'chào'));
    expect(await (await fetch(`${url}/api/people`)).json()).toMatchObject({ clock: true, practice: true });
    expect(await (await fetch(`${url}/api/clock`)).json()).toEqual({
      now: AHEAD,
      ahead: { at: AHEAD + DAY_MS, people: 2, units: [] },
      others: { names: ['UBND xã Xuân Lam'], on: false },
      phones: {
        lan: { epoch: expect.stringMatching(/./), last: 1 },
        minh: { epoch: '', last: 0 },
        hoa: { epoch: '', last: 0 },
      },
    });
  });

  test('goes on to the next thing, and toward a day a piece at a time', async () => {
    const url = await open();
    const first = await (await order(url, 'onward', {})).json();
    expect(first).toMatchObject({ now: AHEAD + DAY_MS, arrived: true, filed: ['UBND xã Xuân Lam'] });
    expect(first).toMatchObject({ phones: { lan: { last: 1 }, minh: { last: 0 } } });
    expect(await (await order(url, 'onward', { date: '2028-01-01' })).json()).toMatchObject({ arrived: true });
    expect(asked).toEqual([undefined, AHEAD + 2 * DAY_MS]);
  });

  test('refuses a day that may not be gone to, and moves nothing', async () => {
    const url = await open();
    const answer = await order(url, 'onward', { date: '2020-01-01' });
    expect([answer.status, await answer.json()]).toEqual([409, { error: 'not_ahead' }]);
    expect(asked).toEqual([]);
  });

  test.each([
    ['onward', { date: 5 }, 400],
    ['onward', { date: '2028-01-01 08:00' }, 400],
    ['onward', 'không phải JSON', 400],
    ['onward', { date: 'x'.repeat(2000) }, 413],
    ['others', {}, 400],
    ['others', { on: 'yes' }, 400],
    ['back', {}, 404],
  ])('refuses the order %s %j with %i', async (path, body, status) => {
    const url = await open();
    expect((await order(url, path, body)).status).toBe(status);
    expect([asked, on]).toEqual([[], false]);
  });

  test('lets the others act and stops them', async () => {
    const url = await open();
    for (const wanted of [true, false]) {
      expect(await (await order(url, 'others', { on: wanted })).json()).toMatchObject({ others: { on: wanted } });
      expect(on).toBe(wanted);
    }
  });

  test('dates what is said and sent by the practice day', async () => {
    const url = await open();
    expect((await post(url, 'lan', typed('chào'))).status).toBe(200);
    await chat?.send(phone('lan'), delivery('1', 'Chào chị Lan'));
    expect((await shown(url, 'lan')).map(({ at }) => at)).toEqual([AHEAD, AHEAD]);
    expect(heard.map(({ at }) => at)).toEqual([AHEAD]);
  });
});

describe('the gate', () => {
  /** The status of a request with a Host header, which fetch would not let us set. */
  const statusAt = (url: string, host: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const sent = request(`${url}/api/clock`, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject);
      sent.end();
    });

  test.each([
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another site, as the browser says itself', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a form', { 'content-type': 'text/plain' }, 415],
    ['a proxy', { 'x-forwarded-for': '203.0.113.9' }, 403],
  ])('refuses an order from %s', async (_, headers, status) => {
    const url = await open();
    for (const path of ['onward', 'others']) {
      expect((await order(url, path, { on: true }, headers)).status).toBe(status);
    }
    expect([asked, on]).toEqual([[], false]);
  });

  test('answers this machine by its own name only', async () => {
    const url = await open();
    expect([await statusAt(url, 'localhost'), await statusAt(url, 'rebound.example')]).toEqual([200, 403]);
  });

  test('asks for the secret where one is set, and a login lasts as long as on the machine, whatever day is practised', async () => {
    let real = MORNING;
    const url = await open({ clock: dailyClock(), secret: SECRET, now: () => real });
    expect((await fetch(`${url}/api/clock`)).status).toBe(401);
    expect((await order(url, 'onward', {})).status).toBe(401);
    expect(asked).toEqual([]);
    const welcome = await fetch(`${url}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ secret: SECRET }),
    });
    const cookie = welcome.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    for (let day = 0; day < 30; day += 1) expect((await order(url, 'onward', {}, { cookie })).status).toBe(200);
    real += SESSION_MS;
    expect((await order(url, 'onward', {}, { cookie })).status).toBe(401);
  });
});
