/**
 * One answer to one question. A count is never guessed: a number (0 among them), "không phát sinh" (nothing of the
 * kind arose) and "chưa có số liệu" (nobody knows yet) are three different things and stay so to the report.
 */
export type Figure = { kind: 'value'; value: number | string | boolean } | { kind: 'nil' } | { kind: 'no_data' };

/** The number a figure contributes to a sum: "không phát sinh" counts as 0, "chưa có số liệu" as nothing known. */
export function amount(figure: Figure | undefined): number | undefined {
  if (figure?.kind === 'nil') return 0;
  if (figure?.kind === 'value' && typeof figure.value === 'number') return figure.value;
  return undefined;
}

export const value = (v: number | string | boolean): Figure => ({ kind: 'value', value: v });
export const NIL: Figure = { kind: 'nil' };
export const NO_DATA: Figure = { kind: 'no_data' };
