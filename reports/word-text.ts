/**
 * The running text inside a Word file's XML: highlighting words in what has been filled, and reading a file back
 * paragraph by paragraph. Works on the text of `word/*.xml`, where every run is `<w:r><w:rPr>…</w:rPr><w:t>…</w:t></w:r>`.
 */
import PizZip from 'pizzip';

/** Bracketed words that stand for something missing. */
const MISSING = /\[(?:chưa có|không có trường)[^\][<>]*\]/g;

/** Properties that follow `highlight` in a run, in the order the schema wants them. */
const AFTER_HIGHLIGHT =
  /<w:(?:u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)[ />]/;

/** Splits runs so that what is missing stands in a run of its own, highlighted in yellow and otherwise as around it. */
export function highlightMissing(xml: string): string {
  let out = '';
  let done = 0;
  for (const match of xml.matchAll(MISSING)) {
    const words = match[0];
    const tag = xml.slice(xml.lastIndexOf('<', match.index), match.index);
    if (!tag.startsWith('<w:t>') && !tag.startsWith('<w:t ')) continue;
    const look = runProperties(xml, match.index);
    const run = (properties: string) => `<w:r>${properties}<w:t xml:space="preserve">`;
    out += `${xml.slice(done, match.index)}</w:t></w:r>${run(highlighted(look))}${words}</w:t></w:r>${run(look)}`;
    done = match.index + words.length;
  }
  return out + xml.slice(done);
}

/** The properties of the run that a place in the XML belongs to; empty where it has none. */
function runProperties(xml: string, at: number): string {
  const start = Math.max(xml.lastIndexOf('<w:r>', at), xml.lastIndexOf('<w:r ', at));
  const inside = xml.slice(xml.indexOf('>', start) + 1, at);
  if (!inside.startsWith('<w:rPr>')) return '';
  const untracked = inside.replace(/<w:rPrChange.*?<\/w:rPrChange>/s, '');
  return untracked.slice(0, untracked.indexOf('</w:rPr>') + '</w:rPr>'.length);
}

function highlighted(properties: string): string {
  const inner = properties.replace(/^<w:rPr>|<\/w:rPr>$|<w:highlight [^>]*\/>/g, '');
  const after = inner.search(AFTER_HIGHLIGHT);
  const place = after === -1 ? inner.length : after;
  return `<w:rPr>${inner.slice(0, place)}<w:highlight w:val="yellow"/>${inner.slice(place)}</w:rPr>`;
}

/** One stretch of text in a Word file. */
export interface Stretch {
  text: string;
  highlighted: boolean;
}

/** A Word file's body, one list of stretches a paragraph, tables read row by row; headers and footers are left out. */
export function stretchesOf(file: Uint8Array): Stretch[][] {
  const xml = new PizZip(file).file('word/document.xml')?.asText() ?? '';
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:r[ >].*?<\/w:r>/gs)].map(([run]) => ({
      text: [...run.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:br|tab)\/>/g)]
        .map(([, t]) => plain(t ?? '\n'))
        .join(''),
      highlighted: run.includes('<w:highlight '),
    })),
  );
}

/** The text of each paragraph of a Word file's body; a line break inside one is a newline. */
export function paragraphsOf(file: Uint8Array): string[] {
  return stretchesOf(file).map((stretches) => stretches.map((stretch) => stretch.text).join(''));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const plain = (xml: string): string =>
  xml.replace(/&(lt|gt|quot|apos|amp);/g, (whole, name) => ENTITIES[name] ?? whole);
