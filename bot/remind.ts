/** What is said because time passed: the opening of a month, to those who still owe it. */
import { line } from '../conversations/say.ts';
import { filingOf } from '../db/answers.ts';
import type { Tx } from '../db/open.ts';
import { identitiesOf, personById } from '../db/people.ts';
import type { Timer } from '../db/timers.ts';
import { existsOn } from '../db/units.ts';
import type { Instant } from '../domain/date.ts';
import type { Address } from '../domain/message.ts';
import { dueOn, type Period, periodMonth } from '../domain/period.ts';
import { REPORTING_KINDS } from '../domain/unit.ts';
import { startCheckIn } from './check-in.ts';
import { isBegun, type Talk, talkOf } from './flows.ts';
import type { House } from './house.ts';
import { givenName, openSession, type Scene, setScene, unitsFor } from './scene.ts';
import { closeUnreadable } from './unreadable.ts';

/**
 * Asks a person for a month that has just opened. Looked at again when it is said: whoever has filed, has left the
 * unit, or was never enrolled is not asked ('needless').
 * @param reaches whether a door serves an address; where the bot's account was replaced it does not, and the person's
 *   other door is used if they have one
 */
export function remindMonth(
  house: House,
  tx: Tx,
  timer: Timer,
  now: Instant,
  reaches: (to: Address) => boolean,
): 'fired' | 'needless' {
  const { period } = timer.payload as { period: Period };
  const person = timer.personId === undefined ? undefined : personById(tx, timer.personId);
  const open = person ? identitiesOf(tx, person.id).filter((identity) => identity.goneAt === undefined) : [];
  const door = open.find(({ address }) => reaches(address)) ?? open[0];
  if (!person || !door) return 'needless';
  const scene = setScene({ house, tx, now, person, to: door.address, priority: 1 });
  const owed = unitsFor(scene, 'file_month').filter(
    (unit) => REPORTING_KINDS.includes(unit.kind) && existsOn(unit, scene.today) && !filingOf(tx, unit.id, period),
  );
  const [unit] = owed;
  if (!unit) return 'needless';
  closeUnreadable(scene);
  const busy = openTalk(scene);
  if (busy) {
    const due = { day: dueOn(period, house.window, house.calendar) };
    const args = { name: givenName(person.name), period: { period }, unit: unit.name, due, month: periodMonth(period) };
    busy.begin([line('remind-open-draft', args)]);
    return 'fired';
  }
  const before = [line('remind-month', { name: givenName(person.name), period: { period } })];
  if (owed.length > 1) {
    const units = { each: owed.map(({ name }) => name), with: ', ' };
    before.push(line('remind-units', { count: owed.length, units }));
  }
  startCheckIn(scene, unit, period, { before });
  return 'fired';
}

/**
 * What somebody is in the middle of, with answers in it: the reminder says its words and shows that again, so that
 * the figures typed next are not taken for another month's.
 */
function openTalk(scene: Scene): Talk | undefined {
  const session = openSession(scene);
  return isBegun(scene.house, session) ? talkOf(scene, session) : undefined;
}
