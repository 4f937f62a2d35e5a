/** The register of what was said of obligations: complete, in order, and read no further than is asked. */
import { describe, expect, it } from 'vitest';
import { type About, entriesSince, lastEntryId, recordEntry, type Said } from '../../db/obligation-entries.ts';
import type { Unit, UnitTree } from '../../domain/unit.ts';
import { temporaryArchive } from '../support/archive.ts';

const units: Unit[] = [
  { id: 1, code: 'tinh', name: 'Tỉnh', kind: 'province' },
  { id: 2, code: 'cum', name: 'Cụm', kind: 'cluster', parent: 1 },
  { id: 3, code: 'xa', name: 'Xã', kind: 'commune', parent: 2 },
  { id: 4, code: 'ben', name: 'Xã bên', kind: 'commune', parent: 2 },
];
const tree: UnitTree = new Map(units.map((unit) => [unit.id, unit]));
const about = (unit: number, fields: Partial<About> = {}): About => ({
  unit,
  obligation: 'QN-1d',
  period: '2026',
  event: '',
  ...fields,
});

function room(...said: [About, Said][]) {
  const { archive } = temporaryArchive();
  archive.write((tx) => {
    said.forEach(([of, what], index) => {
      recordEntry(tx, of, what, { person: 7, at: 100 + index });
    });
  });
  const read = (from: string, only?: number[]) =>
    entriesSince(archive.read, from, only, tree).map(({ id, kind }) => `${id} ${kind}`);
  return { archive, read };
}

describe('the register', () => {
  it('gives back everything that was said, with who said it and when', () => {
    const whole: Said = { kind: 'moved', date: '2026-12-01', decision: '12/QĐ-UBND', reason: 'bão', document: 9 };
    const { archive } = room([about(3, { event: '2026-09-17', subtree: true }), whole]);
    expect(entriesSince(archive.read, '2026')).toEqual([
      {
        id: 1,
        ...whole,
        at: 100,
        by: 7,
        about: { unit: 3, subtree: true, obligation: 'QN-1d', period: '2026', event: '2026-09-17' },
      },
    ]);
  });

  it('leaves out what was not said, rather than calling it nothing', () => {
    const { archive } = room([about(3), { kind: 'done' }]);
    const [entry] = entriesSince(archive.read, '2026');
    for (const field of ['date', 'decision', 'reason', 'document']) expect(entry).not.toHaveProperty(field);
  });

  it('is in the order written, also where clocks were set back', () => {
    const { read } = room([about(3), { kind: 'done' }], [about(4), { kind: 'done' }], [about(3), { kind: 'reopened' }]);
    expect(read('2026')).toEqual(['1 done', '2 done', '3 reopened']);
  });

  it.each<[string, number[], string[]]>([
    ['a unit', [3], ['1 done', '3 set_date']],
    ['two units', [3, 4], ['1 done', '2 waived', '3 set_date']],
    ['who stands above: not what its units said', [2], ['3 set_date', '4 done']],
    ['nobody', [], []],
  ])('asked for %s holds its own entries and the decisions for all under somebody above it', (_who, only, expected) => {
    const { read } = room(
      [about(3), { kind: 'done' }],
      [about(4), { kind: 'waived', reason: 'mới' }],
      [about(1, { subtree: true }), { kind: 'set_date', date: '2026-03-31' }],
      [about(2), { kind: 'done' }],
    );
    expect(read('2026', only)).toEqual(expected);
  });

  it('begins with the period asked for', () => {
    const { read } = room(
      [about(3, { period: '2024' }), { kind: 'done' }],
      [about(3, { period: '2025' }), { kind: 'done' }],
    );
    expect(read('2025')).toEqual(['2 done']);
    expect(read('2025', [3])).toEqual(['2 done']);
  });

  it('refuses to read a kind it does not know', () => {
    const { archive, read } = room([about(3), { kind: 'done' }]);
    archive.sqlite.exec("update obligation_entries set kind = 'perhaps'");
    expect(() => read('2026')).toThrow('perhaps');
  });

  it('tells by its highest number that something was said', () => {
    expect(lastEntryId(room().archive.read)).toBe(0);
    expect(lastEntryId(room([about(3), { kind: 'done' }], [about(3), { kind: 'reopened' }]).archive.read)).toBe(2);
  });
});
