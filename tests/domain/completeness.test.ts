/** Completeness and timeliness: of what was owed, never above 100 %, decided by the first sending. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisiveDay, endOfDay, owingOf, tallyOf, together } from '../../domain/completeness.ts';
import { addDays, instantOf } from '../../domain/date.ts';
import type { Period } from '../../domain/period.ts';
import type { Unit, UnitKind } from '../../domain/unit.ts';
import '../support/properties.ts';

const unit = (id: number, kind: UnitKind, more: Partial<Unit> = {}): Unit => ({
  id,
  code: `u${id}`,
  name: `Đơn vị ${id}`,
  kind,
  ...more,
});

const PERIODS: Period[] = ['2026-08', '2026-09', '2026-10'];
const rule = { window: 'calendar_month', today: '2026-11-05', isStaffed: () => false } as const;
const owed = (each: Unit, staffed = false) =>
  owingOf([each], PERIODS, { ...rule, isStaffed: () => staffed })[0]?.periods ?? [];

describe('who owes a month', () => {
  it.each<[string, Unit, boolean, Period[]]>([
    ['a commune, whoever files for it', unit(1, 'commune'), false, PERIODS],
    ['a ward', unit(1, 'ward'), false, PERIODS],
    ['a department with staff', unit(1, 'department'), true, PERIODS],
    ['no department that only coordinates', unit(1, 'department'), false, []],
    ['no office without staff', unit(1, 'office'), false, []],
    ['no cluster, even with staff', unit(1, 'cluster'), true, []],
    ['no province', unit(1, 'province'), true, []],
    [
      'a unit founded on the last day of September',
      unit(1, 'ward', { validFrom: '2026-09-30' }),
      false,
      ['2026-09', '2026-10'],
    ],
    [
      'one founded on the first of October not for September',
      unit(1, 'ward', { validFrom: '2026-10-01' }),
      false,
      ['2026-10'],
    ],
    [
      'one that ended on the last day of September',
      unit(1, 'ward', { validTo: '2026-09-30' }),
      false,
      ['2026-08', '2026-09'],
    ],
    ['one that ended the day before not for September', unit(1, 'ward', { validTo: '2026-09-29' }), false, ['2026-08']],
  ])('is %s', (_who, each, staffed, periods) => {
    expect(owed(each, staffed)).toEqual(periods);
  });

  it('is decided by who was there then, not by who is there now', () => {
    const gone = { ...rule, isStaffed: (_unit: number, day: string) => day <= '2026-09-15' };
    expect(owingOf([unit(1, 'office')], PERIODS, gone)[0]?.periods).toEqual(['2026-08']);
  });

  it('is decided by today while the month runs', () => {
    expect(decisiveDay('2026-11', 'calendar_month', '2026-11-05')).toBe('2026-11-05');
    expect(decisiveDay('2026-10', 'calendar_month', '2026-11-05')).toBe('2026-10-31');
    expect(decisiveDay('2026-10', '15-14', '2026-11-05')).toBe('2026-10-14');
  });
});

const dueOf = (period: Period): string => `${period}-28`;
const endOf = (period: Period): number => endOfDay(dueOf(period));
const at = (day: string, time: string) => instantOf(day, time);

describe('a tally', () => {
  it.each<[string, { period: Period; firstFiledAt: number }[], [number, number, number]]>([
    ['nothing sent', [], [3, 0, 0]],
    ['one in the last minute of its day', [{ period: '2026-09', firstFiledAt: at('2026-09-28', '23:59') }], [3, 1, 1]],
    ['one at midnight after it', [{ period: '2026-09', firstFiledAt: at('2026-09-29', '00:00') }], [3, 1, 0]],
    ['a month that was not owed', [{ period: '2026-07', firstFiledAt: at('2026-07-01', '08:00') }], [3, 0, 0]],
    [
      'one month told twice: the first sending counts, once',
      [
        { period: '2026-09', firstFiledAt: at('2026-10-05', '08:00') },
        { period: '2026-09', firstFiledAt: at('2026-09-20', '08:00') },
      ],
      [3, 1, 1],
    ],
  ])('counts %s', (_what, sent, [all, some, inTime]) => {
    expect(tallyOf({ periods: PERIODS }, sent, endOf)).toEqual({ owed: all, sent: some, onTime: inTime });
  });

  it('never counts more in time than sent, or sent than owed, whatever was sent', () => {
    const month = fc.integer({ min: 1, max: 12 }).map((n) => `2026-${String(n).padStart(2, '0')}`);
    const sent = fc.record({
      period: month,
      firstFiledAt: fc.integer({ min: at('2026-01-01', '00:00'), max: at('2027-03-01', '00:00') }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(month), fc.array(sent, { maxLength: 40 }), (periods, filings) => {
        const { owed: all, sent: some, onTime } = tallyOf({ periods }, filings, endOf);
        expect(all).toBe(periods.length);
        expect(some).toBeLessThanOrEqual(all);
        expect(onTime).toBeLessThanOrEqual(some);
        const late = filings.map((each) => ({
          ...each,
          firstFiledAt: Math.max(each.firstFiledAt, endOf(each.period)),
        }));
        expect(tallyOf({ periods }, late, endOf).onTime).toBe(0);
      }),
    );
  });

  it('is the same in any order, and sums to the sum of its parts', () => {
    const parts = fc.array(
      fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((numbers) => {
        const [onTime = 0, sent = 0, owing = 0] = numbers.toSorted((a, b) => a - b);
        return { owed: owing, sent, onTime };
      }),
    );
    fc.assert(
      fc.property(parts, (tallies) => {
        const sum = together(tallies);
        expect(together(tallies.toReversed())).toEqual(sum);
        expect(sum.onTime <= sum.sent && sum.sent <= sum.owed).toBe(true);
        expect(sum.sent).toBe(tallies.reduce((all, each) => all + each.sent, 0));
      }),
    );
  });

  it.each([
    { owed: 1, sent: 2, onTime: 0 },
    { owed: 2, sent: 1, onTime: 2 },
    { owed: 2, sent: 1, onTime: -1 },
  ])('refuses %o, which would be more than 100 %', (impossible) => {
    expect(() => together([impossible])).toThrow(RangeError);
  });

  it('ends a day at midnight there, not in Greenwich', () => {
    expect(endOfDay('2026-11-06')).toBe(instantOf(addDays('2026-11-06', 1), '00:00'));
  });
});
