/** What a tracking list is read from says of its obligations what the records of duties say, and nothing else. */
import { describe, expect, it } from 'vitest';
import { addDocument } from '../../db/documents.ts';
import { dutyRecords } from '../../db/duty-records.ts';
import { type About, recordEntry, type Said } from '../../db/obligation-entries.ts';
import { trackedRecords } from '../../db/tracked-records.ts';
import { readDirectives } from '../../directives/directives.ts';
import type { Citation } from '../../domain/citation.ts';
import { standing } from '../../domain/obligation.ts';
import { followedUp } from '../../domain/tracking.ts';
import type { Unit, UnitTree } from '../../domain/unit.ts';
import { temporaryArchive } from '../support/archive.ts';

const units: Unit[] = [
  { id: 1, code: 'tinh', name: 'Tỉnh', kind: 'province' },
  { id: 2, code: 'cum', name: 'Cụm', kind: 'cluster', parent: 1 },
  { id: 3, code: 'xa', name: 'Xã', kind: 'commune', parent: 2 },
  { id: 4, code: 'ben', name: 'Xã bên', kind: 'commune', parent: 1 },
];
const tree: UnitTree = new Map(units.map((unit) => [unit.id, unit]));
const DAY = '2026-11-22';
const FOLLOWED = ['DN-1.1', 'DN-1.2', 'QN-1d'];
const PLAN: Citation = {
  type: 'Kế hoạch',
  number: '9',
  year_in_code: null,
  symbol: 'KH-UBND',
  date: null,
  issuer: null,
  subject: 'duy trì HTQLCL năm 2026',
  raw: '',
};

function room() {
  const { archive } = temporaryArchive();
  let at = 0;
  return {
    says: (unit: number, said: Said, about: Partial<About> = {}) =>
      archive.write((tx) => {
        at += 1;
        const what = { unit, obligation: 'DN-1.1', period: '2026', event: '', ...about } as About;
        recordEntry(tx, what, said, { person: 7, at });
      }),
    shows: (unit: number) =>
      archive.write((tx) => {
        at += 1;
        return addDocument(tx, unit, '2026-02', PLAN, { person: 7, at });
      }),
    records: (year = 2026) =>
      trackedRecords(archive.read, tree, followedUp(readDirectives(), year), { year, asOf: DAY }),
    all: () => dutyRecords(archive.read, tree, DAY, undefined, readDirectives()),
  };
}

describe('the records of a tracking list', () => {
  it('say of every obligation it follows up how it stands, as the records of duties do', () => {
    const { says, shows, records, all } = room();
    says(3, { kind: 'done', document: shows(3) });
    says(3, { kind: 'returned', reason: 'thiếu "phụ lục" 2' });
    says(1, { kind: 'moved', date: '2026-12-20', decision: '12/QĐ-UBND' }, { subtree: true });
    says(2, { kind: 'waived', reason: 'mới' }, { subtree: true, obligation: 'DN-1.2' });
    says(2, { kind: 'done' }, { obligation: 'DN-1.2' });
    says(4, { kind: 'done', date: '2026-11-10' }, { obligation: 'QN-1d' });
    says(4, { kind: 'accepted' }, { obligation: 'QN-1d' });
    shows(4);
    const [tracked, duties] = [records(), all()];
    for (const { id } of units) {
      for (const obligation of FOLLOWED) {
        const whole = duties.entries(id, obligation, '2026', '');
        const settled = tracked.settled(id, obligation);
        if (settled) expect(settled, `${id} ${obligation}`).toBe(standing(whole).state);
        else expect(tracked.entries(id, obligation), `${id} ${obligation}`).toEqual(whole);
      }
    }
    const kinds = (unit: number, obligation: string) => tracked.entries(unit, obligation).map(({ kind }) => kind);
    expect(kinds(3, 'DN-1.1')).toEqual(['done', 'returned', 'moved']);
    expect(kinds(3, 'DN-1.2')).toEqual(['waived']);
    expect(kinds(4, 'DN-1.1')).toEqual(['moved', 'done']);
    expect(tracked.settled(4, 'QN-1d')).toBe('accepted');
    expect(tracked.settled(2, 'DN-1.2')).toBe('done');
    expect(tracked.settled(3, 'DN-1.1')).toBeUndefined();
  });

  it('take nobody for done where it was taken back, from one or from all under a unit at once', () => {
    const { says, records } = room();
    for (const unit of [3, 4]) says(unit, { kind: 'done' });
    says(4, { kind: 'reopened' });
    expect(records().settled(3, 'DN-1.1')).toBe('done');
    expect(records().settled(4, 'DN-1.1')).toBeUndefined();
    says(2, { kind: 'reopened' }, { subtree: true });
    expect(records().settled(3, 'DN-1.1')).toBeUndefined();
    expect(standing(records().entries(3, 'DN-1.1')).state).toBe('open');
    says(3, { kind: 'done' });
    expect(standing(records().entries(3, 'DN-1.1')).state).toBe('done');
  });

  it('are of the year asked about, also of one to come', () => {
    const { says, records } = room();
    says(3, { kind: 'set_date', date: '2027-01-20' }, { period: '2027' });
    const entries = records(2027).entries(3, 'DN-1.1');
    expect(entries.map(({ kind, date }) => [kind, date])).toEqual([['set_date', '2027-01-20']]);
    expect(records(2026).entries(3, 'DN-1.1')).toEqual([]);
  });

  it('know nothing of other years, of events and of what is not followed up', () => {
    const { says, records } = room();
    says(3, { kind: 'done' }, { period: '2025' });
    says(3, { kind: 'done' }, { event: '2026-09-17' });
    says(3, { kind: 'done' }, { obligation: 'DN-1.5' });
    const { entries, settled } = records();
    for (const obligation of ['DN-1.1', 'DN-1.5']) {
      expect(entries(3, obligation)).toEqual([]);
      expect(settled(3, obligation)).toBeUndefined();
    }
  });
});
