/** Obligations said to be done: by a button, or by telling the document that shows it. */

import type { Answers } from '../../conversations/form.ts';
import {
  type Completion,
  type CompletionFacts,
  completeObligation,
  dayTold,
  documentTold,
} from '../../conversations/forms/complete-obligation.ts';
import type { Understanding } from '../../conversations/parse/understand.ts';
import { type Line, line } from '../../conversations/say.ts';
import { auditPeriod, recordFigures, type Source } from '../../db/answers.ts';
import { noteDeed } from '../../db/audit.ts';
import { addDocument, documentById } from '../../db/documents.ts';
import { recordEntry } from '../../db/obligation-entries.ts';
import { workingDaysBetween } from '../../domain/calendar.ts';
import type { Citation } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/date.ts';
import { roleOf, sameDocument } from '../../domain/document.ts';
import { withYearlySubject, yearOfDocument } from '../../domain/document-year.ts';
import { value } from '../../domain/figure.ts';
import { periodAt } from '../../domain/period.ts';
import { existsOn, type Unit } from '../../domain/unit.ts';
import { type FormDesk, openForm } from '../forms.ts';
import { sourceOf } from '../month/record-month.ts';
import { closedBy } from '../review/month-state.ts';
import { allowed, type Scene, tell, unitOf, unitsFor } from '../scene.ts';
import { isYearAtHand, obligationAt, obligationName, owedFor } from './obligation-at.ts';
import { refreshReminders } from './refresh-reminders.ts';

type About = Pick<Completion, 'unit' | 'obligation' | 'period' | 'event'>;

function factsOf(scene: Scene, subject: Completion): CompletionFacts {
  const found = obligationAt(scene, subject);
  const { today } = scene;
  const unitName = unitOf(scene, subject.unit).name;
  if (!found) {
    const name = line('duty-unknown');
    return { name, unitName, asksDay: false, today, obstacle: { lines: [line('complete-not-owed')] } };
  }
  const { owed, now } = found;
  const name = obligationName(scene, owed, subject);
  const { roles, what } = owed.obligation.evidence;
  const wanted = what ?? (roles.length > 0 ? '' : undefined);
  const { state } = now;
  return {
    name,
    unitName,
    today,
    asksDay: subject.event !== '' && owed.obligation.trigger === 'internal_audit',
    ...(wanted === undefined ? {} : { evidence: wanted }),
    ...(state === 'open' || state === 'returned'
      ? {}
      : { obstacle: { lines: [line(`complete-already-${state}`, { name })] } }),
  };
}

export const completionDesk: FormDesk<Completion, CompletionFacts> = {
  form: completeObligation,
  facts: factsOf,
  unit: ({ unit }) => unit,
  submit: complete,
};

function complete(scene: Scene, subject: Completion, answers: Answers): void {
  const found = obligationAt(scene, subject);
  if (!found || !allowed(scene, 'complete_obligation', subject.unit)) return tell(scene, line('not-allowed'));
  const unit = unitOf(scene, subject.unit);
  const { tx, today, house, now } = scene;
  const source = sourceOf(scene);
  const told = documentTold(subject, answers);
  const date = dayTold(answers, today);
  const document = told && addDocument(tx, unit.id, monthOfDocument(scene, told), told, source);
  const { next: _, document: __, ...about } = subject;
  recordEntry(tx, about, { kind: 'done', date, ...(document === undefined ? {} : { document }) }, source);
  if (found.owed.obligation.trigger === 'internal_audit') keepCorrection(scene, unit, subject, date, source);
  noteDeed(tx, {
    at: now,
    actor: scene.person.code,
    action: 'complete_obligation',
    subject: `unit:${unit.code}/${subject.obligation}/${subject.period}`,
    detail: { date, ...(document === undefined ? {} : { document }) },
  });
  const name = obligationName(scene, found.owed, subject);
  const { due } = found;
  // What followed an event counts from the day it was done; what is sent, from the day it was told.
  const doneOn = subject.event === '' ? today : date;
  const early = due === undefined ? undefined : workingDaysBetween(house.calendar, doneOn, due);
  const key = early === undefined ? 'complete-done' : early < 0 ? 'complete-done-late' : 'complete-done-early';
  tell(scene, line(key, { name, unit: unit.name, days: Math.abs(early ?? 0) }));
  refreshReminders(scene, unit);
  const [following, ...rest] = subject.next;
  if (following) openForm(scene, completionDesk, { ...following, next: rest });
}

/** The month a document belongs to in the register: that of its date, or the running one. */
const monthOfDocument = (scene: Scene, { date }: Citation): string => periodAt(date ?? scene.today, scene.house.window);

/** The day of putting right goes into the month that told of the audit, where that month is still open to change. */
function keepCorrection(scene: Scene, unit: Unit, { event }: Completion, date: IsoDate, source: Source): void {
  const period = event === '' ? undefined : auditPeriod(scene.tx, unit.id, event);
  if (period === undefined || closedBy(scene, unit.id, period) !== undefined) return;
  recordFigures(scene.tx, unit.id, period, { corrective_action_date: value(date) }, source);
}

/** Opens "đã xong" for an obligation of a unit; answers false where the button means nothing. */
export function startCompletion(scene: Scene, about: About): boolean {
  if (!scene.tree.has(about.unit) || !isYearAtHand(about.period, scene.today)) return false;
  if (!allowed(scene, 'complete_obligation', about.unit)) tell(scene, line('not-allowed'));
  else openForm(scene, completionDesk, { ...about, next: [] });
  return true;
}

/**
 * Documents told when nothing is open: those that show an obligation done complete it. Answers false where none does,
 * and they are taken for the month's.
 */
export function hearDocuments(scene: Scene, { figures, citations, month }: Understanding): boolean {
  if (citations.length === 0 || Object.keys(figures).length > 0 || month !== undefined) return false;
  // What was merged or split owes its months, and nothing else any more.
  const units = unitsFor(scene, 'file_month').filter((each) => existsOn(each, scene.today));
  const [unit] = units;
  if (!unit || units.length > 1) return false;
  const shown = citations.flatMap((told) => shownBy(scene, unit, withYearlySubject(told, scene.today)) ?? []);
  if (shown.length < citations.length) return false;
  const [first, ...next] = shown.filter(({ isDone }) => !isDone).map(({ completion }) => completion);
  const [known] = shown;
  if (first) openForm(scene, completionDesk, { ...first, next });
  else if (known) tell(scene, line('complete-already-done', { name: known.name }));
  return true;
}

interface Shown {
  completion: Completion;
  name: Line;
  /** The same document has shown it already. */
  isDone: boolean;
}

/** What a document shows to be done, still open or by this very document: by its role, and the year it is for. */
function shownBy(scene: Scene, unit: Unit, citation: Citation): Shown | undefined {
  const role = roleOf(citation);
  if (role === 'other') return undefined;
  const year = yearOfDocument(citation, scene.today);
  const fitting = owedFor(scene, unit.id, year).filter(
    ({ obligation }) => obligation.recurrence === 'yearly' && obligation.evidence.roles.includes(role),
  );
  const best = fitting.find(({ obligation }) => obligation.tracked) ?? fitting[0];
  if (!best) return undefined;
  const about = { unit: unit.id, obligation: best.obligation.id, period: String(year), event: '' as const };
  const { state, document } = obligationAt(scene, about)?.now ?? { state: 'waived' };
  const completion = { ...about, next: [], document: citation };
  const name = obligationName(scene, best, about);
  if (state === 'open' || state === 'returned') return { completion, name, isDone: false };
  const isDone = document !== undefined && sameDocument(documentById(scene.tx, document), citation);
  return isDone ? { completion, name, isDone } : undefined;
}
