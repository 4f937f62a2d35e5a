/** Being away: until when, and who takes the reminders meanwhile. */
import { z } from 'zod';
import { addDays, type IsoDate } from '../../domain/date.ts';
import { fold } from '../../domain/text.ts';
import type { Answers, Field, FieldReading, Form } from '../form.ts';
import { readAbsence } from '../parse/absence.ts';
import { type Line, line, type Option, option } from '../say.ts';
import { confirmField } from './confirm.ts';

export interface Away {
  from: IsoDate;
}

export interface AwayFacts {
  today: IsoDate;
  /** Who works in the same units and could stand in. */
  colleagues: { id: number; name: string }[];
  /** What falls due in those days, in words; empty where nothing does. */
  due: Line[];
}

const TO = 'to';
const COVER = 'cover';
/** Nobody stands in: the reminders wait. */
const NOBODY = 0;
/** Longer absences are a change of post, which a coordinator makes. */
const DAYS_MAX = 185;

/** The last day away. @throws {Error} before it was answered: a defect of ours */
export function lastDay(answers: Answers): IsoDate {
  const to = answers[TO];
  if (typeof to !== 'string') throw new Error('no last day');
  return to;
}

/** Who stands in, or undefined for nobody. */
export const coverTold = (answers: Answers): number | undefined => {
  const cover = answers[COVER];
  return typeof cover === 'number' && cover !== NOBODY ? cover : undefined;
};

export const away: Form<Away, AwayFacts> = {
  name: 'away',
  version: 1,
  parse: (subject) => z.object({ from: z.string() }).parse(subject),
  heading: () => [line('away-heading')],
  plan(subject, answers, facts) {
    const asksCover = facts.colleagues.length > 0;
    const of = asksCover ? 3 : 2;
    if (!(TO in answers)) return { field: untilField(subject, facts), of };
    if (asksCover && !(COVER in answers)) return { field: coverField(facts), of };
    return { field: checkField(subject, answers, facts), of };
  },
};

/** Why somebody cannot be away so long, or until then. */
export function awayRefusal(from: IsoDate, to: IsoDate): Line | undefined {
  if (to < from) return line('away-ends-before', { date: { date: to } });
  return to > addDays(from, DAYS_MAX) ? line('away-too-long') : undefined;
}

function untilField({ from }: Away, { today }: AwayFacts): Field {
  return {
    id: TO,
    lines: [line('away-ask-until')],
    ask: 'date',
    read(input): FieldReading {
      if (input.kind === 'choice') return { kind: 'none' };
      const said = readAbsence(`đến ${input.text.replace(/^\s*(?:đến|den)\s+/iu, '')}`, today, []);
      if (said.to === undefined) return { kind: 'none' };
      const refused = awayRefusal(from, said.to);
      return refused ? { kind: 'unread', lines: [refused] } : { kind: 'got', value: said.to };
    },
  };
}

function coverField({ colleagues, today }: AwayFacts): Field {
  const who = colleagues.map(({ id, name }): Option[] => [option(`who:${id}`, 'away-colleague', { name })]);
  return {
    id: COVER,
    lines: [line('away-ask-cover')],
    choices: [...who, [option('who:0', 'away-nobody')]],
    numbered: true,
    skip: NOBODY,
    read(input): FieldReading {
      if (input.kind === 'choice') {
        const id = Number(input.ids[0]?.slice('who:'.length));
        return id === NOBODY || colleagues.some((each) => each.id === id)
          ? { kind: 'got', value: id }
          : { kind: 'none' };
      }
      if (/^(?:khong(?: co)?(?: ai)?(?: thay)?|nobody|ko(?: ai)?)$/.test(fold(input.text)))
        return { kind: 'got', value: NOBODY };
      const { covers } = readAbsence(`${input.text.replace(/\s+thay\s*$/iu, '')} thay`, today, colleagues);
      const [only] = covers;
      return covers.length === 1 && only !== undefined ? { kind: 'got', value: only } : { kind: 'none' };
    },
  };
}

function checkField({ from }: Away, answers: Answers, { colleagues, due }: AwayFacts): Field {
  const cover = colleagues.find(({ id }) => id === coverTold(answers));
  const days = { from: { day: from }, to: { day: lastDay(answers) } };
  const said = cover ? line('away-check', { ...days, name: cover.name }) : line('away-check-nobody', days);
  return confirmField([said, ...due], line('away-yes'));
}
