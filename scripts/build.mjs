/**
 * Builds dist/: compiles the TypeScript and copies what the program reads beside its code. Built into a folder of its
 * own and moved into place whole, so that a program starting meanwhile never meets half a build.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.built');

/** Folders that hold code, and data the code reads beside itself. */
const ROOMS = [
  'bot',
  'channels',
  'cli',
  'conversations',
  'db',
  'directives',
  'domain',
  'locales',
  'practice',
  'reports',
  'roster',
  'scheduler',
  'bench',
];
const FILES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.ts') && !name.endsWith('.config.ts')),
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

const isCode = (file) => file.endsWith('.ts');

function* filesUnder(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

function* sources() {
  for (const file of FILES) if (existsSync(join(ROOT, file))) yield join(ROOT, file);
  for (const room of ROOMS) yield* filesUnder(join(ROOT, room));
}

/** True when a source is newer than the build, or nothing was built yet. */
export function isStale() {
  if (!existsSync(STAMP)) return true;
  const built = statSync(STAMP).mtimeMs;
  for (const file of sources()) if (statSync(file).mtimeMs > built) return true;
  return false;
}

/** @throws {Error} with the compiler's own words when the code does not compile */
export function build() {
  const started = new Date();
  const fresh = `${DIST}.${process.pid}`;
  const old = `${DIST}.${process.pid}.old`;
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const result = spawnSync(process.execPath, [tsc, '-p', join(ROOT, 'tsconfig.build.json'), '--outDir', fresh], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`The code does not compile:\n${result.stdout}${result.stderr}`);
  }
  for (const file of sources()) {
    if (!isCode(file) && relative(ROOT, file).includes('/')) cpSync(file, join(fresh, relative(ROOT, file)));
  }
  writeFileSync(join(fresh, '.built'), `${started.toISOString()}\n`);
  if (existsSync(DIST)) renameSync(DIST, old);
  renameSync(fresh, DIST);
  rmSync(old, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
