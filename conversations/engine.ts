/**
 * The conversation engine: `advance(flow, state, input, facts, context)` gives the next state and the effects decided
 * on. Pure, total and bounded: one input is one step, nothing is awaited, no clock is read. The order is: ways out
 * (back, skip, stop, help), then an open doubt, then whatever the message names, then the question outstanding.
 */
import { amount, value } from '../domain/figure.ts';
import type { Clarification, Context, Effect, Flow, Input, Patch, Question, Reading, Staged } from './flow.ts';
import { readYesNo } from './parse/choice.ts';
import { type Line, line, option, type Say } from './say.ts';
import { lay, takeUp } from './staged.ts';

/** After this many misunderstandings in a row the person is offered buttons and somebody to call. */
export const MISSES_MAX = 3;

/** Prefix of the choices that answer an open clarification. */
const CLARIFY = 'clarify:';

/** Choices offered with every way out; the words for them can be typed at any time. */
export const WAYS_OUT = { back: 'nav:back', cancel: 'nav:cancel', help: 'nav:help', skip: 'nav:skip' } as const;

export interface Step<S> {
  /** The state to store; undefined when the conversation is over. */
  state: S | undefined;
  /** True when it stands aside: kept, but the next message is not taken for an answer. */
  paused?: boolean;
  effects: Effect[];
}

interface Talk<S extends { staged: Staged }, F> {
  flow: Flow<S, F>;
  state: S;
  facts: F;
  context: Context;
}

/** Opens a conversation, or takes it up again: says where we are and asks the open question. */
export function begin<S extends { staged: Staged }, F>(
  flow: Flow<S, F>,
  state: S,
  facts: F,
  context: Context,
  before: Line[] = [],
): Step<S> {
  const talk = { flow, state, facts, context };
  return blocked(talk) ?? ask(talk, [...before, ...flow.heading(state, facts)]);
}

/** Shows the open question again, after `before`: a status was answered in between, or an old button was tapped. */
export function restate<S extends { staged: Staged }, F>(
  flow: Flow<S, F>,
  state: S,
  facts: F,
  context: Context,
  before: Line[] = [],
): Step<S> {
  const talk = { flow, state, facts, context };
  return blocked(talk) ?? ask(talk, before);
}

/** The question outstanding: what the parser should expect. */
export function openQuestion<S extends { staged: Staged }, F>(
  flow: Flow<S, F>,
  state: S,
  facts: F,
  context: Context,
): Question | undefined {
  const question = flow.plan(state, facts, context).question;
  // While a figure is in doubt a number is read as that figure's, whatever would be asked next.
  const about = state.staged.clarification?.about;
  return question && about ? { ...question, ask: about, verbatim: false } : question;
}

/** One step of a conversation: what is said becomes the next state and the effects. */
export function advance<S extends { staged: Staged }, F>(
  flow: Flow<S, F>,
  state: S,
  input: Input,
  facts: F,
  context: Context,
): Step<S> {
  const talk = { flow, state, facts, context };
  const stop = blocked(talk);
  if (stop) return stop;
  const question = flow.plan(state, facts, context).question;
  const isOneOf = state.staged.clarification !== null || !question?.multiple;
  if (input.kind === 'choice' && input.ids.length > 1 && isOneOf) return missed(talk, question);
  const away = wayOut(talk, question, input);
  if (away) return away;
  if (state.staged.clarification) return resolve(talk, state.staged.clarification, question, input);
  return take(talk, question, readInput(talk, question, input));
}

function blocked<S extends { staged: Staged }, F>({ flow, state, facts }: Talk<S, F>): Step<S> | undefined {
  const obstacle = flow.obstacle(state, facts);
  return obstacle && { state: undefined, effects: [{ do: 'say', say: obstacle }] };
}

function readInput<S extends { staged: Staged }, F>(talk: Talk<S, F>, question: Question | undefined, input: Input) {
  if (question?.verbatim) return question.read(input);
  const own = question?.leads ? question.read(input) : undefined;
  if (own && own.kind !== 'none') return own;
  const named = talk.flow.absorb(talk.state, input, talk.facts, talk.context);
  if (named.kind !== 'none') return named;
  return question?.read(input) ?? ({ kind: 'none' } as const);
}

function take<S extends { staged: Staged }, F>(
  talk: Talk<S, F>,
  question: Question | undefined,
  reading: Reading,
): Step<S> {
  const { flow, state, facts, context } = talk;
  switch (reading.kind) {
    case 'got':
      return settle(talk, reading.patch, undefined, reading.also);
    case 'unread':
      return ask(talk, reading.lines);
    case 'unclear': {
      const staged = reading.patch ? lay(state.staged, reading.patch) : state.staged;
      const laid = reading.patch !== undefined || state.staged.clarification?.laid === true;
      return clarify({ ...talk, state: { ...state, staged } }, { ...reading.clarification, laid }, state.staged);
    }
    case 'finish': {
      // What was known may have changed since it was last looked at: nothing leaves that cannot be true.
      const doubt = flow.examine(state, facts);
      if (doubt) return clarify(talk, { ...doubt, laid: true }, state.staged);
      return { state: undefined, effects: flow.finish(state, facts, context) };
    }
    case 'mend':
      return settle(talk, reading.patch, reading.question);
    case 'none':
      return missed(talk, question);
  }
}

/** Lays an answer down, then asks about what is unlikely or cannot tie, or else the next question. */
function settle<S extends { staged: Staged }, F>(
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

function clarify<S extends { staged: Staged }, F>(
  talk: Talk<S, F>,
  clarification: Clarification,
  before: Staged,
): Step<S> {
  const state = { ...talk.state, staged: { ...talk.state.staged, clarification } };
  return ask({ ...talk, state }, talk.flow.echo(talk.state, before, talk.facts));
}

/**
 * An open clarification is answered by one of its options, by yes or no, by a new number for the figure in doubt, or by
 * naming figures; anything else would land in a question that is not on the screen.
 */
function resolve<S extends { staged: Staged }, F>(
  talk: Talk<S, F>,
  clarification: Clarification,
  question: Question | undefined,
  input: Input,
): Step<S> {
  const patch = chosen(clarification, talk.state.staged, input);
  if (patch) return settle(talk, patch);
  if (input.kind === 'choice') return take(talk, question, { kind: 'none' });
  const { about } = clarification;
  if (about && question?.ask !== about && input.understood.number !== undefined) {
    return settle(talk, { figures: { [about]: value(input.understood.number) } });
  }
  const named = talk.flow.absorb(talk.state, input, talk.facts, talk.context);
  if (named.kind !== 'none') return take(talk, question, named);
  // A bare "không" refuses the doubt; it does not answer the question behind it with 0.
  const { answer, rest } = readYesNo(input.text);
  const refuses = (answer === 'no' || answer === 'yes') && rest.trim() === '' && !isNumber(input);
  const again = question && question.ask === about && !refuses ? question.read(input) : ({ kind: 'none' } as const);
  return take(talk, question, again);
}

/** What the option taken lays down; undefined when none was. */
function chosen({ options, yes, no, about, keep }: Clarification, staged: Staged, input: Input): Patch | undefined {
  if (input.kind === 'choice') return options.find(({ id }) => id === input.ids[0])?.patch;
  if (about && isNumber(input)) {
    const again = amount(staged.figures[about]) === input.understood.number;
    return again && keep !== undefined ? options[keep]?.patch : undefined;
  }
  const { answer, rest } = readYesNo(input.text);
  if (rest.trim() !== '') return undefined;
  const index = answer === 'yes' ? yes : answer === 'no' ? no : undefined;
  return index === undefined ? undefined : options[index]?.patch;
}

/** A number in digits; "không" would be 0 where a number is asked, but says no to a doubt. */
const isNumber = ({ text, understood }: Extract<Input, { kind: 'text' }>): boolean =>
  understood.number !== undefined && /\d/.test(text);

/** Back, skip, stop and help, typed or tapped, work at any point. */
function wayOut<S extends { staged: Staged }, F>(
  talk: Talk<S, F>,
  question: Question | undefined,
  input: Input,
): Step<S> | undefined {
  const wanted = input.kind === 'text' ? input.understood.navigation : navigationOf(input.ids[0]);
  switch (wanted) {
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

function missed<S extends { staged: Staged }, F>(talk: Talk<S, F>, question: Question | undefined): Step<S> {
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

/** The open doubt, or else the open question with its place in the whole, after what was just laid down. */
function ask<S extends { staged: Staged }, F>(talk: Talk<S, F>, before: Line[]): Step<S> {
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

const say = (lines: Line[]): Effect[] => [{ do: 'say', say: { lines } }];

/** The id of the nth option of a clarification. */
export const clarifyId = (index: number): string => `${CLARIFY}${index}`;
