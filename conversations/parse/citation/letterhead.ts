/**
 * The head of a page pasted into the chat: "Số: 4041 /UBND-KHCN", below it "Nhơn Trạch, ngày 24 tháng 5 năm 2021", and
 * the subject as "V/v …" or as the title under "BÁO CÁO". Read only where a line begins with "Số:".
 */
import type { IsoDate } from '../../../domain/date.ts';
import { fold } from '../../../domain/text.ts';
import { clauseEnd, cleanSubject } from './clause.ts';
import type { Head } from './code.ts';
import { lastDateIn } from './date.ts';
import type { CitationText } from './text.ts';

/** From "Số:" to the end of a title there are at most this many characters and lines. */
const LETTERHEAD_REACH = 900;
const MAX_LINES = 16;
const MAX_TITLE_LINES = 5;

/** Marks of a copied page ("[", "**") and spaces before "Số:". */
const MAX_INDENT = 12;
const LABEL = /^[\s*[]*so\s*:/;
const PLACE_AND_DATE = /^[\s*[]*[a-z][a-z .]{1,40},\s*ngay\s/;
const SUBJECT_LINE = /^[\s*[]*v\s?\/\s?v\s+/;
/** "Về việc ban hành …" under the name of the kind. */
const ABOUT = /^(?:v\s?\/\s?v|về việc|ve viec|về|ve)\s+/iu;
const BODY = /^[\s*#]*(?:[ivx]+\.|\d+\.|kinh gui|can cu|thuc hien|phan thu)/;

export interface Letterhead {
  readonly date: IsoDate | null;
  readonly subject: string | null;
}

interface Line {
  readonly start: number;
  readonly folded: string;
}

function linesAfter(text: CitationText, from: number, limit: number): Line[] {
  const scope = text.folded.slice(from, Math.min(limit, from + LETTERHEAD_REACH));
  const lines: Line[] = [];
  let start = from;
  for (const folded of scope.split('\n').slice(0, MAX_LINES)) {
    lines.push({ start, folded });
    start += folded.length + 1;
  }
  return lines;
}

function titleIn(lines: readonly Line[], text: CitationText, type: string | null): string | null {
  const bare = (line: Line): string => line.folded.replace(/[*#\s]+/g, ' ').trim();
  const at = lines.findIndex((line) => type !== null && bare(line) === fold(type));
  if (at < 0) return null;
  const title: string[] = [];
  for (const line of lines.slice(at + 1, at + 1 + MAX_TITLE_LINES)) {
    if (bare(line) === '' || BODY.test(line.folded)) break;
    title.push(text.written.slice(line.start, line.start + line.folded.length).replace(/[*#]/g, ' '));
  }
  return cleanSubject(title.join(' ').trim().replace(ABOUT, ''));
}

/** The date and subject of the page a head stands on; undefined when the head is not the first of its line. */
export function letterheadOf(text: CitationText, head: Head, limit: number): Letterhead | undefined {
  const near = Math.max(0, head.start - MAX_INDENT - 1);
  const broken = text.folded.slice(near, head.start).lastIndexOf('\n');
  const lineStart = broken < 0 ? 0 : near + broken + 1;
  const isFirst = head.start - lineStart <= MAX_INDENT && LABEL.test(text.folded.slice(lineStart, head.end));
  if (!isFirst || limit <= head.end) return undefined;
  const lines = linesAfter(text, head.end, limit);
  const dated = lines.find((line) => PLACE_AND_DATE.test(line.folded));
  const about = lines.find((line) => SUBJECT_LINE.test(line.folded));
  const end = (line: Line): number => line.start + line.folded.length;
  const date = dated && lastDateIn(text.folded, dated.start, end(dated), { today: undefined, yearInCode: null });
  const aboutStart = about && about.start + (SUBJECT_LINE.exec(about.folded)?.[0].length ?? 0);
  const subject =
    aboutStart === undefined
      ? titleIn(lines, text, head.type)
      : cleanSubject(text.written.slice(aboutStart, clauseEnd(text, aboutStart, limit)));
  return date || subject !== null ? { date: date?.date ?? null, subject } : undefined;
}
