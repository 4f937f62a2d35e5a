/**
 * What a unit owes on a day, how one obligation of a year or an event stands after all that was said of it, and by when
 * it is due. The register of what was said only grows: a mistake is mended by the next entry.
 */
import { addWorkingDays, type Calendar, onOrBefore } from './calendar.ts';
import { dayOf, type Instant, type IsoDate, monthOf, yearOf } from './date.ts';
import { lastGoodDay } from './deadline.ts';
import { binds, bindsThrough, type Directive, isInForce, isOwedIn, type Obligation } from './directive.ts';
import type { PersonId } from './person.ts';
import { existsOn, type Unit, type UnitId, type UnitTree, upwards } from './unit.ts';

/** An obligation with the directive that asks it; `through` is the letter that passed it on, where one binds the unit. */
export interface Owed {
  directive: Directive;
  obligation: Obligation;
  through?: Directive;
  /** The first day of the unit, where it has one: it owes nothing that fell due before. */
  since?: IsoDate;
}

/**
 * started: what it begins with has happened · done: the unit says so, perhaps with a document · accepted, returned: the coordinator's answer · waived: not owed this
 * time · moved: another last day, by a decision · set_date: a day of our own where the directive has none · reopened:
 * as if nothing had been done yet.
 */
export const ENTRY_KINDS = [
  'started',
  'done',
  'accepted',
  'returned',
  'waived',
  'moved',
  'reopened',
  'set_date',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One thing said of one obligation of a unit, in a year or for an event. Never changed once written. */
export interface Entry {
  kind: EntryKind;
  at: Instant;
  by: PersonId;
  /** The row of the unit's register of documents that shows it. */
  document?: number;
  /** Of 'moved' and 'set_date': the last good day. */
  date?: IsoDate;
  /** Of 'returned' and 'waived' always. */
  reason?: string;
  /** Of 'moved' always: the number of the decision, as printed. */
  decision?: string;
  /** What it was said of: of a decision for many at once the unit they all stand under. Absent for what a document shows. */
  about?: { readonly unit: UnitId; readonly subtree: boolean };
}

export type EntryFault = 'date_missing' | 'decision_missing' | 'reason_missing';

export type State = 'open' | 'done' | 'accepted' | 'returned' | 'waived';

export interface Standing {
  state: State;
  /** When and by whom the state was brought about; absent while nothing was said. */
  at?: Instant;
  by?: PersonId;
  /** When the unit said what now stands: acceptance later does not make it late. */
  doneAt?: Instant;
  reason?: string;
  document?: number;
  /** The day set or moved to, as it was said; `dueDay` brings it to a working day. */
  due?: IsoDate;
  /** True where `due` is a date of our own ("mốc nội bộ"), false where a decision moved it. */
  local?: boolean;
  decision?: string;
}

/** What an obligation is owed for. */
export interface Occasion {
  year: number;
  /** When the event happened that started it; absent for what is owed by the calendar, and until it happens. */
  event?: IsoDate | undefined;
  /** Working days the unit owes it earlier to whoever compiles it (`compileLead`). */
  lead?: number | undefined;
}

/**
 * All a unit owes under the directives in force on a day, in their order, each obligation once: where it binds the unit
 * by itself and through a letter that passed it on, by itself. A unit that does not exist on that day owes nothing.
 */
export const obligationsOf = (directives: readonly Directive[], unit: Unit, tree: UnitTree, day: IsoDate): Owed[] =>
  owedOn(directives, tree, day)(unit);

/** The same of many units: what the directives ask, and which letters pass it on, is found once. */
export function owedOn(directives: readonly Directive[], tree: UnitTree, day: IsoDate): (unit: Unit) => Owed[] {
  const inForce = directives.filter((directive) => isInForce(directive, day));
  const asked = inForce.flatMap((directive) => {
    const letters = inForce.filter(({ forwards }) => forwards === directive.id);
    return directive.obligations.map((obligation) => ({ directive, obligation, letters }));
  });
  return (unit) => {
    if (!existsOn(unit, day)) return [];
    const since = unit.validFrom === undefined ? {} : { since: unit.validFrom };
    const owed: Owed[] = [];
    for (const { directive, obligation, letters } of asked) {
      if (binds(directive, obligation, unit, tree)) {
        owed.push({ directive, obligation, ...since });
        continue;
      }
      const through = letters.find((letter) => bindsThrough(letter, obligation, unit, tree));
      if (through) owed.push({ directive, obligation, through, ...since });
    }
    return owed;
  };
}

/**
 * How many working days before the directive's own date a unit owes its yearly report, because a unit above must
 * compile it: the lead of the nearest such unit, or 0. Only obligations marked `report` are owed earlier.
 */
export function compileLead(directives: readonly Directive[], unit: Unit, tree: UnitTree, day: IsoDate): number {
  const compiling = directives.map((directive) => ({
    ...directive,
    obligations: directive.obligations.filter(({ internalLead }) => internalLead !== undefined),
  }));
  for (const above of upwards(unit, tree).slice(1)) {
    const leads = obligationsOf(compiling, above, tree, day).map(({ obligation }) => obligation.internalLead ?? 0);
    const lead = Math.max(0, ...leads);
    if (lead > 0) return lead;
  }
  return 0;
}

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** What an entry lacks to be written down; undefined where it is whole. */
export function entryFault(entry: Pick<Entry, 'kind' | 'date' | 'reason' | 'decision'>): EntryFault | undefined {
  const { kind } = entry;
  if ((kind === 'moved' || kind === 'set_date') && entry.date === undefined) return 'date_missing';
  if (kind === 'moved' && isBlank(entry.decision)) return 'decision_missing';
  if ((kind === 'returned' || kind === 'waived') && isBlank(entry.reason)) return 'reason_missing';
  return undefined;
}

type Dates = Pick<Standing, 'due' | 'local' | 'decision'>;
type Progress = Omit<Standing, keyof Dates>;

/** A day by decision outweighs a day of our own, whichever was said later; of two of a kind the later counts. */
function datesAfter(dates: Dates, { kind, date, decision }: Entry): Dates {
  if (date === undefined) return dates;
  if (kind === 'moved' && decision !== undefined) return { due: date, local: false, decision };
  if (kind === 'set_date' && dates.local !== false) return { due: date, local: true };
  return dates;
}

const isMet = ({ state }: Progress): boolean => state === 'done' || state === 'accepted';

function progressAfter(before: Progress, entry: Entry): Progress {
  const { at, by } = entry;
  const document = entry.document ?? before.document;
  const shown = document === undefined ? {} : { document };
  const told = before.doneAt === undefined ? {} : { doneAt: before.doneAt };
  const because = entry.reason === undefined ? {} : { reason: entry.reason };
  switch (entry.kind) {
    case 'done':
      // Said again after acceptance (a second tap, a copy): what was accepted stays accepted.
      return before.state === 'accepted' ? before : { state: 'done', at, by, doneAt: at, ...shown };
    case 'accepted':
      return { state: 'accepted', at, by, ...told, ...shown };
    case 'returned':
      return { state: 'returned', at, by, ...told, ...shown, ...because };
    case 'waived':
      // Decided for many at once: whoever had done it already keeps what was done.
      return isMet(before) ? before : { state: 'waived', at, by, ...because };
    case 'reopened':
      return { state: 'open', at, by, ...because };
    case 'started':
    case 'moved':
    case 'set_date':
      return before;
  }
}

/**
 * What takes back that something was done. Where none of these was said of an obligation, what was done or accepted
 * stands, in whatever order all was said and whatever days were given: `standing` need not be asked.
 */
export const TAKING_BACK = ['returned', 'reopened'] as const satisfies readonly EntryKind[];

const UNDATED: Dates = {};

/** How an obligation stands after its entries, given in the order written; an entry with a fault counts for nothing. */
export function standing(entries: readonly Entry[]): Standing {
  let progress: Progress = { state: 'open' };
  let dates: Dates = UNDATED;
  for (const entry of entries) {
    if (entryFault(entry) !== undefined) continue;
    progress = progressAfter(progress, entry);
    dates = datesAfter(dates, entry);
  }
  return dates === UNDATED ? progress : { ...progress, ...dates };
}

/** By the directive, and earlier for who must be compiled; a fixed day of our own stands in for a directive without. */
function ruleDay(obligation: Obligation, occasion: Occasion, calendar: Calendar): IsoDate | undefined {
  if (obligation.deadline === undefined) return undefined;
  const day = lastGoodDay(obligation.deadline, occasion, calendar);
  const lead = obligation.report === undefined ? 0 : (occasion.lead ?? 0);
  return day === undefined || lead === 0 ? day : addWorkingDays(calendar, day, -lead);
}

const earlier = (a: IsoDate, b: IsoDate | undefined): IsoDate => (b === undefined || a <= b ? a : b);

/**
 * The last good day of an obligation, a working day; undefined where there is none or the event has not happened. A day
 * moved to by decision stands, moved back where it is off. A day of our own is moved back too, clear of Tết, and may be
 * earlier than the directive's day but never later: only a decision gives more time.
 */
export function dueDay(obligation: Obligation, on: Occasion, now: Standing, calendar: Calendar): IsoDate | undefined {
  const byRule = ruleDay(obligation, on, calendar);
  if (now.due === undefined) return byRule;
  if (now.local !== true) return onOrBefore(calendar, now.due);
  const rule = { kind: 'local', day: dayOf(now.due), month: monthOf(now.due) } as const;
  const ours = lastGoodDay(rule, { year: yearOf(now.due) }, calendar);
  const limit = obligation.deadline?.kind === 'local' ? undefined : byRule;
  return ours === undefined ? byRule : earlier(ours, limit);
}

/**
 * Whether an obligation was asked for a year at all: one of a single year only in it, and none that fell due before its
 * directive was in force, or before the unit existed. A day somebody set or moved is asked whenever it is.
 */
export function isAsked(
  { obligation, directive, since }: Owed,
  year: number,
  now: Standing,
  due: IsoDate | undefined,
): boolean {
  if (!isOwedIn(obligation, year)) return false;
  return now.due !== undefined || due === undefined || (due >= directive.validFrom && due >= (since ?? due));
}

/** True where the day that counts is our own and must be shown as "mốc nội bộ", never as the directive's. */
export function isLocalDue(obligation: Obligation, on: Occasion, now: Standing, calendar: Calendar): boolean {
  const due = dueDay(obligation, on, now, calendar);
  if (due === undefined || now.local === false) return false;
  if (obligation.deadline === undefined || obligation.deadline.kind === 'local') return true;
  return due !== lastGoodDay(obligation.deadline, on, calendar);
}
