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
  // As people in a hurry ask.
  ['dạ cho em hỏi tình hình tháng 9 ạ', { name: 'status', month: 9 }],
  ['tình hình tháng 10 đi em', { name: 'status', month: 10 }],
  ['tình hình chung', { name: 'status' }],
  ['tình hình các xã', { name: 'status' }],
  ['tình hình toàn cụm thế nào rồi', { name: 'status' }],
  ['tình hình hôm nay', { name: 'status' }],
  ['tình hình 9/2026', { name: 'status', month: 9, year: 2026 }],
  ['tình hình nộp bc', { name: 'status' }],
  ['tổng hợp báo cáo tháng 10', { name: 'status', month: 10 }],
  ['báo cáo tình hình', { name: 'status' }],
  ['bao nhiêu xã đã nộp?', { name: 'status' }],
  ['ai đã nộp rồi', { name: 'status' }],
  ['ai chưa nộp báo cáo', { name: 'missing' }],
  ['ai chưa nộp bc tháng 9 vậy em', { name: 'missing', month: 9 }],
  ['xã nào chưa nộp báo cáo tháng 9', { name: 'missing', month: 9 }],
  ['những đơn vị nào chưa nộp tháng 9', { name: 'missing', month: 9 }],
  ['đv nào chưa nộp', { name: 'missing' }],
  ['còn xã nào chưa nộp không', { name: 'missing' }],
  ['nhắc các đơn vị chưa nộp', { name: 'missing' }],
  ['xã phường nào trễ hạn nhiều nhất', { name: 'late' }],
  ['ai nộp muộn', { name: 'late' }],
  ['có bao nhiêu hồ sơ trễ hạn', { name: 'late' }],
  ['tháng này so với tháng trước', { name: 'compare' }],
  ['tiến độ kh năm 2026', { name: 'progress', year: 2026 }],
  ['tiến độ kế hoạch phường Đức Thuận', { name: 'progress', unit: 'phường Đức Thuận' }],
  ['kế hoạch đến đâu rồi', { name: 'progress' }],
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
    // Of two months none is chosen for the person.
    'tình hình tháng 7, tháng 8',
    'so sánh tháng 9 tháng 8',
    'tình hình từ tháng 7 đến tháng 9',
    'tình hình 13/2026',
    'tình hình 9/10',
    'tình hình 10',
    'tháng 9',
    'ai chưa nộp báo cáo mà hồ sơ quá hạn',
    'báo cáo tình hình thiên tai',
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
  ['tháng 9', { name: 'status', month: 9 }],
  ['t9/2026', { name: 'status', month: 9, year: 2026 }],
  ['năm 2026', { name: 'status', year: 2026 }],
  ['năm nay', { name: 'status', year: 2026 }],
  ['tình hình 10', { name: 'status', month: 10 }],
  ['tình hình chung chải', { name: 'status', unit: 'chung chải' }],
  ['tinh hinh p.duc thuan thang 9', { name: 'status', month: 9, unit: 'p.duc thuan' }],
];

describe('a question of status where nothing is open', () => {
  it.each(FREE)('"%s" is read', (text, command) => {
    expect(readCommand(text, TODAY, true)).toEqual(command);
  });

  it.each([
    'tình hình thiên tai dịch bệnh diễn biến rất phức tạp',
    '12',
    'quý khách',
    'đức thuận',
    'năm',
    'tháng',
    'tình hình 13',
    'tình hình 0',
  ])('"%s" is none', (text) => {
    expect(readCommand(text, TODAY, true)).toBeUndefined();
  });
});
