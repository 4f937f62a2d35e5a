/** "mời … làm cán bộ …": somebody new in the roster, and the code they enrol with; also whoever asked to be let in. */
import type { Answers } from '../../conversations/form.ts';
import { type AppointFacts, type Appointment, appoint } from '../../conversations/forms/organisation/appoint.ts';
import { numberOf, personName, saidOf, textOf } from '../../conversations/forms/organisation/fields.ts';
import type { OrganisationWish } from '../../conversations/parse/organisation.ts';
import { type Line, line } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { CODE_LIFETIME_DAYS, issueCode } from '../../db/enrolment.ts';
import { requestById } from '../../db/join-requests.ts';
import { addPerson, membersOf } from '../../db/memberships.ts';
import { mayGrant, mayIssueCode, type Person, ROLES, type Role } from '../../domain/person.ts';
import { fold } from '../../domain/text.ts';
import { existsOn } from '../../domain/unit.ts';
import { type FormDesk, openForm } from '../forms.ts';
import { offer, type Scene, tell, unitOf, unitsFor } from '../scene.ts';
import { admitByForm, decidedSay, knownAs } from './admit.ts';
import { findPeople, findUnits, personOf } from './reach.ts';

export const appointDesk: FormDesk<Appointment, AppointFacts> = { form: appoint, facts: factsOf, submit };

function factsOf(scene: Scene, { request }: Appointment): AppointFacts {
  const { tx, tree, today, person } = scene;
  const asked = request === undefined ? undefined : requestById(tx, request, scene.now);
  const over = request === undefined ? undefined : asked ? decidedSay(scene, asked) : { lines: [line('join-gone')] };
  return {
    units: findUnits(scene, 'manage_people'),
    unitName: (unit) => unitOf(scene, unit).name,
    roles: (unit) => ROLES.filter((role) => mayGrant(person, role, unit, tree, today)),
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
  openForm(
    scene,
    appointDesk,
    {},
    {
      ...(name === undefined ? {} : { name }),
      ...(unit === undefined ? {} : others.length === 0 ? { unit: unit.id } : { [saidOf('unit')]: wish.unit ?? '' }),
      ...(wish.role === undefined ? {} : { role: wish.role }),
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
  const added = addPerson(tx, textOf(answers.name), unit.code, { unit: unit.id, role }, now);
  noteDeed(tx, {
    at: now,
    actor: person.code,
    action: 'appoint',
    subject: `person:${added.code}`,
    detail: { unit: unit.code, role },
  });
  tell(
    scene,
    line('org-appointed', { name: added.name, role: line(`role-${role}`), unit: unit.name }),
    ...codeLines(scene, added),
  );
}

/** A new code for somebody, said once; the audit trail tells that there is one, not which. */
function codeLines(scene: Scene, person: Person): Line[] {
  const { tx, now, house } = scene;
  const code = issueCode(tx, person.id, now, house.random);
  noteDeed(tx, {
    at: now,
    actor: scene.person.code,
    action: 'issue_code',
    subject: `person:${person.code}`,
    detail: {},
  });
  return [line('org-code', { name: person.name, code, days: CODE_LIFETIME_DAYS }), line('org-code-how')];
}

/** "cấp mã <tên>": another code for somebody known. */
export function codeFor(scene: Scene, words: string): void {
  if (unitsFor(scene, 'issue_code').length === 0) return tell(scene, line('not-allowed'));
  const found = findPeople(scene)(words);
  const [only, ...others] = found;
  if (!only) return tell(scene, line('org-none-named-invite', { name: words }));
  if (others.length === 0) return giveCode(scene, personOf(scene, only.id));
  offer(scene, {
    lines: [line('org-several', { name: words, n: found.length })],
    choices: found
      .slice(0, OFFERED_MAX)
      .map((each) => [
        { id: `run:org-code:${each.id}`, label: line('org-named', { name: each.name, where: each.where }) },
      ]),
  });
}

const OFFERED_MAX = 8;

/** A code for one person, if the actor has a say over every role they hold. */
export function giveCode(scene: Scene, person: Person): void {
  if (!mayIssueCode(scene.person, person, scene.tree, scene.today)) {
    return tell(scene, line('org-code-not-allowed', { name: person.name }));
  }
  tell(scene, ...codeLines(scene, person));
}
