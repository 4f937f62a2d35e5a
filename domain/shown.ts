/** What the archive shows of an obligation without anybody having said that it is done: its document, or an audit held. */
import type { Obligation } from './directive.ts';
import type { DocumentRole } from './document-role.ts';

/** A plan of audits announces one; only its report shows that it was held and what it found. */
const AUDIT_REPORT: DocumentRole = 'audit_report';

/** True of the yearly obligation to audit: the day of an audit begins to fulfil it, the report does. */
export const asksAudit = ({ recurrence, evidence }: Pick<Obligation, 'recurrence' | 'evidence'>): boolean =>
  recurrence === 'yearly' && evidence.roles.includes(AUDIT_REPORT);

/** Whether a document of a role shows an obligation done for its year, wherever it was told. */
export function showsDone(
  obligation: Pick<Obligation, 'recurrence' | 'evidence' | 'tracked'>,
  role: DocumentRole,
): boolean {
  if (obligation.recurrence !== 'yearly' || !obligation.evidence.roles.includes(role)) return false;
  return obligation.tracked !== undefined || (role === AUDIT_REPORT && asksAudit(obligation));
}
