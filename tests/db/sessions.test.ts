/** Where a person is: one place, kept whole through a restart. */
import { describe, expect, it } from 'vitest';
import { keepSession, type StoredSession, sessionOf } from '../../db/sessions.ts';
import { temporaryArchive } from '../support/archive.ts';

const open: StoredSession = {
  flow: 'monthly-check-in',
  version: 1,
  state: { unit: 1, period: '2021-10', staged: { figures: { received: { kind: 'value', value: 0 } }, mending: null } },
  paused: false,
  offered: { choices: [{ id: 'slot:nil', label: 'Không phát sinh' }], mark: '1a', numbered: true },
};
const empty: StoredSession = { flow: '', version: 0, state: null, paused: false, offered: null };

describe('a session', () => {
  it('is none for somebody who never spoke', () => {
    expect(sessionOf(temporaryArchive().archive.read, 1)).toBeUndefined();
  });

  it.each([open, empty, { ...open, paused: true, offered: null }])('is given back as it was kept', (session) => {
    const temporary = temporaryArchive();
    temporary.archive.write((tx) => keepSession(tx, 1, session, 100));
    expect(sessionOf(temporary.archive.read, 1)).toEqual(session);
    expect(sessionOf(temporary.reopen().read, 1)).toEqual(session);
  });

  it('whose row is damaged is one nobody can go on with, and no error', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => keepSession(tx, 1, open, 100));
    archive.sqlite.exec(`update sessions set state = '{"state":'`);
    expect(sessionOf(archive.read, 1)).toEqual({
      flow: open.flow,
      version: 1,
      state: null,
      paused: false,
      offered: null,
    });
  });

  it('is one for each person, the last one kept', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      keepSession(tx, 1, open, 100);
      keepSession(tx, 2, empty, 100);
      keepSession(tx, 1, { ...open, version: 2, paused: true }, 200);
    });
    expect(sessionOf(archive.read, 1)).toEqual({ ...open, version: 2, paused: true });
    expect(sessionOf(archive.read, 2)).toEqual(empty);
    expect(archive.sqlite.prepare('select count(*) as n, max(updated_at) as at from sessions').get()).toEqual({
      n: 2,
      at: 200,
    });
  });
});
