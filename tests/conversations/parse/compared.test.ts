/** Stretches of months and comparisons of two of them, as they are typed. */
import { describe, expect, it } from 'vitest';
import { type Command, readCommand } from '../../../conversations/parse/command.ts';

const TODAY = '2026-11-05';

describe('a comparison of two', () => {
  it.each<[string, Command]>([
    ['tháng 10 so với tháng 9', { name: 'compare', month: 10, other: { month: 9 } }],
    ['thang 10 so voi thang 9', { name: 'compare', month: 10, other: { month: 9 } }],
    ['so sánh tháng 10 với tháng 9', { name: 'compare', month: 10, other: { month: 9 } }],
    ['so sanh thang 10 va thang 9', { name: 'compare', month: 10, other: { month: 9 } }],
    ['so t10 với t9', { name: 'compare', month: 10, other: { month: 9 } }],
    ['cho em hỏi tháng 10 so với tháng 9 ạ', { name: 'compare', month: 10, other: { month: 9 } }],
    ['tình hình tháng 10 so với tháng 9', { name: 'compare', month: 10, other: { month: 9 } }],
    [
      'tháng 10 so với tháng 9 phường Đức Thuận',
      { name: 'compare', month: 10, other: { month: 9 }, unit: 'phường Đức Thuận' },
    ],
    [
      'tháng 10/2026 so với tháng 10/2025',
      { name: 'compare', month: 10, year: 2026, other: { month: 10, year: 2025 } },
    ],
    ['tháng 10 so với tháng 10 năm ngoái', { name: 'compare', month: 10, other: { month: 10, year: 2025 } }],
    ['tháng 10 so với tháng 9 năm 2025', { name: 'compare', month: 10, year: 2025, other: { month: 9, year: 2025 } }],
    ['quý 3 so với quý 2', { name: 'compare', quarter: 3, other: { quarter: 2 } }],
    ['năm 2026 so với năm 2025', { name: 'compare', year: 2026, other: { year: 2025 } }],
    ['năm nay so với năm ngoái', { name: 'compare', year: 2026 }],
    ['tháng 10 so với tháng trước', { name: 'compare', month: 10 }],
    ['tháng 10 so với cùng kỳ năm trước', { name: 'compare', month: 10, against: 'same_last_year' }],
    ['tháng 10 so với năm trước', { name: 'compare', month: 10, against: 'same_last_year' }],
    ['6 tháng đầu năm so với cùng kỳ', { name: 'compare', months: [1, 6], against: 'same_last_year' }],
    ['so sánh 6 tháng cuối năm với 6 tháng đầu năm', { name: 'compare', months: [7, 12], other: { months: [1, 6] } }],
    ['tháng này so với tháng trước', { name: 'compare' }],
  ])('%j is read', (text, command) => {
    expect(readCommand(text, TODAY)).toEqual(command);
    expect(readCommand(text, TODAY, true)).toEqual(command);
  });

  it.each([
    'tháng 10 so với quý 2',
    'tháng 10 so với tháng',
    'tháng 10 tháng 9',
    'so sánh tháng 9 tháng 8',
    'so sánh 215 với 208',
    'tháng 10 với tháng 9',
    'tháng 10 so với tháng 9 tăng 12 hồ sơ',
    'tháng 10 nhận 215 so với tháng 9 tăng 12',
    'quý 3 so với tháng trước',
    'tháng 13 so với tháng 9',
  ])('%j is none', (text) => {
    expect(readCommand(text, TODAY)?.name).not.toBe('compare');
  });
});

describe('several months of a year', () => {
  it.each<[string, Command]>([
    ['tình hình 6 tháng đầu năm', { name: 'status', months: [1, 6] }],
    ['tinh hinh 6 thang dau nam 2025', { name: 'status', months: [1, 6], year: 2025 }],
    ['tình hình 6 tháng cuối năm', { name: 'status', months: [7, 12] }],
    ['tình hình 6 tháng cuối năm ngoái', { name: 'status', months: [7, 12], year: 2025 }],
    ['tình hình 9 tháng', { name: 'status', months: [1, 9] }],
    ['tình hình 9 tháng năm 2026', { name: 'status', months: [1, 9], year: 2026 }],
    ['tình hình 9 tháng/2026', { name: 'status', months: [1, 9], year: 2026 }],
    ['tình hình sáu tháng đầu năm', { name: 'status', months: [1, 6] }],
    ['tình hình nửa đầu năm', { name: 'status', months: [1, 6] }],
    ['tình hình nửa năm cuối', { name: 'status', months: [7, 12] }],
    ['tình hình 11 tháng đầu năm', { name: 'status', months: [1, 11] }],
    ['báo cáo 6 tháng đầu năm', { name: 'status', months: [1, 6] }],
    ['báo cáo quý 3', { name: 'status', quarter: 3 }],
    ['ai chưa nộp 6 tháng đầu năm', { name: 'missing', months: [1, 6] }],
    ['tải số liệu 9 tháng', { name: 'download', months: [1, 9] }],
    ['tải số liệu 6 tháng đầu năm cụm Hồng Lĩnh', { name: 'download', months: [1, 6], unit: 'cụm Hồng Lĩnh' }],
    ['xã nào trễ hạn nhiều nhất 6 tháng đầu năm', { name: 'late', months: [1, 6] }],
  ])('%j is read', (text, command) => {
    expect(readCommand(text, TODAY)).toEqual(command);
  });

  it.each<[string, Command]>([
    ['6 tháng đầu năm', { name: 'status', months: [1, 6] }],
    ['9 tháng', { name: 'status', months: [1, 9] }],
    ['6 tháng cuối năm 2025', { name: 'status', months: [7, 12], year: 2025 }],
  ])('%j alone asks how it stands only where nothing else is open', (text, command) => {
    expect(readCommand(text, TODAY, true)).toEqual(command);
    expect(readCommand(text, TODAY)).toBeUndefined();
  });

  it.each([
    'tình hình 6 tháng qua',
    'tình hình 5 tháng',
    'tình hình 13 tháng đầu năm',
    'tình hình 1 tháng đầu năm',
    'tình hình 6 tháng đầu năm và 9 tháng',
    'ai chưa nộp sau tháng',
    'tình hình 6 tháng đầu năm tháng 9',
  ])('%j names none', (text) => {
    expect(readCommand(text, TODAY)?.months).toBeUndefined();
  });
});

describe('who cannot be reached, and one unit to remind', () => {
  it.each<[string, Command]>([
    ['ai không liên lạc được', { name: 'unreached' }],
    ['ai khong lien lac duoc', { name: 'unreached' }],
    ['xã nào không liên lạc được', { name: 'unreached' }],
    ['xã nào chưa đăng ký', { name: 'unreached' }],
    ['đơn vị nào chưa có cán bộ', { name: 'unreached' }],
    ['ai không liên lạc được ở cụm Hồng Lĩnh', { name: 'unreached', unit: 'cụm Hồng Lĩnh' }],
    ['nhắc phường Đức Thuận', { name: 'remind', unit: 'phường Đức Thuận' }],
    ['Nhắc UBND phường Bắc Hồng', { name: 'remind', unit: 'UBND phường Bắc Hồng' }],
    ['nhắc xã Y nộp', { name: 'remind', unit: 'xã Y' }],
    ['nhac xa Xuan Lam nop bao cao', { name: 'remind', unit: 'xa Xuan Lam' }],
    ['nhắc phường Đức Thuận nộp báo cáo tháng 9', { name: 'remind', month: 9, unit: 'phường Đức Thuận' }],
    ['nhắc cán bộ phường Đức Thuận gửi số liệu', { name: 'remind', unit: 'phường Đức Thuận' }],
    ['đôn đốc xã Y', { name: 'remind', unit: 'xã Y' }],
    ['nhắc sở Nội vụ', { name: 'remind', unit: 'sở Nội vụ' }],
  ])('%j is read', (text, command) => {
    expect(readCommand(text, TODAY)).toMatchObject(command);
  });

  it.each([
    'nhắc',
    'nhắc em',
    'nhắc lại 14:00',
    'nhắc xã em lúc 14h',
    'nhắc lại các xã giúp em',
    'nhắc 2 người còn lại',
    'nhắc số liệu sau',
    'nhắc các đơn vị chưa nộp',
    'không liên lạc được với công dân nên trễ 2 hồ sơ',
    'lãnh đạo nhắc phường Đức Thuận',
    // The list of people, with their codes.
    'ai chưa liên lạc được',
    'ai chưa đăng ký',
  ])('%j is neither', (text) => {
    expect(['remind', 'unreached']).not.toContain(readCommand(text, TODAY)?.name);
  });
});
