/**
 * The catalogue: everything the quality-system report counts or states, by the field's standard names. One row an
 * indicator: what sums over a year, and what is taken from the first or the last month, stands here and nowhere else;
 * what ties to what stands in `domain/balance`. Sources: the report of UBND phường Đức Thuận 2021, of Văn phòng UBND tỉnh Đồng Nai 2023, of
 * Sở Công Thương Đồng Nai 2022, and Biểu II.06a of Thông tư 01/2020/TT-VPCP.
 */

/** What an answer looks like. `count` is a whole number of at least 0. */
export type Kind = 'count' | 'date' | 'yes_no' | 'text' | 'points';

/** How a year's figure comes from its months: summed, from the first or last month, or from the latest that has one. */
export type Compile = 'sum' | 'first' | 'last' | 'latest';

export interface Indicator {
  kind: Kind;
  /** Asked in the monthly check-in, or once for the year. */
  cadence: 'month' | 'year';
  compile: Compile;
}

const month = (kind: Kind, compile: Compile): Indicator => ({ kind, cadence: 'month', compile });
const year = (kind: Kind): Indicator => ({ kind, cadence: 'year', compile: 'latest' });

export const INDICATORS = {
  // dossiers (hồ sơ TTHC), Biểu II.06a
  carried_over: month('count', 'first'),
  received: month('count', 'sum'),
  received_online: month('count', 'sum'),
  received_direct: month('count', 'sum'),
  resolved: month('count', 'sum'),
  resolved_early: month('count', 'sum'),
  resolved_on_time: month('count', 'sum'),
  resolved_late: month('count', 'sum'),
  pending_total: month('count', 'last'),
  pending_in_time: month('count', 'last'),
  pending_overdue: month('count', 'last'),
  late_reason: month('text', 'latest'),
  // administrative procedures (TTHC)
  procedures_total: month('count', 'last'),
  procedures_amended: month('count', 'sum'),
  procedures_new: month('count', 'sum'),
  procedures_repealed: month('count', 'sum'),
  // internal audit, corrective action, management review
  audit_done: month('yes_no', 'latest'),
  audit_date: month('date', 'latest'),
  minor_nonconformities: month('count', 'latest'),
  major_nonconformities: month('count', 'latest'),
  recommendations: month('count', 'latest'),
  observations: month('count', 'latest'),
  corrective_action_date: month('date', 'latest'),
  management_review_date: month('date', 'latest'),
  // training
  training_attendees: month('count', 'sum'),
  training_courses_hosted: month('count', 'sum'),
  difficulties: month('text', 'latest'),
  // asked once for the year
  dossiers_generated: year('count'),
  inspections_received: year('count'),
  announcement_count_total: year('count'),
  announcement_count_in_year: year('count'),
  internal_processes_count: year('count'),
  budget_from_superior: year('text'),
  budget_own_source: year('text'),
  score_basis: year('text'),
  self_score: year('points'),
  self_score_max: year('points'),
  // the six component criteria of 7.2, each as "0,5/0,5"
  score_7_2_1: year('text'),
  score_7_2_2: year('text'),
  score_7_2_3: year('text'),
  score_7_2_4: year('text'),
  score_7_2_5: year('text'),
  score_7_2_6: year('text'),
  propaganda_narrative: year('text'),
  corrective_action_status: year('text'),
  advantages: year('text'),
  year_difficulties: year('text'),
  strengths: year('text'),
  weaknesses: year('text'),
  solutions: year('text'),
  next_plan: year('text'),
  proposals: year('text'),
} as const satisfies Record<string, Indicator>;

export type IndicatorName = keyof typeof INDICATORS;

export const INDICATOR_NAMES = Object.keys(INDICATORS) as IndicatorName[];

export function isIndicator(name: string): name is IndicatorName {
  return Object.hasOwn(INDICATORS, name);
}

/** Whether it is asked once a year, and not of every month. */
export const isYearly = (name: IndicatorName): boolean => INDICATORS[name].cadence === 'year';

/** The indicators of one kind and cadence, in catalogue order. */
export function indicatorsOf(cadence: Indicator['cadence'], kind?: Kind): IndicatorName[] {
  return INDICATOR_NAMES.filter(
    (name) => INDICATORS[name].cadence === cadence && (kind === undefined || INDICATORS[name].kind === kind),
  );
}
