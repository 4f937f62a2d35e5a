/**
 * An open month goes along with the work: what somebody has answered and not sent moves to their successor, set aside
 * until they take it up. What was sent stays said by whoever sent it.
 */
import { monthlyCheckIn } from '../../conversations/flows/monthly-check-in/flow.ts';
import { type Line, line, option, type Say } from '../../conversations/say.ts';
import type { Tx } from '../../db/open.ts';
import { personById } from '../../db/people.ts';
import { keepSession, type StoredSession, sessionOf } from '../../db/sessions.ts';
import { plan, type Timer, type TimerEnd } from '../../db/timers.ts';
import { unitTree } from '../../db/units.ts';
import { dateAt, type Instant, type IsoDate, instantOf } from '../../domain/date.ts';
import type { Period } from '../../domain/period.ts';
import { isValidOn, type Person, type PersonId } from '../../domain/person.ts';
import type { UnitId } from '../../domain/unit.ts';
import { isBegun, isReadable } from '../flows.ts';
import type { House } from '../house.ts';
import { tellElsewhere } from '../people/notice.ts';
import { NOTHING_OPEN, RUN } from '../scene.ts';

/** The kind of the timer that moves a draft on the day the work changes hands. */
export const HAND_OVER = 'hand-over';

/** When offices open everywhere; inside the hours for pushed messages. */
const MOVED_AT = '07:30';

interface Payload {
  from: PersonId;
  to: PersonId;
  units: UnitId[];
}

interface Room {
  house: House;
  tx: Tx;
  now: Instant;
}

/** Plans the move of a draft for a day to come. */
export function planHandOver(tx: Tx, { from, to, units }: Payload, day: IsoDate): void {
  const key = `${HAND_OVER}:${from}:${to}:${day}`;
  plan(tx, { key, kind: HAND_OVER, dueAt: instantOf(day, MOVED_AT), payload: { from, to, units } });
}

/** The day has come: the draft moves, if there still is one and the successor still holds the role. */
export function handOverDue(house: House, tx: Tx, timer: Timer, now: Instant): TimerEnd {
  const { from, to, units } = timer.payload as Payload;
  const successor = personById(tx, to);
  const room = { house, tx, now };
  const today = dateAt(now);
  const held = units.filter((unit) =>
    successor?.memberships.some(
      (membership) => membership.unit === unit && membership.role === 'staff' && isValidOn(membership, today),
    ),
  );
  const moved = successor && held.length > 0 ? moveDraft(room, from, successor, held) : undefined;
  if (!successor || !moved) return 'needless';
  tellElsewhere(room, successor, draftSay(moved), { key: timer.key });
  return 'fired';
}

/** What moves or would move: a month with answers in it. */
export interface Draft {
  unit: UnitId;
  period: Period;
  unitName: string;
}

/** The month with answers somebody has open for one of the units, wherever it stands in what they are doing. */
export function draftOf({ house, tx }: Pick<Room, 'house' | 'tx'>, person: PersonId, units: readonly UnitId[]) {
  const open = sessionOf(tx, person);
  const found = [open, open?.under].find((session) => session && draftIn(house, session, units));
  return found && described(tx, found);
}

function draftIn(house: House, session: StoredSession, units: readonly UnitId[]): boolean {
  if (session.flow !== monthlyCheckIn.name || !isReadable(house, session) || !isBegun(house, session)) return false;
  return units.includes(monthlyCheckIn.parse(session.state).unit);
}

function described(tx: Tx, { state }: StoredSession): Draft {
  const { unit, period } = monthlyCheckIn.parse(state);
  return { unit, period, unitName: unitTree(tx).get(unit)?.name ?? '' };
}

/**
 * Moves a draft; undefined where there is none, or the successor has begun that month already. In the middle of
 * something else they find it when that is done.
 */
export function moveDraft(room: Room, from: PersonId, successor: Person, units: readonly UnitId[]): Draft | undefined {
  const { house, tx, now } = room;
  const theirs = sessionOf(tx, from);
  const draft = [theirs, theirs?.under].find((session) => session && draftIn(house, session, units));
  const own = sessionOf(tx, successor.id) ?? NOTHING_OPEN;
  if (!theirs || !draft || own.under || draftIn(house, own, units)) return undefined;
  const { under: below, ...bare } = draft;
  const left = draft === theirs ? (below ?? NOTHING_OPEN) : withoutUnder(theirs);
  keepSession(tx, from, left, now);
  const aside: StoredSession = { ...bare, paused: true, offered: null };
  const busy = isReadable(house, own) && isBegun(house, own);
  keepSession(tx, successor.id, busy ? { ...own, under: aside } : aside, now);
  return described(tx, draft);
}

function withoutUnder({ flow, version, state, paused, offered }: StoredSession): StoredSession {
  return { flow, version, state, paused, offered };
}

export const draftLine = ({ period, unitName }: Draft): Line =>
  line('org-draft-moved', { period: { period }, unit: unitName });

const draftSay = (draft: Draft): Say => ({
  lines: [draftLine(draft)],
  choices: [[option(`${RUN}continue`, 'choice-continue')]],
});

/** A month a reminder has opened, with nothing answered yet, asks nobody who may not send it any more. */
export function closeUnbegun({ house, tx, now }: Room, person: PersonId, units: readonly UnitId[]): void {
  const open = sessionOf(tx, person);
  if (open?.flow !== monthlyCheckIn.name || !isReadable(house, open) || isBegun(house, open)) return;
  if (units.includes(monthlyCheckIn.parse(open.state).unit)) keepSession(tx, person, open.under ?? NOTHING_OPEN, now);
}
