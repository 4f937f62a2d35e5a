/**
 * The vocabulary of conversations. A Flow is one thing to talk about (the monthly check-in, the year's supplement);
 * its position is data: a Session holds the flow's name, version and state, so a restart or a deploy in the middle of
 * a conversation loses nothing. `advance` in engine.ts turns (session, input, facts) into the next session and the
 * effects decided on; it reads no clock and touches nothing.
 */
import type { Citation } from '../domain/citation.ts';
import type { Instant, IsoDate } from '../domain/date.ts';
import type { Figure } from '../domain/figure.ts';
import type { IndicatorName } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import type { UnitId } from '../domain/unit.ts';
import type { Answers } from './form.ts';
import type { Ask, Understanding } from './parse/understand.ts';
import type { Line, Option, Say } from './say.ts';

export type Figures = Partial<Record<IndicatorName, Figure>>;

/** What is laid down by one answer; also what an offered way out of a doubt would lay down. */
export interface Patch {
  figures?: Figures;
  /** Figures to forget, so that they are asked again. */
  clear?: IndicatorName[];
  documents?: Citation[];
  /** Marks of questions settled without a figure ('activities', 'act:audit', 'accepted:received'). */
  done?: string[];
  undone?: string[];
}

/** A question about a reading that is not certain: each option says what choosing it lays down. */
export interface Clarification {
  lines: Line[];
  options: (Option & { patch: Patch })[];
  /** Index of the option a plain "đúng" takes, and of the one "không" takes. */
  yes?: number;
  no?: number;
  /** Index of the option that keeps the figure in doubt: typing that number again takes it. */
  keep?: number;
  /** The figure in doubt: a bare number typed now is a new reading of it. */
  about?: IndicatorName;
  /** False where what raised the doubt was not laid down, so that going back only drops the doubt. */
  laid?: boolean;
}

/** How to undo one answer: what stood before it. */
export interface Undo {
  figures: [IndicatorName, Figure | null][];
  documents?: Citation[];
  /** How many marks there were, since new ones stand at the end; all of them where one was taken out. */
  done: number | string[];
  mending: string | null;
}

/** Answers laid down but not yet records: they become records only when the person confirms. */
export interface Staged {
  figures: Figures;
  documents: Citation[];
  done: string[];
  trail: Undo[];
  clarification: Clarification | null;
  /** The question asked again from the review, if any. */
  mending: string | null;
  /** Misunderstandings in a row. */
  misses: number;
}

/** Now and here, as the turn sees it. */
export interface Context {
  now: Instant;
  today: IsoDate;
  /** Whom to call when nothing helps: the coordinator's name. */
  contact?: string;
}

/** What somebody did, already read. */
export type Input = { kind: 'text'; text: string; understood: Understanding } | { kind: 'choice'; ids: string[] };

/** What a question made of an input. */
export type Reading =
  /** `also` is said with it: what was not taken of the same message. */
  | { kind: 'got'; patch: Patch; also?: Line[] }
  | { kind: 'unclear'; clarification: Clarification; patch?: Patch }
  /** Nothing to choose from: says why and asks the question again. */
  | { kind: 'unread'; lines: Line[] }
  | { kind: 'finish' }
  /** Ask again what a line of the review stands for: by its question, or by taking its answers up. */
  | { kind: 'mend'; question?: string; patch: Patch }
  | { kind: 'none' };

export interface Question {
  id: string;
  lines: Line[];
  choices?: Option[][];
  multiple?: boolean;
  /** True where a typed number is the number of a choice; false where it is an answer. */
  numbered?: boolean;
  /** What the parser should expect. */
  ask?: Ask;
  /** True for a text taken as it stands: figures named in it are not figures. */
  verbatim?: boolean;
  /** True where the question reads an answer better than a search for what it names: lines of documents. */
  leads?: boolean;
  /** What "bỏ qua" lays down; absent where it cannot be skipped. */
  skip?: Patch;
  read(input: Input): Reading;
}

/** The question at hand, if any is left, and how many are settled and still open, itself included. */
export interface Plan {
  question: Question | undefined;
  settled: number;
  open: number;
}

/** What is said instead of going on. What was answered is dropped, or stands aside where it may be gone on with one day. */
export interface Obstacle extends Say {
  keeps?: boolean;
}

/** One thing to talk about. `F` is what the archive knows that it needs, gathered anew for every turn. */
export interface Flow<S extends { staged: Staged }, F> {
  name: string;
  version: number;
  /** Checks a stored state on reading. @throws {Error} when it is not one of this version */
  parse(state: unknown): S;
  /** Where the conversation stands; it is asked several times a turn, so only the question at hand is made. */
  plan(state: S, facts: F, context: Context): Plan;
  /** What a message says beyond the question asked, and what is unlikely or cannot tie in what is now staged. */
  absorb(state: S, input: Input, facts: F, context: Context): Reading;
  examine(state: S, facts: F): Clarification | undefined;
  /** What a message tells and this conversation keeps nowhere, said back so that nobody believes it kept. */
  notKept(understood: Understanding): Line[];
  /** What was laid down, as lines to read back. */
  echo(state: S, before: Staged, facts: F): Line[];
  /** Where we are: the first lines of the first question. */
  heading(state: S, facts: F): Line[];
  /** Why the conversation cannot go on (a colleague has filed meanwhile), if so. */
  obstacle(state: S, facts: F): Obstacle | undefined;
  finish(state: S, facts: F, context: Context): Effect[];
}

/** A session as it is stored. */
export interface Session {
  flow: string;
  version: number;
  state: unknown;
}

/** Everything a conversation can bring about. Nothing else can happen in one. */
export type Effect =
  | { do: 'say'; say: Say }
  | { do: 'file_month'; unit: UnitId; period: Period; figures: Figures; documents: Citation[] }
  /** `done` marks the questions that were passed over, so that they stay so where the year is not recorded at once. */
  | { do: 'file_year'; unit: UnitId; year: number; figures: Figures; done?: string[] }
  /** A form that was completed; whoever opened it knows what its answers mean. */
  | { do: 'submit'; form: string; subject: unknown; answers: Answers };
