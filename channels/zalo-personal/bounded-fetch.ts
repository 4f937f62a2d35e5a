/** What zca-js calls instead of fetch. The library waits for ever; here every request ends, and all end with the door. */
import type { After } from './wait.ts';

/** Login, messages and one chunk of a file: past this the line is dead, and the outbox has its own patience. */
export const REQUEST_MAX_MS = 30_000;
/** Zalo holds these open until the QR code, which lives 100 s, is scanned or confirmed. */
const LONG_POLL_MAX_MS = 120_000;
const LONG_POLL = /\/qr\/waiting-/;

export interface FetchParts {
  fetch: typeof fetch;
  after: After;
  /** Ends every request under way. */
  signal: AbortSignal;
}

export function boundedFetch({ fetch, after, signal }: FetchParts): typeof fetch {
  return (input, init = {}) => {
    const late = new AbortController();
    const url = input instanceof Request ? input.url : String(input);
    const most = LONG_POLL.test(url) ? LONG_POLL_MAX_MS : REQUEST_MAX_MS;
    // Never cancelled, because it also bounds the reading of the body; after the end it does nothing.
    after(most, () => late.abort(new DOMException(`no answer from Zalo within ${most} ms`, 'TimeoutError')));
    const signals = [late.signal, signal, ...(init.signal ? [init.signal] : [])];
    return fetch(input, { ...init, signal: AbortSignal.any(signals) });
  };
}
