/** Merging and splitting units: only administrators do it, on a date, with what follows said before. */
import type { Answers } from '../../conversations/form.ts';
import { dayRefused } from '../../conversations/forms/organisation/fields.ts';
import {
  namesRefused,
  type ReshapeFacts,
  type Reshaping,
  reshapeUnits,
  reshapingTold,
  type ToldReshaping,
  unitsSaid,
} from '../../conversations/forms/organisation/reshape-units.ts';
import type { OrganisationWish } from '../../conversations/parse/organisation.ts';
import { type Line, line, option } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { membersOf } from '../../db/memberships.ts';
import { CLOSING_DAYS, mergeUnits, type NewUnit, splitUnit } from '../../db/reshape.ts';
import { addDays, type IsoDate } from '../../domain/date.ts';
import type { Person } from '../../domain/person.ts';
import { fold } from '../../domain/text.ts';
import { existsOn, isWithin, kindInName, type Unit, type UnitId } from '../../domain/unit.ts';
import { type FormDesk, openForm } from '../forms.ts';
import { notify } from '../people/notice.ts';
import { allowed, givenName, offer, RUN, type Scene, setScene, tell, unitOf, unitsFor } from '../scene.ts';
import { findUnits } from './reach.ts';
import { peopleToPlace, tellSplit } from './split.ts';
import { undecidedCount } from './undecided.ts';

export const reshapeDesk: FormDesk<Reshaping, ReshapeFacts> = { form: reshapeUnits, facts: factsOf, submit };

function factsOf(scene: Scene): ReshapeFacts {
  return {
    today: scene.today,
    units: findUnits(scene, 'manage_units'),
    unitName: (unit) => unitOf(scene, unit).name,
    refusesName: (name) => nameTaken(scene, name, []),
    refusesDay: (units, day) => dayNotPossible(scene, units, day),
    people: (units, day) => peopleToPlace(scene, units, day),
    consequences: (kind, told) => consequences(scene, kind, told),
  };
}

/** A name some other unit bears today; a merger may keep the name of one of its own. */
function nameTaken(scene: Scene, name: string, own: readonly UnitId[]): Line | undefined {
  if (own.length === 0) return undefined;
  const written = fold(officeName(scene, name, own));
  const taken = [...scene.tree.values()].find(
    (unit) => fold(unit.name) === written && existsOn(unit, scene.today) && !own.includes(unit.id),
  );
  return taken && line('org-name-taken', { name: taken.name });
}

function dayNotPossible(scene: Scene, ids: readonly UnitId[], day: IsoDate): Line | undefined {
  const units = ids.map((id) => unitOf(scene, id));
  const late = units.find(({ validFrom }) => validFrom !== undefined && validFrom >= day);
  if (late) return line('org-day-before-unit', { unit: late.name, day: { date: late.validFrom ?? day } });
  const planned = units.find(({ validTo }) => validTo !== undefined);
  if (planned) return line('org-unit-planned', { unit: planned.name, day: { date: planned.validTo ?? day } });
  const parent = units.find(({ id }) =>
    [...scene.tree.values()].some((each) => each.parent === id && existsOn(each, scene.today)),
  );
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

function newUnits(scene: Scene, { units, into }: ToldReshaping): NewUnit[] {
  const parent = parentOf(scene, units);
  const first = unitOf(scene, units[0] ?? 0);
  return into.map((said) => ({
    name: officeName(scene, said, units),
    kind: kindInName(said) ?? first.kind,
    ...(parent === undefined ? {} : { parent }),
  }));
}

const peopleOf = (scene: Scene, units: readonly UnitId[]): Person[] => [
  ...new Map(
    units.flatMap((unit) => membersOf(scene.tx, unit, scene.today)).map(({ person }) => [person.id, person]),
  ).values(),
];

function consequences(scene: Scene, kind: Reshaping['kind'], told: ToldReshaping): Line[] {
  const { units, day } = told;
  const [first] = newUnits(scene, told);
  const until = { date: addDays(day, CLOSING_DAYS - 1) };
  const args = { people: peopleToPlace(scene, units, day).length, unit: first?.name ?? '', day: { date: day }, until };
  const taken = told.into.map((name) => nameTaken(scene, name, units)).filter((each) => each !== undefined);
  const stays = kind === 'split' && told.places.length < args.people ? [line('split-undecided-stay')] : [];
  return [
    ...(kind === 'merge' ? [line('org-units-merge-people', args)] : []),
    line('org-reshape-old', args),
    ...stays,
    line(`org-units-${kind}-sums`),
    ...taken,
  ];
}

/** Opens the form with what the message said. */
export function startReshaping(scene: Scene, wish: OrganisationWish & { wish: Reshaping['kind'] }): void {
  if (unitsFor(scene, 'manage_units').length === 0) return tell(scene, line('org-units-not-allowed'));
  const facts = factsOf(scene);
  const kind = wish.wish;
  const said = wish.wish === 'merge' ? wish.units : wish.unit === undefined ? [] : [wish.unit];
  const into = wish.wish === 'merge' ? (wish.into === undefined ? [] : [wish.into]) : wish.into;
  const laid = unitsSaid(said, facts.units);
  const settled = laid.pending.length === 0 && laid.units.length > 0;
  const day = wish.date;
  const refused =
    day === undefined
      ? undefined
      : (dayRefused(day, scene.today) ?? (settled ? dayNotPossible(scene, laid.units, day) : undefined));
  if (refused) tell(scene, refused);
  openForm(
    scene,
    reshapeDesk,
    { kind },
    {
      ...(said.length > 0 ? { units: laid.units, pending: laid.pending } : {}),
      ...(into.length > 0 && namesRefused(kind, into, facts) === undefined ? { into } : {}),
      ...(day === undefined || refused ? {} : { day }),
    },
  );
}

function submit(scene: Scene, { kind }: Reshaping, answers: Answers): void {
  const told = reshapingTold(answers, (units, day) => peopleToPlace(scene, units, day));
  const olds = told.units.map((unit) => unitOf(scene, unit));
  const gone = olds.find((unit) => !existsOn(unit, scene.today));
  const refused =
    olds.find((unit) => !allowed(scene, 'manage_units', unit.id)) !== undefined
      ? line('not-allowed')
      : gone
        ? line('org-unit-gone', { unit: gone.name })
        : (dayNotPossible(scene, told.units, told.day) ??
          told.into.map((name) => nameTaken(scene, name, told.units)).find((each) => each !== undefined));
  if (refused) return tell(scene, refused);
  const people = peopleOf(scene, told.units);
  const made = newUnits(scene, told);
  const ids = carryOut(scene, kind, told, made);
  // The tree the scene holds is of before.
  const { house, tx, now, to, priority, person } = scene;
  const after = setScene({ house, tx, now, to, priority, person });
  const names = { each: ids.map((id) => unitOf(after, id).name), with: ', ' };
  const units = { each: olds.map(({ name }) => name), with: ', ' };
  const args = {
    units,
    into: names,
    day: { date: told.day },
    codes: { each: ids.map((id) => unitOf(after, id).code), with: ', ' },
  };
  const done = line(`org-units-${kind}-done`, args);
  const [old] = olds;
  if (kind === 'merge' || !old) {
    tell(scene, done);
    return tellPeople(after, people, told, { units, into: made[0]?.name ?? '' });
  }
  const left = undecidedCount(after);
  const choices = [[option(`${RUN}org-undecided:0`, 'undecided-choice-list', { n: left })]];
  if (left > 0) offer(scene, { lines: [done], choices });
  else tell(scene, done);
  tellSplit(
    after,
    old,
    ids.map((id) => unitOf(after, id)),
    told,
  );
}

function carryOut(
  scene: Scene,
  kind: Reshaping['kind'],
  { units, day, places }: ToldReshaping,
  made: NewUnit[],
): UnitId[] {
  const { tx, now } = scene;
  const [first] = made;
  const [old] = units;
  if (!first || old === undefined) throw new Error('nothing to make');
  const ids =
    kind === 'merge' ? [mergeUnits(tx, units, first, day, now)] : splitUnit(tx, old, made, day, now, new Map(places));
  const codes = (all: readonly (Unit | undefined)[]) => all.flatMap((unit) => unit?.code ?? []);
  noteDeed(tx, {
    at: now,
    actor: scene.person.code,
    action: kind === 'merge' ? 'merge_units' : 'split_unit',
    subject: `unit:${unitOf(scene, old).code}`,
    detail: { units: codes(units.map((unit) => scene.tree.get(unit))), into: made.map(({ name }) => name), day },
  });
  return ids;
}

/** Whoever works at the old units learns where they are from the day on, and until when the old months may be sent. */
function tellPeople(
  scene: Scene,
  people: readonly Person[],
  { day }: ToldReshaping,
  { units, into }: { units: NonNullable<Line['args']>[string]; into: string },
): void {
  const until = { date: addDays(day, CLOSING_DAYS - 1) };
  for (const person of people) {
    if (person.id === scene.person.id) continue;
    const told = line('org-told-reshaped', { you: givenName(person.name), units, into, day: { date: day }, until });
    notify(scene, person, { lines: [told] }, { key: `reshaped:${person.id}:${day}:${scene.now}` });
  }
}
