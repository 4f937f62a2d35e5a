/**
 * The numbers of a list ("1. Tiếp nhận: 215"), which count the lines and nothing else.
 */
import { numberInSentence } from './sentence-number.ts';
import type { Token } from './text.ts';
import { VOCABULARY } from './vocabulary.ts';

/** Lists in reports are not longer. */
const LIST_NUMBER_MAX = 30;

/** Indices of list numbers: "1." or "1)" at the beginning of a line that has another number to tell. */
export function listNumbers(tokens: readonly Token[]): Set<number> {
  const found = new Set<number>();
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const begins = at === 0 || tokens[at - 1]?.kind === 'line';
    const [sign, after] = [tokens[at + 1], tokens[at + 2]];
    if (!begins || token?.kind !== 'digits' || token.raw.length > 2 || Number(token.raw) > LIST_NUMBER_MAX) continue;
    const marked = (sign?.base === '.' || sign?.base === ')' || sign?.base === '/') && !sign.spaced;
    // "2.246" and "1.5" are numbers; so is "17/9"
    if (marked && after?.kind === 'word' && lineHasMore(tokens, at + 2)) found.add(at);
  }
  return found;
}

/** Another number, or a word that stands for one, before the line ends. */
function lineHasMore(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < tokens.length && tokens[at]?.kind !== 'line'; at += 1) {
    if (tokens[at]?.kind === 'digits' || numberInSentence(tokens, at) !== undefined) return true;
    const kind = VOCABULARY.match(tokens, at)?.meaning.kind;
    if (kind === 'none' || kind === 'rest' || kind === 'unknown') return true;
  }
  return false;
}
