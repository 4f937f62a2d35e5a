/** What a decision about an obligation needs to know: whom it is for, about what, and which day can be set. */
import type { Decision, DecisionFacts } from '../../conversations/forms/decide-obligation.ts';
import type { NamedObligation } from '../../conversations/parse/obligation-named.ts';
import { type Line, line } from '../../conversations/say.ts';
import type { IsoDate } from '../../domain/date.ts';
import { dueDay, type Owed, standing } from '../../domain/obligation.ts';
import { isWithin, type Unit } from '../../domain/unit.ts';
import { type Scene, unitOf } from '../scene.ts';
import { obligationAt, obligationName, owedFor } from './obligation-at.ts';

/** The units a decision is for. */
export const unitsOf = ({ tree }: Scene, { unit, subtree }: Pick<Decision, 'unit' | 'subtree'>): Unit[] =>
  [...tree.values()].filter(({ id }) => (subtree ? isWithin(tree, id, unit) : id === unit));

/** The obligations any of the units owes for a year, or for an event; those followed up first. */
export function obligationsFor(
  scene: Scene,
  units: readonly Unit[],
  { period, event }: Pick<Decision, 'period' | 'event'>,
): Owed[] {
  const found = new Map<string, Owed>();
  for (const unit of units) {
    for (const owed of owedFor(scene, unit.id, Number(period))) {
      const { id, recurrence } = owed.obligation;
      if (recurrence === (event === '' ? 'yearly' : 'on_event') && !found.has(id)) found.set(id, owed);
    }
  }
  const isTracked = ({ obligation }: Owed) => Number(obligation.tracked !== undefined);
  return [...found.values()].sort((a, b) => isTracked(b) - isTracked(a));
}

/** The obligations as somebody names them. */
export const named = ({ person }: Scene, all: readonly Owed[]): NamedObligation[] =>
  all.map(({ obligation: { id, title, tracked } }) => ({
    id,
    name: title[person.language],
    ...(tracked === undefined ? {} : { short: tracked[person.language] }),
  }));

export function decisionFacts(scene: Scene, subject: Decision): DecisionFacts {
  const units = unitsOf(scene, subject);
  const obligations = obligationsFor(scene, units, subject);
  const top = unitOf(scene, subject.unit);
  const { obligation, subtree } = subject;
  const found = obligation === undefined || subtree ? undefined : obligationAt(scene, { ...subject, obligation });
  const obstacle = obstacleTo(scene, subject, found);
  return {
    today: scene.today,
    obligations: named(scene, obligations),
    whom: subtree
      ? line('decide-whom-all', { unit: top.name, n: units.length })
      : line('decide-whom-one', { unit: top.name }),
    ...(found?.due === undefined ? {} : { due: found.due }),
    ...(obstacle === undefined ? {} : { obstacle: { lines: [obstacle] } }),
    settled: (id, date) =>
      settledDate(
        scene,
        subject,
        obligations.find((each) => each.obligation.id === id),
        date,
      ),
  };
}

/** Why nothing can be decided any more: the unit does not owe it, has done it meanwhile, or nothing is there to return. */
function obstacleTo(scene: Scene, subject: Decision, found: ReturnType<typeof obligationAt>): Line | undefined {
  if (subject.obligation === undefined || subject.subtree) return undefined;
  if (!found) return line('complete-not-owed');
  const name = obligationName(scene, found.owed, subject);
  const { state } = found.now;
  if (subject.kind === 'returned') {
    return state === 'done'
      ? undefined
      : line(state === 'returned' ? 'decide-returned-already' : 'decide-not-done', { name });
  }
  return state === 'open' || state === 'returned' ? undefined : line(`complete-already-${state}`, { name });
}

/** The working day a day comes down to; refused where it is past, or later than the directive's own day allows. */
export function settledDate(
  { house, today }: Scene,
  { kind, period, event }: Pick<Decision, 'kind' | 'period' | 'event'>,
  owed: Owed | undefined,
  date: IsoDate,
): { date: IsoDate } | { refused: Line } {
  if (date < today) return { refused: line('decide-date-past', { date: { date } }) };
  if (!owed) return { date };
  const occasion = { year: Number(period), ...(event === '' ? {} : { event }) };
  const by = { at: 0, by: 0 };
  const said = kind === 'moved' ? { kind, date, decision: '-', ...by } : { kind: 'set_date' as const, date, ...by };
  const day = dueDay(owed.obligation, occasion, standing([said]), house.calendar);
  if (day === undefined || day < today) return { refused: line('decide-date-past', { date: { date: day ?? date } }) };
  if (
    kind === 'set_date' &&
    day < date &&
    dueDay(owed.obligation, occasion, { state: 'open' }, house.calendar) === day
  ) {
    return { refused: line('decide-date-after', { due: { day } }) };
  }
  return { date: day };
}
