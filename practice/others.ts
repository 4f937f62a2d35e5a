/**
 * The units nobody practises as, acting by themselves where the trainer wants it: as time passes they send their months
 * and the year's own answers, invented as their history was (số liệu minh hoạ), so that coordinators and leaders have
 * something to look at. What somebody sent by hand is left alone, and so is a month that was closed.
 */
import { figuresOf, filingOf } from '../db/answers.ts';
import { locksOf } from '../db/locks.ts';
import type { Archive } from '../db/open.ts';
import { keepSetting, setting } from '../db/settings.ts';
import { unitByCode, unitTree } from '../db/units.ts';
import type { Calendar } from '../domain/calendar.ts';
import { dateAt, type Instant, yearOf } from '../domain/date.ts';
import { addMonths, lastEnded, type Window } from '../domain/period.ts';
import { lockedBy } from '../domain/period-lock.ts';
import type { Unit } from '../domain/unit.ts';
import { type Deed, monthly, yearly } from './history.ts';
import { OFFICES, type Office } from './office.ts';
import { record } from './seed.ts';

const OTHERS_ACT = 'practice_others_act';

/** The unit that is practised as: the guides speak of it, and its month is never sent by itself. */
const PRACTISED = 'duc-thuan';

/** How far back months that were never sent are made up for once the others act: a year, the longest a report looks. */
const BEHIND_MONTHS = 12;

export interface OthersParts {
  archive: Pick<Archive, 'read' | 'write'>;
  window: Window;
  calendar: () => Calendar;
}

/** What the others do next. */
export interface NextDeed {
  at: Instant;
  units: string[];
}

export class Others {
  readonly #parts: OthersParts;

  constructor(parts: OthersParts) {
    this.#parts = parts;
  }

  /** The names of the units that may act by themselves. */
  get names(): string[] {
    return this.#offices().map(({ unit }) => unit.name);
  }

  get isOn(): boolean {
    return setting(this.#parts.archive.read, OTHERS_ACT) === 'yes';
  }

  /** Lets them act from now on, or stops them; kept with the data. */
  set(on: boolean): void {
    this.#parts.archive.write((tx) => keepSetting(tx, OTHERS_ACT, on ? 'yes' : 'no'));
  }

  /** The next thing they will do: at `now` where something was left undone; undefined while they do not act. */
  next(now: Instant): NextDeed | undefined {
    const deeds = this.#undone(now);
    const [first] = deeds;
    if (!first) return undefined;
    const together = deeds.filter(({ deed }) => deed.at <= Math.max(first.deed.at, now));
    return { at: Math.max(first.deed.at, now), units: [...new Set(together.map(({ unit }) => unit.name))] };
  }

  /** Does what they would have done by `now`; answers the units that sent something. */
  act(now: Instant): string[] {
    const { archive, window } = this.#parts;
    const due = this.#undone(now).filter(({ deed }) => deed.at <= now);
    if (due.length === 0) return [];
    // A month is recorded when it is sent, also where it should have been sent before the others were let act.
    archive.write((tx) => {
      for (const { deed } of due) record(tx, { ...deed, at: now }, window);
    });
    return [...new Set(due.map(({ unit }) => unit.name))];
  }

  #offices(): { office: Office; unit: Unit }[] {
    const { read } = this.#parts.archive;
    return OFFICES.filter(({ unit }) => unit !== PRACTISED).flatMap((office) => {
      const unit = unitByCode(read, office.unit);
      return unit ? [{ office, unit }] : [];
    });
  }

  /** What they have not done yet, from a year back to the month that is running, in the order of time. */
  #undone(now: Instant): { unit: Unit; deed: Deed }[] {
    if (!this.isOn) return [];
    return this.#offices()
      .flatMap(({ office, unit }) => this.#undoneBy(office, unit, now).map((deed) => ({ unit, deed })))
      .sort((a, b) => a.deed.at - b.deed.at);
  }

  #undoneBy(office: Office, unit: Unit, now: Instant): Deed[] {
    const { archive, window } = this.#parts;
    const { read } = archive;
    const [calendar, tree, today] = [this.#parts.calendar(), unitTree(read), dateAt(now)];
    const open = lastEnded(today, window);
    const deeds: Deed[] = [];
    for (let back = BEHIND_MONTHS; back >= -1; back -= 1) {
      const period = addMonths(open, -back);
      if (filingOf(read, unit.id, period) || lockedBy(locksOf(read, period), unit.id, tree) !== undefined) continue;
      deeds.push(monthly(office, period, window, calendar));
    }
    const year = yearOf(today);
    const answered = Object.keys(figuresOf(read, unit.id, String(year))).length > 0;
    return answered ? deeds : [...deeds, yearly(office, year, calendar)];
  }
}
