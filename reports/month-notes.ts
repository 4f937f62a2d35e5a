/** What stands under the month's table: who said nothing, whose figures are not complete, whose do not tie. */
import { dateAt, timeAt } from '../domain/date.ts';
import { officialDate } from '../domain/document.ts';
import { formatDate, formatNumber, formatPeriod } from '../locales/format.ts';
import type { MonthForm } from './month-columns.ts';
import type { MonthRow, MonthTable, TableMerger, TableSplit } from './month-table.ts';
import { NO_DATA_TEXT } from './sheet-look.ts';

/** More names make a note nobody reads; the rows themselves say it too. */
const NAMES_MAX = 60;

/** "Chưa có số liệu: 3 đơn vị: xã A; xã B; xã C." and its kind; every line that has something to say. */
export function monthNotes(table: MonthTable, form: MonthForm): string[] {
  const silent = table.rows.filter((row) => isSilent(row, table));
  const incomplete = table.rows.filter((row) => !isSilent(row, table) && lacks(row, form) !== '');
  const untied = table.rows.filter((row) => untiedOf(row, form).length > 0);
  const gaps = silent.length + incomplete.length > 0;
  return [
    listed(
      'Chưa có số liệu',
      silent.map(({ unit }) => unit),
    ),
    listed(
      'Chưa đủ số liệu',
      incomplete.map((row) => `${row.unit} (${lacks(row, form)})`),
    ),
    listed(
      'Số liệu chưa khớp, đề nghị kiểm tra',
      untied.map((row) => `${row.unit} (${untiedOf(row, form).join(', ')})`),
    ),
    gaps ? `Ô ghi “${NO_DATA_TEXT}” không phải là 0 và không được cộng vào tổng số.` : '',
    table.rows.some(({ partial }) => partial.length > 0)
      ? 'Ô chữ nghiêng, nền vàng: mới có số liệu của một phần số tháng.'
      : '',
    ...mergerNotes(table.mergers ?? []),
    ...(table.splits ?? []).slice(0, MERGERS_MAX).map(splitNote),
    table.rows.some(({ elsewhere }) => elsewhere !== undefined) ? ELSEWHERE : '',
    `Số liệu đến ${timeAt(table.asOf)} ngày ${formatDate(dateAt(table.asOf))}.`,
  ].filter((note) => note !== '');
}

/** More mergers are a province's reform of a year: whoever reads them all looks into the decision itself. */
const MERGERS_MAX = 20;

/** "Gồm số liệu của xã A, xã B trước khi sáp nhập thành xã C (ngày 01/7/2026)." */
function mergerNotes(mergers: readonly TableMerger[]): string[] {
  const more = mergers.length - MERGERS_MAX;
  const notes = mergers.slice(0, MERGERS_MAX).map(({ units, into, day }) => {
    const when = day === undefined ? '' : ` (ngày ${officialDate(day)})`;
    return `Gồm số liệu của ${units.join(', ')} trước khi sáp nhập thành ${into}${when}.`;
  });
  return more > 0 ? [...notes, `Và ${formatNumber(more)} lần sáp nhập khác.`] : notes;
}

/** A split divides no figures: what was pending on the day stands in the old row and in the new ones. */
const splitNote = ({ unit, into }: TableSplit): string =>
  `${unit} đã tách thành ${into.join(', ')}: hồ sơ đang giải quyết khi tách có trong dòng của đơn vị cũ và trong số của các đơn vị mới, tổng số chỉ tính một lần.`;

/** Why a sum is less than the cells above it. */
const ELSEWHERE =
  'Ô nền xám, chữ nghiêng: số chuyển giữa đơn vị cũ và đơn vị mới khi tách, đã có ở dòng khác nên công thức tổng số trừ ra.';

function listed(what: string, units: string[]): string {
  if (units.length === 0) return '';
  const more = units.length - NAMES_MAX;
  const rest = more > 0 ? `; … và ${formatNumber(more)} đơn vị khác` : '';
  return `${what}: ${formatNumber(units.length)} đơn vị: ${units.slice(0, NAMES_MAX).join('; ')}${rest}.`;
}

/** True where nothing was sent from any month it owed. */
export const isSilent = ({ silent, owed }: MonthRow, { periods }: MonthTable): boolean =>
  silent.length === (owed ?? periods.length);

/** What a row lacks, in words; empty where it lacks nothing. */
function lacks({ figures, partial, silent }: MonthRow, form: MonthForm): string {
  if (silent.length > 0) return `tháng ${silent.map(formatPeriod).join(', ')}`;
  const columns = form.columns.filter((column) =>
    column.figures.some((name) => figures[name] === undefined || partial.includes(name)),
  );
  return columns.length === 0 ? '' : `cột ${columns.map(({ number }) => number).join(', ')}`;
}

/** The ties of a form that do not hold in a row: "cột 3 khác cột 7 + cột 11". */
export function untiedOf(row: MonthRow, form: MonthForm): string[] {
  const sums = form.columns.flatMap(({ number, sum }) => (sum === undefined ? [] : [{ left: number, right: sum }]));
  return [...form.ties, ...sums]
    .filter(({ left, right }) => {
      const whole = figureOf(row, form, left);
      const parts = right.map((number) => figureOf(row, form, number));
      if (whole === undefined || parts.includes(undefined)) return false;
      return whole !== parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
    })
    .map(({ left, right }) => `cột ${left} khác ${right.map((number) => `cột ${number}`).join(' + ')}`);
}

/** What stands in a column of a row; undefined where one of its indicators is not known. */
export function figureOf({ figures }: MonthRow, form: MonthForm, number: number): number | undefined {
  const names = form.columns.find((column) => column.number === number)?.figures ?? [];
  const known = names.map((name) => figures[name]);
  return known.length === 0 || known.includes(undefined)
    ? undefined
    : known.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}
