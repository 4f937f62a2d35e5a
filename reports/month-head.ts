/** The head of the month's table: headings over several rows, those shared merged, and the row of column numbers. */
import type { FigureColumn, MonthForm } from './month-columns.ts';
import { LOOK } from './sheet-look.ts';
import { type SheetRow, text } from './workbook-xlsx.ts';

/** Heights of heading rows in points: the lowest has the long headings. */
const HEADING_HEIGHT = 19;
const LOWEST_HEIGHT = 45;

/** The rows of headings, outermost first. */
export function headingRows({ ordinal, name, columns }: MonthForm): SheetRow[] {
  const depth = Math.max(1, ...columns.map(({ heading }) => heading.length));
  return Array.from({ length: depth }, (_, level) => {
    const height = level === depth - 1 ? LOWEST_HEIGHT : HEADING_HEIGHT;
    const whole = (heading: string) => (level === 0 ? text(heading, { ...LOOK.head, rowSpan: depth, height }) : null);
    const cells = columns.map((column, index) => {
      const heading = column.heading[level];
      if (heading === undefined || isShared(columns[index - 1], column, level)) return null;
      const across = columns.slice(index).findIndex((other) => !isShared(column, other, level));
      const columnSpan = across === -1 ? columns.length - index : across;
      const rowSpan = level === column.heading.length - 1 ? depth - level : 1;
      return text(heading, {
        ...LOOK.head,
        height,
        ...(columnSpan > 1 ? { columnSpan } : {}),
        ...(rowSpan > 1 ? { rowSpan } : {}),
      });
    });
    return [whole(ordinal.heading), whole(name.heading), ...cells];
  });
}

/** True where two columns have this heading and all above it in common. */
function isShared(one: FigureColumn | undefined, other: FigureColumn, level: number): boolean {
  if (one === undefined || one.heading.length <= level + 1 || other.heading.length <= level + 1) return false;
  return one.heading.slice(0, level + 1).join('\n') === other.heading.slice(0, level + 1).join('\n');
}

/** "3=4+5+6": the numbers of the columns, with what sums are made of. */
export function numberRow({ ordinal, name, columns }: MonthForm): SheetRow {
  const look = { ...LOOK.numbers, height: 18 };
  const numbered = columns.map(({ number, sum }) =>
    text(sum === undefined ? `${number}` : `${number}=${sum.join('+')}`, look),
  );
  return [text(`${ordinal.number}`, look), text(`${name.number}`, look), ...numbered];
}
