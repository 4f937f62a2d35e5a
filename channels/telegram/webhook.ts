/**
 * The other way updates come: Telegram calls us. Only calls with our secret are heard, one after the other, and a call
 * is answered with success only after the house stored what it brought; otherwise Telegram calls again.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Update } from 'grammy/types';

export interface WebhookOptions {
  /** TELEGRAM_WEBHOOK_URL: where Telegram finds us. */
  url: string;
  /** TELEGRAM_WEBHOOK_SECRET: what Telegram sends along. */
  secret: string;
  /** TELEGRAM_WEBHOOK_HOST and TELEGRAM_WEBHOOK_PORT: where this machine listens, behind whatever has the certificate. */
  host: string;
  port: number;
  /** The path as it arrives here; the one of the url unless a proxy before us changes it. */
  path: string;
}

/** Sixteen characters of this alphabet are 96 bits: not to be guessed. */
export const WEBHOOK_SECRET_MIN = 16;
/** Bot API, setWebhook: "1-256 characters. Only characters A-Z, a-z, 0-9, _ and - are allowed." */
const WEBHOOK_SECRET_MAX = 256;
/** An update is a few kilobytes; nobody needs to send more. */
const BODY_MAX_BYTES = 1024 * 1024;
/** How long a caller may take over one call. */
const REQUEST_MS = 30_000;
/** How long `close` lets answers already begun reach Telegram. */
const FAREWELL_MS = 500;

/**
 * Refuses settings Telegram or a stranger would make use of.
 * @throws {Error} naming the setting and saying what to do; never a value that is a secret
 */
export function checkWebhook({ url, secret, path }: WebhookOptions, ownServer: boolean): void {
  if (secret.length < WEBHOOK_SECRET_MIN || secret.length > WEBHOOK_SECRET_MAX || !/^[\w-]+$/.test(secret)) {
    throw new Error(
      `TELEGRAM_WEBHOOK_SECRET is too weak: use ${WEBHOOK_SECRET_MIN} to ${WEBHOOK_SECRET_MAX} of the characters A-Z a-z 0-9 _ -, ` +
        'for example what `openssl rand -hex 32` prints',
    );
  }
  const scheme = URL.canParse(url) ? new URL(url).protocol : undefined;
  // Only an own Bot API server calls without a certificate.
  if (scheme !== 'https:' && !(ownServer && scheme === 'http:')) {
    throw new Error(
      'TELEGRAM_WEBHOOK_URL must be an https address that Telegram can reach, such as https://bot.example.vn/telegram',
    );
  }
  if (!path.startsWith('/')) throw new Error('the path of TELEGRAM_WEBHOOK_URL must begin with "/"');
}

export interface WebhookServer {
  /** The port listened on. */
  port: number;
  /** Takes no more calls; resolves when those under way are answered. */
  close(): Promise<void>;
}

/**
 * Listens for Telegram's calls.
 * @param take resolves when an update is stored
 * @throws {Error} saying which setting to change, when it cannot listen
 */
export async function listen(options: WebhookOptions, take: (update: Update) => Promise<void>): Promise<WebhookServer> {
  const { host, port, path, secret } = options;
  const isSecret = comparing(secret);
  let last: Promise<unknown> = Promise.resolve();
  let closing = false;
  const hear = (update: Update): Promise<void> => {
    if (closing) return Promise.reject(new Error('closing'));
    const taken = last.then(() => take(update));
    last = taken.catch(() => undefined);
    return taken;
  };
  const server = createServer({ requestTimeout: REQUEST_MS }, (request, response) => {
    if (closing) return answer(response, 503);
    if (request.url?.split('?')[0] !== path) return answer(response, 404);
    if (request.method !== 'POST') return answer(response, 405);
    if (!isSecret(request.headers['x-telegram-bot-api-secret-token'])) return answer(response, 401);
    void statusOf(request, hear).then((status) => answer(response, status));
  });
  await listening(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      closing = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await last;
      await Promise.race([closed, setTimeout(FAREWELL_MS, undefined, { ref: false })]);
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Compares in the same time whatever is given, so that nothing is learnt by trying. */
function comparing(secret: string): (given: unknown) => boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const expected = digest(secret);
  return (given) => typeof given === 'string' && timingSafeEqual(digest(given), expected);
}

/** Reads one call and has it stored; the status says whether Telegram must call again. */
async function statusOf(request: IncomingMessage, hear: (update: Update) => Promise<void>): Promise<number> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > BODY_MAX_BYTES) return 413;
      chunks.push(chunk);
    }
  } catch {
    return 400;
  }
  const update = updateIn(Buffer.concat(chunks).toString('utf8'));
  if (update === undefined) return 400;
  return hear(update).then(
    () => 200,
    () => 503,
  );
}

function updateIn(body: string): Update | undefined {
  try {
    const update: unknown = JSON.parse(body);
    return typeof (update as Update | null)?.update_id === 'number' ? (update as Update) : undefined;
  } catch {
    return undefined;
  }
}

function answer(response: ServerResponse, status: number): void {
  // What is left of a refused call is not read: the connection ends with it.
  if (status !== 200) response.setHeader('connection', 'close');
  response.writeHead(status).end();
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const remedy =
        'set TELEGRAM_WEBHOOK_HOST and TELEGRAM_WEBHOOK_PORT to an address of this machine and a free port';
      reject(new Error(`telegram cannot listen at ${host}:${port} (${error.code ?? error.message}): ${remedy}`));
    });
    server.listen(port, host, () => resolve());
  });
}
