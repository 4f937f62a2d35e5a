/** Writes locales/keys.ts from the Vietnamese sentences, so that an unknown key does not compile. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '@fluent/syntax';

const LOCALES = fileURLToPath(new URL('../locales', import.meta.url));

/** The text locales/keys.ts should have. */
export function keysFile() {
  const folder = join(LOCALES, 'vi');
  const keys = readdirSync(folder)
    .filter((name) => name.endsWith('.ftl'))
    .flatMap((name) => parse(readFileSync(join(folder, name), 'utf8'), {}).body)
    .filter((entry) => entry.type === 'Message')
    .map((entry) => entry.id.name)
    .sort();
  const lines = keys.map((key) => `  | '${key}'`).join('\n');
  return `// Written by \`npm run locales\` from locales/vi/*.ftl; do not edit.\nexport type Key =\n${lines};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(LOCALES, 'keys.ts'), keysFile());
