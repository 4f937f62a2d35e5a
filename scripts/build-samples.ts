/** Builds docs/samples/danh-sach-mau.xlsx from the .csv beside it: `npx tsx scripts/build-samples.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Cell } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';

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

const rows: string[][] = parse(readFileSync(sample('csv')), { bom: true });
const cells = rows.map((row, index) => row.map((value) => textCell(value, index === 0)));
const workbook = writeExcelFile(cells, { sheet: 'Danh sách', columns: widths(rows), stickyRowsCount: 1 });
writeFileSync(sample('xlsx'), await workbook.toBuffer());
