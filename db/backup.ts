/**
 * Copies of the archive. A copy is taken online, page by page, while the service goes on; it is one whole SQLite file.
 * Restoring only ever writes into an empty place: putting old data over new would lose what was accepted since.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { brokenAt } from './audit.ts';
import { type Archive, openArchive } from './open.ts';
import { dossiersApart } from './status.ts';

/** Pages copied before others get a turn: some milliseconds, so that nobody waits for an answer. */
const PAGES_AT_ONCE = 2_000;

/**
 * Copies an archive in use into `file`. Written beside it first and moved into place whole.
 * @throws {Error} when `file` exists: a copy is never written over another
 */
export async function backUp(archive: Archive, file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`Tệp ${file} đã có. Chọn tên khác; bản sao không ghi đè lên bản sao.`);
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.dang-ghi`;
  try {
    await archive.sqlite.backup(unfinished, { progress: () => PAGES_AT_ONCE });
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/**
 * Puts a copy where there is no archive yet, after checking that it is whole.
 * @throws {Error} when there is an archive already, or the copy is damaged or no archive of ours
 */
export function restore(copy: string, file: string): void {
  if (!existsSync(copy)) throw new Error(`Không có tệp ${copy}.`);
  if (existsSync(file)) throw new Error(`Đã có dữ liệu ở ${file}. Phục hồi vào một thư mục trống (--data).`);
  const damage = damageOf(copy);
  if (damage !== undefined) throw new Error(`Bản sao ${copy} không dùng được: ${damage}.`);
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(copy, file);
  // Opening brings an older copy up to this version; a copy of a newer one is refused there.
  openArchive(file).close();
}

/** What is wrong with a database file, or undefined when it is whole; nothing in it is changed. */
function damageOf(file: string): string | undefined {
  try {
    const sqlite = new Database(file, { readonly: true });
    try {
      const check = sqlite.pragma('integrity_check', { simple: true });
      const ours = sqlite.prepare("select 1 from sqlite_master where name = 'filings'").get();
      return check === 'ok' ? (ours ? undefined : 'không phải dữ liệu của Trợ lý ISO') : String(check);
    } finally {
      sqlite.close();
    }
  } catch (error) {
    return (error as Error).message;
  }
}

/** What `verify` finds, each a sentence's worth; empty when all is well. */
export interface Damage {
  /** SQLite's own words, when the file is damaged. */
  file?: string;
  /** First row of the audit log that does not fit the chain. */
  auditRow?: number;
  /** Months whose row in `month_dossiers` does not say what the answers do: somebody changed the file by hand. */
  monthsApart?: number;
}

/** Checks the whole database, the chain of the audit log, and the sums kept beside the answers. */
export function verify({ sqlite, read }: Archive): Damage {
  const check = sqlite.pragma('integrity_check', { simple: true });
  const auditRow = brokenAt(read);
  const monthsApart = dossiersApart(read);
  return {
    ...(check === 'ok' ? {} : { file: String(check) }),
    ...(auditRow === undefined ? {} : { auditRow }),
    ...(monthsApart === 0 ? {} : { monthsApart }),
  };
}
