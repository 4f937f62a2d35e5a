/**
 * How Vietnamese text is compared: NFC, without case and diacritics. Everything that matches what a person typed
 * against what we know goes through here, so that "Đức Thuận", "duc thuan" and "DUC THUAN" are one name.
 */

/** What every normal form leaves as it is. */
const ASCII = /^[\0-\x7f]*$/;

/** Canonical composed form with no-break and other odd spaces made plain; what is stored and shown. */
export function normalise(text: string): string {
  if (ASCII.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '');
}

/** Letters, digits and signs of a keyboard without diacritics, which most abbreviations and all folded texts are. */
const PLAIN = /^[!-~]*$/;

/** The form two texts are compared in: lower case, no diacritics, đ as d, runs of white space as one space. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return normalise(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();
}
