/**
 * The text a citation is read from, in two forms of equal length: as written, and folded letter by letter. A place
 * found in the folded form is the same place in the written one, so what is kept is always the person's own words.
 */
import { normalise } from '../../../domain/text.ts';

export interface CitationText {
  /** Canonical text as written. */
  readonly written: string;
  /** Lower case without diacritics, one character for one of `written`; white space stays as it is. */
  readonly folded: string;
}

/** The letters of Vietnamese, folded once: texts consist of little else. */
const FOLDED = new Map(
  Array.from('àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ').flatMap((letter) => {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd');
    return [[letter, plain] as const, [letter.toUpperCase(), plain] as const];
  }),
);

/** Other letters with marks that may be typed for Vietnamese ones ("ã" of other keyboards, "č"). */
const LATIN = /[\u00c0-\u024f\u1e00-\u1eff]/;

/** Folds one character to exactly one; what has no single plain letter stays itself. */
function foldCharacter(character: string): string {
  if (character < '\u0080') return character.toLowerCase();
  const known = FOLDED.get(character);
  if (known !== undefined) return known;
  if (!LATIN.test(character)) return character;
  const plain = character.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
  return plain.length === character.length ? plain : character;
}

/** What each character of the basic plane is folded to, found out when first met; 0 for one not met yet. */
const MET = new Uint16Array(0x10000);

function foldCode(code: number): number {
  const met = MET[code] ?? 0;
  if (met > 0) return met;
  const folded = foldCharacter(String.fromCharCode(code)).charCodeAt(0);
  MET[code] = folded;
  return folded;
}

/** As many characters as can be put together in one call. */
const AT_ONCE = 4096;

function foldedOf(written: string): string {
  let folded = '';
  for (let from = 0; from < written.length; from += AT_ONCE) {
    const codes: number[] = [];
    const to = Math.min(from + AT_ONCE, written.length);
    for (let at = from; at < to; at += 1) codes.push(foldCode(written.charCodeAt(at)));
    folded += String.fromCharCode.apply(undefined, codes);
  }
  return folded;
}

const ASCII_ONLY = /^[\0-\x7f]*$/;

/** Marks of bold type and of code that touch a code or a date on either side: "**27/QĐ-UBND**", "`27/QĐ-UBND`". */
const EMPHASIS =
  /(?:\*\*|__|`)(?=\d{1,6}\/|(?:Quyết định|Kế hoạch|Công văn|Thông tư|Nghị định|Báo cáo|QĐ|KH|CV)\s)|(?<=\/[\p{L}\d-]{1,24}|\/\d{4})(?:\*\*|__|`)/giu;

/** Both forms of a message. The letter Eth, which some keyboards give for Đ, is read as Đ. */
export function citationText(text: string): CitationText {
  const plain = normalise(text)
    .replace(/\u00d0/g, 'Đ')
    .replace(/\u00f0/g, 'đ');
  const written = /[*`_]/.test(plain) ? plain.replace(EMPHASIS, ({ length }) => ' '.repeat(length)) : plain;
  return { written, folded: ASCII_ONLY.test(written) ? written.toLowerCase() : foldedOf(written) };
}

/** Telex keys left in a word when the keyboard was off: "quyeets ddinhj", "soos", "ngayf". */
const TELEX: Readonly<Record<string, string>> = { a: 'a(?:a|w)?', e: 'ee?', o: 'o(?:o|w)?', u: 'uw?', d: 'dd?' };

/**
 * A pattern source for folded words that also matches them with Telex keys left in. Tone keys are taken after the
 * vowels or at the end of a syllable; every part is optional once, so matching stays linear.
 */
export function words(folded: string): string {
  const syllable = (letters: string): string => {
    const keys = Array.from(letters, (letter) => TELEX[letter] ?? letter).join('');
    const split = /^(.*[aeiouyw)?])([^aeiouyw)?]+)$/.exec(keys);
    return split ? `${split[1]}[sfrxj]?${split[2]}[sfrxj]?` : `${keys}[sfrxj]?`;
  };
  return folded.split(' ').map(syllable).join('\\s{1,3}');
}

/** Alternatives of several words, longest first so that "ve viec" is taken before "ve". */
export function anyOf(list: readonly string[]): string {
  return [...list]
    .sort((a, b) => b.length - a.length)
    .map(words)
    .join('|');
}

/** Runs a pattern at one place only; the pattern must carry the flag "y". */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A folded word without its Telex keys: "quyeets ddinhj" → "quyet dinh". No syllable ends in a tone key otherwise. */
export function withoutTelex(folded: string): string {
  if (!/[wsfrxj]|dd|aa|ee|oo/.test(folded)) return folded;
  return folded
    .replace(/dd/g, 'd')
    .replace(/([aeo])\1/g, '$1')
    .replace(/([aou])w/g, '$1')
    .replace(/([aeiouy])[sfrxj]/g, '$1')
    .replace(/([a-z])[sfrxj](?![a-z])/g, '$1');
}
