/**
 * Who holds the pending dossiers at the end of a stretch of months. What a unit had pending on its last day was carried
 * over by whatever came after it: both counted would be the same dossiers twice.
 */
import type { IsoDate } from './date.ts';
import { hasEnded, heirsOf } from './heirs.ts';
import type { Unit, UnitId, UnitTree } from './unit.ts';

/**
 * The units among some that had ended on a day and whose stock is counted with another of them.
 * @param tells whether a unit has said what it has pending at the end of a month that ended after a day: until one that
 *   came after does, the old stock is the last known. A unit that others were merged into has also told of months before.
 */
export function passedOn(
  tree: UnitTree,
  units: readonly Unit[],
  day: IsoDate,
  tells: (unit: UnitId, after: IsoDate) => boolean,
): Set<UnitId> {
  const ended = units.filter((unit) => hasEnded(unit, day));
  const isPassedOn = ({ id, validTo = day }: Unit): boolean =>
    heirsOf(tree, id, day).some((heir) => tells(heir.id, validTo));
  return new Set(ended.filter(isPassedOn).map(({ id }) => id));
}

/**
 * Units that were merged into another of the list, by that one: the whole of its past, however many mergers ago. A unit
 * merged into none of them stands alone and is not named.
 * @param follows whether a unit stands in the place of another: of months in which both were there, each has its own
 */
export function mergedAmong(
  tree: UnitTree,
  units: readonly Unit[],
  follows: (heir: UnitId, old: Unit) => boolean = () => true,
): Map<UnitId, UnitId[]> {
  const listed = new Set(units.map(({ id }) => id));
  const found = new Map<UnitId, UnitId[]>();
  for (const unit of units) {
    const { id } = unit;
    const head = lastSuccessor(tree, id, (heir) => listed.has(heir) && follows(heir, unit));
    if (head !== id) found.set(head, [...(found.get(head) ?? []), id]);
  }
  return found;
}

/** The last of a unit's successors that counts; the unit itself where none does, or where they go round in a ring. */
function lastSuccessor(tree: UnitTree, start: UnitId, counts: (heir: UnitId) => boolean): UnitId {
  const seen = new Set([start]);
  let last = start;
  for (let at = tree.get(start)?.successor; at !== undefined; at = tree.get(at)?.successor) {
    if (seen.has(at)) return start;
    seen.add(at);
    if (counts(at)) last = at;
  }
  return last;
}
