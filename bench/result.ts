/** What a bench prints: one JSON line for each thing measured, with at least one of `per_s`, `ms` and `mb`. */

export type Result = { name: string } & ({ per_s: number } | { ms: number } | { mb: number }) &
  Record<string, string | number | boolean>;

/** Two decimals: more than any of these machines repeats. */
export const rounded = (n: number): number => Math.round(n * 100) / 100;

/** The nth percentile (0-100) of some times, by nearest rank. */
export function percentile(times: readonly number[], nth: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const rank = Math.ceil((nth / 100) * sorted.length);
  return rounded(sorted[Math.max(0, rank - 1)] ?? Number.NaN);
}

export const median = (times: readonly number[]): number => percentile(times, 50);
