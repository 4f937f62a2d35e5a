/**
 * The name of the kind as it stands before a code: directly ("Kế hoạch số"), abbreviated ("QĐ số"), or with words in
 * between ("Báo cáo đánh giá nội bộ số", "Quyết định công bố:"). Words are looked up, not searched for, so that a
 * message made of nothing but codes is read as fast as any other.
 */
import { KIND_NAMES, KIND_OF_ABBREVIATION, kindNamed, LETTER } from '../../../domain/document-kind.ts';
import { fold } from '../../../domain/text.ts';
import { anyOf, type CitationText, withoutTelex, words } from './text.ts';
import { TITLES, VERBS } from './words.ts';

/** The longest name, "thông tư liên tịch", has this many words. */
const MAX_WORDS = 4;
/** Between kind and code there are at most this many characters ("Kế hoạch duy trì … năm 2021 số"). */
const KIND_REACH = 160;
/** "số ký hiệu :" with its spaces. */
const LABEL_REACH = 44;

const ABBREVIATED = [...Object.keys(KIND_OF_ABBREVIATION), 'CV', 'VB'];
const BY_NAME = new Map(KIND_NAMES.map((name) => [fold(name), kindNamed(name) ?? name]));
const BY_ABBREVIATION = new Map(ABBREVIATED.map((letters) => [fold(letters), kindNamed(fold(letters)) ?? letters]));

const LABEL = new RegExp(
  `(?:(?::\\s{0,3})?(?<![a-z\\d])(?:\\(\\s?)?(?:${words('so')})(?:\\s{1,2}(?:${anyOf(['hieu', 'ky hieu', 'van ban'])}))?\\s{0,4}[:.=]?|:)\\s{0,20}$`,
);

const OPENS_TITLE = new RegExp(`^\\s+(?:${TITLES}|${VERBS}|xin|${anyOf(['de nghi', 'tra loi', 'gop y'])})(?![a-z])`);

export interface KindBefore {
  readonly name: string | undefined;
  /** True where "số" or ":" introduces the code. */
  readonly numbered: boolean;
  readonly start: number;
  readonly between: string | null;
}

export interface KindFound {
  readonly name: string;
  /** The kind as typed, folded: 'qd', 'quyet dinh'. */
  readonly typed: string;
  readonly start: number;
}

const isLetter = (folded: string, at: number): boolean => {
  const code = folded.charCodeAt(at);
  return code >= 97 && code <= 122;
};
const SPACE = 32;
const COLON = 58;
/** White space or a colon, the usual answers first. */
export const isBlankOrColon = (code: number): boolean =>
  code === SPACE || code === COLON || ((code < SPACE || code > 0x7f) && /\s/.test(String.fromCharCode(code)));
const isBlank = (folded: string, at: number): boolean => /\s/.test(folded.charAt(at));

/** Where each of the last words before `end` begins, nearest first; only white space may stand between them. */
function wordStarts(folded: string, end: number, floor: number): number[] {
  const starts: number[] = [];
  let at = end;
  while (starts.length < MAX_WORDS) {
    let start = at;
    while (start > floor && isLetter(folded, start - 1)) start--;
    if (start === at) break;
    starts.push(start);
    at = start;
    while (at > floor && isBlank(folded, at - 1)) at--;
    if (at === start) break;
  }
  return starts;
}

/** "án" ends "Đề án"; abbreviations have two letters at least. */
const SHORTEST = 2;
/** The last words of all names; a word that is none of them ends no name. */
const LAST_WORDS = new Set([...BY_NAME.keys()].map((name) => name.slice(name.lastIndexOf(' ') + 1)));

/** Whether the word before `end` can end a name or be an abbreviation; asked of every word before a number. */
function mayEnd(folded: string, end: number, floor: number): boolean {
  let start = end;
  while (start > floor && isLetter(folded, start - 1)) start--;
  if (end - start < SHORTEST) return false;
  const word = folded.slice(start, end);
  return BY_ABBREVIATION.has(word.replace(/dd/g, 'd')) || LAST_WORDS.has(withoutTelex(word));
}

const PHAP = /(?<![a-z])phap\s{1,2}$/;
const PHAP_REACH = 7;

/** The kind whose name or abbreviation ends exactly at `end`. */
export function kindEndingAt(folded: string, end: number, floor: number): KindFound | undefined {
  if (!mayEnd(folded, end, floor)) return undefined;
  const starts = wordStarts(folded, end, floor);
  for (const start of starts.toReversed()) {
    const typed = folded.slice(start, end).replace(/\s+/g, ' ');
    const abbreviation = start === starts[0] ? BY_ABBREVIATION.get(typed.replace(/dd/g, 'd')) : undefined;
    const name = abbreviation ?? BY_NAME.get(withoutTelex(typed));
    // "quy phạm pháp luật" names no law
    const isPart = typed === 'luat' && PHAP.test(folded.slice(Math.max(0, start - PHAP_REACH), start));
    const isWhole = !isPart && (start === 0 || !/\d/.test(folded.charAt(start - 1)));
    if (name !== undefined && isWhole) return { name, typed, start };
  }
  return undefined;
}

/** The kind that ends before `end`, spaces and a colon left aside. */
export function kindJustBefore(folded: string, end: number, floor: number): KindFound | undefined {
  // "QĐ.45/QĐ-UBND": a dot glued to both belongs to the abbreviation; where a space follows, a sentence has ended.
  let at = end > floor && folded.charAt(end - 1) === '.' ? end - 1 : end;
  while (at > floor && isBlankOrColon(folded.charCodeAt(at - 1))) at--;
  return kindEndingAt(folded, at, floor);
}

/** The kind that matched words stand for, Telex keys tolerated. */
export function kindFrom(matched: string): string | undefined {
  return BY_NAME.get(withoutTelex(matched)) ?? BY_ABBREVIATION.get(matched.replace(/dd/g, 'd'));
}

/** Short names that mean nothing else in a clause with a number. */
const PLAIN = new Set(['qd', 'kh', 'cv']);

/** Kinds named by their full name anywhere in a clause, "qđ", "kh" and "cv" too, and the kind the symbol says. */
function kindsIn(clause: string, likely: string): KindFound[] {
  return [...clause.matchAll(/[a-z]+/g)].flatMap((word) => {
    const found = kindEndingAt(clause, word.index + word[0].length, 0);
    if (!found) return [];
    const isSure = found.typed.length > 3 || PLAIN.has(found.typed);
    return isSure || (found.name === likely && likely !== LETTER) ? [found] : [];
  });
}

/** A stop, a colon or a bracket; the colon of "ISO 9001:2015" and the dot of "1.234" end nothing. */
function endsClause(folded: string, at: number): boolean {
  if (!/[.;:()]/.test(folded.charAt(at))) return false;
  return !/^\d[.:]\d$/.test(folded.slice(at - 1, at + 2));
}

/** Where the clause before `end` begins: after a stop, a bracket or an empty line. */
function clauseBefore(folded: string, end: number, floor: number): number {
  let at = end;
  while (at > floor && !endsClause(folded, at - 1) && !(at < end && folded.startsWith('\n\n', at - 1))) at--;
  return at;
}

const AMENDS = new RegExp(`^\\s+(?:${anyOf(['sua doi', 'bo sung', 'bai bo', 'thay the'])})(?![a-z])`);

/** "Luật sửa đổi, bổ sung một số điều của Luật X số 07/2022/QH15": the number is the amending law's, named first. */
const amending = (named: readonly KindFound[], clause: string, likely: string): KindFound | undefined =>
  named.find(({ name, start, typed }) => name === likely && AMENDS.test(clause.slice(start + typed.length)));

/** Papers of no listed kind: "Giấy ra quân số 12/GRQ-…", "Thư kêu gọi số …"; what they are is what they are called. */
const PAPER =
  /(?<!\p{L})(?:giấy|phiếu|thư(?! viện| ký)|điều lệ|nội quy|thể lệ|đề cương|giay|phieu)(?:\s(?!(?:theo|tại|của|và|kèm|đã|có|cho|tai|cua|va|kem|da|co)\s)\p{L}{1,7}){1,4}\s*$/iu;
const PAPER_REACH = 48;

function paperBefore(written: string, end: number, floor: number): { name: string; start: number } | undefined {
  const near = written.slice(Math.max(floor, end - PAPER_REACH), end);
  const found = PAPER.exec(near);
  if (!found) return undefined;
  const name = found[0].trim();
  return { name: name.charAt(0).toUpperCase() + name.slice(1), start: end - (near.length - found.index) };
}

/** "kế hoạch của sở: 356/KH-SXD": without its marks an office looks like the word for a number. */
const isOffice = (label: string): boolean => /(?<!\p{L})sở(?!\p{L})/iu.test(label);
const COLON_END = /:\s{0,20}$/;

/** The kind named before `codeStart`, not earlier than `floor`; `likely` is what the symbol says. */
export function kindBefore(text: CitationText, floor: number, codeStart: number, likely: string): KindBefore {
  const { folded, written } = text;
  const near = folded.slice(Math.max(floor, codeStart - LABEL_REACH), codeStart);
  const led = LABEL.exec(near);
  const label =
    led && isOffice(written.slice(codeStart - near.length + led.index, codeStart)) ? COLON_END.exec(near) : led;
  const labelStart = codeStart - (label ? near.length - label.index : 0);
  const nearest = kindJustBefore(folded, labelStart, floor);
  // "dạ số 205/BC-UBND" is polite, and about no đề án or dự án
  const direct = nearest?.typed === 'da' && nearest.name !== likely ? undefined : nearest;
  const numbered = label !== null;
  // "các Quyết định về …, cụ thể: số 12/QĐ-UBND": behind a colon "số" leads from a title only.
  const isLed = numbered && !/^:\s*[a-z]/.test(label[0]);
  const outer =
    direct && direct.name !== likely && likely !== LETTER ? kindJustBefore(folded, direct.start, floor) : undefined;
  // "Thông báo kết luận số 12/TB-UBND": the symbol tells which of two kinds side by side it is.
  if (outer?.name === likely) {
    const between = written.slice(outer.start + outer.typed.length, labelStart).replace(/\s+/g, ' ');
    return { name: outer.name, numbered, start: outer.start, between: between.trim() };
  }
  if (direct) return { name: direct.name, numbered, start: direct.start, between: null };
  const paper = numbered && likely === LETTER ? paperBefore(written, labelStart, floor) : undefined;
  if (paper) return { name: paper.name, numbered, start: paper.start, between: null };
  const start = label?.[0].trim() === ':' ? codeStart : labelStart;
  const none: KindBefore = { name: undefined, numbered, start, between: null };
  const clauseStart = clauseBefore(folded, labelStart, Math.max(floor, labelStart - KIND_REACH));
  const clause = folded.slice(clauseStart, labelStart);
  const named = kindsIn(clause, likely);
  const alike = amending(named, clause, likely) ?? named.findLast(({ name }) => name === likely);
  const chosen = alike ?? (numbered ? named.at(-1) : undefined);
  if (chosen === undefined) return none;
  const kindStart = clauseStart + chosen.start;
  const kindEnd = kindStart + chosen.typed.length;
  const between = written.slice(kindEnd, labelStart).replace(/\s+/g, ' ').trim();
  // "QĐ mtcl 28/QĐ-UBND": without "số" only the words of a title stand in between.
  if (!isLed && (/[,\d]/.test(between) || !OPENS_TITLE.test(folded.slice(kindEnd, labelStart)))) return none;
  return { name: chosen.name, numbered, start: kindStart, between: between || null };
}
