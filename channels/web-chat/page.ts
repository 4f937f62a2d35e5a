/**
 * The page itself: a handful of static files beside this code, read once when the door opens. The build copies them
 * next to the compiled code, so the path is the same in both.
 */
import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Addresses that are not file names. */
const ALIASES: Record<string, string> = { '/': '/index.html', '/login': '/login.html', '/favicon.ico': '/favicon.svg' };

interface Asset {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

export class Page {
  readonly #assets: Map<string, Asset>;

  private constructor(assets: Map<string, Asset>) {
    this.#assets = assets;
  }

  /** Reads every file of the page. */
  static async read(): Promise<Page> {
    const directory = new URL('./page/', import.meta.url);
    const assets = new Map<string, Asset>();
    for (const name of await readdir(directory)) {
      const type = TYPES[extname(name)];
      if (type === undefined) continue;
      assets.set(`/${name}`, { bytes: new Uint8Array(await readFile(new URL(name, directory))), type });
    }
    return new Page(assets);
  }

  /** The file at a path of the address, undefined where there is none. */
  asset(path: string): Asset | undefined {
    return this.#assets.get(ALIASES[path] ?? path);
  }
}
