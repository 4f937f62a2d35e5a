/**
 * Several months of one year named one by one or by their ends: "từ tháng 4 đến tháng 8", "tháng 4-8/2026",
 * "các tháng 4, 5, 6", "tháng 4 và tháng 6". They are named in order: those of two years are none.
 */
import type { IsoDate } from '../../domain/date.ts';
import { type At, type Month, monthAt, yearAt, yearFrom } from './date/period.ts';
import { isWord, type Token } from './text.ts';

export interface SeveralMonths {
  /** In order, each once; at least two. */
  months: readonly number[];
  year?: number;
}

const MONTHS = 12;
const DASHES = ['-', '–', '—', '−', '‐', '‑', '‒', '―', '~'];

/** What joins two months: the stretch between them, or a list. */
function joiningAt(tokens: readonly Token[], at: number): At<'to' | 'and'> | undefined {
  const token = tokens[at];
  const until = isWord(token, 'cho') ? at + 1 : at;
  if (isWord(tokens[until], 'den', 'toi')) {
    return { found: 'to', next: isWord(tokens[until + 1], 'het') ? until + 2 : until + 1 };
  }
  if (DASHES.includes(token?.base ?? '')) return { found: 'to', next: at + 1 };
  if (isWord(token, 'va', 'voi')) return { found: 'and', next: at + 1 };
  if (!['+', '&', ',', ';'].includes(token?.base ?? '')) return undefined;
  return { found: 'and', next: isWord(tokens[at + 1], 'va') ? at + 2 : at + 1 };
}

/** A month behind another, with the word for it or as a bare number: "8", "8/2026". */
function furtherAt(tokens: readonly Token[], at: number, today: IsoDate): At<Month> | undefined {
  const named = monthAt(tokens, at, today);
  if (named) return named;
  const [digits, sign, behind] = tokens.slice(at, at + 3);
  const month = Number(digits?.raw);
  if (digits?.kind !== 'digits' || digits.raw.length > 2 || month < 1 || month > MONTHS) return undefined;
  if (sign?.base === '/') {
    const year = behind?.kind === 'digits' && behind.raw.length === 4 ? yearFrom(behind.raw, today) : undefined;
    return year === undefined ? undefined : { found: { month, year }, next: at + 3 };
  }
  const year = yearAt(tokens, at + 1, today);
  return year ? { found: { month, year: year.found }, next: year.next } : { found: { month }, next: at + 1 };
}

/** "Từ", "các", "những" before the first month are part of it. */
function firstAt(tokens: readonly Token[], at: number, today: IsoDate): At<Month> | undefined {
  const led = isWord(tokens[at], 'tu', 'cac', 'nhung') ? at + 1 : at;
  if (isWord(tokens[at], 'tu') && isWord(tokens[led], 'dau') && isWord(tokens[led + 1], 'nam')) {
    return { found: { month: 1 }, next: led + 2 };
  }
  return monthAt(tokens, led, today);
}

/** The months that begin at a token, with the index of the token after them; undefined for one month alone. */
export function severalMonthsAt(tokens: readonly Token[], at: number, today: IsoDate): At<SeveralMonths> | undefined {
  const first = firstAt(tokens, at, today);
  if (!first) return undefined;
  const said: Month[] = [first.found];
  const months = new Set([first.found.month]);
  let next = first.next;
  for (;;) {
    const joining = joiningAt(tokens, next);
    const further = joining && furtherAt(tokens, joining.next, today);
    if (!joining || !further) break;
    const from = said.at(-1)?.month ?? 0;
    const to = further.found.month;
    // December and January are of two years.
    if (to <= from) return undefined;
    for (let month = joining.found === 'to' ? from : to; month <= to; month += 1) months.add(month);
    said.push(further.found);
    next = further.next;
  }
  const years = new Set(said.flatMap(({ year }) => year ?? []));
  if (months.size < 2 || years.size > 1) return undefined;
  const [year] = years;
  return { found: { months: [...months], ...(year === undefined ? {} : { year }) }, next };
}
