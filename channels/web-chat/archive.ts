/**
 * Where the door keeps its phones: one history file per phone and the files the bot sent. Names on the disk are
 * digests, never something a person or a message chose.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { History, syncDirectory } from './history.ts';

/** Phones with a history; stops a stray script from filling the disk with new visitors. Far above one province's people. */
export const PHONES_MAX = 5_000;

export class Archive {
  readonly #directory: string;
  readonly #onDamage: (phone: string, line: number) => void;
  readonly #histories = new Map<string, Promise<History>>();

  /** @param onDamage told of each line of a history that cannot be read */
  constructor(directory: string, onDamage: (phone: string, line: number) => void) {
    this.#directory = directory;
    this.#onDamage = onDamage;
  }

  /** The history of one phone, opened once, and again after a write that failed. */
  async history(phone: string): Promise<History> {
    const opening = this.#histories.get(phone) ?? this.#open(phone);
    const history = await opening;
    if (!history.broken) return history;
    if (this.#histories.get(phone) === opening) this.#histories.delete(phone);
    return this.history(phone);
  }

  #open(phone: string): Promise<History> {
    const path = join(this.#directory, 'phones', `${digest(phone)}.jsonl`);
    const opening = History.open(path, phone, (line) => this.#onDamage(phone, line));
    this.#histories.set(phone, opening);
    opening.catch(() => this.#histories.delete(phone));
    return opening;
  }

  /** True when one more phone would be too many. */
  async full(): Promise<boolean> {
    const names = await readdir(join(this.#directory, 'phones')).catch(() => []);
    return names.length >= PHONES_MAX;
  }

  /**
   * Stores a file under the digest of its content, so that a retry stores nothing new.
   * @returns the digest
   */
  async store(bytes: Uint8Array): Promise<string> {
    const directory = join(this.#directory, 'files');
    await mkdir(directory, { recursive: true });
    const name = digest(bytes);
    const part = join(directory, `${name}.${randomUUID()}.part`);
    const file = await open(part, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, join(directory, name));
    await syncDirectory(directory);
    return name;
  }

  /** The bytes of a stored file. */
  bytes(name: string): Promise<Buffer> {
    return readFile(join(this.#directory, 'files', name));
  }
}

/** A name safe on every file system, the same for the same content. */
const digest = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 40);
