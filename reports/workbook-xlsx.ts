/**
 * Spreadsheets as .xlsx, the one place that knows the library. What it lacks is added to its XML: the results of
 * formulas (a phone's preview calculates nothing and would show empty cells), A4 across with the header on every page,
 * a filter. Whatever people wrote is written as text and stays text when the cell is edited, so that a name beginning
 * with "=" never becomes a formula.
 */
import type { CellObject } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import {
  findElement,
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings as insertInOrder,
  replaceElement,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import type { Instant } from '../domain/date.ts';

/** How a cell looks, in the library's words. */
export type Style = Omit<CellObject, 'value' | 'type' | 'format'>;

/** A cell; of a formula also what it comes to. */
export interface SheetCell extends CellObject {
  result?: number | string;
}

export type SheetRow = (SheetCell | null)[];

export interface Sheet {
  /** At most 31 characters, none of []/\:*? */
  name: string;
  rows: SheetRow[];
  /** Of the columns, in characters. */
  widths: number[];
  /** Rows and columns that stay while the rest is moved; at least one of each. */
  frozen: { rows: number; columns: number };
  /** First and last row printed at the top of every page, from 1. */
  titles: [first: number, last: number];
  /** The range with a filter over it: 'A3:F20'. */
  filter?: string;
}

/** Thousands with "." wherever the program follows the format's own language. */
const COUNT_FORMAT = '[$-42A]#,##0';
const MOMENT_FORMAT = 'dd/mm/yyyy hh:mm';

/** What one cell can hold in Excel. */
const TEXT_MAX = 32_767;

/** Words of ours or of people: always text. */
export const text = (value: string, style: Style = {}): SheetCell => ({
  ...style,
  value: clean(value),
  type: String,
  format: '@',
});

/** A sentence of ours, which may be long: Excel shows cells marked as text only up to 255 letters. */
export const sentence = (value: string, style: Style = {}): SheetCell => ({
  ...style,
  value: clean(value),
  type: String,
});

export const count = (value: number, style: Style = {}): SheetCell => ({
  ...style,
  value,
  type: Number,
  format: COUNT_FORMAT,
});

/** A formula without its "=", and what it comes to for the figures written. */
export const formula = (expression: string, result: number | string, style: Style = {}): SheetCell => ({
  ...style,
  value: expression,
  type: 'Formula',
  format: COUNT_FORMAT,
  result,
});

/** A moment in local time, as a number the program shows as date and time. */
export const moment = (at: Instant, style: Style = {}): SheetCell => ({
  ...style,
  value: serialOf(at),
  type: Number,
  format: MOMENT_FORMAT,
});

/** The address of a cell by row and column from 0: 'C8'. */
export const addressOf = (row: number, column: number): string => getCellAddress(row, column);

/** The address of a range by its corners, both included, from 0: 'C8:C18'. */
export const rangeOf = (from: [row: number, column: number], to: [row: number, column: number]): string =>
  `${addressOf(...from)}:${addressOf(...to)}`;

/** Excel's days since 30/12/1899, in Viet Nam's time (UTC+7 all year). */
function serialOf(at: Instant): number {
  return (at + 7 * 3_600_000) / 86_400_000 + 25_569;
}

function clean(value: string): string {
  const letters = value.normalize('NFC');
  return letters.length <= TEXT_MAX ? letters : `${letters.slice(0, TEXT_MAX - 1)}…`;
}

/** The workbook as the bytes of an .xlsx file. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = writeExcelFile(
    sheets.map((sheet) => ({
      data: sheet.rows.map((row) => row.map((cell) => (cell === null ? null : withoutResult(cell)))),
      sheet: sheet.name,
      columns: sheet.widths.map((width) => ({ width })),
      orientation: 'landscape' as const,
      showGridLines: false,
      stickyRowsCount: sheet.frozen.rows,
      stickyColumnsCount: sheet.frozen.columns,
    })),
    {
      fontFamily: 'Times New Roman',
      fontSize: 11,
      features: [
        {
          files: {
            transform: {
              'xl/worksheets/sheet{id}.xml': {
                transform: (xml, _options, { sheetIndex }) => completed(xml, sheets[sheetIndex]),
              },
              'xl/workbook.xml': { transform: (xml) => named(xml, sheets) },
            },
          },
        },
      ],
    },
  );
  return book.toBuffer();
}

function withoutResult({ result: _result, ...cell }: SheetCell): CellObject {
  return cell;
}

const PAGE_FOOTER = '<headerFooter><oddFooter>&amp;CTrang &amp;P/&amp;N</oddFooter></headerFooter>';
const CENTRED = '<printOptions horizontalCentered="1"/>';
const FIT_TO_PAGE = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

/** A sheet with the results of its formulas, its filter, and set up to be printed one page wide. */
function completed(xml: string, sheet: Sheet | undefined): string {
  if (sheet === undefined) return xml;
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  const put = (into: string, markup: string): string => insertInOrder(into, markup, order, 'worksheet');
  const results = resultsOf(sheet);
  const calculated = xml.replace(/<c ([^>]*)>(<f>[^<]*<\/f>)<\/c>/g, (whole, attributes: string, f: string) => {
    const result = results.get(/\br="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '');
    if (result === undefined) return whole;
    const type = typeof result === 'string' ? ' t="str"' : '';
    return `<c ${attributes}${type}>${f}<v>${sanitizeTextContent(String(result))}</v></c>`;
  });
  const fitted = calculated.replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ');
  const filtered = sheet.filter === undefined ? fitted : put(fitted, `<autoFilter ref="${sheet.filter}"/>`);
  return [PAGE_FOOTER, CENTRED, FIT_TO_PAGE].reduce(put, filtered);
}

function resultsOf({ rows }: Sheet): ReadonlyMap<string, number | string> {
  const results = new Map<string, number | string>();
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell?.result !== undefined) results.set(addressOf(row, column), cell.result);
    }
  }
  return results;
}

/** Rows repeated on every page and the filters are names of the workbook; all is calculated anew when opened. */
function named(xml: string, sheets: readonly Sheet[]): string {
  const order = getOrderOfSiblings('xl/workbook.xml', 'workbook') ?? [];
  const names = sheets.flatMap(({ name, titles, filter }, index) => {
    const quoted = `'${sanitizeTextContent(name.replaceAll("'", "''"))}'`;
    const [first, last] = titles;
    const absolute = filter?.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return [
      ...(absolute === undefined
        ? []
        : [
            `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!${absolute}</definedName>`,
          ]),
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$${first}:$${last}</definedName>`,
    ];
  });
  const put = (into: string, tag: string, markup: string): string => {
    const there = findElement(into, tag);
    return there === undefined ? insertInOrder(into, markup, order, 'workbook') : replaceElement(into, there, markup);
  };
  const withNames = put(xml, 'definedNames', `<definedNames>${names.join('')}</definedNames>`);
  return put(withNames, 'calcPr', '<calcPr calcId="191029" fullCalcOnLoad="1"/>');
}
