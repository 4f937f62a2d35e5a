/** Deciding who is let in: a tap approves or refuses; where the unit is not clear it is asked for first. */
import { saidOf } from '../../conversations/forms/organisation/fields.ts';
import { type Line, line } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { decideRequest, type JoinRequest, requestById, waitingRequests } from '../../db/join-requests.ts';
import { mayGrant, type Role } from '../../domain/person.ts';
import { openForm } from '../forms.ts';
import { offer, type Scene, speak, tell, unitsFor } from '../scene.ts';
import { admit, decidedSay } from './admit.ts';
import { appointDesk } from './appoint.ts';
import { decidersOf, requestSay, say } from './join.ts';

const ROLES: readonly Role[] = ['staff', 'leader'];

/** A tapped decision: 'run:org-join:<request>:<staff|leader|no|pick|show>'. */
export function decideTapped(scene: Scene, [id = '', what = '']: readonly string[]): boolean {
  const request = requestById(scene.tx, Number(id), scene.now);
  if (!request) {
    tell(scene, line('join-gone'));
    return true;
  }
  const over = decidedSay(scene, request);
  const role = ROLES.find((each) => each === what);
  if (!mayDecide(scene, request)) tell(scene, line('not-allowed'));
  else if (over) speak(scene, over);
  else if (what === 'no') refuse(scene, request);
  else if (what === 'show') offer(scene, requestSay(scene.tx, request));
  else if (what === 'pick') pickUnit(scene, request);
  else if (role && request.unit !== undefined)
    admit(scene, request, { name: request.name ?? '', unit: request.unit, role });
  else return false;
  return true;
}

/** Whoever was asked decides, and whoever manages the people of the unit named. */
const mayDecide = (scene: Scene, { unit }: JoinRequest): boolean =>
  unit === undefined
    ? decidersOf(scene, unit).some(({ id }) => id === scene.person.id)
    : mayGrant(scene.person, 'staff', unit, scene.tree, scene.today);

function pickUnit(scene: Scene, { id, name, unitSaid, role }: JoinRequest): void {
  openForm(
    scene,
    appointDesk,
    { request: id },
    {
      ...(name === undefined ? {} : { name }),
      ...(role === undefined ? {} : { role }),
      ...(unitSaid === undefined || appointDesk.facts(scene, {}).units(unitSaid).length === 0
        ? {}
        : { [saidOf('unit')]: unitSaid }),
    },
  );
}

function refuse(scene: Scene, request: JoinRequest): void {
  const { tx, now, person } = scene;
  decideRequest(tx, request.id, { verdict: 'refused', by: person.id }, now);
  noteDeed(tx, { at: now, actor: person.code, action: 'refuse_join', subject: `request:${request.id}`, detail: {} });
  say({ tx, now, to: request.address }, [line('join-refused')]);
  tell(scene, line('join-refused-told', { name: request.name ?? '' }));
}

/** Requests shown in one answer. */
const SHOWN_MAX = 5;

/** "yêu cầu tham gia": what waits for this person's decision. */
export function sayRequests(scene: Scene): void {
  if (unitsFor(scene, 'manage_people').length === 0) return tell(scene, line('not-allowed'));
  const mine = waitingRequests(scene.tx, scene.now).filter((request) => mayDecide(scene, request));
  const [only] = mine;
  if (!only) return tell(scene, line('join-none'));
  if (mine.length === 1) return offer(scene, requestSay(scene.tx, only));
  const lines: Line[] = [line('join-list', { n: mine.length })];
  offer(scene, {
    lines,
    choices: mine.slice(0, SHOWN_MAX).map(({ id, name = '', unitSaid = '' }) => [
      {
        id: `run:org-join:${id}:show`,
        label: line('org-named', { name, where: line('org-posts', { posts: unitSaid }) }),
      },
    ]),
  });
}
