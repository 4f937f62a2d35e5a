/** Rows written over all columns of a spreadsheet: titles and notes. */
import { LOOK } from './sheet-look.ts';
import { type SheetRow, type Style, sentence } from './workbook-xlsx.ts';

/** Nothing in so many cells. */
export const blanks = (length: number): null[] => Array.from({ length: Math.max(length, 0) }, () => null);

export const titleRow = (words: string, columns: number, look: Style): SheetRow => [
  sentence(words, { ...look, columnSpan: columns }),
  ...blanks(columns - 1),
];

/** Height of a line in points, and of the highest row Excel has. */
const LINE = 16;
const HEIGHT_MAX = 400;

/** A note; merged cells do not grow by themselves, so its height is reckoned from the letters that fit into a line. */
export function noteRow(note: string, columns: number, letters: number): SheetRow {
  return titleRow(note, columns, {
    ...LOOK.note,
    height: Math.min(HEIGHT_MAX, LINE * Math.ceil(note.length / letters)),
  });
}
