/** An archive an earlier release wrote opens with everything where it now belongs. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { requestById } from '../../db/join-requests.ts';
import { type Archive, openArchive } from '../../db/open.ts';
import { setting } from '../../db/settings.ts';
import { unitTree } from '../../db/units.ts';
import { temporaryArchive } from '../support/archive.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));

const ASKED_AT = Date.UTC(2026, 10, 20);

/** The project's migrations as a release had them that ended with the one named. */
function releaseWith(folder: string, last: string): string {
  const then = join(folder, `until-${last}`);
  cpSync(MIGRATIONS, then, { recursive: true });
  const file = join(then, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] };
  const end = journal.entries.findIndex(({ tag }) => tag.startsWith(last)) + 1;
  expect(end).toBeGreaterThan(0);
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
  return then;
}

/** An archive filled by an earlier release, opened by this one. */
function upgraded(last: string, sql: string): Archive {
  const { folder } = temporaryArchive();
  const file = join(folder, 'old.sqlite');
  const old = openArchive(file, releaseWith(folder, last));
  old.sqlite.exec(sql);
  old.close();
  const archive = openArchive(file);
  onTestFinished(() => archive.close());
  return archive;
}

const UNITS = `insert into units (id, code, name, kind, valid_from, valid_to) values
  (1, 'a', 'UBND xã A', 'commune', null, '2025-12-31'),
  (2, 'b', 'UBND xã B', 'commune', '2026-01-01', null),
  (3, 'c', 'UBND xã C', 'commune', '2026-01-01', null),
  (4, 'd', 'UBND xã D', 'commune', null, null);`;

const request = (id: number, name: string, verdict: string): string =>
  `insert into join_requests (id, channel, account, address, name, unit_id, role, asked_at, verdict) values
   (${id}, 'telegram', 'bot', 'chat-${id}', '${name}', 0, '', ${ASKED_AT}, ${verdict});`;

describe.each(['0001', '0002'])('an archive of before migration 0003, at %s', (last) => {
  it('keeps what was split from what, now with the unit, and the setting is gone', () => {
    const { read } = upgraded(
      last,
      `${UNITS} insert into settings (key, value) values ('unit_splits', '[[2,1],[3,1]]'), ('roster_version', 'x');`,
    );
    expect([...unitTree(read).values()].map(({ id, splitFrom }) => [id, splitFrom])).toEqual([
      [1, undefined],
      [2, 1],
      [3, 1],
      [4, undefined],
    ]);
    expect(setting(read, 'unit_splits')).toBeUndefined();
    expect(setting(read, 'roster_version')).toBe('x');
  });

  it('without any split has none', () => {
    const { read } = upgraded(last, UNITS);
    expect([...unitTree(read).values()].filter(({ splitFrom }) => splitFrom !== undefined)).toEqual([]);
  });

  it('keeps the name and the unit of a request apart, however far it had come', () => {
    const { read, sqlite } = upgraded(
      last,
      [
        request(1, 'Trần Văn Bình\nxã Xuân Lam', 'null'),
        request(2, 'Trần Văn Bình\n', "'composing'"),
        request(3, '', "'composing'"),
        request(4, '', "'approved'"),
      ].join('\n'),
    );
    const told = [1, 2, 3, 4].map((id) => requestById(read, id, ASKED_AT));
    expect(told.map((each) => [each?.name, each?.unitSaid, each?.verdict])).toEqual([
      ['Trần Văn Bình', 'xã Xuân Lam', 'waiting'],
      ['Trần Văn Bình', undefined, 'composing'],
      [undefined, undefined, 'composing'],
      [undefined, undefined, 'approved'],
    ]);
    expect(sqlite.prepare('select count(*) as n from join_requests where instr(name, char(10))').get()).toEqual({
      n: 0,
    });
  });
});
