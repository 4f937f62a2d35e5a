/**
 * A coordinator's decision about an obligation, for one unit or for all under theirs: a day of our own, a day moved by
 * a decision with its number, a waiver, a return with its reason. What is asked follows from what is decided.
 */
import { z } from 'zod';
import { dayOf, type IsoDate, isoDate, monthOf } from '../../domain/date.ts';
import type { Answers, Field, FieldReading, Form } from '../form.ts';
import { datesIn } from '../parse/date/date.ts';
import { coming } from '../parse/moment.ts';
import { type NamedObligation, obligationsNamed } from '../parse/obligation-named.ts';
import { tokenise } from '../parse/text.ts';
import { type Line, line, type Option, option, type Say } from '../say.ts';
import { confirmField } from './confirm.ts';
import { reasonField } from './reason.ts';

export const DECISIONS = ['set_date', 'moved', 'waived', 'returned'] as const;
export type DecisionKind = (typeof DECISIONS)[number];

/** What is decided, of whom: a unit, or a unit with all under it. */
export interface Decision {
  kind: DecisionKind;
  unit: number;
  subtree: boolean;
  /** 'YYYY'. */
  period: string;
  /** The day of the event it follows, or empty. */
  event: IsoDate;
  /** Absent until it is chosen. */
  obligation?: string;
}

export interface DecisionFacts {
  today: IsoDate;
  /** What can be decided about. */
  obligations: NamedObligation[];
  /** Whom it is for, in words. */
  whom: Line;
  /** The day that now counts, where there is one. */
  due?: IsoDate;
  /** What stands in the way of a decision about one unit: done meanwhile, waived, or nothing to return. */
  obstacle?: Say;
  /** What the day comes down to on a working day, or why it cannot be. */
  settled: (obligation: string, date: IsoDate) => { date: IsoDate } | { refused: Line };
}

const OBLIGATION = 'obligation';
const DATE = 'date';
const NUMBER = 'number';
const REASON = 'reason';
/** A number and its symbol are short; a paragraph is none. */
const NUMBER_MAX = 120;

const Stored = z.object({
  kind: z.enum(DECISIONS),
  unit: z.number(),
  subtree: z.boolean(),
  period: z.string(),
  event: z.string(),
  obligation: z.string().optional(),
});

/** The answers of a completed form. */
export function decided(subject: Decision, answers: Answers) {
  const word = (id: string): string | undefined => {
    const value = answers[id];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    obligation: subject.obligation ?? word(OBLIGATION),
    date: word(DATE),
    decision: word(NUMBER),
    reason: word(REASON),
  };
}

export const decideObligation: Form<Decision, DecisionFacts> = {
  name: 'decide-obligation',
  version: 1,
  parse: (subject) => Stored.parse(subject) as Decision,
  obstacle: (_subject, { obstacle }) => obstacle,
  heading: ({ kind, period }, { whom }) => [line(`decide-heading-${kind}`, { whom, year: period })],
  plan(subject, answers, facts) {
    const { kind } = subject;
    const asked: [string, () => Field][] = [
      ...(subject.obligation === undefined
        ? [[OBLIGATION, () => obligationField(facts)] as [string, () => Field]]
        : []),
      ...(kind === 'moved' || kind === 'set_date'
        ? [[DATE, () => dateField(subject, answers, facts)] as [string, () => Field]]
        : []),
      ...(kind === 'moved' || kind === 'waived' ? [[NUMBER, () => numberField(kind)] as [string, () => Field]] : []),
      ...(kind === 'waived' || kind === 'returned'
        ? [[REASON, () => reasonField(REASON, [line(`decide-why-${kind}`)])] as [string, () => Field]]
        : []),
    ];
    const open = asked.find(([id]) => !(id in answers));
    return { field: open ? open[1]() : checkField(subject, answers, facts), of: asked.length + 1 };
  },
};

/** More would not fit a screen; the rest is typed. */
const OFFERED_MAX = 6;

function obligationField({ obligations }: DecisionFacts): Field {
  const offered = obligations.slice(0, OFFERED_MAX);
  const how = obligations.length > offered.length ? 'decide-which-or-type' : 'decide-which';
  return {
    id: OBLIGATION,
    lines: [line(how)],
    choices: offered.map(({ id, name }): Option[] => [option(`o:${id}`, 'decide-obligation', { name })]),
    numbered: true,
    ask: 'text',
    verbatim: true,
    read(input): FieldReading {
      if (input.kind === 'choice') {
        const id = input.ids[0]?.slice(2) ?? '';
        return obligations.some((each) => each.id === id) ? { kind: 'got', value: id } : { kind: 'none' };
      }
      const meant = obligationsNamed(input.text, obligations);
      const [only] = meant;
      if (meant.length > 1) return { kind: 'unread', lines: [line('decide-which-several', { n: meant.length })] };
      return only ? { kind: 'got', value: only.id } : { kind: 'none' };
    },
  };
}

function dateField(subject: Decision, answers: Answers, { today, due, settled }: DecisionFacts): Field {
  return {
    id: DATE,
    lines: [due === undefined ? line('decide-ask-date') : line('decide-ask-date-from', { due: { day: due } })],
    ask: 'text',
    read(input): FieldReading {
      if (input.kind === 'choice') return { kind: 'none' };
      const [span, other] = datesIn(tokenise(input.text), { today, asked: true });
      const reading = span?.reading;
      if (other || (reading?.kind !== 'date' && reading?.kind !== 'future')) return { kind: 'none' };
      const { obligation = '' } = decided(subject, answers);
      const dated = input.text.includes(reading.date.slice(0, 4));
      const found = settled(obligation, dayMeant(reading.date, dated, subject, today));
      return 'refused' in found ? { kind: 'unread', lines: [found.refused] } : { kind: 'got', value: found.date };
    },
  };
}

/**
 * The day meant by one without a year: in the year it is owed for while that is to come; a day put off by decision may
 * be in the next.
 * @param read the latest such day
 */
export function dayMeant(
  read: IsoDate,
  dated: boolean,
  { kind, period }: Pick<Decision, 'kind' | 'period'>,
  today: IsoDate,
): IsoDate {
  if (dated) return read;
  const owed = isoDate(Number(period), monthOf(read), dayOf(read)) ?? read;
  return owed < today && kind === 'moved' ? coming(read, today) : owed;
}

function numberField(kind: DecisionKind): Field {
  return {
    id: NUMBER,
    lines: [line(`decide-ask-number-${kind === 'moved' ? 'moved' : 'waived'}`)],
    ask: 'text',
    verbatim: true,
    ...(kind === 'waived' ? { skip: '' } : {}),
    read(input): FieldReading {
      if (input.kind === 'choice') return { kind: 'none' };
      const text = input.text.trim();
      if (!/\d/.test(text) || text.length > NUMBER_MAX)
        return { kind: 'unread', lines: [line('decide-number-wanted')] };
      return { kind: 'got', value: text };
    },
  };
}

function checkField(subject: Decision, answers: Answers, { obligations, whom }: DecisionFacts): Field {
  const { obligation, date, decision, reason } = decided(subject, answers);
  const name = obligations.find(({ id }) => id === obligation)?.name ?? '';
  const lines = [
    line(`decide-check-${subject.kind}`, {
      name,
      whom,
      year: subject.period,
      ...(date === undefined ? {} : { date: { day: date } }),
    }),
    ...(decision === undefined ? [] : [line('decide-check-number', { decision })]),
    ...(reason === undefined ? [] : [line('decide-check-reason', { reason })]),
  ];
  return confirmField(lines, line('decide-yes'));
}
