/** The questions of leaders and coordinators, as they are typed, and what only looks like one. */
import { describe, expect, it } from 'vitest';
import { type Command, readCommand } from '../../../conversations/parse/command.ts';

const TODAY = '2026-11-05';

const ASKED: readonly (readonly [text: string, command: Command])[] = [
  ['tình hình quý 3', { name: 'status', quarter: 3 }],
  ['tinh hinh quy iii/2025', { name: 'status', quarter: 3, year: 2025 }],
  ['tình hình q3', { name: 'status', quarter: 3 }],
  ['tình hình năm 2026', { name: 'status', year: 2026 }],
  ['tình hình năm nay', { name: 'status', year: 2026 }],
  ['tình hình tháng 9', { name: 'status', month: 9 }],
  ['tình hình tháng trước', { name: 'status', month: 10, year: 2026 }],
  ['tình hình phường Đức Thuận', { name: 'status', unit: 'phường Đức Thuận' }],
  ['tình hình tháng 9 phường Đức Thuận', { name: 'status', month: 9, unit: 'phường Đức Thuận' }],
  ['tổng hợp năm 2026', { name: 'status', year: 2026 }],
  ['ai chưa nộp', { name: 'missing' }],
  ['ai chua nop quy 3', { name: 'missing', quarter: 3 }],
  ['xã nào chưa nộp tháng 9', { name: 'missing', month: 9 }],
  ['xã nào trễ hạn nhiều nhất', { name: 'late' }],
  ['xa nao tre han nhieu nhat thang 9', { name: 'late', month: 9 }],
  ['đơn vị nào quá hạn nhiều nhất quý 3', { name: 'late', quarter: 3 }],
  ['trễ nhiều nhất', { name: 'late' }],
  ['so với tháng trước', { name: 'compare' }],
  ['so voi thang truoc', { name: 'compare' }],
  ['so tháng trước', { name: 'compare' }],
  ['so với quý trước', { name: 'compare', against: 'quarter' }],
  ['so với năm ngoái', { name: 'compare', against: 'year' }],
  ['so với cùng kỳ năm trước', { name: 'compare', against: 'same_last_year' }],
  ['so với cùng kỳ', { name: 'compare', against: 'same_last_year' }],
  ['xu hướng', { name: 'trend' }],
  ['xu huong phuong Duc Thuan', { name: 'trend', unit: 'phuong Duc Thuan' }],
  ['tiến độ kế hoạch', { name: 'progress' }],
  ['tiến độ kế hoạch năm 2025', { name: 'progress', year: 2025 }],
  ['tiến độ', { name: 'progress' }],
  ['tải số liệu tháng 10', { name: 'download', month: 10 }],
  ['tai so lieu nam 2026', { name: 'download', year: 2026 }],
  ['tải số liệu quý 3/2025 cụm Hồng Lĩnh', { name: 'download', quarter: 3, year: 2025, unit: 'cụm Hồng Lĩnh' }],
  ['xuất excel tháng 10', { name: 'download', month: 10 }],
];

describe('a question of status', () => {
  it.each(ASKED)('"%s" is read', (text, command) => {
    expect(readCommand(text, TODAY)).toEqual(command);
  });

  it.each([
    'quý 3',
    'tình hình mưa lũ phức tạp',
    'tình hình duc thuan',
    'tình hình phường 12',
    'tiếp nhận 215 so với tháng trước tăng 12',
    'quá hạn 2 hồ sơ',
    'trễ hạn 3',
    'tải trọng cầu đường',
    'so sánh 215',
    'tiến độ giải quyết hồ sơ còn chậm do phần mềm lỗi nhiều ngày',
    'xu hướng tăng hồ sơ trực tuyến',
  ])('"%s" is none, or not for sure', (text) => {
    expect(readCommand(text, TODAY)).toBeUndefined();
  });
});

/** Where nothing else is open, and whoever asks can tell whether there is such a unit. */
const FREE: readonly (readonly [text: string, command: Command])[] = [
  ['quý 3', { name: 'status', quarter: 3 }],
  ['quý III/2025', { name: 'status', quarter: 3, year: 2025 }],
  ['tình hình duc thuan', { name: 'status', unit: 'duc thuan' }],
  ['tình hình p. đức thuận', { name: 'status', unit: 'p. đức thuận' }],
  ['tình hình đức thuận tháng 9', { name: 'status', month: 9, unit: 'đức thuận' }],
  ['tình hình phường 12', { name: 'status', unit: 'phường 12' }],
  ['xu hướng đức thuận', { name: 'trend', unit: 'đức thuận' }],
];

describe('a question of status where nothing is open', () => {
  it.each(FREE)('"%s" is read', (text, command) => {
    expect(readCommand(text, TODAY, true)).toEqual(command);
  });

  it.each(['tình hình thiên tai dịch bệnh diễn biến rất phức tạp', '12', 'quý khách', 'đức thuận'])(
    '"%s" is none',
    (text) => {
      expect(readCommand(text, TODAY, true)).toBeUndefined();
    },
  );
});
