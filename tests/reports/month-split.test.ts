/** A split in the month's table: rows as they were sent, sums that count what went from one row to others once. */
import { describe, expect, it } from 'vitest';
import { compileMonthTable, type MonthTable } from '../../reports/month-table.ts';
import { monthXlsx } from '../../reports/month-xlsx.ts';
import { openedSheet } from '../support/workbook.ts';
import { AS_OF, COMPLETE, sent, splitYear } from './month-units.ts';

const MONTHS = ['2026-01', '2026-02', '2026-03'];

const of = (units: Parameters<typeof compileMonthTable>[0]['units'], periods: string[]): MonthTable =>
  compileMonthTable({ scope: 'Sở', periods, window: 'calendar_month', asOf: AS_OF, units });

describe('the sums of a table', () => {
  it('count the stock of a split unit once, by formulas that can be followed', async () => {
    const table = splitYear();
    expect(table.rows.map(({ elsewhere }) => elsewhere)).toEqual([
      { pending_total: 33, pending_in_time: 30, pending_overdue: 3 },
      { carried_over: 20 },
      { carried_over: 13 },
    ]);
    const { rows, cell } = await openedSheet(await monthXlsx(table));
    // Rows 8 to 10 are the units, 11 is the sum.
    expect(cell('F11')).toEqual({ formula: 'SUM(F8:F10)-F9-F10', value: '43' });
    expect(cell('C11')).toEqual({ formula: 'SUM(C8:C10)-F9-F10', value: String(43 + 3 * 807) });
    expect(cell('K11')).toEqual({ formula: 'SUM(K8:K10)-K8', value: '22' });
    expect(cell('L11')).toEqual({ formula: 'SUM(L8:L10)-L8', value: '18' });
    // So that what came in is what was resolved and what is left: 2464 = 2442 + 22.
    expect(cell('G11')).toEqual({ formula: 'SUM(G8:G10)', value: '2442' });
    // The rows themselves are as they were sent.
    expect(cell('K8')?.value).toBe('33');
    const notes = rows.flat().join('\n');
    expect(notes).toContain('xã Cũ đã tách thành xã Đông, xã Tây');
    expect(notes).toContain('tổng số chỉ tính một lần');
    expect(notes).toContain('công thức tổng số trừ ra');
  });

  it('leave out no stock that no other row has', () => {
    const part = {
      name: 'xã Đông',
      months: [sent('2026-02', { ...COMPLETE, carried_over: 0 })],
      carriesOver: true as const,
    };
    const [row] = of([part], ['2026-02']).rows;
    expect(row?.elsewhere).toBeUndefined();
    const silent = of([{ name: 'xã Cũ', months: [], isPassedOn: true }], ['2026-01']);
    expect(silent.rows[0]?.elsewhere).toBeUndefined();
  });

  it('leave out only what a part of a split began with, where it stands in the row of what it was merged into', () => {
    const part = {
      name: 'xã Đông',
      months: [sent('2026-02', COMPLETE)],
      owed: ['2026-02'],
      carriesOver: true as const,
    };
    const before = { name: 'xã Nam', months: [sent('2026-01', COMPLETE)], owed: ['2026-01'] };
    const merged = { name: 'xã Mới', months: [sent('2026-03', COMPLETE)], owed: ['2026-03'] };
    expect(of([{ ...merged, past: [part] }], MONTHS).rows[0]?.elsewhere).toEqual({ carried_over: 43 });
    expect(of([{ ...merged, past: [before, part] }], MONTHS).rows[0]?.elsewhere).toBeUndefined();
  });
});
