/** Figures named in words when a month is returned; a word that names nothing is asked about and not passed over. */
import { describe, expect, it } from 'vitest';
import type { Returnable } from '../../../conversations/flows/monthly-check-in/returned.ts';
import { returnablesNamed } from '../../../conversations/forms/returned-words.ts';

const ALL: Returnable[] = [
  'carried_over',
  'received',
  'received_online',
  'resolved_early',
  'resolved_on_time',
  'resolved_late',
  'pending_overdue',
  'late_reason',
  'procedures_total',
  'procedures_new',
  'audit_date',
  'minor_nonconformities',
  'difficulties',
  'documents',
  'activities',
];

describe('words for figures', () => {
  it.each<[string, Returnable[]]>([
    ['quá hạn, lý do', ['resolved_late', 'late_reason']],
    ['qua han', ['resolved_late']],
    ['Lý do quá hạn', ['late_reason']],
    ['đang giải quyết quá hạn', ['pending_overdue']],
    ['tiếp nhận', ['received']],
    ['tiếp nhận trực tuyến', ['received_online']],
    ['trước hạn và đúng hạn', ['resolved_early', 'resolved_on_time']],
    ['đã giải quyết', ['resolved_early', 'resolved_on_time', 'resolved_late']],
    ['kỳ trước chuyển qua', ['carried_over']],
    ['tổng số TTHC', ['procedures_total']],
    ['TTHC', ['procedures_total', 'procedures_new']],
    ['ngày đánh giá nội bộ', ['audit_date']],
    ['đánh giá', ['audit_date', 'minor_nonconformities']],
    ['văn bản; khó khăn', ['difficulties', 'documents']],
    ['hoạt động', ['activities']],
    ['quá hạn, quá hạn', ['resolved_late']],
  ])('reads %j', (text, items) => {
    expect(returnablesNamed(text, ALL)).toEqual(items);
  });

  it.each(['', ',', 'xem lại', 'quá hạn, cái kia', 'tập huấn', 'khắc phục'])('asks about %j', (text) => {
    expect(returnablesNamed(text, ALL)).toBeUndefined();
  });

  it('names nothing the month does not have', () => {
    expect(returnablesNamed('quá hạn', ['received', 'activities'])).toBeUndefined();
  });
});
