import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTemplate } from '../../directives/templates.ts';
import { compileAnnual } from '../../reports/annual.ts';
import { annualDocx } from '../../reports/annual-docx.ts';
import { canRun } from '../support/programs.ts';
import { ducThuan2021 } from './duc-thuan.ts';

const here = canRun('the annual report printed by LibreOffice', ['soffice', 'pdftotext', 'pdftoppm']);

/** A cold LibreOffice makes its profile first, on a busy machine for a minute. */
const OFFICE_TIMEOUT_MS = 180_000;

describe.runIf(here)('the annual report, printed by LibreOffice', () => {
  let folder = '';
  let pages: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'annual-'));
    const file = await annualDocx(compileAnnual(ducThuan2021()), loadTemplate('ha-tinh'));
    writeFileSync(join(folder, 'report.docx'), file);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const office = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'report.docx')];
    execFileSync('soffice', office, { stdio: 'ignore', timeout: OFFICE_TIMEOUT_MS });
    const pdf = join(folder, 'report.pdf');
    pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
    execFileSync('pdftoppm', ['-r', '40', '-png', pdf, join(folder, 'page')]);
  }, OFFICE_TIMEOUT_MS);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has four to six pages, each of which can be drawn', () => {
    expect(pages.length).toBeGreaterThanOrEqual(4);
    expect(pages.length).toBeLessThanOrEqual(6);
    expect(readdirSync(folder).filter((name) => name.endsWith('.png'))).toHaveLength(pages.length);
  });

  it('has agency and quốc hiệu side by side, each on one line', () => {
    const lines = (pages[0] ?? '').split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
    expect(lines[0]).toBe('UBND THỊ XÃ HỒNG LĨNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(lines).toContain('BÁO CÁO');
    expect(pages[0]).toMatch(/Số:\s+\/BC-UBND\s+Đức Thuận, ngày\s+tháng\s+năm 2021/);
  });

  it('numbers its pages from the second on', () => {
    const tops = pages.map((page) => page.split('\n')[0]?.trim());
    expect(tops.slice(1)).toEqual(pages.slice(1).map((_, index) => String(index + 2)));
  });

  it('keeps Nơi nhận, the authority line and the last sentence on one page', () => {
    const last = pages.at(-1) ?? '';
    expect(last).toMatch(/Nơi nhận:\s+TM\. ỦY BAN NHÂN DÂN/);
    expect(last).toMatch(/theo quy định\.\/\./);
  });

  it('prints the figures', () => {
    const text = pages.join(' ').replace(/\s+/g, ' ');
    for (const figure of ['2.217', '1.851', '2.211', '1.947', '2.246', '17/9/2021', '4,75/5'])
      expect(text).toContain(figure);
  });
});
