/** Who may give which role and codes for whom: one table, every role against every role. */
import { describe, expect, it } from 'vitest';
import { heldFrom, holdsRole, type Membership, mayGrant, mayIssueCode, ROLES, type Role } from '../../domain/person.ts';
import type { Unit, UnitTree } from '../../domain/unit.ts';

const TODAY = '2026-11-03';
const unit = (id: number, parent?: number): Unit => ({
  id,
  code: `u${id}`,
  name: `Đơn vị ${id}`,
  kind: 'ward',
  ...(parent === undefined ? {} : { parent }),
});
/** province 1 ─ cluster 2 ─ ward 3; cluster 4 ─ ward 5 beside it */
const TREE: UnitTree = new Map(
  [unit(1), unit(2, 1), unit(3, 2), unit(4, 1), unit(5, 4)].map((each) => [each.id, each]),
);
const holding = (...memberships: Membership[]) => ({ memberships });

/** What somebody with a role at cluster 2 may give at ward 3 below it. */
const GIVES: Record<Role, Role[]> = {
  staff: [],
  leader: [],
  coordinator: ['staff', 'leader'],
  admin: ['staff', 'coordinator', 'leader', 'admin'],
};

describe.each(ROLES)('a %s', (role) => {
  const person = holding({ unit: 2, role });

  it.each(ROLES)(`gives the role %s only where the table says so, and never outside the subtree`, (given) => {
    expect(mayGrant(person, given, 3, TREE, TODAY)).toBe(GIVES[role].includes(given));
    for (const outside of [1, 4, 5, 99]) expect(mayGrant(person, given, outside, TREE, TODAY)).toBe(false);
  });

  it.each(ROLES)('gives a code to a %s only with a say over the role', (held) => {
    expect(mayIssueCode(person, holding({ unit: 3, role: held }), TREE, TODAY)).toBe(GIVES[role].includes(held));
  });

  it('gives nothing once the role has ended', () => {
    const former = holding({ unit: 2, role, validTo: '2026-11-02' });
    for (const given of ROLES) expect(mayGrant(former, given, 3, TREE, TODAY)).toBe(false);
  });
});

describe('a code', () => {
  const coordinator = holding({ unit: 2, role: 'coordinator' });

  it.each<[string, Membership[], boolean]>([
    ['of staff below', [{ unit: 3, role: 'staff' }], true],
    [
      'of staff below who are also staff elsewhere',
      [
        { unit: 3, role: 'staff' },
        { unit: 5, role: 'staff' },
      ],
      false,
    ],
    [
      'of staff below who will be an admin',
      [
        { unit: 3, role: 'staff' },
        { unit: 1, role: 'admin', validFrom: '2027-01-01' },
      ],
      false,
    ],
    [
      'of staff below who once were an admin',
      [
        { unit: 3, role: 'staff' },
        { unit: 1, role: 'admin', validTo: '2025-01-01' },
      ],
      true,
    ],
    ['of somebody without a role', [], false],
  ])('%s: %s', (_what, memberships, may) => {
    expect(mayIssueCode(coordinator, holding(...memberships), TREE, TODAY)).toBe(may);
  });
});

describe('what somebody holds', () => {
  const person = holding(
    { unit: 3, role: 'staff', validTo: '2026-11-02' },
    { unit: 5, role: 'staff', validFrom: '2026-12-01' },
    { unit: 3, role: 'leader', validFrom: '2026-11-05', validTo: '2026-11-04' },
  );

  it('is what lasts or begins later; what ended, or never began, is not', () => {
    expect(heldFrom(person, TODAY).map(({ unit: at }) => at)).toEqual([5]);
    expect([holdsRole(person, '2026-11-02'), holdsRole(person, TODAY), holdsRole(person, '2026-12-01')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
