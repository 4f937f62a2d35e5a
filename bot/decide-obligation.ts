/** Decisions about obligations: carried out for a unit or all under it, kept with their number, told to those concerned. */

import type { Answers } from '../conversations/form.ts';
import {
  type Decision,
  type DecisionFacts,
  type DecisionKind,
  decided,
  decideObligation,
} from '../conversations/forms/decide-obligation.ts';
import { type Line, line } from '../conversations/say.ts';
import { noteDeed } from '../db/audit.ts';
import { recordEntry } from '../db/obligation-entries.ts';
import { staffOf } from '../db/people.ts';
import type { IsoDate } from '../domain/date.ts';
import type { Obligation } from '../domain/directive.ts';
import { dueDay, entryFault, obligationsOf, standing } from '../domain/obligation.ts';
import { isWithin, type Unit } from '../domain/unit.ts';
import { dutyWorld } from './duty-world.ts';
import { type FormDesk, openForm } from './forms.ts';
import { notify } from './notice.ts';
import { sourceOf } from './record-month.ts';
import { refreshReminders } from './refresh-reminders.ts';
import { allowed, type Scene, tell, unitOf } from './scene.ts';

/** People told of a decision at once; of more the ledger of a broadcast is wanted. */
const TOLD_MAX = 200;

export const decisionDesk: FormDesk<Decision, DecisionFacts> = {
  form: decideObligation,
  facts: factsOf,
  submit: decide,
};

/** The units a decision is for. */
const unitsOf = ({ tree }: Scene, { unit, subtree }: Decision): Unit[] =>
  [...tree.values()].filter(({ id }) => (subtree ? isWithin(tree, id, unit) : id === unit));

/** The yearly obligations any of the units owes, those followed up first. */
function obligationsFor(scene: Scene, units: readonly Unit[], event: string): Obligation[] {
  const found = new Map<string, Obligation>();
  for (const unit of units) {
    for (const { obligation } of obligationsOf(scene.house.directives, unit, scene.tree, scene.today)) {
      const fits = event === '' ? obligation.recurrence === 'yearly' : obligation.recurrence === 'on_event';
      if (fits) found.set(obligation.id, obligation);
    }
  }
  return [...found.values()].sort((a, b) => Number(b.tracked !== undefined) - Number(a.tracked !== undefined));
}

function factsOf(scene: Scene, subject: Decision): DecisionFacts {
  const { house, tx, today, person } = scene;
  const units = unitsOf(scene, subject);
  const obligations = obligationsFor(scene, units, subject.event);
  const top = unitOf(scene, subject.unit);
  const whom = subject.subtree
    ? line('decide-whom-all', { unit: top.name, n: units.length })
    : line('decide-whom-one', { unit: top.name });
  const dueOf = (id: string | undefined, date?: IsoDate): IsoDate | undefined => {
    const obligation = obligations.find((each) => each.id === id);
    if (!obligation || subject.subtree) return undefined;
    const { records } = dutyWorld(house, tx, today, [subject.unit]);
    const entries = records.entries(subject.unit, obligation.id, subject.period, subject.event);
    return (
      date ??
      dueDay(
        obligation,
        { year: Number(subject.period), ...(subject.event === '' ? {} : { event: subject.event }) },
        standing(entries),
        house.calendar,
      )
    );
  };
  const due = dueOf(subject.obligation);
  return {
    today,
    obligations: obligations.map(({ id, title }) => ({ id, name: title[person.language] })),
    whom,
    ...(due === undefined ? {} : { due }),
    settled: (id, date) =>
      settledDate(
        scene,
        subject,
        obligations.find((each) => each.id === id),
        date,
      ),
  };
}

/** The working day a day comes down to; refused where it is past, or later than the directive's own day allows. */
function settledDate(
  { house, today }: Scene,
  { kind, period, event }: Decision,
  obligation: Obligation | undefined,
  date: IsoDate,
): { date: IsoDate } | { refused: Line } {
  if (date < today) return { refused: line('decide-date-past', { date: { date } }) };
  if (!obligation) return { date };
  const occasion = { year: Number(period), ...(event === '' ? {} : { event }) };
  const by = { at: 0, by: 0 };
  const said = kind === 'moved' ? { kind, date, decision: '-', ...by } : { kind: 'set_date' as const, date, ...by };
  const day = dueDay(obligation, occasion, standing([said]), house.calendar);
  if (day === undefined || day < today) return { refused: line('decide-date-past', { date: { date: day ?? date } }) };
  if (kind === 'set_date' && day < date && dueDay(obligation, occasion, { state: 'open' }, house.calendar) === day) {
    return { refused: line('decide-date-after', { due: { day } }) };
  }
  return { date: day };
}

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
  recordEntry(scene.tx, { unit, subtree, obligation, period, event }, entry, sourceOf(scene));
  noteDeed(scene.tx, {
    at: scene.now,
    actor: scene.person.code,
    action: `obligation_${subject.kind}`,
    subject: `unit:${unitOf(scene, unit).code}/${obligation}/${period}`,
    detail: { subtree, ...entry },
  });
  const told = tellConcerned(scene, subject, obligation, entry);
  tell(scene, line('decide-done', { people: told }));
}

type Said = { kind: DecisionKind; date?: IsoDate; decision?: string; reason?: string };

/** Those who answer for the units learn of it, each once; answers how many were told. */
function tellConcerned(scene: Scene, subject: Decision, id: string, said: Said): number {
  const { house, tx, today, tree } = scene;
  const units = unitsOf(scene, subject).filter((unit) =>
    obligationsOf(house.directives, unit, tree, today).some(({ obligation }) => obligation.id === id),
  );
  const obligation = obligationsFor(scene, units, subject.event).find((each) => each.id === id);
  const told = new Set<number>();
  for (const unit of units) {
    for (const person of staffOf(tx, unit.id, today)) {
      if (told.has(person.id) || told.size >= TOLD_MAX) continue;
      const name = obligation?.title[person.language] ?? '';
      const lines = [
        line(`decide-told-${said.kind}`, {
          name,
          unit: unit.name,
          year: subject.period,
          ...(said.date === undefined ? {} : { date: { day: said.date } }),
        }),
        ...(said.decision === undefined ? [] : [line('decide-check-number', { decision: said.decision })]),
        ...(said.reason === undefined ? [] : [line('decide-check-reason', { reason: said.reason })]),
      ];
      if (notify(scene, person, { lines })) told.add(person.id);
    }
    refreshReminders(scene, unit);
  }
  return told.size;
}

/** Opens a decision. */
export function startDecision(scene: Scene, subject: Decision): boolean {
  if (!scene.tree.has(subject.unit)) return false;
  if (!allowed(scene, 'decide_obligation', subject.unit)) tell(scene, line('not-allowed'));
  else openForm(scene, decisionDesk, subject);
  return true;
}
