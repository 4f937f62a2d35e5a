/** A lock holds for a unit and all under it; the nearest word holds, and of one unit the last. */
import { describe, expect, it } from 'vitest';
import { isAskedInSpite, lockedBy, lockOver, type Moment, type PeriodLock } from '../../domain/period-lock.ts';
import type { Unit, UnitTree } from '../../domain/unit.ts';

/** province 1 ─ cluster 2 ─ ward 3, ward 4; province 1 ─ cluster 5 ─ ward 6; 9 stands apart */
const unit = (id: number, parent?: number): Unit => ({
  id,
  code: `u${id}`,
  name: `Đơn vị ${id}`,
  kind: 'ward',
  ...(parent === undefined ? {} : { parent }),
});
const TREE: UnitTree = new Map(
  [unit(1), unit(2, 1), unit(3, 2), unit(4, 2), unit(5, 1), unit(6, 5), unit(9)].map((each) => [each.id, each]),
);

const said = (...locks: [number, boolean][]): PeriodLock[] => locks.map(([at, locked]) => ({ unit: at, locked }));

describe('a closed month', () => {
  it.each<[string, PeriodLock[], Record<number, number | undefined>]>([
    ['that nobody spoke of is open everywhere', [], { 1: undefined, 3: undefined }],
    ['of the province is closed for all under it', said([1, true]), { 1: 1, 2: 1, 3: 1, 6: 1, 9: undefined }],
    ['of a cluster leaves the others open', said([2, true]), { 1: undefined, 2: 2, 4: 2, 5: undefined, 6: undefined }],
    ['opened again is open', said([2, true], [2, false]), { 2: undefined, 3: undefined }],
    ['closed a second time is closed', said([2, true], [2, false], [2, true]), { 3: 2 }],
    ['of the province, opened for one ward', said([1, true], [3, false]), { 3: undefined, 4: 1 }],
    ['of one ward, within an open province', said([1, false], [3, true]), { 3: 3, 4: undefined }],
    ['is told by the nearest word, whichever came first', said([3, false], [1, true]), { 3: undefined, 4: 1 }],
    ['of the ward and the province names the ward', said([1, true], [3, true]), { 3: 3 }],
  ])('%s', (_, locks, closed) => {
    const found = Object.fromEntries(Object.keys(closed).map((id) => [id, lockedBy(locks, Number(id), TREE)]));
    expect(found).toEqual(closed);
  });

  it('gives the word that holds, also where it opens', () => {
    expect(lockOver(said([1, true], [2, false]), 3, TREE)).toEqual({ unit: 2, locked: false });
    expect(lockOver([], 3, TREE)).toBeUndefined();
  });

  it('is no question for ever in a damaged tree', () => {
    const ring: UnitTree = new Map([unit(1, 2), unit(2, 1)].map((each) => [each.id, each]));
    expect(lockedBy(said([9, true]), 1, ring)).toBeUndefined();
  });
});

describe('a return asks for a closed month', () => {
  it.each<[string, Moment, Moment, boolean]>([
    ['where it was said after the closing', { at: 2 }, { at: 1 }, true],
    ['not where the month was closed after it', { at: 1 }, { at: 2 }, false],
    ['by a later message of the same moment', { at: 1, message: 8 }, { at: 1, message: 7 }, true],
    ['not by an earlier message of the same moment', { at: 1, message: 7 }, { at: 1, message: 8 }, false],
    ['not where nothing tells which came first', { at: 1 }, { at: 1 }, false],
  ])('%s', (_, returned, closed, asks) => {
    expect(isAskedInSpite(returned, closed)).toBe(asks);
  });
});
