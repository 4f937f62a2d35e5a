/**
 * The symbol of a document ("QĐ-UBND") wherever a slash may begin one: read, split into groups, and given its official
 * spelling where we know it. Groups we do not know keep the person's letters, in capitals.
 */
import { agencyAbbreviation, kindAbbreviation } from '../../../domain/document-kind.ts';
import { type CitationText, matchAt } from './text.ts';

export interface SymbolRead {
  readonly symbol: string;
  /** 'sure': reads as a symbol wherever it stands; 'led': only after the name of a kind or the word "số". */
  readonly trust: 'sure' | 'led';
  readonly end: number;
}

/** A symbol has at most this many groups ("TTLT-BTC-BNV-BTP" is the longest form in use). */
const MAX_GROUPS = 4;

const FIRST = /\s{0,3}([\p{L}][\p{L}\d&]{0,14})/uy;
/** A hyphen may be followed by a line break where a page was copied: "98/QĐ-⏎SCT". */
const NEXT = /(\s{0,2})[-–—‑−_](\s{0,4})([\p{L}][\p{L}\d&]{0,14})/uy;
/** Without a hyphen only letters we know on both sides are a symbol: "27/qd ubnd", "27/QĐ.UBND". */
const LOOSE = /[ ./]([\p{L}]{2,8})(?![\p{L}\d])/uy;
/** "QĐ-CT.UBND", "UB.VX": offices that part their letters by a dot; a sentence that ends there goes on otherwise. */
const DOTTED = /\.([\p{Lu}]{2,8})(?![\p{L}\d]|\s{0,2}\d)/uy;
/** "KH-BCĐ ISO" is one office, "BCĐ ISO 9001" two things. */
const COMMITTEE = /^bc(?:đ|d|dd)$/i;
const OF_ISO = /\s?iso(?![\p{L}\d:]|\s{0,2}\d)/iuy;
/** "SGDĐT-GDTrH", "TTr": two capitals and a small letter are how the office itself writes it; "Skhcn" is a phone's. */
const OWN_SPELLING = /^\p{Lu}[\p{Lu}\d&]*\p{Ll}+[\p{L}\d&]*$/u;
const capitals = (letters: string): string =>
  OWN_SPELLING.test(letters) && letters.replace(/[^\p{Lu}]/gu, '').length >= 2 ? letters : letters.toUpperCase();
const WORD_GOES_ON = /[\p{L}\d]/u;

const isCapital = (letters: string): boolean => letters === letters.toUpperCase() && letters.length >= 2;
/** Abbreviations seldom carry a vowel; "skhcn" reads as letters, "tuan" as a word. */
const looksAbbreviated = (letters: string): boolean => isCapital(letters) || !/[aeioy]/i.test(letters);

/** "QĐVP": two letters of a kind and two of an office. */
const SHORTEST_GLUED = 4;

/** "QĐUBND" without its hyphen: a known kind followed by a known agency. */
function unglued(letters: string): string[] | undefined {
  if (letters.length < SHORTEST_GLUED) return undefined;
  for (const length of [2, 3, 4]) {
    const kind = kindAbbreviation(letters.slice(0, length));
    const agency = agencyAbbreviation(letters.slice(length));
    if (kind !== undefined && agency !== undefined) return [kind, agency];
  }
  return undefined;
}

/** The offices in capitals that still follow: "06/QC-TT.HĐND-UBND". */
function withOthers(written: string, first: readonly string[], from: number): Groups {
  const groups = [...first];
  let end = from;
  for (let next = matchAt(NEXT, written, end); next && groups.length < MAX_GROUPS; next = matchAt(NEXT, written, end)) {
    const letters = next[3] ?? '';
    if (!isCapital(letters)) break;
    groups.push(letters);
    end += next[0].length;
  }
  return { groups, end };
}

/** The last office's letters that stand behind a dot or a space. */
function withSecondHalf(written: string, groups: readonly string[], end: number): Groups {
  const last = groups.at(-1) ?? '';
  const dotted = matchAt(DOTTED, written, end);
  const ofIso = COMMITTEE.test(last) ? matchAt(OF_ISO, written, end) : null;
  const more = dotted ?? ofIso;
  if (!more) return { groups, end };
  return withOthers(written, [...groups.slice(0, -1), last + (dotted?.[0] ?? 'ISO')], end + more[0].length);
}

interface Groups {
  readonly groups: readonly string[];
  readonly end: number;
}

function groupsAt(written: string, at: number): Groups | undefined {
  const first = matchAt(FIRST, written, at);
  if (!first) return undefined;
  const groups = [first[1] ?? ''];
  let end = at + first[0].length;
  while (groups.length < MAX_GROUPS) {
    const next = matchAt(NEXT, written, end);
    if (!next) break;
    const [whole, before = '', after = '', letters = ''] = next;
    const broken = after.includes('\n') && before === '';
    const spaced = (before + after).length > 0 && !broken;
    if (spaced && !isCapital(letters) && agencyAbbreviation(letters) === undefined) break;
    groups.push(letters);
    end += whole.length;
  }
  if (groups.length > 1) return withSecondHalf(written, groups, end);
  const loose = matchAt(LOOSE, written, end);
  const isKnown = kindAbbreviation(groups[0] ?? '') !== undefined && agencyAbbreviation(loose?.[1] ?? '') !== undefined;
  if (!loose || !isKnown) return { groups, end };
  // "183/2010/TTLT/BTC-BNN"
  return withOthers(written, [...groups, loose[1] ?? ''], end + loose[0].length);
}

function spelt(groups: readonly string[]): string {
  const [first = '', ...rest] = groups;
  const kind = kindAbbreviation(first);
  const head = rest.length > 0 && kind !== undefined ? kind : (agencyAbbreviation(first) ?? kind);
  const tail = rest.map((letters) => agencyAbbreviation(letters) ?? kindAbbreviation(letters) ?? capitals(letters));
  return [head ?? capitals(first), ...tail].join('-');
}

/** An office we do not know by its letters alone: "285/CCTTHC", "327/BGTLMĐ". */
const SHORTEST_OFFICE = 4;

/** Undefined where the letters are no symbol; "HS" and "TTHC" count or name dossiers of citizens, never documents. */
function trustOf(groups: readonly string[]): SymbolRead['trust'] | undefined {
  const [first = '', second] = groups;
  if (/^(?:hs|tthc)$/i.test(first)) return undefined;
  const kind = kindAbbreviation(first);
  const agency = agencyAbbreviation(first);
  if (second === undefined) {
    const isOffice = isCapital(first) && first.length >= SHORTEST_OFFICE;
    return kind !== undefined || agency !== undefined || isOffice ? 'led' : undefined;
  }
  if (!groups.every(looksAbbreviated)) {
    const everyKnown = (kind ?? agency) !== undefined && agencyAbbreviation(second) !== undefined;
    return everyKnown ? 'sure' : kind !== undefined || agency !== undefined ? 'led' : undefined;
  }
  if (kind !== undefined || agency !== undefined) return 'sure';
  return groups.every(isCapital) && groups.join('').length >= 4 ? 'sure' : 'led';
}

/** The symbol that begins at `at` (just after the slash), or undefined where the letters are not one. */
export function symbolAt(text: CitationText, at: number): SymbolRead | undefined {
  const read = groupsAt(text.written, at);
  if (!read || WORD_GOES_ON.test(text.written.charAt(read.end))) return undefined;
  const glued = read.groups.length === 1 ? unglued(read.groups[0] ?? '') : undefined;
  const groups = glued ?? read.groups;
  const trust = trustOf(groups);
  return trust && { symbol: spelt(groups), trust, end: read.end };
}

/** Organs of the Party write "80-NQ/TW"; anyone else who does has put the slash in the wrong place. */
const PARTY_ORGANS: ReadonlySet<string> = new Set(['TW', 'TU', 'HU', 'ĐU', 'BTV']);

/** "8011-cv/btctw", "3398-cv/btgtu": committees of the centre and of a province. */
const OF_PARTY = /^[a-zđ]{1,6}t[wu]$/i;

/** The symbol of "80-NQ/TW" or "27-QĐ/UBND", where the kind stands before the slash; undefined for other letters. */
export function symbolAround(kindLetters: string, agencyLetters: string): string | undefined {
  // Only the Party puts "CV" into the symbol of a letter.
  const kind = kindAbbreviation(kindLetters) ?? (/^cv$/i.test(kindLetters) ? 'CV' : undefined);
  const isOrgan = isCapital(agencyLetters) || OF_PARTY.test(agencyLetters);
  const agency = agencyAbbreviation(agencyLetters) ?? (isOrgan ? agencyLetters.toUpperCase() : undefined);
  if (kind === undefined || agency === undefined) return undefined;
  return PARTY_ORGANS.has(agency) || agencyAbbreviation(agency) === undefined
    ? `${kind}/${agency}`
    : `${kind}-${agency}`;
}
