/**
 * How counts, texts and what is missing are written in an official report. The forms are those of the report of UBND
 * phường Đức Thuận 2021, but that thousands carry a point, as the decimal sign is a comma.
 */
import type { Period } from '../domain/period.ts';
import { periodMonth } from '../domain/period.ts';
import { formatNumber } from '../locales/format.ts';

/** A count: '0', '02', '163', '2.217'. One digit gets a leading zero so that none can be put before it. */
export function countText(count: number): string {
  if (count > 0 && count < 10) return `0${count}`;
  return formatNumber(count);
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** The mark for a figure that is missing, for some months or altogether: '[chưa có số liệu tháng 02, 05-07]'. */
export function missingFigure(periods: Period[] = []): string {
  return periods.length === 0 ? '[chưa có số liệu]' : `[chưa có số liệu tháng ${monthsText(periods)}]`;
}

export const MISSING_TEXT = '[chưa có nội dung]';
export const MISSING_DOCUMENT = '[chưa có văn bản]';
export const MISSING_DATE = '[chưa có ngày]';

/** Months of one year, runs of three and more as a range. */
export function monthsText(periods: Period[]): string {
  const months = periods.map(periodMonth);
  const runs: number[][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === month - 1) run.push(month);
    else runs.push([month]);
  }
  return runs.map(runText).join(', ');
}

function runText(run: number[]): string {
  const names = run.map(twoDigits);
  return run.length > 2 ? `${names[0]}-${names.at(-1)}` : names.join(', ');
}

/** Bullets people type themselves; the template has its own. */
const BULLET = /^\s*(?:[-+*•–—]\s*)+/;

/** The lines of a text somebody typed, without bullets and empty lines, each ended by a mark. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(BULLET, '').trim())
    .filter((line) => line !== '')
    .map((line) => (/[.;:!?…]$/.test(line) ? line : `${line}.`));
}

/** A text somebody typed as words inside a sentence: one line, without the mark at its end. */
export function phraseOf(text: string): string {
  return linesOf(text)
    .join(' ')
    .replace(/[.;:,\s]+$/, '');
}
