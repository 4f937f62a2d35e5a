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
import { type Line, line, type Say } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { openRequests } from '../../db/change-requests.ts';
import { locksOf, recordLock } from '../../db/locks.ts';
import { personById } from '../../db/people.ts';
import { openReturns } from '../../db/reviews.ts';
import type { ReviewState } from '../../domain/month-review.ts';
import { lastEnded, type Period, periodAt } from '../../domain/period.ts';
import { lockOver } from '../../domain/period-lock.ts';
import { parseSpan, type Span } from '../../domain/span.ts';
import { isWithin, type Unit, type UnitId } from '../../domain/unit.ts';
import { refreshReminders } from '../duties/refresh-reminders.ts';
import type { FormDesk } from '../forms.ts';
import { sourceOf } from '../month/record-month.ts';
import { allowed, type Scene, tell, unitOf, unitsFor } from '../scene.ts';
import { reportingIn } from '../status/reporting.ts';
import { spanName } from '../status/status-lines.ts';
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

/** The stretch a subject is about. @throws {RangeError} on a name that none has: a defect of ours */
function spanOf({ period }: Pick<LockSubject, 'period'>): Span {
  const span = parseSpan(period);
  if (!span) throw new RangeError(`no months are named "${period}"`);
  return span;
}

/** The months a subject is about. */
const monthsOf = (subject: Pick<LockSubject, 'period'>): readonly Period[] => spanOf(subject).periods;

function stretchOf(subject: Pick<LockSubject, 'period'>): Stretch {
  const span = spanOf(subject);
  return { span: spanName(span), n: span.periods.length };
}

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
  const { kind } = spanOf(subject);
  if (kind === 'month') return line('period-future', { period: { period } });
  const month = { period: lastEnded(scene.today, scene.house.window) };
  if (kind === 'year') return line('lock-year-future', { year: period, month });
  return line('lock-span-future', { ...stretchOf(subject), month });
}

function isClosedAbove(scene: Scene, unit: UnitId, period: Period): boolean {
  const holds = lockOver(locksOf(scene.tx, period), unit, scene.tree);
  return holds?.locked === true && !allowed(scene, 'lock_period', holds.unit);
}

/** That it is so already, and of a month by whom. */
function alreadySo(scene: Scene, { unit, period, locked }: LockSubject): Line {
  const name = unitOf(scene, unit).name;
  const { kind } = spanOf({ period });
  if (kind === 'year') return line(locked ? 'lock-year-already' : 'unlock-year-needless', { unit: name, year: period });
  if (kind !== 'month')
    return line(locked ? 'lock-span-already' : 'unlock-span-needless', { unit: name, ...stretchOf({ period }) });
  const args = { unit: name, period: { period } };
  const holds = lockOver(locksOf(scene.tx, period), unit, scene.tree);
  if (!holds) return line('unlock-needless', args);
  const said = { ...args, by: personById(scene.tx, holds.by)?.name ?? '', at: { time: holds.at } };
  return line(locked ? 'lock-already' : 'unlock-already', said);
}

/** What stands in the period: how many have sent, who is missing, what is returned or waits. */
export function preview(scene: Scene, unit: UnitId, period: string): Line[] {
  const periods = monthsOf({ period });
  const months = owedStates(scene, unit, periods);
  const of = (...states: ReviewState[]) => months.filter(({ state }) => states.includes(state));
  const named = (...states: ReviewState[]) => [...new Set(of(...states).map((each) => each.unit))];
  const [missing, returned, open] = [named('unfiled'), named('returned'), of('to_review', 'mended')];
  const requests = openRequests(scene.tx).filter(
    (each) => [period, ...periods].includes(each.period) && isWithin(scene.tree, each.unit, unit),
  );
  const counted = { filed: months.length - of('unfiled').length, total: months.length };
  const several = periods.length > 1;
  return [
    line(several ? 'lock-year-filed' : 'lock-filed', counted),
    ...(missing.length > 0 ? [namedLine(several ? 'lock-year-missing' : 'lock-missing', missing)] : []),
    ...(returned.length > 0 ? [namedLine('lock-returned', returned)] : []),
    ...(open.length > 0 ? [line('lock-open', { n: open.length })] : []),
    ...(requests.length > 0 ? [line('lock-requests', { n: requests.length })] : []),
  ];
}

/** The states of some months of the units under one that lived to see the end of each. */
function owedStates(scene: Scene, top: UnitId, periods: readonly Period[]) {
  const unitsIn = reportingIn(scene, 'lock_period');
  return periods.flatMap((period) =>
    monthStates(
      scene,
      unitsIn(period).filter(({ id }) => isWithin(scene.tree, id, top)),
      period,
    ),
  );
}

function namedLine(key: 'lock-missing' | 'lock-year-missing' | 'lock-returned', units: readonly Unit[]): Line {
  const each = units.slice(0, NAMED_MAX).map(({ name }) => name);
  const more = units.length - each.length;
  const named = { each, with: ', ' };
  return line(key, { n: units.length, units: more > 0 ? line('missing-more', { units: named, more }) : named });
}

/** Closing or opening a month, or the months of a quarter or a year. */
export const lockDesk: FormDesk<LockSubject, LockFacts> = {
  form: lockPeriod,
  facts(scene, subject) {
    const stop = needless(scene, subject);
    return {
      unitName: unitOf(scene, subject.unit).name,
      stretch: stretchOf(subject),
      preview: stop || !subject.locked ? [] : preview(scene, subject.unit, subject.period),
      ...(stop ? { needless: stop } : {}),
    };
  },
  submit(scene, subject) {
    const { unit: at, period, locked } = subject;
    const stop = needless(scene, subject);
    if (stop) return tell(scene, ...stop.lines);
    const unit = unitOf(scene, at);
    const locks = monthsLeft(scene, subject).map((month) => ({ period: month, from: record(scene, subject, month) }));
    const missing = owedStates(
      scene,
      at,
      locks.map((each) => each.period),
    )
      .filter(({ state }) => state === 'unfiled')
      .map((month) => month.unit.code);
    noteDeed(scene.tx, {
      at: scene.now,
      actor: scene.person.code,
      action: locked ? 'lock_period' : 'unlock_period',
      subject: `unit:${unit.code}/${period}`,
      detail: locked ? { missing: [...new Set(missing)] } : {},
    });
    tell(scene, lockLine('done', subject, stretchOf(subject), { unit: unit.name }));
    planLocked(scene, at, locks);
    if (locked)
      remindNoMore(
        scene,
        at,
        locks.map((each) => each.period),
      );
  },
};

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
