/**
 * How fast, and what a failure means. Doors only judge what a provider answered; this file alone decides whether to
 * wait, try again, give up or use the person's other door, and holds the pace of each provider. It reads no clock:
 * the moment is always handed in, and a clock set back never holds a door longer than its own gap.
 */
import type { SendFailure } from '../channels/channel.ts';
import type { Instant } from '../domain/date.ts';
import type { ChannelName } from '../domain/message.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** At least `gap` milliseconds between two messages (drawn anew between two bounds), after a first few at once. */
export interface Rate {
  gap: readonly [least: number, most: number];
  burst: number;
}

export interface Limits {
  /** Over all chats of the bot's account. */
  account?: Rate;
  /** Within one chat. */
  chat?: Rate;
  /** Within a group, told by how its address begins; instead of the chat's rate. */
  group?: { prefix: string; rate: Rate };
  /** Messages a local day, over all chats. */
  daily?: number;
  /** Messages under way at the same time. */
  concurrency: number;
}

/**
 * What each provider bears. Settings may override a channel's row; these are the defaults.
 * - telegram: the Bot FAQ says about 30 messages a second overall and one a second in a chat. One each 40 ms after at
 *   most five at once stays within 30 in any second. Eight under way fill 25 a second at 300 ms each. A group (its id
 *   is negative) bears 20 a minute: one each three seconds.
 * - zalo-personal: a personal account under no contract. What reads as a machine gets it blocked, so one message at a
 *   time, 2 to 4 seconds, never the same, between two, and no more in a day than a busy person writes.
 * - zalo-bot: no rate is published and the quotas are small; one a second is our own caution.
 * - web-chat, play: our own process; only the number under way is bounded, so that a broadcast leaves room for replies.
 */
export const LIMITS: Record<ChannelName, Limits> = {
  telegram: {
    account: { gap: [40, 40], burst: 5 },
    chat: { gap: [SECOND, SECOND], burst: 1 },
    group: { prefix: '-', rate: { gap: [3 * SECOND, 3 * SECOND], burst: 1 } },
    concurrency: 8,
  },
  'zalo-personal': { account: { gap: [2 * SECOND, 4 * SECOND], burst: 1 }, daily: 1_000, concurrency: 1 },
  'zalo-bot': { account: { gap: [SECOND, SECOND], burst: 1 }, concurrency: 1 },
  'web-chat': { concurrency: 16 },
  play: { concurrency: 16 },
};

/** Waits before the second, third … try: from five seconds, doubling, to half an hour. */
const BACK_OFF_FIRST_MS = 5 * SECOND;
const BACK_OFF_CEILING_MS = 30 * MINUTE;
/** Part of a wait that is drawn at random, so that a thousand rows of one outage do not come back together. */
const JITTER = 0.5;
/** About three days of trying at the ceiling: a provider or a line that fails on Friday evening is mended on Monday. */
const TRIES_MAX = 150;
/** A defect of ours rarely goes away by itself, and until it is given up the chat behind it is silent. */
const DEFECT_TRIES_MAX = 3;
/** No provider asks for longer; a broken answer must not close a door for ever. */
const THROTTLE_MAX_MS = 24 * HOUR;

/** Why a try failed: what a door judged, or a defect (an exception that is no SendError). */
export type Trouble = SendFailure | { kind: 'defect' };

export type Decision = { do: 'retry'; at: Instant } | { do: 'give_up'; why: string } | { do: 'other_door' };

/**
 * What a failed try leads to.
 * @param attempts tries made, the failed one included
 * @param random a number in [0, 1), as Math.random gives
 */
export function decide(trouble: Trouble, attempts: number, now: Instant, random: number): Decision {
  switch (trouble.kind) {
    case 'recipient_gone':
      // Bounded like every try: two doors must not hand a message to each other without end.
      if (attempts >= TRIES_MAX) return { do: 'give_up', why: `recipient_gone ${attempts} times` };
      return { do: 'other_door' };
    case 'rejected':
      return { do: 'give_up', why: 'rejected' };
    case 'throttled':
      if (attempts >= TRIES_MAX) return { do: 'give_up', why: `throttled ${attempts} times` };
      return { do: 'retry', at: now + throttle(trouble.retryAfterMs, attempts, random) };
    default: {
      const most = trouble.kind === 'defect' ? DEFECT_TRIES_MAX : TRIES_MAX;
      if (attempts >= most) return { do: 'give_up', why: `${trouble.kind} ${attempts} times` };
      return { do: 'retry', at: now + backOff(attempts, random) };
    }
  }
}

/** Exactly what the provider asked for; our own back-off where its answer made no sense. */
function throttle(retryAfterMs: number, attempts: number, random: number): number {
  if (!(retryAfterMs > 0)) return backOff(attempts, random);
  return Math.min(Math.ceil(retryAfterMs), THROTTLE_MAX_MS);
}

/** Milliseconds to wait after `attempts` failed tries. */
export function backOff(attempts: number, random: number): number {
  const doubled = BACK_OFF_FIRST_MS * 2 ** Math.min(Math.max(attempts - 1, 0), 30);
  return Math.round(Math.min(doubled, BACK_OFF_CEILING_MS) * (1 - JITTER * random));
}

/** One bucket: `full` is the moment at which it will have let everything through that it was asked to. */
interface Bucket {
  rate: Rate;
  full: Instant;
}

/** A wait the provider asked for, remembered with its beginning so that a clock set back can be noticed. */
interface Hold {
  from: Instant;
  until: Instant;
}

export interface Pace {
  readonly limits: Limits;
  /** When a message to this chat may go: `now` or later. */
  earliest(chat: string, now: Instant): Instant;
  /** Counts a message that goes now. */
  took(chat: string, now: Instant): void;
  /** The provider wants silence until then, in one chat or altogether. */
  hold(scope: { chat: string } | 'account', now: Instant, until: Instant): void;
  /** Chats that may not be written to now. */
  held(now: Instant): number;
}

/** Chats remembered before those are forgotten on which the pace no longer depends. */
const CHATS_KEPT = 1_024;

/** The pace of one account at one provider. */
export function makePace(limits: Limits, random: () => number): Pace {
  const account = limits.account && bucket(limits.account);
  const chats = new Map<string, { bucket?: Bucket; hold?: Hold }>();
  let accountHold: Hold | undefined;

  const chatReady = (chat: string, now: Instant): Instant => {
    const known = chats.get(chat);
    return Math.max(known?.bucket ? ready(known.bucket, now) : now, known?.hold ? released(known.hold, now) : now);
  };
  const forget = (now: Instant): void => {
    if (chats.size < CHATS_KEPT) return;
    for (const [chat, known] of chats) {
      if ((known.bucket?.full ?? now) <= now && chatReady(chat, now) <= now) chats.delete(chat);
    }
  };
  return {
    limits,
    earliest: (chat, now) =>
      Math.max(
        account ? ready(account, now) : now,
        accountHold ? released(accountHold, now) : now,
        chatReady(chat, now),
      ),
    took: (chat, now) => {
      if (account) take(account, now, random());
      const rate = limits.group && chat.startsWith(limits.group.prefix) ? limits.group.rate : limits.chat;
      if (!rate) return;
      forget(now);
      const known = chats.get(chat) ?? {};
      known.bucket ??= bucket(rate);
      take(known.bucket, now, random());
      chats.set(chat, known);
    },
    hold: (scope, now, until) => {
      // A short wait asked for later does not end a long one asked for before.
      const longest = (known?: Hold): Hold => ({
        from: now,
        until: Math.max(until, known ? released(known, now) : now),
      });
      if (scope === 'account') accountHold = longest(accountHold);
      else {
        forget(now);
        const known = chats.get(scope.chat);
        chats.set(scope.chat, { ...known, hold: longest(known?.hold) });
      }
    },
    held: (now) => [...chats.keys()].filter((chat) => chatReady(chat, now) > now).length,
  };
}

const bucket = (rate: Rate): Bucket => ({ rate, full: Number.NEGATIVE_INFINITY });

/** When the bucket lets the next message through. */
function ready({ rate, full }: Bucket, now: Instant): Instant {
  const most = rate.gap[1];
  const at = full - (rate.burst - 1) * most;
  // A bucket is never further ahead than one gap, unless the clock was set back: then it counts for nothing.
  return at - now > most ? now : Math.max(now, at);
}

function take(bucket: Bucket, now: Instant, random: number): void {
  const [least, most] = bucket.rate.gap;
  const begun = bucket.full - now > bucket.rate.burst * most ? now : Math.max(now, bucket.full);
  bucket.full = begun + least + (most - least) * random;
}

function released(hold: Hold, now: Instant): Instant {
  if (now < hold.from) {
    hold.until -= hold.from - now;
    hold.from = now;
  }
  return Math.max(now, hold.until);
}
