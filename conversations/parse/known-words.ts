/**
 * The words a vocabulary consists of, and which of them a mistyped word stands for. Most words of a message are not in
 * the vocabulary, and nearly all of those resemble nothing in it; the sum of a word's letters tells so without trying
 * one correction after another, which is what keeps a message of random letters as cheap as any other.
 */
import { isSyllable, withoutTelex } from './syllable.ts';

/** A transposition is mended only in words of this length: in shorter ones it makes another word ("nah", "han"). */
const TRANSPOSABLE_LENGTH = 4;
/** No Vietnamese syllable is longer than "nghiêng"; with Telex keys left in it stays within this. */
const MENDABLE_LENGTH = 12;
/** Places of the two tables: some hundred words leave all but one in fifty free, so few corrections are tried in vain. */
const TABLE_BITS = 15;
const place = (sum: number): number => sum >>> (32 - TABLE_BITS);

const ASCII = 128;

/** A number for each letter such that sums of letters seldom meet by chance. */
const spread = (code: number): number => Math.imul(Math.imul(code + 1, 0x9e3779b1) ^ (code << 13), 0x85ebca6b) | 0;
const SPREAD = Int32Array.from({ length: ASCII }, (_, code) => spread(code));
const weight = (code: number): number => (code < ASCII ? (SPREAD[code] ?? 0) : spread(code));

/** Letters that are Telex keys too, so that a word may have them more than the one it stands for. */
const KEYS = new Set(Array.from('sfrxjwd', (letter) => letter.charCodeAt(0)));
const A = 'a'.charCodeAt(0);
/** A bit for each letter that no Telex key is; one for all that are no letters. */
const BITS = Int32Array.from({ length: ASCII }, (_, code) =>
  KEYS.has(code) ? 0 : 1 << (code >= A && code < A + 26 ? code - A : 26),
);
const bit = (code: number): number => (code < ASCII ? (BITS[code] ?? 0) : 1 << 26);

/** The sum of a word's letters, which no exchange of letters changes, and the set of them, which no repetition does. */
function lettersOf(word: string): { sum: number; set: number } {
  let sum = 0;
  let set = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    sum = (sum + weight(code)) | 0;
    set |= bit(code);
  }
  return { sum, set: Math.imul(set, 0x9e3779b1) };
}

export class KnownWords {
  readonly #words = new Set<string>();
  /** 1 where some word has letters of this sum, and of this set. */
  readonly #sums = new Uint8Array(1 << TABLE_BITS);
  readonly #sets = new Uint8Array(1 << TABLE_BITS);

  add(word: string): void {
    const { sum, set } = lettersOf(word);
    this.#words.add(word);
    this.#sums[place(sum)] = 1;
    this.#sets[place(set)] = 1;
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /**
   * The word a mistyped one stands for, or undefined: Telex keys left in, one letter too many by a repeated key, two
   * neighbours exchanged, or a key struck too many. Only for letters that are no syllable themselves, so that no true
   * word is bent.
   */
  mended(base: string): string | undefined {
    if (base.length < 3 || base.length > MENDABLE_LENGTH) return undefined;
    const { sum, set } = lettersOf(base);
    const fewer = this.#sets[place(set)] === 1;
    const moved = base.length >= TRANSPOSABLE_LENGTH && this.#sums[place(sum)] === 1;
    const struck = base.length > TRANSPOSABLE_LENGTH && this.#mayHaveOneMore(base, sum);
    if (!(fewer || moved || struck) || isSyllable(base)) return undefined;
    return (
      (fewer ? this.#withFewer(base) : undefined) ??
      (moved ? this.#swapped(base) : undefined) ??
      (struck ? this.#shortened(base) : undefined)
    );
  }

  #mayHaveOneMore(base: string, sum: number): boolean {
    for (let at = 0; at < base.length; at += 1) {
      if (this.#sums[place((sum - weight(base.charCodeAt(at))) | 0)] === 1) return true;
    }
    return false;
  }

  /** Without Telex keys, or with every letter once. */
  #withFewer(base: string): string | undefined {
    const plain = withoutTelex(base);
    if (plain !== base && this.#words.has(plain)) return plain;
    const single = base.replace(/(.)\1+/g, '$1');
    return single !== base && this.#words.has(single) ? single : undefined;
  }

  #swapped(base: string): string | undefined {
    for (let at = 0; at + 1 < base.length; at += 1) {
      const swapped = base.slice(0, at) + base.charAt(at + 1) + base.charAt(at) + base.slice(at + 2);
      if (swapped !== base && this.#words.has(swapped)) return swapped;
    }
    return undefined;
  }

  #shortened(base: string): string | undefined {
    for (let at = 0; at < base.length; at += 1) {
      const without = base.slice(0, at) + base.slice(at + 1);
      if (this.#words.has(without)) return without;
    }
    return undefined;
  }
}
