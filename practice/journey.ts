/**
 * A training session on its way through the year: the clock moves from one thing that happens to the next, and what is
 * due happens at its own time. A journey is made a leg at a time, each of bounded work, so that the page stays quick,
 * shows how far it has come, and ends the journey by asking for no further leg.
 */
import { newestMessage, peopleWaitedFor } from '../db/ahead.ts';
import type { Reader } from '../db/open.ts';
import { addDays, dateAt, type Instant, type IsoDate, instantOf, isIsoDate, yearOf } from '../domain/date.ts';
import type { PracticeClock } from './clock.ts';
import type { Others } from './others.ts';

/** Moments visited in one leg: a few tenths of a second of work on a small machine. */
const STOPS_PER_LEG = 8;
/** The clock is never moved further without planning: less than the days for which being late is planned ahead. */
const STRIDE_DAYS = 7;
/** What cannot be said stays due; after so many tries at one moment the journey goes on without it. */
const TRIES_AT_A_STOP = 3;
/** The hour a chosen day begins at: what the morning brings has been said. */
const ARRIVAL = '08:00';
/** Furthest day that may be chosen, in years ahead: a training session, not a mistyped century. */
const AHEAD_MAX_YEARS = 2;
const DAYS_OF_LONGEST_YEAR = 366;
const DAY_MS = 86_400_000;
/** The calendar of days off is reckoned to 2100. */
const LAST_YEAR = 2099;

export interface JourneyParts {
  read: Reader;
  clock: PracticeClock;
  /** When the house next has something to do, at a moment or later; undefined when nothing waits. */
  nextFire: (now: Instant) => Instant | undefined;
  /** Does what is due now and resolves when what it led to has been delivered. */
  settle: () => Promise<void>;
  others: Others;
}

/** What will happen next, as far as it is known. */
export interface Ahead {
  at: Instant;
  /** People who are likely to be spoken to. */
  people: number;
  /** Units that will report by themselves. */
  units: string[];
}

export interface Leg {
  /** True when somebody was spoken to, or the chosen moment has come; otherwise there is more of the way. */
  arrived: boolean;
  /** Units that reported by themselves on the way. */
  filed: string[];
}

export class Journey {
  readonly #parts: JourneyParts;
  #before: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(parts: JourneyParts) {
    this.#parts = parts;
  }

  now(): Instant {
    return this.#parts.clock.now();
  }

  /** What will happen next; undefined when nothing is planned. */
  ahead(): Ahead | undefined {
    const { read, others } = this.#parts;
    const now = this.now();
    const fire = this.#parts.nextFire(now);
    const deed = others.next(now);
    const at = Math.min(fire ?? Number.POSITIVE_INFINITY, deed?.at ?? Number.POSITIVE_INFINITY);
    if (!Number.isFinite(at)) return undefined;
    return {
      at,
      people: fire === at ? peopleWaitedFor(read, at) : 0,
      units: deed?.at === at ? deed.units : [],
    };
  }

  /** The moment of a day that may be chosen; undefined for one that is past, too far away or no day. */
  momentOf(date: IsoDate): Instant | undefined {
    if (!isIsoDate(date) || yearOf(date) > LAST_YEAR) return undefined;
    const [at, now] = [instantOf(date, ARRIVAL), this.now()];
    const furthest = addDays(dateAt(now), AHEAD_MAX_YEARS * DAYS_OF_LONGEST_YEAR);
    return at > now && date <= furthest ? at : undefined;
  }

  /**
   * Makes one leg: to the next time somebody is spoken to, or toward `until`. Legs asked for at once are made one after
   * the other.
   */
  leg(until?: Instant): Promise<Leg> {
    const leg = this.#before.then(() => this.#go(until));
    this.#before = leg.catch(() => undefined);
    return leg;
  }

  /** Makes no further stop; resolves when the one under way is over. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#before;
  }

  async #go(until: Instant | undefined): Promise<Leg> {
    const { read, clock, others } = this.#parts;
    const said = newestMessage(read);
    const filed = new Set(others.act(this.now()));
    const leg = (arrived: boolean): Leg => ({ arrived, filed: [...filed] });
    let stuck = this.#closed ? undefined : await this.#settle();
    for (let stop = 0; stop < STOPS_PER_LEG && !this.#closed; stop += 1) {
      if (until === undefined && newestMessage(read) > said) return leg(true);
      if (until !== undefined && this.now() >= until) return leg(true);
      clock.moveTo(Math.min(this.#nextStop(stuck === true), until ?? Number.POSITIVE_INFINITY));
      for (const unit of others.act(this.now())) filed.add(unit);
      stuck = await this.#settle();
    }
    return leg(until === undefined ? newestMessage(read) > said : this.now() >= until);
  }

  /** Lets happen what is due; answers true where something remains that would not. */
  async #settle(): Promise<boolean> {
    for (let tries = 0; tries < TRIES_AT_A_STOP; tries += 1) {
      await this.#parts.settle();
      if (!this.#isDue()) return false;
    }
    return true;
  }

  #isDue(): boolean {
    const now = this.now();
    return (this.#parts.nextFire(now) ?? now + 1) <= now;
  }

  /** The next moment at which something happens; within a stride, so that what lies behind it is planned in time. */
  #nextStop(stuck: boolean): Instant {
    const now = this.now();
    const { nextFire, others } = this.#parts;
    const stride = now + (stuck ? 1 : STRIDE_DAYS) * DAY_MS;
    const fire = stuck ? stride : (nextFire(now) ?? stride);
    return Math.min(fire, others.next(now)?.at ?? stride, stride);
  }
}
