/**
 * A whole roster checked before any of it is kept: which units, people and roles it names, and which rows are refused
 * and why. A refused row never stands in the way of a good one, except of rows about a unit that was refused itself;
 * these say so. The unit of a row whose person is wrong is kept.
 */
import { columnOf } from './roster-column.ts';
import { endsBeforeItBegins, type KnownRoster, parentLeft, roleKey } from './roster-kept.ts';
import type {
  MembershipRow,
  NumberedRow,
  PersonRow,
  ReadRow,
  Refusal,
  RefusalReason,
  UnitLife,
  UnitRow,
} from './roster-row.ts';
import { readRow } from './roster-row.ts';
import { settleTree } from './roster-tree.ts';
import { fold } from './text.ts';

export type { Column } from './roster-column.ts';
export type { KnownRoster } from './roster-kept.ts';
export type {
  MembershipRow,
  NumberedRow,
  PersonRow,
  Refusal,
  RefusalReason,
  RosterRow,
  UnitLife,
  UnitRow,
} from './roster-row.ts';

export interface CheckedRoster {
  units: UnitRow[];
  people: PersonRow[];
  memberships: MembershipRow[];
  /** In the order of the sheet; one line may be refused for several cells. */
  refused: Refusal[];
}

/**
 * Codes are compared without case and diacritics: "DUC-THUAN" beside "duc-thuan" would be a mistake, not a second unit.
 */
const keyOf = (code: string): string => fold(code);

/** The spelling to keep for a code: the first of these that is the same code. */
function spelling(codes: string[]): (code: string) => string {
  const first = new Map<string, string>();
  for (const code of codes) if (!first.has(keyOf(code))) first.set(keyOf(code), code);
  return (code) => first.get(keyOf(code)) ?? code;
}

/** Checks the rows of a sheet against each other and against what is known. Columns are named as {@link columnOf} reads. */
export function checkRoster(rows: readonly NumberedRow[], known: KnownRoster): CheckedRoster {
  const read = rows.map((row) => readRow(named(row)));
  const refused = read.flatMap((row) => row.refused);
  const units = collectUnits(read, refused);
  const standing = settle(units, known, refused);
  const { people, memberships } = collectPeople(read, standing, known, refused);

  const unitCode = spelling([...known.units, ...standing.rows.values()].map(({ code }) => code));
  const personCode = spelling([...known.people, ...people].map(({ code }) => code));
  return {
    units: [...standing.rows.values()].map((unit) => respell(unit, unitCode)),
    people: people.map((person) => ({ ...person, code: personCode(person.code) })),
    memberships: memberships.map((membership) => ({
      ...membership,
      personCode: personCode(membership.personCode),
      unitCode: unitCode(membership.unitCode),
    })),
    refused: refused.sort((a, b) => a.line - b.line),
  };
}

/** A row with its cells under our own names for the columns. */
function named({ line, cells }: NumberedRow): NumberedRow {
  const own = Object.entries(cells).map(([header, cell]) => [columnOf(header) ?? header, cell]);
  return { line, cells: Object.fromEntries(own) };
}

function respell(unit: UnitRow, spelling: (code: string) => string): UnitRow {
  const { parentCode, leftParentCode, life, ...rest } = unit;
  const successor = life?.successorCode;
  return {
    ...rest,
    code: spelling(unit.code),
    ...(parentCode === undefined ? {} : { parentCode: spelling(parentCode) }),
    ...(leftParentCode === undefined ? {} : { leftParentCode: spelling(leftParentCode) }),
    ...(life && { life: { ...life, ...(successor ? { successorCode: spelling(successor) } : {}) } }),
  };
}

interface Units {
  rows: Map<string, UnitRow>;
  /** The line that was refused, for units that no good row defines. */
  refused: Map<string, number>;
}

/** The units of all rows that agree; a row that contradicts an earlier one is refused whole. */
function collectUnits(read: ReadRow[], refused: Refusal[]): Units {
  const units: Units = { rows: new Map(), refused: new Map() };
  const alone = new Map<string, number>();
  for (const row of read) {
    const key = keyOf(row.unitCode);
    if (!row.unit) {
      if (key !== '' && !units.refused.has(key)) units.refused.set(key, row.line);
      continue;
    }
    const earlier = units.rows.get(key);
    const against = earlier && (difference(earlier, row.unit) ?? repeatedUnit(row, alone.get(key)));
    if (against) {
      refused.push({ line: row.line, ...against });
      row.unit = undefined;
      continue;
    }
    if (row.person === 'none') alone.set(key, row.line);
    // What one row leaves empty another may say.
    const life = earlier?.life || row.unit.life ? { ...row.unit.life, ...earlier?.life } : undefined;
    units.rows.set(key, { ...(earlier ?? row.unit), ...(life ? { life } : {}) });
  }
  return units;
}

type Against = Pick<Refusal, 'column' | 'reason' | 'value' | 'otherLine'>;

function repeatedUnit(row: ReadRow, otherLine: number | undefined): Against | undefined {
  if (row.person !== 'none' || otherLine === undefined) return undefined;
  return { column: 'unit_code', reason: 'repeated', value: row.unitCode, otherLine };
}

/** What a later row of a unit says otherwise; undefined when the two agree. */
function difference(earlier: UnitRow, later: UnitRow): Against | undefined {
  const differs = (column: NonNullable<Refusal['column']>, value: string | undefined): Against => ({
    column,
    reason: 'unit_differs',
    value: value ?? '',
    otherLine: earlier.line,
  });
  if (earlier.name !== later.name) return differs('unit_name', later.name);
  if (earlier.kind !== later.kind) return differs('unit_kind', later.kind);
  if (keyOf(earlier.parentCode ?? '') !== keyOf(later.parentCode ?? '')) {
    return differs('parent_code', later.parentCode);
  }
  if (!earlier.life || !later.life) return undefined;
  const against = differentLife(earlier.life, later.life);
  return against && differs(against[0], against[1]);
}

const LIFE_COLUMNS = [
  ['validFrom', 'valid_from'],
  ['validTo', 'valid_to'],
  ['successorCode', 'successor_code'],
] as const;

/** The first column that two rows of a unit both state, each otherwise, with what the later says. */
function differentLife(earlier: UnitLife, later: UnitLife) {
  for (const [key, column] of LIFE_COLUMNS) {
    const [one, other] = [earlier[key], later[key]];
    if (one === undefined || other === undefined) continue;
    if (keyOf(one ?? '') !== keyOf(other ?? '')) return [column, other ?? ''] as const;
  }
  return undefined;
}

/** The units that can stand in the tree, and whose days do not contradict what is known; refuses the others. */
function settle(units: Units, known: KnownRoster, refused: Refusal[]): Units {
  const byKey = new Map(known.units.map((unit) => [keyOf(unit.code), unit]));
  for (const [key, row] of units.rows) {
    units.rows.set(key, parentLeft(row, units.rows, byKey));
    const late = row.life && endsBeforeItBegins({ line: row.line, ...row.life }, byKey.get(key));
    if (!late) continue;
    units.rows.delete(key);
    units.refused.set(key, row.line);
    refused.push(late);
  }
  const archived = known.units.map(({ code, parentCode, successorCode }) => {
    const parent = parentCode === undefined ? {} : { parent: keyOf(parentCode) };
    const successor = successorCode === undefined ? {} : { successor: keyOf(successorCode) };
    return [keyOf(code), { ...parent, ...successor }] as const;
  });
  refused.push(...settleTree({ ...units, known: new Map(archived), keyOf }));
  return units;
}

/** People and their roles in the rows whose unit stands; refuses rows that contradict or repeat earlier ones. */
function collectPeople(read: ReadRow[], units: Units, known: KnownRoster, refused: Refusal[]) {
  const roles = new Map((known.roles ?? []).map((each) => [roleKey(each), each]));
  const people = new Map<string, PersonRow>();
  const memberships = new Map<string, MembershipRow>();
  for (const row of read) {
    if (!row.unit || !row.person || row.person === 'none') continue;
    const { person, membership } = row.person;
    const refuse = (column: NonNullable<Refusal['column']>, reason: RefusalReason, value: string, otherLine: number) =>
      refused.push({ line: row.line, column, reason, value, otherLine });

    const unitKey = keyOf(row.unitCode);
    if (!units.rows.has(unitKey)) {
      const otherLine = units.refused.get(unitKey) ?? row.line;
      if (otherLine !== row.line) refuse('unit_code', 'unit_refused', row.unitCode, otherLine);
      continue;
    }
    const key = keyOf(person.code);
    const earlier = people.get(key);
    if (earlier && earlier.name.toLowerCase() !== person.name.toLowerCase()) {
      refuse('person_name', 'person_differs', person.name, earlier.line);
      continue;
    }
    if (earlier?.phone && person.phone && earlier.phone !== person.phone) {
      refuse('phone', 'person_differs', person.phone, earlier.line);
      continue;
    }
    const held = roleKey(membership);
    const same = memberships.get(held);
    if (same) {
      refuse('person_code', 'repeated', person.code, same.line);
      continue;
    }
    const late = endsBeforeItBegins(membership, roles.get(held));
    if (late) {
      refused.push(late);
      continue;
    }
    people.set(key, { ...person, ...earlier, ...(person.phone ? { phone: person.phone } : {}) });
    memberships.set(held, membership);
  }
  return { people: [...people.values()], memberships: [...memberships.values()] };
}
