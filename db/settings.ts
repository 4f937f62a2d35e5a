/** Settings kept with the data, so that a copy of the data carries them along. */
import { eq, sql } from 'drizzle-orm';
import { messagesClaimed } from './inbox.ts';
import type { Reader, Tx } from './open.ts';
import { settings } from './schema.ts';
import { statement } from './statement.ts';

/**
 * What the data is: real figures, practice figures, or the figures of a played script. Written once, when the archive
 * is first used; the three never mix.
 */
export const MODES = ['real', 'practice', 'play'] as const;
export type Mode = (typeof MODES)[number];

const MODE = 'mode';

const byKey = statement((read: Reader) =>
  read
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, sql.placeholder('key')))
    .prepare(),
);

export const setting = (read: Reader, key: string): string | undefined => byKey(read).get({ key })?.value;

export function keepSetting(tx: Tx, key: string, value: string): void {
  tx.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } }).run();
}

/** What the data is, or undefined for an archive never used. */
export function modeOf(read: Reader): Mode | undefined {
  const mode = setting(read, MODE);
  return MODES.find((known) => known === mode);
}

/** The data is something else than it should be used for. */
export class WrongModeError extends Error {
  override readonly name = 'WrongModeError';
  readonly known: Mode;

  constructor(known: Mode, wanted: Mode) {
    super(
      `This data folder holds ${known} data and cannot be used for ${wanted} data. Name another folder (--data or DATA_DIR).`,
    );
    this.known = known;
  }
}

/**
 * Marks what the data is. A roster just imported, with nothing said yet, may still become a script's.
 * @throws {WrongModeError} when it is already something else
 */
export function claimMode(tx: Tx, mode: Mode): void {
  const known = modeOf(tx);
  const isUntouched = known === 'real' && mode === 'play' && messagesClaimed(tx) === 0;
  if (known !== undefined && known !== mode && !isUntouched) throw new WrongModeError(known, mode);
  if (known !== mode) keepSetting(tx, MODE, mode);
}
