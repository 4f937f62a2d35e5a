/** Obligations said to be done: by a button, or by telling the document that shows it. */

import type { Answers } from '../conversations/form.ts';
import {
  type Completion,
  type CompletionFacts,
  completeObligation,
  dayTold,
  documentTold,
} from '../conversations/forms/complete-obligation.ts';
import type { Understanding } from '../conversations/parse/understand.ts';
import { line } from '../conversations/say.ts';
import { auditPeriod, recordFigures, type Source } from '../db/answers.ts';
import { noteDeed } from '../db/audit.ts';
import { addDocument } from '../db/documents.ts';
import { recordEntry } from '../db/obligation-entries.ts';
import { workingDaysBetween } from '../domain/calendar.ts';
import type { Citation } from '../domain/citation.ts';
import { type IsoDate, yearOf } from '../domain/date.ts';
import { type DocumentRole, roleOf } from '../domain/document.ts';
import { value } from '../domain/figure.ts';
import { dueDay, type Owed, obligationsOf, standing } from '../domain/obligation.ts';
import { periodAt } from '../domain/period.ts';
import type { Unit } from '../domain/unit.ts';
import { dutyWorld } from './duty-world.ts';
import { type FormDesk, openForm } from './forms.ts';
import { closedBy } from './month-state.ts';
import { sourceOf } from './record-month.ts';
import { refreshReminders } from './refresh-reminders.ts';
import { allowed, type Scene, tell, unitOf, unitsFor } from './scene.ts';

type About = Pick<Completion, 'unit' | 'obligation' | 'period' | 'event'>;

/** An obligation of a unit with how it stands; undefined where the unit does not owe it. */
export function obligationAt(scene: Scene, { unit, obligation, period, event }: About) {
  const { house, tx, today, tree } = scene;
  const owed = obligationsOf(house.directives, unitOf(scene, unit), tree, today).find(
    (each) => each.obligation.id === obligation,
  );
  if (!owed) return undefined;
  const world = dutyWorld(house, tx, today, [unit]);
  const now = standing(world.records.entries(unit, obligation, period, event));
  const occasion = { year: Number(period), ...(event === '' ? {} : { event }) };
  return { owed, now, due: dueDay(owed.obligation, occasion, now, house.calendar) };
}

/** What an obligation is called, with its year or event, in the person's language. */
export const obligationName = (
  scene: Scene,
  { obligation }: Owed,
  { period, event }: Pick<About, 'period' | 'event'>,
) => {
  const title = obligation.title[scene.person.language];
  return event === '' ? line('duty-year', { title, year: period }) : line('duty-event', { title, on: { date: event } });
};

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
  const early = due === undefined ? undefined : workingDaysBetween(house.calendar, today, due);
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

/** Opens "đã xong" for an obligation of a unit. */
export function startCompletion(scene: Scene, about: About): boolean {
  if (!scene.tree.has(about.unit)) return false;
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
  const units = unitsFor(scene, 'file_month');
  const [unit] = units;
  if (!unit || units.length > 1) return false;
  const completed = citations.flatMap((citation) => shownBy(scene, unit, citation));
  const [first, ...next] = completed;
  if (!first || completed.length < citations.length) return false;
  openForm(scene, completionDesk, { ...first, next });
  return true;
}

/** What a document shows to be done that is still open: by its role, and the year it was issued in. */
function shownBy(scene: Scene, unit: Unit, citation: Citation): Completion[] {
  const role: DocumentRole = roleOf(citation);
  if (role === 'other') return [];
  const period = String(yearOf(citation.date ?? scene.today));
  const owed = obligationsOf(scene.house.directives, unit, scene.tree, scene.today).filter(
    ({ obligation }) => obligation.recurrence === 'yearly' && obligation.evidence.roles.includes(role),
  );
  const best = owed.find(({ obligation }) => obligation.tracked) ?? owed[0];
  if (!best) return [];
  const about = { unit: unit.id, obligation: best.obligation.id, period, event: '' as const };
  const state = obligationAt(scene, about)?.now.state;
  return state === 'open' || state === 'returned' ? [{ ...about, next: [], document: citation }] : [];
}
