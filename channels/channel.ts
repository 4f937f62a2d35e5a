/**
 * The port every door keeps. A channel carries messages and judges what the provider answered; it knows no role, no
 * obligation and no table. What a failure means (wait, try again, give up, use the other door) is decided by
 * scheduler/pace alone.
 */
import type { Address, ChannelName, Delivery, Inbound } from '../domain/message.ts';

/** Receives what came in; resolves when it is durably accepted, so that the door may acknowledge it. */
export type Receive = (inbound: Inbound) => Promise<void>;

/**
 * Whether messages can leave: `open`; `interrupted`, the line is being renewed and may be back any moment; `down`, it
 * stays away until somebody does something, or for long.
 */
export type Standing = 'open' | 'interrupted' | 'down';

export interface Channel {
  readonly name: ChannelName;
  /** The bot's own account at the provider; undefined until it is known (before the first login). */
  readonly account: string | undefined;
  /** Starts listening. Never waits for the network: a door that cannot be reached says so in `health` and goes on trying. */
  start(receive: Receive): Promise<void>;
  /** Stops listening; resolves when every accepted message has been handed over. */
  stop(): Promise<void>;
  /** True where a message once sent can be edited; only such a door is given `replaces`. */
  readonly edits?: boolean;
  /**
   * Sends one message, or edits the one it replaces where the provider still allows it. Resolves with the provider's id
   * of the message that now shows it.
   * @throws {SendError} and nothing else
   */
  send(to: Address, delivery: Delivery): Promise<Sent>;
  /**
   * Fetches a picture this door handed over, by its reference; only a door that hands over pictures has it. Who refers
   * to it may be lying, so the door asks nobody but its provider, and what comes back is checked to be a picture.
   * @throws {SendError} 'rejected' where it is gone or no picture, 'unreachable' where trying later may help; the words
   * hold neither a secret nor the reference
   */
  fetch?(ref: string): Promise<FetchedPicture>;
  /** Shows "typing…" where the provider has such a thing; never fails. */
  typing?(to: Address): void;
  /** One line for the operator: whether the door works now, and if not, what to do. */
  health(): { ok: boolean; detail: string };
  /** What the outbox goes by; a channel without it is always open. Not `health`: a door that cannot hear may still send. */
  standing?(): Standing;
}

export interface FetchedPicture {
  bytes: Uint8Array;
  mime: 'image/jpeg' | 'image/png' | 'image/webp';
}

export interface Sent {
  /** The provider's id of the message, of the last where it was several. */
  messageId: string;
  /** How many messages the provider took in this try, where it was not one. */
  parts?: number;
}

/** Why a message could not be sent: the four judgements a door may make. */
export type SendFailure =
  /** Too fast: wait `retryAfterMs`, for this chat or for the whole account. */
  | { kind: 'throttled'; retryAfterMs: number; scope: 'chat' | 'account' }
  /**
   * The provider cannot be reached or answered 5xx; trying later may help. `perhapsSent` where only the answer may have
   * been lost: the next try may show the message a second time, and the ledger says so.
   */
  | { kind: 'unreachable'; perhapsSent?: true }
  /** The message itself was refused: a defect of ours; trying again will not help. */
  | { kind: 'rejected' }
  /** The person blocked the bot or left; their other door is used. */
  | { kind: 'recipient_gone' };

export class SendError extends Error {
  override readonly name = 'SendError';
  readonly failure: SendFailure;
  /** Messages of the delivery that the provider took in this try before it failed. */
  readonly parts: number;

  /** @param detail what the provider said, without any secret */
  constructor(failure: SendFailure, detail: string, { parts = 0 }: { parts?: number } = {}) {
    super(detail);
    this.failure = failure;
    this.parts = parts;
  }
}

/** The same failure, of a delivery of which so many messages had gone before it. */
export const withParts = (error: unknown, parts: number): unknown =>
  error instanceof SendError && parts > 0 ? new SendError(error.failure, error.message, { parts }) : error;
