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
    ['nhắc lại 14:00', { name: 'snooze', time: '14:00' }],
    ['nhac lai 14h30', { name: 'snooze', time: '14:30' }],
    ['nhắc lại 2 giờ chiều', { name: 'snooze', time: '14:00' }],
    ['chiều em báo', { name: 'snooze' }],
    ['mai em gửi nhé', { name: 'snooze' }],
    ['lát nữa em nộp', { name: 'snooze' }],
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
