/** The door of a played script: everything sent to anybody is kept until the script's player prints it. */
import type { Address, Delivery } from '../domain/message.ts';
import { type Channel, type FetchedPicture, SendError } from './channel.ts';

export interface Spoken {
  to: string;
  delivery: Delivery;
}

/** The one account of this door. */
export const PLAY_ACCOUNT = 'play';

/** How a script refers to the one picture it may send, and to one that cannot be had any more. */
export const PLAYED_PICTURE = { here: 'picture', gone: 'lost picture' } as const;

/** A white dot, as a JPEG. */
const DOT =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=';

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

  async fetch(ref: string): Promise<FetchedPicture> {
    if (ref !== PLAYED_PICTURE.here) throw new SendError({ kind: 'rejected' }, 'the played picture is gone');
    return { bytes: new Uint8Array(Buffer.from(DOT, 'base64')), mime: 'image/jpeg' };
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
