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

/** How well words mean somebody: by the whole name, or by a part of it. */
export type Meaning = 'whole' | 'part';

/**
 * Reads words as a person, in any case and without diacritics: the whole name; or what the name ends in ("Minh", "Công
 * Minh"), its first and last words ("Trần Minh"), or the code. Asked of thousands, so the words are read once.
 */
export function nameReader(said: string): (known: Known) => Meaning | undefined {
  const bare = fold(withoutTitle(said)).replace(/\s+/g, ' ').trim();
  const wanted = [...new Set([fold(said).replace(/\s+/g, ' ').trim(), bare])].filter((words) => words !== '');
  const [first = '', last, ...more] = bare.split(' ');
  return ({ name, code }) => {
    const folded = fold(name);
    if (wanted.includes(folded)) return 'whole';
    if (wanted.some((words) => folded.endsWith(` ${words}`))) return 'part';
    if (code !== undefined && wanted.includes(fold(code))) return 'part';
    const isOuter = last !== undefined && more.length === 0 && folded.startsWith(`${first} `);
    return isOuter && folded.endsWith(` ${last}`) ? 'part' : undefined;
  };
}

/** The people among some that words mean: those of that whole name, or else all it may be. Several have to be asked about. */
export function peopleMeant<T extends Known>(said: string, people: readonly T[]): T[] {
  const read = nameReader(said);
  const found = people.flatMap((each) => {
    const meaning = read(each);
    return meaning === undefined ? [] : [{ each, meaning }];
  });
  const whole = found.filter(({ meaning }) => meaning === 'whole');
  return (whole.length > 0 ? whole : found).map(({ each }) => each);
}
