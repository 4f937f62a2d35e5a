/**
 * Keeps the timers up to date: all units four times an hour and whenever the roster, the calendar or a directive
 * changes; in between only the units about which something was said. A reminder planned for nothing is found needless
 * when it comes up, so planning may lag but never has to take anything back.
 */
import { changedUnits } from '../db/changed-units.ts';
import type { Archive, Tx } from '../db/open.ts';
import { REMIND_AT } from '../db/reminder-rows.ts';
import { responsible } from '../db/responsible.ts';
import { keepSetting, setting } from '../db/settings.ts';
import { plan } from '../db/timers.ts';
import { type Calendar, onOrAfter } from '../domain/calendar.ts';
import { addDays, dateAt, type Instant, type IsoDate, instantOf, yearOf } from '../domain/date.ts';
import type { DutyWorld } from '../domain/duties.ts';
import type { Unit, UnitId } from '../domain/unit.ts';
import { HORIZON_DAYS, planFrom, planReminders, planTimers, planTo } from './plan.ts';

/**
 * Planning reads every unit, its members and its records (half a second for a province), so not at each tick; often
 * enough that somebody imported in the morning of the opening day is asked the same morning.
 */
const PLAN_EVERY_MS = 15 * 60_000;

/** Units planned before others get their turn: some ten milliseconds. */
const PORTION = 100;

/** The last day for which being late was planned: after a longer standstill the days behind it are planned late. */
const PLANNED_THROUGH = 'reminders_planned_through';

/** The kind of the timer that asks for next year's calendar; `speak` knows it by this name. */
export const CALENDAR_WARNING = 'calendar-warning';

/** What is owed and was done, around a day; of some units, or of all. */
export type WorldAt = (day: IsoDate, units?: readonly UnitId[]) => DutyWorld;

export interface Planner {
  /** Plans what has to be; answers how many timers were new. */
  plan(now: Instant): Promise<number>;
}

export function makePlanner(archive: Pick<Archive, 'read' | 'write'>, worldAt: WorldAt): Planner {
  let whole: { at: Instant; world: DutyWorld } | undefined;
  let seen: Instant = 0;
  const isStale = (world: DutyWorld, now: Instant): boolean =>
    whole === undefined ||
    Math.abs(now - whole.at) >= PLAN_EVERY_MS ||
    whole.world.tree !== world.tree ||
    whole.world.directives !== world.directives ||
    whole.world.calendar !== world.calendar;

  /** The units to plan: undefined for all of them. */
  function unitsToPlan(now: Instant, today: IsoDate): UnitId[] | undefined {
    const bare = worldAt(today, []);
    return isStale(bare, now) ? undefined : changedUnits(archive.read, seen, bare.tree);
  }

  /** Plans one portion of units after another, so that a reply is never held up by a province. */
  async function planAll(world: DutyWorld, units: readonly Unit[], from: IsoDate, today: IsoDate): Promise<number> {
    const who = responsible(archive.read, world.tree);
    let added = 0;
    for (let at = 0; at < units.length; at += PORTION) {
      if (at > 0) await new Promise((resolve) => setImmediate(resolve));
      const portion = units.slice(at, at + PORTION);
      const found = planReminders({ world, units: portion, responsible: who, from, ...planTo(today) });
      added += archive.write((tx) => planTimers(tx, found));
    }
    return added;
  }

  return {
    async plan(now) {
      const today = dateAt(now);
      const some = unitsToPlan(now, today);
      if (some?.length === 0) return 0;
      const world = worldAt(today, some);
      const units = some?.flatMap((id) => world.tree.get(id) ?? []) ?? [...world.tree.values()];
      const from = earliest(planFrom(today, world), some ? undefined : setting(archive.read, PLANNED_THROUGH), today);
      // What is said from here on is looked at again at the next beat: nothing between two portions is missed.
      seen = now;
      const added = await planAll(world, units, from, today);
      if (some) return added;
      archive.write((tx) => {
        keepSetting(tx, PLANNED_THROUGH, planTo(today).lateTo);
        planCalendarWarning(tx, today, world.calendar);
      });
      whole = { at: now, world };
      return added;
    },
  };
}

/**
 * Next year's table of days off is due by December: on its first working day the admins are told if it is missing,
 * when also the January deadlines begin to be spoken of.
 */
function planCalendarWarning(tx: Tx, today: IsoDate, calendar: Calendar): void {
  const year = yearOf(today);
  const dueAt = instantOf(onOrAfter(calendar, `${year}-12-01`), REMIND_AT);
  plan(tx, { key: `${CALENDAR_WARNING}:${year + 1}`, kind: CALENDAR_WARNING, dueAt, payload: { year: year + 1 } });
}

/** Where we stood still for longer than was planned ahead, the days in between are planned too, within bounds. */
function earliest(from: IsoDate, through: IsoDate | undefined, today: IsoDate): IsoDate {
  if (through === undefined || through >= today) return from;
  const [next, bound] = [addDays(through, 1), addDays(today, -HORIZON_DAYS)];
  const behind = next > bound ? next : bound;
  return behind < from ? behind : from;
}
