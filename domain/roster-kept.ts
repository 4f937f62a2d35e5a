/**
 * A sheet beside what has been decided since by chat: units merged and split, people moved and retired. A cell left empty
 * changes nothing that is known, and a parent that was merged or split is not given back what has left it. What the sheet
 * leaves as it is, changes or takes away is named, so that nothing of it happens unseen.
 */
import type { IsoDate } from './date.ts';
import type { Role } from './person.ts';
import type { MembershipRow, Refusal, Stated, StatedDates, UnitRow } from './roster-row.ts';
import { settled } from './roster-row.ts';
import { fold } from './text.ts';
import { LONG_AGO } from './unit.ts';

export interface KnownUnit {
  code: string;
  name?: string;
  parentCode?: string;
  validFrom?: IsoDate;
  validTo?: IsoDate;
  successorCode?: string;
  /** The unit it is a part of since that was split. */
  splitFromCode?: string;
}

export interface KnownRole {
  personCode: string;
  unitCode: string;
  role: Role;
  validFrom?: IsoDate;
  validTo?: IsoDate;
}

/** What the archive knows already: a sheet may name a parent it does not define. */
export interface KnownRoster {
  units: readonly KnownUnit[];
  people: readonly { code: string }[];
  roles?: readonly KnownRole[];
}

/** One thing known that a sheet leaves, changes or takes away. */
export interface Remark {
  kind: 'kept' | 'changed' | 'taken_away';
  what: 'validFrom' | 'validTo' | 'successor' | 'parent';
  unitCode: string;
  /** Absent where it is the unit's own. */
  role?: Pick<KnownRole, 'personCode' | 'role'>;
  /** What is known: a date, or a unit's code. */
  known: string;
  /** What the sheet says instead. */
  stated?: string;
}

const keyOf = (code: string): string => fold(code);

/** One role of one person at one unit, in a form to compare. */
export const roleKey = ({ personCode, unitCode, role }: Pick<KnownRole, 'personCode' | 'unitCode' | 'role'>): string =>
  JSON.stringify([keyOf(personCode), keyOf(unitCode), role]);

/** True where one unit came after another, by mergers and splits. A ring in damaged data is walked once. */
function cameAfter(units: ReadonlyMap<string, KnownUnit>, late: string, early: string): boolean {
  const passed = new Set<string>([early]);
  for (const key of passed) {
    const successor = units.get(key)?.successorCode;
    if (successor !== undefined) passed.add(keyOf(successor));
    for (const [part, { splitFromCode }] of units) {
      if (splitFromCode !== undefined && keyOf(splitFromCode) === key) passed.add(part);
    }
  }
  return late !== early && passed.has(late);
}

/**
 * The parent a unit has after an import: the one the sheet names, or the one it stands under where that came after the
 * one the sheet names. An older sheet must not put it back under a unit that has ended.
 * @param rows the units of the sheet, which may give the ended one its life back
 */
export function parentLeft(
  row: UnitRow,
  rows: ReadonlyMap<string, UnitRow>,
  units: ReadonlyMap<string, KnownUnit>,
): UnitRow {
  const own = units.get(keyOf(row.code))?.parentCode;
  const { parentCode } = row;
  if (own === undefined || parentCode === undefined || keyOf(own) === keyOf(parentCode)) return row;
  const named = keyOf(parentCode);
  const ends = settled(rows.get(named)?.life?.validTo, units.get(named)?.validTo ?? null);
  if (ends === null || !cameAfter(units, keyOf(own), named)) return row;
  return { ...row, parentCode: own, leftParentCode: parentCode };
}

/** Refuses dates that would end before they begin, together with what is known where a cell is empty. */
export function endsBeforeItBegins(
  { line, validFrom, validTo }: StatedDates & { line: number },
  known: Pick<KnownUnit, 'validFrom' | 'validTo'> = {},
): Refusal | undefined {
  const from = settled(validFrom, known.validFrom ?? null);
  const to = settled(validTo, known.validTo ?? null);
  // What is known may be so already: a role taken back before its first day.
  if (from === null || to === null || from <= to || (validFrom === undefined && validTo === undefined))
    return undefined;
  if (validTo === undefined) return { line, column: 'valid_to', reason: 'from_after_kept_to', value: to };
  if (validFrom === undefined) return { line, column: 'valid_from', reason: 'to_before_kept_from', value: from };
  return { line, column: 'valid_from', reason: 'from_after_to', value: from };
}

/** What a sheet leaves of what is known where its cells are empty, and what it changes or takes away. */
export function remarksOn(
  { units, memberships }: { units: readonly UnitRow[]; memberships: readonly MembershipRow[] },
  known: KnownRoster,
): Remark[] {
  const knownUnits = new Map(known.units.map((unit) => [keyOf(unit.code), unit]));
  const knownRoles = new Map((known.roles ?? []).map((role) => [roleKey(role), role]));
  return [
    ...units.flatMap((row) => remarksOnUnit(row, knownUnits.get(keyOf(row.code)))),
    ...memberships.flatMap((row) => {
      const { personCode, unitCode, role } = row;
      return remarksOnDates(row, knownRoles.get(roleKey(row)), { unitCode, role: { personCode, role } });
    }),
  ];
}

function remarksOnUnit({ code, life, leftParentCode }: UnitRow, known: KnownUnit | undefined): Remark[] {
  const of = { unitCode: code };
  const successor = remark('successor', life?.successorCode, known?.successorCode, of);
  const parent =
    leftParentCode === undefined || known?.parentCode === undefined
      ? []
      : [{ kind: 'kept', what: 'parent', ...of, known: known.parentCode, stated: leftParentCode } as const];
  return [...remarksOnDates(life ?? {}, known, of), ...successor, ...parent];
}

const remarksOnDates = (
  stated: StatedDates,
  known: Pick<KnownUnit, 'validFrom' | 'validTo'> | undefined,
  of: Pick<Remark, 'unitCode' | 'role'>,
): Remark[] => [
  // A unit that was always there has no beginning anybody would know.
  ...(known?.validFrom === LONG_AGO ? [] : remark('validFrom', stated.validFrom, known?.validFrom, of)),
  ...remark('validTo', stated.validTo, known?.validTo, of),
];

function remark(
  what: Remark['what'],
  stated: Stated<string>,
  known: string | undefined,
  of: Pick<Remark, 'unitCode' | 'role'>,
): Remark[] {
  if (known === undefined || (typeof stated === 'string' && keyOf(stated) === keyOf(known))) return [];
  if (stated === undefined) return [{ kind: 'kept', what, ...of, known }];
  if (stated === null) return [{ kind: 'taken_away', what, ...of, known }];
  return [{ kind: 'changed', what, ...of, known, stated }];
}
