/** A roster imported again: what it leaves, changes and takes away of what was known, and the same only tried out. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importRoster } from '../../cli/import.ts';
import { unitTree } from '../../db/units.ts';
import { COLUMNS } from '../../domain/roster-column.ts';
import type { TemporaryArchive } from '../support/archive.ts';
import { temporaryArchive } from '../support/archive.ts';
import { countedRandom } from '../support/random.ts';

const AT = Date.UTC(2021, 9, 25, 1, 5); // 25/10/2021 08:05 in Viet Nam
const DAY = 86_400_000;
const SO = 'so,Sở KH&CN,department,';

const filesOfCodes = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('ma-dang-ky-'));

/** Imports rows below a header, and says what was printed. */
async function run({ archive, folder }: TemporaryArchive, rows: string[], at = AT, dryRun = false) {
  const file = join(folder, 'danh-sach.csv');
  writeFileSync(file, [COLUMNS.join(','), ...rows].join('\n'));
  const lines: string[] = [];
  const print = (line: string) => lines.push(line);
  const exit = await importRoster({ file, archive, at, random: countedRandom(String(at)), out: folder, print, dryRun });
  return { exit, lines, text: lines.join('\n') };
}

describe('an import of what is known', () => {
  it('says what it leaves, changes and takes away of what was known, and asks nobody to enrol whose roles ended', async () => {
    const temporary = temporaryArchive();
    const xa = 'xa,UBND xã A,commune,so';
    await run(temporary, [
      SO,
      `${xa},lan,Lan,staff,,,30/09/2021`,
      `${xa},hoa,Hoa,staff`,
      `${xa},,,,,2021-01-01,2021-12-31,so`,
    ]);
    const { lines } = await run(temporary, [SO, xa, `${xa},lan,Lan,staff`, `${xa},hoa,Hoa,staff`], AT + 31 * DAY);
    const at = lines.findIndex((line) => line.startsWith('Đã ghi từ trước'));
    expect(lines.slice(at, -3)).toEqual([
      'Đã ghi từ trước, xin đối chiếu (ô để trống là giữ nguyên; muốn bỏ thì ghi "không" vào ô):',
      '  giữ nguyên ngày kết thúc 31/12/2021 của UBND xã A',
      '  giữ nguyên ngày kết thúc 30/09/2021 của Lan (cán bộ, UBND xã A)',
      '  giữ nguyên đơn vị kế thừa Sở KH&CN của UBND xã A',
      '  giữ nguyên ngày bắt đầu 01/01/2021 của UBND xã A',
    ]);
    expect(lines.at(-2)).toMatch(/^Đã tạo 1 mã/);
    const later = await run(
      temporary,
      [SO, `${xa},,,,,,30/06/2022,không`, `${xa},lan,Lan,staff,,,không`],
      AT + 32 * DAY,
    );
    expect(later.text).toContain('  đổi ngày kết thúc của UBND xã A: 31/12/2021 thành 30/06/2022');
    expect(later.text).toContain('  bỏ đơn vị kế thừa Sở KH&CN của UBND xã A');
    expect(later.text).toContain('  bỏ ngày kết thúc 30/09/2021 của Lan (cán bộ, UBND xã A)');
  });

  it('tells why dates that contradict what is known are refused', async () => {
    const temporary = temporaryArchive();
    await run(temporary, [`${SO},,,,,,30/09/2021`]);
    const { exit, text } = await run(temporary, [`${SO},,,,,01/11/2021`]);
    expect(exit).toBe(1);
    expect(text).toContain('(valid_to): ngày bắt đầu sau ngày kết thúc đã ghi (30/09/2021). Ghi ngày kết thúc mới');
  });

  it('tried out says the same, keeps nothing and writes no codes', async () => {
    const temporary = temporaryArchive();
    await run(temporary, [`${SO},lan,Lan,staff,,,30/09/2021`]);
    const tables = ['units', 'people', 'memberships', 'enrolment_codes', 'settings', 'audit'];
    const dump = () => tables.map((table) => temporary.archive.sqlite.prepare(`select * from ${table}`).all());
    const [before, files] = [dump(), filesOfCodes(temporary.folder)];
    const rows = [`${SO},lan,Lan Anh,staff`, 'xa,UBND xã A,commune,so,hoa,Hoa,staff'];
    const { exit, text } = await run(temporary, rows, AT, true);
    expect(exit).toBe(0);
    expect(text).toContain('Đơn vị: 1 mới, 0 thay đổi, 1 giữ nguyên.');
    expect(text).toContain('giữ nguyên ngày kết thúc 30/09/2021 của Lan Anh (cán bộ, Sở KH&CN)');
    expect(text).toContain('Chạy thử: chưa ghi gì.');
    expect(dump()).toEqual(before);
    expect(unitTree(temporary.archive.read).size).toBe(1);
    expect(filesOfCodes(temporary.folder)).toEqual(files);
  });
});
