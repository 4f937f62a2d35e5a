/**
 * The heartbeat. node-cron wakes it each minute and knows nothing else: each tick reads from the archive what must be
 * planned, fired and delivered. So a missed tick, two at once, or a clock set forward or back neither lose nor repeat
 * anything. An error is logged and the next tick tries again.
 */
import { schedule } from 'node-cron';
import type { Archive } from '../db/open.ts';
import { peopleWithRole } from '../db/people.ts';
import { unitTree } from '../db/units.ts';
import type { Calendar, OfficeHours } from '../domain/calendar.ts';
import { PUSH_HOURS } from '../domain/calendar.ts';
import type { Instant, IsoDate } from '../domain/date.ts';
import { dateAt, TIME_ZONE } from '../domain/date.ts';
import type { Window } from '../domain/period.ts';
import type { Person } from '../domain/person.ts';
import { isValidOn } from '../domain/person.ts';
import type { Unit, UnitId, UnitTree } from '../domain/unit.ts';
import type { Deliver } from './deliver.ts';
import type { Speak } from './fire.ts';
import { fire } from './fire.ts';
import type { Log } from './log.ts';
import { planFrom, planMonths, planTo } from './plan.ts';

const EVERY_MINUTE = '* * * * *';
/**
 * Planning reads every unit and member of staff (0.1 s for a province), so not at each tick; often enough that
 * somebody imported in the morning of the opening day is asked the same morning.
 */
const PLAN_EVERY_MS = 15 * 60_000;

export interface LoopParts {
  archive: Pick<Archive, 'read' | 'write'>;
  clock: () => Instant;
  /** Asked at each tick, since an admin may add a day off; making one costs milliseconds, so keep it. */
  calendar: () => Calendar;
  window: () => Window;
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
  const { archive, clock, calendar, window, speak, deliver, log, hours = PUSH_HOURS } = parts;
  let planned: { at: Instant; tree: UnitTree } | undefined;
  let beat: Promise<void> | undefined;
  let stopCron = async (): Promise<void> => undefined;

  function planAhead(now: Instant): void {
    const tree = unitTree(archive.read);
    if (planned?.tree === tree && Math.abs(now - planned.at) < PLAN_EVERY_MS) return;
    const today = dateAt(now);
    const days = { from: planFrom(today, window(), calendar()), to: planTo(today) };
    const asked = {
      units: tree.values(),
      staff: staffByUnit(archive),
      window: window(),
      calendar: calendar(),
      ...days,
    };
    const added = archive.write((tx) => planMonths(tx, asked));
    planned = { at: now, tree };
    if (added > 0) log.info({ added }, 'reminders planned');
  }

  async function once(): Promise<void> {
    // Each part by itself: a plan that cannot be made must not keep what is planned from being said.
    const now = clock();
    try {
      planAhead(now);
    } catch (cause) {
      log.error({ err: cause }, 'planning failed; the next tick tries again');
    }
    try {
      await fire({ archive, now, calendar: calendar(), hours, speak, log });
    } catch (cause) {
      log.error({ err: cause }, 'firing failed; the next tick tries again');
    }
    deliver.nudge();
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

/** Who files for each unit on a day, read once for all units: a province has thousands. */
export function staffByUnit(archive: Pick<Archive, 'read'>): (unit: Unit, day: IsoDate) => readonly Person[] {
  const days = new Map<IsoDate, Map<UnitId, Person[]>>();
  return (unit, day) => {
    const known = days.get(day) ?? groupStaff(peopleWithRole(archive.read, 'staff', day), day);
    days.set(day, known);
    return known.get(unit.id) ?? [];
  };
}

function groupStaff(people: readonly Person[], day: IsoDate): Map<UnitId, Person[]> {
  const units = new Map<UnitId, Person[]>();
  for (const person of people) {
    for (const membership of person.memberships) {
      if (membership.role !== 'staff' || !isValidOn(membership, day)) continue;
      const staff = units.get(membership.unit) ?? [];
      staff.push(person);
      units.set(membership.unit, staff);
    }
  }
  return units;
}
