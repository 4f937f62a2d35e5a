/**
 * What is said because time passed: one message a person a day, with everything that is due in it. Looked at again
 * when it is said: whoever has done the work, has left the unit, is away or was never enrolled is not spoken to.
 */
import { type Line, line, type Option, option } from '../../conversations/say.ts';
import type { Tx } from '../../db/open.ts';
import { type Identity, identitiesOf, personById } from '../../db/people.ts';
import { isReminded, type RemindPayload, reminderKey, withdraw } from '../../db/reminder-rows.ts';
import { firstWaitingDay, type Timer, type TimerEnd } from '../../db/timers.ts';
import type { Instant, IsoDate } from '../../domain/date.ts';
import { MONTHLY_REPORT } from '../../domain/duty.ts';
import type { Address } from '../../domain/message.ts';
import { dueOn, periodMonth } from '../../domain/period.ts';
import type { Person } from '../../domain/person.ts';
import type { Unit } from '../../domain/unit.ts';
import { isBegun, type Talk, talkOf } from '../flows.ts';
import type { House } from '../house.ts';
import { startCheckIn } from '../month/check-in.ts';
import { allowed, givenName, keep, openSession, RUN, type Scene, setScene, speak } from '../scene.ts';
import { closeUnreadable } from '../unreadable.ts';
import { type DueItem, dueItems, type LateItem, lateItems } from './due-today.ts';
import { itemChoices, itemLines, lateChoices, lateLines } from './reminder-words.ts';

/**
 * Says what is due to the person of a timer.
 * @param reaches whether a door serves an address; where the bot's account was replaced it does not, and the person's
 *   other door is used if they have one
 */
export function remind(house: House, tx: Tx, timer: Timer, now: Instant, reaches: (to: Address) => boolean): TimerEnd {
  const person = timer.personId === undefined ? undefined : personById(tx, timer.personId);
  const door = person && doorOf(identitiesOf(tx, person.id), reaches);
  if (!person || !door) return 'needless';
  const scene = setScene({ house, tx, now, person, to: door.address, priority: 1 });
  if (isReminded(tx, scene.today, person.id)) return 'skipped';
  // Reminders of days on which we were down, and those that never left, are said with this one.
  const unsaid = withdraw(tx, [person.id], now).map(({ from }) => from);
  const { date } = timer.payload as RemindPayload;
  const [from = date] = [date, firstWaitingDay(tx, timer.kind, person.id, now) ?? date, ...unsaid].sort();
  return sayDue(scene, from) ? 'fired' : 'needless';
}

/** The door last used that some adapter serves; where none does, the one last used, to wait there. */
export function doorOf(identities: readonly Identity[], reaches: (to: Address) => boolean): Identity | undefined {
  const open = identities.filter((identity) => identity.goneAt === undefined);
  return open.find(({ address }) => reaches(address)) ?? open[0];
}

/** Says everything due since a day, as one message that can be taken back; answers false where nothing is. */
export function sayDue(scene: Scene, from: IsoDate): boolean {
  const { house, tx, person, today } = scene;
  const own = dueItems(house, tx, person, from, today);
  const isOwn = ({ id }: Unit) => own.some(({ unit }) => unit.id === id);
  const late = lateItems(house, tx, person, from, today).filter(({ unit }) => !isOwn(unit));
  if (own.length + late.length === 0) return false;
  closeUnreadable(scene);
  scene.key = reminderKey(tx, today, person.id, from);
  // Who stands in for somebody of another unit is told of its month and cannot fill it in.
  const opening = own.find(({ rung, unit }) => rung === 'open' && allowed(scene, 'file_month', unit.id));
  const busy = openTalk(scene);
  const isKept = isBegun(house, openSession(scene));
  if (busy) busy.begin(busyLines(scene, own, late));
  else if (opening && !isKept) startMonth(scene, opening, own, late);
  else list(scene, own, late, isKept ? [line('remind-draft-kept')] : []);
  return true;
}

/** Everything at once, with the way into each. */
function list(scene: Scene, own: readonly DueItem[], late: readonly LateItem[], more: readonly Line[]): void {
  const lines = [...helloLines(scene.person, own), ...ownLines(scene, own), ...more, ...underLines(scene, late)];
  const overdue = late.filter(({ duty }) => !duty.awaitsYes);
  const choices = [
    ...(own.length > 0 ? itemChoices(own, scene.now) : []),
    ...lateChoices(overdue),
    ...awaitedChoices(scene, late),
  ];
  const offered = speak(scene, { lines, ...(choices.length > 0 ? { choices, numbered: true } : {}) });
  keep(scene, { ...openSession(scene), offered });
}

const ownLines = ({ house, tx, today, person }: Scene, items: readonly DueItem[]): Line[] =>
  itemLines({ house, tx, today, language: person.language }, items);

function helloLines(person: Person, own: readonly DueItem[]): Line[] {
  const name = givenName(person.name);
  const units = new Set(own.map(({ unit }) => unit.name));
  const [unit] = units;
  if (unit === undefined) return [line('remind-hello-above', { name })];
  return [
    line('remind-hello', {
      name,
      count: own.length,
      unit: units.size === 1 ? unit : line('remind-units-count', { n: units.size }),
    }),
  ];
}

/** What is late in the units under somebody, and apart from it what only waits for a yes. */
function underLines(scene: Scene, late: readonly LateItem[]): Line[] {
  const saidOf = (items: readonly LateItem[]): Line[] =>
    lateLines({ language: scene.person.language, today: scene.today }, items);
  const overdue = saidOf(late.filter(({ duty }) => !duty.awaitsYes));
  const [first, ...more] = saidOf(late.filter(({ duty }) => duty.awaitsYes));
  return [
    ...(overdue.length > 0 ? [{ ...line('remind-late-heading'), apart: true }, ...overdue] : []),
    ...(first ? [{ ...first, apart: true }, ...more] : []),
  ];
}

/** The way to what waits for this person's yes. */
function awaitedChoices(scene: Scene, late: readonly LateItem[]): Option[][] {
  const first = late.find(({ unit, duty }) => duty.awaitsYes && allowed(scene, 'review_month', unit.id));
  if (!first) return [];
  const { period } = first.duty;
  return [[option(`${RUN}reviews:${period}`, 'review-choice-list', { period: { period } })]];
}

/** The month that opens is asked for at once; what else is due stands before the question. */
function startMonth(scene: Scene, opening: DueItem, own: readonly DueItem[], late: readonly LateItem[]): void {
  const { period } = opening.duty;
  const name = givenName(scene.person.name);
  const opened = own.filter(({ duty, rung }) => rung === 'open' && duty.period === period);
  const others = own.filter((item) => !opened.includes(item));
  const before = [line('remind-month', { name, period: { period } })];
  if (opened.length > 1) {
    before.push(
      line('remind-units', { count: opened.length, units: { each: opened.map(({ unit }) => unit.name), with: ', ' } }),
    );
  }
  if (others.length > 0) before.push(line('remind-besides'), ...ownLines(scene, others));
  startCheckIn(scene, opening.unit, period, { before: [...before, ...underLines(scene, late)] });
}

/** The reminder's words before the question that is open, so that what is typed next is not taken for another month's. */
function busyLines(scene: Scene, own: readonly DueItem[], late: readonly LateItem[]): Line[] {
  const { house } = scene;
  const opening = own.find(({ rung, duty }) => rung === 'open' && duty.obligation === MONTHLY_REPORT);
  const name = givenName(scene.person.name);
  if (opening && own.length + late.length === 1) {
    const { period } = opening.duty;
    const due = { day: dueOn(period, house.window, house.calendar) };
    return [
      line('remind-open-draft', { name, period: { period }, unit: opening.unit.name, due, month: periodMonth(period) }),
    ];
  }
  return [
    ...helloLines(scene.person, own),
    ...ownLines(scene, own),
    ...underLines(scene, late),
    line('remind-draft-below'),
  ];
}

/** What somebody is in the middle of, with answers in it; what they set aside is not opened again by us. */
function openTalk(scene: Scene): Talk | undefined {
  const session = openSession(scene);
  return !session.paused && isBegun(scene.house, session) ? talkOf(scene, session) : undefined;
}
