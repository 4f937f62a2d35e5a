/**
 * A space struck inside a word: "tiếp nhậ n", "giả i quyết", "tr ực tuyến". The pieces are put together only where one
 * of them is no word, and the whole makes a term of several syllables with the words typed beside it.
 */
import type { Match } from '../lexicon.ts';
import { isSyllable, syllable } from '../syllable.ts';
import type { Token } from '../text.ts';
import type { Sense } from './sense.ts';
import { VOCABULARY } from './vocabulary.ts';

/** The longest terms have some ten words; those with a piece in them are told by the first few. */
const TERM_WORDS_MAX = 6;
/** The piece may be the second word of a term or the third. */
const WORDS_BEFORE_MAX = 2;

/** Terms with a word in two pieces, by the token each begins at. */
export function splitTerms(tokens: readonly Token[]): ReadonlyMap<number, Match<Sense>> {
  const found = new Map<number, Match<Sense>>();
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    if (!isSplit(tokens[at], tokens[at + 1])) continue;
    for (let from = Math.max(0, at - WORDS_BEFORE_MAX); from <= at; from += 1) {
      const term = termAt(tokens, from, at);
      if (term === undefined) continue;
      found.set(from, term);
      break;
    }
  }
  return found;
}

/** Two pieces, one of which is a single letter or no syllable, that make a syllable together. */
function isSplit(left: Token | undefined, right: Token | undefined): boolean {
  if (left?.kind !== 'word' || right?.kind !== 'word' || !right.spaced) return false;
  if (!isPiece(left) && !isPiece(right)) return false;
  return isSyllable(left.base + right.base);
}

/** "quyế t", "tr ực": one of the two pieces is this short. */
const isPiece = ({ base }: Token): boolean =>
  base.length === 1 || (base.length <= PIECE_LETTERS_MAX && !isSyllable(base));

const PIECE_LETTERS_MAX = 3;

/** The term that begins at `from` with the pieces at `at` put together, where it goes beyond what is typed. */
function termAt(tokens: readonly Token[], from: number, at: number): Match<Sense> | undefined {
  const [left, right] = [tokens[at], tokens[at + 1]];
  if (left === undefined || right === undefined) return undefined;
  const whole: Token = { ...left, ...syllable(left.raw + right.raw), raw: left.raw + right.raw, end: right.end };
  const typed = [...tokens.slice(from, at), whole, ...tokens.slice(at + 2, from + TERM_WORDS_MAX)];
  const term = VOCABULARY.match(typed, 0);
  if (term?.meaning.kind !== 'label' || term.next < 2 || term.next <= at - from) return undefined;
  const next = from + term.next + 1;
  return (VOCABULARY.match(tokens, from)?.next ?? 0) < next ? { meaning: term.meaning, next } : undefined;
}
