/** What a coordinator has received from units, recorded for all of them at once; what stood already stays as it was. */
import type { Answers, Json } from '../../conversations/form.ts';
import { typedUnits } from '../../conversations/forms/named-units.ts';
import {
  type Received,
  type ReceivedFacts,
  receiveObligation,
  unitsTold,
} from '../../conversations/forms/receive-obligation.ts';
import { obligationsNamed } from '../../conversations/parse/obligation-named.ts';
import { readReceived } from '../../conversations/parse/received.ts';
import { line } from '../../conversations/say.ts';
import { noteDeed } from '../../db/audit.ts';
import { recordEntry } from '../../db/obligation-entries.ts';
import { unitsMeant } from '../../db/units.ts';
import { yearOf } from '../../domain/date.ts';
import { standing } from '../../domain/obligation.ts';
import type { Unit, UnitId } from '../../domain/unit.ts';
import { type FormDesk, openForm } from '../forms.ts';
import { sourceOf } from '../month/record-month.ts';
import { allowed, type Scene, tell, unitOf, unitsFor } from '../scene.ts';
import { named, obligationsFor } from './decision-facts.ts';
import { dutyWorld } from './duty-world.ts';
import { dayOfYear, isYearAtHand, obligationName, owedFor } from './obligation-at.ts';
import { refreshReminders } from './refresh-reminders.ts';

export const receiveDesk: FormDesk<Received, ReceivedFacts> = {
  form: receiveObligation,
  facts: factsOf,
  submit: record,
};

/** The units that owe it, of those somebody decides for. */
const owingUnits = (scene: Scene, { obligation, period }: Received): Unit[] =>
  unitsFor(scene, 'decide_obligation').filter((unit) =>
    owedFor(scene, unit.id, Number(period)).some(
      (owed) => owed.obligation.id === obligation && owed.obligation.recurrence === 'yearly',
    ),
  );

/** Whether each of some units has still to send it. */
function stillOwing(scene: Scene, { obligation, period }: Received, units: readonly UnitId[]) {
  const { house, tx, today } = scene;
  const { records } = dutyWorld(house, tx, dayOfYear(Number(period), today), units);
  return (unit: UnitId): boolean => {
    const { state } = standing(records.entries(unit, obligation, period, ''));
    return state === 'open' || state === 'returned';
  };
}

function factsOf(scene: Scene, subject: Received): ReceivedFacts {
  const units = owingUnits(scene, subject);
  const ids = new Set(units.map(({ id }) => id));
  const [owed] = units.flatMap(({ id }) =>
    owedFor(scene, id, Number(subject.period)).filter(({ obligation }) => obligation.id === subject.obligation),
  );
  const about = { period: subject.period, event: '' };
  return {
    name: owed ? obligationName(scene, owed, about) : line('duty-unknown'),
    clusters: () => [],
    named: (words) => unitsMeant(scene.tx, words, ids).map(({ id, name }) => ({ id, name })),
    sorted(told) {
      const owes = stillOwing(scene, subject, told);
      const names = (all: readonly UnitId[]) => all.map((id) => unitOf(scene, id).name);
      return { open: names(told.filter(owes)), settled: names(told.filter((id) => !owes(id))) };
    },
    ...(owed ? {} : { obstacle: { lines: [line('received-nobody-owes')] } }),
  };
}

function record(scene: Scene, subject: Received, answers: Answers): void {
  const told = unitsTold(answers);
  if (told.some((unit) => !allowed(scene, 'decide_obligation', unit))) return tell(scene, line('not-allowed'));
  const owing = new Set(owingUnits(scene, subject).map(({ id }) => id));
  const owes = stillOwing(scene, subject, told);
  const open = told.filter((unit) => owing.has(unit) && owes(unit));
  for (const id of open) {
    const unit = unitOf(scene, id);
    recordEntry(scene.tx, { unit: id, ...subject, event: '' }, { kind: 'done', date: scene.today }, sourceOf(scene));
    noteDeed(scene.tx, {
      at: scene.now,
      actor: scene.person.code,
      action: 'obligation_received',
      subject: `unit:${unit.code}/${subject.obligation}/${subject.period}`,
      detail: {},
    });
    refreshReminders(scene, unit);
  }
  tell(scene, line(open.length === 0 ? 'received-none-left' : 'received-done', { n: open.length }));
}

/** Opens the form from the tracking list; answers false where nobody under this person owes it. */
export function startReceived(scene: Scene, subject: Received, known: Record<string, Json> = {}): boolean {
  if (!isYearAtHand(subject.period, scene.today)) return false;
  if (unitsFor(scene, 'decide_obligation').length === 0) {
    tell(scene, line('not-allowed'));
    return true;
  }
  if (owingUnits(scene, subject).length === 0) return false;
  openForm(scene, receiveDesk, subject, known);
  return true;
}

/** "đã nhận kế hoạch của Sở Ngoại vụ, Sở Xây dựng": what is said is filled in. */
export function receivedByText(scene: Scene, text: string): void {
  const said = readReceived(text);
  const units = unitsFor(scene, 'decide_obligation');
  if (!said || units.length === 0) return tell(scene, line('not-allowed'));
  const period = String(said.year ?? yearOf(scene.today));
  const obligations = isYearAtHand(period, scene.today) ? obligationsFor(scene, units, { period, event: '' }) : [];
  const [only, other] = obligationsNamed(said.what, named(scene, obligations));
  if (!only) return tell(scene, line('decide-which-unknown', { words: said.what }));
  if (other) return tell(scene, line('decide-which-several', { n: obligations.length }));
  const subject = { obligation: only.id, period };
  const reading = said.whose === undefined ? undefined : typedUnits(said.whose, factsOf(scene, subject), {});
  if (reading?.kind === 'unread') tell(scene, ...reading.lines);
  startReceived(scene, subject, reading?.kind === 'mend' ? (reading.answers ?? {}) : {});
}
