/** A clock that stands still until a test moves it, with the timers that hang on it. */
import type { Instant } from '../../domain/date.ts';
import { instantOf } from '../../domain/date.ts';
import type { After } from '../../scheduler/wake.ts';

export interface FakeClock {
  now: () => Instant;
  after: After;
  /** Lets time pass; timers run at their own moments. */
  advance(ms: number): void;
  /** Sets the clock, as an operator or a time server does: no timer notices. */
  set(instant: Instant): void;
  /** How many timers hang on it. */
  pending(): number;
}

/** @param date local date @param time local time of day, in Asia/Ho_Chi_Minh */
export function fakeClock(date: string, time: string): FakeClock {
  let now = instantOf(date, time);
  // Timers follow a clock of their own that never goes back, as the machine's do.
  let elapsed = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  const next = (until: number) => [...timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    after: (ms, run) => {
      const timer = { at: elapsed + Math.max(0, ms), run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance: (ms) => {
      const until = elapsed + ms;
      for (let timer = next(until); timer; timer = next(until)) {
        now += timer.at - elapsed;
        elapsed = timer.at;
        timers.delete(timer);
        timer.run();
      }
      now += until - elapsed;
      elapsed = until;
    },
    set: (instant) => {
      now = instant;
    },
    pending: () => timers.size,
  };
}

/** Lets everything that is ready happen: promises, and what waits for the next turns of the event loop. */
export async function quiet(turns = 4): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
