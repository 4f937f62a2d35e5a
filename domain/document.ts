/**
 * A cited document: how it is written officially. Its role, its identity and what may be wrong with it live beside
 * this file and are exported here.
 */
import type { Citation } from './citation.ts';
import { dayOf, type IsoDate, monthOf, yearOf } from './date.ts';
import { LETTER } from './document-kind.ts';
import { fold } from './text.ts';

export { type DefectContext, type DocumentDefect, documentDefects } from './document-defect.ts';
export { documentFingerprint, sameDocument } from './document-identity.ts';
export { type DocumentRole, roleOf } from './document-role.ts';

/** "05/8/2021", "10/02/2021": days below 10 and the months 1 and 2 carry a leading 0 (Nghị định 30/2020, Phụ lục I). */
export function officialDate(date: IsoDate): string {
  const month = monthOf(date);
  return `${String(dayOf(date)).padStart(2, '0')}/${month < 3 ? `0${month}` : month}/${yearOf(date)}`;
}

/** Subjects that begin with something done read "về việc …", with a thing "về …". */
const DONE =
  /^(?:ban hanh|cong bo|kien toan|thanh lap|phe duyet|sua doi|bo sung|duy tri|cai tien|ap dung|danh gia|trien khai|thuc hien|to chuc|huong dan|kiem tra|ra soat|thong qua|thong bao|cu |giao |dieu chinh|bai bo|thay the|xay dung|tang cuong|tap huan|khac phuc|hop|xem xet|bao cao|don doc|phan cong|quy dinh (?!ve))/;

/** The code as printed: '138/QĐ-UBND', '25/2023/QĐ-UBND', '80-NQ/TW'; '…' where the number is not given yet. */
export function formatCode(citation: Citation): string | null {
  const { number, symbol, year_in_code: year } = citation;
  if (number === null && symbol === null) return null;
  const printed = number === null ? '…' : number.padStart(2, '0');
  if (symbol?.includes('/')) return `${printed}-${symbol}`;
  return [printed, ...(year === null ? [] : [String(year)]), ...(symbol === null ? [] : [symbol])].join('/');
}

/**
 * The official wording: "Quyết định số 138/QĐ-UBND ngày 05/8/2021 của UBND phường về việc kiện toàn …". An unnumbered
 * document reads kind and subject; nothing is added that the citation does not say.
 */
export function formatCitation(citation: Citation): string {
  const kind = citation.type === null || citation.type === LETTER ? 'Văn bản' : citation.type;
  const code = formatCode(citation);
  const date = citation.date === null ? '' : ` ngày ${officialDate(citation.date)}`;
  const issuer = citation.issuer === null ? '' : ` của ${citation.issuer}`;
  const { subject } = citation;
  if (code === null) {
    const named = citation.type === null ? (subject ?? kind) : `${kind}${subject === null ? '' : ` ${subject}`}`;
    return `${named}${date}${issuer}`;
  }
  const about = subject === null ? '' : ` ${DONE.test(fold(subject)) ? 'về việc' : 'về'} ${subject}`;
  return `${kind} số ${code}${date}${issuer}${about}`;
}
