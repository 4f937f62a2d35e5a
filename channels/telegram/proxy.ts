/**
 * The way out through an HTTP proxy (TELEGRAM_PROXY_URL), for networks where Telegram is not reached directly. Only CONNECT
 * is spoken: the proxy passes encrypted bytes on and sees neither the token nor a message.
 */
import * as http from 'node:http';
import * as https from 'node:https';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';

/** A proxy that does not even open the tunnel in this time will not carry the call within its own limit. */
const TUNNEL_MS = 10_000;

type Opened = (error: Error | null, stream: Duplex) => void;

/**
 * Checks TELEGRAM_PROXY_URL.
 * @throws {Error} saying what it may be; never the value, which may hold a password
 */
export function proxyAddress(setting: string): URL {
  const url = URL.canParse(setting) ? new URL(setting) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new Error(
    'TELEGRAM_PROXY_URL must be an HTTP proxy, such as http://proxy.example.vn:3128 (SOCKS is not supported)',
  );
}

/** An agent whose connections to `target` (http or https) go through the proxy; kept open between calls. */
export function tunnelAgent(proxy: URL, target: 'http:' | 'https:'): http.Agent {
  const agent = target === 'https:' ? new https.Agent({ keepAlive: true }) : new http.Agent({ keepAlive: true });
  const createConnection = (options: http.ClientRequestArgs, opened: Opened): undefined => {
    tunnel(proxy, `${options.host}:${options.port}`, (error, socket) => {
      if (error !== undefined || socket === undefined)
        return opened(error ?? new Error('no tunnel'), undefined as never);
      if (target === 'http:') return opened(null, socket);
      const servername = (options as { servername?: string }).servername ?? options.host ?? '';
      opened(null, connect({ socket, servername }));
    });
  };
  return Object.assign(agent, { createConnection });
}

function tunnel(proxy: URL, path: string, done: (error: Error | undefined, socket?: Duplex) => void): void {
  const { request } = proxy.protocol === 'https:' ? https : http;
  const asking = request({
    host: proxy.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    method: 'CONNECT',
    path,
    headers: { host: path, ...credentials(proxy) },
    agent: false,
    timeout: TUNNEL_MS,
  });
  asking.once('connect', ({ statusCode }, socket) => {
    if (statusCode === 200) return done(undefined, socket);
    socket.destroy();
    done(Object.assign(new Error(`the proxy answered ${statusCode}`), { code: `PROXY_${statusCode}` }));
  });
  asking.once('timeout', () =>
    asking.destroy(Object.assign(new Error('the proxy is silent'), { code: 'PROXY_TIMEOUT' })),
  );
  asking.once('error', (error) => done(error));
  asking.end();
}

function credentials({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
