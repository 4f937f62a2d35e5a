/**
 * What stands beside a number and makes it something other than the month's count: a day's work, the number of a
 * document, a question back.
 */
import { withoutPoliteness } from '../filler.ts';
import { isAh, isWord, type Token } from '../text.ts';
import type { Item } from './item.ts';

interface Span {
  start: number;
  next: number;
}

/** "hôm nay", "sáng qua", "tuần này". */
export const isDaily = (first: Token | undefined, last: Token | undefined): boolean =>
  isWord(first, 'hom', 'bua', 'tuan', 'sang', 'chieu', 'trua', 'ngay') && isWord(last, 'nay', 'qua', 'kia', 'truoc');

/** A stretch of time that tells how much is done in one of it: "5 hs/ngày", "5 hs 1 ngày". */
export function isRateOf(tokens: readonly Token[], { start }: Span): boolean {
  if (!isWord(tokens[start], 'ngay', 'gio', 'tuan', 'buoi')) return false;
  return tokens[start - 1]?.base === '/' || tokens[start - 1]?.raw === '1';
}

/** A document and not a count of documents: "quyết định 165", "văn bản số 165", "trang 165". */
export function isDocument(tokens: readonly Token[], { start, next }: Span): boolean {
  const named = isWord(tokens[next], 'so') ? next + 1 : next;
  if (tokens[named]?.kind !== 'digits') return false;
  return isWord(tokens[start], 'van', 'cong', 'quyet', 'ke', 'vb', 'cv', 'giay', 'trang');
}

/** "nhận 165 chưa em": a "chưa" with which the message ends. */
export function asksBack({ start, next }: Span, tokens: readonly Token[]): boolean {
  return isWord(tokens[start], 'chua') && withoutPoliteness(tokens.slice(next)).length === 0;
}

/** Whom "à" speaks to: "215 chị à" tells, where "215 à" wonders. */
const ADDRESSED = ['em', 'anh', 'chi', 'co', 'chu', 'bac', 'ban', 'sep', 'oi', 'bot', 'da', 'vang'];

/** "trễ có 2 à": an "à" with which a message ends, unless it only calls somebody. Without its mark it may be "ạ". */
export function wonders(tokens: readonly Token[]): boolean {
  const end = tokens.findLastIndex(({ kind }) => kind === 'word' || kind === 'digits');
  return end > 0 && isAh(tokens[end]) && !isWord(tokens[end - 1], ...ADDRESSED);
}

/** "215 - 220", "215 -> 251" and "60 + 5" are not 215 and 60, nor is "215-"; "215- gq 210" and "215 + online 150" are. */
export function isCutOff(
  { sign, start }: Item & { kind: 'separator' },
  next: Item | undefined,
  tokens: readonly Token[],
): boolean {
  if (sign !== '-' && sign !== '+') return false;
  if (sign === '+' && next === undefined) return true;
  return (
    next?.kind === 'number' ||
    (tokens[start + 1]?.base === '>' && tokens[start + 1]?.spaced === false) ||
    (tokens[start]?.spaced === false && next?.kind !== 'label' && next?.kind !== 'unit')
  );
}

/** A word of place or of ground: "ở Biên Hòa", "theo quyết định mới", "của tỉnh". */
export const opensTail = (word: Token | undefined): boolean =>
  isWord(word, 'theo', 'o', 'tai', 'cua', 've', 'cho', 'thuoc', 'boi');

/** "do", "vì", "là do"; "do đó" draws a conclusion. */
export const givesReason = (tokens: readonly Token[], { start, next }: Span): boolean =>
  tokens.slice(start, next).some((token) => isWord(token, 'do', 'vi', 'boi')) &&
  !isWord(tokens[next], 'do', 'vay', 'the');

/** What may stand between "khắc phục" and how many were: "khắc phục xong cả 2 lỗi". */
const CORRECTING = ['xong', 'duoc', 'het', 'du', 'ca', 'toan', 'bo', 'ngay', 'da'];

const FINDING = ['diem', 'loi', 'kph', 'khong', 'phu', 'hop', 'nhe', 'nang', 'nho', 'lon'];

/** A number behind "khắc phục", or in a list behind it: of what was corrected, which need not be all that was found. */
export function isCorrected(tokens: readonly Token[], { start }: { start: number }): boolean {
  let at = start - 1;
  for (;;) {
    while (isWord(tokens[at], ...CORRECTING) || tokens[at]?.base === ':') at -= 1;
    if (isWord(tokens[at], 'phuc') && isWord(tokens[at - 1], 'khac')) return true;
    // "khắc phục 2 lỗi nhẹ, 1 lỗi nặng"
    if (!(tokens[at]?.base === ',' || isWord(tokens[at], 'va'))) return false;
    at -= 1;
    while (isWord(tokens[at], ...FINDING)) at -= 1;
    if (tokens[at]?.kind !== 'digits') return false;
    at -= 1;
  }
}
