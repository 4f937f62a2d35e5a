/**
 * A day an admin adds to the calendar: "thêm ngày nghỉ 23/11/2026 nghỉ bù theo CV 12729/VPCP-KGVX", "làm bù 5/12",
 * "bỏ ngày nghỉ 23/11". A day without a year is the next such day.
 */
import type { IsoDate } from '../../domain/date.ts';
import { fold, normalise } from '../../domain/text.ts';
import { datesIn } from './date/date.ts';
import { coming } from './moment.ts';
import { isWord, type Token, tokenise } from './text.ts';

export interface CalendarDay {
  kind: 'off' | 'work' | 'table';
  date?: IsoDate;
  /** True where more than one day was named: they are added one at a time. */
  several?: boolean;
  /** What follows the date: the name of the day, and the document it comes from. */
  name?: string;
  source?: string;
}

const KINDS: readonly (readonly [CalendarDay['kind'], RegExp])[] = [
  ['table', /^(?:bo|xoa|huy) (?:ngay )?(?:nghi|lam bu|lam viec)/],
  ['work', /^(?:them |dat )?(?:ngay )?(?:lam bu|lam viec bu|di lam bu)/],
  ['off', /^(?:them |dat )(?:ngay )?nghi|^(?:them )?ngay nghi(?: bu| le)?(?: \d| ngay)|^nghi bu/],
];

const SOURCE = /\s*[,;(]?\s*(?:theo|căn cứ|can cu)\s+(.+?)\)?\s*$/iu;

/** Longer messages say something else. */
const LENGTH_MAX = 300;

/** Reads a message that adds or takes back a day; undefined for any other. */
export function readCalendarDay(text: string, today: IsoDate): CalendarDay | undefined {
  if (text.length > LENGTH_MAX) return undefined;
  const words = fold(text).trim();
  const kind = KINDS.find(([, pattern]) => pattern.test(words))?.[0];
  if (kind === undefined) return undefined;
  const source = normalise(text);
  const tokens = tokenise(source);
  const named = withoutSource(tokens);
  const [span, other] = datesIn(named, { today, asked: true });
  if (other) return { kind, several: true };
  const reading = span?.reading;
  if (!span || (reading?.kind !== 'date' && reading?.kind !== 'future')) return { kind };
  const dated = tokens.slice(span.start, span.next).some(({ raw }) => raw === reading.date.slice(0, 4));
  const after = source.slice(tokens[span.next - 1]?.end ?? source.length).replace(/^[\s:,.–-]+/u, '');
  const from = SOURCE.exec(` ${after}`)?.[1];
  const name =
    from === undefined
      ? after
      : after.slice(0, Math.max(0, after.length - (SOURCE.exec(` ${after}`)?.[0].length ?? 0) + 1));
  return {
    kind,
    date: dated ? reading.date : coming(reading.date, today),
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(from === undefined ? {} : { source: from.trim() }),
  };
}

/** The day of the document it comes from, and the day it makes up for, are not the day that is meant. */
function withoutSource(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    (token, index) =>
      isWord(token, 'theo', 'thay') || (isWord(token, 'can', 'cho') && isWord(tokens[index + 1], 'cu', 'thu', 'ngay')),
  );
  return at < 0 ? tokens : tokens.slice(0, at);
}
