/** Working days: the law's own rule against ten years of notices, exceptions, counting, and office hours. */
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  before,
  type DayException,
  holidayName,
  isProvisional,
  isWorkingDay,
  makeCalendar,
  nextPush,
  onOrAfter,
  onOrBefore,
  PUSH_HOURS,
  workingDaysBetween,
} from '../../domain/calendar.ts';
import { addDays, instantOf, weekday, withOffset } from '../../domain/date.ts';

const day = (date: string, kind: 'off' | 'work', name: string): DayException => ({
  date,
  kind,
  name,
  source: 'a notice',
  checked: '2026-11-21',
});
const byRule = makeCalendar([], []);

function weekdaysOff(year: number): string {
  const off: string[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    if (weekday(date) < 6 && !isWorkingDay(byRule, date)) off.push(date.slice(5));
  }
  return off.join(' ');
}

describe('a year without a table', () => {
  it.each([
    // weekdays off as the notices of these years gave them, swapped days apart
    [2018, '01-01 02-14 02-15 02-16 02-19 02-20 04-25 04-30 05-01 09-03'],
    [2019, '01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-30 05-01 09-02'],
    [2020, '01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02'],
    [2021, '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03'],
    [2022, '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02'],
    [2023, '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04'],
    [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-30 05-01 09-02 09-03'],
    [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 09-01 09-02'],
    [2026, '01-01 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 09-01 09-02 11-24'],
    [2027, '01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24'],
    // and what it expects of a year nobody has announced: Tết on Saturday 2/2, 1/9 and 2/9 on Sunday and Monday
    [2030, '01-01 01-31 02-01 02-04 02-05 02-06 04-12 04-30 05-01 09-02 09-03'],
  ])('%i rests on the days the law gives', (year, expected) => {
    expect(weekdaysOff(year)).toBe(expected);
  });

  it('is provisional, and a tabled year is not', () => {
    const calendar = makeCalendar([day('2026-01-01', 'off', 'Tết Dương lịch')], [2026]);
    expect(isProvisional(calendar, 2026)).toBe(false);
    expect(isProvisional(calendar, 2027)).toBe(true);
  });

  it.each([
    ['2025-11-24', true], // Monday, before Nghị quyết 28/2026/QH16
    ['2026-11-24', false],
    ['2029-11-26', true], // 24/11/2029 is a Saturday: not made up
  ])('rests on 24/11 from 2026 and does not make it up: %s worked %s', (date, worked) => {
    expect(isWorkingDay(byRule, date)).toBe(worked);
  });

  it('names days off and their make-up, and has no name for a weekend or a working day', () => {
    expect(holidayName(byRule, '2027-02-06')).toBe('Tết Nguyên đán');
    expect(holidayName(byRule, '2027-02-10')).toBe('Nghỉ bù Tết Nguyên đán');
    expect(holidayName(byRule, '2027-02-13')).toBeUndefined();
    expect(holidayName(byRule, '2027-02-11')).toBeUndefined();
  });
});

describe('exceptions', () => {
  it('replace the rule wholly in a tabled year', () => {
    const calendar = makeCalendar([day('2026-08-31', 'off', 'Nghỉ hoán đổi')], [2026]);
    expect(isWorkingDay(calendar, '2026-08-31')).toBe(false);
    expect(isWorkingDay(calendar, '2026-09-02')).toBe(true);
    expect(isWorkingDay(calendar, '2027-09-02')).toBe(false);
  });

  it('make a swapped Saturday a working day that is no holiday', () => {
    const calendar = makeCalendar([day('2026-08-22', 'work', 'Làm bù cho 31/8')], [2026]);
    expect(isWorkingDay(calendar, '2026-08-22')).toBe(true);
    expect(isWorkingDay(calendar, '2026-08-29')).toBe(false);
    expect(holidayName(calendar, '2026-08-22')).toBeUndefined();
  });

  it('win over the rule in a year without a table, the later one over the earlier', () => {
    const calendar = makeCalendar(
      [day('2028-09-01', 'work', 'Theo thông báo'), day('2028-06-01', 'off', 'Nhầm'), day('2028-06-01', 'work', 'Sửa')],
      [],
    );
    expect(isWorkingDay(byRule, '2028-09-01')).toBe(false);
    expect(isWorkingDay(calendar, '2028-09-01')).toBe(true);
    expect(isWorkingDay(calendar, '2028-06-01')).toBe(true);
    expect(isProvisional(calendar, 2028)).toBe(true);
  });
});

describe('walking', () => {
  it.each([
    // date, on or after, on or before, before
    ['2027-02-03', '2027-02-03', '2027-02-03', '2027-02-02'], // Wednesday, the last day before Tết
    ['2027-02-04', '2027-02-11', '2027-02-03', '2027-02-03'],
    ['2027-02-11', '2027-02-11', '2027-02-11', '2027-02-03'],
    ['2026-11-15', '2026-11-16', '2026-11-13', '2026-11-13'], // a Sunday
    ['2026-11-24', '2026-11-25', '2026-11-23', '2026-11-23'],
    ['2027-01-01', '2027-01-04', '2026-12-31', '2026-12-31'], // over the year's end
  ])('from %s finds the working days around it', (date, after, upTo, earlier) => {
    expect([onOrAfter(byRule, date), onOrBefore(byRule, date), before(byRule, date)]).toEqual([after, upTo, earlier]);
  });

  it.each([
    ['2027-02-03', 1, '2027-02-11'],
    ['2027-02-11', -1, '2027-02-03'],
    ['2027-02-06', 1, '2027-02-11'], // from a day off, the first working day counts
    ['2027-02-06', -1, '2027-02-03'],
    ['2027-02-06', 0, '2027-02-11'],
    ['2026-11-20', 0, '2026-11-20'],
    ['2026-11-20', 2, '2026-11-25'], // Monday 23, then 24/11 is off
    ['2026-03-02', -30, '2026-01-12'],
  ])('%s and %i working days is %s', (date, n, expected) => {
    expect(addWorkingDays(byRule, date, n)).toBe(expected);
  });

  it('refuses half a working day', () => {
    expect(() => addWorkingDays(byRule, '2026-11-20', 0.5)).toThrow(RangeError);
  });

  it.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-20', '2026-11-25', 2],
    ['2026-11-25', '2026-11-20', -2],
    ['2027-02-03', '2027-02-11', 1],
    ['2025-12-31', '2026-12-31', 249],
  ])('counts the working days after %s up to %s: %i', (from, to, expected) => {
    expect(workingDaysBetween(byRule, from, to)).toBe(expected);
  });

  it('counts back what it walked forward, wherever it starts', () => {
    for (let start = '2026-01-01'; start <= '2026-12-31'; start = addDays(start, 1)) {
      for (const n of [1, 3, 30]) {
        const end = addWorkingDays(byRule, start, n);
        expect(isWorkingDay(byRule, end)).toBe(true);
        expect(workingDaysBetween(byRule, start, end)).toBe(n);
      }
    }
  });
});

describe('nextPush', () => {
  it.each([
    // asked at, goes out at
    ['2026-11-20 07:29', '2026-11-20 07:30'],
    ['2026-11-20 07:30', '2026-11-20 07:30'],
    ['2026-11-20 10:59', '2026-11-20 10:59'],
    ['2026-11-20 11:00', '2026-11-20 13:30'],
    ['2026-11-20 12:15', '2026-11-20 13:30'],
    ['2026-11-20 16:29', '2026-11-20 16:29'],
    ['2026-11-20 16:30', '2026-11-23 07:30'], // Friday afternoon to Monday
    ['2026-11-23 23:59', '2026-11-25 07:30'], // over 24/11
    ['2026-11-22 09:00', '2026-11-23 07:30'],
    ['2027-02-03 17:00', '2027-02-11 07:30'], // over Tết
    ['2026-12-31 18:00', '2027-01-04 07:30'],
  ])('asked at %s, sends at %s', (asked, expected) => {
    const [date = '', time = ''] = asked.split(' ');
    const at = nextPush(byRule, PUSH_HOURS, instantOf(date, time));
    expect(withOffset(at)).toBe(`${expected.replace(' ', 'T')}:00+07:00`);
  });

  it('keeps the seconds of a moment that is already good', () => {
    const moment = instantOf('2026-11-20', '09:12') + 34_567;
    expect(nextPush(byRule, PUSH_HOURS, moment)).toBe(moment);
  });

  it('skips a slot that is closed, and refuses hours without any', () => {
    const mornings = { morning: ['08:00', '11:00'], afternoon: ['00:00', '00:00'] } as const;
    expect(nextPush(byRule, mornings, instantOf('2026-11-20', '14:00'))).toBe(instantOf('2026-11-23', '08:00'));
    const never = { morning: ['08:00', '08:00'], afternoon: ['17:00', '13:00'] } as const;
    expect(() => nextPush(byRule, never, instantOf('2026-11-20', '14:00'))).toThrow(RangeError);
  });
});
