/**
 * How people are spoken of: a Vietnamese name ends in the name somebody is called by, and words of respect stand before
 * it ("anh Minh" for Trần Công Minh). One rule for every place where a person is named.
 */
import { fold, normalise } from './text.ts';

/** Words before a name, with their marks. */
const TITLE = /^(?:anh|chị|em|ông|bà|cô|chú|bác|đồng chí|đ\/c|dc|bạn|cán bộ) (?=\S)/iu;

/** The same as typed without marks. */
const BARE_TITLE = /^(?:anh|chi|em|ong|ba|co|chu|bac|dong chi|d\/c|dc|ban|can bo) (?=\S)/i;

/** Family names as well: before two more words they belong to the name ("chu van an"). */
const FAMILY_TOO = /^(?:co|chu|bac|ban) \S+ \S/i;

/** A name without the word of respect before it; the words themselves where none is. */
export function withoutTitle(said: string): string {
  const words = normalise(said).replace(/\s+/g, ' ').trim();
  if (TITLE.test(words)) return words.replace(TITLE, '');
  return FAMILY_TOO.test(words) ? words : words.replace(BARE_TITLE, '');
}

export const hasTitle = (said: string): boolean => withoutTitle(said) !== normalise(said).replace(/\s+/g, ' ').trim();

/** Somebody who can be meant. */
interface Known {
  name: string;
  /** What the roster calls them; typing it means them too. */
  code?: string;
}

/**
 * The people among some that words mean, in any case and without diacritics: those of that whole name; or else those
 * whose name ends in the words, whose first and last words they are ("Trần Minh"), and whose code they are. One is sure;
 * with several the person is asked.
 */
export function peopleMeant<T extends Known>(said: string, people: readonly T[]): T[] {
  const bare = fold(withoutTitle(said));
  const wanted = [...new Set([fold(said).replace(/\s+/g, ' ').trim(), bare])].filter((words) => words !== '');
  const isWhole = ({ name }: T): boolean => wanted.includes(fold(name));
  const whole = people.filter(isWhole);
  if (whole.length > 0) return whole;
  const [first = '', ...rest] = bare.split(' ');
  const last = rest.at(-1);
  return people.filter(({ name, code }) => {
    const folded = fold(name);
    if (wanted.some((words) => ` ${folded}`.endsWith(` ${words}`))) return true;
    if (code !== undefined && wanted.includes(fold(code))) return true;
    return rest.length === 1 && last !== undefined && folded.startsWith(`${first} `) && folded.endsWith(` ${last}`);
  });
}
