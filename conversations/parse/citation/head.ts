/**
 * Where in a text documents are named, and by what code: the kind before it ("Quyết định số"), the number, the year
 * inside legal codes, the symbol. What is said after the code is read by citation-tail.
 */
import { kindOfSymbol, LETTER } from '../../../domain/document-kind.ts';
import { type CodeRead, codedHead, type Head, typeOf } from './code.ts';
import { bareHeads, slashlessHeads, unnumberedHeads } from './head-other.ts';
import { kindBefore } from './kind.ts';
import { type SymbolRead, symbolAround, symbolAt } from './symbol.ts';
import { type CitationText, matchAt } from './text.ts';

/** A code's digits stand at most this far before the slash: "123456 / 2023 ". */
const NUMBER_REACH = 24;
const NUMBER =
  /(?<![\d,/-]|(?<![a-z])\.|\d[\s:])(\d(?:\d|\?|\[\?\]){0,7}[a-z]?|\d{1,3}\.\d{3}|\d{1,3}\.\d{1,2}(?=\s?\/\s?(?:19|20)\d{2}\s{0,6}$))(?:\s?\/\s?((?:19|20)\d{2}))?\s{0,6}$/;
/** Numbers listed before one symbol: "27, 28 và 29/QĐ-UBND". */
const LISTED = /(?<![\d.,/-])((?:\d{1,6}\s{0,2}(?:,|\bva\b|\+|&)\s{0,2}){1,5})$/;
const LIST_REACH = 60;
const PARTY = /(?<![\d.,/-])(\d{1,5})(?:\s?-\s?)?(\p{L}{2,5})\s?$/u;
/** "80-NQ/TW", and glued as in older papers "27QĐ/UBND". */
const PARTY_NEAR = /-|\d[a-z]{2,4}\s?$/;
/** The hyphen of "80-NQ/TW" stands this near the slash. */
const PARTY_REACH = 8;
/** Digits left for the clerk to fill: "Số: /BC-UBND", "Số: ……/KH-UBND". */
const BLANK = /(?:so|van ban|cong van)\s{0,3}:?[ \t.…_]{0,40}(?:\[…\])?[ \t]{0,20}$/;
const BLANK_GAP = /[\s.…_[\]]*$/;
const BLANK_REACH = 70;

/** "66.18/2026/NQ-CP" is number 18 of the series 66; three digits behind the dot are thousands ("2.409/QĐ-UBND"). */
const digitsOf = (printed: string): string => printed.replace(/[[\]]|\.(?=\d{3})/g, '').toLowerCase();

function partyHead(text: CitationText, slash: number, floor: number): Head | undefined {
  if (!PARTY_NEAR.test(text.folded.slice(Math.max(floor, slash - PARTY_REACH), slash))) return undefined;
  const before = PARTY.exec(text.written.slice(Math.max(floor, slash - NUMBER_REACH), slash));
  const after = matchAt(/\s?(\p{L}{2,10})(?![\p{L}\d-])/uy, text.written, slash + 1);
  if (!before || !after) return undefined;
  const symbol = symbolAround(before[2] ?? '', after[1] ?? '');
  if (symbol === undefined) return undefined;
  const read: SymbolRead = { symbol, trust: 'sure', end: slash + 1 + after[0].length };
  return codedHead(text, slash - before[0].length, floor, { number: before[1] ?? null, year: null, read });
}

/** The documents listed before the last number; only where a kind or "số" says that these are numbers of documents. */
function withListed(text: CitationText, codeStart: number, floor: number, code: CodeRead, last: Head): Head[] {
  const listed = LISTED.exec(text.folded.slice(Math.max(floor, codeStart - LIST_REACH), codeStart))?.[1];
  if (listed === undefined || last.start < codeStart) return [last];
  const listStart = codeStart - listed.length;
  const kind = kindBefore(text, floor, listStart, kindOfSymbol(code.read.symbol));
  if (kind.name === undefined && !kind.numbered) return [last];
  const type = typeOf(kind.name, code.read.symbol);
  const earlier = [...listed.matchAll(/\d+/g)].map((found, index): Head => {
    const at = listStart + found.index;
    return {
      ...last,
      start: index === 0 ? kind.start : at,
      end: at + found[0].length,
      type,
      number: found[0],
      joined: true,
    };
  });
  return [...earlier, { ...last, type }];
}

/** "08/2026-TT-BKHCN": a hyphen slipped in for the second slash. */
const YEAR_DASH = /\s?((?:19|20)\d{2})\s?[-–]\s?(?=[a-z])/y;

function dashedHead(
  text: CitationText,
  slash: number,
  floor: number,
  printed: { number: string; length: number },
  dashed: RegExpExecArray,
): Head[] {
  const read = symbolAt(text, slash + 1 + dashed[0].length);
  if (read?.trust !== 'sure' || kindOfSymbol(read.symbol) === LETTER) return [];
  const code: CodeRead = { number: digitsOf(printed.number), year: Number(dashed[1]), read };
  const head = codedHead(text, slash - printed.length, floor, code);
  return head ? [head] : [];
}

/** "Thông tư số /2025/TT-BKHCN": the year stands already, the number is to come. */
const YEAR_SLASH = /\s?((?:19|20)\d{2})\s?\/(?=\s?[a-z])/y;

function headsAtSlash(text: CitationText, slash: number, floor: number): Head[] {
  const party = partyHead(text, slash, floor);
  if (party) return [party];
  const before = NUMBER.exec(text.folded.slice(Math.max(floor, slash - NUMBER_REACH), slash));
  const dashed = before && before[2] === undefined ? matchAt(YEAR_DASH, text.folded, slash + 1) : null;
  if (before && dashed)
    return dashedHead(text, slash, floor, { number: before[1] ?? '', length: before[0].length }, dashed);
  const blank = before ? null : BLANK.exec(text.folded.slice(Math.max(floor, slash - BLANK_REACH), slash));
  const dated = blank && matchAt(YEAR_SLASH, text.folded, slash + 1);
  const read = before || blank ? symbolAt(text, slash + 1 + (dated?.[0].length ?? 0)) : undefined;
  if (!read) return [];
  if (before) {
    const year = before[2] === undefined ? null : Number(before[2]);
    const code: CodeRead = { number: digitsOf(before[1] ?? ''), year, read };
    const codeStart = slash - before[0].length;
    const head = codedHead(text, codeStart, floor, code);
    return head ? withListed(text, codeStart, floor, code, head) : [];
  }
  if (read.trust !== 'sure') return [];
  const gap = BLANK_GAP.exec(text.folded.slice(Math.max(floor, slash - BLANK_REACH), slash))?.[0].length ?? 0;
  const head = codedHead(text, slash - gap, floor, { number: null, year: dated ? Number(dated[1]) : null, read });
  return head ? [head] : [];
}

/** Every place of the text where a document is named by a code, in the order of the text, none overlapping. */
export function headsIn(text: CitationText): Head[] {
  const coded: Head[] = [];
  let floor = 0;
  for (let slash = text.folded.indexOf('/'); slash >= 0; slash = text.folded.indexOf('/', slash + 1)) {
    if (slash < floor) continue;
    const found = headsAtSlash(text, slash, floor);
    coded.push(...found);
    floor = found.at(-1)?.end ?? floor;
  }
  // A code with a slash is the surest reading; the others only fill the places it leaves.
  const ordered = [...coded, ...slashlessHeads(text), ...bareHeads(text), ...unnumberedHeads(text)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const heads: Head[] = [];
  const surest = new Set(coded);
  for (const head of ordered) {
    const previous = heads.at(-1);
    if (previous === undefined || head.start >= previous.end) heads.push(head);
    else if (surest.has(head) && !surest.has(previous)) heads[heads.length - 1] = head;
  }
  return heads;
}
