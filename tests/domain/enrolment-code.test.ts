import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_BYTES, codeFrom, codeIn, writtenCode } from '../../domain/enrolment-code.ts';

describe('an enrolment code', () => {
  it.each([
    // as printed, and as people type it
    ['K7QM-2XRT', 'K7QM2XRT'],
    ['k7qm-2xrt', 'K7QM2XRT'],
    ['k7qm2xrt', 'K7QM2XRT'],
    ['K7QM 2XRT', 'K7QM2XRT'],
    [' k7 qm 2x rt ', 'K7QM2XRT'],
    ['K7QM–2XRT', 'K7QM2XRT'],
    ['K7QM - 2XRT', 'K7QM2XRT'],
    // letters and digits that look alike
    ['KOQM-2XRT', 'K0QM2XRT'],
    ['K7QM-lXRi', 'K7QM1XR1'],
    ['OOOO-IIll', '00001111'],
    // in a sentence, after a command
    ['mã của em là k7qm-2xrt ạ', 'K7QM2XRT'],
    ['Mã: K7QM 2XRT.', 'K7QM2XRT'],
    ['/start K7QM2XRT', 'K7QM2XRT'],
    ['12345678', '12345678'],
  ])('in %j is %s', (text, code) => {
    expect(codeIn(text)).toBe(code);
  });

  it.each([
    '',
    'xin chào',
    'K7QM-2XR',
    'K7QM-2XRTT',
    'K7QM-2XRA', // letters a Vietnamese keyboard changes are not in the alphabet
    'K7QM-2XRÀ',
    'nhận 215, đúng hạn 208',
    '0912345678',
    'XK7QM2XRTX',
    'đK7QM2XRT',
  ])('is not in %j', (text) => {
    expect(codeIn(text)).toBeUndefined();
  });

  it('drawn from any bytes reads back as itself', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES }), (bytes) => {
        const code = codeFrom(bytes);
        expect(writtenCode(code)).toMatch(/^[0-9BCFGHJKMNPQRSTVXZ]{4}-[0-9BCFGHJKMNPQRSTVXZ]{4}$/);
        expect(codeIn(writtenCode(code))).toBe(code);
      }),
    );
  });

  it('uses every letter of its alphabet in every place', () => {
    const letters = Array.from({ length: 8 }, () => new Set<string>());
    for (let n = 0; n < 4_000; n += 1) {
      // multiples of an odd constant spread over 64 bits
      const value = BigInt.asUintN(64, BigInt(n) * 0x9e3779b97f4a7c15n);
      const bytes = Uint8Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(8 * i)) & 255n));
      for (const [place, letter] of Array.from(codeFrom(bytes)).entries()) letters[place]?.add(letter);
    }
    expect(letters.map((set) => set.size)).toEqual(Array(8).fill(27));
  });

  it.each([0, 7, 9])('is not drawn from %d bytes', (length) => {
    expect(() => codeFrom(new Uint8Array(length))).toThrow(RangeError);
  });
});
