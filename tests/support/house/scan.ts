/**
 * A tolerant reader of TypeScript text: blanks out comments, and on request what stands inside strings and regular
 * expressions, leaving every line and column where it was. Enough to find imports, braces and words without a compiler.
 */

type Mode = 'comment' | 'string';
interface Span {
  from: number;
  to: number;
  mode: Mode;
}

/** Before a slash these say that a regular expression begins, not a division. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|in|of|do|else|await|yield|void|delete))\s*$/;

/** Length enough to see the word before a slash. */
const LOOK_BACK = 40;

function endOfQuoted(text: string, from: number): number {
  const quote = text.charAt(from);
  let at = from + 1;
  while (at < text.length && text.charAt(at) !== quote && text.charAt(at) !== '\n')
    at += text.charAt(at) === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

function endOfRegex(text: string, from: number): number {
  let isClass = false;
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') return from;
    if (character === '\\') at += 1;
    else if (character === '[') isClass = true;
    else if (character === ']') isClass = false;
    else if (character === '/' && !isClass) return at + 1;
  }
  return from;
}

/** The literal parts of a template, with the code inside ${…} left to the caller. */
function templateSpans(text: string, from: number, spans: Span[]): number {
  let part = from;
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '`') {
      spans.push({ from: part, to: at + 1, mode: 'string' });
      return at + 1;
    } else if (character === '$' && text.charAt(at + 1) === '{') {
      spans.push({ from: part, to: at + 2, mode: 'string' });
      const end = codeSpans(text, at + 2, spans, '}');
      part = end;
      at = end;
    }
  }
  return text.length;
}

/** Walks code up to an unmatched `until`, collecting what is not code. */
function codeSpans(text: string, start: number, spans: Span[], until?: string): number {
  let depth = 0;
  let at = start;
  const take = (to: number, mode: Mode) => {
    spans.push({ from: at, to, mode });
    at = to;
  };
  while (at < text.length) {
    const character = text.charAt(at);
    const pair = text.slice(at, at + 2);
    if (pair === '//') take(lineEnd(text, at), 'comment');
    else if (pair === '/*') take(Math.max(text.indexOf('*/', at + 2), at) + 2, 'comment');
    else if (character === "'" || character === '"') take(endOfQuoted(text, at), 'string');
    else if (character === '`') at = templateSpans(text, at, spans);
    else if (character === '/' && BEFORE_REGEX.test(text.slice(Math.max(0, at - LOOK_BACK), at))) {
      take(Math.max(endOfRegex(text, at), at + 1), 'string');
    } else if (character === until && depth === 0) return at;
    else {
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      at += 1;
    }
  }
  return at;
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
};

function blanked(text: string, modes: readonly Mode[]): string {
  const spans: Span[] = [];
  codeSpans(text, 0, spans);
  let out = '';
  let done = 0;
  for (const { from, to } of spans.filter(({ mode }) => modes.includes(mode)).sort((a, b) => a.from - b.from)) {
    out += text.slice(done, from) + text.slice(from, to).replace(/[^\n]/g, ' ');
    done = to;
  }
  return out + text.slice(done);
}

/** The text without its comments. */
export const withoutComments = (text: string): string => blanked(text, ['comment']);

/** The text without comments, and without what stands inside strings, templates and regular expressions. */
export const codeOnly = (text: string): string => blanked(text, ['comment', 'string']);

/** The comments alone. */
export const commentsOnly = (text: string): string => {
  const code = withoutComments(text);
  return Array.from(text, (character, at) =>
    code.charAt(at) === character && character !== '\n' ? ' ' : character,
  ).join('');
};

/** The number of the line a place is on, the first being 1. */
export const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;
