/** Adding a day off or a day worked to the calendar of the organisation, or taking one back. */
import { z } from 'zod';
import type { IsoDate } from '../../domain/date.ts';
import type { Answers, Field, FieldReading, Form } from '../form.ts';
import { readCalendarDay } from '../parse/calendar-day.ts';
import { type Line, line, option } from '../say.ts';
import { confirmField } from './confirm.ts';

export interface DayAdded {
  kind: 'off' | 'work' | 'table';
}

export interface DayFacts {
  today: IsoDate;
  /** What the calendar says of a day now: its name if it is off, '' on a day worked. */
  now: (date: IsoDate) => { works: boolean; name: string };
  /** True for a day somebody added here, which can be taken back. */
  isAdded: (date: IsoDate) => boolean;
}

const DATE = 'date';
const NAME = 'name';
const SOURCE = 'source';
const WORDS_MAX = 160;

/** The answers of a completed form. @throws {Error} before the day was answered: a defect of ours */
export function dayTold(answers: Answers): { date: IsoDate; name: string; source: string } {
  const { date, name, source } = answers;
  if (typeof date !== 'string') throw new Error('no day');
  const words = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { date, name: words(name), source: words(source) };
}

export const calendarDay: Form<DayAdded, DayFacts> = {
  name: 'calendar-day',
  version: 1,
  parse: (subject) => z.object({ kind: z.enum(['off', 'work', 'table']) }).parse(subject),
  heading: ({ kind }) => [line(`calendar-heading-${kind}`)],
  plan({ kind }, answers, facts) {
    const of = kind === 'table' ? 2 : 4;
    if (!(DATE in answers)) return { field: dateField(kind, facts), of };
    if (kind !== 'table' && !(NAME in answers))
      return { field: wordsField(NAME, line(`calendar-ask-name-${kind}`)), of };
    if (kind !== 'table' && !(SOURCE in answers)) return { field: wordsField(SOURCE, line('calendar-ask-source')), of };
    return { field: checkField(kind, answers, facts), of };
  },
};

function dateField(kind: DayAdded['kind'], facts: DayFacts): Field {
  return {
    id: DATE,
    lines: [line('calendar-ask-date')],
    ask: 'text',
    verbatim: true,
    read(input): FieldReading {
      if (input.kind === 'choice') return { kind: 'none' };
      const { date, several } = readCalendarDay(`thêm ngày nghỉ ${input.text}`, facts.today) ?? {};
      if (several) return { kind: 'unread', lines: [line('calendar-one-day')] };
      if (date === undefined) return { kind: 'none' };
      const refused = refusal(kind, date, facts);
      return refused ? { kind: 'unread', lines: [refused] } : { kind: 'got', value: date };
    },
  };
}

/** Why a day cannot be added: what it would make of it is so already, or it is over. */
export function refusal(kind: DayAdded['kind'], date: IsoDate, { today, now, isAdded }: DayFacts): Line | undefined {
  const { works, name } = now(date);
  if (date < today) return line('calendar-past', { day: { day: date } });
  if (kind === 'off' && !works)
    return line('calendar-off-already', { day: { day: date }, name: name === '' ? line('calendar-weekend') : name });
  if (kind === 'work' && works) return line('calendar-works-already', { day: { day: date } });
  if (kind === 'table' && !isAdded(date)) return line('calendar-not-added', { day: { day: date } });
  return undefined;
}

const wordsField = (id: string, asked: Line): Field => ({
  id,
  lines: [asked],
  ask: 'text',
  verbatim: true,
  ...(id === SOURCE ? { skip: '', choices: [[option('nav:skip', 'calendar-no-source')]] } : {}),
  read(input): FieldReading {
    if (input.kind === 'choice') return { kind: 'none' };
    const text = input.text.trim();
    return text.length > 1 && text.length <= WORDS_MAX ? { kind: 'got', value: text } : { kind: 'none' };
  },
});

function checkField(kind: DayAdded['kind'], answers: Answers, { now }: DayFacts): Field {
  const { date, name, source } = dayTold(answers);
  const lines = [
    line(`calendar-check-${kind}`, {
      day: { date },
      weekday: { day: date },
      name: name === '' ? now(date).name : name,
    }),
    ...(source === '' ? [] : [line('calendar-check-source', { source })]),
  ];
  return confirmField(lines, line('calendar-yes'));
}
