/** Reviews, locks and requests: rows are added, and a request is decided once. */
import { describe, expect, it } from 'vitest';
import { recordFiling } from '../../db/answers.ts';
import {
  changeRequest,
  firstSending,
  openRequests,
  recordRequest,
  replaceRequests,
  settleRequest,
} from '../../db/change-requests.ts';
import { locksOf, recordLock } from '../../db/locks.ts';
import { mendedSince, openReturns, recordReview, reviewsOf, reviewsOfUnits } from '../../db/reviews.ts';
import { value } from '../../domain/figure.ts';
import { temporaryArchive } from '../support/archive.ts';

const UNIT = 3;
const PERIOD = '2021-10';
const by = (person: number, at: number) => ({ person, at });

describe('what was said of a month', () => {
  it('is kept in order, with the reason for each thing returned', () => {
    const { archive } = temporaryArchive();
    const reasons = { resolved_late: 'sổ ghi 3', documents: 'thiếu "số"' };
    archive.write((tx) => {
      recordReview(tx, { unit: UNIT, period: PERIOD, verdict: 'returned', reasons }, by(7, 100));
      recordReview(tx, { unit: UNIT, period: PERIOD, verdict: 'mended' }, { ...by(8, 100), message: 5 });
    });
    expect(reviewsOf(archive.read, UNIT, PERIOD)).toEqual([
      { id: 1, unit: UNIT, period: PERIOD, verdict: 'returned', reasons, by: 7, at: 100 },
      { id: 2, unit: UNIT, period: PERIOD, verdict: 'mended', reasons: {}, by: 8, at: 100, message: 5 },
    ]);
  });

  it('of another unit or month is another thing', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => recordReview(tx, { unit: UNIT, period: PERIOD, verdict: 'accepted' }, by(7, 100)));
    expect(reviewsOf(archive.read, 4, PERIOD)).toEqual([]);
    expect(reviewsOf(archive.read, UNIT, '2021-09')).toEqual([]);
    expect([...reviewsOfUnits(archive.read, [UNIT, 4], PERIOD).keys()]).toEqual([UNIT]);
    expect(reviewsOfUnits(archive.read, [], PERIOD).size).toBe(0);
  });

  it('finds the mended ones since a moment, that moment included', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      for (const at of [99, 100, 101]) recordReview(tx, { unit: at, period: PERIOD, verdict: 'mended' }, by(8, at));
      recordReview(tx, { unit: UNIT, period: PERIOD, verdict: 'returned' }, by(7, 200));
    });
    expect(mendedSince(archive.read, 100).map(({ unit }) => unit)).toEqual([100, 101]);
  });

  it.each<[string, [verdict: 'returned' | 'mended' | 'accepted', at: number][], number, boolean]>([
    ['returned', [['returned', 200]], 100, true],
    ['returned in the moment it was sent', [['returned', 100]], 100, true],
    [
      'mended',
      [
        ['returned', 200],
        ['mended', 300],
      ],
      300,
      false,
    ],
    [
      'accepted after all',
      [
        ['returned', 200],
        ['accepted', 300],
      ],
      100,
      false,
    ],
    [
      'returned again',
      [
        ['returned', 200],
        ['mended', 300],
        ['returned', 400],
      ],
      300,
      true,
    ],
    ['sent again without a word', [['returned', 200]], 300, false],
    ['accepted', [['accepted', 200]], 100, false],
  ])('waits to be mended or not: %s', (_what, said, filedAt, isOpen) => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      const span = { from: '2021-10-01', to: '2021-10-31', receipt: 'r' };
      recordFiling(tx, { unit: UNIT, period: PERIOD, ...span }, by(8, filedAt));
      for (const [verdict, at] of said) {
        recordReview(tx, { unit: UNIT, period: PERIOD, verdict, reasons: { received: 'x' } }, by(7, at));
      }
    });
    const expected = isOpen ? [PERIOD] : [];
    const periods = (...asked: [string, number[]?]) => openReturns(archive.read, ...asked).map(({ period }) => period);
    expect(periods('2021-01')).toEqual(expected);
    expect(periods('2021-01', [UNIT])).toEqual(expected);
    expect(periods('2021-01', [4])).toEqual([]);
    expect(periods('2021-11')).toEqual([]);
  });

  it('is refused where the row says something unknown', () => {
    const temporary = temporaryArchive();
    temporary.archive.write((tx) => recordReview(tx, { unit: UNIT, period: PERIOD, verdict: 'accepted' }, by(7, 1)));
    temporary.archive.sqlite.exec("update month_reviews set verdict = 'maybe'");
    expect(() => reviewsOf(temporary.archive.read, UNIT, PERIOD)).toThrow('maybe');
  });
});

describe('a lock', () => {
  it('is kept with who said it and when, the last one last', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      recordLock(tx, { unit: 1, period: PERIOD, locked: true }, by(7, 100));
      recordLock(tx, { unit: 1, period: PERIOD, locked: false }, { ...by(9, 100), message: 5 });
      recordLock(tx, { unit: 1, period: '2021-09', locked: true }, by(7, 100));
    });
    expect(locksOf(archive.read, PERIOD)).toEqual([
      { id: 1, unit: 1, locked: true, by: 7, at: 100 },
      { id: 2, unit: 1, locked: false, by: 9, at: 100, message: 5 },
    ]);
  });
});

describe('a request to change a closed month', () => {
  const asked = {
    unit: UNIT,
    period: PERIOD,
    change: { figures: { received: value(220) }, documents: [] },
    reason: 'sót 5',
  };

  it('is given back as it was asked, and is open', () => {
    const { archive } = temporaryArchive();
    const id = archive.write((tx) => recordRequest(tx, asked, { ...by(8, 100), message: 12 }));
    const request = { id, ...asked, askedBy: 8, askedAt: 100, message: 12 };
    expect(changeRequest(archive.read, id)).toEqual(request);
    expect(openRequests(archive.read)).toEqual([request]);
    expect(changeRequest(archive.read, 99)).toBeUndefined();
  });

  it('is decided once: the second decision changes nothing', () => {
    const { archive } = temporaryArchive();
    const id = archive.write((tx) => recordRequest(tx, asked, by(8, 100)));
    const decide = (verdict: 'granted' | 'refused', person: number) =>
      archive.write((tx) => settleRequest(tx, id, verdict, by(person, 200)));
    expect(decide('granted', 1)).toBe(true);
    expect(decide('refused', 2)).toBe(false);
    expect(changeRequest(archive.read, id)?.decided).toEqual({ verdict: 'granted', by: 1, at: 200 });
    expect(openRequests(archive.read)).toEqual([]);
  });

  it('is void once the month is asked for or sent again, unless it was decided', () => {
    const { archive } = temporaryArchive();
    const [first, second, other] = archive.write((tx) => [
      recordRequest(tx, asked, by(8, 100)),
      recordRequest(tx, asked, by(8, 101)),
      recordRequest(tx, { ...asked, period: '2021-09' }, by(8, 102)),
    ]);
    archive.write((tx) => {
      settleRequest(tx, first ?? 0, 'refused', by(1, 150));
      replaceRequests(tx, UNIT, PERIOD, by(8, 200));
    });
    const verdicts = [first, second, other].map((id) => changeRequest(archive.read, id ?? 0)?.decided?.verdict);
    expect(verdicts).toEqual(['refused', 'replaced', undefined]);
  });

  type Step = ['asks', number] | ['refused' | 'granted' | 'replaced'];
  it.each<[string, Step[], number | undefined]>([
    ['nobody, where none was asked', [], undefined],
    ['the one asked', [['asks', 100]], 100],
    ['the first of several, where nobody decided between', [['asks', 100], ['replaced'], ['asks', 101]], 100],
    ['the one after a no', [['asks', 100], ['refused'], ['asks', 101]], 101],
    ['none after a no', [['asks', 100], ['refused']], undefined],
    [
      'the first after a no, whatever was replaced before it',
      [['asks', 100], ['replaced'], ['asks', 101], ['refused'], ['asks', 102], ['replaced'], ['asks', 103]],
      102,
    ],
    ['the one granted', [['asks', 100], ['granted']], 100],
  ])('first sent it: %s', (_, steps, first) => {
    const { archive } = temporaryArchive();
    let last = 0;
    archive.write((tx) => {
      for (const [what, at = 0] of steps) {
        if (what === 'asks') last = recordRequest(tx, asked, by(8, at));
        else settleRequest(tx, last, what, by(1, 200));
      }
    });
    expect(firstSending(archive.read, UNIT, PERIOD)?.at).toBe(first);
    expect(firstSending(archive.read, 4, PERIOD)).toBeUndefined();
  });
});
