import { Document, Header, Packer, Paragraph, TextRun } from 'docx';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { fillTemplate, TEMPLATE_SIZE_MAX, TemplateError, templateProblems } from '../../reports/word-template.ts';
import { paragraphsOf, stretchesOf } from '../../reports/word-text.ts';

/** A template of one paragraph a line, each of one run. */
const template = (...lines: string[]): Promise<Uint8Array> =>
  Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }));

const FIELDS = {
  'Tên đơn vị': 'phường Đức Thuận',
  'Có quá hạn': true,
  'Có khiếu nại': false,
  'Văn bản': [{ 'Trích yếu': 'một' }, { 'Trích yếu': 'hai' }],
};

describe('fillTemplate', () => {
  it.each([
    ['as it is', '{Tên đơn vị}', 'phường Đức Thuận'],
    ['in other case', '{TÊN ĐƠN VỊ} {tên đơn vị}', 'phường Đức Thuận phường Đức Thuận'],
    ['with spaces around and inside', '{  Tên   đơn vị }', 'phường Đức Thuận'],
    ['with no-break spaces', '{Tên\u00a0đơn\u00a0vị}', 'phường Đức Thuận'],
    ['decomposed', '{Tên đơn vị}'.normalize('NFD'), 'phường Đức Thuận'],
    ['under a condition that holds', 'a{#Có quá hạn}b{/Có quá hạn}', 'ab'],
    ['under a condition that does not', 'a{#Có khiếu nại}b{/Có khiếu nại}c', 'ac'],
    ['under the opposite', 'a{^Có khiếu nại}b{/Có khiếu nại}', 'ab'],
    ['closed in other spelling', 'a{#có quá hạn}b{/CÓ  QUÁ HẠN}'.normalize('NFD'), 'ab'],
    ['in a list', '{#Văn bản}[{Trích yếu}]{/Văn bản}', '[một][hai]'],
    [
      'of the document inside a list',
      '{#Văn bản}{Trích yếu} {Tên đơn vị};{/Văn bản}',
      'một phường Đức Thuận;hai phường Đức Thuận;',
    ],
  ])('finds a field written %s', async (_how, line, filled) => {
    expect(paragraphsOf(fillTemplate(await template(line), FIELDS))).toEqual([filled]);
  });

  it('repeats whole paragraphs and leaves none behind where a condition does not hold', async () => {
    const lines = ['{#Văn bản}', '- {Trích yếu}', '{/Văn bản}', '{#Có khiếu nại}', 'x', '{/Có khiếu nại}', 'cuối'];
    expect(paragraphsOf(fillTemplate(await template(...lines), FIELDS))).toEqual(['- một', '- hai', 'cuối']);
  });
});

describe('a filled template', () => {
  it('keeps characters that mean something in XML, and drops those XML cannot hold', async () => {
    const nasty = `a<b> & "c" 'd' ]]> </w:t> {Có quá hạn} \u0000\u0007\u001b\uFFFE\uD83D😀`;
    const [text] = paragraphsOf(fillTemplate(await template('{Tên}'), { Tên: nasty }));
    expect(text).toBe(`a<b> & "c" 'd' ]]> </w:t> {Có quá hạn} 😀`);
  });

  it('keeps the lines of a text', async () => {
    expect(paragraphsOf(fillTemplate(await template('{Tên}'), { Tên: 'một\nhai' }))).toEqual(['một\nhai']);
  });

  it.each(['constructor', '__proto__', 'toString'])('takes no value from JavaScript itself for {%s}', async (name) => {
    expect(paragraphsOf(fillTemplate(await template(`{${name}}`), FIELDS))).toEqual([`[không có trường: ${name}]`]);
  });

  it('marks what is missing, keeping the look of the words around it', async () => {
    const run = new TextRun({ text: 'Nhận {Số} hồ sơ, {Lạ}', bold: true, size: 28, underline: {} });
    const built = await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph({ children: [run] })] }] }),
    );
    const file = fillTemplate(built, { Số: '1.800 [chưa có số liệu tháng 02]' });
    expect(stretchesOf(file)).toEqual([
      [
        { text: 'Nhận 1.800 ', highlighted: false },
        { text: '[chưa có số liệu tháng 02]', highlighted: true },
        { text: ' hồ sơ, ', highlighted: false },
        { text: '[không có trường: Lạ]', highlighted: true },
        { text: '', highlighted: false },
      ],
    ]);
    const xml = new PizZip(file).file('word/document.xml')?.asText() ?? '';
    expect(xml).toMatch(
      /<w:rPr><w:b\/>[^/]*\/>.*?<w:sz w:val="28"\/><w:szCs w:val="28"\/><w:highlight w:val="yellow"\/><w:u /,
    );
  });

  it('marks what is missing in a header too', async () => {
    const built = await Packer.toBuffer(
      new Document({
        sections: [{ headers: { default: new Header({ children: [new Paragraph('{Lạ}')] }) }, children: [] }],
      }),
    );
    const header = new PizZip(fillTemplate(built, {})).file('word/header1.xml')?.asText();
    expect(header).toContain('<w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">[không có trường: Lạ]');
  });

  it('does not highlight other words in brackets', async () => {
    const file = fillTemplate(await template('{Tên}'), { Tên: '[đã có số liệu] [chưa' });
    expect(
      stretchesOf(file)
        .flat()
        .every((stretch) => !stretch.highlighted),
    ).toBe(true);
  });

  it('refuses a broken template with everything that is wrong', async () => {
    const broken = await template('{Tên', '{#Văn bản}');
    expect(() => fillTemplate(broken, FIELDS)).toThrow(TemplateError);
  });
});

/** What is wrong, a template with it, and what is said: the problem and the field. */
const MISTAKES: [string, string[], [string, string][]][] = [
  ['an unclosed brace', ['{Tên đơn vị'], [['unclosed_brace', 'Tên']]],
  ['an unopened brace', ['Tên đơn vị}'], [['unopened_brace', 'vị']]],
  ['an unclosed section', ['{#Văn bản}', 'a'], [['unclosed_section', 'văn bản']]],
  ['an unopened section', ['{/Văn bản}'], [['unopened_section', 'văn bản']]],
  ['sections closed crosswise', ['{#Văn bản}', '{/Có quá hạn}'], [['crossed_sections', 'văn bản … có quá hạn']]],
  ['raw XML alone in its paragraph', ['{@Tên đơn vị}'], [['raw_field', 'Tên đơn vị']]],
  ['a field nobody knows', ['{Tên don vi}'], [['unknown_field', 'Tên don vi']]],
  ['a condition nobody knows', ['{#Lạ}a{/Lạ}'], [['unknown_field', 'Lạ']]],
  ['a column outside its list', ['{Trích yếu}'], [['unknown_field', 'Trích yếu']]],
  ['a list where a text belongs', ['{Văn bản}'], [['not_a_text', 'Văn bản']]],
  ['a condition where a text belongs', ['{Có quá hạn}'], [['not_a_text', 'Có quá hạn']]],
  ['an unknown field under a condition that never held', ['{^Có quá hạn}{Lạ}{/Có quá hạn}'], [['unknown_field', 'Lạ']]],
  ['the same mistake twice, once', ['{Lạ} {lạ}'], [['unknown_field', 'Lạ']]],
  [
    'several mistakes, all of them',
    ['{Lạ} {Văn bản}', '{Kỳ}'],
    [
      ['unknown_field', 'Lạ'],
      ['not_a_text', 'Văn bản'],
      ['unknown_field', 'Kỳ'],
    ],
  ],
  [
    'several broken braces, all of them',
    ['b}', '{#c}', '{lạ}', '{a'],
    [
      ['unopened_brace', 'b'],
      ['unclosed_brace', 'a'],
      ['unclosed_section', 'c'],
      ['unknown_field', 'c'],
      ['unknown_field', 'lạ'],
    ],
  ],
];

describe('templateProblems', () => {
  it('has nothing to say of a good template', async () => {
    const good = await template('{tên ĐƠN vị} {#Có quá hạn}!{/Có quá hạn}', '{#Văn bản}{Trích yếu}{/Văn bản}');
    expect(templateProblems(good, FIELDS)).toEqual([]);
  });

  it.each(MISTAKES)('names %s', async (_what, lines, problems) => {
    const found = templateProblems(await template(...lines), FIELDS);
    expect(found.map(({ problem, field }) => [problem, field])).toEqual(problems);
  });

  it('refuses what is no Word file', () => {
    const sheet = new PizZip().file('xl/workbook.xml', '<workbook/>').generate({ type: 'uint8array' });
    for (const bytes of [new TextEncoder().encode('hello'), new Uint8Array(), sheet]) {
      expect(templateProblems(bytes, FIELDS)).toEqual([{ problem: 'not_word', field: '' }]);
    }
  });

  it('refuses a file larger than a template can be, packed or unpacked', async () => {
    expect(templateProblems(new Uint8Array(TEMPLATE_SIZE_MAX + 1), FIELDS)).toEqual([
      { problem: 'too_large', field: '' },
    ]);
    const bomb = new PizZip(await template('a')).file('word/media.bin', new Uint8Array(25 * 1024 * 1024));
    const bytes = bomb.generate({ type: 'uint8array', compression: 'DEFLATE' });
    expect(bytes.byteLength).toBeLessThan(TEMPLATE_SIZE_MAX);
    expect(templateProblems(bytes, FIELDS)).toEqual([{ problem: 'too_large', field: '' }]);
  });
});
