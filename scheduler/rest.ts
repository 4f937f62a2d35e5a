/**
 * Lets old messages and timers go, once a day and a little at a time: each portion is one short transaction, and between
 * two of them everybody else gets their turn. How far it came stands in the archive, so whoever dies goes on there.
 */
import type { Archive, Tx } from '../db/open.ts';
import { removeTimers, restMessages } from '../db/rest.ts';
import { dateAt, type Instant, type IsoDate } from '../domain/date.ts';

/**
 * Portions of each kind in one beat: ten thousand rows a minute, so that the archive of many years, met for the first time
 * after an upgrade, is through within hours and the beat never waits long for it.
 */
const PORTIONS_A_BEAT = 50;

/** Lets go what may be today, as much as one beat bears. */
export type Rest = (now: Instant) => Promise<void>;

export function makeRest(archive: Pick<Archive, 'write'>): Rest {
  let doneOn: IsoDate | undefined;

  /** Answers whether all of it was done. */
  async function portions(portion: (tx: Tx, now: Instant) => boolean, now: Instant): Promise<boolean> {
    for (let n = 0; n < PORTIONS_A_BEAT; n += 1) {
      if (!archive.write((tx) => portion(tx, now))) return true;
      await new Promise((resolve) => setImmediate(resolve));
    }
    return false;
  }

  return async (now) => {
    const today = dateAt(now);
    if (doneOn === today) return;
    const messages = await portions(restMessages, now);
    const timers = await portions(removeTimers, now);
    if (messages && timers) doneOn = today;
  };
}
