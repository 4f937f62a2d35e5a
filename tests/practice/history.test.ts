/** The practice history on any day it may be made: balanced, complete, in the past, and the same every time. */
import { describe, expect, test } from 'vitest';
import { compileYear } from '../../bot/month/report.ts';
import { filingsBetween } from '../../db/answers.ts';
import { brokenAt } from '../../db/audit.ts';
import { personAt } from '../../db/people.ts';
import { unitByCode, unitTree } from '../../db/units.ts';
import { loadCalendar } from '../../directives/holidays.ts';
import { balance } from '../../domain/balance.ts';
import { dateAt, instantOf } from '../../domain/date.ts';
import { documentDefects, roleOf } from '../../domain/document.ts';
import { amount } from '../../domain/figure.ts';
import { type IndicatorName, indicatorsOf } from '../../domain/indicator.ts';
import { addMonths, coverage, dueOn, lastEnded, type Window } from '../../domain/period.ts';
import { RATIO_DEFAULT } from '../../domain/ratio.ts';
import { history } from '../../practice/history.ts';
import { OFFICES } from '../../practice/office.ts';
import { addressOf, practicePhones } from '../../practice/phones.ts';
import { newcomerCode, practiceRoster, seedPractice } from '../../practice/seed.ts';
import { temporaryArchive } from '../support/archive.ts';
import { countedRandom } from '../support/random.ts';

const calendar = loadCalendar();

/** First day, window, and the month left open. */
const DAYS: [date: string, window: Window, open: string][] = [
  ['2026-11-22', 'calendar_month', '2026-10'],
  ['2026-12-31', 'calendar_month', '2026-11'],
  ['2027-01-01', 'calendar_month', '2026-12'],
  ['2027-02-01', 'calendar_month', '2027-01'],
  ['2028-02-29', 'calendar_month', '2028-01'],
  ['2026-11-14', '15-14', '2026-10'],
  ['2026-11-15', '15-14', '2026-11'],
];

describe.each(DAYS)('made on %s (%s)', (date, window, open) => {
  const now = instantOf(date, '08:00');
  const deeds = history(now, window, calendar);
  const months = (unit: string) => deeds.filter((deed) => deed.unit === unit && deed.month);

  test('leaves exactly the month that ended last to whoever practises', () => {
    expect(lastEnded(date, window)).toBe(open);
    for (const { unit } of OFFICES) {
      const periods = months(unit).map(({ period }) => period);
      expect(periods.length).toBeGreaterThanOrEqual(11);
      expect(periods.at(-1)).toBe(addMonths(open, -1));
      expect(periods[0]).toBe(`${Number(date.slice(0, 4)) - 1}-01`);
      periods.reduce((before, period) => {
        expect(period).toBe(addMonths(before, 1));
        return period;
      });
    }
  });

  test('lets nobody say anything before their month was over or after today', () => {
    for (const { at, period, month } of deeds) {
      expect(at).toBeLessThan(now);
      if (month) expect(dateAt(at) > coverage(period, window).to).toBe(true);
    }
    expect(deeds.map(({ at }) => at)).toEqual(deeds.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  test('balances, and carries over what the month before left', () => {
    for (const { unit } of OFFICES) {
      let left: number | undefined;
      for (const { figures, period } of months(unit)) {
        const given = Object.fromEntries(
          indicatorsOf('month', 'count').map((name) => [name, amount(figures[name]) ?? Number.NaN]),
        );
        expect(balance(given).conflicts, `${unit} ${period}`).toEqual([]);
        expect(Object.values(given).every((n) => Number.isInteger(n) && n >= 0)).toBe(true);
        const { carried_over: carried = 0, received = 0, resolved = 0, pending_total: pending = 0 } = given;
        expect(carried + received).toBe(resolved + pending);
        if (left !== undefined) expect(carried).toBe(left);
        left = pending;
      }
    }
  });

  test('says why a dossier was late, and only then', () => {
    for (const { figures, month } of deeds) {
      if (!month) continue;
      expect(figures.late_reason?.kind === 'value').toBe((amount(figures.resolved_late) ?? 0) > 0);
    }
  });
});

test('says the same about a month whenever it is made', () => {
  const [early, late] = ['2026-11-22', '2027-10-09'].map((date) =>
    history(instantOf(date, '08:00'), 'calendar_month', calendar),
  );
  const shared = early?.filter(({ period }) => period.startsWith('2026-')) ?? [];
  expect(shared.length).toBeGreaterThan(15);
  for (const deed of shared) expect(late).toContainEqual(deed);
});

test('files in time, but for one month that shows what late looks like', () => {
  const deeds = history(instantOf('2026-12-31', '08:00'), 'calendar_month', calendar);
  const late = deeds.filter((deed) => deed.month && dateAt(deed.at) > dueOn(deed.period, 'calendar_month', calendar));
  expect(late.map(({ unit, period }) => `${unit} ${period}`)).toEqual(['xuan-lam 2025-06', 'xuan-lam 2026-06']);
});

test('cites documents that agree with themselves and are known for what they are', () => {
  const deeds = history(instantOf('2026-11-22', '08:00'), 'calendar_month', calendar);
  const cited = deeds.flatMap(({ month }) => month?.documents ?? []);
  expect(cited.filter((citation) => roleOf(citation) === 'other')).toEqual([]);
  for (const { unit, month, period } of deeds) {
    const others = deeds.filter((deed) => deed.unit === unit).flatMap((deed) => deed.month?.documents ?? []);
    for (const citation of month?.documents ?? []) {
      expect(documentDefects(citation, others, { today: '2026-11-22' })).toEqual([]);
      if (citation.date !== null) expect(citation.date.slice(0, 7)).toBe(period);
    }
  }
  const numbers = deeds.map(({ unit, month }) =>
    (month?.documents ?? []).map(({ number, symbol, date }) => `${unit} ${number}/${symbol} ${date?.slice(0, 4)}`),
  );
  const numbered = numbers.flat().filter((text) => !text.includes('null'));
  expect(new Set(numbered).size).toBe(numbered.length);
});

describe('in an archive', () => {
  const now = instantOf('2026-11-22', '08:00');
  async function seeded() {
    const { archive } = temporaryArchive();
    const rows = await practiceRoster();
    const seed = () => seedPractice({ archive, rows, window: 'calendar_month', calendar, now });
    return { archive, seed, first: seed() };
  }
  const countAll = (archive: Awaited<ReturnType<typeof seeded>>['archive']) =>
    ['units', 'people', 'identities', 'answers', 'filings', 'documents', 'audit'].map((table) =>
      archive.sqlite.prepare(`select count(*) as n from ${table}`).pluck().get(),
    );

  test('is made once, whatever happens', async () => {
    const { archive, seed, first } = await seeded();
    const before = countAll(archive);
    expect([first, seed()]).toEqual([true, false]);
    expect(countAll(archive)).toEqual(before);
    expect(brokenAt(archive.read)).toBeUndefined();
    const cited = history(now, 'calendar_month', calendar).flatMap(({ month }) => month?.documents ?? []);
    expect(before[5]).toBe(cited.length);
  });

  test('gives a report of last year without a single gap, for both communes', async () => {
    const { archive } = await seeded();
    const house = { window: 'calendar_month', ratio: RATIO_DEFAULT, standardCode: 'TCVN ISO 9001:2015' } as const;
    for (const { unit: code } of OFFICES) {
      const unit = unitByCode(archive.read, code);
      if (!unit) throw new Error(code);
      const { model, filed } = compileYear(archive.read, house, unitTree(archive.read), unit, 2025);
      expect(model.gaps).toEqual([]);
      expect(filed).toHaveLength(12);
    }
  });

  test('keeps every figure of the month, so that none is a gap for want of an answer', async () => {
    const { archive } = await seeded();
    const unit = unitByCode(archive.read, 'duc-thuan');
    const rows = archive.sqlite
      .prepare('select indicator from answers where unit_id = ? and period = ? and current = 1')
      .pluck()
      .all(unit?.id, '2026-09') as IndicatorName[];
    expect(rows.toSorted()).toEqual(indicatorsOf('month').toSorted());
    expect(filingsBetween(archive.read, unit?.id ?? 0, '2025-01', '2026-12')).toHaveLength(21);
  });

  test('gives a phone to everybody but the newcomer, those who report first', async () => {
    const { archive } = await seeded();
    expect(practicePhones(archive.read).map(({ id }) => id)).toEqual(['lan', 'minh', 'ha', 'dp', 'ct', 'qt']);
    expect(practicePhones(archive.read)[0]?.note).toBe('Cán bộ · UBND phường Đức Thuận');
    expect(personAt(archive.read, addressOf('lan'))?.code).toBe('lan');
    expect(personAt(archive.read, addressOf('moi'))).toBeUndefined();
  });

  test('prints a new code at each start', async () => {
    const { archive } = await seeded();
    const random = countedRandom();
    const codes = [newcomerCode(archive, now, random), newcomerCode(archive, now, random)];
    expect(codes[0]).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(codes[1]).not.toBe(codes[0]);
  });
});
