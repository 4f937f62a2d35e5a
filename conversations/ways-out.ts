/** Back, skip, stop and help work at any point; after several misunderstandings they are offered by themselves. */
import type { Effect, Input, Question, Staged } from './flow.ts';
import type { Navigation } from './parse/navigation.ts';
import { type Line, line, option } from './say.ts';
import { takeUp } from './staged.ts';
import { ask, clarify, type Step, settle, type Talk } from './step.ts';

/** After this many misunderstandings in a row the person is offered buttons and somebody to call. */
export const MISSES_MAX = 3;

/** Choices offered with every way out; the words for them can be typed at any time. */
export const WAYS_OUT = { back: 'nav:back', cancel: 'nav:cancel', help: 'nav:help', skip: 'nav:skip' } as const;

/** Back, skip, stop and help, typed or tapped, work at any point. */
export function wayOut<S extends { staged: Staged }, F>(
  talk: Talk<S, F>,
  question: Question | undefined,
  input: Input,
): Step<S> | undefined {
  switch (wayWanted(input)) {
    case 'back':
      return back(talk);
    case 'skip':
      return skip(talk, question);
    case 'cancel':
      return { state: talk.state, paused: true, effects: say([line('engine-paused')]) };
    case 'help':
      return ask(talk, [line('engine-help')]);
    default:
      return undefined;
  }
}

/** The way out somebody typed or tapped, if any. */
export const wayWanted = (input: Input): Navigation | undefined =>
  input.kind === 'text' ? input.understood.navigation : navigationOf(input.ids[0]);

function navigationOf(id: string | undefined): 'back' | 'skip' | 'cancel' | 'help' | undefined {
  const ways = Object.entries(WAYS_OUT) as ['back' | 'skip' | 'cancel' | 'help', string][];
  return ways.find(([, way]) => way === id)?.[0];
}

/** Takes up the last answer; a doubt about something not laid down is only dropped. */
function back<S extends { staged: Staged }, F>(talk: Talk<S, F>): Step<S> {
  const { flow, facts } = talk;
  const at = (staged: Staged) => ({ ...talk, state: { ...talk.state, staged } });
  const { clarification } = talk.state.staged;
  const before = clarification?.laid === false ? undefined : takeUp(talk.state.staged);
  if (!before && clarification) return ask(at({ ...talk.state.staged, clarification: null }), []);
  if (!before) return ask(talk, [line('engine-nothing-to-go-back')]);
  // A doubt that the answer taken up had settled is open again.
  const doubt = flow.examine(at(before).state, facts);
  return doubt ? clarify(at(before), { ...doubt, laid: true }, before) : ask(at(before), []);
}

function skip<S extends { staged: Staged }, F>(talk: Talk<S, F>, question: Question | undefined): Step<S> {
  if (!question?.skip) return ask(talk, [line('engine-cannot-skip')]);
  return settle(talk, question.skip);
}

export function missed<S extends { staged: Staged }, F>(talk: Talk<S, F>, question: Question | undefined): Step<S> {
  const misses = talk.state.staged.misses + 1;
  const state = { ...talk.state, staged: { ...talk.state.staged, misses } };
  if (misses < MISSES_MAX) return ask({ ...talk, state }, [line('engine-not-understood')]);
  const contact = talk.context.contact;
  const doubt = state.staged.clarification;
  const lines = [
    line('engine-not-understood-again'),
    ...(contact ? [line('engine-call', { contact })] : []),
    ...(doubt?.lines ?? question?.lines ?? []),
  ];
  const choices = doubt ? doubt.options.map(({ id, label }) => [{ id, label }]) : (question?.choices ?? []);
  const ways = [
    [option(WAYS_OUT.help, 'choice-help'), option(WAYS_OUT.back, 'choice-back')],
    [option(WAYS_OUT.cancel, 'choice-stop')],
  ];
  const numbered = doubt ? doubt.about === undefined : question?.numbered === true;
  const multiple = !doubt && question?.multiple ? { multiple: true } : {};
  return { state, effects: [{ do: 'say', say: { lines, choices: [...choices, ...ways], numbered, ...multiple } }] };
}

const say = (lines: Line[]): Effect[] => [{ do: 'say', say: { lines } }];
