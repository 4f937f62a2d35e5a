/** Mixed initiative: whatever a message names is laid down, at whatever question it was said. */
import { value } from '../../../domain/figure.ts';
import { type IndicatorName, isYearly } from '../../../domain/indicator.ts';
import { asReading, clarifyParse } from '../../clarify.ts';
import type { Figures, Input, Patch, Reading } from '../../flow.ts';
import { merge, register } from '../../register.ts';
import { ACTIVITIES_DONE } from './activities.ts';
import { mendNamed } from './review.ts';
import { ACTIVITIES, ACTIVITY_FIGURES, activityMark, isKnown, type View } from './view.ts';

/** Everything a message says beyond a bare answer; 'none' when it names nothing. */
export function absorbMessage(view: View, input: Input): Reading {
  if (input.kind === 'choice') return { kind: 'none' };
  const mended = mendNamed(view, input.text);
  if (mended.kind !== 'none') return mended;
  const { understood } = input;
  const figures: Figures = {};
  for (const [name, n] of Object.entries(understood.figures) as [IndicatorName, number][])
    if (!isYearly(name)) figures[name] = value(n);
  for (const [name, date] of Object.entries(understood.dates)) figures[name as IndicatorName] = value(date);
  const marks = understood.auditDone ? [activityMark('audit')] : [];
  const isCited = understood.citations.length > 0;
  const names = Object.keys(figures).length > 0 || marks.length > 0 || isCited;
  const doubt = understood.doubts.find(
    (each) => 'ask' in each || each.reason === 'which_figure' || each.reason === 'split_unknown',
  );
  if (!names) {
    const named =
      doubt && doubt.reason !== 'no_data' && !('text' in doubt && understood.number === undefined && !doubt.ask);
    const clarification = named && isSentence(input.text) ? clarifyParse(doubt) : undefined;
    return clarification ? asReading(clarification) : { kind: 'none' };
  }
  const done = [...marks, ...closesActivities(view, figures, marks, isCited)];
  const patch: Patch = { figures, done };
  const clarification = doubt && clarifyParse(doubt);
  if (isCited && !clarification) {
    return register(view.state.staged.documents, { citations: understood.citations }, patch, view.facts.today);
  }
  if (isCited) patch.documents = merge(view.state.staged.documents, understood.citations);
  return clarification ? asReading(clarification, patch) : { kind: 'got', patch };
}

/** A doubt raised by a bare answer belongs to the question; one raised by words that name a figure is ours. */
const isSentence = (text: string): boolean => /\p{L}{2,}/u.test(text);

/** Naming what happened, when everything before is settled, answers "what else happened?". */
function closesActivities(view: View, figures: Figures, marks: string[], isCited: boolean): string[] {
  const asked = isKnown(view, 'received') && isKnown(view, 'pending_total') && isKnown(view, 'procedures_total');
  const isActivity =
    marks.length > 0 ||
    isCited ||
    ACTIVITIES.some((activity) => ACTIVITY_FIGURES[activity].some((name) => figures[name] !== undefined));
  return asked && isActivity ? [ACTIVITIES_DONE] : [];
}
