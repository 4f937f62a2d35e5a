/** Closing a period for a unit and all under it, or opening it: what stands is shown first, then one yes. */
import { z } from 'zod';
import type { Period } from '../../domain/period.ts';
import type { UnitId } from '../../domain/unit.ts';
import type { Form } from '../form.ts';
import { type Line, line, type Say } from '../say.ts';
import { confirmField } from './confirm.ts';

export interface LockSubject {
  unit: UnitId;
  period: Period;
  locked: boolean;
}

export interface LockFacts {
  unitName: string;
  /** How many have sent, who is missing, what was returned. */
  preview: Line[];
  /** Said where it is so already, or may not be done. */
  needless?: Say;
}

const Subject = z.object({ unit: z.number(), period: z.string(), locked: z.boolean() });

export const lockPeriod: Form<LockSubject, LockFacts> = {
  name: 'lock-period',
  version: 1,
  parse: (subject) => Subject.parse(subject),
  plan: ({ period, locked }, _, { preview }) => ({
    field: confirmField(
      [...preview, line(locked ? 'lock-question' : 'unlock-question')],
      line(locked ? 'lock-yes' : 'unlock-yes', { period: { period } }),
    ),
    of: 1,
  }),
  heading: ({ period, locked }, { unitName }) => [
    line(locked ? 'lock-heading' : 'unlock-heading', { period: { period }, unit: unitName }),
  ],
  obstacle: (_, { needless }) => needless,
};
