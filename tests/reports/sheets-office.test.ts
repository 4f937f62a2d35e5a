/** The spreadsheets opened by LibreOffice, which calculates everything anew: its totals must be those we wrote. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monthXlsx } from '../../reports/month-xlsx.ts';
import { trackingXlsx } from '../../reports/tracking-xlsx.ts';
import { canRun } from '../support/programs.ts';
import { october, splitYear } from './month-units.ts';

// "localc" is there where LibreOffice has its spreadsheets; writing documents needs less.
const here = canRun('the spreadsheets recalculated by LibreOffice', ['soffice', 'localc']);

/** A cold LibreOffice makes its profile first, on a busy machine for a minute. */
const OFFICE_TIMEOUT_MS = 180_000;

/** Every sheet as UTF-8, numbers as they are. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** The file without the results of its formulas: nothing can then be shown but what LibreOffice calculates. */
function uncalculated(bytes: Uint8Array): Uint8Array {
  const zip = new PizZip(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  const xml = zip.file(path)?.asText() ?? '';
  const bare = xml.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1');
  expect(bare.length).toBeLessThan(xml.length);
  zip.file(path, bare);
  return zip.generate({ type: 'uint8array' });
}

describe.runIf(here)('the spreadsheets, opened by LibreOffice', () => {
  let folder = '';

  const rowsOf = (sheet: string, book = ''): string[][] => {
    const isIt = (file: string) => file.startsWith(book) && file.endsWith(`${sheet}.csv`);
    const name = readdirSync(folder).find((file) => isIt(file.normalize('NFC'))) ?? '';
    return parse(readFileSync(join(folder, name)), { relaxColumnCount: true }) as string[][];
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sheets-'));
    writeFileSync(join(folder, 'month.xlsx'), uncalculated(await monthXlsx(october())));
    writeFileSync(join(folder, 'split.xlsx'), uncalculated(await monthXlsx(splitYear())));
    const states = ['done', 'open', 'overdue', 'done'] as const;
    const list = await trackingXlsx({
      scope: 'Sở',
      year: 2026,
      standardCode: 'TCVN ISO 9001:2015',
      asOf: Date.parse('2026-05-17T09:00:00+07:00'),
      obligations: ['Kế hoạch'],
      units: states.map((state, index) => ({ name: `Cơ quan ${index}`, states: [state] })),
    });
    writeFileSync(join(folder, 'list.xlsx'), uncalculated(list));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const files = ['month.xlsx', 'split.xlsx', 'list.xlsx'].map((name) => join(folder, name));
    execFileSync('soffice', ['--headless', profile, '--convert-to', CSV, '--outdir', folder, ...files], {
      stdio: 'ignore',
      timeout: OFFICE_TIMEOUT_MS,
    });
  }, OFFICE_TIMEOUT_MS);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('come to the totals we wrote, without what nobody said', () => {
    const rows = rowsOf('Biểu tổng hợp', 'month');
    const total = rows.find(([, label]) => label?.startsWith('Tổng số'));
    expect(total?.slice(2)).toEqual(['13239', '12639', '414', '96', '1714', '600', '1024', '10', '86', '60', '6']);
    const lacking = rows.find(([, label]) => label === 'Số đơn vị chưa có số liệu');
    expect(lacking?.slice(2)).toEqual(['1', '2', '2', '1', '1', '2', '2', '2', '1', '2', '2']);
  });

  it('come to a stock that is counted once after a split', () => {
    const total = rowsOf('Biểu tổng hợp', 'split').find(([, label]) => label?.startsWith('Tổng số'));
    expect(total?.slice(2)).toEqual(['2464', '1800', '621', '43', '2442', '891', '1536', '15', '22', '18', '4']);
  });

  it('have no cell that came to an error, and calculate no name', () => {
    const cells = rowsOf('Biểu tổng hợp', 'month').flat();
    expect(cells.filter((cell) => /^(?:#|Err:)/.test(cell))).toEqual([]);
    expect(cells).toContain('=HYPERLINK("http://x","xã")');
  });

  it('count the list as it was written', () => {
    const rows = rowsOf('Danh sách theo dõi');
    expect(rows.slice(7, 10).map((row) => row[2])).toEqual(['2', '1', '1']);
  });

  it('have both sheets', () => {
    expect(rowsOf('Nguồn số liệu')[1]?.slice(0, 3)).toEqual(['TT', 'Đơn vị', 'Kỳ báo cáo']);
  });
});
