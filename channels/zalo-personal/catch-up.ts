/**
 * Asks for what was said while nobody listened. Zalo replays nothing after a gap by itself, so after each connection
 * everything later than the newest accepted message is asked for, page after page until one brings nothing new, and
 * then the newest once more, for the case that the mark means something else to Zalo than to us (its protocol is not
 * published). Asking twice costs nothing: what is known is taken once.
 */
import type { After } from './wait.ts';

/** How long live messages wait for what was missed before them. */
export const HELD_MAX_MS = 3_000;
/** Pages asked for in one connection; a server that always brings something new must not keep us asking. */
const PAGES_MAX = 50;
/** Unreadable frames followed by a question; a frame that can never be read must not keep us asking. */
const DAMAGES_MAX = 10;
/** After the first unreadable frame the others of the same burst are waited for. */
const DAMAGE_SETTLES_MS = 2_000;

export type Ask = (group: boolean, after: string | undefined) => void;

export class CatchUp {
  readonly #ask: Ask;
  readonly #after: After;
  readonly #onDone: () => void;
  #pages = 0;
  #damages = 0;
  #phase: 'after the last' | 'newest' | 'done' = 'done';
  #cancels: (() => void)[] = [];

  /** @param onDone live messages may pass: what was said in private before them is here, or does not come */
  constructor(ask: Ask, after: After, onDone: () => void) {
    this.#ask = ask;
    this.#after = after;
    this.#onDone = onDone;
  }

  /** @param last the newest message accepted, in private and in groups */
  begin(last: { user?: string | undefined; group?: string | undefined }): void {
    this.#ask(true, last.group);
    if (last.user === undefined) this.#askNewest();
    else {
      this.#phase = 'after the last';
      this.#ask(false, last.user);
    }
    this.#cancels.push(this.#after(HELD_MAX_MS, () => this.#late()));
  }

  /** A page came. @param fresh how many of its messages were new @param newest the id of its last */
  page(group: boolean, fresh: number, newest: string | undefined): void {
    if (fresh > 0 && newest !== undefined && this.#pages < PAGES_MAX) {
      this.#pages += 1;
      this.#ask(group, newest);
    } else if (!group && this.#phase === 'after the last') this.#askNewest();
    else if (!group) this.#done();
  }

  /** A frame could not be read; what was in it is asked for. */
  damaged(last: { user?: string | undefined; group?: string | undefined }): void {
    this.#damages += 1;
    if (this.#damages > DAMAGES_MAX) return;
    this.#cancels.push(
      this.#after(DAMAGE_SETTLES_MS, () => {
        this.#ask(false, last.user);
        this.#ask(true, last.group);
      }),
    );
  }

  stop(): void {
    for (const cancel of this.#cancels) cancel();
    this.#cancels = [];
  }

  #askNewest(): void {
    this.#phase = 'newest';
    this.#ask(false, undefined);
  }

  #late(): void {
    if (this.#phase === 'after the last') this.#ask(false, undefined);
    this.#done();
  }

  #done(): void {
    if (this.#phase === 'done') return;
    this.#phase = 'done';
    this.#onDone();
  }
}
