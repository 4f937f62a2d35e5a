/** Pending dossiers across mergers and splits: carried over once, counted once. */
import { describe, expect, it } from 'vitest';
import { mergedAmong, passedOn } from '../../domain/stock.ts';
import type { Unit, UnitId } from '../../domain/unit.ts';

const unit = (id: number, more: Partial<Unit> = {}): Unit => ({
  id,
  code: `u${id}`,
  name: `xã ${id}`,
  kind: 'commune',
  ...more,
});

/** 1 and 2 became 3 in July; 3 and 4 became 5 in October; 6 was split into 7 and 8 in July; 9 stands alone. */
const TREE = new Map(
  [
    unit(1, { validTo: '2026-06-30', successor: 3 }),
    unit(2, { validTo: '2026-06-30', successor: 3 }),
    unit(3, { validFrom: '2026-07-01', validTo: '2026-09-30', successor: 5 }),
    unit(4, { validTo: '2026-09-30', successor: 5 }),
    unit(5, { validFrom: '2026-10-01' }),
    unit(6, { validTo: '2026-06-30' }),
    unit(7, { validFrom: '2026-07-01', splitFrom: 6 }),
    unit(8, { validFrom: '2026-07-01', splitFrom: 6 }),
    unit(9),
    unit(10, { validTo: '2026-06-30', successor: 11 }),
    unit(11, { validTo: '2026-06-30', successor: 10 }),
  ].map((each) => [each.id, each]),
);
const ALL = [...TREE.values()];

describe('the stock of a unit that ended', () => {
  it.each<[string, string, UnitId[], UnitId[]]>([
    ['is its own while it exists', '2026-06-30', [1, 2, 6], []],
    ['is counted with what it became, once that tells', '2026-08-31', [1, 2, 3], [1, 2]],
    ['is the last known until that tells', '2026-08-31', [1, 2], []],
    ['passes on through a second merger', '2026-11-30', [1, 3, 4, 5], [1, 2, 3, 4]],
    ['is counted with its parts, once one of them tells', '2026-08-31', [6, 7], [6]],
    ['is never passed on by a unit that goes on', '2026-11-30', [9], []],
  ])('%s', (_what, day, telling, expected) => {
    expect([...passedOn(TREE, ALL, day, (id) => telling.includes(id))]).toEqual(expected);
  });
});

describe('the stock of what was merged into a unit that was there before', () => {
  /** 1 went into 2 at the end of October; 2 goes on. */
  const tree = new Map(
    [unit(1, { validTo: '2026-10-31', successor: 2 }), unit(2, { validFrom: '1900-01-01' })].map((each) => [
      each.id,
      each,
    ]),
  );

  it.each([
    ['its own while the other has told of months before only', '2026-10-31', []],
    ['counted with the other once that has told of a month after', '2026-11-30', [1]],
  ])('is %s', (_what, told, expected) => {
    const found = passedOn(tree, [...tree.values()], '2026-12-31', (id, after) => id === 2 && told > after);
    expect([...found]).toEqual(expected);
  });
});

describe('units merged among some', () => {
  it('stand under the last of what they became that is listed', () => {
    expect([...mergedAmong(TREE, ALL)]).toEqual([[5, [1, 2, 3, 4]]]);
  });

  it('stand under the first where the second is not listed, and alone where neither is', () => {
    const some = (...ids: UnitId[]) => ALL.filter(({ id }) => ids.includes(id));
    expect([...mergedAmong(TREE, some(1, 2, 3))]).toEqual([[3, [1, 2]]]);
    expect([...mergedAmong(TREE, some(1, 2))]).toEqual([]);
    expect([...mergedAmong(TREE, some(1, 5))]).toEqual([[5, [1]]]);
  });

  it('stand alone where the one they went into does not follow them in the months looked at', () => {
    expect([...mergedAmong(TREE, ALL, (heir, old) => heir === 3 && old.id === 1)]).toEqual([[3, [1]]]);
    expect(mergedAmong(TREE, ALL, () => false).size).toBe(0);
  });

  it('are not the parts of a split', () => {
    expect(mergedAmong(TREE, ALL.slice(5, 8)).size).toBe(0);
  });
});
