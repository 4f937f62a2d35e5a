/**
 * Where the review of a month stands, told from what was sent and what coordinators said of it. Nothing here is stored
 * as a state: the rows are kept as they were said, and the state follows from them.
 */
import { addWorkingDays, type Calendar } from './calendar.ts';
import type { Instant, IsoDate } from './date.ts';

export type Verdict = 'accepted' | 'returned' | 'mended';

export interface MonthReview {
  verdict: Verdict;
  at: Instant;
}

export type ReviewState = 'unfiled' | 'to_review' | 'accepted' | 'returned' | 'mended';

/**
 * The state of a month.
 * @param reviews what was said of it, oldest first. A 'mended' row stands for a sending that followed a verdict: after a
 *   return it answers the return, after an acceptance it opens the month again.
 * @param lastFiledAt when it was last sent; undefined while it never was
 */
export function reviewState(reviews: readonly MonthReview[], lastFiledAt: Instant | undefined): ReviewState {
  if (lastFiledAt === undefined) return 'unfiled';
  const last = reviews.at(-1);
  if (last === undefined) return 'to_review';
  const isLater = lastFiledAt > last.at;
  if (last.verdict === 'returned') return isLater ? 'mended' : 'returned';
  if (last.verdict === 'accepted') return isLater ? 'to_review' : 'accepted';
  const spoken = reviews.findLast(({ verdict }) => verdict !== 'mended');
  return spoken?.verdict === 'returned' ? 'mended' : 'to_review';
}

/** True where a coordinator has to look at a month: sent and not spoken of since. */
export const isOpenForReview = (state: ReviewState): boolean => state === 'to_review' || state === 'mended';

/** A month returned and neither sent again, accepted nor closed since. */
export interface ReturnedMonth {
  /** 'YYYY-MM'. */
  period: string;
  /** The day it was returned. */
  on: IsoDate;
  /** What was said of each thing returned. */
  reasons: Readonly<Record<string, string>>;
}

/**
 * Working days to mend a month that was returned: only the figures named are asked again, but a register or a colleague
 * may have to be asked. A day of our own, no directive states one; whether a month was in time is told by its first sending.
 */
export const MEND_WORKING_DAYS = 3;

/** By when a returned month is to be sent again: not before it would have been due anyhow. */
export function mendBy(on: IsoDate, due: IsoDate, calendar: Calendar): IsoDate {
  const day = addWorkingDays(calendar, on, MEND_WORKING_DAYS);
  return day < due ? due : day;
}
