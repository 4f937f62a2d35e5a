/** Copies of the archive: whole, online, and never over anything. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { figuresOf, recordFigures, recordFiling } from '../../db/answers.ts';
import { noteDeed } from '../../db/audit.ts';
import { backUp, restore, verify } from '../../db/backup.ts';
import { type Archive, openArchive } from '../../db/open.ts';
import { value } from '../../domain/figure.ts';

let folder: string;
let archive: Archive;
const at = (name: string): string => join(folder, name);
const deed = { at: 1, actor: 'lan', action: 'file_month', subject: 'unit:duc-thuan/2021-10', detail: {} };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  archive = openArchive(at('iso.db'));
  archive.write((tx) => {
    recordFigures(tx, 1, '2021-10', { received: value(215) }, { person: 1, at: 1 });
    for (let n = 0; n < 3; n += 1) noteDeed(tx, deed);
  });
});
afterEach(() => {
  archive.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a copy', () => {
  it('is taken while the archive is open and comes back with everything in it', async () => {
    await backUp(archive, at('copies/one.db'));
    archive.write((tx) => recordFigures(tx, 1, '2021-10', { received: value(216) }, { person: 1, at: 2 }));
    restore(at('copies/one.db'), at('elsewhere/iso.db'));
    const restored = openArchive(at('elsewhere/iso.db'));
    expect(figuresOf(restored.read, 1, '2021-10')).toEqual({ received: value(215) });
    expect(verify(restored)).toEqual({});
    restored.close();
  });

  it('is never written over another', async () => {
    await backUp(archive, at('one.db'));
    await expect(backUp(archive, at('one.db'))).rejects.toThrow(/đã có/);
    expect(existsSync(at('one.db.dang-ghi'))).toBe(false);
  });

  it('is never restored over data', async () => {
    await backUp(archive, at('one.db'));
    expect(() => restore(at('one.db'), at('iso.db'))).toThrow(/Đã có dữ liệu/);
  });

  it.each([
    ['a text', 'not a database at all'],
    ['an empty file', ''],
  ])('is refused when it is %s', (_what, content) => {
    writeFileSync(at('bad.db'), content);
    expect(() => restore(at('bad.db'), at('elsewhere/iso.db'))).toThrow(/không dùng được/);
    expect(existsSync(at('elsewhere/iso.db'))).toBe(false);
  });

  it('is refused when there is none', () => {
    expect(() => restore(at('none.db'), at('elsewhere/iso.db'))).toThrow(/Không có tệp/);
  });
});

describe('verify', () => {
  it('finds nothing wrong with a whole archive', () => expect(verify(archive)).toEqual({}));

  it('names the row of the audit log from which it was changed', () => {
    archive.sqlite.exec("update audit set actor = 'minh' where seq = 2");
    expect(verify(archive)).toEqual({ auditRow: 2 });
  });

  it('counts the months whose sums were changed by hand', () => {
    archive.write((tx) => {
      for (const period of ['2021-08', '2021-09']) {
        recordFigures(tx, 1, period, { received: value(215) }, { person: 1, at: 1 });
        recordFiling(
          tx,
          { unit: 1, period, from: '2021-09-01', to: '2021-09-30', receipt: period },
          { person: 1, at: 1 },
        );
      }
    });
    expect(verify(archive)).toEqual({});
    archive.sqlite.exec("update month_dossiers set received = 214 where period = '2021-09'");
    expect(verify(archive)).toEqual({ monthsApart: 1 });
  });
});
