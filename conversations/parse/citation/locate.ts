/**
 * Every document named by a code in a text, put together from the code, the words behind it and, where those are
 * silent, the words before it; with its place, so that what was not read can be told apart.
 */
import type { Citation } from '../../../domain/citation.ts';
import type { IsoDate } from '../../../domain/date.ts';
import { clauseEnd, cleanSubject } from './clause.ts';
import type { Head } from './code.ts';
import { dateBefore, roundStart, subjectBefore } from './context.ts';
import { isDenied } from './denied.ts';
import { headsIn } from './head.ts';
import { letterheadOf } from './letterhead.ts';
import { rowOf } from './row.ts';
import { type Tail, tailOf } from './tail.ts';
import type { CitationText } from './text.ts';
import { LEADS_IN } from './words.ts';

/** The longest words that lead into a document named inside a subject, with spaces and Telex keys. */
const INSIDE_REACH = 24;
/** More documents are not said to share one day. */
const MAX_SHARING = 8;
/** "QĐ về mục tiêu chất lượng số 150/QĐ-UBND": the joining word is none of the subject. */
const ABOUT = /^(?:v\s?\/\s?v|về việc|về|ve viec|ve)\s+/iu;
/** "kế hoạch duy trì là số 22/KH-UBND", "kế hoạch ISO của sở: 356/KH-SXD". */
const BEHIND =
  /\s+(?:là|la|(?:của|cua)\s+(?:sở|so|xã|xa|phường|phuong|ubnd|huyện|huyen|tỉnh|tinh|đơn vị|don vi|bên|ben)(?:\s+\p{L}+){0,4})$/iu;
/** "em gửi số QĐ ạ: 56/QĐ-UBND". */
const POLITE = /^(?:ạ|nhé|nha|là|em|đây|này|đó)$/iu;
/** "báo cáo chưa có số, mới để Số: /BC-UBND" is talk, and no title. */
const TALK = /(?:^|\s)(?:chưa|chua)\s/iu;
/** "Công văn hỏa tốc số": how soon it is wanted, not what it is about. */
const URGENT = /^(?:hỏa tốc|hoả tốc|hoa toc|thượng khẩn|thuong khan|khẩn|khan)$/iu;
/** "Công văn của UBND tỉnh số", "cv sở khcn số": who sent it stands where a subject might. */
const OWNER =
  /^(?:của (.+)|(?=(?:ubnd|[uủ][yỷ] ban|uỷ ban|sở(?! hữu)|so(?! huu| tay| theo| lieu)|bộ(?! tiêu| thủ| chỉ| tài| quy| câu| máy| hồ| luật)|ph[oò]ng(?! ch[aáoố]|,| ngừa| ngua)|hđnd)\s)(.+))$/iu;
/** Between two documents that share "cùng ngày …" stands nothing but this. */
const JOINED = /^[\s,;]*(?:và|va)?[\s,;]*$/i;

/** A citation with its place in the canonical text; `inside` when it is named within the one before it. */
export interface LocatedCitation {
  readonly citation: Citation;
  readonly start: number;
  readonly end: number;
  readonly inside: boolean;
  /** Named only to say that another is meant: "không phải QĐ 40/QĐ-UBND mà 41/QĐ-UBND". */
  readonly denied: boolean;
}

interface Scene {
  readonly text: CitationText;
  readonly heads: readonly Head[];
  readonly tails: readonly Tail[];
  readonly today: IsoDate | undefined;
}

/** True when the document at `index` is named inside the subject of the one before it. */
function isInside({ text, heads, tails }: Scene, index: number): boolean {
  const outer = tails[index - 1];
  const head = heads[index];
  if (!outer || !head || outer.subjectAt === null || outer.end < head.start) return false;
  const words = text.folded.slice(Math.max(outer.subjectAt, head.start - INSIDE_REACH), head.start);
  return words.trim().length > 1 && LEADS_IN.test(words);
}

/** A subject that goes on behind the document it names, when nothing more is said about that one. */
function throughInner(scene: Scene, tail: Tail, index: number): Tail {
  const { text, heads, tails } = scene;
  const inner = heads[index + 1];
  const innerTail = tails[index + 1];
  if (tail.subjectAt === null || !inner || !innerTail || !isInside(scene, index + 1)) return tail;
  const saysMore = innerTail.dateSeen || innerTail.issuer !== null || innerTail.subject !== null;
  const end = saysMore ? inner.end : clauseEnd(text, inner.end, heads[index + 2]?.start ?? text.written.length);
  return { ...tail, subject: cleanSubject(text.written.slice(tail.subjectAt, end)), end: Math.max(end, inner.end) };
}

/** "các Quyết định số 27/QĐ-UBND, 28/QĐ-UBND ngày …", "QĐ 27/QĐ-UBND và 28/QĐ-UBND ngày …": one kind said of several. */
const SEVERAL = /(?<![a-z])(?:cac|nhung|cung cac|hai|ba|bon|0?[2-9])\s+$/;
const SEVERAL_REACH = 12;

/** Whether the documents at `first` and `next` are named under one kind, of which several are spoken of. */
function isListed({ text, heads }: Scene, first: number, next: number): boolean {
  const [head, later] = [heads[first], heads[next]];
  if (!head || !later || head.symbol !== later.symbol) return false;
  const ownsKind = /^\D{2}/.test(text.folded.slice(later.start, later.end));
  const before = text.folded.slice(Math.max(0, head.start - SEVERAL_REACH), head.start);
  return SEVERAL.test(before) && !ownsKind;
}

/** "QĐ 27/QĐ-UBND và QĐ 28/QĐ-UBND cùng ngày 09/01/2021": the date of a later document that is this one's too. */
function sharedDate({ text, heads, tails, today }: Scene, index: number): IsoDate | null {
  for (let next = index + 1; next < Math.min(heads.length, index + MAX_SHARING); next++) {
    const between = text.written.slice(tails[next - 1]?.end, heads[next]?.start);
    if (tails[next - 1]?.dateSeen || !JOINED.test(between)) return null;
    if (tails[next]?.sharedDate || (tails[next]?.dateSeen && isListed({ text, heads, tails, today }, index, next)))
      return tails[next]?.date ?? null;
  }
  return null;
}

/** "QĐ 27/QĐ-UBND ngày 09/01/2021, QĐ 28/QĐ-UBND cùng ngày": the day of the nearest document before that says its own. */
function dayBefore({ tails }: Scene, index: number): IsoDate | null {
  return tails.slice(Math.max(0, index - MAX_SHARING), index).findLast(({ sameDay }) => !sameDay)?.date ?? null;
}

/** What stands between a kind and its code, without what is not what the document is about. */
function betweenSaid(written: string): string {
  const said = cleanSubject(written.replace(ABOUT, '').replace(BEHIND, '').replace(URGENT, '')) ?? '';
  return TALK.test(said) || POLITE.test(said) ? '' : said;
}

function ownerIn(between: string): string | null {
  const found = OWNER.exec(between);
  return found?.[1] ?? found?.[2] ?? null;
}

function locate(scene: Scene, head: Head, own: Tail, index: number): LocatedCitation {
  const { text, today } = scene;
  const floor = scene.tails[index - 1]?.end ?? 0;
  const inside = isInside(scene, index);
  const tail = throughInner(scene, own, index);
  const limit = scene.heads[index + 1]?.start ?? text.written.length;
  const isTold = own.date !== null && tail.subject !== null;
  const page = letterheadOf(text, head, limit) ?? (isTold ? undefined : rowOf(text, head, { floor, limit }));
  const beside = inside || own.date !== null ? null : dateBefore(text, floor, head, today);
  const date =
    (own.sameDay ? dayBefore(scene, index) : own.date) ??
    (own.dateSeen && beside === null ? null : (page?.date ?? sharedDate(scene, index) ?? beside));
  // "Quyết định của UBND tỉnh số 832/QĐ-UBND": the issuer stands where a subject might.
  const owner = ownerIn(head.between ?? '');
  const between = owner === null && head.between !== null ? betweenSaid(head.between) : null;
  const said = tail.subject ?? (between || null) ?? page?.subject ?? null;
  const start = roundStart(text, floor, head);
  const end = Math.max(head.end, tail.end);
  const citation: Citation = {
    type: head.type,
    number: head.number,
    year_in_code: head.yearInCode,
    symbol: head.symbol,
    date,
    issuer: tail.issuer ?? owner,
    subject: said ?? (inside ? null : subjectBefore(text, floor, head)),
    raw: text.written.slice(start, end).replace(/\s+/g, ' ').trim(),
  };
  return { citation, start, end, inside, denied: isDenied(text, head, scene.heads[index + 1]) };
}

/** The documents of a text with their places in its canonical form; `today` dates what was typed without a year. */
export function locateCitations(text: CitationText, today?: IsoDate): LocatedCitation[] {
  const heads = headsIn(text);
  const tails = heads.map((head, index) =>
    tailOf(text, head, { limit: heads[index + 1]?.start ?? text.written.length, today }),
  );
  heads.forEach((head, index) => {
    const said = head.joined ? tails[heads.findIndex((last, at) => at > index && !last.joined)] : undefined;
    if (said) tails[index] = { ...said, subjectAt: null, end: head.end };
  });
  const scene = { text, heads, tails, today };
  return heads.flatMap((head, index) => {
    const tail = tails[index];
    return tail ? [locate(scene, head, tail, index)] : [];
  });
}
