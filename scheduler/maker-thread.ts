/**
 * Files and pictures made in a thread of their own: writing a province's year takes seconds, in which the service's own
 * thread answers nobody. The thread starts with the first file, goes when none was wanted for a while, so that its
 * memory is given back, and may die: that fails the file it was making, and the next one gets a new thread.
 */
import type { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import { type After, afterTimeout } from './wake.ts';
import type { Made, Maker, Makers } from './workshop.ts';

/** Whoever looks at one picture asks for the next within minutes; loaded anew, the first takes up to a second longer. */
const IDLE_MAX_MS = 5 * 60_000;

/** What the thread is told: one file, and no other before it has answered. */
export interface MakingOrder {
  maker: Made;
  data: unknown;
}

/** What the thread answers: the file, or the words and the place of what its maker threw. */
export type MakingAnswer = { bytes: Uint8Array<ArrayBuffer> } | { message: string; stack?: string | undefined };

export interface MakerThreadParts {
  /** Starts the thread, whose program answers every MakingOrder with a MakingAnswer. */
  start: () => Worker;
  log: Pick<Logger, 'debug' | 'warn'>;
  /** How to wake up later; the real timer where it is not given. */
  after?: After;
}

export interface MakerThread {
  /** Makers for a workshop, which wants one file at a time; refused files carry the words of their maker. */
  makers: Makers;
  /** Ends the thread, with what it is making; no file is made after that. */
  end(): Promise<void>;
}

/** The thread, not yet started. */
export function makerThread(parts: MakerThreadParts): MakerThread {
  const thread = new OwnThread(parts);
  const by =
    (maker: Made): Maker =>
    (data, givenUp) =>
      thread.make({ maker, data }, givenUp);
  return {
    makers: {
      'annual-docx': by('annual-docx'),
      'status-chart': by('status-chart'),
      'month-xlsx': by('month-xlsx'),
      'tracking-xlsx': by('tracking-xlsx'),
      'recipients-xlsx': by('recipients-xlsx'),
      json: by('json'),
    },
    end: () => thread.end(),
  };
}

/** The file being made. */
interface Wanted {
  resolve: (bytes: Uint8Array) => void;
  reject: (cause: Error) => void;
}

class OwnThread {
  readonly #parts: MakerThreadParts;
  #worker: Worker | undefined;
  #wanted: Wanted | undefined;
  #cancelIdle = (): void => undefined;
  #isClosed = false;

  constructor(parts: MakerThreadParts) {
    this.#parts = parts;
  }

  async make(order: MakingOrder, givenUp?: AbortSignal): Promise<Uint8Array> {
    if (this.#isClosed) throw new Error('the house is closing; no file is made any more');
    if (this.#wanted) throw new Error('another file is being made');
    this.#cancelIdle();
    this.#worker ??= this.#begin();
    const worker = this.#worker;
    try {
      worker.postMessage(order);
    } catch (cause) {
      this.#rest(worker);
      throw cause;
    }
    // A process waits for the file it wants, also one that is stopping; a thread at rest keeps none alive.
    worker.ref();
    return new Promise((resolve, reject) => {
      const wanted: Wanted = { resolve, reject };
      this.#wanted = wanted;
      // Nothing else reaches a thread that does not come round any more; what is made already does not hear it.
      const onGivenUp = () => this.#wanted === wanted && void this.#dismiss(worker, 'its file was given up');
      givenUp?.addEventListener('abort', onGivenUp, { once: true });
    });
  }

  async end(): Promise<void> {
    this.#isClosed = true;
    if (this.#worker) await this.#dismiss(this.#worker, 'the house is closing');
  }

  #begin(): Worker {
    const worker = this.#parts.start();
    let cause: unknown;
    worker.on('message', (answer: MakingAnswer) => {
      if (worker === this.#worker) this.#answered(worker, answer);
    });
    // Its end follows.
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', (code) => this.#died(worker, code, cause));
    this.#parts.log.debug({ thread: worker.threadId }, 'a thread that makes files has started');
    return worker;
  }

  #answered(worker: Worker, answer: MakingAnswer): void {
    this.#rest(worker);
    const wanted = this.#wanted;
    this.#wanted = undefined;
    if ('bytes' in answer) return wanted?.resolve(answer.bytes);
    const error = new Error(answer.message);
    if (answer.stack !== undefined) error.stack = answer.stack;
    wanted?.reject(error);
  }

  /** Nothing is wanted of a thread for now. */
  #rest(worker: Worker): void {
    const { after = afterTimeout } = this.#parts;
    worker.unref();
    this.#cancelIdle = after(IDLE_MAX_MS, () => void this.#dismiss(worker, 'no file was wanted'));
  }

  /** Ends a thread on purpose. */
  async #dismiss(worker: Worker, why: string): Promise<void> {
    if (worker !== this.#worker) return;
    this.#forget(new Error(`the thread was ended: ${why}`));
    this.#parts.log.debug({ thread: worker.threadId, why }, 'a thread that makes files is ended');
    await worker.terminate();
  }

  /** A thread has ended by itself, or by the machine's want of memory. */
  #died(worker: Worker, code: number, cause: unknown): void {
    if (worker !== this.#worker) return;
    this.#parts.log.warn({ err: cause, code }, 'a thread that makes files died; the next file gets a new one');
    this.#forget(new Error(`the thread died while it made the file (${code})`, { cause }));
  }

  #forget(cause: Error): void {
    this.#worker = undefined;
    this.#cancelIdle();
    this.#wanted?.reject(cause);
    this.#wanted = undefined;
  }
}
