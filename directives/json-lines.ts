/**
 * On which line of a JSON text each value stands, so that whoever edits a file by hand is told where to look. JSON.parse
 * knows no lines, and of two keys of the same name it drops the first without a word; both are found here.
 */

export type JsonPath = readonly PropertyKey[];

export interface JsonFault {
  /** Counted from 1. */
  line: number;
  message: string;
}

export interface JsonLines {
  text: string;
  /** Where each property (its name) and each item of a list begins in the text, by its path as JSON. */
  starts: ReadonlyMap<string, number>;
  /** The first place that is no JSON, a name given twice, or nesting deeper than any directive. */
  fault?: JsonFault;
}

/** A directive is five deep; a text deeper than this is not one, and must not exhaust the stack. */
const DEPTH_MAX = 32;

const BLANKS = /[ \t\r\n]*/y;
/** A string holds no control characters (Cc) but those above U+007E, which JSON allows. */
const TOKEN =
  /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/uy;

class Fault extends Error {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

interface Token {
  text: string;
  at: number;
}

/** Reads one value after another, noting where each begins. */
class Reader {
  readonly starts = new Map<string, number>();
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  #peek(): Token {
    BLANKS.lastIndex = this.#at;
    BLANKS.exec(this.#text);
    const at = BLANKS.lastIndex;
    TOKEN.lastIndex = at;
    return { text: TOKEN.exec(this.#text)?.[0] ?? '', at };
  }

  #take(allowed: (text: string) => boolean, expected: string): Token {
    const token = this.#peek();
    if (!allowed(token.text)) throw new Fault(token.at, `${expected} is missing before this`);
    this.#at = token.at + token.text.length;
    return token;
  }

  /** The items between two brackets, with a comma between each two. */
  #items(close: string, item: () => void): void {
    if (this.#peek().text === close) {
      this.#take(() => true, close);
      return;
    }
    for (;;) {
      item();
      const next = this.#take((text) => text === ',' || text === close, `a comma or "${close}"`);
      if (next.text === close) return;
    }
  }

  value(path: (string | number)[]): void {
    const opening = this.#take((text) => text !== '' && !/^[}\],:]/.test(text), 'a value');
    if (path.length > DEPTH_MAX) throw new Fault(opening.at, 'nested too deep to be a directive');
    if (opening.text === '[') {
      let index = 0;
      this.#items(']', () => {
        const at = [...path, index];
        this.starts.set(JSON.stringify(at), this.#peek().at);
        this.value(at);
        index += 1;
      });
    }
    if (opening.text === '{') this.#items('}', () => this.#property(path));
  }

  #property(path: (string | number)[]): void {
    const name = this.#take((text) => text.startsWith('"'), 'a name in quotes');
    const at = [...path, String(JSON.parse(name.text))];
    const key = JSON.stringify(at);
    if (this.starts.has(key)) throw new Fault(name.at, `${name.text} is given twice; keep one of the two`);
    this.starts.set(key, name.at);
    this.#take((text) => text === ':', 'a colon');
    this.value(at);
  }

  end(): void {
    const { at } = this.#peek();
    if (at < this.#text.length) throw new Fault(at, 'something follows after the end');
  }
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** Where the values of a JSON text begin, as far as it can be read, and what is wrong with it if anything is. */
export function jsonLines(text: string): JsonLines {
  const reader = new Reader(text);
  try {
    reader.value([]);
    reader.end();
    return { text, starts: reader.starts };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { text, starts: reader.starts, fault: { line: lineAt(text, error.at), message: error.message } };
  }
}

/** The line of a path; of what is missing, the line of what it is missing from. */
export function lineOf({ text, starts }: JsonLines, path: JsonPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const at = starts.get(JSON.stringify(path.slice(0, length)));
    if (at !== undefined) return lineAt(text, at);
  }
  return 1;
}
