import { describe, expect, it } from 'vitest';
import type { Archive } from '../../db/open.ts';
import { personByCode } from '../../db/people.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import { unitByCode, unitTree } from '../../db/units.ts';
import { checkRoster } from '../../domain/roster.ts';
import { temporaryArchive } from '../support/archive.ts';
import { rosterRows } from '../support/roster-rows.ts';

/** Imports rows written as in a .csv; the archive may know something already. */
function keep(archive: Archive, ...rows: string[]) {
  const checked = checkRoster(rosterRows(rows), knownRoster(archive.read));
  expect(checked.refused).toEqual([]);
  return archive.write((tx) => applyRoster(tx, checked, 1_000));
}

const dump = (archive: Archive) =>
  ['units', 'people', 'memberships', 'settings'].map((table) => archive.sqlite.prepare(`select * from ${table}`).all());

const SO = 'so,Sở KH&CN,department,';
const XA = 'xa,UBND xã A,commune,so';
const MOI = 'moi,UBND xã Mới,commune,so';

describe('a roster kept', () => {
  it('adds units with their parents, wherever these stand, and people with their roles', () => {
    const { archive } = temporaryArchive();
    const applied = keep(
      archive,
      `${XA},lan,Nguyễn Thị Lan,staff,0900000001,2021-01-01`,
      `${SO},dp,Trần Điều,coordinator`,
    );
    expect(applied).toEqual({
      units: { added: ['xa', 'so'], changed: [], unchanged: [] },
      people: { added: ['lan', 'dp'], changed: [], unchanged: [] },
    });
    const xa = unitByCode(archive.read, 'xa');
    expect(xa?.parent).toBe(unitByCode(archive.read, 'so')?.id);
    expect(personByCode(archive.read, 'lan')?.memberships).toEqual([
      { unit: xa?.id, role: 'staff', validFrom: '2021-01-01' },
    ]);
  });

  it('again changes nothing at all', () => {
    const { archive } = temporaryArchive();
    const rows = [SO, `${XA},lan,Nguyễn Thị Lan,staff,0900000001,2021-01-01`, `${XA},,,,,,2030-01-01,so`];
    keep(archive, ...rows);
    const before = dump(archive);
    const tree = unitTree(archive.read);
    const again = keep(archive, ...rows);
    expect(again.units).toEqual({ added: [], changed: [], unchanged: ['so', 'xa'] });
    expect(again.people).toEqual({ added: [], changed: [], unchanged: ['lan'] });
    expect(dump(archive)).toEqual(before);
    expect(unitTree(archive.read)).toBe(tree);
  });

  it.each([
    ['a name', 'xa,UBND xã An,commune,so', { name: 'UBND xã An' }],
    ['a kind', 'xa,UBND xã A,ward,so', { kind: 'ward' }],
    ['a parent', 'xa,UBND xã A,commune,moi', { parent: 3 }],
    ['a parent taken away', 'xa,UBND xã A,commune,', { parent: undefined }],
    ['an end and a successor', `${XA},,,,,,2025-06-30,moi`, { validTo: '2025-06-30', successor: 3 }],
    ['a beginning', `${XA},,,,,2021-01-01`, { validFrom: '2021-01-01' }],
  ])('changes %s of a unit', (_case, row, expected) => {
    const { archive } = temporaryArchive();
    keep(archive, SO, XA, MOI);
    unitTree(archive.read);
    expect(keep(archive, row).units).toEqual({ added: [], changed: ['xa'], unchanged: [] });
    const unit = unitByCode(archive.read, 'xa');
    for (const [key, value] of Object.entries(expected)) expect(unit?.[key as keyof typeof unit]).toBe(value);
  });

  it.each([
    ['a name', `${XA},lan,Nguyễn Thị Lan Anh,staff`],
    ['a telephone', `${XA},lan,Nguyễn Thị Lan,staff,0900000002`],
    ['an end of a role', `${XA},lan,Nguyễn Thị Lan,staff,,,2025-06-30`],
    ['a second role', `${XA},lan,Nguyễn Thị Lan,leader`],
  ])('changes %s of a person', (_case, row) => {
    const { archive } = temporaryArchive();
    keep(archive, SO, `${XA},lan,Nguyễn Thị Lan,staff,0900000001`, `${XA},hoa,Lê Thị Hoa,staff`);
    const before = dump(archive);
    expect(keep(archive, row, `${XA},hoa,Lê Thị Hoa,staff`).people).toEqual({
      added: [],
      changed: ['lan'],
      unchanged: ['hoa'],
    });
    expect(dump(archive)).not.toEqual(before);
  });

  it('keeps the end of a unit and a telephone that a later file does not state', () => {
    const { archive } = temporaryArchive();
    keep(archive, SO, `${XA},,,,,,2025-06-30`, `${XA},lan,Nguyễn Thị Lan,staff,0900000001`);
    const before = dump(archive);
    keep(archive, `${XA},lan,Nguyễn Thị Lan,staff`);
    expect(dump(archive)).toEqual(before);
  });

  it('keeps the end of a unit that its own row leaves empty', () => {
    const { archive } = temporaryArchive();
    keep(archive, SO, `${XA},,,,,2021-01-01,2025-06-30,so`);
    const before = dump(archive);
    keep(archive, XA);
    expect(dump(archive)).toEqual(before);
  });

  it.each([
    ['an end', '2021-01-01,không,so', { validFrom: '2021-01-01', successor: 1 }],
    ['a beginning', 'KHONG,,', { validTo: '2025-06-30', successor: 1 }],
    ['a successor', ',,không', { validFrom: '2021-01-01', validTo: '2025-06-30' }],
    ['all of a life', 'không,none,Không', {}],
  ])('takes away %s of a unit where the cell says so', (_case, cells, expected) => {
    const { archive } = temporaryArchive();
    keep(archive, SO, `${XA},,,,,2021-01-01,2025-06-30,so`);
    keep(archive, `${XA},,,,,${cells}`);
    expect(unitByCode(archive.read, 'xa')).toEqual({
      id: 2,
      code: 'xa',
      name: 'UBND xã A',
      kind: 'commune',
      parent: 1,
      ...expected,
    });
  });

  it('keeps the dates of a role that the sheet leaves empty, and takes away those it says are none', () => {
    const { archive } = temporaryArchive();
    keep(archive, SO, `${XA},lan,Lan,staff,,2021-01-01,2025-06-30`);
    const roles = () => personByCode(archive.read, 'lan')?.memberships;
    keep(archive, `${XA},lan,Lan,staff`);
    expect(roles()).toEqual([{ unit: 2, role: 'staff', validFrom: '2021-01-01', validTo: '2025-06-30' }]);
    keep(archive, `${XA},lan,Lan,staff,,,không`);
    expect(roles()).toEqual([{ unit: 2, role: 'staff', validFrom: '2021-01-01' }]);
    keep(archive, `${XA},lan,Lan,staff,,không`);
    expect(roles()).toEqual([{ unit: 2, role: 'staff' }]);
  });

  it('removes nobody who is missing from a later file', () => {
    const { archive } = temporaryArchive();
    keep(
      archive,
      SO,
      `${XA},lan,Nguyễn Thị Lan,staff`,
      `${XA},lan,Nguyễn Thị Lan,leader`,
      `${XA},hoa,Lê Thị Hoa,staff`,
    );
    keep(archive, `${SO},lan,Nguyễn Thị Lan,staff`);
    expect(personByCode(archive.read, 'hoa')?.memberships).toHaveLength(1);
    expect(personByCode(archive.read, 'lan')?.memberships).toHaveLength(3);
    expect(unitByCode(archive.read, 'xa')).toBeDefined();
  });

  it('is refused when it was not checked', () => {
    const { archive } = temporaryArchive();
    const memberships = [{ line: 2, personCode: 'lan', unitCode: 'xa', role: 'staff' as const }];
    expect(() => archive.write((tx) => applyRoster(tx, { units: [], people: [], memberships }, 1_000))).toThrow(
      'lan in xa',
    );
  });
});
