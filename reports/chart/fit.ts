/** Makes writing fit its place: broken between words where there are lines, shortened with "…" where there are none. */
import { textWidth, type Weight } from './font.ts';

const ELLIPSIS = '…';

/** Pictographs and what only modifies letters: the typeface has none, they would be drawn as boxes. */
const NOT_LETTERS = /[\p{Extended_Pictographic}\p{Cc}\p{Cf}]|[\u{FE00}-\u{FE0F}]|\u{20E3}/gu;

/** A text as it can be drawn: one form of every letter, no pictographs, single spaces. */
export const drawable = (text: string): string =>
  text.normalize('NFC').replace(/\s/g, ' ').replace(NOT_LETTERS, '').replace(/ +/g, ' ').trim();

/** The text, cut off with "…" where it is wider than `width` pixels. */
export function shortened(text: string, width: number, size: number, weight: Weight = 'normal'): string {
  if (textWidth(text, size, weight) <= width) return text;
  const letters = Array.from(text);
  let keep = letters.length;
  const cut = (): string => `${letters.slice(0, keep).join('').trimEnd()}${ELLIPSIS}`;
  while (keep > 0 && textWidth(cut(), size, weight) > width) keep -= 1;
  return cut();
}

/** At most `most` lines no wider than `width` pixels, broken between words; what is over is cut off with "…". */
export function broken(text: string, width: number, size: number, most: number, weight: Weight = 'normal'): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(' ');
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size, weight) <= width) {
      line = longer;
    } else if (lines.length === most - 1) {
      line = [line, ...words.slice(index)].join(' ');
      break;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].filter((one) => one !== '').map((one) => shortened(one, width, size, weight));
}
