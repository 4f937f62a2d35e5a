/**
 * Dossier figures of one unit or many, summed over months. "Chưa có số liệu" is not 0: every sum says of how many
 * monthly reports it is, and how many it had to leave out. The rate of late dossiers is taken only where a report
 * gives both figures and they can be true, so that it is never above 100 %.
 */
import type { Period } from './period.ts';

export type DossierFigure = 'received' | 'resolved' | 'late' | 'pending';

export const DOSSIER_FIGURES: readonly DossierFigure[] = ['received', 'resolved', 'late', 'pending'];

/** What one monthly report says; null is "chưa có số liệu". */
export type DossierReport = { period: Period } & Record<DossierFigure, number | null>;

/** A sum with the number of reports that did and did not give the figure. */
export interface Sum {
  value: number;
  known: number;
  lacking: number;
}

export interface DossierSum {
  received: Sum;
  resolved: Sum;
  late: Sum;
  /** The stock at the end of a stretch: of one unit, that of its last month which gives it. */
  pending: Sum;
  /** The late ones and all resolved, of the reports that give both. */
  rate: { late: number; of: number };
}

const none = (): Sum => ({ value: 0, known: 0, lacking: 0 });

/** Nothing said by nobody. */
export const noDossiers = (): DossierSum => ({
  received: none(),
  resolved: none(),
  late: none(),
  pending: none(),
  rate: { late: 0, of: 0 },
});

function take(sum: Sum, value: number | null): void {
  if (value === null) sum.lacking += 1;
  else {
    sum.value += value;
    sum.known += 1;
  }
}

/** Adds up the reports of one unit, in the order of their months, or of one month. */
export function sumOfReports(reports: Iterable<DossierReport>, of: 'unit' | 'month'): DossierSum {
  const sum = noDossiers();
  for (const report of reports) {
    take(sum.received, report.received);
    take(sum.resolved, report.resolved);
    take(sum.late, report.late);
    if (of === 'month') take(sum.pending, report.pending);
    else if (report.pending !== null) sum.pending = { value: report.pending, known: 1, lacking: 0 };
    else if (sum.pending.known === 0) sum.pending.lacking = 1;
    if (report.late !== null && report.resolved !== null && report.late <= report.resolved) {
      sum.rate.late += report.late;
      sum.rate.of += report.resolved;
    }
  }
  return sum;
}

function add(to: Sum, { value, known, lacking }: Sum): void {
  to.value += value;
  to.known += known;
  to.lacking += lacking;
}

/** Several sums as one. */
export function sumTogether(sums: Iterable<DossierSum>): DossierSum {
  const all = noDossiers();
  for (const each of sums) {
    for (const figure of DOSSIER_FIGURES) add(all[figure], each[figure]);
    all.rate.late += each.rate.late;
    all.rate.of += each.rate.of;
  }
  return all;
}

/** True where nobody has given the figure: it is not 0, it is unknown. */
export const isUnknown = ({ known }: Sum): boolean => known === 0;

/** Those with the most late dossiers first; where as many are late, the higher share, then the given order. */
export function byLate<T extends { dossiers: DossierSum }>(units: readonly T[]): T[] {
  return units
    .filter(({ dossiers }) => dossiers.late.value > 0)
    .toSorted((a, b) => b.dossiers.late.value - a.dossiers.late.value || compareRates(b, a));
}

/** Those with the highest share of late dossiers first; a share nobody can tell ranks nowhere. */
export function byRate<T extends { dossiers: DossierSum }>(units: readonly T[]): T[] {
  return units
    .filter(({ dossiers: { rate } }) => rate.late > 0)
    .toSorted((a, b) => compareRates(b, a) || b.dossiers.late.value - a.dossiers.late.value);
}

/** By the exact fractions, so that no rounding decides a rank. */
function compareRates(a: { dossiers: DossierSum }, b: { dossiers: DossierSum }): number {
  const [left, right] = [a.dossiers.rate, b.dossiers.rate];
  return left.late * Math.max(right.of, 1) - right.late * Math.max(left.of, 1);
}
