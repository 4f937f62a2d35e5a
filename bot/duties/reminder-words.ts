/** A day's reminder as words: what is due with what is missing, what happens next, and the way into each. */
import { type Line, line, type Option, option, type Value } from '../../conversations/say.ts';
import { filedPeriods } from '../../db/answers.ts';
import type { Tx } from '../../db/open.ts';
import { unitTree } from '../../db/units.ts';
import { workingDaysBetween } from '../../domain/calendar.ts';
import { type Instant, type IsoDate, timeAt, yearOf } from '../../domain/date.ts';
import { type Duty, MONTHLY_REPORT } from '../../domain/duty.ts';
import { dueFor, lineageOf } from '../../domain/lineage.ts';
import { coverage, lastEnded, type Period, periodsOfYear } from '../../domain/period.ts';
import type { House } from '../house.ts';
import { monthRanges } from '../month/gaps.ts';
import { monthsAwaited } from '../review/awaiting.ts';
import { RUN } from '../scene.ts';
import { auditToldOf } from './audit-told.ts';
import type { DueItem, LateItem } from './due-today.ts';
import { mendLine } from './mend-words.ts';

/** Items named in one message; what is over stays in "việc của tôi". */
const ITEMS_MAX = 8;
/** Items with a button of their own: more would push the words off a phone's screen. */
const BUTTONS_MAX = 3;
/** Units named for one thing that is late. */
const UNITS_NAMED_MAX = 5;
/** Within this many working days it is said what follows when the day passes. */
const WARNED_WITHIN = 3;

interface Day {
  house: House;
  tx: Tx;
  today: IsoDate;
  language: 'vi' | 'en';
}

/** What a duty is called: "Báo cáo tháng 10", "Sửa báo cáo tháng 10 bị trả lại", or the words of the directive with the year or the event. */
export function dutyName({ obligation, title, period, event, toMend }: Duty, language: 'vi' | 'en'): Line {
  if (toMend) return line('mend-duty', { period: { period } });
  if (obligation === MONTHLY_REPORT) return line('duty-month', { period: { period } });
  const words = title[language];
  return event === ''
    ? line('duty-year', { title: words, year: period })
    : line('duty-event', { title: words, on: { date: event } });
}

/** The numbered lines of a person's own work. */
export function itemLines(day: Day, items: readonly DueItem[]): Line[] {
  const several = new Set(items.map(({ unit }) => unit.id)).size > 1;
  const lines = items.slice(0, ITEMS_MAX).map((item, index): Line => {
    const name = dutyName(item.duty, day.language);
    const args = {
      n: String(index + 1),
      name: several ? line('duty-of-unit', { name, unit: item.unit.name }) : name,
      when: whenLine(day, item),
      due: { day: item.duty.due },
    };
    return line(
      item.duty.isLocal && item.duty.obligation !== MONTHLY_REPORT ? 'remind-item-local' : 'remind-item',
      args,
    );
  });
  const more = items.length - lines.length;
  return [
    ...lines.flatMap((said, index) => [said, ...missingLines(day, items[index])]),
    ...(more > 0 ? [line('remind-more', { more })] : []),
    ...warningLine(items),
  ];
}

function whenLine({ house, today }: Day, { duty }: DueItem): Line {
  const { due } = duty;
  if (today > due) return line('remind-late', { days: workingDaysBetween(house.calendar, due, today) });
  const days = workingDaysBetween(house.calendar, today, due);
  return days === 0 ? line('remind-today') : line('remind-left', { days });
}

/** What is still missing of it, where that can be told; why it came back, where it was returned. */
function missingLines({ house, tx, today }: Day, item: DueItem | undefined): Line[] {
  if (!item) return [];
  const { duty, unit } = item;
  if (duty.toMend) return [mendLine(duty.toMend)];
  const returned = duty.returned === undefined ? [] : [line('remind-returned', { reason: duty.returned })];
  if (duty.report !== 'annual') return [...returned, ...auditToldOf(house, tx, duty, today)];
  const ended = lastEnded(today, house.window);
  const tree = unitTree(tx);
  const family = [unit, ...lineageOf(tree, unit.id).merged];
  const isOwed = (period: Period): boolean => dueFor(tree, unit, coverage(period, house.window).to).length > 0;
  const filed = new Set(family.flatMap(({ id }) => [...filedPeriods(tx, id, Number(duty.period))]));
  const missing = periodsOfYear(Number(duty.period)).filter(
    (period) => period <= ended && !filed.has(period) && isOwed(period),
  );
  if (missing.length === 0) return returned;
  const months = monthsAwaited({ tx }, unit, missing) ?? monthRanges(missing);
  return [...returned, line('remind-missing-months', { months })];
}

/** Who learns of it when the nearest day passes: said beforehand, so that nobody is surprised. */
function warningLine(items: readonly DueItem[]): Line[] {
  const index = items.findIndex(
    ({ rung, escalates }) =>
      (rung === 'open' ? false : rung <= WARNED_WITHIN) && (escalates.coordinator ?? escalates.leader),
  );
  const { coordinator, leader } = items[index]?.escalates ?? {};
  const n = String(index + 1);
  if (coordinator) return [line('remind-tells-coordinator', { n, day: { day: coordinator } })];
  return leader ? [line('remind-tells-leader', { n, day: { day: leader } })] : [];
}

/** The way into each of the first items, and putting all of it off. */
export function itemChoices(items: readonly DueItem[], now: Instant): Option[][] {
  const ways = items.slice(0, BUTTONS_MAX).map(({ unit, duty }, index) => {
    const n = String(index + 1);
    if (duty.obligation === MONTHLY_REPORT) {
      const run = duty.toMend ? 'correct' : 'check-in';
      return option(`${RUN}${run}:${unit.id}:${duty.period}`, 'choice-do-item', { n });
    }
    const event = duty.event === '' ? '' : `:${duty.event}`;
    return option(`${RUN}done:${unit.id}:${duty.obligation}:${duty.period}${event}`, 'choice-done-item', { n });
  });
  const annual = items.slice(0, BUTTONS_MAX).find(({ duty }) => duty.report === 'annual');
  const report = annual
    ? [[option(`${RUN}report:${annual.unit.id}:${annual.duty.period}`, 'choice-report', { year: annual.duty.period })]]
    : [];
  return [ways, ...report, [snoozeOption(now)]];
}

/** After this a message in the afternoon would come when the day is over. */
const AFTERNOON_OFFERED_UNTIL = '13:00';

/** "Nhắc lại 14:00", or tomorrow morning once the afternoon has begun. */
const snoozeOption = (now: Instant): Option =>
  timeAt(now) < AFTERNOON_OFFERED_UNTIL
    ? option(`${RUN}snooze:1400`, 'choice-snooze-at', { at: '14:00' })
    : option(`${RUN}snooze:tomorrow`, 'choice-snooze-tomorrow');

/** What is late in the units under somebody, or waits for a yes, one line for each thing owed. */
export function lateLines({ language, today }: Pick<Day, 'language' | 'today'>, items: readonly LateItem[]): Line[] {
  const things = new Map<string, LateItem[]>();
  for (const item of items) {
    const key = `${item.duty.obligation}/${item.duty.period}`;
    things.set(key, [...(things.get(key) ?? []), item]);
  }
  return [...things.values()].flatMap((late): Line[] => {
    const [first] = late;
    if (!first) return [];
    const names = [...new Set(late.map(({ unit }) => unit.name))];
    const more = names.length - UNITS_NAMED_MAX;
    const each: Value = { each: names.slice(0, UNITS_NAMED_MAX), with: ', ' };
    const units = more > 0 ? line('missing-more', { units: each, more }) : each;
    const { duty } = first;
    const name =
      duty.event === ''
        ? dutyName(duty, language)
        : line('duty-year', { title: duty.title[language], year: duty.period });
    const key = duty.awaitsYes ? 'awaits-yes-late' : 'remind-late-item';
    return [line(key, { name, count: names.length, units, year: String(yearOf(today)) })];
  });
}

/** The way from what is late to who owes it. */
export function lateChoices(items: readonly LateItem[]): Option[][] {
  const month = items.find(({ duty }) => duty.obligation === MONTHLY_REPORT)?.duty.period;
  const year = items.find(({ duty }) => duty.obligation !== MONTHLY_REPORT)?.duty.period;
  return [
    [
      ...(month ? [option(`${RUN}missing::${month}`, 'choice-missing')] : []),
      ...(year ? [option(`${RUN}tracking:${year}`, 'choice-tracking', { year })] : []),
    ],
  ].filter((row) => row.length > 0);
}
