/**
 * The clock of the practice house: the machine's, and how far it was moved on. The distance is kept with the data, so
 * that a training session goes on after a restart where it stopped. It is never set back, since what was said stays.
 */
import type { Archive } from '../db/open.ts';
import { keepSetting, modeOf, setting } from '../db/settings.ts';
import type { Instant } from '../domain/date.ts';

/** How far the clock is ahead of the machine's, in milliseconds. */
const OFFSET = 'practice_clock_offset_ms';

export interface PracticeClock {
  now: () => Instant;
  /** Moves on to a moment; one that is past changes nothing. */
  moveTo: (at: Instant) => void;
}

/**
 * The clock of an archive.
 * @param real the machine's clock
 * @throws {Error} for an archive that is not practice: real figures never meet an invented date
 */
export function practiceClock(archive: Pick<Archive, 'read' | 'write'>, real: () => Instant): PracticeClock {
  const mode = modeOf(archive.read);
  if (mode !== 'practice') throw new Error(`only a practice clock can be moved, and this archive is ${mode}`);
  let offset = distance(setting(archive.read, OFFSET));
  const now = (): Instant => real() + offset;
  return {
    now,
    moveTo: (at) => {
      if (at <= now()) return;
      const moved = at - real();
      archive.write((tx) => keepSetting(tx, OFFSET, String(moved)));
      offset = moved;
    },
  };
}

/** The distance that was kept; none where nothing or something unreadable was. */
function distance(kept: string | undefined): number {
  const ms = Number(kept ?? 0);
  return Number.isSafeInteger(ms) && ms > 0 ? ms : 0;
}
