/**
 * What a sign between words and numbers does: it parts clauses, ties a label to its number, asks, or makes the number
 * uncertain.
 */

import { isWord, type Token } from '../text.ts';
import type { Item } from './item.ts';
import { VOCABULARY } from './vocabulary.ts';

const LINKS = new Set([':', '=', '"', "'", '“', '”', '→', '&', '*', '•', '●', '✓', '#', '_', '…']);
const VAGUE = new Set(['~', '≈', '±', '<', '≤', '≥']);

/** The item a sign at `at` is, after the item before it. */
export function signItem(tokens: readonly Token[], at: number, before: Item | undefined): Item {
  const token = tokens[at];
  const next = at + 1;
  const sign = token?.base ?? '';
  if (sign === '\n') return { kind: 'separator', sign, start: at, next };
  if (sign === '?') return { kind: 'question', start: at, next };
  if (VAGUE.has(sign)) return { kind: 'vague', start: at, next };
  if (LINKS.has(sign)) return { kind: 'link', start: at, next };
  if (sign === '>') return { kind: before?.kind === 'link' ? 'link' : 'vague', start: at, next };
  if (
    sign === '/' &&
    (isSpaced(tokens, at) || opensLabel(tokens, next)) &&
    (before?.kind === 'number' || before?.kind === 'unit')
  )
    return { kind: 'separator', sign, start: at, next };
  if (sign === '/') return { kind: 'and', start: at, next };
  if (sign === '+' && tokens[next]?.base === '-') return { kind: 'vague', start: at, next };
  // "Tiếp nhận - 215", "Tiếp nhận | 215", "Tiếp nhận......215"
  if (before?.kind === 'label' || before?.kind === 'unit') {
    const dots = leaderEnd(tokens, at);
    const end = sign === '-' || sign === '|' ? next : dots;
    if (tokens[end]?.kind === 'digits' && end > at) return { kind: 'link', start: at, next: end };
    // "nhận (165)"
    const shut = sign === '(' ? ')' : sign === '[' ? ']' : undefined;
    if (shut !== undefined && tokens[next]?.kind === 'digits' && tokens[at + 2]?.base === shut)
      return { kind: 'link', start: at, next };
  }
  return { kind: 'separator', sign, start: at, next };
}

/** Where a row of dots at `at` ends; `at` itself where there is none. The cutter keeps one of two. */
function leaderEnd(tokens: readonly Token[], at: number): number {
  let end = at;
  while (tokens[end]?.base === '.') end += 1;
  return end > at + 1 && tokens[at]?.spaced === false ? end : at;
}

/** "tn 67/ onl 60": a label with its own number begins behind the sign. */
function opensLabel(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.spaced !== true) return false;
  const word = VOCABULARY.match(tokens, at);
  const next = isWord(tokens[at], 'tt') ? at + 1 : word?.meaning.kind === 'label' ? word.next : at;
  return next > at && tokens[next]?.kind === 'digits';
}

/** "165 / xong 160" parts; "165/160" is a ratio. */
const isSpaced = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.spaced === true && tokens[at + 1]?.spaced === true && tokens[at + 1]?.kind === 'word';
