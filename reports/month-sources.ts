/** The sheet "Nguồn số liệu": who sent the figures first, when, and when they were last changed. */
import { formatPeriod } from '../locales/format.ts';
import type { MonthSource, MonthTable } from './month-table.ts';
import { LOOK, NO_DATA_TEXT } from './sheet-look.ts';
import { count, moment, rangeOf, type Sheet, type SheetRow, text } from './workbook-xlsx.ts';

const HEADINGS = [
  'TT',
  'Đơn vị',
  'Kỳ báo cáo',
  'Người báo cáo lần đầu',
  'Báo cáo lần đầu lúc',
  'Cập nhật gần nhất lúc',
];
const WIDTHS = [7, 44, 19, 32, 20, 22];
/** Title and headings. */
const HEAD_ROWS = 2;

export function sourceSheet({ sources }: MonthTable): Sheet {
  const title = [
    text('NGUỒN SỐ LIỆU', { ...LOOK.title, columnSpan: HEADINGS.length, height: 24 }),
    ...HEADINGS.slice(1).map(() => null),
  ];
  const head = HEADINGS.map((heading) => text(heading, { ...LOOK.head, height: 32 }));
  return {
    name: 'Nguồn số liệu',
    rows: [title, head, ...sources.map(sourceRow)],
    widths: WIDTHS,
    frozen: { rows: HEAD_ROWS, columns: 2 },
    titles: [1, HEAD_ROWS],
    filter: rangeOf([HEAD_ROWS - 1, 0], [HEAD_ROWS - 1 + sources.length, HEADINGS.length - 1]),
  };
}

function sourceRow(source: MonthSource, index: number): SheetRow {
  const { unit, sent, firstBy, firstAt, lastAt } = source;
  const when = (at: number | undefined) => (at === undefined ? text('', LOOK.mark) : moment(at, LOOK.mark));
  return [
    count(index + 1, LOOK.ordinal),
    text(unit, LOOK.words),
    text(spanWords(source), LOOK.mark),
    sent === 0 ? text(NO_DATA_TEXT, LOOK.noData) : text(firstBy ?? '', LOOK.words),
    when(firstAt),
    when(lastAt),
  ];
}

/** "10/2026", or "01/2026 – 12/2026: 10/12 tháng". */
function spanWords({ from, to, sent, of }: MonthSource): string {
  return from === to ? formatPeriod(from) : `${formatPeriod(from)} – ${formatPeriod(to)}: ${sent}/${of} tháng`;
}
