/**
 * The day of a document spoken out: "ngày chín tháng một năm 2021", "ngày hai mươi tháng 11 năm hai nghìn không trăm
 * hai mươi sáu". Each part may be digits; the words are looked up in tables of all days, months and years.
 */
import type { IsoDate } from '../../../domain/date.ts';
import { isoDate } from '../../../domain/date.ts';
import { matchAt } from './text.ts';

const ONES = ['', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin'];
/** How a digit is said behind "mười" or "mươi", where it differs. */
const BEHIND_TEN: Readonly<Record<number, readonly string[]>> = { 1: ['mot'], 4: ['tu', 'bon'], 5: ['lam', 'nham'] };

/** Every way a number from 1 to 99 is said, folded. */
function spoken(number: number): string[] {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return [ONES[ones] ?? ''];
  const heads = tens === 1 ? ['muoi'] : [`${ONES[tens]} muoi`, ...(ones > 0 ? [`${ONES[tens]}`] : [])];
  if (ones === 0) return heads;
  const tails = BEHIND_TEN[ones] ?? [ONES[ones] ?? ''];
  return heads.flatMap((head) => tails.map((tail) => `${head} ${tail}`));
}

const DAYS = new Map(
  Array.from({ length: 31 }, (_, at) => spoken(at + 1).map((said) => [said, at + 1] as const)).flat(),
);
const MONTHS = new Map<string, number>([
  ...Array.from({ length: 12 }, (_, at) => spoken(at + 1).map((said) => [said, at + 1] as const)).flat(),
  ['tu', 4],
]);
/** Years of this century: "hai nghìn không trăm hai mươi mốt", "hai ngàn lẻ chín". */
const YEARS = new Map(
  Array.from({ length: 99 }, (_, at) => spoken(at + 1).map((said) => [said, 2000 + at + 1] as const)).flat(),
);

const oneOf = (said: ReadonlyMap<string, number>): string =>
  [...said.keys()]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll(' ', '\\s{1,2}');
const SPOKEN = new RegExp(
  `[\\s,(]{0,6}ngay\\s{1,2}(?:m[uo]ng\\s{1,2})?(?:(\\d{1,2})|(${oneOf(DAYS)}))\\s{1,2}thang\\s{1,2}(?:(\\d{1,2})|(${oneOf(MONTHS)}))(?![a-z\\d])(?:[\\s,]{1,3}nam\\s{1,2}(?:(\\d{4})|hai\\s{1,2}ng(?:hin|an)\\s{1,2}(?:khong\\s{1,2}tram\\s{1,2})?(?:(?:le|linh)\\s{1,2})?(${oneOf(YEARS)}))(?![a-z\\d]))?`,
  'y',
);
const OPENS = /[\s,(]{0,6}ngay\s{1,2}[a-z\d]/y;

const numberOf = (digits: string | undefined, said: string | undefined, known: ReadonlyMap<string, number>): number =>
  digits === undefined ? (known.get((said ?? '').replace(/\s+/g, ' ')) ?? 0) : Number(digits);

/** The spoken date at `at`; `date` is null where it has no year and none is given, or does not exist. */
export function spokenDateAt(
  folded: string,
  at: number,
  yearOf: (day: number, month: number) => IsoDate | null,
): { date: IsoDate | null; end: number } | undefined {
  if (!matchAt(OPENS, folded, at)) return undefined;
  const found = matchAt(SPOKEN, folded, at);
  if (!found) return undefined;
  const [whole, dayDigits, daySaid, monthDigits, monthSaid, yearDigits, yearSaid] = found;
  const [day, month] = [numberOf(dayDigits, daySaid, DAYS), numberOf(monthDigits, monthSaid, MONTHS)];
  const hasYear = yearDigits !== undefined || yearSaid !== undefined;
  const date = hasYear ? (isoDate(numberOf(yearDigits, yearSaid, YEARS), month, day) ?? null) : yearOf(day, month);
  return { date, end: at + whole.length };
}
