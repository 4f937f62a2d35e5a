/** What a cited document is to the quality system, told from its kind and subject as officials word them. */
import type { Citation } from './citation.ts';
import { fold } from './text.ts';

export type DocumentRole =
  | 'document_list'
  | 'steering_committee_renewed'
  | 'steering_committee_regulation'
  | 'quality_policy'
  | 'quality_objectives'
  | 'maintenance_plan'
  | 'audit_plan'
  | 'audit_report'
  | 'qms_document_set'
  | 'qms_announcement'
  | 'training'
  | 'corrective_action_record'
  | 'management_review_record'
  | 'annual_report'
  | 'other';

interface Rule {
  readonly role: DocumentRole;
  /** Folded kinds the rule is for; absent for any. */
  readonly kinds?: readonly string[];
  /** What the folded subject must say. */
  readonly says: RegExp;
}

const COMMITTEE = '(?:ban chi dao|bcd|ban iso|to iso)';
const QMS = '(?:he thong (?:quan ly chat luong|qlcl)|htqlcl|qlcl|iso|he thong tai lieu)';
const AUDIT = '(?:danh gia (?:chat luong )?noi bo|dgnb|danh gia nb)';
const PLANS = ['ke hoach', 'chuong trinh', 'quyet dinh'];
const RECORDS = ['bao cao', 'bien ban', 'thong bao', 'cong van/van ban'];

/** In this order: a plan of audits that mentions corrections is a plan of audits. The first rule that fits decides. */
const RULES: readonly Rule[] = [
  { role: 'audit_plan', kinds: ['ke hoach', 'chuong trinh'], says: new RegExp(AUDIT) },
  { role: 'audit_plan', kinds: ['quyet dinh', 'thong bao'], says: new RegExp(`ke hoach ${AUDIT}`) },
  { role: 'corrective_action_record', says: /khac phuc/ },
  {
    role: 'management_review_record',
    kinds: ['', ...RECORDS],
    says: /xem xet (?:cua )?(?:lanh dao|ld\b)|hop xem xet|\bxxld\b/,
  },
  { role: 'audit_report', kinds: RECORDS, says: new RegExp(AUDIT) },
  { role: 'steering_committee_regulation', says: new RegExp(`quy che.*${COMMITTEE}|${COMMITTEE}.*quy che`) },
  { role: 'steering_committee_renewed', says: new RegExp(`(?:kien toan|thanh lap|thay doi thanh vien).*${COMMITTEE}`) },
  { role: 'quality_policy', kinds: ['', ...PLANS], says: /chinh sach (?:chat luong|cl)|\bcscl\b/ },
  { role: 'quality_objectives', kinds: ['', ...PLANS], says: /muc tieu (?:chat luong|cl)|\bmtcl\b/ },
  { role: 'document_list', kinds: ['danh muc'], says: /tai lieu/ },
  { role: 'document_list', says: /^(?:ban hanh )?danh muc tai lieu/ },
  {
    role: 'qms_announcement',
    kinds: ['quyet dinh', 'thong bao', ''],
    says: new RegExp(`cong bo (?:lai )?(?:viec )?.{0,40}${QMS}|^cong bo(?: lai)?(?: lan.*)?$`),
  },
  { role: 'qms_document_set', says: /he thong tai lieu|bo tai lieu|quy trinh noi bo|tthc noi bo|so tay chat luong/ },
  {
    role: 'maintenance_plan',
    kinds: ['ke hoach'],
    says: new RegExp(
      `(?:duy tri|cai tien|ap dung|xay dung|\\biso\\b).*${QMS}|(?:duy tri|cai tien).*\\biso\\b|^(?:duy tri|iso)`,
    ),
  },
  // What a month or a quarter is told in is no report of the year.
  {
    role: 'annual_report',
    kinds: ['bao cao'],
    says: new RegExp(
      `^(?!.*(?:\\b6 thang|sau thang|\\bquy (?:[1-4]|i)|thang \\d))(?:(?:bao cao )?(?:hang |thuong )?nam\\b|.*(?:tinh hinh|ket qua|cong tac).*(?:ap dung|duy tri|cai tien).*${QMS})`,
    ),
  },
  { role: 'training', says: /tap huan|dao tao|boi duong/ },
];

/** What the document is to the quality system, told from its kind and subject; 'other' when they do not say. */
export function roleOf(citation: Citation): DocumentRole {
  const kind = fold(citation.type ?? '');
  const subject = fold(citation.subject ?? '');
  if (subject === '') return 'other';
  return RULES.find((rule) => (rule.kinds?.includes(kind) ?? true) && rule.says.test(subject))?.role ?? 'other';
}
