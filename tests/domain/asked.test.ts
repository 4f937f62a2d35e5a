/** Which years a directive asks for at all: not those gone by when it begins, and of a dated task only its own. */
import { describe, expect, it } from 'vitest';
import type { Directive, Obligation } from '../../domain/directive.ts';
import { isAsked, type Standing } from '../../domain/obligation.ts';

const directive = { validFrom: '2026-11-10' } as Directive;
const owed = (year?: number, since?: string) => ({
  directive,
  obligation: (year === undefined ? {} : { year }) as Obligation,
  ...(since === undefined ? {} : { since }),
});
const open: Standing = { state: 'open' };

describe('a year of an obligation', () => {
  it.each<[string, number | undefined, number, Standing, string | undefined, boolean]>([
    ['due after the directive began', undefined, 2026, open, '2026-11-13', true],
    ['due the day it began', undefined, 2026, open, '2026-11-10', true],
    ['due before it began', undefined, 2026, open, '2026-11-09', false],
    ['due before, on a day somebody set', undefined, 2026, { ...open, due: '2026-11-09' }, '2026-11-09', true],
    ['without a day', undefined, 2026, open, undefined, true],
    ['its only year', 2026, 2026, open, '2026-12-15', true],
    ['the year after its only one', 2026, 2027, open, '2027-12-15', false],
    ['the year before its only one', 2027, 2026, open, '2026-12-15', false],
  ])('%s', (_what, only, year, now, due, expected) => {
    expect(isAsked(owed(only), year, now, due)).toBe(expected);
  });

  it.each<[string, string, Standing, string, boolean]>([
    ['due the day the unit began', '2026-12-01', open, '2026-12-01', true],
    ['due before the unit began', '2026-12-01', open, '2026-11-30', false],
    ['due before, on a day somebody set for it', '2026-12-01', { ...open, due: '2026-11-30' }, '2026-11-30', true],
  ])('%s', (_what, since, now, due, expected) => {
    expect(isAsked(owed(undefined, since), 2026, now, due)).toBe(expected);
  });
});
