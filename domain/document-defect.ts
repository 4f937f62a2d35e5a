/**
 * What may be wrong with a cited document. Each defect is a reading with the data of its sentence, asked about or only
 * mentioned; nothing is mended here. The cases are those of real reports: "45/2020/NĐ-CP ngày 08/4/2018", 5914 on a
 * report and on minutes of one day, a second announcement dated before the first, decisions signed on a Saturday.
 */
import type { Citation } from './citation.ts';
import { type IsoDate, isoDate, weekday, yearOf } from './date.ts';
import { sameCode, sameDocument } from './document-identity.ts';
import { isSharedAbbreviation, kindOfSymbol, LETTER } from './document-kind.ts';
import { misspeltStandards } from './document-standard.ts';
import { fold } from './text.ts';

export type DocumentDefect =
  | { kind: 'year_against_date'; severity: 'ask'; yearInCode: number; date: IsoDate }
  | { kind: 'kind_against_symbol'; severity: 'ask'; type: string; symbol: string; symbolType: string }
  | { kind: 'same_number'; severity: 'ask'; number: string; other: Citation }
  | {
      kind: 'announcement_order';
      severity: 'ask';
      round: number;
      date: IsoDate;
      other: Citation;
      otherRound: number;
      otherDate: IsoDate;
    }
  | { kind: 'misspelt_standard'; severity: 'ask'; written: string; proposal: string }
  | { kind: 'future_date'; severity: 'ask'; date: IsoDate }
  | { kind: 'impossible_date'; severity: 'ask'; written: string }
  | { kind: 'unsure_date'; severity: 'ask'; written: string }
  | { kind: 'illegible_number'; severity: 'ask'; number: string }
  | { kind: 'weekend'; severity: 'mention'; date: IsoDate; weekday: number };

export interface DefectContext {
  /** The day the document is told to us. */
  readonly today: IsoDate;
}

const SATURDAY = 6;
const DATE_WRITTEN =
  /(?<![\d/.-])\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{3,6}(?!\d|\s?\/)|(?<!\d)\d{1,2} th[áa]ng \d{1,2} n[ăa]m \d{4}(?!\d)/iu;
/** A date without its year is impossible only where no year has it. */
const DAY_WRITTEN = /ng[àa]y\s{1,3}((\d{1,2})(?:\s?[/.-]\s?|\s{1,3}th[áa]ng\s{1,3})(\d{1,2}))(?!\d|\s?[/.-]\s?\d)/iu;
const LEAP_YEAR = 2024;
const ROUND = /\blan (?:thu )?(\d{1,2}|dau|nhat|hai|ba)\b/;
const ROUND_WORDS: Readonly<Record<string, number>> = { dau: 1, nhat: 1, hai: 2, ba: 3 };

function impossibleDay(raw: string): string | undefined {
  const [, written, day, month] = DAY_WRITTEN.exec(raw) ?? [];
  return isoDate(LEAP_YEAR, Number(month), Number(day)) === undefined ? written : undefined;
}

/** "báo cáo 77/BC-UBND về đánh giá nội bộ ngày 17/9/2021": a day there is, which may not be the document's. */
function exists(written: string): boolean {
  const [day, month, year] = written.split(/\D+/).map(Number);
  return isoDate(year ?? 0, month ?? 0, day ?? 0) !== undefined;
}

function dateDefects(citation: Citation, today: IsoDate): DocumentDefect[] {
  const { date, subject, year_in_code: yearInCode } = citation;
  if (date === null) {
    const written = DATE_WRITTEN.exec(citation.raw)?.[0] ?? impossibleDay(citation.raw);
    if (written === undefined) return [];
    const kind = exists(written) && subject?.includes(written) === true ? 'unsure_date' : 'impossible_date';
    return [{ kind, severity: 'ask', written }];
  }
  const defects: DocumentDefect[] = [];
  if (yearInCode !== null && yearInCode !== yearOf(date)) {
    defects.push({ kind: 'year_against_date', severity: 'ask', yearInCode, date });
  }
  if (date > today) defects.push({ kind: 'future_date', severity: 'ask', date });
  if (weekday(date) >= SATURDAY) defects.push({ kind: 'weekend', severity: 'mention', date, weekday: weekday(date) });
  return defects;
}

function codeDefects(citation: Citation): DocumentDefect[] {
  const { number, symbol, type } = citation;
  const defects: DocumentDefect[] = [];
  if (number?.includes('?')) defects.push({ kind: 'illegible_number', severity: 'ask', number });
  if (symbol === null || type === null || type === LETTER || isSharedAbbreviation(symbol)) return defects;
  const symbolType = kindOfSymbol(symbol);
  // Laws and resolutions share the symbol of the National Assembly, "28/2026/QH16".
  const isAssembly = /^(?:UBTV)?QH\d/.test(symbol);
  if (symbolType !== type && !isAssembly) {
    defects.push({ kind: 'kind_against_symbol', severity: 'ask', type, symbol, symbolType });
  }
  return defects;
}

/** One number on two documents: the same code within a year, or the same number of one day under two symbols. */
function sharesNumber(a: Citation, b: Citation): boolean {
  if (a.number === null || b.number === null || sameDocument(a, b)) return false;
  if (a.issuer !== null && b.issuer !== null && fold(a.issuer) !== fold(b.issuer)) return false;
  const sameYear = a.date !== null && b.date !== null && yearOf(a.date) === yearOf(b.date);
  if (sameCode(a, b) && a.symbol !== null && b.symbol !== null) return sameYear || a.date === null || b.date === null;
  return a.date !== null && a.date === b.date && Number(a.number) === Number(b.number);
}

/** The round of an announcement of the system ("công bố lại lần 2"), undefined when none is said. */
function roundOf(citation: Citation): number | undefined {
  const said = ROUND.exec(fold(`${citation.raw} ${citation.subject ?? ''}`))?.[1];
  return said === undefined ? undefined : (ROUND_WORDS[said] ?? Number(said));
}

const isAnnouncement = (citation: Citation): boolean =>
  fold(`${citation.raw} ${citation.subject ?? ''}`).includes('cong bo');

function orderDefect(citation: Citation, other: Citation): DocumentDefect[] {
  const [round, otherRound] = [roundOf(citation), roundOf(other)];
  if (round === undefined || otherRound === undefined || citation.date === null || other.date === null) return [];
  if (!isAnnouncement(citation) && !isAnnouncement(other)) return [];
  const inOrder =
    round === otherRound || round > otherRound === citation.date >= other.date || citation.date === other.date;
  if (inOrder) return [];
  const [date, otherDate] = [citation.date, other.date];
  return [{ kind: 'announcement_order', severity: 'ask', round, date, other, otherRound, otherDate }];
}

/**
 * Everything about a citation that should be asked or mentioned, asked things first. `others` are the documents told
 * so far (the citation itself may be among them).
 */
export function documentDefects(
  citation: Citation,
  others: readonly Citation[],
  context: DefectContext,
): DocumentDefect[] {
  const around = others.filter(
    (other, index) => other !== citation && others.findIndex((known) => sameDocument(known, other)) === index,
  );
  const defects: DocumentDefect[] = [...codeDefects(citation), ...dateDefects(citation, context.today)];
  for (const other of around) {
    if (sharesNumber(citation, other)) {
      defects.push({ kind: 'same_number', severity: 'ask', number: citation.number ?? '', other });
    }
    defects.push(...orderDefect(citation, other));
  }
  for (const standard of misspeltStandards(`${citation.subject ?? ''}\n${citation.raw}`)) {
    defects.push({ kind: 'misspelt_standard', severity: 'ask', ...standard });
  }
  return [
    ...defects.filter(({ severity }) => severity === 'ask'),
    ...defects.filter(({ severity }) => severity === 'mention'),
  ];
}
