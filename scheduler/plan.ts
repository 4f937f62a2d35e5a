/**
 * What time will ask for: directive × period × unit × calendar, turned into timers with natural keys. So far one
 * rule, the opening of each month: on the first working day of the reporting window every member of staff is asked
 * once for the month. Planning is a pure answer; only `planMonths` writes, and writing twice is writing once.
 */
import type { Tx } from '../db/open.ts';
import { plan, plannedKeys } from '../db/timers.ts';
import { existsOn } from '../db/units.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { Instant, IsoDate, TimeOfDay } from '../domain/date.ts';
import { addDays, instantOf, withOffset } from '../domain/date.ts';
import type { Period, Window } from '../domain/period.ts';
import { addMonths, dueOn, lastEnded, opensOn } from '../domain/period.ts';
import type { Person } from '../domain/person.ts';
import type { Unit, UnitId } from '../domain/unit.ts';
import { REPORTING_KINDS } from '../domain/unit.ts';

/** When the working day has begun everywhere (offices open at 7:00 or 7:30); inside the hours for pushed messages. */
export const MONTH_OPENS_AT: TimeOfDay = '08:00';

/**
 * How far ahead timers are written: further than two openings ever lie apart (38 days, when Tết takes the first days
 * of February), so that whoever looks for the next timer always finds one.
 */
export const HORIZON_DAYS = 45;

/** The kind of the timers that open a month; `speak` knows it by this name. */
export const MONTH_OPEN = 'month-open';

/** What a timer of kind MONTH_OPEN carries: the person's units are looked up when it speaks. */
export interface MonthOpenPayload {
  period: Period;
}

export interface ReminderItem {
  obligation: 'monthly_report';
  /** The last good day. */
  due: IsoDate;
  rung: 'open';
}

export interface PlannedReminder {
  at: Instant;
  person: Person;
  unit: Unit;
  period: Period;
  items: ReminderItem[];
}

export interface MonthPlan {
  units: Iterable<Unit>;
  /** Who files for a unit on a day. */
  staff: (unit: Unit, day: IsoDate) => readonly Person[];
  window: Window;
  calendar: Calendar;
  /** First and last day on which a month may open to be planned, both included. */
  from: IsoDate;
  to: IsoDate;
}

/** Every reminder for a month that opens between two days, one for each unit and member of staff, by time and unit. */
export function monthReminders(asked: MonthPlan): PlannedReminder[] {
  const reporting = [...asked.units].filter((unit) => REPORTING_KINDS.includes(unit.kind));
  const reminders: PlannedReminder[] = [];
  for (const { period, opens } of openings(asked)) {
    const at = instantOf(opens, MONTH_OPENS_AT);
    const due = dueOn(period, asked.window, asked.calendar);
    for (const unit of reporting) {
      if (!existsOn(unit, opens)) continue;
      for (const person of asked.staff(unit, opens)) {
        reminders.push({ at, person, unit, period, items: [{ obligation: 'monthly_report', due, rung: 'open' }] });
      }
    }
  }
  return reminders;
}

/** The periods that open between two days. An opening moves a few days at most, so the months around are enough. */
function openings({ window, calendar, from, to }: MonthPlan): { period: Period; opens: IsoDate }[] {
  const found: { period: Period; opens: IsoDate }[] = [];
  for (let period = addMonths(lastEnded(from, window), -1); ; period = addMonths(period, 1)) {
    const opens = opensOn(period, window, calendar);
    if (opens > to) return found;
    if (opens >= from) found.push({ period, opens });
  }
}

/**
 * The first day to plan from: today, or the day the current month opened while its report may still be given in time,
 * so that somebody enrolled during the window is asked as well.
 */
export function planFrom(today: IsoDate, window: Window, calendar: Calendar): IsoDate {
  const period = lastEnded(today, window);
  const opens = opensOn(period, window, calendar);
  return opens <= today && today <= dueOn(period, window, calendar) ? opens : today;
}

/** The last day to plan for. */
export const planTo = (today: IsoDate): IsoDate => addDays(today, HORIZON_DAYS);

/**
 * Writes the timers of the months that open between two days; answers how many were new. One for each person and
 * period, also for somebody with two units: one message per person per day.
 */
export function planMonths(tx: Tx, asked: MonthPlan): number {
  const known = new Map<Period, Set<string>>();
  let added = 0;
  for (const { at, person, period } of monthReminders(asked)) {
    const keys = known.get(period) ?? plannedKeys(tx, `${MONTH_OPEN}:${period}:`);
    known.set(period, keys);
    const key = `${MONTH_OPEN}:${period}:${person.id}`;
    if (keys.has(key)) continue;
    keys.add(key);
    const payload: MonthOpenPayload = { period };
    if (plan(tx, { key, kind: MONTH_OPEN, dueAt: at, personId: person.id, payload })) added += 1;
  }
  return added;
}

/** One line of `cli plan`. */
export interface PlanLine {
  /** With its offset: '2021-10-01T08:00:00+07:00'. */
  at: string;
  person: string;
  unit: string;
  items: ReminderItem[];
}

/** The reminders as the operator's door prints them, without units that have filed their month already. */
export function planLines(
  reminders: readonly PlannedReminder[],
  filed: (period: Period) => ReadonlySet<UnitId>,
): PlanLine[] {
  const filedIn = new Map<Period, ReadonlySet<UnitId>>();
  const hasFiled = ({ period, unit }: PlannedReminder): boolean => {
    const units = filedIn.get(period) ?? filed(period);
    filedIn.set(period, units);
    return units.has(unit.id);
  };
  return reminders
    .filter((reminder) => !hasFiled(reminder))
    .map(({ at, person, unit, items }) => ({ at: withOffset(at), person: person.code, unit: unit.code, items }));
}
