/**
 * Locks a text with a passphrase: AES-256-GCM under a key drawn by scrypt. Whoever reads the sealed file without the
 * passphrase learns only its length, and a changed byte is noticed.
 */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';

/** Shorter passphrases can be guessed from a stolen file; 32 characters is what `openssl rand -hex 16` prints. */
export const PASSPHRASE_LENGTH_MIN = 32;

/** scrypt at 32 MiB: about 0.1 s once per start, and as much for every guess. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** The nonce GCM is specified for. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const FORMAT = 'scrypt aes-256-gcm 1';
const Bytes = z.string().transform((text) => Buffer.from(text, 'base64'));
const Sealed = z.object({ seal: z.literal(FORMAT), salt: Bytes, nonce: Bytes, box: Bytes });

/** Seals and opens with one passphrase; the key of the last salt is kept, since drawing it is slow on purpose. */
export class Seal {
  readonly #passphrase: string;
  #drawn: { salt: Buffer; key: Buffer } | undefined;

  /** @throws {RangeError} when the passphrase is too short to protect anything */
  constructor(passphrase: string) {
    if (passphrase.length < PASSPHRASE_LENGTH_MIN) {
      throw new RangeError(`at least ${PASSPHRASE_LENGTH_MIN} characters are needed`);
    }
    this.#passphrase = passphrase;
  }

  close(text: string): string {
    const { salt, key } = this.#drawn ?? this.#draw(randomBytes(SALT_BYTES));
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const box = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    const base64 = (bytes: Buffer): string => bytes.toString('base64');
    const sealed = { seal: FORMAT, salt: base64(salt), nonce: base64(nonce), box: base64(box) };
    return `${JSON.stringify(sealed)}\n`;
  }

  /** @throws {Error} when it was sealed with another passphrase, or is not what was sealed */
  open(sealed: string): string {
    const { salt, nonce, box } = Sealed.parse(JSON.parse(sealed));
    const key = this.#drawn?.salt.equals(salt) ? this.#drawn.key : this.#draw(salt).key;
    const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAuthTag(box.subarray(-TAG_BYTES));
    return Buffer.concat([cipher.update(box.subarray(0, -TAG_BYTES)), cipher.final()]).toString('utf8');
  }

  #draw(salt: Buffer): { salt: Buffer; key: Buffer } {
    this.#drawn = { salt, key: scryptSync(this.#passphrase, salt, KEY_BYTES, COST) };
    return this.#drawn;
  }
}
