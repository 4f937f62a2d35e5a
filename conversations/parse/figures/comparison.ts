/**
 * Last month's number, named only to set this month's beside it: "nhận 150 (tháng trước 120)", "nhận 150, tháng trước
 * nhận 120". It counts nothing of this month. A number that could as well be what was carried over stays to be asked.
 */
import type { IsoDate } from '../../../domain/date.ts';
import { monthAt } from '../date/period.ts';
import { UNITS } from '../filler.ts';
import { spacedNumberAt } from '../number/number-at.ts';
import { isWord, type Token } from '../text.ts';
import type { Masked } from './item.ts';

/** A count seldom changes by more than this from month to month; what is carried over is mostly a smaller part of it. */
const CHANGE_MAX = 2;

const TOLD = ['nhan', 'tiep', 'la', 'co', 'chi', 'duoc', 'thi', 'tn'];
const RECEIVED = ['nhan', 'tn'];

/** The stretches that only compare; the bracket around one is left standing. */
export function comparedNumbers(tokens: readonly Token[], today: IsoDate): Masked[] {
  const found: Masked[] = [];
  for (let at = 1; at < tokens.length; at += 1) {
    if (!isWord(tokens[at], 'thang') || !isWord(tokens[at + 1], 'truoc', 'roi')) continue;
    const compared = comparedAt(tokens, at, today);
    if (compared !== undefined) found.push(compared);
  }
  return found;
}

/** "tháng trước 120" at `at`, behind this month's number. */
function comparedAt(tokens: readonly Token[], at: number, today: IsoDate): Masked | undefined {
  const month = monthAt(tokens, at, today);
  const value = month && numberBefore(tokens, at - 1);
  if (month === undefined || value === undefined) return undefined;
  let from = month.next;
  while (isWord(tokens[from], ...TOLD)) from += 1;
  const other = spacedNumberAt(tokens, from);
  if (other?.value === undefined || other.value > value * CHANGE_MAX || value > other.value * CHANGE_MAX)
    return undefined;
  const next = UNITS.match(tokens, other.next)?.next ?? other.next;
  const bracketed = tokens[at - 1]?.base === '(' && tokens[next]?.base === ')';
  const said = tokens.slice(month.next, from).some((word) => isWord(word, ...RECEIVED));
  const ends = tokens[next] === undefined || tokens[next]?.kind === 'sign' || tokens[next]?.kind === 'line';
  return bracketed || (said && ends && isReceived(tokens, at - 1)) ? { from: at, to: next } : undefined;
}

/** Where the number (and its unit) right before the sign at `at` begins. */
function placeBefore(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.base !== '(' && tokens[at]?.base !== ',') return undefined;
  for (const back of [1, 2, 3]) {
    const span = tokens[at - back]?.kind === 'digits' ? spacedNumberAt(tokens, at - back) : undefined;
    if (span === undefined) continue;
    return span.next === at || UNITS.match(tokens, span.next)?.next === at ? at - back : undefined;
  }
  return undefined;
}

function numberBefore(tokens: readonly Token[], at: number): number | undefined {
  const place = placeBefore(tokens, at);
  return place === undefined ? undefined : spacedNumberAt(tokens, place)?.value;
}

/** "nhận 150, tháng trước nhận 120": both are of what was received. */
function isReceived(tokens: readonly Token[], at: number): boolean {
  const place = placeBefore(tokens, at);
  return place !== undefined && isWord(tokens[place - 1], ...RECEIVED);
}
