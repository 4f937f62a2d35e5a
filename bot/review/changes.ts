/** Changes of closed months: asked for by the staff with a reason, decided by whoever closed the month or stands above. */
import type { Json } from '../../conversations/form.ts';
import { type ChangeFacts, type ChangeSubject, changeReason } from '../../conversations/forms/change-reason.ts';
import { type RefusalFacts, refuseChange } from '../../conversations/forms/refuse-change.ts';
import { type Line, line, option, type Say } from '../../conversations/say.ts';
import { figuresOf, filingOf } from '../../db/answers.ts';
import { noteDeed } from '../../db/audit.ts';
import {
  type ChangeRequest,
  changeRequest,
  openRequests,
  recordRequest,
  replaceRequests,
  settleRequest,
} from '../../db/change-requests.ts';
import { documentsOf } from '../../db/documents.ts';
import { personById } from '../../db/people.ts';
import type { Period } from '../../domain/period.ts';
import type { Person } from '../../domain/person.ts';
import type { Unit, UnitId } from '../../domain/unit.ts';
import { type FormDesk, openForm } from '../forms.ts';
import { fileMonth } from '../month/file.ts';
import { recordMonth, sourceOf } from '../month/record-month.ts';
import { coordinatorsOver } from '../people/coordinators.ts';
import { notify } from '../people/notice.ts';
import { allowed, keep, NOTHING_OPEN, offer, type Scene, tell, unitOf } from '../scene.ts';
import { changeLines, type Month, monthLines, monthView } from './figure-change.ts';
import { closedBy } from './month-state.ts';

const recorded = (scene: Scene, unit: UnitId, period: Period): Month => ({
  figures: figuresOf(scene.tx, unit, period),
  documents: documentsOf(scene.tx, unit, period, period),
});

/** What a change would change, or the whole month where none was sent before. */
function whatChanges(scene: Scene, unit: Unit, period: Period, month: Month): Line[] {
  return filingOf(scene.tx, unit.id, period)
    ? changeLines(recorded(scene, unit.id, period), month)
    : monthLines(monthView(scene, unit, period, month));
}

/** The unit whose coordinators decide: the one that closed the month. */
const seatOf = (scene: Scene, unit: UnitId, period: Period): UnitId => closedBy(scene, unit, period) ?? unit;

/** A text somebody was asked for. */
function words(answer: Json | undefined): string {
  if (typeof answer !== 'string') throw new Error('a reason was asked for and is no text');
  return answer;
}

const names = (people: readonly Person[]) => people.map(({ name }) => name).join(', ');

function reasonFacts(scene: Scene, { unit, period, figures, documents }: ChangeSubject): ChangeFacts {
  const deciders = coordinatorsOver(scene, seatOf(scene, unit, period));
  return {
    unitName: unitOf(scene, unit).name,
    first: filingOf(scene.tx, unit, period) === undefined,
    changes: whatChanges(scene, unitOf(scene, unit), period, { figures, documents }),
    ...(deciders.length > 0 ? { decides: names(deciders) } : {}),
  };
}

/** The reason a closed month should change, asked when it is sent. */
export const reasonDesk: FormDesk<ChangeSubject, ChangeFacts> = {
  form: changeReason,
  facts: reasonFacts,
  unit: ({ unit }) => unit,
  submit(scene, subject, answers) {
    const reason = words(answers.reason);
    const { unit: at, period, figures, documents } = subject;
    const unit = unitOf(scene, at);
    // What lay under the question is what was sent: it is over either way.
    keep(scene, NOTHING_OPEN);
    const filed = filingOf(scene.tx, at, period) !== undefined;
    if (!allowed(scene, filed ? 'correct_month' : 'file_month', at)) return tell(scene, line('not-allowed'));
    // Opened again meanwhile: nobody has to be asked.
    if (closedBy(scene, at, period) === undefined) return fileMonth(scene, { do: 'file_month', ...subject });
    const source = sourceOf(scene);
    replaceRequests(scene.tx, at, period, source);
    const asked = { unit: at, period, change: { figures, documents }, reason };
    const id = recordRequest(scene.tx, asked, source);
    const subjectOf = `unit:${unit.code}/${period}`;
    noteDeed(scene.tx, {
      at: scene.now,
      actor: scene.person.code,
      action: 'ask_change',
      subject: subjectOf,
      detail: { request: id, reason: asked.reason },
    });
    const request = changeRequest(scene.tx, id);
    const deciders = coordinatorsOver(scene, seatOf(scene, at, period));
    const told = request ? deciders.filter((person) => notify(scene, person, requestSay(scene, request))) : [];
    const args = { period: { period }, unit: unit.name };
    const others = told.filter((person) => person.id !== scene.person.id);
    if (others.length === 0) return tell(scene, line('change-kept-nobody', args));
    tell(scene, line(filed ? 'change-kept' : 'change-kept-first', { ...args, name: names(others) }));
  },
};

/** A request as whoever decides sees it: old and new of each figure, the reason, yes and no. */
export function requestSay(
  scene: Scene,
  { id, unit: at, period, change, reason, askedBy, askedAt }: ChangeRequest,
): Say {
  const unit = unitOf(scene, at);
  const asker = personById(scene.tx, askedBy)?.name ?? '';
  const first = filingOf(scene.tx, at, period) === undefined;
  const args = { asker, unit: unit.name, period: { period }, at: { time: askedAt } };
  return {
    lines: [
      line(first ? 'change-asked-first' : 'change-asked', args),
      ...whatChanges(scene, unit, period, change),
      line('change-asked-reason', { reason }),
      line('change-how'),
    ],
    choices: [
      [option(`run:grant:${id}`, 'change-grant', { unit: unit.name, period: { period } })],
      [option(`run:refuse:${id}`, 'change-refuse', { unit: unit.name, period: { period } })],
    ],
  };
}

/** The open requests somebody may decide, oldest first. */
export const requestsFor = (scene: Scene): ChangeRequest[] =>
  openRequests(scene.tx).filter(({ unit, period }) => mayDecide(scene, unit, period));

const mayDecide = (scene: Scene, unit: UnitId, period: Period): boolean =>
  allowed(scene, 'lock_period', seatOf(scene, unit, period));

/** Why a request cannot be decided here and now, if so. */
function overtaken(scene: Scene, { unit: at, period, decided }: ChangeRequest): Say | undefined {
  const unit = unitOf(scene, at).name;
  if (!mayDecide(scene, at, period)) return { lines: [line('not-allowed')] };
  if (!decided) return undefined;
  const args = {
    unit,
    period: { period },
    by: personById(scene.tx, decided.by)?.name ?? '',
    at: { time: decided.at },
  };
  return { lines: [line(`change-was-${decided.verdict}`, args)] };
}

/** Shows a request to whoever may decide it. */
export function showRequest(scene: Scene, id: number): boolean {
  const request = changeRequest(scene.tx, id);
  if (!request) return false;
  const stop = overtaken(scene, request);
  if (stop) tell(scene, ...stop.lines);
  else offer(scene, requestSay(scene, request));
  return true;
}

/** The yes: the month is recorded in the name of who asked, with the reason in the audit. */
export function grantChange(scene: Scene, id: number): boolean {
  const request = changeRequest(scene.tx, id);
  if (!request) return false;
  const stop = overtaken(scene, request);
  if (stop) {
    tell(scene, ...stop.lines);
    return true;
  }
  const { unit: at, period, change, reason, askedBy, message } = request;
  const unit = unitOf(scene, at);
  const asker = personById(scene.tx, askedBy);
  if (!asker) throw new Error(`change request ${id} was asked by nobody`);
  const first = filingOf(scene.tx, at, period) === undefined;
  settleRequest(scene.tx, id, 'granted', sourceOf(scene));
  noteDecision(scene, request, 'grant_change', { reason });
  const source = { person: asker.id, at: scene.now, ...(message === undefined ? {} : { message }) };
  const granted = { request: id, reason, granted_by: scene.person.code };
  const { changed, filing } = recordMonth(
    scene,
    unit,
    { unit: at, period, ...change },
    { person: asker, source, granted },
  );
  const args = { unit: unit.name, period: { period }, changed };
  tell(scene, line(first ? 'change-granted-first' : 'change-granted', { ...args, asker: asker.name }));
  const told = { ...args, by: scene.person.name, receipt: filing.receipt };
  if (asker.id !== scene.person.id) {
    notify(scene, asker, { lines: [line(first ? 'change-granted-told-first' : 'change-granted-told', told)] });
  }
  return true;
}

function noteDecision(scene: Scene, request: ChangeRequest, action: string, why: Record<string, string>): void {
  const unit = unitOf(scene, request.unit);
  noteDeed(scene.tx, {
    at: scene.now,
    actor: scene.person.code,
    action,
    subject: `unit:${unit.code}/${request.period}`,
    detail: { request: request.id, asked_by: personById(scene.tx, request.askedBy)?.code ?? '', ...why },
  });
}

/** Asks for the reason of a no. */
export function startRefusal(scene: Scene, id: number): boolean {
  if (!changeRequest(scene.tx, id)) return false;
  openForm(scene, refusalDesk, { request: id });
  return true;
}

const requestOf = (scene: Scene, id: number): ChangeRequest => {
  const request = changeRequest(scene.tx, id);
  if (!request) throw new Error(`no change request ${id}`);
  return request;
};

/** The reason of a no, which the asker gets. */
export const refusalDesk: FormDesk<{ request: number }, RefusalFacts> = {
  form: refuseChange,
  facts(scene, { request: id }) {
    const request = requestOf(scene, id);
    const stop = overtaken(scene, request);
    return {
      unitName: unitOf(scene, request.unit).name,
      period: { period: request.period },
      asker: personById(scene.tx, request.askedBy)?.name ?? '',
      ...(stop ? { overtaken: stop } : {}),
    };
  },
  submit(scene, { request: id }, answers) {
    const reason = words(answers.reason);
    const request = requestOf(scene, id);
    const stop = overtaken(scene, request);
    if (stop) return tell(scene, ...stop.lines);
    settleRequest(scene.tx, id, 'refused', sourceOf(scene));
    noteDecision(scene, request, 'refuse_change', { reason: request.reason, refused_because: reason });
    const args = { unit: unitOf(scene, request.unit).name, period: { period: request.period } };
    const asker = personById(scene.tx, request.askedBy);
    tell(scene, line('change-refused', { ...args, asker: asker?.name ?? '' }));
    if (!asker || asker.id === scene.person.id) return;
    const told = line('change-refused-told', { ...args, by: scene.person.name, reason });
    notify(scene, asker, { lines: [told] });
  },
};
