/** All that was ever said of one obligation of a unit: who, when, what, under which number, and why. */
import { type Line, line, option, type Value } from '../../conversations/say.ts';
import { documentById } from '../../db/documents.ts';
import { personById } from '../../db/people.ts';
import { dateAt } from '../../domain/date.ts';
import { formatCitation } from '../../domain/document.ts';
import type { Entry } from '../../domain/obligation.ts';
import { offer, RUN, type Scene, unitOf } from '../scene.ts';
import { type DutyAbout, dutyId, type ObligationAt, obligationName, showObligation } from './obligation-at.ts';

/** The newest entries shown; more would not fit a phone's screen. */
const ENTRIES_MAX = 12;

/** Shows the history of an obligation, oldest first; answers false where the unit does not owe it. */
export const sayHistory = (scene: Scene, about: DutyAbout): boolean =>
  showObligation(scene, about, (found) => sayEntries(scene, about, found));

function sayEntries(scene: Scene, about: DutyAbout, { entries, owed }: ObligationAt): void {
  const shown = entries.slice(-ENTRIES_MAX);
  const earlier = entries.length - shown.length;
  const name = obligationName(scene, owed, about);
  const lines = [
    line('history-heading', { name, unit: unitOf(scene, about.unit).name }),
    ...(entries.length === 0 ? [line('history-empty')] : []),
    ...(earlier > 0 ? [line('history-earlier', { n: earlier })] : []),
    ...shown.map((entry, index) => entryLine(scene, entry, earlier + index + 1)),
  ];
  offer(scene, { lines, choices: [[option(`${RUN}duty:${dutyId(about)}`, 'history-back')]] });
}

function entryLine(scene: Scene, entry: Entry, n: number): Line {
  const who = personById(scene.tx, entry.by)?.name ?? line('history-somebody');
  const what = line(`history-${entry.kind}`, { date: entry.date === undefined ? '' : { day: entry.date } });
  const details: Value[] = [
    ...(entry.kind === 'done' && entry.date !== undefined && entry.date !== dateAt(entry.at)
      ? [line('history-on', { date: { day: entry.date } })]
      : []),
    ...(entry.document === undefined ? [] : [formatCitation(documentById(scene.tx, entry.document))]),
    ...(entry.decision === undefined ? [] : [line('decide-check-number', { decision: entry.decision })]),
    ...(entry.reason === undefined ? [] : [line('decide-check-reason', { reason: entry.reason })]),
  ];
  const said = details.length === 0 ? what : line('history-details', { what, details: { each: details, with: '; ' } });
  const above = entry.about?.subtree ? entry.about.unit : undefined;
  const whole = above === undefined ? said : line('history-all', { what: said, unit: unitOf(scene, above).name });
  return line('history-entry', {
    n: String(n),
    at: { time: entry.at },
    who,
    what: whole,
  });
}
