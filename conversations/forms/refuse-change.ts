/** Why a change of a closed month is refused: one short text, which the asker gets. */
import { z } from 'zod';
import type { Form } from '../form.ts';
import { line, type Say, type Value } from '../say.ts';
import { reasonField } from './reason.ts';

export interface RefusalFacts {
  unitName: string;
  period: Value;
  asker: string;
  /** Said where it was decided meanwhile, or may not be decided here. */
  overtaken?: Say;
}

const Subject = z.object({ request: z.number() });

export const refuseChange: Form<{ request: number }, RefusalFacts> = {
  name: 'refuse-change',
  version: 1,
  parse: (subject) => Subject.parse(subject),
  plan: (_, answers, { asker }) => ({
    field: answers.reason === undefined ? reasonField('reason', [line('change-refuse-why', { asker })]) : undefined,
    of: 1,
  }),
  heading: (_, { unitName, period }) => [line('change-refuse-heading', { unit: unitName, period })],
  obstacle: (_, { overtaken }) => overtaken,
};
