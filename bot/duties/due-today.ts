/** What somebody is to be reminded of on a day: looked up anew when it is said, so that what is done is not named. */
import { coveredBy, coverOf } from '../../db/covers.ts';
import type { Tx } from '../../db/open.ts';
import { isHeldAt, personById } from '../../db/people.ts';
import { responsible } from '../../db/responsible.ts';
import { unitTree } from '../../db/units.ts';
import { addDays, type IsoDate } from '../../domain/date.ts';
import { dutiesOn } from '../../domain/duties.ts';
import { type Duty, escalationsOf, isTold, type Rung, remindersOf } from '../../domain/duty.ts';
import { endedBefore } from '../../domain/heirs.ts';
import { isValidOn, type Person } from '../../domain/person.ts';
import { isWithin, type Unit, type UnitTree, upwards } from '../../domain/unit.ts';
import type { House } from '../house.ts';
import { dutyWorld } from './duty-world.ts';

export interface DueItem {
  unit: Unit;
  duty: Duty;
  rung: Rung;
  /** When the coordinator and the leader learn of it, where it is not done by then and somebody holds that role. */
  escalates: Partial<Record<'coordinator' | 'leader', IsoDate>>;
}

/** A duty of a unit under somebody's that is late. */
export interface LateItem {
  unit: Unit;
  duty: Duty;
}

/**
 * The units somebody answers for on a day: their own, those of whoever they stand in for, and the units that ended in
 * one of these and have nobody of their own left; none while away.
 */
export function answersFor(tx: Tx, person: Person, tree: UnitTree, today: IsoDate): Unit[] {
  const away = coverOf(tx, person.id, today);
  if (away && away.from <= today) return [];
  const people = [person, ...coveredBy(tx, person.id, today).flatMap((id) => personById(tx, id) ?? [])];
  const ids = people.flatMap(({ memberships }) =>
    memberships
      .filter((membership) => membership.role === 'staff' && isValidOn(membership, today))
      .map(({ unit }) => unit),
  );
  const own = [...new Set(ids)];
  const ended = own.flatMap((id) => endedBefore(tree, id, today)).filter(({ id }) => !isHeldAt(tx, 'staff', id, today));
  return [...new Set([...own, ...ended.map(({ id }) => id)])].flatMap((id) => tree.get(id) ?? []);
}

/**
 * What would have been said for the last time on a day on which we were down is said afterwards; the planner looks back
 * as far. Whoever asks further back wants what is said today.
 */
const STANDSTILL_MAX_DAYS = 46;

/**
 * The person's own work that has a reminder between two days, the nearest day first, each with its latest reminder.
 * @param from the first day whose reminders have not been said
 */
export function dueItems(house: House, tx: Tx, person: Person, from: IsoDate, today: IsoDate): DueItem[] {
  const tree = unitTree(tx);
  const units = answersFor(tx, person, tree, today);
  if (units.length === 0) return [];
  const ids = units.map(({ id }) => id);
  const world = dutyWorld(house, tx, today, ids);
  const since = from > addDays(today, -STANDSTILL_MAX_DAYS) ? from : today;
  const items = units.flatMap((unit) =>
    dutiesOn(world, unit, today, since).flatMap((duty): DueItem[] => {
      const unsaid = remindersOf(duty, from, today, world.calendar);
      // A month nobody was asked for yet is asked for, however near its last day.
      const opens = duty.due >= today ? unsaid.find((each) => each.rung === 'open') : undefined;
      const rung = (opens ?? unsaid.at(-1))?.rung;
      if (rung === undefined) return [];
      const coming = escalationsOf(duty, world.calendar).filter(
        ({ to, date }) => date > today && hasNearest(tx, to, unit, tree, date),
      );
      return [{ unit, duty, rung, escalates: Object.fromEntries(coming.map(({ to, date }) => [to, date])) }];
    }),
  );
  return items.sort((a, b) => (a.duty.due < b.duty.due ? -1 : a.duty.due > b.duty.due ? 1 : a.unit.id - b.unit.id));
}

/** Whether somebody holds a role at or above a unit. */
const hasNearest = (tx: Tx, role: 'coordinator' | 'leader', unit: Unit, tree: UnitTree, day: IsoDate): boolean =>
  upwards(unit, tree).some(({ id }) => isHeldAt(tx, role, id, day));

/** Work of the units a coordinator or leader stands nearest above, that they are to learn is late. */
export function lateItems(house: House, tx: Tx, person: Person, from: IsoDate, today: IsoDate): LateItem[] {
  const tops = person.memberships
    .filter(({ role }) => role === 'coordinator' || role === 'leader')
    .filter((membership) => isValidOn(membership, today))
    .map(({ unit }) => unit);
  if (tops.length === 0) return [];
  const tree = unitTree(tx);
  const under = [...tree.values()].filter(({ id }) => tops.some((top) => isWithin(tree, id, top)));
  const ids = under.map(({ id }) => id);
  const world = dutyWorld(house, tx, today, ids.length < tree.size ? ids : undefined);
  const who = responsible(tx, tree);
  const tells = (to: 'coordinator' | 'leader', unit: Unit, date: IsoDate): boolean =>
    date >= from && date <= today && who.nearest(to, unit, date).some(({ id }) => id === person.id);
  return under.flatMap((unit) =>
    dutiesOn(world, unit, today)
      .filter((duty) => duty.due < today && isTold(duty, unit, who.staff(unit, today).length > 0, today))
      .filter((duty) => escalationsOf(duty, world.calendar).some(({ to, date }) => tells(to, unit, date)))
      .map((duty) => ({ unit, duty })),
  );
}
