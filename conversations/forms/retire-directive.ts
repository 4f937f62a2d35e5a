/** "Ngừng áp dụng": a directive ends, with a last look at what is still open under it. */
import { z } from 'zod';
import type { Form } from '../form.ts';
import { line, type Say } from '../say.ts';
import { confirmField } from './confirm.ts';

const Subject = z.object({ directive: z.string() });
export type RetireDirective = z.infer<typeof Subject>;

export interface RetireFacts {
  name: string;
  /** Duties of this year not yet done under it. */
  open: number;
  /** Why it cannot be ended (somebody else has, meanwhile). */
  obstacle?: Say;
}

export const retireDirective: Form<RetireDirective, RetireFacts> = {
  name: 'retire-directive',
  version: 1,
  parse: (subject) => Subject.parse(subject),
  plan: (_subject, _answers, { name, open }) => ({
    field: confirmField([line('directive-retire-check', { name, open })], line('directive-retire-yes')),
    of: 1,
  }),
  heading: () => [],
  obstacle: (_subject, { obstacle }) => obstacle,
};
