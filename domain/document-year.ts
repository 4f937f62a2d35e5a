/** The year a document is for: a plan for 2026 is often signed in the last days of 2025. */
import type { Citation } from './citation.ts';
import { type IsoDate, yearOf } from './date.ts';
import { fold } from './text.ts';

const SAID = /\bnam (20\d{2})\b/;

/**
 * The year a document belongs to: the one its subject names ("… năm 2026"), else the year it was signed in, else that
 * of `told`, the day it was told.
 */
export function yearOfDocument({ subject, date }: Pick<Citation, 'subject' | 'date'>, told: IsoDate): number {
  const said = SAID.exec(fold(subject ?? ''))?.[1];
  return said === undefined ? yearOf(date ?? told) : Number(said);
}

const ONLY_YEARLY = /^(?:hang |thuong )?nam(?: 20\d{2})?$/;

/** "báo cáo năm số 45/BC-UBND" leaves "năm" for a subject: it is worded as what it is, with its year. */
export function withYearlySubject(citation: Citation, told: IsoDate): Citation {
  if (citation.type !== 'Báo cáo' || !ONLY_YEARLY.test(fold(citation.subject ?? ''))) return citation;
  return { ...citation, subject: `báo cáo năm ${yearOfDocument(citation, told)}` };
}
