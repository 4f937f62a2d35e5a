/** "mời … làm cán bộ …": a role for somebody new, with the code they enrol with, or known; also whoever asked to be let in. */
import type { Answers } from '../../conversations/form.ts';
import {
  type AppointFacts,
  type Appointment,
  appoint,
  beginsOn,
  sameAs,
} from '../../conversations/forms/organisation/appoint.ts';
import { dayRefused, numberOf, personName, saidOf, textOf } from '../../conversations/forms/organisation/fields.ts';
import type { OrganisationWish } from '../../conversations/parse/organisation.ts';
import { type Line, line } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { requestById } from '../../db/join-requests.ts';
import { addPerson, givePost, membersOf, type Post } from '../../db/memberships.ts';
import { heldFrom, mayGrant, type Person, ROLES, type Role } from '../../domain/person.ts';
import { fold } from '../../domain/text.ts';
import { existsOn, type Unit, type UnitId } from '../../domain/unit.ts';
import { refreshReminders } from '../duties/refresh-reminders.ts';
import { type FormDesk, openForm } from '../forms.ts';
import { notify } from '../people/notice.ts';
import { givenName, type Scene, tell, unitOf, unitsFor } from '../scene.ts';
import { admitByForm, decidedSay, knownAs } from './admit.ts';
import { codeLines, codeOrWho } from './codes.ts';
import { findAnybody, findUnits, personOf } from './reach.ts';

export const appointDesk: FormDesk<Appointment, AppointFacts> = { form: appoint, facts: factsOf, submit };

function factsOf(scene: Scene, { request }: Appointment): AppointFacts {
  const { tx, tree, today, person } = scene;
  const asked = request === undefined ? undefined : requestById(tx, request, scene.now);
  const over = request === undefined ? undefined : asked ? decidedSay(scene, asked) : { lines: [line('join-gone')] };
  return {
    units: findUnits(scene, 'manage_people'),
    unitName: (unit) => unitOf(scene, unit).name,
    roles: (unit) => ROLES.filter((role) => mayGrant(person, role, unit, tree, today)),
    people: findAnybody(scene),
    holds: (id, unit, role) => hasRole(scene, personOf(scene, id), unit, role),
    known: (name, unit): Line[] => {
      if (request !== undefined && knownAs(scene, name, unit)) return [line('org-known-bound', { name })];
      const same = membersOf(tx, unit, today).some((member) => fold(member.person.name) === fold(name));
      return same ? [line('org-known-there', { name })] : [];
    },
    ...(over ? { over } : {}),
  };
}

/** Opens the form with what the message said; names that mean nothing are asked for again. */
export function startAppointment(scene: Scene, wish: OrganisationWish & { wish: 'invite' }): void {
  if (unitsFor(scene, 'manage_people').length === 0) return tell(scene, line('not-allowed'));
  const name = wish.name === undefined ? undefined : personName(wish.name);
  const units = wish.unit === undefined ? [] : findUnits(scene, 'manage_people')(wish.unit);
  const [unit, ...others] = units;
  if (wish.unit !== undefined && !unit) tell(scene, line('org-none-named', { name: wish.unit }));
  const role = unit && others.length === 0 && wish.role && refusedRole(scene, wish.role, unit.id);
  if (role) return tell(scene, role);
  const day = wish.date === undefined ? undefined : dayRefused(wish.date, scene.today);
  if (day) return tell(scene, day);
  openForm(
    scene,
    appointDesk,
    {},
    {
      ...(name !== undefined ? { name } : wish.name === undefined ? {} : { [saidOf('name')]: wish.name }),
      ...(unit === undefined ? {} : others.length === 0 ? { unit: unit.id } : { [saidOf('unit')]: wish.unit ?? '' }),
      ...(wish.role === undefined ? {} : { role: wish.role }),
      ...(wish.date === undefined ? {} : { day: wish.date }),
    },
  );
}

/** A role above one's own is refused at once, not silently asked for again. */
const refusedRole = ({ person, tree, today }: Scene, role: Role, unit: number): Line | undefined =>
  mayGrant(person, role, unit, tree, today) ? undefined : line('org-role-too-high', { role: line(`role-${role}`) });

function submit(scene: Scene, { request }: Appointment, answers: Answers): void {
  if (request !== undefined) return admitByForm(scene, request, answers);
  const { tx, person, tree, today, now } = scene;
  const unit = unitOf(scene, numberOf(answers.unit));
  const role = textOf(answers.role) as Role;
  if (!existsOn(unit, today) || !mayGrant(person, role, unit.id, tree, today)) {
    return tell(scene, line('not-allowed'));
  }
  const from = beginsOn(answers);
  const post: Post = { unit: unit.id, role, ...(from === undefined ? {} : { from }) };
  const same = sameAs(answers);
  if (same !== undefined) return giveRole(scene, personOf(scene, same), unit, post);
  const added = addPerson(tx, textOf(answers.name), unit.code, post, now);
  noteAppointment(scene, added, unit, post);
  const begins = from === undefined ? [] : [line('appoint-from', { day: { date: from } })];
  tell(
    scene,
    line('org-appointed', { name: added.name, role: line(`role-${role}`), unit: unit.name }),
    ...begins,
    ...codeLines(scene, added),
  );
}

function noteAppointment({ tx, now, person }: Scene, appointed: Person, unit: Unit, { role, from }: Post): void {
  noteDeed(tx, {
    at: now,
    actor: person.code,
    action: 'appoint',
    subject: `person:${appointed.code}`,
    detail: { unit: unit.code, role, ...(from === undefined ? {} : { from }) },
  });
}

/** Somebody known gets one more role, and is told; whoever is on no channel yet gets a code as well. */
function giveRole(scene: Scene, person: Person, unit: Unit, post: Post): void {
  const { tx, now, today } = scene;
  const { role, from = today } = post;
  if (hasRole(scene, person, unit.id, role)) return tell(scene, ...codeOrWho(scene, person));
  givePost(tx, person.id, { ...post, from }, now);
  noteAppointment(scene, person, unit, post);
  const args = { name: person.name, role: line(`role-${role}`), unit: unit.name, day: { date: from } };
  const told = line('appoint-told-same', { ...args, you: givenName(person.name) });
  const isReached = notify(scene, person, { lines: [told] }, { key: `role:${person.id}:${unit.id}:${role}:${now}` });
  const code = isReached ? [] : codeOrWho(scene, personOf(scene, person.id));
  tell(scene, line('appoint-same-done', args), ...code);
  refreshReminders(scene, unit);
}

const hasRole = ({ today }: Scene, person: Person, unit: UnitId, role: Role): boolean =>
  heldFrom(person, today).some((held) => held.unit === unit && held.role === role);
