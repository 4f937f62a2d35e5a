import { describe, expect, it, vi } from 'vitest';
import type { Tx } from '../../db/open.ts';
import { units } from '../../db/schema.ts';
import { markRosterChanged, rosterChangedAt, unitByCode, unitsByName, unitTree } from '../../db/units.ts';
import { existsOn } from '../../domain/unit.ts';
import { temporaryArchive } from '../support/archive.ts';

const AT = 1_000;

function addUnits(tx: Tx, ...rows: (typeof units.$inferInsert)[]): void {
  for (const row of rows) tx.insert(units).values(row).run();
  markRosterChanged(tx, AT);
}

const ward = (code: string, name: string) => ({ code, name, kind: 'ward' });

describe('the tree of units', () => {
  it('has what is known of each unit and leaves out what is not', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) =>
      addUnits(
        tx,
        { code: 'so', name: 'Sở KH&CN', kind: 'department' },
        { ...ward('a', 'UBND phường A'), parentId: 1, validFrom: '2020-01-01', validTo: '2025-06-30', successorId: 1 },
      ),
    );
    expect([...unitTree(archive.read).values()]).toEqual([
      { id: 1, code: 'so', name: 'Sở KH&CN', kind: 'department' },
      {
        id: 2,
        code: 'a',
        name: 'UBND phường A',
        kind: 'ward',
        parent: 1,
        validFrom: '2020-01-01',
        validTo: '2025-06-30',
        successor: 1,
      },
    ]);
  });

  it('is read once until the roster changes', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => addUnits(tx, ward('a', 'UBND phường A')));
    const tree = unitTree(archive.read);
    const select = vi.spyOn(archive.read, 'select');
    expect(unitTree(archive.read)).toBe(tree);
    expect(archive.write((tx) => unitTree(tx))).toBe(tree);
    expect(select).not.toHaveBeenCalled();
    archive.write((tx) => addUnits(tx, ward('b', 'UBND phường B')));
    expect([...unitTree(archive.read).values()].map(({ code }) => code)).toEqual(['a', 'b']);
  });

  it('follows a change made by another process', () => {
    const temporary = temporaryArchive();
    const here = temporary.archive;
    expect(unitTree(here.read).size).toBe(0);
    temporary.openBeside().write((tx) => addUnits(tx, ward('a', 'UBND phường A')));
    expect(unitTree(here.read).size).toBe(1);
  });

  it('seen in a transaction that was rolled back is forgotten', () => {
    const { archive } = temporaryArchive();
    const attempt = (code: string, fail: boolean) =>
      archive.write((tx) => {
        addUnits(tx, ward(code, code));
        expect(unitByCode(tx, code)).toBeDefined();
        if (fail) throw new Error('the import failed');
      });
    expect(() => attempt('a', true)).toThrow('the import failed');
    expect(unitTree(archive.read).size).toBe(0);
    attempt('b', false);
    expect([...unitTree(archive.read).values()].map(({ code }) => code)).toEqual(['b']);
  });

  it('is refused when the archive holds a kind the house does not know', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => addUnits(tx, { code: 'a', name: 'A', kind: 'village' }));
    expect(() => unitTree(archive.read)).toThrow('village');
  });

  it('knows when it last changed', () => {
    const { archive } = temporaryArchive();
    expect(rosterChangedAt(archive.read)).toBeUndefined();
    archive.write((tx) => addUnits(tx, ward('a', 'UBND phường A')));
    expect(rosterChangedAt(archive.read)).toBe(AT);
  });
});

describe('a unit', () => {
  it.each([
    [{}, true],
    [{ validFrom: '2021-10-25' }, true],
    [{ validFrom: '2021-10-26' }, false],
    [{ validTo: '2021-10-25' }, true],
    [{ validTo: '2021-10-24' }, false],
  ])('with the dates %j exists on 25/10/2021: %s', (dates, expected) => {
    expect(existsOn(dates, '2021-10-25')).toBe(expected);
  });

  it.each([
    ['duc-thuan', 'duc-thuan'],
    ['DUC-THUAN', 'duc-thuan'],
    ['Đức-Thuận', 'duc-thuan'],
    ['00123', '00123'],
    ['123', undefined],
    ['duc', undefined],
    ['', undefined],
  ])('is found by the code %j: %s', (typed, code) => {
    const { archive } = temporaryArchive();
    archive.write((tx) => addUnits(tx, ward('duc-thuan', 'UBND phường Đức Thuận'), ward('00123', 'UBND phường B')));
    expect(unitByCode(archive.read, typed)?.code).toBe(code);
  });

  it.each([
    // the whole name, however it is typed
    ['UBND phường Đức Thuận', ['duc-thuan']],
    ['ubnd phuong duc thuan', ['duc-thuan']],
    ['Ủy ban nhân dân phường Đức Thuận', ['duc-thuan']],
    ['P. Đức Thuận', ['duc-thuan']],
    ['p.đức thuận', ['duc-thuan']],
    ['P.Duc Thuan', ['duc-thuan']],
    ['p đức thuận', ['duc-thuan']],
    ['phường  Đức Thuận.', ['duc-thuan']],
    // the proper name first, then the names with the least left over
    ['Đức Thuận', ['duc-thuan', 'xa-duc-thuan', 'duc-thuan-dong']],
    ['thuận', ['thuan', 'duc-thuan', 'xa-duc-thuan', 'duc-thuan-dong']],
    ['xã đức thuận', ['xa-duc-thuan', 'duc-thuan-dong']],
    // a code is a name
    ['duc-thuan-dong', ['duc-thuan-dong']],
    // parts of words are no names
    ['đức thu', []],
    ['uc thuan', []],
    ['', []],
    ['  ', []],
    ['?', []],
  ])('is found by the name %j', (text, codes) => {
    const { archive } = temporaryArchive();
    archive.write((tx) =>
      addUnits(
        tx,
        ward('duc-thuan-dong', 'UBND xã Đức Thuận Đông'),
        ward('xa-duc-thuan', 'UBND xã Đức Thuận B'),
        ward('duc-thuan', 'UBND phường Đức Thuận'),
        ward('thuan', 'UBND xã Thuận'),
        ward('khac', 'UBND xã Khác'),
      ),
    );
    expect(unitsByName(archive.read, text).map(({ code }) => code)).toEqual(codes);
  });
});
