/** Doing one step for ever: again at once when it worked, after a growing wait when it did not, until told to stop. */
import { setTimeout } from 'node:timers/promises';
import { waitAskedFor } from './refusal.ts';

/** Resolves after the wait, or at once when the signal says so. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export const wait: Wait = (ms, signal) => setTimeout(ms, undefined, { signal }).catch(() => undefined);

/** The first wait is short, since most failures are one lost connection. */
const BACK_OFF_FIRST_MS = 1_000;
/** Telegram is noticed to be back within this time. */
export const BACK_OFF_MOST_MS = 60_000;
/** Telegram's waits are seconds; a broken answer must not close the door for a day. */
const ASKED_MOST_MS = 15 * 60_000;

/** Milliseconds to wait after so many failures in a row. */
export function backOff(failures: number): number {
  return Math.min(BACK_OFF_FIRST_MS * 2 ** Math.min(failures - 1, 30), BACK_OFF_MOST_MS);
}

/**
 * Repeats `step` until the signal is given; resolves then, and never rejects.
 * @param step is told how many times in a row it failed before
 * @param failed is told why a step failed
 */
export async function persist(
  step: (failures: number) => Promise<void>,
  failed: (error: unknown) => void,
  pause: Wait,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      await step(failures);
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      failed(error);
      const asked = waitAskedFor(error) ?? 0;
      await pause(Math.max(backOff(failures), Math.min(asked, ASKED_MOST_MS)), signal);
    }
  }
}
