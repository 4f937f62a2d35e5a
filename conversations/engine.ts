/**
 * The conversation engine: `advance(flow, state, input, facts, context)` gives the next state and the effects decided
 * on. Pure, total and bounded: one input is one step, nothing is awaited, no clock is read. The order is: ways out
 * (back, skip, stop, help), then an open doubt, then whatever the message names, then the question outstanding.
 */
import { amount, value } from '../domain/figure.ts';
import type { Clarification, Context, Flow, Input, Patch, Question, Reading, Staged } from './flow.ts';
import { readYesNo } from './parse/choice.ts';
import type { Line } from './say.ts';
import { lay } from './staged.ts';
import { ask, clarify, type Step, settle, type Talk } from './step.ts';
import { missed, wayOut } from './ways-out.ts';

/** Opens a conversation, or takes it up again: says where we are and asks the open question. */
export function begin<S extends { staged: Staged }, F>(
  flow: Flow<S, F>,
  state: S,
  facts: F,
  context: Context,
  before: Line[] = [],
): Step<S> {
  const talk = { flow, state, facts, context };
  return blocked(talk, before) ?? ask(talk, [...before, ...flow.heading(state, facts)]);
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
  return blocked(talk, before) ?? ask(talk, before);
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
  const extra = input.kind === 'text' && !question?.verbatim ? flow.notKept(input.understood) : [];
  const { clarification } = state.staged;
  const reading = clarification ? resolved(talk, clarification, question, input) : readInput(talk, question, input);
  if (reading.kind === 'none' && extra.length > 0) return ask(talk, extra);
  return saying(extra, take(talk, question, reading));
}

/** The step with lines said first. */
function saying<S>(lines: Line[], step: Step<S>): Step<S> {
  const [first, ...rest] = step.effects;
  if (lines.length === 0 || first?.do !== 'say') return step;
  return { ...step, effects: [{ ...first, say: { ...first.say, lines: [...lines, ...first.say.lines] } }, ...rest] };
}

/** Whether an input would be laid down as an answer; nothing is. Ways out are none. */
export function answers<S extends { staged: Staged }, F>(
  flow: Flow<S, F>,
  state: S,
  input: Input,
  facts: F,
  context: Context,
): boolean {
  const { clarification } = state.staged;
  if (clarification) return chosen(clarification, state.staged, input) !== undefined;
  const question = flow.plan(state, facts, context).question;
  const { kind } = readInput({ flow, state, facts, context }, question, input);
  return kind !== 'none' && kind !== 'unread';
}

/** The end, or the pause, of a conversation that cannot go on; what was to be said before it is said all the same. */
function blocked<S extends { staged: Staged }, F>(
  { flow, state, facts }: Talk<S, F>,
  before: Line[] = [],
): Step<S> | undefined {
  const obstacle = flow.obstacle(state, facts);
  if (!obstacle) return undefined;
  const { keeps, ...said } = obstacle;
  const say = { ...said, lines: [...before, ...said.lines] };
  const aside = keeps ? { state, paused: true } : { state: undefined };
  return { ...aside, effects: [{ do: 'say', say }] };
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

/**
 * An open clarification is answered by one of its options, by yes or no, by a new number for the figure in doubt, or by
 * naming figures; anything else would land in a question that is not on the screen.
 */
function resolved<S extends { staged: Staged }, F>(
  talk: Talk<S, F>,
  clarification: Clarification,
  question: Question | undefined,
  input: Input,
): Reading {
  const patch = chosen(clarification, talk.state.staged, input);
  if (patch) return { kind: 'got', patch };
  if (input.kind === 'choice') return { kind: 'none' };
  const { about } = clarification;
  if (about && question?.ask !== about && input.understood.number !== undefined) {
    return { kind: 'got', patch: { figures: { [about]: value(input.understood.number) } } };
  }
  const named = talk.flow.absorb(talk.state, input, talk.facts, talk.context);
  if (named.kind !== 'none') return named;
  // A bare "không" refuses the doubt; it does not answer the question behind it with 0.
  const { answer, rest } = readYesNo(input.text);
  const refuses = (answer === 'no' || answer === 'yes') && rest.trim() === '' && !isNumber(input);
  return about && question?.ask === about && !refuses ? question.read(input) : { kind: 'none' };
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
