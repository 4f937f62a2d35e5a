/** Opens an .xlsx as a test wants to see it: cells as read by a spreadsheet reader, and what stands in the XML. */
import PizZip from 'pizzip';
import { readSheet } from 'read-excel-file/node';

export interface XmlCell {
  formula?: string;
  /** As written: of a shared text its text. */
  value?: string;
  type?: string;
}

export interface OpenedSheet {
  rows: (string | number | boolean | Date | null)[][];
  xml: string;
  cell: (address: string) => XmlCell;
}

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** One sheet, from 1. */
export async function openedSheet(bytes: Uint8Array, number = 1): Promise<OpenedSheet> {
  const zip = new PizZip(bytes);
  const read = (path: string): string => zip.file(path)?.asText() ?? '';
  const shared = [...read('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(
    ([, text]) => text ?? '',
  );
  const xml = read(`xl/worksheets/sheet${number}.xml`);
  return {
    rows: (await readSheet(Buffer.from(bytes), number)) as OpenedSheet['rows'],
    xml,
    cell: (address) => {
      const [, attributes = '', inner = ''] = new RegExp(`<c ([^>]*\\br="${address}"[^>]*)>(.*?)</c>`).exec(xml) ?? [];
      const formula = /<f>([^<]*)<\/f>/.exec(inner)?.[1];
      const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1];
      const type = /\bt="(\w+)"/.exec(attributes)?.[1];
      const text = type === 's' ? shared[Number(value)] : value;
      return {
        ...(formula === undefined ? {} : { formula: unescaped(formula) }),
        ...(text === undefined ? {} : { value: unescaped(text) }),
        ...(type === undefined ? {} : { type }),
      };
    },
  };
}

/** The text of a file inside the workbook. */
export const partOf = (bytes: Uint8Array, path: string): string => new PizZip(bytes).file(path)?.asText() ?? '';
