/**
 * Cells whose number format shows zeros in front ('00000' shows 123 as 00123). The library that reads the sheets gives
 * the bare number, so these cells are looked up in the file itself.
 */
import PizZip from 'pizzip';

/** 'row:column', both from 1, to the digits the person sees; only the first sheet's cells that have such a format. */
export function zeroPadded(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = new PizZip(bytes);
  const text = (path: string): string => zip.file(path)?.asText() ?? '';
  const widths = paddedStyles(text('xl/styles.xml'));
  const found = new Map<string, string>();
  if (widths.size === 0) return found;
  for (const [, attributes = '', content = ''] of text(firstSheet(text)).matchAll(/<c\s([^>]*?)>(.*?)<\/c>/gs)) {
    const width = widths.get(attribute(attributes, 's') ?? '');
    const place = /^([A-Z]+)(\d+)$/.exec(attribute(attributes, 'r') ?? '');
    const value = /<v>(\d+)<\/v>/.exec(content)?.[1];
    const isNumber = (attribute(attributes, 't') ?? 'n') === 'n';
    if (width && place && value && isNumber) {
      found.set(`${place[2]}:${columnNumber(place[1] ?? '')}`, value.padStart(width, '0'));
    }
  }
  return found;
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
}

/** 'A' is 1, 'AA' is 27. */
function columnNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Where the workbook keeps the sheet it shows first. */
function firstSheet(text: (path: string) => string): string {
  const sheet = /<sheet\s[^>]*>/.exec(text('xl/workbook.xml'))?.[0] ?? '';
  const id = attribute(sheet, 'r:id');
  const relations = [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)].map(([whole]) => whole);
  const target = attribute(relations.find((relation) => attribute(relation, 'Id') === id) ?? '', 'Target');
  if (!target) return 'xl/worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** Style numbers with the digits they show at least. */
function paddedStyles(styles: string): Map<string, number> {
  const formats = new Map<string, number>();
  for (const [format] of styles.matchAll(/<numFmt\s[^>]*>/g)) {
    const width = shownDigits(attribute(format, 'formatCode') ?? '');
    if (width > 1) formats.set(attribute(format, 'numFmtId') ?? '', width);
  }
  const cellFormats = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? '';
  const widths = new Map<string, number>();
  [...cellFormats.matchAll(/<xf\s[^>]*>/g)].forEach(([format], index) => {
    const width = formats.get(attribute(format, 'numFmtId') ?? '');
    if (width) widths.set(String(index), width);
  });
  return widths;
}

/** '00000' and '0000 000 000' show five and ten digits; a format with anything but digits and gaps is not ours. */
function shownDigits(format: string): number {
  const gapless = (format.split(';')[0] ?? '').replace(/&quot;[\s.-]*&quot;|\\.|[\s-]/g, '');
  return /^#*0[0#]*$/.test(gapless) ? gapless.length - gapless.indexOf('0') : 0;
}
