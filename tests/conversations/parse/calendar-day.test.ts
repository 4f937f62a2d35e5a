/** A day off or a day worked, as an admin tells it. Today is Friday 2026-11-20. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarDay, readCalendarDay } from '../../../conversations/parse/calendar-day.ts';
import { readCommand } from '../../../conversations/parse/command.ts';
import { isIsoDate } from '../../../domain/date.ts';

const TODAY = '2026-11-20';

const TOLD: [text: string, day: CalendarDay][] = [
  ['thêm ngày nghỉ 23/11', { kind: 'off', date: '2026-11-23' }],
  ['them ngay nghi 23/11/2026 nghỉ bù', { kind: 'off', date: '2026-11-23', name: 'nghỉ bù' }],
  ['nghỉ bù 23/11', { kind: 'off', date: '2026-11-23' }],
  ['thêm ngày nghỉ 5/2 Tết Nguyên đán', { kind: 'off', date: '2027-02-05', name: 'Tết Nguyên đán' }],
  // The number of the document is no year, and its date no second day.
  [
    'thêm ngày nghỉ 5/2 Tết theo CV 12729/VPCP',
    { kind: 'off', date: '2027-02-05', name: 'Tết', source: 'CV 12729/VPCP' },
  ],
  [
    'thêm ngày nghỉ 23/11 theo CV 12/VPCP ngày 1/10/2026',
    { kind: 'off', date: '2026-11-23', source: 'CV 12/VPCP ngày 1/10/2026' },
  ],
  [
    'thêm ngày nghỉ 23/11/2026 Nghỉ bù (theo TB 9441)',
    { kind: 'off', date: '2026-11-23', name: 'Nghỉ bù', source: 'TB 9441' },
  ],
  ['làm bù 5/12', { kind: 'work', date: '2026-12-05' }],
  ['thêm ngày làm bù 5/12 cho thứ Hai 23/11', { kind: 'work', date: '2026-12-05', name: 'cho thứ Hai 23/11' }],
  ['bỏ ngày nghỉ 23/11', { kind: 'table', date: '2026-11-23' }],
  ['xóa ngày làm bù 5/12/2026', { kind: 'table', date: '2026-12-05' }],
  ['thêm ngày nghỉ', { kind: 'off' }],
  ['thêm ngày làm bù', { kind: 'work' }],
  ['thêm ngày nghỉ 31/2', { kind: 'off' }],
  ['thêm ngày nghỉ 28/12 đến 30/12', { kind: 'off', several: true }],
  ['thêm ngày nghỉ 5/2, 8/2', { kind: 'off', several: true }],
  ['thêm ngày nghỉ 29/02/2028', { kind: 'off', date: '2028-02-29' }],
];

describe('a day of the calendar', () => {
  it.each(TOLD)('%s', (text, day) => {
    expect(readCalendarDay(text, TODAY)).toEqual(day);
    expect(readCommand(text, TODAY)?.name).toBe('calendar_day');
  });

  it.each([
    'lịch nghỉ',
    'ngày nghỉ',
    'nghỉ phép đến 20/12',
    'bỏ qua',
    'làm báo cáo',
    'nhận 20 hồ sơ ngày 23/11',
    'thêm 2 thủ tục',
    `thêm ngày nghỉ 23/11 ${'x'.repeat(300)}`,
  ])('is not meant by: %s', (text) => {
    expect(readCalendarDay(text, TODAY)).toBeUndefined();
  });

  it('is read of any text without a mistake', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (tail) => {
        const { date = TODAY } = readCalendarDay(`thêm ngày nghỉ ${tail}`, TODAY) ?? {};
        expect(isIsoDate(date)).toBe(true);
      }),
    );
  });
});
