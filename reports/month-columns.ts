/**
 * The form of the month's table as data: what its columns are called, which figures stand in them, which are sums of
 * others. The thirteen columns of Biểu II.06a/VPCP/KSTT; a circular that changes the form changes this file only.
 */
import type { IndicatorName } from '../domain/indicator.ts';

/** A column with figures. */
export interface FigureColumn {
  /** As printed under the heading; sums name their parts by it. */
  number: number;
  /** From the outermost heading to the column's own; columns beside each other with the same outer ones share them. */
  heading: readonly string[];
  /** In characters. */
  width: number;
  /** Indicators whose sum is the column's figure. */
  figures: readonly IndicatorName[];
  /** Columns, by number, of which this one is the sum. */
  sum?: readonly number[];
}

export interface MonthForm {
  /** Printed at the top left. */
  code: string;
  title: string;
  unit: string;
  /** The two columns before the figures: ordinal and unit. */
  ordinal: { number: number; heading: string; width: number };
  name: { number: number; heading: string; width: number };
  columns: readonly FigureColumn[];
  /** What must hold in every row: `left` is the sum of `right`. */
  ties: readonly { left: number; right: readonly number[] }[];
}

const RECEIVED = 'Số hồ sơ tiếp nhận';
const RESOLVED = 'Số lượng hồ sơ đã giải quyết';
const PENDING = 'Số lượng hồ sơ đang giải quyết';
const IN_PERIOD = 'Trong kỳ';
const TOTAL = 'Tổng số';

export const MONTH_FORM: MonthForm = {
  code: 'Biểu II.06a/VPCP/KSTT',
  title: 'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC',
  unit: 'Đơn vị tính: Số hồ sơ TTHC',
  ordinal: { number: 1, heading: 'TT', width: 6 },
  name: { number: 2, heading: 'Lĩnh vực, công việc giải quyết theo cấp (theo đơn vị)', width: 34 },
  columns: [
    { number: 3, heading: [RECEIVED, TOTAL], width: 11, figures: ['carried_over', 'received'], sum: [4, 5, 6] },
    { number: 4, heading: [RECEIVED, IN_PERIOD, 'Trực tuyến'], width: 11, figures: ['received_online'] },
    {
      number: 5,
      heading: [RECEIVED, IN_PERIOD, 'Trực tiếp, dịch vụ bưu chính'],
      width: 12,
      figures: ['received_direct'],
    },
    { number: 6, heading: [RECEIVED, 'Từ kỳ trước'], width: 11, figures: ['carried_over'] },
    { number: 7, heading: [RESOLVED, TOTAL], width: 11, figures: ['resolved'], sum: [8, 9, 10] },
    { number: 8, heading: [RESOLVED, 'Trước hạn'], width: 11, figures: ['resolved_early'] },
    { number: 9, heading: [RESOLVED, 'Đúng hạn'], width: 11, figures: ['resolved_on_time'] },
    { number: 10, heading: [RESOLVED, 'Quá hạn'], width: 11, figures: ['resolved_late'] },
    { number: 11, heading: [PENDING, TOTAL], width: 11, figures: ['pending_total'], sum: [12, 13] },
    { number: 12, heading: [PENDING, 'Trong hạn'], width: 11, figures: ['pending_in_time'] },
    { number: 13, heading: [PENDING, 'Quá hạn'], width: 11, figures: ['pending_overdue'] },
  ],
  ties: [{ left: 3, right: [7, 11] }],
};

/** Every indicator a form prints. */
export const indicatorsOfForm = (form: MonthForm): IndicatorName[] => [
  ...new Set(form.columns.flatMap(({ figures }) => figures)),
];
