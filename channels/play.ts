/** The door of a played script: everything sent to anybody is kept until the script's player prints it. */
import type { Address, Delivery } from '../domain/message.ts';
import type { Channel } from './channel.ts';

export interface Spoken {
  to: string;
  delivery: Delivery;
}

/** The one account of this door. */
export const PLAY_ACCOUNT = 'play';

export class PlayChannel implements Channel {
  readonly name = 'play';
  readonly account = PLAY_ACCOUNT;
  #spoken: Spoken[] = [];

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  async send(to: Address, delivery: Delivery): Promise<{ messageId: string }> {
    this.#spoken.push({ to: to.id, delivery });
    return { messageId: delivery.id };
  }

  /** Everything sent since last asked, in order. */
  take(): Spoken[] {
    const spoken = this.#spoken;
    this.#spoken = [];
    return spoken;
  }

  health() {
    return { ok: true, detail: 'a played script' };
  }
}
