/**
 * A month returned by a coordinator: which of its figures can be returned, and asking for exactly those again. What was
 * returned is taken up in the correction, so that it is asked; everything else stands as it was sent.
 */
import { type IndicatorName, isIndicator } from '../../../domain/indicator.ts';
import type { Question } from '../../flow.ts';
import { type Line, line, type Value } from '../../say.ts';
import { lay } from '../../staged.ts';
import { ACTIVITIES_DONE, DOCUMENTS_DONE } from './activities.ts';
import { shown } from './summary.ts';
import type { Topic } from './topics.ts';
import { activityMark, type CheckIn, isKnown, said, type View } from './view.ts';

/** What can be returned: a figure that was said, the documents, or the list of what else happened. */
export type Returnable = IndicatorName | 'documents' | 'activities';

export const isReturnable = (name: string): name is Returnable =>
  name === 'documents' || name === 'activities' || isIndicator(name);

/** The topic that asks for each figure. */
const TOPIC_OF: Partial<Record<Returnable, string>> = {
  carried_over: 'carried_over',
  received: 'received',
  received_online: 'online',
  resolved_early: 'resolved',
  resolved_on_time: 'resolved',
  resolved_late: 'resolved',
  pending_in_time: 'pending',
  pending_overdue: 'pending',
  late_reason: 'late_reason',
  procedures_total: 'procedures_total',
  procedures_amended: 'procedures',
  procedures_new: 'procedures',
  procedures_repealed: 'procedures',
  audit_date: 'audit_date',
  minor_nonconformities: 'audit',
  major_nonconformities: 'audit',
  recommendations: 'audit',
  observations: 'audit',
  corrective_action_date: 'corrective',
  management_review_date: 'review',
  training_attendees: 'training',
  training_courses_hosted: 'training',
  difficulties: 'difficulties',
};

/** What of a month that was sent can be returned: what was said in it, and what else happened. In the order asked. */
export function returnables(view: View): { item: Returnable; shown: Value }[] {
  const figures = (Object.keys(TOPIC_OF) as IndicatorName[])
    .filter((name) => said(view, name) !== undefined)
    .map((name) => ({ item: name as Returnable, shown: dated(view, name) }));
  const { documents } = view.state.staged;
  return [
    ...figures,
    ...(documents.length > 0 ? [{ item: 'documents' as const, shown: documents.length }] : []),
    { item: 'activities' as const, shown: '' },
  ];
}

function dated(view: View, name: IndicatorName): Value {
  const figure = said(view, name);
  const isDate = name.endsWith('_date') && figure?.kind === 'value' && typeof figure.value === 'string';
  return isDate ? { day: String(figure.value) } : shown(view, name);
}

/** The name of what can be returned. */
export const returnableName = (item: Returnable): Line =>
  item === 'documents' || item === 'activities' ? line(`review-item-${item}`) : line(`indicator-${item}`);

/** The correction with what was returned taken up, so that exactly that is asked. */
export function reopened(state: CheckIn, items: readonly Returnable[]): CheckIn {
  const clear = items.filter(isIndicator);
  const undone = [
    ...(items.includes('documents') ? [DOCUMENTS_DONE] : []),
    ...(items.includes('activities') ? [ACTIVITIES_DONE] : []),
  ];
  const documents = items.includes('documents') ? { documents: [], done: [activityMark('documents')] } : {};
  const staged = lay(state.staged, { clear, undone, ...documents });
  // Opening a correction is no answer: there is nothing to go back to yet.
  return { ...state, staged: { ...staged, trail: [] } };
}

const answeredMark = (item: IndicatorName): string => `returned:${item}`;

/** Asked even where they would follow from last month or from other figures: it was them the coordinator doubted. */
const ASKED_ANYWAY: readonly IndicatorName[] = ['carried_over', 'procedures_total'];

/** The topic of the first returned figure that nobody has answered anew; undefined when all are. */
export function dueTopic(view: View, topics: readonly Topic[]): Topic | undefined {
  if (!view.state.correcting) return undefined;
  for (const item of Object.keys(view.facts.returned ?? {})) {
    if (!isIndicator(item) || said(view, item) !== undefined) continue;
    if (view.state.staged.done.includes(answeredMark(item))) continue;
    const topic = topics.find(({ id }) => id === TOPIC_OF[item]);
    if (topic && (topic.applies(view) || ASKED_ANYWAY.includes(item))) return topic;
  }
  return undefined;
}

/** The question of a topic with the coordinator's reasons above it; an answer to it settles what was returned of it. */
export function askedAgain(view: View, topic: Topic, question: Question): Question {
  const returned = Object.entries(view.facts.returned ?? {}).filter(
    ([item]) => isReturnable(item) && (TOPIC_OF[item] ?? item) === topic.id,
  );
  const open = returned.filter(([item]) => isReturnable(item) && isOpen(view, item));
  if (open.length === 0 || !view.state.correcting) return question;
  const why = open.map(([item, reason]) =>
    line('review-asked-again', { name: returnableName(item as Returnable), reason }),
  );
  const done = open.flatMap(([item]) => (isIndicator(item) ? [answeredMark(item)] : []));
  return {
    ...question,
    lines: [...why, ...question.lines],
    ...(question.skip ? { skip: { ...question.skip, done: [...(question.skip.done ?? []), ...done] } } : {}),
    read: (input) => {
      const reading = question.read(input);
      if (reading.kind !== 'got') return reading;
      return { ...reading, patch: { ...reading.patch, done: [...(reading.patch.done ?? []), ...done] } };
    },
  };
}

function isOpen(view: View, item: Returnable): boolean {
  if (item === 'documents') return view.state.staged.documents.length === 0;
  if (item === 'activities') return !view.state.staged.done.includes(ACTIVITIES_DONE);
  return said(view, item) === undefined && !view.state.staged.done.includes(answeredMark(item));
}

/** True where every figure a topic asks for is known already, so that it has to be asked as a whole. */
export const asksWhole = (view: View, topic: Topic): boolean =>
  (Object.keys(TOPIC_OF) as IndicatorName[])
    .filter((name) => TOPIC_OF[name] === topic.id)
    .every((name) => isKnown(view, name));
