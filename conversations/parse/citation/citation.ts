/**
 * Reads documents the way officials cite them, in a report's prose or typed in a hurry: "Quyết định số 138/QĐ-UBND
 * ngày 05/8/2021 của UBND phường V/v Kiện toàn …", "qd 27/qd-ubnd 9/1/2021 chinh sach chat luong". What is read is
 * what is written: nothing is guessed from a catalogue, and a defect is left for domain/document to notice.
 */
import type { Citation } from '../../../domain/citation.ts';
import type { IsoDate } from '../../../domain/date.ts';
import { locateCitations } from './locate.ts';
import { citationText } from './text.ts';

export { type DocumentLines, readDocumentLine, readDocumentLines } from './line.ts';

/**
 * The documents cited by a code in a text, in its order; one named inside another's subject comes out too. `today`
 * is only for a date typed without a year: the latest past one. Unnumbered documents are read by readDocumentLine.
 */
export function readCitations(text: string, today?: IsoDate): Citation[] {
  return locateCitations(citationText(text), today).flatMap(({ citation, denied }) => (denied ? [] : [citation]));
}
