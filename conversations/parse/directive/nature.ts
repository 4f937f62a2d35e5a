/**
 * What kind of task a sentence of a công văn asks: every year, all the time or when something happens; shown by which
 * documents; sent to whom; and the short title people read. Where the words leave it open, that is said.
 */
import type { Recurrence, Trigger } from '../../../domain/directive.ts';
import type { DocumentRole } from '../../../domain/document-role.ts';
import { saysYearly } from './deadline.ts';

/** Fits a line on a phone twice over. */
export const TITLE_MAX = 80;

const AUDIT = /danh gia (?:chat luong )?noi bo|dgnb/;

/** In this order: putting right what an audit found is no audit. The first that fits decides. */
const SHOWN: readonly (readonly [RegExp, readonly DocumentRole[]])[] = [
  [/khac phuc/, ['corrective_action_record']],
  [new RegExp(`ke hoach ${AUDIT.source}`), ['audit_plan']],
  [AUDIT, ['audit_report', 'audit_plan']],
  [/xem xet (?:cua )?(?:lanh dao|ld\b)/, ['management_review_record']],
  [/cong bo (?:lai )?(?:htqlcl|he thong|neu|khi|viec|su phu hop|pham vi)/, ['qms_announcement']],
  [/dao tao|tap huan|boi duong|pho bien (?:nhan thuc|kien thuc)/, ['training']],
  [/ke hoach (?:[a-z,]+ ){0,3}(?:duy tri|cai tien|ap dung|iso|htqlcl)/, ['maintenance_plan']],
  [/chinh sach chat luong/, ['quality_policy']],
  [/muc tieu chat luong|\bmtcl\b/, ['quality_objectives']],
  [/kien toan|thanh lap ban chi dao|bo tri nhan luc/, ['steering_committee_renewed']],
  [/(?:ra soat|cap nhat|sua doi)[^.]{0,80}(?:van ban|quy trinh|tai lieu)/, ['document_list', 'qms_document_set']],
  [/quy trinh noi bo|cong viec noi bo/, ['qms_document_set']],
];

/** The documents that show a task done, as far as its words name them. */
export const rolesOf = (folded: string): DocumentRole[] => [...(SHOWN.find(([says]) => says.test(folded))?.[1] ?? [])];

/** What starts a task that the calendar does not. */
export function triggerOf(folded: string): Trigger | undefined {
  if (/mo rong[^.]{0,60}(?:cong viec|viec|quy trinh) noi bo/.test(folded)) return 'internal_work';
  if (/(?:neu|khi|truong hop)[^.]{0,40}(?:dieu chinh|mo rong|thu hep|thay doi)[^.]{0,30}pham vi/.test(folded)) {
    return 'scope_change';
  }
  if (/kho khan|vuong mac/.test(folded) && /bao cao|phan anh|thong tin|gui/.test(folded)) return 'difficulty';
  return undefined;
}

/** At once, when it happens: "đồng thời gửi về Sở", "ngay khi". */
export const isAtOnce = (folded: string): boolean => /dong thoi (?:gui|bao cao)|ngay (?:khi|sau khi)/.test(folded);

export const isOptional = (folded: string): boolean => /\(?neu co\)?/.test(folded);

const ALWAYS =
  /thuong xuyen|lien tuc|kip thoi|nghiem tuc|don doc|quyet tam|bo tri nhan luc|rui ro|(?:hoat dong|giai phap) cai tien khac/;
const IN_GENERAL =
  /^(?:tiep tuc|tang cuong|chi dao|phoi hop|quan tam|day manh|nang cao|duy tri|thuc hien (?:cac )?(?:noi dung|quy dinh)|chu dong|chu trong)/;
const EACH_TIME = /(?:hang|moi|tung|dinh ky (?:hang )?) ?(?:thang|quy|tuan)|6 thang|sau thang/;

/** How often it is owed, and whether the words say so. */
export function recurrenceOf(
  folded: string,
  roles: readonly DocumentRole[],
): { recurrence: Recurrence; sure: boolean } {
  const said = folded.replace(/(?:kinh phi|chi|muc chi|nguon chi) thuong xuyen/g, '');
  if (saysYearly(said)) return { recurrence: 'yearly', sure: true };
  // Months and quarters have no rule here: listed, and a person decides.
  if (EACH_TIME.test(said)) return { recurrence: 'continuous', sure: false };
  if (ALWAYS.test(said)) return { recurrence: 'continuous', sure: true };
  if (roles.length === 0 && IN_GENERAL.test(said)) return { recurrence: 'continuous', sure: true };
  return { recurrence: 'yearly', sure: false };
}

const NAMED =
  '(?:[Cc]ơ quan thường trực|Sở|UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Phòng|Văn phòng|Chi cục|Ban|Bộ|Tổ|Trung tâm)';
const SENT = new RegExp(
  `gửi (?:về |đến |cho |tới |báo cáo về )?(${NAMED}(?:\\s[^.,;()\\s][^.,;()]*?)??(?: \\([^)]{2,60}\\))?)(?=\\s(?:trước|chậm|muộn|để|theo|qua|và (?:báo cáo|thực hiện|gửi|đồng thời)|trong|đến|ngay)|[.,;)]|$)`,
  'u',
);
const REPORTED = new RegExp(
  `báo cáo (?:về )?((?:${NAMED}|cấp có thẩm quyền)(?:\\s[^.,;()\\s][^.,;()]*?)??)(?=\\s(?:trước|chậm|muộn|để|theo|qua|và (?:thực hiện|gửi|đồng thời)|trong|đến|xem xét|chỉ đạo)|[.,;()]|$)`,
  'u',
);
const RECIPIENT_MAX = 80;

/** To whom it is sent, in the letter's own words. */
export function recipientIn(text: string): string | undefined {
  const found = (SENT.exec(text)?.[1] ?? REPORTED.exec(text)?.[1])?.trim();
  return found === undefined || found.length > RECIPIENT_MAX ? undefined : found;
}

/** What stands behind the work itself: when, to whom, what for. */
const BEHIND =
  /\s*(?:,\s*)?(?:và |đồng thời )?(?:gửi (?:về|đến|cho|tới|báo cáo về) .*|(?:trước|chậm nhất|muộn nhất|đến hết|xong trước|hoàn thành trước)(?: là)? (?:ngày|\d|tháng).*|trong (?:vòng|thời hạn|quý|tháng) .*|thời hạn .*|để (?:tổng hợp|theo dõi|báo cáo|xem xét) .*)$/iu;
const WORDS_KEPT_MIN = 3;
const OPENING = /^(?:(?:hàng|hằng|mỗi) năm|định kỳ(?: (?:hàng|hằng) năm)?),?\s+/iu;

/** "Thực hiện hướng dẫn": the second word is the work. */
const DOING =
  /^(?:thực hiện|tiến hành) (?:việc |hoạt động )?(?=(?:hướng dẫn|nhận diện|khắc phục|công bố|đánh giá|rà soát|xây dựng|kiểm tra)(?!\p{L}))/iu;

/** A title of at most TITLE_MAX characters, ended at a word. @param said the words of its deadline */
export function titleOf(what: string, said = ''): string {
  const opened = what.replace(OPENING, '');
  const bare = (said !== '' && opened.startsWith(said) ? opened.slice(said.length).replace(/^[\s,]+/u, '') : opened)
    .replace(/\s*\((?!nếu có)[^)]*\)/giu, '')
    .replace(DOING, '')
    .replace(/[\s./;:,]+$/u, '')
    .trim();
  const short = bare
    .replace(BEHIND, '')
    .replace(/,? (?:gửi|hoàn thành|xong|nộp)$/iu, '')
    .trim();
  const kept = short.split(' ').length >= WORDS_KEPT_MIN ? short : bare;
  return cut(kept.charAt(0).toLocaleUpperCase('vi') + kept.slice(1), TITLE_MAX);
}

/** A text of at most `max` characters, ended at a word and with a mark where it was cut. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max - 1);
  const space = head.lastIndexOf(' ');
  return `${(space > max / 2 ? head.slice(0, space) : head).replace(/[\s,;:–-]+$/u, '')}…`;
}
