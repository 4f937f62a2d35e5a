/**
 * What the yearly reports of the provinces tell beyond the catalogue of what is asked here: further counts, and rates
 * that are worked out from the dossiers. They are read, so that nothing typed is misread for something else.
 */

import type { Criterion } from './points.ts';

/** Counts of the inventory of the reports (seeds of Đồng Nai and Hà Tĩnh) that no question of ours asks. */
export const REPORT_COUNTS = [
  'total_to_process',
  'results_attached_online',
  'complaints',
  'apology_letters',
  'risks_found',
  'audit_count',
  'procedures_iso_applied',
  'procedure_fields_count',
  'procedures_level3',
  'procedures_level4',
  'procedures_interlinked',
  'procedures_with_dossiers',
  'procedures_online_payment',
  'procedure_flowcharts_count',
  'mobile_signing_leaders',
  'units_applied',
  'units_with_objectives',
] as const;

/** Rates, in per cent. */
const REPORT_RATES = ['on_time_rate', 'late_rate', 'online_rate', 'online_payment_rate', 'satisfaction_rate'] as const;

export type ReportCount = (typeof REPORT_COUNTS)[number];
export type ReportRate = (typeof REPORT_RATES)[number];
/** Points of a criterion, and money in đồng: asked once a year, and kept there in the person's own words. */
export type ReportWords = Criterion | 'budget_from_superior';
export type Reported = Partial<Record<ReportCount | ReportRate | ReportWords, number>>;

export const isReportCount = (name: string): name is ReportCount => (REPORT_COUNTS as readonly string[]).includes(name);

export const isReportRate = (name: string): name is ReportRate => (REPORT_RATES as readonly string[]).includes(name);
