/**
 * "Đã xong": one obligation is said to be done, with the document that shows it where there is one, and the day where
 * the day matters. Nothing is written before it was read back and confirmed.
 */
import { z } from 'zod';
import type { Citation } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/date.ts';
import { documentDefects, formatCitation } from '../../domain/document.ts';
import { fold } from '../../domain/text.ts';
import type { Input } from '../flow.ts';
import type { Answers, Field, FieldReading, Form, FormPlan, Json } from '../form.ts';
import { readYesNo } from '../parse/choice.ts';
import { defectLine } from '../register.ts';
import { type Line, line, option, type Say } from '../say.ts';
import { confirmField } from './confirm.ts';

/** What is completed. */
export interface Completion {
  unit: number;
  obligation: string;
  /** 'YYYY'. */
  period: string;
  /** The day of the event it follows, or empty. */
  event: IsoDate;
  /** What the same message completed besides: asked for next. */
  next: Completion[];
  /** The document told for it already. */
  document?: Citation;
}

export interface CompletionFacts {
  /** The obligation as it is called, with its year or event. */
  name: Line;
  unitName: string;
  /** What the directive wants to see; absent where it names nothing. */
  evidence?: string;
  /** True where the day it was done counts: what followed an event. */
  asksDay: boolean;
  /** What stands in the way: done already, or no longer owed. */
  obstacle?: Say;
  today: IsoDate;
}

const Stored: z.ZodType<Completion> = z.lazy(() =>
  z.object({
    unit: z.number(),
    obligation: z.string(),
    period: z.string(),
    event: z.string(),
    next: z.array(Stored),
    document: z.custom<Citation>((value) => typeof value === 'object' && value !== null).optional(),
  }),
) as z.ZodType<Completion>;

const DOCUMENT = 'document';
const KEPT = 'kept';
const DAY = 'day';
const AGAIN = 'again';
/** Marks that the document of the message is not the one. */
const NOT_THAT = 'not_that';

const asJson = (citation: Citation): Json => citation as unknown as Json;

/** Everything is asked again, the document of the message included. */
const retold: FieldReading = { kind: 'mend', fields: [DOCUMENT, KEPT, DAY], answers: { [NOT_THAT]: true } };

/** The document told, if any: with the subject from a message, or typed when asked. */
export function documentTold(subject: Completion, answers: Answers): Citation | undefined {
  if (DOCUMENT in answers) return (answers[DOCUMENT] as Citation | null | undefined) ?? undefined;
  return answers[NOT_THAT] === true ? undefined : subject.document;
}

/** The day told, or today. */
export const dayTold = (answers: Answers, today: IsoDate): IsoDate => (answers[DAY] as IsoDate | undefined) ?? today;

export const completeObligation: Form<Completion, CompletionFacts> = {
  name: 'complete-obligation',
  version: 1,
  parse: (subject) => Stored.parse(subject),
  heading: (_subject, { name, unitName }) => [line('complete-heading', { name, unit: unitName })],
  obstacle: (_subject, { obstacle }) => obstacle,
  plan(subject, answers, facts): FormPlan {
    const told = documentTold(subject, answers);
    const asksDocument = facts.evidence !== undefined;
    const of = 1 + (asksDocument ? 1 : 0) + (facts.asksDay ? 1 : 0);
    if (asksDocument && told === undefined && !(DOCUMENT in answers)) return { field: documentField(facts), of };
    if (told && answers[KEPT] !== true) {
      const doubts = doubtsAbout(told, facts.today);
      if (doubts.length > 0) return { field: doubtField(doubts), of: of + 1 };
    }
    if (facts.asksDay && !(DAY in answers)) return { field: dayField(subject, facts), of };
    return { field: checkField(told, answers, facts), of };
  },
};

function documentField({ evidence = '' }: CompletionFacts): Field {
  return {
    id: DOCUMENT,
    lines: [evidence === '' ? line('complete-ask-document') : line('complete-ask-evidence', { evidence })],
    choices: [[option('none', 'complete-no-document')]],
    skip: null,
    read(input): FieldReading {
      if (input.kind === 'choice') return input.ids[0] === 'none' ? { kind: 'got', value: null } : { kind: 'none' };
      const [citation, second] = input.understood.citations;
      if (second) return { kind: 'unread', lines: [line('complete-one-document')] };
      return citation ? { kind: 'got', value: asJson(citation) } : { kind: 'none' };
    },
  };
}

/** What must be asked about a document before it goes into the register. */
const doubtsAbout = (citation: Citation, today: IsoDate): Line[] =>
  documentDefects(citation, [], { today })
    .filter(({ severity }) => severity === 'ask')
    .map((defect) => defectLine(citation, defect));

function doubtField(doubts: Line[]): Field {
  return {
    id: KEPT,
    lines: doubts,
    choices: [[option('keep', 'choice-as-cited'), option(AGAIN, 'choice-retype')]],
    numbered: true,
    read(input): FieldReading {
      const answer = keepsOrNot(input);
      if (answer === 'yes') return { kind: 'got', value: true };
      return answer === 'no' ? retold : { kind: 'none' };
    },
  };
}

/** Whether a doubted document is kept, tapped or typed. */
function keepsOrNot(input: Input): 'yes' | 'no' | undefined {
  if (input.kind === 'choice') return input.ids[0] === 'keep' ? 'yes' : input.ids[0] === AGAIN ? 'no' : undefined;
  const { answer, rest } = readYesNo(input.text);
  return rest.trim() === '' && (answer === 'yes' || answer === 'no') ? answer : undefined;
}

function dayField({ event }: Completion, { today }: CompletionFacts): Field {
  return {
    id: DAY,
    lines: [line('complete-ask-day')],
    choices: [[option('today', 'complete-today')]],
    ask: 'corrective_action_date',
    read(input): FieldReading {
      if (input.kind === 'choice') return input.ids[0] === 'today' ? { kind: 'got', value: today } : { kind: 'none' };
      const { date, dates, doubts } = input.understood;
      const ahead = doubts.find((doubt) => doubt.reason === 'future_date');
      const day = date ?? dates.corrective_action_date ?? ahead?.date;
      if (day === undefined) return { kind: 'none' };
      if (day > today) return { kind: 'unread', lines: [line('complete-day-ahead', { date: { date: day } })] };
      if (day < event) {
        const days = { date: { date: day }, event: { date: event } };
        return { kind: 'unread', lines: [line('complete-day-before', days)] };
      }
      return { kind: 'got', value: day };
    },
  };
}

/** Typed without diacritics: it is kept and printed as it was typed, so whoever typed it is told. */
const isPlain = (subject: string | null): boolean =>
  subject !== null && /[a-z]+ [a-z]+/i.test(subject) && fold(subject) === subject.toLowerCase().trim();

function checkField(told: Citation | undefined, answers: Answers, facts: CompletionFacts): Field {
  const lines = [
    line('complete-check', { name: facts.name }),
    ...(told ? [line('complete-check-document', { document: formatCitation(told) })] : []),
    ...(told && isPlain(told.subject) ? [line('complete-check-plain')] : []),
    ...(facts.asksDay ? [line('complete-check-day', { date: { date: dayTold(answers, facts.today) } })] : []),
  ];
  const field = confirmField(lines, line('complete-yes'), [[option(AGAIN, 'complete-again')]]);
  return {
    ...field,
    read(input): FieldReading {
      if (input.kind === 'choice' && input.ids[0] === AGAIN) return retold;
      // Another document typed instead of a yes is the right one.
      const other = input.kind === 'text' ? input.understood.citations[0] : undefined;
      if (other) return { kind: 'mend', fields: [KEPT], answers: { [DOCUMENT]: asJson(other) } };
      return field.read(input);
    },
  };
}
