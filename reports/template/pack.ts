/**
 * Writes a document as a .docx that is the same whenever it is built: no moment of writing inside, neither in the
 * zip's entries nor in the properties. A template under version control then changes only when its text does.
 */
import type { Document } from 'docx';
import { Packer } from 'docx';
import PizZip from 'pizzip';

/** The earliest moment a zip can hold. */
const NO_DATE = new Date(1980, 0, 1);
const PROPERTIES = 'docProps/core.xml';

export async function pack(document: Document): Promise<Uint8Array> {
  const built = new PizZip(await Packer.toBuffer(document));
  const zip = new PizZip();
  for (const name of Object.keys(built.files).sort()) {
    const xml = built.file(name)?.asText();
    if (xml === undefined) continue;
    zip.file(name, name === PROPERTIES ? undated(xml) : xml, { date: NO_DATE, createFolders: false });
  }
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

const undated = (xml: string): string => xml.replace(/<dcterms:(created|modified) .*?<\/dcterms:\1>/gs, '');
