/** The state of a month's review follows from what was sent and said; every order of the two is a row here. */
import { describe, expect, it } from 'vitest';
import { loadCalendar } from '../../directives/holidays.ts';
import {
  isOpenForReview,
  type MonthReview,
  mendBy,
  type ReviewState,
  reviewState,
  type Verdict,
} from '../../domain/month-review.ts';

const said = (...reviews: [Verdict, number][]): MonthReview[] => reviews.map(([verdict, at]) => ({ verdict, at }));

describe('the state of a month', () => {
  it.each<[string, MonthReview[], number | undefined, ReviewState]>([
    ['never sent', [], undefined, 'unfiled'],
    ['never sent, whatever was said of it', said(['accepted', 5]), undefined, 'unfiled'],
    ['sent and not spoken of', [], 10, 'to_review'],
    ['accepted after it was sent', said(['accepted', 20]), 10, 'accepted'],
    ['accepted at the very moment it was sent', said(['accepted', 10]), 10, 'accepted'],
    ['changed after it was accepted', said(['accepted', 20]), 30, 'to_review'],
    ['changed after it was accepted, in the same moment', said(['accepted', 20], ['mended', 20]), 20, 'to_review'],
    ['returned', said(['returned', 20]), 10, 'returned'],
    ['sent again after a return', said(['returned', 20]), 30, 'mended'],
    ['sent again in the moment of the return', said(['returned', 20], ['mended', 20]), 20, 'mended'],
    ['answered without a change', said(['returned', 20], ['mended', 30]), 10, 'mended'],
    ['accepted after mending', said(['returned', 20], ['mended', 30], ['accepted', 40]), 30, 'accepted'],
    ['returned a second time', said(['returned', 20], ['mended', 30], ['returned', 40]), 30, 'returned'],
    ['sent twice after a return', said(['returned', 20], ['mended', 30], ['mended', 35]), 35, 'mended'],
    ['returned after it was accepted', said(['accepted', 20], ['returned', 30]), 10, 'returned'],
    ['accepted instead of waiting for the mending', said(['returned', 20], ['accepted', 30]), 10, 'accepted'],
    [
      'mended, accepted and changed',
      said(['returned', 2], ['mended', 3], ['accepted', 4], ['mended', 5]),
      5,
      'to_review',
    ],
  ])('%s', (_, reviews, lastFiledAt, state) => {
    expect(reviewState(reviews, lastFiledAt)).toBe(state);
  });

  it('is to be looked at when it was sent and not spoken of since, and not otherwise', () => {
    const states: ReviewState[] = ['unfiled', 'to_review', 'accepted', 'returned', 'mended'];
    expect(states.filter(isOpenForReview)).toEqual(['to_review', 'mended']);
  });
});

describe('the day by which a returned month is to be mended', () => {
  const calendar = loadCalendar();
  it.each<[string, string, string, string]>([
    ['is three working days on', '2026-11-09', '2026-11-06', '2026-11-12'],
    ['passes over a weekend', '2026-11-12', '2026-11-06', '2026-11-17'],
    ['passes over the holiday of 24 November', '2026-11-20', '2026-11-06', '2026-11-26'],
    ['is never before the month was due anyhow', '2026-11-02', '2026-11-06', '2026-11-06'],
    ['is its own where both fall on one day', '2026-11-03', '2026-11-06', '2026-11-06'],
  ])('%s', (_what, on, due, expected) => {
    expect(mendBy(on, due, calendar)).toBe(expected);
  });
});
