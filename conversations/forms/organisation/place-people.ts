/**
 * Who of a split unit goes to which part: one person after the other, or several in one sentence ("Lan, Hà về 2", "tất cả
 * về phường A", "còn lại để sau"), so that it is short for five people and possible for thirty. Whoever is decided on
 * later stays where they are until then.
 */
import type { PersonId } from '../../../domain/person.ts';
import { peopleMeant } from '../../../domain/person-name.ts';
import { fold, normalise } from '../../../domain/text.ts';
import { placeName } from '../../../domain/unit.ts';
import type { Answers, Field, FieldReading } from '../../form.ts';
import { listed } from '../../parse/organisation-said.ts';
import { type Line, line, type Option, option } from '../../say.ts';

/** Somebody with a role at the unit that is split. */
export interface Placed {
  id: PersonId;
  name: string;
  /** The roles that go along, in words. */
  roles: Line;
  /** True for whoever files its reports. */
  files: boolean;
}

/** The answer of one person: the number of the part from 0, or this. */
export const LATER = -1;

/** More buttons than this push the question off the screen; the sentence works with any number of parts. */
const ALL_OFFERED_MAX = 3;

/** The key under which the part of somebody is kept. */
const keyOf = (person: PersonId): string => `place${person}`;

/** Where somebody goes, LATER, or undefined while it has not been said. */
export function placeOf(answers: Answers, person: PersonId): number | undefined {
  const place = answers[keyOf(person)];
  return typeof place === 'number' ? place : undefined;
}

/** The question about the first person nothing was said of; undefined when all were spoken of. */
export function placeField(answers: Answers, people: readonly Placed[], parts: readonly string[]): Field | undefined {
  const open = people.filter(({ id }) => placeOf(answers, id) === undefined);
  const [next] = open;
  if (!next) return undefined;
  const at = people.length - open.length + 1;
  const asked = line('split-who', { at, of: people.length, name: next.name, roles: next.roles });
  return {
    id: keyOf(next.id),
    lines: [...(at === 1 ? overview(people) : []), asked],
    choices: choicesOf(open.length, parts),
    numbered: true,
    ask: 'text',
    verbatim: true,
    skip: LATER,
    later: LATER,
    read(input): FieldReading {
      if (input.kind === 'text') return readSentence(input.text, { people, open, parts });
      const [what = '', part = ''] = (input.ids[0] ?? '').split(':');
      const place = part === 'later' ? LATER : Number(part);
      const isPlace = place === LATER || (place >= 0 && place < parts.length);
      if (!isPlace || (what !== 'to' && what !== 'all')) return { kind: 'none' };
      return laid(what === 'all' ? open : [next], place);
    },
  };
}

/** Everybody concerned, and how several are placed at once; of one alone there is nothing to say beforehand. */
const overview = (people: readonly Placed[]): Line[] =>
  people.length < 2
    ? []
    : [
        line('split-people', { n: people.length, names: { each: people.map(({ name }) => name), with: ', ' } }),
        line('split-how'),
      ];

function choicesOf(open: number, parts: readonly string[]): Option[][] {
  const each = parts.map((unit, index) => [option(`to:${index}`, 'split-to', { unit })]);
  const all =
    open < 2 || parts.length > ALL_OFFERED_MAX
      ? []
      : parts.map((unit, index) => [option(`all:${index}`, 'split-all-to', { n: open, unit })]);
  const later = option('to:later', 'split-later');
  return [...each, ...all, open < 2 ? [later] : [later, option('all:later', 'split-all-later', { n: open })]];
}

const laid = (people: readonly Placed[], place: number): FieldReading => ({
  kind: 'mend',
  fields: [],
  answers: Object.fromEntries(people.map(({ id }) => [keyOf(id), place])),
});

interface Asked {
  people: readonly Placed[];
  open: readonly Placed[];
  parts: readonly string[];
}

const ALL = /^(?:tat ca|het|moi nguoi|ca|con lai|everybody|all)(?: \d+)?(?: nguoi)?(?: con lai)?$/;
const LATER_WORDS = /^(?:de sau|quyet dinh sau|chua (?:biet|ro|quyet dinh)|phan cong sau|later)$/;
const WHERE = /^(?:(?<who>.+?) )?(?:ve|sang|den|qua|o|to) (?<where>.+)$/d;
const LATER_ALL = /^(?<who>.+?) (?:de sau|quyet dinh sau|phan cong sau|later)$/d;

/** "Lan, Hà về 2", "tất cả về phường A", "phường B", "Nam để sau", "còn lại để sau". */
function readSentence(text: string, asked: Asked): FieldReading {
  const words = normalise(text)
    .replace(/\s+/g, ' ')
    .replace(/[\s.!]+$/, '')
    .trim();
  const folded = fold(words);
  const [next] = asked.open;
  if (LATER_WORDS.test(folded)) return laid(next ? [next] : [], LATER);
  const whole = partMeant(words, asked.parts);
  if (whole !== undefined) return laid(next ? [next] : [], whole);
  const said = LATER_ALL.exec(folded) ?? WHERE.exec(folded);
  if (!said) return { kind: 'none' };
  const slice = (group: string): string | undefined => {
    const span = said.indices?.groups?.[group];
    return span && (words.length === folded.length ? words : folded).slice(span[0], span[1]);
  };
  const where = slice('where');
  const place = where === undefined ? LATER : partMeant(where, asked.parts);
  if (place === undefined) return { kind: 'unread', lines: [line('split-no-part', { name: where ?? '' })] };
  const who = slice('who');
  return who === undefined ? laid(next ? [next] : [], place) : peopleNamed(who, place, asked);
}

function peopleNamed(who: string, place: number, { people, open }: Asked): FieldReading {
  if (ALL.test(fold(who))) return laid(open, place);
  const named: Placed[] = [];
  for (const name of listed(who)) {
    const meant = peopleMeant(name, people);
    const [only] = meant;
    if (!only) return { kind: 'unread', lines: [line('split-nobody', { name })] };
    if (meant.length > 1) return { kind: 'unread', lines: [line('split-several', { name, n: meant.length })] };
    named.push(only);
  }
  return laid(named, place);
}

/** The part that a number, or words of its name, mean; undefined where they mean none or several. */
export function partMeant(said: string, parts: readonly string[]): number | undefined {
  const number = /^(?:so )?(\d{1,2})$/.exec(fold(said))?.[1];
  if (number !== undefined)
    return Number(number) >= 1 && Number(number) <= parts.length ? Number(number) - 1 : undefined;
  const bare = (name: string): string => fold(name).replace(/^ubnd /, '');
  const tests = [
    (part: string) => bare(part) === bare(said),
    (part: string) => fold(placeName(part)) === fold(placeName(said)),
    (part: string) => ` ${bare(part)}`.endsWith(` ${bare(said)}`),
  ];
  for (const test of tests) {
    const found = parts.flatMap((part, index) => (test(part) ? [index] : []));
    if (found.length === 1) return found[0];
    if (found.length > 1) return undefined;
  }
  return undefined;
}

/** What was said of everybody, part by part, with the parts that would have nobody to file for them. */
export function placementLines(answers: Answers, people: readonly Placed[], parts: readonly string[]): Line[] {
  if (people.length === 0) return [];
  const at = (place: number) => people.filter(({ id }) => (placeOf(answers, id) ?? LATER) === place);
  const names = (some: readonly Placed[]) => ({ each: some.map(({ name }) => name), with: ', ' });
  const placed = parts.flatMap((unit, index) => {
    const some = at(index);
    return some.length === 0 ? [] : [line('split-placed', { unit, n: some.length, names: names(some) })];
  });
  const later = at(LATER);
  const empty = parts.filter((_, index) => !at(index).some(({ files }) => files));
  return [
    ...placed,
    ...(later.length === 0 ? [] : [line('split-later-list', { n: later.length, names: names(later) })]),
    ...(empty.length === 0 ? [] : [line('split-no-staff', { units: { each: empty, with: ', ' } })]),
  ];
}
