/**
 * Lets due timers speak. Nothing is fired outside the hours for pushed messages: what falls due then waits for the
 * next slot. After downtime the newest timer of a person and kind that still matters speaks, and the older ones are
 * recorded as skipped. A few people share a transaction, since each costs a wait for the disk; a crash leaves a timer
 * either waiting or done with all it wrote, and what fails for one of them touches no other.
 */
import type { Archive, Reader, Tx } from '../db/open.ts';
import type { Timer, TimerEnd } from '../db/timers.ts';
import { dueTimers, isWaiting, nextDue, settle } from '../db/timers.ts';
import type { Calendar, OfficeHours } from '../domain/calendar.ts';
import { nextPush } from '../domain/calendar.ts';
import type { Instant } from '../domain/date.ts';
import type { Log } from './log.ts';

/** Timers looked at in one tick: a tick a minute, so even 3,321 units are asked within seven minutes. */
export const FIRED_PER_TICK = 500;
/** People spoken to in one transaction, before others get their turn: some 20 ms in which no reply is written. */
const BREATH = 10;

/**
 * Says what a timer has to say (through the turn, into the outbox), or finds that nothing is left to say because the
 * work was done, or that another message of the day has said it. Synchronous, inside the timer's transaction; what it throws leaves the timer waiting.
 */
export type Speak = (tx: Tx, timer: Timer, now: Instant) => TimerEnd;

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
  const groups = byPersonAndKind(dueTimers(archive.read, now, FIRED_PER_TICK));
  for (let first = 0; first < groups.length; first += BREATH) {
    const some = groups.slice(first, first + BREATH);
    try {
      const ends = archive.write((tx) => some.flatMap((group) => fireGroup(tx, group, now, speak)));
      for (const end of ends) {
        done[end.came] += 1;
        if (end.came === 'failed') failure ??= end.cause;
      }
    } catch (cause) {
      done.failed += some.flat().length;
      failure ??= cause;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (done.failed > 0) log.error({ err: failure, ...done }, 'timers could not speak; they wait for the next tick');
  return done;
}

type End = { came: TimerEnd } | { came: 'failed'; cause: unknown };

/** The timers of one person and kind, the newest first: once it has spoken the older ones are skipped. */
function fireGroup(tx: Tx, group: readonly Timer[], now: Instant, speak: Speak): End[] {
  const ends: End[] = [];
  for (const timer of group) {
    const spoken = ends.some(({ came }) => came === 'fired');
    try {
      const came = tx.transaction((inner) => endOf(inner, timer, now, spoken ? undefined : speak));
      if (came !== undefined) ends.push({ came });
    } catch (cause) {
      // Its older ones would speak in its place, and then it too: they wait with it.
      return [...ends, { came: 'failed', cause }];
    }
  }
  return ends;
}

/** Ends one timer; undefined where it has ended since it was read. Without a voice it is skipped. */
function endOf(tx: Tx, timer: Timer, now: Instant, speak: Speak | undefined): TimerEnd | undefined {
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
