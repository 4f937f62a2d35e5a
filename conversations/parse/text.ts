/**
 * A message cut into tokens, in one pass over its characters: words with their plain letters and marks, runs of
 * digits, signs and line ends. Every other reader of this room works on these tokens, so nothing here or there
 * depends on a regular expression that could run away on a hostile text.
 */
import { normalise } from '../../domain/text.ts';
import { isSyllable, syllable } from './syllable.ts';

export interface Token {
  kind: 'word' | 'digits' | 'sign' | 'line';
  /** As typed (NFC). */
  raw: string;
  /** Words: plain lower-case letters; otherwise the raw text. */
  base: string;
  /** Words: the marks carried, as bits of `syllable`; otherwise 0. */
  marks: number;
  /** Offsets in the normalised text. */
  start: number;
  end: number;
  /** White space, or the beginning of the text, stands before it. */
  spaced: boolean;
}

/** Longer messages are not read: chat applications cut at about 4,000 characters, and reports are shorter. */
export const MESSAGE_LENGTH_MAX = 4000;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const LETTER = /\p{L}|\p{M}/u;

function isLetter(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return LETTER.test(char);
}

const DASHES = /[\u2010-\u2015\u2212]/;

/** Cuts a text into tokens. The text is normalised first; offsets are those of `normalise(text)`. */
export function tokenise(text: string): Token[] {
  const source = normalise(text);
  const tokens: Token[] = [];
  let at = 0;
  let spaced = true;
  while (at < source.length) {
    const char = String.fromCodePoint(source.codePointAt(at) ?? 0);
    const start = at;
    at += char.length;
    if (char === '\n') {
      tokens.push({ kind: 'line', raw: char, base: '\n', marks: 0, start, end: at, spaced: true });
      spaced = true;
    } else if (char.trim() === '') {
      spaced = true;
    } else {
      const token = wordDigitsOrSign(source, start, char);
      tokens.push({ ...token, start, spaced });
      at = token.end;
      spaced = false;
    }
  }
  return joinVni(joinAbbreviations(tokens));
}

function wordDigitsOrSign(source: string, start: number, char: string): Omit<Token, 'start' | 'spaced'> {
  let end = start + char.length;
  if (isDigit(char.charCodeAt(0))) {
    while (end < source.length && isDigit(source.charCodeAt(end))) end += 1;
    const raw = source.slice(start, end);
    return { kind: 'digits', raw, base: raw, marks: 0, end };
  }
  if (isLetter(char)) {
    for (;;) {
      const next = source.codePointAt(end);
      if (next === undefined) break;
      const letter = String.fromCodePoint(next);
      if (!isLetter(letter)) break;
      end += letter.length;
    }
    const raw = source.slice(start, end);
    return { kind: 'word', raw, ...syllable(raw), end };
  }
  return { kind: 'sign', raw: char, base: DASHES.test(char) ? '-' : char, marks: 0, end };
}

/** "q.hạn", "h/s", "t.tuyến": the sign inside an abbreviation goes, so that both halves stand side by side. */
function joinAbbreviations(tokens: Token[]): Token[] {
  return tokens.filter((token, at) => {
    if (token.base !== '.' && token.base !== '/') return true;
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    const glued = !token.spaced && after?.kind === 'word' && !after.spaced;
    return !(glued && before?.kind === 'word' && before.base.length === 1);
  });
}

const VNI_KEYS = /^[1-9]{1,2}$/;
const VNI_TONE = /[1-5]/;

/** "nha65n", "tru7o71c": VNI keys left inside a word; the letters around them are a syllable or nothing is joined. */
function joinVni(tokens: Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const word = token.kind === 'word' ? vniWordAt(tokens, at) : undefined;
    joined.push(word?.token ?? token);
    if (word !== undefined) at = word.last;
  }
  return joined;
}

function vniWordAt(tokens: readonly Token[], at: number): { token: Token; last: number } | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  let { base, raw } = first;
  let keys = '';
  let last = at;
  for (;;) {
    const digits = tokens[last + 1];
    if (digits?.kind !== 'digits' || digits.spaced || !VNI_KEYS.test(digits.raw)) break;
    const letters = tokens[last + 2];
    const goesOn = letters?.kind === 'word' && !letters.spaced;
    // a last key belongs to the word only while its tone is missing: "nha65n2" ends in the number 2
    if (!goesOn && (keys === '' || VNI_TONE.test(keys) || !/^[1-5]$/.test(digits.raw))) break;
    keys += digits.raw;
    raw += digits.raw + (goesOn ? letters.raw : '');
    base += goesOn ? letters.base : '';
    last += goesOn ? 2 : 1;
    if (!goesOn || base.length > VNI_LETTERS_MAX) break;
  }
  const end = tokens[last]?.end ?? first.end;
  return last > at && isSyllable(base) ? { token: { ...first, raw, base, marks: 0, end }, last } : undefined;
}

/** "nghiêng" has seven letters. */
const VNI_LETTERS_MAX = 8;

/** The tokens as one comparable line: bases joined by single spaces. */
export function plain(tokens: readonly Token[]): string {
  return tokens.map((token) => token.base).join(' ');
}

/** Is this token the given plain word, typed without marks or with the marks of the word? */
export function isWord(token: Token | undefined, ...bases: string[]): boolean {
  return token !== undefined && token.kind === 'word' && bases.includes(token.base);
}
