/** What units say they have done and nobody above has looked at: the coordinator's list to accept or return. */
import { type Line, line, type Option, option } from '../../conversations/say.ts';
import type { Tracking } from '../../domain/tracking.ts';
import type { Unit } from '../../domain/unit.ts';
import { allowed, offer, RUN, type Scene, tell } from '../scene.ts';
import { acceptDuty } from './duty-details.ts';
import type { DutyAbout } from './obligation-at.ts';
import { trackingFor } from './tracking.ts';

/** Items named, each with a button; whoever accepts all of them at once has seen all of them. */
const SHOWN_MAX = 6;

interface Waiting {
  unit: Unit;
  about: DutyAbout;
  /** The head of its column. */
  short: string;
}

/** What waits for this person's answer. */
export function waitingIn(scene: Scene, { columns, units }: Tracking, year: number): Waiting[] {
  return units.flatMap(({ unit, marks }) =>
    marks.flatMap((mark, column): Waiting[] => {
      const obligation = columns[column]?.obligation;
      if (mark !== 'done' || !obligation || !allowed(scene, 'decide_obligation', unit.id)) return [];
      const short = obligation.tracked?.[scene.person.language] ?? obligation.id;
      return [{ unit, short, about: { unit: unit.id, obligation: obligation.id, period: String(year), event: '' } }];
    }),
  );
}

/** Lists what waits, each a way to its details. */
export function sayWaiting(scene: Scene, year: number): boolean {
  const waiting = waitingIn(scene, trackingFor(scene, year), year);
  if (waiting.length === 0) {
    tell(scene, line('waiting-none', { year: String(year) }));
    return true;
  }
  const shown = waiting.slice(0, SHOWN_MAX);
  const ways = shown.map(({ unit, short, about }): Option[] => [
    option(`${RUN}duty:${about.unit}:${about.obligation}:${about.period}`, 'waiting-item', {
      name: short,
      unit: unit.name,
    }),
  ]);
  const isAllShown = waiting.length === shown.length && waiting.length > 1;
  const all = isAllShown
    ? [[option(`${RUN}accept-all:${year}:${waiting.length}`, 'waiting-accept-all', { n: waiting.length })]]
    : [];
  const more = waiting.length - shown.length;
  const lines: Line[] = [
    line('waiting-heading', { year: String(year), n: waiting.length }),
    ...(more > 0 ? [line('waiting-more', { n: more })] : []),
  ];
  offer(scene, { lines, choices: [...ways, ...all] });
  return true;
}

/** Accepts all that was shown; where more has come since, the list is shown again instead. */
export function acceptAll(scene: Scene, year: number, count: number): boolean {
  const waiting = waitingIn(scene, trackingFor(scene, year), year);
  if (count < 1 || waiting.length !== count || count > SHOWN_MAX) return sayWaiting(scene, year);
  for (const { about, unit } of waiting) acceptDuty(scene, about, unit, 'accepted');
  tell(scene, line('waiting-accepted', { n: count }));
  return true;
}
