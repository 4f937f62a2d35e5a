/**
 * A bare number as the answer to a question: "dạ 45 ạ", "2 246 hs", "trăm rưỡi". A count is accepted only when the
 * writing allows one reading; everything else comes back as a doubt with the reading to propose.
 */

import type { NumberDoubt } from '../doubt.ts';
import { wonders } from '../figures/circumstance.ts';
import { APPROXIMATE, FILLER, POLITENESS, UNITS } from '../filler.ts';
import { Lexicon } from '../lexicon.ts';
import { isWord, MESSAGE_LENGTH_MAX, type Token, tokenise } from '../text.ts';
import { type NumberSpan, spacedNumberAt } from './number-at.ts';
import { signsOf } from './number-words.ts';

export { type CountsReading, readCounts } from './counts.ts';

export type CountReading =
  | { kind: 'count'; value: number }
  | { kind: 'doubt'; reason: NumberDoubt; proposal?: number }
  | { kind: 'none' };

const doubt = (reason: NumberDoubt, proposal?: number): CountReading => ({
  kind: 'doubt',
  reason,
  ...(proposal !== undefined && { proposal }),
});

/** What a whole answer consists of. */
export interface Answer {
  numbers: NumberSpan[];
  approximate: boolean;
  negative: boolean;
  question: boolean;
  /** Words that are neither number, unit nor politeness. */
  strange: boolean;
}

/** Signs that make something else of a number; punctuation and pictures beside it do not. */
const ARITHMETIC_SIGNS = new Set(['/', '+', '%', '=', '\\', '^', '|', '×', '÷', '‰', '$', '€', '£', '¥', '₫']);
const APPROXIMATE_SIGNS = new Set(['~', '≈', '<', '>', '≤', '≥', '±']);

/** "hồ sơ số 215" is one dossier, by its number. */
const CALLED = new Lexicon<true>([['hồ sơ số|hs số|bộ số|mã số|mã hồ sơ|mã|số hiệu|câu số', true]]);

/** Takes a short answer apart into its numbers and what stands around them. */
export function takeApart(tokens: readonly Token[]): Answer {
  const answer: Answer = { numbers: [], approximate: false, negative: false, question: false, strange: false };
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const number = numberStartingAt(tokens, at);
    const filler = number === undefined ? FILLER.match(tokens, at) : undefined;
    const vague = APPROXIMATE.match(tokens, at);
    const called = CALLED.match(tokens, at);
    if (called !== undefined && tokens[called.next]?.kind === 'digits') {
      answer.strange = true;
      at = called.next;
    } else if (vague !== undefined && vague.next > (number?.next ?? 0) && vague.next >= (filler?.next ?? 0)) {
      answer.approximate = true;
      at = vague.next;
    } else if (number !== undefined) {
      // "150 (70%)"
      const share = number.percent === true && answer.numbers.length > 0 && tokens[at - 1]?.base === '(';
      if (!share) answer.numbers.push(number);
      at = number.next;
    } else if (filler !== undefined) at = filler.next;
    else {
      noteOther(answer, tokens, at);
      at += 1;
    }
  }
  return answer;
}

/** A number, unless the word is one of those that only look like one ("năm nay", "tư" for "từ"). */
function numberStartingAt(tokens: readonly Token[], at: number): NumberSpan | undefined {
  const span = spacedNumberAt(tokens, at);
  const [sign] = span?.words ? signsOf(tokens[at]) : [];
  if (sign?.kind === 'odd' || sign?.kind === 'half') return undefined;
  // "một mình" is alone, and no polite word behind a one
  if (span?.words && span.next === at + 1 && isWord(tokens[at], 'mot') && isWord(tokens[at + 1], 'minh'))
    return undefined;
  return span?.next === at + 1 && isYear(tokens, at) ? undefined : span;
}

/** "năm nay", "năm ngoái": "này" typed whole would be a polite word behind a five. */
function isYear(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  return (
    isWord(tokens[at], 'nam') &&
    (isWord(after, 'ngoai', 'truoc', 'qua') || (isWord(after, 'nay') && after?.marks === 0))
  );
}

function noteOther(answer: Answer, tokens: readonly Token[], at: number): void {
  const token = tokens[at];
  if (token === undefined || token.kind === 'line') return;
  if (token.kind === 'word') {
    if (isWord(token, 'am') && tokens[at + 1]?.kind === 'digits') answer.negative = true;
    else if (isWord(token, 'am') && signsOf(tokens[at + 1]).length > 0) answer.negative = true;
    else answer.strange = true;
  } else if (token.base === '-') {
    if (tokens[at + 1]?.kind === 'digits' || tokens[at + 1]?.base === '.') answer.negative = true;
    else answer.strange = true;
  } else if (token.base === '?') answer.question = true;
  else if (APPROXIMATE_SIGNS.has(token.base)) answer.approximate = true;
  else if (ARITHMETIC_SIGNS.has(token.base)) answer.strange = true;
  // ". 5" may have lost its whole part
  else if ((token.base === '.' || token.base === ',') && answer.numbers.length === 0) answer.strange = true;
}

/** "không chính xác", "không gửi": a lone "không" counts only where nothing but a unit or politeness follows. */
function isDenial(tokens: readonly Token[], { start, next }: NumberSpan): boolean {
  if (!isWord(tokens[start], 'khong') || next !== start + 1) return false;
  for (let at = next; at < tokens.length; ) {
    const skipped = UNITS.match(tokens, at) ?? POLITENESS.match(tokens, at);
    if (skipped === undefined && tokens[at]?.kind === 'word') return true;
    at = skipped?.next ?? at + 1;
  }
  return false;
}

/**
 * Reads a text that is nothing but one count. @returns `none` where there is no number, or words of another meaning
 * stand beside it; `doubt` for decimals, negatives, approximations, abbreviations and several numbers.
 */
export function readCount(text: string): CountReading {
  return countOf(tokenise(text.slice(0, MESSAGE_LENGTH_MAX)));
}

/** `readCount` for tokens already cut. */
export function countOf(tokens: readonly Token[]): CountReading {
  const answer = takeApart(tokens);
  const [only] = answer.numbers;
  if (only === undefined) return answer.approximate && !answer.strange ? doubt('approximate') : { kind: 'none' };
  if (answer.strange || isDenial(tokens, only)) return { kind: 'none' };
  const proposal = only.value ?? only.proposal;
  if (answer.numbers.length > 1) return doubt('several');
  if (answer.negative) return doubt('negative', proposal);
  if (answer.approximate) return doubt('approximate', proposal);
  if (only.doubt !== undefined) return doubt(only.doubt, only.proposal);
  if (only.value === undefined) return { kind: 'none' };
  return answer.question || wonders(tokens) ? doubt('uncertain', only.value) : { kind: 'count', value: only.value };
}
