/** Several months of a year as reports name them: "6 tháng đầu năm", "6 tháng cuối năm 2025", "9 tháng", "nửa đầu năm". */
import type { IsoDate } from '../../../domain/date.ts';
import { isWord, type Token } from '../text.ts';
import { type At, yearAt, yearFrom } from './period.ts';

/** First and last month, both included. */
export interface Stretch {
  from: number;
  to: number;
  year?: number;
}

const MONTHS = 12;
const HALF = 6;

/** Counts of months written as words, as far as anybody reports on so many. */
const COUNTS: Readonly<Record<string, number>> = { ba: 3, bon: 4, tam: 8, sau: 6, bay: 7, chin: 9, muoi: 10 };

/** What is meant by "6 tháng" and "9 tháng" alone: the two reports every office makes within a year. */
const USUAL: readonly number[] = [HALF, 9];

/** The words that may follow "9 tháng" where it is such a stretch: whose it is, or when. */
const FOLLOWS = [
  'nam',
  'cua',
  'tai',
  'xa',
  'phuong',
  'cum',
  'so',
  'tinh',
  'huyen',
  'ubnd',
  'dac',
  'toan',
  'a',
  'em',
  'voi',
];

/** The stretch that begins at a token, with the index of the token after it. */
export function stretchAt(tokens: readonly Token[], at: number, today: IsoDate): At<Stretch> | undefined {
  const found = halfAt(tokens, at) ?? countedAt(tokens, at);
  if (found === undefined) return undefined;
  const year = yearBehind(tokens, found.next, today);
  if (year !== undefined) return { found: { ...found.found, year: year.found }, next: year.next };
  return isWord(tokens[found.next], 'nam') ? { ...found, next: found.next + 1 } : found;
}

/** "năm 2026", "năm ngoái", "/2026" behind it. */
function yearBehind(tokens: readonly Token[], at: number, today: IsoDate): At<number> | undefined {
  const named = yearAt(tokens, at, today);
  if (named !== undefined) return named;
  const slash = tokens[at]?.base === '/' ? 1 : 0;
  const digits = tokens[at + slash];
  const year = digits?.kind === 'digits' && digits.raw.length === 4 ? yearFrom(digits.raw, today) : undefined;
  return year === undefined ? undefined : { found: year, next: at + slash + 1 };
}

/** "nửa đầu năm", "nửa cuối năm", "nửa năm đầu". */
function halfAt(tokens: readonly Token[], at: number): At<Stretch> | undefined {
  if (!isWord(tokens[at], 'nua')) return undefined;
  const year = isWord(tokens[at + 1], 'nam') ? 1 : 0;
  const end = tokens[at + 1 + year];
  if (!isWord(end, 'dau', 'cuoi')) return undefined;
  return { found: monthsOf(HALF, end), next: at + 2 + year };
}

function countedAt(tokens: readonly Token[], at: number): At<Stretch> | undefined {
  const [first, second, end] = tokens.slice(at, at + 3);
  const count = first?.kind === 'digits' && first.raw.length <= 2 ? Number(first.raw) : COUNTS[first?.base ?? ''];
  if (count === undefined || !isWord(second, 'thang') || count < 2 || count >= MONTHS) return undefined;
  if (isWord(end, 'dau', 'cuoi')) return { found: monthsOf(count, end), next: at + 3 };
  const isAlone = end === undefined || end.kind === 'sign' || isWord(end, ...FOLLOWS);
  // "sau tháng" without marks is "after the month" as well.
  return isAlone && first?.kind === 'digits' && USUAL.includes(count)
    ? { found: { from: 1, to: count }, next: at + 2 }
    : undefined;
}

const monthsOf = (count: number, end: Token | undefined): Stretch =>
  isWord(end, 'cuoi') ? { from: MONTHS - count + 1, to: MONTHS } : { from: 1, to: count };
