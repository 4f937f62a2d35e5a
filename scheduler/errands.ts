/**
 * Work too long for one turn, done a piece at a time (an announcement to thousands): each piece is one transaction,
 * and between two of them everybody else gets their turn. What there is to do is read from the archive, so a process
 * that dies goes on where it was.
 */
import type { Archive, Reader, Tx } from '../db/open.ts';
import type { Instant } from '../domain/date.ts';
import type { Log } from './log.ts';
import type { After } from './wake.ts';
import { afterTimeout } from './wake.ts';

/** How often it is looked whether what was handed over has come back: a progress nobody needs by the second. */
const LOOK_AGAIN_MS = 3_000;
/** Wait after our own archive refused (disk full, locked by a restore). */
const AFTER_DEFECT_MS = 5_000;

export interface ErrandParts {
  archive: Pick<Archive, 'read' | 'write'>;
  clock: () => Instant;
  log: Log;
  /** Whether anything is under way at all: asked after every commit, so it must be cheap. */
  pending: (read: Reader) => boolean;
  /** Does one piece; answers whether there may be more to do at once. */
  step: (tx: Tx, now: Instant) => boolean;
  /** Called after a piece: what it wrote may be sendable. */
  onDone: () => void;
  after?: After;
}

export interface Errands {
  /** There may be something to do; returns at once. */
  nudge(): void;
  /** Does every piece that can be done now; answers whether there was any. */
  drain(): boolean;
  /** Begins no further piece. */
  stop(): void;
}

export function makeErrands({
  archive,
  clock,
  log,
  pending,
  step,
  onDone,
  after = afterTimeout,
}: ErrandParts): Errands {
  let waits: 'for a nudge' | 'its turn' | 'for what is under way' | 'no more' = 'for a nudge';
  let cancelWake = (): void => undefined;

  const doPiece = (): boolean => pending(archive.read) && archive.write((tx) => step(tx, clock()));
  const lookAgain = (ms: number): void => {
    waits = 'for what is under way';
    cancelWake = after(ms, () => {
      waits = 'for a nudge';
      nudge();
    });
  };
  function run(): void {
    if (waits === 'no more') return;
    waits = 'for a nudge';
    try {
      if (doPiece()) {
        onDone();
        nudge();
      } else if (pending(archive.read)) {
        onDone();
        lookAgain(LOOK_AGAIN_MS);
      }
    } catch (cause) {
      log.error({ err: cause }, 'a piece of long work failed; trying again');
      lookAgain(AFTER_DEFECT_MS);
    }
  }
  function nudge(): void {
    if (waits !== 'for a nudge') return;
    waits = 'its turn';
    setImmediate(run);
  }

  return {
    nudge,
    drain: () => {
      let any = false;
      while (waits !== 'no more' && doPiece()) any = true;
      return any;
    },
    stop: () => {
      waits = 'no more';
      cancelWake();
    },
  };
}
