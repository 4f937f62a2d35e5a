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
/** Sums kept, as a power of two: some hundred words leave 49 of 50 places free, so few corrections are tried in vain. */
const SUM_BITS = 15;

const ASCII = 128;

/** A number for each letter such that sums of letters seldom meet by chance. */
const spread = (code: number): number => Math.imul(Math.imul(code + 1, 0x9e3779b1) ^ (code << 13), 0x85ebca6b) | 0;
const SPREAD = Int32Array.from({ length: ASCII }, (_, code) => spread(code));
const weight = (code: number): number => (code < ASCII ? (SPREAD[code] ?? 0) : spread(code));

function sumOf(word: string): number {
  let sum = 0;
  for (let at = 0; at < word.length; at += 1) sum = (sum + weight(word.charCodeAt(at))) | 0;
  return sum;
}

export class KnownWords {
  readonly #words = new Set<string>();
  /** By the sum of the letters: 1 where some word has these very letters, in whatever order. */
  readonly #sums = new Uint8Array(1 << SUM_BITS);

  add(word: string): void {
    this.#words.add(word);
    this.#sums[sumOf(word) >>> (32 - SUM_BITS)] = 1;
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
    if (base.length < 3 || base.length > MENDABLE_LENGTH || isSyllable(base)) return undefined;
    const plain = withoutTelex(base);
    if (plain !== base && this.#words.has(plain)) return plain;
    let sum = 0;
    let repeats = false;
    for (let at = 0; at < base.length; at += 1) {
      const code = base.charCodeAt(at);
      sum = (sum + weight(code)) | 0;
      repeats ||= at > 0 && code === base.charCodeAt(at - 1);
    }
    const single = repeats ? base.replace(/(.)\1+/g, '$1') : base;
    if (single !== base && this.#words.has(single)) return single;
    return base.length < TRANSPOSABLE_LENGTH ? undefined : (this.#swapped(base, sum) ?? this.#shortened(base, sum));
  }

  /** Two neighbours exchanged: some word has the same letters. */
  #swapped(base: string, sum: number): string | undefined {
    if (this.#sums[sum >>> (32 - SUM_BITS)] === 0) return undefined;
    for (let at = 0; at + 1 < base.length; at += 1) {
      const swapped = base.slice(0, at) + base.charAt(at + 1) + base.charAt(at) + base.slice(at + 2);
      if (swapped !== base && this.#words.has(swapped)) return swapped;
    }
    return undefined;
  }

  /** A letter too many: some word has the letters that are left. */
  #shortened(base: string, sum: number): string | undefined {
    for (let at = 0; base.length > TRANSPOSABLE_LENGTH && at < base.length; at += 1) {
      const left = (sum - weight(base.charCodeAt(at))) | 0;
      if (this.#sums[left >>> (32 - SUM_BITS)] === 0) continue;
      const without = base.slice(0, at) + base.slice(at + 1);
      if (this.#words.has(without)) return without;
    }
    return undefined;
  }
}
