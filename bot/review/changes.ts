/** Changes of closed months and years: asked for by the staff with a reason, decided by whoever closed the month or stands above. */
import type { Json } from '../../conversations/form.ts';
import { type ChangeFacts, type ChangeSubject, changeReason } from '../../conversations/forms/change-reason.ts';
import { type RefusalFacts, refuseChange } from '../../conversations/forms/refuse-change.ts';
import { type Line, line, type Option, type Say } from '../../conversations/say.ts';
import { figuresOf, filingOf } from '../../db/answers.ts';
import { noteDeed } from '../../db/audit.ts';
import {
  type ChangeRequest,
  changeRequest,
  firstSending,
  openRequests,
  recordRequest,
  replaceRequests,
  settleRequest,
} from '../../db/change-requests.ts';
import { documentsOf } from '../../db/documents.ts';
import { personById } from '../../db/people.ts';
import { dateAt, type Instant } from '../../domain/date.ts';
import { dueOn, isYear, type Period, periodMonth } from '../../domain/period.ts';
import type { Action, Person } from '../../domain/person.ts';
import type { Unit, UnitId } from '../../domain/unit.ts';
import { refreshReminders } from '../duties/refresh-reminders.ts';
import { type FormDesk, openForm } from '../forms.ts';
import { fileMonth, fileYear } from '../month/file.ts';
import { recordMonth, sourceOf } from '../month/record-month.ts';
import { recordYear } from '../month/record-year.ts';
import { coordinatorsOver } from '../people/coordinators.ts';
import { notify } from '../people/notice.ts';
import { allowed, keep, NOTHING_OPEN, offer, type Scene, tell, unitOf } from '../scene.ts';
import { changeLine, changeLineOf, type Sending } from './change-words.ts';
import { changeLines, type Month, monthLines, monthView } from './figure-change.ts';
import { closedBy } from './month-state.ts';

const recorded = (scene: Scene, unit: UnitId, period: Period): Month => ({
  figures: figuresOf(scene.tx, unit, period),
  documents: isYear(period) ? [] : documentsOf(scene.tx, unit, period, period),
});

/** What a change would change, or the whole month where none was sent before. */
function whatChanges(scene: Scene, unit: Unit, period: Period, month: Month): Line[] {
  return !isFirst(scene, unit.id, period)
    ? changeLines(recorded(scene, unit.id, period), month, isYear(period) ? 'year' : 'month')
    : monthLines(monthView(scene, unit, period, month));
}

/** True for a month that was never sent; what is said for a year may be said at any time. */
const isFirst = (scene: Scene, unit: UnitId, period: Period): boolean =>
  !isYear(period) && filingOf(scene.tx, unit, period) === undefined;

/** What a request asked at a moment is about; of a month sent again before anybody decided, the first sending counts. */
function sendingOf(scene: Scene, unit: UnitId, period: Period, at: Instant): Sending {
  if (!isFirst(scene, unit, period)) return 'change';
  const first = firstSending(scene.tx, unit, period)?.at ?? at;
  return dateAt(first) <= dueOn(period, scene.house.window, scene.house.calendar) ? 'in_time' : 'late';
}

/** What somebody must be allowed to do to send it. */
const actionFor = (scene: Scene, unit: UnitId, period: Period): Action =>
  isYear(period) ? 'supplement_year' : isFirst(scene, unit, period) ? 'file_month' : 'correct_month';

/** The unit whose coordinators decide: the one that closed it. */
const seatOf = (scene: Scene, unit: UnitId, period: Period): UnitId => closedBy(scene, unit, period) ?? unit;

/** A text somebody was asked for. */
function words(answer: Json | undefined): string {
  if (typeof answer !== 'string') throw new Error('a reason was asked for and is no text');
  return answer;
}

const names = (people: readonly Person[]) => people.map(({ name }) => name).join(', ');

function reasonFacts(scene: Scene, { unit, period, figures, documents }: ChangeSubject): ChangeFacts {
  const deciders = coordinatorsOver(scene, seatOf(scene, unit, period));
  const sending = sendingOf(scene, unit, period, scene.now);
  return {
    heading: changeLineOf('heading', sending, period, { unit: unitOf(scene, unit).name }),
    first: sending !== 'change',
    inTime: sending === 'in_time',
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
    const { unit: at, period, figures, documents } = subject;
    const sending = sendingOf(scene, at, period, scene.now);
    // What is sent in time needs no excuse and none was asked for.
    const reason = sending === 'in_time' ? '' : words(answers.reason);
    const unit = unitOf(scene, at);
    // What lay under the question is what was sent: it is over either way.
    keep(scene, NOTHING_OPEN);
    if (!allowed(scene, actionFor(scene, at, period), at)) return tell(scene, line('not-allowed'));
    // Opened again meanwhile: nobody has to be asked.
    if (closedBy(scene, at, period) === undefined) {
      if (isYear(period)) return fileYear(scene, { do: 'file_year', unit: at, year: Number(period), figures });
      return fileMonth(scene, { do: 'file_month', ...subject });
    }
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
    // Whoever has sent it is not reminded of it meanwhile.
    if (sending !== 'change') refreshReminders(scene, unit);
    const args = { unit: unit.name, at: { time: firstSending(scene.tx, at, period)?.at ?? scene.now } };
    const others = told.filter((person) => person.id !== scene.person.id);
    if (others.length === 0) return tell(scene, changeLineOf('kept-nobody', sending, period, args));
    tell(scene, changeLineOf('kept', sending, period, { ...args, name: names(others) }));
  },
};

/** A request as whoever decides sees it: old and new of each figure, the reason, yes and no. */
export function requestSay(
  scene: Scene,
  { id, unit: at, period, change, reason, askedBy, askedAt }: ChangeRequest,
): Say {
  const unit = unitOf(scene, at);
  const asker = personById(scene.tx, askedBy)?.name ?? '';
  const args = { asker, unit: unit.name, at: { time: askedAt } };
  return {
    lines: [
      changeLineOf('asked', sendingOf(scene, at, period, askedAt), period, args),
      ...whatChanges(scene, unit, period, change),
      ...(reason === '' ? [] : [line('change-asked-reason', { reason })]),
      line('change-how'),
    ],
    choices: [
      [{ id: `run:grant:${id}`, label: changeLine('grant', period, { unit: unit.name }) }],
      [{ id: `run:refuse:${id}`, label: changeLine('refuse', period, { unit: unit.name }) }],
    ],
  };
}

/** The way to a request. */
export const requestOption = (scene: Scene, { id, unit, period, askedAt }: ChangeRequest): Option => ({
  id: `run:change:${id}`,
  label: changeLineOf('look', sendingOf(scene, unit, period, askedAt), period, { unit: unitOf(scene, unit).name }),
});

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
  const args = { unit, by: personById(scene.tx, decided.by)?.name ?? '', at: { time: decided.at } };
  return { lines: [changeLine(`was-${decided.verdict}`, period, args)] };
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

/** The yes: it is recorded in the name of who asked, with the reason in the audit. */
export function grantChange(scene: Scene, id: number): boolean {
  const request = changeRequest(scene.tx, id);
  if (!request) return false;
  const stop = overtaken(scene, request);
  if (stop) {
    tell(scene, ...stop.lines);
    return true;
  }
  const { unit: at, period, reason, askedBy } = request;
  const unit = unitOf(scene, at);
  const asker = personById(scene.tx, askedBy);
  if (!asker) throw new Error(`change request ${id} was asked by nobody`);
  const sending = sendingOf(scene, at, period, request.askedAt);
  const sentAt = { time: firstSending(scene.tx, at, period)?.at ?? request.askedAt };
  settleRequest(scene.tx, id, 'granted', sourceOf(scene));
  noteDecision(scene, request, 'grant_change', { reason });
  const { changed, receipt } = recordGranted(scene, unit, request, asker);
  const args = { unit: unit.name, changed, at: sentAt };
  tell(scene, changeLineOf('granted', sending, period, { ...args, asker: asker.name }));
  if (asker.id !== scene.person.id) {
    const told = { ...args, by: scene.person.name, receipt };
    notify(scene, asker, { lines: [changeLineOf('granted-told', sending, period, told)] });
  }
  return true;
}

function recordGranted(
  scene: Scene,
  unit: Unit,
  { id, period, change, reason, askedAt, message }: ChangeRequest,
  asker: Person,
): { changed: number; receipt: string } {
  // A month is sent when it is sent, however long the yes takes; figures that were recorded change with the yes.
  const at = isFirst(scene, unit.id, period) ? askedAt : scene.now;
  const source = { person: asker.id, at, ...(message === undefined ? {} : { message }) };
  const recording = { person: asker, source, granted: { request: id, reason, granted_by: scene.person.code } };
  if (isYear(period)) {
    const { figures } = change;
    return { changed: recordYear(scene, unit, { year: period, figures }, recording), receipt: '' };
  }
  const { changed, filing } = recordMonth(scene, unit, { unit: unit.id, period, ...change }, recording);
  refreshReminders(scene, unit);
  return { changed, receipt: filing.receipt };
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
      heading: changeLine('refuse-heading', request.period, { unit: unitOf(scene, request.unit).name }),
      asker: personById(scene.tx, request.askedBy)?.name ?? '',
      ...(stop ? { overtaken: stop } : {}),
    };
  },
  submit(scene, { request: id }, answers) {
    const reason = words(answers.reason);
    const request = requestOf(scene, id);
    const stop = overtaken(scene, request);
    if (stop) return tell(scene, ...stop.lines);
    const { period } = request;
    const unit = unitOf(scene, request.unit);
    const sending = sendingOf(scene, unit.id, period, request.askedAt);
    settleRequest(scene.tx, id, 'refused', sourceOf(scene));
    noteDecision(scene, request, 'refuse_change', { reason: request.reason, refused_because: reason });
    // It is owed again, and reminded of again.
    if (sending !== 'change') refreshReminders(scene, unit);
    const args = { unit: unit.name, month: isYear(period) ? '' : periodMonth(period) };
    const asker = personById(scene.tx, request.askedBy);
    tell(scene, changeLineOf('refused', sending, period, { ...args, asker: asker?.name ?? '' }));
    if (!asker || asker.id === scene.person.id) return;
    const told = changeLineOf('refused-told', sending, period, { ...args, by: scene.person.name, reason });
    notify(scene, asker, { lines: [told] });
  },
};
