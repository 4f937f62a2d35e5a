/** Closing a month or a whole year for a unit and all under it, or opening it: what stands is shown first, then one yes. */
import { z } from 'zod';
import { isYear, type Period } from '../../domain/period.ts';
import type { UnitId } from '../../domain/unit.ts';
import type { Form } from '../form.ts';
import { type Line, line, type Say, type Value } from '../say.ts';
import { confirmField } from './confirm.ts';

export interface LockSubject {
  unit: UnitId;
  /** 'YYYY-MM', or 'YYYY' for all months of a year. */
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

const LOCKING = {
  heading: ['lock-heading', 'lock-year-heading'],
  question: ['lock-question', 'lock-year-question'],
  yes: ['lock-yes', 'lock-year-yes'],
  done: ['lock-done', 'lock-year-done'],
} as const;

const OPENING = {
  heading: ['unlock-heading', 'unlock-year-heading'],
  question: ['unlock-question', 'unlock-year-question'],
  yes: ['unlock-yes', 'unlock-year-yes'],
  done: ['unlock-done', 'unlock-year-done'],
} as const;

/** A sentence about closing or opening a month, or the year. */
export function lockLine(
  what: keyof typeof LOCKING,
  { period, locked }: Pick<LockSubject, 'period' | 'locked'>,
  args: Record<string, Value> = {},
): Line {
  const [ofMonth, ofYear] = (locked ? LOCKING : OPENING)[what];
  return isYear(period) ? line(ofYear, { ...args, year: period }) : line(ofMonth, { ...args, period: { period } });
}

export const lockPeriod: Form<LockSubject, LockFacts> = {
  name: 'lock-period',
  version: 1,
  parse: (subject) => Subject.parse(subject),
  plan: ({ period, locked }, _, { preview }) => ({
    field: confirmField([...preview, lockLine('question', { period, locked })], lockLine('yes', { period, locked })),
    of: 1,
  }),
  heading: (subject, { unitName }) => [lockLine('heading', subject, { unit: unitName })],
  obstacle: (_, { needless }) => needless,
};
