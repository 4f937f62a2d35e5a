/** The compiled program, for what only it can do: Node 20 starts no thread from a .ts file. */
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = new URL('../../', import.meta.url);

interface Build {
  isStale: () => boolean;
  /** @throws {Error} with the compiler's own words */
  build: () => void;
}

/** A file of dist/, which is built first where a source is newer. */
export async function compiled(path: string): Promise<URL> {
  // Not written out in the import: a script of the build has no types.
  const script = pathToFileURL(fileURLToPath(new URL('scripts/build.mjs', ROOT))).href;
  const { isStale, build } = (await import(script)) as Build;
  if (isStale()) build();
  return new URL(`dist/${path}`, ROOT);
}
