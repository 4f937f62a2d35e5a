import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratio } from '../../domain/ratio.ts';

describe('ratio', () => {
  it.each([
    // the four ratios printed by Sở Công Thương Đồng Nai 2022, and where rounding would differ
    [19026, 19124, 'truncate', 2, '99,48'],
    [19026, 19124, 'round', 2, '99,49'],
    [19100, 19124, 'truncate', 2, '99,87'],
    [19100, 19124, 'round', 2, '99,87'],
    [3, 19124, 'truncate', 3, '0,015'],
    [3, 19124, 'round', 3, '0,016'],
    [30, 49, 'truncate', 2, '61,22'],
    // whole percentages carry no decimals, in either rule
    [321, 321, 'truncate', 2, '100'],
    [6, 6, 'round', 3, '100'],
    [0, 19124, 'truncate', 2, '0'],
    [1, 2, 'truncate', 2, '50'],
    // what is not whole keeps all its decimals
    [199, 200, 'truncate', 2, '99,50'],
    [1, 1_000_000, 'truncate', 2, '0,00'],
    [999_999, 1_000_000, 'truncate', 2, '99,99'],
    [2, 3, 'truncate', 0, '66'],
    [2, 3, 'round', 0, '67'],
    [1, 800, 'round', 2, '0,13'],
    // more than all: dossiers of last month resolved in this one
    [216, 215, 'truncate', 2, '100,46'],
    // beyond what a binary fraction can hold
    [9_007_199_254_740_990, 9_007_199_254_740_991, 'truncate', 6, '99,999999'],
  ] as const)('%d of %d, %s to %d decimals, is %s %%', (top, bottom, mode, decimals, printed) => {
    expect(ratio(top, bottom, { mode, decimals })).toBe(printed);
  });

  it('truncates to two decimals unless told otherwise', () => {
    expect(ratio(19026, 19124)).toBe('99,48');
  });

  it.each([
    ['nothing received', 0, 0],
    ['a negative count', -1, 10],
    ['a negative total', 1, -10],
    ['half a dossier', 1.5, 10],
    ['no number', Number.NaN, 10],
    ['an endless total', 1, Number.POSITIVE_INFINITY],
  ])('has no ratio for %s', (_case, top, bottom) => {
    expect(ratio(top, bottom)).toBeUndefined();
  });

  it.each([-1, 7, 1.5, Number.NaN])('refuses %d decimals', (decimals) => {
    expect(() => ratio(1, 3, { mode: 'round', decimals })).toThrow(RangeError);
  });

  it('never prints more than the true ratio when truncating, nor less by a whole last digit', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (top, bottom) => {
        const printed = Number((ratio(top, bottom) ?? '').replace(',', '.'));
        const cents = BigInt(Math.round(printed * 100));
        const exact = BigInt(top) * 10_000n;
        expect(cents * BigInt(bottom) <= exact && (cents + 1n) * BigInt(bottom) > exact).toBe(true);
      }),
    );
  });
});
