/** Closing a month, a quarter or a whole year for a unit and all under it, or opening it: what stands is shown first, then one yes. */
import { z } from 'zod';
import { isYear, parsePeriod } from '../../domain/period.ts';
import type { UnitId } from '../../domain/unit.ts';
import type { Form } from '../form.ts';
import { type Line, line, type Say, type Value } from '../say.ts';
import { confirmField } from './confirm.ts';

export interface LockSubject {
  unit: UnitId;
  /** The name of a span: 'YYYY-MM', 'YYYY' for all months of a year, 'YYYY-Q3' for a quarter … */
  period: string;
  locked: boolean;
}

/** What several months that are no year are called, and how many they are. */
export interface Stretch {
  span: Line;
  n: number;
}

export interface LockFacts {
  unitName: string;
  stretch: Stretch;
  /** How many have sent, who is missing, what was returned. */
  preview: Line[];
  /** Said where it is so already, or may not be done. */
  needless?: Say;
}

const Subject = z.object({ unit: z.number(), period: z.string(), locked: z.boolean() });

const LOCKING = {
  heading: ['lock-heading', 'lock-year-heading', 'lock-span-heading'],
  question: ['lock-question', 'lock-year-question', 'lock-span-question'],
  yes: ['lock-yes', 'lock-year-yes', 'lock-span-yes'],
  done: ['lock-done', 'lock-year-done', 'lock-span-done'],
} as const;

const OPENING = {
  heading: ['unlock-heading', 'unlock-year-heading', 'unlock-span-heading'],
  question: ['unlock-question', 'unlock-year-question', 'unlock-span-question'],
  yes: ['unlock-yes', 'unlock-year-yes', 'unlock-span-yes'],
  done: ['unlock-done', 'unlock-year-done', 'unlock-span-done'],
} as const;

/** A sentence about closing or opening a month, the year, or several months. */
export function lockLine(
  what: keyof typeof LOCKING,
  { period, locked }: Pick<LockSubject, 'period' | 'locked'>,
  { span, n }: Stretch,
  args: Record<string, Value> = {},
): Line {
  const [ofMonth, ofYear, ofSpan] = (locked ? LOCKING : OPENING)[what];
  if (isYear(period)) return line(ofYear, { ...args, year: period });
  return parsePeriod(period) ? line(ofMonth, { ...args, period: { period } }) : line(ofSpan, { ...args, span, n });
}

export const lockPeriod: Form<LockSubject, LockFacts> = {
  name: 'lock-period',
  version: 1,
  parse: (subject) => Subject.parse(subject),
  plan: (subject, _, { preview, stretch }) => ({
    field: confirmField([...preview, lockLine('question', subject, stretch)], lockLine('yes', subject, stretch)),
    of: 1,
  }),
  heading: (subject, { unitName, stretch }) => [lockLine('heading', subject, stretch, { unit: unitName })],
  obstacle: (_, { needless }) => needless,
};
