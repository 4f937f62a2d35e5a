/** Five invented units for the tests of the month's table: complete, not tying, silent, half known, without dossiers. */
import { type Figure, NO_DATA, value } from '../../domain/figure.ts';
import type { IndicatorName } from '../../domain/indicator.ts';
import { compileMonthTable, type MonthTable, type SentMonth } from '../../reports/month-table.ts';

export const SENT_AT = Date.parse('2026-11-03T09:15:00+07:00');
export const AS_OF = Date.parse('2026-11-05T07:30:00+07:00');

export const COMPLETE = {
  carried_over: 43,
  received: 807,
  received_online: 600,
  received_direct: 207,
  resolved: 817,
  resolved_early: 300,
  resolved_on_time: 512,
  resolved_late: 5,
  pending_in_time: 30,
  pending_overdue: 3,
} satisfies Partial<Record<IndicatorName, number>>;

export function sent(
  period: string,
  amounts: Partial<Record<IndicatorName, number>>,
  unknown: IndicatorName[] = [],
): SentMonth {
  const figures: Partial<Record<IndicatorName, Figure>> = {};
  for (const [name, amount] of Object.entries(amounts)) figures[name as IndicatorName] = value(amount);
  for (const name of unknown) figures[name] = NO_DATA;
  return { period, figures, firstBy: 'Cán bộ Mẫu', firstAt: SENT_AT, lastAt: SENT_AT + 86_400_000 };
}

export const NASTY = '=HYPERLINK("http://x","xã")';

/** October 2026 of the five. */
export const october = (): MonthTable =>
  compileMonthTable({
    scope: 'Sở Khoa học và Công nghệ',
    periods: ['2026-10'],
    window: 'calendar_month',
    asOf: AS_OF,
    units: [
      { name: 'UBND phường Bắc Hồng Lĩnh', months: [sent('2026-10', COMPLETE)] },
      { name: NASTY, months: [sent('2026-10', { ...COMPLETE, received: 12_246, received_online: 12_039 })] },
      { name: 'UBND xã Đức Thọ', months: [] },
      {
        name: 'UBND phường Nam Hồng Lĩnh',
        months: [
          sent('2026-10', { carried_over: 10, received: 90, resolved: 80 }, [
            'received_online',
            'received_direct',
            'resolved_early',
          ]),
        ],
      },
      {
        name: 'UBND xã Thạch Lạc',
        months: [sent('2026-10', { carried_over: 0, received: 0, resolved: 0, pending_total: 0 })],
      },
    ],
  });

const PERIODS = ['2026-01', '2026-02'];

/** January of a unit, then split, and February of its two parts, which carried over the 33 dossiers it had pending. */
export function splitYear(): MonthTable {
  const part = (name: string, carried: number, pending: number) => {
    const resolved = carried + COMPLETE.received - pending;
    const early = resolved - COMPLETE.resolved_on_time - COMPLETE.resolved_late;
    const figures = { ...COMPLETE, carried_over: carried, resolved, resolved_early: early };
    const stock = { pending_total: pending, pending_in_time: pending - 2, pending_overdue: 2 };
    const months = [sent('2026-02', { ...figures, ...stock })];
    return { name, months, owed: ['2026-02'], carriesOver: true as const };
  };
  const split = { name: 'xã Cũ', months: [sent('2026-01', { ...COMPLETE, pending_total: 33 })], owed: ['2026-01'] };
  return compileMonthTable({
    scope: 'Sở',
    periods: PERIODS,
    window: 'calendar_month',
    asOf: AS_OF,
    units: [
      { ...split, isPassedOn: true, splitInto: ['xã Đông', 'xã Tây'] },
      part('xã Đông', 20, 10),
      part('xã Tây', 13, 12),
    ],
  });
}
