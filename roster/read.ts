/**
 * Reads a roster from a file an office made: .xlsx or .csv, with a title above the table or not, with columns of its
 * own or not. What the rows mean is for domain/roster to judge; this room only says when there is no table to read.
 */
import { readFile, stat } from 'node:fs/promises';
import type { NumberedRow } from '../domain/roster.ts';
import type { Column } from '../domain/roster-column.ts';
import { columnOf, REQUIRED_COLUMNS } from '../domain/roster-column.ts';
import { decode, isUtf16, readCsv } from './csv.ts';
import { RosterFileError } from './problem.ts';
import { readXlsx } from './xlsx.ts';

/** All of Viet Nam's communes with five people each, and as much again, is below 5 MB; more is another kind of file. */
export const FILE_BYTES_MAX = 10_000_000;

/** 3,321 communes with five people each, and room for the offices above them. */
export const ROWS_MAX = 20_000;

/** A title, the office's name and a note may stand above the table. */
const HEADER_WITHIN_ROWS = 20;

/** So many of our columns in one row make it the header: a title does not hold three by chance. */
const HEADER_COLUMNS_MIN = 3;

export interface RosterSheet {
  rows: NumberedRow[];
  /** Headers that are not ours, such as "STT": told to the operator in case one was meant to be. */
  unused: string[];
}

/**
 * The rows below the header, cells by column name, empty rows left out.
 * @throws {RosterFileError} saying why there is no roster in the file.
 */
export async function readRoster(file: string): Promise<NumberedRow[]> {
  return (await readRosterSheet(file)).rows;
}

/** As {@link readRoster}, with what was not used of the sheet. */
export async function readRosterSheet(file: string): Promise<RosterSheet> {
  const table = await readTable(file);
  const headerAt = headerRow(table);
  const header = table[headerAt];
  if (!header || known(header) < HEADER_COLUMNS_MIN) {
    throw new RosterFileError('no_header', {
      found: listed(table.find((row) => row.some((cell) => cell.trim())) ?? []),
    });
  }
  const columns = columnsOf(header);
  const rows = table.slice(headerAt + 1).map((row, index) => numbered(row, headerAt + 2 + index, columns));
  const filled = rows.filter(({ cells }) => Object.values(cells).some((cell) => cell.trim() !== ''));
  if (filled.length > ROWS_MAX) throw new RosterFileError('too_many_rows', { rows: filled.length, limit: ROWS_MAX });
  const unused = header.filter((cell) => cell.trim() !== '' && !columnOf(cell)).map((cell) => cell.trim());
  return { rows: filled, unused };
}

async function readTable(file: string): Promise<string[][]> {
  const bytes = await readBytes(file);
  const begins = (...start: number[]) => start.every((byte, index) => bytes[index] === byte);
  if (begins(0x50, 0x4b)) return readXlsx(bytes);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new RosterFileError('old_excel');
  const isPdf = begins(0x25, 0x50, 0x44, 0x46);
  if (isPdf || isBinary(bytes) || /\.(xlsx|xls|ods|docx?)$/i.test(file)) throw new RosterFileError('not_a_spreadsheet');
  return readCsv(decode(bytes), (rows) => Math.max(0, ...rows.map(known)));
}

/** Text holds no zero byte, but for every second one in UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 1_000);
  return start.includes(0) && !isUtf16(start);
}

async function readBytes(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch((error: unknown) => {
    throw new RosterFileError('file_missing', {}, error);
  });
  if (!found.isFile()) throw new RosterFileError('not_a_spreadsheet');
  if (found.size > FILE_BYTES_MAX) {
    throw new RosterFileError('too_large', { megabytes: found.size / 1e6, limit: FILE_BYTES_MAX / 1e6 });
  }
  return readFile(file);
}

/** How many of our columns a row names. */
const known = (row: readonly string[]): number => new Set(row.map(columnOf).filter(Boolean)).size;

/** The first row that names the most of our columns. */
function headerRow(table: string[][]): number {
  const scores = table.slice(0, HEADER_WITHIN_ROWS).map(known);
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

/** Which place in a row holds which column. @throws {RosterFileError} for a column missing or given twice. */
function columnsOf(header: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  for (const [place, cell] of header.entries()) {
    const column = columnOf(cell);
    if (!column) continue;
    if (columns.has(column)) throw new RosterFileError('column_twice', { column, header: cell.trim() });
    columns.set(column, place);
  }
  const missing = REQUIRED_COLUMNS.filter((column) => !columns.has(column));
  if (missing.length > 0) {
    throw new RosterFileError('column_missing', { columns: missing.join(' '), found: listed(header) });
  }
  return columns;
}

const listed = (row: readonly string[]): string =>
  row
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(', ')
    .slice(0, 300);

function numbered(row: readonly string[], line: number, columns: Map<Column, number>): NumberedRow {
  const cells = [...columns].map(([column, place]) => [column, row[place] ?? '']);
  return { line, cells: Object.fromEntries(cells) };
}
