/**
 * The monthly check-in as it stands: what was said, what the archive knows, and what follows from both. Everything the
 * questions and the review need is asked of this one view, so that a figure is derived in one place only.
 */
import { type Amounts, balance, type Conflict } from '../../../domain/balance.ts';
import type { Citation } from '../../../domain/citation.ts';
import type { Instant, IsoDate } from '../../../domain/date.ts';
import { amount, type Figure } from '../../../domain/figure.ts';
import type { IndicatorName } from '../../../domain/indicator.ts';
import { INDICATORS } from '../../../domain/indicator.ts';
import type { Period } from '../../../domain/period.ts';
import type { UnitId } from '../../../domain/unit.ts';
import type { Figures, Staged } from '../../flow.ts';

export interface CheckIn {
  unit: UnitId;
  period: Period;
  /** True when a month already sent is being corrected. */
  correcting: boolean;
  staged: Staged;
}

/** What the archive knows that the check-in needs. */
export interface CheckInFacts {
  unitName: string;
  /** The day it is. */
  today: IsoDate;
  /** The last good day for this month's report. */
  due: IsoDate;
  /** Last day of the month reported on. */
  ends: IsoDate;
  /** Its first day, where the organisation's months are not those of the calendar. */
  starts?: IsoDate;
  /** Last month's figures, when it was sent. */
  previous?: { pendingTotal?: number; received?: number };
  /** The number of procedures last known before this month. */
  proceduresTotal?: number;
  /** What was sent for this month already, by whom and when. */
  filed?: { figures: Figures; documents: Citation[]; at: Instant; by: string };
  /** What a coordinator has returned of it and is not answered yet, with the reason for each. */
  returned?: Readonly<Record<string, string>>;
  /**
   * Where the month is closed: what is sent waits for a coordinator's yes; but what was returned after the closing is
   * recorded when it is sent.
   */
  closed?: 'all' | 'but_returned';
  /** Where the unit owes no report of the month, because it ends before that does. */
  ended?: EndedInMonth;
  /** What it came after in this month, if anything. */
  predecessors?: Predecessors;
}

/** A unit that will not live to see the end of the month, and so owes no report of it. */
export interface EndedInMonth {
  /** Its last day. */
  last: IsoDate;
  /** Whether it was split, so that several come after it. */
  isSplit: boolean;
  /** The units that report on the month in its place; `mine` where the person may. */
  heirs: { id: UnitId; name: string; mine: boolean }[];
}

/** What has ended in a month and is told of in the report of the unit that comes after it. */
export interface Predecessors {
  /** Merged into it: counted in its report from the first day of the month on. */
  merged: string[];
  /** Split into it and others: each dossier is counted by whichever of them has it now. */
  split: string[];
  /** Those of them that sent the month before they ended: what the unit sends stands in its place. */
  sent: string[];
}

/** The things that may have happened in a month beside the dossiers. */
export const ACTIVITIES = [
  'procedures',
  'documents',
  'audit',
  'corrective',
  'review',
  'training',
  'difficulties',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** The figures each activity is about. */
export const ACTIVITY_FIGURES: Record<Activity, readonly IndicatorName[]> = {
  procedures: ['procedures_amended', 'procedures_new', 'procedures_repealed'],
  documents: [],
  audit: ['audit_date', 'minor_nonconformities', 'major_nonconformities', 'recommendations', 'observations'],
  corrective: ['corrective_action_date'],
  review: ['management_review_date'],
  training: ['training_attendees', 'training_courses_hosted'],
  difficulties: ['difficulties'],
};

export const isActivity = (text: string): text is Activity => (ACTIVITIES as readonly string[]).includes(text);

export const activityMark = (activity: Activity): string => `activity:${activity}`;

export interface View {
  state: CheckIn;
  facts: CheckInFacts;
  /** The counts given or known from last month. */
  given: Amounts;
  /** Those and what follows from them. */
  amounts: Amounts;
  conflicts: Conflict[];
}

/** The counts among some figures. */
export function amountsOf(figures: Figures): Amounts {
  const amounts: Amounts = {};
  for (const [name, figure] of Object.entries(figures) as [IndicatorName, Figure][]) {
    const n = INDICATORS[name].kind === 'count' ? amount(figure) : undefined;
    if (n !== undefined) amounts[name] = n;
  }
  return amounts;
}

/** The view of a state. */
export function look(state: CheckIn, facts: CheckInFacts): View {
  const known = facts.previous?.pendingTotal;
  const given = { ...(known === undefined ? {} : { carried_over: known }), ...amountsOf(state.staged.figures) };
  const { amounts, conflicts } = balance(given);
  const total = proceduresTotal(state, facts, amounts);
  if (total !== undefined) amounts.procedures_total = total;
  return { state, facts, given, amounts, conflicts };
}

/** Said outright, or last month's number with this month's changes. */
function proceduresTotal(state: CheckIn, facts: CheckInFacts, amounts: Amounts): number | undefined {
  if (state.staged.figures.procedures_total) return amount(state.staged.figures.procedures_total);
  return proceduresAfter(facts.proceduresTotal, amounts);
}

/** The number of procedures after a month's changes; undefined where it was not known before, or could not be. */
export function proceduresAfter(before: number | undefined, changes: Amounts): number | undefined {
  const total = (before ?? Number.NaN) + (changes.procedures_new ?? 0) - (changes.procedures_repealed ?? 0);
  return total >= 0 ? total : undefined;
}

/** The figure as said, without what follows from others. */
export const said = (view: View, name: IndicatorName): Figure | undefined => view.state.staged.figures[name];

/** True when nothing more need be asked about an indicator: it was said, even as "chưa có số liệu", or it follows. */
export function isKnown(view: View, name: IndicatorName): boolean {
  return said(view, name) !== undefined || view.amounts[name] !== undefined;
}

/** True when an activity was chosen, or anything of it was said. */
export function isActive(view: View, activity: Activity): boolean {
  const { staged } = view.state;
  return (
    staged.done.includes(activityMark(activity)) ||
    ACTIVITY_FIGURES[activity].some((name) => staged.figures[name] !== undefined && !isNothing(staged.figures[name])) ||
    (activity === 'documents' && staged.documents.length > 0)
  );
}

const isNothing = (figure: Figure | undefined): boolean => figure?.kind === 'nil';

/** The dossiers that are late, answered or still pending: what a reason is asked for. */
export const lateDossiers = (view: View): number =>
  (view.amounts.resolved_late ?? 0) + (view.amounts.pending_overdue ?? 0);
