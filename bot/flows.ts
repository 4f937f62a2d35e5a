/** Flows of figures as conversations of the house, and which of them a session stands in. */

import { advance, answers, begin, openQuestion, restate } from '../conversations/engine.ts';
import type { Context, Flow, Input, Question, Staged } from '../conversations/flow.ts';
import {
  annualSupplement,
  freshSupplement,
  type Supplement,
  type SupplementFacts,
} from '../conversations/flows/annual-supplement.ts';
import type { Answers } from '../conversations/form.ts';
import { type Line, line, option } from '../conversations/say.ts';
import type { Step } from '../conversations/step.ts';
import { figuresOf } from '../db/answers.ts';
import type { StoredSession } from '../db/sessions.ts';
import type { Picture } from '../domain/message.ts';
import type { Unit } from '../domain/unit.ts';
import { draftInTheWay, leaveForm, offerDraft } from './draft.ts';
import type { House } from './house.ts';
import { contactFor } from './people/coordinators.ts';
import { closedBy } from './review/month-state.ts';
import { allowed, keep, NOTHING_OPEN, openSession, type Scene, tell, unitOf } from './scene.ts';
import { take } from './talk.ts';

/** A conversation with its state and facts, ready to take a step. */
export interface Talk {
  /** What the parser should expect. */
  question: Pick<Question, 'ask' | 'verbatim'> | undefined;
  advance(input: Input): void;
  /** Whether the open question would lay an input down, were it taken for an answer. */
  answers(input: Input): boolean;
  /** Answers with a picture; only there where the open question takes one. */
  takePicture?(picture: Picture, caption?: string): void;
  /** The first step of a conversation begun by what somebody said: says what it is taken for. */
  open(input: Input): void;
  begin(before?: Line[]): void;
  restate(before?: Line[]): void;
}

type Facts<S, F> = (scene: Scene, state: S) => F;

function talkIn<S extends { unit: number; staged: Staged }, F>(
  scene: Scene,
  session: StoredSession,
  flow: Flow<S, F>,
  factsOf: Facts<S, F>,
): Talk {
  const state = flow.parse(session.state);
  const facts = factsOf(scene, state);
  const context: Context = { now: scene.now, today: scene.today };
  const contact = state.staged.misses > 0 ? contactFor(scene, state.unit) : undefined;
  if (contact !== undefined) context.contact = contact;
  return {
    question: openQuestion(flow, state, facts, context),
    advance: (input) => take(scene, flow, advance(flow, state, input, facts, context)),
    open: (input) => {
      const step = advance(flow, state, input, facts, context);
      take(scene, flow, headed(step, step.state ? flow.heading(step.state, facts) : []));
    },
    answers: (input) => answers(flow, state, input, facts, context),
    begin: (before) => take(scene, flow, begin(flow, state, facts, context, before)),
    restate: (before) => take(scene, flow, restate(flow, state, facts, context, before)),
  };
}

/** A step whose first words are these. */
function headed<S>(step: Step<S>, lines: Line[]): Step<S> {
  const [first, ...more] = step.effects;
  if (first?.do !== 'say') return step;
  const say = { ...first.say, lines: [...lines, ...first.say.lines] };
  return { ...step, effects: [{ ...first, say }, ...more] };
}

/** What the archive knows that the completion of a year needs. */
export const supplementFacts = (scene: Scene, { unit, year }: Supplement): SupplementFacts => ({
  unitName: unitOf(scene, unit).name,
  known: figuresOf(scene.tx, unit, String(year)),
  ...(closedBy(scene, unit, String(year)) === undefined ? {} : { closed: true }),
});

/** One kind of conversation a house can have. */
export interface Conversation {
  name: string;
  /** Sessions of another version are not taken up. */
  version: number;
  /** True for a stored state that can be gone on with. */
  reads(state: unknown): boolean;
  talk(scene: Scene, session: StoredSession): Talk;
  /** True where answers were given that are not records yet. */
  isBegun(state: unknown): boolean;
  /** Takes a form that was completed. */
  submit?(scene: Scene, subject: unknown, answers: Answers): void;
}

/** A conversation from its flow and what the archive must tell it. */
export function conversation<S extends { unit: number; staged: Staged }, F>(
  flow: Flow<S, F>,
  factsOf: Facts<S, F>,
): Conversation {
  return {
    name: flow.name,
    version: flow.version,
    reads: (state) => parses(flow, state),
    talk: (scene, session) => talkIn(scene, session, flow, factsOf),
    isBegun: (state) => flow.parse(state).staged.trail.length > 0,
  };
}

function parses<S extends { staged: Staged }, F>(flow: Flow<S, F>, state: unknown): boolean {
  try {
    flow.parse(state);
    return true;
  } catch {
    return false;
  }
}

const conversationOf = ({ conversations }: Pick<House, 'conversations'>, session: StoredSession) =>
  conversations.find(
    (each) => each.name === session.flow && each.version === session.version && each.reads(session.state),
  );

/** True for an open session this program can go on with. */
export const isReadable = (house: Pick<House, 'conversations'>, session: StoredSession): boolean =>
  conversationOf(house, session) !== undefined;

/** True where somebody is in the middle of something, with answers in it that are not records yet. */
export const isBegun = (house: Pick<House, 'conversations'>, session: StoredSession): boolean =>
  conversationOf(house, session)?.isBegun(session.state) ?? false;

/** The conversation a session stands in; undefined when nothing is open, or nothing this program can go on with. */
export function talkOf(scene: Scene, session: StoredSession): Talk | undefined {
  return conversationOf(scene.house, session)?.talk(scene, session);
}

/** Opens the completion of a year, or takes it up where it was left. */
export function startSupplement(scene: Scene, unit: Unit, year: number, options: { force?: boolean } = {}): void {
  if (!allowed(scene, 'supplement_year', unit.id)) return tell(scene, line('not-allowed-file'));
  leaveForm(scene);
  const open = openSession(scene);
  const same = (flow: string, state: unknown): boolean => {
    const draft = flow === annualSupplement.name ? annualSupplement.parse(state) : undefined;
    return draft?.unit === unit.id && draft.year === year;
  };
  const draft = options.force ? undefined : draftInTheWay(scene, same);
  if (draft) {
    const drop = option(`run:supplement:${unit.id}:${year}:force`, 'choice-drop-supplement', { year: String(year) });
    return offerDraft(scene, draft, drop);
  }
  const fresh = {
    flow: annualSupplement.name,
    version: annualSupplement.version,
    state: freshSupplement(unit.id, year),
  };
  const session = same(open.flow, open.state) ? { ...open, paused: false } : { ...NOTHING_OPEN, ...fresh };
  keep(scene, session);
  talkOf(scene, session)?.begin();
}
