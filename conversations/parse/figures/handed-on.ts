/**
 * What an earlier month handed on, where that month is called by its number: "chuyển từ t9 qua: 16", "6 hs tháng 9
 * sang". Moved on to a month that is named as well, they may be those still open at the end.
 */
import type { IsoDate } from '../../../domain/date.ts';
import { monthAt } from '../date/period.ts';
import { isWord, type Token } from '../text.ts';

/** The end of "chuyển từ tháng 9 (qua)" that begins at `at`. */
export function handedOnAt(tokens: readonly Token[], at: number, today: IsoDate): number | undefined {
  if (!isWord(tokens[at], 'chuyen') || !isWord(tokens[at + 1], 'tu')) return undefined;
  const month = monthAt(tokens, at + 2, today);
  if (month === undefined) return undefined;
  const next = isOnward(tokens[month.next]) ? month.next + 1 : month.next;
  return monthAt(tokens, next, today) === undefined ? next : undefined;
}

/** "sang", "qua" behind the month that ends at `at`, with nothing more to say unless "từ" stood before the month. */
export function isHandedOn(tokens: readonly Token[], start: number, at: number): boolean {
  if (!isWord(tokens[start], 'thang', 't', 'thg') || !isOnward(tokens[at])) return false;
  const more = tokens[at + 1];
  if (more?.kind === 'digits') return isWord(tokens[start - 1], 'tu');
  return more?.kind !== 'word';
}

/** "sáng" is a part of the day. */
const isOnward = (token: Token | undefined): boolean => isWord(token, 'sang', 'qua') && token?.marks === 0;
