/** Waiting, with the timer handed in: nothing in this folder sleeps, and no timer of ours keeps the process alive. */

/** Runs something once after so many milliseconds, unless the returned function is called before. */
export type After = (ms: number, run: () => void) => () => void;

export const afterTimeout: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

/** The promise's own outcome, or the error `late` makes when there is none within `ms`. */
export function within<T>(ms: number, after: After, promise: Promise<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = after(ms, () => reject(late()));
    promise.then(resolve, reject).finally(cancel);
  });
}

/** A number between two bounds; what repeats exactly reads as a machine. */
export function between([least, most]: readonly [number, number], random: () => number): number {
  return Math.round(least + (most - least) * random());
}
