/** Requests to change what is closed, in words: those of a month, and those of what is said for a year. */
import { type Line, line, type Value } from '../../conversations/say.ts';
import { isYear } from '../../domain/period.ts';

/** What is said alike of a month and of a year. */
const SENTENCES = {
  heading: ['change-heading', 'change-year-heading'],
  kept: ['change-kept', 'change-year-kept'],
  'kept-nobody': ['change-kept-nobody', 'change-year-kept-nobody'],
  asked: ['change-asked', 'change-year-asked'],
  look: ['change-look', 'change-year-look'],
  grant: ['change-grant', 'change-year-grant'],
  refuse: ['change-refuse', 'change-year-refuse'],
  granted: ['change-granted', 'change-year-granted'],
  'granted-told': ['change-granted-told', 'change-year-granted-told'],
  'refuse-heading': ['change-refuse-heading', 'change-year-refuse-heading'],
  refused: ['change-refused', 'change-year-refused'],
  'refused-told': ['change-refused-told', 'change-year-refused-told'],
  'was-granted': ['change-was-granted', 'change-year-was-granted'],
  'was-refused': ['change-was-refused', 'change-year-was-refused'],
  'was-replaced': ['change-was-replaced', 'change-year-was-replaced'],
} as const;

/** What a request is about: figures recorded before, or a month never recorded, sent late or in time. */
export type Sending = 'change' | 'late' | 'in_time';

/** What is said of a month that was never sent, late and in time: it is sent, not changed. */
const OF_FIRST = {
  heading: ['change-heading-first', 'change-heading-first'],
  kept: ['change-kept-first', 'first-kept'],
  'kept-nobody': ['first-kept-nobody', 'first-kept-nobody'],
  asked: ['change-asked-first', 'first-asked'],
  look: ['first-look', 'first-look'],
  granted: ['change-granted-first', 'first-granted'],
  'granted-told': ['change-granted-told-first', 'first-granted-told'],
  refused: ['first-refused', 'first-refused'],
  'refused-told': ['first-refused-told', 'first-refused-told'],
} as const;

/** A sentence about a request of a period: 'YYYY-MM', or 'YYYY' for what is said for the year. */
export function changeLine(what: keyof typeof SENTENCES, period: string, args: Record<string, Value>): Line {
  const [ofMonth, ofYear] = SENTENCES[what];
  return isYear(period) ? line(ofYear, { ...args, year: period }) : line(ofMonth, { ...args, period: { period } });
}

/** The same, where the month may never have been sent. */
export function changeLineOf(
  what: keyof typeof OF_FIRST,
  sending: Sending,
  period: string,
  args: Record<string, Value>,
): Line {
  if (sending === 'change') return changeLine(what, period, args);
  const [late, inTime] = OF_FIRST[what];
  return line(sending === 'late' ? late : inTime, { ...args, period: { period } });
}
