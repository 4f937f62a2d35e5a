import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocumentLine, readDocumentLines } from '../../../conversations/parse/citation/citation.ts';

const TODAY = '2026-11-20';

describe('a line answering "which documents?"', () => {
  it.each([
    ['Danh mục tài liệu HTQLCL theo TCQG ISO 9001:2015', 'Danh mục', null, 'tài liệu HTQLCL theo TCQG ISO 9001:2015'],
    ['- Kế hoạch đánh giá nội bộ tại đơn vị năm 2021;', 'Kế hoạch', null, 'đánh giá nội bộ tại đơn vị năm 2021'],
    ['QĐ công bố TTHC nội bộ, .....', 'Quyết định', null, 'công bố TTHC nội bộ'],
    ['1. biên bản họp xem xét của lãnh đạo ngày 30/9/2021', 'Biên bản', '2021-09-30', 'họp xem xét của lãnh đạo'],
    ['dạ em gửi kế hoạch đánh giá nội bộ năm 2026', 'Kế hoạch', null, 'đánh giá nội bộ năm 2026'],
    ['ke hoach danh gia noi bo 2026', 'Kế hoạch', null, 'danh gia noi bo 2026'],
    ['kees hoajch ddanhs gias nooij booj', 'Kế hoạch', null, 'ddanhs gias nooij booj'],
    ['Báo cáo về tình hình áp dụng HTQLCL', 'Báo cáo', null, 'tình hình áp dụng HTQLCL'],
  ])('"%s" is a document without a number', (line, type, date, subject) => {
    expect(readDocumentLine(line, TODAY)).toMatchObject({ type, number: null, symbol: null, date, subject });
  });

  it('reads a title without a kind and does not invent the kind', () => {
    expect(readDocumentLine('chính sách chất lượng năm 2026')).toMatchObject({
      type: null,
      number: null,
      subject: 'chính sách chất lượng năm 2026',
    });
  });

  it.each([
    ['qd 27/qd-ubnd 9/1/2021 csclt cua phuong', '27', 'csclt cua phuong'],
    ['mục tiêu cl 28/QĐ-UBND', '28', 'mục tiêu cl'],
    ['Quyết định số 28/QĐ-UBND ngày 09/01/2021 về ban hành Mục tiêu', '28', 'ban hành Mục tiêu'],
    ['QĐ 27/QĐ-UBND rồi ạ', '27', null],
    ['QĐ 27/QĐ-UBND chưa ký', '27', null],
  ])('"%s" takes the words around the code for the subject', (line, number, subject) => {
    expect(readDocumentLine(line, TODAY)).toMatchObject({ number, subject });
  });

  it.each([
    'chưa có',
    'kế hoạch',
    'báo cáo',
    'quyết định chưa ký',
    'báo cáo chưa ban hành',
    'báo cáo 215',
    'nhận 215, trễ 2',
    'có quyết định nào không?',
    'báo cáo tháng 9',
    'ok em',
    'dạ',
    '',
    'kế hoạch đang làm',
    'kế hoạch sắp ban hành',
    '17/9/2021',
  ])('"%s" names no document', (line) => {
    expect(readDocumentLine(line, TODAY)).toBeUndefined();
  });
});

describe('an answer of several lines', () => {
  it('gives every document in order and hands back what it could not read', () => {
    const answer =
      'Danh mục tài liệu HTQLCL\nQĐ 27/QĐ-UBND 9/1/2021 chính sách chất lượng; 28/QĐ-UBND 9/1/2021 mục tiêu chất lượng\ncòn lại mai em gửi';
    const { citations, unread } = readDocumentLines(answer, TODAY);
    expect(citations.map(({ number, subject }) => [number, subject])).toEqual([
      [null, 'tài liệu HTQLCL'],
      ['27', 'chính sách chất lượng'],
      ['28', 'mục tiêu chất lượng'],
    ]);
    expect(unread).toEqual(['còn lại mai em gửi']);
  });

  it('keeps a line whole that a copied page has broken', () => {
    const answer =
      'Quyết định số 272/QĐ-SCT ngày 21/10/2020 v/v công bố Hệ thống quản lý chất lượng phù hợp \ntiêu chuẩn quốc gia TCVN ISO 9001:2015';
    expect(readDocumentLines(answer, TODAY)).toMatchObject({
      citations: [
        {
          number: '272',
          subject: 'công bố Hệ thống quản lý chất lượng phù hợp tiêu chuẩn quốc gia TCVN ISO 9001:2015',
        },
      ],
      unread: [],
    });
  });

  it('does not register a decree that is only named inside a subject', () => {
    const { citations } = readDocumentLines(
      'Kế hoạch 5/KH-UBND ngày 5/2/2026 triển khai Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014',
    );
    expect(citations.map(({ number }) => number)).toEqual(['5']);
  });

  it('loses no line of any text: each is read or handed back', () => {
    const line = fc.constantFrom(
      'QĐ 27/QĐ-UBND',
      'chưa có',
      'Danh mục tài liệu HTQLCL',
      'ok',
      'kế hoạch',
      '5',
      '5/KH-UBND',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { citations, unread } = readDocumentLines(lines.join('\n'), TODAY);
        expect(citations.length + unread.length).toBe(lines.length);
      }),
    );
  });
});
