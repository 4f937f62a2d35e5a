/**
 * What the staff of a unit learn of a coordinator's work: their month accepted, a period closed or opened. It is said a
 * little later and looked at again then, so that a wrong tap taken back is never told, and a coordinator who goes through
 * forty months in one sitting sends each person one message.
 */
import { type Line, line, type Value } from '../../conversations/say.ts';
import { type LockRow, locksOf } from '../../db/locks.ts';
import type { Tx } from '../../db/open.ts';
import { peopleWithRole, personById } from '../../db/people.ts';
import { staffAnswering } from '../../db/responsible.ts';
import { plan, settle, type Timer, type TimerEnd, waitingOf } from '../../db/timers.ts';
import { unitTree } from '../../db/units.ts';
import { dateAt, type Instant } from '../../domain/date.ts';
import { endedBefore } from '../../domain/heirs.ts';
import { type Period, periodsOfYear, periodYear } from '../../domain/period.ts';
import { lockOver } from '../../domain/period-lock.ts';
import { isValidOn, type Person, type PersonId } from '../../domain/person.ts';
import { isWithin, REPORTING_KINDS, type Unit, type UnitId } from '../../domain/unit.ts';
import type { House } from '../house.ts';
import { monthRanges } from '../month/gaps.ts';
import { tellElsewhere } from '../people/notice.ts';
import type { Scene } from '../scene.ts';
import { monthState } from './month-state.ts';

/** The kind of the timers that tell; the loop's speaker knows it by this name. */
export const MONTH_NEWS = 'month-news';

/** Long enough to take a wrong tap back, and to go on to the next month. */
const SETTLES_MS = 10 * 60_000;
/** Units named in one sentence; the rest are counted. */
const UNITS_NAMED_MAX = 5;

/** What a timer carries: one month accepted, or the first row written of each period closed or opened. */
type News = { accepted: { unit: UnitId; period: Period } } | { locks: { period: Period; from: number }[] };

/** What one person is told about one unit. */
interface Item {
  what: 'accepted' | 'locked' | 'unlocked';
  by: PersonId;
  unit: Unit;
  period: Period;
}

/** Will tell the staff of a unit that their month was accepted. */
export function planAccepted(scene: Scene, unit: Unit, period: Period, review: number): void {
  const news: News = { accepted: { unit: unit.id, period } };
  for (const person of staffAnswering(scene.tx, scene.tree, unit.id, scene.today)) {
    planFor(scene, person, `accepted-${review}`, news);
  }
}

/**
 * Will tell everybody who files under a unit that periods were closed or opened.
 * @param locks the first row written of each period
 */
export function planLocked(scene: Scene, top: UnitId, locks: { period: Period; from: number }[]): void {
  const { tx, tree, today } = scene;
  const [first] = locks;
  if (!first) return;
  for (const person of peopleWithRole(tx, 'staff', today)) {
    if (ownUnits(person, today).some((unit) => isWithin(tree, unit, top))) {
      planFor(scene, person, `lock-${first.from}`, { locks });
    }
  }
}

function planFor({ tx, now, person: actor }: Scene, person: Person, about: string, news: News): void {
  if (person.id === actor.id) return;
  const key = `${MONTH_NEWS}:${person.id}:${about}`;
  plan(tx, { key, kind: MONTH_NEWS, dueAt: now + SETTLES_MS, personId: person.id, payload: news });
}

const ownUnits = ({ memberships }: Person, today: string): UnitId[] =>
  memberships.filter((each) => each.role === 'staff' && isValidOn(each, today)).map(({ unit }) => unit);

/** Tells one person all that still stands of what waits to be told, in one message. */
export function tellMonthNews(house: House, tx: Tx, timer: Timer, now: Instant): TimerEnd {
  const person = timer.personId === undefined ? undefined : personById(tx, timer.personId);
  if (!person) return 'needless';
  const waiting = waitingOf(tx, MONTH_NEWS, person.id);
  const items = itemsOf(
    tx,
    person,
    waiting.map(({ payload }) => payload as News),
    now,
  );
  const lines = linesOf(tx, items);
  const isTold = lines.length > 0 && tellElsewhere({ house, tx, now }, person, { lines }, { priority: 2 });
  // What was not due yet has been told with it, or came to nothing together with it: closed, and opened again.
  for (const { id } of waiting) if (id !== timer.id) settle(tx, id, 'skipped', now);
  return isTold ? 'fired' : 'needless';
}

function itemsOf(tx: Tx, person: Person, all: readonly News[], now: Instant): Item[] {
  const firsts = new Map<Period, number>();
  for (const { period, from } of all.flatMap((news) => ('locks' in news ? news.locks : []))) {
    firsts.set(period, Math.min(from, firsts.get(period) ?? from));
  }
  return [
    ...all.flatMap((news) => ('accepted' in news ? acceptedOf(tx, person, news.accepted, now) : [])),
    ...locksFor(tx, person, firsts, now),
  ];
}

/** A month that is still accepted, where it is theirs. */
function acceptedOf(
  tx: Tx,
  person: Person,
  { unit: id, period }: { unit: UnitId; period: Period },
  now: Instant,
): Item[] {
  const tree = unitTree(tx);
  const unit = tree.get(id);
  const { state, last } = monthState({ tx }, id, period);
  const isTheirs = staffAnswering(tx, tree, id, dateAt(now)).some((each) => each.id === person.id);
  return unit && isTheirs && state === 'accepted' && last ? [{ what: 'accepted', by: last.by, unit, period }] : [];
}

/** The periods that stand otherwise for their units than before the first word of some that was said of each. */
function locksFor(tx: Tx, person: Person, firsts: ReadonlyMap<Period, number>, now: Instant): Item[] {
  const tree = unitTree(tx);
  const own = ownUnits(person, dateAt(now));
  const ids = new Set([...own, ...own.flatMap((id) => endedBefore(tree, id, dateAt(now)).map((unit) => unit.id))]);
  const units = [...ids].flatMap((id) => tree.get(id) ?? []).filter(({ kind }) => REPORTING_KINDS.includes(kind));
  return [...firsts].flatMap(([period, from]) => {
    const rows = locksOf(tx, period);
    return units.flatMap((unit): Item[] => {
      const changed = changeSince(rows, from, unit, tree);
      if (!changed || changed.by === person.id) return [];
      return [{ what: changed.locked ? 'locked' : 'unlocked', by: changed.by, unit, period }];
    });
  });
}

/** The word that now holds for a unit, where it says otherwise than what held before a row was written. */
function changeSince(
  rows: readonly LockRow[],
  from: number,
  unit: Unit,
  tree: ReadonlyMap<UnitId, Unit>,
): LockRow | undefined {
  const before = lockOver(
    rows.filter(({ id }) => id < from),
    unit.id,
    tree,
  );
  const now = lockOver(rows, unit.id, tree);
  return now && now.locked !== (before?.locked ?? false) ? now : undefined;
}

const SENTENCES = { accepted: 'news-accepted', locked: 'news-locked', unlocked: 'news-unlocked' } as const;

/** One sentence for each thing somebody did, to the same units. */
function linesOf(tx: Tx, items: readonly Item[]): Line[] {
  const byMonth = groups(items, ({ what, by, period }) => `${what}/${by}/${period}`).map((same) => ({
    same,
    units: [...new Set(same.map(({ unit }) => unit.name))],
  }));
  const bySentence = groups(byMonth, ({ same, units }) => {
    const [first] = same;
    return `${first?.what}/${first?.by}/${first?.period.slice(0, 4)}/${units.join('/')}`;
  });
  return bySentence.flatMap((months): Line[] => {
    const [first] = months[0]?.same ?? [];
    if (!first) return [];
    const periods = [...new Set(months.flatMap(({ same }) => same.map(({ period }) => period)))].sort();
    const args = { by: personById(tx, first.by)?.name ?? '', months: monthsSaid(periods) };
    return [line(SENTENCES[first.what], { ...args, units: unitsSaid(months[0]?.units ?? []) })];
  });
}

/** In the order of the first of each. */
function groups<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return [...found.values()];
}

/** The months of one year: "tháng 10/2026", "tháng 1–9 năm 2026", or the whole year. */
function monthsSaid(periods: readonly Period[]): Line {
  const [first = ''] = periods;
  if (periods.length === 1) return line('news-month', { period: { period: first } });
  const year = String(periodYear(first));
  if (periods.length === periodsOfYear(periodYear(first)).length) return line('news-year', { year });
  return line('news-months', { months: monthRanges(periods), year });
}

function unitsSaid(names: readonly string[]): Value {
  const each: Value = { each: names.slice(0, UNITS_NAMED_MAX), with: ', ' };
  const more = names.length - UNITS_NAMED_MAX;
  return more > 0 ? line('missing-more', { units: each, more }) : each;
}
