/** Long work a piece at a time: others get their turn between two pieces, and nothing is forgotten. */
import { describe, expect, it, vi } from 'vitest';
import { makeErrands } from '../../scheduler/errands.ts';
import { fakeClock, quiet } from '../support/clock.ts';

function room(pieces: number, step?: () => boolean) {
  const clock = fakeClock('2026-11-10', '09:00');
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const left = { pieces };
  const transactions: number[] = [];
  const archive = {
    read: {} as never,
    write: <T>(work: (tx: never) => T): T => {
      transactions.push(left.pieces);
      return work({} as never);
    },
  };
  const onDone = vi.fn();
  const errands = makeErrands({
    archive,
    clock: clock.now,
    log,
    after: clock.after,
    pending: () => left.pieces > 0,
    step:
      step ??
      (() => {
        left.pieces -= 1;
        return true;
      }),
    onDone,
  });
  return { clock, log, left, transactions, onDone, errands };
}

describe('errands', () => {
  it('do each piece in a transaction and a turn of its own', async () => {
    const { errands, transactions, left, onDone } = room(3);
    let turns = 0;
    const others = setInterval(() => undefined, 1_000);
    errands.nudge();
    while (left.pieces > 0) {
      await quiet(1);
      turns += 1;
    }
    clearInterval(others);
    expect(transactions).toEqual([3, 2, 1]);
    expect(turns).toBeGreaterThanOrEqual(3);
    expect(onDone).toHaveBeenCalledTimes(3);
  });

  it('open no transaction when there is nothing to do', async () => {
    const { errands, transactions } = room(0);
    for (let nudge = 0; nudge < 5; nudge += 1) errands.nudge();
    await quiet();
    expect([transactions, errands.drain()]).toEqual([[], false]);
  });

  it('look again by themselves, not at every nudge, while something is under way elsewhere', async () => {
    const { errands, transactions, clock } = room(1, () => false);
    errands.nudge();
    await quiet();
    for (let nudge = 0; nudge < 5; nudge += 1) errands.nudge();
    await quiet();
    expect(transactions).toHaveLength(1);
    clock.advance(3_000);
    await quiet();
    expect(transactions).toHaveLength(2);
  });

  it('try again after a piece that failed', async () => {
    let fails = true;
    const { errands, log, clock, left } = room(1, () => {
      if (fails) throw new Error('the disk is full');
      left.pieces = 0;
      return true;
    });
    errands.nudge();
    await quiet();
    expect(log.error).toHaveBeenCalledTimes(1);
    fails = false;
    clock.advance(5_000);
    await quiet();
    expect(left.pieces).toBe(0);
  });

  it('begin nothing after stop, and leave no timer behind', async () => {
    const { errands, transactions, clock } = room(1, () => false);
    errands.nudge();
    await quiet();
    errands.stop();
    clock.advance(60_000);
    errands.nudge();
    await quiet();
    expect([transactions.length, clock.pending(), errands.drain()]).toEqual([1, 0, false]);
  });
});
