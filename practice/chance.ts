/** Chance that always falls the same way: the same words give the same numbers, on every machine and in every year. */
import { createHash } from 'node:crypto';

/** Bytes of one digest that make a number; 4 give 2^32 different ones. */
const BYTES = 4;

/** A whole number from `from` to `to`, both included, decided by `words` alone. */
export function between(from: number, to: number, ...words: (string | number)[]): number {
  const digest = createHash('sha256').update(words.join(' ')).digest();
  return from + (digest.readUInt32BE(0) % (to - from + 1));
}

/** A short code decided by `words` alone, in letters and digits that are not mistaken for one another. */
export function codeOf(length: number, ...words: (string | number)[]): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const digest = createHash('sha256').update(words.join(' ')).digest();
  return Array.from(digest.subarray(BYTES, BYTES + length), (byte) => alphabet[byte % alphabet.length]).join('');
}
