/** Why a closed month or year should change: asked when it is sent, instead of filing it. */
import { z } from 'zod';
import type { Citation } from '../../domain/citation.ts';
import type { Period } from '../../domain/period.ts';
import type { UnitId } from '../../domain/unit.ts';
import type { Figures } from '../flow.ts';
import type { Form } from '../form.ts';
import { type Line, line } from '../say.ts';
import { StoredStaged } from '../staged.ts';
import { reasonField } from './reason.ts';

export interface ChangeSubject {
  unit: UnitId;
  /** 'YYYY-MM', or 'YYYY' for what is said for the year. */
  period: Period;
  figures: Figures;
  documents: Citation[];
}

export interface ChangeFacts {
  /** What is closed and whose it is. */
  heading: Line;
  /** Who decides, where anybody is known. */
  decides?: string;
  /** Old and new of every figure that changes. */
  changes: Line[];
  /** True where the month was never sent before. */
  first: boolean;
  /** True where it is sent in time all the same: there is nothing to explain, so nothing is asked. */
  inTime: boolean;
}

const Subject = z.object({
  unit: z.number(),
  period: z.string(),
  figures: StoredStaged.shape.figures,
  documents: z.array(z.unknown()),
});

export const changeReason: Form<ChangeSubject, ChangeFacts> = {
  name: 'change-reason',
  version: 1,
  parse: (subject) => Subject.parse(subject) as unknown as ChangeSubject,
  plan: (_, answers, { first, inTime }) => ({
    field:
      answers.reason === undefined && !inTime
        ? reasonField('reason', [line(first ? 'change-why-first' : 'change-why')])
        : undefined,
    of: 1,
  }),
  heading: (_, { heading, decides, changes }) => [
    heading,
    ...changes,
    decides === undefined ? line('change-decides-nobody') : line('change-decides', { name: decides }),
  ],
};
