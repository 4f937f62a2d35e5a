/**
 * Questions that ask for numbers: one figure, or several in a fixed order ("trước hạn, đúng hạn, quá hạn: 180, 34, 2").
 * Read the same way wherever they are asked; a number is laid down only when it is certain which figure it is.
 */
import { NIL, NO_DATA, value } from '../domain/figure.ts';
import type { IndicatorName } from '../domain/indicator.ts';
import { fold } from '../domain/text.ts';
import { asReading, clarifyCount, clarifyNotYet, clarifyParse, isNumberDoubt, whichFigure } from './clarify.ts';
import type { Figures, Input, Reading } from './flow.ts';
import { readNothing, readYesNo } from './parse/choice.ts';
import { readCounts } from './parse/number/counts.ts';
import { readCount } from './parse/number/number.ts';
import { line, type Option, option } from './say.ts';

/** Ids of the choices a question for numbers may offer. */
export const SLOT_CHOICES = { none: 'slot:none', nil: 'slot:nil', noData: 'slot:no-data' } as const;

export interface Slots {
  names: readonly IndicatorName[];
  /** What "không phát sinh" lays down: the word itself, or the number 0. */
  nothing: 'nil' | 'zero';
  /** The figure a single number would be when several were asked ("đã giải quyết 216"), if that makes sense. */
  whole?: IndicatorName;
  /** Figures that would contradict the new ones when a line of the review is mended. */
  clear?: IndicatorName[];
}

const all = (names: readonly IndicatorName[], figure: Figures[IndicatorName]): Figures =>
  Object.fromEntries(names.map((name) => [name, figure])) as Figures;

const got = (slots: Slots, figures: Figures): Reading => ({
  kind: 'got',
  patch: slots.clear ? { figures, clear: slots.clear } : { figures },
});

const noneOf = (slots: Slots): Reading => got(slots, all(slots.names, slots.nothing === 'nil' ? NIL : value(0)));

/** What an answer to a question for numbers lays down. */
export function readSlots(slots: Slots, input: Input): Reading {
  if (input.kind === 'choice') return readSlotChoice(slots, input.ids[0]);
  const nothing = readNothing(input.text);
  if (nothing === 'no_data') return got(slots, all(slots.names, NO_DATA));
  if (nothing === 'nil') return noneOf(slots);
  const [name, ...others] = slots.names;
  if (name === undefined) return { kind: 'none' };
  if (others.length === 0) return readOne(slots, name, input);
  const list = readCounts(input.text, slots.names.length);
  if (list.kind === 'counts') {
    const figures = Object.fromEntries(slots.names.map((slot, index) => [slot, value(list.values[index] ?? 0)]));
    return got(slots, figures as Figures);
  }
  const single = readCount(input.text);
  if (single.kind === 'count' && single.value === 0) return noneOf(slots);
  if (single.kind === 'count') {
    const candidates = [...(slots.whole ? [slots.whole] : []), ...slots.names];
    return { kind: 'unclear', clarification: whichFigure(single.value, candidates) };
  }
  return readRefusal(slots, input.text);
}

/** "không" to a question for numbers is 0; "chưa" is not yet, which may be nobody's knowledge, so it is asked back. */
function readRefusal(slots: Slots, text: string): Reading {
  const { answer, rest } = readYesNo(text);
  if (answer !== 'no' || rest !== '') return { kind: 'none' };
  if (!/^(chua|sap|dang)\b/.test(fold(text))) return got(slots, all(slots.names, value(0)));
  return { kind: 'unclear', clarification: clarifyNotYet(slots.names, text) };
}

function readOne(slots: Slots, name: IndicatorName, input: Extract<Input, { kind: 'text' }>): Reading {
  const { understood } = input;
  if (understood.number !== undefined) return got(slots, { [name]: value(understood.number) });
  const doubt = understood.doubts.find((each) => each.reason !== 'not_understood' && each.reason !== 'seen');
  const clarification = doubt && (clarifyCount(doubt, name) ?? clarifyParse(doubt));
  if (clarification) return asReading(clarification);
  if (doubt && isNumberDoubt(doubt))
    return { kind: 'unread', lines: [line(`doubt-${doubt.reason}`, { text: doubt.text })] };
  return readRefusal(slots, input.text);
}

function readSlotChoice(slots: Slots, id: string | undefined): Reading {
  switch (id) {
    case SLOT_CHOICES.none:
      return got(slots, all(slots.names, value(0)));
    case SLOT_CHOICES.nil:
      return noneOf(slots);
    case SLOT_CHOICES.noData:
      return got(slots, all(slots.names, NO_DATA));
    default:
      return { kind: 'none' };
  }
}

export const noDataChoice = (): Option => option(SLOT_CHOICES.noData, 'choice-no-data');
