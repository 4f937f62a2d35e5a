/**
 * Notices a line that went silent: a telephone network drops idle connections without a word, and neither side is told.
 * After some quiet Zalo is asked something it must answer; no answer means that nobody is there.
 */
import type { After } from './wait.ts';

/** Pings the line may miss before it is asked. */
const SILENT_PINGS = 3;
/** How long an answer may take. */
export const ANSWER_MAX_MS = 15_000;

export interface Watch {
  /** A frame came. */
  heard(): void;
  stop(): void;
}

/**
 * @param pingMs how often the line is used when all is well
 * @param ask sends what must be answered
 * @param onSilent called once, when there was none
 */
export function watchLine(pingMs: number, after: After, ask: () => void, onSilent: () => void): Watch {
  let cancel = (): void => undefined;
  const listen = (): void => {
    cancel();
    cancel = after(SILENT_PINGS * pingMs, () => {
      cancel = after(ANSWER_MAX_MS, onSilent);
      ask();
    });
  };
  listen();
  return { heard: listen, stop: () => cancel() };
}
