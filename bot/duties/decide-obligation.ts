/** Decisions about obligations: carried out for a unit or all under it, kept with their number, told to those concerned. */

import type { Answers, Json } from '../../conversations/form.ts';
import {
  type Decision,
  type DecisionFacts,
  type DecisionKind,
  decided,
  decideObligation,
} from '../../conversations/forms/decide-obligation.ts';
import { line } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { recordEntry } from '../../db/obligation-entries.ts';
import { staffOf } from '../../db/people.ts';
import type { IsoDate } from '../../domain/date.ts';
import { entryFault } from '../../domain/obligation.ts';
import { type FormDesk, openForm } from '../forms.ts';
import { sourceOf } from '../month/record-month.ts';
import { notify } from '../people/notice.ts';
import { allowed, type Scene, tell, unitOf } from '../scene.ts';
import { decisionFacts, unitsOf } from './decision-facts.ts';
import { isYearAtHand, obligationAt } from './obligation-at.ts';
import { refreshReminders } from './refresh-reminders.ts';

/** People told of a decision at once; of more the ledger of a broadcast is wanted. */
const TOLD_MAX = 200;

export const decisionDesk: FormDesk<Decision, DecisionFacts> = {
  form: decideObligation,
  facts: decisionFacts,
  submit: decide,
};

function decide(scene: Scene, subject: Decision, answers: Answers): void {
  const { obligation, date, decision, reason } = decided(subject, answers);
  const entry = {
    kind: subject.kind,
    ...(date === undefined ? {} : { date }),
    ...(decision === undefined ? {} : { decision }),
    ...(reason === undefined ? {} : { reason }),
  };
  if (obligation === undefined || !allowed(scene, 'decide_obligation', subject.unit))
    return tell(scene, line('not-allowed'));
  if (entryFault(entry) !== undefined) throw new Error(`a decision without what it rests on: ${subject.kind}`);
  const { unit, subtree, period, event } = subject;
  const concerned = concernedBy(scene, subject, obligation);
  recordEntry(scene.tx, { unit, subtree, obligation, period, event }, entry, sourceOf(scene));
  noteDeed(scene.tx, {
    at: scene.now,
    actor: scene.person.code,
    action: `obligation_${subject.kind}`,
    subject: `unit:${unitOf(scene, unit).code}/${obligation}/${period}`,
    detail: { subtree, ...entry },
  });
  const told = tellConcerned(scene, subject, concerned, entry);
  refreshReminders(scene, unitOf(scene, unit), subtree);
  tell(scene, line('decide-done', { people: told }));
}

interface Concerned {
  unit: number;
  unitName: string;
  title: { vi: string; en: string };
}

/** The units a decision changes anything for: who has done it, or need not, is told nothing. */
function concernedBy(scene: Scene, subject: Decision, obligation: string): Concerned[] {
  return unitsOf(scene, subject).flatMap((unit): Concerned[] => {
    const found = obligationAt(scene, { ...subject, unit: unit.id, obligation });
    if (!found) return [];
    const { state } = found.now;
    const fits = subject.kind === 'returned' || state === 'open' || state === 'returned';
    return fits ? [{ unit: unit.id, unitName: unit.name, title: found.owed.obligation.title }] : [];
  });
}

type Said = { kind: DecisionKind; date?: IsoDate; decision?: string; reason?: string };

/** Those who answer for the units learn of it, each once; answers how many were told. */
function tellConcerned(scene: Scene, subject: Decision, concerned: readonly Concerned[], said: Said): number {
  const told = new Set<number>();
  for (const { unit, unitName, title } of concerned) {
    for (const person of staffOf(scene.tx, unit, scene.today)) {
      if (told.has(person.id) || told.size >= TOLD_MAX) continue;
      const lines = [
        line(`decide-told-${said.kind}`, {
          name: title[person.language],
          unit: unitName,
          year: subject.period,
          ...(said.date === undefined ? {} : { date: { day: said.date } }),
        }),
        ...(said.decision === undefined ? [] : [line('decide-check-number', { decision: said.decision })]),
        ...(said.reason === undefined ? [] : [line('decide-check-reason', { reason: said.reason })]),
      ];
      if (notify(scene, person, { lines })) told.add(person.id);
    }
  }
  return told.size;
}

/** Opens a decision, with what is known of it; answers false where the button means nothing. */
export function startDecision(scene: Scene, subject: Decision, known: Record<string, Json> = {}): boolean {
  if (!scene.tree.has(subject.unit) || !isYearAtHand(subject.period, scene.today)) return false;
  if (!allowed(scene, 'decide_obligation', subject.unit)) tell(scene, line('not-allowed'));
  else openForm(scene, decisionDesk, subject, known);
  return true;
}
