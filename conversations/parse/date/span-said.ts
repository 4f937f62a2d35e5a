/** A stretch of time as a question of status names it: a month, a quarter, several months or a year. */
import type { IsoDate } from '../../../domain/date.ts';
import { isWord, type Token } from '../text.ts';
import { type At, monthAt, quarterAt, yearAt } from './period.ts';
import { stretchAt } from './stretch.ts';

export interface SpanSaid {
  month?: number;
  quarter?: number;
  /** First and last month, both included. */
  months?: readonly [from: number, to: number];
  year?: number;
}

/** What kind of stretch it is. */
export const spanKind = ({ month, quarter, months }: SpanSaid): 'month' | 'quarter' | 'months' | 'year' =>
  month === undefined ? (quarter === undefined ? (months ? 'months' : 'year') : 'quarter') : 'month';

/** The stretch that begins at a token. */
export function spanSaidAt(tokens: readonly Token[], at: number, today: IsoDate): At<SpanSaid> | undefined {
  const stretch = stretchAt(tokens, at, today);
  if (stretch) {
    const { from, to, year } = stretch.found;
    return { found: { months: [from, to], ...(year === undefined ? {} : { year }) }, next: stretch.next };
  }
  const found = quarterAt(tokens, at, today) ?? monthAt(tokens, at, today);
  if (found) return { found: { ...found.found }, next: found.next };
  const year = yearAt(tokens, at, today);
  return year && { found: { year: year.found }, next: year.next };
}

/** "tháng trước", "quý trước", "năm ngoái": the one before, whatever it is set beside. */
export const isBefore = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[at], 'thang', 'quy', 'nam', 'ky') && isWord(tokens[at + 1], 'truoc', 'ngoai', 'roi');
