/**
 * Writes the report templates that ship with the product into directives/templates/. Run after changing a template's
 * builder: `npm run templates`. A test compares the files with the builders.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { buildHaTinh } from '../reports/template/ha-tinh.ts';

const folder = new URL('../directives/templates/', import.meta.url);
mkdirSync(folder, { recursive: true });

const templates = { 'ha-tinh': await buildHaTinh() };
for (const [name, bytes] of Object.entries(templates)) {
  writeFileSync(new URL(`${name}.docx`, folder), bytes);
  console.log(`directives/templates/${name}.docx: ${bytes.byteLength} bytes`);
}
