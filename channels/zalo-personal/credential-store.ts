/**
 * The login of the bot's Zalo account on disk, sealed with ZALO_KEY. Who holds it can read and write as the account, so
 * the file is for its owner only, is replaced in one step, and nothing in it is ever logged. `cli zalo-login` and the
 * running service share it: the service notices a new login and does not overwrite it.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { PASSPHRASE_LENGTH_MIN, Seal } from './seal.ts';

const Session = z.object({
  version: z.literal(1),
  /** The account's own uid; every address of a person is valid only together with it. */
  uid: z.string().min(1),
  imei: z.string().min(1),
  /** Zalo ties cookies to the browser they were given to. */
  userAgent: z.string().min(1),
  /** The cookie jar as tough-cookie writes it. */
  cookies: z.array(z.looseObject({ key: z.string(), value: z.string() })),
  /** When the QR code was scanned, in milliseconds since 1970: older messages are none of the bot's. */
  since: z.number(),
  /** The newest message accepted in private and in groups: after a gap everything later is asked for. */
  last: z.object({ user: z.string().optional(), group: z.string().optional() }),
});

export type Session = z.infer<typeof Session>;

/** The stored login cannot be used; the message says what to do. */
export class CredentialError extends Error {
  override readonly name = 'CredentialError';
}

export class CredentialStore {
  readonly file: string;
  readonly #seal: Seal;
  #known: string | undefined;

  /**
   * @param key ZALO_KEY
   * @throws {CredentialError} when the key is too short
   */
  constructor(file: string, key: string) {
    this.file = file;
    if (key.length < PASSPHRASE_LENGTH_MIN) {
      throw new CredentialError(
        `ZALO_KEY must have at least ${PASSPHRASE_LENGTH_MIN} characters, such as: openssl rand -hex 32`,
      );
    }
    this.#seal = new Seal(key);
  }

  /**
   * The stored login; undefined before the first.
   * @throws {CredentialError} when there is one that cannot be read
   */
  read(): Session | undefined {
    const mark = this.#mark();
    this.#known = mark;
    if (mark === undefined) return undefined;
    try {
      return Session.parse(JSON.parse(this.#seal.open(readFileSync(this.file, 'utf8'))));
    } catch (cause) {
      const advice = 'set ZALO_KEY to what it was, or run "npm run -s cli -- zalo-login" again';
      throw new CredentialError(`the stored Zalo login cannot be opened with this ZALO_KEY: ${advice}`, { cause });
    }
  }

  /** Replaces the login in one step: a crash leaves the old one or the new one. */
  write(session: Session): void {
    mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 });
    const part = `${this.file}.part`;
    // A leftover of a crash may have other rights, and the mode of an existing file is not changed by opening it.
    rmSync(part, { force: true });
    const handle = openSync(part, 'wx', 0o600);
    try {
      writeSync(handle, this.#seal.close(JSON.stringify(Session.parse(session))));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(part, this.file);
    this.#known = this.#mark();
  }

  /** Whether somebody else has written (or removed) the login since this store last read or wrote it. */
  changed(): boolean {
    return this.#mark() !== this.#known;
  }

  #mark(): string | undefined {
    const stat = statSync(this.file, { throwIfNoEntry: false });
    return stat && `${stat.ino} ${stat.mtimeMs} ${stat.size}`;
  }
}
