/**
 * The heartbeat. node-cron wakes it each minute and knows nothing else: each tick reads from the archive what must be
 * planned, fired and delivered. So a missed tick, two at once, or a clock set forward or back neither lose nor repeat
 * anything. An error is logged and the next tick tries again.
 */
import { schedule } from 'node-cron';
import type { Archive } from '../db/open.ts';
import { renewStale } from '../db/reminder-rows.ts';
import type { Calendar, OfficeHours } from '../domain/calendar.ts';
import { PUSH_HOURS } from '../domain/calendar.ts';
import type { Instant } from '../domain/date.ts';
import { TIME_ZONE } from '../domain/date.ts';
import type { Deliver } from './deliver.ts';
import type { Speak } from './fire.ts';
import { fire } from './fire.ts';
import type { Log } from './log.ts';
import { makePlanner, type WorldAt } from './planner.ts';
import { makeRest } from './rest.ts';

const EVERY_MINUTE = '* * * * *';
export interface LoopParts {
  archive: Pick<Archive, 'read' | 'write'>;
  clock: () => Instant;
  /** Asked at each tick, since an admin may add a day off; making one costs milliseconds, so keep it. */
  calendar: () => Calendar;
  worldAt: WorldAt;
  hours?: OfficeHours;
  speak: Speak;
  deliver: Pick<Deliver, 'nudge'>;
  log: Log;
}

export interface Loop {
  /** Ticks at once, for what fell due while we were down, and then each minute. */
  start(): void;
  /** One beat; never rejects. Two at once are one. */
  tick(): Promise<void>;
  /** No further beat; resolves when the one under way is over. */
  stop(): Promise<void>;
}

export function makeLoop(parts: LoopParts): Loop {
  const { archive, clock, calendar, worldAt, speak, deliver, log, hours = PUSH_HOURS } = parts;
  const planner = makePlanner(archive, worldAt);
  const rest = makeRest(archive);
  let beat: Promise<void> | undefined;
  let stopCron = async (): Promise<void> => undefined;

  async function once(): Promise<void> {
    // Each part by itself: a plan that cannot be made must not keep what is planned from being said.
    const now = clock();
    try {
      const added = await planner.plan(now);
      if (added > 0) log.info({ added }, 'reminders planned');
    } catch (cause) {
      log.error({ err: cause }, 'planning failed; the next tick tries again');
    }
    try {
      const stale = archive.write((tx) => renewStale(tx, now));
      if (stale > 0) log.info({ stale }, 'reminders of days that are over are said anew');
      await fire({ archive, now, calendar: calendar(), hours, speak, log });
    } catch (cause) {
      log.error({ err: cause }, 'firing failed; the next tick tries again');
    }
    deliver.nudge();
    try {
      await rest(now);
    } catch (cause) {
      log.error({ err: cause }, 'old messages could not be let go; the next tick tries again');
    }
  }

  const tick = (): Promise<void> => {
    beat ??= once().finally(() => {
      beat = undefined;
    });
    return beat;
  };

  return {
    tick,
    start: () => {
      const options = { name: 'tick', timezone: TIME_ZONE, noOverlap: true, suppressMissedWarning: true };
      const task = schedule(EVERY_MINUTE, tick, options);
      stopCron = async () => task.destroy();
      void tick();
    },
    stop: async () => {
      await stopCron();
      await beat;
    },
  };
}
