/**
 * A form: a short piece of desk work asked one field after another (an announcement, a decision with its number, a day
 * off), for what is not figures. Position is data as in every conversation: the subject it is about and the answers so
 * far. Pure: one input is one step; the same ways out work as everywhere (back, skip, stop, help).
 */
import { z } from 'zod';
import type { Picture } from '../domain/message.ts';
import { fold } from '../domain/text.ts';
import type { Context, Effect, Input, Question } from './flow.ts';
import { type Line, line, type Option, option, type Say } from './say.ts';
import type { Step } from './step.ts';
import { MISSES_MAX, WAYS_OUT, wayWanted } from './ways-out.ts';

/** Anything JSON keeps as it is. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Answers = Readonly<Record<string, Json | undefined>>;

/** What a field made of an input. */
export type FieldReading =
  | { kind: 'got'; value: Json; also?: Line[] }
  /** Some answer, but not one that will do: says why and asks again. */
  | { kind: 'unread'; lines: Line[] }
  /** Forgets the answers named, so that they are asked again; what was understood may be laid down with it. */
  | { kind: 'mend'; fields: string[]; answers?: Record<string, Json> }
  | { kind: 'finish' }
  | { kind: 'none' };

/** One question of a form. */
export interface Field
  extends Pick<Question, 'id' | 'lines' | 'choices' | 'multiple' | 'numbered' | 'ask' | 'verbatim'> {
  read(input: Input): FieldReading;
  /** What a picture answers; absent where the field takes none, and one is refused there as every file is. */
  takesPicture?(picture: Picture, caption: string | undefined): FieldReading;
  /** Shown with the question, and what is said where it cannot be. */
  picture?: Picture;
  pictureLost?: Line;
  /** What "bỏ qua" answers; absent where it cannot be skipped. */
  skip?: Json;
  /** What "để sau" answers; absent where it stops the form as "dừng" does. */
  later?: Json;
}

/** The field at hand and its place; no field means the form is complete. */
export interface FormPlan {
  field: Field | undefined;
  /** How many fields there are in all, as far as can be told; 1 or 2 are not counted aloud. */
  of: number;
}

/** `S` is what the form is about; `F` is what the archive knows that it needs, gathered anew for every turn. */
export interface Form<S, F> {
  name: string;
  version: number;
  /** Checks a stored subject on reading. @throws {Error} when it is not one of this version */
  parse(subject: unknown): S;
  plan(subject: S, answers: Answers, facts: F, context: Context): FormPlan;
  /** Where we are: the first lines of the first question. */
  heading(subject: S, facts: F): Line[];
  /** Why it cannot go on (somebody else has decided meanwhile), if so. */
  obstacle?(subject: S, facts: F): Say | undefined;
}

export interface FormState<S = unknown> {
  subject: S;
  /** In the order given, so that the last can be gone back on. */
  answers: { id: string; value: Json }[];
  /** Misunderstandings in a row. */
  misses: number;
}

const Stored = z.object({
  subject: z.unknown(),
  answers: z.array(z.object({ id: z.string(), value: z.json() })),
  misses: z.number(),
});

/** A stored state of a form. @throws {Error} when it is none of this version */
export function parseForm<S, F>(form: Form<S, F>, state: unknown): FormState<S> {
  const { subject, answers, misses } = Stored.parse(state);
  return { subject: form.parse(subject), answers, misses };
}

/** A form not begun, with what is known beforehand. */
export const freshForm = <S>(subject: S, known: Record<string, Json> = {}): FormState<S> => ({
  subject,
  answers: Object.entries(known).map(([id, value]) => ({ id, value })),
  misses: 0,
});

/** The answers by field. */
export const answersOf = ({ answers }: FormState): Answers =>
  Object.fromEntries(answers.map(({ id, value }) => [id, value]));

interface Desk<S, F> {
  form: Form<S, F>;
  state: FormState<S>;
  facts: F;
  context: Context;
}

const planOf = <S, F>({ form, state, facts, context }: Desk<S, F>): FormPlan =>
  form.plan(state.subject, answersOf(state), facts, context);

/** The field outstanding: what the parser should expect. */
export const openField = <S, F>(desk: Desk<S, F>): Field | undefined => planOf(desk).field;

/** Opens a form, or takes it up again: says where we are and asks the open field. */
export function beginForm<S, F>(desk: Desk<S, F>, before: Line[] = []): Step<FormState<S>> {
  return blocked(desk, before) ?? ask(desk, [...before, ...desk.form.heading(desk.state.subject, desk.facts)]);
}

/** Shows the open field again after `before`. */
export function restateForm<S, F>(desk: Desk<S, F>, before: Line[] = []): Step<FormState<S>> {
  return blocked(desk, before) ?? ask(desk, before);
}

/** One step: what is said becomes the next state and the effects. */
export function advanceForm<S, F>(desk: Desk<S, F>, input: Input): Step<FormState<S>> {
  const stop = blocked(desk);
  if (stop) return stop;
  const { field } = planOf(desk);
  const away = wayOut(desk, field, input);
  if (away) return away;
  if (input.kind === 'choice' && input.ids.length > 1 && !field?.multiple) return missed(desk, field);
  return carry(desk, field, field?.read(input) ?? { kind: 'none' });
}

/** One step that a picture brings about; only where the open field takes one. */
export function advanceByPicture<S, F>(desk: Desk<S, F>, picture: Picture, caption?: string): Step<FormState<S>> {
  const { field } = planOf(desk);
  return blocked(desk) ?? carry(desk, field, field?.takesPicture?.(picture, caption) ?? { kind: 'none' });
}

/** What a field made of what was said becomes the next state and the effects. */
function carry<S, F>(desk: Desk<S, F>, field: Field | undefined, reading: FieldReading): Step<FormState<S>> {
  switch (reading.kind) {
    case 'got':
      return field ? ask(laid(desk, { [field.id]: reading.value }), reading.also ?? []) : missed(desk, field);
    case 'unread':
      return missed(desk, field, reading.lines);
    case 'mend':
      return ask(laid(without(desk, reading.fields), reading.answers ?? {}), []);
    case 'finish':
      return { state: undefined, effects: [submission(desk)] };
    case 'none':
      return missed(desk, field);
  }
}

/** Whether the open field can use an input; a command it cannot use is one, whatever the field asks for. */
export function takes<S, F>(desk: Desk<S, F>, input: Input): boolean {
  const kind = planOf(desk).field?.read(input).kind;
  return kind === 'got' || kind === 'mend' || kind === 'finish';
}

/** The end of a form that cannot go on; what was to be said before it is said all the same. */
function blocked<S, F>({ form, state, facts }: Desk<S, F>, before: Line[] = []): Step<FormState<S>> | undefined {
  const obstacle = form.obstacle?.(state.subject, facts);
  if (!obstacle) return undefined;
  const say = { ...obstacle, lines: [...before, ...obstacle.lines] };
  return { state: undefined, effects: [{ do: 'say', say }] };
}

function laid<S, F>(desk: Desk<S, F>, values: Record<string, Json>): Desk<S, F> {
  const kept = desk.state.answers.filter(({ id }) => !(id in values));
  const answers = [...kept, ...Object.entries(values).map(([id, value]) => ({ id, value }))];
  return { ...desk, state: { ...desk.state, answers, misses: 0 } };
}

function without<S, F>(desk: Desk<S, F>, fields: readonly string[]): Desk<S, F> {
  const answers = desk.state.answers.filter(({ id }) => !fields.includes(id));
  return { ...desk, state: { ...desk.state, answers, misses: 0 } };
}

const submission = <S, F>({ form, state }: Desk<S, F>): Effect => ({
  do: 'submit',
  form: form.name,
  subject: state.subject,
  answers: answersOf(state),
});

/** Forms of one or two fields are not counted: "1/2" would be longer than the question. */
const COUNTED_MIN = 3;

/** The open field with its place in the whole, or the end. */
function ask<S, F>(desk: Desk<S, F>, before: Line[]): Step<FormState<S>> {
  const { field, of } = planOf(desk);
  if (!field) return { state: undefined, effects: [submission(desk)] };
  const at = Math.min(desk.state.answers.length + 1, of);
  const place: Line[] = of < COUNTED_MIN ? [] : [{ ...line('form-progress', { at, of }), runsOn: true }];
  const [first, ...more] = [...place, ...field.lines];
  const question = first ? [before.length > 0 ? { ...first, apart: true } : first, ...more] : more;
  return { state: desk.state, effects: [{ do: 'say', say: worded(field, [...before, ...question]) }] };
}

function worded(field: Field, lines: Line[], ways: Option[][] = []): Say {
  const choices = [...(field.choices ?? []), ...ways];
  return {
    lines,
    ...(choices.length > 0 ? { choices } : {}),
    ...(field.multiple ? { multiple: true } : {}),
    ...(field.numbered ? { numbered: true } : {}),
    ...(field.picture ? { picture: field.picture } : {}),
    ...(field.pictureLost ? { pictureLost: field.pictureLost } : {}),
  };
}

/** Of one question, where it is asked in a row of many: not of the whole form. */
const PUT_OFF = /^(?:de|lam|hoi) (?:lai )?sau(?: (?:a|nhe|nha|di))?[.!]*$/;

function wayOut<S, F>(desk: Desk<S, F>, field: Field | undefined, input: Input): Step<FormState<S>> | undefined {
  if (field?.later !== undefined && input.kind === 'text' && PUT_OFF.test(fold(input.text))) {
    return ask(laid(desk, { [field.id]: field.later }), []);
  }
  switch (wayWanted(input)) {
    case 'back': {
      const last = desk.state.answers.at(-1);
      return last ? ask(without(desk, [last.id]), []) : ask(desk, [line('engine-nothing-to-go-back')]);
    }
    case 'skip':
      return field?.skip === undefined
        ? ask(desk, [line('engine-cannot-skip')])
        : ask(laid(desk, { [field.id]: field.skip }), []);
    case 'cancel':
      // A form is short and binds nobody until it is sent: what is stopped is dropped.
      return { state: undefined, effects: [{ do: 'say', say: { lines: [line('form-dropped')] } }] };
    case 'help':
      return ask(desk, [line('form-help')]);
    default:
      return undefined;
  }
}

/** Asks again, saying why where the words were understood but will not do; after several times with the ways out. */
function missed<S, F>(desk: Desk<S, F>, field: Field | undefined, why: Line[] = []): Step<FormState<S>> {
  const misses = desk.state.misses + 1;
  const next = { ...desk, state: { ...desk.state, misses } };
  if (misses < MISSES_MAX || !field) return ask(next, why.length > 0 ? why : [line('engine-not-understood')]);
  const { contact } = desk.context;
  const lines = [
    ...(why.length > 0 ? why : [line('engine-not-understood-again')]),
    ...(contact ? [line('engine-call', { contact })] : []),
    ...field.lines,
  ];
  const ways = [[option(WAYS_OUT.back, 'choice-back'), option(WAYS_OUT.cancel, 'choice-stop')]];
  return { state: next.state, effects: [{ do: 'say', say: worded(field, lines, ways) }] };
}
