/** "Khóa sổ": a coordinator closes a month for a unit and all under it, or opens it, after seeing what stands. */
import { type LockFacts, type LockSubject, lockPeriod } from '../../conversations/forms/lock-period.ts';
import { type Line, line, type Say } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { openRequests } from '../../db/change-requests.ts';
import { locksOf, recordLock } from '../../db/locks.ts';
import { personById } from '../../db/people.ts';
import type { ReviewState } from '../../domain/month-review.ts';
import { type Period, periodAt } from '../../domain/period.ts';
import { lockOver } from '../../domain/period-lock.ts';
import { isWithin, type Unit, type UnitId } from '../../domain/unit.ts';
import type { FormDesk } from '../forms.ts';
import { sourceOf } from '../month/record-month.ts';
import { allowed, type Scene, tell, unitOf, unitsFor } from '../scene.ts';
import { reporting } from '../status/reporting.ts';
import { monthStates } from './month-state.ts';

/** Units named in the preview; the rest are counted. */
const NAMED_MAX = 10;

/** The units whose periods somebody closes: the topmost of each subtree they look after. */
export function topsFor(scene: Scene): Unit[] {
  const mine = unitsFor(scene, 'lock_period');
  const within = new Set(mine.map(({ id }) => id));
  return mine.filter(({ parent }) => parent === undefined || !within.has(parent));
}

/** The units under one whose own last word says otherwise: they get the new word too, or it would not reach them. */
function contrary(scene: Scene, { unit, period, locked }: LockSubject): UnitId[] {
  const last = new Map(locksOf(scene.tx, period).map((lock) => [lock.unit, lock.locked]));
  return [...last].flatMap(([at, said]) =>
    at !== unit && said !== locked && isWithin(scene.tree, at, unit) ? [at] : [],
  );
}

/** Why there is nothing to close or open, or why it may not be done. */
function needless(scene: Scene, subject: LockSubject): Say | undefined {
  const { unit, period, locked } = subject;
  const args = { unit: unitOf(scene, unit).name, period: { period } };
  if (!allowed(scene, 'lock_period', unit)) return { lines: [line('not-allowed')] };
  if (locked && period > periodAt(scene.today, scene.house.window)) {
    return { lines: [line('period-future', { period: { period } })] };
  }
  const holds = lockOver(locksOf(scene.tx, period), unit, scene.tree);
  const stands = holds?.locked ?? false;
  if (stands === locked && contrary(scene, subject).length === 0) {
    if (!holds) return { lines: [line('unlock-needless', args)] };
    const said = { ...args, by: personById(scene.tx, holds.by)?.name ?? '', at: { time: holds.at } };
    return { lines: [line(locked ? 'lock-already' : 'unlock-already', said)] };
  }
  // What a higher office has closed, a lower one does not open.
  if (!locked && holds?.locked && !allowed(scene, 'lock_period', holds.unit)) {
    return { lines: [line('unlock-above', { ...args, above: unitOf(scene, holds.unit).name })] };
  }
  return undefined;
}

/** What stands in the month: how many have sent, who is missing, what is returned or waits. */
export function preview(scene: Scene, unit: UnitId, period: Period): Line[] {
  const units = reporting(scene, 'lock_period').filter(({ id }) => isWithin(scene.tree, id, unit));
  const months = monthStates(scene, units, period);
  const of = (...states: ReviewState[]) =>
    months.filter(({ state }) => states.includes(state)).map((each) => each.unit);
  const [missing, returned, open] = [of('unfiled'), of('returned'), of('to_review', 'mended')];
  const requests = openRequests(scene.tx).filter(
    (each) => each.period === period && isWithin(scene.tree, each.unit, unit),
  );
  return [
    line('lock-filed', { filed: units.length - missing.length, total: units.length }),
    ...(missing.length > 0 ? [namedLine('lock-missing', missing)] : []),
    ...(returned.length > 0 ? [namedLine('lock-returned', returned)] : []),
    ...(open.length > 0 ? [line('lock-open', { n: open.length })] : []),
    ...(requests.length > 0 ? [line('lock-requests', { n: requests.length })] : []),
  ];
}

function namedLine(key: 'lock-missing' | 'lock-returned', units: readonly Unit[]): Line {
  const each = units.slice(0, NAMED_MAX).map(({ name }) => name);
  const more = units.length - each.length;
  const named = { each, with: ', ' };
  return line(key, { n: units.length, units: more > 0 ? line('missing-more', { units: named, more }) : named });
}

/** Closing or opening a month. */
export const lockDesk: FormDesk<LockSubject, LockFacts> = {
  form: lockPeriod,
  facts(scene, subject) {
    const stop = needless(scene, subject);
    return {
      unitName: unitOf(scene, subject.unit).name,
      preview: stop || !subject.locked ? [] : preview(scene, subject.unit, subject.period),
      ...(stop ? { needless: stop } : {}),
    };
  },
  submit(scene, subject) {
    const { unit: at, period, locked } = subject;
    const stop = needless(scene, subject);
    if (stop) return tell(scene, ...stop.lines);
    const unit = unitOf(scene, at);
    for (const id of [at, ...contrary(scene, subject)]) {
      recordLock(scene.tx, { unit: id, period, locked }, sourceOf(scene));
    }
    const missing = monthStates(scene, reporting(scene, 'lock_period'), period)
      .filter((month) => month.state === 'unfiled' && isWithin(scene.tree, month.unit.id, at))
      .map((month) => month.unit.code);
    noteDeed(scene.tx, {
      at: scene.now,
      actor: scene.person.code,
      action: locked ? 'lock_period' : 'unlock_period',
      subject: `unit:${unit.code}/${period}`,
      detail: locked ? { missing } : {},
    });
    tell(scene, line(locked ? 'lock-done' : 'unlock-done', { unit: unit.name, period: { period } }));
  },
};
