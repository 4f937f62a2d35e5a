/**
 * Numbers written in words, northern and southern, with or without marks: "hai nghìn hai trăm bốn mươi sáu", "trăm
 * rưỡi", "một ngàn hai", "hăm mốt". The grammar is strict: what a careful listener would ask about ("hai ba hồ sơ",
 * "hai ngàn bốn sáu") is a doubt with the likeliest reading proposed, never a number.
 */
import type { NumberDoubt } from '../doubt.ts';
import { marksAgree, syllable } from '../syllable.ts';
import type { Token } from '../text.ts';

/** A word of a number. `digit` keeps the form: "mốt", "tư" and "lăm" only stand after a ten or a greater unit. */
export type Sign =
  | { kind: 'digit'; value: number; form: 'plain' | 'mốt' | 'tư' | 'lăm' }
  | { kind: 'figure'; value: number; length: number }
  | { kind: 'ten' } // mười
  | { kind: 'tens'; chục: boolean } // mươi, chục
  | { kind: 'short'; value: 20 | 30 } // hăm, băm
  | { kind: 'hundred' }
  | { kind: 'scale'; value: number }
  | { kind: 'odd' } // linh, lẻ
  | { kind: 'half' }; // rưỡi

export type WordReading = { value: number } | { doubt: NumberDoubt; proposal?: number } | undefined;

const digit = (value: number, form: 'plain' | 'mốt' | 'tư' | 'lăm' = 'plain'): Sign => ({ kind: 'digit', value, form });
const scale = (value: number): Sign => ({ kind: 'scale', value });

const WORDS: [string, Sign][] = [
  ...['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'].map((w, i): [string, Sign] => [
    w,
    digit(i),
  ]),
  ['bẩy', digit(7)],
  ['mốt', digit(1, 'mốt')],
  ['tư', digit(4, 'tư')],
  ['lăm', digit(5, 'lăm')],
  ['nhăm', digit(5, 'lăm')],
  ['mười', { kind: 'ten' }],
  ['mươi', { kind: 'tens', chục: false }],
  ['chục', { kind: 'tens', chục: true }],
  ['hăm', { kind: 'short', value: 20 }],
  ['băm', { kind: 'short', value: 30 }],
  ['trăm', { kind: 'hundred' }],
  ['nghìn', scale(1000)],
  ['ngàn', scale(1000)],
  ['vạn', scale(10_000)],
  ['triệu', scale(1_000_000)],
  ['tỷ', scale(1_000_000_000)],
  ['tỉ', scale(1_000_000_000)],
  ['linh', { kind: 'odd' }],
  ['lẻ', { kind: 'odd' }],
  ['rưỡi', { kind: 'half' }],
];

interface NumberWord {
  words: { marks: number; sign: Sign }[];
  /** The signs for each set of marks met so far: at most a few hundred, since there are nine marks. */
  byMarks: Map<number, Sign[]>;
}

const BY_BASE = new Map<string, NumberWord>();
for (const [word, sign] of WORDS) {
  const { base, marks } = syllable(word);
  const known: NumberWord = BY_BASE.get(base) ?? { words: [], byMarks: new Map() };
  known.words.push({ marks, sign });
  BY_BASE.set(base, known);
}

const NO_SIGNS: Sign[] = [];

/** The number words this token can be, best first; "muoi" without marks is both mười and mươi. */
export function signsOf(token: Token | undefined): Sign[] {
  const known = token?.kind === 'word' ? BY_BASE.get(token.base) : undefined;
  if (token === undefined || known === undefined) return NO_SIGNS;
  const before = known.byMarks.get(token.marks);
  if (before !== undefined) return before;
  // "van" without its mark is văn, vẫn, vấn far more often than vạn
  const agreeing = known.words.filter(
    (word) => marksAgree(token.marks, word.marks) && !(token.base === 'van' && token.marks === 0),
  );
  const same = agreeing.filter((word) => word.marks === token.marks);
  const signs = (same.length > 0 ? same : agreeing).map((word) => word.sign);
  known.byMarks.set(token.marks, signs);
  return signs;
}

/** The signs of a run of tokens, each made definite by its neighbours ("hai muoi": mươi; "muoi hai": mười). */
export function definite(choices: readonly Sign[][]): Sign[] {
  const signs: Sign[] = [];
  for (const options of choices) {
    const before = signs.at(-1);
    const afterDigit = before?.kind === 'digit' || before?.kind === 'figure';
    const afterTens = before?.kind === 'tens' || before?.kind === 'short';
    const fitting = options.find((sign) => {
      if (sign.kind === 'tens') return afterDigit;
      if (sign.kind === 'ten') return !afterDigit;
      if (sign.kind === 'digit' && sign.form === 'mốt') return afterTens || before !== undefined;
      return true;
    });
    // "mot" after a ten is mốt, alone một: both are 1, so the plain form is preferred where it exists
    const plainDigit = options.find((sign) => sign.kind === 'digit' && sign.form === 'plain');
    const chosen = fitting?.kind === 'digit' && !afterTens && plainDigit ? plainDigit : (fitting ?? options[0]);
    if (chosen !== undefined) signs.push(chosen);
  }
  return signs;
}

type Part = { value: number } | { doubt: NumberDoubt; proposal?: number } | 'wrong';

const WRONG = 'wrong' as const;
const isDigit = (sign: Sign | undefined): sign is Extract<Sign, { kind: 'digit' }> => sign?.kind === 'digit';

/** Two signs or fewer after the hundreds: 0 to 99. `lead` tells whether a greater unit stands before them. */
function belowHundred(signs: readonly Sign[], lead: 'none' | 'hundred' | 'odd' | 'scale'): Part {
  const [first, second, third] = signs;
  if (third !== undefined) return tensAndUnit(signs, lead);
  if (first === undefined) return { value: 0 };
  if (first.kind === 'figure') {
    return second === undefined ? { value: first.value } : second.kind === 'tens' ? tensAndUnit(signs, lead) : WRONG;
  }
  if (first.kind === 'ten') return unitAfterTen(10, second);
  if (first.kind === 'short') return second === undefined ? WRONG : unitAfterTen(first.value, second);
  if (first.kind === 'tens') {
    // "chục rưỡi" is fifteen, as "trăm rưỡi" is 150; "chục" alone is some ten
    if (second?.kind === 'half' && first.chục && lead === 'none') return { value: 15 };
    return second === undefined ? { doubt: 'approximate', proposal: 10 } : WRONG;
  }
  if (!isDigit(first)) return WRONG;
  if (second === undefined) return first.form === 'plain' || lead !== 'none' ? { value: first.value } : WRONG;
  if (second.kind === 'tens') return tensAndUnit(signs, lead);
  if (second.kind === 'ten') return { doubt: 'shorthand', proposal: first.value * 10 };
  if (!isDigit(second)) return WRONG;
  return twoDigits(first, second, lead);
}

/** "bốn sáu" = 46; "hai ba" alone is "two or three", "một hai" likewise. */
function twoDigits(
  first: Extract<Sign, { kind: 'digit' }>,
  second: Extract<Sign, { kind: 'digit' }>,
  lead: 'none' | 'hundred' | 'odd' | 'scale',
): Part {
  if (first.form !== 'plain' || first.value === 0) return WRONG;
  const proposal = first.value * 10 + second.value;
  if (lead === 'odd') return WRONG;
  // "hai năm" is two years
  if (second.value === 5 && second.form === 'plain') return { doubt: 'shorthand', proposal };
  if (second.value === 0 || first.value === 1) return { doubt: 'shorthand', proposal };
  if (lead === 'scale') return { doubt: 'shorthand', proposal };
  const range =
    second.form === 'plain' && (second.value === first.value + 1 || (first.value === 5 && second.value === 7));
  if (lead === 'none' && range) return { doubt: 'approximate', proposal };
  return { value: proposal };
}

/** "hai mươi", "hai mươi mốt", "hai chục"; a ten counted by 1 is only said "một chục". */
function tensAndUnit(signs: readonly Sign[], lead: 'none' | 'hundred' | 'odd' | 'scale'): Part {
  const [first, second, third, fourth] = signs;
  if (fourth !== undefined) return WRONG;
  if (isDigit(first) && isDigit(second) && isDigit(third) && lead === 'none') {
    return { doubt: 'shorthand', proposal: first.value * 100 + second.value * 10 + third.value };
  }
  const counted = (isDigit(first) && first.form === 'plain') || first?.kind === 'figure' ? first.value : 0;
  if (second?.kind === 'ten' && counted >= 2 && counted <= 9) {
    const unit = unitAfterTen(counted * 10, third);
    return unit === WRONG || 'doubt' in unit ? unit : { doubt: 'shorthand', proposal: unit.value };
  }
  if (second?.kind !== 'tens' || counted < 1 || counted > 9) return WRONG;
  if (counted === 1 && !(second.chục && third === undefined)) return WRONG;
  if (third === undefined) return { value: counted * 10 };
  if (third.kind === 'half') {
    const value = counted * 10 + 5;
    return second.chục ? { value } : { doubt: 'shorthand', proposal: value };
  }
  const unit = unitAfterTen(counted * 10, third);
  if (unit === WRONG || 'doubt' in unit) return unit;
  return second.chục ? { doubt: 'shorthand', proposal: unit.value } : unit;
}

/** The unit said after a ten. "hai mươi năm" is 25 to some and twenty years to most: asked. */
function unitAfterTen(tens: number, unit: Sign | undefined): Part {
  if (unit === undefined) return { value: tens };
  if (!isDigit(unit) || unit.value === 0) return WRONG;
  const value = tens + unit.value;
  if (unit.value === 5 && unit.form === 'plain') return { doubt: 'shorthand', proposal: value };
  return { value };
}

/** Below 1000: "hai trăm linh năm", "trăm rưỡi", "một trăm hai" (= 120). */
function belowThousand(signs: readonly Sign[], lead: 'none' | 'scale', implied: boolean): Part {
  const at = signs.findIndex((sign) => sign.kind === 'hundred');
  if (at < 0) {
    if (signs[0]?.kind === 'odd') return signs.length > 1 && lead === 'scale' ? odd(signs.slice(1)) : WRONG;
    return belowHundred(signs, lead);
  }
  const [count] = signs;
  let hundreds: number;
  if (at === 0 && implied) hundreds = 1;
  else if (at === 1 && isDigit(count) && count.form === 'plain') hundreds = count.value;
  else if (at === 1 && count?.kind === 'figure' && count.value > 0 && count.value < 10) hundreds = count.value;
  else return WRONG;
  // "không trăm" only holds the place behind a greater unit
  if (hundreds === 0 && lead === 'none') return WRONG;
  const rest = afterHundred(signs.slice(at + 1), hundreds);
  if (rest === WRONG) return WRONG;
  if ('doubt' in rest)
    return { ...rest, ...(rest.proposal !== undefined && { proposal: hundreds * 100 + rest.proposal }) };
  return { value: hundreds * 100 + rest.value };
}

function afterHundred(signs: readonly Sign[], hundreds: number): Part {
  const [first, second] = signs;
  if (first === undefined) return { value: 0 };
  if (first.kind === 'odd') return odd(signs.slice(1));
  if (first.kind === 'half') return second === undefined && hundreds > 0 ? { value: 50 } : WRONG;
  if (second === undefined && isDigit(first)) {
    if (first.value === 0) return WRONG;
    // "một trăm hai" drops a "mươi"; "không trăm hai" does not, and "một trăm năm" may be years
    if (hundreds === 0 || first.value === 5) return { doubt: 'shorthand', proposal: first.value * 10 };
    return { value: first.value * 10 };
  }
  if (second === undefined && first.kind === 'figure') {
    return first.length === 2 ? { value: first.value } : { doubt: 'shorthand', proposal: first.value * 10 };
  }
  return belowHundred(signs, 'hundred');
}

/** After linh or lẻ: one digit, or a whole ten ("lẻ mười lăm"). */
function odd(signs: readonly Sign[]): Part {
  const [first, second] = signs;
  if (isDigit(first) && second === undefined) return first.value > 0 ? { value: first.value } : WRONG;
  if (first?.kind === 'ten' || (isDigit(first) && second?.kind === 'tens')) return belowHundred(signs, 'odd');
  if (first?.kind === 'figure' && second === undefined && first.value < 100) return { value: first.value };
  return WRONG;
}

/** What follows the last great unit: "rưỡi" is half of it, a lone digit the next place ("một ngàn hai" = 1200). */
function afterScale(signs: readonly Sign[], unit: number): Part {
  const [first, second] = signs;
  if (first?.kind === 'half') return second === undefined ? { value: unit / 2 } : WRONG;
  if (second === undefined && isDigit(first)) {
    if (first.value === 0) return WRONG;
    const value = (first.value * unit) / 10;
    return first.value === 5 ? { doubt: 'shorthand', proposal: value } : { value };
  }
  if (second === undefined && first?.kind === 'figure') {
    if (first.length === 3) return { value: first.value };
    return { doubt: 'shorthand', proposal: first.length === 1 ? (first.value * unit) / 10 : first.value };
  }
  return belowThousand(signs, 'scale', false);
}

/** Reads a whole run of number signs; undefined where they make no number at all. */
export function readSigns(signs: readonly Sign[]): WordReading {
  let total = 0;
  let ceiling = Number.POSITIVE_INFINITY;
  let doubt: NumberDoubt | undefined;
  let from = 0;
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at];
    if (sign?.kind !== 'scale') continue;
    if (sign.value >= ceiling) return undefined;
    const group = signs.slice(from, at);
    const part: Part = group.length === 0 && from === 0 ? { value: 1 } : wholeGroup(group, from === 0);
    if (part === WRONG) return undefined;
    if ('doubt' in part) doubt = part.doubt;
    const value = 'doubt' in part ? part.proposal : part.value;
    if (value === undefined || (value === 0 && from === 0)) return undefined;
    total += value * sign.value;
    ceiling = sign.value;
    from = at + 1;
  }
  const rest = signs.slice(from);
  if (rest.length === 0 && from > 0) return doubt ? { doubt, proposal: total } : { value: total };
  const part = from > 0 ? afterScale(rest, ceiling) : belowThousand(rest, 'none', true);
  if (part === WRONG) return undefined;
  const value = 'doubt' in part ? part.proposal : part.value;
  doubt ??= 'doubt' in part ? part.doubt : undefined;
  if (doubt === undefined && value !== undefined) return { value: total + value };
  return { doubt: doubt ?? 'shorthand', ...(value !== undefined && { proposal: total + value }) };
}

/** A group before a great unit; digits may stand there whole ("12 nghìn"). */
function wholeGroup(group: readonly Sign[], leading: boolean): Part {
  const [first] = group;
  if (group.length === 1 && first?.kind === 'figure') return first.value < 1000 ? { value: first.value } : WRONG;
  return belowThousand(group, leading ? 'none' : 'scale', leading);
}
