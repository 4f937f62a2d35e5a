/**
 * The form of a new directive: its text in as many messages as it takes, the tasks found in it to be checked and mended,
 * the units it is for, and a last look before it is issued. Nothing is asked of anybody until then.
 */
import { z } from 'zod';
import type { Citation } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/date.ts';
import type { UnitId } from '../../domain/unit.ts';
import type { Input } from '../flow.ts';
import type { Answers, Field, FieldReading, Form, FormPlan, Json } from '../form.ts';
import { readMend } from '../parse/directive/mend.ts';
import { type DraftDirective, type DraftItem, readDirectiveText } from '../parse/directive/text.ts';
import { type Line, line, option } from '../say.ts';
import { WAYS_OUT } from '../ways-out.ts';
import { confirmField } from './confirm.ts';
import { type DueOf, listLines, PAGE_ITEMS, pagesOf, whenLine } from './directive-list.ts';
import { openName, typedUnits, type UnitNames, unitsField, unitsIn, whichField } from './named-units.ts';

const Subject = z.object({});
export type NewDirective = z.infer<typeof Subject>;

export interface DirectiveFacts extends UnitNames {
  today: IsoDate;
  /** The next last good day of a task, from today on. */
  dueOf: DueOf;
  /** How many units owe something and how many people answer for them; of all within reach without a list. */
  reach(units?: readonly UnitId[]): { units: number; people: number };
  /** The directive in force with the same number, if any. */
  sameNumber(citation: Citation): { id: string; name: string } | undefined;
}

/** What is issued once the form is complete. */
export interface Issue {
  draft: DraftDirective;
  /** Absent for all within reach. */
  units?: UnitId[];
  /** The directive it takes the place of. */
  replaces?: string;
}

/** Messages a letter may come in: twenty pages. */
const PARTS_MAX = 15;
/** Shorter is a slip or a command, no part of a letter. */
const PART_MIN = 20;
/** A message this long is more of the letter, not an answer. */
export const LETTER_MIN = 300;
/** First days shown in the last look. */
const FIRST_DAYS_MAX = 3;

export const newDirective: Form<NewDirective, DirectiveFacts> = {
  name: 'new-directive',
  version: 1,
  parse: (subject) => Subject.parse(subject),
  plan: (_subject, answers, facts) => ({ field: openFieldOf(answers, facts), of: 1 }) as FormPlan,
  heading: () => [],
};

const partsOf = ({ parts }: Answers): string[] => (Array.isArray(parts) ? (parts as string[]) : []);
const itemsOf = ({ items }: Answers): DraftItem[] | undefined =>
  Array.isArray(items) ? (items as unknown as DraftItem[]) : undefined;
const pageOf = ({ page }: Answers): number => (typeof page === 'number' ? page : 0);
const json = (items: readonly DraftItem[]): Json => JSON.parse(JSON.stringify(items)) as Json;

/** What was read of all messages together. */
const readAll = (answers: Answers, today: IsoDate): DraftDirective =>
  readDirectiveText(partsOf(answers).join('\n'), today);

/** The directive a complete form stands for. @throws {Error} when it is not complete */
export function issueOf(answers: Answers, today: IsoDate): Issue {
  const items = itemsOf(answers);
  const units = answers.whom === 'all' ? undefined : unitsIn(answers);
  if (!items || (answers.whom !== 'all' && !units)) throw new Error('the directive is not complete');
  return {
    draft: { ...readAll(answers, today), items },
    ...(units ? { units } : {}),
    ...(typeof answers.replace === 'string' && answers.replace !== '' ? { replaces: answers.replace } : {}),
  };
}

function openFieldOf(answers: Answers, facts: DirectiveFacts): Field | undefined {
  const items = itemsOf(answers);
  if (answers.heard === true) return sureField(answers, facts);
  if (!items) return textField(answers, facts);
  if (answers.checked !== true) return itemsField(items, pageOf(answers), facts);
  if (answers.whom === undefined) return whomField(facts);
  const units = answers.whom === 'all' ? undefined : unitsIn(answers);
  if (answers.whom !== 'all' && !units) {
    const name = openName(answers);
    return name ? whichField(answers, name, facts) : unitsField(facts, { whom: 'pick' });
  }
  const { citation } = readAll(answers, facts.today);
  const same = citation && facts.sameNumber(citation);
  if (same && answers.replace === undefined) return replaceField(same);
  return lastLook(answers, items, units, same?.name, facts);
}

/** Typed text that is more of the letter. */
function morePart(answers: Answers, input: Input): FieldReading | undefined {
  if (input.kind !== 'text' || input.text.trim().length < PART_MIN) return undefined;
  const parts = partsOf(answers);
  if (parts.length >= PARTS_MAX) return { kind: 'unread', lines: [line('directive-too-long', { max: PARTS_MAX })] };
  return { kind: 'mend', fields: [], answers: { parts: [...parts, input.text] } };
}

/** Asked of a long text pasted without a word: it may not be meant as a directive. */
function sureField(answers: Answers, facts: DirectiveFacts): Field {
  return {
    id: 'heard',
    lines: [...foundLines(answers, facts), line('directive-is-it')],
    choices: [[option('yes', 'directive-yes'), option(WAYS_OUT.cancel, 'directive-no')]],
    numbered: true,
    ask: 'yes_no',
    read: (input) => {
      if (input.kind === 'choice') return input.ids[0] === 'yes' ? { kind: 'got', value: false } : { kind: 'none' };
      if (input.text.length >= LETTER_MIN) return morePart(answers, input) ?? { kind: 'none' };
      return input.understood.yes === true ? { kind: 'got', value: false } : { kind: 'none' };
    },
  };
}

function textField(answers: Answers, facts: DirectiveFacts): Field {
  const begun = partsOf(answers).length > 0;
  return {
    id: 'text',
    lines: begun ? [...foundLines(answers, facts), line('directive-more')] : [line('directive-ask-text')],
    ...(begun ? { choices: [[option('end', 'directive-end')]] } : {}),
    numbered: true,
    ask: 'text',
    verbatim: true,
    read: (input): FieldReading => {
      if (input.kind === 'text') return morePart(answers, input) ?? { kind: 'none' };
      if (input.ids[0] !== 'end' || !begun) return { kind: 'none' };
      return { kind: 'mend', fields: [], answers: { items: json(readAll(answers, facts.today).items), page: 0 } };
    },
  };
}

/** What was found so far, for whoever is still pasting. */
function foundLines(answers: Answers, { today }: DirectiveFacts): Line[] {
  const { citation, items } = readAll(answers, today);
  const dated = items.filter(({ deadline }) => deadline !== undefined).length;
  const code = citation?.number ? `${citation.number}/${citation.symbol}` : undefined;
  return [
    ...(code === undefined ? [] : [line('directive-found-number', { code })]),
    items.length === 0 ? line('directive-found-none') : line('directive-found', { n: items.length, dated }),
  ];
}

/** The list with the ways to mend it; it is accepted only when its last page has been shown. */
function itemsField(items: readonly DraftItem[], page: number, facts: DirectiveFacts): Field {
  const at = Math.min(page, pagesOf(items) - 1);
  const isLast = at === pagesOf(items) - 1;
  const [from, to] = [(at + 1) * PAGE_ITEMS + 1, Math.min(items.length, (at + 2) * PAGE_ITEMS)];
  const onward = isLast
    ? [option('ok', 'directive-accept', { n: items.length })]
    : [option('next', 'directive-next', { from, to })];
  const choices = items.length === 0 ? [[option(WAYS_OUT.cancel, 'directive-no')]] : [onward];
  return {
    id: 'checked',
    lines:
      items.length === 0
        ? [line('directive-none')]
        : [...listLines(items, at, facts.dueOf), line('directive-mend-how')],
    choices,
    // A typed "3" is a task, not a choice.
    numbered: false,
    ask: 'text',
    verbatim: true,
    read: (input): FieldReading => {
      if (input.kind === 'choice') {
        const [id] = input.ids;
        if (id === 'next' && !isLast) return { kind: 'mend', fields: [], answers: { page: at + 1 } };
        return id === 'ok' && isLast && items.length > 0 ? { kind: 'got', value: true } : { kind: 'none' };
      }
      return mended(input.text, items, isLast, at, facts);
    },
  };
}

const ACCEPTS = /^(?:đúng|dung|ok|oke|được|duoc|đúng rồi|tiếp|tiep|yes)[\s.!]*$/iu;
/** The one choice of the list by its number, where a door shows no buttons: alone it can mean no task. */
const FIRST_CHOICE = /^1[\s.]*$/;
const NEXT = /^(?:xem tiếp|xem tiep|tiếp|tiep|next)[\s.!]*$/iu;

function mended(
  text: string,
  items: readonly DraftItem[],
  isLast: boolean,
  page: number,
  { today }: DirectiveFacts,
): FieldReading {
  const typed = text.trim();
  const isFirst = FIRST_CHOICE.test(typed);
  if ((NEXT.test(typed) || isFirst) && !isLast) return { kind: 'mend', fields: [], answers: { page: page + 1 } };
  if (ACCEPTS.test(typed) || isFirst) {
    return isLast && items.length > 0
      ? { kind: 'got', value: true }
      : { kind: 'unread', lines: [line('directive-see-rest')] };
  }
  const read = readMend(text, items, today);
  if (read.kind === 'mended') {
    const shown = Math.max(0, Math.ceil(Math.min(read.at, read.items.length) / PAGE_ITEMS) - 1);
    return { kind: 'mend', fields: [], answers: { items: json(read.items), page: shown } };
  }
  if (read.kind === 'no_item') return { kind: 'unread', lines: [line('directive-no-item', { n: String(read.n) })] };
  if (read.kind === 'no_day') return { kind: 'unread', lines: [line('directive-no-day', { said: read.said })] };
  return { kind: 'none' };
}

function whomField(facts: DirectiveFacts): Field {
  const { units, people } = facts.reach();
  return {
    id: 'whom',
    lines: [line('directive-ask-whom')],
    choices: [[option('all', 'directive-whom-all', { units, people }), option('pick', 'broadcast-to-units')]],
    numbered: true,
    ask: 'text',
    verbatim: true,
    read: (input): FieldReading => {
      if (input.kind === 'text') return typedUnits(input.text, facts, { whom: 'pick' });
      const [id] = input.ids;
      return id === 'all' || id === 'pick' ? { kind: 'got', value: id } : { kind: 'none' };
    },
  };
}

const replaceField = ({ id, name }: { id: string; name: string }): Field => ({
  id: 'replace',
  lines: [line('directive-same-number', { name })],
  choices: [[option('replace', 'directive-replace'), option('both', 'directive-keep-both')]],
  numbered: true,
  read: (input) => {
    const chosen = input.kind === 'choice' ? input.ids[0] : undefined;
    if (chosen === 'replace') return { kind: 'got', value: id };
    return chosen === 'both' ? { kind: 'got', value: '' } : { kind: 'none' };
  },
});

/** How many are asked what, and the first days, before anything is issued. */
function lastLook(
  answers: Answers,
  items: readonly DraftItem[],
  chosen: UnitId[] | undefined,
  old: string | undefined,
  facts: DirectiveFacts,
): Field {
  const { units, people } = facts.reach(chosen);
  if (units === 0) {
    const again = whomField(facts);
    return { ...again, lines: [line('directive-nobody'), ...again.lines] };
  }
  const dated = items
    .flatMap((item) => {
      const due = item.deadline?.kind === 'fixed' ? facts.dueOf(item) : undefined;
      return due === undefined ? [] : [{ item, due }];
    })
    .sort((a, b) => (a.due < b.due ? -1 : 1));
  const undated = items.filter(({ continuous, trigger, deadline }) => !continuous && !trigger && !deadline).length;
  const lines = [
    line('directive-check', { n: items.length, units, people }),
    ...dated
      .slice(0, FIRST_DAYS_MAX)
      .map(({ item }) => line('directive-check-day', { title: item.title, when: whenLine(item, facts.dueOf) })),
    ...(dated.length > FIRST_DAYS_MAX ? [line('directive-check-more', { n: dated.length - FIRST_DAYS_MAX })] : []),
    ...(undated > 0 ? [line('directive-check-undated', { n: undated })] : []),
    ...(old !== undefined && answers.replace !== '' ? [line('directive-check-replaces', { name: old })] : []),
  ];
  return confirmField(lines, line('directive-issue'));
}
