/**
 * Telex keys left in a word because the keyboard was not switched on: "nhaajn" is "nhận", "truwowcs" is "trước". The
 * keys say which marks were meant, so that a word typed so is compared with its marks like any other, and "bar" (bả)
 * is not taken for "ba".
 */

/** Bits of the marks, as in `syllable`. */
export interface Keyed {
  base: string;
  marks: number;
}

const STROKE = 1;
const BREVE = 4;
const HORN = 8;
const TONES = new Map([
  ['f', 16],
  ['s', 32],
  ['r', 64],
  ['x', 128],
  ['j', 256],
]);
const VOWEL = /[aeiouy]/;

/** A syllable of seven letters has at most four keys more. */
const LENGTH_MAX = 11;

/** Takes the keys out of a lower-case word of plain letters. @returns undefined where it has two tones, as no word has */
export function withoutKeys(word: string): Keyed | undefined {
  if (word.length > LENGTH_MAX) return undefined;
  let base = '';
  let marks = 0;
  let tone = 0;
  for (const letter of word) {
    const before = base.at(-1) ?? '';
    const vowels = VOWEL.test(base);
    const struck = vowels ? TONES.get(letter) : undefined;
    if (struck !== undefined) {
      if (tone !== 0) return undefined;
      tone = struck;
    } else if (letter === 'w') {
      // "trw": w alone is ư
      if (!/[aou]/.test(before)) base += 'u';
      marks |= before === 'a' ? BREVE : HORN;
    } else if (letter === 'd' && base.startsWith('d') && (base === 'd' || vowels)) marks |= STROKE;
    // â, ê, ô, or a key struck twice ("traar"): which is left open, as in a word typed without its marks
    else if (!(letter === before && /[aeo]/.test(letter))) base += letter;
  }
  return { base, marks: marks | tone };
}
