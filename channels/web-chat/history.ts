/**
 * The history of one phone: an append-only file of JSON lines, which is to this door what a provider's servers are to
 * the others. A line is on the disk before anybody hears that it was taken. A last line torn by a crash is cut off when
 * the file is opened: nobody was told that it was kept.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Entry, entrySchema, type FileNote, headSchema, type Placed, showsTheSame } from './entry.ts';

/** Messages kept at hand for the page: about a year of one person's check-ins, and no strain for a cheap phone. */
export const SHOWN_MAX = 300;

export class History {
  readonly phone: string;
  readonly #path: string;
  #epoch = '';
  #last = 0;
  #recent: Placed[] = [];
  readonly #ids = new Set<string>();
  readonly #files = new Map<string, FileNote>();
  #queue: Promise<unknown> = Promise.resolve();
  #broken = false;

  private constructor(path: string, phone: string) {
    this.#path = path;
    this.phone = phone;
  }

  /**
   * Reads the history at `path`, mending a torn end; a file that does not exist is an empty history.
   * @param onDamage told the number of each line that cannot be read and is left out
   */
  static async open(path: string, phone: string, onDamage: (line: number) => void): Promise<History> {
    const history = new History(path, phone);
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (bytes !== undefined) await history.#load(bytes, onDamage);
    return history;
  }

  /** Changes when the history was begun anew; empty while nothing was written. */
  get epoch(): string {
    return this.#epoch;
  }

  /** The place of the newest entry, 0 when there is none. */
  get last(): number {
    return this.#last;
  }

  /** True after a failed write, when only opening it again tells what is on the disk. */
  get broken(): boolean {
    return this.#broken;
  }

  /** The entries after place `seq`, oldest first, at most the newest SHOWN_MAX. */
  after(seq: number): Placed[] {
    return this.#recent.filter((entry) => entry.seq > seq);
  }

  /** The file that came with the message `id`, of the bot or of the person, at any age. */
  file(id: string): FileNote | undefined {
    return this.#files.get(id);
  }

  /** Whether the bot's message `id` is at hand and is words only, so that another may be shown in its place. */
  canReplace(id: string): boolean {
    return this.#recent.some((entry) => entry.from === 'bot' && entry.id === id && entry.file === undefined);
  }

  /** What the button `choice` of the bot's message `message` said, while that message is at hand. */
  label(message: string | undefined, choice: string): string | undefined {
    const asked = this.#recent.findLast((entry) => entry.from === 'bot' && entry.id === message);
    return asked?.choices?.flat().find(({ id }) => id === choice)?.label;
  }

  /**
   * Writes one entry to the disk, in the order of calls. An entry already there is not written again; one with an id
   * that is there but with other content (the archive was restored from an older copy and counts its ids anew) gets
   * an id of its own.
   * @returns the id it is kept under
   * @throws when the disk refuses
   */
  add(entry: Entry): Promise<string> {
    const done = this.#queue.then(() => this.#add(entry));
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #add(entry: Entry): Promise<string> {
    if (this.#broken) throw new Error(`history of ${this.phone} must be opened again after a failed write`);
    let { id } = entry;
    if (this.#ids.has(key(entry))) {
      const same = this.#recent.find((kept) => key(kept) === key(entry));
      if (same === undefined || entry.from === 'person' || showsTheSame(same, entry)) return id;
      id = `${entry.id}.${this.#last + 1}`;
    }
    const kept = { ...entry, id };
    const epoch = this.#epoch || randomUUID().slice(0, 8);
    const head = this.#epoch === '' ? `${JSON.stringify({ version: 1, phone: this.phone, epoch })}\n` : '';
    try {
      await appendDurably(this.#path, `${head}${JSON.stringify(kept)}\n`, head !== '');
    } catch (error) {
      this.#broken = true;
      throw error;
    }
    this.#epoch = epoch;
    this.#keep(kept, this.#last + 1);
    return id;
  }

  #keep(entry: Entry, seq: number): void {
    this.#last = seq;
    this.#ids.add(key(entry));
    if (entry.file !== undefined) this.#files.set(entry.id, entry.file);
    this.#recent.push({ ...entry, seq });
    if (this.#recent.length > SHOWN_MAX) this.#recent.shift();
  }

  async #load(bytes: Buffer, onDamage: (line: number) => void): Promise<void> {
    const end = bytes.lastIndexOf('\n') + 1;
    if (end < bytes.length) await truncate(this.#path, end);
    if (end === 0) return;
    const [first, ...lines] = bytes.toString('utf8', 0, end).trimEnd().split('\n');
    const head = headSchema.safeParse(parsed(first));
    if (!head.success) throw new Error(`${this.#path} is not a history of this version; move it away and start again`);
    this.#epoch = head.data.epoch;
    for (const [index, line] of lines.entries()) {
      const entry = entrySchema.safeParse(parsed(line));
      if (entry.success) this.#keep(entry.data, index + 1);
      else onDamage(index + 2);
    }
    this.#last = lines.length;
  }
}

/** The bot's ids and the page's ids are counted apart. */
const key = (entry: Entry): string => `${entry.from}:${entry.id}`;

function parsed(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return undefined;
  }
}

/** Appends and waits until the disk has it; for a new file also until the directory knows its name. */
async function appendDurably(path: string, text: string, isNew: boolean): Promise<void> {
  if (isNew) await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a', 0o600);
  try {
    await file.appendFile(text);
    await file.datasync();
  } finally {
    await file.close();
  }
  if (isNew) await syncDirectory(dirname(path));
}

/** Makes the names in a directory durable; Windows has no such call and needs none. */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
