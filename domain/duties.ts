/**
 * Which duties have come round for a unit between two days: from the directives in force, the month's reports, what
 * happened (an audit), and what was said of each. Pure: the archive is asked through `DutyRecords`.
 */
import type { Calendar } from './calendar.ts';
import { addDays, type IsoDate, yearOf } from './date.ts';
import { RUNGS } from './deadline.ts';
import type { Directive, Trigger } from './directive.ts';
import {
  type Duty,
  firstReminderBefore,
  lastReminderOf,
  MEND_RUNGS,
  MONTH_ESCALATION,
  MONTH_RUNGS,
  MONTHLY_REPORT,
} from './duty.ts';
import { hasEnded, livesToSee } from './heirs.ts';
import { mendBy, type ReturnedMonth } from './month-review.ts';
import {
  compileLead,
  dueDay,
  type Entry,
  isAsked,
  isLocalDue,
  type Owed,
  obligationsOf,
  standing,
} from './obligation.ts';
import { addMonths, coverage, dueOn, opensOn, type Period, periodAt, type Window } from './period.ts';
import { existsOn, REPORTING_KINDS, type Unit, type UnitId, type UnitTree } from './unit.ts';

/** What the archive knows of what was done; asked for one unit at a time. */
export interface DutyRecords {
  hasFiled(unit: UnitId, period: Period): boolean;
  /** True for a month never recorded that was sent after it was closed and waits for a coordinator's yes. */
  awaitsYes(unit: UnitId, period: Period): boolean;
  /** What was said of an obligation, in the order written, also for many units at once by whoever stands above. */
  entries(unit: UnitId, obligation: string, period: string, event: string): readonly Entry[];
  /** The days of a year on which something happened to a unit that an obligation begins with. */
  events(unit: UnitId, trigger: Trigger, obligation: string, year: number): readonly IsoDate[];
  /** The months of a unit that came back from a coordinator and wait to be mended. */
  returned(unit: UnitId): readonly ReturnedMonth[];
  /** True where what an audit found was put right, as the monthly reports say. */
  isCorrected(unit: UnitId, audit: IsoDate): boolean;
}

export interface DutyWorld {
  directives: readonly Directive[];
  tree: UnitTree;
  calendar: Calendar;
  window: Window;
  records: DutyRecords;
  /** The day the organisation began here: nobody is called late for months before it. */
  since?: IsoDate;
}

const MONTHLY_TITLE = { vi: 'Báo cáo tháng', en: 'Monthly report' };

/** The report of a month as a duty. */
export function monthDuty(unit: UnitId, period: Period, world: DutyWorld): Duty {
  return { unit, ...monthWork(period, world) };
}

/** A month that came back: owed again, with a day of its own. */
function mendDuty(unit: UnitId, { period, on, reasons }: ReturnedMonth, world: DutyWorld): Duty {
  const { opens: _, due, ...work } = monthWork(period, world);
  return { unit, ...work, due: mendBy(on, due, world.calendar), rungs: MEND_RUNGS, toMend: { on, reasons } };
}

const worksKnown = new WeakMap<Calendar, Map<string, Omit<Duty, 'unit'>>>();

/** What of a month's report is the same for every unit. */
function monthWork(period: Period, { window, calendar }: DutyWorld): Omit<Duty, 'unit'> {
  const works = worksKnown.get(calendar) ?? new Map<string, Omit<Duty, 'unit'>>();
  worksKnown.set(calendar, works);
  const known = works.get(`${window}/${period}`);
  if (known) return known;
  const work = {
    obligation: MONTHLY_REPORT,
    title: MONTHLY_TITLE,
    period,
    event: '',
    due: dueOn(period, window, calendar),
    isLocal: true,
    rungs: MONTH_RUNGS,
    escalation: MONTH_ESCALATION,
    opens: opensOn(period, window, calendar),
  };
  works.set(`${window}/${period}`, work);
  return work;
}

/** The same months are asked for thousands of units and people, one after the other. */
const monthsKnown = new WeakMap<Calendar, { asked: string; months: Period[] }>();

/** The months with a reminder between two days: those that open in it, are due in it, or are late in it. */
function monthsBetween(world: DutyWorld, from: IsoDate, to: IsoDate): Period[] {
  const asked = [world.window, world.since, from, to].join();
  const known = monthsKnown.get(world.calendar);
  if (known?.asked === asked) return known.months;
  const months = findMonths(world, from, to);
  monthsKnown.set(world.calendar, { asked, months });
  return months;
}

function findMonths({ window, calendar, since }: DutyWorld, from: IsoDate, to: IsoDate): Period[] {
  const found: Period[] = [];
  // The month that ends on `to` opens after it at the earliest, so the running one needs no look.
  for (let period = periodAt(to, window); ; period = addMonths(period, -1)) {
    const due = dueOn(period, window, calendar);
    if (lastReminderOf(due, calendar) < from || (since !== undefined && due < since)) return found.reverse();
    if (opensOn(period, window, calendar) <= to) found.push(period);
  }
}

/** The years whose duties by the calendar can bring a message between two days. */
export const yearsBetween = (from: IsoDate, to: IsoDate): number[] => {
  const [first, last] = [yearOf(addDays(from, -70)), yearOf(addDays(to, 70))];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
};

/** The duties of an obligation in a year: one, or one for each time the event happened. */
function dutiesOf(world: DutyWorld, unit: Unit, owed: Owed, year: number, lead: number): Duty[] {
  const { obligation } = owed;
  const { records, calendar } = world;
  const { trigger } = obligation;
  const events = trigger === undefined ? [''] : records.events(unit.id, trigger, obligation.id, year);
  return events.flatMap((event): Duty[] => {
    const now = standing(records.entries(unit.id, obligation.id, String(year), event));
    if (now.state !== 'open' && now.state !== 'returned') return [];
    if (trigger === 'internal_audit' && now.state === 'open' && records.isCorrected(unit.id, event)) return [];
    const occasion = { year, lead, ...(event === '' ? {} : { event }) };
    const due = dueDay(obligation, occasion, now, calendar);
    if (due === undefined || !isAsked(owed, year, now, due)) return [];
    return [
      {
        unit: unit.id,
        obligation: obligation.id,
        title: obligation.title,
        period: String(year),
        event,
        due,
        isLocal: isLocalDue(obligation, occasion, now, calendar),
        rungs: obligation.rungs ?? RUNGS,
        escalation: obligation.escalation,
        ...(obligation.report === undefined ? {} : { report: obligation.report }),
        ...(now.state === 'returned' ? { returned: now.reason ?? '' } : {}),
      },
    ];
  });
}

/**
 * The open duties of a unit under the directives in force on a day, for the years around it, whatever their dates; of
 * the year before those only what falls due in them: an audit late in December, a day moved by decision.
 */
export function directiveDuties(world: DutyWorld, unit: Unit, day: IsoDate, years: readonly number[]): Duty[] {
  const { directives, tree } = world;
  const [first = yearOf(day)] = years;
  const owed = obligationsOf(directives, unit, tree, day).filter(
    ({ obligation }) => obligation.recurrence !== 'continuous',
  );
  if (owed.length === 0) return [];
  const lead = compileLead(directives, unit, tree, day);
  const all = (year: number) => owed.flatMap((each) => dutiesOf(world, unit, each, year, lead));
  const overdue = owed
    // By the calendar alone nothing of a year falls due after it.
    .filter(({ obligation: { id, trigger } }) => trigger || world.records.entries(unit.id, id, `${first - 1}`, '')[0])
    .flatMap((each) => dutiesOf(world, unit, each, first - 1, lead))
    .filter(({ due }) => yearOf(due) >= first);
  return [...overdue, ...years.flatMap(all)];
}

/**
 * The months a unit owes: those that have a reminder between two days and were not sent, and those that came back. A
 * unit owes the months it lived to see the end of, also when it has ended since.
 */
export function monthDuties(world: DutyWorld, unit: Unit, from: IsoDate, to: IsoDate): Duty[] {
  if (!REPORTING_KINDS.includes(unit.kind)) return [];
  const { records, window, tree } = world;
  const unsent = monthsBetween(world, from, to)
    .filter((period) => !records.hasFiled(unit.id, period) && livesToSee(tree, unit, coverage(period, window).to))
    .map((period): Duty => {
      const duty = monthDuty(unit.id, period, world);
      return records.awaitsYes(unit.id, period) ? { ...duty, awaitsYes: true } : duty;
    });
  return [...unsent, ...records.returned(unit.id).map((month) => mendDuty(unit.id, month, world))];
}

/**
 * Days between two on which what is owed can change, because a directive or a unit begins or ends; the first day is one
 * of them.
 * @param valid the directives, the unit, and those it stands under
 */
export function turnsBetween(
  valid: readonly { validFrom?: IsoDate; validTo?: IsoDate }[],
  from: IsoDate,
  to: IsoDate,
): IsoDate[] {
  const turns = valid.flatMap(({ validFrom, validTo }) => [
    ...(validFrom === undefined ? [] : [validFrom]),
    ...(validTo === undefined ? [] : [addDays(validTo, 1)]),
  ]);
  return [...new Set([from, ...turns.filter((day) => day > from && day <= to)])].sort();
}

/**
 * Every open duty of a unit that is spoken of on a day; of next year's only those whose ladder may have begun. Of one
 * that has ended only the months it still owes.
 * @param since also months spoken of for the last time since then
 */
export function dutiesOn(world: DutyWorld, unit: Unit, day: IsoDate, since = day): Duty[] {
  if (hasEnded(unit, day)) return monthDuties(world, unit, since, day);
  if (!existsOn(unit, day)) return [];
  const asked = directiveDuties(world, unit, day, yearsBetween(day, day));
  const begun = asked.filter(({ period, due }) => Number(period) <= yearOf(day) || firstReminderBefore(due) <= day);
  return [...monthDuties(world, unit, since, day), ...begun];
}
