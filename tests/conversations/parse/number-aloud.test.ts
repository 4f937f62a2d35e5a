/** Numbers said in a hurry, and numbers in words typed with the keyboard left on another layout, read back as themselves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCount } from '../../../conversations/parse/number/number.ts';
import { understand } from '../../../conversations/parse/understand.ts';
import { spellAloud, telexKeys } from '../../support/spell-aloud.ts';
import { spellNumber } from '../../support/spell-number.ts';

const TODAY = '2026-11-20';
const COUNTS = fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 999_999_999 }));
const telex = (text: string): string => text.split(' ').map(telexKeys).join(' ');

const aloud = [
  ...Array(100).keys(),
  ...Array.from({ length: 90 }, (_, at) => at + 10).flatMap((n) => [n * 10, n * 100, n * 100_000]),
]
  .map((value) => [spellAloud(value), value] as const)
  .filter((row): row is [string, number] => row[0] !== undefined);

describe('a number said in a hurry', () => {
  it.each(aloud)('%s is %i', (spoken, value) => {
    expect(readCount(spoken)).toEqual({ kind: 'count', value });
    expect(readCount(telex(spoken))).toEqual({ kind: 'count', value });
  });

  it('comes in more than two hundred ways', () => {
    expect(aloud.length).toBeGreaterThan(200);
  });
});

describe('a number in words with Telex keys left in', () => {
  it('reads back as itself', () => {
    fc.assert(
      fc.property(COUNTS, fc.constantFrom('north' as const, 'south' as const), (value, region) => {
        expect(readCount(telex(spellNumber(value, region)))).toEqual({ kind: 'count', value });
      }),
      { numRuns: 300 },
    );
  });

  it('is another number for no other tone: "bar trawm" is not three hundred', () => {
    for (const wrong of ['bar trăm', 'haij trăm', 'chinf trăm', 'bas mươi', 'hai trawmj'])
      expect(readCount(wrong).kind, wrong).not.toBe('count');
  });

  it('stands in a sentence with its label in the same keys', () => {
    const small = fc.integer({ min: 11, max: 9999 });
    fc.assert(
      fc.property(small, small, (received, resolved) => {
        const parts = [`tiếp nhận ${spellNumber(received, 'north')}`, `giải quyết ${spellNumber(resolved, 'south')}`];
        const text = parts.map(telex).join(', ');
        expect(understand(text, { today: TODAY }).figures).toEqual({ received, resolved });
      }),
      { numRuns: 200 },
    );
  });
});
