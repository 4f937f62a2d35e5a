/**
 * Fills an empty practice archive: the sample organisation, its people with a phone each on the practice page, and its
 * history. One transaction and done once, so that a crash in the middle or a second start changes nothing.
 */
import { fileURLToPath } from 'node:url';
import { recordFigures, recordFiling } from '../db/answers.ts';
import { noteDeed } from '../db/audit.ts';
import { recordDocuments } from '../db/documents.ts';
import { issueCode, type Random } from '../db/enrolment.ts';
import type { Archive, Tx } from '../db/open.ts';
import { bind, personByCode } from '../db/people.ts';
import { applyRoster, knownRoster } from '../db/roster.ts';
import { keepSetting, setting } from '../db/settings.ts';
import { unitByCode } from '../db/units.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { Instant } from '../domain/date.ts';
import { coverage, type Window } from '../domain/period.ts';
import type { PersonId } from '../domain/person.ts';
import { checkRoster, type NumberedRow } from '../domain/roster.ts';
import { readRoster } from '../roster/read.ts';
import { type Deed, history } from './history.ts';
import { addressOf } from './phones.ts';

const PEOPLE = fileURLToPath(new URL('./people.csv', import.meta.url));

/** When the archive was filled, kept with it. */
const SEEDED = 'practice_seeded_at';

/** Somebody of the roster who has no phone yet: with the code printed at the start, a newcomer becomes them. */
const NEWCOMER = 'moi';

/** The sample organisation. */
export const practiceRoster = (): Promise<NumberedRow[]> => readRoster(PEOPLE);

export interface SeedParts {
  archive: Pick<Archive, 'write'>;
  rows: readonly NumberedRow[];
  window: Window;
  calendar: Calendar;
  now: Instant;
}

/** Fills the archive unless that was done before; answers whether it was filled now. */
export function seedPractice({ archive, rows, window, calendar, now }: SeedParts): boolean {
  return archive.write((tx) => {
    if (setting(tx, SEEDED) !== undefined) return false;
    const checked = checkRoster(rows, knownRoster(tx));
    const [refused] = checked.refused;
    if (refused) throw new Error(`practice/people.csv, line ${refused.line}: ${refused.reason}`);
    applyRoster(tx, checked, now);
    for (const { code } of checked.people) {
      if (code !== NEWCOMER) bind(tx, personOf(tx, code), addressOf(code), now);
    }
    for (const deed of history(now, window, calendar)) record(tx, deed, window);
    keepSetting(tx, SEEDED, String(now));
    return true;
  });
}

/** A new code for the newcomer, to be printed; an older unused one stops working. */
export function newcomerCode(archive: Pick<Archive, 'write'>, now: Instant, random: Random): string {
  return archive.write((tx) => issueCode(tx, personOf(tx, NEWCOMER), now, random));
}

function personOf(tx: Tx, code: string): PersonId {
  const person = personByCode(tx, code);
  if (!person) throw new Error(`practice/people.csv has no ${code}`);
  return person.id;
}

/** Writes down what somebody of the sample organisation sent, as the chat does. */
export function record(tx: Tx, deed: Deed, window: Window): void {
  const unit = unitByCode(tx, deed.unit);
  if (!unit) throw new Error(`practice/people.csv has no ${deed.unit}`);
  const source = { person: personOf(tx, deed.person), at: deed.at };
  const changed = recordFigures(tx, unit.id, deed.period, deed.figures, source);
  const subject = `unit:${unit.code}/${deed.period}`;
  const trail = { at: deed.at, actor: deed.person, subject };
  if (!deed.month) {
    noteDeed(tx, { ...trail, action: 'supplement_year', detail: { changed } });
    return;
  }
  const { documents, receipt } = deed.month;
  recordDocuments(tx, unit.id, deed.period, documents, source);
  recordFiling(tx, { unit: unit.id, period: deed.period, ...coverage(deed.period, window), receipt }, source);
  noteDeed(tx, { ...trail, action: 'file_month', detail: { receipt, changed } });
}
