/**
 * The specification of access, as one table: every role, every action, every place in the tree, every state of a
 * membership. A cell here is a decision; a change of `may` shows as a changed cell.
 */
import { describe, expect, it } from 'vitest';
import {
  ACTIONS,
  type Action,
  isValidOn,
  type Membership,
  may,
  ROLES,
  type Role,
  unitsWhereMay,
} from '../../domain/person.ts';
import type { Unit, UnitId, UnitTree } from '../../domain/unit.ts';

const TODAY = '2021-10-25';

/** province 1 ─ district 2 ─ ward 3 (own) ─ hamlet office 4; ward 5 a sibling; province 6 ─ ward 7 elsewhere */
const PLACES = { own: 3, below: 4, above: 2, top: 1, sibling: 5, elsewhere: 7 } as const;
type Place = keyof typeof PLACES;

const unit = (id: UnitId, parent?: UnitId): Unit => ({
  id,
  code: `u${id}`,
  name: `Đơn vị ${id}`,
  kind: 'ward',
  ...(parent === undefined ? {} : { parent }),
});

const TREE: UnitTree = new Map(
  [unit(1), unit(2, 1), unit(3, 2), unit(4, 3), unit(5, 2), unit(6), unit(7, 6)].map((each) => [each.id, each]),
);

/** How far each role may do each thing: '' not at all, 'own' its unit, 'down' its unit and all below. */
const REACH: Record<Action, Record<Role, '' | 'own' | 'down'>> = {
  file_month: { staff: 'own', coordinator: '', leader: '', admin: '' },
  correct_month: { staff: 'own', coordinator: '', leader: '', admin: '' },
  supplement_year: { staff: 'own', coordinator: '', leader: '', admin: '' },
  read_figures: { staff: 'own', coordinator: 'down', leader: 'down', admin: 'down' },
  compile_report: { staff: 'own', coordinator: 'down', leader: 'down', admin: 'down' },
  read_status: { staff: 'own', coordinator: 'down', leader: 'down', admin: 'down' },
  complete_obligation: { staff: 'own', coordinator: 'down', leader: '', admin: 'down' },
  decide_obligation: { staff: '', coordinator: 'down', leader: '', admin: 'down' },
  issue_directive: { staff: '', coordinator: 'down', leader: '', admin: 'down' },
  remind: { staff: '', coordinator: 'down', leader: '', admin: 'down' },
  broadcast: { staff: '', coordinator: 'down', leader: '', admin: 'down' },
  review_month: { staff: '', coordinator: 'down', leader: '', admin: 'down' },
  lock_period: { staff: '', coordinator: 'down', leader: '', admin: 'down' },
  issue_code: { staff: '', coordinator: 'down', leader: '', admin: 'down' },
  manage_people: { staff: '', coordinator: 'down', leader: '', admin: 'down' },
  appoint_coordinators: { staff: '', coordinator: '', leader: '', admin: 'down' },
  manage_units: { staff: '', coordinator: '', leader: '', admin: 'down' },
  manage_calendar: { staff: '', coordinator: '', leader: '', admin: 'down' },
};

const PLACES_REACHED: Record<'' | 'own' | 'down', Place[]> = { '': [], own: ['own'], down: ['own', 'below'] };

/** What a membership says about its days, and whether it holds today. */
const VALIDITY: Record<string, { dates: Pick<Membership, 'validFrom' | 'validTo'>; holds: boolean }> = {
  'without dates': { dates: {}, holds: true },
  'from today': { dates: { validFrom: TODAY }, holds: true },
  'to today': { dates: { validTo: TODAY }, holds: true },
  'around today': { dates: { validFrom: '2021-01-01', validTo: '2021-12-31' }, holds: true },
  'expired yesterday': { dates: { validTo: '2021-10-24' }, holds: false },
  'from tomorrow': { dates: { validFrom: '2021-10-26' }, holds: false },
  'of another year': { dates: { validFrom: '2020-01-01', validTo: '2020-12-31' }, holds: false },
};

const reached = (memberships: Membership[], action: Action): Place[] =>
  (Object.keys(PLACES) as Place[]).filter((place) => may({ memberships }, action, PLACES[place], TREE, TODAY));

describe('may', () => {
  it('is decided here for every role and action there is', () => {
    expect(Object.keys(REACH).sort()).toEqual([...ACTIONS].sort());
    for (const row of Object.values(REACH)) expect(Object.keys(row).sort()).toEqual([...ROLES].sort());
  });

  for (const [days, { dates, holds }] of Object.entries(VALIDITY)) {
    const cases = ACTIONS.flatMap((action) =>
      ROLES.map((role) => ({ action, role, places: holds ? PLACES_REACHED[REACH[action][role]] : [] })),
    );
    it.each(cases)(`membership ${days}: $role, $action → $places`, ({ action, role, places }) => {
      expect(reached([{ unit: PLACES.own, role, ...dates }], action)).toEqual(places);
    });
  }

  it('is no for somebody without a role, whatever they want', () => {
    for (const action of ACTIONS) expect(reached([], action)).toEqual([]);
  });

  it('adds up several roles and lends none of them to another unit', () => {
    const memberships: Membership[] = [
      { unit: PLACES.own, role: 'staff' },
      { unit: PLACES.sibling, role: 'leader' },
      { unit: PLACES.top, role: 'admin', validTo: '2021-01-01' },
    ];
    expect(reached(memberships, 'file_month')).toEqual(['own']);
    expect(reached(memberships, 'read_status')).toEqual(['own', 'sibling']);
    expect(reached(memberships, 'manage_units')).toEqual([]);
  });

  it('is no for a unit that does not exist', () => {
    for (const role of ROLES) {
      for (const action of ACTIONS) {
        expect(may({ memberships: [{ unit: 1, role }] }, action, 999, TREE, TODAY)).toBe(false);
      }
    }
  });
});

/** What ended in 3 (own): 8 merged into it, 9 merged into 8 before, 11 of which 3 is one part; 12 is the other part. */
const ENDED = { merged: 8, 'merged before': 9, split: 11 } as const;
type Ended = keyof typeof ENDED;

const SUCCESSION: UnitTree = new Map([
  ...TREE,
  ...[
    { ...unit(3, 2), splitFrom: 11 },
    { ...unit(8, 2), validTo: '2021-09-30', successor: 3 },
    { ...unit(9, 2), validTo: '2021-06-30', successor: 8 },
    { ...unit(10, 2), validTo: '2021-12-31', successor: 3 },
    { ...unit(11, 2), validTo: '2021-09-30' },
    { ...unit(12, 2), splitFrom: 11 },
    { ...unit(13, 2), validTo: '2021-09-30' },
  ].map((each): [UnitId, Unit] => [each.id, each]),
]);

/** What a role at a unit reaches of the units that ended in it. */
const INHERITS: Record<Action, Partial<Record<Role, Ended[]>>> = {
  ...(Object.fromEntries(ACTIONS.map((action) => [action, {}])) as Record<Action, object>),
  file_month: { staff: ['merged', 'merged before', 'split'] },
  correct_month: { staff: ['merged', 'merged before', 'split'] },
};

describe('what ended in a unit', () => {
  const cases = ACTIONS.flatMap((action) =>
    ROLES.map((role) => ({ action, role, ended: INHERITS[action][role] ?? [] })),
  );
  it.each(cases)('role $role there, $action → $ended', ({ action, role, ended }) => {
    const person = { memberships: [{ unit: PLACES.own, role }] };
    const may_ = (Object.keys(ENDED) as Ended[]).filter((each) => may(person, action, ENDED[each], SUCCESSION, TODAY));
    expect(may_).toEqual(ended);
    const listed = unitsWhereMay(person, action, SUCCESSION, TODAY);
    expect(listed).toEqual([...SUCCESSION.keys()].filter((id) => may(person, action, id, SUCCESSION, TODAY)));
  });

  it('is nobody else’s: not of a unit beside, of one above, nor before it has ended', () => {
    const staffAt = (id: UnitId, validTo?: string) => ({
      memberships: [{ unit: id, role: 'staff' as const, ...(validTo ? { validTo } : {}) }],
    });
    expect(may(staffAt(5), 'file_month', 8, SUCCESSION, TODAY)).toBe(false);
    expect(may(staffAt(2), 'file_month', 8, SUCCESSION, TODAY)).toBe(false);
    expect(may(staffAt(12), 'file_month', 8, SUCCESSION, TODAY)).toBe(false);
    expect(may(staffAt(12), 'file_month', 11, SUCCESSION, TODAY)).toBe(true);
    expect(may(staffAt(3), 'file_month', 8, SUCCESSION, '2021-09-30')).toBe(false);
    expect(may(staffAt(3), 'file_month', 10, SUCCESSION, TODAY)).toBe(false);
    expect(may(staffAt(3), 'file_month', 13, SUCCESSION, TODAY)).toBe(false);
    expect(may(staffAt(3, '2021-10-24'), 'file_month', 8, SUCCESSION, TODAY)).toBe(false);
  });
});

describe('unitsWhereMay', () => {
  it('lists exactly the units where may says yes, in the order of the tree', () => {
    const person = {
      memberships: [
        { unit: 2, role: 'coordinator' as const },
        { unit: 7, role: 'staff' as const },
      ],
    };
    expect(unitsWhereMay(person, 'read_status', TREE, TODAY)).toEqual([2, 3, 4, 5, 7]);
    expect(unitsWhereMay(person, 'file_month', TREE, TODAY)).toEqual([7]);
    expect(unitsWhereMay(person, 'manage_units', TREE, TODAY)).toEqual([]);
  });
});

describe('a membership', () => {
  it('holds on its first and its last day', () => {
    const days = { unit: 1, role: 'staff', validFrom: '2021-10-01', validTo: '2021-10-31' } as const;
    const held = ['2021-09-30', '2021-10-01', '2021-10-31', '2021-11-01'].map((day) => isValidOn(days, day));
    expect(held).toEqual([false, true, true, false]);
  });
});
