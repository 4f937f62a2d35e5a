/** Where units come from: mergers add up through generations, a split is never divided. */
import { describe, expect, it } from 'vitest';
import { dueFor, lineageOf, mergedOn } from '../../domain/lineage.ts';
import type { Unit, UnitTree } from '../../domain/unit.ts';

const unit = (id: number, more: Partial<Unit> = {}): Unit => ({
  id,
  code: `u${id}`,
  name: `Đơn vị ${id}`,
  kind: 'ward',
  ...more,
});
const treeOf = (...units: Unit[]): UnitTree => new Map(units.map((each) => [each.id, each]));

/** 1 and 2 became 3 on 1 July 2025; 3 and 4 became 5 on 1 January 2026; 6 was split into 7 and 8; 8 went into 9. */
const TREE = treeOf(
  unit(1, { validTo: '2025-06-30', successor: 3 }),
  unit(2, { validTo: '2025-06-30', successor: 3 }),
  unit(3, { validFrom: '2025-07-01', validTo: '2025-12-31', successor: 5 }),
  unit(4, { validTo: '2025-12-31', successor: 5 }),
  unit(5, { validFrom: '2026-01-01' }),
  unit(6, { validTo: '2025-12-31' }),
  unit(7, { validFrom: '2026-01-01', splitFrom: 6 }),
  unit(8, { validFrom: '2026-01-01', validTo: '2026-06-30', splitFrom: 6, successor: 9 }),
  unit(9, { validFrom: '2026-07-01' }),
);
const ids = (units: Unit[]) => units.map(({ id }) => id);
const at = (id: number): Unit => TREE.get(id) ?? unit(id);

describe('the lineage of a unit', () => {
  it.each([
    [1, [], []],
    [3, [1, 2], []],
    [5, [1, 2, 3, 4], []],
    [7, [], [6]],
    [9, [8], [6]],
    [99, [], []],
  ])('of %i is a sum of %j, and split from %j', (id, merged, from) => {
    const found = lineageOf(TREE, id);
    expect([ids(found.merged), ids(found.splitFrom)]).toEqual([merged, from]);
  });

  it('is finite in a ring of successors', () => {
    const ring = treeOf(unit(1, { successor: 2 }), unit(2, { successor: 1 }));
    expect(ids(lineageOf(ring, 1).merged)).toEqual([2]);
  });
});

describe('what is due for a unit', () => {
  it.each([
    [5, '2025-06-30', [1, 2, 4]],
    [5, '2025-07-31', [3, 4]],
    [5, '2026-01-31', [5]],
    [3, '2026-01-31', []],
    [7, '2025-12-31', []],
  ])('%i on %s is %j', (id, day, due) => {
    expect(ids(dueFor(TREE, at(id), day))).toEqual(due);
  });

  it('is its own only once its predecessors are gone, where nobody said when it began', () => {
    const tree = treeOf(unit(1, { validTo: '2025-06-30', successor: 2 }), unit(2));
    const two = tree.get(2) ?? unit(2);
    expect(ids(dueFor(tree, two, '2025-06-30'))).toEqual([1]);
    expect(ids(dueFor(tree, two, '2025-07-31'))).toEqual([2]);
  });
});

it('a merged unit stands in the place of others from its first day, any other from none', () => {
  expect([mergedOn(TREE, at(3)), mergedOn(TREE, at(1)), mergedOn(TREE, at(7))]).toEqual([
    '2025-07-01',
    undefined,
    undefined,
  ]);
});

describe('a unit that others were merged into, and that was there before', () => {
  /** 1 went into 2 on 1 December, 3 had gone into it in March. */
  const tree = treeOf(
    unit(1, { validTo: '2026-11-30', successor: 2 }),
    unit(2, { validFrom: '1900-01-01' }),
    unit(3, { validTo: '2026-02-28', successor: 2 }),
  );
  const two = tree.get(2) ?? unit(2);

  it.each([
    ['2026-02-28', [1, 3, 2]],
    ['2026-11-30', [1, 2]],
    ['2026-12-31', [2]],
  ])('owes its own months beside those of the others: %s', (day, due) => {
    expect(ids(dueFor(tree, two, day))).toEqual(due);
  });

  it('stands in the place of all of them from the day after the last was gone', () => {
    expect(mergedOn(tree, two)).toBe('2026-12-01');
  });
});
