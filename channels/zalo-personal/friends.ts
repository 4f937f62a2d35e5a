/**
 * Friend requests. Zalo lets friends write without its limits on strangers, so people who belong here are accepted, and
 * what they wrote with the request (their code, mostly) counts as said. Everybody else is left alone: not refused, not
 * answered. Requests made while the door was closed are asked for when it opens, and judged by the same rule.
 */
import { createHash } from 'node:crypto';
import type { Address, Inbound } from '../../domain/message.ts';
import type { Client } from './client.ts';
import type { Log } from './log.ts';
import { type After, between } from './wait.ts';

/** Nobody accepts a friend in the same instant, nor two at once. */
export const ACCEPT_AFTER_MS = [2_000, 6_000] as const;
/** Some accounts are dropped each minute, and nobody opens the list of requests each minute. */
export const LIST_EVERY_MS = 10 * 60_000;
/** Requests waiting to be accepted; more stay open at Zalo until the next look. */
const WAITING_MAX = 100;
/** Characters of a request's digest in its inbound id. */
const DIGEST_LENGTH = 16;

export interface FriendRequest {
  uid: string;
  message: string;
}

export interface FriendParts {
  mayBefriend: ((from: Address, message: string) => boolean) | undefined;
  /** The connection at the moment of accepting. */
  client: () => Client | undefined;
  /** Takes what was written with the request. */
  hear: (inbound: Inbound) => void;
  now: () => number;
  after: After;
  random: () => number;
  log: Log;
}

interface Welcome {
  id: string;
  from: Address;
  message: string;
}

/** Accepts requests one after the other, each after a moment. */
export class Friends {
  readonly #parts: FriendParts;
  #queue: Welcome[] = [];
  #isWaiting = false;
  #listedAt: number | undefined;

  constructor(parts: FriendParts) {
    this.#parts = parts;
  }

  /** Takes one request to the bot's account, live or listed, where it is to be accepted at all. */
  consider({ uid, message }: FriendRequest, account: string): void {
    const from: Address = { channel: 'zalo-personal', account, id: uid };
    const id = idOf(uid, message);
    if (this.#queue.length >= WAITING_MAX || this.#queue.some((known) => known.id === id)) return;
    if (!this.#parts.mayBefriend?.(from, message)) return;
    this.#queue.push({ id, from, message });
    this.#next();
  }

  /** Asks for the requests made while nobody listened, now or as soon as it is polite. @returns ends the waiting */
  lookAgain(account: string): () => void {
    const { mayBefriend, now, after, random } = this.#parts;
    if (!mayBefriend) return () => undefined;
    const since = this.#listedAt === undefined ? LIST_EVERY_MS : Math.abs(now() - this.#listedAt);
    return after(Math.max(0, LIST_EVERY_MS - since) + between(ACCEPT_AFTER_MS, random), () => void this.#list(account));
  }

  async #list(account: string): Promise<void> {
    const client = this.#parts.client();
    if (!client) return;
    this.#listedAt = this.#parts.now();
    try {
      for (const request of await client.friendRequests()) this.consider(request, account);
    } catch (error) {
      this.#parts.log.warn(
        { err: error },
        'Zalo did not tell who asks to be a friend; it is asked at the next opening',
      );
    }
  }

  #next(): void {
    if (this.#isWaiting || this.#queue.length === 0) return;
    this.#isWaiting = true;
    this.#parts.after(between(ACCEPT_AFTER_MS, this.#parts.random), () => {
      void this.#accept().finally(() => {
        this.#isWaiting = false;
        this.#next();
      });
    });
  }

  async #accept(): Promise<void> {
    const { client: current, hear, log } = this.#parts;
    const [first] = this.#queue;
    const client = current();
    if (!first || !client) {
      if (first) log.warn({}, 'friend requests came as the connection went; they stay open at Zalo');
      this.#queue = [];
      return;
    }
    const { id, from, message } = first;
    try {
      await client.befriend(from.id);
      if (message.trim() !== '') hear({ address: from, id, said: { kind: 'text', text: message } });
    } catch (error) {
      log.warn({ err: error }, 'a friend request could not be accepted; it stays open at Zalo');
    }
    this.#queue.shift();
  }
}

/** Zalo gives requests no id and may repeat them; the same words are the same request. */
const idOf = (uid: string, message: string): string =>
  `friend:${uid}:${createHash('sha256').update(message).digest('hex').slice(0, DIGEST_LENGTH)}`;
