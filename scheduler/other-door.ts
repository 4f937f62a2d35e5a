/**
 * A person's other door. A message waits for its door while that may be back any moment; when the door is down, or is
 * not opened by this service at all, it leaves by another door of the same person where there is one, and waits
 * otherwise. What waits for an account that is no longer the bot's can never leave there: it moves at once, or is given
 * up and said to be. A row is moved, never copied, and never while it is being sent, so it arrives once.
 */
import type { Channel } from '../channels/channel.ts';
import type { Archive, Reader, Tx } from '../db/open.ts';
import { type Account, redirect, settleFailed } from '../db/outbox.ts';
import { identitiesOf } from '../db/people.ts';
import { accountsWaitedFor, leftBehind, movable, type Stranded, stranded, waitingFor } from '../db/stranded.ts';
import { dateAt, type Instant } from '../domain/date.ts';
import type { Address, ChannelName } from '../domain/message.ts';
import type { PersonId } from '../domain/person.ts';
import type { Log } from './log.ts';

/**
 * How long an interrupted door is waited for. A dropped line is back within a minute or two, and an answer that comes
 * on another screen than the question surprises; after five minutes nobody looks at the first screen any more.
 */
export const OTHER_DOOR_AFTER_MS = 5 * 60_000;
/** Looking reads all that waits, and a person who enrols at another door is in no hurry of seconds. */
const LOOK_EVERY_MS = 30_000;
/** Rows moved in one transaction: some 50 ms, in which nobody is answered. */
const MOVED_AT_ONCE_MAX = 500;

/** The failure of what waited for a replaced account. */
export const REPLACED = 'account_replaced: tài khoản đã thay';

/** What waits with no other way out. */
export interface Stuck {
  messages: number;
  people: number;
}

export interface OtherDoorParts {
  archive: Pick<Archive, 'read' | 'write'>;
  channels: ReadonlyMap<ChannelName, Channel>;
  clock: () => Instant;
  log: Log;
  /** Rows were moved: their new doors have something to send. */
  onMoved: () => void;
  /** Messages wait at a door that is down and have no other; told once a local day for each channel. */
  onStuck?: (channel: ChannelName, stuck: Stuck, at: Instant) => void;
  /**
   * Called in the transaction that gives up messages to a replaced account.
   * @param left everybody who was enrolled with it and can be reached nowhere until they enrol again
   */
  onReplaced?: (tx: Tx, channel: ChannelName, left: readonly PersonId[], at: Instant) => void;
}

export class OtherDoors {
  readonly #parts: OtherDoorParts;
  readonly #interruptedAt = new Map<ChannelName, Instant>();
  /** The local day on which it was last told what waits at a channel. */
  readonly #told = new Map<ChannelName, string>();
  #state: 'idle' | 'looking soon' | 'closed' = 'idle';
  #looked: { at: Instant; doors: string } | undefined;

  constructor(parts: OtherDoorParts) {
    this.#parts = parts;
  }

  /** Whether an address belongs to a door of this process, and to the account it is logged in with. */
  serves({ channel, account }: Account): boolean {
    const door = this.#parts.channels.get(channel);
    return door !== undefined && (door.account === undefined || door.account === account);
  }

  /** Whether a message for an address can be expected to leave soon: served, by a door that is not down. */
  reaches(to: Account): boolean {
    return this.serves(to) && !this.#isDown(to.channel, this.#parts.clock());
  }

  /** The person's best address but one: at a door that is not down before one that is, the most recently used first. */
  best(read: Reader, person: PersonId | undefined, but?: Address): Address | undefined {
    if (person === undefined) return undefined;
    const ways = identitiesOf(read, person).filter(
      ({ address, goneAt }) => goneAt === undefined && this.serves(address) && !(but && isSame(address, but)),
    );
    return (ways.find(({ address }) => this.reaches(address)) ?? ways[0])?.address;
  }

  /** Looks in the next turn of the event loop. */
  nudge(): void {
    if (this.#state !== 'idle') return;
    this.#state = 'looking soon';
    setImmediate(() => {
      if (this.#state === 'closed') return;
      this.#state = 'idle';
      if (this.look()) this.#parts.onMoved();
    });
  }

  /** Looks no more by itself. */
  close(): void {
    this.#state = 'closed';
  }

  /** Moves and gives up what is to be moved and given up now; answers whether anything was moved. */
  look(): boolean {
    try {
      return this.#look();
    } catch (cause) {
      this.#parts.log.error(
        { err: cause },
        'what waits at a closed door could not be moved; the next look tries again',
      );
      return false;
    }
  }

  #look(): boolean {
    const now = this.#parts.clock();
    const doors = this.#doorsNow(now);
    const isNews = this.#looked?.doors !== doors;
    if (this.#looked && !isNews && Math.abs(now - this.#looked.at) < LOOK_EVERY_MS) return false;
    this.#looked = { at: now, doors };
    let hasMoved = false;
    for (const account of accountsWaitedFor(this.#parts.archive.read)) {
      if (this.#isReplaced(account)) hasMoved = this.#replace(account, now) || hasMoved;
      else if (!this.#parts.channels.has(account.channel) || this.#isDown(account.channel, now)) {
        hasMoved = this.#moveAll(account) || hasMoved;
        this.#tellStuck(account, now);
      }
    }
    return hasMoved;
  }

  /** How all doors stand, as one word: another one is a reason to look at once. */
  #doorsNow(now: Instant): string {
    const { channels } = this.#parts;
    return [...channels].map(([name, { account }]) => `${name} ${account} ${this.#isDown(name, now)}`).join();
  }

  #isDown(name: ChannelName, now: Instant): boolean {
    const standing = this.#parts.channels.get(name)?.standing?.() ?? 'open';
    if (standing !== 'interrupted') {
      this.#interruptedAt.delete(name);
      return standing === 'down';
    }
    // A clock set back begins the waiting anew, and no longer.
    const since = Math.min(this.#interruptedAt.get(name) ?? now, now);
    this.#interruptedAt.set(name, since);
    return now - since >= OTHER_DOOR_AFTER_MS;
  }

  #isReplaced({ channel, account }: Account): boolean {
    const current = this.#parts.channels.get(channel)?.account;
    return current !== undefined && current !== account;
  }

  /** The accounts a message may go to from another. */
  #others(from: Account): Account[] {
    const all = [...this.#parts.channels.values()].flatMap(({ name, account }) =>
      account === undefined ? [] : [{ channel: name, account }],
    );
    return all.filter((each) => !isSameAccount(each, from));
  }

  /** @returns whether any row was moved */
  #moveAll(from: Account): boolean {
    const { archive, log } = this.#parts;
    const to = this.#others(from).filter((each) => this.reaches(each));
    let all = 0;
    for (let moved = -1; moved !== 0; all += Math.max(moved, 0)) {
      const rows = movable(archive.read, from, to, MOVED_AT_ONCE_MAX);
      const why = `${from.channel} is down`;
      moved = rows.length === 0 ? 0 : archive.write((tx) => rows.filter((row) => this.#move(tx, row, why)).length);
    }
    if (all > 0) log.warn({ channel: from.channel, moved: all }, 'a door is down; its messages use another');
    return all > 0;
  }

  /** @returns whether any row was moved */
  #replace(from: Account, now: Instant): boolean {
    const { archive, log } = this.#parts;
    let [moved, givenUp] = [0, 0];
    for (;;) {
      // In the same order, so that whatever of these can be moved is among those.
      const able = movable(archive.read, from, this.#others(from), MOVED_AT_ONCE_MAX).map(({ id }) => id);
      const rows = stranded(archive.read, from, MOVED_AT_ONCE_MAX);
      if (rows.length === 0) break;
      const lost = archive.write((tx) => {
        const left = rows.filter((row) => !able.includes(row.id) || !this.#move(tx, row, REPLACED));
        for (const { id } of left) settleFailed(tx, id, REPLACED, now);
        if (left.length > 0) this.#parts.onReplaced?.(tx, from.channel, leftBehind(tx, from, this.#others(from)), now);
        return left.length;
      });
      givenUp += lost;
      moved += rows.length - lost;
    }
    if (moved + givenUp > 0)
      log.error(
        { channel: from.channel, moved, givenUp },
        "messages waited for an account that is no longer the bot's",
      );
    return moved > 0;
  }

  #move(tx: Tx, { id, personId }: Stranded, why: string): boolean {
    const to = this.best(tx, personId);
    if (to) redirect(tx, id, to, why);
    return to !== undefined;
  }

  #tellStuck(account: Account, now: Instant): void {
    const { archive, onStuck, log } = this.#parts;
    const today = dateAt(now);
    if (this.#told.get(account.channel) === today) return;
    const stuck = waitingFor(archive.read, account);
    if (stuck.messages === 0) return;
    this.#told.set(account.channel, today);
    log.error({ channel: account.channel, ...stuck }, 'messages wait at a door that is down, for people with no other');
    onStuck?.(account.channel, stuck, now);
  }
}

const isSameAccount = (a: Account, b: Account): boolean => a.channel === b.channel && a.account === b.account;
const isSame = (a: Address, b: Address): boolean => isSameAccount(a, b) && a.id === b.id;
