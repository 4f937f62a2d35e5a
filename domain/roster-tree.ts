/**
 * The units of a roster as a tree: every parent and successor must exist, in the sheet or in the archive, and none may
 * lead back to itself. A unit that fails takes with it the units that stand on it, unless the archive knows it.
 */
import type { Refusal, RefusalReason, UnitRow } from './roster-row.ts';

/** Units by the form their codes are compared in; parents likewise. */
export interface Forest {
  /** Units of the sheet that are right so far. */
  rows: Map<string, UnitRow>;
  /** Units of the archive, each with the key of its parent and successor there. */
  known: ReadonlyMap<string, { parent?: string; successor?: string }>;
  /** Units of the sheet already refused, with the line. */
  refused: Map<string, number>;
  keyOf(code: string): string;
}

type Link = 'parent' | 'successor';

const REASONS: Record<Link, { unknown: RefusalReason; refused: RefusalReason; ring: RefusalReason }> = {
  parent: { unknown: 'unknown_parent', refused: 'parent_refused', ring: 'parent_ring' },
  successor: { unknown: 'unknown_successor', refused: 'successor_refused', ring: 'successor_ring' },
};

/** Takes out of `forest.rows` every unit that cannot stand, moving it to `forest.refused`; says why for each. */
export function settleTree(forest: Forest): Refusal[] {
  const refusals: Refusal[] = [];
  for (const link of ['parent', 'successor'] as const) {
    // All of a ring is refused at once, or its last unit would be said to stand on a refused one.
    for (const key of [...forest.rows.keys()].filter((each) => isInRing(forest, each, link))) {
      refuse(forest, key, link, REASONS[link].ring, refusals);
    }
  }
  // Refusing one may leave another without its parent, in either direction of the sheet: until nothing falls.
  for (let before = -1; before !== refusals.length; ) {
    before = refusals.length;
    for (const key of forest.rows.keys()) checkLinks(forest, key, refusals);
  }
  return refusals;
}

function checkLinks(forest: Forest, key: string, refusals: Refusal[]): void {
  for (const link of ['parent', 'successor'] as const) {
    const target = targetInSheet(forest, key, link);
    if (target === undefined || forest.rows.has(target) || forest.known.has(target)) continue;
    const reason = forest.refused.has(target) ? REASONS[link].refused : REASONS[link].unknown;
    refuse(forest, key, link, reason, refusals);
    return;
  }
}

function codeOf(row: UnitRow | undefined, link: Link): string | undefined {
  return link === 'parent' ? row?.parentCode : (row?.life?.successorCode ?? undefined);
}

function targetInSheet(forest: Forest, key: string, link: Link): string | undefined {
  const code = codeOf(forest.rows.get(key), link);
  return code === undefined ? undefined : forest.keyOf(code);
}

/** Where a unit would stand after the import: what the sheet says of it, else what the archive knows. */
function target(forest: Forest, key: string, link: Link): string | undefined {
  const row = forest.rows.get(key);
  const stated = link === 'parent' ? row !== undefined : row?.life?.successorCode !== undefined;
  return stated ? targetInSheet(forest, key, link) : forest.known.get(key)?.[link];
}

function isInRing(forest: Forest, key: string, link: Link): boolean {
  const passed = new Set<string>();
  let at = target(forest, key, link);
  while (at !== undefined && at !== key && !passed.has(at)) {
    passed.add(at);
    at = target(forest, at, link);
  }
  return at === key;
}

function refuse(forest: Forest, key: string, link: Link, reason: RefusalReason, refusals: Refusal[]): void {
  const row = forest.rows.get(key);
  if (!row) return;
  const code = codeOf(row, link) ?? '';
  const otherLine = forest.refused.get(forest.keyOf(code));
  forest.rows.delete(key);
  forest.refused.set(key, row.line);
  const column = link === 'parent' ? 'parent_code' : 'successor_code';
  const because = reason === REASONS[link].refused && otherLine !== undefined ? { otherLine } : {};
  refusals.push({ line: row.line, column, reason, value: code, ...because });
}
