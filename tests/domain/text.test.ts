/** How Vietnamese text is compared. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, normalise } from '../../domain/text.ts';

describe('fold', () => {
  it.each([
    ['Đức Thuận', 'duc thuan'],
    ['DUC  THUAN', 'duc thuan'],
    [' Đức\u00a0Thuận\n', 'duc thuan'],
    ['Đức Thuận'.normalize('NFD'), 'duc thuan'],
    ['ĐẶC KHU', 'dac khu'],
    ['ơ ờ ở ỡ ớ ợ ư ừ ử ữ ứ ự', 'o o o o o o u u u u u u'],
    ['K\u200bỳ', 'ky'],
    ['15/KH-UBND', '15/kh-ubnd'],
    ['', ''],
  ])('writes %j as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it.each([
    ['hoà', 'hoa', true],
    ['hòa', 'hoà', true],
    ['đ', 'd', true],
    ['215', '2 15', false],
    ['xã', 'x', false],
  ])('%j and %j are one name: %s', (a, b, same) => {
    expect(fold(a) === fold(b)).toBe(same);
  });

  it('of a folded text changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('normalise', () => {
  it('composes letters, makes odd spaces plain and drops what cannot be seen', () => {
    expect(normalise('Đức\u202fThuận'.normalize('NFD'))).toBe('Đức Thuận');
    expect(normalise('a\u200b\u200d\ufeffb')).toBe('ab');
    expect(normalise('a\u3000b')).toBe('a b');
  });

  it('keeps case, line ends and everything that is said', () => {
    expect(normalise('Dòng 1\nDÒNG 2\t3')).toBe('Dòng 1\nDÒNG 2\t3');
  });
});
