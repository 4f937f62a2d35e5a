import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { loadTemplate, TEMPLATE_DEFAULT, templateNames } from '../../directives/templates.ts';
import { checkTemplate } from '../../reports/annual-docx.ts';
import { buildHaTinh } from '../../reports/template/ha-tinh.ts';

const parts = (file: Uint8Array): Record<string, string> => {
  const zip = new PizZip(file);
  return Object.fromEntries(Object.keys(zip.files).map((name) => [name, zip.file(name)?.asText() ?? '']));
};

describe('the report templates', () => {
  it.each(templateNames())('%s can be used for annual reports', (name) => {
    expect(checkTemplate(loadTemplate(name))).toEqual([]);
  });

  it('ha-tinh.docx is what its builder builds (npm run templates writes it)', async () => {
    expect(parts(loadTemplate('ha-tinh'))).toEqual(parts(await buildHaTinh()));
  });

  it('have a default', () => {
    expect(templateNames()).toContain(TEMPLATE_DEFAULT);
  });

  it.each(['quang-ngai', '', '../templates/ha-tinh', 'ha-tinh.docx', '/etc/hostname'])(
    'refuse the name "%s" and say which there are',
    (name) => {
      expect(() => loadTemplate(name)).toThrow(/there are: .*ha-tinh/);
    },
  );
});

describe('the layout of Nghị định 30/2020', () => {
  const xml = parts(loadTemplate('ha-tinh'));
  const document = xml['word/document.xml'] ?? '';

  it.each([
    ['A4 upright', '<w:pgSz w:w="11905" w:h="16837" w:orient="portrait"/>'],
    ['margins of 20, 20, 30 and 20 mm', /<w:pgMar w:top="1133" w:right="1133" w:bottom="1133" w:left="1700"/],
    ['a first page without number', '<w:titlePg/>'],
  ])('has %s', (_what, words) => {
    expect(document).toMatch(words);
  });

  it('writes in Times New Roman 14, composed characters', () => {
    expect(xml['word/styles.xml']).toMatch(
      /<w:docDefaults>.*w:ascii="Times New Roman".*<w:sz w:val="28"\/>.*<\/w:docDefaults>/s,
    );
    expect(document).toBe(document.normalize('NFC'));
  });

  it('numbers the pages in the middle of the top margin', () => {
    const headers = Object.entries(xml).filter(([name]) => /^word\/header\d\.xml$/.test(name));
    const numbered = headers.filter(([, header]) => header.includes('PAGE'));
    expect(numbered).toHaveLength(1);
    expect(numbered[0]?.[1]).toContain('<w:jc w:val="center"/>');
  });

  it('lies beside the code, so that a build can copy it', () => {
    expect(
      readFileSync(new URL('../../directives/templates/ha-tinh.docx', import.meta.url)).byteLength,
    ).toBeGreaterThan(0);
  });
});
