/** Letting somebody new in: by invitation with a code, or because they asked and their address is known. */
import { z } from 'zod';
import type { Role } from '../../../domain/person.ts';
import type { UnitId } from '../../../domain/unit.ts';
import type { Form } from '../../form.ts';
import { type Line, line, type Say } from '../../say.ts';
import { confirmField } from '../confirm.ts';
import { type Find, namedField, nameField, roleField, saidOf } from './fields.ts';

export interface Appointment {
  /** The request it answers, where somebody asked to be let in. */
  request?: number;
}

export interface AppointFacts {
  units: Find;
  unitName(unit: UnitId): string;
  /** The roles that may be given at a unit. */
  roles(unit: UnitId): Role[];
  /** What should be known before: somebody of that name is there already. */
  known(name: string, unit: UnitId): Line[];
  /** Why a request cannot be answered any more. */
  over?: Say;
}

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
    if (typeof name !== 'string') return { field: nameField('name'), of: 1 };
    if (typeof unit !== 'number') {
      const said = answers[saidOf('unit')];
      return { field: namedField({ id: 'unit', asked: line('org-ask-unit'), said, find: facts.units }), of: 1 };
    }
    const roles = facts.roles(unit);
    const given = roles.find((each) => each === role);
    if (!given) return { field: roleField('role', roles), of: 1 };
    const check = line(request === undefined ? 'org-appoint-check' : 'org-admit-check', {
      name,
      role: line(`role-${given}`),
      unit: facts.unitName(unit),
    });
    return {
      field: confirmField(
        [check, ...facts.known(name, unit)],
        line(request === undefined ? 'org-appoint-yes' : 'org-admit-yes'),
      ),
      of: 1,
    };
  },
};
