/**
 * "Đúng" and "trước" where they tell how dossiers kept their time: "đúng/trước hạn" as one name, and "đúng 58" as short
 * for "đúng hạn 58".
 */
import type { Match } from '../lexicon.ts';
import { isWord, type Token } from '../text.ts';
import type { Sense } from './sense.ts';
import { VOCABULARY } from './vocabulary.ts';

const MERGED: Sense = { kind: 'label', features: ['early', 'on_time'] };
const MERGING = new Set([',', '/', '-', '+', '&']);

/** "đúng/trước hạn", "trước, đúng hạn": one number for both, whatever sign stands between. */
export function earlyAndOnTimeAt(tokens: readonly Token[], at: number): Match<Sense> | undefined {
  const other = isWord(tokens[at], 'dung') ? 'early' : isWord(tokens[at], 'truoc') ? 'on_time' : undefined;
  if (other === undefined || !MERGING.has(tokens[at + 1]?.base ?? '')) return undefined;
  // "chưa đúng, trước hạn 181": no, and then the figure
  if (isWord(tokens[at - 1], 'chua', 'khong', 'ko', 'k', 'hong')) return undefined;
  const word = VOCABULARY.match(tokens, at + 2);
  const named = word?.meaning.kind === 'label' && word.meaning.features.join() === other;
  return named ? { meaning: MERGED, next: word.next } : undefined;
}

/** Early and late ones are both named, so that "đúng 58" between them is short for "đúng hạn 58". */
export function partsByTime(tokens: readonly Token[]): boolean {
  let early = false;
  let late = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const base = tokens[at]?.base ?? '';
    early ||= base === 'som' || (base === 'truoc' && tokens[at + 1]?.base === 'han');
    late ||= LATE.has(base) || (base === 'qua' && tokens[at + 1]?.base === 'han');
  }
  return early && late;
}

const LATE = new Set(['tre', 'cham', 'muon', 'qh']);

export const isCountedDung = (tokens: readonly Token[], { start, next }: { start: number; next: number }): boolean =>
  next === start + 1 &&
  isWord(tokens[start], 'dung') &&
  (tokens[tokens[next]?.base === ':' ? next + 1 : next]?.kind === 'digits' ||
    // "180 sớm, 28 đúng, 2 trễ"
    (tokens[start - 1]?.kind === 'digits' && tokens[next]?.kind === 'sign'));
