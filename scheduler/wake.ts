/**
 * Waking up later. Everything in this room that waits takes an `After`, so that tests and the simulated clock decide
 * when time passes; the service's own never keeps the process alive.
 */

/** Runs something once after so many milliseconds, unless the returned function is called before. */
export type After = (ms: number, run: () => void) => () => void;

export const afterTimeout: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

/** The promise's own outcome, or an error saying `what` when there is none within `ms`. */
export function within<T>(ms: number, after: After, what: string, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = after(ms, () => reject(new Error(`${what} within ${ms} ms`)));
    promise.then(resolve, reject).finally(cancel);
  });
}
