/**
 * Phrases of the trade as a tree of syllables, matched longest first against tokens. Phrases are written here with
 * full diacritics and recognised with, without or with some of them, and with the typing errors `syllable` mends.
 */
import { KnownWords } from './known-words.ts';
import { marksAgree, syllable } from './syllable.ts';
import type { Token } from './text.ts';

interface Node<T> {
  next: Map<string, { marks: number; node: Node<T> }[]>;
  meaning?: T;
}

export interface Match<T> {
  meaning: T;
  /** Index of the token after the phrase. */
  next: number;
}

export class Lexicon<T> {
  readonly #root: Node<T> = { next: new Map() };
  readonly #words = new KnownWords();

  readonly #mending: boolean;

  /** @param entries pairs of a meaning and its phrases, separated by "|" ("đúng hạn|đh|kịp"); `mending` also recognises words with typing errors */
  constructor(entries: Iterable<readonly [string, T]>, options: { mending?: boolean } = {}) {
    this.#mending = options.mending === true;
    for (const [phrases, meaning] of entries) {
      for (const phrase of phrases.split('|')) this.#add(phrase.trim(), meaning);
    }
  }

  #add(phrase: string, meaning: T): void {
    let node = this.#root;
    for (const word of phrase.split(' ')) {
      const { base, marks } = syllable(word);
      this.#words.add(base);
      const edges = node.next.get(base) ?? [];
      node.next.set(base, edges);
      let edge = edges.find((known) => known.marks === marks);
      if (edge === undefined) {
        edge = { marks, node: { next: new Map() } };
        edges.push(edge);
      }
      node = edge.node;
    }
    node.meaning = meaning;
  }

  /** The longest phrase that begins at token `at`, or undefined. */
  match(tokens: readonly Token[], at: number): Match<T> | undefined {
    return this.#longest(this.#root, tokens, at);
  }

  #longest(node: Node<T>, tokens: readonly Token[], at: number): Match<T> | undefined {
    const token = tokens[at];
    if (token !== undefined && token.kind === 'word') {
      let best: Match<T> | undefined;
      for (const edge of this.#edges(node, token)) {
        const found = this.#longest(edge.node, tokens, at + 1);
        if (found !== undefined && (best === undefined || found.next > best.next)) best = found;
      }
      if (best !== undefined) return best;
    }
    return node.meaning === undefined ? undefined : { meaning: node.meaning, next: at };
  }

  #edges(node: Node<T>, token: Token): { marks: number; node: Node<T> }[] {
    const exact = node.next.get(token.base);
    if (exact !== undefined) {
      const [only] = exact;
      if (exact.length === 1 && only !== undefined) return marksAgree(token.marks, only.marks) ? exact : NO_EDGES;
      const agreeing = exact.filter((edge) => marksAgree(token.marks, edge.marks));
      // of two phrases of equal length the one typed exactly wins: it is looked at first
      const same = agreeing.filter((edge) => edge.marks === token.marks);
      return same.length > 0 ? [...same, ...agreeing.filter((edge) => edge.marks !== token.marks)] : agreeing;
    }
    if (!this.#mending || this.#words.has(token.base)) return NO_EDGES;
    const mended = this.#words.mended(token.base);
    return mended === undefined ? NO_EDGES : (node.next.get(mended) ?? NO_EDGES);
  }
}

const NO_EDGES: never[] = [];

