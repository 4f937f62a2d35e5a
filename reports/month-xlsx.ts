/**
 * The month's (or year's) table as a spreadsheet: the form with a row a unit, sums as formulas, and a second sheet that
 * says where every figure comes from. A figure nobody gave is written "chưa có số liệu" and counted apart.
 */
import { formatDate, formatPeriod } from '../locales/format.ts';
import { type FigureColumn, MONTH_FORM, type MonthForm } from './month-columns.ts';
import { headingRows, numberRow } from './month-head.ts';
import { figureOf, isSilent, monthNotes } from './month-notes.ts';
import { sourceSheet } from './month-sources.ts';
import type { MonthRow, MonthTable } from './month-table.ts';
import { LOOK, NO_DATA_TEXT } from './sheet-look.ts';
import { blanks, noteRow } from './sheet-rows.ts';
import {
  addressOf,
  count,
  formula,
  rangeOf,
  type Sheet,
  type SheetCell,
  type SheetRow,
  text,
  writeWorkbook,
} from './workbook-xlsx.ts';

/** Columns before the figures: ordinal and unit. */
const LEADING = 2;
/** Letters of a note that fit into one line over all columns. */
const NOTE_LETTERS = 150;

/** The table as the bytes of an .xlsx file. */
export function monthXlsx(table: MonthTable, form: MonthForm = MONTH_FORM): Promise<Uint8Array> {
  return writeWorkbook([formSheet(table, form), sourceSheet(table)]);
}

function formSheet(table: MonthTable, form: MonthForm): Sheet {
  const columns = LEADING + form.columns.length;
  const head = [...titleRows(table, form, columns), ...headingRows(form), numberRow(form)];
  const rows = table.rows.map((row, index) =>
    unitRow(row, { table, form, at: head.length + index, ordinal: index + 1 }),
  );
  const totals = rows.length === 0 ? [] : totalRows(table, form, head.length);
  const notes = monthNotes(table, form).map((note) => noteRow(note, columns, NOTE_LETTERS));
  return {
    name: 'Biểu tổng hợp',
    rows: [...head, ...rows, ...totals, [], ...notes],
    widths: [form.ordinal.width, form.name.width, ...form.columns.map(({ width }) => width)],
    frozen: { rows: head.length, columns: LEADING },
    titles: [head.length - headingRows(form).length, head.length],
  };
}

function titleRows({ scope, periods, from, to }: MonthTable, form: MonthForm, columns: number): SheetRow[] {
  const rest = columns - LEADING;
  return [
    [
      text(form.code, { ...LOOK.code, columnSpan: LEADING }),
      null,
      text(form.unit, { ...LOOK.unit, columnSpan: rest }),
      ...blanks(rest - 1),
    ],
    [text(form.title, { ...LOOK.title, columnSpan: columns, height: 24 }), ...blanks(columns - 1)],
    [
      text(`${scope} · ${periodWords(periods)} (từ ngày ${formatDate(from)} đến ngày ${formatDate(to)})`, {
        ...LOOK.subtitle,
        columnSpan: columns,
        height: 20,
      }),
      ...blanks(columns - 1),
    ],
  ];
}

/** "Tháng 10/2026", "Năm 2026", or "Từ tháng … đến tháng …". */
export function periodWords(periods: readonly string[]): string {
  const [first = ''] = periods;
  const last = periods.at(-1) ?? first;
  if (first === last) return `Tháng ${formatPeriod(first)}`;
  const year = first.slice(0, 4);
  if (periods.length === 12 && first === `${year}-01` && last === `${year}-12`) return `Năm ${year}`;
  return `Từ tháng ${formatPeriod(first)} đến tháng ${formatPeriod(last)}`;
}

interface Place {
  table: MonthTable;
  form: MonthForm;
  /** The row, from 0. */
  at: number;
  ordinal: number;
}

function unitRow(row: MonthRow, { form, at, ordinal }: Place): SheetRow {
  return [
    count(ordinal, LOOK.ordinal),
    text(row.unit, LOOK.words),
    ...form.columns.map((column) => figureCell(row, column, form, at)),
  ];
}

/**
 * A sum is a formula where its parts are known and come to it; where only the sum is known it is a number; where
 * neither is, a formula that becomes the sum as soon as somebody fills the parts in.
 */
function figureCell(row: MonthRow, column: FigureColumn, form: MonthForm, at: number): SheetCell {
  const known = figureOf(row, form, column.number);
  const isPartial = column.figures.some((name) => row.partial.includes(name));
  const look = isElsewhere(row, column, form) ? LOOK.elsewhere : isPartial ? LOOK.partial : LOOK.figure;
  if (column.sum === undefined) return known === undefined ? text(NO_DATA_TEXT, LOOK.noData) : count(known, look);
  const parts = column.sum.map((number) => figureOf(row, form, number));
  const cells = column.sum.map((number) => addressOf(at, columnOf(form, number)));
  const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0);
  if (!parts.includes(undefined) && (known === undefined || known === sum)) return formula(cells.join('+'), sum, look);
  if (known !== undefined) return count(known, look);
  const all = `COUNT(${cells.join(',')})=${cells.length}`;
  return formula(`IF(${all},${cells.join('+')},"${NO_DATA_TEXT}")`, NO_DATA_TEXT, LOOK.noData);
}

const columnOf = (form: MonthForm, number: number): number =>
  LEADING + form.columns.findIndex((column) => column.number === number);

/** What of a cell is counted in another row. */
const elsewhereOf = ({ elsewhere = {} }: MonthRow, { figures }: FigureColumn): number =>
  figures.reduce((sum, name) => sum + (elsewhere[name] ?? 0), 0);

/** Whether all that stands in a cell is counted in another row. */
const isElsewhere = (row: MonthRow, column: FigureColumn, form: MonthForm): boolean =>
  elsewhereOf(row, column) > 0 && elsewhereOf(row, column) === figureOf(row, form, column.number);

/** What a column leaves out of its sum, by the cells where that stands, so that the formula can be followed. */
function leftOut(rows: readonly MonthRow[], column: FigureColumn, form: MonthForm, top: number) {
  const cells = rows.flatMap((row, index) => {
    const some = figureOf(row, form, column.number) === undefined ? 0 : elsewhereOf(row, column);
    if (some === 0) return [];
    const place = [column, ...form.columns].find(
      (each) => isElsewhere(row, each, form) && each.figures.every((name) => column.figures.includes(name)),
    );
    return [{ some, cell: place === undefined ? String(some) : addressOf(top + index, columnOf(form, place.number)) }];
  });
  return {
    sum: cells.reduce((total, { some }) => total + some, 0),
    minus: cells.map(({ cell }) => `-${cell}`).join(''),
  };
}

/** The sums of what is known, and under them how many units are not in each. */
function totalRows({ rows, ...table }: MonthTable, form: MonthForm, top: number): SheetRow[] {
  const bottom = top + rows.length - 1;
  const columns = form.columns.map((column, index) => {
    const values = rows.map((row) => figureOf(row, form, column.number)).filter((value) => value !== undefined);
    const range = rangeOf([top, LEADING + index], [bottom, LEADING + index]);
    const { sum, minus } = leftOut(rows, column, form, top);
    return { range, minus, known: values.length, sum: values.reduce((total, value) => total + value, 0) - sum };
  });
  const complete =
    columns.every(({ known }) => known === rows.length) && rows.every(({ partial }) => partial.length === 0);
  const label = complete ? 'Tổng số' : 'Tổng số (phần đã có số liệu)';
  const sums = columns.map(({ range, minus, known, sum }) =>
    known === 0
      ? formula(`IF(COUNT(${range})=0,"${NO_DATA_TEXT}",SUM(${range}))`, NO_DATA_TEXT, LOOK.noData)
      : formula(`SUM(${range})${minus}`, sum, LOOK.total),
  );
  const total: SheetRow = [text('', LOOK.totalWords), text(label, LOOK.totalWords), ...sums];
  if (columns.every(({ known }) => known === rows.length) && !rows.some((row) => isSilent(row, { rows, ...table })))
    return [total];
  const lacking = columns.map(({ range, known }) =>
    formula(`ROWS(${range})-COUNT(${range})`, rows.length - known, LOOK.total),
  );
  return [total, [text('', LOOK.totalWords), text('Số đơn vị chưa có số liệu', LOOK.totalWords), ...lacking]];
}
