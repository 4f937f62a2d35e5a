/** To whom: one of the audiences offered, a role, or units typed by name. */
import type { Audience } from '../../domain/broadcast.ts';
import type { Role } from '../../domain/person.ts';
import { fold } from '../../domain/text.ts';
import type { Answers, Field, FieldReading, Json } from '../form.ts';
import { line, option } from '../say.ts';
import type { BroadcastFacts } from './broadcast-facts.ts';
import { typedUnits, unitsIn } from './named-units.ts';

/** The audience the answers stand for, where they are enough. */
export function audienceIn(answers: Answers): Audience | undefined {
  const { audience, role } = answers;
  if (audience === 'role') return typeof role === 'string' ? { kind: 'role', role: role as Role } : undefined;
  if (audience !== 'pick') return (audience as Audience | undefined) ?? undefined;
  const units = unitsIn(answers);
  return units && { kind: 'units', units };
}

/** What is laid down beside units typed before anything was chosen. */
const PICKED = { audience: 'pick' };

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

const EVERYBODY =
  /^(?:tat ca|toan bo|toan the|moi|ca cum|toan tinh|cac|all|everybody)(?: (?:cac|nhung))?(?: (?:don vi|xa|phuong|xa,? phuong|nguoi|can bo(?: cac don vi)?|units))?$/;
/** Alone they name nobody. */
const NOBODY = new Set(['cac', 'moi']);
const NOT_FILED = /\b(?:chua (?:nop|gui|bao cao)|not filed|missing)\b/;
const ROLE_WORDS: readonly (readonly [RegExp, Role])[] = [
  [/^(?:cac )?(?:lanh dao|leaders?)$/, 'leader'],
  [/^(?:cac )?(?:dieu phoi(?: vien)?|coordinators?)$/, 'coordinator'],
  [/^(?:cac )?(?:can bo(?: bao cao)?|staff)$/, 'staff'],
];

/** The answers that words for an audience stand for, said with the text itself; undefined where they name none. */
export function saidAudience(text: string, facts: BroadcastFacts): Record<string, Json> | undefined {
  const reading = typedAudience(text, facts);
  if (reading.kind === 'got') return { audience: reading.value };
  return reading.kind === 'mend' ? reading.answers : undefined;
}

function typedAudience(text: string, facts: BroadcastFacts): FieldReading {
  const words = fold(text).replace(/[.!]+$/, '');
  if (EVERYBODY.test(words) && !NOBODY.has(words)) return { kind: 'got', value: { kind: 'all' } };
  const role = ROLE_WORDS.find(([pattern]) => pattern.test(words))?.[1];
  if (role) return { kind: 'mend', fields: [], answers: { audience: 'role', role } };
  if (NOT_FILED.test(words)) return { kind: 'got', value: { kind: 'not_filed', period: facts.periodIn(text) } };
  return typedUnits(text, facts, PICKED);
}

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
