/** Dates, months, quarters and years; the reference day is Friday 2026-11-20 where nothing else is said. */
import { describe, expect, it } from 'vitest';
import { readDate, readMonth, readQuarter, readYear } from '../../../conversations/parse/date/date.ts';

const TODAY = '2026-11-20';

describe('readDate reads a day', () => {
  it.each([
    ['17/9', '2026-09-17'],
    ['17/9/2021', '2021-09-17'],
    ['17/09/21', '2021-09-17'],
    ['30.9.26', '2026-09-30'],
    ['17-9-2021', '2021-09-17'],
    ['2021-09-17', '2021-09-17'],
    ['17092021', '2021-09-17'],
    ['17 9 2021', '2021-09-17'],
    ['ngày 5 tháng 9', '2026-09-05'],
    ['ngay 5 thang 9 nam 2021', '2021-09-05'],
    ['tháng 9 ngày 17', '2026-09-17'],
    ['mười hai tháng mười một năm 2025', '2025-11-12'],
    ['hôm nay', '2026-11-20'],
    ['hôm qua', '2026-11-19'],
    ['hôm kia', '2026-11-18'],
    ['hôm kìa', '2026-11-17'],
    ['3 ngày trước', '2026-11-17'],
    ['cách đây hai tuần', '2026-11-06'],
    ['thứ sáu tuần trước', '2026-11-13'],
    ['thứ hai tuần này', '2026-11-16'],
    ['thứ năm', '2026-11-19'],
    ['chủ nhật vừa rồi', '2026-11-15'],
    ['ngày cuối tháng 9', '2026-09-30'],
    ['ngày đầu tiên của tháng 9', '2026-09-01'],
    ['ngày 5 tháng trước', '2026-10-05'],
    ['mùng 1 tháng 9 dương lịch', '2026-09-01'],
    ['thứ năm ngày 17/9', '2026-09-17'],
    ['29/2/2024', '2024-02-29'],
    ['3/9/91', '1991-09-03'],
  ])('%j is %s', (text, date) => {
    expect(readDate(text, TODAY)).toEqual({ kind: 'date', date });
  });

  it.each([
    ['20/11', '2026-11-20', '2026-11-20'],
    ['21/11', '2026-11-20', '2025-11-21'],
    ['31/12', '2026-01-01', '2025-12-31'],
    ['1/1', '2026-01-01', '2026-01-01'],
  ])('infers the latest past year for %j on %s', (text, today, date) => {
    expect(readDate(text, today)).toEqual({ kind: 'date', date });
  });
});

describe('readDate asks', () => {
  it.each([
    ['31/9', { kind: 'impossible', text: '31/9' }],
    ['29/2/2026', { kind: 'impossible', text: '29/2/2026' }],
    ['29/2', { kind: 'impossible', text: '29/2' }],
    ['9/17/2021', { kind: 'impossible', text: '9/17/2021' }],
    ['00/9', { kind: 'impossible', text: '00/9' }],
    ['tháng 9', { kind: 'month', month: 9 }],
    ['thang 9/2022', { kind: 'month', month: 9, year: 2022 }],
    ['9/2021', { kind: 'month', month: 9, year: 2021 }],
    ['cuối tháng 9', { kind: 'month', month: 9 }],
    ['ngày 5', { kind: 'day', day: 5 }],
    ['mùng 5 tháng 8', { kind: 'lunar', day: 5, month: 8 }],
    ['rằm tháng 7', { kind: 'lunar', day: 15, month: 7 }],
    ['mồng 3 tháng giêng', { kind: 'lunar', day: 3, month: 1 }],
    ['15/8 âm lịch', { kind: 'lunar', day: 15, month: 8 }],
    ['30/12/2026', { kind: 'future', date: '2026-12-30' }],
    ['ngày mai', { kind: 'future', date: '2026-11-21' }],
    ['thứ ba tới', { kind: 'future', date: '2026-11-24' }],
    ['thứ hai ngày 17/9', { kind: 'mismatch', date: '2026-09-17', weekday: 1 }],
    ['thứ sáu', { kind: 'several', dates: ['2026-11-13', '2026-11-20'] }],
    ['tuần trước', { kind: 'several', dates: ['2026-11-09', '2026-11-15'] }],
    ['17/9 hoặc 18/9', { kind: 'several', dates: ['2026-09-17', '2026-09-18'] }],
    ['khoảng 17/9', { kind: 'several', dates: ['2026-09-17'] }],
    ['không phải 17/9', { kind: 'several', dates: ['2026-09-17'] }],
    ['17/9?', { kind: 'several', dates: ['2026-09-17'] }],
  ])('about %j', (text, reading) => {
    expect(readDate(text, TODAY)).toEqual(reading);
  });

  it.each(['', 'chưa', '2.246', '215', '1709', 'nhận 215', 'hai ba', 'đúng hạn 208/210'])(
    'and finds none in %j',
    (text) => {
      expect(readDate(text, TODAY)).toEqual({ kind: 'none' });
    },
  );
});

describe('periods', () => {
  it.each([
    ['tháng 9', { month: 9 }],
    ['t9', { month: 9 }],
    ['T10/2026', { month: 10, year: 2026 }],
    ['tháng 9/2021', { month: 9, year: 2021 }],
    ['thang 9 nam 2021', { month: 9, year: 2021 }],
    ['tháng chín năm ngoái', { month: 9, year: 2025 }],
    ['tháng mười hai', { month: 12 }],
    ['tháng tư', { month: 4 }],
    ['tháng trước', { month: 10, year: 2026 }],
    ['tháng này', { month: 11, year: 2026 }],
    ['sửa báo cáo tháng 9', { month: 9 }],
  ])('readMonth(%j)', (text, month) => {
    expect(readMonth(text, TODAY)).toEqual(month);
  });

  it.each(['tháng 13', 'tháng', '9', 'năm 2021', ''])('readMonth finds none in %j', (text) => {
    expect(readMonth(text, TODAY)).toBeUndefined();
  });

  it('takes December of last year for last month in January', () => {
    expect(readMonth('tháng trước', '2026-01-15')).toEqual({ month: 12, year: 2025 });
  });

  it.each([
    ['quý 3', { quarter: 3 }],
    ['quý III/2021', { quarter: 3, year: 2021 }],
    ['q4', { quarter: 4 }],
    ['quý trước', { quarter: 3, year: 2026 }],
    ['quý 4 của năm 2018', { quarter: 4, year: 2018 }],
    ['quý 5', undefined],
    ['quý hóa', undefined],
  ])('readQuarter(%j)', (text, quarter) => {
    expect(readQuarter(text, TODAY)).toEqual(quarter);
  });

  it.each([
    ['năm 2021', 2021],
    ['năm ngoái', 2025],
    ['năm nay', 2026],
    ['tháng 9/2021', 2021],
    ['bao cao 2021', 2021],
    ['2246 hs', undefined],
    ['năm hồ sơ', undefined],
    ['2021 và 2022', undefined],
  ])('readYear(%j)', (text, year) => {
    expect(readYear(text, TODAY)).toBe(year);
  });
});
