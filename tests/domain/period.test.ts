/** The months people report on, by the calendar and by the window of Nghị định 09/2019. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCalendar } from '../../directives/holidays.ts';
import { makeCalendar } from '../../domain/calendar.ts';
import { addDays } from '../../domain/date.ts';
import {
  addMonths,
  coverage,
  dueOn,
  lastEnded,
  MONTH_DUE_WORKING_DAY,
  opensOn,
  parsePeriod,
  periodAt,
  periodMonth,
  periodOf,
  periodsOfYear,
  periodYear,
  type Window,
} from '../../domain/period.ts';

const plain = makeCalendar([], [2021, 2022, 2026]);
const year = fc.integer({ min: 2015, max: 2040 });
const month = fc.integer({ min: 1, max: 12 });
const window = fc.constantFrom<Window>('calendar_month', '15-14');
const period = fc.tuple(year, month).map(([y, m]) => periodOf(y, m));

describe('a period', () => {
  it('is named by its year and month and gives them back', () => {
    fc.assert(
      fc.property(year, month, (y, m) => {
        const named = periodOf(y, m);
        expect([periodYear(named), periodMonth(named), parsePeriod(named)]).toEqual([y, m, named]);
      }),
    );
  });

  it.each(['2021-13', '2021-00', '2021-1', '21-01', '2021', '2021-10-01', '', ' 2021-10', '2021-10\n', '2021/10'])(
    'is not read from %j',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );

  it.each<[from: string, by: number, to: string]>([
    ['2021-01', -1, '2020-12'],
    ['2021-12', 1, '2022-01'],
    ['2021-06', 0, '2021-06'],
    ['2021-06', -18, '2019-12'],
    ['2021-06', 25, '2023-07'],
  ])('%s moved by %i months is %s', (from, by, to) => {
    expect(addMonths(from, by)).toBe(to);
  });

  it('moved there and back is itself', () => {
    fc.assert(
      fc.property(period, fc.integer({ min: -200, max: 200 }), (named, by) => {
        expect(addMonths(addMonths(named, by), -by)).toBe(named);
      }),
    );
  });

  it('comes twelve to the year, in order', () => {
    expect(periodsOfYear(2021)).toHaveLength(12);
    expect(periodsOfYear(2021).at(0)).toBe('2021-01');
    expect(periodsOfYear(2021).at(-1)).toBe('2021-12');
  });
});

describe('coverage', () => {
  it.each<[string, Window, string, string]>([
    ['2021-02', 'calendar_month', '2021-02-01', '2021-02-28'],
    ['2024-02', 'calendar_month', '2024-02-01', '2024-02-29'],
    ['2021-12', 'calendar_month', '2021-12-01', '2021-12-31'],
    ['2021-01', '15-14', '2020-12-15', '2021-01-14'],
    ['2021-03', '15-14', '2021-02-15', '2021-03-14'],
  ])('of %s by %s is %s to %s', (named, by, from, to) => {
    expect(coverage(named, by)).toEqual({ from, to });
  });

  it('leaves no day out and counts none twice', () => {
    fc.assert(
      fc.property(period, window, (named, by) => {
        expect(coverage(addMonths(named, 1), by).from).toBe(addDays(coverage(named, by).to, 1));
      }),
    );
  });

  it('holds exactly the days whose period it is', () => {
    fc.assert(
      fc.property(period, window, (named, by) => {
        const { from, to } = coverage(named, by);
        expect([periodAt(from, by), periodAt(to, by)]).toEqual([named, named]);
        expect([periodAt(addDays(from, -1), by), periodAt(addDays(to, 1), by)]).toEqual([
          addMonths(named, -1),
          addMonths(named, 1),
        ]);
      }),
    );
  });
});

describe('the month a report is about', () => {
  it.each<[string, Window, string]>([
    ['2021-10-01', 'calendar_month', '2021-09'],
    ['2021-10-31', 'calendar_month', '2021-09'],
    ['2022-01-01', 'calendar_month', '2021-12'],
    ['2021-10-14', '15-14', '2021-09'],
    ['2021-10-15', '15-14', '2021-10'],
    ['2022-01-14', '15-14', '2021-12'],
  ])('on %s by %s is %s', (today, by, named) => {
    expect(lastEnded(today, by)).toBe(named);
  });
});

describe('opening and due day', () => {
  it('of October 2026 are Monday 02/11 and Friday 06/11', () => {
    expect(opensOn('2026-10', 'calendar_month', loadCalendar())).toBe('2026-11-02');
    expect(dueOn('2026-10', 'calendar_month', loadCalendar())).toBe('2026-11-06');
  });

  it('go around a holiday', () => {
    const off = { kind: 'off', name: 'Nghỉ', source: 'ví dụ', checked: '2021-01-01' } as const;
    const calendar = makeCalendar(
      [
        { date: '2021-11-01', ...off },
        { date: '2021-11-04', ...off },
      ],
      [2021],
    );
    expect(opensOn('2021-10', 'calendar_month', calendar)).toBe('2021-11-02');
    expect(dueOn('2021-10', 'calendar_month', calendar)).toBe('2021-11-09');
  });

  it('follow the window of the organisation', () => {
    expect(opensOn('2021-10', '15-14', plain)).toBe('2021-10-15');
    expect(dueOn('2021-10', '15-14', plain)).toBe('2021-10-21');
  });

  it('never fall into the period itself, and leave the working days promised', () => {
    expect(MONTH_DUE_WORKING_DAY).toBe(5);
    fc.assert(
      fc.property(period, window, (named, by) => {
        const opens = opensOn(named, by, loadCalendar());
        expect(opens > coverage(named, by).to).toBe(true);
        expect(dueOn(named, by, loadCalendar()) >= addDays(opens, 4)).toBe(true);
      }),
    );
  });
});
