/**
 * What a merged unit's report says of its figures from before: whose they are, of which months, and where one of the old
 * units kept silent. Without it a reader would take the sum for one office's own work.
 */
import type { IsoDate } from '../domain/date.ts';
import { officialDate } from '../domain/document.ts';
import type { Period } from '../domain/period.ts';
import type { Fields } from './word-template.ts';
import { missingFigure } from './wording.ts';

/** The units of one merger, with what they sent of the months the report covers. */
export interface MergedPast {
  /** First day of the unit they became; absent where the roster gives none. */
  day?: IsoDate;
  /** First and last month any of them sent, both included. */
  from: Period;
  to: Period;
  /** Those who sent any, by name. */
  units: string[];
  /** Months some of them owed and did not send. */
  silent: { unit: string; months: Period[] }[];
}

/** The name of the field: a list of paragraphs, empty for a unit that was never merged. */
const FIELD = 'Số liệu trước sáp nhập';

export const lineageFields = (merged: readonly MergedPast[]): Fields => ({
  [FIELD]: merged.map((past) => ({ 'Nội dung': sentenceOf(past) })),
});

/** "Số liệu từ tháng 01/2025 đến tháng 6/2025 gồm số liệu của … trước khi sáp nhập (ngày 01/7/2025)". */
function sentenceOf({ day, from, to, units, silent }: MergedPast): string {
  const span =
    from === to ? `tháng ${officialMonth(from)}` : `từ tháng ${officialMonth(from)} đến tháng ${officialMonth(to)}`;
  const when = day === undefined ? '' : ` (ngày ${officialDate(day)})`;
  const gaps = silent.map(({ unit, months }) => `${unit} ${missingFigure(months)}`);
  const lacking = gaps.length === 0 ? '' : `; ${gaps.join('; ')}`;
  return `Số liệu ${span} gồm số liệu của ${together(units)} trước khi sáp nhập${when}${lacking}`;
}

/** "01/2021", "6/2021": as official dates are written, a zero before January and February only. */
const officialMonth = (period: Period): string => officialDate(`${period}-01`).slice('01/'.length);

/** "A", "A và B", "A, B và C". */
function together(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} và ${last}`;
}
