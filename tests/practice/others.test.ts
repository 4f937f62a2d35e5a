/** The units nobody practises as: they report what their history would have said, and nothing that is not theirs to say. */
import { expect, test } from 'vitest';
import { figuresOf, filingOf, filingsBetween, recordFiling } from '../../db/answers.ts';
import { brokenAt } from '../../db/audit.ts';
import { recordLock } from '../../db/locks.ts';
import { personByCode } from '../../db/people.ts';
import { claimMode } from '../../db/settings.ts';
import { unitByCode } from '../../db/units.ts';
import { loadCalendar } from '../../directives/holidays.ts';
import { addDays, dateAt, type IsoDate, instantOf } from '../../domain/date.ts';
import { coverage, dueOn } from '../../domain/period.ts';
import { figuresOfMonth } from '../../practice/month.ts';
import { OFFICES } from '../../practice/office.ts';
import { Others } from '../../practice/others.ts';
import { practiceRoster, seedPractice } from '../../practice/seed.ts';
import { temporaryArchive } from '../support/archive.ts';

const calendar = loadCalendar();
const window = 'calendar_month';
const START = instantOf('2026-11-02', '07:10');

async function room() {
  const { archive } = temporaryArchive();
  archive.write((tx) => claimMode(tx, 'practice'));
  seedPractice({ archive, rows: await practiceRoster(), window, calendar, now: START });
  const { read } = archive;
  const id = (code: string) => unitByCode(read, code)?.id ?? 0;
  const others = new Others({ archive, window, calendar: () => calendar });
  return {
    archive,
    others,
    xuanLam: id('xuan-lam'),
    source: { person: personByCode(read, 'ha')?.id ?? 0, at: START },
    months: (code: string) => filingsBetween(read, id(code), '2026-10', '2027-12').map(({ period }) => period),
    /** Every noon until a day, as a session would come by. */
    live: (until: IsoDate) => {
      for (let day = '2026-11-02'; day <= until; day = addDays(day, 1)) others.act(instantOf(day, '17:00'));
    },
  };
}

test('do nothing until they are let act, and have nothing ahead', async () => {
  const { others, live, months } = await room();
  expect([others.isOn, others.next(START)]).toEqual([false, undefined]);
  live('2026-12-20');
  expect(months('xuan-lam')).toEqual([]);
});

test('report each month by its due day and once, and never for the unit that is practised', async () => {
  const { archive, others, live, months, xuanLam } = await room();
  others.set(true);
  expect(others.names).toEqual(['UBND xã Xuân Lam']);
  live('2027-03-31');
  expect(months('xuan-lam')).toEqual(['2026-10', '2026-11', '2026-12', '2027-01', '2027-02']);
  expect(months('duc-thuan')).toEqual([]);
  for (const { period, firstFiledAt, lastFiledAt } of filingsBetween(archive.read, xuanLam, '2026-10', '2027-02')) {
    expect(dateAt(firstFiledAt) <= dueOn(period, window, calendar)).toBe(true);
    expect(lastFiledAt).toBe(firstFiledAt);
  }
  expect(brokenAt(archive.read)).toBeUndefined();
});

test('say the invented figures of the month, and in December those of the year', async () => {
  const { archive, others, live, xuanLam } = await room();
  const [office] = OFFICES.filter(({ unit }) => unit === 'xuan-lam');
  if (!office) throw new Error('xuan-lam');
  others.set(true);
  live('2026-12-14');
  expect(figuresOf(archive.read, xuanLam, '2026-11')).toEqual(figuresOfMonth(office, '2026-11'));
  expect(figuresOf(archive.read, xuanLam, '2026')).toEqual({});
  live('2026-12-16');
  expect(Object.keys(figuresOf(archive.read, xuanLam, '2026')).length).toBeGreaterThan(10);
});

test('name what they do next, and have done it when that moment has come', async () => {
  const { others } = await room();
  others.set(true);
  const next = others.next(START);
  expect(next?.units).toEqual(['UBND xã Xuân Lam']);
  expect(others.act((next?.at ?? 0) - 1)).toEqual([]);
  expect(others.act(next?.at ?? 0)).toEqual(['UBND xã Xuân Lam']);
  expect(others.act(next?.at ?? 0)).toEqual([]);
  expect(others.next(next?.at ?? 0)?.at).toBeGreaterThan(next?.at ?? 0);
});

test('make up for what they left undone once they are let act again, dated when it is sent', async () => {
  const { archive, others, live, months, xuanLam } = await room();
  live('2026-12-20');
  others.set(true);
  const now = instantOf('2026-12-21', '09:00');
  expect(others.next(now)?.at).toBe(now);
  others.act(now);
  expect(months('xuan-lam')).toEqual(['2026-10', '2026-11']);
  expect(filingOf(archive.read, xuanLam, '2026-10')?.firstFiledAt).toBe(now);
});

test('leave alone what somebody sent by hand, and a month that was closed', async () => {
  const { archive, others, live, months, xuanLam, source } = await room();
  const sent = { unit: xuanLam, period: '2026-10', ...coverage('2026-10', window), receipt: 'XL-2610-TAY1' };
  archive.write((tx) => {
    recordFiling(tx, sent, source);
    recordLock(tx, { unit: xuanLam, period: '2026-11', locked: true }, source);
  });
  others.set(true);
  live('2027-01-15');
  expect(months('xuan-lam')).toEqual(['2026-10', '2026-12']);
  expect(filingOf(archive.read, xuanLam, '2026-10')).toMatchObject({ lastFiledAt: START, receipt: 'XL-2610-TAY1' });
  expect(figuresOf(archive.read, xuanLam, '2026-10')).toEqual({});
});

test('do the same in every session', async () => {
  const [one, other] = [await room(), await room()];
  for (const { others, live } of [one, other]) {
    others.set(true);
    live('2027-01-15');
  }
  const answers = ({ archive }: typeof one) =>
    archive.sqlite.prepare('select unit_id, period, indicator, value, said_at from answers order by id').all();
  expect(answers(one)).toEqual(answers(other));
});
