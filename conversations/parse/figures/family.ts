/**
 * Figures that add up: which parts make which whole, and what one figure must be where the others are known. `ledger`
 * settles by it what a message leaves open.
 */
import type { IndicatorName } from '../../../domain/indicator.ts';

export type Figures = Partial<Record<IndicatorName, number>>;

interface Family {
  whole: IndicatorName;
  parts: IndicatorName[];
}

/** The wholes of Biểu II.06a, each with its parts. */
export const FAMILIES: readonly Family[] = [
  { whole: 'received', parts: ['received_online', 'received_direct'] },
  { whole: 'resolved', parts: ['resolved_early', 'resolved_on_time', 'resolved_late'] },
  { whole: 'pending_total', parts: ['pending_in_time', 'pending_overdue'] },
];

/** The whole a part belongs to, with its siblings. */
export const familyOf = (name: IndicatorName): Family | undefined => FAMILIES.find(({ parts }) => parts.includes(name));

/** With this value of `name` its whole is exactly the sum of its parts, or the month's balance is exact. */
export function completes(figures: Figures, name: IndicatorName, value: number): boolean {
  const { received_online: online, received_direct: direct } = figures;
  if (name === 'received') return online !== undefined && direct !== undefined && online + direct === value;
  if (name === 'pending_total') return (leftOver(figures) ?? leftOver(figures, 0)) === value;
  // "nhận 73, trả 70, 3 hs trong hạn": those left open; as many as were resolved might be all of these
  if (name === 'pending_in_time' && figures.pending_total === undefined && value !== figures.resolved)
    return (leftOver(figures) ?? leftOver(figures, 0)) === value + (figures.pending_overdue ?? 0);
  const family = familyOf(name);
  const whole = family && figures[family.whole];
  if (family === undefined || whole === undefined) return false;
  const others = family.parts.filter((part) => part !== name).map((part) => figures[part]);
  return (
    others.every((part) => part !== undefined) &&
    others.reduce((sum: number, part) => sum + (part ?? 0), value) === whole
  );
}

/** What must be left open: carried over and received less resolved; `opening` stands in where nothing was carried. */
export function leftOver({ carried_over, received, resolved }: Figures, opening?: number): number | undefined {
  const carried = carried_over ?? opening;
  return carried === undefined || received === undefined || resolved === undefined
    ? undefined
    : carried + received - resolved;
}
