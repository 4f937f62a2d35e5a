/** How figures are written on a picture, where a long number has no room. */
import { type RatioRule, ratio } from '../../domain/ratio.ts';
import { formatNumber } from '../../locales/format.ts';

/** "0,64%"; a dash where there is nothing to take a part of. */
export function percentOf(part: number, whole: number, rule: RatioRule): string {
  const written = ratio(part, whole, rule);
  return written === undefined ? '–' : `${written}%`;
}

/** A sum with its rate, "… (0,64%)"; the sum alone where there is no rate. */
export const withRate = (sum: string, part: number, whole: number, rule: RatioRule): string =>
  whole === 0 ? sum : `${sum} (${percentOf(part, whole, rule)})`;

/** From here on twelve numbers do not stand side by side and thousands are written instead. */
const THOUSANDS_FROM = 100_000;
const MILLION = 1_000_000;

/** How the counts of one picture are written, all alike, given the highest: whole, or in thousands. */
export function countWriting(highest: number): { thousands: boolean; of: (count: number) => string } {
  if (highest < THOUSANDS_FROM) return { thousands: false, of: formatNumber };
  const digit = highest < MILLION ? 10 : 1;
  return { thousands: true, of: (count) => formatNumber(Math.round((count * digit) / 1000) / digit) };
}
