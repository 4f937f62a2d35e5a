/**
 * The way down from a number and up again: each place somebody was led to is noted with the choices it offered, so that
 * "quay lại" shows the one before. A question typed anew begins a new way.
 */
import { keep, openSession, type Scene } from '../scene.ts';

/** Places kept: nobody goes back further than from a figure over pages of a list to the status. */
const DEPTH_MAX = 8;

/**
 * Notes a place once it was shown. Answers what showing it answered; false notes nothing.
 * @param id the choice that shows it again, without its prefix: 'unit-month:12:2026-10'
 */
export function arrive(scene: Scene, id: string, show: () => unknown, isNew = false): unknown {
  const before = isNew ? [] : trailOf(scene);
  const shown = show();
  const open = openSession(scene);
  if (shown === false || (open.flow !== '' && !open.paused)) return shown;
  const at = before.indexOf(id);
  const trail = [...(at < 0 ? before : before.slice(0, at)), id].slice(-DEPTH_MAX);
  noteTrail(scene, trail);
  return shown;
}

/** Shows the place before the one shown last; answers false where there is none. */
export function goUp(scene: Scene, show: (id: string) => boolean): boolean {
  const trail = trailOf(scene);
  const up = trail.at(-2);
  if (up === undefined || openSession(scene).flow !== '') return false;
  noteTrail(scene, trail.slice(0, -2));
  return show(up);
}

/** The place shown last, if the last thing offered was one. */
export const placeShown = (scene: Scene): string | undefined => trailOf(scene).at(-1);

const trailOf = (scene: Scene): readonly string[] => openSession(scene).offered?.trail ?? [];

function noteTrail(scene: Scene, trail: string[]): void {
  const open = openSession(scene);
  const offered = open.offered ?? { choices: [], mark: '', numbered: false };
  keep(scene, { ...open, offered: { ...offered, trail } });
}
