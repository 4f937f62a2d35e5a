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
/** Between two names typed whole a comma or a dash may part two figures. */
const JOINING = new Set(['/', '+', '&']);
const AND = ['va', 'hoac', 'voi', 'cung', 'lan', 'hay'];

/** "đh và trước hạn", "sớm & đúng hẹn": both by their names, however they are shortened. */
export function earlyAndOnTimeAt(
  tokens: readonly Token[],
  at: number,
  named: Match<Sense> | undefined,
): Match<Sense> | undefined {
  const short = shortenedAt(tokens, at);
  if (short !== undefined || named?.meaning.kind !== 'label') return short;
  const own = named.meaning.features.join();
  const and = tokens[named.next];
  if (own !== 'early' && own !== 'on_time') return undefined;
  if (!(isWord(and, ...AND) || JOINING.has(and?.base ?? ''))) return undefined;
  return otherAt(tokens, named.next + 1, own === 'early' ? 'on_time' : 'early');
}

/** "đúng/trước hạn", "trước, đúng hạn", "đúng và trc hạn": one number for both, whatever stands between. */
function shortenedAt(tokens: readonly Token[], at: number): Match<Sense> | undefined {
  const other = isWord(tokens[at], 'dung') ? 'early' : isWord(tokens[at], 'truoc') ? 'on_time' : undefined;
  const and = tokens[at + 1];
  if (other === undefined || !(MERGING.has(and?.base ?? '') || isWord(and, ...AND))) return undefined;
  // "chưa đúng, trước hạn 181": no, and then the figure
  if (isWord(tokens[at - 1], 'chua', 'khong', 'ko', 'k', 'hong')) return undefined;
  return otherAt(tokens, at + 2, other);
}

function otherAt(tokens: readonly Token[], at: number, other: 'early' | 'on_time'): Match<Sense> | undefined {
  const word = VOCABULARY.match(tokens, at);
  const named = word?.meaning.kind === 'label' && word.meaning.features.join() === other;
  // "đúng hạn/trước hạn: 28/180" are two lists, read by their own reader
  const listed = named && tokens.slice(word.next, word.next + LIST_WORDS_MAX).some(({ base }) => base === '/');
  return named && !(listed && tokens[at - 1]?.base === '/') ? { meaning: MERGED, next: word.next } : undefined;
}

/** ": 28 /" */
const LIST_WORDS_MAX = 3;

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
