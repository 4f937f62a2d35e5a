import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateAt,
  daysBetween,
  instantOf,
  isIsoDate,
  isoDate,
  TIME_ZONE,
  timeAt,
  weekday,
  withOffset,
} from '../../domain/date.ts';

const INSTANTS = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) });
const two = (n: number): string => String(n).padStart(2, '0');

describe('local dates', () => {
  it('agrees with the time-zone database at any instant since 2000', () => {
    fc.assert(
      fc.property(INSTANTS, (instant) => {
        const local = new TZDate(instant, TIME_ZONE);
        expect(dateAt(instant)).toBe(`${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`);
        expect(timeAt(instant)).toBe(`${two(local.getHours())}:${two(local.getMinutes())}`);
      }),
    );
  });

  it('comes back to the same minute through date and time', () => {
    fc.assert(
      fc.property(INSTANTS, (instant) => {
        const minute = Math.floor(instant / 60_000) * 60_000;
        expect(instantOf(dateAt(minute), timeAt(minute))).toBe(minute);
      }),
    );
  });

  it('counts days across months, leap years and years', () => {
    fc.assert(
      fc.property(INSTANTS, fc.integer({ min: -5_000, max: 5_000 }), (instant, days) => {
        const from = dateAt(instant);
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it.each([
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['2021-09-31', false],
    ['2021-9-3', false],
    ['21-09-03', false],
    ['2021-13-01', false],
    ['', false],
  ])('%s is a date: %s', (text, expected) => expect(isIsoDate(text)).toBe(expected));

  it('refuses a day a month does not have', () => {
    expect(isoDate(2021, 9, 31)).toBeUndefined();
    expect(isoDate(2021, 9, 30)).toBe('2021-09-30');
  });

  it('numbers weekdays from Monday 1 to Sunday 7', () => {
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('2026-11-22')).toBe(7);
  });

  it('prints an instant with the offset of Viet Nam', () => {
    expect(withOffset(Date.UTC(2021, 9, 1, 1, 0))).toBe('2021-10-01T08:00:00+07:00');
  });
});
