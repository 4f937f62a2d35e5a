/**
 * Digits joined by signs: which of them are one count, a decimal, a ratio or a muddle. "." parts thousands and "," is the
 * decimal sign, as Vietnamese papers write them.
 */
import type { NumberSpan } from './number-at.ts';

/** Above any count of a commune, a province or the country; longer runs of digits are telephone or identity numbers. */
export const COUNT_MAX = 9_999_999_999;
/** A local telephone number has ten digits and begins with 0; a count with leading zeros has few. */
export const TELEPHONE = /^0\d{8,}$/;
export const notACount = (decimal: number) => ({ decimal, doubt: 'decimal' as const });

type Reading = Pick<NumberSpan, 'value' | 'doubt' | 'proposal' | 'decimal' | 'parts'>;

/** Digit groups and the separators between them: a count, a decimal, a fraction or a muddle. */
export function classify(parts: readonly string[], seps: readonly string[]): Reading {
  const [first = '', second = ''] = parts;
  const all = (sep: string): boolean => seps.every((one) => one === sep);
  if (all('/')) return { doubt: 'fraction', parts: parts.map(Number) };
  const grouped = /^[1-9]\d{0,2}$/.test(first) && parts.slice(1).every((part) => part.length === 3);
  if (all('.') && grouped) return plainCount(parts.join(''));
  if (all(',') && grouped && seps.length > 1) return { doubt: 'grouping', proposal: Number(parts.join('')) };
  if (seps.length === 1 && seps[0] !== '/') {
    const decimal = Number(`${first}.${second}`);
    if (seps[0] === ',' && grouped) return { ...notACount(decimal), proposal: Number(first + second) };
    return { ...notACount(decimal), ...(Number(second) === 0 && { proposal: Number(first) }) };
  }
  if (all(',')) return { doubt: 'several', parts: parts.map(Number) };
  return mixed(parts, seps);
}

/** "2.246,5" is a decimal with its thousands parted; anything else is a muddle. */
function mixed(parts: readonly string[], seps: readonly string[]): Reading {
  const last = seps.length - 1;
  const dotted = seps.indexOf(',') === last && !seps.includes('/');
  const whole: Reading = dotted ? classify(parts.slice(0, -1), seps.slice(0, -1)) : {};
  if (whole.value !== undefined) {
    const fraction = parts[last + 1] ?? '';
    const proposal = Number(fraction) === 0 ? { proposal: whole.value } : {};
    return { ...notACount(Number(`${whole.value}.${fraction}`)), ...proposal };
  }
  return { doubt: 'grouping' };
}

function plainCount(digits: string): Reading {
  const value = Number(digits);
  if (value > COUNT_MAX || TELEPHONE.test(digits)) return { doubt: 'too_large' };
  return { value };
}
