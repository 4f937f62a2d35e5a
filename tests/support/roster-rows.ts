/** Rows of a roster written short, as in a .csv, and what was refused of them on one line each. */
import type { CheckedRoster } from '../../domain/roster.ts';
import type { NumberedRow } from '../../domain/roster-row.ts';

const COLUMNS =
  'unit_code,unit_name,unit_kind,parent_code,person_code,person_name,role,phone,valid_from,valid_to,successor_code';

/** The first is line 2, as below a header; cells left out at the end are empty. */
export function rosterRows(rows: readonly string[], header = COLUMNS): NumberedRow[] {
  const names = header.split(',');
  return rows.map((row, index) => {
    const cells = row.split(',');
    return { line: index + 2, cells: Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ''])) };
  });
}

/** Each refusal as 'line column reason (the other line): value'. */
export const refusalsOf = ({ refused }: CheckedRoster): string[] =>
  refused.map(
    ({ line, column, reason, value, otherLine }) =>
      `${line} ${column} ${reason}${otherLine === undefined ? '' : ` (${otherLine})`}: ${value}`,
  );
