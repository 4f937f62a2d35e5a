/** Who is spoken to on which day about what, and that planning twice is planning once. */
import { describe, expect, it } from 'vitest';
import { REMIND_AT } from '../../db/reminder-rows.ts';
import { dueTimers, settle } from '../../db/timers.ts';
import { readDirectives } from '../../directives/directives.ts';
import { loadCalendar } from '../../directives/holidays.ts';
import { makeCalendar, PUSH_HOURS } from '../../domain/calendar.ts';
import { timeAt } from '../../domain/date.ts';
import type { Directive } from '../../domain/directive.ts';
import type { DutyWorld } from '../../domain/duties.ts';
import type { Person } from '../../domain/person.ts';
import type { Unit, UnitKind } from '../../domain/unit.ts';
import { UNIT_KINDS } from '../../domain/unit.ts';
import {
  HORIZON_DAYS,
  type PlanAsked,
  planFrom,
  planLines,
  planReminders,
  planTimers,
  planTo,
} from '../../scheduler/plan.ts';
import { temporaryArchive } from '../support/archive.ts';
import { openDay } from '../support/plain-calendar.ts';

const calendar = loadCalendar();
const house = readDirectives();

const unit = (id: number, kind: UnitKind = 'ward', more: Partial<Unit> = {}): Unit => ({
  id,
  code: `u${id}`,
  name: `Đơn vị ${id}`,
  kind,
  ...more,
});
const person = (id: number, code: string): Person => ({ id, code, name: code, language: 'vi', memberships: [] });
const [lan, ha, dp, sep] = [person(1, 'lan'), person(2, 'ha'), person(3, 'dp'), person(4, 'sep')];

function ask(more: Partial<PlanAsked> = {}, world: Partial<DutyWorld> = {}): PlanAsked {
  const units = [...(more.units ?? [unit(1)])];
  return {
    world: {
      directives: [],
      tree: new Map(units.map((each) => [each.id, each])),
      calendar,
      window: 'calendar_month',
      records: {
        hasFiled: () => false,
        awaitsYes: () => false,
        entries: () => [],
        events: () => [],
        returned: () => [],
        isCorrected: () => false,
      },
      since: '2026-10-01',
      ...world,
    },
    responsible: { staff: () => [lan], nearest: () => [] },
    from: '2026-10-01',
    to: '2026-10-31',
    ...more,
    units,
  };
}

const said = (asked: PlanAsked) =>
  planReminders(asked).reminders.map(
    ({ date, items }) => `${date} ${items.map(({ duty, rung }) => `${duty.obligation} ${rung}`).join(' + ')}`,
  );
const days = (asked: PlanAsked) => [...new Set(planReminders(asked).reminders.map(({ date }) => date))];

describe('the reminders of a month', () => {
  it('open it, count down, and go on daily when it is late', () => {
    expect(said(ask({ from: '2026-11-01', to: '2026-11-11' }, { since: '2026-11-01' }))).toEqual([
      '2026-11-02 monthly_report open',
      '2026-11-03 monthly_report 3',
      '2026-11-05 monthly_report 1',
      '2026-11-09 monthly_report -1',
      '2026-11-10 monthly_report -2',
      '2026-11-11 monthly_report -3',
    ]);
  });

  it('are at eight, within the hours for pushed messages', () => {
    expect(REMIND_AT >= PUSH_HOURS.morning[0] && REMIND_AT < PUSH_HOURS.morning[1]).toBe(true);
  });

  it.each<[string, Partial<PlanAsked>, Partial<DutyWorld>, string[]]>([
    ['take both ends of the time asked for', { from: '2026-10-02', to: '2026-10-02' }, {}, ['2026-10-02']],
    ['are none on days off', { from: '2026-10-03', to: '2026-10-04' }, {}, []],
    ['are none backwards', { from: '2026-10-31', to: '2026-10-01' }, {}, []],
    [
      'follow the window from the 15th to the 14th',
      { to: '2026-10-20' },
      { window: '15-14' },
      ['2026-10-15', '2026-10-16', '2026-10-20'],
    ],
    ['are nobody’s where there is nobody', { responsible: { staff: () => [], nearest: () => [dp] } }, {}, []],
    ['are none for a unit not there yet', { units: [unit(1, 'ward', { validFrom: '2026-11-01' })] }, {}, []],
    ['are none of a month a unit did not live to see', { units: [unit(1, 'ward', { validTo: '2026-09-29' })] }, {}, []],
    [
      'go on for the last month of a unit that has ended',
      { units: [unit(1, 'ward', { validTo: '2026-09-30' })], to: '2026-10-08' },
      {},
      ['2026-10-01', '2026-10-02', '2026-10-06', '2026-10-08'],
    ],
    ['stop where the month was sent', {}, { records: { ...ask().world.records, hasFiled: () => true } }, []],
    [
      'are late no longer than is asked',
      { from: '2026-10-08', lateTo: '2026-10-09' },
      {},
      ['2026-10-08', '2026-10-09'],
    ],
  ])('%s', (_promise, more, world, expected) => {
    expect(days(ask(more, world))).toEqual(expected);
  });

  it('are of the kinds of units that keep a system of their own', () => {
    const units = UNIT_KINDS.map((kind, index) => unit(index + 1, kind));
    const asked = planReminders(ask({ units, from: '2026-10-01', to: '2026-10-01' }));
    expect(asked.reminders.map((each) => each.unit.kind)).toEqual([
      'department',
      'office',
      'district',
      'commune',
      'ward',
      'special_zone',
    ]);
  });

  it('go to everybody who answers for the unit that day', () => {
    const staff: PlanAsked['responsible']['staff'] = ({ id }, day) =>
      id === 1 && day < '2026-10-02' ? [lan, ha] : [ha];
    const asked = ask({ units: [unit(2), unit(1)], responsible: { staff, nearest: () => [] }, to: '2026-10-02' });
    expect(planReminders(asked).reminders.map((each) => `${each.date} ${each.unit.code} ${each.person.code}`)).toEqual([
      '2026-10-01 u1 lan',
      '2026-10-01 u1 ha',
      '2026-10-01 u2 ha',
      '2026-10-02 u1 ha',
      '2026-10-02 u2 ha',
    ]);
  });
});

describe('the reminders of a directive', () => {
  const october = { from: '2026-09-01', to: '2026-11-16' };
  const annual = (asked: PlanAsked) => said(asked).filter((each) => each.includes('QN-1d'));

  it('stand with the month’s in one message', () => {
    expect(annual(ask(october, { directives: house, since: '2026-11-01' }))).toEqual([
      `${openDay('2026-11-13', -30)} QN-1d 30`,
      `${openDay('2026-11-13', -14)} QN-1d 14`,
      `${openDay('2026-11-13', -7)} QN-1d 7`,
      `${openDay('2026-11-13', -3)} monthly_report -2 + QN-1d 3`,
      `${openDay('2026-11-13', -1)} monthly_report -4 + QN-1d 1`,
      '2026-11-16 monthly_report -6 + QN-1d -1',
    ]);
  });

  it('follow a successor from the day it is in force', () => {
    const [old] = house.filter(({ id }) => id === 'quang-ngai-2021');
    if (!old) throw new Error('no such letter');
    const later = {
      ...old,
      id: 'moi',
      validFrom: '2026-10-20',
      obligations: old.obligations.map((each) =>
        each.id === 'QN-1d' ? { ...each, deadline: { kind: 'fixed', day: 30, month: 11, exclusive: false } } : each,
      ),
    } as Directive;
    const directives = [{ ...old, validTo: '2026-10-19' }, later];
    const asked = ask({ from: '2026-09-01', to: '2026-11-30' }, { directives, records: filed });
    expect(annual(asked)).toEqual([
      `${openDay('2026-11-13', -30)} QN-1d 30`,
      ...[14, 7, 3, 1].map((n) => `${openDay('2026-11-30', -n)} QN-1d ${n}`),
    ]);
  });

  it('begin with a unit that begins in between', () => {
    const units = [unit(1, 'ward', { validFrom: '2026-11-05' })];
    const asked = ask({ units, from: '2026-09-01', to: '2026-11-13' }, { directives: house, records: filed });
    expect(annual(asked)).toEqual([3, 1].map((n) => `${openDay('2026-11-13', -n)} QN-1d ${n}`));
  });

  const filed = { ...ask().world.records, hasFiled: () => true };
});

describe('an escalation', () => {
  const responsible: PlanAsked['responsible'] = {
    staff: () => [lan],
    nearest: (role) => (role === 'leader' ? [sep] : [dp]),
  };
  const told = (more: Partial<PlanAsked> = {}) =>
    planReminders(ask({ from: '2026-10-08', responsible, ...more })).escalations.map(
      ({ date, person: { code }, duty }) => `${date} ${code} ${duty.obligation}`,
    );

  it('tells the coordinator on the first day that is too late and the leader on the fifth, once', () => {
    expect(told()).toEqual(['2026-10-08 dp monthly_report', '2026-10-14 sep monthly_report']);
  });

  it('tells nobody of the last month of a unit that left nobody behind', () => {
    const units = [unit(1, 'ward', { validTo: '2026-09-30' })];
    expect(told({ units })).toEqual(['2026-10-08 dp monthly_report', '2026-10-14 sep monthly_report']);
    expect(told({ units, responsible: { ...responsible, staff: () => [] } })).toEqual([]);
  });

  it('is planned no further than being late is', () => {
    expect(told({ lateTo: '2026-10-13' })).toEqual(['2026-10-08 dp monthly_report']);
  });
});

describe('the timers', () => {
  it('are one for a person and day, whatever and how many units it is about', () => {
    const { archive } = temporaryArchive();
    const responsible = { staff: () => [lan, ha], nearest: () => [ha] };
    const asked = ask({ units: [unit(1), unit(2)], responsible, from: '2026-10-08', to: '2026-10-08' });
    expect(archive.write((tx) => planTimers(tx, planReminders(asked)))).toBe(2);
    const timers = dueTimers(archive.read, Number.MAX_SAFE_INTEGER, 9);
    expect(timers).toMatchObject([
      { key: 'remind:2026-10-08:1', kind: 'remind', personId: 1, payload: { date: '2026-10-08' } },
      { key: 'remind:2026-10-08:2', kind: 'remind', personId: 2, payload: { date: '2026-10-08' } },
    ]);
    expect(timers.map(({ dueAt }) => timeAt(dueAt))).toEqual(['08:00', '08:00']);
  });

  it('are planned once, also after they were fired', () => {
    const { archive } = temporaryArchive();
    const plan = (more: Partial<PlanAsked>) => archive.write((tx) => planTimers(tx, planReminders(ask(more))));
    expect(plan({ to: '2026-10-07' })).toBe(3);
    expect(plan({ to: '2026-10-07' })).toBe(0);
    archive.write((tx) => settle(tx, 1, 'fired', 1));
    expect(plan({ to: '2026-10-08' })).toBe(1);
  });

  it('are added for who joined later', () => {
    const { archive } = temporaryArchive();
    const plan = (staff: Person[]) =>
      archive.write((tx) =>
        planTimers(
          tx,
          planReminders(ask({ to: '2026-10-01', responsible: { staff: () => staff, nearest: () => [] } })),
        ),
      );
    expect([plan([lan]), plan([lan, ha])]).toEqual([1, 1]);
  });
});

describe('the days to plan', () => {
  const world = { window: 'calendar_month', calendar } as const;
  it.each<[today: string, from: string, why: string]>([
    ['2026-10-31', '2026-10-31', 'nothing is open'],
    ['2026-11-02', '2026-11-02', 'it opens today'],
    ['2026-11-04', '2026-11-02', 'it opened on Monday and is still open'],
    ['2026-11-06', '2026-11-02', 'the last good day'],
    ['2026-11-07', '2026-11-07', 'too late to ask anew'],
    ['2026-11-01', '2026-11-01', 'not open before the working day'],
  ])('of %s begin on %s: %s', (today, from) => {
    expect(planFrom(today, world)).toBe(from);
  });

  it.each(['calendar_month', '15-14'] as const)('always reach the next opening (%s)', (window) => {
    const years = makeCalendar([], []);
    for (let year = 2024; year <= 2040; year += 1) {
      for (const today of [`${year}-01-02`, `${year}-01-16`, `${year}-02-02`, `${year}-02-16`, `${year}-08-31`]) {
        const asked = ask({ from: today, ...planTo(today) }, { window, calendar: years, since: today });
        const opens = planReminders(asked).reminders.filter(
          ({ date, items }) => date > today && items.some(({ rung }) => rung === 'open'),
        );
        expect(opens, `${window} ${today}`).not.toEqual([]);
      }
    }
  });

  it('have the next late day in them, also before the longest holidays', () => {
    for (const today of ['2025-01-24', '2026-02-13', '2027-02-03', '2026-08-28']) {
      expect(planTo(today).lateTo > openDay(today, 1), today).toBe(true);
      expect(planTo(today).to > planTo(today).lateTo).toBe(true);
    }
    expect(HORIZON_DAYS).toBeGreaterThan(38);
  });
});

describe('planLines', () => {
  it('is what the operator reads: offset, codes, the last good day, one line for each person and unit', () => {
    const responsible = { staff: () => [lan, ha], nearest: () => [dp] };
    const asked = ask({ units: [unit(1), unit(2)], responsible, to: '2026-10-01' });
    const lines = planLines(planReminders(asked).reminders);
    expect(lines[0]).toEqual({
      at: '2026-10-01T08:00:00+07:00',
      person: 'lan',
      unit: 'u1',
      items: [{ obligation: 'monthly_report', due: '2026-10-07', rung: 'open' }],
    });
    expect(lines.map((line) => `${line.unit} ${line.person}`)).toEqual(['u1 lan', 'u1 ha', 'u2 lan', 'u2 ha']);
  });
});
