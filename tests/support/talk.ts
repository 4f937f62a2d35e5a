/**
 * A conversation of the engine with facts given by hand: no archive, no channel, no sentences. Between any two steps
 * the state goes through JSON, as it does in the archive, so every test here is also a test of a restart.
 */
import { advance, begin, openQuestion } from '../../conversations/engine.ts';
import type { Context, Effect, Flow, Input, Question, Staged } from '../../conversations/flow.ts';
import { type Understanding, understand } from '../../conversations/parse/understand.ts';
import type { Say } from '../../conversations/say.ts';
import type { Step } from '../../conversations/step.ts';
import type { IndicatorName } from '../../domain/indicator.ts';

export const TODAY = '2021-11-01';
export const CONTEXT: Context = { now: Date.UTC(2021, 10, 1, 1), today: TODAY };

/** What a message is read as when a test says it outright, without the parser. */
export function heard(found: Partial<Understanding>, text = 'số liệu'): Input {
  return {
    kind: 'text',
    text,
    understood: { figures: {}, dates: {}, citations: [], ambiguous: false, doubts: [], ...found },
  };
}

/** Figures named in one message. */
export const naming = (figures: Partial<Record<IndicatorName, number>>): Input => heard({ figures });

export interface Talk<S> {
  /** Undefined once the conversation is over. */
  state: S | undefined;
  /** What the last step brought about. */
  effects: Effect[];
  /** True after "dừng". */
  paused: boolean;
  /** The question open now. */
  question(): Question | undefined;
  /** What was said last. */
  said(): Say;
  /** The keys of the lines said last. */
  keys(): string[];
  /** The ids of the choices offered last. */
  offered(): string[];
  do(input: Input): Talk<S>;
  /** Types a text, which is read as the bot reads it. */
  type(text: string): Talk<S>;
  tap(...ids: string[]): Talk<S>;
}

/** Begins a conversation; `through` is what happens to a state between two steps. */
export function talk<S extends { staged: Staged }, F>(
  flow: Flow<S, F>,
  first: S,
  facts: F,
  through: (state: S) => S = (state) => flow.parse(JSON.parse(JSON.stringify(state))),
): Talk<S> {
  const now: Talk<S> = {
    state: first,
    effects: [],
    paused: false,
    question: () => now.state && openQuestion(flow, now.state, facts, CONTEXT),
    said() {
      const said = now.effects.find((effect) => effect.do === 'say');
      if (!said) throw new Error('nothing was said');
      return said.say;
    },
    keys: () => now.said().lines.map(({ key }) => key),
    offered: () => (now.said().choices ?? []).flat().map(({ id }) => id),
    do(input) {
      if (now.state === undefined) throw new Error('the conversation is over');
      return keep(advance(flow, now.state, input, facts, CONTEXT));
    },
    type(text) {
      const ask = now.question()?.ask;
      const understood = understand(text, { today: TODAY, ...(ask === undefined ? {} : { ask }) });
      return now.do({ kind: 'text', text, understood });
    },
    tap: (...ids) => now.do({ kind: 'choice', ids }),
  };
  const keep = (step: Step<S>): Talk<S> => {
    now.state = step.state && through(step.state);
    now.effects = step.effects;
    now.paused = step.paused === true;
    return now;
  };
  return keep(begin(flow, first, facts, CONTEXT));
}
