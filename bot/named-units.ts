/** The units somebody may do a thing to, as forms ask for them by name. */
import type { UnitNames } from '../conversations/forms/named-units.ts';
import { unitsByName } from '../db/units.ts';
import type { Action } from '../domain/person.ts';
import { fold } from '../domain/text.ts';
import { existsOn, placeName, type Unit } from '../domain/unit.ts';
import { type Scene, unitsFor } from './scene.ts';

/** The units of today somebody may do a thing to. */
export const unitsToday = (scene: Scene, action: Action): Unit[] =>
  unitsFor(scene, action).filter((unit) => existsOn(unit, scene.today));

/** The topmost of them: those whose own superior is out of reach. */
export function topUnits(units: readonly Unit[]): Unit[] {
  const ids = new Set(units.map(({ id }) => id));
  return units.filter(({ parent }) => parent === undefined || !ids.has(parent));
}

/** Names and clusters among them. */
export function unitNames(scene: Scene, action: Action): UnitNames {
  return {
    clusters: () => {
      const units = unitsToday(scene, action);
      const own = new Set(topUnits(units).map(({ id }) => id));
      const parents = new Set(units.map(({ parent }) => parent));
      return units.filter(({ id }) => parents.has(id) && !own.has(id));
    },
    named: (words) => {
      const within = new Set(unitsToday(scene, action).map(({ id }) => id));
      const found = unitsByName(scene.tx, words).filter(({ id }) => within.has(id));
      const wanted = fold(words);
      // Where a whole name fits, nothing that only contains it.
      const exact = found.filter(({ name, code }) =>
        [name, placeName(name), code].some((each) => fold(each) === wanted),
      );
      return exact.length > 0 ? exact : found;
    },
  };
}
