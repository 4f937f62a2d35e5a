/**
 * A number that is named only to be taken back: "trễ 4 chứ không phải 3", "không phải 215 mà là 216". It counts nothing,
 * so that the number that holds is the only one left. "215 à nhầm
 * 216" puts one in another's place.
 */

import { wonders } from '../figures/circumstance.ts';
import type { Masked } from '../figures/item.ts';
import { UNITS, withoutPoliteness } from '../filler.ts';
import { isAh, isWord, type Token } from '../text.ts';
import { type NumberSpan, spacedNumberAt } from './number-at.ts';

const NOT = ['khong', 'ko', 'k', 'kg', 'hong'];

/** The stretches "chứ không phải 3" that stand right behind the number which holds. */
export function deniedNumbers(tokens: readonly Token[]): Masked[] {
  const found: Masked[] = [];
  for (let at = 1; at < tokens.length; at += 1) {
    if (!isWord(tokens[at], 'chu') || !denies(tokens, at + 1) || !endsNumber(tokens, at)) continue;
    const denied = numberBehind(tokens, at + 3);
    if (denied !== undefined) found.push({ from: at, to: UNITS.match(tokens, denied.next)?.next ?? denied.next });
  }
  return found;
}

/** The tokens of an answer without what is denied: "không phải 215 mà (là)" before the number that holds as well. */
export function withoutDeniedNumber(tokens: readonly Token[]): readonly Token[] {
  const [only, other] = deniedNumbers(tokens);
  if (only !== undefined)
    return other === undefined ? tokens.filter((_, at) => at < only.from || at >= only.to) : tokens;
  const at = tokens.findIndex((_, index) => denies(tokens, index));
  const denied = at < 0 ? undefined : numberBehind(tokens, at + 2);
  if (denied === undefined || !isWord(tokens[denied.next], 'ma')) return tokens;
  const from = denied.next + (isWord(tokens[denied.next + 1], 'la') ? 2 : 1);
  return spacedNumberAt(tokens, from) === undefined ? tokens : [...tokens.slice(0, at), ...tokens.slice(from)];
}

/** "215 à nhầm 216": the number put in another's place, to be proposed; nobody knows whether all of it is taken back. */
export function correctedNumber(tokens: readonly Token[]): number | undefined {
  const at = tokens.findIndex(
    (token, index) => isWord(token, 'nham', 'lon', 'quen') || (isAh(token) && isWord(tokens[index + 1], ...NOT)),
  );
  if (at < 1 || !tokens.slice(0, at).some(({ kind }) => kind === 'digits')) return undefined;
  const from = at + (isAh(tokens[at]) ? 2 : 1);
  const own = spacedNumberAt(tokens, from + (isWord(tokens[from], 'la', 'phai') ? 1 : 0));
  return own !== undefined && tokens.slice(own.next).every(({ kind }) => kind !== 'digits') ? own.value : undefined;
}

/**
 * "À nhầm, 213 mới đúng", "215 à nhầm 216": the number that holds, where nothing else is said and what it takes the place
 * of, if it is named, has as many digits; undefined where it is to be proposed.
 */
export function replacedBy(tokens: readonly Token[]): number | undefined {
  if (wonders(tokens) || tokens.some(({ kind, base }) => kind === 'sign' && !PLAIN_SIGNS.has(base))) return undefined;
  const bare = withoutPoliteness(tokens.filter((token) => !isAh(token)));
  const at = bare.findIndex((token) => isWord(token, 'nham', 'lon'));
  if (at < 0) return undefined;
  const first = at === 0 ? undefined : wholly(bare.slice(0, at));
  let from = at + 1;
  while (isWord(bare[from], 'roi', 'la', 'phai')) from += 1;
  const sure = isWord(bare.at(-1), 'dung', 'phai', 'xac') ? bare.findIndex((token) => isWord(token, 'moi')) : -1;
  const second = wholly(bare.slice(from, sure < 0 ? bare.length : sure));
  if (second === undefined || (at > 0 && first === undefined)) return undefined;
  // "nhầm 213" may say that 213 is wrong
  if (first === undefined) return sure > 0 ? second : undefined;
  return String(first).length === String(second).length && takesBack(tokens) ? second : undefined;
}

const PLAIN_SIGNS = new Set([',', '.', ';', ':', '!', '…']);

/** The number that is all there is, but for what it counts. */
function wholly(tokens: readonly Token[]): number | undefined {
  const span = spacedNumberAt(tokens, 0);
  // "2 à nhầm không" may only deny
  if (span?.value === undefined || isWord(tokens[0], ...NOT)) return undefined;
  const end = UNITS.match(tokens, span.next)?.next ?? span.next;
  return end === tokens.length ? span.value : undefined;
}

/** "à nhầm", or a "nhầm" behind a sign: in "215 nhầm 216" the one may have been taken for the other. */
const takesBack = (tokens: readonly Token[]): boolean =>
  tokens.some((token, at) => isWord(tokens[at + 1], 'nham', 'lon') && (isAh(token) || token.kind === 'sign'));

const denies = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[at], ...NOT) && isWord(tokens[at + 1], 'phai');

/** A number, or a number and what it counts, ends right before `at`. */
function endsNumber(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.kind === 'digits' || (tokens[at - 2]?.kind === 'digits' && UNITS.match(tokens, at - 1)?.next === at);
}

function numberBehind(tokens: readonly Token[], at: number): NumberSpan | undefined {
  const span = spacedNumberAt(tokens, isWord(tokens[at], 'la') ? at + 1 : at);
  return span?.value === undefined ? undefined : span;
}
