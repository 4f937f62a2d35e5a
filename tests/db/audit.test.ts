/** The audit log: whatever is changed, taken out or slipped in afterwards is found. */
import { describe, expect, it } from 'vitest';
import { brokenAt, noteDeed } from '../../db/audit.ts';
import type { Archive } from '../../db/open.ts';
import { temporaryArchive } from '../support/archive.ts';

const ROWS = 6;

function filled(): Archive {
  const { archive } = temporaryArchive();
  for (let at = 1; at <= ROWS; at += 1) {
    archive.write((tx) =>
      noteDeed(tx, {
        at,
        actor: 'lan',
        action: 'file_month',
        subject: `unit:duc-thuan/2021-0${at}`,
        detail: { receipt: `r${at}`, changed: at },
      }),
    );
  }
  return archive;
}

describe('the audit log', () => {
  it('holds when nobody has touched it, empty or filled', () => {
    expect(brokenAt(temporaryArchive().archive.read)).toBeUndefined();
    expect(brokenAt(filled().read)).toBeUndefined();
  });

  const columns = {
    at: 99,
    actor: "'khác'",
    action: "'khác'",
    subject: "'khác'",
    detail: "'{}'",
    previous: "'ab'",
    hash: "'ab'",
  };
  it.each(Object.entries(columns))('finds a changed %s in any row', (column, changed) => {
    for (let seq = 1; seq <= ROWS; seq += 1) {
      const archive = filled();
      archive.sqlite.exec(`update audit set ${column} = ${changed} where seq = ${seq}`);
      // A hash changed alone is found at its own row, as everything else is.
      expect(brokenAt(archive.read)).toBe(seq);
    }
  });

  it('finds a removed row, the first and the last among them', () => {
    for (let seq = 1; seq <= ROWS; seq += 1) {
      const archive = filled();
      archive.sqlite.exec(`delete from audit where seq = ${seq}`);
      expect(brokenAt(archive.read), `row ${seq}`).toBeGreaterThanOrEqual(seq);
    }
  });

  it('finds that all of it was removed', () => {
    const archive = filled();
    archive.sqlite.exec('delete from audit');
    expect(brokenAt(archive.read)).toBe(1);
  });

  it('finds a row slipped in, between others or at the end', () => {
    const copy = (seq: number) =>
      `insert into audit select ${seq}, at, actor, action, subject, detail, previous, hash from audit where seq = 2`;
    const end = filled();
    end.sqlite.exec(copy(ROWS + 1));
    expect(brokenAt(end.read)).toBe(ROWS + 1);
    const between = filled();
    between.sqlite.exec(`update audit set seq = seq + 100 where seq > 3; ${copy(4)}`);
    expect(brokenAt(between.read)).toBe(4);
  });

  it('finds two rows exchanged', () => {
    const archive = filled();
    archive.sqlite.exec(
      'update audit set seq = 100 where seq = 2; update audit set seq = 2 where seq = 3; update audit set seq = 3 where seq = 100',
    );
    expect(brokenAt(archive.read)).toBe(2);
  });

  it('goes on after a restart, and after a turn that failed', () => {
    const temporary = temporaryArchive();
    const deed = { at: 1, actor: 'lan', action: 'enrol', subject: 'person:lan', detail: {} };
    temporary.archive.write((tx) => noteDeed(tx, deed));
    expect(() =>
      temporary.archive.write((tx) => {
        noteDeed(tx, deed);
        throw new Error('the turn failed');
      }),
    ).toThrow('the turn failed');
    const archive = temporary.reopen();
    archive.write((tx) => noteDeed(tx, { ...deed, at: 2 }));
    expect(brokenAt(archive.read)).toBeUndefined();
    expect(archive.sqlite.prepare('select count(*) as n from audit').get()).toEqual({ n: 2 });
  });

  it('tells deeds apart whose words only meet elsewhere', () => {
    const archive = filled();
    archive.sqlite.exec(`update audit set actor = 'la', action = 'nfile_month' where seq = 1`);
    expect(brokenAt(archive.read)).toBe(1);
  });
});
