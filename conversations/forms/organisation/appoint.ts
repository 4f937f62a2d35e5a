/**
 * Letting somebody in, or giving a role to somebody known: by invitation with a code, or because they asked and their
 * address is known. Somebody of that name who is there already is asked about first: the same person is never kept twice.
 */
import { z } from 'zod';
import type { IsoDate } from '../../../domain/date.ts';
import type { PersonId, Role } from '../../../domain/person.ts';
import { fold } from '../../../domain/text.ts';
import type { UnitId } from '../../../domain/unit.ts';
import type { Answers, Field, FieldReading, Form } from '../../form.ts';
import { type Line, line, option, type Say } from '../../say.ts';
import { confirmField } from '../confirm.ts';
import { type Find, type Named, namedField, nameField, roleField, saidOf } from './fields.ts';

export interface Appointment {
  /** The request it answers, where somebody asked to be let in. */
  request?: number;
}

export interface AppointFacts {
  units: Find;
  unitName(unit: UnitId): string;
  /** The roles that may be given at a unit. */
  roles(unit: UnitId): Role[];
  /** Everybody words mean in the units whose people the actor manages. */
  people: Find;
  /** Whether somebody has a role at a unit already. */
  holds(person: PersonId, unit: UnitId, role: Role): boolean;
  /** Of a request: that it will be bound to somebody of that name, or that there is one. */
  known(name: string, unit: UnitId): Line[];
  /** Why a request cannot be answered any more. */
  over?: Say;
}

/** The answer that it is nobody who is known. */
const SOMEBODY_NEW = 0;

/** The one known who gets the role; undefined for somebody new. */
export const sameAs = ({ same }: Answers): PersonId | undefined =>
  typeof same === 'number' && same !== SOMEBODY_NEW ? same : undefined;

/** The day the role begins; undefined where it begins at once. */
export const beginsOn = ({ day }: Answers): IsoDate | undefined => (typeof day === 'string' ? day : undefined);

export const appoint: Form<Appointment, AppointFacts> = {
  name: 'appoint',
  version: 1,
  parse: (subject) => {
    const { request } = z.object({ request: z.number().optional() }).parse(subject);
    return request === undefined ? {} : { request };
  },
  heading: ({ request }) => [line(request === undefined ? 'org-appoint-heading' : 'org-admit-heading')],
  obstacle: (_subject, { over }) => over,
  plan({ request }, answers, facts) {
    const { name, unit, role } = answers;
    const same = request === undefined ? sameField(answers, facts) : undefined;
    if (same) return { field: same, of: 1 };
    if (typeof name !== 'string') return { field: nameField('name'), of: 1 };
    if (typeof unit !== 'number') {
      const said = answers[saidOf('unit')];
      return { field: namedField({ id: 'unit', asked: line('org-ask-unit'), said, find: facts.units }), of: 1 };
    }
    const roles = facts.roles(unit);
    const given = roles.find((each) => each === role);
    if (!given) return { field: roleField('role', roles), of: 1 };
    return { field: checkField(request !== undefined, answers, { name, unit, role: given }, facts), of: 1 };
  },
};

/** More than fit on a screen: a name so common is typed whole. */
const OFFERED_MAX = 8;

/** Asks whether somebody known is meant; undefined where nobody is, or it was answered. */
function sameField(answers: Answers, { people }: AppointFacts): Field | undefined {
  if (typeof answers.same === 'number') return undefined;
  const found = knownOf(answers, people);
  const [only, ...others] = found;
  if (!only || found.length > OFFERED_MAX) return undefined;
  const { name: whole, [saidOf('name')]: part } = answers;
  const said = typeof whole === 'string' ? whole : typeof part === 'string' ? part : '';
  const taken = ({ id, name }: Named): FieldReading => ({ kind: 'mend', fields: [], answers: { same: id, name } });
  const other: FieldReading = { kind: 'mend', fields: [], answers: { same: SOMEBODY_NEW } };
  return {
    id: 'same',
    lines: [line('appoint-known', { name: said, n: found.length })],
    choices: [
      ...found.map((each) => [option(`p${each.id}`, 'appoint-same', { name: each.name, where: each.where })]),
      [option('new', 'appoint-other')],
    ],
    numbered: true,
    ask: 'text',
    verbatim: true,
    read(input): FieldReading {
      if (input.kind === 'choice') {
        const meant = found.find(({ id }) => input.ids[0] === `p${id}`);
        return meant ? taken(meant) : input.ids[0] === 'new' ? other : { kind: 'none' };
      }
      const words = fold(input.text);
      if (/\b(?:khac|moi|khong|other|new)\b/.test(words)) return other;
      return others.length === 0 && /^(?:dung|phai|co|la|cung|yes)\b/.test(words) ? taken(only) : { kind: 'none' };
    },
  };
}

/** Those a whole name belongs to, or whom a part of one may mean. */
function knownOf({ name, [saidOf('name')]: part }: Answers, people: Find): Named[] {
  if (typeof name === 'string') return people(name).filter((each) => fold(each.name) === fold(name));
  return typeof part === 'string' ? people(part) : [];
}

interface Given {
  name: string;
  unit: UnitId;
  role: Role;
}

function checkField(isRequest: boolean, answers: Answers, { name, unit, role }: Given, facts: AppointFacts): Field {
  const args = { name, role: line(`role-${role}`), unit: facts.unitName(unit) };
  if (isRequest)
    return confirmField([line('org-admit-check', args), ...facts.known(name, unit)], line('org-admit-yes'));
  const same = sameAs(answers);
  if (same !== undefined && facts.holds(same, unit, role)) {
    return confirmField([line('appoint-holds', args)], line('appoint-holds-yes'));
  }
  const day = beginsOn(answers);
  const begins = day === undefined ? [] : [line('appoint-from', { day: { date: day } })];
  const check = line(same === undefined ? 'org-appoint-check' : 'appoint-same-check', args);
  return confirmField([check, ...begins], line('org-appoint-yes'));
}
