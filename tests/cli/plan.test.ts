/**
 * `cli plan`: every reminder that would be sent, and nothing that would not. The dates are compared with a calendar of
 * its own (tests/support/plain-calendar), typed out from the notices and counted a day at a time.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_FILE } from '../../app.ts';
import { planBetween } from '../../cli/plan.ts';
import { readConfig } from '../../config.ts';
import { recordFigures, recordFiling } from '../../db/answers.ts';
import { recordEntry } from '../../db/obligation-entries.ts';
import { openArchive, type Tx } from '../../db/open.ts';
import { recordReview } from '../../db/reviews.ts';
import { unitByCode } from '../../db/units.ts';
import { instantOf } from '../../domain/date.ts';
import { value } from '../../domain/figure.ts';
import { dataFolder } from '../support/data-folder.ts';
import { isOpen, openDay, openDays, openFrom, plus } from '../support/plain-calendar.ts';

const NOVEMBER = { from: '2021-11-01', to: '2021-11-30' };

/** A data folder in which more was said. */
async function folderWith(write: (tx: Tx, unit: number) => void): Promise<string> {
  const { folder } = await dataFolder();
  const archive = openArchive(join(folder, ARCHIVE_FILE));
  const unit = unitByCode(archive.read, 'bac-hong')?.id ?? 0;
  archive.write((tx) => write(tx, unit));
  archive.close();
  return folder;
}

/** Day and rung of each reminder of one thing for one unit, with its last good day. */
function ladderOf(folder: string, obligation: string, from: string, to: string) {
  const lines = planBetween(readConfig({ DATA_DIR: folder }), { from, to, unit: 'bac-hong' });
  const items = lines.flatMap(({ at, items }) =>
    items.filter((item) => item.obligation === obligation).map((item) => ({ day: at.slice(0, 10), ...item })),
  );
  return { due: [...new Set(items.map(({ due }) => due))], rungs: items.map(({ day, rung }) => `${day} ${rung}`) };
}

const ahead = (due: string, rungs: readonly number[]) => rungs.map((n) => `${openDay(due, -n)} ${n}`);
const late = (due: string, to: string) => openDays(plus(due, 1), to).map((day, index) => `${day} ${-index - 1}`);

describe('plan', () => {
  it('lists each member of staff with the unit, the time with its offset and the last good day', async () => {
    const { folder } = await dataFolder();
    const lines = planBetween(readConfig({ DATA_DIR: folder }), NOVEMBER);
    const first = lines.filter(({ at }) => at.startsWith('2021-11-01'));
    expect(first.map(({ person, unit }) => `${person} ${unit}`).sort()).toEqual([
      'ha duc-thuan',
      'lan duc-thuan',
      'nam bac-hong',
    ]);
    expect(first[0]).toMatchObject({ at: '2021-11-01T08:00:00+07:00' });
    expect(first[0]?.items).toContainEqual({ obligation: 'monthly_report', due: '2021-11-05', rung: 'open' });
  });

  it('keeps to one unit when asked, in any case and without marks', async () => {
    const { folder } = await dataFolder();
    const lines = planBetween(readConfig({ DATA_DIR: folder }), { ...NOVEMBER, unit: 'BAC-HONG' });
    expect([...new Set(lines.map(({ unit }) => unit))]).toEqual(['bac-hong']);
  });

  it('leaves out the month of who has reported, and nothing else of theirs', async () => {
    const { folder } = await dataFolder({ sends: 'lan' });
    const lines = planBetween(readConfig({ DATA_DIR: folder }), NOVEMBER);
    const items = (code: string) => lines.filter(({ unit }) => unit === code).flatMap((line) => line.items);
    expect(
      items('duc-thuan').filter(({ obligation, due }) => obligation === 'monthly_report' && due < '2021-12'),
    ).toEqual([]);
    expect(items('duc-thuan').some(({ obligation }) => obligation === 'QN-1d')).toBe(true);
    expect(items('bac-hong').some(({ obligation }) => obligation === 'monthly_report')).toBe(true);
  });

  it('is empty where nothing is due', async () => {
    const { folder } = await dataFolder();
    expect(planBetween(readConfig({ DATA_DIR: folder }), { from: '2021-11-06', to: '2021-11-07' })).toEqual([]);
  });

  it.each([
    [{ from: '1/11/2021', to: '2021-11-30' }, '--from 1/11/2021'],
    [{ from: '2021-11-01', to: '2021-11-31' }, '--to 2021-11-31'],
    [{ from: '2021-11-30', to: '2021-11-01' }, '--to 2021-11-01'],
    [{ ...NOVEMBER, unit: 'khong-co' }, '--unit khong-co'],
  ])('refuses %j by name', async (asked, named) => {
    const { folder } = await dataFolder();
    expect(() => planBetween(readConfig({ DATA_DIR: folder }), asked)).toThrow(named);
  });

  it('says what to do where there is no data', () => {
    expect(() => planBetween(readConfig({ DATA_DIR: 'there-is-none' }), NOVEMBER)).toThrow(/import/);
  });
});

describe('the dates of plan', () => {
  it.each([
    ['2025', '2025-11-14'],
    ['2026', '2026-11-13'],
    ['2027', '2027-11-12'],
  ])('"trước ngày 15/11" in %s is %s, with its ladder and its late days', async (year, due) => {
    expect(openDay(`${year}-11-15`, -1)).toBe(due);
    const { folder } = await dataFolder();
    const [from, to] = [`${year}-08-01`, `${year}-12-05`];
    expect(ladderOf(folder, 'QN-1d', from, to)).toEqual({
      due: [due],
      rungs: [...ahead(due, [30, 14, 7, 3, 1]), ...late(due, to)],
    });
  });

  it('thirty days after an audit on 17/9/2021, told in September’s report, is 18/10/2021', async () => {
    const folder = await folderWith((tx, unit) =>
      recordFigures(tx, unit, '2021-09', { audit_date: value('2021-09-17') }, { person: 1, at: 1 }),
    );
    const { due, rungs } = ladderOf(folder, 'DN-1.6b', '2021-09-01', '2021-10-20');
    expect(due).toEqual(['2021-10-18']);
    // The rung of 30 working days would lie before the audit.
    expect(rungs).toEqual([
      '2021-09-28 14',
      '2021-10-07 7',
      '2021-10-13 3',
      '2021-10-15 1',
      '2021-10-19 -1',
      '2021-10-20 -2',
    ]);
  });

  it.each([
    ['2026-01-20', '2026-02-23'],
    ['2027-01-05', '2027-02-11'],
  ])('thirty days after an audit on %s end in Tết and come down to %s', async (audit, due) => {
    expect(openFrom(plus(audit, 30))).toBe(due);
    expect(isOpen(plus(audit, 30))).toBe(false);
    const folder = await folderWith((tx, unit) =>
      recordFigures(tx, unit, audit.slice(0, 7), { audit_date: value(audit) }, { person: 1, at: 1 }),
    );
    const to = openDay(due, 3);
    const first = [14, 7, 3, 1].filter((n) => openDay(due, -n) > audit);
    expect(ladderOf(folder, 'DN-1.6b', audit, to)).toEqual({
      due: [due],
      rungs: [...ahead(due, first), ...late(due, to)],
    });
  });

  it.each(['2026', '2027'])('January’s report opens and is late around Tết of %s on open days only', async (year) => {
    const folder = await folderWith((tx, unit) => {
      const december = { unit, period: `${Number(year) - 1}-12`, from: '', to: '', receipt: 'r' };
      recordFiling(tx, december, { person: 1, at: 1 });
    });
    const opens = openFrom(`${year}-02-01`);
    const due = openDay(opens, 4);
    const to = openDay(due, 4);
    expect(ladderOf(folder, 'monthly_report', `${year}-01-28`, to)).toEqual({
      due: [due],
      rungs: [`${opens} open`, ...ahead(due, [3, 1]), ...late(due, to)],
    });
  });

  it.each([
    ['2026-02-13', '2026-02-09', '2026-02-10'],
    ['2027-02-03', '2027-01-29', '2027-01-30'],
  ])('a date of our own on %s is brought forward to %s, ahead of 23 Chạp (%s)', async (date, due, kitchenGods) => {
    expect(openDay(kitchenGods, -1)).toBe(due);
    const folder = await folderWith((tx, unit) => {
      const about = { unit, obligation: 'QN-1b', period: date.slice(0, 4), event: '' } as const;
      recordEntry(tx, about, { kind: 'set_date', date }, { person: 1, at: 1 });
    });
    const from = `${Number(date.slice(0, 4)) - 1}-12-01`;
    expect(ladderOf(folder, 'QN-1b', from, due)).toEqual({ due: [due], rungs: ahead(due, [30, 14, 7, 3, 1]) });
  });

  it('of three years lie on days on which offices are open', async () => {
    const { folder } = await dataFolder();
    const asked = { from: '2025-01-01', to: '2027-12-31', unit: 'bac-hong' };
    const days = planBetween(readConfig({ DATA_DIR: folder }), asked).map(({ at }) => at.slice(0, 10));
    expect(days.length).toBeGreaterThan(300);
    expect(days.filter((day) => !isOpen(day))).toEqual([]);
    expect(new Set(days).size).toBe(days.length);
  });

  it('has a returned month in it as the month it is, until it is mended', async () => {
    const returnedOn = '2021-11-15';
    const due = openDay(returnedOn, 3);
    const source = { person: 1, at: instantOf(returnedOn, '09:00') };
    const returns = (tx: Tx, unit: number) => {
      const span = { from: '2021-10-01', to: '2021-10-31', receipt: 'r' };
      recordFiling(tx, { unit, period: '2021-10', ...span }, { person: 1, at: 1 });
      recordReview(tx, { unit, period: '2021-10', verdict: 'returned', reasons: { received: 'x' } }, source);
    };
    const folder = await folderWith(returns);
    expect(ladderOf(folder, 'monthly_report', returnedOn, '2021-11-30')).toEqual({
      due: [due],
      rungs: [`${openDay(due, -1)} 1`, ...late(due, '2021-11-30')],
    });
    const mended = await folderWith((tx, unit) => {
      returns(tx, unit);
      recordReview(tx, { unit, period: '2021-10', verdict: 'mended' }, source);
    });
    expect(ladderOf(mended, 'monthly_report', returnedOn, '2021-11-30').rungs).toEqual([]);
  });
});
