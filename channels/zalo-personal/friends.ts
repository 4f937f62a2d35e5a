/**
 * Friend requests. Zalo lets friends write without its limits on strangers, so people who belong here are accepted, and
 * what they wrote with the request (their code, mostly) counts as said. Everybody else is left alone: not refused, not
 * answered.
 */
import { createHash } from 'node:crypto';
import type { Address, Inbound } from '../../domain/message.ts';
import type { Client } from './client.ts';
import type { Log } from './log.ts';
import { type After, between } from './wait.ts';

/** Nobody accepts a friend in the same instant. */
const ACCEPT_AFTER_MS = [2_000, 6_000] as const;
/** Characters of a request's digest in its inbound id. */
const DIGEST_LENGTH = 16;

export interface FriendRequest {
  uid: string;
  message: string;
}

export interface FriendParts {
  account: string;
  mayBefriend: ((from: Address, message: string) => boolean) | undefined;
  /** The connection at the moment of accepting. */
  client: () => Client | undefined;
  /** Takes what was written with the request. */
  hear: (inbound: Inbound) => void;
  after: After;
  random: () => number;
  log: Log;
}

/** Accepts a friend request after a moment, where it is to be accepted at all. */
export function considerFriend({ uid, message }: FriendRequest, parts: FriendParts): void {
  const { account, mayBefriend, after, random, log } = parts;
  const from: Address = { channel: 'zalo-personal', account, id: uid };
  if (!mayBefriend?.(from, message)) return;
  after(between(ACCEPT_AFTER_MS, random), () => {
    const client = parts.client();
    if (!client) return log.warn({}, 'a friend request came as the connection went; it stays open at Zalo');
    client.befriend(uid).then(
      () => {
        if (message.trim() !== '')
          parts.hear({ address: from, id: idOf(uid, message), said: { kind: 'text', text: message } });
      },
      (error: unknown) => log.warn({ err: error }, 'a friend request could not be accepted; it stays open at Zalo'),
    );
  });
}

/** Zalo gives requests no id and may repeat them; the same words are the same request. */
const idOf = (uid: string, message: string): string =>
  `friend:${uid}:${createHash('sha256').update(message).digest('hex').slice(0, DIGEST_LENGTH)}`;
