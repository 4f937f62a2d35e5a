/**
 * Reads the holiday tables that stand beside this file, one JSON file a year, and makes the calendar of them. A table
 * is checked before it is believed; what is wrong is said with the file, the entry and the remedy.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Calendar, type DayException, makeCalendar } from '../domain/calendar.ts';
import { isIsoDate, weekday, yearOf } from '../domain/date.ts';

/** The tables of the house; the build copies them beside the compiled file, so one address serves both. */
export const HOLIDAYS_DIR = fileURLToPath(new URL('./holidays/', import.meta.url));

/** One year's table as read: all its days off and swapped days. */
export interface HolidayTable {
  year: number;
  exceptions: DayException[];
}

const SATURDAY = 6;
/** Windows Notepad puts one in front of a file it saves. */
const BYTE_ORDER_MARK = /^\uFEFF/;

const date = z.string('write a date "YYYY-MM-DD"').refine(isIsoDate, 'no such date; write it "YYYY-MM-DD"');
const words = (what: string) => z.string(`write ${what}`).trim().min(1, `write ${what}`);
const entry = z.strictObject({
  date,
  kind: z.enum(['off', 'work'], 'write "off" for a day off or "work" for a weekend day worked'),
  name: words('the name of the day, in Vietnamese'),
  source: words('the law or notice the day comes from'),
  note: z.string('write the note as text').optional(),
});
const table = z
  .strictObject({
    year: z.int('write the year as a number'),
    checked: date,
    note: z.string('write the note as text').optional(),
    exceptions: z.array(entry, 'list the days off and swapped days').min(1, 'list the days off and swapped days'),
  })
  .superRefine(({ year, exceptions }, context) => {
    const seen = new Set<string>();
    exceptions.forEach((day, i) => {
      const refuse = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['exceptions', i, field], message });
      if (yearOf(day.date) !== year) refuse('date', `not in ${year}; move it to ${yearOf(day.date)}.json`);
      if (seen.has(day.date)) refuse('date', 'listed twice; keep one of the two');
      if (day.kind === 'work' && weekday(day.date) < SATURDAY) {
        refuse('kind', 'Monday to Friday is worked anyway; correct the date or remove the entry');
      }
      seen.add(day.date);
    });
  });

/** Where a problem is, counted as a person counts: 'entry 3 (2026-02-30), date'. */
function place(path: readonly PropertyKey[], content: unknown): string {
  const [top, index, field] = path;
  if (top !== 'exceptions' || typeof index !== 'number') return path.map(String).join('.') || 'the whole file';
  const days = z.looseObject({ exceptions: z.array(z.unknown()) }).safeParse(content).data?.exceptions;
  const shown = z.looseObject({ date: z.string() }).safeParse(days?.[index]).data?.date;
  return `entry ${index + 1}${shown === undefined ? '' : ` (${shown})`}${field === undefined ? '' : `, ${String(field)}`}`;
}

/**
 * A table from the text of a file `{year, checked, exceptions: [{date, kind, name, source}]}`; `file` is only named in
 * errors. Throws an Error in one line that names file, entry and remedy.
 */
export function parseHolidays(text: string, file: string): HolidayTable {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(BYTE_ORDER_MARK, ''));
  } catch (error) {
    const where = error instanceof Error ? error.message.replace(/\s+/g, ' ') : 'unreadable';
    throw new Error(`${file}: not valid JSON; mend a comma, quote or bracket near the place named: ${where}`);
  }
  const checked = table.safeParse(content);
  if (!checked.success) {
    const [first] = checked.error.issues;
    const more = checked.error.issues.length - 1;
    const rest = more > 0 ? ` (and ${more} more to mend in this file)` : '';
    throw new Error(`${file}: ${place(first?.path ?? [], content)}: ${first?.message ?? 'not a holiday table'}${rest}`);
  }
  const { year, exceptions, checked: on } = checked.data;
  return {
    year,
    exceptions: exceptions.map(({ date, kind, name, source }) => ({ date, kind, name, source, checked: on })),
  };
}

function readTable(dir: string, name: string): HolidayTable {
  const file = join(dir, name);
  const read = parseHolidays(readFileSync(file, 'utf8'), file);
  if (name !== `${read.year}.json`) throw new Error(`${file}: holds ${read.year}; rename it to ${read.year}.json`);
  return read;
}

/** The tables of a directory by year. Throws where the directory is missing or a file in it is wrong. */
export function readHolidays(dir: string = HOLIDAYS_DIR): HolidayTable[] {
  let names: string[];
  try {
    names = readdirSync(dir).filter((name) => name.endsWith('.json'));
  } catch {
    throw new Error(`${dir}: no holiday tables can be read here; restore the directory, one YYYY.json a year`);
  }
  return names.sort().map((name) => readTable(dir, name));
}

/**
 * The tables of several directories: of two for a year the later directory's stands. The first must be there; of the
 * others one that is missing has no tables.
 */
export function readTables([house = HOLIDAYS_DIR, ...others]: readonly string[]): HolidayTable[] {
  const all = [house, ...others.filter((dir) => existsSync(dir))].flatMap((dir) => readHolidays(dir));
  return [...new Map(all.map((table) => [table.year, table])).values()];
}

/** The calendar of some tables; `added` are days an admin entered, which win over the tables. */
export const calendarOf = (tables: readonly HolidayTable[], added: readonly DayException[] = []): Calendar =>
  makeCalendar(
    [...tables.flatMap((year) => year.exceptions), ...added],
    tables.map(({ year }) => year),
  );

/** The calendar of a directory's tables; `added` are days an admin entered, which win over the tables. */
export const loadCalendar = (dir: string = HOLIDAYS_DIR, added: readonly DayException[] = []): Calendar =>
  calendarOf(readHolidays(dir), added);
