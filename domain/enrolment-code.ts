/**
 * One-time codes as people see and type them: eight characters in two groups, 'K7QM-2XRT'. The alphabet is Crockford's
 * base 32 (no I, L, O, U) without A, E, Y, W and D: a Vietnamese keyboard (Telex or VNI) turns those into â, ê, ý, ư
 * and đ or moves a tone onto them, and what is left cannot be changed by it, nor spell a word.
 */

const ALPHABET = '0123456789BCFGHJKMNPQRSTVXZ';

/** 27^8 = 2.8 × 10^11 codes: with the limits on tries, guessing one of thousands takes longer than a code lives. */
const CODE_LENGTH = 8;

/** Random bytes a code is drawn from: 64 bits against its 38, so that the uneven remainder is below 2^-25. */
export const CODE_BYTES = 8;

/** A code without its hyphen, in capitals: what is compared and hashed. */
export type PlainCode = string;

/** The code drawn from {@link CODE_BYTES} random bytes. */
export function codeFrom(bytes: Uint8Array): PlainCode {
  if (bytes.length !== CODE_BYTES) throw new RangeError(`${bytes.length} bytes for a code`);
  let value = bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  let code = '';
  for (let place = 0; place < CODE_LENGTH; place += 1) {
    code += ALPHABET[Number(value % BigInt(ALPHABET.length))] ?? '';
    value /= BigInt(ALPHABET.length);
  }
  return code;
}

/** As printed for people: 'K7QM2XRT' → 'K7QM-2XRT'. */
export function writtenCode(code: PlainCode): string {
  return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;
}

/** A group of the code in running text, letters that people confuse still unmended. */
const GROUPS = /(?<![\p{L}\p{N}])([A-Z0-9]{4})[ \-–—._]{0,3}([A-Z0-9]{4})(?![\p{L}\p{N}])/gu;

/**
 * The code in what somebody typed, in any case, with or without hyphen or spaces, O for 0 and I or L for 1, alone or
 * in a sentence ("mã của em là k7qm 2xrt ạ"); undefined where nothing looks like one.
 */
export function codeIn(text: string): PlainCode | undefined {
  const upper = text.normalize('NFC').toUpperCase();
  const whole = plain(upper.replace(/[\s\-–—._]/g, ''));
  if (whole) return whole;
  for (const [, first = '', second = ''] of upper.matchAll(GROUPS)) {
    const code = plain(first + second);
    if (code) return code;
  }
  return undefined;
}

const WHOLE_CODE = new RegExp(`^[${ALPHABET}]{${CODE_LENGTH}}$`);

function plain(text: string): PlainCode | undefined {
  const mended = text.replace(/O/g, '0').replace(/[IL]/g, '1');
  return WHOLE_CODE.test(mended) ? mended : undefined;
}
