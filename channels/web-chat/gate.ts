/**
 * Who may use the page at all. Without a secret: only this machine, and only when asked for by a loopback name, so that
 * a web site elsewhere cannot reach it through the person's browser (DNS rebinding). With a secret: whoever gave it,
 * proved by a signed cookie; the secret itself is never stored, sent back, logged or put in an address.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Shortest secret taken: at ten tries a quarter of an hour, 16 characters cannot be guessed. */
export const SECRET_MIN = 16;
/** Wrong secrets from one address before it must wait. */
export const TRIES_MAX = 10;
/** How long it must wait, counted from the first wrong one. */
export const TRIES_WINDOW_MS = 15 * 60_000;
/** Addresses remembered; when full, the oldest is forgotten, so that the list cannot fill the memory. */
const ADDRESSES_MAX = 10_000;
/** A working week; then the secret is asked for again. */
export const SESSION_MS = 7 * 24 * 3_600_000;

/** True when only this machine can reach a server listening there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/**
 * Refuses settings that would open the chat to strangers.
 * @throws Error saying which setting to change
 */
export function checkBinding(host: string, secret: string | undefined): void {
  if (secret !== undefined && secret.length < SECRET_MIN) {
    throw new Error(`WEB_CHAT_SECRET is too short: use at least ${SECRET_MIN} characters, or leave it out`);
  }
  if (secret === undefined && !isLoopback(host)) {
    throw new Error(
      `WEB_CHAT_HOST=${host} would let anybody on the network speak as anybody: ` +
        `set WEB_CHAT_SECRET (at least ${SECRET_MIN} characters), or use WEB_CHAT_HOST=127.0.0.1`,
    );
  }
}

/** True for a Host header that names this machine, with any port (a tunnel changes it). */
export function isLocalName(host: string | undefined): boolean {
  return host !== undefined && isLoopback(host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1'));
}

/** True when a page of ours sent the request, not a page of another site. */
export function isOwnPage(header: (name: string) => string | undefined): boolean {
  const site = header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = header('origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === header('host');
}

export type Login = { kind: 'welcome'; cookie: string } | { kind: 'wrong' } | { kind: 'wait'; seconds: number };

/** Checks the secret and the cookies made from it. */
export class Gate {
  readonly #secret: string;
  readonly #now: () => number;
  readonly #tries = new Map<string, { count: number; since: number }>();

  /** @param now milliseconds since 1970 UTC */
  constructor(secret: string, now: () => number) {
    this.#secret = secret;
    this.#now = now;
  }

  /** Somebody at `address` gives a secret. */
  login(address: string, given: string): Login {
    const now = this.#now();
    const tries = this.#tries.get(address);
    const current = tries !== undefined && now - tries.since < TRIES_WINDOW_MS ? tries : { count: 0, since: now };
    if (current.count >= TRIES_MAX) {
      return { kind: 'wait', seconds: Math.ceil((current.since + TRIES_WINDOW_MS - now) / 1_000) };
    }
    if (!same(given, this.#secret)) {
      this.#tries.delete(address);
      this.#tries.set(address, { ...current, count: current.count + 1 });
      const [oldest] = this.#tries.keys();
      if (this.#tries.size > ADDRESSES_MAX && oldest !== undefined) this.#tries.delete(oldest);
      return { kind: 'wrong' };
    }
    this.#tries.delete(address);
    const until = now + SESSION_MS;
    return { kind: 'welcome', cookie: `${until}.${this.#sign(until)}` };
  }

  /** True for a cookie that `login` made with the present secret and that has not run out. */
  admits(cookie: string | undefined): boolean {
    const [until = '', signature = ''] = (cookie ?? '').split('.');
    return /^\d{1,16}$/.test(until) && Number(until) > this.#now() && same(signature, this.#sign(Number(until)));
  }

  #sign(until: number): string {
    return createHmac('sha256', this.#secret).update(`web chat until ${until}`).digest('hex');
  }
}

/** Compares two texts in a time that tells nothing about either. */
function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
