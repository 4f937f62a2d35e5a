/**
 * "Nhận 250, anh sửa giúp em thành 251": the one number said is put right at once, so that its label goes with the one
 * that holds. With other numbers in view nobody knows which of them is meant, and everything is asked.
 */
import { POLITENESS, UNITS } from '../filler.ts';
import { Lexicon, type Match } from '../lexicon.ts';
import { spacedNumberAt } from '../number/number-at.ts';
import { signsOf } from '../number/number-words.ts';
import { isWord, type Token } from '../text.ts';

const MENDING = new Lexicon<true>([
  ['sửa|sửa lại|sửa số|sửa số lại|chỉnh|chỉnh lại|đổi|đổi lại|điều chỉnh|điều chỉnh lại|sửa đổi', true],
]);

/** What is said between two numbers; longer stretches tell something else. */
const WORDS_MAX = 12;

/** The number taken back and the words that take it back, to be stepped over; undefined where it is not so plain. */
export function takenBack(tokens: readonly Token[]): { from: number; to: number } | undefined {
  const to =
    tokens.findIndex((token, at) => isWord(token, 'thanh') && spacedNumberAt(tokens, at + 1) !== undefined) + 1;
  const own = to > 0 ? spacedNumberAt(tokens, to) : undefined;
  if (own?.value === undefined || counts(tokens.slice(own.next))) return undefined;
  for (let from = Math.max(0, to - WORDS_MAX); from < to; from += 1) {
    const old = spacedNumberAt(tokens, from);
    if (old === undefined || isMonth(tokens, from)) continue;
    const end = UNITS.match(tokens, old.next)?.next ?? old.next;
    const sole = old.value !== undefined && !counts(tokens.slice(0, from)) && isMending(tokens, end, to - 1);
    return sole && String(old.value).length === String(own.value).length ? { from, to } : undefined;
  }
  return undefined;
}

/** A sign, polite words and one "sửa lại" are all that stands between the two; "nhận 165 sửa thành 166" may tell of both. */
function isMending(tokens: readonly Token[], from: number, to: number): boolean {
  let mended = false;
  if (tokens[from]?.kind !== 'sign') return false;
  for (let at = from; at < to; ) {
    const verb: Match<true> | undefined = mended ? undefined : MENDING.match(tokens, at);
    mended ||= verb !== undefined;
    const beside = verb ?? POLITENESS.match(tokens, at);
    if (beside === undefined && !isBeside(tokens[at])) return false;
    at = beside?.next ?? at + 1;
  }
  return mended;
}

const isBeside = (token: Token | undefined): boolean =>
  [',', '.', ';'].includes(token?.base ?? '') || isWord(token, 'nho', 'ho', 'gium', 'dum', 'cho', 'lai', 'nhe');

const isMonth = (tokens: readonly Token[], at: number): boolean => isWord(tokens[at - 1], 'thang', 't');

/** A number stands among the tokens, besides that of a month. */
const counts = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, at) =>
      (token.kind === 'digits' && !isMonth(tokens, at)) ||
      (signsOf(token).length > 0 && spacedNumberAt(tokens, at)?.value !== undefined),
  );
