/**
 * Units merged or split in the middle of a month. What has ended before the month does owes no report of it: nothing is
 * sent for it, what was answered is shown and stands aside, and whoever comes after it reports on the whole month. The
 * answers are not carried over: those of a part are not those of the whole, nor the other way round.
 */
import type { Obstacle } from '../../flow.ts';
import { type Line, line, option, type Value } from '../../say.ts';
import { summary } from './summary.ts';
import { type CheckIn, type CheckInFacts, look } from './view.ts';

const names = (each: string[]): Value => ({ each, with: ', ' });

/** What is said instead of asking for a month the unit does not owe; undefined where it owes it. */
export function notOwed(state: CheckIn, facts: CheckInFacts): Obstacle | undefined {
  const { ended } = facts;
  if (!ended) return undefined;
  const { heirs, isSplit } = ended;
  const period = { period: state.period };
  const told = line('ended-not-owed', { period, unit: facts.unitName, day: { date: ended.last } });
  const who = { period, heirs: names(heirs.map(({ name }) => name)) };
  const instead = heirs.length === 0 ? 'ended-no-heir' : isSplit ? 'ended-heirs-split' : 'ended-heirs-merged';
  const hasAnswers = state.staged.trail.length > 0;
  const choices = heirs
    .filter(({ mine }) => mine)
    .map(({ id, name }) =>
      hasAnswers
        ? [option(`run:check-in:${id}:${state.period}:force`, 'choice-drop-draft', { period, unit: name })]
        : [option(`run:check-in:${id}:${state.period}`, 'choice-check-in-of', { period, unit: name })],
    );
  return {
    lines: [told, line(instead, who), ...(hasAnswers ? answered(state, facts) : [])],
    ...(choices.length > 0 ? { choices, numbered: true } : {}),
    keeps: hasAnswers,
  };
}

/** What was answered, under the numbers of the review, to be used again where the month is reported on now. */
function answered(state: CheckIn, facts: CheckInFacts): Line[] {
  const { figures, documents } = state.staged;
  const lines = summary(look(state, facts))
    .filter(
      ({ topic, about }) => about.some((name) => figures[name]) || (topic === 'documents' && documents.length > 0),
    )
    .map(({ line: text }, index) => line('engine-numbered', { at: index + 1, text }));
  return lines.length === 0 ? [] : [{ ...line('ended-answered'), apart: true }, ...lines];
}

/** What the month is to tell of besides: units that ended in it and that this one came after. */
export function predecessorLines({ predecessors }: CheckInFacts): Line[] {
  if (!predecessors) return [];
  const { merged, split, sent } = predecessors;
  return [
    ...(merged.length > 0 ? [line('ended-counted-merged', { units: names(merged) })] : []),
    ...(split.length > 0 ? [line('ended-counted-split', { units: names(split) })] : []),
    ...(sent.length > 0 ? [line('ended-counted-sent', { units: names(sent) })] : []),
  ];
}
