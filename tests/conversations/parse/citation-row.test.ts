/** Documents in the rows of a table pasted into the chat: the day and the subject stand in cells of their own. */
import { describe, expect, it } from 'vitest';
import { readCitations } from '../../../conversations/parse/citation/citation.ts';

const table = (headings: string, ...rows: string[]): string =>
  [headings, headings.replace(/[^|]+/g, '---'), ...rows].join('\n');

describe('a document in a row of a table', () => {
  it.each([
    ['| **27/QĐ-UBND** | 09/01/2021 |', '2021-01-09', null],
    ['| 1 | 09/01/2021 | 27/QĐ-UBND |', '2021-01-09', null],
    ['| 27/QĐ-UBND | UBND phường | 09/01/2021 |', '2021-01-09', null],
    ['1 | 27/QĐ-UBND | Bình An, ngày 09 tháng 01 năm 2021', '2021-01-09', null],
    [table('| Số hiệu | Ngày ký | Trích yếu |', '| 27/QĐ-UBND | 09/01/2021 | Mục tiêu |'), '2021-01-09', 'Mục tiêu'],
    [table('| Nội dung | Số hiệu | Ngày |', '| Về Tổ thư ký | 27/QĐ-UBND | 09/01/2021 |'), '2021-01-09', 'Tổ thư ký'],
  ])('%j has its day and subject', (text, date, subject) => {
    expect(readCitations(text)).toMatchObject([{ number: '27', symbol: 'QĐ-UBND', date, subject }]);
  });

  it.each([
    ['two days and no heading', '| 27/QĐ-UBND | UBND phường | 09/01/2021 | 15/01/2021 |'],
    ['a day under another heading', table('| Số | Cơ quan | Thời hạn |', '| 27/QĐ-UBND | UBND | 09/01/2021 |')],
    ['words around the day', '| 27/QĐ-UBND | UBND phường | họp ngày 09/01/2021 tại xã |'],
    ['a day in another row', '| 27/QĐ-UBND | UBND phường |\n| 2 | 09/01/2021 |'],
    ['a day that does not exist', '| 27/QĐ-UBND | UBND phường | 31/02/2021 |'],
    ['no table at all', '27/QĐ-UBND của UBND phường; hôm 09/01/2021 có họp'],
  ])('takes no day from %s', (_, text) => {
    expect(readCitations(text)).toMatchObject([{ number: '27', date: null }]);
  });

  it('gives a row of two documents no day of the other', () => {
    const read = readCitations('| 27/QĐ-UBND | thay thế 12/QĐ-UBND | UBND | 09/01/2021 |');
    expect(read.map(({ number, date }) => [number, date])).toEqual([
      ['27', null],
      ['12', null],
    ]);
  });

  it('takes no subject from a column that is not said to hold one', () => {
    const [read] = readCitations(table('| Số hiệu | Nơi nhận |', '| 27/QĐ-UBND | Các phòng thuộc xã |'));
    expect(read?.subject).toBeNull();
  });
});
