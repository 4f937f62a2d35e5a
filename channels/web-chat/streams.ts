/**
 * What keeps the pages up to date: one server-sent event stream per page, for all the phones it shows (a browser opens
 * at most six connections to one address, so a stream per phone would starve the second tab). A stream holds no queue:
 * it remembers how far each phone was told and reads on from the history, so a slow page costs no memory.
 */
import type { SSEStreamingApi } from 'hono/streaming';
import { z } from 'zod';
import type { Archive } from './archive.ts';

/** Pages open at once; more are told to wait. A training room has forty. */
export const STREAMS_MAX = 200;
/** A comment sent when nothing else was, so that proxies keep the line and a dead page is noticed. */
const HEARTBEAT_MS = 20_000;
/** Phones in one stream; the page shows three. */
const PHONES_MAX = 6;

/** How far a page was told about one phone. */
export interface Cursor {
  phone: string;
  epoch: string;
  seq: number;
}

const cursorSchema = z.tuple([z.string().min(1).max(600), z.string().max(40), z.coerce.number().int().nonnegative()]);

/**
 * Reads "lan:1f3c…:12,tam::0": phone, epoch and place, the phone percent-encoded. Also the id of every event, so that a
 * browser that reconnects by itself says where it was.
 * @returns undefined when the text is not of that form
 */
export function cursorsFrom(text: string): Cursor[] | undefined {
  const cursors: Cursor[] = [];
  for (const part of text.split(',')) {
    const read = cursorSchema.safeParse(part.split(':'));
    if (!read.success || cursors.length === PHONES_MAX) return undefined;
    const [phone, epoch, seq] = read.data;
    try {
      cursors.push({ phone: decodeURIComponent(phone), epoch, seq });
    } catch {
      return undefined;
    }
  }
  return cursors;
}

const textOf = (cursors: Cursor[]): string =>
  cursors.map(({ phone, epoch, seq }) => `${encodeURIComponent(phone)}:${epoch}:${seq}`).join(',');

/** One open page. */
interface Stream {
  phones: Set<string>;
  typing: Set<string>;
  ended: boolean;
  wake(): void;
}

export class Streams {
  readonly #archive: Archive;
  readonly #open = new Set<Stream>();

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  get full(): boolean {
    return this.#open.size >= STREAMS_MAX;
  }

  /** Something was written to the history of `phone`. */
  wake(phone: string): void {
    for (const stream of this.#open) if (stream.phones.has(phone)) stream.wake();
  }

  /** Shows "typing" on the pages with `phone`. */
  typing(phone: string): void {
    for (const stream of this.#open) {
      if (!stream.phones.has(phone)) continue;
      stream.typing.add(phone);
      stream.wake();
    }
  }

  /** Ends every stream; the pages come back by themselves when the service does. */
  end(): void {
    for (const stream of this.#open) {
      stream.ended = true;
      stream.wake();
    }
  }

  /** Tells a page everything after its cursors, then what comes, until either side ends it. */
  async serve(sse: SSEStreamingApi, cursors: Cursor[]): Promise<void> {
    let wake = (): void => undefined;
    const stream: Stream = {
      phones: new Set(cursors.map(({ phone }) => phone)),
      typing: new Set(),
      ended: false,
      wake: () => wake(),
    };
    this.#open.add(stream);
    sse.onAbort(() => {
      stream.ended = true;
      stream.wake();
    });
    const beat = setInterval(() => void sse.write(': still here\n\n'), HEARTBEAT_MS);
    try {
      for (let first = true; !stream.ended; first = false) {
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        await this.#tell(sse, stream, cursors);
        if (first) await sse.writeSSE({ event: 'ready', data: '' });
        if (!stream.ended) await woken;
      }
    } finally {
      clearInterval(beat);
      this.#open.delete(stream);
    }
  }

  async #tell(sse: SSEStreamingApi, stream: Stream, cursors: Cursor[]): Promise<void> {
    for (const phone of stream.typing) await sse.writeSSE({ event: 'typing', data: JSON.stringify({ phone }) });
    stream.typing.clear();
    for (const cursor of cursors) {
      const { phone } = cursor;
      const history = await this.#archive.history(phone);
      if (cursor.seq > 0 && cursor.epoch !== history.epoch) {
        cursor.seq = 0;
        await sse.writeSSE({ event: 'reset', data: JSON.stringify({ phone }) });
      }
      const { epoch } = history;
      cursor.epoch = epoch;
      for (const entry of history.after(cursor.seq)) {
        if (stream.ended) return;
        cursor.seq = entry.seq;
        const data = JSON.stringify({ phone, epoch, entry });
        await sse.writeSSE({ event: 'entry', id: textOf(cursors), data });
      }
    }
  }
}
