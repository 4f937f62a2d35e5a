/**
 * From what Zalo hands over to what the house receives: each message once, one at a time, in Zalo's order, and again
 * until it is accepted. Zalo repeats messages (after a gap we ask it to), sometimes under a new id, so two keys are
 * remembered: its message id, which is also the inbound id, and the sender's own number of it, which is the inbound
 * alias. The house claims both, so that a repetition is harmless for ever; what is remembered here spares it the work.
 */
import type { Inbound } from '../../domain/message.ts';
import type { Receive } from '../channel.ts';
import { type Heard, inboundOf, isLater } from './heard.ts';
import type { Log } from './log.ts';
import type { After } from './wait.ts';

/** Messages remembered: more than any page of old ones brings back. */
const REMEMBERED = 5_000;
/** Waiting for a house that cannot write; more are left with Zalo, which is asked again. */
const WAITING_MAX = 2_000;
/** Between two tries to hand over a message; the archive is locked or the disk is full. */
const AGAIN_FIRST_MS = 1_000;
const AGAIN_CEILING_MS = 60_000;

export interface IntakeParts {
  account: string;
  receive: Receive;
  after: After;
  log: Log;
  /** Older messages among those asked for are from before the bot. */
  since: number;
  /** The newest accepted before, in private and in groups. */
  last: { user?: string | undefined; group?: string | undefined };
  /** A message was accepted that was not before. */
  onAccepted(heard: Heard): void;
}

interface Waiting {
  inbound: Inbound;
  heard?: Heard;
}

export class Intake {
  readonly #parts: IntakeParts;
  readonly #seen = new Set<string>();
  readonly #before: IntakeParts['last'];
  readonly last: IntakeParts['last'];
  readonly #queue: Waiting[] = [];
  #held: (Waiting & { heard: Heard })[] | undefined;
  #working: Promise<void> | undefined;
  #stopping = false;
  #hurry = (): void => undefined;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
    this.#before = { ...parts.last };
    this.last = { ...parts.last };
  }

  /** Lets messages wait until `release`, so that what was missed comes before what is said meanwhile. */
  hold(): void {
    this.#held ??= [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    this.#queue.push(...held.sort((a, b) => (isLater(a.heard.msgId, b.heard.msgId) ? 1 : -1)));
    this.#work();
  }

  /** Takes what came by itself. */
  live(messages: Heard[]): void {
    for (const heard of messages) this.#take(heard);
  }

  /** Takes what was asked for. @returns how many of them were new */
  old(messages: Heard[]): number {
    const { since } = this.#parts;
    return messages.filter((heard) => (heard.at ?? since) >= since && this.#take(heard)).length;
  }

  /** Takes what was said otherwise than in a message; its id makes a second time harmless. */
  other(inbound: Inbound): void {
    if (!this.#isNew([inbound.id])) return;
    this.#queue.push({ inbound });
    this.#work();
  }

  /** Hands over what waits, without trying again; resolves when that is done. */
  async stop(): Promise<void> {
    this.release();
    this.#stopping = true;
    this.#hurry();
    while (this.#working) await this.#working;
  }

  #take(heard: Heard): boolean {
    if (this.#stopping || this.#queue.length + (this.#held?.length ?? 0) >= WAITING_MAX) return false;
    const kind = heard.group ? 'group' : 'user';
    const keys = [`${kind} ${heard.msgId}`, `${kind} ${heard.thread} ${heard.from} ${heard.cliMsgId}`];
    if (!this.#isNew(keys)) return false;
    const inbound = inboundOf(heard, this.#parts.account);
    if (inbound) (this.#held ?? this.#queue).push({ inbound, heard });
    this.#work();
    return true;
  }

  #isNew(keys: string[]): boolean {
    if (keys.some((key) => this.#seen.has(key))) return false;
    for (const key of keys) this.#seen.add(key);
    for (const key of this.#seen) {
      if (this.#seen.size <= REMEMBERED) break;
      this.#seen.delete(key);
    }
    return true;
  }

  #work(): void {
    this.#working ??= this.#empty().then((isEmpty) => {
      this.#working = undefined;
      // Something may have come between the last look and now.
      if (isEmpty && this.#queue.length > 0) this.#work();
    });
  }

  /** @returns false when it gave up because the door closes */
  async #empty(): Promise<boolean> {
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      if (!(await this.#handOver(next.inbound))) return false;
      this.#queue.shift();
      if (next.heard) this.#accepted(next.heard);
    }
    return true;
  }

  /** @returns false when the door closes before the message was accepted */
  async #handOver(inbound: Inbound): Promise<boolean> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.#parts.receive(inbound);
        return true;
      } catch (error) {
        this.#parts.log.error(
          { err: error, message: inbound.id, tries },
          'a message was not accepted; it is offered again',
        );
      }
      if (this.#stopping) return false;
      await this.#pause(Math.min(AGAIN_FIRST_MS * 2 ** (tries - 1), AGAIN_CEILING_MS));
      if (this.#stopping) return false;
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#parts.after(ms, resolve);
      this.#hurry = () => {
        cancel();
        resolve();
      };
    });
  }

  #accepted(heard: Heard): void {
    const kind = heard.group ? 'group' : 'user';
    if (isLater(heard.msgId, this.last[kind])) this.last[kind] = heard.msgId;
    if (isLater(heard.msgId, this.#before[kind])) this.#parts.onAccepted(heard);
  }
}
