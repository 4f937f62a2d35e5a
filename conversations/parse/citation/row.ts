/**
 * A row of a table pasted into the chat: "| 2 | 15/KH-UBND | 18/02/2021 | Kế hoạch duy trì |". The day stands in a
 * cell of its own, and under a heading that says so the subject does too. A row that names two documents says neither.
 */
import type { IsoDate } from '../../../domain/date.ts';
import { cleanSubject } from './clause.ts';
import type { Head } from './code.ts';
import { dateAt } from './date.ts';
import { type CitationText, citationText } from './text.ts';

/** A row has at most this many characters on either side of its code; longer ones are no rows of documents. */
const ROW_REACH = 1200;
/** The heading stands at most this far above a row: a page of rows. */
const TABLE_REACH = 6000;
const RULE = /^\s*\|?[\s:|-]*-{2,}[\s:|-]*$/;
const SUBJECT_COLUMN = /trich yeu|noi dung|ten van ban|tieu de|ve viec/;
/** A day under these is another day than the one the document was issued on. */
const OTHER_DAY = /hieu luc|han |thoi han|hoan thanh|nhan|den|hop|cap nhat|het/;
const ABOUT = /^(?:v\s?\/\s?v|về việc|về|ve viec|ve)\s+/iu;

interface Cell {
  readonly start: number;
  readonly written: string;
}

export interface Row {
  readonly date: IsoDate | null;
  readonly subject: string | null;
}

function cellsOf(line: string, from: number): Cell[] {
  let start = from;
  return line.split('|').map((written) => {
    const cell = { start, written };
    start += written.length + 1;
    return cell;
  });
}

/** The folded headings above the row that begins at `rowStart`; none where no ruled line stands between. */
function headingsAbove(text: CitationText, rowStart: number): string[] {
  const above = text.folded.slice(Math.max(0, rowStart - TABLE_REACH), Math.max(0, rowStart - 1)).split('\n');
  const rule = above.findLastIndex((line) => !line.includes('|') || RULE.test(line));
  const isRuled = rule > 0 && RULE.test(above[rule] ?? '');
  return isRuled ? (above[rule - 1] ?? '').split('|').map((cell) => cell.trim()) : [];
}

function dayIn(written: string): IsoDate | null {
  const { folded } = citationText(written.trim());
  const read = dateAt(folded, 0, folded.length, { today: undefined, yearInCode: null });
  return read?.end === folded.length ? read.date : null;
}

/** The day and the subject said in other cells of the row `head` stands in; undefined where it stands in none. */
export function rowOf(
  text: CitationText,
  head: Head,
  { floor, limit }: { readonly floor: number; readonly limit: number },
): Row | undefined {
  const from = Math.max(floor, head.start - ROW_REACH);
  const before = text.written.slice(from, head.start).lastIndexOf('\n');
  const start = before < 0 ? from : from + before + 1;
  const behind = text.written.slice(head.end, Math.min(limit, head.end + ROW_REACH)).split('\n', 1)[0] ?? '';
  const end = head.end + behind.length;
  const isWhole = (start === 0 || before >= 0) && (end === text.written.length || text.written.charAt(end) === '\n');
  if (!isWhole) return undefined;
  const cells = cellsOf(text.written.slice(start, end), start);
  if (cells.length < 2) return undefined;
  const headings = headingsAbove(text, start);
  const others = cells.map((cell, column) => ({ ...cell, heading: headings[column] ?? '' }));
  const apart = others.filter(({ start: at, written }) => at > head.start || at + written.length < head.start);
  const days = apart.flatMap(({ written, heading }) => (OTHER_DAY.test(heading) ? [] : (dayIn(written) ?? [])));
  const about = apart.find(({ heading }) => SUBJECT_COLUMN.test(heading));
  const subject = about === undefined ? null : cleanSubject(about.written.trim().replace(ABOUT, ''));
  return { date: days.length === 1 ? (days[0] ?? null) : null, subject };
}
