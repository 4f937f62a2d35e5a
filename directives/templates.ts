/**
 * The Word templates of reports, looked up by name. They are data: a Sở can put its own `name.docx` beside ours.
 */
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('./templates/', import.meta.url);

/** The template used where no other is asked for: the outline of Hà Tĩnh's communes. */
export const TEMPLATE_DEFAULT = 'ha-tinh';

/** Names of the templates there are, without '.docx'. */
export function templateNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.docx'))
    .map((file) => file.slice(0, -'.docx'.length).normalize('NFC'))
    .sort();
}

/** The bytes of a template. Throws an error that names the templates there are when there is none of this name. */
export function loadTemplate(name: string): Uint8Array {
  const wanted = name.normalize('NFC');
  if (!templateNames().includes(wanted)) {
    throw new Error(`no report template "${name}"; there are: ${templateNames().join(', ')}`);
  }
  return readFileSync(new URL(`${encodeURIComponent(wanted)}.docx`, FOLDER));
}
