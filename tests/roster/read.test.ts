import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SheetData } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { checkRoster } from '../../domain/roster.ts';
import { COLUMNS, columnOf } from '../../domain/roster-column.ts';
import type { RosterFileError } from '../../roster/problem.ts';
import { FILE_BYTES_MAX, ROWS_MAX, readRoster, readRosterSheet } from '../../roster/read.ts';

const HEADER = ['unit_code', 'unit_name', 'unit_kind', 'parent_code', 'person_code', 'person_name', 'role'];
const ROW = ['duc-thuan', 'UBND phường Đức Thuận', 'ward', 'cum-1', 'lan', 'Nguyễn Thị Lan', 'staff'];
const CELLS = Object.fromEntries(HEADER.map((column, place) => [column, ROW[place]]));
const csv = (delimiter = ',', ...rows: string[][]) =>
  [HEADER, ROW, ...rows].map((row) => row.join(delimiter)).join('\r\n');

/** A file in a folder that is gone after the test. */
function fileOf(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'danh-sach-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function xlsxOf(data: SheetData): Promise<string> {
  return fileOf('roster.xlsx', await writeExcelFile(data).toBuffer());
}

const problemOf = (file: string): Promise<RosterFileError> =>
  readRoster(file).then(
    () => expect.unreachable('the file was read'),
    (error: unknown) => error as RosterFileError,
  );

describe('a .csv', () => {
  it.each<[string, string | Uint8Array]>([
    ['with commas', csv(',')],
    ['with semicolons', csv(';')],
    ['with tabs', csv('\t')],
    ['with the mark of UTF-8', `\ufeff${csv()}`],
    ['in UTF-16 with its mark', Buffer.from(`\ufeff${csv('\t')}`, 'utf16le')],
    ['in UTF-16 without', Buffer.from(csv('\t'), 'utf16le')],
    ['with line ends of Linux', csv().replaceAll('\r\n', '\n')],
    ['with every cell in quotes', csv().replace(/[^,\r\n]+/g, '"$&"')],
    ['ending with an empty line', `${csv()}\r\n\r\n`],
  ])('%s is read', async (_case, content) => {
    expect(await readRoster(fileOf('roster.csv', content))).toEqual([{ line: 2, cells: CELLS }]);
  });

  it('keeps separators, quotes and line breaks that stand in quotes', async () => {
    const text = csv(',', ['xa', '"UBND xã A, huyện ""B"""', 'commune', '', '"hoa"', '"Trần\nThị Hoa"', 'staff']);
    const [, row] = await readRoster(fileOf('roster.csv', text));
    expect(row?.cells).toMatchObject({ unit_name: 'UBND xã A, huyện "B"', person_name: 'Trần\nThị Hoa' });
  });

  it('numbers its rows as the spreadsheet shows them, empty rows counted and left out', async () => {
    const text = `DANH SÁCH ĐƠN VỊ\n\n${HEADER.join(';')}\n${ROW.join(';')}\n;;;;;;\n\n${ROW.join(';')}\n`;
    expect((await readRoster(fileOf('roster.csv', text))).map(({ line }) => line)).toEqual([4, 7]);
  });

  it('may have short rows, long rows and columns of its own, which are named', async () => {
    const text = `STT,${HEADER.join(',')},Ghi chú\n1,a,A,ward\n2,${ROW.join(',')},mới,thừa`;
    const sheet = await readRosterSheet(fileOf('roster.csv', text));
    expect(sheet.rows[0]?.cells).toMatchObject({ unit_code: 'a', unit_kind: 'ward', role: '' });
    expect(sheet.rows[1]?.cells).toEqual(CELLS);
    expect(sheet.unused).toEqual(['STT', 'Ghi chú']);
  });

  it('may have Vietnamese headers in any order', async () => {
    const text =
      'Vai trò;Họ và tên;Mã người;Mã đơn vị cấp trên;Loại đơn vị;Tên đơn vị;Mã đơn vị\nCán bộ;Lan;lan;;xã;UBND xã A;xa';
    expect((await readRoster(fileOf('roster.csv', text)))[0]?.cells).toEqual({
      unit_code: 'xa',
      unit_name: 'UBND xã A',
      unit_kind: 'xã',
      parent_code: '',
      person_code: 'lan',
      person_name: 'Lan',
      role: 'Cán bộ',
    });
  });
});

describe('an .xlsx', () => {
  it('is read with its codes and telephone numbers as the person sees them', async () => {
    const file = await xlsxOf([
      ['Danh sách', null],
      [],
      [...HEADER, 'phone', 'valid_from'],
      [
        { value: 123, type: Number, format: '00000' },
        'UBND xã A',
        'commune',
        79,
        { value: 45, type: Number, format: '0000' },
        'Lan',
        'staff',
        912345678,
        { value: new Date(Date.UTC(2025, 6, 1)), type: Date, format: 'dd/mm/yyyy' },
      ],
      [null, null],
      [...ROW, '84912345678'],
    ]);
    const rows = await readRoster(file);
    expect(rows.map(({ line }) => line)).toEqual([4, 6]);
    expect(rows[0]?.cells).toEqual({
      unit_code: '00123',
      unit_name: 'UBND xã A',
      unit_kind: 'commune',
      parent_code: '79',
      person_code: '0045',
      person_name: 'Lan',
      role: 'staff',
      phone: '912345678',
      valid_from: '2025-07-01',
    });
    expect(rows[1]?.cells).toMatchObject({ ...CELLS, phone: '84912345678' });
  });

  it('is told by its content, whatever its name', async () => {
    const bytes = await writeExcelFile([HEADER, ROW]).toBuffer();
    expect(await readRoster(fileOf('roster.csv', bytes))).toEqual([{ line: 2, cells: CELLS }]);
  });
});

describe('a file is refused', () => {
  it.each<[string, string, string, string | Uint8Array]>([
    ['of another kind', 'not_a_spreadsheet', 'a.xlsx', 'not a zip'],
    [
      'that is a zip of something else',
      'not_a_spreadsheet',
      'a.xlsx',
      Buffer.from('PK\x03\x04 and then nothing of use'),
    ],
    ['that is a PDF', 'not_a_spreadsheet', 'a.pdf', '%PDF-1.7 unit_code,unit_name'],
    ['that is a picture', 'not_a_spreadsheet', 'a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])],
    ['of the old Excel', 'old_excel', 'a.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['in an old code page', 'not_utf8', 'a.csv', Buffer.from('unit_code,unit_name\nx\xe3,UBND x\xe3', 'latin1')],
    ['with a quotation mark never closed', 'broken_quotes', 'a.csv', `${csv()}\r\n"xa,UBND`],
    ['that is empty', 'no_header', 'a.csv', ''],
    ['without a header', 'no_header', 'a.csv', `${ROW.join(',')}\n${ROW.join(',')}`],
    ['too large', 'too_large', 'a.csv', Buffer.alloc(FILE_BYTES_MAX + 1, 'a')],
    ['with too many rows', 'too_many_rows', 'a.csv', csv(',', ...Array<string[]>(ROWS_MAX).fill(ROW))],
    ['with a column twice', 'column_twice', 'a.csv', `${HEADER.join(',')},Mã người\n${ROW.join(',')}`],
  ])('%s', async (_case, problem, name, content) => {
    expect(await problemOf(fileOf(name, content))).toMatchObject({ name: 'RosterFileError', problem });
  });

  it('that is not there, or is a folder', async () => {
    const file = fileOf('roster.csv', csv());
    expect(await problemOf(`${file}.missing`)).toMatchObject({ problem: 'file_missing' });
    expect(await problemOf(join(file, '..'))).toMatchObject({ problem: 'not_a_spreadsheet' });
  });

  it('naming every required column it lacks and what it has instead', async () => {
    const header = HEADER.filter((column) => column !== 'role' && column !== 'parent_code').join(',');
    const error = await problemOf(fileOf('roster.csv', `${header},Chức danh\n`));
    expect(error.problem).toBe('column_missing');
    expect(error.details).toEqual({ columns: 'parent_code role', found: `${header.replaceAll(',', ', ')}, Chức danh` });
  });

  it('showing what stands in its first row when that is no header', async () => {
    const error = await problemOf(fileOf('roster.csv', '\nmã,tên\n1,2'));
    expect(error.details).toEqual({ found: 'mã, tên' });
  });
});

describe('the samples in docs', () => {
  const sample = (ending: string) =>
    fileURLToPath(new URL(`../../docs/samples/danh-sach-mau.${ending}`, import.meta.url));

  it('say the same in .csv and .xlsx', async () => {
    expect(await readRosterSheet(sample('xlsx'))).toEqual(await readRosterSheet(sample('csv')));
  });

  it('tell on a second sheet how every column is filled in, as the guide does', async () => {
    const rows = (await readSheet(sample('xlsx'), 2)).map((row) => row.map(String));
    const guide = readFileSync(new URL('../../docs/vi/danh-sach.md', import.meta.url), 'utf8').replaceAll('`', '"');
    expect(rows.slice(1).map(([title = '']) => columnOf(title))).toEqual(COLUMNS);
    for (const [title = '', , how = ''] of rows.slice(1)) expect(guide, title).toContain(how);
    expect(rows.find(([title]) => title === 'Hiệu lực từ')?.[2]).toContain('ghi "không"');
  });

  it('are accepted whole', async () => {
    const roster = checkRoster(await readRoster(sample('csv')), { units: [], people: [] });
    expect(roster.refused).toEqual([]);
    expect(roster.units.find(({ code }) => code === 'duc-thuan')?.name).toBe('UBND phường Đức Thuận');
    const roles = new Set(roster.memberships.map(({ role }) => role));
    expect([...roles].sort()).toEqual(['admin', 'coordinator', 'leader', 'staff']);
  });
});
