/** The forms of reviewing: returning a month with reasons, and accepting several at once. */
import { returnables } from '../../conversations/flows/monthly-check-in/returned.ts';
import { type AcceptFacts, type AcceptSubject, acceptMonths } from '../../conversations/forms/accept-months.ts';
import {
  chosenItems,
  type ReturnFacts,
  type ReturnSubject,
  reasonsFor,
  returnMonth,
} from '../../conversations/forms/return-month.ts';
import { type Line, line, option } from '../../conversations/say.ts';
import { figuresOf } from '../../db/answers.ts';
import { noteDeed } from '../../db/audit.ts';
import { documentsOf } from '../../db/documents.ts';
import { personById } from '../../db/people.ts';
import { staffAnswering } from '../../db/responsible.ts';
import { type Reasons, recordReview } from '../../db/reviews.ts';
import { amount } from '../../domain/figure.ts';
import { isOpenForReview, mendBy } from '../../domain/month-review.ts';
import { dueOn, type Period, periodMonth } from '../../domain/period.ts';
import type { Person } from '../../domain/person.ts';
import type { Unit, UnitId } from '../../domain/unit.ts';
import { type FormDesk, openForm } from '../forms.ts';
import { sourceOf } from '../month/record-month.ts';
import { notify } from '../people/notice.ts';
import { allowed, type Scene, tell, unitOf } from '../scene.ts';
import { monthView } from './figure-change.ts';
import { closedBy, monthState } from './month-state.ts';
import { openMonths } from './review-list.ts';
import { keepAcceptance, overtakenLine, reasonLines, sayMonth } from './review-month.ts';

/** Months accepted with one yes: as many as can be looked at on one screen. */
const ACCEPTED_AT_ONCE_MAX = 20;

function returnFacts(scene: Scene, { unit: at, period, seen }: ReturnSubject): ReturnFacts {
  const unit = unitOf(scene, at);
  const figures = figuresOf(scene.tx, at, period);
  const documents = documentsOf(scene.tx, at, period, period);
  const overtaken = allowed(scene, 'review_month', at) ? overtakenLine(scene, unit, period, seen) : line('not-allowed');
  return {
    unitName: unit.name,
    items: returnables(monthView(scene, unit, period, { figures, documents })),
    ...(overtaken ? { overtaken: { lines: [overtaken] } } : {}),
  };
}

/** Returning a month: which figures, and why each. */
export const returnDesk: FormDesk<ReturnSubject, ReturnFacts> = {
  form: returnMonth,
  facts: returnFacts,
  submit(scene, subject, answers) {
    const facts = returnFacts(scene, subject);
    if (facts.overtaken) return tell(scene, ...facts.overtaken.lines);
    const reasons = reasonsFor(answers, chosenItems(answers, facts));
    if (!reasons) throw new Error('a month was returned without a reason');
    keepReturn(scene, unitOf(scene, subject.unit), subject.period, reasons);
  },
};

/** Opens the return of a month as it was seen. */
export function startReturn(scene: Scene, unit: Unit, period: Period, seen: string): void {
  if (!allowed(scene, 'review_month', unit.id)) return tell(scene, line('not-allowed'));
  const overtaken = overtakenLine(scene, unit, period, seen);
  const { state } = monthState(scene, unit.id, period);
  if (overtaken) return sayMonth(scene, unit, period, [overtaken]);
  if (state === 'unfiled' || state === 'returned') return sayMonth(scene, unit, period);
  openForm(scene, returnDesk, { unit: unit.id, period, seen });
}

function keepReturn(scene: Scene, unit: Unit, period: Period, reasons: Reasons): void {
  recordReview(scene.tx, { unit: unit.id, period, verdict: 'returned', reasons }, sourceOf(scene));
  noteDeed(scene.tx, {
    at: scene.now,
    actor: scene.person.code,
    action: 'return_month',
    subject: `unit:${unit.code}/${period}`,
    detail: { reasons },
  });
  const { calendar, window } = scene.house;
  const isClosed = closedBy(scene, unit.id, period) !== undefined;
  const told = staffConcerned(scene, unit.id, period).filter((person) =>
    notify(scene, person, {
      lines: [
        line('review-returned-told', {
          unit: unit.name,
          period: { period },
          by: scene.person.name,
          count: Object.keys(reasons).length,
        }),
        ...reasonLines({ reasons }),
        line('mend-by', { due: { day: mendBy(scene.today, dueOn(period, window, calendar), calendar) } }),
        ...(isClosed ? [line('mend-closed-told', { period: { period } })] : []),
        line('review-returned-how', { month: periodMonth(period) }),
      ],
      choices: [[option(`run:correct:${unit.id}:${period}`, 'review-choice-mend', { period: { period } })]],
    }),
  );
  const args = { unit: unit.name, period: { period } };
  if (told.length === 0) return tell(scene, line('review-returned-nobody', args));
  tell(
    scene,
    line('review-returned', { ...args, names: told.map(({ name }) => name).join(', ') }),
    ...(isClosed ? [line('mend-closed-returned')] : []),
  );
}

/** Who sent the month, while they are still of the unit, and the others who file for it. */
function staffConcerned(scene: Scene, unit: UnitId, period: Period): Person[] {
  const staff = staffAnswering(scene.tx, scene.tree, unit, scene.today);
  const { filing } = monthState(scene, unit, period);
  const sender = filing ? personById(scene.tx, filing.firstFiledBy) : undefined;
  const isFirst = (person: Person) => (person.id === sender?.id ? 0 : 1);
  return [...staff].sort((a, b) => isFirst(a) - isFirst(b));
}

/** A month in one line: what a coordinator looks at before saying yes to many. */
function monthLine(scene: Scene, unit: Unit, period: Period, at: number): Line {
  const figures = figuresOf(scene.tx, unit.id, period);
  const shown = (name: 'received' | 'resolved' | 'resolved_late') => amount(figures[name]) ?? line('figure-no-data');
  return line('review-accept-line', {
    at,
    unit: unit.name,
    received: shown('received'),
    resolved: shown('resolved'),
    late: shown('resolved_late'),
  });
}

const stillOpen = (scene: Scene, { period, months }: AcceptSubject) =>
  months.filter(({ unit, seen }) => {
    const now = monthState(scene, unit, period);
    return now.seen === seen && isOpenForReview(now.state) && allowed(scene, 'review_month', unit);
  });

/** Accepting several months with one yes, after looking at each in a line. */
export const acceptDesk: FormDesk<AcceptSubject, AcceptFacts> = {
  form: acceptMonths,
  facts: (scene, subject) => ({
    lines: subject.months.map(({ unit }, index) => monthLine(scene, unitOf(scene, unit), subject.period, index + 1)),
    ...(stillOpen(scene, subject).length === 0
      ? { overtaken: { lines: [line('review-all-done', { period: { period: subject.period } })] } }
      : {}),
  }),
  submit(scene, subject) {
    const { period, months } = subject;
    const open = stillOpen(scene, subject);
    for (const { unit } of open) {
      keepAcceptance(scene, unitOf(scene, unit), period, monthState(scene, unit, period));
    }
    const skipped = months.filter((month) => !open.includes(month)).map(({ unit }) => unitOf(scene, unit).name);
    tell(
      scene,
      line('review-accepted-many', { n: open.length, period: { period } }),
      ...(skipped.length > 0 ? [line('review-accepted-not', { units: { each: skipped, with: ', ' } })] : []),
    );
  },
};

/** Shows every open month of a period with its figures, to accept them together. */
export function startAcceptAll(scene: Scene, period: Period): void {
  const open = openMonths(scene, period).slice(0, ACCEPTED_AT_ONCE_MAX);
  if (open.length === 0) return tell(scene, line('review-all-done', { period: { period } }));
  openForm(scene, acceptDesk, { period, months: open.map(({ unit, seen }) => ({ unit: unit.id, seen })) });
}
