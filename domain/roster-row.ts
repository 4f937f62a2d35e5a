/**
 * One row of a roster by itself: which cells are right and what they say. A row speaks of a unit, and of a person there
 * when any of the person's cells is filled; each half is refused on its own.
 */
import type { IsoDate } from './date.ts';
import type { Role } from './person.ts';
import { cellText, dayOfCell, isTakenAway, phoneOfCell } from './roster-cell.ts';
import type { Column } from './roster-column.ts';
import { kindOf, roleOf } from './roster-column.ts';
import type { UnitKind } from './unit.ts';

/** The raw columns as text; a column the sheet lacks is absent. */
export type RosterRow = Partial<Record<Column, string>>;

/** A row with its number in the sheet, counted from 1 with the header, as the spreadsheet program shows it. */
export interface NumberedRow {
  line: number;
  cells: Readonly<Record<string, string>>;
}

/** Why a row, or one half of it, was refused. */
export type RefusalReason =
  // one cell by itself
  | 'missing'
  | 'too_long'
  | 'bad_code'
  | 'unknown_kind'
  | 'unknown_role'
  | 'bad_date'
  | 'from_after_to'
  | 'bad_phone'
  // against other rows; `otherLine` names the earlier one
  | 'unit_differs'
  | 'person_differs'
  | 'repeated'
  // against the archive
  | 'from_after_kept_to'
  | 'to_before_kept_from'
  // against the tree
  | 'unknown_parent'
  | 'unknown_successor'
  | 'parent_ring'
  | 'successor_ring'
  // because of another row; `otherLine` names it
  | 'parent_refused'
  | 'successor_refused'
  | 'unit_refused';

export interface Refusal {
  line: number;
  column?: Column;
  reason: RefusalReason;
  /** What the cell says. */
  value: string;
  otherLine?: number;
}

/**
 * What a cell says of something the archive may know: a value, null for "không" (there is none any more), and undefined
 * where it is empty: then what the archive knows stays.
 */
export type Stated<T> = T | null | undefined;

/** What stands after an import that states a cell so, over what is known. */
export const settled = <T>(stated: Stated<T>, known: T | null): T | null => (stated === undefined ? known : stated);

/** The dates a row states. */
export interface StatedDates {
  validFrom?: IsoDate | null;
  validTo?: IsoDate | null;
}

/** When a unit holds and what takes its place, as far as the sheet says. */
export interface UnitLife extends StatedDates {
  successorCode?: string | null;
}

export interface UnitRow {
  line: number;
  code: string;
  name: string;
  kind: UnitKind;
  parentCode?: string;
  /** The parent the sheet names where the unit stands under what came after that one: see domain/roster-kept. */
  leftParentCode?: string;
  /**
   * Stated by rows without a person, whose dates are the unit's, and by rows that name a successor; the dates of other
   * rows are the person's. Absent when no row states it: then what the archive knows stays.
   */
  life?: UnitLife;
}

export interface PersonRow {
  line: number;
  code: string;
  name: string;
  phone?: string;
}

export interface MembershipRow extends StatedDates {
  line: number;
  personCode: string;
  unitCode: string;
  role: Role;
}

export interface ReadRow {
  line: number;
  unitCode: string;
  /** Undefined when the unit's half was refused. */
  unit: UnitRow | undefined;
  /** 'none' in a row of a unit alone; undefined when the person's half was refused. */
  person: { person: PersonRow; membership: MembershipRow } | 'none' | undefined;
  refused: Refusal[];
}

/** Codes are typed on phones and in scripts. */
const CODE_LENGTH_MAX = 64;
/** The longest name of an office seen is 130 characters. */
const NAME_LENGTH_MAX = 200;
/** A script of a conversation names its speaker before a colon. */
const NOT_IN_CODE = /[\p{C}:]/u;

const PERSON_COLUMNS = ['person_code', 'person_name', 'role', 'phone'] as const;

/** Reads the cells of one row, noting each that is wrong. */
class Cells {
  private readonly row: NumberedRow;
  readonly refused: Refusal[] = [];

  constructor(row: NumberedRow) {
    this.row = row;
  }

  text(column: Column): string {
    return cellText(this.row.cells[column]);
  }

  refuse(column: Column, reason: RefusalReason): void {
    this.refused.push({ line: this.row.line, column, reason, value: this.text(column) });
  }

  /** A cell that must be filled and understood; `read` gives undefined for what it does not understand. */
  required<T>(column: Column, reason: RefusalReason, read: (text: string) => T | undefined): T | undefined {
    if (this.text(column) === '') this.refuse(column, 'missing');
    return this.optional(column, reason, read);
  }

  /** A cell that may be empty. */
  optional<T>(column: Column, reason: RefusalReason, read: (text: string) => T | undefined): T | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const value = read(text);
    if (value === undefined) this.refuse(column, reason);
    return value;
  }
}

/** A cell that may also take away what is known. */
const orNothing =
  <T>(read: (text: string) => T | undefined) =>
  (text: string): T | null | undefined =>
    isTakenAway(text) ? null : read(text);

const codeOf = (text: string): string | undefined =>
  text.length <= CODE_LENGTH_MAX && !NOT_IN_CODE.test(text) ? text : undefined;

const nameOf = (text: string): string | undefined => (text.length <= NAME_LENGTH_MAX ? text : undefined);

/** What one row says by itself. */
export function readRow(row: NumberedRow): ReadRow {
  const cells = new Cells(row);
  const hasPerson = PERSON_COLUMNS.some((column) => cells.text(column) !== '');
  const dates = readDates(cells);
  const successor = cells.text('successor_code');
  const isOfUnit = !hasPerson || (successor !== '' && !isTakenAway(successor));
  const unit = readUnit(row.line, cells, isOfUnit ? dates : 'not stated');
  const person = hasPerson ? readPerson(row.line, cells, dates) : 'none';
  return { line: row.line, unitCode: cells.text('unit_code'), unit, person, refused: cells.refused };
}

/** The two dates of a row; undefined when one is wrong or they contradict each other. */
function readDates(cells: Cells): StatedDates | undefined {
  const validFrom = cells.optional('valid_from', 'bad_date', orNothing(dayOfCell));
  const validTo = cells.optional('valid_to', 'bad_date', orNothing(dayOfCell));
  if (validFrom && validTo && validFrom > validTo) cells.refuse('valid_from', 'from_after_to');
  if (cells.refused.length > 0) return undefined;
  return { ...(validFrom === undefined ? {} : { validFrom }), ...(validTo === undefined ? {} : { validTo }) };
}

function readUnit(line: number, cells: Cells, dates: StatedDates | undefined | 'not stated'): UnitRow | undefined {
  const before = cells.refused.length;
  const code = cells.required('unit_code', 'bad_code', codeOf);
  const name = cells.required('unit_name', 'too_long', nameOf);
  const kind = cells.required('unit_kind', 'unknown_kind', kindOf);
  const parentCode = cells.optional('parent_code', 'bad_code', codeOf);
  const successorCode = cells.optional('successor_code', 'bad_code', orNothing(codeOf));
  if (!code || !name || !kind || !dates || cells.refused.length > before) return undefined;
  const unit = { line, code, name, kind, ...(parentCode ? { parentCode } : {}) };
  const successor = successorCode === undefined ? {} : { successorCode };
  if (dates === 'not stated' && successorCode === undefined) return unit;
  return { ...unit, life: { ...(dates === 'not stated' ? {} : dates), ...successor } };
}

function readPerson(line: number, cells: Cells, dates: StatedDates | undefined): ReadRow['person'] {
  const before = cells.refused.length;
  const code = cells.required('person_code', 'bad_code', codeOf);
  const name = cells.required('person_name', 'too_long', nameOf);
  const role = cells.required('role', 'unknown_role', roleOf);
  const phone = cells.optional('phone', 'bad_phone', phoneOfCell);
  if (!code || !name || !role || !dates || cells.refused.length > before) return undefined;
  return {
    person: { line, code, name, ...(phone ? { phone } : {}) },
    membership: { line, personCode: code, unitCode: cells.text('unit_code'), role, ...dates },
  };
}
