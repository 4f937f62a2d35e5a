/** What "trước ngày 15/11" comes down to, and when people are reminded of it. Expected dates were reckoned apart, from the notices. */
import { describe, expect, it } from 'vitest';
import { loadCalendar } from '../../directives/holidays.ts';
import { isWorkingDay } from '../../domain/calendar.ts';
import { addDays } from '../../domain/date.ts';
import { type DeadlineContext, type DeadlineRule, ladder, lastGoodDay, overdueRung } from '../../domain/deadline.ts';

const calendar = loadCalendar();
const fixed = (day: number, month: number, exclusive: boolean): DeadlineRule => ({
  kind: 'fixed',
  day,
  month,
  exclusive,
});
const local = (day: number, month: number): DeadlineRule => ({ kind: 'local', day, month });
const within30: DeadlineRule = { kind: 'after_event', days: 30 };
const monthly = (workingDay: number): DeadlineRule => ({ kind: 'monthly', workingDay });

describe('lastGoodDay', () => {
  it.each<[string, DeadlineRule, DeadlineContext, string]>([
    // "trước ngày 15/11": the working day before
    ['trước 15/11, a Saturday', fixed(15, 11, true), { year: 2025 }, '2025-11-14'],
    ['trước 15/11, a Sunday', fixed(15, 11, true), { year: 2026 }, '2026-11-13'],
    ['trước 15/11, a Monday', fixed(15, 11, true), { year: 2027 }, '2027-11-12'],
    ['trước 15/11/2021, a Monday', fixed(15, 11, true), { year: 2021 }, '2021-11-12'],
    ['trước 11/2, the day offices reopen after Tết', fixed(11, 2, true), { year: 2027 }, '2027-02-03'],
    ['trước 25/11, after 24/11 off', fixed(25, 11, true), { year: 2026 }, '2026-11-23'],
    // "chậm nhất ngày 15/11": the day itself, or back
    ['chậm nhất 14/11, a Friday', fixed(14, 11, false), { year: 2025 }, '2025-11-14'],
    ['chậm nhất 15/11, a Sunday', fixed(15, 11, false), { year: 2026 }, '2026-11-13'],
    ['chậm nhất 22/8, a Saturday worked', fixed(22, 8, false), { year: 2026 }, '2026-08-22'],
    ['chậm nhất 31/8, swapped', fixed(31, 8, false), { year: 2026 }, '2026-08-28'],
    // 30 days from the audit, on to a working day
    ['audit of the ward in 2021', within30, { year: 2021, event: '2021-09-17' }, '2021-10-18'],
    ['audit whose 30th day is worked', within30, { year: 2026, event: '2026-10-12' }, '2026-11-11'],
    ['audit whose 30th day is 24/11', within30, { year: 2026, event: '2026-10-25' }, '2026-11-25'],
    ['audit whose 30th day is in Tết', within30, { year: 2027, event: '2027-01-06' }, '2027-02-11'],
    // mốc nội bộ: back, and ahead of 23 Chạp
    ['mốc nội bộ on a Sunday', local(15, 3), { year: 2026 }, '2026-03-13'],
    ['mốc nội bộ on 23 Chạp', local(10, 2), { year: 2026 }, '2026-02-09'],
    ['mốc nội bộ on 22 Chạp', local(9, 2), { year: 2026 }, '2026-02-09'],
    ['mốc nội bộ on mùng 6', local(22, 2), { year: 2026 }, '2026-02-09'],
    ['mốc nội bộ on mùng 7', local(23, 2), { year: 2026 }, '2026-02-23'],
    ['mốc nội bộ before a Tết in February', local(1, 2), { year: 2027 }, '2027-01-29'],
    ['mốc nội bộ on the Saturday after Tết', local(13, 2), { year: 2027 }, '2027-02-12'],
    // on event
    ['event on a working day', { kind: 'on_event' }, { year: 2026, event: '2026-11-20' }, '2026-11-20'],
    ['event on a Saturday', { kind: 'on_event' }, { year: 2026, event: '2026-11-21' }, '2026-11-23'],
    // the n-th working day of the next month
    ['5th working day for October', monthly(5), { year: 2026, month: 10 }, '2026-11-06'],
    ['first working day for December', monthly(1), { year: 2026, month: 12 }, '2027-01-04'],
    ['4th working day for January 2027, over Tết', monthly(4), { year: 2027, month: 1 }, '2027-02-11'],
    ['5th working day for August 2026, after 2/9', monthly(5), { year: 2026, month: 8 }, '2026-09-09'],
  ])('%s', (_what, rule, context, expected) => {
    expect(lastGoodDay(rule, context, calendar)).toBe(expected);
  });

  it.each<[string, DeadlineRule, DeadlineContext]>([
    ['an audit not held yet', within30, { year: 2026 }],
    ['an event that has not happened', { kind: 'on_event' }, { year: 2026, event: undefined }],
    ['a monthly rule without its month', monthly(5), { year: 2026 }],
    ['29/2 of a common year', fixed(29, 2, false), { year: 2026 }],
    ['a local 31/9', local(31, 9), { year: 2026 }],
  ])('is not known for %s', (_what, rule, context) => {
    expect(lastGoodDay(rule, context, calendar)).toBeUndefined();
  });

  it('is a working day for every local date of five years', () => {
    for (let date = '2025-01-01'; date <= '2029-12-31'; date = addDays(date, 1)) {
      const [year, month, day] = date.split('-').map(Number);
      const due = lastGoodDay(local(day ?? 0, month ?? 0), { year: year ?? 0 }, calendar) ?? '';
      expect(isWorkingDay(calendar, due)).toBe(true);
      expect(due <= date).toBe(true);
    }
  });
});

describe('ladder', () => {
  it.each([
    // due, dates of T-30, T-14, T-7, T-3, T-1
    ['2026-11-13', ['2026-10-02', '2026-10-26', '2026-11-04', '2026-11-10', '2026-11-12']],
    ['2027-11-12', ['2027-10-01', '2027-10-25', '2027-11-03', '2027-11-09', '2027-11-11']],
    ['2026-02-27', ['2026-01-10', '2026-02-02', '2026-02-11', '2026-02-24', '2026-02-26']], // Tết 16-20/2, 10/1 worked
    ['2026-02-24', ['2026-01-07', '2026-01-28', '2026-02-06', '2026-02-12', '2026-02-23']],
    ['2027-02-15', ['2026-12-25', '2027-01-19', '2027-01-28', '2027-02-03', '2027-02-12']], // Tết 4-10/2, 1/1 off
    ['2027-02-11', ['2026-12-23', '2027-01-15', '2027-01-26', '2027-02-01', '2027-02-03']],
    ['2026-11-26', ['2026-10-14', '2026-11-05', '2026-11-16', '2026-11-20', '2026-11-25']], // 24/11 off
  ])('climbs to %s in working days, across Tết and 24/11', (due, dates) => {
    expect(ladder(due, calendar)).toEqual([30, 14, 7, 3, 1].map((rung, i) => ({ rung, date: dates[i] })));
  });

  it('takes rungs of a directive in any order and gives the earliest first', () => {
    expect(ladder('2026-11-13', calendar, [1, 5])).toEqual([
      { rung: 5, date: '2026-11-06' },
      { rung: 1, date: '2026-11-12' },
    ]);
    expect(ladder('2026-11-13', calendar, [])).toEqual([]);
  });
});

describe('overdueRung', () => {
  it.each([
    ['2026-11-13', '2026-11-12', undefined],
    ['2026-11-13', '2026-11-13', undefined], // the last good day itself is not late
    ['2026-11-13', '2026-11-14', undefined], // a Saturday: late, but nobody is reminded
    ['2026-11-13', '2026-11-16', -1],
    ['2026-11-13', '2026-11-17', -2],
    ['2026-11-23', '2026-11-24', undefined], // 24/11 off
    ['2026-11-23', '2026-11-25', -1],
    ['2027-02-03', '2027-02-08', undefined],
    ['2027-02-03', '2027-02-11', -1],
    ['2026-11-15', '2026-11-16', -1], // a date moved by somebody to a Sunday
  ])('due %s, on %s: %s', (due, today, expected) => {
    expect(overdueRung(due, today, calendar)).toBe(expected);
  });
});
