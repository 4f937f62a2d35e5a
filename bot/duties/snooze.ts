/** "Nhắc lại 14:00", "sáng mai": the reminder comes again at that time, never later than the last good day. */
import { readSnoozeTime, type SnoozeReading } from '../../conversations/parse/snooze-time.ts';
import { line } from '../../conversations/say.ts';
import type { Tx } from '../../db/open.ts';
import { identitiesOf, personById } from '../../db/people.ts';
import { withdraw } from '../../db/reminder-rows.ts';
import { plan, settleWaiting, type Timer, type TimerEnd } from '../../db/timers.ts';
import { nextPush, PUSH_HOURS } from '../../domain/calendar.ts';
import { addDays, dateAt, type Instant, type IsoDate, instantOf } from '../../domain/date.ts';
import type { Address } from '../../domain/message.ts';
import type { House } from '../house.ts';
import { keep, openSession, type Scene, setScene, tell } from '../scene.ts';
import { type DueItem, dueItems } from './due-today.ts';
import { doorOf, sayDue } from './remind.ts';

/** The kind of the timers that remind again; the loop's speaker knows it by this name. */
export const SNOOZE = 'snooze';

/** Further back than the first reminder of anything still owed: what is said again is everything that was said. */
const LOOK_BACK_DAYS = 120;

/** A moment further away than a year comes from no button of ours. */
const OFFERED_WITHIN_MS = 366 * 24 * 3_600_000;

/** On the last good day the latest hour at which something can still be done. */
const LAST_CALL = '15:30';

/** Sets what is open aside and promises to come back to it at the time a text names. */
export const snooze = (scene: Scene, text: string): void => putOff(scene, readSnoozeTime(text, scene.now));

/** The same for a moment that was offered, which may have passed since; answers false for one nobody was offered. */
export function snoozeAt(scene: Scene, at: Instant): boolean {
  const isOffered = Math.abs(at - scene.now) < OFFERED_WITHIN_MS;
  if (isOffered) putOff(scene, at > scene.now ? { at } : { past: at });
  return isOffered;
}

function putOff(scene: Scene, asked: SnoozeReading): void {
  const { house, tx, person, today, now } = scene;
  const session = openSession(scene);
  if (session.flow !== '') keep(scene, { ...session, paused: true });
  const items = dueItems(house, tx, person, addDays(today, -LOOK_BACK_DAYS), today);
  const [nearest] = items.filter(({ duty }) => duty.due >= today);
  if (items.length === 0) return tell(scene, line('later'));
  if ('past' in asked) return tell(scene, line('snooze-past', { at: { time: asked.past } }));
  const wanted = nextPush(house.calendar, PUSH_HOURS, asked.at);
  const at = nearest ? within(wanted, nearest.duty.due, now) : wanted;
  settleWaiting(tx, SNOOZE, person.id, now);
  plan(tx, { key: `${SNOOZE}:${person.id}:${at}`, kind: SNOOZE, dueAt: at, personId: person.id, payload: {} });
  const when = line(dateAt(at) === today ? 'snooze-today' : 'snooze-day', { at: { time: at } });
  const why = nearest === undefined || (at === wanted && dateAt(at) <= nearest.duty.due) ? [] : [whyLine(at, nearest)];
  tell(scene, line('snooze-promised', { when }), ...why);
}

/** Said where the day matters: it comes earlier than asked, or so late that the day is over by then. */
const whyLine = (at: Instant, { duty: { due } }: DueItem) =>
  line(dateAt(at) > due ? 'snooze-after-due' : 'snooze-before-due', { due: { day: due } });

/** No later than the afternoon of the last good day, while that is still ahead. */
function within(at: Instant, due: IsoDate, now: Instant): Instant {
  const last = instantOf(due, LAST_CALL);
  return last > now ? Math.min(at, last) : at;
}

/** Says again what is still due; nothing where all of it was done meanwhile. */
export function remindAgain(
  house: House,
  tx: Tx,
  timer: Timer,
  now: Instant,
  reaches: (to: Address) => boolean,
): TimerEnd {
  const person = timer.personId === undefined ? undefined : personById(tx, timer.personId);
  const door = person && doorOf(identitiesOf(tx, person.id), reaches);
  if (!person || !door) return 'needless';
  const scene = setScene({ house, tx, now, person, to: door.address, priority: 1 });
  // A reminder of the same moment that has not left yet would say part of this a second time.
  withdraw(tx, [person.id], now);
  return sayDue(scene, addDays(dateAt(now), -LOOK_BACK_DAYS)) ? 'fired' : 'needless';
}
