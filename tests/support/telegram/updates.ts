/**
 * The updates waiting for the bot, as the Bot API keeps them: one is forgotten when updates are asked for from a higher
 * number on, and until then it is delivered again and again.
 */
import type { Update } from 'grammy/types';
import { badRequest, Refused } from './refused.ts';

export interface Asked {
  offset?: number;
  limit?: number;
  timeout?: number;
  allowed_updates?: string[];
}

/** What became of an update: the bot confirmed it, or asked for it once more. */
export type Fate = 'confirmed' | 'again';

interface Poll {
  answer: (updates: Update[] | Refused) => void;
  asked: Asked;
}

export class Updates {
  #waiting: Update[] = [];
  readonly #deliveries = new Map<number, number>();
  readonly #watchers = new Set<() => void>();
  readonly #confirmed = new Set<number>();
  #poll: Poll | undefined;
  #lastId = 700_000;
  /** Batches come in the wrong order. */
  reversed = false;
  /** Called for each update while a webhook is set; polls are refused then. */
  webhook: (() => void) | undefined;

  /** @param id the number of an update sent before, to send it again */
  push(update: Omit<Update, 'update_id'>, id?: number): number {
    const update_id = id ?? this.#lastId + 1;
    this.#lastId = Math.max(this.#lastId, update_id);
    this.#confirmed.delete(update_id);
    this.#deliveries.delete(update_id);
    this.#waiting.push({ ...update, update_id } as Update);
    this.#waiting.sort((a, b) => a.update_id - b.update_id);
    this.webhook?.();
    this.#serve();
    return update_id;
  }

  get waiting(): readonly Update[] {
    return this.#waiting;
  }

  /** How often an update was handed out. */
  deliveries(id: number): number {
    return this.#deliveries.get(id) ?? 0;
  }

  /** Takes an update off the list, as a webhook that answered does. */
  confirm(below: (id: number) => boolean): void {
    for (const { update_id } of this.#waiting) if (below(update_id)) this.#confirmed.add(update_id);
    this.#waiting = this.#waiting.filter(({ update_id }) => !below(update_id));
    this.#tell();
  }

  /** Resolves when the fate of an update is known. */
  async fate(id: number): Promise<Fate> {
    for (;;) {
      if (this.#confirmed.has(id)) return 'confirmed';
      if (this.deliveries(id) > 1) return 'again';
      await new Promise<void>((resolve) => this.#watchers.add(resolve));
    }
  }

  /** Resolves when a poll is waiting for news. */
  async polled(): Promise<void> {
    while (this.#poll === undefined) await new Promise<void>((resolve) => this.#watchers.add(resolve));
  }

  /** @param gone is called back with what to do when the bot hangs up */
  ask(asked: Asked, gone: (hangUp: () => void) => void): Promise<Update[]> {
    if (this.webhook)
      throw new Refused(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook");
    const { offset, limit = 100, timeout = 0 } = asked;
    if (limit < 1 || limit > 100 || timeout < 0 || timeout > 50 || (offset ?? 0) < 0)
      throw badRequest('wrong parameter');
    if (offset !== undefined) this.confirm((id) => id < offset);
    this.#poll?.answer(new Refused(409, 'Conflict: terminated by other getUpdates request'));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => poll.answer([]), timeout * 1_000);
      const poll: Poll = {
        asked,
        answer: (updates) => {
          clearTimeout(timer);
          if (this.#poll === poll) this.#poll = undefined;
          if (updates instanceof Refused) reject(updates);
          else resolve(updates);
        },
      };
      gone(() => poll.answer([]));
      this.#poll = poll;
      this.#serve();
      this.#tell();
    });
  }

  #serve(): void {
    const poll = this.#poll;
    if (poll === undefined) return;
    const { limit = 100, allowed_updates: allowed = [] } = poll.asked;
    const wanted = this.#waiting.filter((update) => allowed.length === 0 || allowed.some((kind) => kind in update));
    const batch = wanted.slice(0, limit);
    if (batch.length === 0) return;
    for (const { update_id } of batch) this.#deliveries.set(update_id, this.deliveries(update_id) + 1);
    poll.answer(this.reversed ? batch.reverse() : batch);
    this.#tell();
  }

  #tell(): void {
    const watchers = [...this.#watchers];
    this.#watchers.clear();
    for (const watcher of watchers) watcher();
  }
}
