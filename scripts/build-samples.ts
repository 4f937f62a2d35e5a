/**
 * Builds docs/samples/danh-sach-mau.xlsx: its rows from the .csv beside it, and on a second sheet how each column is filled
 * in, from the table in docs/vi/danh-sach.md. `npx tsx scripts/build-samples.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Cell } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { COLUMNS } from '../domain/roster-column.ts';

const sample = (ending: string): string =>
  fileURLToPath(new URL(`../docs/samples/danh-sach-mau.${ending}`, import.meta.url));

/** Cells are text, format '@': Excel then leaves codes, telephone numbers and dates as they are typed. */
const textCell = (value: string, isHeader: boolean): Cell => ({
  value,
  type: String,
  format: '@',
  ...(isHeader ? { fontWeight: 'bold', backgroundColor: '#DDEBF7' } : {}),
});

/** Widths in characters, by the longest cell, with room to type. */
function widths(rows: string[][]): { width: number }[] {
  return (rows[0] ?? []).map((_header, column) => ({
    width: Math.max(...rows.map((row) => row[column]?.length ?? 0)) + 4,
  }));
}

/** How each column is filled in, as the guide's table says it, without its marks. */
function guide(): string[][] {
  const lines = readFileSync(new URL('../docs/vi/danh-sach.md', import.meta.url), 'utf8').split('\n');
  return COLUMNS.map((column) => {
    const [, , title = '', required = '', how = ''] = (
      lines.find((line) => line.startsWith(`| \`${column}\``)) ?? ''
    ).split('|');
    return [title, required === ' bắt buộc ' ? 'bắt buộc' : '', how.replaceAll('`', '"')].map((cell) => cell.trim());
  });
}

const sheetOf = (all: string[][]) => all.map((row, index) => row.map((value) => textCell(value, index === 0)));

const rows: string[][] = parse(readFileSync(sample('csv')), { bom: true });
const how = [['Tên cột', 'Phải có cột', 'Cách ghi'], ...guide()];
const workbook = writeExcelFile([
  { data: sheetOf(rows), sheet: 'Danh sách', columns: widths(rows), stickyRowsCount: 1 },
  { data: sheetOf(how), sheet: 'Cách ghi', columns: widths(how), stickyRowsCount: 1 },
]);
writeFileSync(sample('xlsx'), await workbook.toBuffer());
