/** "Ai không liên lạc được": the units where nobody gets messages, and the people who do not, each with why. */
import { type Line, line, option, type Value } from '../../conversations/say.ts';
import { type Doors, doorsOf } from '../../db/audience.ts';
import { existsOn, type Unit } from '../../domain/unit.ts';
import { offer, RUN, type Scene, tell, unitsFor } from '../scene.ts';
import { type Chased, chasedOf, whyNot } from './chasing.ts';
import type { Scope } from './scope.ts';
import { owingIn } from './standing.ts';
import { spanAtHand } from './status.ts';

/** Units named in one answer; a longer list would not be read on a phone. */
const UNITS_NAMED_MAX = 15;

/** Answers "ai không liên lạc được" for a scope: of the units that owe reports, as they stand today. */
export function sayUnreached(scene: Scene, scope: Scope): void {
  const units = owingIn(scene, scope.units, spanAtHand(scene).periods)
    .map(({ unit }) => unit)
    .filter((unit) => existsOn(unit, scene.today));
  const chased = chasedOf(scene, units);
  const lost = chased.filter(({ staff, reached }) => reached.length < staff.length || staff.length === 0);
  const args = { scope: scope.name, total: units.length };
  if (lost.length === 0) return tell(scene, line('unreached-none', args));
  const people = new Set(lost.flatMap((each) => lostOf(each).map(({ id }) => id)));
  const cutOff = lost.filter(({ reached }) => reached.length === 0);
  const named = [...cutOff, ...lost.filter(({ reached }) => reached.length > 0)].slice(0, UNITS_NAMED_MAX);
  const doors = doorsOf(scene.tx, [...people]);
  const lines = [
    line('unreached-heading', { ...args, people: people.size, units: cutOff.length, at: { time: scene.now } }),
    ...named.map((each) => unitLine(each, doors)),
    ...(lost.length > named.length ? [line('missing-more-units', { n: lost.length - named.length })] : []),
  ];
  // Whoever manages people gives the codes with the list of names; the others are told who does.
  if (!managesSome(scene, units)) return tell(scene, ...lines, line('unreached-next'));
  offer(scene, { lines, choices: [[option(`${RUN}org-people:0:lost:0`, 'unreached-people')]] });
}

const lostOf = ({ staff, reached }: Chased) => staff.filter((person) => !reached.includes(person));

function unitLine(chased: Chased, doors: ReadonlyMap<number, Doors>): Line {
  const { unit, staff, reached } = chased;
  const each = lostOf(chased).map((person) => whyNot(person, doors.get(person.id)));
  const why: Value = staff.length === 0 ? line('missing-nobody') : { each, with: '; ' };
  return line(reached.length > 0 ? 'unreached-also' : 'unreached-unit', { unit: unit.name, why });
}

function managesSome(scene: Scene, units: readonly Unit[]): boolean {
  const managed = new Set(unitsFor(scene, 'manage_people').map(({ id }) => id));
  return units.some(({ id }) => managed.has(id));
}
