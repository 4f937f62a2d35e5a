/** What the operator is told about an import, line by line: counts, refusals with their remedies, dates to check. */
import type { Applied, Tally } from '../db/roster.ts';
import type { CheckedRoster, Refusal, RefusalReason, UnitLife } from '../domain/roster.ts';
import type { Column } from '../domain/roster-column.ts';
import { formatDate } from '../locales/format.ts';
import type { Translate } from '../locales/translate.ts';
import type { RosterFileError } from '../roster/problem.ts';

/** A few screens: a file with more wrong rows has one mistake many times. */
const REFUSALS_LISTED_MAX = 200;

/** Enough to see whether days and months were taken for each other. */
const DATES_LISTED_MAX = 10;

const CODES_LISTED_MAX = 20;

/** The first of `lines`, and how many more there are. */
function atMost(t: Translate, lines: readonly string[], limit: number): string[] {
  if (lines.length <= limit) return [...lines];
  return [...lines.slice(0, limit), t('import-more', { count: lines.length - limit })];
}

const column = (t: Translate, name: Column): string => t('import-column', { title: t(`import-column-${name}`), name });

/** Why the file could not be read, and what to do. */
export function problemSaid(t: Translate, file: string, error: RosterFileError): string {
  const { columns, column: twice, megabytes, line, ...rest } = error.details;
  const names = String(columns ?? '').split(' ') as Column[];
  return t(`import-file-${error.problem}`, {
    ...rest,
    file,
    ...(columns === undefined ? {} : { columns: names.map((name) => column(t, name)).join(', ') }),
    ...(twice === undefined ? {} : { column: column(t, twice as Column) }),
    ...(line === undefined ? {} : { line: String(line) }),
    ...(megabytes === undefined ? {} : { megabytes: Math.ceil(Number(megabytes)) }),
  });
}

/** Reasons whose value is a date of the archive, not what stands in the cell. */
const KNOWN_DATES: ReadonlySet<RefusalReason> = new Set(['from_after_kept_to', 'to_before_kept_from']);

/** One line for each refused cell. */
export function refusalsSaid(t: Translate, refused: readonly Refusal[]): string[] {
  const lines = refused.map(({ line, column: name, reason, value, otherLine }) =>
    t('import-refused-line', {
      line: String(line),
      column: name ? column(t, name) : '',
      why: t(`import-why-${reason}`, {
        value: KNOWN_DATES.has(reason) ? formatDate(value) : value,
        other: String(otherLine ?? ''),
      }),
    }),
  );
  return atMost(t, lines, REFUSALS_LISTED_MAX);
}

/** How many units and people were added, changed and left, and which were changed. */
export function tallySaid(t: Translate, { units, people }: Applied): string[] {
  const counts = ({ added, changed, unchanged }: Tally) => ({
    added: added.length,
    changed: changed.length,
    unchanged: unchanged.length,
  });
  const listed = (codes: string[]) => atMost(t, codes, CODES_LISTED_MAX).join(', ');
  return [
    t('import-units', counts(units)),
    ...(units.changed.length > 0 ? [t('import-changed-units', { codes: listed(units.changed) })] : []),
    t('import-people', counts(people)),
    ...(people.changed.length > 0 ? [t('import-changed-people', { codes: listed(people.changed) })] : []),
  ];
}

/**
 * Dates as they were read. A spreadsheet set to American dates turns a typed 01/02/1980 into 2 January before we see
 * it, and only a person can tell.
 */
export function datesRead(t: Translate, { units, memberships }: CheckedRoster): string[] {
  const dated = [...units.map(({ line, life }) => ({ line, ...life })), ...memberships]
    .filter(({ validFrom, validTo }) => validFrom ?? validTo)
    .sort((a, b) => a.line - b.line);
  if (dated.length === 0) return [];
  const written = (date: UnitLife['validFrom']) => (date ? formatDate(date) : t('import-date-open'));
  const lines = dated.map(({ line, validFrom, validTo }) =>
    t('import-date-line', { line: String(line), from: written(validFrom), to: written(validTo) }),
  );
  return [t('import-dates'), ...atMost(t, [...new Set(lines)], DATES_LISTED_MAX)];
}
