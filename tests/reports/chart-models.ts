/** Invented figures for the tests of pictures. */
import type {
  CompareChart,
  LateBar,
  LateChart,
  MonthPoint,
  MonthsChart,
  ObligationsChart,
  UnitBar,
  UnitsChart,
} from '../../reports/chart/model.ts';

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

export const lateChart = (units: LateBar[], more: Partial<LateChart> = {}): LateChart => ({
  ...base,
  kind: 'late',
  span: 'tháng 10/2026',
  units,
  late: units.reduce((sum, { late }) => sum + late, more.others?.late ?? 0),
  ...more,
});

export const lateBars = (length: number): LateBar[] =>
  Array.from({ length }, (_, index) => ({
    name: `UBND xã Mẫu ${index}`,
    late: 60 - index * 5,
    ...(index === 2 ? {} : { of: 2300 - index * 91 }),
  }));

export const compareChart = (more: Partial<CompareChart> = {}): CompareChart => ({
  ...base,
  kind: 'compare',
  now: 'tháng 10/2026',
  before: 'tháng 09/2026',
  figures: [
    { name: 'Tiếp nhận', now: 12_345, before: 11_200 },
    { name: 'Đã giải quyết', now: 12_010, before: 12_010 },
    { name: 'Quá hạn', now: 3, before: 41 },
    { name: 'Đang giải quyết', now: 1_200, before: 0 },
  ],
  ...more,
});
