/**
 * Documents named without a slash: "QĐ số 132 ngày 20/8/2020", "Nghị định 61/2018", "138 QĐ-UBND". These are read only
 * where nothing else can be meant, because "báo cáo 215" is a figure and "báo cáo 9/2021" a month.
 */
import {
  agencyAbbreviation,
  KIND_OF_ABBREVIATION,
  kindAbbreviation,
  kindOfSymbol,
  LETTER,
} from '../../../domain/document-kind.ts';
import { codedHead, type Head } from './code.ts';
import { dateAt } from './date.ts';
import { isBlankOrColon, type KindFound, kindBefore, kindEndingAt, kindJustBefore } from './kind.ts';
import { type SymbolRead, symbolAt } from './symbol.ts';
import { type CitationText, matchAt, words } from './text.ts';

/** The code without a slash, or with another sign, "138 QĐ-UBND", "138.QĐ-UBND", "138-QĐ-UBND": only kinds and agencies we know. */
const SLASHLESS =
  /(?<![\d./,-])(\d{1,6})(?:\/((?:19|20)\d{2}))?(?: {1,2}| ?[-.\\] ?|(?=[\p{L}]{2,4}-))(?=(?:[\p{L}]{2,4}(?: ?[-–/] ?| )|[\p{L}]{5,8}-)\p{L}{2})/gu;
/** A number, with the year of a legal code behind it, that no other digit, per cent or slash belongs to. */
const NUMBER = /(?<![\d.,/-])(\d{1,6})(?:\s?\/\s?((?:19|20)\d{2}))?(?![\d%]|\s{0,6}\/|[.,]\d|-\d)/g;
const LABEL = new RegExp(`(?<![a-z\\d])(?:${words('so')})\\s{0,3}:?\\s{0,3}$`);
const LABEL_REACH = 12;
/** After "báo cáo số 215" these say that 215 was a count. */
const COUNTED = /\s{0,3}(?:ho so|hs|thu tuc|tthc|truong hop|don\b|nguoi|luot|cuoc|lan\b|diem|thang|quy\b|ngay\s+lam)/y;
/** The kinds whose number and year alone are a code; "báo cáo 9/2021" is a month. */
const LEGAL = new Set(['Nghị định', 'Thông tư', 'Thông tư liên tịch', 'Nghị quyết', 'Quyết định', 'Luật', 'Chỉ thị']);
/** Abbreviations that mean something else in figures ("tt 215" = trực tiếp) need the word "số" or a symbol. */
const MISLEADING = new Set(['tt', 'ct', 'hd', 'tb', 'cd', 'pa', 'qc', 'gm', 'gp', 'gcn']);
/** With "số" but without a date these may still be headings or contracts of anything ("nd số 3" = nội dung). */
/** These are verbs as well, so that "báo cáo 215 ngày 20/10" may tell a figure: without "số" the date needs its year. */
const VERBS_TOO = new Set(['bao cao', 'bc', 'thong bao', 'huong dan', 'giay chung nhan', 'giay phep', 'lenh']);
const NEEDS_DATE = new Set([...MISLEADING, 'nd', 'pl', 'pg', 'pc', 'pb', 'da', 'tc']);

export function slashlessHeads(text: CitationText): Head[] {
  const heads: Head[] = [];
  for (const found of text.written.matchAll(SLASHLESS)) {
    const read = symbolAt(text, found.index + found[0].length);
    if (read?.trust !== 'sure') continue;
    const floor = heads.at(-1)?.end ?? 0;
    // "cv 821 skhcn-tdc": letters of offices are a code behind the word for a letter only
    const isLetter = kindOfSymbol(read.symbol) === LETTER;
    if (isLetter && kindJustBefore(text.folded, found.index, floor)?.name !== LETTER) continue;
    // "tháng 9/2021 QĐ-UBND": with a year only a kind or "số" makes it a code
    const trusted: SymbolRead = found[2] === undefined ? read : { ...read, trust: 'led' };
    const head =
      found.index < floor
        ? undefined
        : codedHead(text, found.index, floor, {
            number: found[1] ?? null,
            year: found[2] === undefined ? null : Number(found[2]),
            read: trusted,
          });
    if (head) heads.push(head);
  }
  return heads;
}

/** A day and a month, so that a date which does not exist is one as well and can be asked about. */
const DAY_AND_MONTH = /(?<!\d)\d{1,2}(?:\s{0,2}[/.–-]\s{0,2}|\s{0,3}[a-z]{5,8}\s{0,3})\d{1,2}(?!\d)/;

function isDated({ folded }: CitationText, at: number): boolean {
  const read = dateAt(folded, at, folded.length, { today: undefined, yearInCode: null });
  return read !== undefined && DAY_AND_MONTH.test(folded.slice(read.start, read.end));
}

function isDatedInFull({ folded }: CitationText, at: number): boolean {
  return dateAt(folded, at, folded.length, { today: undefined, yearInCode: null })?.date != null;
}

/** The symbol before its number: "QĐ-UBND số 45". */
const SYMBOL_FIRST = /(?<![a-z\d/-])([\p{L}]{2,4})\s?[-–]\s?([\p{L}]{2,8})\s{1,3}$/iu;
const SYMBOL_REACH = 20;
/** What stands between a kind and "số" is a few words of the subject, with no other number than a year. */
const FEW_WORDS = 60;
const OTHER_NUMBER = /(?<!\d)(?!20\d{2}(?!\d))\d/;

interface Numbered {
  readonly floor: number;
  readonly labelStart: number;
  readonly digits: string;
  readonly end: number;
}

/** A number after "số" whose kind stands apart: "Qđ-ubnd số 45", "kế hoạch đánh giá nội bộ số 40 ngày 20/8". */
function apartHead(text: CitationText, { floor, labelStart, digits, end }: Numbered): Head | undefined {
  const head = { end, number: digits, yearInCode: null, joined: false };
  const first = SYMBOL_FIRST.exec(text.written.slice(Math.max(floor, labelStart - SYMBOL_REACH), labelStart));
  const kind = kindAbbreviation(first?.[1] ?? '');
  const agency = agencyAbbreviation(first?.[2] ?? '');
  if (first && kind !== undefined && agency !== undefined) {
    const type = KIND_OF_ABBREVIATION[kind] ?? null;
    return { ...head, start: labelStart - first[0].length, type, symbol: `${kind}-${agency}`, between: null };
  }
  if (!isDated(text, end)) return undefined;
  const { name, start, between } = kindBefore(text, floor, end - digits.length, LETTER);
  const isNamed = name !== undefined && between !== null && between.length <= FEW_WORDS && !OTHER_NUMBER.test(between);
  return isNamed ? { ...head, start, type: name, symbol: null, between } : undefined;
}

/** Numbers listed after one kind and dated together: "QĐ số 138 và số 139 ngày 5/8/2026". */
const LISTED =
  /(?<![\d.,/-])((?:so\s{0,2})?\d{1,6}\s{0,2}(?:,|\bva\b|\+|&)\s{0,2}(?:(?:so\s{0,2})?\d{1,6}\s{0,2}(?:,|\bva\b|\+|&)\s{0,2}){0,4}(?:so\s{0,2})?)$/;
const LIST_REACH = 60;
/** Most numbers are followed by something else than a day, which is told at once. */
const DAY_FOLLOWS = /[\s,(]{0,4}(?:ng|cung|ky)/y;

function listedHeads(text: CitationText, found: RegExpExecArray, floor: number): Head[] {
  const { folded } = text;
  if (!matchAt(DAY_FOLLOWS, folded, found.index + found[0].length)) return [];
  const before = folded.slice(Math.max(floor, found.index - LIST_REACH), found.index);
  const listed = /[,&+ao]\s{0,2}$/.test(before) ? LISTED.exec(before)?.[1] : undefined;
  const end = found.index + found[0].length;
  if (listed === undefined || found[2] !== undefined || !isDated(text, end)) return [];
  const listStart = found.index - listed.length;
  const kind = kindJustBefore(folded, listStart, floor);
  const isSure = kind !== undefined && (listed.startsWith('so') || kind.typed.length > 3 || kind.typed === 'qd');
  if (!isSure) return [];
  const shared = { type: kind.name, yearInCode: null, symbol: null, between: null };
  const earlier = [...listed.matchAll(/\d+/g)].map(({ index, 0: number }, at) => {
    const start = at === 0 ? kind.start : listStart + index;
    return { ...shared, start, end: listStart + index + number.length, number, joined: true };
  });
  return [...earlier, { ...shared, start: found.index, end, number: found[1] ?? null, joined: false }];
}

const POLITE_BEFORE = /^[\s.]*(?:(?:da|em|theo|la|thi|do|can cu)\s+)*$/;
const POLITE_BEHIND = /^(?:\s+(?:a|nhe|nha|em|do))*[\s.!]*$/;

/** "kế hoạch 45" and nothing else: whoever counts plans would say so. */
function standsAlone({ folded }: CitationText, kind: KindFound, end: number): boolean {
  if (VERBS_TOO.has(kind.typed) || NEEDS_DATE.has(kind.typed)) return false;
  return POLITE_BEFORE.test(folded.slice(0, kind.start)) && POLITE_BEHIND.test(folded.slice(end));
}

/** "Quyết định 19 của Thủ tướng ngày 05/3/2014": who issued it stands before the day. */
const OWNED = /\s{1,2}cua\s[^\d,;.\n]{3,60}?(?=\s{1,2}ngay\s)/y;

function bareHead(text: CitationText, found: RegExpExecArray, floor: number): Head | undefined {
  let before = found.index;
  while (before > floor && isBlankOrColon(text.folded.charCodeAt(before - 1))) before -= 1;
  // the kind or "số" stands right before the number, which most numbers have not
  if (before === floor || !/[a-z]/.test(text.folded.charAt(before - 1))) return undefined;
  const [whole, digits = '', year] = found;
  const end = found.index + whole.length;
  const label = LABEL.exec(text.folded.slice(Math.max(floor, found.index - LABEL_REACH), found.index));
  const labelStart = found.index - (label?.[0].length ?? 0);
  if (matchAt(COUNTED, text.folded, end)) return undefined;
  const kind = kindJustBefore(text.folded, labelStart, floor);
  if (!kind) return label && year === undefined ? apartHead(text, { floor, labelStart, digits, end }) : undefined;
  const isLegal = year !== undefined && LEGAL.has(kind.name);
  if (!isLegal && year !== undefined) return undefined;
  if (!isLegal && (label === null || NEEDS_DATE.has(kind.typed))) {
    const isYear = /^(?:19|20)\d{2}$/.test(digits);
    const isAlone = label === null && !isYear && standsAlone(text, kind, end);
    const owned = VERBS_TOO.has(kind.typed) ? null : matchAt(OWNED, text.folded, end);
    if (!isAlone && !isDated(text, end + (owned?.[0].length ?? 0))) return undefined;
    if (label === null && (isYear || MISLEADING.has(kind.typed))) return undefined;
    if (label === null && VERBS_TOO.has(kind.typed) && !isDatedInFull(text, end)) return undefined;
  }
  const yearInCode = year === undefined ? null : Number(year);
  return {
    start: kind.start,
    end,
    type: kind.name,
    number: digits,
    yearInCode,
    symbol: null,
    between: null,
    joined: false,
  };
}

/** Abbreviations mean too much else before a day ("kh ngày", "cv ngày"). */
const SPELT_OUT_MIN = 6;
/** What the paper is about stands behind its day, who issued it between them. */
const ABOUT = new RegExp(
  `(?:\\s{1,2}cua\\s[^\\d,;.\\n]{3,60}?)?[\\s,]{1,3}(?:v/v|${words('ve viec')}|${words('ve')})\\s`,
  'y',
);

/** "Biên bản ngày 02/10/2026 về việc …": a paper without a number, known by its day in full and what it is about. */
export function unnumberedHeads(text: CitationText): Head[] {
  const { folded } = text;
  const heads: Head[] = [];
  for (let at = folded.indexOf('ngay '); at >= 0; at = folded.indexOf('ngay ', at + 1)) {
    let end = at;
    while (isBlankOrColon(folded.charCodeAt(end - 1))) end -= 1;
    const kind = kindEndingAt(folded, end, heads.at(-1)?.end ?? 0);
    if (kind === undefined || kind.typed.length < SPELT_OUT_MIN) continue;
    const day = dateAt(folded, end, folded.length, { today: undefined, yearInCode: null });
    if (day?.date == null || !matchAt(ABOUT, folded, day.end)) continue;
    const head = { start: kind.start, end, type: kind.name, number: null, yearInCode: null };
    heads.push({ ...head, symbol: null, between: null, joined: false });
  }
  return heads;
}

/** Documents named by kind and number only. */
export function bareHeads(text: CitationText): Head[] {
  const heads: Head[] = [];
  for (const found of text.folded.matchAll(NUMBER)) {
    const listed = listedHeads(text, found, heads.findLast(({ end }) => end < found.index - LIST_REACH)?.end ?? 0);
    const [first] = listed;
    while (first && (heads.at(-1)?.start ?? -1) >= first.start) heads.pop();
    const head = bareHead(text, found, heads.at(-1)?.end ?? 0);
    heads.push(...(listed.length > 0 ? listed : head ? [head] : []));
  }
  return heads;
}
