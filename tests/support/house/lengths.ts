/** How long files and functions are. */
import { codeOnly, lineAt } from './scan.ts';

export const FILE_LINES_MAX = 300;
export const FUNCTION_LINES_MAX = 60;

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** Brackets after these belong to a statement, not to parameters. */
const CONTROL = /\b(?:if|for|while|switch|catch|with|return|await)\s*$/;
/** A brace after these opens a type, where a return type is written. */
const OPENS_TYPE = /(?:[:|&<,([]|=>|\bis)\s*$/;
/** The body of a suite or a test is a list of promises, not a function that does something. */
const SUITE = /^\s*(?:(?:describe|it|test|bench)\b|[\])}]+\)?\()/;

/** Lines of a text, a last empty one not counted. */
export const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length;

/** The place after the bracket that closes the one at `from`. */
function closing(code: string, from: number): number {
  const open = code.charAt(from);
  const close = CLOSING[open] ?? '';
  let depth = 0;
  for (let at = from; at < code.length; at += 1) {
    if (code.charAt(at) === open) depth += 1;
    if (code.charAt(at) === close) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return code.length;
}

const skipBlank = (code: string, from: number): number => from + (/^\s*/.exec(code.slice(from))?.[0].length ?? 0);

/** Where the body begins after parameters that end at `from`: a brace, or an expression in brackets after an arrow. */
function bodyAfter(code: string, from: number): number | undefined {
  let at = skipBlank(code, from);
  // A return type's colon stands at the bracket; one with a space before it belongs to "a ? f(b) : c".
  if (code.charAt(from) === ':') {
    at = from + 1;
    while (at < code.length) {
      const character = code.charAt(at);
      if (code.startsWith('=>', at)) break;
      if (character === '{' && !OPENS_TYPE.test(code.slice(0, at))) break;
      if (';,)=\n'.includes(character) && /^[;,)=]|^\n\s*\n/.test(code.slice(at))) return undefined;
      at = character in CLOSING ? closing(code, at) : at + 1;
    }
  }
  if (code.charAt(at) === '{') return at;
  if (!code.startsWith('=>', at)) return undefined;
  const body = skipBlank(code, at + 2);
  return code.charAt(body) in CLOSING ? body : undefined;
}

/** The functions of a file that are too long, each as a sentence. */
export function functionFaults(path: string, text: string): string[] {
  const code = codeOnly(text);
  const faults: string[] = [];
  for (let at = code.indexOf('('); at !== -1; at = code.indexOf('(', at + 1)) {
    if (CONTROL.test(code.slice(Math.max(0, at - 20), at))) continue;
    const body = bodyAfter(code, closing(code, at));
    if (body === undefined) continue;
    const first = lineAt(code, at);
    const lines = lineAt(code, closing(code, body) - 1) - first + 1;
    const opening = text.split('\n')[first - 1] ?? '';
    const isSuite = path.endsWith('.test.ts') && SUITE.test(opening);
    if (lines > FUNCTION_LINES_MAX && !isSuite) faults.push(`${path}:${first} a function of ${lines} lines`);
  }
  return faults;
}

/** The file's own length, if too long. */
export function fileFaults(path: string, text: string): string[] {
  const lines = linesOf(text);
  return lines > FILE_LINES_MAX ? [`${path} has ${lines} lines`] : [];
}
