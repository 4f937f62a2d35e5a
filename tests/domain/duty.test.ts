/** On which days a duty is spoken of, and when somebody above learns that it is late. */
import { describe, expect, it } from 'vitest';
import { loadCalendar } from '../../directives/holidays.ts';
import {
  type Duty,
  dutyKey,
  escalationsOf,
  firstReminderBefore,
  LATE_REMINDERS_MAX,
  lastReminderOf,
  remindersOf,
} from '../../domain/duty.ts';
import { openDay } from '../support/plain-calendar.ts';

const calendar = loadCalendar();
const duty = (fields: Partial<Duty> = {}): Duty => ({
  unit: 1,
  obligation: 'QN-1d',
  title: { vi: 'Báo cáo năm', en: 'Annual report' },
  period: '2026',
  event: '',
  due: '2026-11-13',
  isLocal: false,
  rungs: [30, 14, 7, 3, 1],
  escalation: { coordinatorAfter: 1, leaderAfter: 5 },
  ...fields,
});
const month = duty({
  obligation: 'monthly_report',
  period: '2026-10',
  due: '2026-11-06',
  opens: '2026-11-02',
  rungs: [3, 1],
});
const said = (of: Duty, from = '2026-01-01', to = '2026-12-31') =>
  remindersOf(of, from, to, calendar).map(({ date, rung }) => `${date} ${rung}`);

describe('the reminders of a duty', () => {
  it('are its rungs, each that many working days ahead, then every working day that is too late', () => {
    expect(said(duty(), '2026-01-01', '2026-11-20')).toEqual([
      ...[30, 14, 7, 3, 1].map((n) => `${openDay('2026-11-13', -n)} ${n}`),
      ...[1, 2, 3, 4, 5].map((n) => `${openDay('2026-11-13', n)} ${-n}`),
    ]);
  });

  it('pass over the holiday of 24 November', () => {
    expect(said(duty(), '2026-11-23', '2026-11-25')).toEqual(['2026-11-23 -6', '2026-11-25 -7']);
  });

  it('begin with the opening, where there is one, and have no rung on or before it', () => {
    expect(said(month, '2026-10-01', '2026-11-09')).toEqual([
      '2026-11-02 open',
      '2026-11-03 3',
      '2026-11-05 1',
      '2026-11-09 -1',
    ]);
    expect(said({ ...month, rungs: [4, 1] }, '2026-10-01', '2026-11-06')).toEqual(['2026-11-02 open', '2026-11-05 1']);
  });

  it('of a returned month begin after the day it was returned, and nobody above is told', () => {
    const { opens: _, ...sent } = month;
    const returned = { ...sent, due: '2026-11-12', rungs: [3, 1], toMend: { on: '2026-11-09', reasons: {} } };
    expect(said(returned, '2026-11-01', '2026-11-16')).toEqual(['2026-11-11 1', '2026-11-13 -1', '2026-11-16 -2']);
    expect(escalationsOf(returned, calendar)).toEqual([]);
    expect(escalationsOf(sent, calendar)).toHaveLength(2);
  });

  it('of an event are not before or on the day it happened', () => {
    const after = duty({ event: '2026-10-14', due: '2026-11-13' });
    expect(said(after, '2026-01-01', '2026-11-13').map((each) => each.slice(0, 10))).toEqual(
      [14, 7, 3, 1].map((n) => openDay('2026-11-13', -n)),
    );
    expect(said(duty({ event: openDay('2026-11-13', -7) }), '2026-01-01', '2026-11-13')).toHaveLength(2);
  });

  it('take both ends of the time asked for, and nothing backwards', () => {
    expect(said(duty(), '2026-11-12', '2026-11-12')).toEqual(['2026-11-12 1']);
    expect(said(duty(), '2026-11-13', '2026-11-13')).toEqual([]);
    expect(said(duty(), '2026-12-31', '2026-01-01')).toEqual([]);
  });

  it('end some day: six weeks of a message a day', () => {
    const late = remindersOf(duty(), '2026-11-14', '2027-12-31', calendar);
    expect(late.map(({ rung }) => rung)).toEqual(Array.from({ length: LATE_REMINDERS_MAX }, (_, n) => -n - 1));
    expect(late.at(-1)?.date).toBe(lastReminderOf('2026-11-13', calendar));
    expect(late.at(-1)?.date).toBe(openDay('2026-11-13', LATE_REMINDERS_MAX));
  });

  it('use the usual ladder where a duty has none of its own', () => {
    expect(said(duty({ rungs: [] }), '2026-01-01', '2026-11-13')).toHaveLength(5);
  });

  it.each(['2026-02-13', '2026-03-02', '2027-02-03', '2027-03-01', '2025-02-10'])(
    'due %s begin no earlier than is looked for, also across Tết',
    (due) => {
      const [first] = remindersOf(duty({ due }), '2024-01-01', due, calendar);
      expect(first?.rung).toBe(30);
      expect((first?.date ?? '') > firstReminderBefore(due)).toBe(true);
    },
  );
});

describe('the escalation of a duty', () => {
  it('is told to the coordinator and to the leader on working days after the last good day', () => {
    expect(escalationsOf(duty(), calendar)).toEqual([
      { to: 'coordinator', date: '2026-11-16' },
      { to: 'leader', date: '2026-11-20' },
    ]);
    expect(escalationsOf(duty({ escalation: { coordinatorAfter: 2, leaderAfter: 7 } }), calendar)).toEqual([
      { to: 'coordinator', date: openDay('2026-11-13', 2) },
      { to: 'leader', date: openDay('2026-11-13', 7) },
    ]);
  });
});

describe('the name of a duty', () => {
  it.each([
    [duty(), 'QN-1d/2026'],
    [month, 'monthly_report/2026-10'],
    [duty({ obligation: 'DN-1.6b', event: '2026-09-17' }), 'DN-1.6b/2026/2026-09-17'],
  ])('tells it from any other', (of, key) => {
    expect(dutyKey(of)).toBe(key);
  });
});
