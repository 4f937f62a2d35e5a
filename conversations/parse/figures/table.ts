/**
 * A table pasted from a sheet: a row of names and below it one row of numbers. Each column is put on a line of its own,
 * which every reader knows. A table whose rows differ in length, or with several rows of numbers, stays as it was typed.
 */
import { isWord, type Token } from '../text.ts';
import { joins } from './target.ts';
import { VOCABULARY } from './vocabulary.ts';

/** From..to, exclusive. */
interface Cell {
  from: number;
  to: number;
}

const COLUMNS_MIN = 2;

/** The tokens with a pasted table turned into lines of a name and a number; the same tokens where there is none. */
export function withColumnsAsLines(source: string, tokens: readonly Token[]): readonly Token[] {
  if (!source.includes('\n')) return tokens;
  const rows = rowsOf(source, tokens);
  for (const [index, names] of rows.entries()) {
    const numbers = rows[index + 1];
    if (numbers === undefined || !isHead(tokens, names)) continue;
    // the rows of a second month, or of another unit
    if (rows[index + 2]?.slice(1).some((cell) => isNumber(tokens, cell)) === true) return tokens;
    const lines = linesOf(tokens, names, numbers);
    const [first, last] = [names[0], numbers.at(-1)];
    if (lines === undefined || first === undefined || last === undefined) continue;
    return [...tokens.slice(0, first.from), ...lines, ...tokens.slice(last.to)];
  }
  return tokens;
}

/** The lines of a message as cells, without those that only rule a table. */
function rowsOf(source: string, tokens: readonly Token[]): Cell[][] {
  const rows: Cell[][] = [];
  let from = 0;
  let ruled = true;
  for (let at = 0; at <= tokens.length; at += 1) {
    const kind = tokens[at]?.kind;
    ruled &&= kind === undefined || kind === 'sign' || kind === 'line';
    if (kind !== undefined && kind !== 'line') continue;
    if (!ruled) rows.push(loose(tokens, cellsOf(source, tokens, from, at)));
    from = at + 1;
    ruled = true;
  }
  return rows;
}

/** A line that is nothing but labels of ours, or nothing but digits, has a cell for each where no sign parts them. */
function loose(tokens: readonly Token[], cells: Cell[]): Cell[] {
  const [only, other] = cells;
  if (only === undefined || other !== undefined) return cells;
  const single: Cell[] = [];
  for (let at = only.from; at < only.to; ) {
    const word = tokens[at]?.kind === 'digits' ? undefined : VOCABULARY.match(tokens, at);
    const alone = tokens[at]?.kind === 'digits' || (isWord(tokens[at], 'tt') && word === undefined);
    const next = alone ? at + 1 : word?.meaning.kind === 'label' ? word.next : at;
    const same = single.length === 0 || tokens[at]?.kind === tokens[only.from]?.kind;
    if (next === at || !same || tokens[at]?.spaced === false) return cells;
    single.push({ from: at, to: next });
    at = next;
  }
  return joined(tokens, single) ? cells : single;
}

/** "Đang giải quyết trong hạn" above "254 231" may be one name of one number. */
function joined(tokens: readonly Token[], [first, second, more]: readonly Cell[]): boolean {
  const [left, right] = [first, second].map((cell) => cell && VOCABULARY.match(tokens, cell.from)?.meaning);
  return (
    more === undefined && left?.kind === 'label' && right?.kind === 'label' && joins(left.features, right.features)
  );
}

/** The cells of one line, parted by tabs, bars or more spaces than one; a bar at either end of it parts nothing. */
function cellsOf(source: string, tokens: readonly Token[], from: number, to: number): Cell[] {
  const cells: Cell[] = [];
  let cell: Cell = { from, to: from };
  for (let at = from; at < to; at += 1) {
    const [token, before] = [tokens[at], tokens[at - 1]];
    const gap = at > from && before !== undefined && token !== undefined ? source.slice(before.end, token.start) : '';
    const bar = token?.base === '|';
    const parts = gap.includes('\t')
      ? gap.split('\t').length - 1
      : gap.length > 1 && before?.base !== '|' && !bar
        ? 1
        : 0;
    for (let part = parts; part > 0; part -= 1) {
      cells.push(cell);
      cell = { from: at, to: at };
    }
    if (bar) {
      if (at > from) cells.push(cell);
      cell = { from: at + 1, to: at + 1 };
    } else cell.to = at + 1;
  }
  return tokens[to - 1]?.base === '|' ? cells : [...cells, cell];
}

const isEmpty = ({ from, to }: Cell): boolean => from === to;
const has = (tokens: readonly Token[], { from, to }: Cell, kind: Token['kind']): boolean =>
  tokens.slice(from, to).some((token) => token.kind === kind);
const isNumber = (tokens: readonly Token[], cell: Cell): boolean =>
  tokens[cell.from]?.kind === 'digits' && !isEmpty(cell);

/** Names in every column but, at most, the first, and no number in any of them. */
const isHead = (tokens: readonly Token[], [first, ...more]: readonly Cell[]): boolean =>
  first !== undefined &&
  more.length + 1 >= COLUMNS_MIN &&
  !has(tokens, first, 'digits') &&
  more.every((cell) => has(tokens, cell, 'word') && !has(tokens, cell, 'digits'));

/** A label of ours, or a sum, is among the words of a cell. */
function isNamed(tokens: readonly Token[], { from, to }: Cell): boolean {
  for (let at = from; at < to; at += 1) {
    const kind = VOCABULARY.match(tokens, at)?.meaning.kind;
    if (kind === 'label' || kind === 'sum' || isWord(tokens[at], 'tt')) return true;
  }
  return false;
}

/** Every column as a line; undefined where the rows do not fit each other. */
function linesOf(tokens: readonly Token[], names: readonly Cell[], numbers: readonly Cell[]): Token[] | undefined {
  const [corner, ...columns] = names;
  const [side, ...values] = numbers;
  if (corner === undefined || side === undefined) return undefined;
  const titled = !isNumber(tokens, side) && !isEmpty(side);
  // the empty corner of a table goes where a message is trimmed
  const shorn = titled && numbers.length === names.length + 1;
  const heads = shorn ? names : columns;
  const counted = titled || isAside(tokens, corner) ? values : numbers;
  const named = counted === numbers ? names : heads;
  const filled = counted.filter((cell) => isNumber(tokens, cell));
  if (named.length !== counted.length || filled.length < COLUMNS_MIN) return undefined;
  if (titled && (isNamed(tokens, side) || has(tokens, side, 'line'))) return undefined;
  // words where a number should stand, or a number below what is no name of ours
  const odd = counted.some((cell, at) => {
    const name = named[at];
    const counts = isNumber(tokens, cell);
    return counts ? name === undefined || !isNamed(tokens, name) : has(tokens, cell, 'word');
  });
  if (odd) return undefined;
  const lines = titled ? lineOf(tokens, [side]) : isPeriod(tokens, corner) ? lineOf(tokens, [corner, side]) : [];
  for (const [at, name] of named.entries()) {
    const cell = counted[at];
    if (cell !== undefined && isNumber(tokens, cell)) lines.push(...lineOf(tokens, [name, cell]));
  }
  return lines;
}

/** A first column that only numbers the rows, or names the period: "STT", "Tháng". */
const isAside = (tokens: readonly Token[], cell: Cell): boolean =>
  isPeriod(tokens, cell) || (cell.to === cell.from + 1 && isWord(tokens[cell.from], 'stt', 'tt'));
const isPeriod = (tokens: readonly Token[], { from }: Cell): boolean =>
  isWord(tokens[from], 'thang', 'quy', 'nam', 'ky');

function lineOf(tokens: readonly Token[], cells: readonly Cell[]): Token[] {
  const line = tokens.find(({ kind }) => kind === 'line');
  return [...cells.flatMap(({ from, to }) => tokens.slice(from, to)), ...(line === undefined ? [] : [line])];
}
