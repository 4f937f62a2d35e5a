/**
 * Somebody spoken to by name: "dạ 312 nha anh Tài", "chị Thu Hà ơi, …". The name says nothing of what is reported, and
 * whoever is called by a number ("chị Bảy") is none.
 */
import { VOCABULARY } from './figures/vocabulary.ts';
import { POLITENESS } from './filler.ts';
import { signsOf } from './number/number-words.ts';
import type { Token } from './text.ts';

/** By the letters typed: "cô" is an aunt, "có" is to have. */
const KIN = new Set('anh chị chi em chú chu cô bác bac ông bà sếp thầy'.split(' '));
/** What may stand before somebody is spoken to, besides the beginning of the message or of a sentence. */
const BEFORE = new Set('dạ da nha nhé nhe ạ nghe nghen hen nè ơi chào thưa vâng ok gửi gởi rồi'.split(' '));
/** Behind these even a name without a capital is one: "nha anh tài". */
const CALLING = new Set('nha nhé nhe ạ nghe nghen hen'.split(' '));
const NAME_WORDS_MAX = 3;

/** The tokens without the names of those spoken to; the same tokens where nobody is. */
export function withoutNames(tokens: readonly Token[]): readonly Token[] {
  let kept: Token[] | undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    kept?.push(token);
    const end = isKin(token) && opens(tokens, at) ? nameEnd(tokens, at + 1) : at + 1;
    if (end === at + 1) continue;
    kept ??= tokens.slice(0, at + 1);
    at = end - 1;
  }
  return kept ?? tokens;
}

/** Most words of a message have other plain letters, which are at hand. */
const PLAIN_KIN = new Set('anh chi em chu co bac ong ba sep thay'.split(' '));
const isKin = ({ base, raw }: Token): boolean => PLAIN_KIN.has(base) && KIN.has(raw.toLowerCase());

/** Nothing that a person could do or be stands right before. */
function opens(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.kind !== 'word' || BEFORE.has(before.raw.toLowerCase());
}

/** The end of the name that begins at `at`; `at` where there is none, or where the sentence goes on with it. */
function nameEnd(tokens: readonly Token[], at: number): number {
  let end = at;
  while (end < at + NAME_WORDS_MAX && isCapital(tokens[end])) end += 1;
  if (end === at && isPlainName(tokens, at)) end += 1;
  return end > at && isSpokenTo(tokens, at, end) ? end : at;
}

/** Behind a name the message ends, or a sign or a polite word comes; "Em Nhận: 20" names a figure. */
function isSpokenTo(tokens: readonly Token[], at: number, end: number): boolean {
  const next = tokens[end];
  if (next === undefined || next.kind === 'line') return true;
  const says = VOCABULARY.match(tokens, at)?.meaning.kind === 'label';
  if (next.kind === 'sign') return !says || next.base === ',' || next.base === '.';
  return next.kind === 'word' && POLITENESS.match(tokens, end) !== undefined;
}

const isCapital = (token: Token | undefined): boolean => token?.kind === 'word' && /^\p{Lu}/u.test(token.raw);

/** "… nha anh tài" with which the message ends: a word that says nothing here. */
function isPlainName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token?.kind === 'word' &&
    tokens[at + 1] === undefined &&
    CALLING.has(tokens[at - 2]?.raw.toLowerCase() ?? '') &&
    signsOf(token).length === 0 &&
    VOCABULARY.match(tokens, at) === undefined &&
    POLITENESS.match(tokens, at) === undefined
  );
}
