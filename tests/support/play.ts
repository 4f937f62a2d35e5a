/**
 * Plays a script on a real SQLite file with fixed chance, as `cli play` does, and answers the transcript. The process
 * can be made to "die" between any two lines: the house is closed and opened again on the same folder.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pino from 'pino';
import { ARCHIVE_FILE } from '../../app.ts';
import { openPlayer } from '../../cli/play.ts';
import { readConfig } from '../../config.ts';
import { openArchive } from '../../db/open.ts';
import { countedRandom } from './random.ts';

export interface Played {
  transcript: string;
  /** Where the files that were sent lie. */
  out: string;
  /** The rows a query finds in the archive the script has left behind. */
  rows: (query: string) => Record<string, unknown>[];
  dispose: () => void;
}

/** A line "# setting REPORT_WINDOW=15-14" of a script sets what the environment would. */
function settingsOf(lines: readonly string[]): Record<string, string> {
  const set = lines.flatMap((line) => {
    const [, name, value] = /^# setting ([A-Z_]+)=(\S+)$/.exec(line) ?? [];
    return name !== undefined && value !== undefined ? [[name, value] as const] : [];
  });
  return Object.fromEntries(set);
}

/** Plays the script of a file; `dies` closes the house after every line and opens it again for the next. */
export async function playFile(file: string, { dies = false }: { dies?: boolean } = {}): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), `tro-ly-iso-${basename(file, '.txt')}-`));
  const [data, out] = [join(folder, 'data'), join(folder, 'out')];
  const lines = readFileSync(file, 'utf8').split('\n');
  const config = readConfig(settingsOf(lines));
  const said: string[] = [];
  const random = countedRandom(basename(file));
  const log = pino({ level: 'error' }, { write: (entry: string) => void said.push(`LOG ${entry}`) });
  const open = () =>
    openPlayer({ config, data, base: dirname(file), out, print: (line) => void said.push(line), log, random });
  let player = open();
  try {
    for (const line of lines) {
      await player.line(line);
      if (!dies || line.trim() === '' || line.startsWith('#')) continue;
      await player.close();
      player = open();
    }
  } finally {
    await player.close();
  }
  return {
    transcript: `${said.join('\n')}\n`,
    out,
    rows(query) {
      const archive = openArchive(join(data, ARCHIVE_FILE));
      try {
        return archive.sqlite.prepare(query).all() as Record<string, unknown>[];
      } finally {
        archive.close();
      }
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
