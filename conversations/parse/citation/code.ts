/**
 * One named document: its kind, number, year inside the code and symbol, with its place. A code is believed where its
 * letters cannot be anything else, or where a kind or the word "số" leads into it.
 */
import { isSharedAbbreviation, kindOfSymbol, LETTER } from '../../../domain/document-kind.ts';
import { kindBefore } from './kind.ts';
import type { SymbolRead } from './symbol.ts';
import type { CitationText } from './text.ts';

export interface Head {
  /** Where the naming begins, the kind included. */
  readonly start: number;
  /** Just after the code. */
  readonly end: number;
  readonly type: string | null;
  readonly number: string | null;
  readonly yearInCode: number | null;
  readonly symbol: string | null;
  /** What stands between kind and code: "đánh giá nội bộ" in "Báo cáo đánh giá nội bộ số 5914/BC-BCĐ". */
  readonly between: string | null;
  /** "QĐ 27, 28/QĐ-UBND ngày …": shares everything said after the next head. */
  readonly joined: boolean;
}

/** The kind as said, or as the symbol says where the person only said "văn bản" or nothing. */
export function typeOf(said: string | undefined, symbol: string): string {
  const bySymbol = kindOfSymbol(symbol);
  if (said === undefined) return bySymbol;
  if (said !== LETTER) return said;
  return isSharedAbbreviation(symbol) ? LETTER : bySymbol;
}

/** The National Assembly's committee and the Party's organs: "629/2019/UBTVQH14", "Nghị quyết 20/TW". */
const NATIONAL = /^(?:UBTVQH\d+|TW|TU)$/;

/** "Luật … số 01/2002/QH11 …; số 83/2015/QH13": acts listed under one name, at most this far apart. */
const ACT = /^QH\d{1,2}$/;
const ACT_NAMED =
  /.*(?<![a-z])(luat|nghi quyet)(?![a-z])[^.]*\/qh\d{1,2}(?!\d)[^.]{0,90}[;,]\s*(?:va )?so\s*:?\s*$|.*(?<![a-z])cac (luat|nghi quyet)[^./]*$/s;
const ACT_REACH = 260;
const ACTS: Readonly<Record<string, string>> = { luat: 'Luật', 'nghi quyet': 'Nghị quyết' };

/** The kind of an act of the National Assembly that is said once for several; its symbol does not tell it. */
function actNamedBefore(text: CitationText, codeStart: number, { year, read }: CodeRead): string | undefined {
  if (year === null || !ACT.test(read.symbol)) return undefined;
  const named = ACT_NAMED.exec(text.folded.slice(Math.max(0, codeStart - ACT_REACH), codeStart));
  return ACTS[named?.[1] ?? named?.[2] ?? ''];
}

/** The document whose code begins at `codeStart`, its kind looked for back to `floor`; undefined when not believed. */
export function codedHead(text: CitationText, codeStart: number, floor: number, code: CodeRead): Head | undefined {
  const kind = kindBefore(text, floor, codeStart, kindOfSymbol(code.read.symbol));
  if (code.read.trust === 'led' && kind.name === undefined && !kind.numbered) return undefined;
  const isSingle = !/[-/]/.test(code.read.symbol);
  const name = kind.name ?? (kind.numbered ? actNamedBefore(text, codeStart, code) : undefined);
  if (isSingle && name === undefined) return undefined;
  // "Công văn số 123/UBND" is an old habit; "báo cáo 5/UBND" is no code, "Tờ trình số 5/UBND" is.
  const isOfficeOnly = isSingle && !NATIONAL.test(code.read.symbol) && kindOfSymbol(code.read.symbol) === LETTER;
  if (isOfficeOnly && name !== LETTER && !kind.numbered) return undefined;
  return {
    start: kind.start,
    end: code.read.end,
    type: typeOf(name, code.read.symbol),
    number: code.number,
    yearInCode: code.year,
    symbol: code.read.symbol,
    between: kind.between,
    joined: false,
  };
}

export interface CodeRead {
  readonly number: string | null;
  readonly year: number | null;
  readonly read: SymbolRead;
}
