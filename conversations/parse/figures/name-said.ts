/** Names that hold numbers: standards, places, lines of a form; none of their digits can become a figure. */
import { weekdayAt } from '../date/relative-date.ts';
import { isWord, type Token } from '../text.ts';

/** Places and lines that are called by a number. */
export const NUMBERED = new Set([
  'xa',
  'phuong',
  'to',
  'thon',
  'ap',
  'khom',
  'quan',
  'cau',
  'muc',
  'dong',
  'phong',
  'nhom',
  'khu',
  'pho',
  'cum',
]);

/** "ISO 9001:2015", "1 cửa", "phường 3" and "câu 5" are names, whatever numbers they hold. */
export function nameAt(tokens: readonly Token[], at: number): number | undefined {
  const numbered = tokens[at + 1];
  if (tokens[at]?.kind === 'digits') return tokens[at]?.raw === '1' && isWord(numbered, 'cua') ? at + 2 : undefined;
  if (isWord(tokens[at], 'quay') && isWord(numbered, 'so') && tokens[at + 2]?.kind === 'digits') return at + 3;
  if (isWord(tokens[at], 'thu') && tokens[at]?.marks !== 0) return weekdayAt(tokens, at)?.next;
  if (numbered?.kind === 'digits' && NUMBERED.has(tokens[at]?.base ?? '') && numbered.raw.length < 3) return at + 2;
  if (!isWord(tokens[at], 'iso', 'tcvn')) return undefined;
  // "tập huấn ISO 02 người": no standard has so short a number
  if (numbered?.kind === 'digits' && numbered.raw.length < STANDARD_DIGITS_MIN) return at + 1;
  let next = at + 1;
  while (isWord(tokens[next], 'iso') || tokens[next]?.kind === 'digits' || tokens[next]?.base === ':') next += 1;
  return next;
}

/** "9001"; a seed writes "0991" by a slip. */
const STANDARD_DIGITS_MIN = 4;
