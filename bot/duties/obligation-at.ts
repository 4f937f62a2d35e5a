/**
 * One obligation of one unit, as a tapped button or an open form names it: whether it is owed, how it stands and by
 * when. Ids come back from outside, so that nothing of what they name is taken for granted.
 */
import { line } from '../../conversations/say.ts';
import { type IsoDate, isIsoDate, yearOf } from '../../domain/date.ts';
import { isOwedIn } from '../../domain/directive.ts';
import type { DutyWorld } from '../../domain/duties.ts';
import {
  compileLead,
  dueDay,
  type Entry,
  isAsked,
  isLocalDue,
  type Owed,
  obligationsOf,
  type Standing,
  standing,
} from '../../domain/obligation.ts';
import { allowed, type Scene, tell } from '../scene.ts';
import { dutyWorld } from './duty-world.ts';

/** Which obligation of which unit, for what. */
export interface DutyAbout {
  unit: number;
  obligation: string;
  /** 'YYYY'. */
  period: string;
  /** The day of the event it follows, or empty. */
  event: string;
}

/** How the choices that lead to an obligation name it: 'unit:obligation:year', and the day of its event. */
export const dutyId = ({ unit, obligation, period, event }: DutyAbout): string =>
  [unit, obligation, period, ...(event === '' ? [] : [event])].join(':');

export interface ObligationAt {
  owed: Owed;
  entries: readonly Entry[];
  now: Standing;
  /** The last good day; absent where none is set. */
  due?: IsoDate;
  /** True where that day is the organisation's own. */
  isLocal: boolean;
}

/** A button older than this is of a year nobody settles any more; nothing is owed for the year after next. */
const YEARS_BACK_MAX = 10;

/** The day whose records tell of a year: the last of a year gone by, today otherwise. */
export const dayOfYear = (year: number, today: IsoDate): IsoDate => (year < yearOf(today) ? `${year}-12-31` : today);

/** Whether a period is a year that can still be spoken of. */
export function isYearAtHand(period: string, today: IsoDate): boolean {
  const now = yearOf(today);
  return /^\d{4}$/.test(period) && Number(period) >= now - YEARS_BACK_MAX && Number(period) <= now + 1;
}

/** What a unit owes for a year, under the directives of that year and of today. */
export function owedFor(scene: Pick<Scene, 'house' | 'tree' | 'today'>, unit: number, year: number): Owed[] {
  const { house, tree, today } = scene;
  const found = tree.get(unit);
  if (!found) return [];
  const owed = obligationsOf(house.directives, found, tree, today);
  const known = new Set(owed.map(({ obligation }) => obligation.id));
  const then = obligationsOf(house.directives, found, tree, dayOfYear(year, today));
  return [...owed, ...then.filter(({ obligation }) => !known.has(obligation.id))].filter(({ obligation }) =>
    isOwedIn(obligation, year),
  );
}

/** An obligation of a unit with how it stands; undefined where the unit does not owe it, or its event never was. */
export function obligationAt(scene: Scene, about: DutyAbout): ObligationAt | undefined {
  const { house, tx, today } = scene;
  const { unit, obligation, period, event } = about;
  if (!scene.tree.has(unit) || !isYearAtHand(period, today)) return undefined;
  const year = Number(period);
  const owed = owedFor(scene, unit, year).find((each) => each.obligation.id === obligation);
  if (!owed) return undefined;
  const world = dutyWorld(house, tx, dayOfYear(year, today), [unit]);
  if (!fits(world, owed, about)) return undefined;
  const entries = world.records.entries(unit, obligation, period, event);
  const now = standing(entries);
  const due = dueOf(scene, owed, about, now);
  if (now.state === 'open' && event === '' && !isAsked(owed, year, now, due)) return undefined;
  const occasion = { year, ...(event === '' ? {} : { event }) };
  const isLocal = isLocalDue(owed.obligation, occasion, now, house.calendar);
  return { owed, entries, now, isLocal, ...(due === undefined ? {} : { due }) };
}

/** Shows an obligation of a unit to whoever may read its status; answers false where the unit does not owe it. */
export function showObligation(scene: Scene, about: DutyAbout, show: (found: ObligationAt) => void): boolean {
  if (!scene.tree.has(about.unit)) return false;
  if (!allowed(scene, 'read_status', about.unit)) {
    tell(scene, line('not-allowed'));
    return true;
  }
  const found = obligationAt(scene, about);
  if (found) show(found);
  return found !== undefined;
}

/**
 * By when what an audit found must be put right under the directive in force; undefined where none asks for it, or
 * nothing is left to put right. `days` is absent where a decision set the day.
 */
export function correctionAfter(
  scene: Scene,
  unit: number,
  audit: IsoDate,
): { due: IsoDate; days?: number } | undefined {
  const year = yearOf(audit);
  const owed = owedFor(scene, unit, year).find(({ obligation }) => obligation.trigger === 'internal_audit');
  const about = { unit, obligation: owed?.obligation.id ?? '', period: String(year), event: audit };
  const found = obligationAt(scene, about);
  if (!found || found.due === undefined || found.now.state === 'waived' || isDone(found.now)) return undefined;
  const world = dutyWorld(scene.house, scene.tx, dayOfYear(year, scene.today), [unit]);
  if (found.now.state === 'open' && world.records.isCorrected(unit, audit)) return undefined;
  const { deadline } = found.owed.obligation;
  const days = found.now.due === undefined && deadline?.kind === 'after_event' ? deadline.days : undefined;
  return { due: found.due, ...(days === undefined ? {} : { days }) };
}

const isDone = ({ state }: Standing): boolean => state === 'done' || state === 'accepted';

/** A yearly obligation follows no event; one that follows an event needs one that has happened. */
function fits({ records }: DutyWorld, { obligation }: Owed, { unit, period, event }: DutyAbout): boolean {
  if (obligation.recurrence === 'yearly') return event === '';
  if (obligation.recurrence !== 'on_event' || obligation.trigger === undefined || !isIsoDate(event)) return false;
  return records.events(unit, obligation.trigger, obligation.id, Number(period)).includes(event);
}

/** The last good day of an obligation that stands so; earlier where the unit above must compile it. */
export function dueOf(
  { house, tree, today }: Pick<Scene, 'house' | 'tree' | 'today'>,
  { obligation }: Pick<Owed, 'obligation'>,
  { unit, period, event }: Pick<DutyAbout, 'unit' | 'period' | 'event'>,
  now: Standing,
): IsoDate | undefined {
  const found = tree.get(unit);
  const lead = found ? compileLead(house.directives, found, tree, today) : 0;
  return dueDay(obligation, { year: Number(period), lead, ...(event === '' ? {} : { event }) }, now, house.calendar);
}

/** What an obligation is called, with its year or event, in the person's language. */
export const obligationName = (
  scene: Pick<Scene, 'person'>,
  { obligation }: Pick<Owed, 'obligation'>,
  { period, event }: Pick<DutyAbout, 'period' | 'event'>,
) => {
  const title = obligation.title[scene.person.language];
  return event === '' ? line('duty-year', { title, year: period }) : line('duty-event', { title, on: { date: event } });
};
