/**
 * What is said after a code: the date, who issued it ("của UBND phường", "QĐ-UBND tỉnh"), and the subject (trích yếu)
 * after "V/v", "về việc", "về", or, as people type in a chat, after nothing at all.
 */
import type { IsoDate } from '../../../domain/date.ts';
import { cleanSubject } from './clause.ts';
import type { Head } from './code.ts';
import { type DateRead, dateAt, lastDateIn } from './date.ts';
import { type IssuerRead, issuerAt, levelAt } from './issuer.ts';
import { subjectSpan } from './subject.ts';
import { anyOf, type CitationText, matchAt, words } from './text.ts';

export interface Tail {
  readonly date: IsoDate | null;
  readonly dateSeen: boolean;
  /** "cùng ngày …": the date of the documents named just before, too. */
  readonly sharedDate: boolean;
  /** "cùng ngày" and no date: the day of the document named just before. */
  readonly sameDay: boolean;
  readonly issuer: string | null;
  readonly subject: string | null;
  /** Where the subject begins, so that a document named inside it can be told. */
  readonly subjectAt: number | null;
  readonly end: number;
}

const YEAR_ONLY = new RegExp(
  `[\\s,]{0,3}(?:(?:${anyOf(['ban hanh', 'ky'])})\\s{1,2})?(?:${words('nam')})\\s{1,2}\\d{4}(?=[\\s,;.]|$)`,
  'y',
);
const SAME_DAY = new RegExp(`^[\\s,(]*(?:${words('cung')}|${words('deu')})\\s`);
const CLOSE = /\s{0,2}\)/y;
/** Place, date, issuer and two editor's notes; more never follow a code. */
const MAX_PARTS = 5;
/** An editor's mark in a copied text, "ngày 08/4/2018 [sic] của Chính phủ"; "được Quốc hội thông qua ngày …". */
const NOTE =
  /\s{0,2}\[[^\]\n]{1,12}\]|\s{1,2}(?:da\s)?duoc\s[^\d,;.\n]{0,60}?(?:thong qua|ban hanh|phe chuan)(?=\s{1,2}ngay\s)/y;

interface Cursor {
  at: number;
  date: IsoDate | null;
  dateSeen: boolean;
  sharedDate: boolean;
  sameDay: boolean;
  issuer: string | null;
}

export interface TailContext {
  /** Where the next document is named, or the end of the text. */
  readonly limit: number;
  readonly today: IsoDate | undefined;
}

function takeNote(text: CitationText, cursor: Cursor, limit: number): boolean {
  const note = matchAt(NOTE, text.folded, cursor.at);
  if (!note || cursor.at + note[0].length > limit) return false;
  cursor.at += note[0].length;
  return true;
}

const ON_SAME_DAY =
  /[\s,(]{1,4}(?:ban hanh |ky )?(?:cung|trong) ngay(?: tren| do)?(?=[\s,.;)]|$)(?!\s{1,3}(?:\d|m[uo]ng|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|voi))/y;

function takeSameDay(text: CitationText, cursor: Cursor, limit: number): boolean {
  const same = cursor.dateSeen || cursor.sameDay ? null : matchAt(ON_SAME_DAY, text.folded, cursor.at);
  if (!same || cursor.at + same[0].length > limit) return false;
  cursor.sameDay = true;
  cursor.at += same[0].length;
  return true;
}

/** "Số 45/BC-UBND, Bình An, ngày 12 tháng 11": the place a paper is dated at stands between, with its capitals. */
const PLACE = /\s{0,2}[,|]\s{1,3}\p{Lu}\p{Ll}{1,10}(?:\s\p{Lu}\p{Ll}{1,10}){0,3},(?=\s{1,3}ngày\s)/uy;

const afterPlace = (text: CitationText, at: number): number => at + (matchAt(PLACE, text.written, at)?.[0].length ?? 0);

const DENYING = /[\s,(–-]{1,4}(?:khong|ko|k|hong)\s{1,2}(?:phai|ky)(?:\s{1,2}la)?(?=\s)/y;
const INSTEAD = /[\s,]{1,4}(?:ma|la)(?:\s{1,2}la)?(?=\s)/y;

/** "QĐ 12/QĐ-UBND không phải ngày 10/01/2026 mà ngày 11/01/2026": the day that is denied is passed over. */
function afterDenied(text: CitationText, at: number, limit: number): number {
  const denying = matchAt(DENYING, text.folded, at);
  if (!denying) return at;
  const from = at + denying[0].length;
  const wrong = dateAt(text.folded, from, limit, { today: undefined, yearInCode: null });
  const instead = wrong && matchAt(INSTEAD, text.folded, wrong.end);
  return wrong && instead ? wrong.end + instead[0].length : at;
}

/** "ngày 5/8/2026 à nhầm, ngày 6/8/2026", "(sai ngày, đúng là 6/8/2026)". */
const CORRECTING =
  /[\s,;(–-]{1,4}(?:(?:a|ah|u|uh)\s{1,2}(?:khong|ko|k)|(?:(?:a|ah|u|uh|em|ghi|la|bi|viet)\s{1,2}){0,3}(?:nham|lon|sai)(?:\s{1,2}(?:roi|em|ngay(?=\s?[,;:]|\s(?:dung|phai|la)))){0,2})[\s,:;.]{0,4}(?:(?:dung|phai|ra|la|moi|sua|lai|thanh|ma)\s{1,2}){0,4}/y;

/** The day said right behind another to mend it. */
function corrected(text: CitationText, wrong: DateRead, { limit, today }: TailContext): DateRead | undefined {
  const correcting = matchAt(CORRECTING, text.folded, wrong.end);
  return correcting
    ? dateAt(text.folded, wrong.end + correcting[0].length, limit, { today, yearInCode: null })
    : undefined;
}

function takeDate(text: CitationText, cursor: Cursor, head: Head, context: TailContext): boolean {
  if (cursor.dateSeen) return false;
  const { yearInCode } = head;
  const coded = head.symbol !== null;
  const dated = { today: context.today, yearInCode, coded };
  const read = dateAt(text.folded, afterPlace(text, afterDenied(text, cursor.at, context.limit)), context.limit, dated);
  if (!read) return false;
  return keepDate(text, cursor, corrected(text, read, context) ?? read);
}

function keepDate(text: CitationText, cursor: Cursor, read: DateRead): boolean {
  cursor.date = read.date;
  cursor.dateSeen = true;
  cursor.sharedDate = SAME_DAY.test(text.folded.slice(read.start, read.end));
  cursor.at = read.end;
  const opened = text.folded.slice(read.start, read.end).includes('(');
  const close = opened ? matchAt(CLOSE, text.folded, cursor.at) : null;
  if (close) cursor.at += close[0].length;
  return true;
}

function takeIssuer(text: CitationText, cursor: Cursor, limit: number): boolean {
  const read = cursor.issuer === null ? issuerAt(text, cursor.at, limit) : undefined;
  return keepIssuer(cursor, read);
}

function takeLevel(text: CitationText, cursor: Cursor, limit: number, symbol: string | null): boolean {
  const read = cursor.issuer === null ? levelAt(text, cursor.at, limit, symbol) : undefined;
  return keepIssuer(cursor, read);
}

function keepIssuer(cursor: Cursor, read: IssuerRead | undefined): boolean {
  if (!read) return false;
  cursor.issuer = read.issuer;
  cursor.at = read.end;
  return true;
}

/** The date, issuer and subject said after a head, up to the next head; nothing is taken that is not said there. */
export function tailOf(text: CitationText, head: Head, context: TailContext): Tail {
  const cursor: Cursor = { at: head.end, date: null, dateSeen: false, sharedDate: false, sameDay: false, issuer: null };
  const { limit } = context;
  for (let parts = 0; parts < MAX_PARTS; parts++) {
    const taken =
      takeNote(text, cursor, limit) ||
      takeSameDay(text, cursor, limit) ||
      takeLevel(text, cursor, limit, head.symbol) ||
      takeDate(text, cursor, head, context) ||
      takeIssuer(text, cursor, limit);
    if (!taken) break;
  }
  const year = matchAt(YEAR_ONLY, text.folded, cursor.at);
  if (year) {
    cursor.at += year[0].length;
    takeIssuer(text, cursor, limit);
  }
  const span = subjectSpan(text, cursor.at, limit);
  if (!span) return { ...cursor, subjectAt: null, subject: null, end: cursor.at };
  return subjectWithDate(text, cursor, span, { today: context.today, yearInCode: head.yearInCode });
}

/** What is held on a day of its own. */
const HELD = new RegExp(
  `(?<![a-z])(?:${anyOf('danh gia noi bo|dgnb|cuoc hop|hop|phien hop|hoi nghi|ky hop|tap huan|kiem tra|hop xem xet|xem xet cua lanh dao|buoi lam viec|giao ban|khac phuc'.split('|'))})[\\s,]{1,3}$`,
);

/** "… về ban hành Chính sách chất lượng ngày 09/01/2021": a date after the subject is the document's. */
function subjectWithDate(
  text: CitationText,
  cursor: Cursor,
  span: { start: number; end: number },
  context: { today: IsoDate | undefined; yearInCode: number | null },
): Tail {
  const late = cursor.dateSeen ? undefined : lastDateIn(text.folded, span.start, span.end, context);
  // "(mục tiêu chất lượng) ngày 9/1/2026": the date stands behind the bracket.
  const isBracketed = !cursor.dateSeen && !late && text.folded.charAt(span.end) === ')';
  const behind = isBracketed ? dateAt(text.folded, span.end + 1, text.folded.length, context) : undefined;
  if (behind?.date) {
    const within = cleanSubject(text.written.slice(span.start, span.end));
    return { ...cursor, date: behind.date, dateSeen: true, subjectAt: span.start, subject: within, end: behind.end };
  }
  // "về đánh giá nội bộ ngày 17/9/2021": the day may be the audit's; it stays in the subject, and is asked about.
  const isEvents = late !== undefined && HELD.test(text.folded.slice(span.start, late.start));
  const subject = cleanSubject(text.written.slice(span.start, isEvents ? span.end : (late?.start ?? span.end)));
  if (!late || isEvents) return { ...cursor, subjectAt: span.start, subject, end: span.end };
  const after: Cursor = { ...cursor, date: late.date, dateSeen: true, at: late.end };
  takeIssuer(text, after, span.end);
  return { ...after, subjectAt: span.start, subject, end: span.end };
}
