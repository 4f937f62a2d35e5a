/**
 * Percentages as reports print them. Exact integer arithmetic, so that a ratio never depends on binary fractions.
 * The default cuts off rather than rounds: 99,48 % (19.026/19.124) and 0,015 % (3/19.124) in the report of Sở Công
 * Thương Đồng Nai 2022 can only have been cut off, and its other ratios agree.
 */

export interface RatioRule {
  mode: 'truncate' | 'round';
  /** Digits after the comma, 0 to `DECIMALS_MAX`. */
  decimals: number;
}

export const RATIO_DEFAULT: RatioRule = { mode: 'truncate', decimals: 2 };

/** No report needs more; a larger setting is a mistake of typing. */
export const DECIMALS_MAX = 6;

/**
 * `numerator / denominator` in percent, without the sign: '99,48'. A whole percentage has no decimals ('100'), any
 * other has all that the rule names ('99,50'), so a cut-off '99,99' or '0,00' is never taken for a whole one.
 * Undefined where there is no ratio: a denominator of 0, or figures that are not whole numbers from 0 up.
 * Throws RangeError for decimals outside 0…6.
 */
export function ratio(numerator: number, denominator: number, rule: RatioRule = RATIO_DEFAULT): string | undefined {
  const { mode, decimals } = rule;
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > DECIMALS_MAX) {
    throw new RangeError(`decimals of a ratio must be 0 to ${DECIMALS_MAX}, not ${decimals}`);
  }
  if (!isCount(numerator) || !isCount(denominator) || denominator === 0) return undefined;
  const top = BigInt(numerator) * 100n;
  const bottom = BigInt(denominator);
  if (top % bottom === 0n) return String(top / bottom);
  const scale = 10n ** BigInt(decimals);
  const scaled = mode === 'round' ? (2n * top * scale + bottom) / (2n * bottom) : (top * scale) / bottom;
  const whole = String(scaled / scale);
  return decimals === 0 ? whole : `${whole},${String(scaled % scale).padStart(decimals, '0')}`;
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
