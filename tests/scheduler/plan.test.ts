/** Who is asked for a month, when, and that planning twice is planning once. */
import { describe, expect, it } from 'vitest';
import { dueTimers, settle } from '../../db/timers.ts';
import { makeCalendar, PUSH_HOURS } from '../../domain/calendar.ts';
import { dateAt, timeAt } from '../../domain/date.ts';
import type { Person } from '../../domain/person.ts';
import type { Unit, UnitKind } from '../../domain/unit.ts';
import { UNIT_KINDS } from '../../domain/unit.ts';
import type { MonthPlan } from '../../scheduler/plan.ts';
import { MONTH_OPENS_AT, monthReminders, planFrom, planLines, planMonths, planTo } from '../../scheduler/plan.ts';
import { temporaryArchive } from '../support/archive.ts';

const calendar = makeCalendar(
  [{ date: '2021-11-01', kind: 'off', name: 'Nghỉ bù', source: 'ví dụ', checked: '2021-01-01' }],
  [2021],
);

const unit = (id: number, kind: UnitKind = 'ward', more: Partial<Unit> = {}): Unit => ({
  id,
  code: `u${id}`,
  name: `Đơn vị ${id}`,
  kind,
  ...more,
});

const person = (id: number, code: string): Person => ({ id, code, name: code, language: 'vi', memberships: [] });
const lan = person(1, 'lan');
const ha = person(2, 'ha');

function ask(more: Partial<MonthPlan> = {}): MonthPlan {
  return {
    units: [unit(1)],
    staff: () => [lan],
    window: 'calendar_month',
    calendar,
    from: '2021-10-01',
    to: '2021-10-31',
    ...more,
  };
}

const days = (more: Partial<MonthPlan>) =>
  monthReminders(ask(more)).map(({ at, period, items }) => `${period} ${dateAt(at)} ${items[0]?.due}`);

describe('monthReminders', () => {
  it('asks at eight on the first working day of the window, until the fifth', () => {
    const [reminder, ...others] = monthReminders(ask());
    expect(others).toEqual([]);
    expect(reminder).toMatchObject({ person: lan, unit: unit(1), period: '2021-09' });
    expect(dateAt(reminder?.at ?? 0)).toBe('2021-10-01');
    expect(timeAt(reminder?.at ?? 0)).toBe('08:00');
    expect(reminder?.items).toEqual([{ obligation: 'monthly_report', due: '2021-10-07', rung: 'open' }]);
  });

  it('opens within the hours for pushed messages', () => {
    expect(MONTH_OPENS_AT >= PUSH_HOURS.morning[0] && MONTH_OPENS_AT < PUSH_HOURS.morning[1]).toBe(true);
  });

  it.each<[promise: string, more: Partial<MonthPlan>, expected: string[]]>([
    ['waits for a working day', { from: '2021-08-01', to: '2021-08-31' }, ['2021-07 2021-08-02 2021-08-06']],
    ['knows a day off of the table', { from: '2021-11-01', to: '2021-11-30' }, ['2021-10 2021-11-02 2021-11-08']],
    [
      'takes both ends of the time asked for',
      { from: '2021-10-01', to: '2021-10-01' },
      ['2021-09 2021-10-01 2021-10-07'],
    ],
    ['plans nothing between two openings', { from: '2021-10-02', to: '2021-11-01' }, []],
    ['plans nothing backwards', { from: '2021-10-31', to: '2021-10-01' }, []],
    ['follows the window from the 15th to the 14th', { window: '15-14' }, ['2021-10 2021-10-15 2021-10-21']],
    [
      'plans each month of a long time',
      { from: '2021-09-01', to: '2021-12-31' },
      [
        '2021-08 2021-09-01 2021-09-07',
        '2021-09 2021-10-01 2021-10-07',
        '2021-10 2021-11-02 2021-11-08',
        '2021-11 2021-12-01 2021-12-07',
      ],
    ],
    ['asks nobody where there is nobody', { staff: () => [] }, []],
    ['asks no unit that is not there yet', { units: [unit(1, 'ward', { validFrom: '2021-10-02' })] }, []],
    ['asks no unit that is gone', { units: [unit(1, 'ward', { validTo: '2021-09-30' })] }, []],
    [
      'asks a unit on its last day',
      { units: [unit(1, 'ward', { validTo: '2021-10-01' })] },
      ['2021-09 2021-10-01 2021-10-07'],
    ],
  ])('%s', (_promise, more, expected) => {
    expect(days(more)).toEqual(expected);
  });

  it('asks the kinds of units that keep a system of their own, and no other', () => {
    const asked = monthReminders(ask({ units: UNIT_KINDS.map((kind, index) => unit(index, kind)) }));
    expect(asked.map(({ unit: { kind } }) => kind)).toEqual([
      'department',
      'office',
      'district',
      'commune',
      'ward',
      'special_zone',
    ]);
  });

  it('asks every member of staff of every unit, as of the day it opens', () => {
    const asked: string[] = [];
    const staff: MonthPlan['staff'] = ({ id }, day) => {
      asked.push(`${id} ${day}`);
      return id === 1 ? [lan, ha] : [ha];
    };
    const reminders = monthReminders(ask({ units: [unit(1), unit(2)], staff }));
    expect(reminders.map((reminder) => `${reminder.unit.code} ${reminder.person.code}`)).toEqual([
      'u1 lan',
      'u1 ha',
      'u2 ha',
    ]);
    expect(asked).toEqual(['1 2021-10-01', '2 2021-10-01']);
  });
});

describe('planMonths', () => {
  it('plans one timer for a person and month, also for two units', () => {
    const { archive } = temporaryArchive();
    const asked = ask({ units: [unit(1), unit(2)], staff: () => [lan, ha] });
    expect(archive.write((tx) => planMonths(tx, asked))).toBe(2);
    const timers = dueTimers(archive.read, Number.MAX_SAFE_INTEGER, 9);
    expect(timers).toMatchObject([
      { key: 'month-open:2021-09:1', kind: 'month-open', personId: 1, payload: { period: '2021-09' } },
      { key: 'month-open:2021-09:2', kind: 'month-open', personId: 2, payload: { period: '2021-09' } },
    ]);
    expect(timers.map(({ dueAt }) => timeAt(dueAt))).toEqual(['08:00', '08:00']);
  });

  it('plans nothing anew the second time, nor after it was fired', () => {
    const { archive } = temporaryArchive();
    const asked = ask({ from: '2021-09-01', to: '2021-12-31' });
    expect(archive.write((tx) => planMonths(tx, asked))).toBe(4);
    expect(archive.write((tx) => planMonths(tx, asked))).toBe(0);
    archive.write((tx) => settle(tx, 1, 'fired', 1));
    expect(archive.write((tx) => planMonths(tx, ask({ from: '2021-08-01', to: '2022-01-31' })))).toBe(2);
  });

  it('adds who joined later', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => planMonths(tx, ask()));
    expect(archive.write((tx) => planMonths(tx, ask({ staff: () => [lan, ha] })))).toBe(1);
  });
});

describe('the days to plan', () => {
  it.each<[today: string, from: string, why: string]>([
    ['2021-09-30', '2021-09-30', 'nothing is open'],
    ['2021-10-01', '2021-10-01', 'it opens today'],
    ['2021-10-04', '2021-10-01', 'it opened on Friday and is still open'],
    ['2021-10-07', '2021-10-01', 'the last good day'],
    ['2021-10-08', '2021-10-08', 'too late to ask anew'],
    ['2021-11-01', '2021-11-01', 'not open before the working day'],
  ])('of %s begin on %s: %s', (today, from) => {
    expect(planFrom(today, 'calendar_month', calendar)).toBe(from);
  });

  it.each(['calendar_month', '15-14'] as const)('always reach the next opening (%s)', (window) => {
    const years = makeCalendar([], []);
    for (let year = 2024; year <= 2040; year += 1) {
      for (const today of [`${year}-01-02`, `${year}-01-16`, `${year}-02-02`, `${year}-02-16`, `${year}-08-31`]) {
        const from = planFrom(today, window, years);
        const ahead = monthReminders(ask({ window, calendar: years, from, to: planTo(today) }));
        expect(
          ahead.filter(({ at }) => dateAt(at) > today),
          `${window} ${today}`,
        ).not.toEqual([]);
      }
    }
  });
});

describe('planLines', () => {
  it('is what the operator reads: offset, codes, the last good day', () => {
    expect(planLines(monthReminders(ask()), () => new Set())).toEqual([
      {
        at: '2021-10-01T08:00:00+07:00',
        person: 'lan',
        unit: 'u1',
        items: [{ obligation: 'monthly_report', due: '2021-10-07', rung: 'open' }],
      },
    ]);
  });

  it('has one line for each person and unit and none for a unit that has filed that month', () => {
    const reminders = monthReminders(ask({ units: [unit(1), unit(2)], staff: () => [lan, ha], from: '2021-09-01' }));
    const lines = planLines(reminders, (period) => new Set(period === '2021-09' ? [1] : []));
    expect(lines.map(({ at, unit: code, person: who }) => `${at.slice(0, 10)} ${code} ${who}`)).toEqual([
      '2021-09-01 u1 lan',
      '2021-09-01 u1 ha',
      '2021-09-01 u2 lan',
      '2021-09-01 u2 ha',
      '2021-10-01 u2 lan',
      '2021-10-01 u2 ha',
    ]);
  });
});
