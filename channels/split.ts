/**
 * Long texts for providers that limit a message's length. A text is cut where a reader would pause: at the end of a
 * line, else of a sentence, else between two words; inside a word only when the word alone is too long.
 */

/** A pause in a list is its line end; shorter pieces than this part of the limit are not made for its sake. */
const LINE_END_FROM = 0.5;

/** White space after a full stop, with a closing quotation mark if any; "1. Tiếp nhận" is no end of a sentence. */
const SENTENCE_END = /(?<=[^\s\d.][.!?…]["”’)\]]?)\s/gu;

/** White space where a line may break; a no-break space ("15 ngày") is none. */
const SPACE = /[^\S\u00A0\u2007\u202F]/gu;

/** What belongs to the character before it: marks (a tone typed apart), joiners. */
const CONTINUES = /^(?:\p{M}|\u200D)/u;

/**
 * Pieces of at most `max` UTF-16 units (as Telegram counts them), in order; white space at the cuts is dropped, every
 * other character is kept. A text that fits is returned as it is.
 * @throws {RangeError} when `max` leaves no room for one character
 */
export function splitText(text: string, max: number): string[] {
  if (!(max >= 2)) throw new RangeError(`pieces of ${max} units`);
  if (text.length <= max) return [text];
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > max) {
    const end = cutAt(rest, max);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...pieces, rest];
}

/** Where the first piece of a text longer than `max` ends: after at least one character. */
function cutAt(text: string, max: number): number {
  const window = text.slice(0, max + 1);
  const line = window.lastIndexOf('\n');
  if (line >= max * LINE_END_FROM) return line;
  const pause = Math.max(line, lastOf(SENTENCE_END, window));
  if (pause > 0) return pause;
  const space = lastOf(SPACE, window);
  return space > 0 ? space : insideWord(text, max);
}

const lastOf = (pattern: RegExp, text: string): number => Array.from(text.matchAll(pattern)).at(-1)?.index ?? -1;

/** Before the last whole character that begins within the limit. */
function insideWord(text: string, max: number): number {
  let end = max;
  while (end > 1 && (isPairAt(text, end) || CONTINUES.test(text.slice(end)))) end -= 1;
  if (end > 1) return end;
  return isPairAt(text, max) ? max - 1 : max;
}

/** True when a cut there would part the two halves of one character. */
const isPairAt = (text: string, at: number): boolean =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '');
