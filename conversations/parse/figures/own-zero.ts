/**
 * "Giải quyết 74 hồ sơ quá hạn không có": a label with "không (có)" behind it has its own zero, and no number before it
 * is its. Spoken messages part such labels by no comma, so the commas are put here; only where every label has its own
 * number or zero, so that none of them could go with another.
 */
import { isWord, type Token } from '../text.ts';
import { isProcedures } from './gathering.ts';
import { rivals } from './hesitation.ts';
import type { Item } from './item.ts';
import type { Feature } from './sense.ts';
import { joins, sameFamily } from './target.ts';
import { VOCABULARY } from './vocabulary.ts';

/** A row of labels, a number, or a "không có", with the index of its first item and of its last. */
interface Cell {
  kind: 'label' | 'number' | 'zero';
  from: number;
  to: number;
}

/** What stands between a label and its number and belongs to neither. */
const BETWEEN = new Set<Item['kind']>(['unit', 'filler', 'link', 'sum', 'standing', 'and', 'vague', 'function', 'all']);
const FUNCTIONS = ['bi', 'thi', 'la', 'cung', 'da', 'roi', 'r', 'duoc'];
const ENDS = new Set<Item['kind']>(['separator', 'break', 'within', 'counting', 'rest']);

/** The items with a comma on either side of each label that has a zero of its own behind a number without one. */
export function withOwnZeros(items: readonly Item[], tokens: readonly Token[]): readonly Item[] {
  if (!items.some(({ kind }) => kind === 'none' || kind === 'unknown')) return items;
  const cuts = new Set<number>();
  let from = 0;
  let numbered = false;
  for (let at = 0; at <= items.length; at += 1) {
    const item = items[at];
    const shared = item?.kind === 'all' && isWord(tokens[item.start], 'het');
    if (item !== undefined && !ENDS.has(item.kind) && !shared && !opensAll(items, at)) continue;
    const cells = cellsOf(items, from, at, tokens);
    for (const cut of cells === undefined ? [] : cutsOf(cells, items, tokens, numbered)) cuts.add(cut);
    if (item !== undefined && opensAll(items, at)) cuts.add(at);
    // "74 đúng hạn hết quá hạn không có" goes on with the same number
    numbered = item?.kind === 'all' && (numbered || items.slice(from, at).some(({ kind }) => kind === 'number'));
    from = ENDS.has(item?.kind ?? 'separator') || shared ? at + 1 : at;
  }
  if (cuts.size === 0) return items;
  return items.flatMap((item, at): Item[] =>
    cuts.has(at) ? [{ kind: 'separator', sign: ',', start: item.start, next: item.start }, item] : [item],
  );
}

/** "quá hạn không có tất cả đúng hạn"; a lone "không" would deny the "tất cả". */
function opensAll(items: readonly Item[], at: number): boolean {
  const [item, zero, label] = [items[at], items[at - 1], items[at - 2]];
  return item?.kind === 'all' && zero?.kind === 'none' && isWhole(zero) && label?.kind === 'label';
}

/** The cells from..to; undefined where words stand among them that might say something else, or ask. */
function cellsOf(items: readonly Item[], from: number, to: number, tokens: readonly Token[]): Cell[] | undefined {
  const cells: Cell[] = [];
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    const last = cells.at(-1);
    if (item === undefined) break;
    if (item.kind === 'label' && item.features.some((one) => COUNTED.includes(one))) return undefined;
    // "4 thủ tục": only what is counted
    if (item.kind === 'label' && last?.kind === 'number' && isProcedures(item.features)) continue;
    if (item.kind === 'label' && last?.kind === 'label') last.to = at;
    else if (item.kind === 'label' || item.kind === 'number') cells.push({ kind: item.kind, from: at, to: at });
    else if (item.kind === 'none' || item.kind === 'unknown') {
      if (asks(items, at, tokens) || (last?.kind === 'label' && last.to < at - 1 && !near(items[at - 1])))
        return undefined;
      cells.push({ kind: 'zero', from: at, to: at });
    } else if (!(BETWEEN.has(item.kind) || (item.kind === 'foreign' && items[at - 1]?.kind !== 'number')))
      return undefined;
    else if (item.kind === 'function' && !isWord(tokens[item.start], ...FUNCTIONS)) return undefined;
  }
  return cells;
}

/** "1 lớp 30 người": such words follow their number. */
const COUNTED: Feature[] = ['training', 'course', 'people', 'host'];

/** "quá hạn thì không có", "quá hạn: không"; in "trễ kiểm tra không có" it is not the late ones that are none. */
const near = (item: Item | undefined): boolean => item?.kind === 'link' || item?.kind === 'function';

/** Of these there may be none, so that even a lone "không" tells it; of what one hopes for it rather asks. */
const DENIED: Feature[] = [
  ...(['late', 'carried', 'post', 'direct', 'new', 'repealed', 'amended'] as const),
  ...(['minor', 'major', 'nonconformity', 'recommendation', 'observation'] as const),
];
const STAGES: Feature[] = ['receive', 'resolve', 'pending'];
const CALLED = ['em', 'anh', 'chi', 'e', 'c', 'vay', 'ha', 'nhi', 'ta', 'the'];

/** "không có", "chưa có", "không có hồ sơ nào": more than a lone "không", which may go with what follows. */
const isWhole = (item: Item | undefined): boolean => item !== undefined && item.next > item.start + 1;

/** "còn không", "trễ hạn không em", "74 hồ sơ đúng hạn không": a lone "không" with which the message ends. */
function asks(items: readonly Item[], at: number, tokens: readonly Token[]): boolean {
  const item = items[at];
  const label = items[at - 1];
  const end = tokens.findLastIndex(({ kind }) => kind === 'word' || kind === 'digits');
  if (item?.kind !== 'none' || isWhole(item) || item.next < end) return false;
  if (item.next === end) return isWord(tokens[end], ...CALLED);
  if (label?.kind !== 'label' || label.features.includes('late')) return false;
  const before = items.slice(0, at - 1).findLast(({ kind }) => kind === 'label');
  const one = before?.kind === 'label' && joins(before.features, label.features);
  return one || !label.features.some((feature) => DENIED.includes(feature));
}

/** Where commas go: each label has a number or a zero right behind it, or each number but the last zero its label. */
function cutsOf(cells: readonly Cell[], items: readonly Item[], tokens: readonly Token[], numbered: boolean): number[] {
  const [first, second] = cells;
  const last = cells.at(-1);
  const zeros = cells.filter(({ kind }) => kind === 'zero');
  const alternate = cells.every(
    ({ kind }, at) => (kind === 'label') === (at % 2 === (first?.kind === 'label' ? 0 : 1)),
  );
  if (first === undefined || last === undefined || zeros.length === 0 || !alternate) return [];
  if (first.kind === 'label') {
    const begins = numbered || second?.kind === 'number' || opensStage(cells, items);
    if (!begins || !(cells.length % 2 === 0 || endsJoined(cells, items))) return [];
    const labels = cells.filter((_, at) => cells[at + 1]?.kind === 'zero');
    if (labels.some((label) => isShared(label, items, tokens) || isTorn(label, cells, items))) return [];
    const behind = cells.filter((_, at) => cells[at - 1]?.kind === 'zero');
    return [...labels.map((label) => opening(label, items, tokens)), ...behind.map(({ from }) => from)];
  }
  // "70 đúng hạn quá hạn không có": of the last two labels one is the number's
  const own = cells.at(-2);
  const zero = items[last.from];
  const sole = first.kind === 'number' && last.kind === 'zero' && zeros.length === 1 && isWhole(zero);
  return sole && own !== undefined && own.to > own.from ? [own.to] : [];
}

/** "… còn một hồ sơ trong hạn": the last two labels are around one number. */
function endsJoined(cells: readonly Cell[], items: readonly Item[]): boolean {
  const [before, number, after] = cells.slice(-3);
  const [left, right] = [items[before?.to ?? -1], items[after?.from ?? -1]];
  if (number?.kind !== 'number' || left?.kind !== 'label' || right?.kind !== 'label') return false;
  return before?.from === before?.to && after?.from === after?.to && joins(left.features, right.features);
}

/** "kỳ trước chuyển qua không có nhận mới 88": what follows is another stage, and nothing that might be denied. */
function opensStage(cells: readonly Cell[], items: readonly Item[]): boolean {
  const [label, zero, next] = cells;
  const [before, none, stage] = [label, zero, next].map((cell) => items[cell?.from ?? -1]);
  if (before?.kind !== 'label' || !before.features.includes('carried') || stage?.kind !== 'label') return false;
  return isWhole(none) && stage.features.some((one) => STAGES.includes(one));
}

/** Where the label of a zero begins: "74 đúng hạn quá hạn không có" has two labels side by side that cannot be one. */
function opening({ from, to }: Cell, items: readonly Item[], tokens: readonly Token[]): number {
  const [before, own] = [items[to - 1], items[to]];
  if (to === from || before?.kind !== 'label' || own?.kind !== 'label') return from;
  const timed = [before, own].every(({ features }) => features.some((one) => TIMED.includes(one)));
  // "33 hồ sơ đều trong hạn quá hạn không có": whatever is told of all of them is the number's
  if (!sameFamily(before.features, own.features)) return to;
  return timed || rivals(before.features, own.features) || isOfAll(items, from, tokens) ? to : from;
}

const TIMED: Feature[] = ['early', 'on_time', 'late', 'in_time'];

/** "tất cả", "đều" stands right before the item; "hết" goes with what is before it. */
const isOfAll = (items: readonly Item[], at: number, tokens: readonly Token[]): boolean =>
  items[at - 1]?.kind === 'all' && !isWord(tokens[items[at - 1]?.start ?? -1], 'het');

/** "120 hs toàn bộ online không có": the only label behind the number is of all of them. */
const isShared = ({ from, to }: Cell, items: readonly Item[], tokens: readonly Token[]): boolean =>
  from === to && isOfAll(items, from, tokens);

/** "còn 33 trong hạn không có trễ 2": the label may go with the number before it, and the "không có" with the next label. */
function isTorn(label: Cell, cells: readonly Cell[], items: readonly Item[]): boolean {
  const at = cells.indexOf(label);
  const [before, own] = [items[cells[at - 2]?.to ?? -1], items[label.from]];
  if (cells[at + 2] === undefined || before?.kind !== 'label' || own?.kind !== 'label') return false;
  const denied = own.features.some((one) => ['late', 'new', 'repealed', 'amended'].includes(one));
  return !denied && joins(before.features, own.features);
}

const DEEDS = ['resolve', 'receive'];
/** "chưa giải quyết xong được bộ hồ sơ nào": no more words stand between the verb and "nào". */
const NONE_WORDS_MAX = 5;

/** "chưa gq hs nào", "chưa trả được bộ nào": none so far, where "chưa gq 5" and "chưa giải quyết" tell of those pending. */
export function isNoneYet(tokens: readonly Token[], at: number): boolean {
  if (!isWord(tokens[at], 'chua')) return false;
  const verb = VOCABULARY.match(tokens, at + 1);
  if (verb?.meaning.kind !== 'label' || !DEEDS.includes(verb.meaning.features.join())) return false;
  for (let next = verb.next; next < verb.next + NONE_WORDS_MAX; next += 1) {
    if (isWord(tokens[next], 'nao')) return next > verb.next;
    const word = VOCABULARY.match(tokens, next)?.meaning.kind;
    if (word !== 'unit' && !isWord(tokens[next], 'duoc', 'xong', 'tthc', 'so', 'hs')) return false;
  }
  return false;
}

/** "chưa tổ chức lớp nào": none so far, where "chưa có", "chưa biết" may only mean that nobody knows. */
export const isNoneSoFar = (
  { start, next }: { start: number; next: number },
  label: Item | undefined,
  tokens: readonly Token[],
): boolean =>
  next === start + 1 && isWord(tokens[start], 'chua') && label?.kind === 'label' && label.features.includes('host');
