/**
 * The port every door keeps. A channel carries messages and judges what the provider answered; it knows no role, no
 * obligation and no table. What a failure means (wait, try again, give up, use the other door) is decided by
 * scheduler/pace alone.
 */
import type { Address, ChannelName, Delivery, Inbound } from '../domain/message.ts';

/** Receives what came in; resolves when it is durably accepted, so that the door may acknowledge it. */
export type Receive = (inbound: Inbound) => Promise<void>;

export interface Channel {
  readonly name: ChannelName;
  /** The bot's own account at the provider; undefined until it is known (before the first login). */
  readonly account: string | undefined;
  /** Starts listening. Never waits for the network: a door that cannot be reached says so in `health` and goes on trying. */
  start(receive: Receive): Promise<void>;
  /** Stops listening; resolves when every accepted message has been handed over. */
  stop(): Promise<void>;
  /**
   * Sends one message. Resolves with the provider's id of it.
   * @throws {SendError} and nothing else
   */
  send(to: Address, delivery: Delivery): Promise<{ messageId: string }>;
  /** Shows "typing…" where the provider has such a thing; never fails. */
  typing?(to: Address): void;
  /** One line for the operator: whether the door works now, and if not, what to do. */
  health(): { ok: boolean; detail: string };
}

/** Why a message could not be sent: the four judgements a door may make. */
export type SendFailure =
  /** Too fast: wait `retryAfterMs`, for this chat or for the whole account. */
  | { kind: 'throttled'; retryAfterMs: number; scope: 'chat' | 'account' }
  /** The provider cannot be reached or answered 5xx; trying later may help. */
  | { kind: 'unreachable' }
  /** The message itself was refused: a defect of ours; trying again will not help. */
  | { kind: 'rejected' }
  /** The person blocked the bot or left; their other door is used. */
  | { kind: 'recipient_gone' };

export class SendError extends Error {
  override readonly name = 'SendError';
  readonly failure: SendFailure;

  /** @param detail what the provider said, without any secret */
  constructor(failure: SendFailure, detail: string) {
    super(detail);
    this.failure = failure;
  }
}
