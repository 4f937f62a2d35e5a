/**
 * One month of a practice commune, as its staff would have filed it: every figure of the month is there, the balances
 * hold, and what was carried over is what the month before left. Decided by the office and the month alone, so that
 * two runs a year apart agree on the months they share.
 */
import { addDays, type IsoDate, isoDate, weekday } from '../domain/date.ts';
import { type Figure, NIL, value } from '../domain/figure.ts';
import { type IndicatorName, indicatorsOf } from '../domain/indicator.ts';
import { addMonths, type Period, periodMonth, periodYear } from '../domain/period.ts';
import { between } from './chance.ts';
import type { Office } from './office.ts';

export type Figures = Partial<Record<IndicatorName, Figure>>;

/** Percent of the dossiers that came online, and how much more each later month of a year. */
const ONLINE_PERCENT = 45;
const ONLINE_GROWTH = 2;
/** People get things done before Tết and after the harvest: percent of the usual month, January first. */
const SEASON = [96, 78, 108, 104, 100, 97, 102, 105, 101, 106, 103, 99] as const;

/** Changes of procedures by month: amended, new, repealed. The total follows them. */
const CHANGES: Readonly<Record<number, readonly [number, number, number]>> = {
  4: [3, 1, 0],
  7: [5, 0, 1],
  11: [2, 2, 2],
};

const TRAINING_MONTH = 6;
const TRAINED = 2;

/** The figures of a month. */
export function figuresOfMonth(office: Office, period: Period): Figures {
  const figures: Figures = {};
  for (const name of indicatorsOf('month')) figures[name] = NIL;
  return { ...figures, ...dossiers(office, period), ...procedures(office, period), ...quality(office, period) };
}

/** What a month leaves to the next. */
const pendingAfter = (office: Office, period: Period): number => between(4, 13, office.unit, period, 'pending');

function dossiers(office: Office, period: Period): Figures {
  const month = periodMonth(period);
  const usual = Math.round((office.usual * (SEASON[month - 1] ?? 100)) / 100);
  const received = usual + between(-9, 9, office.unit, period, 'received');
  const online = Math.round((received * (ONLINE_PERCENT + ONLINE_GROWTH * month)) / 100);
  const carried = pendingAfter(office, addMonths(period, -1));
  const pending = pendingAfter(office, period);
  const resolved = carried + received - pending;
  const reason = office.late[month];
  const late = reason === undefined ? 0 : between(1, 3, office.unit, period, 'late');
  const onTime = between(14, 26, office.unit, period, 'on time');
  const counts: Partial<Record<IndicatorName, number>> = {
    carried_over: carried,
    received,
    received_online: online,
    received_direct: received - online,
    resolved,
    resolved_early: resolved - onTime - late,
    resolved_on_time: onTime,
    resolved_late: late,
    pending_total: pending,
    pending_in_time: pending,
    pending_overdue: 0,
  };
  const figures: Figures = {};
  for (const [name, count] of Object.entries(counts) as [IndicatorName, number][]) figures[name] = value(count);
  return reason === undefined ? figures : { ...figures, late_reason: value(reason) };
}

function procedures(office: Office, period: Period): Figures {
  const month = periodMonth(period);
  const [amended, added, repealed] = CHANGES[month] ?? [0, 0, 0];
  let total = office.procedures;
  for (const [changed, [, more, less]] of Object.entries(CHANGES)) if (Number(changed) <= month) total += more - less;
  return {
    procedures_total: value(total),
    procedures_amended: value(amended),
    procedures_new: value(added),
    procedures_repealed: value(repealed),
  };
}

function quality(office: Office, period: Period): Figures {
  const month = periodMonth(period);
  const { minor, recommendations, observations } = office.findings;
  const difficulty = office.difficulties[month];
  return {
    audit_done: value(month === office.auditMonth),
    ...(month === office.auditMonth && {
      audit_date: value(weekdayFrom(period, 16)),
      minor_nonconformities: value(minor),
      major_nonconformities: value(0),
      recommendations: value(recommendations),
      observations: value(observations),
    }),
    ...(month === office.auditMonth + 1 && {
      corrective_action_date: value(weekdayFrom(period, 10)),
      management_review_date: value(weekdayFrom(period, 13)),
    }),
    ...(month === TRAINING_MONTH && { training_attendees: value(TRAINED), training_courses_hosted: value(0) }),
    ...(difficulty !== undefined && { difficulties: value(difficulty) }),
  };
}

/** The first day from Monday to Friday on or after a day of a month. */
export function weekdayFrom(period: Period, day: number): IsoDate {
  const date = isoDate(periodYear(period), periodMonth(period), day) ?? `${period}-01`;
  const at = weekday(date);
  return at > 5 ? addDays(date, 8 - at) : date;
}
