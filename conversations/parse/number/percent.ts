/**
 * A percentage as the answer to a question: "99,48%", "đúng hạn 97%", "chín mươi chín phẩy bốn tám phần trăm".
 */
import type { NumberDoubt } from '../doubt.ts';
import { politeEnd } from '../filler.ts';
import { Lexicon } from '../lexicon.ts';
import { isWord, MESSAGE_LENGTH_MAX, type Token, tokenise } from '../text.ts';
import { countOf, takeApart } from './number.ts';
import { numberAt } from './number-at.ts';
import { signsOf } from './number-words.ts';

export type PercentReading =
  | { kind: 'percent'; value: number }
  | { kind: 'doubt'; reason: NumberDoubt; proposal?: number }
  | { kind: 'none' };

const PERCENT_MAX = 100;

/** What a rate is announced with. */
const RATE = new Lexicon<true>([['tỷ lệ|tỉ lệ|tỷ lệ là|tỉ lệ là|mức|mức độ|mức độ hài lòng|hài lòng', true]]);
/** What may also stand beside a rate that was asked and is written as one: "đúng hạn 97" would be a count. */
const OUTCOME = new Lexicon<true>([
  [
    'đúng hạn|giải quyết đúng hạn|gq đúng hạn|hài lòng|xong|đã xong|hoàn thành|rồi|tỷ lệ hài lòng|tỉ lệ hài lòng|tỷ lệ đúng hạn|' +
      'tỉ lệ đúng hạn|tỷ lệ giải quyết đúng hạn|tỉ lệ giải quyết đúng hạn|đạt tỷ lệ|đạt tỉ lệ|tỷ lệ đạt|tỉ lệ đạt',
    true,
  ],
]);

/** Reads a percentage: "99,48%", "99.87 %", "99,48", "100%", "chín mươi chín phẩy bốn tám phần trăm". */
export function readPercent(text: string): PercentReading {
  return percentOf(tokenise(text.slice(0, MESSAGE_LENGTH_MAX)));
}

/** `readPercent` for tokens already cut; `asked` where a rate was asked, so that "xong 100%" tells it. */
export function percentOf(tokens: readonly Token[], asked = false): PercentReading {
  const spoken = spokenDecimal(tokens);
  if (spoken !== undefined) return within(spoken);
  const rate = announced(tokens, asked);
  const answer = takeApart(rate.tokens);
  const [only] = answer.numbers;
  if (only === undefined || (rate.outcome && only.percent !== true)) return { kind: 'none' };
  if (answer.numbers.length > 1) return { kind: 'doubt', reason: 'several' };
  const value = only.decimal ?? only.value;
  if (answer.negative || answer.approximate) {
    return {
      kind: 'doubt',
      reason: answer.negative ? 'negative' : 'approximate',
      ...(value !== undefined && { proposal: value }),
    };
  }
  if (answer.strange) return { kind: 'none' };
  if (value === undefined) return { kind: 'doubt', reason: only.doubt ?? 'uncertain' };
  return answer.question ? { kind: 'doubt', reason: 'uncertain', proposal: value } : within(value);
}

/** The tokens without what the rate is announced with, and whether that was a word which counts have as well. */
function announced(tokens: readonly Token[], asked: boolean): { tokens: readonly Token[]; outcome: boolean } {
  const from = politeEnd(tokens, 0);
  const rate = RATE.match(tokens, from);
  const outcome = asked ? OUTCOME.match(tokens, from) : undefined;
  if (rate !== undefined && rate.next >= (outcome?.next ?? 0))
    return { tokens: tokens.slice(rate.next), outcome: false };
  if (!asked) return { tokens: tokens.slice(from), outcome: false };
  const kept: Token[] = [];
  for (let at = from; at < tokens.length; ) {
    const named = OUTCOME.match(tokens, at);
    if (named === undefined) kept.push(...tokens.slice(at, at + 1));
    at = named?.next ?? at + 1;
  }
  return { tokens: kept, outcome: kept.length < tokens.length - from };
}

/** A rate above 100 lacks its comma ("9948"). */
function within(value: number): PercentReading {
  if (value <= PERCENT_MAX) return { kind: 'percent', value };
  return { kind: 'doubt', reason: 'too_large' };
}

/** "chín mươi chín phẩy bốn tám": the digits after phẩy are said one by one or as a ten. */
function spokenDecimal(tokens: readonly Token[]): number | undefined {
  const comma = tokens.findIndex((token) => isWord(token, 'phay', 'cham'));
  if (comma < 1) return undefined;
  const whole = countOf(tokens.slice(0, comma));
  const fraction = numberAt(tokens, comma + 1);
  if (whole.kind !== 'count' || fraction === undefined) return undefined;
  const spelled = tokens.slice(comma + 1, fraction.next).map((token) => signsOf(token)[0]);
  const digits = spelled.every((sign) => sign?.kind === 'digit')
    ? spelled.map((sign) => (sign?.kind === 'digit' ? sign.value : '')).join('')
    : (tokens[comma + 1]?.kind === 'digits' && tokens[comma + 1]?.raw) ||
      String(fraction.value ?? fraction.decimal ?? '');
  return digits === '' ? undefined : Number(`${whole.value}.${digits}`);
}
