/** What merging and splitting have to know of the archive: which names and days will do, who and what is concerned. */

import { namesOf, type Under } from '../../conversations/forms/organisation/place-units.ts';
import type { ReshapeFacts, ToldReshaping } from '../../conversations/forms/organisation/reshape-units.ts';
import { type Line, line } from '../../conversations/say.ts';
import { CLOSING_DAYS, type NewUnit } from '../../db/reshape.ts';
import { addDays, type IsoDate } from '../../domain/date.ts';
import { hasEnded } from '../../domain/heirs.ts';
import { fold } from '../../domain/text.ts';
import { existsOn, isWithin, kindInName, type UnitId } from '../../domain/unit.ts';
import { monthCutShort } from '../month/ended.ts';
import { type Scene, unitOf } from '../scene.ts';
import { findUnits } from './reach.ts';
import { peopleToPlace } from './split.ts';

export function reshapeFacts(scene: Scene): ReshapeFacts {
  return {
    today: scene.today,
    units: findUnits(scene, 'manage_units'),
    unitName: (unit) => unitOf(scene, unit).name,
    refusesName: (name) => nameTaken(scene, name, []),
    refusesDay: (units, day, heir) => dayNotPossible(scene, units, day, heir),
    people: (units, day) => peopleToPlace(scene, units, day),
    under: (units) => unitsUnder(scene, units),
    consequences: (told) => consequences(scene, told),
  };
}

/** The units that stand directly under some others and go on; not those others themselves. */
export const unitsUnder = ({ tree, today }: Scene, units: readonly UnitId[]): Under[] =>
  [...tree.values()].filter(
    (unit) =>
      unit.parent !== undefined && units.includes(unit.parent) && !units.includes(unit.id) && !hasEnded(unit, today),
  );

/** A name some other unit bears today; a merger may keep the name of one of its own. */
export function nameTaken(scene: Scene, name: string, own: readonly UnitId[]): Line | undefined {
  if (own.length === 0) return undefined;
  const written = fold(officeName(scene, name, own));
  const taken = [...scene.tree.values()].find(
    (unit) => fold(unit.name) === written && existsOn(unit, scene.today) && !own.includes(unit.id),
  );
  return taken && line('org-name-taken', { name: taken.name });
}

/**
 * Why units cannot end on a day, if so.
 * @param heir the unit they are merged into, where it is one there is: it is there before the day and after it
 */
export function dayNotPossible(scene: Scene, ids: readonly UnitId[], day: IsoDate, heir?: UnitId): Line | undefined {
  const olds = ids.map((id) => unitOf(scene, id));
  const units = heir === undefined ? olds : [...olds, unitOf(scene, heir)];
  const late = units.find(({ validFrom }) => validFrom !== undefined && validFrom >= day);
  if (late) return line('org-day-before-unit', { unit: late.name, day: { date: late.validFrom ?? day } });
  const planned = units.find(({ validTo }) => validTo !== undefined);
  if (planned) return line('org-unit-planned', { unit: planned.name, day: { date: planned.validTo ?? day } });
  const above = heir === undefined ? undefined : olds.find(({ id }) => isWithin(scene.tree, heir, id));
  if (above) return line('absorb-above', { unit: unitOf(scene, heir ?? 0).name, above: above.name });
  const parent = olds.find(({ id }) => unitsUnder(scene, [id]).some((each) => !ids.includes(each.id)));
  // The tree knows one parent without dates: what stands under a unit moves at once, so not before the day.
  return parent && day > scene.today ? line('org-day-children', { unit: parent.name }) : undefined;
}

/** "phường Hồng Lĩnh" takes the "UBND" its predecessors carry. */
function officeName(scene: Scene, name: string, units: readonly UnitId[]): string {
  const isOffice = units.every((unit) => fold(unitOf(scene, unit).name).startsWith('ubnd '));
  return isOffice && !fold(name).startsWith('ubnd ') ? `UBND ${name}` : name;
}

/** The nearest unit above all of them; none where they stand at different tops. */
function parentOf(scene: Scene, units: readonly UnitId[]): UnitId | undefined {
  let at = unitOf(scene, units[0] ?? 0).parent;
  while (at !== undefined && !units.every((unit) => isWithin(scene.tree, unit, at ?? 0) && unit !== at)) {
    at = scene.tree.get(at)?.parent;
  }
  return at;
}

/** The units to be made, with their parent and kind. */
export function newUnits(scene: Scene, { units, into }: Pick<ToldReshaping, 'units' | 'into'>): NewUnit[] {
  const parent = parentOf(scene, units);
  const first = unitOf(scene, units[0] ?? 0);
  return into.map((said) => ({
    name: officeName(scene, said, units),
    kind: kindInName(said) ?? first.kind,
    ...(parent === undefined ? {} : { parent }),
  }));
}

/** Who reports on the month that units end in the middle of: one unit, or all the parts where none is named. */
export function monthTold(scene: Scene, units: readonly UnitId[], day: IsoDate, into: string | undefined): Line[] {
  const olds = units.map((unit) => unitOf(scene, unit));
  const month = monthCutShort(scene, olds, day);
  if (month === undefined) return [];
  const args = { period: { period: month } };
  return [into === undefined ? line('ended-month-split', args) : line('ended-month-merged', { ...args, unit: into })];
}

function consequences(scene: Scene, told: ToldReshaping): Line[] {
  const { kind, units, day, heir } = told;
  const name = heir === undefined ? newUnits(scene, told)[0]?.name : unitOf(scene, heir).name;
  const until = { date: addDays(day, CLOSING_DAYS - 1) };
  const args = { people: peopleToPlace(scene, units, day).length, unit: name ?? '', day: { date: day }, until };
  const taken = told.into.map((said) => nameTaken(scene, said, units)).filter((each) => each !== undefined);
  const stays = kind === 'split' && told.places.length < args.people ? [line('split-undecided-stay')] : [];
  const under = kind === 'split' ? [] : unitsUnder(scene, units).filter(({ id }) => id !== heir);
  return [
    ...(kind === 'split' ? [] : [line('org-units-merge-people', args)]),
    ...(under.length === 0
      ? []
      : [line('under-go-along', { n: under.length, names: namesOf(under), unit: args.unit })]),
    line('org-reshape-old', args),
    ...monthTold(scene, units, day, kind === 'split' ? undefined : args.unit),
    ...stays,
    line(`org-units-${kind}-sums`, args),
    ...(kind === 'merge' && taken.length > 0 ? [...taken, line('absorb-instead')] : taken),
  ];
}
