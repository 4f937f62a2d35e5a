/**
 * How long from now somebody wants to be reminded: "1 tiếng nữa", "sau 30 phút", "nửa tiếng nữa". "2 giờ" alone is an
 * hour of the clock, and a stretch only where "nữa" stands behind it.
 */
import { numberAt } from './number/number-at.ts';
import { isWord, type Token } from './text.ts';

const HOUR_MINUTES = 60;
/** Whoever means more than a day names it. */
const STRETCH_MINUTES_MAX = 24 * HOUR_MINUTES;

/** The minutes a message asks to be left alone, more than none and a day at most; undefined where it names no stretch. */
export function stretchAhead(tokens: readonly Token[]): number | undefined {
  for (let at = 0; at < tokens.length; at += 1) {
    const half = isWord(tokens[at], 'nua') && isWord(tokens[at + 1], 'tieng', 'gio');
    const number = half ? undefined : numberAt(tokens, at);
    const amount = half ? 1 / 2 : number?.value;
    const unit = half ? at + 1 : number?.next;
    if (amount === undefined || unit === undefined) continue;
    const minutes = stretchOf(tokens, unit, amount);
    if (minutes !== undefined && minutes > 0 && minutes <= STRETCH_MINUTES_MAX) return minutes;
  }
  return undefined;
}

function stretchOf(tokens: readonly Token[], unit: number, amount: number): number | undefined {
  if (isWord(tokens[unit], 'phut', 'p'))
    return tokens[unit]?.base === 'phut' || isAhead(tokens, unit + 1) ? amount : undefined;
  if (!isWord(tokens[unit], 'tieng', 'gio', 'h')) return undefined;
  const said = isWord(tokens[unit + 1], 'dong') && isWord(tokens[unit + 2], 'ho') ? unit + 3 : unit + 1;
  const half = isWord(tokens[said], 'ruoi') ? 1 / 2 : 0;
  const after = half > 0 ? said + 1 : said;
  return isWord(tokens[unit], 'tieng') || isAhead(tokens, after) ? (amount + half) * HOUR_MINUTES : undefined;
}

const isAhead = (tokens: readonly Token[], at: number): boolean => isWord(tokens[at], 'nua');
