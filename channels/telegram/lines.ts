/**
 * grammY's client, three times over the same wire: one that may wait for news, one for short calls, one for files. Every
 * call ends within its own time; grammY's default of 500 seconds would leave a dead connection unnoticed.
 */
import * as http from 'node:http';
import * as https from 'node:https';
import { Api } from 'grammy';
import { proxyAddress, tunnelAgent } from './proxy.ts';

const API_ROOT = 'https://api.telegram.org';

/** How long Telegram may hold a request for news before it answers "none", in seconds. */
export const POLL_SECONDS = 25;
/** Fifteen seconds more than Telegram was asked to hold it: then the connection is dead. */
const POLL_TIMEOUT_SECONDS = POLL_SECONDS + 15;
const CALL_TIMEOUT_SECONDS = 20;
/** A report over a slow line; still less than the two minutes after which the outbox stops waiting. */
const UPLOAD_TIMEOUT_SECONDS = 100;

export interface LineOptions {
  /** TELEGRAM_BOT_TOKEN. */
  token: string;
  /** TELEGRAM_API_ROOT: an own Bot API server or a reverse proxy. */
  apiRoot?: string;
  /** TELEGRAM_PROXY_URL: an HTTP proxy, `http://user:password@host:port`. */
  proxyUrl?: string;
}

export interface Lines {
  news: Api;
  call: Api;
  upload: Api;
  /** Asks for a file by the path getFile gave; the answer's status and body are the caller's to judge. */
  file(path: string, signal: AbortSignal): Promise<http.IncomingMessage>;
}

/** grammY's signal is another library's type; Node's own is what it takes. */
type Signal = Parameters<Api['getMe']>[0];
export const grammySignal = (signal: AbortSignal): Signal => signal as unknown as Signal;

/**
 * The bot's id, which its token begins with: known without asking.
 * @throws {Error} saying where to find the token; never the value
 */
export function accountOf(token: string): string {
  const [, account] = /^(\d{1,20}):[\w-]+$/.exec(token) ?? [];
  if (account !== undefined) return account;
  throw new Error('TELEGRAM_BOT_TOKEN is not a token: copy it whole from @BotFather, it looks like 123456789:AAE…');
}

/** @throws {Error} naming the setting to change */
export function openLines({ token, apiRoot: setting = API_ROOT, proxyUrl }: LineOptions): Lines {
  const apiRoot = checkedRoot(setting);
  const agent = proxyUrl === undefined ? undefined : tunnelAgent(proxyAddress(proxyUrl), schemeOf(apiRoot));
  const lineOf = (timeoutSeconds: number): Api =>
    new Api(token, { apiRoot, timeoutSeconds, ...(agent ? { baseFetchConfig: { agent } } : {}) });
  return {
    news: lineOf(POLL_TIMEOUT_SECONDS),
    call: lineOf(CALL_TIMEOUT_SECONDS),
    upload: lineOf(UPLOAD_TIMEOUT_SECONDS),
    file: (path, signal) => {
      const { get } = schemeOf(apiRoot) === 'https:' ? https : http;
      // Node's own client follows no redirect, which would hand the token to whoever is at its end.
      return new Promise((resolve, reject) => {
        get(`${apiRoot}/file/bot${token}/${path}`, { signal, ...(agent ? { agent } : {}) }, resolve).on(
          'error',
          reject,
        );
      });
    },
  };
}

function checkedRoot(setting: string): string {
  if (URL.canParse(setting) && /^https?:/i.test(setting)) return setting.replace(/\/+$/, '');
  throw new Error('TELEGRAM_API_ROOT must be an address such as https://api.telegram.org');
}

const schemeOf = (root: string): 'http:' | 'https:' => (/^https:/i.test(root) ? 'https:' : 'http:');
