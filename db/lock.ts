/**
 * One service to a data folder. The lock is a lock of the operating system on a file of its own, held through SQLite:
 * it is gone the moment the process is, however it died, so nothing stale is ever found and no process number has to
 * be believed. The operator's commands do not take it: they share the archive through SQLite's own locking.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** The file the lock hangs on; it stays behind, empty and harmless. */
const LOCK_FILE = 'service.lock';

/** Another service works on this folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  readonly folder: string;

  constructor(folder: string) {
    super(`another service is running on ${folder}`);
    this.folder = folder;
  }
}

/**
 * Takes the folder for this process, making it where it is missing.
 * @returns what gives the folder back
 * @throws {FolderInUseError} when another process has it
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = new Database(join(folder, LOCK_FILE), { timeout: 0 });
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY') throw new FolderInUseError(folder);
    throw error;
  }
  return () => void file.close();
}
