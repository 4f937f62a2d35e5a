/**
 * Rows of text from the first sheet of an .xlsx, each cell as the person sees it: dates as ISO dates, numbers with all
 * their digits and with the zeros their format shows in front (a code 00123 is the number 123 in the file).
 */
import type { CellValue } from 'read-excel-file/node';
import { readSheet } from 'read-excel-file/node';
import { RosterFileError } from './problem.ts';
import { zeroPadded } from './zero-padded.ts';

/** @throws {RosterFileError} when the bytes are no .xlsx. */
export async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  const buffer = Buffer.from(bytes);
  try {
    // Numbers stay text: beyond fifteen digits a binary fraction would change what was typed.
    const rows = await readSheet(buffer, { parseNumber: (text): CellValue => wholeNumber(text) });
    const padded = zeroPadded(buffer);
    return rows.map((row, y) => row.map((cell, x) => padded.get(`${y + 1}:${x + 1}`) ?? cellText(cell)));
  } catch (error) {
    throw new RosterFileError('not_a_spreadsheet', {}, error);
  }
}

function cellText(cell: CellValue | null): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell);
}

/** Spreadsheets may write a telephone number as '9.12345678E8'. */
function wholeNumber(text: string): string {
  const number = Number(text);
  return /[.eE]/.test(text) && Number.isSafeInteger(number) ? String(number) : text;
}
