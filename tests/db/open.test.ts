/** Opening the archive: created, migrated without losing a row, and refused with a clear word where it cannot be. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { recordFigures } from '../../db/answers.ts';
import { brokenAt, noteDeed } from '../../db/audit.ts';
import { type Archive, openArchive } from '../../db/open.ts';
import { keepSetting, setting } from '../../db/settings.ts';
import { value } from '../../domain/figure.ts';
import { temporaryArchive } from '../support/archive.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));

/** A file each. */
const MIGRATIONS_COUNT = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql')).length;

interface Journal {
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
}

/** The project's migrations with one more behind them, as the next release would bring it. */
function nextRelease(folder: string, sql: string): string {
  const next = join(folder, 'migrations');
  cpSync(MIGRATIONS, next, { recursive: true });
  const file = join(next, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as Journal;
  const last = journal.entries.at(-1);
  const entry = {
    idx: journal.entries.length,
    version: '6',
    when: (last?.when ?? 0) + 1000,
    tag: '9999_next',
    breakpoints: true,
  };
  writeFileSync(file, JSON.stringify({ ...journal, entries: [...journal.entries, entry] }));
  writeFileSync(join(next, '9999_next.sql'), sql);
  return next;
}

function fill(archive: Archive): void {
  archive.write((tx) => {
    keepSetting(tx, 'key', 'value');
    for (let month = 1; month <= 9; month += 1) {
      recordFigures(tx, 1, `2021-0${month}`, { received: value(month), resolved: value(0) }, { person: 1, at: month });
      noteDeed(tx, { at: month, actor: 'lan', action: 'file_month', subject: 'x', detail: { month } });
    }
  });
}

const rows = (archive: Archive): unknown[] =>
  ['settings', 'answers', 'audit'].map((table) => archive.sqlite.prepare(`select * from ${table} order by 1`).all());

function opened(file: string, migrations?: string): Archive {
  const archive = openArchive(file, migrations);
  onTestFinished(() => archive.close());
  return archive;
}

/** A table rebuilt as drizzle does it, and a column added. */
const REBUILD = `CREATE TABLE __new_settings (key text PRIMARY KEY NOT NULL, value text NOT NULL, note text);
--> statement-breakpoint
INSERT INTO __new_settings(key, value) SELECT key, value FROM settings;
--> statement-breakpoint
DROP TABLE settings;
--> statement-breakpoint
ALTER TABLE __new_settings RENAME TO settings;
--> statement-breakpoint
ALTER TABLE answers ADD COLUMN extra integer;`;

describe('opening', () => {
  it('creates the folder and an empty archive', () => {
    const { folder } = temporaryArchive();
    const archive = opened(join(folder, 'new', 'deeper', 'iso.db'));
    expect(archive.sqlite.prepare('select count(*) as n from answers').get()).toEqual({ n: 0 });
  });

  it('asks for durability: a write-ahead log, every commit on the disk, foreign keys on', () => {
    const { sqlite } = temporaryArchive().archive;
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map((name) =>
      sqlite.pragma(name, { simple: true }),
    );
    expect(pragmas).toEqual(['wal', 2, 1, 5000]);
  });

  it('a second time finds everything', () => {
    const temporary = temporaryArchive();
    fill(temporary.archive);
    const before = rows(temporary.archive);
    expect(rows(temporary.reopen())).toEqual(before);
  });

  it('beside another process waits for its write and sees it', () => {
    const temporary = temporaryArchive();
    const beside = temporary.openBeside();
    temporary.archive.write((tx) => keepSetting(tx, 'key', 'one'));
    expect(setting(beside.read, 'key')).toBe('one');
  });

  it('undoes all of a write that fails', () => {
    const { archive } = temporaryArchive();
    expect(() =>
      archive.write((tx) => {
        keepSetting(tx, 'key', 'one');
        throw new Error('failed');
      }),
    ).toThrow('failed');
    expect(setting(archive.read, 'key')).toBeUndefined();
  });
});

describe('a new release', () => {
  it('migrates a filled archive, keeps every row, and lays a copy of the old one beside it', () => {
    const temporary = temporaryArchive();
    fill(temporary.archive);
    const before = rows(temporary.archive);
    temporary.archive.close();
    const archive = opened(temporary.file, nextRelease(temporary.folder, REBUILD));
    const [settings, answers, audit] = rows(archive);
    expect(settings).toEqual([{ key: 'key', value: 'value', note: null }]);
    expect(answers).toEqual((before[1] as object[]).map((row) => ({ ...row, extra: null })));
    expect(audit).toEqual(before[2]);
    expect(brokenAt(archive.read)).toBeUndefined();
    const copy = new Database(`${temporary.file}.truoc-nang-cap-${MIGRATIONS_COUNT}`, { readonly: true });
    expect(copy.prepare('select count(*) as n from answers').get()).toEqual({ n: 18 });
    copy.close();
  });

  it('that fails leaves the archive as it was, and can be tried again', () => {
    const temporary = temporaryArchive();
    fill(temporary.archive);
    const before = rows(temporary.archive);
    temporary.archive.close();
    const bad = nextRelease(temporary.folder, `${REBUILD}\n--> statement-breakpoint\nDROP TABLE there_is_none;`);
    for (let times = 0; times < 2; times += 1) {
      expect(() => openArchive(temporary.file, bad)).toThrow(/there_is_none/);
      expect(rows(opened(temporary.file))).toEqual(before);
    }
    const good = nextRelease(join(temporary.folder, 'good'), REBUILD);
    expect(rows(opened(temporary.file, good))[2]).toEqual(before[2]);
  });

  it('makes no copy where nothing is to be migrated', () => {
    const temporary = temporaryArchive();
    fill(temporary.archive);
    temporary.reopen();
    expect(readdirSync(temporary.folder).filter((name) => name.includes('nang-cap'))).toEqual([]);
  });

  it('that is older than the archive refuses it and changes nothing', () => {
    const temporary = temporaryArchive();
    fill(temporary.archive);
    temporary.archive.close();
    opened(temporary.file, nextRelease(temporary.folder, REBUILD)).close();
    expect(() => openArchive(temporary.file)).toThrow(/mới hơn/);
    expect(existsSync(temporary.file)).toBe(true);
  });
});

describe('what is no archive', () => {
  it('is refused by name: a text file', () => {
    const { folder } = temporaryArchive();
    const file = join(folder, 'danh-sach.txt');
    writeFileSync(file, 'Đây không phải cơ sở dữ liệu. '.repeat(100));
    expect(() => openArchive(file)).toThrow(file);
    expect(readFileSync(file, 'utf8')).toContain('không phải');
  });

  it('is refused by name: a folder', () => {
    const { folder } = temporaryArchive();
    mkdirSync(join(folder, 'iso.db'));
    expect(() => openArchive(join(folder, 'iso.db'))).toThrow(join(folder, 'iso.db'));
  });

  it('is refused by name: a place under a file', () => {
    const { folder } = temporaryArchive();
    writeFileSync(join(folder, 'data'), '');
    expect(() => openArchive(join(folder, 'data', 'iso.db'))).toThrow(/Không mở được tệp dữ liệu/);
  });
});
