/** Who answers for a unit on a day, and who is told when it is late. */
import { eq, inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { recordCover } from '../../db/covers.ts';
import { personByCode } from '../../db/people.ts';
import { responsible, staffAnswering } from '../../db/responsible.ts';
import { memberships, units } from '../../db/schema.ts';
import { markRosterChanged, unitByCode, unitTree } from '../../db/units.ts';
import { office } from '../support/office.ts';

const DAY = '2026-11-02';
const WEEK = { from: DAY, to: '2026-11-06' };

function room() {
  const { temporary } = office();
  const { archive } = temporary;
  const unit = (code: string) => {
    const found = unitByCode(archive.read, code);
    if (!found) throw new Error(`no unit ${code}`);
    return found;
  };
  const id = (code: string) => personByCode(archive.read, code)?.id ?? 0;
  const who = () => responsible(archive.read, unitTree(archive.read));
  const staff = (code: string, day = DAY) =>
    who()
      .staff(unit(code), day)
      .map((person) => person.code);
  const above = (role: 'coordinator' | 'leader', code: string, day = DAY) =>
    who()
      .nearest(role, unit(code), day)
      .map((person) => person.code);
  const away = (person: string, by?: string) =>
    archive.write((tx) => recordCover(tx, { person: id(person), ...(by ? { by: id(by) } : {}), ...WEEK }, 1));
  const joins = (person: string, at: string, role: string, dates: { validFrom?: string; validTo?: string } = {}) =>
    archive.write((tx) =>
      tx
        .insert(memberships)
        .values({ personId: id(person), unitId: unit(at).id, role, ...dates })
        .run(),
    );
  return { archive, staff, above, away, joins, unit };
}

describe('those who answer for a unit', () => {
  it('are its staff, each once', () => {
    const { staff } = room();
    expect(staff('duc-thuan')).toEqual(['lan', 'ha']);
    expect(staff('bac-hong')).toEqual(['nam']);
    expect(staff('tinh')).toEqual([]);
  });

  it('are those of the day', () => {
    const { staff, joins } = room();
    joins('nam', 'duc-thuan', 'staff', { validFrom: '2026-11-03', validTo: '2026-11-04' });
    expect(
      ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'].map((day) => staff('duc-thuan', day).length),
    ).toEqual([2, 3, 3, 2]);
  });

  it.each<[string, [string, string?][], string[], string[]]>([
    ['somebody away with a stand-in of another unit', [['lan', 'nam']], ['nam', 'ha'], ['nam']],
    ['somebody away with nobody', [['lan']], ['ha'], ['nam']],
    ['somebody away with a colleague of the unit', [['lan', 'ha']], ['ha'], ['nam']],
    [
      'a stand-in who is away too',
      [
        ['lan', 'nam'],
        ['nam', 'ha'],
      ],
      ['ha'],
      ['ha'],
    ],
    ['a stand-in who is no staff', [['lan', 'sang']], ['ha'], ['nam']],
  ])('do not count %s', (_who, covers, ward, beside) => {
    const { staff, away } = room();
    for (const [person, by] of covers) away(person, by);
    expect([staff('duc-thuan'), staff('bac-hong')]).toEqual([ward, beside]);
    expect(staff('duc-thuan', '2026-11-07')).toEqual(['lan', 'ha']);
  });
});

describe('those above', () => {
  it('are the nearest with the role, the unit itself included', () => {
    const { above, joins } = room();
    expect(above('coordinator', 'duc-thuan')).toEqual(['sang']);
    expect(above('leader', 'tinh')).toEqual(['binh']);
    joins('nam', 'duc-thuan', 'leader');
    expect(above('leader', 'duc-thuan')).toEqual(['nam']);
    expect(above('leader', 'bac-hong')).toEqual(['binh']);
  });

  it('are nobody where nobody has the role that day', () => {
    const { above, archive } = room();
    archive.sqlite.exec("update memberships set valid_to = '2026-11-02' where role = 'leader'");
    expect(above('leader', 'duc-thuan', '2026-11-02')).toEqual(['binh']);
    expect(above('leader', 'duc-thuan', '2026-11-03')).toEqual([]);
  });

  it('end at a parent that is missing', () => {
    const { archive, unit } = room();
    const who = responsible(archive.read, new Map());
    expect(who.nearest('leader', { ...unit('duc-thuan'), parent: 99 }, DAY)).toEqual([]);
  });
});

describe('those who answer for a unit that has ended', () => {
  /** The second ward was merged into the first, whatever its people hold. */
  function merged(...held: [person: string, at: string, dates?: { validFrom?: string; validTo?: string }][]) {
    const at = room();
    const heir = at.unit('duc-thuan').id;
    at.archive.write((tx) => {
      tx.delete(memberships)
        .where(eq(memberships.unitId, at.unit('bac-hong').id))
        .run();
      tx.update(units)
        .set({ validTo: '2026-10-31', successorId: heir })
        .where(eq(units.id, at.unit('bac-hong').id))
        .run();
      markRosterChanged(tx, 2);
    });
    for (const [person, unit, dates] of held) at.joins(person, unit, 'staff', dates);
    const today = (day = DAY) =>
      staffAnswering(at.archive.read, unitTree(at.archive.read), at.unit('bac-hong').id, day).map(({ code }) => code);
    return { ...at, today };
  }

  it('are those who still hold a role there, and after them the staff of what it became, each once', () => {
    const { staff, today } = merged(['nam', 'bac-hong', { validTo: '2026-11-10' }]);
    expect([staff('bac-hong'), today()]).toEqual([['nam'], ['nam']]);
    expect([staff('bac-hong', '2026-11-11'), today('2026-11-11')]).toEqual([
      ['lan', 'ha'],
      ['lan', 'ha'],
    ]);
    expect(staff('bac-hong', '2026-10-31')).toEqual(['nam']);
  });

  it('are replaced by who takes their reminders while they are away', () => {
    const { staff, away } = merged();
    away('lan', 'ha');
    expect(staff('bac-hong')).toEqual(['ha']);
  });

  it('are the staff of every part of what was split', () => {
    const { archive, unit, staff, joins } = merged();
    archive.write((tx) => {
      tx.update(units).set({ successorId: null }).where(eq(units.code, 'bac-hong')).run();
      tx.update(units)
        .set({ splitFromId: unit('bac-hong').id })
        .where(inArray(units.code, ['duc-thuan', 'tinh']))
        .run();
      markRosterChanged(tx, 3);
    });
    joins('nam', 'tinh', 'staff');
    joins('lan', 'tinh', 'staff');
    expect(staff('bac-hong').sort()).toEqual(['ha', 'lan', 'nam']);
  });
});
