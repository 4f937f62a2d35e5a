/** Which obligation is meant by the words for it: "kế hoạch", "MTCL", "báo cáo năm", or a few words of its title. */
import { fold } from '../../domain/text.ts';

export interface NamedObligation {
  id: string;
  /** Its title, as it is called. */
  name: string;
  /** The head of its column in the tracking list, where it is followed up. */
  short?: string;
}

const SHORT_FOR: Readonly<Record<string, string>> = {
  mtcl: 'muc tieu chat luong',
  kh: 'ke hoach',
  bc: 'bao cao',
  dgnb: 'danh gia noi bo',
  xxld: 'hop xem xet cua lanh dao',
};

/** Shorter words stand in every second title. */
const LETTERS_MIN = 3;

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => SHORT_FOR[word] ?? word)
    .join(' ');

/**
 * The obligations the words can mean, best first: the one so called, else those whose title has all the words. Where
 * several have them and one alone is followed up, that one is meant.
 */
export function obligationsNamed(words: string, all: readonly NamedObligation[]): NamedObligation[] {
  const wanted = plain(words);
  if (wanted.length < LETTERS_MIN) return [];
  const called = all.filter(({ name, short }) => plain(name) === wanted || (short && plain(short) === wanted));
  if (called.length > 0) return called;
  const each = wanted.split(' ');
  const meant = all.filter(({ name }) => {
    const title = new Set(plain(name).split(' '));
    return each.every((word) => title.has(word));
  });
  const followed = meant.filter(({ short }) => short !== undefined);
  return followed.length === 1 ? followed : meant;
}
