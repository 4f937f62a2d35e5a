/** A real archive, a SQLite file in a folder of its own, that is gone when the test is over. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Archive } from '../../db/open.ts';
import { openArchive } from '../../db/open.ts';

export interface TemporaryArchive {
  archive: Archive;
  /** The folder the file is in: the `data` folder of this test. */
  folder: string;
  file: string;
  /** Closes and opens the file again, as a restart does; the old `archive` must no longer be used. */
  reopen: () => Archive;
  /** Opens the file a second time, as another process beside this one does. */
  openBeside: () => Archive;
}

/** To be called inside a test (or its beforeEach), which removes everything when it finishes. */
export function temporaryArchive(): TemporaryArchive {
  const folder = mkdtempSync(join(tmpdir(), 'tro-ly-iso-'));
  const file = join(folder, 'tro-ly-iso.sqlite');
  const beside: Archive[] = [];
  const temporary: TemporaryArchive = {
    archive: openArchive(file),
    folder,
    file,
    reopen: () => {
      temporary.archive.close();
      temporary.archive = openArchive(file);
      return temporary.archive;
    },
    openBeside: () => {
      const other = openArchive(file);
      beside.push(other);
      return other;
    },
  };
  onTestFinished(() => {
    for (const each of [temporary.archive, ...beside]) each.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return temporary;
}
