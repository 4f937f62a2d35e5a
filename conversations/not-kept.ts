/**
 * Figures a message tells that no question asks and no record holds: said back with their numbers, so that nobody
 * believes them kept. Rates of the dossiers are worked out here, and need not be typed.
 */
import { type IndicatorName, isIndicator, isYearly } from '../domain/indicator.ts';
import { nameOf } from './clarify.ts';
import {
  isReportRate,
  REPORT_COUNTS,
  type ReportCount,
  type Reported,
  type ReportRate,
} from './parse/report/inventory.ts';
import type { Understanding } from './parse/understand.ts';
import { type Line, line, type Value } from './say.ts';

type Name = ReportCount | ReportRate;

/** What follows from the dossiers, or from the audits recorded one by one. */
const DERIVED: readonly Name[] = ['total_to_process', 'audit_count'];
const WORKED_OUT: readonly ReportRate[] = ['on_time_rate', 'late_rate', 'online_rate'];

const NAMES: readonly Name[] = [...REPORT_COUNTS, 'satisfaction_rate', 'online_payment_rate'];

/** The sentences about what a message told and nothing keeps; none where it told nothing of the kind. */
export function notKept({ reported }: Understanding): Line[] {
  if (reported === undefined) return [];
  const kept = NAMES.filter((name) => reported[name] !== undefined && !DERIVED.includes(name));
  const rates = WORKED_OUT.filter((name) => reported[name] !== undefined);
  return [
    ...(kept.length > 0 ? [line('not-kept', { told: told(kept, reported) })] : []),
    ...(rates.length > 0 ? [line('not-kept-rate', { told: told(rates, reported) })] : []),
  ];
}

/** What a message told that is asked once a year, and not by the month's questions. */
export function askedYearly({ figures, reported }: Understanding): Line[] {
  const names = [...new Set([...Object.keys(figures), ...Object.keys(reported ?? {})])].filter(
    (name): name is IndicatorName => isIndicator(name) && isYearly(name),
  );
  return names.length === 0 ? [] : [line('asked-yearly', { names: { each: names.map(nameOf), with: ', ' } })];
}

const keyOf = (name: Name): 'reported-rate' | 'reported-share' | 'reported-count' => {
  if (WORKED_OUT.some((rate) => rate === name)) return 'reported-rate';
  return isReportRate(name) ? 'reported-share' : 'reported-count';
};

const told = (names: readonly Name[], reported: Reported): Value => ({
  each: names.map((name) =>
    line(keyOf(name), {
      name: line(`reported-${name}`),
      n: reported[name] ?? 0,
    }),
  ),
  with: ', ',
});
