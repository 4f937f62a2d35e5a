/**
 * Opens the archive: one SQLite file, created and migrated on the way. Reads take a `Reader`, writes take a `Tx`,
 * which only `write` hands out: code without a transaction cannot write.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { checkNode } from './node-version.ts';
import * as schema from './schema.ts';

type Drizzle = BetterSQLite3Database<typeof schema>;

/** Reads: what a query may be asked of, inside a transaction or outside. */
export type Reader = Pick<Drizzle, 'select' | 'selectDistinct' | 'all' | 'get' | 'values'>;
/** A running transaction: the only thing that writes. */
export type Tx = Parameters<Parameters<Drizzle['transaction']>[0]>[0];

export interface Archive {
  read: Reader;
  /** Runs `work` in one BEGIN IMMEDIATE transaction: all of it or nothing. `work` is synchronous. */
  write<T>(work: (tx: Tx) => T): T;
  /** The connection itself, for backup and checks. */
  sqlite: Database.Database;
  close(): void;
}

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

const NEWER = 'dữ liệu do phiên bản mới hơn ghi. Chạy phiên bản mới nhất của Trợ lý ISO.';

/** How long another process (the operator's door beside the service) may hold the file before we give up. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Pages of log before they are moved into the file: 16 MB. A message writes about ten pages, most of them the same ones
 * as the message before; SQLite's own 1,000 would stop one message in a hundred for the move, and move four times as much.
 */
const CHECKPOINT_PAGES = 4_000;

/**
 * Opens (creating and migrating as needed) the archive in `file`.
 * @throws {Error} naming the file when it is not a database, is newer than this program, or cannot be migrated.
 * @throws {WrongNodeError} before anything is touched
 */
export function openArchive(file: string, migrationsFolder = MIGRATIONS): Archive {
  checkNode();
  let sqlite: Database.Database | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const existed = existsSync(file);
    sqlite = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    const opened = sqlite;
    sqlite.pragma('journal_mode = WAL');
    // FULL, not NORMAL: what was acknowledged to a person survives a power cut.
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    const db = drizzle({ client: sqlite, schema, casing: 'snake_case' });
    migrateSafely(db, sqlite, existed ? file : undefined, migrationsFolder);
    return {
      read: db,
      write: (work) => db.transaction(work, { behavior: 'immediate' }),
      sqlite,
      close: () => opened.close(),
    };
  } catch (error) {
    sqlite?.close();
    throw new Error(`Không mở được tệp dữ liệu ${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** An archive opened to be looked at: nothing in it can be changed. */
export interface Look extends Pick<Archive, 'read' | 'sqlite' | 'close'> {
  /** How many upgrades the next start of the service will make; with any, tables of today may be missing. */
  upgrades: number;
}

/**
 * Opens the archive in `file` as it is.
 * @throws {Error} when there is none, or it is not a database, or is newer than this program
 */
export function openToLook(file: string, migrationsFolder = MIGRATIONS): Look {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    const upgrades = countMigrations(migrationsFolder) - appliedMigrations(sqlite);
    if (upgrades < 0) throw new Error(NEWER);
    const read = drizzle({ client: sqlite, schema, casing: 'snake_case' });
    return { read, sqlite, upgrades, close: () => sqlite.close() };
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/**
 * drizzle runs all migrations in one transaction, where the "PRAGMA foreign_keys=OFF" it writes into them does
 * nothing; with the pragma on, a table rebuild would delete the rows that refer to the table. So it is off on the
 * connection while migrating. A copy of a filled database is kept beside it before anything is changed.
 */
function migrateSafely(db: Drizzle, sqlite: Database.Database, filled: string | undefined, migrationsFolder: string) {
  sqlite.pragma('foreign_keys = OFF');
  const [before, ours] = [appliedMigrations(sqlite), countMigrations(migrationsFolder)];
  if (before > ours) throw new Error(NEWER);
  if (filled && before > 0 && before < ours) keepCopy(sqlite, `${filled}.truoc-nang-cap-${before}`);
  migrate(db, { migrationsFolder });
  const broken = sqlite.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`foreign_key_check: ${broken.length}`);
  sqlite.pragma('foreign_keys = ON');
}

/** Copies the database; a copy left by an upgrade that failed is of older rows and gives way, once the new one is whole. */
function keepCopy(sqlite: Database.Database, copy: string): void {
  const unfinished = `${copy}.dang-chep`;
  rmSync(unfinished, { force: true });
  sqlite.exec(`VACUUM INTO '${unfinished.replaceAll("'", "''")}'`);
  renameSync(unfinished, copy);
}

function appliedMigrations(sqlite: Database.Database): number {
  const table = sqlite.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (!table) return 0;
  const row = sqlite.prepare('select count(*) as n from __drizzle_migrations').get() as { n: number };
  return row.n;
}

function countMigrations(folder: string): number {
  return readMigrationFiles({ migrationsFolder: folder }).length;
}
