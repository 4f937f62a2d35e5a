/**
 * Periods among the items: a date, a month, a quarter or a year is stepped over, and the months a message speaks of are
 * kept.
 */
import type { IsoDate } from '../../../domain/date.ts';
import { dateAt } from '../date/date.ts';
import { type Month, monthAt, quarterAt, yearAt } from '../date/period.ts';
import { signsOf } from '../number/number-words.ts';
import { isWord, type Token } from '../text.ts';
import type { Row } from './item.ts';

/** Words a period may begin with. */
export const PERIOD_WORDS = new Set(
  (
    'ngay ng hom bua mung mong ram dau giua cuoi thang t thu chu cn sang chieu trua toi dem hqua hnay homqua homnay tuan cach mai ' +
    'thg thangs tahng thnag quy quys q nam n'
  ).split(' '),
);

/** The end of a month, quarter, year or date at `at`; the first month named becomes the message's. */
export function periodAt(
  tokens: readonly Token[],
  at: number,
  today: IsoDate,
  row: Row,
  floor: number,
): number | undefined {
  const token = tokens[at];
  if (token === undefined || !(token.kind === 'digits' || PERIOD_WORDS.has(token.base) || signsOf(token).length > 0))
    return undefined;
  // "nhận 20 t10 nhận 30": twenty, and then of October
  const counted = token.kind === 'digits' && isWord(tokens[at + 1], 't') && row.items.at(-1)?.kind === 'label';
  const date = counted ? undefined : dateAt(tokens, at, { today, asked: false });
  if (date !== undefined) return date.next;
  // a month, a quarter and a year begin with the word for it
  if (token.kind === 'digits') return undefined;
  const month = monthAt(tokens, at, today);
  if (month !== undefined) {
    const carried = isWord(tokens[month.next], 'chuyen', 'ton', 'qua', 'sang');
    if (month.next > floor && !carried) noteMonth(tokens, at, month.found, row);
    return month.next;
  }
  const quarter = quarterAt(tokens, at, today);
  if (quarter !== undefined) row.quarterly = true;
  return quarter?.next ?? yearAt(tokens, at, today)?.next;
}

/** Keeps a month that the message speaks of: not one it compares with or looks back to ("hồi tháng 8"),
 * nor the ends of "từ tháng 1 đến tháng 10". */
function noteMonth(tokens: readonly Token[], at: number, month: Month, row: Row): void {
  const before = tokens[at - 1];
  if (isWord(before, 'tu', 'den', 'toi', 'voi', 'hon', 'hoi') || before?.base === '-') return;
  const same = row.months.some(
    (known) => known.month === month.month && (known.year ?? month.year) === (month.year ?? known.year),
  );
  if (!same) row.months.push(month);
}
