/** The people of a unit that is split: who there is to place, and what each of them and their coordinators are told. */

import type { Placed } from '../../conversations/forms/organisation/place-people.ts';
import type { ToldReshaping } from '../../conversations/forms/organisation/reshape-units.ts';
import { type Line, line, option, type Value } from '../../conversations/say.ts';
import { personById } from '../../db/people.ts';
import { CLOSING_DAYS, heldFrom } from '../../db/reshape.ts';
import { undecidedAt } from '../../db/undecided.ts';
import { addDays, type IsoDate } from '../../domain/date.ts';
import { hasEnded } from '../../domain/heirs.ts';
import { coverage } from '../../domain/period.ts';
import type { Person, PersonId, Role } from '../../domain/person.ts';
import type { Unit, UnitId } from '../../domain/unit.ts';
import { coordinatorsOver } from '../people/coordinators.ts';
import { notify } from '../people/notice.ts';
import { givenName, RUN, type Scene, unitOf } from '../scene.ts';
import { draftOf } from './hand-over.ts';
import { personOf } from './reach.ts';

/** Several roles in words: "cán bộ báo cáo, lãnh đạo". */
export const rolesLine = (roles: Iterable<Role>): Line =>
  line('org-posts', { posts: { each: [...new Set(roles)].map((role) => line(`role-${role}`)), with: ', ' } });

/** Everybody whose role at some units reaches a day, each once, in the order they joined. */
export function peopleToPlace(scene: Scene, units: readonly UnitId[], day: IsoDate): Placed[] {
  const roles = new Map<PersonId, Role[]>();
  for (const { personId, role } of units.flatMap((unit) => heldFrom(scene.tx, unit, day))) {
    roles.set(personId, [...(roles.get(personId) ?? []), role as Role]);
  }
  return [...roles].map(([id, held]) => ({
    id,
    name: personOf(scene, id).name,
    roles: rolesLine(held),
    files: held.includes('staff'),
  }));
}

/** Tells everybody of a split unit where they are from the day on, and whoever looks after it who is still to be placed. */
export function tellSplit(scene: Scene, old: Unit, parts: readonly Unit[], { places, day }: ToldReshaping): void {
  const placed = new Map(places);
  const people = peopleToPlace(scene, [old.id], day).map(({ id }) => id);
  const all = new Set([...people, ...placed.keys()]);
  for (const id of all) {
    const person = personById(scene.tx, id);
    if (!person || id === scene.person.id) continue;
    const part = parts[placed.get(id) ?? -1];
    const key = `split:${id}:${day}:${scene.now}`;
    notify(
      scene,
      person,
      { lines: [toldLine(person, old, parts, part, day), ...draftTold(scene, id, [old])] },
      { key },
    );
  }
  tellCoordinators(scene, old, day);
}

function toldLine(person: Person, old: Unit, parts: readonly Unit[], part: Unit | undefined, day: IsoDate): Line {
  const args = { you: givenName(person.name), units: old.name, day: { date: day } };
  if (part) {
    return line('told-split', { ...args, into: part.name, until: { date: addDays(day, CLOSING_DAYS - 1) } });
  }
  return line('told-undecided', { ...args, into: { each: parts.map(({ name }) => name), with: ', ' } });
}

/**
 * What becomes of an open month of units that have ended: one they lived to see stays with whoever began it, and they may
 * send it wherever they go; one they did not is reported by what came after them.
 */
export function draftTold(scene: Scene, person: PersonId, olds: readonly Unit[]): Line[] {
  const draft = draftOf(
    scene,
    person,
    olds.map(({ id }) => id),
  );
  if (!draft) return [];
  const args = { period: { period: draft.period }, unit: draft.unitName };
  const { to } = coverage(draft.period, scene.house.window);
  return [line(hasEnded(unitOf(scene, draft.unit), to) ? 'told-draft-not-owed' : 'told-draft-kept', args)];
}

/** Whoever looks after the old unit can place those who are left: the administrator who split it need not know them. */
function tellCoordinators(scene: Scene, old: Unit, day: IsoDate): void {
  const left = undecidedAt(scene.tx, [old.id]);
  if (left.length === 0) return;
  const names: Value = { each: left.map(({ name }) => name), with: ', ' };
  const said = line('undecided-notice', { units: old.name, day: { date: day }, n: left.length, names });
  const choices = [[option(`${RUN}org-undecided:0`, 'undecided-choice-list', { n: left.length })]];
  for (const person of coordinatorsOver(scene, old.id)) {
    if (person.id === scene.person.id) continue;
    notify(scene, person, { lines: [said], choices }, { key: `undecided:${old.id}:${person.id}:${scene.now}` });
  }
}
