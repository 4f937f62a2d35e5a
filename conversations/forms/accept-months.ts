/** Accepting several months at once: every one of them is shown with its figures before the one yes. */
import { z } from 'zod';
import type { Period } from '../../domain/period.ts';
import type { UnitId } from '../../domain/unit.ts';
import type { Form } from '../form.ts';
import { type Line, line, type Say } from '../say.ts';
import { confirmField } from './confirm.ts';

export interface AcceptSubject {
  period: Period;
  /** What was shown, each with the state it was seen in. */
  months: { unit: UnitId; seen: string }[];
}

export interface AcceptFacts {
  /** A line for every month shown, with its figures. */
  lines: Line[];
  /** Said where none of them is open any more. */
  overtaken?: Say;
}

const Subject = z.object({
  period: z.string(),
  months: z.array(z.object({ unit: z.number(), seen: z.string() })),
});

export const acceptMonths: Form<AcceptSubject, AcceptFacts> = {
  name: 'accept-months',
  version: 1,
  parse: (subject) => Subject.parse(subject),
  plan: ({ months }, _, { lines }) => ({
    field: confirmField(lines, line('review-accept-all', { n: months.length })),
    of: 1,
  }),
  heading: ({ period, months }) => [line('review-accept-heading', { period: { period }, n: months.length })],
  obstacle: (_, { overtaken }) => overtaken,
};
