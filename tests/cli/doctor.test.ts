/** `cli doctor`: what is wrong with a set-up, and what to do about it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ARCHIVE_FILE } from '../../app.ts';
import { diagnose } from '../../cli/doctor.ts';
import { readConfig } from '../../config.ts';
import { openArchive } from '../../db/open.ts';
import { instantOf } from '../../domain/date.ts';
import { dataFolder } from '../support/data-folder.ts';

/** A day of a year whose holidays are announced. */
const NOW = instantOf('2026-11-02', '08:00');

async function examine(folder: string, now = NOW) {
  const lines: string[] = [];
  const exit = await diagnose(readConfig({ DATA_DIR: folder }), (line) => lines.push(line), now);
  return { exit, lines, text: lines.join('\n') };
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tro-ly-iso-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('doctor', () => {
  it('finds nothing wrong with a house in order, and says how many people are enrolled', async () => {
    const { folder } = await dataFolder({ sends: 'lan' });
    const { exit, text } = await examine(folder);
    expect(text).toContain('đơn vị báo cáo');
    expect(exit, text).toBe(0);
    expect(text).not.toMatch(/^!/m);
  });

  it('says how to begin where there is nothing yet', async () => {
    const { exit, text } = await examine(emptyFolder());
    expect(text).toContain('import');
    expect(exit, text).toBe(0);
    expect((await examine(join(emptyFolder(), 'new'))).exit).toBe(0);
  });

  it('names a data folder that is none', async () => {
    const file = join(emptyFolder(), 'data');
    writeFileSync(file, '');
    const { exit, text } = await examine(file);
    expect(exit).toBe(1);
    expect(text).toContain(file);
    expect(text).toContain('DATA_DIR');
  });

  it('names a damaged archive and the way back', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, ARCHIVE_FILE), 'not a database '.repeat(500));
    const { exit, text } = await examine(folder);
    expect(exit).toBe(1);
    expect(text).toContain('sao lưu');
  });

  it('finds an audit log that was meddled with, by its row', async () => {
    const { folder } = await dataFolder({ sends: 'lan' });
    const archive = openArchive(join(folder, ARCHIVE_FILE));
    archive.sqlite.exec("update audit set detail = '{}' where seq = (select max(seq) from audit)");
    const { seq } = archive.sqlite.prepare('select max(seq) as seq from audit').get() as { seq: number };
    archive.close();
    const { exit, text } = await examine(folder);
    expect(exit).toBe(1);
    expect(text).toContain(`dòng ${seq}`);
  });

  it('finds a roster without anybody who reports', async () => {
    const folder = emptyFolder();
    openArchive(join(folder, ARCHIVE_FILE)).close();
    const { exit, text } = await examine(folder);
    expect(exit).toBe(1);
    expect(text).toContain('import');
  });

  it('warns of a year whose holidays are not announced', async () => {
    const { folder } = await dataFolder();
    const { exit, text } = await examine(folder, instantOf('2039-11-01', '08:00'));
    expect(exit).toBe(1);
    expect(text).toContain('directives/holidays/2039.json');
  });

  it('changes nothing it looks at', async () => {
    const { folder } = await dataFolder({ sends: 'lan' });
    const first = await examine(folder);
    expect(await examine(folder)).toEqual(first);
  });
});
