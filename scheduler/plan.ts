/**
 * What time will ask for: duty × calendar × who is responsible, as the reminders of each day. Everything of a person's
 * day is one message, so a timer stands for a person and a day; what is in the message is looked up when it is said.
 * Planning is a pure answer; only `planTimers` writes, and writing twice is writing once.
 */
import type { Tx } from '../db/open.ts';
import { REMIND, REMIND_AT, type RemindPayload } from '../db/reminder-rows.ts';
import { plan } from '../db/timers.ts';
import type { IsoDate } from '../domain/date.ts';
import { addDays, instantOf, withOffset } from '../domain/date.ts';
import { type DutyWorld, directiveDuties, monthDuties, turnsBetween, yearsBetween } from '../domain/duties.ts';
import { type Duty, type DutyReminder, escalationsOf, isTold, type Rung, remindersOf } from '../domain/duty.ts';
import { dueOn, lastEnded, opensOn } from '../domain/period.ts';
import type { Person } from '../domain/person.ts';
import { type Unit, upwards } from '../domain/unit.ts';

/**
 * How far ahead timers are written: further than two openings ever lie apart (38 days, when Tết takes the first days
 * of February), so that whoever looks for the next timer always finds one.
 */
export const HORIZON_DAYS = 45;

/** Being late is known only once it is; longer than any holiday, so that the next late day is always planned. */
const LATE_HORIZON_DAYS = 12;

export interface ReminderItem {
  duty: Duty;
  rung: Rung;
}

/** What somebody is reminded of on a day about one unit. */
export interface PlannedReminder {
  date: IsoDate;
  person: Person;
  unit: Unit;
  items: ReminderItem[];
}

/** A day on which a coordinator or leader learns that a duty is late. */
export interface PlannedEscalation {
  date: IsoDate;
  person: Person;
  duty: Duty;
}

/** Who is spoken to about a unit on a day. */
export interface Responsible {
  /** Those who answer for it, or whoever takes their place while they are away. */
  staff(unit: Unit, day: IsoDate): readonly Person[];
  /** Those with a role at the nearest unit at or above it. */
  nearest(role: 'coordinator' | 'leader', unit: Unit, day: IsoDate): readonly Person[];
}

export interface PlanAsked {
  world: DutyWorld;
  units: Iterable<Unit>;
  responsible: Responsible;
  /** First and last day to plan, both included. */
  from: IsoDate;
  to: IsoDate;
  /** The last day for which being late is planned; `to` where absent. */
  lateTo?: IsoDate;
}

export interface Reminders {
  reminders: PlannedReminder[];
  escalations: PlannedEscalation[];
}

/** Every reminder between two days, by day and unit, as if nothing more were done meanwhile. */
export function planReminders(asked: PlanAsked): Reminders {
  const { world, from, to } = asked;
  const found: Reminders = { reminders: [], escalations: [] };
  const dates = datesOf(asked);
  for (const unit of asked.units) {
    const turns = turnsBetween([...world.directives, ...upwards(unit, world.tree)], from, to);
    turns.forEach((start, index) => {
      const next = turns[index + 1];
      const end = next === undefined ? to : addDays(next, -1);
      const duties = [
        ...monthDuties(world, unit, start, end),
        ...directiveDuties(world, unit, start, yearsBetween(start, end)),
      ];
      if (duties.length > 0) collect(asked, found, unit, duties, dates, start, end);
    });
  }
  found.reminders.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.unit.id - b.unit.id));
  return found;
}

function collect(
  { responsible }: PlanAsked,
  found: Reminders,
  unit: Unit,
  duties: readonly Duty[],
  dates: Dates,
  start: IsoDate,
  end: IsoDate,
): void {
  const days = new Map<IsoDate, ReminderItem[]>();
  const inSegment = (date: IsoDate): boolean => date >= start && date <= end;
  for (const duty of duties) {
    const { reminders, escalations } = dates(duty);
    for (const { date, rung } of reminders) {
      if (!inSegment(date)) continue;
      const items = days.get(date);
      if (items) items.push({ duty, rung });
      else days.set(date, [{ duty, rung }]);
    }
    for (const { date, to } of escalations) {
      if (!inSegment(date)) continue;
      if (!isTold(duty, unit, responsible.staff(unit, date).length > 0, date)) continue;
      for (const person of responsible.nearest(to, unit, date)) found.escalations.push({ date, person, duty });
    }
  }
  for (const [date, items] of days) {
    for (const person of responsible.staff(unit, date)) found.reminders.push({ date, person, unit, items });
  }
}

type Dates = (duty: Duty) => { reminders: DutyReminder[]; escalations: ReturnType<typeof escalationsOf> };

/** The days a duty is spoken of: worked out once for all units that owe the same thing by the same day. */
function datesOf({ world, from, to, lateTo = to }: PlanAsked): Dates {
  const known = new Map<string, ReturnType<Dates>>();
  return (duty) => {
    const { due, event, opens = '', rungs, escalation, toMend, awaitsYes } = duty;
    const { coordinatorAfter, leaderAfter } = escalation;
    const key = [due, event, opens, toMend?.on, awaitsYes, rungs.join(), coordinatorAfter, leaderAfter].join('/');
    const kept = known.get(key);
    if (kept) return kept;
    const reminders = remindersOf(duty, from, to, world.calendar).filter(
      ({ rung, date }) => rung === 'open' || rung > 0 || date <= lateTo,
    );
    const escalations = escalationsOf(duty, world.calendar).filter(({ date }) => date >= from && date <= lateTo);
    const dates = { reminders, escalations };
    known.set(key, dates);
    return dates;
  };
}

/**
 * The first day to plan from: today, or the day the current month opened while its report may still be given in time,
 * so that somebody enrolled during the window is asked as well.
 */
export function planFrom(today: IsoDate, { window, calendar }: Pick<DutyWorld, 'window' | 'calendar'>): IsoDate {
  const period = lastEnded(today, window);
  const opens = opensOn(period, window, calendar);
  return opens <= today && today <= dueOn(period, window, calendar) ? opens : today;
}

/** The last day to plan for, and the last for which being late is. */
export const planTo = (today: IsoDate): { to: IsoDate; lateTo: IsoDate } => ({
  to: addDays(today, HORIZON_DAYS),
  lateTo: addDays(today, LATE_HORIZON_DAYS),
});

/** Writes the timers of the days on which somebody must be spoken to; answers how many were new. */
export function planTimers(tx: Tx, { reminders, escalations }: Reminders): number {
  const days = new Map<IsoDate, Set<number>>();
  for (const { date, person } of [...reminders, ...escalations]) {
    const people = days.get(date);
    if (people) people.add(person.id);
    else days.set(date, new Set([person.id]));
  }
  let added = 0;
  for (const [date, people] of days) {
    for (const personId of people) {
      const key = `${REMIND}:${date}:${personId}`;
      const payload: RemindPayload = { date };
      if (plan(tx, { key, kind: REMIND, dueAt: instantOf(date, REMIND_AT), personId, payload })) added += 1;
    }
  }
  return added;
}

/** One line of `cli plan`. */
export interface PlanLine {
  /** With its offset: '2021-10-01T08:00:00+07:00'. */
  at: string;
  person: string;
  unit: string;
  items: { obligation: string; due: IsoDate; rung: Rung }[];
}

/** The reminders as the operator's door prints them. */
export const planLines = (reminders: readonly PlannedReminder[]): PlanLine[] =>
  reminders.map(({ date, person, unit, items }) => ({
    at: withOffset(instantOf(date, REMIND_AT)),
    person: person.code,
    unit: unit.code,
    items: items.map(({ duty: { obligation, due }, rung }) => ({ obligation, due, rung })),
  }));
