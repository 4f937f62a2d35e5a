/** Sums of dossiers: what nobody said is not 0, and no rate is above 100 %. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byLate, byRate, type DossierReport, isUnknown, sumOfReports, sumTogether } from '../../domain/dossier-sum.ts';
import '../support/properties.ts';

const report = (
  period: string,
  received: number | null,
  resolved: number | null,
  late: number | null,
  pending: number | null,
): DossierReport => ({
  period,
  received,
  resolved,
  late,
  pending,
});

describe('the sum of reports', () => {
  it('leaves out "chưa có số liệu" and says of how many', () => {
    const sum = sumOfReports([report('2026-09', 10, 9, 1, 1), report('2026-10', null, 5, null, 2)], 'unit');
    expect(sum.received).toEqual({ value: 10, known: 1, lacking: 1 });
    expect(sum.resolved).toEqual({ value: 14, known: 2, lacking: 0 });
    expect(sum.late).toEqual({ value: 1, known: 1, lacking: 1 });
    expect(sum.rate).toEqual({ late: 1, of: 9 });
  });

  it('takes the stock of the last month that gives it, and sums the stocks of a month', () => {
    const months = [report('2026-08', 0, 0, 0, 7), report('2026-09', 0, 0, 0, 5), report('2026-10', 0, 0, 0, null)];
    expect(sumOfReports(months, 'unit').pending).toEqual({ value: 5, known: 1, lacking: 0 });
    expect(sumOfReports(months, 'month').pending).toEqual({ value: 12, known: 2, lacking: 1 });
  });

  it('of nothing known is unknown, not 0', () => {
    const sum = sumOfReports([report('2026-10', null, null, null, null)], 'unit');
    expect(isUnknown(sum.received) && isUnknown(sum.pending)).toBe(true);
    expect(sumOfReports([report('2026-10', 0, 0, 0, 0)], 'unit').received).toEqual({ value: 0, known: 1, lacking: 0 });
  });

  const figure = fc.option(fc.nat(500));
  const anyReport = fc.tuple(figure, figure, figure, figure).map(([a, b, c, d]) => report('2026-10', a, b, c, d));

  it('never has a rate above 100 %, also where a report cannot be true', () => {
    fc.assert(
      fc.property(fc.array(anyReport), (reports) => {
        const { rate } = sumOfReports(reports, 'unit');
        expect(rate.late).toBeLessThanOrEqual(rate.of);
      }),
    );
  });

  it('accounts for every report, together or apart', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyReport)), (units) => {
        const all = sumTogether(units.map((reports) => sumOfReports(reports, 'month')));
        expect(all).toEqual(sumOfReports(units.flat(), 'month'));
        expect(all.late.known + all.late.lacking).toBe(units.flat().length);
      }),
    );
  });
});

describe('the ranking', () => {
  const unit = (name: string, resolved: number, late: number) => ({
    name,
    dossiers: sumOfReports([report('2026-10', resolved, resolved, late, 0)], 'unit'),
  });
  const units = [unit('a', 100, 2), unit('b', 10, 2), unit('c', 1000, 9), unit('d', 50, 0), unit('e', 0, 0)];

  it('by number puts the most late first, the higher share where they are equal, and leaves out who is not late', () => {
    expect(byLate(units).map(({ name }) => name)).toEqual(['c', 'b', 'a']);
  });

  it('by rate compares the exact fractions', () => {
    expect(byRate(units).map(({ name }) => name)).toEqual(['b', 'a', 'c']);
  });
});
