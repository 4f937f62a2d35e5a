import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../cli/codes-file.ts';
import { importRoster } from '../../cli/import.ts';
import { brokenAt } from '../../db/audit.ts';
import { redeemCode } from '../../db/enrolment.ts';
import { bind, personByCode } from '../../db/people.ts';
import { unitTree } from '../../db/units.ts';
import { COLUMNS, REQUIRED_COLUMNS } from '../../domain/roster-column.ts';
import { translator } from '../../locales/translate.ts';
import { FILE_PROBLEMS } from '../../roster/problem.ts';
import type { TemporaryArchive } from '../support/archive.ts';
import { temporaryArchive } from '../support/archive.ts';
import { countedRandom } from '../support/random.ts';

const AT = Date.UTC(2021, 9, 25, 1, 5); // 25/10/2021 08:05 in Viet Nam
const DAY = 86_400_000;
const SAMPLE = fileURLToPath(new URL('../../docs/samples/danh-sach-mau.csv', import.meta.url));
const HEADER = COLUMNS.join(',');
const SO = 'so,Sở KH&CN,department,';

const filesOfCodes = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('ma-dang-ky-'))
    .sort();

const codesIn = (file: string): string[][] => parse(readFileSync(file), { bom: true });

/** Imports a file, or rows below a header, and says what was printed. */
async function run(
  temporary: TemporaryArchive,
  roster: string | string[],
  at = AT,
  random = countedRandom(String(at)),
) {
  const file = typeof roster === 'string' ? roster : join(temporary.folder, 'danh-sach.csv');
  if (typeof roster !== 'string') writeFileSync(file, [HEADER, ...roster].join('\n'));
  const lines: string[] = [];
  const print = (line: string) => lines.push(line);
  const exit = await importRoster({ file, archive: temporary.archive, at, random, out: temporary.folder, print });
  return { exit, lines, text: lines.join('\n') };
}

describe('import', () => {
  it('takes the sample, says what it did and writes a code for each person', async () => {
    const temporary = temporaryArchive();
    const { exit, lines } = await run(temporary, SAMPLE);
    expect(exit).toBe(0);
    expect(filesOfCodes(temporary.folder)).toEqual(['ma-dang-ky-20211025-0805.csv']);
    const file = join(temporary.folder, 'ma-dang-ky-20211025-0805.csv');
    expect(lines).toEqual([
      'Đã đọc 10 dòng trong danh-sach-mau.csv.',
      'Đơn vị: 6 mới, 0 thay đổi, 0 giữ nguyên.',
      'Người: 10 mới, 0 thay đổi, 0 giữ nguyên.',
      'Ngày hiệu lực đã đọc (ngày/tháng/năm), xin đối chiếu:',
      '  dòng 6: từ 01/01/2021 đến không ghi',
      'Không có dòng nào bị từ chối.',
      `Đã tạo 10 mã đăng ký trong tệp ${file} (dùng đến hết ngày 23/11/2021).`,
      'Phát mã cho từng người, mỗi mã dùng một lần; phát xong thì xóa tệp này vì mã không xem lại được ở đâu khác.',
    ]);
    const [header, ...rows] = codesIn(file);
    expect(header).toEqual(['Đơn vị', 'Người', 'Vai trò', 'Mã đăng ký', 'Dùng đến hết ngày']);
    expect(rows).toHaveLength(10);
    const lan = rows.find(([, person]) => person === 'Nguyễn Thị Lan (lan)') ?? [];
    expect(lan).toEqual(['UBND phường Đức Thuận', 'Nguyễn Thị Lan (lan)', 'cán bộ', lan[3], '23/11/2021']);
    const redeemed = temporary.archive.write((tx) => redeemCode(tx, lan[3] ?? '', AT + 29 * DAY));
    expect(redeemed).toBe(personByCode(temporary.archive.read, 'lan')?.id);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it('of the same file again changes nothing and writes no code', async () => {
    const temporary = temporaryArchive();
    await run(temporary, SAMPLE);
    const tables = ['units', 'people', 'memberships', 'enrolment_codes', 'settings', 'audit'];
    const dump = () => tables.map((table) => temporary.archive.sqlite.prepare(`select * from ${table}`).all());
    const before = dump();
    const { exit, text } = await run(temporary, SAMPLE.replace(/csv$/, 'xlsx'), AT + DAY);
    expect(exit).toBe(0);
    expect(text).toContain('Đơn vị: 0 mới, 0 thay đổi, 6 giữ nguyên.');
    expect(text).toContain('Người: 0 mới, 0 thay đổi, 10 giữ nguyên.');
    expect(text).toContain('Không cần mã đăng ký mới');
    expect(dump()).toEqual(before);
    expect(filesOfCodes(temporary.folder)).toHaveLength(1);
  });

  it('gives new codes only to those whose code ran out and who are on no channel', async () => {
    const temporary = temporaryArchive();
    await run(temporary, [`${SO},lan,Lan,staff`, `${SO},hoa,Hoa,staff`]);
    temporary.archive.write((tx) => bind(tx, 1, { channel: 'telegram', account: 'bot', id: '1' }, AT));
    await run(temporary, [`${SO},lan,Lan,staff`, `${SO},hoa,Hoa,staff`], AT + 30 * DAY);
    const [, later = ''] = filesOfCodes(temporary.folder);
    expect(codesIn(join(temporary.folder, later)).map(([, person]) => person)).toEqual(['Người', 'Hoa (hoa)']);
  });

  it('keeps the good rows and says of each refused one where, why and what to do', async () => {
    const temporary = temporaryArchive();
    const { exit, lines } = await run(temporary, [
      SO,
      'xa,UBND xã A,làng,so,lan,Lan,staff',
      `${SO},dp,Điều,giám đốc`,
      'xb,UBND xã B,xã,xa,hoa,Hoa,cán bộ',
    ]);
    expect(exit).toBe(0);
    const at = lines.findIndex((line) => line.startsWith('Từ chối'));
    expect(lines.slice(at, at + 4)).toEqual([
      'Từ chối 3 dòng (các dòng khác đã được ghi). Sửa trong tệp rồi nhập lại cả tệp:',
      '  dòng 3, cột "Loại đơn vị" (unit_kind): không rõ loại đơn vị "làng". Ghi một trong: tỉnh, sở, văn phòng, huyện, cụm, xã, phường, đặc khu.',
      '  dòng 4, cột "Vai trò" (role): không rõ vai trò "giám đốc". Ghi một trong: cán bộ, điều phối viên, lãnh đạo, quản trị.',
      '  dòng 5, cột "Mã đơn vị cấp trên" (parent_code): đơn vị cấp trên "xa" bị từ chối ở dòng 3. Sửa dòng 3 là đủ.',
    ]);
    expect([...unitTree(temporary.archive.read).values()].map(({ code }) => code)).toEqual(['so']);
  });

  it('says what changed and which columns it did not use', async () => {
    const temporary = temporaryArchive();
    await run(temporary, [`${SO},lan,Lan,staff`]);
    const file = join(temporary.folder, 'moi.csv');
    writeFileSync(file, `STT,${HEADER}\n1,so,Sở Khoa học,department,,lan,Lan Anh,staff`);
    const { text } = await run(temporary, file, AT + DAY);
    expect(text).toContain('Đơn vị thay đổi: so');
    expect(text).toContain('Người thay đổi: lan');
    expect(text).toContain('Không dùng các cột: STT.');
  });

  it.each<[string, string[], RegExp]>([
    ['with nothing but a header', [], /không có dòng nào bên dưới/],
    [
      'with nothing but refused rows',
      ['a,A,làng,', 'b,B,commune,a'],
      /^Không dòng nào dùng được, chưa ghi gì[\s\S]*dòng 2[\s\S]*dòng 3/,
    ],
  ])('fails on a file %s and keeps nothing', async (_case, rows, said) => {
    const temporary = temporaryArchive();
    const { exit, text } = await run(temporary, rows);
    expect(exit).toBe(1);
    expect(text).toMatch(said);
    expect(unitTree(temporary.archive.read).size).toBe(0);
    expect(filesOfCodes(temporary.folder)).toEqual([]);
  });

  it.each([
    ['that is missing', undefined, /^Không có tệp .*khong-co\.csv\. Kiểm tra/],
    [
      'without required columns',
      'unit_code,unit_name,unit_kind,role,ten\n',
      /thiếu cột: "Mã đơn vị cấp trên" \(parent_code\), .*Các cột hiện có: unit_code, .* ten\./,
    ],
    ['without a header', 'a,b\n1,2', /Dòng đầu hiện có: "a, b"/],
    ['with an open quotation mark', `${HEADER}\n"xa`, /gần dòng \d+/],
  ])('fails with one clear line on a file %s', async (_case, content, said) => {
    const temporary = temporaryArchive();
    const file = join(temporary.folder, 'khong-co.csv');
    if (content !== undefined) writeFileSync(file, content);
    const { exit, lines } = await run(temporary, file);
    expect(exit).toBe(1);
    expect(lines).toEqual([expect.stringMatching(said)]);
  });

  it('never writes over a file of codes', async () => {
    const temporary = temporaryArchive();
    await run(temporary, [`${SO},lan,Lan,staff`]);
    await run(temporary, [`${SO},hoa,Hoa,staff`], AT, countedRandom('another'));
    expect(filesOfCodes(temporary.folder)).toEqual(['ma-dang-ky-20211025-0805-2.csv', 'ma-dang-ky-20211025-0805.csv']);
  });

  it('keeps nothing when the codes cannot be written down', async () => {
    const temporary = temporaryArchive();
    const file = join(temporary.folder, 'danh-sach.csv');
    writeFileSync(file, `${HEADER}\n${SO},lan,Lan,staff`);
    const order = { file, archive: temporary.archive, at: AT, random: countedRandom(), print: () => undefined };
    await expect(importRoster({ ...order, out: join(temporary.folder, 'missing') })).rejects.toThrow('ENOENT');
    expect(unitTree(temporary.archive.read).size).toBe(0);
  });

  it('takes the file of codes away again when nothing could be kept', async () => {
    const temporary = temporaryArchive();
    temporary.archive.sqlite.exec('drop table audit');
    await expect(run(temporary, SAMPLE)).rejects.toThrow('audit');
    expect(filesOfCodes(temporary.folder)).toEqual([]);
    expect(unitTree(temporary.archive.read).size).toBe(0);
  });

  it('is written down in the audit log with its counts, without names or codes', async () => {
    const temporary = temporaryArchive();
    await run(temporary, SAMPLE);
    expect(brokenAt(temporary.archive.read)).toBeUndefined();
    expect(temporary.archive.sqlite.prepare('select actor, action, detail from audit').all()).toEqual([
      {
        actor: 'operator',
        action: 'import_roster',
        detail: JSON.stringify({ unitsAdded: 6, unitsChanged: 0, peopleAdded: 10, peopleChanged: 0, codes: 10 }),
      },
    ]);
  });
});

describe('a cell of the file of codes', () => {
  it.each([
    ['UBND xã A', '"UBND xã A"'],
    ['xã "A", huyện B', '"xã ""A"", huyện B"'],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['+84', '"\'+84"'],
    ['-1', '"\'-1"'],
    ['@sum', '"\'@sum"'],
    [' =1', '"\' =1"'],
    ['\t=1', '"\'\t=1"'],
    ['K7QM-2XRT', '"K7QM-2XRT"'],
  ])('%j is written %s', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });
});

describe('what the operator is told', () => {
  it('has a sentence for every problem of a file, in both languages', () => {
    const details = {
      file: 'f',
      line: '1',
      megabytes: 1,
      limit: 1,
      rows: 1,
      found: '',
      columns: '',
      column: '',
      header: '',
    };
    for (const language of ['vi', 'en'] as const) {
      for (const problem of FILE_PROBLEMS)
        expect(translator(language)(`import-file-${problem}`, details)).toContain('f');
    }
  });

  it('is documented: docs/vi/danh-sach.md has every column under both names, the required ones marked', () => {
    const doc = readFileSync(fileURLToPath(new URL('../../docs/vi/danh-sach.md', import.meta.url)), 'utf8');
    for (const column of COLUMNS) {
      const row = doc.split('\n').find((line) => line.startsWith(`| \`${column}\``)) ?? '';
      expect(row).toContain(translator('vi')(`import-column-${column}`));
      expect(row.includes('bắt buộc')).toBe(REQUIRED_COLUMNS.includes(column));
    }
  });
});
