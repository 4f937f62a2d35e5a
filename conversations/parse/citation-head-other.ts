/**
 * Documents named without a slash: "QĐ số 132 ngày 20/8/2020", "Nghị định 61/2018", "138 QĐ-UBND". These are read only
 * where nothing else can be meant, because "báo cáo 215" is a figure and "báo cáo 9/2021" a month.
 */
import { kindOfSymbol, LETTER } from '../../domain/document-kind.ts';
import { codedHead, type Head } from './citation-code.ts';
import { dateAt } from './citation-date.ts';
import { isBlankOrColon, kindJustBefore } from './citation-kind.ts';
import { symbolAt } from './citation-symbol.ts';
import { type CitationText, matchAt, words } from './citation-text.ts';

/** The code without a slash, "138 QĐ-UBND": only kinds and agencies we know. */
const SLASHLESS = /(?<![\d./,-])(\d{1,6}) {1,2}(?=[\p{L}]{2,4}(?: ?[-–] ?| )\p{L}{2})/gu;
/** A number, with the year of a legal code behind it, that no other digit, per cent or slash belongs to. */
const NUMBER = /(?<![\d.,/-])(\d{1,6})(?:\s?\/\s?((?:19|20)\d{2}))?(?![\d%]|\s{0,6}\/|[.,]\d|-\d)/g;
const LABEL = new RegExp(`(?<![a-z\\d])(?:${words('so')})\\s{0,3}:?\\s{0,3}$`);
const LABEL_REACH = 12;
/** After "báo cáo số 215" these say that 215 was a count. */
const COUNTED = /\s{0,3}(?:ho so|hs|thu tuc|tthc|truong hop|don\b|nguoi|luot|cuoc|lan\b|diem|thang|quy\b|ngay\s+lam)/y;
/** The kinds whose number and year alone are a code; "báo cáo 9/2021" is a month. */
const LEGAL = new Set(['Nghị định', 'Thông tư', 'Thông tư liên tịch', 'Nghị quyết', 'Quyết định', 'Luật', 'Chỉ thị']);
/** Abbreviations that mean something else in figures ("tt 215" = trực tiếp) need the word "số" or a symbol. */
const MISLEADING = new Set(['tt', 'ct', 'hd', 'tb', 'cd', 'pa', 'qc', 'gm']);
/** With "số" but without a date these may still be headings or contracts of anything ("nd số 3" = nội dung). */
const NEEDS_DATE = new Set([...MISLEADING, 'nd', 'pl', 'pg', 'pc', 'pb', 'da', 'tc']);

export function slashlessHeads(text: CitationText): Head[] {
  const heads: Head[] = [];
  for (const found of text.written.matchAll(SLASHLESS)) {
    const read = symbolAt(text, found.index + found[0].length);
    if (read?.trust !== 'sure' || kindOfSymbol(read.symbol) === LETTER) continue;
    const floor = heads.at(-1)?.end ?? 0;
    const head =
      found.index < floor
        ? undefined
        : codedHead(text, found.index, floor, { number: found[1] ?? null, year: null, read });
    if (head) heads.push(head);
  }
  return heads;
}

function bareHead(text: CitationText, found: RegExpExecArray, floor: number): Head | undefined {
  let before = found.index;
  while (before > floor && isBlankOrColon(text.folded.charCodeAt(before - 1))) before -= 1;
  // the kind or "số" stands right before the number, which most numbers have not
  if (before === floor || !/[a-z]/.test(text.folded.charAt(before - 1))) return undefined;
  const [whole, digits = '', year] = found;
  const end = found.index + whole.length;
  const label = LABEL.exec(text.folded.slice(Math.max(floor, found.index - LABEL_REACH), found.index));
  const kind = kindJustBefore(text.folded, found.index - (label?.[0].length ?? 0), floor);
  if (!kind || matchAt(COUNTED, text.folded, end)) return undefined;
  const isLegal = year !== undefined && LEGAL.has(kind.name);
  if (!isLegal && year !== undefined) return undefined;
  if (!isLegal && (label === null || NEEDS_DATE.has(kind.typed))) {
    const date = dateAt(text.folded, end, text.folded.length, { today: undefined, yearInCode: null });
    const isYear = /^(?:19|20)\d{2}$/.test(digits);
    if (date?.date == null || (label === null && (isYear || MISLEADING.has(kind.typed)))) return undefined;
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

/** Documents named by kind and number only. */
export function bareHeads(text: CitationText): Head[] {
  const heads: Head[] = [];
  for (const found of text.folded.matchAll(NUMBER)) {
    const head = bareHead(text, found, heads.at(-1)?.end ?? 0);
    if (head) heads.push(head);
  }
  return heads;
}
