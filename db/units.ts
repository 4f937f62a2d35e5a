/**
 * The tree of units. It is read once and kept per connection, because every message asks for it and a province has
 * thousands of units; a mark in the settings says when it was last changed, by this process or another.
 */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { dateAt, type Instant, type IsoDate } from '../domain/date.ts';
import { fold } from '../domain/text.ts';
import type { Unit, UnitId, UnitTree } from '../domain/unit.ts';
import { isUnitKind, placeName } from '../domain/unit.ts';
import type { Reader, Tx } from './open.ts';
import { settings, units } from './schema.ts';
import { keepSetting, setting } from './settings.ts';
import { connectionOf, statement } from './statement.ts';

const ROSTER_VERSION = 'roster_version';
const ROSTER_CHANGED_AT = 'roster_changed_at';
const ROSTER_STARTED_ON = 'roster_started_on';

const versionRow = statement((read: Reader) =>
  read.select({ value: settings.value }).from(settings).where(eq(settings.key, ROSTER_VERSION)).prepare(),
);

interface Known {
  version: string;
  tree: UnitTree;
}

const known = new WeakMap<object, Known>();

/** Every unit, also those no longer valid; the same object until the roster changes. */
export function unitTree(read: Reader): UnitTree {
  const version = versionRow(read).get()?.value ?? '';
  const kept = known.get(connectionOf(read));
  if (kept?.version === version) return kept.tree;
  const tree = new Map<UnitId, Unit>();
  for (const row of read.select().from(units).orderBy(units.id).all()) tree.set(row.id, toUnit(row));
  known.set(connectionOf(read), { version, tree });
  return tree;
}

/**
 * Marks the roster as changed at `at`: to be called by whatever writes units. The mark is random and not a counter,
 * because a transaction that is rolled back would leave its number to a later, different roster.
 */
export function markRosterChanged(tx: Tx, at: Instant): void {
  keepSetting(tx, ROSTER_VERSION, randomUUID());
  keepSetting(tx, ROSTER_CHANGED_AT, String(at));
  if (setting(tx, ROSTER_STARTED_ON) === undefined) keepSetting(tx, ROSTER_STARTED_ON, dateAt(at));
}

/** The day the first roster came in: what was owed before it is not asked for; undefined where none ever came. */
export const rosterStartedOn = (read: Reader): IsoDate | undefined => setting(read, ROSTER_STARTED_ON);

/** Moves the beginning: a played clock is set only after its roster came in. */
export const startRosterOn = (tx: Tx, day: IsoDate): void => keepSetting(tx, ROSTER_STARTED_ON, day);

/** When a roster last changed anything here; undefined while none was ever imported. */
export function rosterChangedAt(read: Reader): Instant | undefined {
  const at = setting(read, ROSTER_CHANGED_AT);
  return at === undefined ? undefined : Number(at);
}

function toUnit(row: typeof units.$inferSelect): Unit {
  if (!isUnitKind(row.kind)) throw new Error(`units.kind: "${row.kind}"`);
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    ...(row.parentId === null ? {} : { parent: row.parentId }),
    ...(row.validFrom === null ? {} : { validFrom: row.validFrom }),
    ...(row.validTo === null ? {} : { validTo: row.validTo }),
    ...(row.successorId === null ? {} : { successor: row.successorId }),
    ...(row.splitFromId === null ? {} : { splitFrom: row.splitFromId }),
  };
}

interface Names {
  byCode: ReadonlyMap<string, Unit>;
  named: readonly { unit: Unit; name: string; place: string }[];
}

const namesOf = new WeakMap<UnitTree, Names>();

function names(tree: UnitTree): Names {
  const kept = namesOf.get(tree);
  if (kept) return kept;
  const all = [...tree.values()];
  const made: Names = {
    byCode: new Map(all.map((unit) => [fold(unit.code), unit])),
    named: all.map((unit) => ({ unit, name: foldName(unit.name), place: fold(placeName(unit.name)) })),
  };
  namesOf.set(tree, made);
  return made;
}

/** The unit with a code, in any case and with or without diacritics. */
export function unitByCode(read: Reader, code: string): Unit | undefined {
  return names(unitTree(read)).byCode.get(fold(code));
}

/** Ways officials shorten the words before a unit's proper name. */
const SHORT_WORDS: [RegExp, string][] = [
  [/\buy ban nhan dan\b/g, 'ubnd'],
  // With a space behind: nobody types one after the stop ("p.đức thuận").
  [/\bp\b\.?/g, 'phuong '],
  [/\bx\b\.?/g, 'xa '],
  [/\bdk\b\.?/g, 'dac khu '],
];

function foldName(text: string): string {
  const words = SHORT_WORDS.reduce((folded, [short, long]) => folded.replace(short, long), fold(text));
  return words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const holds = (name: string, words: string): boolean => ` ${name} `.includes(` ${words} `);

/**
 * Units whose name holds the words of `text` one after the other, in any case and without diacritics; a code counts
 * as a name. Best first: the whole name or code, then the whole proper name ("Đức Thuận" for "UBND phường Đức
 * Thuận"), then those with the least left over; among equals by name. Empty when nothing matches.
 */
export const unitsByName = (read: Reader, text: string): Unit[] => ranked(read, text).map(({ unit }) => unit);

/**
 * The units among some that a name means: those it names whole ("p. đức thuận" for "UBND phường Đức Thuận"), or else
 * all that hold its words. One is sure; with several the person is asked.
 */
export function unitsMeant(read: Reader, text: string, among: ReadonlySet<UnitId>): Unit[] {
  const found = ranked(read, text).filter(({ unit }) => among.has(unit.id));
  const whole = found.filter(({ isWhole }) => isWhole);
  return (whole.length > 0 ? whole : found).map(({ unit }) => unit);
}

function ranked(read: Reader, text: string): { unit: Unit; isWhole: boolean }[] {
  const wanted = foldName(text);
  if (wanted === '') return [];
  const exact = unitByCode(read, text);
  const found: { unit: Unit; name: string; rest: number }[] = [];
  for (const { unit, name, place } of names(unitTree(read)).named) {
    if (unit === exact || name === wanted) found.push({ unit, name, rest: -1 });
    else if (place === wanted) found.push({ unit, name, rest: 0 });
    else if (holds(place, wanted)) found.push({ unit, name, rest: place.length - wanted.length });
    else if (holds(name, wanted)) found.push({ unit, name, rest: name.length - wanted.length });
  }
  found.sort((a, b) => a.rest - b.rest || a.name.localeCompare(b.name, 'vi') || a.unit.id - b.unit.id);
  return found.map(({ unit, name, rest }) => ({ unit, isWhole: rest <= 0 || name === `ubnd ${wanted}` }));
}
