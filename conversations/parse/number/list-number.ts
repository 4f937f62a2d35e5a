/**
 * The numbers of a list ("1. Tiếp nhận: 215"), which count the lines and nothing else, also where the whole list stands
 * on one line ("1) nhận 215 2) trả 210", "a) nhận 215 b) trả 210").
 */

import { VOCABULARY } from '../figures/vocabulary.ts';
import type { Token } from '../text.ts';
import { numberInSentence } from './sentence-number.ts';

/** Lists in reports are not longer. */
const LIST_NUMBER_MAX = 30;

/** A point of a list on one line is a label, a number and a few words. */
const POINT_TOKENS_MAX = 60;

/** Letters number a list as well; đ may be left out. */
const LETTERS = 'abcdđegh';

/** The place in a list that a token may stand for, counted from 1. */
function placeOf(token: Token | undefined): number | undefined {
  if (token?.kind === 'digits') {
    const place = Number(token.raw);
    return token.raw.length <= 2 && place <= LIST_NUMBER_MAX ? place : undefined;
  }
  const letter = token?.raw.length === 1 ? LETTERS.indexOf(token.raw.toLowerCase()) : -1;
  return letter < 0 ? undefined : letter + 1;
}

/**
 * Where list numbers stand, each with the index after it: "1." or "1)" at the beginning of a line that has another
 * number to tell, or further on; and the first column of a table.
 */
export function listNumbers(tokens: readonly Token[]): Map<number, number> {
  const found = numberedRows(tokens);
  let before: Place | undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const place = placeOf(token);
    if (place === undefined) continue;
    const begins = at === 0 || tokens[at - 1]?.kind === 'line';
    const [sign, after] = [tokens[at + 1], tokens[at + 2]];
    const marked = (sign?.base === '.' || sign?.base === ')' || sign?.base === '/') && !sign.spaced;
    // "2.246" and "1.5" are numbers; so is "17/9"
    if (!marked || after?.kind !== 'word') continue;
    const next = { at, place, sign: sign.base, kind: token?.kind };
    const goesOn = !begins && before !== undefined && isNext(tokens, before, next);
    if (!(begins || goesOn) || !lineHasMore(tokens, at + 2)) continue;
    before = next;
    // a letter alone at the beginning of a line is a word like any other
    if ((begins && token?.kind === 'digits') || goesOn) found.set(at, at + 2);
  }
  return found;
}

/** "1 Tiếp nhận 90", "2 Giải quyết 88": rows counted from 1, each with a number of its own behind the words. */
function numberedRows(tokens: readonly Token[]): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = 0; at < tokens.length; at += 1) {
    const begins = at === 0 || tokens[at - 1]?.kind === 'line';
    if (!begins || tokens[at]?.raw !== String(found.size + 1)) continue;
    const from = tokens[at + 1]?.base === '|' ? at + 2 : at + 1;
    if (tokens[from]?.kind !== 'word' || VOCABULARY.match(tokens, from)?.meaning.kind !== 'label') continue;
    if (!rowEndsInNumber(tokens, from)) continue;
    found.set(at, from);
  }
  return found.size > 1 ? found : new Map();
}

/** Nothing but one number stands at the end of the row, so that the first one counts nothing. */
function rowEndsInNumber(tokens: readonly Token[], from: number): boolean {
  const end = tokens.findIndex(({ kind }, at) => at > from && kind === 'line');
  const row = tokens.slice(from, end < 0 ? undefined : end);
  return row.filter(({ kind }) => kind === 'digits').length === 1 && row.at(-1)?.kind === 'digits';
}

interface Place {
  at: number;
  place: number;
  sign: string;
  kind: Token['kind'] | undefined;
}

/** "2)" goes on with a list where "1)" stood before it and has told its number, and where it closes no bracket. */
function isNext(tokens: readonly Token[], before: Place, { at, place, sign, kind }: Place): boolean {
  const step = place - before.place;
  const follows = sign === before.sign && kind === before.kind && (step === 1 || (kind === 'word' && step === 2));
  if (!follows || tokens[at]?.spaced !== true || at - before.at > POINT_TOKENS_MAX) return false;
  const between = tokens.slice(before.at + 2, at);
  if (!between.some((token) => token.kind === 'digits') || between.at(-1)?.kind === 'line') return false;
  const shut = between.filter(({ base }) => base === '(').length === between.filter(({ base }) => base === ')').length;
  // "trễ 2. Đúng hạn 3": a sentence may end in such a number, and only a sign before it tells that it does not
  return shut && (sign === ')' || between.at(-1)?.base === ';' || between.at(-1)?.base === ',');
}

/** Another number, or a word that stands for one, before the line ends. */
function lineHasMore(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < tokens.length && tokens[at]?.kind !== 'line'; at += 1) {
    if (tokens[at]?.kind === 'digits' || numberInSentence(tokens, at) !== undefined) return true;
    const kind = VOCABULARY.match(tokens, at)?.meaning.kind;
    if (kind === 'none' || kind === 'rest' || kind === 'unknown') return true;
  }
  return false;
}
