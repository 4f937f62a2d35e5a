/**
 * Units form a tree of any depth with dates of validity and successors; no level is built in (districts are gone
 * since 1 July 2025, clusters may come). Old figures stay with the unit that filed them.
 */
import type { IsoDate } from './date.ts';
import { fold, normalise } from './text.ts';

export const UNIT_KINDS = [
  'province',
  'department',
  'office',
  'district',
  'cluster',
  'commune',
  'ward',
  'special_zone',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export type UnitId = number;

export interface Unit {
  id: UnitId;
  code: string;
  name: string;
  kind: UnitKind;
  parent?: UnitId;
  validFrom?: IsoDate;
  validTo?: IsoDate;
  /** What it was merged into. */
  successor?: UnitId;
  /** What it is a part of since that was split. */
  splitFrom?: UnitId;
}

/**
 * The first day of a unit that was there before anything here. Most have none; one that others are merged into needs it,
 * since without a day of its own it would count as made by the merger.
 */
export const LONG_AGO: IsoDate = '1900-01-01';

/** Every unit by its id. */
export type UnitTree = ReadonlyMap<UnitId, Unit>;

/** Deeper than any administration; stops a ring of parents in damaged data from running for ever. */
const DEPTH_MAX = 32;

/** True when `unit` is `top` or stands somewhere under it. */
export function isWithin(tree: UnitTree, unit: UnitId, top: UnitId): boolean {
  let at: UnitId | undefined = unit;
  for (let depth = 0; at !== undefined && depth < DEPTH_MAX; depth += 1) {
    if (at === top) return true;
    at = tree.get(at)?.parent;
  }
  return false;
}

/** True on the days a unit exists (both ends included). */
export function existsOn(unit: Pick<Unit, 'validFrom' | 'validTo'>, day: IsoDate): boolean {
  return (unit.validFrom === undefined || unit.validFrom <= day) && (unit.validTo === undefined || day <= unit.validTo);
}

/** A unit, the one it stands under, and so on to the top. */
export function upwards(unit: Unit, tree: UnitTree): Unit[] {
  const line: Unit[] = [];
  for (let at: Unit | undefined = unit; at !== undefined && line.length < DEPTH_MAX; ) {
    line.push(at);
    at = at.parent === undefined ? undefined : tree.get(at.parent);
  }
  return line;
}

/** Kinds of units that keep a quality system of their own and so owe a monthly report. */
export const REPORTING_KINDS: readonly UnitKind[] = [
  'department',
  'office',
  'district',
  'commune',
  'ward',
  'special_zone',
];

/** Offices that only coordinate are of these kinds too: of them only those with reporting staff owe a report. */
const OWES_WITH_STAFF: readonly UnitKind[] = ['department', 'office', 'district'];

/** Whether a unit owes monthly reports, given whether anybody files for it. */
export const owesReports = ({ kind }: Pick<Unit, 'kind'>, isStaffed: boolean): boolean =>
  REPORTING_KINDS.includes(kind) && (isStaffed || !OWES_WITH_STAFF.includes(kind));

const KIND_WORDS = /^(ubnd|uy ban nhan dan)?\s*(xa|phuong|dac khu|huyen|quan|thi xa|thanh pho|tp|tinh|thi tran)\s+/;

/** The proper name in a unit's name: 'UBND phường Đức Thuận' → 'Đức Thuận'; the place line of a document. */
export function placeName(name: string): string {
  const text = normalise(name).trim();
  const kind = KIND_WORDS.exec(fold(text));
  return kind ? text.split(/\s+/).slice(kind[0].trim().split(' ').length).join(' ') : text;
}

const KIND_OF_WORDS: readonly (readonly [RegExp, UnitKind])[] = [
  [/^phuong /, 'ward'],
  [/^(?:xa|thi tran) /, 'commune'],
  [/^dac khu /, 'special_zone'],
  [/^(?:huyen|quan|thi xa) /, 'district'],
  [/^cum /, 'cluster'],
  [/^tinh /, 'province'],
  [/^(?:so|ban) /, 'department'],
  [/^(?:van phong|phong) /, 'office'],
];

/** The kind a unit's name begins with, behind "UBND"; undefined where it names none. */
export function kindInName(name: string): UnitKind | undefined {
  const words = fold(name)
    .trim()
    .replace(/^(?:ubnd|uy ban nhan dan) /, '');
  return KIND_OF_WORDS.find(([pattern]) => pattern.test(words))?.[1];
}

export function isUnitKind(text: string): text is UnitKind {
  return (UNIT_KINDS as readonly string[]).includes(text);
}
