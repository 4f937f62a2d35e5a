/** Answers kept in the person's own words: a reason, a difficulty, a paragraph of the yearly report. */
import { NIL, NO_DATA, value } from '../domain/figure.ts';
import type { IndicatorName } from '../domain/indicator.ts';
import { normalise } from '../domain/text.ts';
import type { Input, Reading } from './flow.ts';
import { readNothing, readYesNo } from './parse/choice.ts';

/** Longest text kept for one answer: a long paragraph of the report; a whole report pasted in is refused politely. */
export const VERBATIM_MAX = 3_000;

/** Takes the words as they stand; "không" is "không phát sinh", "chưa có số liệu" stays what it is. */
export function readVerbatim(name: IndicatorName, input: Input): Reading {
  if (input.kind === 'choice') {
    return input.ids[0] === 'slot:nil' ? { kind: 'got', patch: { figures: { [name]: NIL } } } : { kind: 'none' };
  }
  const text = normalise(input.text).trim();
  const nothing = readNothing(text);
  if (nothing) return { kind: 'got', patch: { figures: { [name]: nothing === 'nil' ? NIL : NO_DATA } } };
  const { answer, rest } = readYesNo(text);
  if (answer === 'no' && rest.trim() === '') return { kind: 'got', patch: { figures: { [name]: NIL } } };
  if (text === '' || text.length > VERBATIM_MAX) return { kind: 'none' };
  return { kind: 'got', patch: { figures: { [name]: value(text) } } };
}
