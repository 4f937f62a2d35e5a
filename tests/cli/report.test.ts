/** `cli report`: a unit's year as a Word document, with what is missing named. */
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { compileUnitYear } from '../../cli/report.ts';
import { readConfig } from '../../config.ts';
import { dataFolder } from '../support/data-folder.ts';

const textOf = (bytes: Uint8Array): string =>
  (new PizZip(bytes).file('word/document.xml')?.asText() ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('report', () => {
  it.each(['duc-thuan', 'Đức Thuận', 'duc thuan', 'UBND phường Đức Thuận'])('finds the unit by %j', async (unit) => {
    const { folder } = await dataFolder({ sends: 'lan' });
    const { bytes, lines } = await compileUnitYear(readConfig({ DATA_DIR: folder }), unit, '2021');
    expect(textOf(bytes)).toContain('ĐỨC THUẬN');
    expect(textOf(bytes)).toContain('215');
    expect(lines.join('\n')).toMatch(/\S/);
    expect(lines.join('\n')).not.toMatch(/undefined|\{|\}/);
  });

  it.each([
    ['khong-co', '2021', /Không có đơn vị "khong-co".*duc-thuan/s],
    ['phường', '2021', /Có nhiều đơn vị.*(?:duc-thuan|bac-hong)/s],
    ['duc-thuan', '21', /Năm "21"/],
    ['duc-thuan', '2021a', /Năm "2021a"/],
  ])('refuses %j in %j with what to do', async (unit, year, message) => {
    const { folder } = await dataFolder();
    await expect(compileUnitYear(readConfig({ DATA_DIR: folder }), unit, year)).rejects.toThrow(message);
  });

  it('refuses a template there is not by its name', async () => {
    const { folder } = await dataFolder();
    await expect(compileUnitYear(readConfig({ DATA_DIR: folder }), 'duc-thuan', '2021', 'khong-co')).rejects.toThrow(
      'khong-co',
    );
  });

  it('says what to do where there is no data', async () => {
    await expect(compileUnitYear(readConfig({ DATA_DIR: 'there-is-none' }), 'duc-thuan', '2021')).rejects.toThrow(
      /import/,
    );
  });
});
