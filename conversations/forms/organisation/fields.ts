/** The questions all work on the organisation has in common: who or which unit is meant, which role, from which day. */
import { addDays, type IsoDate } from '../../../domain/date.ts';
import type { Role } from '../../../domain/person.ts';
import { fold, normalise } from '../../../domain/text.ts';
import type { Field, FieldReading, Json } from '../../form.ts';
import { readDay } from '../../parse/organisation-said.ts';
import { type Line, line, option } from '../../say.ts';
import { WAYS_OUT } from '../../ways-out.ts';

/** Somebody, or a unit, that typed words can mean. */
export interface Named {
  id: number;
  name: string;
  /** What tells it from others of the same name. */
  where: Line;
}

export type Find = (words: string) => Named[];

/** More than fit on a screen are not offered: the person types more of the name. */
const OFFERED_MAX = 8;

/** Longest name of a person or a unit taken from a chat; the longest office seen has 130 characters. */
const NAME_MAX = 150;

/** Further away a date is a slip: appointments are not made a year ahead, nor mended a year behind. */
const DAYS_MAX = 400;

interface Asked {
  id: string;
  /** The question where nothing was said yet. */
  asked: Line;
  /** What was said for it before, where that did not mean one thing. */
  said?: Json | undefined;
  find: Find;
  /** What becomes of the one meant; the answer to this field where absent. */
  take?: (id: number) => FieldReading;
}

/** The key under which words that mean several things are kept for a field. */
export const saidOf = (id: string): string => `${id}_said`;

/** Asks for one of those that can be named; where words mean several they are offered. */
export function namedField({ id, asked, said, find, take }: Asked): Field {
  const got = take ?? ((found: number): FieldReading => ({ kind: 'got', value: found }));
  const words = typeof said === 'string' ? said : undefined;
  const found = words === undefined ? [] : find(words);
  const shown = found.length <= OFFERED_MAX ? found : [];
  const several = line('org-several', { name: words ?? '', n: found.length });
  const unknown = line('org-none-named', { name: words ?? '' });
  return {
    id,
    lines: words === undefined ? [asked] : found.length === 0 ? [unknown, asked] : [several],
    ...(shown.length > 0
      ? { choices: shown.map((each) => [option(`n${each.id}`, 'org-named', { name: each.name, where: each.where })]) }
      : {}),
    numbered: true,
    ask: 'text',
    verbatim: true,
    read(input): FieldReading {
      if (input.kind === 'choice') {
        const meant = shown.find((each) => input.ids[0] === `n${each.id}`);
        return meant ? got(meant.id) : { kind: 'none' };
      }
      const text = normalise(input.text).trim();
      const meant = find(text);
      const [only] = meant;
      if (!only) return { kind: 'unread', lines: [line('org-none-named', { name: text.slice(0, NAME_MAX) })] };
      if (meant.length === 1) return got(only.id);
      return { kind: 'mend', fields: [], answers: { [saidOf(id)]: text } };
    },
  };
}

/** The same with a way out shown: whoever meant something else by the words is not kept in the form. */
export const withWayOut = (field: Field): Field => ({
  ...field,
  choices: [...(field.choices ?? []), [option(WAYS_OUT.cancel, 'review-drop')]],
});

/** A name in the roster: two words at least, of letters. */
const PERSON_NAME = /^[\p{L}\p{M}'’.\- ]{3,}$/u;

/** What is asked for, or said instead of a name. */
const NOT_A_NAME = /^(?:khong|co|dung|toi|em|nguoi moi|can bo|ten|chua ro)$/;

/** The name of a person as it shall stand in the roster; undefined where the words are none. */
export function personName(text: string): string | undefined {
  const name = normalise(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:tôi là|em là|mình là|tên tôi là|tên em là|tên là|họ tên|họ và tên)\s*:?\s*/iu, '');
  const isName =
    PERSON_NAME.test(name) && name.includes(' ') && name.length <= NAME_MAX && !NOT_A_NAME.test(fold(name));
  return isName ? capitals(name) : undefined;
}

/** Typed all in small letters a name takes its capitals; what has any keeps them. */
const capitals = (name: string): string =>
  name === name.toLocaleLowerCase('vi')
    ? name.replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'))
    : name;

export const nameField = (id: string): Field => ({
  id,
  lines: [line('org-ask-name')],
  ask: 'text',
  verbatim: true,
  read(input): FieldReading {
    const isName = input.kind === 'text' && input.understood.command === undefined;
    const name = isName ? personName(input.text) : undefined;
    return name === undefined ? { kind: 'unread', lines: [line('org-name-odd')] } : { kind: 'got', value: name };
  },
});

/** Asks for a role among those the person asked may give. */
export const roleField = (id: string, roles: readonly Role[]): Field => ({
  id,
  lines: [line('org-ask-role')],
  choices: roles.map((role) => [option(role, `role-${role}`)]),
  numbered: true,
  read(input): FieldReading {
    const said = input.kind === 'choice' ? input.ids[0] : roleSaid(input.text);
    const role = roles.find((each) => each === said);
    return role ? { kind: 'got', value: role } : { kind: 'none' };
  },
});

/** The role named in a few words. */
export function roleSaid(text: string): Role | undefined {
  const words = fold(text);
  if (/lanh dao/.test(words)) return 'leader';
  if (/dieu phoi/.test(words)) return 'coordinator';
  if (/quan tri/.test(words)) return 'admin';
  return /can bo|chuyen vien|bao cao/.test(words) ? 'staff' : undefined;
}

const TODAY = 'today';

/** Asks from which day on; `refuse` says why a day will not do. */
export const dayField = (
  id: string,
  today: IsoDate,
  refuse: (day: IsoDate) => Line | undefined = () => undefined,
): Field => ({
  id,
  lines: [line('org-ask-day')],
  choices: [[option(TODAY, 'org-from-today')]],
  numbered: true,
  ask: 'text',
  verbatim: true,
  read(input): FieldReading {
    const day = input.kind === 'choice' ? (input.ids[0] === TODAY ? today : undefined) : readDay(input.text, today);
    if (day === undefined) return { kind: 'unread', lines: [line('org-day-odd')] };
    const refused = dayRefused(day, today) ?? refuse(day);
    return refused ? { kind: 'unread', lines: [refused] } : { kind: 'got', value: day };
  },
});

/** Why a day is out of the question, if it is. */
export const dayRefused = (day: IsoDate, today: IsoDate): Line | undefined =>
  day < addDays(today, -DAYS_MAX) || day > addDays(today, DAYS_MAX)
    ? line('org-day-far', { day: { date: day } })
    : undefined;

/** A line that may say nothing. */
export const maybe = (said: Line | undefined): Line[] => (said ? [said] : []);

/** An answer as text or number. @throws {Error} where it was not given: a defect of ours */
export function textOf(value: Json | undefined): string {
  if (typeof value !== 'string') throw new Error('no text answered');
  return value;
}

export function numberOf(value: Json | undefined): number {
  if (typeof value !== 'number') throw new Error('no number answered');
  return value;
}
