/** "Xét duyệt": what was sent for a month and not reviewed, counted, with a way into each; and what waits beside it. */
import { type Line, line, type Option, option, type Value } from '../../conversations/say.ts';
import { isOpenForReview, type ReviewState } from '../../domain/month-review.ts';
import { addMonths, lastEnded, type Period, periodMonth } from '../../domain/period.ts';
import type { Unit } from '../../domain/unit.ts';
import { offer, type Scene, tell } from '../scene.ts';
import { reporting, reportingIn } from '../status/reporting.ts';
import { requestOption, requestsFor } from './changes.ts';
import { type MonthState, monthStates } from './month-state.ts';

/** Units offered as buttons; the others are called by name. */
export const UNITS_OFFERED_MAX = 8;
/** Units named in one answer; a longer list would not be read on a phone. */
const UNITS_NAMED_MAX = 20;
/** Months looked back for what was never reviewed: a year's report rests on these. */
const MONTHS_BACK = 11;
/** Requests offered beside the list. */
const REQUESTS_OFFERED_MAX = 4;

export type UnitMonth = MonthState & { unit: Unit };

/** The months of a period that wait for a coordinator's word, in the order of the tree. */
export const openMonths = (scene: Scene, period: Period): UnitMonth[] =>
  monthStates(scene, reportingIn(scene, 'review_month')(period), period).filter(({ state }) => isOpenForReview(state));

/** Answers "xét duyệt" for a month. */
export function sayReviews(scene: Scene, period: Period = lastEnded(scene.today, scene.house.window)): void {
  const unitsIn = reportingIn(scene, 'review_month');
  if (unitsIn(period).length + reporting(scene, 'review_month').length === 0) return tell(scene, line('not-allowed'));
  const months = monthStates(scene, unitsIn(period), period);
  const open = months.filter(({ state }) => isOpenForReview(state));
  const requests = requestsFor(scene);
  const lines = [
    line('review-heading', { period: { period } }),
    line('review-counts', counts(months)),
    ...returnedLine(months),
    ...elsewhere(scene, unitsIn, period),
    ...(requests.length > 0 ? [line('review-requests', { count: requests.length })] : []),
    ...(open.length === 0 ? [line('review-none')] : openLines(open, period)),
  ];
  const choices: Option[][] = [
    ...open.slice(0, UNITS_OFFERED_MAX).map(({ unit, state }) => [lookOption(unit, period, state)]),
    ...(open.length > 1 ? [[option(`run:accept-all:${period}`, 'review-accept-all', { n: open.length })]] : []),
    ...requests.slice(0, REQUESTS_OFFERED_MAX).map((request) => [requestOption(scene, request)]),
  ];
  if (choices.length > 0) offer(scene, { lines, choices });
  else tell(scene, ...lines);
}

const lookOption = (unit: Unit, period: Period, state: ReviewState): Option =>
  option(`run:review:${unit.id}:${period}`, state === 'mended' ? 'review-choice-mended' : 'review-choice-unit', {
    unit: unit.name,
  });

function counts(months: readonly UnitMonth[]): Record<string, Value> {
  const count = (...states: ReviewState[]) => months.filter(({ state }) => states.includes(state)).length;
  return {
    total: months.length,
    filed: months.length - count('unfiled'),
    open: count('to_review', 'mended'),
    returned: count('returned'),
    accepted: count('accepted'),
  };
}

/** More units than fit as buttons are named, and called by typing the name. */
function openLines(open: readonly UnitMonth[], period: Period): Line[] {
  if (open.length <= UNITS_OFFERED_MAX) return [line('review-pick')];
  const named = open.slice(0, UNITS_NAMED_MAX).map(({ unit }) => unit.name);
  const units: Value = { each: named.length < open.length ? [...named, '…'] : named, with: ', ' };
  const example = open[UNITS_OFFERED_MAX]?.unit.name ?? '';
  return [line('review-open-units', { units }), line('review-pick-name', { month: periodMonth(period), example })];
}

/** Who still has to send again, so that they are not forgotten among those to review. */
function returnedLine(months: readonly UnitMonth[]): Line[] {
  const returned = months.filter(({ state }) => state === 'returned').map(({ unit }) => unit.name);
  if (returned.length === 0) return [];
  const named = returned.slice(0, UNITS_NAMED_MAX);
  const units: Value = { each: named.length < returned.length ? [...named, '…'] : named, with: ', ' };
  return [line('review-returned-units', { units })];
}

/** Earlier months with something left to review. */
function elsewhere(scene: Scene, unitsIn: (period: Period) => Unit[], period: Period): Line[] {
  const others: Value[] = [];
  for (let back = 1; back <= MONTHS_BACK; back += 1) {
    const earlier = addMonths(period, -back);
    const n = monthStates(scene, unitsIn(earlier), earlier).filter(({ state }) => isOpenForReview(state)).length;
    if (n > 0) others.push(line('review-elsewhere-month', { period: { period: earlier }, n }));
  }
  return others.length === 0 ? [] : [line('review-elsewhere', { months: { each: others, with: ', ' } })];
}
