/**
 * Returning a month: which of its figures, why each, and a look at the whole before it goes to the staff. Figures are
 * chosen by number, by a tap or by words; a reason is given for each, or one for all.
 */
import { z } from 'zod';
import type { Period } from '../../domain/period.ts';
import type { UnitId } from '../../domain/unit.ts';
import type { Input } from '../flow.ts';
import { type Returnable, returnableName } from '../flows/monthly-check-in/returned.ts';
import type { Answers, Field, FieldReading, Form, Json } from '../form.ts';
import { type Line, line, type Option, option, type Say, type Value } from '../say.ts';
import { confirmField } from './confirm.ts';
import { readReason, reasonField } from './reason.ts';
import { returnablesNamed } from './returned-words.ts';

export interface ReturnSubject {
  unit: UnitId;
  period: Period;
  /** The state of the month the coordinator has seen: what has changed since is not returned unseen. */
  seen: string;
}

export interface ReturnFacts {
  unitName: string;
  items: { item: Returnable; shown: Value }[];
  /** Said instead of going on: the month was sent again or decided meanwhile. */
  overtaken?: Say;
}

const Subject = z.object({ unit: z.number(), period: z.string(), seen: z.string() });

const EACH = 'each';
const MORE = 'more';
const AGAIN = 'again';

/** What was chosen to be returned, in the order of the month. */
export function chosenItems(answers: Answers, { items }: Pick<ReturnFacts, 'items'>): Returnable[] {
  const named = new Set([...texts(answers.before), ...texts(answers.items)]);
  return items.map(({ item }) => item).filter((item) => named.has(item));
}

const texts = (json: Json | undefined): string[] =>
  Array.isArray(json) ? json.filter((each): each is string => typeof each === 'string') : [];

/** The reason for each thing returned; undefined while one is missing. */
export function reasonsFor(answers: Answers, items: readonly Returnable[]): Record<string, string> | undefined {
  const reasons: Record<string, string> = {};
  for (const item of items) {
    const reason = answers.way === EACH ? answers[`why:${item}`] : answers.way;
    if (typeof reason !== 'string') return undefined;
    reasons[item] = reason;
  }
  return reasons;
}

function plan(_subject: ReturnSubject, answers: Answers, facts: ReturnFacts): { field: Field | undefined; of: number } {
  const items = chosenItems(answers, facts);
  if (answers.items === undefined || items.length === 0) return { field: itemsField(answers, facts), of: 1 };
  if (answers.way === undefined) return { field: wayField(items, facts), of: 1 };
  const open = answers.way === EACH ? items.find((item) => answers[`why:${item}`] === undefined) : undefined;
  if (open !== undefined) {
    return { field: reasonField(`why:${open}`, [line('review-why-one', { name: returnableName(open) })]), of: 1 };
  }
  return { field: lookAgain(answers, items), of: 1 };
}

function itemsField(answers: Answers, { items }: ReturnFacts): Field {
  const before = texts(answers.before);
  const left = items.filter(({ item }) => !before.includes(item));
  return {
    id: 'items',
    lines: [line(before.length > 0 ? 'review-which-more' : 'review-which')],
    choices: left.map(({ item, shown }) => [{ id: item, label: labelOf(item, shown) }]),
    multiple: true,
    numbered: true,
    read: (input) =>
      readItems(
        input,
        left.map(({ item }) => item),
      ),
  };
}

/** How much of a reason or a difficulty stands on a button. */
const SHOWN_MAX = 40;

function labelOf(item: Returnable, shown: Value): Line {
  if (shown === '') return returnableName(item);
  const isLong = typeof shown === 'string' && shown.length > SHOWN_MAX;
  return line('review-item', {
    name: returnableName(item),
    shown: isLong ? `${shown.slice(0, SHOWN_MAX).trimEnd()}…` : shown,
  });
}

function readItems(input: Input, among: readonly Returnable[]): FieldReading {
  const named =
    input.kind === 'choice'
      ? among.filter((item) => input.ids.includes(item))
      : (returnablesNamed(input.text, among) ?? []);
  return named.length === 0 ? { kind: 'none' } : { kind: 'got', value: named };
}

/** One reason for all, or one for each; a text typed here is the reason for all of them. */
function wayField(items: readonly Returnable[], facts: ReturnFacts): Field {
  const names: Value = { each: items.map(returnableName), with: '; ' };
  const rest = facts.items.length - items.length;
  const more: Option[] = rest > 0 ? [option(MORE, 'review-more-items')] : [];
  const [only] = items;
  const each: Option[] = items.length > 1 ? [option(EACH, 'review-each-reason')] : [];
  const text =
    items.length === 1 && only !== undefined
      ? line('review-why-one', { name: returnableName(only) })
      : line('review-why-all', { count: items.length, names });
  return {
    id: 'way',
    lines: [text],
    choices: [[...each, ...more]].filter((row) => row.length > 0),
    numbered: true,
    verbatim: true,
    read: (input) => {
      if (input.kind === 'text') return readReason(input);
      if (input.ids[0] === EACH && items.length > 1) return { kind: 'got', value: EACH };
      return input.ids[0] === MORE
        ? { kind: 'mend', fields: ['items'], answers: { before: [...items] } }
        : { kind: 'none' };
    },
  };
}

function lookAgain(answers: Answers, items: readonly Returnable[]): Field {
  const reasons = reasonsFor(answers, items) ?? {};
  const lines = [
    line('review-return-check', { count: items.length }),
    ...items.map((item) => line('review-returned-item', { name: returnableName(item), reason: reasons[item] ?? '' })),
  ];
  const field = confirmField(lines, line('review-return-send'), [[option(AGAIN, 'review-reasons-again')]]);
  const forget = ['way', ...items.map((item) => `why:${item}`)];
  return {
    ...field,
    read: (input) =>
      input.kind === 'choice' && input.ids[0] === AGAIN ? { kind: 'mend', fields: forget } : field.read(input),
  };
}

export const returnMonth: Form<ReturnSubject, ReturnFacts> = {
  name: 'return-month',
  version: 1,
  parse: (subject) => Subject.parse(subject),
  plan,
  heading: ({ period }, { unitName }) => [line('review-return-heading', { period: { period }, unit: unitName })],
  obstacle: (_, { overtaken }) => overtaken,
};
