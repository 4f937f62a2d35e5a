/** Somebody has what is kept about them taken away; asked once, since it cannot be taken back. */
import { z } from 'zod';
import type { Form } from '../../form.ts';
import { type Line, line, type Say } from '../../say.ts';
import { confirmField } from '../confirm.ts';

export interface EraseFacts {
  /** What would be left behind: a unit without anybody who files. */
  warnings: Line[];
  /** Why it cannot be done now. */
  refused?: Say;
}

export const eraseData: Form<Record<string, never>, EraseFacts> = {
  name: 'erase-data',
  version: 1,
  parse: (subject) => z.strictObject({}).parse(subject) as Record<string, never>,
  heading: () => [],
  obstacle: (_subject, { refused }) => refused,
  plan: (_subject, _answers, { warnings }) => ({
    field: confirmField([line('org-erase-check'), ...warnings], line('org-erase-yes')),
    of: 1,
  }),
};
