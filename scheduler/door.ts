/**
 * One channel's share of the outbox. Its `pump` is the only place that writes: one transaction settles what came back
 * since the last time and claims what may go next, so that a burst costs one commit and not two a message. Doors
 * share nothing but the archive and the workshop; one that stalls holds up nobody else.
 */
import type { Channel } from '../channels/channel.ts';
import { moreSent } from '../db/day-count.ts';
import type { Archive, Reader, Tx } from '../db/open.ts';
import type { Account, Waiting } from '../db/outbox.ts';
import { claim, nextTry, sendable, sentSince } from '../db/outbox.ts';
import { addDays, dateAt, type Instant, instantOf } from '../domain/date.ts';
import { handOver, movesOn, type Outcome, settle } from './attempt.ts';
import type { Log } from './log.ts';
import type { OtherDoors } from './other-door.ts';
import type { Pace } from './pace.ts';
import { placeOf } from './place.ts';
import type { After } from './wake.ts';
import type { Workshop } from './workshop.ts';

/** However far away the next try is, the clock is looked at this often: machines sleep and clocks are set. */
const LOOK_AGAIN_MS = 30_000;
/** Asking for the next postponed row reads all that wait: 7 ms with 11,000 of them, too much for each message of many. */
const SOON_MS = 1_000;
/** Wait after our own archive refused (disk full, locked by a restore). */
const AFTER_DEFECT_MS = 5_000;

/** After any hour a clock may show: no reminder was said since. */
const NO_REMINDERS: Instant = Number.MAX_SAFE_INTEGER;

export interface DoorParts {
  archive: Pick<Archive, 'read' | 'write'>;
  channel: Channel;
  pace: Pace;
  workshop: Workshop;
  clock: () => Instant;
  random: () => number;
  after: After;
  log: Log;
  /** Where a person is best written to, but not at an address. */
  others: Pick<OtherDoors, 'best'>;
  /** Called in the transaction that gives up a row whose attachment could not be made, to tell the person so. */
  onUnmade?: (tx: Tx, row: Waiting, at: Instant) => void;
  /** Called after a row was moved to another door. */
  onRedirected: () => void;
  /** Whether a moment lies in the hours in which reminders may leave. */
  isPushTime: (now: Instant) => boolean;
}

export interface Door {
  /** Something may be sendable; returns at once. */
  nudge(): void;
  /** Settles what came back and starts what may go now. */
  pump(): void;
  /** What has been handed to the channel and has not come back. */
  underWay(): Promise<void>[];
  /** Starts nothing any more; `pump` still settles. */
  close(): void;
  /** Touches the archive no more. */
  abandon(): void;
}

export const makeDoor = (parts: DoorParts): Door => new OutboxDoor(parts);

class OutboxDoor implements Door {
  readonly #parts: DoorParts;
  readonly #running = new Map<number, Promise<void>>();
  #finished: Outcome[] = [];
  #state: 'open' | 'closed' | 'abandoned' = 'open';
  #queued = false;
  #cancelWake = (): void => undefined;
  #paceAt: Instant | undefined;

  constructor(parts: DoorParts) {
    this.#parts = parts;
  }

  nudge(): void {
    if (this.#queued) return;
    this.#queued = true;
    const { log, channel, after } = this.#parts;
    // The next turn of the event loop: everything that is decided or comes back in this one shares a transaction.
    setImmediate(() => {
      try {
        this.pump();
      } catch (cause) {
        log.error({ err: cause, channel: channel.name }, 'the outbox could not be written; trying again');
        this.#cancelWake = after(AFTER_DEFECT_MS, () => this.nudge());
      }
    });
  }

  pump(): void {
    const { archive, clock } = this.#parts;
    this.#queued = false;
    this.#cancelWake();
    if (this.#state === 'abandoned') return;
    const now = clock();
    const chosen = this.#finished.length === 0 ? this.#choose(archive.read, now) : undefined;
    if (chosen?.length !== 0) {
      const back = this.#finished;
      const begun = archive.write((tx) => {
        for (const outcome of back) settle(this.#parts, tx, outcome, now);
        return (chosen ?? this.#choose(tx, now)).filter((row) => claim(tx, row.id));
      });
      this.#finished = this.#finished.slice(back.length);
      if (back.some(movesOn)) this.#parts.onRedirected();
      for (const row of begun) this.#begin(row);
    }
    this.#setWake(now);
  }

  underWay(): Promise<void>[] {
    return [...this.#running.values()];
  }

  close(): void {
    this.#state = 'closed';
    this.#cancelWake();
  }

  abandon(): void {
    this.#state = 'abandoned';
    this.#cancelWake();
  }

  #choose(read: Reader, now: Instant): Waiting[] {
    const { channel, pace, isPushTime } = this.#parts;
    this.#paceAt = undefined;
    if (this.#state !== 'open' || channel.account === undefined) return [];
    const door = { channel: channel.name, account: channel.account };
    const free = Math.min(pace.limits.concurrency - this.#running.size, this.#leftToday(read, door, now));
    if (free <= 0) return [];
    const chosen: Waiting[] = [];
    const remindersSince = isPushTime(now) ? instantOf(dateAt(now), '00:00') : NO_REMINDERS;
    // Each chat offers one row, so past the chats that are held there are enough for every free place.
    for (const row of sendable(read, door, now, free + pace.held(now), remindersSince)) {
      if (chosen.length === free) break;
      const at = pace.earliest(row.to.id, now);
      if (at > now) this.#paceAt = Math.min(this.#paceAt ?? at, at);
      else {
        if (placeOf(read, channel, row) !== 'needless') pace.took(row.to.id, now);
        chosen.push(row);
      }
    }
    return chosen;
  }

  /**
   * How many more messages may leave today, where the channel has a daily cap; at the cap the next local day is waited
   * for. Into how many a long text is split is known when they have gone, so the last one of a day may go over by those.
   */
  #leftToday(read: Reader, door: Account, now: Instant): number {
    const { daily } = this.#parts.pace.limits;
    if (daily === undefined) return Number.POSITIVE_INFINITY;
    const today = dateAt(now);
    const gone = sentSince(read, door, instantOf(today, '00:00')) + moreSent(read, door, today);
    const left = daily - gone - this.#running.size;
    if (left <= 0) this.#paceAt = instantOf(addDays(today, 1), '00:00');
    return left;
  }

  #begin(row: Waiting): void {
    const attempt = { ...row, attempts: row.attempts + 1 };
    const done = handOver(this.#parts, attempt).then((outcome) => {
      this.#running.delete(row.id);
      this.#finished.push(outcome);
      this.nudge();
    });
    this.#running.set(row.id, done);
  }

  #setWake(now: Instant): void {
    const { archive, channel, pace, after } = this.#parts;
    // With every place taken the next one back wakes us; a pace of a moment is waited for without asking the table.
    if (this.#state !== 'open' || channel.account === undefined || this.#running.size >= pace.limits.concurrency)
      return;
    const door = { channel: channel.name, account: channel.account };
    const soon = this.#paceAt !== undefined && this.#paceAt - now < SOON_MS;
    const tryAt = soon ? undefined : nextTry(archive.read, door, now);
    const at = Math.min(this.#paceAt ?? Number.POSITIVE_INFINITY, tryAt ?? Number.POSITIVE_INFINITY);
    if (Number.isFinite(at)) this.#cancelWake = after(Math.min(at - now, LOOK_AGAIN_MS), () => this.nudge());
  }
}
