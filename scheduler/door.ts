/**
 * One channel's share of the outbox. Its `pump` is the only place that writes: one transaction settles what came back
 * since the last time and claims what may go next, so that a burst costs one commit and not two a message. Doors
 * share nothing but the archive and the workshop; one that stalls holds up nobody else.
 */
import type { Channel } from '../channels/channel.ts';
import { SendError } from '../channels/channel.ts';
import type { Archive, Reader, Tx } from '../db/open.ts';
import type { Account, Waiting } from '../db/outbox.ts';
import { claim, nextTry, postpone, redirect, sendable, sentSince, settleFailed, settleSent } from '../db/outbox.ts';
import { identitiesOf, markGone } from '../db/people.ts';
import { addDays, dateAt, type Instant, instantOf } from '../domain/date.ts';
import type { Address, Delivery } from '../domain/message.ts';
import type { Log } from './log.ts';
import type { Pace, Trouble } from './pace.ts';
import { decide } from './pace.ts';
import type { After } from './wake.ts';
import { within } from './wake.ts';
import type { Workshop } from './workshop.ts';

/** An adapter has its own, shorter limits; this one only keeps a hung call from holding its chat for ever. */
const SENDING_MAX_MS = 120_000;
/** However far away the next try is, the clock is looked at this often: machines sleep and clocks are set. */
const LOOK_AGAIN_MS = 30_000;
/** Asking for the next postponed row reads all that wait: 7 ms with 11,000 of them, too much for each message of many. */
const SOON_MS = 1_000;
/** Wait after our own archive refused (disk full, locked by a restore). */
const AFTER_DEFECT_MS = 5_000;
/** Characters of a provider's answer kept with the row. */
const DETAIL_MAX = 200;

export interface DoorParts {
  archive: Pick<Archive, 'read' | 'write'>;
  channel: Channel;
  pace: Pace;
  workshop: Workshop;
  clock: () => Instant;
  random: () => number;
  after: After;
  log: Log;
  /** Whether some door of this process can send to an address. */
  reachable: (to: Address) => boolean;
  /** Called in the transaction that gives up a row whose attachment could not be made, to tell the person so. */
  onUnmade?: (tx: Tx, row: Waiting, at: Instant) => void;
  /** Called after a row was moved to another door. */
  onRedirected: () => void;
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

type Outcome = { row: Waiting } & (
  | { came: 'sent'; messageId: string }
  | { came: 'unmade'; cause: unknown }
  | { came: 'trouble'; trouble: Trouble; cause: unknown }
);

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
    const { channel, pace } = this.#parts;
    this.#paceAt = undefined;
    if (this.#state !== 'open' || channel.account === undefined) return [];
    const door = { channel: channel.name, account: channel.account };
    const free = Math.min(pace.limits.concurrency - this.#running.size, this.#leftToday(read, door, now));
    if (free <= 0) return [];
    const chosen: Waiting[] = [];
    // Each chat offers one row, so past the chats that are held there are enough for every free place.
    for (const row of sendable(read, door, now, free + pace.held(now))) {
      if (chosen.length === free) break;
      const at = pace.earliest(row.to.id, now);
      if (at > now) this.#paceAt = Math.min(this.#paceAt ?? at, at);
      else {
        pace.took(row.to.id, now);
        chosen.push(row);
      }
    }
    return chosen;
  }

  /** How many more may be sent today, where the channel has a daily cap; at the cap the next local day is waited for. */
  #leftToday(read: Reader, door: Account, now: Instant): number {
    const { daily } = this.#parts.pace.limits;
    if (daily === undefined) return Number.POSITIVE_INFINITY;
    const today = dateAt(now);
    const left = daily - sentSince(read, door, instantOf(today, '00:00')) - this.#running.size;
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

const movesOn = (outcome: Outcome): boolean => outcome.came === 'trouble' && outcome.trouble.kind === 'recipient_gone';

/** Makes what is attached and sends; whatever goes wrong is an outcome. */
async function handOver(parts: DoorParts, row: Waiting): Promise<Outcome> {
  const { text, choices, multiple, numbered, attachment } = row.message;
  const delivery: Delivery = {
    id: String(row.id),
    text,
    ...(choices ? { choices } : {}),
    ...(numbered === undefined ? {} : { numbered }),
    ...(multiple ? { multiple } : {}),
  };
  if (attachment) {
    try {
      delivery.file = await parts.workshop(attachment);
    } catch (cause) {
      return { row, came: 'unmade', cause };
    }
  }
  try {
    const { messageId } = await within(SENDING_MAX_MS, parts.after, NO_ANSWER, parts.channel.send(row.to, delivery));
    return { row, came: 'sent', messageId };
  } catch (cause) {
    return { row, came: 'trouble', trouble: troubleOf(cause), cause };
  }
}

const NO_ANSWER = 'no answer from the channel';

function troubleOf(cause: unknown): Trouble {
  if (cause instanceof SendError) return cause.failure;
  const stalled = cause instanceof Error && cause.message.startsWith(NO_ANSWER);
  return stalled ? { kind: 'unreachable' } : { kind: 'defect' };
}

/** Writes down what came of one try. */
function settle(parts: DoorParts, tx: Tx, outcome: Outcome, now: Instant): void {
  switch (outcome.came) {
    case 'sent':
      settleSent(tx, outcome.row.id, outcome.messageId, now);
      break;
    case 'unmade':
      parts.log.error(contextOf(outcome), 'an attachment could not be made; its message is given up');
      settleFailed(tx, outcome.row.id, `unmade: ${detailOf(outcome.cause)}`, now);
      parts.onUnmade?.(tx, outcome.row, now);
      break;
    case 'trouble':
      settleTrouble(parts, tx, outcome, now);
  }
}

function settleTrouble(parts: DoorParts, tx: Tx, outcome: Outcome & { came: 'trouble' }, now: Instant): void {
  const { row, trouble, cause } = outcome;
  const decision = decide(trouble, row.attempts, now, parts.random());
  if (decision.do === 'other_door') {
    tryOtherDoor(parts, tx, row, `${trouble.kind}: ${detailOf(cause)}`, now);
  } else if (decision.do === 'give_up') {
    parts.log.error(contextOf(outcome), `a message is given up: ${decision.why}`);
    settleFailed(tx, row.id, `${decision.why}: ${detailOf(cause)}`, now);
  } else {
    if (trouble.kind === 'throttled') {
      parts.pace.hold(trouble.scope === 'chat' ? { chat: row.to.id } : 'account', now, decision.at);
    }
    parts.log.warn({ ...contextOf(outcome), nextTryAt: decision.at }, `a message waits: ${trouble.kind}`);
    postpone(tx, row.id, `${trouble.kind}: ${detailOf(cause)}`, decision.at);
  }
}

/** What the operator may know of a try: no text and no address. */
function contextOf({ row, cause }: Outcome & { cause: unknown }): object {
  return { err: cause, row: row.id, channel: row.to.channel, attempts: row.attempts };
}

/** The person cannot be reached here: their most recently used other door, where they have one. */
function tryOtherDoor(parts: DoorParts, tx: Tx, row: Waiting, why: string, now: Instant): void {
  markGone(tx, row.to, now);
  const doors = row.personId === undefined ? [] : identitiesOf(tx, row.personId);
  const open = doors.filter(({ address, goneAt }) => goneAt === undefined && parts.reachable(address));
  const [other] = open.sort((a, b) => b.lastSeenAt - a.lastSeenAt);
  parts.log.warn({ row: row.id, from: row.to.channel, to: other?.address.channel }, 'a recipient is gone');
  if (other) redirect(tx, row.id, other.address, why);
  else settleFailed(tx, row.id, why, now);
}

function detailOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).slice(0, DETAIL_MAX);
}
