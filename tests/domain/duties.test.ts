/** Which duties have come round for a unit: by directives, months, events and what was said of them. */
import { describe, expect, it } from 'vitest';
import { readDirectives } from '../../directives/directives.ts';
import { loadCalendar } from '../../directives/holidays.ts';
import type { Directive } from '../../domain/directive.ts';
import { type DutyRecords, type DutyWorld, directiveDuties, dutiesOn, turnsBetween } from '../../domain/duties.ts';
import type { ReturnedMonth } from '../../domain/month-review.ts';
import type { Entry } from '../../domain/obligation.ts';
import type { Unit, UnitTree } from '../../domain/unit.ts';
import { openDay, openFrom, plus } from '../support/plain-calendar.ts';

const calendar = loadCalendar();
const house = readDirectives();
const ward: Unit = { id: 5, code: 'duc-thuan', name: 'UBND phường Đức Thuận', kind: 'ward', parent: 1 };
const province: Unit = { id: 1, code: 'tinh', name: 'UBND tỉnh', kind: 'province' };

interface Known {
  filed?: string[];
  entries?: Record<string, Entry[]>;
  audits?: string[];
  corrected?: string[];
  returned?: ReturnedMonth[];
}

function world(
  { filed = [], entries = {}, audits = [], corrected = [], returned = [] }: Known = {},
  more: Partial<DutyWorld> = {},
): DutyWorld {
  const records: DutyRecords = {
    hasFiled: (_unit, period) => filed.includes(period),
    awaitsYes: () => false,
    entries: (_unit, obligation, period, event) => entries[[obligation, period, event].filter(Boolean).join('/')] ?? [],
    events: (_unit, trigger, obligation, year) => [
      ...(trigger === 'internal_audit' ? audits.filter((date) => date.startsWith(`${year}`)) : []),
      ...Object.keys(entries).flatMap((key) => {
        const [of, period, event] = key.split('/');
        return of === obligation && period === `${year}` && event ? [event] : [];
      }),
    ],
    returned: () => returned,
    isCorrected: (_unit, audit) => corrected.includes(audit),
  };
  const tree: UnitTree = new Map([province, ward].map((unit) => [unit.id, unit]));
  return { directives: house, tree, calendar, window: 'calendar_month', records, ...more };
}

const entry = (kind: Entry['kind'], fields: Partial<Entry> = {}): Entry => ({ kind, at: 1, by: 2, ...fields });
const owed = (day: string, known: Known = {}, more: Partial<DutyWorld> = {}, unit = ward) =>
  dutiesOn(world(known, more), unit, day).map(({ obligation, period, event, due }) =>
    [obligation, period, event, due].filter(Boolean).join(' '),
  );
const of = (obligation: string, ...args: Parameters<typeof owed>) =>
  owed(...args).filter((each) => each.startsWith(`${obligation} `));

describe('the month', () => {
  it('is owed from its opening until it is sent', () => {
    expect(of('monthly_report', '2026-11-02', { filed: ['2026-09', '2026-08'] })).toEqual([
      'monthly_report 2026-10 2026-11-06',
    ]);
    expect(of('monthly_report', '2026-11-02', { filed: ['2026-10', '2026-09', '2026-08'] })).toEqual([]);
    expect(of('monthly_report', '2026-11-01', { filed: ['2026-09', '2026-08'] })).toEqual([]);
  });

  it('before the organisation began, or the unit, is nobody’s', () => {
    expect(of('monthly_report', '2026-11-09', {}, { since: '2026-11-07' })).toEqual([]);
    expect(of('monthly_report', '2026-11-09', {}, { since: '2026-11-06' })).toEqual([
      'monthly_report 2026-10 2026-11-06',
    ]);
    const young = { ...ward, validFrom: '2026-10-31' };
    expect(of('monthly_report', '2026-11-09', {}, {}, young)).toEqual(['monthly_report 2026-10 2026-11-06']);
    expect(of('monthly_report', '2026-11-09', {}, {}, { ...ward, validFrom: '2026-11-01' })).toEqual([]);
  });

  it('is owed by a unit that lived to see its end, also when it has ended since', () => {
    const ended = { ...ward, validTo: '2026-10-31' };
    const filed = { filed: ['2026-09', '2026-08'] };
    expect(owed('2026-11-09', filed, {}, ended)).toEqual(['monthly_report 2026-10 2026-11-06']);
    expect(owed('2026-11-09', filed, {}, { ...ended, validTo: '2026-10-30' })).toEqual([]);
    expect(owed('2026-12-09', filed, {}, ended)).toEqual(['monthly_report 2026-10 2026-11-06']);
  });

  it('that came back is owed again, by a day of its own, until it is no longer open', () => {
    const back = { period: '2026-09', on: '2026-11-09', reasons: { received: 'sổ ghi 3' } };
    const known = { filed: ['2026-10', '2026-09', '2026-08'], returned: [back] };
    const [duty, ...more] = dutiesOn(world(known), ward, '2026-11-10').filter(
      ({ obligation }) => obligation === 'monthly_report',
    );
    expect(more).toEqual([]);
    expect(duty).toMatchObject({ period: '2026-09', due: '2026-11-12', isLocal: true, toMend: { on: '2026-11-09' } });
    expect(duty?.opens).toBeUndefined();
    expect(of('monthly_report', '2026-11-10', { ...known, returned: [] })).toEqual([]);
    expect(of('monthly_report', '2026-11-10', known, {}, { ...ward, validTo: '2026-10-31' })).toHaveLength(1);
  });

  it('is not owed by a province or a cluster', () => {
    expect(owed('2026-11-09', {}, {}, province)).toEqual([]);
    expect(of('monthly_report', '2026-11-09', {}, {}, { ...ward, kind: 'cluster' })).toEqual([]);
  });

  it.each(['2026-01-20', '2027-01-15'])('of January opens and is due around Tết as counted by hand (%s)', (day) => {
    const year = day.slice(0, 4);
    const opens = openFrom(`${year}-02-01`);
    const due = openDay(plus(`${year}-02-01`, -1), 5);
    const [duty] = dutiesOn(world({ filed: [`${Number(year) - 1}-12`, `${Number(year) - 1}-11`] }), ward, due).filter(
      ({ period }) => period === `${year}-01`,
    );
    expect(duty).toMatchObject({ opens, due });
  });

  it('remembers one question without answering another with it', () => {
    const filed = { filed: ['2026-08', '2026-07'] };
    expect(of('monthly_report', '2026-10-09', filed)).toEqual(['monthly_report 2026-09 2026-10-07']);
    expect(of('monthly_report', '2026-11-09', filed)).toHaveLength(2);
    expect(of('monthly_report', '2026-10-09', filed)).toEqual(['monthly_report 2026-09 2026-10-07']);
    expect(of('monthly_report', '2026-10-20', filed, { window: '15-14' })).toEqual([
      'monthly_report 2026-09 2026-09-21',
      'monthly_report 2026-10 2026-10-21',
    ]);
  });
});

describe('the yearly report', () => {
  it.each([
    ['2025-11-20', '2025-11-14'],
    ['2026-11-20', '2026-11-13'],
    ['2027-11-20', '2027-11-12'],
  ])('on %s was due on %s, and next year’s is not spoken of', (day, due) => {
    expect(of('QN-1d', day)).toEqual([`QN-1d ${day.slice(0, 4)} ${due}`]);
  });

  it.each<[string, Entry[], string[]]>([
    ['done', [entry('done')], []],
    ['accepted', [entry('accepted')], []],
    ['waived', [entry('waived', { reason: 'mới thành lập' })], []],
    ['returned', [entry('done'), entry('returned', { reason: 'thiếu phụ lục' })], ['QN-1d 2026 2026-11-13']],
    ['reopened', [entry('done'), entry('reopened')], ['QN-1d 2026 2026-11-13']],
    ['moved', [entry('moved', { date: '2026-12-01', decision: '12/QĐ-UBND' })], ['QN-1d 2026 2026-12-01']],
    ['only started', [entry('started')], ['QN-1d 2026 2026-11-13']],
  ])('that is %s', (_how, entries, expected) => {
    expect(of('QN-1d', '2026-11-20', { entries: { 'QN-1d/2026': entries } })).toEqual(expected);
  });

  it('moved into the next year is owed there, however late it gets', () => {
    const entries = { 'QN-1d/2026': [entry('moved', { date: '2027-04-01', decision: '12/QĐ-UBND' })] };
    expect(of('QN-1d', '2027-04-20', { entries })).toContain('QN-1d 2026 2027-04-01');
  });

  it('says why it came back', () => {
    const entries = { 'QN-1d/2026': [entry('returned', { reason: 'thiếu phụ lục' })] };
    const [duty] = dutiesOn(world({ entries }), ward, '2026-11-20').filter(({ obligation }) => obligation === 'QN-1d');
    expect(duty).toMatchObject({ returned: 'thiếu phụ lục', report: 'annual', isLocal: false });
  });
});

describe('putting right what an audit found', () => {
  it.each([
    ['2021-09-17', '2021-10-18'],
    ['2026-01-20', '2026-02-23'],
    ['2027-01-05', '2027-02-11'],
    ['2025-12-31', '2026-01-30'],
  ])('after %s is due on %s: thirty calendar days, then the next working day', (audit, due) => {
    const day = plus(due, 1);
    expect(of('DN-1.6b', day, { audits: [audit] })).toEqual([`DN-1.6b ${audit.slice(0, 4)} ${audit} ${due}`]);
    if (audit >= '2025') expect(due).toBe(openFrom(plus(audit, 30)));
  });

  it('of an audit late in December is owed until it has been spoken of for the last time', () => {
    expect(of('DN-1.6b', '2026-03-20', { audits: ['2025-12-31'] })).toEqual(['DN-1.6b 2025 2025-12-31 2026-01-30']);
  });

  it('is owed for each audit, and not where the monthly reports say it was put right', () => {
    const audits = ['2026-03-02', '2026-09-17'];
    expect(of('DN-1.6b', '2026-10-01', { audits })).toHaveLength(2);
    expect(of('DN-1.6b', '2026-10-01', { audits, corrected: ['2026-03-02'] })).toEqual([
      'DN-1.6b 2026 2026-09-17 2026-10-19',
    ]);
    expect(of('DN-1.6b', '2026-10-01')).toEqual([]);
  });
});

describe('a date of our own', () => {
  it.each([
    ['2026-02-13', '2026-02-09'],
    ['2027-02-03', '2027-01-29'],
    ['2026-05-01', '2026-04-29'],
  ])('set for %s comes down to %s: a working day, clear of Tết', (date, due) => {
    const entries = { [`QN-1b/${date.slice(0, 4)}`]: [entry('set_date', { date })] };
    const [duty] = dutiesOn(world({ entries }), ward, date).filter(({ obligation }) => obligation === 'QN-1b');
    expect(duty).toMatchObject({ due, isLocal: true });
    expect(due < date).toBe(true);
  });

  it('is needed where the directive names none', () => {
    expect(of('QN-1b', '2026-03-20')).toEqual([]);
  });
});

describe('a directive that changes in the middle of a year', () => {
  const [quangNgai] = house.filter(({ id }) => id === 'quang-ngai-2021');
  const ending = { ...quangNgai, validTo: '2026-10-31' } as Directive;
  const successor = {
    ...ending,
    id: 'moi',
    validFrom: '2026-11-01',
    validTo: undefined,
    obligations: ending.obligations.map((each) =>
      each.id === 'QN-1d' ? { ...each, deadline: { kind: 'fixed', day: 30, month: 11, exclusive: false } } : each,
    ),
  } as unknown as Directive;
  const { validTo: _, ...open } = successor;

  it('is owed by its own day until it ends, and by its successor’s after', () => {
    const directives = [ending, open as Directive];
    expect(of('QN-1d', '2026-10-31', {}, { directives })).toEqual(['QN-1d 2026 2026-11-13']);
    expect(of('QN-1d', '2026-11-01', {}, { directives })).toEqual(['QN-1d 2026 2026-11-30']);
    expect(of('QN-1d', '2026-11-01', {}, { directives: [ending] })).toEqual([]);
  });
});

describe('the turns of what is owed', () => {
  it('are the first day, and each on which something begins or has ended', () => {
    const valid = [{ validFrom: '2026-03-01', validTo: '2026-06-30' }, { validFrom: '2026-07-01' }, {}];
    expect(turnsBetween(valid, '2026-01-01', '2026-12-31')).toEqual(['2026-01-01', '2026-03-01', '2026-07-01']);
    expect(turnsBetween(valid, '2026-03-01', '2026-06-30')).toEqual(['2026-03-01']);
    expect(turnsBetween([], '2026-03-01', '2026-03-01')).toEqual(['2026-03-01']);
  });

  it('a unit owes nothing before it is there', () => {
    const young = { ...ward, validFrom: '2026-07-01' };
    expect(directiveDuties(world(), young, '2026-06-30', [2026])).toEqual([]);
    expect(directiveDuties(world(), young, '2026-07-01', [2026])).not.toEqual([]);
  });
});
