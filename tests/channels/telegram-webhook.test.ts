/** The webhook: only Telegram is heard, and it is told "done" only when it is. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WebhookOptions } from '../../channels/telegram/webhook.ts';
import { closedDoor, type Door, house, LAN, MINH, until } from '../support/telegram/door.ts';

const SECRET = 'x9_-Kq3mWv7TzR2bN5cL8dF1';
const settings = (more: Partial<WebhookOptions> = {}): WebhookOptions => ({
  url: 'https://bot.example.vn/telegram',
  secret: SECRET,
  host: '127.0.0.1',
  port: 0,
  path: '/telegram',
  ...more,
});

let door: Door;
let home: ReturnType<typeof house>;
const route = (path = '/telegram') => `http://127.0.0.1:${door.channel.webhookPort}${path}`;
beforeEach(async () => {
  // The renewal of the webhook waits until it is told to stop; everything else goes on at once.
  const pause = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (ms < 60_000) setImmediate(resolve);
      else signal.addEventListener('abort', () => resolve());
    });
  door = await closedDoor({ webhook: settings(), pause });
  home = house();
});
afterEach(() => door.close());

const open = async (): Promise<void> => {
  await door.channel.start(home.receive);
  door.api.route = route();
  await door.opened();
};
const update = (update_id: number, text = '215') => ({
  update_id,
  message: { message_id: update_id, date: 1, chat: { id: LAN, type: 'private', first_name: 'Lan' }, text },
});
const send = (body: unknown, headers: Record<string, string> = {}, path?: string, method = 'POST') =>
  fetch(route(path), {
    method,
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET, ...headers },
    ...(method === 'POST' ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
  });

describe('with Telegram', () => {
  test('is told where to call, one call at a time, with the secret', async () => {
    await open();
    expect(door.api.called('setWebhook')).toEqual([
      {
        url: 'https://bot.example.vn/telegram',
        secret_token: SECRET,
        max_connections: 1,
        allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
      },
    ]);
    expect(door.channel.health()).toMatchObject({ ok: true, detail: expect.stringContaining('webhook') });
    expect(JSON.stringify([door.logged, door.channel.health()])).not.toContain(SECRET);
  });

  test('everything arrives once and in order, also what waited and what could not be stored at first', async () => {
    for (let each = 0; each < 20; each += 1) door.api.says(each % 2 === 0 ? LAN : MINH, `tin ${each}`);
    home.failing.times = 3;
    await open();
    for (let each = 20; each < 40; each += 1) door.api.says(each % 2 === 0 ? LAN : MINH, `tin ${each}`);
    await until(() => home.heard.length === 40);
    expect(home.texts(LAN)).toEqual(Array.from({ length: 20 }, (_, index) => `tin ${2 * index}`));
    await until(() => door.api.updates.waiting.length === 0);
    expect(door.api.answers.filter((status) => status === 503)).toHaveLength(3);
  });

  test('a Telegram that is not there does not hold up the start, and is told when it is back', async () => {
    await door.api.close();
    await door.channel.start(home.receive);
    await until(() => door.channel.health().detail.includes('ECONNREFUSED'));
    expect((await send(update(1))).status).toBe(200);
    await door.api.open();
    await door.opened();
    expect(door.api.called('setWebhook')).toHaveLength(1);
  });

  test('stopping answers what is under way and refuses the rest, which comes again', async () => {
    let accept = (): void => undefined;
    let entered = false;
    const taken: string[] = [];
    await door.channel.start(async (inbound) => {
      entered = true;
      await new Promise<void>((resolve) => {
        accept = resolve;
      });
      taken.push(inbound.id);
    });
    await door.opened();
    const first = send(update(1));
    await until(() => entered);
    const stopping = door.channel.stop();
    const refused = await send(update(2)).then(
      ({ status }) => status,
      () => 503,
    );
    accept();
    await stopping;
    expect(refused).toBe(503);
    expect((await first).status).toBe(200);
    expect(taken).toEqual(['update:1']);
  });
});

describe('somebody else', () => {
  beforeEach(open);

  test.each<[string, Record<string, string>]>([
    ['no secret', { 'x-telegram-bot-api-secret-token': '' }],
    ['a wrong secret', { 'x-telegram-bot-api-secret-token': `${SECRET.slice(0, -1)}2` }],
    ['the beginning of the secret', { 'x-telegram-bot-api-secret-token': SECRET.slice(0, 10) }],
    ['more than the secret', { 'x-telegram-bot-api-secret-token': `${SECRET}${SECRET}` }],
  ])('%s is not heard', async (_, headers) => {
    expect((await send(update(1), headers)).status).toBe(401);
    expect(home.heard).toEqual([]);
  });

  test('a call without the header is not heard', async () => {
    expect(await door.api.knock(update(1) as never, undefined)).toBe(401);
    expect(home.heard).toEqual([]);
  });

  test.each<[string, number, unknown, string | undefined, string]>([
    ['another path', 404, update(1), '/', 'POST'],
    ['a path below ours', 404, update(1), '/telegram/x', 'POST'],
    ['a look', 405, undefined, undefined, 'GET'],
    ['no JSON', 400, 'xin chào', undefined, 'POST'],
    ['nothing', 400, '', undefined, 'POST'],
    ['null', 400, 'null', undefined, 'POST'],
    ['JSON that is no update', 400, { message: {} }, undefined, 'POST'],
    ['too much', 413, { update_id: 1, filler: 'a'.repeat(1024 * 1024) }, undefined, 'POST'],
  ])('%s is answered %i', async (_, status, body, path, method) => {
    expect((await send(body, {}, path, method)).status).toBe(status);
    expect(home.heard).toEqual([]);
  });

  test('the right secret is', async () => {
    expect((await send(update(1))).status).toBe(200);
    expect(home.texts(LAN)).toEqual(['215']);
  });
});

describe('settings', () => {
  const refused = (more: Partial<WebhookOptions>, apiRoot?: string) =>
    closedDoor({ webhook: settings(more), apiRoot: apiRoot ?? 'https://api.example.vn' });

  test.each([
    ['fifteen characters', 'x9_-Kq3mWv7TzR2'],
    ['nothing', ''],
    ['a space', 'x9 Kq3mWv7TzR2bN5cL8'],
    ['letters Telegram does not take', 'mật-khẩu-rất-dài-và-khó'],
    ['a line end', 'x9_-Kq3mWv7TzR2bN5cL8\n'],
    ['more than Telegram takes', 'x'.repeat(257)],
  ])('a secret of %s is refused with what to do, and not repeated', async (_, secret) => {
    const error = await refused({ secret }).then(
      () => undefined,
      (reason: unknown) => reason as Error,
    );
    expect(error?.message).toMatch(/TELEGRAM_WEBHOOK_SECRET .*openssl rand -hex 32/);
    if (secret !== '') expect(error?.message).not.toContain(secret);
  });

  test.each([
    ['no address', 'bot.example.vn'],
    ['another scheme', 'ftp://bot.example.vn/telegram'],
  ])('%s is refused', async (_, url) => {
    await expect(refused({ url })).rejects.toThrow('TELEGRAM_WEBHOOK_URL');
  });

  test('a path that is none is refused', async () => {
    await expect(refused({ path: 'telegram' })).rejects.toThrow('path');
  });

  test('a port that is taken is named with what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const second = await closedDoor({ webhook: settings({ port }) });
    await expect(second.channel.start(home.receive)).rejects.toThrow(/EADDRINUSE.*TELEGRAM_WEBHOOK_PORT/);
    expect(second.channel.health().ok).toBe(false);
    await second.close();
    await new Promise((resolve) => other.close(resolve));
  });
});
