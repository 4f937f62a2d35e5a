/** What the table of timers promises: once planned, once ended, read in an order that shows the newest first. */
import { describe, expect, it } from 'vitest';
import type { Planned } from '../../db/timers.ts';
import { dueTimers, isWaiting, nextDue, plan, settle } from '../../db/timers.ts';
import { temporaryArchive } from '../support/archive.ts';

const timer = (key: string, dueAt: number, personId?: number): Planned => ({
  key,
  kind: 'month-open',
  dueAt,
  ...(personId === undefined ? {} : { personId }),
  payload: { period: '2021-09' },
});

describe('timers', () => {
  it('plans the same key once, whatever is planned the second time', () => {
    const { archive } = temporaryArchive();
    const first = archive.write((tx) => [plan(tx, timer('a', 100, 1)), plan(tx, timer('a', 200, 2))]);
    expect(first).toEqual([true, false]);
    expect(dueTimers(archive.read, 100, 10)).toEqual([{ id: 1, ...timer('a', 100, 1) }]);
  });

  it('does not plan again what has ended', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => plan(tx, timer('a', 100)));
    archive.write((tx) => settle(tx, 1, 'fired', 150));
    expect(archive.write((tx) => plan(tx, timer('a', 100)))).toBe(false);
    expect(dueTimers(archive.read, 999, 10)).toEqual([]);
  });

  it('keeps what was planned through a restart', () => {
    const temporary = temporaryArchive();
    temporary.archive.write((tx) => plan(tx, timer('a', 100)));
    expect(nextDue(temporary.reopen().read)).toBe(100);
  });

  it('gives out what is due and nothing earlier or ended', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      for (const [key, at] of [
        ['past', 50],
        ['now', 100],
        ['later', 101],
      ] as const)
        plan(tx, timer(key, at));
      plan(tx, timer('done', 10));
      settle(tx, 4, 'needless', 60);
    });
    expect(dueTimers(archive.read, 100, 10).map(({ key }) => key)).toEqual(['now', 'past']);
    expect(dueTimers(archive.read, 49, 10)).toEqual([]);
    expect(dueTimers(archive.read, 100, 1)).toHaveLength(1);
  });

  it('puts the timers of one person together, the newest first', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => {
      for (const [key, at, person] of [
        ['a1', 1, 7],
        ['b1', 2, 8],
        ['a3', 3, 7],
        ['a2', 2, 7],
      ] as const) {
        plan(tx, timer(key, at, person));
      }
    });
    expect(dueTimers(archive.read, 9, 10).map(({ key }) => key)).toEqual(['a3', 'a2', 'a1', 'b1']);
  });

  it('ends a timer once', () => {
    const { archive } = temporaryArchive();
    archive.write((tx) => plan(tx, timer('a', 100)));
    expect(isWaiting(archive.read, 1)).toBe(true);
    expect(archive.write((tx) => settle(tx, 1, 'fired', 100))).toBe(true);
    expect(archive.write((tx) => settle(tx, 1, 'skipped', 101))).toBe(false);
    expect(isWaiting(archive.read, 1)).toBe(false);
    expect(archive.sqlite.prepare('select state, settled_at as at from timers').get()).toEqual({
      state: 'fired',
      at: 100,
    });
  });

  it('knows when the next one is due, and that none is', () => {
    const { archive } = temporaryArchive();
    expect(nextDue(archive.read)).toBeUndefined();
    archive.write((tx) => {
      plan(tx, timer('a', 200));
      plan(tx, timer('b', 100));
    });
    expect(nextDue(archive.read)).toBe(100);
    archive.write((tx) => settle(tx, 2, 'fired', 100));
    expect(nextDue(archive.read)).toBe(200);
  });

  it('forgets what a transaction that failed had planned', () => {
    const { archive } = temporaryArchive();
    expect(() =>
      archive.write((tx) => {
        plan(tx, timer('a', 100));
        throw new Error('the turn failed');
      }),
    ).toThrow('the turn failed');
    expect(nextDue(archive.read)).toBeUndefined();
  });
});
