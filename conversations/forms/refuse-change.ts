/** Why a change of what is closed is refused: one short text, which the asker gets. */
import { z } from 'zod';
import type { Form } from '../form.ts';
import { type Line, line, type Say } from '../say.ts';
import { reasonField } from './reason.ts';

export interface RefusalFacts {
  /** What is refused. */
  heading: Line;
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
  heading: (_, { heading }) => [heading],
  obstacle: (_, { overtaken }) => overtaken,
};
