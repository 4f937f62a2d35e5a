/**
 * Who a person is to an organisation, and the one rule of access. Roles bind a person to a unit; a role there reaches
 * down the tree, never up or sideways. `may` is the only place that decides; everything else asks it.
 */
import type { IsoDate } from './date.ts';
import { endedBefore, heirsOf } from './heirs.ts';
import type { UnitId, UnitTree } from './unit.ts';
import { isWithin } from './unit.ts';

export const ROLES = ['staff', 'coordinator', 'leader', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export type PersonId = number;

export interface Membership {
  unit: UnitId;
  role: Role;
  validFrom?: IsoDate;
  validTo?: IsoDate;
}

export interface Person {
  id: PersonId;
  code: string;
  name: string;
  language: 'vi' | 'en';
  memberships: Membership[];
}

/** Everything somebody may want to do to a unit's data. */
export const ACTIONS = [
  'file_month',
  'correct_month',
  'supplement_year',
  'read_figures',
  'compile_report',
  'read_status',
  'complete_obligation',
  'decide_obligation',
  'issue_directive',
  'remind',
  'broadcast',
  'review_month',
  'lock_period',
  'issue_code',
  'manage_people',
  'appoint_coordinators',
  'manage_units',
  'manage_calendar',
] as const;
export type Action = (typeof ACTIONS)[number];

type Reach = 'own' | 'subtree';

/**
 * What the staff of a unit may also do for the units that ended in it (merged or split): send and mend the months those
 * lived to see. Everything else of an old unit stays with whoever held a role there, and with those above.
 */
const INHERITED: readonly Action[] = ['file_month', 'correct_month'];

const READS: Action[] = ['read_figures', 'compile_report', 'read_status'];
const FILES: Action[] = ['file_month', 'correct_month', 'supplement_year', 'complete_obligation'];
const COORDINATES: Action[] = [
  'complete_obligation',
  'decide_obligation',
  'issue_directive',
  'remind',
  'broadcast',
  'review_month',
  'lock_period',
  'issue_code',
  'manage_people',
];

/** What each role may do, and how far: in its own unit only, or in the whole subtree under it. */
const GRANTS: Record<Role, { actions: Action[]; reach: Reach }[]> = {
  staff: [{ actions: [...FILES, ...READS], reach: 'own' }],
  leader: [{ actions: READS, reach: 'subtree' }],
  coordinator: [{ actions: [...READS, ...COORDINATES], reach: 'subtree' }],
  admin: [
    {
      actions: [...READS, ...COORDINATES, 'appoint_coordinators', 'manage_units', 'manage_calendar'],
      reach: 'subtree',
    },
  ],
};

/** True on the days a membership holds (both ends included). */
export function isValidOn(membership: Membership, today: IsoDate): boolean {
  return (
    (membership.validFrom === undefined || membership.validFrom <= today) &&
    (membership.validTo === undefined || today <= membership.validTo)
  );
}

/** Whether a person may do something to a unit on a day. Nothing else in the house decides about access. */
export function may(
  person: Pick<Person, 'memberships'>,
  action: Action,
  unit: UnitId,
  tree: UnitTree,
  today: IsoDate,
): boolean {
  return person.memberships.some(
    (membership) =>
      isValidOn(membership, today) &&
      GRANTS[membership.role].some(
        (grant) =>
          grant.actions.includes(action) &&
          (grant.reach === 'own'
            ? membership.unit === unit || (INHERITED.includes(action) && inherits(membership.unit, unit, tree, today))
            : isWithin(tree, unit, membership.unit)),
      ),
  );
}

const inherits = (heir: UnitId, unit: UnitId, tree: UnitTree, today: IsoDate): boolean =>
  heirsOf(tree, unit, today).some(({ id }) => id === heir);

/** The units in which a person may do something on a day, in the tree's own order. */
export function unitsWhereMay(
  person: Pick<Person, 'memberships'>,
  action: Action,
  tree: UnitTree,
  today: IsoDate,
): UnitId[] {
  const held = person.memberships.filter((membership) => isValidOn(membership, today));
  const grants = held.flatMap(({ unit, role }) =>
    GRANTS[role].filter(({ actions }) => actions.includes(action)).map(({ reach }) => ({ unit, reach })),
  );
  const [only, ...others] = grants;
  if (only === undefined) return [];
  // Most people are staff of one unit, and a province has thousands: they are not asked about one by one.
  if (only.reach === 'own' && others.length === 0) {
    const olds = INHERITED.includes(action) ? endedBefore(tree, only.unit, today).map(({ id }) => id) : [];
    const units = tree.has(only.unit) ? [only.unit, ...olds] : [];
    return olds.length === 0 ? units : [...tree.keys()].filter((unit) => units.includes(unit));
  }
  return [...tree.keys()].filter((unit) => may(person, action, unit, tree, today));
}

/** Roles somebody who manages people may give; the others give power over people and are an administrator's to give. */
const PLAIN_ROLES: readonly Role[] = ['staff', 'leader'];

/** Whether a person may give a role at a unit, or take it away. Nobody gives a role above their own. */
export function mayGrant(
  person: Pick<Person, 'memberships'>,
  role: Role,
  unit: UnitId,
  tree: UnitTree,
  today: IsoDate,
): boolean {
  const action: Action = PLAIN_ROLES.includes(role) ? 'manage_people' : 'appoint_coordinators';
  return may(person, action, unit, tree, today);
}

/** The memberships of a person that hold on a day or will hold later. */
export const heldFrom = ({ memberships }: Pick<Person, 'memberships'>, day: IsoDate): Membership[] =>
  memberships.filter(
    ({ validFrom, validTo }) => validTo === undefined || (validTo >= day && (validFrom ?? day) <= validTo),
  );

/** Whether a person holds any role on a day. */
export const holdsRole = ({ memberships }: Pick<Person, 'memberships'>, day: IsoDate): boolean =>
  memberships.some((membership) => isValidOn(membership, day));

/**
 * Whether somebody may let another speak from a new phone: only with a say over every role that other holds or will
 * hold. A code for an administrator in a coordinator's hands would make an administrator of the coordinator.
 */
export function mayIssueCode(
  person: Pick<Person, 'memberships'>,
  other: Pick<Person, 'memberships'>,
  tree: UnitTree,
  today: IsoDate,
): boolean {
  const held = heldFrom(other, today);
  return (
    held.length > 0 &&
    held.every(
      ({ role, unit }) => mayGrant(person, role, unit, tree, today) && may(person, 'issue_code', unit, tree, today),
    )
  );
}
