/**
 * The file of enrolment codes an operator hands out: .csv that Excel opens with its Vietnamese letters, readable by the
 * operator alone, never written over an older one.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../domain/date.ts';
import { dateAt, timeAt } from '../domain/date.ts';

/** Without this mark Excel takes UTF-8 for an old code page. */
const UTF8_MARK = '\ufeff';

/** Two imports in one minute are a slip of the finger; a hundred are a loop. */
const SAME_MINUTE_MAX = 100;

/**
 * Writes the rows into a new file 'ma-dang-ky-<yyyymmdd-hhmm>.csv' in `folder` and gives its path.
 * @throws {Error} when it cannot be written.
 */
export function writeCodesFile(folder: string, at: Instant, rows: readonly (readonly string[])[]): string {
  const minute = `${dateAt(at).replaceAll('-', '')}-${timeAt(at).replace(':', '')}`;
  const text = UTF8_MARK + rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
  for (let copy = 1; ; copy += 1) {
    const file = join(folder, `ma-dang-ky-${minute}${copy === 1 ? '' : `-${copy}`}.csv`);
    try {
      writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
      return file;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || copy >= SAME_MINUTE_MAX) throw error;
    }
  }
}

/**
 * One cell in quotes. A text that a spreadsheet would run as a formula gets an apostrophe before it: names come from
 * files other people made.
 */
export function csvCell(text: string): string {
  const harmless = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
