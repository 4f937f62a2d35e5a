/**
 * What follows from what. The dossier figures of a month are tied by four equations (Biểu II.06a: total received =
 * total resolved + total pending); with enough of them known the rest need not be asked, and figures that cannot all
 * be true are found before anything is saved.
 */
import type { IndicatorName } from './indicator.ts';

export type Amounts = Partial<Record<IndicatorName, number>>;

/** Both sides have the same sum. */
export interface Equation {
  left: readonly IndicatorName[];
  right: readonly IndicatorName[];
}

export const EQUATIONS: readonly Equation[] = [
  { left: ['received'], right: ['received_online', 'received_direct'] },
  { left: ['resolved'], right: ['resolved_early', 'resolved_on_time', 'resolved_late'] },
  { left: ['pending_total'], right: ['pending_in_time', 'pending_overdue'] },
  { left: ['carried_over', 'received'], right: ['resolved', 'pending_total'] },
];

/** An equation that cannot hold: the two sums known, or a remainder that would be below zero. */
export interface Conflict {
  equation: Equation;
  leftSum: number;
  /** Sum of what is known on the right; with `open` set it is already larger than the left. */
  rightSum: number;
  /** The indicator that would have to be negative, when one is still unknown. */
  open?: IndicatorName;
}

export interface Balance {
  /** What was given and what follows from it. */
  amounts: Amounts;
  conflicts: Conflict[];
}

const sum = (names: readonly IndicatorName[], amounts: Amounts): number =>
  names.reduce((total, name) => total + (amounts[name] ?? 0), 0);

/** Solves one equation for what it still lacks; adds what follows to `amounts`. True when something was learnt. */
function solve(equation: Equation, amounts: Amounts): boolean {
  const missing = [...equation.left, ...equation.right].filter((name) => amounts[name] === undefined);
  if (missing.length === 0) return false;
  const difference = sum(equation.left, amounts) - sum(equation.right, amounts);
  const [only] = missing;
  if (missing.length === 1 && only !== undefined) {
    const remainder = equation.left.includes(only) ? 0 - difference : difference;
    if (remainder < 0) return false;
    amounts[only] = remainder;
    return true;
  }
  // Counts are never negative: when one side is complete and already reached, whatever the other lacks is 0.
  const onLeft = missing.filter((name) => equation.left.includes(name)).length;
  if (difference !== 0 || (onLeft > 0 && onLeft < missing.length)) return false;
  for (const name of missing) amounts[name] = 0;
  return true;
}

function conflictOf(equation: Equation, amounts: Amounts): Conflict | undefined {
  const missing = [...equation.left, ...equation.right].filter((name) => amounts[name] === undefined);
  const leftSum = sum(equation.left, amounts);
  const rightSum = sum(equation.right, amounts);
  if (missing.length === 0) return leftSum === rightSum ? undefined : { equation, leftSum, rightSum };
  // With something unknown on one side only, the other side's sum may not be exceeded.
  const missingLeft = missing.filter((name) => equation.left.includes(name));
  const missingRight = missing.filter((name) => equation.right.includes(name));
  const [open] = missing;
  const exceeded =
    (missingLeft.length === 0 && rightSum > leftSum) || (missingRight.length === 0 && leftSum > rightSum);
  return exceeded && open !== undefined ? { equation, leftSum, rightSum, open } : undefined;
}

/** Derives every figure that follows and names the equations that cannot hold. Figures given are never changed. */
export function balance(given: Amounts): Balance {
  const amounts: Amounts = { ...given };
  for (let learnt = true; learnt; ) {
    learnt = false;
    for (const equation of EQUATIONS) learnt = solve(equation, amounts) || learnt;
  }
  const conflicts = EQUATIONS.flatMap((equation) => conflictOf(equation, amounts) ?? []);
  return { amounts, conflicts };
}

/** One way to make an equation tie: this indicator should have been this. */
export interface Mend {
  name: IndicatorName;
  value: number;
}

/** What a sum is made of by another equation: where the sum itself was not said, one of its parts was mistyped. */
export const partsOf = (name: IndicatorName, beside: Equation): readonly IndicatorName[] =>
  EQUATIONS.find((each) => each !== beside && each.left.length === 1 && each.left[0] === name)?.right ?? [];

/**
 * The single changes that would settle a conflict, of the figures `changeable` allows: what somebody most likely
 * mistyped. Never a negative one, and none that breaks another equation when there is one that does not.
 */
export function mends(
  conflict: Conflict,
  { given, amounts }: { given: Amounts; amounts: Amounts },
  changeable: (name: IndicatorName) => boolean,
): Mend[] {
  const gap = conflict.leftSum - conflict.rightSum;
  const change = (names: readonly IndicatorName[], by: number) =>
    names
      .filter((name) => amounts[name] !== undefined)
      .flatMap((name) => (changeable(name) ? [name] : partsOf(name, conflict.equation).filter(changeable)))
      .map((name) => ({ name, value: (amounts[name] ?? 0) + by }));
  const ways = [...change(conflict.equation.left, -gap), ...change(conflict.equation.right, gap)].filter(
    (mend) => mend.value >= 0,
  );
  const clean = ways.filter((mend) => balance({ ...given, [mend.name]: mend.value }).conflicts.length === 0);
  return clean.length > 0 ? clean : ways;
}
