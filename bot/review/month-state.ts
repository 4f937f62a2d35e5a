/** Where the review of a month stands, and whether it is closed, read from the rows. */
import { type Filing, filingOf, filingsOfUnits } from '../../db/answers.ts';
import { locksOf } from '../../db/locks.ts';
import { type Reasons, type Review, reviewsOf, reviewsOfUnits } from '../../db/reviews.ts';
import { type ReviewState, reviewState } from '../../domain/month-review.ts';
import { coverage, isYear, type Period, periodsOfYear } from '../../domain/period.ts';
import { isAskedInSpite, lockedBy, lockOver } from '../../domain/period-lock.ts';
import { existsOn, type Unit, type UnitId } from '../../domain/unit.ts';
import type { Scene } from '../scene.ts';

export interface MonthState {
  state: ReviewState;
  filing?: Filing;
  /** The last thing said of it. */
  last?: Review;
  /** The last return, where it is open or just answered. */
  returned?: Review;
  /** Changes with every sending and every verdict: what somebody decides on is what they have seen. */
  seen: string;
}

function stateFrom(reviews: readonly Review[], filing: Filing | undefined): MonthState {
  const state = reviewState(reviews, filing?.lastFiledAt);
  const last = reviews.at(-1);
  const returned = reviews.findLast(({ verdict }) => verdict !== 'mended');
  return {
    state,
    seen: `${(filing?.lastFiledAt ?? 0).toString(36)}.${last?.id ?? 0}`,
    ...(filing ? { filing } : {}),
    ...(last ? { last } : {}),
    ...(returned?.verdict === 'returned' ? { returned } : {}),
  };
}

/** The state of one month of a unit. */
export const monthState = ({ tx }: Pick<Scene, 'tx'>, unit: UnitId, period: Period): MonthState =>
  stateFrom(reviewsOf(tx, unit, period), filingOf(tx, unit, period));

/** The states of one month of several units, in their order. */
export function monthStates(
  { tx }: Pick<Scene, 'tx'>,
  units: readonly Unit[],
  period: Period,
): (MonthState & { unit: Unit })[] {
  const ids = units.map(({ id }) => id);
  const filings = new Map(filingsOfUnits(tx, ids, period).map((filing) => [filing.unit, filing]));
  const reviews = reviewsOfUnits(tx, ids, period);
  return units.map((unit) => ({ unit, ...stateFrom(reviews.get(unit.id) ?? [], filings.get(unit.id)) }));
}

/** What of a month is returned and not answered yet, with the reason for each; undefined where nothing is. */
export function returnedOf(scene: Pick<Scene, 'tx'>, unit: UnitId, period: Period): Reasons | undefined {
  const { state, returned } = monthState(scene, unit, period);
  return state === 'returned' ? returned?.reasons : undefined;
}

/**
 * What of a closed month was returned after it was closed, with the reason for each: exactly this may be mended without
 * asking. Undefined where nothing was, and where the month is open.
 */
export function returnedInSpite(scene: Pick<Scene, 'tx' | 'tree'>, unit: UnitId, period: Period): Reasons | undefined {
  const { state, returned } = monthState(scene, unit, period);
  const holds = lockOver(locksOf(scene.tx, period), unit, scene.tree);
  if (state !== 'returned' || !returned || !holds?.locked) return undefined;
  return isAskedInSpite(returned, holds) ? returned.reasons : undefined;
}

/**
 * The unit whose word closes a month for `unit`; undefined where it is open. A year ('YYYY') is closed once all months
 * are that the unit lived to see, by whoever closed the last of them.
 */
export function closedBy({ tx, tree, house }: Closing, unit: UnitId, period: string): UnitId | undefined {
  const own = tree.get(unit);
  if (!isYear(period) || !own) return lockedBy(locksOf(tx, period), unit, tree);
  const months = periodsOfYear(Number(period)).filter((each) => existsOn(own, coverage(each, house.window).to));
  const closed = months.map((each) => lockedBy(locksOf(tx, each), unit, tree));
  return closed.includes(undefined) ? undefined : closed.at(-1);
}

type Closing = Pick<Scene, 'tx' | 'tree'> & { house: Pick<Scene['house'], 'window'> };
