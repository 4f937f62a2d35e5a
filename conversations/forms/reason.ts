/** A reason in the person's own words: why a month is returned, why a closed month should change, why not. */
import { normalise } from '../../domain/text.ts';
import type { Input } from '../flow.ts';
import type { Field, FieldReading } from '../form.ts';
import { readYesNo } from '../parse/choice.ts';
import { type Line, line, type Option } from '../say.ts';

/** A reason is read on a phone and printed in a register: a few sentences. */
export const REASON_MAX = 500;
/** "ok", "." and the like say nothing. */
const REASON_MIN = 3;

/** Reads a reason; a bare yes or no, or a slip of the finger, is none. */
export function readReason(input: Input): FieldReading {
  if (input.kind === 'choice') return { kind: 'none' };
  const text = normalise(input.text).trim();
  const { answer, rest } = readYesNo(text);
  const isAnswer = answer !== 'none' && rest.trim() === '';
  if (text.length < REASON_MIN || isAnswer) return { kind: 'unread', lines: [line('review-reason-short')] };
  if (text.length > REASON_MAX) return { kind: 'unread', lines: [line('review-reason-long', { max: REASON_MAX })] };
  return { kind: 'got', value: text };
}

/** A field for a reason, taken as it stands. */
export const reasonField = (id: string, lines: Line[], choices?: Option[][]): Field => ({
  id,
  lines,
  verbatim: true,
  read: readReason,
  ...(choices ? { choices, numbered: true } : {}),
});
