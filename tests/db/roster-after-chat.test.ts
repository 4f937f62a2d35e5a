/** A sheet imported again after units were merged and split, and people moved, retired and erased by chat. */
import { describe, expect, it } from 'vitest';
import { noteDeed } from '../../db/audit.ts';
import { endPost, givePost } from '../../db/memberships.ts';
import type { Archive } from '../../db/open.ts';
import { personByCode } from '../../db/people.ts';
import { erasePerson } from '../../db/personal-data.ts';
import { absorbUnits, mergeUnits, splitUnit } from '../../db/reshape.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import { unitByCode } from '../../db/units.ts';
import { instantOf } from '../../domain/date.ts';
import { checkRoster, type Refusal } from '../../domain/roster.ts';
import { remarksOn } from '../../domain/roster-kept.ts';
import { temporaryArchive } from '../support/archive.ts';
import { rosterRows } from '../support/roster-rows.ts';

const AT = instantOf('2026-11-22', '09:00');

const SHEET = [
  'so,Sở KH&CN,department,,dp,Trần Điều,coordinator',
  'xa,UBND xã A,commune,so,lan,Nguyễn Thị Lan,staff,0900000001',
  'xa,UBND xã A,commune,so,ct,Vũ Văn Chủ,leader',
  'xb,UBND xã B,commune,so,hoa,Lê Thị Hoa,staff',
  'tram,Trạm Y tế,office,xa,mot,Bùi Văn Một,staff',
];

/** Imports a sheet at a moment; what was refused, and what was remarked, in words. */
function importing(archive: Archive, ...rows: string[]): { refused: Refusal[]; remarks: string[] } {
  const known = knownRoster(archive.read);
  const checked = checkRoster(rosterRows(rows), known);
  archive.write((tx) => applyRoster(tx, checked, AT));
  const remarks = remarksOn(checked, known).map(({ kind, what, unitCode, role, known: was, stated }) =>
    [kind, what, role?.personCode, unitCode, was, stated].filter((word) => word !== undefined).join(' '),
  );
  return { refused: checked.refused, remarks };
}

function imported(): Archive {
  const { archive } = temporaryArchive();
  importing(archive, ...SHEET);
  return archive;
}

const idOf = (archive: Archive, code: string): number => unitByCode(archive.read, code)?.id ?? 0;
const personId = (archive: Archive, code: string): number => personByCode(archive.read, code)?.id ?? 0;
const dump = (archive: Archive) =>
  ['units', 'people', 'memberships'].map((table) => archive.sqlite.prepare(`select * from ${table}`).all());

const DEEDS: [string, (archive: Archive) => void][] = [
  [
    'units were merged into one there is',
    (archive) => archive.write((tx) => absorbUnits(tx, [idOf(archive, 'xa')], idOf(archive, 'xb'), '2026-11-22', AT)),
  ],
  [
    'units were merged into a new one',
    (archive) => {
      const olds = [idOf(archive, 'xa'), idOf(archive, 'xb')];
      const into = { name: 'UBND xã Mới', kind: 'commune' as const, parent: idOf(archive, 'so') };
      archive.write((tx) => mergeUnits(tx, olds, into, '2026-11-22', AT));
    },
  ],
  [
    'a unit was split',
    (archive) => {
      const parts = ['UBND xã Đông', 'UBND xã Tây'].map((name) => ({ name, kind: 'commune' as const }));
      const places = new Map([[personId(archive, 'lan'), 1]]);
      archive.write((tx) => splitUnit(tx, idOf(archive, 'xa'), parts, '2026-11-22', AT, places));
    },
  ],
  [
    'somebody’s role was ended',
    (archive) =>
      archive.write((tx) =>
        endPost(tx, personId(archive, 'lan'), { unit: idOf(archive, 'xa'), role: 'staff' }, '2026-10-31', AT),
      ),
  ],
  [
    'somebody was moved',
    (archive) =>
      archive.write((tx) => {
        const lan = personId(archive, 'lan');
        endPost(tx, lan, { unit: idOf(archive, 'xa'), role: 'staff' }, '2026-10-31', AT);
        givePost(tx, lan, { unit: idOf(archive, 'xb'), role: 'staff', from: '2026-11-01' }, AT);
      }),
  ],
  [
    'somebody had their data erased',
    (archive) =>
      archive.write((tx) => {
        noteDeed(tx, { at: AT, actor: 'lan', action: 'erase_data', subject: 'person:lan', detail: {} });
        erasePerson(tx, personId(archive, 'lan'), 'Cán bộ 2', '2026-11-22', '2026-11-21', AT);
      }),
  ],
];

describe('the sheet of before, imported again', () => {
  it.each(DEEDS)('changes nothing after %s', (_case, deed) => {
    const archive = imported();
    deed(archive);
    const before = dump(archive);
    expect(importing(archive, ...SHEET).refused).toEqual([]);
    expect(dump(archive)).toEqual(before);
  });

  it('names what it leaves as it is', () => {
    const archive = imported();
    archive.write((tx) => absorbUnits(tx, [idOf(archive, 'xa')], idOf(archive, 'xb'), '2026-11-22', AT));
    expect(importing(archive, ...SHEET).remarks).toEqual([
      'kept validTo xa 2026-11-21',
      'kept successor xa xb',
      'kept parent tram xb xa',
      'kept validTo lan xa 2027-01-05',
      'kept validTo ct xa 2026-11-21',
    ]);
  });

  it('names nothing where nothing was decided meanwhile', () => {
    const archive = imported();
    expect(importing(archive, ...SHEET).remarks).toEqual([]);
  });

  it('does not write down the name and telephone of somebody erased, until they have a role again', () => {
    const archive = imported();
    DEEDS.at(-1)?.[1](archive);
    importing(archive, ...SHEET);
    expect(personByCode(archive.read, 'lan')?.name).toBe('Cán bộ 2');
    importing(archive, 'xb,UBND xã B,commune,so,lan,Nguyễn Thị Lan,staff');
    expect(personByCode(archive.read, 'lan')?.name).toBe('Nguyễn Thị Lan');
  });

  it('goes on with a month of both under the unit they were merged into', () => {
    const archive = imported();
    archive.write((tx) => absorbUnits(tx, [idOf(archive, 'xa')], idOf(archive, 'xb'), '2026-11-22', AT));
    importing(archive, 'xb,UBND xã B,commune,so,,,,,không');
    // Without a first day it would count as made by the merger.
    expect(unitByCode(archive.read, 'xb')?.validFrom).toBe('1900-01-01');
  });
});

describe('a sheet that says otherwise on purpose', () => {
  it('is followed and named: dates changed, taken away, and units put back', () => {
    const archive = imported();
    archive.write((tx) => absorbUnits(tx, [idOf(archive, 'xa')], idOf(archive, 'xb'), '2026-11-22', AT));
    const { refused, remarks } = importing(
      archive,
      'xa,UBND xã A,commune,so,,,,,,không,không',
      'xa,UBND xã A,commune,so,lan,Nguyễn Thị Lan,staff,,,không',
      'xa,UBND xã A,commune,so,ct,Vũ Văn Chủ,leader,,,2026-12-31',
      'tram,Trạm Y tế,office,xa',
    );
    expect(refused).toEqual([]);
    expect(remarks).toEqual([
      'taken_away validTo xa 2026-11-21',
      'taken_away successor xa xb',
      'taken_away validTo lan xa 2027-01-05',
      'changed validTo ct xa 2026-11-21 2026-12-31',
    ]);
    expect(unitByCode(archive.read, 'xa')).not.toHaveProperty('validTo');
    expect(unitByCode(archive.read, 'tram')?.parent).toBe(idOf(archive, 'xa'));
  });

  it('may put a unit under another that goes on', () => {
    const archive = imported();
    archive.write((tx) => absorbUnits(tx, [idOf(archive, 'xa')], idOf(archive, 'xb'), '2026-11-22', AT));
    importing(archive, 'tram,Trạm Y tế,office,so');
    expect(unitByCode(archive.read, 'tram')?.parent).toBe(idOf(archive, 'so'));
  });

  it.each([
    [
      'a role',
      'xa,UBND xã A,commune,so,lan,Nguyễn Thị Lan,staff,,2026-12-01',
      'valid_to from_after_kept_to 2026-10-31',
    ],
    ['a unit', 'xb,UBND xã B,commune,so,,,,,2026-12-01', 'valid_to from_after_kept_to 2026-10-31'],
    ['a unit', 'tram,Trạm Y tế,office,xa,,,,,,2026-01-01', 'valid_from to_before_kept_from 2026-09-01'],
  ])('is refused where it would end %s before it begins', (_case, row, expected) => {
    const archive = imported();
    importing(archive, 'xb,UBND xã B,commune,so,,,,,,2026-10-31', 'tram,Trạm Y tế,office,xa,,,,,2026-09-01');
    DEEDS[3]?.[1](archive);
    const before = dump(archive);
    const said = importing(archive, row).refused.map(({ column, reason, value }) => `${column} ${reason} ${value}`);
    expect(said).toEqual([expected]);
    expect(dump(archive)).toEqual(before);
  });
});
