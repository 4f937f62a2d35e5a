import { describe, expect, it } from 'vitest';
import { readCitations } from '../../conversations/parse/citation/citation.ts';
import type { Citation } from '../../domain/citation.ts';
import {
  type DocumentDefect,
  type DocumentRole,
  documentDefects,
  documentFingerprint,
  formatCitation,
  roleOf,
  sameDocument,
} from '../../domain/document.ts';

const TODAY = '2026-11-20';

const document = (said: Partial<Citation>): Citation => ({
  type: 'Quyết định',
  number: '27',
  year_in_code: null,
  symbol: 'QĐ-UBND',
  date: '2021-01-08',
  issuer: null,
  subject: null,
  raw: '',
  ...said,
});

const kindsOf = (defects: readonly DocumentDefect[]): string[] => defects.map(({ kind }) => kind);

describe('the role of a document', () => {
  it.each<[DocumentRole, string, string]>([
    ['document_list', 'Danh mục', 'tài liệu HTQLCL theo TCQG ISO 9001:2015'],
    [
      'steering_committee_renewed',
      'Quyết định',
      'Kiện toàn Ban chỉ đạo duy trì, cải tiến HTQLCL theo TCVN ISO 9001:2015',
    ],
    ['steering_committee_renewed', 'Quyết định', 'kien toan bcd iso'],
    [
      'steering_committee_regulation',
      'Quyết định',
      'ban hành quy chế hoạt động của Ban chỉ đạo duy trì, cải tiến hệ thống',
    ],
    ['quality_policy', 'Quyết định', 'ban hành Chính sách chất lượng năm 2021'],
    ['quality_policy', 'Quyết định', 'chinh sach chat luong'],
    ['quality_objectives', 'Quyết định', 'công bố Mục tiêu chất lượng năm 2023 của Văn phòng UBND tỉnh'],
    ['quality_objectives', 'Quyết định', 'mục tiêu cl'],
    ['maintenance_plan', 'Kế hoạch', 'Duy trì và cải tiến HTQLCL theo TCVN ISO 9001:2015 tại phường Đức Thuận'],
    ['audit_plan', 'Kế hoạch', 'đánh giá nội bộ việc duy trì, cải tiến hệ thống QLCL năm 2021'],
    ['audit_report', 'Báo cáo', 'đánh giá nội bộ'],
    ['qms_document_set', 'Quyết định', 'ban hành và áp dụng Hệ thống tài liệu theo TCVN ISO 9001:2015 (lần 03)'],
    ['qms_document_set', 'Quyết định', 'công bố danh mục và Quy trình nội bộ áp dụng tại UBND phường'],
    [
      'qms_announcement',
      'Quyết định',
      'công bố Hệ thống quản lý chất lượng phù hợp tiêu chuẩn quốc gia TCVN ISO 9001:2015',
    ],
    ['qms_announcement', 'Quyết định', 'công bố hệ thống tài liệu theo tiêu chuẩn quốc gia TCVN ISO 9001:2015'],
    ['training', 'Công văn/Văn bản', 'cử 09 CBCC tham gia khóa đào tạo, tập huấn áp dụng HTQLCL'],
    ['corrective_action_record', 'Biên bản', 'kiểm tra hành động khắc phục qua cuộc đánh giá nội bộ'],
    ['management_review_record', 'Biên bản', 'họp xem xét của lãnh đạo thực hiện các hành động cải tiến'],
    ['other', 'Kế hoạch', 'cải cách hành chính năm 2022'],
    ['other', 'Báo cáo', 'kết quả thực hiện mục tiêu chất lượng'],
    ['other', 'Quyết định', 'ban hành quy chế làm việc của Văn phòng UBND tỉnh'],
    ['other', 'Công văn/Văn bản', 'duy trì, cải tiến HTQLCL theo ISO 9001:2015'],
  ])('is %s for "%s … %s"', (role, type, subject) => {
    expect(roleOf(document({ type, subject }))).toBe(role);
  });

  it('is not guessed when no subject is said', () => {
    expect(roleOf(document({ subject: null }))).toBe('other');
  });
});

describe('a defect that is asked about', () => {
  it.each<[string, Partial<Citation>, object]>([
    [
      'the year inside the code is not the year of the date',
      { type: 'Nghị định', symbol: 'NĐ-CP', year_in_code: 2020, date: '2018-04-05' },
      { kind: 'year_against_date', yearInCode: 2020, date: '2018-04-05' },
    ],
    ['the date has not come yet', { date: '2026-11-23' }, { kind: 'future_date', date: '2026-11-23' }],
    [
      'the date does not exist',
      { date: null, raw: 'QĐ 27/QĐ-UBND ngày 31/9/2021' },
      { kind: 'impossible_date', written: '31/9/2021' },
    ],
    [
      'the kind is not what the symbol says',
      { type: 'Kế hoạch' },
      { kind: 'kind_against_symbol', type: 'Kế hoạch', symbol: 'QĐ-UBND', symbolType: 'Quyết định' },
    ],
    ['the number cannot be read', { number: '5?1' }, { kind: 'illegible_number', number: '5?1' }],
    [
      'the standard is TCVN ISO 9015',
      { subject: 'áp dụng TCVN ISO 9015' },
      { written: 'TCVN ISO 9015', proposal: 'TCVN ISO 9001:2015' },
    ],
    [
      'the standard is ISO 0991',
      { subject: 'hệ thống ISO 0991' },
      { written: 'ISO 0991', proposal: 'TCVN ISO 9001:2015' },
    ],
    [
      'the standard is ISO 900: 2015',
      { subject: 'TCVN ISO 900: 2015' },
      { written: 'TCVN ISO 900: 2015', proposal: 'TCVN ISO 9001:2015' },
    ],
  ])('is noticed when %s', (_, said, defect) => {
    const defects = documentDefects(document(said), [], { today: TODAY });
    expect(defects).toHaveLength(1);
    expect(defects[0]).toMatchObject({ severity: 'ask', ...defect });
  });

  it.each<[string, Partial<Citation>, Partial<Citation>]>([
    [
      'two kinds of one day',
      { type: 'Báo cáo', number: '5914', symbol: 'BC-BCĐ' },
      { type: 'Biên bản', number: '5914', symbol: 'BB-SCT' },
    ],
    ['two dates of one year', { date: '2021-01-08' }, { date: '2021-03-05' }],
    ['two subjects', { subject: 'ban hành Chính sách chất lượng' }, { subject: 'ban hành Mục tiêu chất lượng' }],
  ])('is noticed when one number is on %s', (_, one, other) => {
    const [a, b] = [document(one), document(other)];
    expect(documentDefects(a, [a, b], { today: TODAY })).toEqual([
      { kind: 'same_number', severity: 'ask', number: a.number, other: b },
    ]);
  });

  it('is noticed when the second announcement is dated before the first', () => {
    const seed =
      'lần 1 theo QĐ số 132 ngày 20/8/2020; công bố lại lần 2 theo Quyết định công bố: 140/QĐ-UBND ngày 10/9/2018';
    const [first, second] = readCitations(seed);
    if (!first || !second) throw new Error('the seed sentence names two decisions');
    expect(documentDefects(second, [first, second], { today: TODAY })).toEqual([
      {
        kind: 'announcement_order',
        severity: 'ask',
        round: 2,
        date: '2018-09-10',
        other: first,
        otherRound: 1,
        otherDate: '2020-08-20',
      },
    ]);
  });
});

describe('what is only mentioned', () => {
  it.each([
    ['2021-01-09', 6],
    ['2021-08-01', 7],
  ])('is a date on a weekend: %s', (date, weekday) => {
    expect(documentDefects(document({ date }), [], { today: TODAY })).toEqual([
      { kind: 'weekend', severity: 'mention', date, weekday },
    ]);
  });

  it('comes after what is asked', () => {
    const sunday = document({ type: 'Nghị định', symbol: 'NĐ-CP', year_in_code: 2020, date: '2018-04-08' });
    expect(kindsOf(documentDefects(sunday, [], { today: TODAY }))).toEqual(['year_against_date', 'weekend']);
  });
});

describe('what is no defect', () => {
  it.each<[string, Partial<Citation>]>([
    ['a plain decision', {}],
    ['a code of the same year', { year_in_code: 2021 }],
    ['a date of today', { date: TODAY }],
    ['no date at all', { date: null, raw: 'QĐ 27/QĐ-UBND' }],
    ['a letter with any symbol', { type: 'Công văn/Văn bản', symbol: 'SKHCN-TĐC' }],
    ['a resolution of the National Assembly', { type: 'Nghị quyết', symbol: 'QH16' }],
    ['the right standard', { subject: 'HTQLCL theo TCVN ISO 9001:2015' }],
    ['the right standard with a space', { subject: 'hệ thống ISO 9001: 2015' }],
    ['another existing standard', { subject: 'TCVN ISO 18091:2020 (ISO 18091:2019)' }],
    ['the standard on auditing', { subject: 'ISO 19011' }],
  ])('%s', (_, said) => {
    expect(documentDefects(document(said), [], { today: TODAY })).toEqual([]);
  });

  it.each<[string, Partial<Citation>, Partial<Citation>]>([
    ['one number in two years', { date: '2021-01-08' }, { date: '2022-01-07' }],
    ['one number of two offices', { issuer: 'UBND phường' }, { issuer: 'UBND tỉnh', date: '2021-03-05' }],
    ['the same document told again', {}, { subject: 'ban hành Chính sách chất lượng' }],
    [
      'one number on two days under two symbols',
      { symbol: 'QĐ-UBND' },
      { symbol: 'KH-UBND', type: 'Kế hoạch', date: '2021-02-18' },
    ],
    [
      'announcements in order',
      { raw: 'công bố lần 1', date: '2018-09-10', number: '1' },
      { raw: 'công bố lần 2', date: '2020-08-20', number: '2' },
    ],
    [
      'trainings held twice in reverse',
      { raw: 'tập huấn lần 1', number: '1' },
      { raw: 'tập huấn lần 2', number: '2', date: '2020-08-20' },
    ],
  ])('%s', (_, one, other) => {
    const [a, b] = [document(one), document(other)];
    expect(documentDefects(a, [a, b], { today: TODAY })).toEqual([]);
  });
});

describe('one document cited twice', () => {
  it.each<[boolean, string, Partial<Citation>, Partial<Citation>]>([
    [true, 'a later citation without date and subject', { subject: 'ban hành Chính sách chất lượng' }, { date: null }],
    [true, 'a leading zero', { number: '01' }, { number: '1' }],
    [true, 'a fuller name of the office', { issuer: 'UBND phường' }, { issuer: 'UBND phường Đức Thuận' }],
    [true, 'no symbol but the same date', { symbol: null }, {}],
    [
      true,
      'an unnumbered document in other letters',
      { number: null, symbol: null, subject: 'Đánh giá nội bộ' },
      { number: null, symbol: null, subject: 'danh gia noi bo' },
    ],
    [false, 'another number', {}, { number: '28' }],
    [false, 'another date', {}, { date: '2022-01-07' }],
    [false, 'another symbol', {}, { symbol: 'KH-UBND', type: 'Kế hoạch' }],
    [false, 'another office', { issuer: 'UBND phường' }, { issuer: 'UBND tỉnh' }],
    [false, 'another year in the code', { year_in_code: 2020 }, { year_in_code: 2021 }],
    [false, 'no symbol and no date', { symbol: null, date: null }, { symbol: null, date: null }],
    [
      false,
      'a numbered and an unnumbered one',
      { subject: 'đánh giá nội bộ' },
      { number: null, symbol: null, subject: 'đánh giá nội bộ' },
    ],
  ])('is %s: %s', (same, _, one, other) => {
    expect(sameDocument(document(one), document(other))).toBe(same);
    expect(sameDocument(document(other), document(one))).toBe(same);
  });

  it('has one fingerprint however its number and subject are typed', () => {
    expect(documentFingerprint(document({ number: '01', subject: 'A' }))).toBe(
      documentFingerprint(document({ number: '1' })),
    );
    expect(documentFingerprint(document({ date: '2022-01-07' }))).not.toBe(documentFingerprint(document({})));
  });
});

describe('the official wording', () => {
  it.each<[string, Partial<Citation>]>([
    [
      'Quyết định số 138/QĐ-UBND ngày 05/8/2021 của UBND phường về việc Kiện toàn Ban chỉ đạo',
      { number: '138', date: '2021-08-05', issuer: 'UBND phường', subject: 'Kiện toàn Ban chỉ đạo' },
    ],
    [
      'Quyết định số 28/QĐ-UBND ngày 09/01/2021 về Mục tiêu chất lượng năm 2021',
      { number: '28', date: '2021-01-09', subject: 'Mục tiêu chất lượng năm 2021' },
    ],
    [
      'Kế hoạch số 15/KH-UBND ngày 18/02/2021',
      { type: 'Kế hoạch', number: '15', symbol: 'KH-UBND', date: '2021-02-18' },
    ],
    [
      'Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014',
      { number: '19', year_in_code: 2014, symbol: 'QĐ-TTg', date: '2014-03-05' },
    ],
    [
      'Văn bản số 821/SKHCN-TĐC ngày 17/10/2021',
      { type: 'Công văn/Văn bản', number: '821', symbol: 'SKHCN-TĐC', date: '2021-10-17' },
    ],
    [
      'Nghị quyết số 80-NQ/TW ngày 07/01/2026',
      { type: 'Nghị quyết', number: '80', symbol: 'NQ/TW', date: '2026-01-07' },
    ],
    ['Biên bản số 05/BB-SCT', { type: 'Biên bản', number: '5', symbol: 'BB-SCT', date: null }],
    ['Báo cáo số …/BC-UBND', { type: 'Báo cáo', number: null, symbol: 'BC-UBND', date: null }],
    ['Quyết định số 132 ngày 20/8/2020', { number: '132', symbol: null, date: '2020-08-20' }],
    [
      'Danh mục tài liệu HTQLCL',
      { type: 'Danh mục', number: null, symbol: null, date: null, subject: 'tài liệu HTQLCL' },
    ],
    [
      'chính sách chất lượng năm 2026',
      { type: null, number: null, symbol: null, date: null, subject: 'chính sách chất lượng năm 2026' },
    ],
  ])('is "%s"', (wording, said) => {
    expect(formatCitation(document(said))).toBe(wording);
  });

  it('reads back as the same document', () => {
    const cited = document({
      number: '138',
      date: '2021-08-05',
      issuer: 'UBND phường',
      subject: 'kiện toàn Ban chỉ đạo',
    });
    expect(readCitations(formatCitation(cited))).toEqual([{ ...cited, raw: formatCitation(cited) }]);
  });
});
