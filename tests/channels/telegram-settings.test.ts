/** Settings of the Telegram door, the way out through a proxy, and the one question the operator may ask. */
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { enquire } from '../../channels/telegram/enquire.ts';
import { MENU_NAMES, menuOf } from '../../channels/telegram/menu.ts';
import { telegram } from '../../channels/telegram/telegram.ts';
import { readCommand } from '../../conversations/parse/command.ts';
import { TOKEN, USERNAME } from '../support/telegram/bot-api.ts';
import { checkCommands } from '../support/telegram/chats.ts';
import { addressOf, closedDoor, type Door, house, LAN } from '../support/telegram/door.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const errorOf = (make: () => unknown): string => {
  try {
    make();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('what cannot work is refused with the setting to change, and no secret', () => {
  test.each(['', 'abc', '8123456789', `${TOKEN} `, `bot${TOKEN}`, '8123456789:', ':AAE', `${TOKEN}\n`])(
    'the token "%s"',
    (token) => {
      const message = errorOf(() => telegram({ token, log }));
      expect(message).toMatch(/TELEGRAM_BOT_TOKEN .*@BotFather/);
      expect(message).not.toContain('Synthetic');
    },
  );

  test.each(['api.example.vn', 'ftp://api.example.vn', ''])('the root "%s"', (apiRoot) => {
    expect(errorOf(() => telegram({ token: TOKEN, apiRoot, log }))).toContain('TELEGRAM_API_ROOT');
  });

  test.each(['socks5://an:mat-khau@proxy.example.vn:1080', 'proxy.example.vn:3128', ''])(
    'the proxy "%s"',
    (proxyUrl) => {
      const message = errorOf(() => telegram({ token: TOKEN, proxyUrl, log }));
      expect(message).toMatch(/TELEGRAM_PROXY_URL .*http:/);
      expect(message).not.toContain('mat-khau');
    },
  );

  test('the account is known from the token, before anybody was asked', () => {
    expect(telegram({ token: TOKEN, log }).account).toBe('8123456789');
  });
});

describe('from a Telegram that answers', () => {
  let door: Door;
  let proxy: Proxy | undefined;
  afterEach(async () => {
    await door.close();
    await proxy?.close();
    proxy = undefined;
  });

  test('a root may end in a slash', async () => {
    door = await closedDoor();
    expect(await enquire({ token: TOKEN, apiRoot: `${door.api.root}/` })).toMatchObject({ ok: true });
  });

  test('the operator learns whose token it is', async () => {
    door = await closedDoor();
    expect(await enquire({ token: TOKEN, apiRoot: door.api.root })).toEqual({ ok: true, username: USERNAME });
    expect(door.api.calls.map(({ method }) => method)).toEqual(['getMe']);
  });

  test('the operator learns whether the token is wrong or the network away, and no secret', async () => {
    door = await closedDoor();
    const token = TOKEN.replace('AAE', 'AAF');
    const wrong = await enquire({ token, apiRoot: door.api.root });
    expect(wrong).toMatchObject({ ok: false, trouble: 'token_refused', cause: expect.stringContaining('401') });
    expect(JSON.stringify(wrong)).not.toContain(token.slice(11));
    await door.api.close();
    const away = await enquire({ token: TOKEN, apiRoot: door.api.root });
    expect(away).toMatchObject({ ok: false, trouble: 'unreachable', cause: expect.stringMatching(/ECONN\w+/) });
  });

  test('everything goes through the proxy, with its name and password', async () => {
    proxy = await openProxy('an:mat khau');
    door = await closedDoor({ proxyUrl: `http://an:mat%20khau@127.0.0.1:${proxy.port}` });
    const home = house();
    await door.channel.start(home.receive);
    await door.opened();
    await door.api.fate(door.api.says(LAN, '215'));
    const file = { name: 'a.docx', show: 'document', bytes: Buffer.alloc(200_000, 1), mime: 'a/b' } as const;
    await door.channel.send(addressOf(LAN), { id: '1', text: 'Báo cáo', file });
    expect(home.texts(LAN)).toEqual(['215']);
    expect(door.api.shown(LAN)[0]?.file?.bytes).toHaveLength(200_000);
    expect(proxy.asked).not.toEqual([]);
    expect(new Set(proxy.asked)).toEqual(new Set([new URL(door.api.root).host]));
  });

  test('a proxy that does not let us through is named, its password not', async () => {
    proxy = await openProxy('an:mat khau');
    door = await closedDoor({ proxyUrl: `http://an:sai-mat-khau@127.0.0.1:${proxy.port}` });
    const error = await door.channel
      .send(addressOf(LAN), { id: '1', text: 'a' })
      .catch((reason: unknown) => reason as Error);
    expect(error).toMatchObject({ failure: { kind: 'unreachable' }, message: expect.stringContaining('PROXY_407') });
    expect(JSON.stringify(error)).not.toContain('sai-mat-khau');
  });
});

interface Proxy {
  port: number;
  /** Where somebody wanted to go. */
  asked: string[];
  close(): Promise<void>;
}

/** A proxy that speaks CONNECT and wants this name and password. */
async function openProxy(credentials: string): Promise<Proxy> {
  const asked: string[] = [];
  const streams = new Set<Duplex>();
  const server: Server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', ({ url = '', headers }, client: Duplex) => {
    const wanted = `Basic ${Buffer.from(credentials).toString('base64')}`;
    if (headers['proxy-authorization'] !== wanted)
      return client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    asked.push(url);
    const { hostname, port } = new URL(`http://${url}`);
    const onward = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(onward).pipe(client);
    });
    for (const stream of [client, onward]) {
      streams.add(stream);
      stream.on('error', () => stream.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const stream of streams) stream.destroy();
      await closed;
    },
  };
}

describe('the menu', () => {
  test('is one Telegram takes', () => {
    expect(checkCommands(menuOf((name) => `Lệnh ${name}`))).toBe(true);
  });

  test.each([...MENU_NAMES])('/%s is a command the bot understands', (name) => {
    expect(readCommand(`/${name}`)).toBeDefined();
  });
});
