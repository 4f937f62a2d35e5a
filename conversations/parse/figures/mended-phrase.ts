/**
 * Terms of several syllables with one letter missing in one of them, two exchanged in a short one, or the key beside the
 * last one struck: "tiếp nhậ", "đúng hn", "quá hạ", "đúng hnạ", "quá hạm", "tronh hạn". The syllables
 * beside it must be typed as they are, what is left must not say anything of its own, and every term it could stand
 * for must mean the same; otherwise nothing is mended and the person is asked.
 */
import type { Match } from '../lexicon.ts';
import { isSyllable, marksAgree, syllable } from '../syllable.ts';
import type { Token } from '../text.ts';

interface Syllable {
  base: string;
  marks: number;
}

interface Term<T> {
  words: Syllable[];
  /** Which of the words lacks a letter. */
  short: number;
  /** The letter is missing from the middle of it. */
  inner: boolean;
  meaning: T;
}

/** A word and what may be left of it: "hn" is enough of "hạn", one letter of anything is not. */
const LEFT_MIN = 2;
/** The syllable typed whole must say something: "t nhận" is short enough already. */
const WHOLE_MIN = 2;

export class MendedPhrases<T> {
  /** Terms by their words as typed, one letter short. */
  readonly #terms = new Map<string, Term<T>[]>();
  /** What the terms begin with, word by word, so that nothing is put together that no term goes on from. */
  readonly #beginnings = new Set<string>();
  /** Abbreviations, which say something of their own: "hs tn" is no "hs tồn". */
  readonly #alone = new Set<string>();

  /** @param entries meanings and their phrases, as for a `Lexicon`; phrases of one word are left alone */
  constructor(entries: Iterable<readonly [string, T]>) {
    const terms = [...entries].flatMap(([phrases, meaning]) =>
      phrases.split('|').map((phrase) => ({ words: phrase.trim().split(' ').map(syllable), meaning })),
    );
    for (const { words } of terms) if (words.length === 1 && words[0]?.marks === 0) this.#alone.add(words[0].base);
    for (const { words, meaning } of terms) this.#add(words, meaning);
  }

  #add(words: Syllable[], meaning: T): void {
    if (words.length < 2) return;
    words.forEach(({ base }, short) => {
      const whole = words.some((word, at) => at !== short && word.base.length >= WHOLE_MIN);
      if (base.length <= LEFT_MIN || !whole) return;
      for (let missing = 0; missing < base.length; missing += 1) {
        const left = base.slice(0, missing) + base.slice(missing + 1);
        this.#lay(left, { words, short, inner: missing > 0 && missing < base.length - 1, meaning });
      }
      for (const typed of [...exchanged(base), ...missed(base)])
        this.#lay(typed, { words, short, inner: false, meaning });
    });
  }

  /** Keeps a term by its words as typed, where what is typed for the short one says nothing of its own. */
  #lay(left: string, term: Term<T>): void {
    if (this.#alone.has(left)) return;
    const typed = term.words.map((word, at) => (at === term.short ? left : word.base));
    const key = typed.join(' ');
    const terms = this.#terms.get(key) ?? [];
    terms.push(term);
    this.#terms.set(key, terms);
    for (let end = 1; end <= typed.length; end += 1) this.#beginnings.add(typed.slice(0, end).join(' '));
  }

  /** Whether any term with a letter missing may begin with a word, given its plain letters. */
  mayBegin(base: string): boolean {
    return this.#beginnings.has(base);
  }

  /** The longest term that begins at token `at` with one letter missing, or undefined. */
  match(tokens: readonly Token[], at: number): Match<T> | undefined {
    let key = '';
    let found: Match<T> | undefined;
    for (let next = at; next < tokens.length; next += 1) {
      const token = tokens[next];
      if (token?.kind !== 'word') break;
      key = next === at ? token.base : `${key} ${token.base}`;
      if (!this.#beginnings.has(key)) break;
      const terms = this.#terms.get(key)?.filter((term) => fits(term, tokens, at)) ?? [];
      const [only] = terms;
      if (only !== undefined && terms.every(({ meaning }) => meaning === only.meaning))
        found = { meaning: only.meaning, next: next + 1 };
    }
    return found;
  }
}

/** A word of three letters with two neighbours exchanged, as far as no syllable comes of it; longer ones are mended alone. */
function exchanged(base: string): string[] {
  if (base.length !== EXCHANGED_LENGTH) return [];
  const [a, b, c] = base;
  return [`${b}${a}${c}`, `${a}${c}${b}`].filter((typed) => !isSyllable(typed));
}

const EXCHANGED_LENGTH = 3;

/** The keys beside those a syllable ends with. */
const BESIDE: Readonly<Record<string, string>> = {
  n: 'bhjm',
  g: 'fhtvb',
  c: 'xvdf',
  t: 'rygf',
  m: 'njk',
  p: 'ol',
  h: 'gjnb',
};

/** "tronh", "hạm": the last key missed by one. "Nhậm" may be meant; of the syllables so made only warships cannot. */
const missed = (base: string): string[] =>
  Array.from(BESIDE[base.at(-1) ?? ''] ?? '', (key) => base.slice(0, -1) + key).filter(
    (typed) => typed === 'ham' || !isSyllable(typed),
  );

/**
 * What is left may be a word of its own ("hạ", "quýt"). Then it must carry the very marks of the whole one, or none at
 * all in the middle of a term otherwise typed with its marks ("trực tuyn").
 */
function fits<T>({ words, short, inner }: Term<T>, tokens: readonly Token[], at: number): boolean {
  const typed = words.map((_, index) => tokens[at + index] ?? { base: '', marks: 0 });
  const marked = typed.some(({ marks }, index) => index !== short && marks !== 0);
  return words.every((word, index) => {
    const { base, marks } = typed[index] ?? { base: '', marks: 0 };
    if (index !== short || !isSyllable(base)) return marksAgree(marks, word.marks);
    return marks === 0 ? inner && marked && word.marks !== 0 : marks === word.marks;
  });
}
