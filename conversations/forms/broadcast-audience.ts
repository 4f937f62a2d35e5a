/** To whom: one of the audiences offered, a role, or units typed by name, with every name that is not sure asked back. */
import type { Audience } from '../../domain/broadcast.ts';
import type { Role } from '../../domain/person.ts';
import { fold } from '../../domain/text.ts';
import type { UnitId } from '../../domain/unit.ts';
import type { Input } from '../flow.ts';
import type { Answers, Field, FieldReading, Json } from '../form.ts';
import { type Line, line, type Option, option } from '../say.ts';
import type { BroadcastFacts, NamedUnit } from './broadcast-facts.ts';

/** Units offered as buttons; with more the person types the name. */
const UNITS_OFFERED_MAX = 8;
/** Names taken from one message: more than a province has districts or clusters. */
const NAMES_MAX = 60;

/** A name as typed, and the units it can mean; settled when it means one. */
interface SaidName {
  said: string;
  ids: UnitId[];
}

/** The audience the answers stand for, where they are enough. */
export function audienceIn(answers: Answers): Audience | undefined {
  const { audience, role } = answers;
  if (audience === 'role') return typeof role === 'string' ? { kind: 'role', role: role as Role } : undefined;
  if (audience !== 'pick') return (audience as Audience | undefined) ?? undefined;
  const names = namesIn(answers);
  if (names.length === 0 || names.some(({ ids }) => ids.length !== 1)) return undefined;
  return { kind: 'units', units: [...new Set(names.flatMap(({ ids }) => ids))] };
}

const namesIn = ({ units }: Answers): SaidName[] => (Array.isArray(units) ? (units as unknown as SaidName[]) : []);

/** The first name that means no unit, or several. */
export const openName = (answers: Answers): SaidName | undefined =>
  namesIn(answers).find(({ ids }) => ids.length !== 1);

const json = (names: readonly SaidName[]): Json => names.map(({ said, ids }) => ({ said, ids }));

/** Asks to whom; units, a role or "chưa gửi tháng 9" may be typed at once. */
export function audienceField(facts: BroadcastFacts): Field {
  const offered = facts.offered();
  const idOf = (audience: Audience) => (audience.kind === 'not_filed' ? `not_filed:${audience.period}` : audience.kind);
  const choices = offered.map(({ audience, units, people }) => [
    audience.kind === 'all'
      ? option(idOf(audience), 'broadcast-to-all', { units, people })
      : option(idOf(audience), 'broadcast-to-not-filed', { units, period: { period: audience.period } }),
  ]);
  return {
    id: 'audience',
    lines: [line('broadcast-ask-audience')],
    choices: [...choices, [option('pick', 'broadcast-to-units'), option('role', 'broadcast-to-role')]],
    numbered: true,
    ask: 'text',
    verbatim: true,
    read: (input): FieldReading => {
      if (input.kind === 'text') return typedAudience(input.text, facts);
      const [id] = input.ids;
      const found = offered.find(({ audience }) => idOf(audience) === id);
      if (found) return { kind: 'got', value: { ...found.audience } };
      return id === 'pick' || id === 'role' ? { kind: 'got', value: id } : { kind: 'none' };
    },
  };
}

const EVERYBODY = new Set([
  'tat ca',
  'toan bo',
  'ca cum',
  'toan tinh',
  'tat ca don vi',
  'moi nguoi',
  'all',
  'everybody',
]);
const NOT_FILED = /\b(?:chua (?:nop|gui|bao cao)|not filed|missing)\b/;
const ROLE_WORDS: readonly (readonly [RegExp, Role])[] = [
  [/^(?:cac )?(?:lanh dao|leaders?)$/, 'leader'],
  [/^(?:cac )?(?:dieu phoi(?: vien)?|coordinators?)$/, 'coordinator'],
  [/^(?:cac )?(?:can bo(?: bao cao)?|staff)$/, 'staff'],
];

function typedAudience(text: string, facts: BroadcastFacts): FieldReading {
  const words = fold(text).replace(/[.!]+$/, '');
  if (EVERYBODY.has(words)) return { kind: 'got', value: { kind: 'all' } };
  const role = ROLE_WORDS.find(([pattern]) => pattern.test(words))?.[1];
  if (role) return { kind: 'mend', fields: [], answers: { audience: 'role', role } };
  if (NOT_FILED.test(words)) return { kind: 'got', value: { kind: 'not_filed', period: facts.periodIn(text) } };
  return typedUnits(text, facts);
}

/** Names parted by commas, lines or "và". */
function typedUnits(text: string, facts: BroadcastFacts): FieldReading {
  const said = text
    .split(/[,;\n+]|\s(?:và|va)\s/u)
    .map((part) => part.trim().replace(/[.!]+$/, ''))
    .filter((part) => part !== '');
  if (said.length === 0) return { kind: 'none' };
  if (said.length > NAMES_MAX) return { kind: 'unread', lines: [line('broadcast-many-names', { max: NAMES_MAX })] };
  const names = said.map((each) => ({ said: each, ids: unitsMeant(each, facts) }));
  if (names.every(({ ids }) => ids.length === 0)) {
    return { kind: 'unread', lines: [line('broadcast-no-unit', { name: said.join(', ') })] };
  }
  return { kind: 'mend', fields: [], answers: { audience: 'pick', units: json(names) } };
}

const unitsMeant = (words: string, facts: BroadcastFacts): UnitId[] => facts.named(words).map(({ id }) => id);

/** Asks for the units by name, with the clusters as buttons. */
export function unitsField(facts: BroadcastFacts): Field {
  const clusters = facts.clusters().slice(0, UNITS_OFFERED_MAX);
  return {
    id: 'units',
    lines: [line('broadcast-ask-units')],
    ...(clusters.length > 0 ? { choices: clusters.map((unit) => [unitOption(unit)]) } : {}),
    numbered: true,
    ask: 'text',
    verbatim: true,
    read: (input) => {
      if (input.kind === 'text') return typedUnits(input.text, facts);
      const found = clusters.find(({ id }) => input.ids[0] === `u${id}`);
      return found ? { kind: 'got', value: json([{ said: found.name, ids: [found.id] }]) } : { kind: 'none' };
    },
  };
}

const unitOption = ({ id, name }: NamedUnit): Option => option(`u${id}`, 'choice-unit', { unit: name });

/** Asks what one name means: it is none, or it is several. */
export function whichField(answers: Answers, open: SaidName, facts: BroadcastFacts): Field {
  const names = namesIn(answers);
  const candidates = open.ids.length === 0 ? [] : facts.named(open.said);
  const shown = candidates.length > UNITS_OFFERED_MAX ? [] : candidates;
  const settle = (ids: UnitId[], said = open.said): FieldReading =>
    laid(names.map((name) => (name === open ? { said, ids } : name)));
  return {
    id: 'which',
    lines: [whichLine(open, candidates.length)],
    choices: [...shown.map((unit) => [unitOption(unit)]), [option('drop', 'broadcast-drop-name', { name: open.said })]],
    numbered: true,
    ask: 'text',
    verbatim: true,
    read: (input: Input): FieldReading => {
      if (input.kind === 'text') {
        const ids = unitsMeant(input.text, facts);
        if (ids.length > 0) return settle(ids, input.text.trim());
        return { kind: 'unread', lines: [] };
      }
      const [id] = input.ids;
      if (id === 'drop') return laid(names.filter((name) => name !== open));
      const found = shown.find((unit) => id === `u${unit.id}`);
      return found ? settle([found.id]) : { kind: 'none' };
    },
  };
}

function whichLine({ said, ids }: SaidName, candidates: number): Line {
  if (ids.length === 0) return line('broadcast-name-unknown', { name: said });
  const key = candidates > UNITS_OFFERED_MAX ? 'broadcast-name-many' : 'broadcast-name-several';
  return line(key, { name: said, n: candidates });
}

/** With the last name dropped the units are asked for again. */
const laid = (names: readonly SaidName[]): FieldReading =>
  names.length === 0
    ? { kind: 'mend', fields: ['units'] }
    : { kind: 'mend', fields: [], answers: { units: json(names) } };

export function rolesField(facts: BroadcastFacts): Field {
  const roles = facts.roles();
  return {
    id: 'role',
    lines: [line('broadcast-ask-role')],
    choices: roles.map(({ role, people }) => [option(role, 'broadcast-role', { role: line(`role-${role}`), people })]),
    numbered: true,
    read: (input) => {
      const found = input.kind === 'choice' ? roles.find(({ role }) => role === input.ids[0]) : undefined;
      return found ? { kind: 'got', value: found.role } : { kind: 'none' };
    },
  };
}
