/** Where a long text is cut. */
import { array, assert, constantFrom, integer, property, string, stringMatching } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitText } from '../../channels/split.ts';

describe('a long text is cut where a reader would pause', () => {
  test.each<[string, string, number, string[]]>([
    // What fits stays as it is, with its white space.
    ['as long as the limit', '  nhận 215\n', 11, ['  nhận 215\n']],
    ['empty', '', 10, ['']],
    // Line ends first.
    ['at the last line end', 'một hai\nba bốn\nnăm sáu', 16, ['một hai\nba bốn', 'năm sáu']],
    ['a line that ends exactly at the limit', 'một hai\nba', 7, ['một hai', 'ba']],
    ['empty lines are not carried over', 'một hai\n\n\nba bốn', 10, ['một hai', 'ba bốn']],
    // Then sentences.
    ['after a sentence', 'Đã ghi. Còn câu nữa nhé', 14, ['Đã ghi.', 'Còn câu nữa', 'nhé']],
    ['after a sentence that ends in a quotation mark', 'Gõ “xong.” Rồi chờ', 15, ['Gõ “xong.”', 'Rồi chờ']],
    // Then words.
    ['between words', 'nghị định chính phủ', 10, ['nghị định', 'chính phủ']],
    ['not at a no-break space', 'trong 15\u00a0ngày', 9, ['trong', '15\u00a0ngày']],
    // A word longer than the limit is the only one that is cut.
    ['inside a word too long for any message', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['never inside a character of two units', 'abc😀def', 4, ['abc', '😀de', 'f']],
    ['never between a letter and its tone', 'xxxe\u0302\u0301y', 5, ['xxx', 'e\u0302\u0301y']],
  ])('%s', (_, text, max, pieces) => {
    expect(splitText(text, max)).toEqual(pieces);
  });

  test('a line end in the first half gives way to a sentence end further on', () => {
    expect(splitText('Đầu\nMột câu dài hơn. Câu nữa', 22)).toEqual(['Đầu\nMột câu dài hơn.', 'Câu nữa']);
  });

  test('the number of a list item is not left behind by a sentence end', () => {
    expect(splitText('Đã ghi. 1. Tiếp nhận 215', 14)).toEqual(['Đã ghi.', '1. Tiếp nhận', '215']);
  });

  test.each([1, 0, -3, Number.NaN])('refuses a limit of %s', (max) => {
    expect(() => splitText('a', max)).toThrow(RangeError);
  });
});

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const chunk = constantFrom(
  'tiếp nhận',
  ' ',
  '\n',
  '. ',
  '215',
  '😀',
  'e\u0302',
  '\u00a0',
  'Nghị định số 30/2020/NĐ-CP',
);
const texts = array(chunk, { maxLength: 60 }).map((chunks) => chunks.join(''));

describe('whatever the text', () => {
  test('no piece is too long or empty, and only white space is lost', () => {
    const bare = (text: string): string => text.replace(/\s/g, '');
    assert(
      property(texts, integer({ min: 2, max: 50 }), (text, max) => {
        const pieces = splitText(text, max);
        expect(bare(pieces.join(''))).toBe(bare(text));
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(max);
        if (bare(text) !== '') expect(pieces).not.toContain('');
      }),
    );
  });

  test('no character is halved', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 80 }), integer({ min: 2, max: 9 }), (text, max) => {
        if (LONE_SURROGATE.test(text)) return;
        for (const piece of splitText(text, max)) expect(piece).not.toMatch(LONE_SURROGATE);
      }),
    );
  });

  test('words that fit are kept whole', () => {
    const words = array(stringMatching(/^\p{L}{1,7}$/u), { minLength: 1, maxLength: 30 });
    assert(
      property(words, integer({ min: 14, max: 40 }), (said, max) => {
        const pieces = splitText(said.join(' '), max);
        expect(pieces.flatMap((piece) => piece.split(' '))).toEqual(said);
      }),
    );
  });
});
