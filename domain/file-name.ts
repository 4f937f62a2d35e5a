/** Words as part of a file's name: whatever computer, mail or chat application the file goes through keeps them whole. */
import { fold } from './text.ts';

/** Longest name of a file, ending included: what the older of the systems it goes through still show whole. */
export const FILE_NAME_MAX = 80;

/** What stands before a unit's own name and tells no two apart. */
const LEAD = /^(?:ubnd|uy ban nhan dan)[ -]+/;

/**
 * A unit's name, or several, in small plain letters: 'UBND phường Đức Thuận' → 'phuong-duc-thuan'. Never empty, never
 * longer than `most`, cut between words.
 */
export function fileWord(name: string, most: number): string {
  const words = fold(name)
    .split(',')
    .map((each) => each.trim().replace(LEAD, ''))
    .join('-')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (words.length <= most) return words === '' ? NAMELESS : words;
  const cut = words.slice(0, most + 1);
  const end = cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : cut.slice(0, most);
}

/** A name in letters of another script. */
const NAMELESS = 'don-vi';
