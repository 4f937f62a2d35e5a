/**
 * Reads the answer to "which documents, one per line?". There a line may also be a document without a number ("Danh
 * mục tài liệu HTQLCL"), and words without "về" are the subject, since the question says what the line is about.
 */
import type { Citation } from '../../../domain/citation.ts';
import type { IsoDate } from '../../../domain/date.ts';
import { KIND_NAMES } from '../../../domain/document-kind.ts';
import { fold } from '../../../domain/text.ts';
import { cleanSubject, isSoftBreak } from './clause.ts';
import { lastDateIn } from './date.ts';
import { kindFrom } from './kind.ts';
import { type LocatedCitation, locateCitations } from './locate.ts';
import { anyOf, type CitationText, citationText } from './text.ts';
import { TITLES } from './words.ts';

export interface DocumentLines {
  readonly citations: Citation[];
  /** Lines in which no document was found, as typed. */
  readonly unread: string[];
}

const MARK = /^[\s–+*•▪-]*(?:\d{1,2}[.)](?!\d)\s*|[a-zđ]\)\s*)?[\s–+*•▪-]*/u;
/** What people put before the document itself: "dạ em gửi", "đã ban hành". */
const PREAMBLE = new RegExp(
  `^(?:(?:${anyOf('da|em|e|gui|chi|anh|a|co|vua|moi|ban hanh|ky|xa|phuong|ubnd xa|ubnd phuong|ubnd|bao cao anh|bao cao chi|la|them'.split('|'))})[\\s,:]{1,3}){1,8}(?=\\S)`,
);
const KIND = new RegExp(`^(${anyOf([...KIND_NAMES.map((name) => fold(name)), 'qd', 'bb'])})(?![a-z])`);
const TITLE = new RegExp(`^(?:${TITLES})(?![a-z])`);
/** These say that there is no document, or ask about one. */
const NOT_A_DOCUMENT = new RegExp(
  `\\?|(?:^|\\s)(?:${anyOf('chua|khong|ko|k|dang|sap|se|hong|hok|lam sao|the nao|gi|nao'.split('|'))})(?![a-z])|^(?:so\\s*)?[\\d\\s.,/%-]+(?:ho so|hs|thang.*)?$`,
);
/** A subject said in words has at least two of them, or is an abbreviation such as "mtcl". */
const ENOUGH = /[a-z]{2,}\s+[a-z]{2,}|\b(?:mtcl|cscl|htqlcl|iso)\b/;

function textOf(source: CitationText, from: number, to: number): string {
  return source.written.slice(from, to);
}

/** In an answer the words around a code are its subject even without "về". */
function withLooseSubject(
  source: CitationText,
  found: LocatedCitation,
  next: LocatedCitation | undefined,
  floor: number,
): Citation {
  const { citation } = found;
  if (citation.subject !== null) return citation;
  const behind = cleanSubject(textOf(source, found.end, next?.start ?? source.written.length));
  const before = cleanSubject(textOf(source, floor, found.start).replace(MARK, ''));
  const usable = (words: string | null): words is string =>
    words !== null && ENOUGH.test(fold(words)) && !NOT_A_DOCUMENT.test(fold(words));
  if (usable(behind)) return { ...citation, subject: behind, raw: `${citation.raw} ${behind}` };
  if (before !== null && usable(before) && TITLE.test(fold(before))) return { ...citation, subject: before };
  return citation;
}

/** A line that names a kind or a title but no code: "Kế hoạch đánh giá nội bộ … năm 2021". */
function unnumbered(line: string, today: IsoDate | undefined): Citation | undefined {
  const marked = citationText(line.replace(MARK, ''));
  const skipped =
    KIND.test(marked.folded) || TITLE.test(marked.folded) ? 0 : (PREAMBLE.exec(marked.folded)?.[0].length ?? 0);
  const source = citationText(marked.written.slice(skipped));
  const kind = KIND.exec(source.folded);
  if (!kind && !TITLE.test(source.folded)) return undefined;
  const from = kind?.[0].length ?? 0;
  const late = lastDateIn(source.folded, from, source.written.length, { today, yearInCode: null });
  const words = textOf(source, from, late?.start ?? source.written.length).replace(
    /^\s*(?:v\s?\/\s?v|về việc|về|số)\s+/iu,
    '',
  );
  const subject = cleanSubject(words);
  if (subject === null || NOT_A_DOCUMENT.test(fold(subject)) || !ENOUGH.test(fold(subject))) return undefined;
  const type = kind ? (kindFrom(kind[1] ?? '') ?? null) : null;
  const raw = source.written.replace(/\s+/g, ' ').trim();
  return { type, number: null, year_in_code: null, symbol: null, date: late?.date ?? null, issuer: null, subject, raw };
}

function documentsOf(line: string, today: IsoDate | undefined): Citation[] {
  const source = citationText(line);
  const located = locateCitations(source, today).filter(({ inside, denied }) => !inside && !denied);
  if (located.length > 0) {
    return located.map((found, index) =>
      withLooseSubject(source, found, located[index + 1], located[index - 1]?.end ?? 0),
    );
  }
  const alone = unnumbered(line, today);
  return alone ? [alone] : [];
}

/**
 * The document a line names, numbered or not; undefined when it names none. Meant for the answer to a question about
 * documents: elsewhere "kế hoạch năm nay" is talk, not a document.
 */
export function readDocumentLine(line: string, today?: IsoDate): Citation | undefined {
  return documentsOf(line, today)[0];
}

/** The lines of an answer: broken at line ends and semicolons, a line wrapped by a copied page kept whole. */
function answerLines(text: string): string[] {
  const source = citationText(text);
  let whole = '';
  for (let at = 0; at < source.written.length; at++) {
    const character = source.written.charAt(at);
    if (character !== '\n') whole += character === ';' ? '\n' : character;
    else whole += isSoftBreak(source, at) ? ' ' : '\n';
  }
  return whole
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\d]/u.test(line));
}

/** Every document of an answer, and the lines that named none, so that nothing typed is lost without a word. */
export function readDocumentLines(text: string, today?: IsoDate): DocumentLines {
  const citations: Citation[] = [];
  const unread: string[] = [];
  for (const line of answerLines(text)) {
    const documents = documentsOf(line, today);
    if (documents.length > 0) citations.push(...documents);
    else unread.push(line);
  }
  return { citations, unread };
}
