/** Who answers for what has ended: nobody while it exists, and then what it became, through however many steps. */
import { describe, expect, it } from 'vitest';
import { endedBefore, hasEnded, heirsOf, livesToSee, owesFrom } from '../../domain/heirs.ts';
import type { Unit, UnitId, UnitTree } from '../../domain/unit.ts';

const unit = (id: UnitId, more: Partial<Unit> = {}): Unit => ({
  id,
  code: `u${id}`,
  name: `Đơn vị ${id}`,
  kind: 'ward',
  ...more,
});

/**
 * 1 and 2 merged into 3 on 01/11, 3 into 4 on 01/03 of the next year; 5 split into 6 and 7 on 01/11; 8 ended with
 * nothing after it; 9 is to be merged into 4 at the end of the next year; 10 was never touched.
 */
const TREE: UnitTree = new Map(
  [
    unit(1, { validTo: '2026-10-31', successor: 3 }),
    unit(2, { validTo: '2026-10-31', successor: 3 }),
    unit(3, { validFrom: '2026-11-01', validTo: '2027-02-28', successor: 4 }),
    unit(4, { validFrom: '2027-03-01' }),
    unit(5, { validTo: '2026-10-31' }),
    unit(6, { validFrom: '2026-11-01', splitFrom: 5 }),
    unit(7, { validFrom: '2026-11-01', splitFrom: 5 }),
    unit(8, { validTo: '2026-10-31' }),
    unit(9, { validTo: '2027-12-31', successor: 4 }),
    unit(10),
  ].map((each) => [each.id, each]),
);

const ids = (units: readonly Unit[]) => units.map(({ id }) => id).sort((a, b) => a - b);

describe('the heirs of a unit', () => {
  it.each<[string, UnitId, string, UnitId[]]>([
    ['are none on its last day', 1, '2026-10-31', []],
    ['are what it was merged into, from the next day', 1, '2026-11-01', [3]],
    ['are what that was merged into in turn', 1, '2027-03-01', [4]],
    ['are all parts of what was split', 5, '2026-11-01', [6, 7]],
    ['are none where nothing came after it', 8, '2026-11-01', []],
    ['are none of what is still to end', 9, '2026-11-01', []],
    ['are none of what never ended', 10, '2026-11-01', []],
    ['are none of a unit there is not', 99, '2026-11-01', []],
  ])('%s', (_what, id, day, expected) => {
    expect(ids(heirsOf(TREE, id, day))).toEqual(expected);
  });

  it('are none until the heir is there itself', () => {
    const late: UnitTree = new Map([
      [1, unit(1, { validTo: '2026-10-31', successor: 2 })],
      [2, unit(2, { validFrom: '2026-12-01' })],
    ]);
    expect(ids(heirsOf(late, 1, '2026-11-30'))).toEqual([]);
    expect(ids(heirsOf(late, 1, '2026-12-01'))).toEqual([2]);
  });

  it('of a ring in damaged data are none, and looking for them ends', () => {
    const ring: UnitTree = new Map([
      [1, unit(1, { validTo: '2026-01-01', successor: 2 })],
      [2, unit(2, { validTo: '2026-01-01', successor: 1 })],
      [3, unit(3, { validTo: '2026-01-01', successor: 3 })],
    ]);
    for (const id of [1, 2, 3]) expect(heirsOf(ring, id, '2026-02-01')).toEqual([]);
  });
});

describe('the units that ended in one', () => {
  it.each<[UnitId, string, UnitId[]]>([
    [3, '2026-10-31', []],
    [3, '2026-11-01', [1, 2]],
    [3, '2027-03-01', []],
    [4, '2027-03-01', [1, 2, 3]],
    [4, '2028-01-01', [1, 2, 3, 9]],
    [6, '2026-11-01', [5]],
    [10, '2026-11-01', []],
  ])('%i on %s', (id, day, expected) => {
    expect(ids(endedBefore(TREE, id, day))).toEqual(expected);
  });

  it('are exactly those it is an heir of', () => {
    for (const day of ['2026-10-31', '2026-11-01', '2027-02-28', '2027-03-01', '2028-01-01']) {
      for (const heir of TREE.keys()) {
        const olds = [...TREE.keys()].filter((old) => ids(heirsOf(TREE, old, day)).includes(heir));
        expect(ids(endedBefore(TREE, heir, day)), `${heir} on ${day}`).toEqual(olds);
      }
    }
  });
});

it('a unit has ended from the day after its last', () => {
  expect(['2026-10-30', '2026-10-31', '2026-11-01'].map((day) => hasEnded({ validTo: '2026-10-31' }, day))).toEqual([
    false,
    false,
    true,
  ]);
  expect(hasEnded({}, '2026-11-01')).toBe(false);
});

describe('the day a unit owes from', () => {
  const undated: UnitTree = new Map(
    [
      unit(1, { validTo: '2026-06-30', successor: 2 }),
      unit(2, { validTo: '2026-10-31', successor: 3 }),
      unit(3),
      unit(4, { splitFrom: 1 }),
      unit(5, { validFrom: '2026-09-01' }),
      unit(6, { successor: 5 }),
      unit(7, { successor: 8 }),
      unit(8),
    ].map((each) => [each.id, each]),
  );
  it.each<[string, UnitId, string | undefined]>([
    ['is its own, where it has one', 5, '2026-09-01'],
    ['is the day after the last of what was merged into it, through others too', 3, '2026-11-01'],
    ['is the day after what was merged into it was gone', 2, '2026-07-01'],
    ['is not told by what it was split from', 4, undefined],
    ['is not told by what has no last day', 8, undefined],
    ['is not told for what nothing was merged into', 1, undefined],
  ])('%s', (_what, id, expected) => {
    expect(owesFrom(undated, undated.get(id) ?? unit(99))).toBe(expected);
  });

  it('and what it does not live to see it does not owe', () => {
    const seen = (id: UnitId, day: string) => livesToSee(undated, undated.get(id) ?? unit(99), day);
    expect([seen(3, '2026-10-31'), seen(3, '2026-11-30')]).toEqual([false, true]);
    expect([seen(2, '2026-06-30'), seen(2, '2026-10-31'), seen(2, '2026-11-30')]).toEqual([false, true, false]);
    expect([seen(1, '2026-06-30'), seen(1, '2026-07-31')]).toEqual([true, false]);
  });
});
