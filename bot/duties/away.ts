/** "Đi vắng đến 20/8, chị Lan thay": somebody else gets the reminders meanwhile, and it ends by itself. */

import type { Answers } from '../../conversations/form.ts';
import { type Away, type AwayFacts, away, awayRefusal, coverTold, lastDay } from '../../conversations/forms/away.ts';
import { readAbsence } from '../../conversations/parse/absence.ts';
import { line } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { coverOf, endCover, recordCover } from '../../db/covers.ts';
import { personById, staffOf } from '../../db/people.ts';
import { addDays, type IsoDate } from '../../domain/date.ts';
import { dutiesOn } from '../../domain/duties.ts';
import { isValidOn, type Person } from '../../domain/person.ts';
import { type FormDesk, openForm } from '../forms.ts';
import { notify } from '../people/notice.ts';
import { givenName, type Scene, tell } from '../scene.ts';
import { answersFor } from './due-today.ts';
import { dutyWorld } from './duty-world.ts';
import { dutyName } from './reminder-words.ts';

/** Work named that falls into the days away. */
const DUE_NAMED_MAX = 3;

/** Colleagues offered to stand in. */
const COLLEAGUES_MAX = 6;

export const awayDesk: FormDesk<Away, AwayFacts> = { form: away, facts: factsOf, submit: leave };

const ownUnits = ({ memberships }: Person, day: IsoDate) =>
  memberships.filter((membership) => membership.role === 'staff' && isValidOn(membership, day)).map(({ unit }) => unit);

/** Who could stand in: staff of the same unit, so that nobody sees what is not theirs, and not away themselves. */
function colleaguesOf(scene: Scene, from = scene.today): AwayFacts['colleagues'] {
  const { tx, person, today } = scene;
  const all = ownUnits(person, today).flatMap((unit) => staffOf(tx, unit, today));
  const isAway = (id: number): boolean => (coverOf(tx, id, from)?.from ?? '9999') <= from;
  const others = new Map(
    all.filter(({ id }) => id !== person.id && !isAway(id)).map(({ id, name }) => [id, { id, name }]),
  );
  return [...others.values()].slice(0, COLLEAGUES_MAX);
}

function factsOf(scene: Scene, { from }: Away): AwayFacts {
  const { house, tx, person, today, tree } = scene;
  const units = answersFor(tx, person, tree, today);
  const world = dutyWorld(
    house,
    tx,
    today,
    units.map(({ id }) => id),
  );
  const duties = units.flatMap((unit) => dutiesOn(world, unit, today)).filter(({ awaitsYes }) => !awaitsYes);
  const soon = duties.filter(({ due }) => due >= from && due <= addDays(from, 31)).slice(0, DUE_NAMED_MAX);
  const each = soon.map((duty) =>
    line('away-due-item', { name: dutyName(duty, person.language), due: { day: duty.due } }),
  );
  const due = each.length > 0 ? [line('away-due', { items: { each, with: '; ' } })] : [];
  return { today, colleagues: colleaguesOf(scene, from), due };
}

/** Opens the form with what the message said. */
export function startAway(scene: Scene, text: string): void {
  if (ownUnits(scene.person, scene.today).length === 0) return tell(scene, line('away-not-staff'));
  const colleagues = colleaguesOf(scene);
  const { from, to, covers, namesCover } = readAbsence(text, scene.today, colleagues);
  const last = to ?? from;
  if (last < scene.today) return tell(scene, line('away-past', { date: { date: last } }));
  const refused = to === undefined ? undefined : awayRefusal(from, to);
  if (refused) tell(scene, refused);
  const [cover, other] = covers;
  const known = {
    ...(to === undefined || refused ? {} : { to }),
    ...(cover !== undefined && other === undefined ? { cover } : {}),
  };
  if (namesCover && covers.length === 0)
    tell(scene, line(colleagues.length > 0 ? 'away-unknown-name' : 'away-no-colleague'));
  openForm(scene, awayDesk, { from: from < scene.today ? scene.today : from }, known);
}

function leave(scene: Scene, { from }: Away, answers: Answers): void {
  const { tx, person, now, message } = scene;
  const to = lastDay(answers);
  const by = coverTold(answers);
  const mayCover = by !== undefined && colleaguesOf(scene, from).some(({ id }) => id === by);
  recordCover(tx, { person: person.id, from, to, ...(mayCover ? { by } : {}) }, now, message);
  const subject = `person:${person.code}`;
  noteDeed(tx, {
    at: now,
    actor: person.code,
    action: 'away',
    subject,
    detail: { from, to, ...(mayCover ? { by } : {}) },
  });
  const days = { from: { day: from }, to: { day: to } };
  const cover = mayCover ? personById(tx, by) : undefined;
  tell(scene, cover ? line('away-done', { ...days, name: cover.name }) : line('away-done-nobody', days));
  if (cover) {
    const told = line('away-told', { ...days, name: person.name, you: givenName(cover.name) });
    notify(scene, cover, { lines: [told] }, { key: `away:${person.id}:${from}:${to}:${now}` });
  }
}

/** Ends being away before its time, or takes back what was told of days to come. */
export function comeHome(scene: Scene): void {
  const { tx, person, now, today } = scene;
  const cover = coverOf(tx, person.id, today);
  const day = cover && cover.from > today ? cover.from : today;
  if (!cover || !endCover(tx, person.id, now, day)) return tell(scene, line('back-was-here'));
  const { from, to, by } = cover;
  const days = { from: { day: from }, to: { day: to } };
  noteDeed(tx, { at: now, actor: person.code, action: 'back', subject: `person:${person.code}`, detail: { from, to } });
  const isBack = from <= today;
  tell(scene, isBack ? line('back-done', { name: givenName(person.name) }) : line('back-cancelled', days));
  const standIn = by === undefined ? undefined : personById(tx, by);
  if (standIn) {
    const told = line('back-told', { ...days, name: person.name, you: givenName(standIn.name) });
    notify(scene, standIn, { lines: [told] }, { key: `back:${person.id}:${from}:${to}:${now}` });
  }
}
