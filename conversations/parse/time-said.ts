/**
 * Hours and stretches of time among the words of a message: "14h30", "8 giờ 45", "3 tháng tới". Their numbers count
 * nothing, whatever label stands near.
 */
import { UNITS } from './filler.ts';
import type { NumberSpan } from './number/number-at.ts';
import { isWord, type Token } from './text.ts';

const MINUTES = 60;

/** The end of the time of day at `at`: "14:00", "14h30", "8 giờ", "10 giờ 45 phút". */
export function timeAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (token?.kind !== 'digits' || token.raw.length > 2) return undefined;
  const minutes = tokens[at + 2];
  if (after?.base === ':' && !after.spaced && minutes?.kind === 'digits' && !minutes.spaced && minutes.raw.length === 2)
    return at + 3;
  const hour = isWord(after, 'gio') || (isWord(after, 'h', 'g') && after?.spaced === false);
  if (!hour) return undefined;
  if (minutes?.kind !== 'digits' || minutes.raw.length !== 2) return at + 2;
  if (!minutes.spaced || isWord(tokens[at + 3], 'phut')) return isWord(tokens[at + 3], 'phut') ? at + 4 : at + 3;
  // "lúc 8 giờ 45 hs": what is counted says that the hour ended before
  const told = isWord(after, 'gio') && Number(minutes.raw) < MINUTES && UNITS.match(tokens, at + 3) === undefined;
  return told ? at + 3 : at + 2;
}

/** Nobody goes back, or ahead, by more months or years. */
const STRETCH_MAX = 12;

/** "2 tháng vừa rồi", "3 năm tới": as many months or years, or so many of last month. "215 tháng vừa rồi" is no such thing. */
export const isStretch = (tokens: readonly Token[], { value, next }: NumberSpan): boolean =>
  value !== undefined &&
  value <= STRETCH_MAX &&
  isWord(tokens[next], 'thang', 'nam') &&
  isWord(tokens[next + 1], 'vua', 'qua', 'toi', 'truoc', 'gan', 'nua', 'sau', 'tiep', 'lien');
