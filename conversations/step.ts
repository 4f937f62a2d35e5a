/**
 * One step of a conversation in the making: laying an answer down, and asking what comes next. Whatever was read, a
 * step ends here: with the open question, a doubt about what was laid down, or the end.
 */
import type { Clarification, Context, Effect, Flow, Patch, Staged } from './flow.ts';
import { type Line, line, type Say } from './say.ts';
import { lay } from './staged.ts';

export interface Step<S> {
  /** The state to store; undefined when the conversation is over. */
  state: S | undefined;
  /** True when it stands aside: kept, but the next message is not taken for an answer. */
  paused?: boolean;
  effects: Effect[];
}

export interface Talk<S extends { staged: Staged }, F> {
  flow: Flow<S, F>;
  state: S;
  facts: F;
  context: Context;
}

/** Lays an answer down, then asks about what is unlikely or cannot tie, or else the next question. */
export function settle<S extends { staged: Staged }, F>(
  talk: Talk<S, F>,
  patch: Patch,
  mending?: string,
  also: Line[] = [],
): Step<S> {
  const { flow, facts } = talk;
  const before = talk.state.staged;
  const staged = { ...lay(before, patch), mending: mending ?? null };
  const next = { ...talk, state: { ...talk.state, staged } };
  const clarification = flow.examine(next.state, facts);
  return clarification
    ? clarify(next, { ...clarification, laid: true }, before)
    : ask(next, [...flow.echo(next.state, before, facts), ...also]);
}

export function clarify<S extends { staged: Staged }, F>(
  talk: Talk<S, F>,
  clarification: Clarification,
  before: Staged,
): Step<S> {
  const state = { ...talk.state, staged: { ...talk.state.staged, clarification } };
  return ask({ ...talk, state }, talk.flow.echo(talk.state, before, talk.facts));
}

/** The open doubt, or else the open question with its place in the whole, after what was just laid down. */
export function ask<S extends { staged: Staged }, F>(talk: Talk<S, F>, before: Line[]): Step<S> {
  const { flow, state, facts, context } = talk;
  const clarification = state.staged.clarification;
  if (clarification) {
    const choices = clarification.options.map(({ id, label }) => [{ id, label }]);
    // Where a number may be typed anew, "1" is that number and not the first choice.
    const numbered = clarification.about === undefined;
    return {
      state,
      effects: [{ do: 'say', say: { lines: [...before, ...apart(clarification.lines)], choices, numbered } }],
    };
  }
  const { question, open, settled } = flow.plan(state, facts, context);
  if (!question) return { state: undefined, effects: flow.finish(state, facts, context) };
  const place: Line = {
    ...line('engine-progress', { at: settled + 1, of: settled + open }),
    apart: true,
    runsOn: true,
  };
  const said: Say = { lines: [...before, place, ...question.lines] };
  if (question.choices) said.choices = question.choices;
  if (question.multiple) said.multiple = true;
  if (question.numbered) said.numbered = true;
  return { state, effects: [{ do: 'say', say: said }] };
}

/** Lines that stand apart from what was read back before them. */
const apart = ([first, ...more]: Line[]): Line[] => (first ? [{ ...first, apart: true }, ...more] : []);
