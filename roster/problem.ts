/** Why a file could not be read as a roster at all; told to the operator with what to do about it. */

export const FILE_PROBLEMS = [
  'file_missing',
  'not_a_spreadsheet',
  'old_excel',
  'not_utf8',
  'broken_quotes',
  'too_large',
  'too_many_rows',
  'no_header',
  'column_missing',
  'column_twice',
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** Thrown by the readers of `roster/`; `details` are what the sentence about it names. */
export class RosterFileError extends Error {
  override name = 'RosterFileError';
  readonly problem: FileProblem;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(problem: FileProblem, details: Record<string, string | number> = {}, cause?: unknown) {
    super(`${problem} ${JSON.stringify(details)}`, { cause });
    this.problem = problem;
    this.details = details;
  }
}
