/** `cli backup`, `cli restore`, `cli verify`: copies of the archive, and whether it is whole. */
import { join } from 'node:path';
import { ARCHIVE_FILE } from '../app.ts';
import type { Config } from '../config.ts';
import { backUp, restore, verify } from '../db/backup.ts';
import { translator } from '../locales/translate.ts';
import { existingArchive } from './existing.ts';

/** Copies the archive of a data folder, in use or not; the line to print. */
export async function backUpTo(config: Config, file: string): Promise<string> {
  const archive = existingArchive(config);
  try {
    await backUp(archive, file);
    return translator('vi')('backup-done', { file });
  } finally {
    archive.close();
  }
}

/** Puts a copy into a data folder that has no archive; the line to print. */
export function restoreFrom(config: Config, copy: string): string {
  restore(copy, join(config.dataDir, ARCHIVE_FILE));
  return translator('vi')('restore-done', { folder: config.dataDir });
}

/** Prints whether the archive is whole; gives the exit code. */
export function verifyData(config: Config, print: (line: string) => void): number {
  const t = translator('vi');
  const archive = existingArchive(config);
  try {
    const { file, auditRow, monthsApart } = verify(archive);
    const found = [
      ...(file === undefined ? [] : [t('doctor-damaged', { why: file })]),
      ...(auditRow === undefined ? [] : [t('doctor-audit-broken', { row: auditRow })]),
      ...(monthsApart === undefined ? [] : [t('verify-months-apart', { n: monthsApart })]),
    ];
    for (const damage of found) print(`! ${damage}`);
    if (found.length === 0) print(`✓ ${t('verify-ok')}`);
    return found.length === 0 ? 0 : 1;
  } finally {
    archive.close();
  }
}
