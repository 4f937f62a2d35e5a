/**
 * A bare list of counts, where the bot asked for several in order: "180, 34, 2", "180 34 2", "180;34;2", one a line.
 * Separators must not leave two readings: "215 150" is two numbers or one, and is asked unless the number of figures
 * wanted decides it.
 */
import { APPROXIMATE, FILLER } from '../filler.ts';
import { isWord, MESSAGE_LENGTH_MAX, type Token, tokenise } from '../text.ts';
import { COUNT_MAX, numberAt } from './number-at.ts';

export type CountsReading =
  | { kind: 'counts'; values: number[] }
  | { kind: 'doubt'; reason: 'several' | 'decimal' | 'negative' | 'approximate' | 'uncertain' }
  | { kind: 'none' };

/** A list has no more numbers than a month has figures. */
const LIST_MAX = 30;

/**
 * Reads a list of at least two counts. @param wanted how many were asked for; decides between groupings and is
 * required of the result when given.
 */
export function readCounts(text: string, wanted?: number): CountsReading {
  const tokens = tokenise(text.slice(0, MESSAGE_LENGTH_MAX));
  const groups = digitGroups(tokens);
  if (!Array.isArray(groups)) return groups;
  const [first, second, third] = groups;
  if (first !== undefined && second?.gap === 'glued comma' && third === undefined) {
    // "180,34" is a decimal unless two counts were asked, and "2,246" even then
    if (wanted !== 2 || second.digits.length === 3) return { kind: 'doubt', reason: 'decimal' };
  }
  const readings = new Map<string, number[]>();
  for (const spaced of [false, true]) {
    for (const commas of [false, true]) {
      const values = joined(groups, spaced, commas);
      if (values !== undefined && values.length > 1 && (wanted === undefined || values.length === wanted)) {
        readings.set(values.join(' '), values);
      }
    }
  }
  const [only, other] = [...readings.values()];
  if (only === undefined) return groups.length < 2 ? { kind: 'none' } : { kind: 'doubt', reason: 'several' };
  return other === undefined ? { kind: 'counts', values: only } : { kind: 'doubt', reason: 'several' };
}

interface Group {
  digits: string;
  value: number;
  /** What parts it from the one before: a space only, a comma glued to both, or a true separator. */
  gap: 'space' | 'glued comma' | 'separator';
}

function digitGroups(tokens: readonly Token[]): Group[] | CountsReading {
  const groups: Group[] = [];
  let gap: Group['gap'] = 'separator';
  let at = 0;
  while (at < tokens.length && groups.length <= LIST_MAX) {
    const token = tokens[at];
    if (token === undefined) break;
    const filler = isWord(token, 'va', 'voi', 'roi') ? { next: at + 1 } : FILLER.match(tokens, at);
    if (token.kind === 'digits' || (token.kind === 'word' && filler === undefined)) {
      const found = groupsAt(tokens, at, gap);
      if (!Array.isArray(found.groups)) return found.groups;
      groups.push(...found.groups);
      at = found.next;
      gap = 'space';
    } else if (filler !== undefined) {
      gap = 'separator';
      at = filler.next;
    } else {
      if (token.base === '-' && tokens[at + 1]?.spaced === false && tokens[at + 1]?.kind === 'digits') {
        return { kind: 'doubt', reason: 'negative' };
      }
      if (token.base === '?' || token.base === '~') return { kind: 'doubt', reason: 'approximate' };
      gap = 'separator';
      at += 1;
    }
  }
  return groups.length > LIST_MAX ? { kind: 'none' } : groups;
}

function groupsAt(
  tokens: readonly Token[],
  at: number,
  gap: Group['gap'],
): { groups: Group[] | CountsReading; next: number } {
  if (APPROXIMATE.match(tokens, at)) return { groups: { kind: 'doubt', reason: 'approximate' }, next: at };
  const token = tokens[at];
  const number = numberAt(tokens, at);
  if (token === undefined || number === undefined) return { groups: { kind: 'none' }, next: at };
  if (number.value !== undefined) {
    const digits = number.words || number.next > at + 1 ? '' : token.raw;
    return { groups: [{ digits, value: number.value, gap }], next: number.next };
  }
  // "180,34,2", "180,34" and "180/34/2": every part may be a number of its own
  const parts = tokens.slice(at, number.next).filter((part) => part.kind === 'digits');
  const seps = tokens.slice(at, number.next).filter((part) => part.kind === 'sign');
  const listed =
    seps.length > 0 && seps.every((sep) => sep.base === ',' || sep.base === '/') && number.percent !== true;
  if (!listed || parts.length !== seps.length + 1) return { groups: { kind: 'doubt', reason: 'uncertain' }, next: at };
  const groups = parts.map((part, index): Group => {
    const own = index === 0 ? gap : seps[index - 1]?.base === ',' ? 'glued comma' : 'separator';
    return { digits: part.raw, value: Number(part.raw), gap: own };
  });
  return { groups, next: number.next };
}

/**
 * The numbers when spaces (and glued commas) before exactly three digits part thousands, or part numbers; undefined
 * where the choice makes no difference or no sense.
 */
function joined(groups: readonly Group[], spaced: boolean, commas: boolean): number[] | undefined {
  const values: { digits: string; value: number }[] = [];
  for (const group of groups) {
    const last = values.at(-1);
    const joins = (group.gap === 'space' && spaced) || (group.gap === 'glued comma' && commas);
    if (joins && last !== undefined && /^[1-9]\d{0,2}(?:\d{3})*$/.test(last.digits) && /^\d{3}$/.test(group.digits)) {
      last.digits += group.digits;
      last.value = Number(last.digits);
    } else values.push({ digits: group.digits, value: group.value });
  }
  return values.every(({ value }) => value <= COUNT_MAX) ? values.map(({ value }) => value) : undefined;
}
