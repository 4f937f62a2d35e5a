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

/** What a character is, as a small number: the scanner runs over every character of every message. */
const SPACE = 0;
const DIGIT = 1;
const LETTER = 2;
const LINE = 3;
const SIGN = 4;
/** Pictures and symbols nobody reads: they part words and leave no token. */
const PICTURE = 5;

const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (char === '\n') return LINE;
  if (/\d/.test(char)) return DIGIT;
  if (/[a-z]/i.test(char)) return LETTER;
  return code <= 32 || code === 127 ? SPACE : SIGN;
});

const READ_SIGNS = new Set('–—−‐‑‒―≈±≤≥→“”‘’«»…•●×÷‰✓€£¥₫');
const BEYOND_ASCII = /^[\p{L}\p{M}]$/u;

/** Classes of the characters of the basic plane, found out when first met; 0 for one not met yet, otherwise class + 1. */
const MET = new Uint8Array(0x10000);

function classOf(code: number): number {
  if (code < 128) return ASCII[code] ?? SIGN;
  if (code > 0xffff) return classBeyondAscii(code);
  const met = MET[code] ?? 0;
  if (met > 0) return met - 1;
  const found = classBeyondAscii(code);
  MET[code] = found + 1;
  return found;
}

function classBeyondAscii(code: number): number {
  // Latin letters with marks, and the marks themselves where they did not compose
  if ((code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) || (code >= 0x1ea0 && code <= 0x1ef9))
    return LETTER;
  if (code >= 0x300 && code <= 0x36f) return LETTER;
  const char = String.fromCodePoint(code);
  if (READ_SIGNS.has(char)) return SIGN;
  return BEYOND_ASCII.test(char) ? LETTER : PICTURE;
}

const DASHES = new Set('–—−‐‑‒―');
const LAST_ASCII = '\u007f';

/**
 * The text cut last, with its tokens. One message is looked at by several readers, each of which begins with its
 * tokens: whether it may be kept, whether it steers, whether it is a command, what it says.
 */
let last: { text: string; tokens: readonly Token[] } = { text: '', tokens: [] };

/** Cuts a text into tokens. The text is normalised first; offsets are those of `normalise(text)`. */
export function tokenise(text: string): readonly Token[] {
  if (text !== last.text) last = { text, tokens: cut(normalise(text)) };
  return last.tokens;
}

function cut(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let spaced = true;
  let before: Token | undefined;
  // most messages hold no VNI keys
  let keyed = false;
  while (at < source.length) {
    const code = codeAt(source, at);
    const kind = classOf(code);
    const start = at;
    at += code > 0xffff ? 2 : 1;
    if (kind === SPACE || kind === PICTURE) {
      spaced = true;
      continue;
    }
    if (kind === DIGIT || kind === LETTER) at = endOfRun(source, at, kind);
    const raw = source.slice(start, at);
    // "....", "-----": one of them says as much, and it glues nothing together
    const repeated: boolean = kind === SIGN && !spaced && before?.raw === raw;
    if (!repeated) {
      const glued = !spaced && before !== undefined;
      keyed ||= glued && kind === DIGIT && before?.kind === 'word';
      if (glued && kind === LETTER && isInAbbreviation(tokens)) tokens.pop();
      before = tokenOf(kind, raw, start, at, spaced);
      tokens.push(before);
    }
    spaced = kind === LINE || repeated;
  }
  return keyed ? joinVni(tokens) : tokens;
}

/** "q.hạn", "h/s", "t.tuyến": the sign inside an abbreviation goes, so that both halves stand side by side. */
function isInAbbreviation(tokens: readonly Token[]): boolean {
  const sign = tokens.at(-1);
  if (sign === undefined || sign.spaced || (sign.raw !== '.' && sign.raw !== '/')) return false;
  const before = tokens.at(-2);
  return before?.kind === 'word' && before.base.length === 1;
}

/** The character at `at`, whole where it takes two places. */
function codeAt(source: string, at: number): number {
  const code = source.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff ? (source.codePointAt(at) ?? code) : code;
}

function endOfRun(source: string, from: number, kind: number): number {
  let at = from;
  while (at < source.length) {
    const code = codeAt(source, at);
    if (classOf(code) !== kind) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

function tokenOf(kind: number, raw: string, start: number, end: number, spaced: boolean): Token {
  if (kind === LETTER) {
    const { base, marks } = syllable(raw);
    return { kind: 'word', raw, base, marks, start, end, spaced };
  }
  if (kind === DIGIT) return { kind: 'digits', raw, base: raw, marks: 0, start, end, spaced };
  if (kind === LINE) return { kind: 'line', raw, base: raw, marks: 0, start, end, spaced: true };
  const isDash = raw > LAST_ASCII && DASHES.has(raw);
  return { kind: 'sign', raw, base: isDash ? '-' : raw, marks: 0, start, end, spaced };
}

const VNI_KEYS = /^[1-9]{1,2}$/;
const VNI_TONE = /[1-5]/;

/** "nha65n", "tru7o71c": VNI keys left inside a word; the letters around them are a syllable or nothing is joined. */
function joinVni(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const next = tokens[at + 1];
    const isKeyed = token.kind === 'word' && next?.kind === 'digits' && !next.spaced;
    const word = isKeyed ? vniWordAt(tokens, at) : undefined;
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
  if (token === undefined || token.kind !== 'word') return false;
  // counted rather than asked of the list: no reader is called more often, and so the list need not be made
  for (let at = 0; at < bases.length; at += 1) if (bases[at] === token.base) return true;
  return false;
}

/** "à" with its mark: it wonders or takes back, where a bare "a" may be "ạ", or "anh". */
export const isAh = (token: Token | undefined): boolean => isWord(token, 'a') && token?.raw.toLowerCase() === 'à';
