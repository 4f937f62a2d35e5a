/** Figures named in plain words when a month is returned: "quá hạn, lý do" where no list number was typed. */
import { fold } from '../../domain/text.ts';
import type { Returnable } from '../flows/monthly-check-in/returned.ts';

/** Longer phrases first, so that "tiếp nhận trực tuyến" is not the received total; "quá hạn" alone is of those resolved. */
const WORDS: readonly (readonly [RegExp, readonly Returnable[]])[] = [
  [/\b(ly do|vi sao)\b/, ['late_reason']],
  [/\b(dang giai quyet|dang xu ly|con ton|ton)( \S+)? (qua|tre) han\b/, ['pending_overdue']],
  [/\b(dang giai quyet|dang xu ly|con ton)\b/, ['pending_overdue', 'pending_in_time']],
  [/\b(chuyen qua|ky truoc|ton dau)\b/, ['carried_over']],
  [/\b(truc tuyen|online|onl)\b/, ['received_online']],
  [/\b(truoc han|som han)\b/, ['resolved_early']],
  [/\bdung han\b/, ['resolved_on_time']],
  [/\b(qua han|tre han|tre)\b/, ['resolved_late']],
  [/\btrong han\b/, ['pending_in_time']],
  [/\bgiai quyet\b/, ['resolved_early', 'resolved_on_time', 'resolved_late']],
  [/\b(tiep nhan|nhan)\b/, ['received']],
  [/\b(tong so|tong) (tthc|thu tuc)\b/, ['procedures_total']],
  [/\b(tthc|thu tuc)\b/, ['procedures_amended', 'procedures_new', 'procedures_repealed', 'procedures_total']],
  [/\bngay danh gia\b/, ['audit_date']],
  [
    /\b(danh gia|diem (khong phu hop|khuyen nghi|luu y))\b/,
    ['audit_date', 'minor_nonconformities', 'major_nonconformities', 'recommendations', 'observations'],
  ],
  [/\bkhac phuc\b/, ['corrective_action_date']],
  [/\b(lanh dao|xem xet)\b/, ['management_review_date']],
  [/\btap huan\b/, ['training_attendees', 'training_courses_hosted']],
  [/\b(kho khan|vuong mac)\b/, ['difficulties']],
  [/\b(van ban|tai lieu)\b/, ['documents']],
  [/\b(hoat dong|viec khac)\b/, ['activities']],
];

/**
 * The returnable things a text names, among those there are; undefined where a part of it names none: better asked
 * again than half understood.
 */
export function returnablesNamed(text: string, among: readonly Returnable[]): Returnable[] | undefined {
  const parts = fold(text)
    .split(/[,;\n+]|\bva\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  const found = new Set<Returnable>();
  for (const part of parts) {
    const named = WORDS.find(([words]) => words.test(part))?.[1].filter((item) => among.includes(item)) ?? [];
    if (named.length === 0) return undefined;
    for (const item of named) found.add(item);
  }
  return among.filter((item) => found.has(item));
}
