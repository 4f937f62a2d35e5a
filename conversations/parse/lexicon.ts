/**
 * Phrases of the trade as a tree of syllables, matched longest first against tokens. Phrases are written here with
 * full diacritics and recognised with, without or with some of them, and with the typing errors `syllable` mends.
 */
import { KnownWords } from './known-words.ts';
import { isUnfinished, marksAgree, syllable } from './syllable.ts';
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

  /** Whether any phrase may begin with a word, given its plain letters. */
  mayBegin(base: string): boolean {
    if (this.#root.next.has(base)) return true;
    if (!this.#mending || this.#words.has(base)) return false;
    const mended = this.#words.mended(base);
    return mended !== undefined && this.#root.next.has(mended);
  }

  /** The longest phrase that begins at token `at`, or undefined. */
  match(tokens: readonly Token[], at: number): Match<T> | undefined {
    return this.#longest(this.#root, tokens, at);
  }

  #longest(node: Node<T>, tokens: readonly Token[], at: number): Match<T> | undefined {
    const token = tokens[at];
    const further = token === undefined || token.kind !== 'word' ? undefined : this.#further(node, token, tokens, at);
    return further ?? (node.meaning === undefined ? undefined : { meaning: node.meaning, next: at });
  }

  /** The longest phrase that takes in the word at `at`. */
  #further(node: Node<T>, token: Token, tokens: readonly Token[], at: number): Match<T> | undefined {
    const exact = node.next.get(token.base);
    let best: Match<T> | undefined;
    if (exact === undefined) {
      const finished = this.#finished(node, token, tokens, at);
      if (finished !== undefined || !this.#mending || this.#words.has(token.base)) return finished;
      const mended = this.#words.mended(token.base);
      const edges = mended === undefined ? undefined : node.next.get(mended);
      for (const edge of edges ?? []) best = longer(best, this.#longest(edge.node, tokens, at + 1));
      return best;
    }
    // of two phrases of equal length the one typed exactly wins: it is looked at first
    for (const edge of exact) {
      if (edge.marks === token.marks) best = longer(best, this.#longest(edge.node, tokens, at + 1));
    }
    for (const edge of exact) {
      if (edge.marks === token.marks || !marksAgree(token.marks, edge.marks)) continue;
      best = longer(best, this.#longest(edge.node, tokens, at + 1));
    }
    return best ?? this.#finished(node, token, tokens, at);
  }

  /** "nhậ 298", "chậ 2": the phrase whose word lacks only its last letter, where just one would do. */
  #finished(node: Node<T>, token: Token, tokens: readonly Token[], at: number): Match<T> | undefined {
    if (!this.#mending || !isUnfinished(token)) return undefined;
    const found: Match<T>[] = [];
    for (const coda of CODAS) {
      for (const edge of node.next.get(token.base + coda) ?? []) {
        const match = marksAgree(token.marks, edge.marks) ? this.#longest(edge.node, tokens, at + 1) : undefined;
        if (match !== undefined) found.push(match);
      }
    }
    const best = found.reduce<Match<T> | undefined>(longer, undefined);
    return found.every(({ meaning, next }) => next !== best?.next || meaning === best.meaning) ? best : undefined;
  }
}

/** The letters a syllable in "â" or "ă" can end with. */
const CODAS = ['n', 'm', 'p', 't', 'c', 'u', 'y'];

function longer<T>(best: Match<T> | undefined, found: Match<T> | undefined): Match<T> | undefined {
  return found !== undefined && (best === undefined || found.next > best.next) ? found : best;
}
