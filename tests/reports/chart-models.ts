/** Invented figures for the tests of pictures. */
import type { MonthPoint, MonthsChart, ObligationsChart, UnitBar, UnitsChart } from '../../reports/chart/model.ts';

const base = {
  language: 'vi',
  scope: 'Sở Khoa học và Công nghệ',
  asOf: Date.parse('2026-11-21T07:30:00+07:00'),
} as const;

export const unitBar = (index: number): UnitBar => ({
  name: `UBND xã Mẫu ${index}`,
  onTime: (index * 7919) % 2300,
  late: (index * 131) % 37,
});

export const unitBars = (length: number): UnitBar[] => Array.from({ length }, (_, index) => unitBar(index));

export const unitsChart = (units: UnitBar[], more: Partial<UnitsChart> = {}): UnitsChart => ({
  ...base,
  kind: 'units',
  from: '2026-10',
  to: '2026-10',
  silent: 0,
  units,
  ...more,
});

export const monthsChart = (months: Omit<MonthPoint, 'period'>[]): MonthsChart => ({
  ...base,
  kind: 'months',
  months: months.map((month, index) => ({ period: `2026-${String(index + 1).padStart(2, '0')}`, ...month })),
});

export const obligationsChart = (count: number): ObligationsChart => ({
  ...base,
  kind: 'obligations',
  year: 2026,
  obligations: Array.from({ length: count }, (_, index) => ({
    title: `Nhiệm vụ số ${index}`,
    done: 3 * index,
    late: (index * 5) % 7,
    open: 40 - index,
  })),
});
