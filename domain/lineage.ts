/**
 * Where a unit comes from. Units that were merged into it lend it their older figures as a sum; a unit that was split
 * lends its parts nothing: its figures are shown as its own and never divided, because nobody knows whose they were.
 */
import { addDays, type IsoDate } from './date.ts';
import { owesFrom } from './heirs.ts';
import { existsOn, type Unit, type UnitId, type UnitTree } from './unit.ts';

export interface Lineage {
  /** Everything merged into the unit, directly or through others, in the tree's order. */
  merged: Unit[];
  /** What the unit, or something merged into it, was split from: named, never added. */
  splitFrom: Unit[];
}

/** Some units and all that was merged into them, directly or through others. */
function family(tree: UnitTree, units: Iterable<UnitId>): Set<UnitId> {
  const found = new Set<UnitId>(units);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { id, successor } of tree.values()) {
      if (successor === undefined || found.has(id) || !found.has(successor)) continue;
      found.add(id);
      grew = true;
    }
  }
  return found;
}

/**
 * Units with everything merged into them behind: before a merger its figures are those of the old units, added up. The
 * same list where nothing was.
 */
export function withPast(tree: UnitTree, units: Unit[]): Unit[] {
  const ids = new Set(units.map(({ id }) => id));
  const found = family(tree, ids);
  return found.size === ids.size
    ? units
    : [...units, ...[...tree.values()].filter(({ id }) => found.has(id) && !ids.has(id))];
}

/** The lineage of a unit. A ring of successors in damaged data is walked once. */
export function lineageOf(tree: UnitTree, unit: UnitId): Lineage {
  const found = family(tree, [unit]);
  const origins = new Set([...found].flatMap((id) => tree.get(id)?.splitFrom ?? []));
  return {
    merged: [...tree.values()].filter(({ id }) => id !== unit && found.has(id)),
    splitFrom: [...tree.values()].filter(({ id }) => origins.has(id) && !found.has(id)),
  };
}

/**
 * The units whose figures are due for a unit in the period that ends on `last`: itself once it exists, and before that
 * everything later merged into it. A unit without a first day counts from the day its last predecessor is gone.
 */
export function dueFor(tree: UnitTree, unit: Unit, last: IsoDate): Unit[] {
  const olds = lineageOf(tree, unit.id).merged.filter((old) => existsOn(old, last));
  const isThere = existsOn(unit, last) && (unit.validFrom !== undefined || olds.length === 0);
  return isThere ? [...olds, unit] : olds;
}

/**
 * Units with the first day they owe from, where a merger gave them none: the day after the last of what was merged into
 * them was gone. Most units were never merged, and are handed back as they are.
 */
export const withBeginnings = (tree: UnitTree, units: readonly Unit[]): Unit[] =>
  units.map((unit) => {
    const from = owesFrom(tree, unit);
    return from === unit.validFrom || from === undefined ? unit : { ...unit, validFrom: from };
  });

/**
 * The day from which a unit stands in the place of all that was merged into it: the day after the last of them was gone,
 * or its own first day where that is later; undefined where nothing was merged into it, or no days are known.
 */
export function mergedOn(tree: UnitTree, unit: Unit): IsoDate | undefined {
  const { merged } = lineageOf(tree, unit.id);
  if (merged.length === 0) return undefined;
  const last = merged
    .flatMap(({ validTo }) => validTo ?? [])
    .sort()
    .at(-1);
  const after = last === undefined ? undefined : addDays(last, 1);
  const { validFrom } = unit;
  return after !== undefined && (validFrom === undefined || after > validFrom) ? after : validFrom;
}
