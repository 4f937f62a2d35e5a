/**
 * Documents told in chat, on their way into the unit's register: what is wrong with a citation is asked about, what is
 * only unusual is mentioned, and nothing is mended silently.
 */
import type { Citation } from '../domain/citation.ts';
import type { IsoDate } from '../domain/date.ts';
import { type DocumentDefect, documentDefects, formatCitation, formatCode, sameDocument } from '../domain/document.ts';
import { asReading, clarifyId } from './clarify.ts';
import type { Patch, Reading } from './flow.ts';
import { type Line, line } from './say.ts';

/** Defects named in one message; more would not fit a screen, and mending the first often mends the rest. */
const DEFECTS_NAMED_MAX = 4;

/** The register with new documents added; one told twice is kept once. */
export function merge(known: readonly Citation[], more: readonly Citation[]): Citation[] {
  const all = [...known];
  for (const citation of more) if (!all.some((each) => sameDocument(each, citation))) all.push(citation);
  return all;
}

/**
 * Lays new documents down, with whatever else the same message said. Where one of them looks wrong, or a line could not
 * be read, the person is asked; "gõ lại" takes what is in doubt up again.
 */
export function register(
  known: readonly Citation[],
  told: { citations: readonly Citation[]; unread?: readonly string[] },
  patch: Patch,
  today: IsoDate,
): Reading {
  const documents = merge(known, told.citations);
  const added = documents.slice(known.length);
  const doubted = added.map((citation) => ({
    citation,
    doubts: documentDefects(
      citation,
      documents.filter((other) => other !== citation),
      { today },
    ).filter(({ severity }) => severity === 'ask'),
  }));
  const doubts = doubted.flatMap(({ citation, doubts }) => doubts.map((defect) => defectLine(citation, defect)));
  const unread = told.unread ?? [];
  const laid: Patch = { ...patch, documents };
  if (doubts.length === 0 && unread.length === 0) return { kind: 'got', patch: laid };
  const lines = [
    ...doubts.slice(0, DEFECTS_NAMED_MAX),
    ...(unread.length > 0 ? [line('doubt-documents-unread', { text: unread.join('; ') })] : []),
  ];
  // What is not in doubt stays: only the rest is typed again.
  const sound = doubted.filter(({ doubts }) => doubts.length === 0).map(({ citation }) => citation);
  const undo: Patch = {
    documents: [...known, ...sound],
    ...(patch.done && sound.length === 0 ? { undone: patch.done } : {}),
  };
  const options = [
    { id: clarifyId(0), label: line(keepingKey(doubted.flatMap(({ doubts }) => doubts))), patch: {} },
    { id: clarifyId(1), label: line('choice-retype'), patch: undo },
  ];
  return asReading({ lines, options, yes: 0, no: 1 }, laid);
}

/** What keeping means: a line that could not be read is dropped, a day that does not exist is left out. */
function keepingKey(doubts: readonly DocumentDefect[]): 'choice-drop' | 'choice-without-date' | 'choice-as-cited' {
  if (doubts.length === 0) return 'choice-drop';
  return doubts.every(({ kind }) => kind === 'impossible_date' || kind === 'unsure_date')
    ? 'choice-without-date'
    : 'choice-as-cited';
}

/** A defect as a sentence about the document it was found in. */
function sentence(citation: Citation, defect: DocumentDefect): { asks: boolean; said: Line } {
  const document = formatCode(citation) ?? formatCitation(citation);
  return { asks: defect.severity === 'ask', said: line(`defect-${defect.kind}`, { document, ...details(defect) }) };
}

function details(defect: DocumentDefect): Record<string, string | number | { date: IsoDate } | { day: IsoDate }> {
  switch (defect.kind) {
    case 'year_against_date':
      return { year: String(defect.yearInCode), date: { date: defect.date } };
    case 'kind_against_symbol':
      return { type: defect.type, symbol: defect.symbol, other: defect.symbolType };
    case 'same_number':
      return { number: defect.number, other: formatCitation(defect.other) };
    case 'announcement_order':
      return {
        round: defect.round,
        date: { date: defect.date },
        earlier: defect.otherRound,
        other: { date: defect.otherDate },
      };
    case 'misspelt_standard':
      return { written: defect.written, proposal: defect.proposal };
    case 'impossible_date':
    case 'unsure_date':
      return { written: defect.written };
    case 'illegible_number':
      return { number: defect.number };
    case 'future_date':
      return { date: { date: defect.date } };
    case 'weekend':
      return { day: { day: defect.date } };
  }
}

/** A defect as a sentence about the document it was found in. */
export const defectLine = (citation: Citation, defect: DocumentDefect): Line => sentence(citation, defect).said;

/** What is unusual about documents just laid down, and accepted: dated on a weekend. */
export function mentions(added: readonly Citation[], today: IsoDate): Line[] {
  return added.flatMap((citation) =>
    documentDefects(citation, [], { today })
      .filter(({ severity }) => severity === 'mention')
      .map((defect) => sentence(citation, defect).said),
  );
}
