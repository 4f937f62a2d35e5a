/** `node scripts/run.mjs <program> [arguments]`: builds when something changed, then runs dist/<program>.js here. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, isStale, ROOT } from './build.mjs';

const [program, ...rest] = process.argv.slice(2);
if (!program) throw new Error('Which program? node scripts/run.mjs main|cli|bench');
if (isStale()) {
  try {
    build();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
const file = join(ROOT, 'dist', `${program}.js`);
process.argv = [process.argv[0], file, ...rest];
await import(pathToFileURL(file).href);
