/**
 * Rates told in a message: "tỷ lệ đúng hạn 99,6%", "trễ hạn 0,15%", "trực tuyến 4.402 hồ sơ, đạt 95,32%". They are
 * worked out from the dossiers here and never stored; a rate without a name, or a goal, is left to be asked.
 */

import type { Masked } from '../figures/item.ts';
import type { Feature } from '../figures/sense.ts';
import { VOCABULARY } from '../figures/vocabulary.ts';
import { APPROXIMATE } from '../filler.ts';
import { Lexicon } from '../lexicon.ts';
import { type NumberSpan, numberAt } from '../number/number-at.ts';
import { isWord, type Token } from '../text.ts';
import type { ReportRate } from './inventory.ts';

export interface RateSaid {
  name: ReportRate;
  /** In per cent, as written. */
  value: number;
  /** The name and the rate, where the two stand alone and would otherwise be taken for a figure without its number. */
  masked?: Masked;
}

const RATE_MAX = 100;

/** Names of rates that are no names of dossiers. */
const RATE_NAMES = new Lexicon<ReportRate>([
  ['hài lòng|mức độ hài lòng|tỷ lệ hài lòng|tỉ lệ hài lòng|mức hài lòng|chỉ số hài lòng', 'satisfaction_rate'],
  [
    'thanh toán trực tuyến|thanh toán online|thanh toán qua mạng|nộp phí trực tuyến|nộp lệ phí trực tuyến|thanh toán phí trực tuyến|thanh toán lệ phí trực tuyến',
    'online_payment_rate',
  ],
]);

/** Of these the rate is another one, or only hoped for, or compared. */
const ELSEWHERE = new Lexicon<true>([
  [
    'chỉ tiêu|mục tiêu|phấn đấu|kế hoạch|yêu cầu|tăng|giảm|so với|sẽ|dự kiến|nếu|không|ko|k|chưa|cao hơn|thấp hơn',
    true,
  ],
]);

/** What links a rate to the number before it: "208 hs, đạt 99%", "(chiếm 0,9%)". */
const OF_BEFORE = new Lexicon<true>([
  [
    'đạt|chiếm|tỷ lệ|tỉ lệ|tỷ lệ đạt|đạt tỷ lệ|đạt tỉ lệ|chiếm tỷ lệ|chiếm tỉ lệ|bằng|tương đương|tương ứng|tức|tức là|ứng với',
    true,
  ],
]);

/** Features that only say whose rate it is. */
const BESIDE: readonly Feature[] = ['receive', 'resolve'];

/** A stretch between two signs, with what is named in it. */
interface Stretch {
  from: number;
  to: number;
  names: { name: ReportRate; at: number }[];
  /** Another figure is named, or the rate is not told as a fact. */
  other: boolean;
  counts: number;
  rates: NumberSpan[];
  /** It says "tỷ lệ". */
  rated: boolean;
  /** The sign before it. */
  sign: string;
}

/** The rates said, in order; a text without a sign of one is not looked through. */
export function ratesSaid(tokens: readonly Token[], ends: Int32Array): RateSaid[] {
  if (!tokens.some((token) => token.base === '%' || isWord(token, 'tram'))) return [];
  const stretches = stretchesOf(tokens, ends);
  return stretches.flatMap((stretch, index) => rateOf(tokens, stretch, stretches[index - 1]) ?? []);
}

function rateOf(tokens: readonly Token[], stretch: Stretch, before: Stretch | undefined): RateSaid | undefined {
  const [rate, more] = stretch.rates;
  if (rate?.decimal === undefined || rate.decimal > RATE_MAX || more !== undefined || stretch.other) return undefined;
  const [label, other] = stretch.names;
  const value = rate.decimal;
  if (label === undefined) {
    const [own, second] = before?.names ?? [];
    const told = before?.counts === 1 && before.rates.length === 0 && !before.other && own !== undefined && !second;
    return told && stretch.counts === 0 && opensOn(tokens, stretch, rate) ? { name: own.name, value } : undefined;
  }
  if (other !== undefined || stretch.counts > 1) return undefined;
  if (stretch.counts === 1) return { name: label.name, value };
  // "đúng hạn 100%" says of the dossiers that all were, to whoever counts them
  if (value === RATE_MAX && !isFree(label.name)) return stretch.rated ? { name: label.name, value } : undefined;
  const from = tokens[label.at - 1]?.base === 'le' ? label.at - 2 : label.at;
  return {
    name: label.name,
    value,
    masked: { from: Math.min(from, rate.start), to: Math.max(rate.next, label.at + 1) },
  };
}

const isFree = (name: ReportRate): boolean => name === 'satisfaction_rate' || name === 'online_payment_rate';

/** The rate comes first in its stretch, or behind "đạt", "chiếm". */
function opensOn(tokens: readonly Token[], { from, sign }: Stretch, rate: NumberSpan): boolean {
  if (sign !== ',' && sign !== '(' && sign !== '') return false;
  return (OF_BEFORE.match(tokens, from)?.next ?? from) === rate.start;
}

function stretchesOf(tokens: readonly Token[], ends: Int32Array): Stretch[] {
  const stretches: Stretch[] = [];
  let sign = '';
  const open = (from: number): Stretch => ({
    from,
    to: from,
    names: [],
    other: false,
    counts: 0,
    rates: [],
    rated: false,
    sign,
  });
  let stretch = open(0);
  const close = (at: number, behind: number): void => {
    stretch.to = at;
    stretches.push(stretch);
    sign = tokens[at]?.base ?? '';
    stretch = open(behind);
  };
  for (let at = 0; at < tokens.length; ) {
    const behind = ends[at] ?? 0;
    if (behind > at) {
      close(at, behind);
      at = behind;
    } else if (isEnd(tokens[at])) {
      close(at, at + 1);
      at += 1;
    } else at = lookAt(tokens, at, stretch);
  }
  close(tokens.length, tokens.length);
  return stretches;
}

const SIGNS = new Set([',', ';', '.', '(', ')', '+', '-', '–', '•', '*']);

const isEnd = (token: Token | undefined): boolean =>
  token?.kind === 'line' || (token?.kind === 'sign' && SIGNS.has(token.base));

/** Takes what stands at `at` down. @returns the index behind it */
function lookAt(tokens: readonly Token[], at: number, stretch: Stretch): number {
  const token = tokens[at];
  if (isWord(token, 'le') && isWord(tokens[at - 1], 'ty', 'ti')) stretch.rated = true;
  const elsewhere = token?.kind === 'word' ? (ELSEWHERE.match(tokens, at) ?? APPROXIMATE.match(tokens, at)) : undefined;
  const own = token?.kind === 'word' ? RATE_NAMES.match(tokens, at) : undefined;
  if (own !== undefined) {
    stretch.names.push({ name: own.meaning, at });
    return own.next;
  }
  const word = token?.kind === 'word' ? VOCABULARY.match(tokens, at) : undefined;
  if (word?.meaning.kind === 'label') {
    const name = rateNamed(word.meaning.features);
    if (name !== undefined) stretch.names.push({ name, at });
    else if (!word.meaning.features.every((feature) => BESIDE.includes(feature))) stretch.other = true;
    return word.next;
  }
  if (elsewhere !== undefined) {
    stretch.other = true;
    return elsewhere.next;
  }
  const span = token?.kind === 'sign' ? undefined : numberAt(tokens, at);
  if (span === undefined || (span.words && span.percent !== true)) return at + 1;
  if (span.percent === true) stretch.rates.push(span);
  else stretch.counts += 1;
  return span.next;
}

function rateNamed(features: readonly Feature[]): ReportRate | undefined {
  const qualities = features.filter((feature) => !BESIDE.includes(feature));
  switch (qualities.join()) {
    case 'on_time':
    case 'early,on_time':
      return 'on_time_rate';
    case 'late':
      return 'late_rate';
    case 'online':
      return 'online_rate';
    default:
      return undefined;
  }
}
