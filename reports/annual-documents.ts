/**
 * The documents of the year in the report: all of them under item 1, and those of certain roles again where the
 * outline asks what was decided. A document is cited in full the first time; after that without its subject, or by
 * number and symbol alone.
 */
import type { DocumentRole } from '../domain/document.ts';
import { formatCitation } from '../domain/document.ts';
import type { AnnualDocument } from './annual.ts';
import type { Fields } from './word-template.ts';
import { countText, MISSING_DOCUMENT } from './wording.ts';

/** Documents every year has; what each is called in the line that says it is missing. */
const EVERY_YEAR: Partial<Record<DocumentRole, string>> = {
  quality_policy: 'Quyết định ban hành Chính sách chất lượng',
  quality_objectives: 'Quyết định ban hành Mục tiêu chất lượng',
  maintenance_plan: 'Kế hoạch duy trì, cải tiến HTQLCL',
  audit_plan: 'Kế hoạch đánh giá nội bộ',
};

const EVERY_YEAR_ROLES = Object.keys(EVERY_YEAR) as DocumentRole[];

/** The roles the outline speaks of by themselves. */
export const NAMED_ROLES = [
  'qms_announcement',
  'steering_committee_renewed',
  'quality_objectives',
  'qms_document_set',
] as const satisfies DocumentRole[];

/** The documents of every year that this year does not have. */
export function missingRoles(documents: AnnualDocument[]): DocumentRole[] {
  return EVERY_YEAR_ROLES.filter((role) => of(documents, role).length === 0);
}

/** `announced` is how often the system was announced in all, where known. */
export function documentFields(told: AnnualDocument[], announced?: number): Fields {
  // A report of the year is no document it reports on.
  const documents = told.filter(({ role }) => role !== 'annual_report');
  const short = documents.map(shortCitation).filter((words) => words !== '');
  const missing = missingRoles(documents);
  const committee = of(documents, 'steering_committee_renewed');
  return {
    'Văn bản chỉ đạo': rows([
      ...documents.map(formatCitation),
      ...missing.map((role) => `${EVERY_YEAR[role]} ${MISSING_DOCUMENT}`),
    ]),
    'Số văn bản chỉ đạo': countText(documents.length),
    'Có văn bản có số': short.length > 0,
    'Số và ký hiệu văn bản': short.join('; '),
    'Quyết định công bố': announcements(of(documents, 'qms_announcement'), announced),
    'Kiện toàn Ban chỉ đạo': committee.length > 0 ? 'Có' : 'Không',
    'Quyết định kiện toàn': rows(committee.map(withoutSubject)),
    'Xây dựng mục tiêu chất lượng': missing.includes('quality_objectives') ? MISSING_DOCUMENT : 'Có',
    'Quyết định mục tiêu chất lượng': rows(of(documents, 'quality_objectives').map(formatCitation)),
    'Quyết định ban hành quy trình': rows(of(documents, 'qms_document_set').slice(-1).map(withoutSubject)),
  };
}

const of = (documents: AnnualDocument[], role: DocumentRole): AnnualDocument[] =>
  documents.filter((document) => document.role === role);

/** Rows of a list: each `{Văn bản}` with the mark that follows it, `{Dấu}`. */
function rows(texts: string[]): { 'Văn bản': string; Dấu: string }[] {
  return texts.map((text, index) => ({ 'Văn bản': text, Dấu: index === texts.length - 1 ? '.' : ';' }));
}

/**
 * "lần 1 theo …; công bố lại lần 2 theo …", in the order of their days. The decisions known are taken for the latest
 * of all there were; without a total that has room for them they stay unnumbered.
 */
function announcements(documents: AnnualDocument[], total: number | undefined): Record<string, string>[] {
  const inOrder = documents.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  const before = (total ?? 0) - documents.length;
  return rows(inOrder.map(withoutSubject)).map((row, index) => {
    const time = before + index + 1;
    const nth = time === 1 ? 'lần 1 theo' : `công bố lại lần ${time} theo`;
    return { ...row, 'Lần công bố': before < 0 ? 'theo' : nth };
  });
}

/** "Quyết định số 138/QĐ-UBND ngày 05/8/2021 của UBND phường"; in full where it has no number. */
const withoutSubject = (document: AnnualDocument): string =>
  formatCitation(document.number === null ? document : { ...document, subject: null });

/** "Quyết định số 138/QĐ-UBND"; empty for a document without a number. */
const shortCitation = (document: AnnualDocument): string =>
  document.number === null ? '' : formatCitation({ ...document, subject: null, issuer: null, date: null });
