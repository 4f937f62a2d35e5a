/** Letting somebody in who asked: bound to a new person, or to the one of the roster who is meant. */
import type { Answers } from '../../conversations/form.ts';
import { numberOf, textOf } from '../../conversations/forms/organisation/fields.ts';
import { line, type Say } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { decideRequest, type JoinRequest, requestById } from '../../db/join-requests.ts';
import { addPerson, membersOf } from '../../db/memberships.ts';
import { bind, identitiesOf, personAt, personById } from '../../db/people.ts';
import { holdsRole, mayGrant, type Person, type Role } from '../../domain/person.ts';
import { fold } from '../../domain/text.ts';
import { existsOn, type UnitId } from '../../domain/unit.ts';
import { welcome } from '../people/enrol.ts';
import { type Scene, setScene, speak, tell, unitOf } from '../scene.ts';

/** What to say of a request nobody can decide any more. */
export function decidedSay({ tx }: Scene, { verdict, decidedBy, decidedAt }: JoinRequest): Say | undefined {
  if (verdict === 'waiting') return undefined;
  const by = decidedBy === undefined ? undefined : personById(tx, decidedBy);
  if (!by || decidedAt === undefined) return { lines: [line('join-gone')] };
  return {
    lines: [
      line(verdict === 'approved' ? 'join-was-approved' : 'join-was-refused', {
        name: by.name,
        at: { time: decidedAt },
      }),
    ],
  };
}

/** Takes the form in which the unit of a request was chosen. */
export function admitByForm(scene: Scene, id: number, { name, unit, role }: Answers): void {
  const request = requestById(scene.tx, id, scene.now);
  const over = request ? decidedSay(scene, request) : { lines: [line('join-gone')] };
  if (!request || over) return void speak(scene, over ?? { lines: [line('join-gone')] });
  admit(scene, request, { name: textOf(name), unit: numberOf(unit), role: textOf(role) as Role });
}

export interface Admission {
  name: string;
  unit: UnitId;
  role: Role;
}

/** Lets somebody in; two who decide at once are told apart by the transaction. */
export function admit(scene: Scene, request: JoinRequest, { name, unit: unitId, role }: Admission): void {
  const { tx, now, today, tree, house } = scene;
  const unit = unitOf(scene, unitId);
  if (!existsOn(unit, today) || !mayGrant(scene.person, role, unitId, tree, today)) {
    return tell(scene, line('not-allowed'));
  }
  const there = personAt(tx, request.address);
  const isThere = there !== undefined && holdsRole(there, today);
  const known = isThere ? there : knownAs(scene, name, unitId);
  const person = known ?? addPerson(tx, name, unit.code, { unit: unitId, role }, now);
  decideRequest(tx, request.id, { verdict: 'approved', by: scene.person.id, person: person.id, unit: unitId }, now);
  if (isThere) return tell(scene, line('join-enrolled-already', { name: person.name }));
  bind(tx, person.id, request.address, now);
  noteDeed(tx, {
    at: now,
    actor: scene.person.code,
    action: 'admit',
    subject: `person:${person.code}`,
    detail: { unit: unit.code, role, channel: request.address.channel, ...(known ? { known: true } : {}) },
  });
  const admitted = { name: person.name, role: line(`role-${role}`), unit: unit.name };
  tell(scene, line(known ? 'join-admitted-known' : 'join-admitted', admitted));
  // Somebody who is nobody else's scene yet: the first words they hear as one of the house.
  const newcomer = personById(tx, person.id) ?? person;
  welcome(setScene({ house, tx, now, person: newcomer, to: request.address, priority: 0 }));
}

/** Somebody of that name in the roster of the unit who is on no channel yet: it is they who ask. */
export function knownAs(scene: Scene, name: string, unit: UnitId): Person | undefined {
  const same = membersOf(scene.tx, unit, scene.today)
    .map(({ person }) => person)
    .filter((person) => fold(person.name) === fold(name) && identitiesOf(scene.tx, person.id).length === 0);
  const [only, ...others] = [...new Map(same.map((person) => [person.id, person])).values()];
  const grants =
    only?.memberships.every(({ role, unit: at }) => mayGrant(scene.person, role, at, scene.tree, scene.today)) === true;
  return others.length === 0 && grants ? only : undefined;
}
