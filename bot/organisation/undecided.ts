/** "Chưa phân công": people of split units who have not been placed, and placing them with two taps. */
import { type Line, line, type Option, option } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { placePerson, type SplitUnit, splitUnits, type Undecided, undecidedAt } from '../../db/undecided.ts';
import { mayGrant } from '../../domain/person.ts';
import type { Unit, UnitId } from '../../domain/unit.ts';
import { refreshReminders } from '../duties/refresh-reminders.ts';
import { notify } from '../people/notice.ts';
import { givenName, offer, RUN, type Scene, tell, unitOf, unitsFor } from '../scene.ts';
import { personOf } from './reach.ts';
import { draftTold, rolesLine } from './split.ts';

/** People named on one screen. */
const PAGE = 8;
/** Names told back of many placed at once. */
const NAMED_MAX = 12;

interface Waiting extends Undecided {
  split: SplitUnit;
}

/** Those whose every role the actor may take at the old unit and give at some part. */
function waiting(scene: Scene): Waiting[] {
  const splits = splitUnits(scene.tree, scene.today);
  const byUnit = new Map(splits.map((split) => [split.unit.id, split]));
  return undecidedAt(scene.tx, [...byUnit.keys()]).flatMap((each): Waiting[] => {
    const split = byUnit.get(each.unit);
    const waits = split && mayPlace(scene, each, split.unit.id) && partsFor(scene, each, split).length > 0;
    return waits ? [{ ...each, split }] : [];
  });
}

const mayPlace = ({ person, tree, today }: Scene, { roles }: Pick<Undecided, 'roles'>, unit: UnitId): boolean =>
  roles.every((role) => mayGrant(person, role, unit, tree, today));

const partsFor = (scene: Scene, who: Undecided, { parts }: SplitUnit): Unit[] =>
  parts.filter(({ id }) => mayPlace(scene, who, id));

/** How many people wait for this person to place them. */
export const undecidedCount = (scene: Scene): number => waiting(scene).length;

/** Answers "chưa phân công", a page at a time. */
export function sayUndecided(scene: Scene, page = 0): void {
  if (unitsFor(scene, 'manage_people').length === 0) return tell(scene, line('not-allowed'));
  const all = waiting(scene);
  if (all.length === 0) return tell(scene, line('undecided-none'));
  const from = Math.min(page * PAGE, Math.max(0, Math.ceil(all.length / PAGE) - 1) * PAGE);
  const some = all.slice(from, from + PAGE);
  const lines = some.map(({ name, roles, unit }, index) =>
    line('undecided-entry', { at: from + index + 1, name, roles: rolesLine(roles), unit: unitOf(scene, unit).name }),
  );
  const left = all.length - from - some.length;
  const choices: Option[][] = [
    ...some.map(({ person, unit, name }) => [
      option(`${RUN}org-place:${unit}:${person}`, 'undecided-choice', { name }),
    ]),
    ...(left > 0 ? [[option(`${RUN}org-undecided:${from / PAGE + 1}`, 'org-more', { n: left })]] : []),
    ...(from === 0 ? wholeUnits(scene, all) : []),
  ];
  offer(scene, { lines: [line('undecided-heading', { n: all.length }), ...lines], choices });
}

/** All of one unit at once, where there are several. */
function wholeUnits(scene: Scene, all: readonly Waiting[]): Option[][] {
  return [...new Set(all.map(({ unit }) => unit))].flatMap((unit): Option[][] => {
    const n = all.filter((each) => each.unit === unit).length;
    const label = { n, unit: unitOf(scene, unit).name };
    return n < 2 ? [] : [[option(`${RUN}org-place:${unit}:all`, 'undecided-choice-all', label)]];
  });
}

export const undecidedTapped = (scene: Scene, [page = '']: readonly string[]): boolean => {
  if (!/^\d{1,4}$/.test(page)) return false;
  sayUndecided(scene, Number(page));
  return true;
};

/** A tapped placing: 'run:org-place:<split unit>:<person|all>' asks where to, with ':<part>' behind it does it. */
export function placeTapped(scene: Scene, [unit = '', who = '', to]: readonly string[]): boolean {
  const people = waiting(scene).filter(
    (each) => each.unit === Number(unit) && (who === 'all' || each.person === Number(who)),
  );
  const [first] = people;
  if (!first) {
    tell(scene, line('undecided-gone'));
    return true;
  }
  const parts = first.split.parts.filter((part) => people.every((each) => mayPlace(scene, each, part.id)));
  if (to === undefined) ask(scene, people, parts, `${RUN}org-place:${unit}:${who}`);
  else {
    const part = parts.find(({ id }) => id === Number(to));
    if (!part) return false;
    place(scene, people, first.split, part);
  }
  return true;
}

function ask(scene: Scene, people: readonly Waiting[], parts: readonly Unit[], run: string): void {
  const [only] = people;
  if (!only) return;
  const day = { date: only.split.day };
  const asked =
    people.length === 1
      ? line('undecided-ask', { name: only.name, roles: rolesLine(only.roles), day })
      : line('undecided-ask-all', { n: people.length, unit: only.split.unit.name, day });
  const choices = parts.map(({ id, name }): Option[] => [option(`${run}:${id}`, 'split-to', { unit: name })]);
  offer(scene, { lines: [asked], choices });
}

function place(scene: Scene, people: readonly Waiting[], split: SplitUnit, part: Unit): void {
  const { tx, now, person: actor } = scene;
  for (const { person: id, roles } of people) {
    placePerson(tx, id, split, part, now);
    const person = personOf(scene, id);
    noteDeed(tx, {
      at: now,
      actor: actor.code,
      action: 'place_person',
      subject: `person:${person.code}`,
      detail: { roles, from: split.unit.code, to: part.code, day: split.day },
    });
    const told = line('told-placed', { you: givenName(person.name), day: { date: split.day }, into: part.name });
    if (id !== actor.id) {
      const lines = [told, ...draftTold(scene, id, [split.unit])];
      notify(scene, person, { lines }, { key: `placed:${id}:${part.id}:${now}` });
    }
  }
  tell(scene, placedLine(people, split, part));
  refreshReminders(scene, split.unit);
}

function placedLine(people: readonly Waiting[], { day }: SplitUnit, part: Unit): Line {
  const [only] = people;
  const args = { unit: part.name, day: { date: day } };
  if (only && people.length === 1) return line('undecided-placed', { ...args, name: only.name });
  const each = people.slice(0, NAMED_MAX).map(({ name }) => name);
  const names = people.length > NAMED_MAX ? [...each, '…'] : each;
  return line('undecided-placed-all', { ...args, n: people.length, names: { each: names, with: ', ' } });
}
