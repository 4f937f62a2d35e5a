/**
 * The pieces an official document is laid out with, by Phụ lục I of Nghị định 30/2020/NĐ-CP: A4, margins 20/20/30/20
 * mm, Times New Roman 14, page number centred in the top margin from page 2. Rules under the headings are empty
 * paragraphs with a top border, because those survive every word processor. Sizes are half-points, lengths twips.
 */
import type { ISectionPropertiesOptions, IStylesOptions } from 'docx';
import {
  AlignmentType,
  BorderStyle,
  Header,
  HeadingLevel,
  LineRuleType,
  convertMillimetersToTwip as mm,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

const FONT = 'Times New Roman';
/** Size of the text, of the letterhead, of "Nơi nhận:", of the recipients. */
const SIZE = { text: 28, letterhead: 26, recipients: 24, recipient: 22 } as const;
/** Between the margins of 30 and 20 mm. */
const TEXT_WIDTH = mm(160);
/** From 62 % of the text width up, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" stays on one line in 13 pt bold. */
const LETTERHEAD_LEFT = 0.38;
const SIGNATURE_LEFT = 0.48;
/** Room for a signature and a seal. */
const SIGNATURE_LINES = 5;
/** 6 pt before a paragraph and 1,15 lines: the decree asks for at least 6 pt, and single to 1,5 lines. */
const TEXT_SPACING = { before: 120, after: 0, line: 276, lineRule: LineRuleType.AUTO };

const CENTER = AlignmentType.CENTER;

export interface Words {
  words: string;
  italics: boolean;
}
export const italic = (words: string): Words => ({ words, italics: true });

type Part = string | Words;

const runs = (parts: Part[]): TextRun[] =>
  parts.map((part) =>
    typeof part === 'string' ? new TextRun(part) : new TextRun({ text: part.words, italics: part.italics }),
  );

/** A paragraph of the text: justified, first line indented. */
export const text = (...parts: Part[]): Paragraph => new Paragraph({ style: 'NoiDung', children: runs(parts) });

/** "PHẦN THỨ NHẤT" and the lines of its title: one heading, so that an outline shows it once. */
export const part = (number: string, ...title: string[]): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    spacing: { ...TEXT_SPACING, before: 360 },
    children: [number, ...title].map((words, index) => new TextRun({ text: words, break: index === 0 ? 0 : 1 })),
  });
/** "I. ĐẶC ĐIỂM TÌNH HÌNH". */
export const section = (title: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(title)] });
/** "1. Ban hành văn bản …:". What follows the title on its line is not bold. */
export const item = (title: string, rest = ''): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_3,
    children: [new TextRun(title), new TextRun({ text: rest, bold: false })],
  });

const marker = (tag: string): Paragraph => new Paragraph({ children: [new TextRun(tag)] });
/** Paragraphs and groups of paragraphs, one after the other. */
export const flow = (...blocks: (Paragraph | Paragraph[])[]): Paragraph[] => blocks.flat();

/** Paragraphs repeated for each row of a list, or standing only where a condition holds. */
export const each = (name: string, ...blocks: (Paragraph | Paragraph[])[]): Paragraph[] =>
  flow(marker(`{#${name}}`), ...blocks, marker(`{/${name}}`));

/** Paragraphs standing only where a condition does not hold. */
export const unless = (name: string, ...blocks: (Paragraph | Paragraph[])[]): Paragraph[] =>
  flow(marker(`{^${name}}`), ...blocks, marker(`{/${name}}`));

const line = (
  words: string,
  size: number,
  style: { bold?: boolean; italics?: boolean; before?: number } = {},
): Paragraph =>
  new Paragraph({
    alignment: CENTER,
    spacing: { before: style.before ?? 0, after: 0 },
    children: [new TextRun({ text: words, size, bold: style.bold ?? false, italics: style.italics ?? false })],
  });

/** The short rule under a heading, indented alike on both sides. */
const rule = (indent: number): Paragraph =>
  new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { before: 40, after: 0, line: 60, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
  });

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };

/** A table without lines: two columns, each cell a stack of paragraphs. */
function columns(leftShare: number, rows: [Paragraph[], Paragraph[]][]): Table {
  const left = Math.round(TEXT_WIDTH * leftShare);
  const widths = [left, TEXT_WIDTH - left];
  const cell = (children: Paragraph[], index: number) =>
    new TableCell({
      children,
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      borders: NO_BORDERS,
      margins: { top: 0, bottom: 0, left: 30, right: 30 },
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(cell) })),
  });
}

/** Quốc hiệu, tiêu ngữ, the agency, and the lines for number, place and date: both left blank for the văn thư. */
export function letterhead(): Table {
  const { letterhead: size, text: large } = SIZE;
  return columns(LETTERHEAD_LEFT, [
    [
      [
        marker('{#Có cơ quan chủ quản}'),
        line('{Cơ quan chủ quản}', size),
        marker('{/Có cơ quan chủ quản}'),
        line('{Tên cơ quan}', size, { bold: true }),
        rule(mm(20)),
      ],
      [
        line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size, { bold: true }),
        line('Độc lập - Tự do - Hạnh phúc', large, { bold: true }),
        rule(mm(18)),
      ],
    ],
    [
      [line('Số:        /{Ký hiệu}', size, { before: 120 })],
      [line('{Địa danh}, ngày      tháng      năm {Năm}', large, { italics: true, before: 120 })],
    ],
  ]);
}

/** "BÁO CÁO", what it is about, and the rule below. */
export const title = (kind: string, ...subject: string[]): Paragraph[] => [
  line(kind, SIZE.text, { bold: true, before: 360 }),
  ...subject.map((words) => line(words, SIZE.text, { bold: true })),
  rule(mm(58)),
];

/** A centred line in italics, as under a heading. */
export const note = (words: string): Paragraph => line(words, SIZE.text, { italics: true, before: 60 });

/** Nơi nhận beside the authority line, which leaves room for signature, seal and name. */
export function signature(recipients: string[]): Table {
  const recipient = (words: string) =>
    new Paragraph({ spacing: { before: 0, after: 0 }, children: [new TextRun({ text: words, size: SIZE.recipient })] });
  const head = new TextRun({ text: 'Nơi nhận:', size: SIZE.recipients, bold: true, italics: true });
  return columns(SIGNATURE_LEFT, [
    [
      [new Paragraph({ spacing: { before: 0, after: 0 }, children: [head] }), ...recipients.map(recipient)],
      [
        marker('{#Có thay mặt}'),
        line('{Thay mặt}', SIZE.text, { bold: true }),
        marker('{/Có thay mặt}'),
        line('{Chức vụ người ký}', SIZE.text, { bold: true }),
        ...Array.from({ length: SIGNATURE_LINES }, () => line('', SIZE.text)),
      ],
    ],
  ]);
}

/** Empty space between the text and the signature table. */
export const gap = (): Paragraph => new Paragraph({ keepNext: true, spacing: { before: 0, after: 0, line: 240 } });

/** The last paragraph of the text stays with the signature. */
export const closing = (words: string): Paragraph =>
  new Paragraph({ style: 'NoiDung', keepNext: true, children: [new TextRun(words)] });

const heading = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType], firstLine: number) => ({
  run: { font: FONT, size: SIZE.text, bold: true, color: '000000' },
  paragraph: { alignment, keepNext: true, spacing: TEXT_SPACING, indent: { firstLine } },
});

export const styles: IStylesOptions = {
  default: {
    document: { run: { font: FONT, size: SIZE.text, language: { value: 'vi-VN' } } },
    heading1: heading(CENTER, 0),
    heading2: heading(AlignmentType.BOTH, mm(12.7)),
    heading3: heading(AlignmentType.BOTH, mm(12.7)),
  },
  paragraphStyles: [
    {
      id: 'NoiDung',
      name: 'Nội dung',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.BOTH, spacing: TEXT_SPACING, indent: { firstLine: mm(12.7) } },
    },
  ],
};

export const pageProperties: ISectionPropertiesOptions = {
  titlePage: true,
  page: {
    size: { width: mm(210), height: mm(297) },
    margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20), header: mm(10), footer: mm(10) },
  },
};

/** No number on page 1; from page 2 centred in the top margin. */
export const pageHeaders = {
  first: new Header({ children: [new Paragraph({})] }),
  default: new Header({
    children: [new Paragraph({ alignment: CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
  }),
};
