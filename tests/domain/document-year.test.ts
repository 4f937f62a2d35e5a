/** The year a document is for. */
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../domain/citation.ts';
import { roleOf } from '../../domain/document.ts';
import { withYearlySubject, yearOfDocument } from '../../domain/document-year.ts';

const report: Citation = {
  type: 'Báo cáo',
  number: '45',
  year_in_code: null,
  symbol: 'BC-UBND',
  date: '2026-11-10',
  issuer: null,
  subject: 'năm',
  raw: '',
};

describe('the year of a document', () => {
  it.each([
    ['duy trì HTQLCL năm 2026', '2025-12-28', 2026],
    ['duy tri HTQLCL nam 2026', '2025-12-28', 2026],
    ['duy trì HTQLCL', '2025-12-28', 2025],
    ['duy trì HTQLCL', null, 2027],
    [null, null, 2027],
    ['5 năm 2021-2025', '2026-01-05', 2021],
    ['việt nam 2030a', '2026-01-05', 2026],
  ])('"%s" of %s is %i', (subject, date, year) => {
    expect(yearOfDocument({ subject, date }, '2027-01-10')).toBe(year);
  });
});

describe('a report of the year', () => {
  it.each([
    ['năm', 'báo cáo năm 2026'],
    ['năm 2025', 'báo cáo năm 2025'],
    ['hằng năm', 'báo cáo năm 2026'],
    ['tình hình áp dụng HTQLCL', 'tình hình áp dụng HTQLCL'],
    [null, null],
  ])('called only "%s" is worded as what it is', (subject, worded) => {
    expect(withYearlySubject({ ...report, subject }, '2026-11-20').subject).toBe(worded);
    expect(withYearlySubject({ ...report, type: 'Kế hoạch', subject }, '2026-11-20').subject).toBe(subject);
  });

  it.each([
    ['năm', 'annual_report'],
    ['báo cáo năm 2026', 'annual_report'],
    ['tình hình, kết quả áp dụng ISO năm 2026', 'annual_report'],
    ['tình hình áp dụng, duy trì và cải tiến HTQLCL', 'annual_report'],
    ['kết quả duy trì hệ thống quản lý chất lượng', 'annual_report'],
    ['kết quả áp dụng ISO 6 tháng đầu năm', 'other'],
    ['tình hình áp dụng HTQLCL quý 3', 'other'],
    ['tình hình áp dụng HTQLCL tháng 9', 'other'],
    ['kết quả cải cách hành chính', 'other'],
    ['kết quả đánh giá nội bộ HTQLCL', 'audit_report'],
    ['kết quả khắc phục sau đánh giá nội bộ', 'corrective_action_record'],
  ])('is told from what its subject says: %s', (subject, role) => {
    expect(roleOf({ ...report, subject })).toBe(role);
  });
});
