/** The holiday tables of the house, and what an operator is told about a table that is wrong. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCalendar, parseHolidays, readHolidays } from '../../directives/holidays.ts';
import { holidayName, isProvisional, isWorkingDay } from '../../domain/calendar.ts';
import { addDays, weekday } from '../../domain/date.ts';

describe('the tables of the house', () => {
  const calendar = loadCalendar();

  it.each([
    [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', '04-26'],
    [2026, '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24', '01-10 08-22'],
    [2027, '01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24', ''],
  ])('%i rests and works on the weekdays and Saturdays the notices say', (year, off, worked) => {
    const rests: string[] = [];
    const works: string[] = [];
    for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
      if (weekday(date) < 6 && !isWorkingDay(calendar, date)) rests.push(date.slice(5));
      if (weekday(date) >= 6 && isWorkingDay(calendar, date)) works.push(date.slice(5));
    }
    expect(rests.join(' ')).toBe(off);
    expect(works.join(' ')).toBe(worked);
    expect(isProvisional(calendar, year)).toBe(false);
  });

  it('leave the years before and after provisional', () => {
    expect([2021, 2024, 2028].map((year) => isProvisional(calendar, year))).toEqual([true, true, true]);
    expect(holidayName(calendar, '2028-01-26')).toBe('Tết Nguyên đán');
  });

  it('give every day a name, a source and a day of checking', () => {
    const days = readHolidays().flatMap((table) => table.exceptions);
    expect(days.length).toBeGreaterThan(40);
    for (const day of days) {
      expect(day.name.length * day.source.length).toBeGreaterThan(0);
      expect(day.checked).toBe('2026-11-21');
    }
  });

  it('give way to a day an admin adds', () => {
    const added = { date: '2026-11-23', kind: 'off', name: 'Nghỉ hoán đổi', source: 'admin', checked: '2026-11-20' };
    expect(isWorkingDay(calendar, '2026-11-23')).toBe(true);
    expect(isWorkingDay(loadCalendar(undefined, [{ ...added, kind: 'off' }]), '2026-11-23')).toBe(false);
  });
});

describe('a table that is wrong', () => {
  const good = { date: '2028-01-26', kind: 'off', name: 'Tết Nguyên đán', source: 'Thông báo' };
  const table = (...exceptions: object[]) => JSON.stringify({ year: 2028, checked: '2027-10-01', exceptions });

  it.each([
    [
      'a date that does not exist',
      table(good, { ...good, date: '2028-02-30' }),
      'entry 2 (2028-02-30), date: no such date',
    ],
    [
      'a date written our way',
      table({ ...good, date: '26/01/2028' }),
      'entry 1 (26/01/2028), date: no such date; write it',
    ],
    ['a date of another year', table({ ...good, date: '2027-01-26' }), 'not in 2028; move it to 2027.json'],
    ['a date twice', table(good, good), 'entry 2 (2028-01-26), date: listed twice'],
    ['an unknown kind', table({ ...good, kind: 'holiday' }), 'entry 1 (2028-01-26), kind: write "off"'],
    ['a Wednesday worked in exchange', table({ ...good, kind: 'work' }), 'kind: Monday to Friday is worked anyway'],
    ['a day without a source', table({ ...good, source: ' ' }), 'entry 1 (2028-01-26), source: write the law'],
    ['a day without a name', table({ ...good, name: undefined }), 'entry 1 (2028-01-26), name: write the name'],
    ['a misspelt key', table({ ...good, sourse: 'x' }), 'entry 1 (2028-01-26): Unrecognized key: "sourse"'],
    ['an entry that is no object', JSON.stringify({ year: 2028, checked: '2027-10-01', exceptions: [3] }), 'entry 1: '],
    ['no days at all', table(), 'exceptions: list the days off'],
    ['no day of checking', JSON.stringify({ year: 2028, exceptions: [good] }), 'checked: write a date'],
    [
      'a year as text',
      JSON.stringify({ year: '2028', checked: '2027-10-01', exceptions: [good] }),
      'year: write the year',
    ],
    ['an empty file', '', 'not valid JSON; mend'],
    ['a comma too many', '{"year": 2028,\n}', 'not valid JSON; mend'],
    ['a list', '[]', 'the whole file: '],
  ])('is refused with file, place and remedy: %s', (_what, text, message) => {
    const read = () => parseHolidays(text, '2028.json');
    expect(read).toThrow(message);
    expect(read).toThrow(/^2028\.json: [^\n]+$/);
  });

  it('says how many more there are', () => {
    const text = table({ ...good, kind: 'x' }, { ...good, name: '' }, { ...good, source: '' });
    expect(() => parseHolidays(text, '2028.json')).toThrow(/\(and 2 more to mend in this file\)$/);
  });

  it('is not refused for a note or for the mark Notepad puts in front', () => {
    const text = `\uFEFF${table({ ...good, note: 'cần đối chiếu' })}`;
    expect(parseHolidays(text, '2028.json')).toEqual({
      year: 2028,
      exceptions: [{ ...good, checked: '2027-10-01' }],
    });
  });
});

describe('a directory of tables', () => {
  let dir = '';
  const text = JSON.stringify({
    year: 2028,
    checked: '2027-10-01',
    exceptions: [{ date: '2028-01-26', kind: 'off', name: 'Tết Nguyên đán', source: 'Thông báo' }],
  });
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'holidays-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('is read by year, and what is not JSON is left alone', () => {
    writeFileSync(join(dir, '2028.json'), text);
    writeFileSync(join(dir, 'README.md'), 'tables');
    expect(readHolidays(dir).map((table) => table.year)).toEqual([2028]);
    expect(isProvisional(loadCalendar(dir), 2028)).toBe(false);
    expect(isProvisional(loadCalendar(dir), 2026)).toBe(true);
  });

  it('is refused where a file is named for another year', () => {
    writeFileSync(join(dir, '2029.json'), text);
    expect(() => loadCalendar(dir)).toThrow('2029.json: holds 2028; rename it to 2028.json');
  });

  it('is refused where it is missing', () => {
    mkdirSync(join(dir, 'other'));
    expect(() => loadCalendar(join(dir, 'holidays'))).toThrow('no holiday tables can be read here; restore');
  });
});
