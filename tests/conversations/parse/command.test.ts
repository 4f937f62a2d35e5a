/** Commands with and without slash and diacritics, and the sentences that are none. */
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../conversations/parse/command.ts';

const TODAY = '2026-11-20';

describe('readCommand', () => {
  it.each([
    ['/baocao 2021', { name: 'report', year: 2021 }],
    ['bao cao nam 2021', { name: 'report', year: 2021 }],
    ['báo cáo năm 2021 phường Đức Thuận', { name: 'report', year: 2021, unit: 'phường Đức Thuận' }],
    ['báo cáo năm ngoái', { name: 'report', year: 2025 }],
    ['xem báo cáo năm', { name: 'report' }],
    ['bao cao nam', { name: 'report' }],
    ['dieu chinh thang 9', { name: 'correct', month: 9 }],
    ['nhập liệu tháng 10', { name: 'check_in', month: 10 }],
    ['những xã chưa nộp', { name: 'missing' }],
    ['mai nhac lai nhe', { name: 'snooze' }],
    ['bao cao', { name: 'check_in' }],
    ['báo cáo tháng 10', { name: 'check_in', month: 10 }],
    ['báo cáo tháng trước', { name: 'check_in', month: 10, year: 2026 }],
    ['nộp tháng 9/2021', { name: 'check_in', month: 9, year: 2021 }],
    ['nộp báo cáo', { name: 'check_in' }],
    ['tình hình', { name: 'status' }],
    ['tinh hinh thang 9', { name: 'status', month: 9 }],
    ['cho anh xem tình hình', { name: 'status' }],
    ['sua thang 9', { name: 'correct', month: 9 }],
    ['sửa báo cáo tháng 9', { name: 'correct', month: 9 }],
    ['ai chua nop', { name: 'missing' }],
    ['Ai chưa nộp tháng 10?', { name: 'missing', month: 10 }],
    ['/help', { name: 'help' }],
    ['huỷ', { name: 'cancel' }],
    ['tôi là ai', { name: 'whoami' }],
    ['bổ sung báo cáo năm 2021', { name: 'supplement', year: 2021 }],
    ['bo sung', { name: 'supplement' }],
    ['thông báo', { name: 'broadcast' }],
    ['theo dõi kế hoạch 2021', { name: 'tracking', year: 2021 }],
    ['xét duyệt', { name: 'review' }],
    ['xet duyet', { name: 'review' }],
    ['/duyet', { name: 'review' }],
    ['duyệt báo cáo tháng 10', { name: 'review', month: 10 }],
    ['duyet thang 9', { name: 'review', month: 9 }],
    ['duyet thang 9/2026', { name: 'review', month: 9, year: 2026 }],
    ['duyệt tháng 10 đức thuận', { name: 'review', month: 10, unit: 'đức thuận' }],
    ['duyệt tháng 10 phường Đức Thuận', { name: 'review', month: 10, unit: 'phường Đức Thuận' }],
    ['tra lai bao cao', { name: 'return_month' }],
    ['trả lại báo cáo tháng 10 xã Xuân Lam', { name: 'return_month', month: 10, unit: 'xã Xuân Lam' }],
    ['khóa sổ', { name: 'lock' }],
    ['khoa so', { name: 'lock' }],
    ['khoa thang 9', { name: 'lock', month: 9 }],
    ['khóa sổ tháng 10', { name: 'lock', month: 10 }],
    ['khoá sổ tháng 10 phường Đức Thuận', { name: 'lock', month: 10, unit: 'phường Đức Thuận' }],
    ['chốt sổ tháng 10', { name: 'lock', month: 10 }],
    ['mở khóa tháng 10', { name: 'unlock', month: 10 }],
    ['mo khoa', { name: 'unlock' }],
    ['mở sổ tháng 9', { name: 'unlock', month: 9 }],
    ['khoa so thang 9 duc thuan', { name: 'lock', month: 9, unit: 'duc thuan' }],
    ['khóa sổ năm 2026 đức thuận', { name: 'lock', year: 2026, unit: 'đức thuận' }],
    ['khoa so nam 2026 phuong duc thuan', { name: 'lock', year: 2026, unit: 'phuong duc thuan' }],
    ['khóa sổ quý 3', { name: 'lock', quarter: 3 }],
    ['mở khóa quý 3/2026', { name: 'unlock', quarter: 3, year: 2026 }],
    ['chốt số liệu quý 3 cụm hồng lĩnh', { name: 'lock', quarter: 3, unit: 'cụm hồng lĩnh' }],
    ['khóa sổ quý III năm 2026 đức thuận', { name: 'lock', quarter: 3, year: 2026, unit: 'đức thuận' }],
    ['mo khoa q3 duc thuan', { name: 'unlock', quarter: 3, unit: 'duc thuan' }],
    ['khóa sổ 6 tháng đầu năm 2026', { name: 'lock', months: [1, 6], year: 2026 }],
    ['khóa sổ tháng 10 các xã', { name: 'lock', month: 10 }],
    ['khóa sổ năm 2026 chưa?', { name: 'lock', year: 2026 }],
    ['tổng hợp năm 2021', { name: 'status', year: 2021 }],
    ['nhắc lại 14:00', { name: 'snooze', time: '14:00' }],
    ['nhac lai 14h30', { name: 'snooze', time: '14:30' }],
    ['nhắc lại 2 giờ chiều', { name: 'snooze', time: '14:00' }],
    ['chiều em báo', { name: 'snooze' }],
    ['mai em gửi nhé', { name: 'snooze' }],
    ['lát nữa em nộp', { name: 'snooze' }],
    ['nhắc em sau', { name: 'snooze' }],
    ['1 tiếng nữa nhắc em', { name: 'snooze' }],
    ['2 giờ nữa nhắc em', { name: 'snooze' }],
    ['nhắc xã em lúc 14h', { name: 'snooze', time: '14:00' }],
    ['14h nhắc em', { name: 'snooze', time: '14:00' }],
    ['lúc 14h30 nhac em nhe', { name: 'snooze', time: '14:30' }],
    ['chiều 3h nhắc em', { name: 'snooze', time: '15:00' }],
    ['tải báo cáo', { name: 'report' }],
    ['xuat bao cao', { name: 'report' }],
    ['xem báo cáo', { name: 'check_in' }],
    ['ai trễ', { name: 'late' }],
    ['duyệt hết', { name: 'review' }],
    ['duyệt tất cả tháng 9', { name: 'review', month: 9 }],
    ['nộp 9/2026', { name: 'check_in', month: 9, year: 2026 }],
  ])('reads %j', (text, command) => {
    expect(readCommand(text, TODAY)).toEqual(command);
  });

  it.each([
    'báo cáo tháng 10 nhận 215',
    'nhận 215',
    'sửa 12',
    'tình hình mưa lũ phức tạp',
    'sáng nay em đã gửi rồi',
    'chiều 17/9 đánh giá nội bộ',
    'thông báo cho các xã họp lúc 8h',
    'bãi bỏ 3',
    'đúng',
    '215',
    '',
    '/',
    'bổ sung 5 tthc',
    'trả lại 5 hồ sơ cho dân',
    'trả lại hồ sơ cho công dân',
    'khóa tập huấn ISO',
    'khóa sổ tháng 10 rồi nhưng còn sót hồ sơ trực tuyến',
    'duyệt 12 tthc',
    'khóa sổ đức thuận',
    'khóa sổ năm 2026 rồi nhưng còn sót hồ sơ trực tuyến',
    'duyệt năm 2026 đức thuận',
    'chốt số liệu quý 3 tháng 9 tháng 10',
    'lãnh đạo duyệt kế hoạch rồi',
    // Others are to be reminded, not whoever says so.
    'nhắc 2 người còn lại',
    'nhắc lại các xã giúp em',
    'nộp tháng 9 tháng 10',
    // Papers whose number the clerk fills in.
    'Báo cáo số /BC-UBND',
    'Báo cáo số …/BC-UBND ngày … tháng 11 năm 2026',
    '14h họp nhắc em',
  ])('takes %j for a sentence', (text) => {
    expect(readCommand(text, TODAY)).toBeUndefined();
  });

  it('takes no impossible time for a reminder', () => {
    expect(readCommand('nhắc lại 25:99', TODAY)).toEqual({ name: 'snooze' });
  });

  it('leaves out a year that cannot be told without knowing the day', () => {
    expect(readCommand('báo cáo năm nay phường Đức Thuận')).toEqual({ name: 'report', unit: 'phường Đức Thuận' });
  });
});
