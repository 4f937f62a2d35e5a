/**
 * A duty: one obligation of one unit that has come round, for a year, a month or an event, with the day it is due and
 * the days on which somebody is reminded of it. The monthly report is a duty like those of a directive, with dates of
 * our own. Pure: what was done is handed in.
 */
import { addWorkingDays, type Calendar } from './calendar.ts';
import { addDays, type IsoDate } from './date.ts';
import { ladder, RUNGS } from './deadline.ts';
import type { Escalation, Words } from './directive.ts';
import { hasEnded } from './heirs.ts';
import type { ReturnedMonth } from './month-review.ts';
import { owesReports, type Unit, type UnitId } from './unit.ts';

/** The name of the monthly report among the obligations. */
export const MONTHLY_REPORT = 'monthly_report';

export interface Duty {
  unit: UnitId;
  /** Id of the obligation, or MONTHLY_REPORT. */
  obligation: string;
  title: Words;
  /** 'YYYY-MM' of a monthly report, 'YYYY' otherwise. */
  period: string;
  /** The day of the event that started it; empty where the calendar did. */
  event: string;
  /** The last good day. */
  due: IsoDate;
  /** True where the day is the organisation's own: shown as "mốc nội bộ". */
  isLocal: boolean;
  /** Lead times of its reminders in working days. */
  rungs: readonly number[];
  escalation: Escalation;
  /** The day everybody is asked for it first; only a monthly report has one. */
  opens?: IsoDate;
  /** Done by sending the annual report the house compiles. */
  report?: 'annual';
  /** Why it was returned, where it was. */
  returned?: string;
  /** Of a month that was returned: since when, and what was said of each of its figures. */
  toMend?: Pick<ReturnedMonth, 'on' | 'reasons'>;
  /** It was sent into a month that is closed and waits for a coordinator's yes. */
  awaitsYes?: true;
}

/**
 * Which reminder a day brings: 'open' when it is asked for first, n > 0 so many working days ahead, n < 0 so many
 * working days late.
 */
export type Rung = 'open' | number;

export interface DutyReminder {
  date: IsoDate;
  rung: Rung;
}

/** A monthly report is asked for five working days before it is due, so its ladder is short. */
export const MONTH_RUNGS: readonly number[] = [3, 1];

/** Whoever returned a month has said so the same day; then it is spoken of before its last day, and daily after it. */
export const MEND_RUNGS: readonly number[] = [1];

/** The coordinator learns of a late month the next working day, the leader after a week. */
export const MONTH_ESCALATION: Escalation = { coordinatorAfter: 1, leaderAfter: 5 };

/** After six weeks of a message a day more of them change nothing: it stays in the lists of what is late. */
export const LATE_REMINDERS_MAX = 30;

/** The days before a last good day on which it is spoken of, by date; asked of the same day for thousands of units. */
function ladderOf(duty: Duty, calendar: Calendar): DutyReminder[] {
  const steps = ladder(duty.due, calendar, duty.rungs.length > 0 ? duty.rungs : RUNGS);
  return steps.map(({ rung, date }) => ({ rung, date }));
}

/**
 * Every reminder of a duty between two days, both included, in order; none before it is asked for first, and none while
 * it waits for a coordinator's yes: whoever owed it has done their part.
 */
export function remindersOf(duty: Duty, from: IsoDate, to: IsoDate, calendar: Calendar): DutyReminder[] {
  if (duty.awaitsYes) return [];
  const { opens, due, event, toMend } = duty;
  const first = opens ?? toMend?.on ?? event;
  const found: DutyReminder[] = opens !== undefined ? [{ date: opens, rung: 'open' }] : [];
  for (const step of ladderOf(duty, calendar)) {
    // What comes round by an event is not spoken of before the event; the opening and a return have their own words.
    if (first === '' || step.date > first) found.push(step);
  }
  if (to > due) found.push(...lateOf(due, from, to, calendar));
  return found.filter(({ date }) => date >= from && date <= to);
}

function lateOf(due: IsoDate, from: IsoDate, to: IsoDate, calendar: Calendar): DutyReminder[] {
  const found: DutyReminder[] = [];
  let date = due;
  for (let late = 1; late <= LATE_REMINDERS_MAX; late += 1) {
    date = addWorkingDays(calendar, date, 1);
    if (date > to) break;
    if (date >= from) found.push({ date, rung: -late });
  }
  return found;
}

/** The last day on which a duty still brings anybody a message. */
export const lastReminderOf = (due: IsoDate, calendar: Calendar): IsoDate =>
  addWorkingDays(calendar, due, LATE_REMINDERS_MAX);

/** Earlier than the first reminder of any duty due that day: thirty working days and the longest holidays. */
export const firstReminderBefore = (due: IsoDate): IsoDate => addDays(due, -70);

/**
 * When the coordinator and the leader are told that a duty is late. Of a month that was returned never: it was sent, and
 * it is the coordinator who waits for it and has it in the list of what is reviewed.
 */
export function escalationsOf(duty: Duty, calendar: Calendar): { to: 'coordinator' | 'leader'; date: IsoDate }[] {
  if (duty.toMend) return [];
  const { coordinatorAfter, leaderAfter } = duty.escalation;
  return [
    { to: 'coordinator', date: addWorkingDays(calendar, duty.due, coordinatorAfter) },
    { to: 'leader', date: addWorkingDays(calendar, duty.due, leaderAfter) },
  ];
}

/**
 * Whether those above are told when it is late: a monthly report only of units that owe one, and nothing of a unit that
 * has ended and left nobody behind, since nobody could do it.
 */
export const isTold = (
  { obligation }: Duty,
  unit: Pick<Unit, 'kind' | 'validTo'>,
  isStaffed: boolean,
  day: IsoDate,
): boolean => (isStaffed || !hasEnded(unit, day)) && (obligation !== MONTHLY_REPORT || owesReports(unit, isStaffed));

/** What tells one duty from another: 'DN-1.6b/2021/2021-09-17'. */
export const dutyKey = ({ obligation, period, event }: Pick<Duty, 'obligation' | 'period' | 'event'>): string =>
  [obligation, period, event].filter((part) => part !== '').join('/');
