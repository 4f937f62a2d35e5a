/**
 * "Khóa sổ": a coordinator closes a month, or all months of a quarter or a year, for a unit and all under it, or opens
 * them, after seeing what stands. A year is nothing but its twelve months, so each of them can be opened by itself
 * afterwards.
 */
import {
  type LockFacts,
  type LockSubject,
  lockLine,
  lockPeriod,
  type Stretch,
} from '../../conversations/forms/lock-period.ts';
import { type Line, line, type Say, type Value } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { openRequests } from '../../db/change-requests.ts';
import { locksOf, recordLock } from '../../db/locks.ts';
import { personById } from '../../db/people.ts';
import { openReturns } from '../../db/reviews.ts';
import type { ReviewState } from '../../domain/month-review.ts';
import { lastEnded, type Period, periodAt } from '../../domain/period.ts';
import { lockOver } from '../../domain/period-lock.ts';
import { isWithin, type Unit, type UnitId } from '../../domain/unit.ts';
import { refreshReminders } from '../duties/refresh-reminders.ts';
import type { FormDesk } from '../forms.ts';
import { monthRanges } from '../month/gaps.ts';
import { sourceOf } from '../month/record-month.ts';
import { allowed, type Scene, tell, unitOf, unitsFor } from '../scene.ts';
import { reportingIn } from '../status/reporting.ts';
import { awaitedWithin } from './awaiting.ts';
import { type LockedMonths, parseMonths, stretchOf } from './locked-months.ts';
import { planLocked } from './month-news.ts';
import { monthStates } from './month-state.ts';

/** Units named in the preview; the rest are counted. */
const NAMED_MAX = 10;

/** The units whose periods somebody closes: the topmost of each subtree they look after. */
export function topsFor(scene: Scene): Unit[] {
  const mine = unitsFor(scene, 'lock_period');
  const within = new Set(mine.map(({ id }) => id));
  return mine.filter(({ parent }) => parent === undefined || !within.has(parent));
}

/** What a subject is about. @throws {RangeError} on a name that none has: a defect of ours */
function meantBy({ period }: Pick<LockSubject, 'period'>): LockedMonths {
  const months = parseMonths(period);
  if (!months) throw new RangeError(`no months are named "${period}"`);
  return months;
}

/** The months a subject is about. */
const monthsOf = (subject: Pick<LockSubject, 'period'>): readonly Period[] => meantBy(subject).periods;

const stretchFor = (subject: Pick<LockSubject, 'period'>): Stretch => stretchOf(meantBy(subject));

/** The units under one whose own last word says otherwise: they get the new word too, or it would not reach them. */
function contrary(scene: Scene, { unit, period, locked }: LockSubject): UnitId[] {
  const last = new Map(locksOf(scene.tx, period).map((lock) => [lock.unit, lock.locked]));
  return [...last].flatMap(([at, said]) =>
    at !== unit && said !== locked && isWithin(scene.tree, at, unit) ? [at] : [],
  );
}

/** The months a subject would change: where another word holds for the unit, or for one under it. */
const monthsLeft = (scene: Scene, subject: LockSubject): Period[] =>
  monthsOf(subject).filter((period) => {
    const holds = lockOver(locksOf(scene.tx, period), subject.unit, scene.tree);
    return (holds?.locked ?? false) !== subject.locked || contrary(scene, { ...subject, period }).length > 0;
  });

/** Why there is nothing to close or open, or why it may not be done. */
function needless(scene: Scene, subject: LockSubject): Say | undefined {
  const { unit, locked } = subject;
  if (!allowed(scene, 'lock_period', unit)) return { lines: [line('not-allowed')] };
  const running = periodAt(scene.today, scene.house.window);
  if (locked && monthsOf(subject).some((month) => month > running)) return { lines: [futureLine(scene, subject)] };
  const left = monthsLeft(scene, subject);
  if (left.length === 0) return { lines: [alreadySo(scene, subject)] };
  // What a higher office has closed, a lower one does not open.
  const above = locked ? undefined : left.find((month) => isClosedAbove(scene, unit, month));
  if (above === undefined) return undefined;
  const holds = lockOver(locksOf(scene.tx, above), unit, scene.tree);
  const args = { unit: unitOf(scene, unit).name, period: { period: above } };
  return { lines: [line('unlock-above', { ...args, above: unitOf(scene, holds?.unit ?? unit).name })] };
}

/** That some of it is still to come. */
function futureLine(scene: Scene, subject: LockSubject): Line {
  const { period } = subject;
  const { kind } = meantBy(subject);
  if (kind === 'month') return line('period-future', { period: { period } });
  const month = { period: lastEnded(scene.today, scene.house.window) };
  if (kind === 'year') return line('lock-year-future', { year: period, month });
  return line('lock-span-future', { ...stretchFor(subject), month });
}

function isClosedAbove(scene: Scene, unit: UnitId, period: Period): boolean {
  const holds = lockOver(locksOf(scene.tx, period), unit, scene.tree);
  return holds?.locked === true && !allowed(scene, 'lock_period', holds.unit);
}

/** That it is so already, and of a month by whom. */
function alreadySo(scene: Scene, { unit, period, locked }: LockSubject): Line {
  const name = unitOf(scene, unit).name;
  const { kind } = meantBy({ period });
  if (kind === 'year') return line(locked ? 'lock-year-already' : 'unlock-year-needless', { unit: name, year: period });
  if (kind !== 'month')
    return line(locked ? 'lock-span-already' : 'unlock-span-needless', { unit: name, ...stretchFor({ period }) });
  const args = { unit: name, period: { period } };
  const holds = lockOver(locksOf(scene.tx, period), unit, scene.tree);
  if (!holds) return line('unlock-needless', args);
  const said = { ...args, by: personById(scene.tx, holds.by)?.name ?? '', at: { time: holds.at } };
  return line(locked ? 'lock-already' : 'unlock-already', said);
}

/** What stands in the period: how many have sent, who is missing, what is returned or waits. */
export function preview(scene: Scene, subject: LockSubject): Line[] {
  const { unit, period } = subject;
  const periods = monthsOf(subject);
  const months = owedStates(scene, unit, periods);
  const of = (...states: ReviewState[]) => months.filter(({ state }) => states.includes(state));
  const returned = [...new Set(of('returned').map((each) => each.unit))];
  const open = of('to_review', 'mended');
  const requests = openRequests(scene.tx).filter(
    (each) => [period, ...periods].includes(each.period) && isWithin(scene.tree, each.unit, unit),
  );
  const counted = { filed: months.length - of('unfiled').length, total: months.length };
  const several = periods.length > 1;
  return [
    line(several ? 'lock-year-filed' : 'lock-filed', counted),
    ...missingLine(several ? 'lock-year-missing' : 'lock-missing', months),
    ...(several ? [eachMonthLine(scene, subject, months)] : []),
    ...(returned.length > 0 ? [namedLine('lock-returned', namesOf(returned))] : []),
    ...(open.length > 0 ? [line('lock-open', { n: open.length })] : []),
    ...(requests.length > 0 ? [line('lock-requests', { n: requests.length })] : []),
  ];
}

type OwedState = ReturnType<typeof owedStates>[number];

/** Who has not sent, those apart who have and wait for a yes. */
function missingLine(key: 'lock-missing' | 'lock-year-missing', months: readonly OwedState[]): Line[] {
  const silence = new Map<Unit, boolean>();
  for (const { unit, state, isAwaited } of months) {
    if (state === 'unfiled') silence.set(unit, silence.get(unit) === true || !isAwaited);
  }
  const names = [...silence].map(([{ name: unit }, silent]) => (silent ? unit : line('awaits-yes-unit', { unit })));
  return names.length === 0 ? [] : [namedLine(key, names)];
}

/**
 * Of several months, what each would close: how many have not sent it, months of equal number together; those that are
 * closed already are said to be.
 */
function eachMonthLine(scene: Scene, subject: LockSubject, months: readonly OwedState[]): Line {
  const left = new Set(monthsLeft(scene, subject));
  const alike = new Map<number | 'closed', Period[]>();
  for (const period of monthsOf(subject)) {
    const n = months.filter((month) => month.period === period && isSilent(month)).length;
    const what = left.has(period) ? n : 'closed';
    alike.set(what, [...(alike.get(what) ?? []), period]);
  }
  const each = [...alike].map(([n, periods]): Line => {
    const args = { months: monthRanges(periods) };
    return n === 'closed' ? line('lock-month-closed', args) : line('lock-month-missing', { ...args, n });
  });
  return line('lock-months-missing', { months: { each, with: ' · ' } });
}

/** Whether a month is missing because nobody has sent it. */
const isSilent = ({ state, isAwaited }: OwedState): boolean => state === 'unfiled' && !isAwaited;

/** The states of some months of the units under one that lived to see the end of each. */
function owedStates(scene: Scene, top: UnitId, periods: readonly Period[]) {
  const unitsIn = reportingIn(scene, 'lock_period');
  const [first = ''] = periods;
  const isAwaited = awaitedWithin(scene, first);
  return periods.flatMap((period) =>
    monthStates(
      scene,
      unitsIn(period).filter(({ id }) => isWithin(scene.tree, id, top)),
      period,
    ).map((month) => ({ ...month, period, isAwaited: isAwaited(month.unit.id, period) })),
  );
}

const namesOf = (units: readonly Unit[]): Value[] => units.map(({ name }) => name);

function namedLine(key: 'lock-missing' | 'lock-year-missing' | 'lock-returned', names: readonly Value[]): Line {
  const each = names.slice(0, NAMED_MAX);
  const more = names.length - each.length;
  const named = { each, with: ', ' };
  return line(key, { n: names.length, units: more > 0 ? line('missing-more', { units: named, more }) : named });
}

/** Closing or opening a month, or several: those of a quarter, of a year, or as they are named. */
export const lockDesk: FormDesk<LockSubject, LockFacts> = {
  form: lockPeriod,
  facts(scene, subject) {
    const stop = needless(scene, subject);
    return {
      unitName: unitOf(scene, subject.unit).name,
      stretch: stretchFor(subject),
      preview: stop || !subject.locked ? [] : preview(scene, subject),
      ...(stop ? { needless: stop } : {}),
    };
  },
  submit(scene, subject) {
    const { unit: at, locked } = subject;
    const stop = needless(scene, subject);
    if (stop) return tell(scene, ...stop.lines);
    const unit = unitOf(scene, at);
    const locks = monthsLeft(scene, subject).map((month) => ({ period: month, from: record(scene, subject, month) }));
    const periods = locks.map(({ period }) => period);
    noteEach(scene, unit, locked, periods);
    tell(scene, lockLine('done', subject, stretchFor(subject), { unit: unit.name }));
    planLocked(scene, at, locks);
    if (locked) remindNoMore(scene, at, periods);
  },
};

/** One deed a month, whichever words named them, so that what was done to a month is found under its name. */
function noteEach(scene: Scene, unit: Unit, locked: boolean, periods: readonly Period[]): void {
  const missing = owedStates(scene, unit.id, periods).filter(isSilent);
  for (const period of periods) {
    const codes = missing.flatMap((month) => (month.period === period ? [month.unit.code] : []));
    noteDeed(scene.tx, {
      at: scene.now,
      actor: scene.person.code,
      action: locked ? 'lock_period' : 'unlock_period',
      subject: `unit:${unit.code}/${period}`,
      detail: locked ? { missing: codes } : {},
    });
  }
}

/** Writes down one month; answers the first row written. */
function record(scene: Scene, subject: LockSubject, period: Period): number {
  const { unit, locked } = subject;
  const others = contrary(scene, { ...subject, period });
  const first = recordLock(scene.tx, { unit, period, locked }, sourceOf(scene));
  for (const id of others) recordLock(scene.tx, { unit: id, period, locked }, sourceOf(scene));
  return first;
}

/** What was returned in a month now closed is mended by a request only: nobody is reminded of it any more. */
function remindNoMore(scene: Scene, top: UnitId, periods: readonly Period[]): void {
  const [first = ''] = periods;
  const units = new Set(
    openReturns(scene.tx, first).flatMap(({ unit, period }) =>
      periods.includes(period) && isWithin(scene.tree, unit, top) ? [unit] : [],
    ),
  );
  for (const id of units) refreshReminders(scene, unitOf(scene, id));
}
