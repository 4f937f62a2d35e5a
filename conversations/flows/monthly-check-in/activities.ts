/**
 * What else happened in the month: one question for all of it, then only what each chosen activity still needs. What
 * is not chosen did not happen, and is recorded as such when the month is sent.
 */
import { NO_DATA, value } from '../../../domain/figure.ts';
import type { IndicatorName } from '../../../domain/indicator.ts';
import { asReading, clarifyParse, nameOf, slotNames } from '../../clarify.ts';
import type { Input, Reading } from '../../flow.ts';
import { readNothing, readYesNo } from '../../parse/choice.ts';
import { readDocumentLines } from '../../parse/citation/citation.ts';
import { register } from '../../register.ts';
import { line, type Option, option } from '../../say.ts';
import { noDataChoice, readSlots, SLOT_CHOICES } from '../../slots.ts';
import { readVerbatim } from '../../verbatim.ts';
import type { Topic } from './topics.ts';
import {
  ACTIVITIES,
  ACTIVITY_FIGURES,
  type Activity,
  activityMark,
  isActive,
  isKnown,
  said,
  type View,
} from './view.ts';

/** Set when nobody has anything more to add to the list of activities. */
export const ACTIVITIES_DONE = 'activities';
export const DOCUMENTS_DONE = 'documents';

const isDone = (view: View, mark: string) => view.state.staged.done.includes(mark);

const activities: Topic = {
  id: 'activities',
  applies: () => true,
  settled: (view) => isDone(view, ACTIVITIES_DONE),
  question(view) {
    const left = ACTIVITIES.filter((activity) => !isActive(view, activity));
    const some = left.length < ACTIVITIES.length;
    const options = left.map((activity) => option(`act:${activity}`, `choice-activity-${activity}`));
    const none = option('act:none', some ? 'choice-no-more' : 'choice-none');
    return {
      id: 'activities',
      lines: [line(some ? 'ask-activities-more' : 'ask-activities', { period: { period: view.state.period } })],
      choices: [...pairs(options), [none]],
      multiple: true,
      numbered: true,
      skip: { done: [ACTIVITIES_DONE] },
      read: (input) => readActivities(input),
    };
  },
};

const pairs = (options: Option[]): Option[][] =>
  options.flatMap((_, index) => (index % 2 === 0 ? [options.slice(index, index + 2)] : []));

function readActivities(input: Input): Reading {
  const none: Reading = { kind: 'got', patch: { done: [ACTIVITIES_DONE] } };
  if (input.kind === 'text') {
    const nothing = readNothing(input.text) ?? (readYesNo(input.text).answer === 'no' ? 'nil' : undefined);
    return nothing ? none : { kind: 'none' };
  }
  if (input.ids.includes('act:none')) return none;
  const chosen = ACTIVITIES.filter((activity) => input.ids.includes(`act:${activity}`));
  if (chosen.length === 0) return { kind: 'none' };
  // Several named at once are the whole list; after a single tap there may be another.
  const done = [...chosen.map(activityMark), ...(chosen.length > 1 ? [ACTIVITIES_DONE] : [])];
  return { kind: 'got', patch: { done } };
}

/** Numbers an activity needs, asked together: only those not said yet. */
function numbersOf(
  activity: Activity,
  names: readonly IndicatorName[],
  key: 'procedures' | 'findings' | 'training',
): Topic {
  return {
    id: activity,
    applies: (view) => isActive(view, activity),
    settled: (view) => names.every((name) => isKnown(view, name)),
    question(view, mending) {
      const missing = mending ? names : names.filter((name) => !isKnown(view, name));
      const args = { names: slotNames(missing), count: missing.length };
      return {
        id: activity,
        lines: [line(`ask-${key}`, args), line(`ask-${key}-example`, { count: missing.length })],
        choices: [[option(SLOT_CHOICES.none, 'choice-all-zero', { count: missing.length }), noDataChoice()]],
        ...(missing.length === 1 && missing[0] ? { ask: missing[0] } : {}),
        skip: { figures: Object.fromEntries(missing.map((name) => [name, NO_DATA])) },
        read: (input) => readSlots({ names: missing, nothing: 'zero' }, input),
      };
    },
  };
}

/** A day on which something was done. */
function dayOf(activity: Activity, name: IndicatorName): Topic {
  return {
    id: activity === 'audit' ? 'audit_date' : activity,
    applies: (view) => isActive(view, activity),
    settled: (view) => said(view, name) !== undefined,
    question: () => ({
      id: activity,
      lines: [line('ask-date', { name: nameOf(name) })],
      choices: [[noDataChoice()]],
      ask: name,
      skip: { figures: { [name]: NO_DATA } },
      read: (input) => readDay(activity, name, input),
    }),
  };
}

function readDay(activity: Activity, name: IndicatorName, input: Input): Reading {
  if (input.kind === 'choice') return readSlots({ names: [name], nothing: 'zero' }, input);
  const { understood } = input;
  if (understood.date) return { kind: 'got', patch: { figures: { [name]: value(understood.date) } } };
  const doubt = understood.doubts.find((each) => each.reason !== 'not_understood');
  const clarification =
    doubt && clarifyParse('ask' in doubt && doubt.ask ? doubt : ({ ...doubt, ask: name } as typeof doubt));
  if (clarification) return asReading(clarification);
  const nothing = readNothing(input.text);
  if (nothing === 'no_data') return { kind: 'got', patch: { figures: { [name]: NO_DATA } } };
  return isNone(input) ? neverHappened(activity) : { kind: 'none' };
}

/** "không có", "không phát sinh", and nothing else. */
function isNone({ text }: Extract<Input, { kind: 'text' }>): boolean {
  const { answer, rest } = readYesNo(text);
  return readNothing(text) === 'nil' || (answer === 'no' && rest.trim() === '');
}

/** It did not happen after all. */
const neverHappened = (activity: Activity): Reading => ({
  kind: 'got',
  patch: { clear: [...ACTIVITY_FIGURES[activity]], undone: [activityMark(activity)] },
});

const documents: Topic = {
  id: 'documents',
  applies: (view) => isActive(view, 'documents'),
  settled: (view) => isDone(view, DOCUMENTS_DONE) || view.state.staged.documents.length > 0,
  question: (view) => ({
    id: 'documents',
    lines: [line('ask-documents')],
    choices: [[option('nav:skip', 'choice-skip')]],
    leads: true,
    skip: { done: [DOCUMENTS_DONE] },
    read: (input) => readDocuments(view, input),
  }),
};

function readDocuments(view: View, input: Input): Reading {
  if (input.kind === 'choice') return { kind: 'none' };
  const told = readDocumentLines(input.text, view.facts.today);
  if (told.citations.length === 0) return isNone(input) ? neverHappened('documents') : { kind: 'none' };
  return register(view.state.staged.documents, told, { done: [DOCUMENTS_DONE] }, view.facts.today);
}

const difficulties: Topic = {
  id: 'difficulties',
  applies: (view) => isActive(view, 'difficulties'),
  settled: (view) => said(view, 'difficulties') !== undefined,
  question: () => ({
    id: 'difficulties',
    lines: [line('ask-difficulties')],
    verbatim: true,
    skip: { figures: { difficulties: NO_DATA } },
    read: (input) => readVerbatim('difficulties', input),
  }),
};

const FINDINGS = ACTIVITY_FIGURES.audit.filter((name) => name !== 'audit_date');

export const ACTIVITY_TOPICS: readonly Topic[] = [
  numbersOf('procedures', ACTIVITY_FIGURES.procedures, 'procedures'),
  documents,
  dayOf('audit', 'audit_date'),
  numbersOf('audit', FINDINGS, 'findings'),
  dayOf('corrective', 'corrective_action_date'),
  dayOf('review', 'management_review_date'),
  numbersOf('training', ACTIVITY_FIGURES.training, 'training'),
  difficulties,
  activities,
];
