/**
 * Lets due timers speak. Nothing is fired outside the hours for pushed messages: what falls due then waits for the
 * next slot. After downtime the newest timer of a person and kind that still matters speaks, and the older ones are
 * recorded as skipped. Each timer is one transaction, so a crash leaves it either waiting or done with all it wrote.
 */
import type { Archive, Reader, Tx } from '../db/open.ts';
import type { Timer } from '../db/timers.ts';
import { dueTimers, isWaiting, nextDue, settle } from '../db/timers.ts';
import type { Calendar, OfficeHours } from '../domain/calendar.ts';
import { nextPush } from '../domain/calendar.ts';
import type { Instant } from '../domain/date.ts';
import type { Log } from './log.ts';

/** Timers looked at in one tick: a tick a minute, so even 3,321 units are asked within seven minutes. */
export const FIRED_PER_TICK = 500;
/** Timers fired before others get their turn: a few milliseconds in which no reply is written. */
const BREATH = 10;

/**
 * Says what a timer has to say (through the turn, into the outbox), or finds that nothing is left to say because the
 * work was done. Synchronous, inside the timer's transaction; what it throws leaves the timer waiting.
 */
export type Speak = (tx: Tx, timer: Timer, now: Instant) => 'fired' | 'needless';

export interface FireParts {
  archive: Pick<Archive, 'read' | 'write'>;
  now: Instant;
  calendar: Calendar;
  hours: OfficeHours;
  speak: Speak;
  log: Log;
}

export interface Fired {
  fired: number;
  needless: number;
  skipped: number;
  /** Timers that threw; they wait for the next tick. */
  failed: number;
}

/** When `fire` next has something to do: `now` or later; undefined when no timer waits. */
export function nextFire(read: Reader, calendar: Calendar, hours: OfficeHours, now: Instant): Instant | undefined {
  const due = nextDue(read);
  return due === undefined ? undefined : nextPush(calendar, hours, Math.max(due, now));
}

/** Fires what is due, at most FIRED_PER_TICK timers. */
export async function fire({ archive, now, calendar, hours, speak, log }: FireParts): Promise<Fired> {
  const done: Fired = { fired: 0, needless: 0, skipped: 0, failed: 0 };
  if (nextPush(calendar, hours, now) > now) return done;
  let failure: unknown;
  let seen = 0;
  for (const group of byPersonAndKind(dueTimers(archive.read, now, FIRED_PER_TICK))) {
    let spoken = false;
    for (const timer of group) {
      try {
        const end = archive.write((tx) => endOf(tx, timer, now, spoken ? undefined : speak));
        if (end === undefined) continue;
        done[end] += 1;
        spoken ||= end === 'fired';
      } catch (cause) {
        done.failed += 1;
        failure ??= cause;
        // Its older ones would speak in its place, and then it too: they wait with it.
        break;
      }
      seen += 1;
      if (seen % BREATH === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }
  if (done.failed > 0) log.error({ err: failure, ...done }, 'timers could not speak; they wait for the next tick');
  return done;
}

/** Ends one timer; undefined where it has ended since it was read. Without a voice it is skipped. */
function endOf(
  tx: Tx,
  timer: Timer,
  now: Instant,
  speak: Speak | undefined,
): 'fired' | 'needless' | 'skipped' | undefined {
  if (!isWaiting(tx, timer.id)) return undefined;
  const end = speak ? speak(tx, timer, now) : 'skipped';
  settle(tx, timer.id, end, now);
  return end;
}

/**
 * Timers of one person and kind, newest first, as the table hands them out. Where the tick's bound cuts the last
 * group, its newest is in it: the older ones left over must not speak in the next tick, so the group waits whole.
 */
function byPersonAndKind(timers: readonly Timer[]): Timer[][] {
  const groups: Timer[][] = [];
  for (const timer of timers) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    if (last && first?.personId !== undefined && first.personId === timer.personId && first.kind === timer.kind) {
      last.push(timer);
    } else groups.push([timer]);
  }
  if (timers.length === FIRED_PER_TICK && groups.length > 1) groups.pop();
  return groups;
}
