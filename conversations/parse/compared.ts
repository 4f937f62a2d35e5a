/**
 * Two stretches set beside each other by name: "tháng 10 so với tháng 9", "so sánh quý 3 với quý 2", "6 tháng đầu năm
 * so với cùng kỳ". What compares with the one before it without naming two is a phrase of its own.
 */
import type { IsoDate } from '../../domain/date.ts';
import type { At } from './date/period.ts';
import { isBefore, type SpanSaid, spanKind, spanSaidAt } from './date/span-said.ts';
import { POLITENESS } from './filler.ts';
import { isWord, plain, type Token } from './text.ts';

export interface Compared {
  span: SpanSaid;
  /** The other one; absent where it is the one before, or with `isSameLastYear` the same of the year before. */
  other?: SpanSaid;
  isSameLastYear?: true;
  /** What stands behind them: the name of a unit. */
  rest: readonly Token[];
}

/** Reads such a comparison; undefined for anything else, and where a month is set beside a quarter. */
export function readCompared(tokens: readonly Token[], today: IsoDate): Compared | undefined {
  const lead = leadOf(tokens);
  const span = spanSaidAt(tokens, lead.next, today);
  if (!span) return undefined;
  const at = linkAt(tokens, span.next, lead.found);
  if (at === undefined || isPhrase(tokens, lead.next)) return undefined;
  const other = otherAt(tokens, at, span.found, today);
  return other && { ...other.found, rest: tokens.slice(other.next).filter(({ kind }) => kind !== 'sign') };
}

/** "tháng này so với tháng trước" is said of the month that is asked for, whatever the day. */
const isPhrase = (tokens: readonly Token[], at: number): boolean =>
  plain(tokens.slice(at, at + 6)) === 'thang nay so voi thang truoc';

/** What may stand before the first: politeness, "tình hình", and "so sánh", which is told because "với" then links. */
function leadOf(tokens: readonly Token[]): At<boolean> {
  let at = tokens[0]?.base === '/' ? 1 : 0;
  for (;;) {
    const polite = isWord(tokens[at], 'thang', 'quy', 'nam', 'sau', 'ba') ? undefined : POLITENESS.match(tokens, at);
    if (polite) at = polite.next;
    else if (isWord(tokens[at], 'cho', 'xem', 'hoi', 'hay')) at += 1;
    else break;
  }
  if (isWord(tokens[at], 'tinh') && isWord(tokens[at + 1], 'hinh')) at += 2;
  if (!isWord(tokens[at], 'so')) return { found: false, next: at };
  at += isWord(tokens[at + 1], 'sanh') ? 2 : 1;
  return { found: true, next: at };
}

/** Where the second begins: behind "so với", "so sánh với", or after "so sánh" also behind "với" and "và". */
function linkAt(tokens: readonly Token[], at: number, isLed: boolean): number | undefined {
  if (isWord(tokens[at], 'so')) {
    const sanh = isWord(tokens[at + 1], 'sanh') ? 1 : 0;
    return at + 1 + sanh + (isWord(tokens[at + 1 + sanh], 'voi') ? 1 : 0);
  }
  return isLed && isWord(tokens[at], 'voi', 'va') ? at + 1 : undefined;
}

function otherAt(
  tokens: readonly Token[],
  at: number,
  span: SpanSaid,
  today: IsoDate,
): At<Omit<Compared, 'rest'>> | undefined {
  if (isWord(tokens[at], 'cung') && isWord(tokens[at + 1], 'ky')) {
    const more = isWord(tokens[at + 2], 'nam') && isWord(tokens[at + 3], 'truoc', 'ngoai', 'roi') ? 2 : 0;
    return { found: { span, isSameLastYear: true }, next: at + 2 + more };
  }
  const kind = spanKind(span);
  if (isBefore(tokens, at)) {
    const said = isWord(tokens[at], 'thang') ? 'month' : isWord(tokens[at], 'quy') ? 'quarter' : 'year';
    if (said === kind || isWord(tokens[at], 'ky')) return { found: { span }, next: at + 2 };
    return said === 'year' ? { found: { span, isSameLastYear: true }, next: at + 2 } : undefined;
  }
  const other = spanSaidAt(tokens, at, today);
  if (!other || spanKind(other.found) !== kind) return undefined;
  return { found: { span: withYear(span, other.found), other: other.found }, next: other.next };
}

/** "Tháng 10 so với tháng 9 năm 2025": the year is of both, unless they are the same month of two years. */
function withYear(span: SpanSaid, other: SpanSaid): SpanSaid {
  const isSame =
    span.month === other.month && span.quarter === other.quarter && String(span.months) === String(other.months);
  return span.year === undefined && other.year !== undefined && !isSame ? { ...span, year: other.year } : span;
}
