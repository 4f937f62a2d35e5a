/**
 * Which agency has met which obligation: the model of the tracking list a Sở keeps (appendix of letter 821/SKHCN-TĐC
 * of Sở KH&CN Đồng Nai, 2021). JSON-safe.
 */
import type { Instant } from '../domain/date.ts';

/**
 * Where an obligation of a unit stands. `done` also when late; `open` before its last day; `returned` waits for the
 * unit to mend it; `exempt` was let off; `not_owed` where the unit does not have it.
 */
export type TrackingState = 'done' | 'open' | 'overdue' | 'returned' | 'exempt' | 'not_owed';

export interface TrackingModel {
  /** Who keeps the list. */
  scope: string;
  year: number;
  /** 'TCVN ISO 9001:2015'. */
  standardCode: string;
  asOf: Instant;
  /** Headings of the columns, one an obligation: 'Kế hoạch năm 2021'. */
  obligations: string[];
  /** Rows, in order; `states` are as many as `obligations`. */
  units: { name: string; states: TrackingState[] }[];
}

/** What stands in the list for a state. */
export const TRACKING_MARKS: Record<TrackingState, string> = {
  done: 'x',
  open: '',
  overdue: 'quá hạn',
  returned: 'trả lại',
  exempt: 'được miễn',
  not_owed: '–',
};
