/** A document that is named only to be taken back is not kept; one that is merely named beside another is. */
import { describe, expect, it } from 'vitest';
import { readCitations, readDocumentLines } from '../../../conversations/parse/citation/citation.ts';
import { understand } from '../../../conversations/parse/understand.ts';

const TODAY = '2026-11-20';
const numbers = (text: string): (string | null)[] => readCitations(text, TODAY).map(({ number }) => number);

describe('a document taken back', () => {
  it.each([
    'không phải QĐ 40/QĐ-UBND mà 41/QĐ-UBND',
    'không phải QĐ 40/QĐ-UBND mà là QĐ 41/QĐ-UBND',
    'ko phải 40/QĐ-UBND, là 41/QĐ-UBND ngày 5/8/2026',
    'QĐ 41/QĐ-UBND ngày 5/8/2026 chứ không phải QĐ 40/QĐ-UBND',
    'QĐ 40/QĐ-UBND nhầm, đúng là 41/QĐ-UBND ngày 2/2/2026',
    'QĐ 40/QĐ-UBND là sai, phải là số 41/QĐ-UBND',
    'QĐ 40/QĐ-UBND (nhầm, đúng là QĐ 41/QĐ-UBND ngày 2/2/2026)',
    'QĐ 40/QĐ-UBND em ghi nhầm, sửa lại là 41/QĐ-UBND',
    'qd 40/qd-ubnd nham, dung la 41/qd-ubnd',
    'QĐ 40/QĐ-UBND, à không, 41/QĐ-UBND ngày 2/2/2026',
    'sửa QĐ 40/QĐ-UBND thành QĐ 41/QĐ-UBND',
    'QĐ 40/QĐ-UBND không phải, 41/QĐ-UBND mới đúng',
    'bỏ QĐ 40/QĐ-UBND, lấy QĐ 41/QĐ-UBND',
    'xóa 40/QĐ-UBND giúp em, dùng 41/QĐ-UBND',
  ])('is left out of "%s"', (text) => {
    expect(numbers(text)).toEqual(['41']);
    expect(readDocumentLines(text, TODAY).citations.map(({ number }) => number)).toEqual(['41']);
  });

  it.each([
    'QĐ 40/QĐ-UBND và 41/QĐ-UBND',
    'QĐ 40/QĐ-UBND thay QĐ 41/QĐ-UBND',
    'QĐ 40/QĐ-UBND sửa đổi QĐ 41/QĐ-UBND',
    'QĐ 40/QĐ-UBND không thay thế QĐ 41/QĐ-UBND',
    'QĐ 40/QĐ-UBND không có sai sót, QĐ 41/QĐ-UBND cũng vậy',
    'sửa đổi QĐ 40/QĐ-UBND bằng QĐ 41/QĐ-UBND',
    'bãi bỏ QĐ 40/QĐ-UBND, QĐ 41/QĐ-UBND',
  ])('is none of those in "%s"', (text) => {
    expect(numbers(text)).toEqual(['40', '41']);
  });

  it('gives no figure either, and where nothing else is named the person is asked', () => {
    const read = understand('không phải QĐ 40/QĐ-UBND', { today: TODAY });
    expect(read).toMatchObject({ citations: [], figures: {}, ambiguous: true });
  });
});

describe('the day of a document taken back', () => {
  it.each([
    'QĐ 40/QĐ-UBND ngày 5/8/2026 à nhầm ngày 6/8/2026',
    'QĐ 40/QĐ-UBND ngày 5/8/2026, à không, ngày 6/8/2026',
    'QĐ 40/QĐ-UBND ngày 5/8/2026 (sai ngày, đúng là 6/8/2026)',
    'QĐ 40/QĐ-UBND ngày 5/8/2026 em ghi nhầm, đúng là ngày 6/8/2026 ạ',
    'QĐ 40/QĐ-UBND không phải ngày 5/8/2026 mà ngày 6/8/2026',
    'QĐ 40/QĐ-UBND ngày 6/8/2026 chứ không phải ngày 5/8/2026',
  ])('gives way to the right one in "%s"', (text) => {
    expect(readCitations(text, TODAY)).toMatchObject([{ number: '40', date: '2026-08-06' }]);
  });

  it.each([
    ['QĐ 40/QĐ-UBND ngày 5/8/2026, QĐ 41/QĐ-UBND ngày 6/8/2026', '2026-08-05'],
    ['QĐ 40/QĐ-UBND ngày 5/8/2026 đã gửi ngày 6/8/2026', '2026-08-05'],
    ['QĐ 40/QĐ-UBND không phải ngày 5/8/2026', null],
  ])('is told from another in "%s"', (text, date) => {
    expect(readCitations(text, TODAY)[0]).toMatchObject({ number: '40', date });
  });
});

describe('a kind and a number alone', () => {
  it.each([
    ['kế hoạch 45', 'Kế hoạch', '45'],
    ['dạ qđ 27 ạ', 'Quyết định', '27'],
    ['theo công văn 821', 'Công văn/Văn bản', '821'],
  ])('"%s" is a document', (text, type, number) => {
    expect(readCitations(text, TODAY)).toMatchObject([{ type, number, symbol: null, date: null }]);
  });

  it.each([
    'báo cáo 45',
    'bc 45',
    'thông báo 2',
    'giấy chứng nhận 45',
    'gcn 45',
    'tt 45',
    'kế hoạch 2026',
    'kế hoạch 45 hồ sơ',
  ])('"%s" is none', (text) => {
    expect(numbers(text)).toEqual([]);
  });

  it('is asked about where a number is asked for, unless it is called one', () => {
    expect(understand('kế hoạch 45', { today: TODAY, ask: 'received' })).toMatchObject({
      citations: [],
      ambiguous: true,
    });
    expect(understand('kế hoạch số 45', { today: TODAY, ask: 'received' }).citations).toHaveLength(1);
  });
});
