/** Months, quarters and years by name: what a button carries comes back as what was meant. */
import { describe, expect, it } from 'vitest';
import {
  endedMonths,
  monthSpan,
  monthsSpan,
  parseSpan,
  quarterOf,
  quarterSpan,
  spanBefore,
  spanYearBefore,
  yearSpan,
} from '../../domain/span.ts';

describe('a span', () => {
  it.each([
    [monthSpan('2026-10'), '2026-10', ['2026-10']],
    [quarterSpan(2026, 4), '2026-Q4', ['2026-10', '2026-11', '2026-12']],
    [quarterSpan(2025, 1), '2025-Q1', ['2025-01', '2025-02', '2025-03']],
    [monthsSpan(2026, 8, 12), '2026-M08-12', ['2026-08', '2026-09', '2026-10', '2026-11', '2026-12']],
    [monthsSpan(2026, 3, 4), '2026-M03-04', ['2026-03', '2026-04']],
  ])('%o is known by its name', (span, id, periods) => {
    expect(span).toMatchObject({ id, periods });
    expect(parseSpan(id)).toEqual(span);
  });

  it('of a year has its twelve months', () => {
    expect(parseSpan('2026')).toEqual(yearSpan(2026));
    expect(yearSpan(2026).periods).toHaveLength(12);
  });

  it.each([
    '',
    '2026-13',
    '2026-Q5',
    '2026-Q0',
    '26',
    '2026-10-01',
    'năm 2026',
    '2026-1',
    '2026-M00-06',
    '2026-M07-13',
    '2026-M06-01',
    '2026-M1-6',
    '2026-M01-03',
    '2026-M01-12',
    '2026-M05-05',
  ])('is not named "%s"', (id) => {
    expect(parseSpan(id)).toBeUndefined();
  });

  it.each([
    ['2026-01', '2025-12', '2025-01'],
    ['2026-10', '2026-09', '2025-10'],
    ['2026-Q1', '2025-Q4', '2025-Q1'],
    ['2026-Q3', '2026-Q2', '2025-Q3'],
    ['2026', '2025', '2025'],
    ['2026-M07-12', '2026-M01-06', '2025-M07-12'],
    ['2026-M01-06', '2025-M07-12', '2025-M01-06'],
    ['2026-M01-09', '2025-M01-09', '2025-M01-09'],
    ['2026-M04-09', '2025-M04-09', '2025-M04-09'],
  ])('%s comes after %s, a year after %s', (id, before, year) => {
    const span = parseSpan(id);
    expect(span && spanBefore(span).id).toBe(before);
    expect(span && spanYearBefore(span).id).toBe(year);
  });

  it.each([
    [4, 6, '2026-Q2'],
    [1, 12, '2026'],
    [7, 7, '2026-07'],
    [1, 6, '2026-M01-06'],
  ])('of months %i to %i has one name', (from, to, id) => {
    expect(monthsSpan(2026, from, to).id).toBe(id);
  });

  it.each([
    [0, 6],
    [7, 13],
    [6, 1],
  ])('is not made of months %i to %i', (from, to) => {
    expect(() => monthsSpan(2026, from, to)).toThrow(RangeError);
  });

  it('counts the months that have ended', () => {
    expect(endedMonths(quarterSpan(2026, 4), '2026-10')).toEqual(['2026-10']);
    expect(endedMonths(quarterSpan(2027, 1), '2026-10')).toEqual([]);
  });

  it.each([
    ['2026-01', '2026-Q1'],
    ['2026-03', '2026-Q1'],
    ['2026-04', '2026-Q2'],
    ['2026-12', '2026-Q4'],
  ])('of the quarter of %s is %s', (period, id) => {
    expect(quarterOf(period).id).toBe(id);
  });
});
