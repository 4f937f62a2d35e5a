/**
 * Who answers for a unit that has ended: what it was merged into, or the parts it was split into. Its last months are
 * owed after its last day, when only those who came after it can still send them. The figures stay its own.
 */
import { addDays, type IsoDate } from './date.ts';
import { existsOn, type Unit, type UnitId, type UnitTree } from './unit.ts';

interface Steps {
  /** What came directly after a unit. */
  after: ReadonlyMap<UnitId, readonly UnitId[]>;
  /** What a unit came directly from. */
  before: ReadonlyMap<UnitId, readonly UnitId[]>;
  /** Of it what was merged into the unit, in whole. */
  merged: ReadonlyMap<UnitId, readonly UnitId[]>;
}

/** Asked with every message, and a tree of thousands stays the same for months. */
const known = new WeakMap<UnitTree, Steps>();

function stepsOf(tree: UnitTree): Steps {
  const kept = known.get(tree);
  if (kept) return kept;
  const after = new Map<UnitId, UnitId[]>();
  const before = new Map<UnitId, UnitId[]>();
  const merged = new Map<UnitId, UnitId[]>();
  const add = (to: Map<UnitId, UnitId[]>, key: UnitId, id: UnitId) => to.set(key, [...(to.get(key) ?? []), id]);
  for (const { id, successor, splitFrom } of tree.values()) {
    if (successor !== undefined && successor !== id) {
      add(after, id, successor);
      add(before, successor, id);
      add(merged, successor, id);
    }
    if (splitFrom !== undefined && splitFrom !== id) {
      add(after, splitFrom, id);
      add(before, id, splitFrom);
    }
  }
  const steps = { after, before, merged };
  known.set(tree, steps);
  return steps;
}

/** True once a unit's last day is over. */
export const hasEnded = ({ validTo }: Pick<Unit, 'validTo'>, day: IsoDate): boolean =>
  validTo !== undefined && validTo < day;

/** All units reached from one by some steps, over those that can be passed. A ring in damaged data is walked once. */
function reached(tree: UnitTree, start: UnitId, steps: Steps['after'], passes: (unit: Unit) => boolean): Unit[] {
  const found = new Map<UnitId, Unit>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const id of steps.get(at) ?? []) {
      const unit = tree.get(id);
      if (!unit || id === start || found.has(id)) continue;
      found.set(id, unit);
      if (passes(unit)) open.push(id);
    }
  }
  return [...found.values()];
}

/**
 * The units that answer on a day for one that has ended; empty while it exists, and where nothing came after it.
 * Several where it was split: nobody knows whose its figures were, so any of its parts may send them.
 */
export function heirsOf(tree: UnitTree, id: UnitId, day: IsoDate): Unit[] {
  const unit = tree.get(id);
  if (!unit || !hasEnded(unit, day)) return [];
  return reached(tree, id, stepsOf(tree).after, (each) => hasEnded(each, day)).filter((heir) => existsOn(heir, day));
}

/** The units that have ended and for which this one answers on a day. */
export function endedBefore(tree: UnitTree, id: UnitId, day: IsoDate): Unit[] {
  const unit = tree.get(id);
  if (!unit || !existsOn(unit, day)) return [];
  return reached(tree, id, stepsOf(tree).before, (each) => hasEnded(each, day)).filter((old) => hasEnded(old, day));
}

/**
 * The first day a unit owes from: its own, or where a merger gave it none the day after the last of what was merged into
 * it was gone. Undefined for most units, which were there before anything here.
 */
export function owesFrom(tree: UnitTree, { id, validFrom }: Pick<Unit, 'id' | 'validFrom'>): IsoDate | undefined {
  const { merged } = stepsOf(tree);
  if (validFrom !== undefined || !merged.has(id)) return validFrom;
  const ends = reached(tree, id, merged, () => true).flatMap(({ validTo }) => validTo ?? []);
  const last = ends.sort().at(-1);
  return last === undefined ? undefined : addDays(last, 1);
}

/** Whether a unit lived to see a day: the report of a month is owed by those that lived to see its last. */
export const livesToSee = (tree: UnitTree, unit: Unit, day: IsoDate): boolean =>
  existsOn(unit, day) && (owesFrom(tree, unit) ?? day) <= day;
