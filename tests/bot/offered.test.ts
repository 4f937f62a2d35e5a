/** A choice typed instead of tapped. */
import { describe, expect, it } from 'vitest';
import { typedChoices } from '../../bot/offered.ts';
import type { Offered } from '../../db/sessions.ts';

const offered = (numbered: boolean, ...labels: string[]): Offered => ({
  mark: '1a',
  numbered,
  choices: labels.map((label, index) => ({ id: `c${index + 1}`, label })),
});

const kinds = offered(true, 'TTHC thay đổi', 'Đánh giá nội bộ', 'Tập huấn', 'Không có');
const count = offered(false, 'Không phát sinh', 'Chưa có số liệu');
const send = offered(true, 'Sửa 1', 'Sửa 2', 'Đúng, gửi');
const remind = offered(true, 'Nhắc cả 2 đơn vị', 'Xem số điện thoại');

describe('typedChoices', () => {
  it.each<[string, Offered, string[]]>([
    ['1', kinds, ['c1']],
    ['[2]', kinds, ['c2']],
    ['1, 3', kinds, ['c1', 'c3']],
    ['1 và 3', kinds, ['c1', 'c3']],
    ['Tập huấn', kinds, ['c3']],
    ['tap huan', kinds, ['c3']],
    ['[Tập huấn]', kinds, ['c3']],
    ['đánh giá', kinds, ['c2']],
    ['không có', kinds, ['c4']],
    ['Không phát sinh', count, ['c1']],
    ['chua co so lieu', count, ['c2']],
    ['[1]', count, ['c1']],
    ['[2] ', count, ['c2']],
    ['đúng, gửi', send, ['c3']],
    ['gửi', send, ['c3']],
    ['sửa 2', send, ['c2']],
    ['gửi đi', send, ['c3']],
    ['gui di em', send, ['c3']],
    ['ok gửi', send, ['c3']],
    ['Oke, gửi đi', send, ['c3']],
    ['sửa 2 đi ạ', send, ['c2']],
    // A number among the words of a label is no number of a choice.
    ['[Nhắc cả 2]', remind, ['c1']],
    ['nhắc cả 2', remind, ['c1']],
  ])('%j chooses', (text, from, ids) => {
    expect(typedChoices(text, from)).toEqual(ids);
  });

  it.each<[string, Offered]>([
    ['5', kinds],
    ['0', kinds],
    ['1, 9', kinds],
    ['[7]', kinds],
    ['', kinds],
    ['   ', kinds],
    ['abc', kinds],
    ['215 hồ sơ', kinds],
    ['tháng 1 nhận 215', kinds],
    ['1', count],
    ['2', count],
    ['0', count],
    ['không', count],
    ['phát sinh', count],
    ['dừng', send],
    ['dung lai', send],
    ['quay lại', send],
    ['đi', send],
    ['ok', send],
    ['ok đi', send],
    ['[Gọi 2]', remind],
  ])('%j chooses nothing', (text, from) => {
    expect(typedChoices(text, from)).toEqual([]);
  });

  it('chooses nothing where nothing was offered', () => {
    for (const text of ['1', '[1]', 'có']) {
      expect(typedChoices(text, null)).toEqual([]);
      expect(typedChoices(text, offered(true))).toEqual([]);
    }
  });
});
