/**
 * One written number inside a stream of tokens: where it begins and ends, and whether it is a count, a percentage or
 * something to ask about. Vietnamese writing is the rule: "." and spaces part thousands, "," is the decimal sign.
 */

import type { NumberDoubt } from '../doubt.ts';
import { UNITS } from '../filler.ts';
import { isWord, type Token } from '../text.ts';
import { COUNT_MAX, classify, notACount, TELEPHONE } from './digit-groups.ts';
import { definite, readSigns, type Sign, signsOf } from './number-words.ts';

export { COUNT_MAX } from './digit-groups.ts';

export interface NumberSpan {
  /** The count, where the writing allows only one reading; absent for a doubt and for a percentage. */
  value?: number;
  doubt?: NumberDoubt;
  /** For a doubt: the likeliest count, to be proposed and asked. */
  proposal?: number;
  /** The exact decimal, where a decimal was written ("99,48" → 99.48). */
  decimal?: number;
  /** "%" or "phần trăm" follows. */
  percent?: boolean;
  /** "208/210": both sides. */
  parts?: number[];
  words: boolean;
  start: number;
  /** Index of the token after it. */
  next: number;
}

/** Words in the longest number up to the billions are 19; a longer run is no number. */
const RUN_MAX = 20;

/** Signs that go on with a number they are glued to. */
const SEPARATORS = new Set(['.', ',', '/']);
const SHORT_SCALES = new Map([
  ['k', 1e3],
  ['n', 1e3],
  ['ng', 1e3],
  ['tr', 1e6],
  ['m', 1e6],
  ['g', 1e9],
  ['t', 1e9],
]);

/** The number that begins at token `at`, or undefined. Spaces as thousands separators are `spacedNumberAt`'s. */
export function numberAt(tokens: readonly Token[], at: number): NumberSpan | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const leadingPoint = (token.base === '.' || token.base === ',') && token.spaced;
  if (leadingPoint && tokens[at + 1]?.kind === 'digits' && tokens[at + 1]?.spaced === false) {
    const span = digitsAt(tokens, at + 1);
    // ",0012G": what a scale makes of it is nobody's guess
    if (span.doubt === 'shorthand') return { doubt: 'uncertain', words: false, start: at, next: span.next };
    return { ...without(span), start: at, ...notACount(Number(`0.${tokens[at + 1]?.raw}`)) };
  }
  if (token.kind === 'digits') return spelledOut(tokens, digitsAt(tokens, at));
  return token.kind === 'word' ? writtenOut(tokens, wordsAt(tokens, at)) : undefined;
}

/** "02 (hai)": a number spelled out behind it, as official papers do. Where the two differ neither is taken. */
function spelledOut(tokens: readonly Token[], span: NumberSpan): NumberSpan {
  // "165 hồ sơ (một trăm sáu mươi lăm)"
  const opens = UNITS.match(tokens, span.next)?.next ?? span.next;
  if (span.value === undefined || tokens[opens]?.base !== '(') return span;
  const words = wordsAt(tokens, opens + 1);
  if (words?.value === undefined || tokens[words.next]?.base !== ')') return span;
  if (words.value === span.value) return { ...span, next: words.next + 1 };
  return { ...without(span), doubt: 'uncertain', next: words.next + 1 };
}

/** "hai (02)": the same the other way round. */
function writtenOut(tokens: readonly Token[], span: NumberSpan | undefined): NumberSpan | undefined {
  if (span?.value === undefined || tokens[span.next]?.base !== '(' || tokens[span.next + 1]?.kind !== 'digits')
    return span;
  const digits = digitsAt(tokens, span.next + 1);
  if (digits.value === undefined || tokens[digits.next]?.base !== ')') return span;
  if (digits.value === span.value) return { ...span, next: digits.next + 1 };
  return { ...without(span), doubt: 'uncertain', next: digits.next + 1 };
}

/** Digits whose thousands may be parted by single spaces: "2 246", "1 234 567". */
export function spacedNumberAt(tokens: readonly Token[], at: number): NumberSpan | undefined {
  const single = numberAt(tokens, at);
  const first = tokens[at];
  if (single?.value === undefined || single.next !== at + 1 || first?.kind !== 'digits') return single;
  if (first.raw.length > 3 || first.raw.startsWith('0') || isGlued(tokens, at)) return single;
  let digits = first.raw;
  let next = at + 1;
  for (;;) {
    const group = tokens[next];
    if (group?.kind !== 'digits' || group.raw.length !== 3 || !group.spaced) break;
    const alone = numberAt(tokens, next);
    if (alone?.next !== next + 1 && alone?.percent !== true) break;
    digits += group.raw;
    next += 1;
  }
  if (next === at + 1) return single;
  const value = Number(digits);
  if (value > COUNT_MAX) return { doubt: 'too_large', words: false, start: at, next };
  // "215 216" is rather two counts than a commune's two hundred thousand dossiers
  if (first.raw.length === 3 && next === at + 2 && !tokens[at + 1]?.raw.startsWith('0'))
    return { doubt: 'grouping', proposal: value, words: false, start: at, next };
  return { value, words: false, start: at, next };
}

/** "nhaan5 165": digits that are part of a word before them begin no groups. */
export function isGlued(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.spaced === false && tokens[at - 1]?.kind === 'word';
}

const CURRENCY = new Set(['$', '€', '£', '¥', '₫']);

/** "$10", "10€": what is beside such a sign is money. */
export const isMoney = (sign: Token | undefined): boolean => sign !== undefined && CURRENCY.has(sign.base);

/** Letters struck for digits: "21O", "2l5". */
const LOOKALIKES = ['o', 'l', 'i'];

function digitsAt(tokens: readonly Token[], at: number): NumberSpan {
  const first = tokens[at]?.raw ?? '';
  const sign = tokens[at + 1];
  // by far the usual case, and asked of every number several times
  const second = tokens[at + 2];
  const chained =
    sign !== undefined && !sign.spaced && SEPARATORS.has(sign.base) && second?.kind === 'digits' && !second.spaced;
  if (!chained) {
    const value = Number(first);
    const lone = value <= COUNT_MAX && !(first.length > 8 && TELEPHONE.test(first));
    const span: NumberSpan = lone
      ? { value, words: false, start: at, next: at + 1 }
      : { doubt: 'too_large', words: false, start: at, next: at + 1 };
    return sign === undefined || sign.kind === 'line' ? span : withTail(tokens, span);
  }
  return chainedDigitsAt(tokens, at);
}

function chainedDigitsAt(tokens: readonly Token[], at: number): NumberSpan {
  const parts = [tokens[at]?.raw ?? ''];
  const seps: string[] = [];
  let next = at + 1;
  for (;;) {
    const sep = tokens[next];
    const digits = tokens[next + 1];
    if (sep === undefined || sep.spaced || !SEPARATORS.has(sep.base)) break;
    // "246..246": a sign written twice is one token, and no thousands separator.
    if (digits?.kind !== 'digits' || digits.spaced || digits.start !== sep.end) break;
    seps.push(sep.base);
    parts.push(digits.raw);
    next += 2;
  }
  const span: NumberSpan = { ...classify(parts, seps), words: false, start: at, next };
  return withTail(tokens, span);
}

/** What follows the digits and changes what they are: %, a scale in letters or words, a range. */
function withTail(tokens: readonly Token[], span: NumberSpan): NumberSpan {
  const { start, next } = span;
  const after = tokens[next];
  if (after === undefined || isRate(tokens, next)) return span;
  if (after.base === '%') return percentOf(span, next + 1);
  if (isMoney(after)) return { doubt: 'uncertain', words: false, start, next: next + 1 };
  if (!after.spaced && after.marks === 0 && isWord(after, ...LOOKALIKES)) {
    return { doubt: 'uncertain', words: false, start, next: tokens[next + 1]?.kind === 'digits' ? next + 2 : next + 1 };
  }
  if (isWord(after, 'phan') && isWord(tokens[next + 1], 'tram')) return percentOf(span, next + 2);
  const amount = span.value ?? span.decimal;
  const scale = SHORT_SCALES.get(after.base);
  const rest = tokens[next + 1];
  // "2 k" at the end of a clause is no "không"
  const lone = after.base === 'k' && (rest?.kind !== 'word' || endsWithUnit(tokens, next + 1));
  if (scale !== undefined && after.kind === 'word' && (!after.spaced || lone) && amount !== undefined) {
    const glued = rest?.kind === 'digits' && !rest.spaced ? rest : undefined;
    const tail = glued === undefined ? 0 : (Number(glued.raw) * scale) / 10 ** glued.raw.length;
    return shorthand(start, next + (glued ? 2 : 1), amount * scale + tail);
  }
  if (after.base === '-' && !after.spaced && tokens[next + 1]?.kind === 'digits' && !tokens[next + 1]?.spaced) {
    return { doubt: 'approximate', words: false, start, next: next + 2 };
  }
  if (after.base === '+' && !after.spaced && tokens[next + 1]?.kind !== 'digits') {
    return {
      ...without(span),
      doubt: 'approximate',
      ...(amount !== undefined && { proposal: amount }),
      next: next + 1,
    };
  }
  const [sign] = signsOf(after);
  if (sign?.kind === 'scale' || sign?.kind === 'hundred' || sign?.kind === 'tens') {
    if (span.value !== undefined && next === start + 1) return runAt(tokens, start) ?? span;
    if (span.decimal !== undefined && sign.kind === 'scale')
      return shorthand(start, next + 1, span.decimal * sign.value);
  }
  return span;
}

/** "2 k hs": what is counted, and nothing behind it. */
function endsWithUnit(tokens: readonly Token[], at: number): boolean {
  const unit = UNITS.match(tokens, at);
  return unit !== undefined && tokens[unit.next]?.kind !== 'word';
}

const without = ({ value: _value, ...span }: NumberSpan): NumberSpan => span;

function percentOf({ decimal, value, words, start }: NumberSpan, next: number): NumberSpan {
  const rate = decimal ?? value;
  const span: NumberSpan = { doubt: 'percent', percent: true, words, start, next };
  if (rate !== undefined) span.decimal = rate;
  return span;
}

function shorthand(start: number, next: number, amount: number): NumberSpan {
  const proposal = Math.round(amount);
  return { doubt: 'shorthand', ...(proposal <= COUNT_MAX && { proposal }), words: false, start, next };
}

/** "tỷ lệ", "tỉ lệ": no billions. */
const isRate = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[at], 'ty', 'ti') && isWord(tokens[at + 1], 'le');

/** "không" and "năm" are a number word only inside a greater number, or where a sentence cannot mean no or year. */
function runEnds(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (at === from) return false;
  if (isWord(token, 'khong')) {
    const [after] = signsOf(tokens[at + 1]);
    return !(after?.kind === 'hundred' || after?.kind === 'scale');
  }
  const next = tokens[at + 1];
  // "giải quyết 210 tỷ lệ đúng hạn 99%"
  if (isRate(tokens, at)) return true;
  if (isWord(token, 'nam')) return next?.kind === 'digits' || isWord(next, 'nay', 'ngoai', 'truoc', 'qua');
  return false;
}

function wordsAt(tokens: readonly Token[], at: number): NumberSpan | undefined {
  return signsOf(tokens[at]).length === 0 ? undefined : runAt(tokens, at);
}

/** The longest run of number words (digits may stand among them after a unit) from `at`. */
function runAt(tokens: readonly Token[], at: number): NumberSpan | undefined {
  const choices: Sign[][] = [];
  let next = at;
  while (next < tokens.length && choices.length <= RUN_MAX && !runEnds(tokens, next, at)) {
    const token = tokens[next];
    const options = token?.kind === 'digits' ? figureSign(tokens, next, at) : signsOf(token);
    if (options.length === 0) break;
    choices.push(options);
    next += 1;
  }
  const signs = definite(choices);
  if (signs.length === 1 && (signs[0]?.kind === 'odd' || signs[0]?.kind === 'half')) return undefined;
  const span = { words: true, start: at, next };
  const reading = signs.length > RUN_MAX ? undefined : readSigns(signs);
  if (reading === undefined) return { doubt: 'uncertain', ...span };
  if ('doubt' in reading) return percentTail(tokens, { ...reading, ...span });
  if (reading.value > COUNT_MAX) return { doubt: 'too_large', ...span };
  return percentTail(tokens, { value: reading.value, ...span });
}

/** "chín mươi chín phẩy bốn tám phần trăm" is left to `readPercent`; here only the sign of a rate is noticed. */
function percentTail(tokens: readonly Token[], span: NumberSpan): NumberSpan {
  if (tokens[span.next]?.base === '%') return percentOf(span, span.next + 1);
  if (isWord(tokens[span.next], 'phan') && isWord(tokens[span.next + 1], 'tram')) return percentOf(span, span.next + 2);
  return span;
}

function figureSign(tokens: readonly Token[], at: number, from: number): Sign[] {
  const token = tokens[at];
  if (token === undefined) return [];
  // a second figure joins only right after a unit: "2 nghìn 246", not "hai 3"
  const [unit] = at > from ? signsOf(tokens[at - 1]) : [];
  if (at > from && unit?.kind !== 'scale' && unit?.kind !== 'hundred' && unit?.kind !== 'odd') return [];
  const after = tokens[at + 1];
  const chained = after !== undefined && !after.spaced && (SEPARATORS.has(after.base) || after.base === '%');
  if (at > from && chained && tokens[at + 2]?.kind === 'digits') return [];
  return [{ kind: 'figure', value: Number(token.raw), length: token.raw.length }];
}
