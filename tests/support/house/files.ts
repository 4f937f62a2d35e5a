/** The files of the project: what a clone has, without what is installed, built or a person's own data. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));

const NOT_OURS = new Set(['node_modules', '.git', 'data', 'out', 'coverage']);
const isOurs = (name: string): boolean => !NOT_OURS.has(name) && !/^dist(?:\..*)?$/.test(name);

const TEXT = new Set([
  '.ts',
  '.mjs',
  '.js',
  '.css',
  '.html',
  '.json',
  '.md',
  '.ftl',
  '.csv',
  '.txt',
  '.sql',
  '.example',
  '.yml',
  '.sh',
  '',
]);
const CODE = new Set(['.ts', '.mjs', '.js', '.css', '.html']);
/** Written by a program. */
const GENERATED = new Set(['locales/keys.ts']);

export interface SourceFile {
  /** From the project's folder, with '/'. */
  path: string;
  text: string;
}

function walk(folder: string): string[] {
  return readdirSync(join(PROJECT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!isOurs(entry.name)) return [];
    return entry.isDirectory() ? walk(path) : [path];
  });
}

const read = (path: string): SourceFile => ({ path, text: readFileSync(join(PROJECT, path), 'utf8') });

const all = walk('').sort();

/** Every file that can be read as text. */
export const textFiles = (): SourceFile[] => all.filter((path) => TEXT.has(extname(path))).map(read);

/** Every file of code somebody wrote. */
export const codeFiles = (): SourceFile[] =>
  all.filter((path) => CODE.has(extname(path)) && !GENERATED.has(path)).map(read);
