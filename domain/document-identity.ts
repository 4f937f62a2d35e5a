/** When two citations are one document. */
import type { Citation } from './citation.ts';
import { yearOf } from './date.ts';
import { roleOf } from './document-role.ts';
import { fold } from './text.ts';

const digits = (number: string): string => number.replace(/^0+(?=.)/, '');
const agree = <T>(a: T | null, b: T | null): boolean => a === null || b === null || a === b;

/** "UBND phường" and "UBND phường Đức Thuận" may be one office; "UBND phường" and "UBND tỉnh" are not. */
function issuersAgree(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  const [one, other] = [fold(a), fold(b)];
  return one.startsWith(other) || other.startsWith(one);
}

function rolesAgree(a: Citation, b: Citation): boolean {
  const [one, other] = [roleOf(a), roleOf(b)];
  return one === other || one === 'other' || other === 'other';
}

/** True when both carry the same number and, where both say them, the same symbol and year in the code. */
export function sameCode(a: Citation, b: Citation): boolean {
  if (a.number === null || b.number === null || digits(a.number) !== digits(b.number)) return false;
  if (!agree(a.symbol, b.symbol) || !agree(a.year_in_code, b.year_in_code)) return false;
  return (a.symbol !== null && b.symbol !== null) || agree(a.type, b.type);
}

/**
 * True when two citations name one document: the register keeps it once. A later citation may leave out the date,
 * the issuer or the subject (Nghị định 30/2020); what both say must agree. Without numbers, kind and subject decide.
 */
export function sameDocument(a: Citation, b: Citation): boolean {
  if (!agree(a.date, b.date) || !issuersAgree(a.issuer, b.issuer)) return false;
  if (a.number !== null || b.number !== null) {
    const dated = a.date !== null && a.date === b.date;
    const coded = a.symbol !== null && b.symbol !== null;
    return sameCode(a, b) && (coded || dated) && rolesAgree(a, b);
  }
  const subjects = [fold(a.subject ?? ''), fold(b.subject ?? '')];
  return a.type === b.type && a.symbol === b.symbol && subjects[0] === subjects[1];
}

/**
 * A text that is equal for citations told as one document, for a unique column: number, symbol (or kind) and year, or
 * kind and subject where there is no number. Stricter than sameDocument: a citation without its year stands alone.
 */
export function documentFingerprint(citation: Citation): string {
  const { number, symbol, type, subject, date } = citation;
  const year = citation.year_in_code ?? (date === null ? '' : yearOf(date));
  if (number !== null) return `${digits(number)}/${fold(symbol ?? type ?? '')}/${year}`;
  return `${fold(symbol ?? type ?? '')}: ${fold(subject ?? '')}/${date ?? ''}`;
}
