/** The small sign of life that Zalo's web client gives; the answer renews cookies, which are then worth keeping. */
import type { Client } from './client.ts';
import type { Log } from './log.ts';
import type { After } from './wait.ts';

/** Zalo's web client tells the server that it is still there about so often. */
const KEEP_ALIVE_MS = 2 * 60_000;

/** @param onRenewed Zalo answered @returns ends it */
export function keepAlive(client: Client, after: After, log: Log, onRenewed: () => void): () => void {
  let cancel = (): void => undefined;
  const wait = (): void => {
    cancel = after(KEEP_ALIVE_MS, () => {
      wait();
      client
        .keepAlive()
        .then(onRenewed, (error: unknown) => log.warn({ err: error }, 'Zalo did not answer that we are still here'));
    });
  };
  wait();
  return () => cancel();
}
