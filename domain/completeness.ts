/**
 * How complete and how timely reports are. A unit counts for a month only where it owed its report: it keeps a system
 * of its own, it existed when the month ended, and somebody filed for it where only staffed offices owe one. What was
 * sent counts within what was owed and what was in time within what was sent, so neither is ever above 100 %. The
 * first sending decides what was in time; a later correction does not.
 */
import { addDays, type Instant, type IsoDate, instantOf } from './date.ts';
import { coverage, type Period, type Window } from './period.ts';
import { existsOn, owesReports, type Unit, type UnitId } from './unit.ts';

/** The months one unit owes, in order. */
export interface Owing {
  unit: Unit;
  periods: readonly Period[];
}

/** Reports owed, sent of these, and sent in time of those: onTime ≤ sent ≤ owed. */
export interface Tally {
  owed: number;
  sent: number;
  onTime: number;
}

export const NOTHING_OWED: Tally = { owed: 0, sent: 0, onTime: 0 };

/** The day that decides who owes a month: its last one, or today while it runs. */
export function decisiveDay(period: Period, window: Window, today: IsoDate): IsoDate {
  const { to } = coverage(period, window);
  return to < today ? to : today;
}

/** What decides who owes what. */
export interface OwingRule {
  window: Window;
  today: IsoDate;
  /** Whether anybody filed for a unit on a day; asked only of kinds for which it matters. */
  isStaffed: (unit: UnitId, day: IsoDate) => boolean;
}

/** Who owes which of some months; units that owe none are left out. */
export function owingOf(units: readonly Unit[], periods: readonly Period[], rule: OwingRule): Owing[] {
  const days = periods.map((period) => ({ period, day: decisiveDay(period, rule.window, rule.today) }));
  return units.flatMap((unit): Owing[] => {
    const always = owesReports(unit, false);
    if (!always && !owesReports(unit, true)) return [];
    const owed = days.filter(({ day }) => existsOn(unit, day) && (always || rule.isStaffed(unit.id, day)));
    return owed.length === 0 ? [] : [{ unit, periods: owed.map(({ period }) => period) }];
  });
}

/** The first moment that is too late for a report due on a day. */
export const endOfDay = (due: IsoDate): Instant => instantOf(addDays(due, 1), '00:00');

/** A month as it was first sent. */
export interface FirstSent {
  period: Period;
  firstFiledAt: Instant;
}

/**
 * One unit's months counted; what was sent without being owed counts nowhere, what was sent twice counts once, by its
 * first sending.
 * @param endOf the first moment too late for a month: asked for thousands of units, so whoever asks keeps it
 */
export function tallyOf(
  { periods }: Pick<Owing, 'periods'>,
  sent: readonly FirstSent[],
  endOf: (period: Period) => Instant,
): Tally {
  const tally = { owed: periods.length, sent: 0, onTime: 0 };
  for (const period of periods) {
    let first: Instant | undefined;
    for (const each of sent) {
      if (each.period === period && (first === undefined || each.firstFiledAt < first)) first = each.firstFiledAt;
    }
    if (first === undefined) continue;
    tally.sent += 1;
    if (first < endOf(period)) tally.onTime += 1;
  }
  return tally;
}

/** Several tallies as one. @throws {RangeError} where one counts more sent than owed, or in time than sent */
export function together(tallies: Iterable<Tally>): Tally {
  const sum = { ...NOTHING_OWED };
  for (const { owed, sent, onTime } of tallies) {
    if (!(0 <= onTime && onTime <= sent && sent <= owed)) {
      throw new RangeError(`a tally of ${onTime} in time, ${sent} sent, ${owed} owed`);
    }
    sum.owed += owed;
    sum.sent += sent;
    sum.onTime += onTime;
  }
  return sum;
}

export const isComplete = ({ owed, sent }: Tally): boolean => sent === owed;
