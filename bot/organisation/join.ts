/**
 * Somebody unknown asks to be let in: three short questions and the answer that a coordinator will decide. They learn
 * nothing of the organisation by asking, not even whether a unit of the name they typed exists.
 */
import { personName, roleSaid } from '../../conversations/forms/organisation/fields.ts';
import { noticePrivate } from '../../conversations/parse/privacy.ts';
import { type Line, line, type Option, option, type Say } from '../../conversations/say.ts';
import {
  beginRequest,
  dropRequest,
  type JoinRequest,
  keepTold,
  openRequestAt,
  REQUEST_LIFETIME_DAYS,
  requestById,
  sendRequest,
  type Told,
  tooManyRequests,
} from '../../db/join-requests.ts';
import type { Tx } from '../../db/open.ts';
import { enqueue } from '../../db/outbox.ts';
import { peopleWithRole } from '../../db/people.ts';
import { unitsByName, unitTree } from '../../db/units.ts';
import { dateAt, type Instant, type IsoDate } from '../../domain/date.ts';
import { codeIn } from '../../domain/enrolment-code.ts';
import type { Address, Inbound } from '../../domain/message.ts';
import type { Person, Role } from '../../domain/person.ts';
import { fold, normalise } from '../../domain/text.ts';
import { existsOn, type UnitId } from '../../domain/unit.ts';
import type { House } from '../house.ts';
import { coordinatorsOver } from '../people/coordinators.ts';
import { tellElsewhere } from '../people/notice.ts';
import { pen, render } from '../render.ts';
import { RUN } from '../scene.ts';
import { meant } from './reach.ts';

const WISHES =
  /^\/?(?:(?:em|toi|minh|cho em|cho toi) )?(?:xin |muon |xin phep )?(?:duoc )?(?:tham gia|dang ky|dang ki|gia nhap)(?: (?:tai khoan|su dung|moi))?(?: a| nhe)?$|^\/?join$|^\/?register$/;
const STOPS = /^(?:thoi|huy|huy bo|dung|khong|khong can|cancel|stop)$/;

const UNIT_MIN = 3;
/** Longest name of an office seen is 130 characters. */
const UNIT_MAX = 150;

/** Roles a stranger may wish for; coordinators are appointed by an administrator. */
const ROLES: readonly Role[] = ['staff', 'leader'];
const ROLE_CHOICE = 'join:';

interface Door {
  house: House;
  tx: Tx;
  now: Instant;
  to: Address;
}

/** True for words that begin a request. */
export const wishesToJoin = (text: string): boolean => WISHES.test(fold(text).replace(/[\s.!?]+$/, ''));

/** Takes what a stranger said as part of a request; answers false where it is none. */
export function receiveRequest(house: House, tx: Tx, { address, said }: Inbound, now: Instant): boolean {
  const door: Door = { house, tx, now, to: address };
  const open = openRequestAt(tx, address, now);
  const text = said.kind === 'text' ? said.text : '';
  const tapped = said.kind === 'choice' ? said.id : '';
  // Whoever has a code needs no request; a name has no digits in it.
  if (codeIn(text) !== undefined && /\d/.test(text)) return false;
  if (open?.verdict === 'composing') return goOn(door, open, text, tapped);
  if (!wishesToJoin(text)) return false;
  if (open) say(door, [line('join-waiting', { days: REQUEST_LIFETIME_DAYS })]);
  else if (tooManyRequests(tx, address, now)) say(door, [line('join-too-many')]);
  else {
    beginRequest(tx, address, now);
    say(door, [line('join-begin'), line('join-ask-name')]);
  }
  return true;
}

function goOn(door: Door, request: JoinRequest, text: string, tapped: string): boolean {
  const { tx } = door;
  if (STOPS.test(fold(text).trim())) {
    dropRequest(tx, request.id);
    say(door, [line('join-dropped')]);
    return true;
  }
  const matter = text === '' ? undefined : noticePrivate(text);
  const told = matter ? undefined : answered(request, text, tapped);
  if (!told) {
    const why = matter ? line(`private-${matter}`) : line('join-not-understood');
    ask(door, request, [why]);
    return true;
  }
  keepTold(tx, request.id, told);
  const { name, unitSaid, role } = told;
  if (name === undefined || unitSaid === undefined || role === undefined) ask(door, told, []);
  else send(door, request.id, { name, unitSaid, role });
  return true;
}

/** What was told, with this answer to the question at hand; undefined where it is none. */
function answered({ name, unitSaid }: Told, text: string, tapped: string): Told | undefined {
  if (name === undefined) {
    const found = personName(text);
    return found === undefined ? undefined : { name: found };
  }
  if (unitSaid === undefined) {
    const found = normalise(text).replace(/\s+/g, ' ').trim();
    return found.length < UNIT_MIN || found.length > UNIT_MAX ? undefined : { name, unitSaid: found };
  }
  const wish = tapped.startsWith(ROLE_CHOICE) ? tapped.slice(ROLE_CHOICE.length) : numbered(text);
  const role = ROLES.find((each) => each === wish);
  return role === undefined ? undefined : { name, unitSaid, role };
}

/** A stranger has no session that remembers choices: their numbers are read here. */
const numbered = (text: string): Role | undefined => {
  const at = /^\s*([12])[\s.)]*$/.exec(text)?.[1];
  return at === undefined ? roleSaid(text) : ROLES[Number(at) - 1];
};

function ask(door: Door, { name, unitSaid }: Told, before: Line[]): void {
  if (name === undefined) return say(door, [...before, line('join-ask-name')]);
  if (unitSaid === undefined) return say(door, [...before, line('join-ask-unit')]);
  const choices = ROLES.map((role) => [option(`${ROLE_CHOICE}${role}`, `role-${role}`)]);
  say(door, [...before, line('join-ask-role')], choices);
}

function send(door: Door, id: number, told: Required<Told>): void {
  const { tx, now } = door;
  const unit = unitMeant(tx, told.unitSaid, dateAt(now));
  sendRequest(tx, id, unit, now);
  const args = { name: told.name, unit: told.unitSaid, role: line(`role-${told.role}`) };
  say(door, [line('join-sent', { ...args, days: REQUEST_LIFETIME_DAYS })]);
  const request = requestById(tx, id, now);
  if (!request) return;
  for (const person of decidersOf(door, unit)) {
    tellElsewhere(door, person, requestSay(tx, request), { key: `join:${id}:${person.id}` });
  }
}

/** The one unit a name means; undefined where it means none or several. */
function unitMeant(tx: Tx, words: string, today: IsoDate): UnitId | undefined {
  const [only, ...others] = meant(
    unitsByName(tx, words).filter((unit) => existsOn(unit, today)),
    words,
  );
  return others.length === 0 ? only?.id : undefined;
}

/** Who decides: the coordinators over the unit, or the administrators where it is not known which is meant. */
export function decidersOf({ tx, now }: Pick<Door, 'tx' | 'now'>, unit: UnitId | undefined): Person[] {
  const today = dateAt(now);
  const tree = unitTree(tx);
  if (unit !== undefined) return coordinatorsOver({ tx, today, tree }, unit);
  const admins = peopleWithRole(tx, 'admin', today);
  if (admins.length > 0) return admins;
  // Where nobody administers, whoever coordinates at the top knows whom the words may mean.
  const tops = [...tree.values()].filter((each) => each.parent === undefined && existsOn(each, today));
  const found = tops.flatMap(({ id }) => coordinatorsOver({ tx, today, tree }, id));
  return [...new Map(found.map((each) => [each.id, each])).values()];
}

/** A request as whoever decides reads it, with the decisions to tap. */
export function requestSay(
  tx: Tx,
  { id, name = '', unitSaid = '', role = 'staff', unit, askedAt, address }: JoinRequest,
): Say {
  const known = unit === undefined ? undefined : unitTree(tx).get(unit);
  const run = (what: string): string => `${RUN}org-join:${id}:${what}`;
  const asked = line('join-asked', {
    name,
    unit: unitSaid,
    role: line(`role-${role}`),
    at: { time: askedAt },
    door: line(`door-${address.channel}`),
  });
  const choices: Option[][] = known
    ? ROLES.map((each) => [option(run(each), 'join-approve', { role: line(`role-${each}`), unit: known.name })])
    : [[option(run('pick'), 'join-pick-unit')]];
  return {
    lines: [asked, ...(known ? [] : [line('join-unit-unclear')])],
    choices: [...choices, [option(run('no'), 'join-refuse')]],
  };
}

/** Says something to a stranger: in Vietnamese, since nothing is known of them. */
export function say({ tx, now, to }: Omit<Door, 'house'>, lines: Line[], choices?: Option[][]): void {
  const message = render({ lines, ...(choices ? { choices, numbered: true } : {}) }, pen('vi', now).write);
  enqueue(tx, { to, priority: 0, message, at: now });
}
