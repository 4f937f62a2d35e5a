/**
 * Where the door keeps its phones: one history file per phone, the files the bot sent and the pictures people sent.
 * Names on the disk are digests, never something a person or a message chose.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { History, syncDirectory } from './history.ts';

/** Phones with a history; stops a stray script from filling the disk with new visitors. Far above one province's people. */
export const PHONES_MAX = 5_000;

/**
 * Pictures of people kept, the newest; with 5 MB each one gigabyte at most. A provider keeps them for long, but this
 * door is for training, and an announcement that asks for one forgotten goes without it and says so.
 */
export const PICTURES_KEPT_MAX = 200;

/** Where they lie in the directory of the door. */
const FILES = 'files';
const PICTURES = 'pictures';

/** What a name of ours looks like; nothing else is ever looked for on the disk. */
const DIGEST = /^[0-9a-f]{40}$/;

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
   * Stores a file of the bot under the digest of its content, so that a retry stores nothing new.
   * @returns the digest
   */
  store(bytes: Uint8Array): Promise<string> {
    return this.#storeIn(FILES, bytes);
  }

  /**
   * Keeps a picture somebody sent, in the same way, and forgets the oldest beyond PICTURES_KEPT_MAX.
   * @returns the digest, by which `picture` finds it again
   */
  async keepPicture(bytes: Uint8Array): Promise<string> {
    const name = await this.#storeIn(PICTURES, bytes);
    const directory = join(this.#directory, PICTURES);
    const names = (await readdir(directory)).filter((each) => DIGEST.test(each) && each !== name);
    if (names.length < PICTURES_KEPT_MAX) return name;
    const aged = await Promise.all(
      names.map(async (each) => ({
        each,
        at: (await stat(join(directory, each)).catch(() => undefined))?.mtimeMs ?? 0,
      })),
    );
    const oldest = aged.sort((a, b) => b.at - a.at).slice(PICTURES_KEPT_MAX - 1);
    for (const { each } of oldest) await rm(join(directory, each), { force: true });
    return name;
  }

  /** The picture of a digest; undefined where there is none, or the digest is none. */
  async picture(name: string): Promise<Buffer | undefined> {
    if (!DIGEST.test(name)) return undefined;
    return readFile(join(this.#directory, PICTURES, name)).catch(orNothing);
  }

  /** The bytes of what a message shows, whoever sent it; undefined where they are no more. */
  async bytes(name: string): Promise<Buffer | undefined> {
    if (!DIGEST.test(name)) return undefined;
    return (await readFile(join(this.#directory, FILES, name)).catch(orNothing)) ?? this.picture(name);
  }

  async #storeIn(folder: string, bytes: Uint8Array): Promise<string> {
    const directory = join(this.#directory, folder);
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
}

/** A file that is not there is nothing; a disk that refuses is an error. */
function orNothing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** A name safe on every file system, the same for the same content. */
const digest = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 40);
