/** Every integer written in every supported form reads back as itself, and nothing is accepted that a strict reading refuses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCount } from '../../../conversations/parse/number/number.ts';
import { understand } from '../../../conversations/parse/understand.ts';
import { grouped, spellEveryGroup, spellNumber, withoutMarks } from '../../support/spell-number.ts';

const COUNTS = fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 1_000_000_000 }));

const FORMS: [string, (value: number) => string][] = [
  ['plain digits', String],
  ['digits with dots', (value) => grouped(value, '.')],
  ['digits with spaces', (value) => grouped(value, ' ')],
  ['digits with no-break spaces', (value) => grouped(value, '\u00a0')],
  ['digits with leading zeros', (value) => (value < 1_000_000 ? `0${value}` : String(value))],
  ['northern words', (value) => spellNumber(value, 'north')],
  ['southern words', (value) => spellNumber(value, 'south')],
  ['northern words without marks', (value) => withoutMarks(spellNumber(value, 'north'))],
  ['southern words without marks', (value) => withoutMarks(spellNumber(value, 'south'))],
  ['words in capitals', (value) => spellNumber(value, 'north').toUpperCase()],
  ['words with every group said', (value) => spellEveryGroup(value, 'north')],
  ['decomposed characters', (value) => spellNumber(value, 'south').normalize('NFD')],
];

describe('a count in any supported form', () => {
  it.each(FORMS)('reads back from %s', (_, write) => {
    fc.assert(
      fc.property(COUNTS, (value) => {
        expect(readCount(write(value))).toEqual({ kind: 'count', value });
      }),
      { numRuns: 400 },
    );
  });

  it.each(FORMS)('reads back from %s with polite words and units around', (_, write) => {
    const around = fc.constantFrom<(number: string) => string>(
      (number) => `dạ ${number} ạ`,
      (number) => `${number} hồ sơ`,
      (number) => `${number} hs nhé em`,
      (number) => `có ${number} hs`,
      (number) => `  ${number}.`,
    );
    fc.assert(
      fc.property(COUNTS, around, (value, wrap) => {
        expect(readCount(wrap(write(value)))).toEqual({ kind: 'count', value });
      }),
      { numRuns: 200 },
    );
  });

  it('is understood inside a sentence, label before or after', () => {
    const small = fc.integer({ min: 0, max: 999_999 });
    fc.assert(
      fc.property(small, small, fc.constantFrom('.', ''), (received, resolved, separator) => {
        const [a, b] = [grouped(received, separator), grouped(resolved, separator)];
        const figures = { received, resolved };
        expect(understand(`nhận ${a} hs, đã gq ${b}`, { today: '2026-11-20' }).figures).toEqual(figures);
        expect(understand(`${a} hs tiếp nhận, ${b} hs đã giải quyết`, { today: '2026-11-20' }).figures).toEqual(
          figures,
        );
      }),
      { numRuns: 200 },
    );
  });
});

/** A reading of digits by the letter of the rule: nothing but digits, or groups of three parted by dots or spaces. */
function strictly(text: string): number | undefined {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  if (/^[1-9]\d{0,2}(\.\d{3})+$/.test(text) || /^[1-9]\d{0,2}( \d{3})+$/.test(text))
    return Number(text.replace(/[. ]/g, ''));
  return undefined;
}

/** Digits, separators and signs in any order, as a slip of the thumb makes them. */
const scrawl = fc
  .array(fc.constantFrom(...'0 1 2 5 24 246 000 . , - / % k ~'.split(' '), ' '), { minLength: 1, maxLength: 7 })
  .map((parts) => parts.join('').trim());

/** The scrawl without doubled spaces and without punctuation at its ends, which changes no number. */
const tidy = (text: string): string =>
  text
    .replace(/ +/g, ' ')
    .replace(/[.,\s]+$/, '')
    .replace(/^[,\s/]+/, '');

const NUMBER_WORDS = 'hai ba trăm mươi mười nghìn triệu linh lăm mốt tư rưỡi chục hăm không 2 15'.split(' ');

describe('what is accepted as a count', () => {
  it('never differs from what a strict reading of the same characters gives', () => {
    fc.assert(
      fc.property(scrawl, (text) => {
        const reading = readCount(text);
        if (reading.kind === 'count') expect(reading.value).toBe(strictly(tidy(text)));
      }),
      { numRuns: 10_000 },
    );
  });

  it('never differs inside a sentence either, unless the person is asked', () => {
    fc.assert(
      fc.property(scrawl, (text) => {
        // in a sentence "k" is also "không", and a rate or a date may stand beside a count
        fc.pre(!/[k%/]/.test(text));
        const { figures, ambiguous } = understand(`nhận ${text}`, { today: '2026-11-20' });
        // "nhận - 215", "nhận 215. -": signs apart from the number part words and change nothing
        const said = tidy(text.replace(/^(?:- |--)[- ]*|[.,\s]\D*$/g, ''));
        if (!ambiguous && figures.received !== undefined) expect(figures.received).toBe(strictly(said));
      }),
      { numRuns: 10_000 },
    );
  });

  it('is a whole number from 0 upwards', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NUMBER_WORDS), { minLength: 1, maxLength: 6 }), (parts) => {
        const reading = readCount(parts.join(' '));
        if (reading.kind === 'count') expect(Number.isSafeInteger(reading.value) && reading.value >= 0).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
