/** Merging and splitting units: only administrators do it, on a date, with what follows said before. */
import type { Answers } from '../../conversations/form.ts';
import { dayRefused, saidOf } from '../../conversations/forms/organisation/fields.ts';
import { namesRefused } from '../../conversations/forms/organisation/new-names.ts';
import {
  type ReshapeFacts,
  type ReshapeKind,
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
import { absorbUnits, CLOSING_DAYS, mergeUnits, type NewUnit, splitUnit } from '../../db/reshape.ts';
import { addDays } from '../../domain/date.ts';
import type { Person } from '../../domain/person.ts';
import { existsOn, type Unit, type UnitId } from '../../domain/unit.ts';
import { type FormDesk, openForm } from '../forms.ts';
import { notify } from '../people/notice.ts';
import { allowed, givenName, offer, RUN, type Scene, setScene, tell, unitOf, unitsFor } from '../scene.ts';
import { dayNotPossible, monthTold, nameTaken, newUnits, reshapeFacts } from './reshape-facts.ts';
import { draftTold, tellSplit } from './split.ts';
import { undecidedCount } from './undecided.ts';

export const reshapeDesk: FormDesk<Reshaping, ReshapeFacts> = { form: reshapeUnits, facts: reshapeFacts, submit };

const peopleOf = (scene: Scene, units: readonly UnitId[]): Person[] => [
  ...new Map(
    units.flatMap((unit) => membersOf(scene.tx, unit, scene.today)).map(({ person }) => [person.id, person]),
  ).values(),
];

type ReshapeWish = OrganisationWish & { wish: ReshapeKind };

/** Opens the form with what the message said. */
export function startReshaping(scene: Scene, wish: ReshapeWish): void {
  if (unitsFor(scene, 'manage_units').length === 0) return tell(scene, line('org-units-not-allowed'));
  const facts = reshapeFacts(scene);
  const said = wish.wish !== 'split' ? wish.units : wish.unit === undefined ? [] : [wish.unit];
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
    { kind: wish.wish },
    {
      ...(said.length > 0 ? { units: laid.units, pending: laid.pending } : {}),
      ...intoSaid(wish, facts),
      ...(day === undefined || refused ? {} : { day }),
    },
  );
}

/** What the message said of where to: names of new units, or the unit there is. */
function intoSaid(wish: ReshapeWish, facts: ReshapeFacts): Record<string, string[] | number | string> {
  if (wish.wish === 'absorb') {
    const [only, ...others] = facts.units(wish.into);
    return only && others.length === 0 ? { heir: only.id } : { [saidOf('heir')]: wish.into };
  }
  const into = wish.wish === 'split' ? wish.into : wish.into === undefined ? [] : [wish.into];
  return into.length > 0 && namesRefused(wish.wish, into, facts) === undefined ? { into } : {};
}

/** Looked at once more: rights and units may have changed since the form was opened. */
function notPossible(scene: Scene, { units, into, heir, day }: ToldReshaping): Line | undefined {
  const all = [...units, ...(heir === undefined ? [] : [heir])].map((unit) => unitOf(scene, unit));
  if (all.some(({ id }) => !allowed(scene, 'manage_units', id))) return line('not-allowed');
  const gone = all.find((unit) => !existsOn(unit, scene.today));
  if (gone) return line('org-unit-gone', { unit: gone.name });
  const late = dayNotPossible(scene, units, day, heir);
  return late ?? into.map((name) => nameTaken(scene, name, units)).find((each) => each !== undefined);
}

function submit(scene: Scene, subject: Reshaping, answers: Answers): void {
  const told = reshapingTold(subject, answers, reshapeFacts(scene));
  const refused = notPossible(scene, told);
  if (refused) return tell(scene, refused);
  const { kind, heir } = told;
  const olds = told.units.map((unit) => unitOf(scene, unit));
  const people = peopleOf(scene, told.units);
  const hosts = heir === undefined ? [] : peopleOf(scene, [heir]);
  const ids = carryOut(scene, told, newUnits(scene, told));
  // The tree the scene holds is of before.
  const { house, tx, now, to, priority, person } = scene;
  const after = setScene({ house, tx, now, to, priority, person });
  const made = ids.map((id) => unitOf(after, id));
  const units = { each: olds.map(({ name }) => name), with: ', ' };
  const done = line(`org-units-${kind}-done`, {
    units,
    into: { each: made.map(({ name }) => name), with: ', ' },
    day: { date: told.day },
    codes: { each: made.map(({ code }) => code), with: ', ' },
  });
  const [old] = olds;
  if (kind !== 'split' || !old) {
    tell(scene, done);
    return tellPeople(after, people, hosts, told, { units, into: made[0]?.name ?? '' });
  }
  const left = undecidedCount(after);
  const choices = [[option(`${RUN}org-undecided:0`, 'undecided-choice-list', { n: left })]];
  if (left > 0) offer(scene, { lines: [done], choices });
  else tell(scene, done);
  tellSplit(after, old, made, told);
}

const DEEDS = { merge: 'merge_units', absorb: 'absorb_units', split: 'split_unit' } as const;

/** Does it; answers the units that come after the old ones. */
function carryOut(scene: Scene, told: ToldReshaping, made: NewUnit[]): UnitId[] {
  const { kind, units, day } = told;
  const [old] = units;
  if (old === undefined) throw new Error('nothing to reshape');
  const ids = written(scene, told, old, made);
  const { tx, now } = scene;
  const codes = (all: readonly (Unit | undefined)[]) => all.flatMap((unit) => unit?.code ?? []);
  const into = kind === 'absorb' ? codes(ids.map((id) => scene.tree.get(id))) : made.map(({ name }) => name);
  noteDeed(tx, {
    at: now,
    actor: scene.person.code,
    action: DEEDS[kind],
    subject: `unit:${unitOf(scene, old).code}`,
    detail: { units: codes(units.map((unit) => scene.tree.get(unit))), into, day },
  });
  return ids;
}

function written(
  { tx, now }: Scene,
  { kind, units, heir, day, places, under }: ToldReshaping,
  old: UnitId,
  made: NewUnit[],
): UnitId[] {
  if (kind === 'split') return splitUnit(tx, old, made, day, now, new Map(places), new Map(under));
  if (heir !== undefined) {
    absorbUnits(tx, units, heir, day, now);
    return [heir];
  }
  const [first] = made;
  if (!first) throw new Error('nothing to make');
  return [mergeUnits(tx, units, first, day, now)];
}

/**
 * Whoever works at the old units learns where they are from the day on, and until when the old months may be sent;
 * whoever works where they go learns who comes.
 */
function tellPeople(
  scene: Scene,
  people: readonly Person[],
  hosts: readonly Person[],
  { day, units }: ToldReshaping,
  args: { units: NonNullable<Line['args']>[string]; into: string },
): void {
  const until = { date: addDays(day, CLOSING_DAYS - 1) };
  const month = monthTold(scene, units, day, args.into);
  const moved = new Set(people.map(({ id }) => id));
  for (const person of [...people, ...hosts.filter(({ id }) => !moved.has(id))]) {
    if (person.id === scene.person.id) continue;
    const key = moved.has(person.id) ? 'org-told-reshaped' : 'absorb-told-heir';
    const told = line(key, { ...args, you: givenName(person.name), day: { date: day }, until });
    const draft = draftTold(
      scene,
      person.id,
      units.map((unit) => unitOf(scene, unit)),
    );
    notify(scene, person, { lines: [told, ...month, ...draft] }, { key: `reshaped:${person.id}:${day}:${scene.now}` });
  }
}
