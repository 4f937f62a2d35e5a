/**
 * What makes the numbers of a message less than sure though each is written as a count: thousands gone apart, two
 * numbers said for one, a label left hanging before another, and the writer's own "số tạm".
 */

import { Lexicon } from '../lexicon.ts';
import { isAh, isWord, type Token } from '../text.ts';
import { wonders } from './circumstance.ts';
import { type Clause, type Figure, figuresOf, groupsOf } from './gathering.ts';
import type { Feature } from './sense.ts';
import { countsDossiers } from './target.ts';
import { VOCABULARY } from './vocabulary.ts';

/** Words that put everything said in the message in question. */
const PROVISIONAL = new Lexicon<true>([
  [
    'không chắc|ko chắc|k chắc|chưa chắc|chưa chắc chắn|không chắc chắn|chưa chính xác|số tạm|số liệu tạm|tạm thời|chưa chính thức|' +
      'chưa đối chiếu|chưa gồm|chưa bao gồm|chưa cộng|chưa tính hôm nay|chưa tính bữa nay|chưa tính tuần này',
    true,
  ],
]);

/** What is not settled yet: all that was said, unless it is said of the rest or of one label only. */
const OPEN = new Lexicon<true>([['chưa chốt|chưa chốt số|chưa chốt được|chưa xong số|chưa ra số|chưa đủ số', true]]);

/** Marks as approximate the figures that are not sure. */
export function hesitate(clauses: readonly Clause[], tokens: readonly Token[]): void {
  for (const [index, clause] of clauses.entries()) doubtNeighbours(clause, clauses[index + 1], tokens);
  if (wonders(tokens)) {
    const last = clauses.findLast((clause) => figuresOf(clause).length > 0);
    if (last !== undefined) last.question = true;
  }
  const provisional = tokens.some((_, at) => PROVISIONAL.match(tokens, at) !== undefined || takesBack(tokens, at));
  if (provisional || isOpen(clauses, tokens) || partsTheDay(tokens)) {
    for (const figure of clauses.flatMap(figuresOf)) figure.vague = true;
  }
}

/** "nhận 215, số liệu chưa chốt"; "quá hạn 1, còn lại chưa chốt" and "nhận 215, giải quyết chưa chốt" tell what is. */
function isOpen(clauses: readonly Clause[], tokens: readonly Token[]): boolean {
  const said = tokens.filter(({ base }, at) => base === 'chua' && OPEN.match(tokens, at) !== undefined).length;
  if (said === 0) return false;
  const counted = clauses.filter((clause) => figuresOf(clause).length > 0).flatMap(namesIn);
  const told = clauses.filter((clause) => {
    if (!clause.unknown || figuresOf(clause).length > 0) return false;
    const names = namesIn(clause);
    return names.length > 0 ? !names.some((name) => counted.includes(name)) : clause.rest;
  });
  return told.length < said;
}

const namesIn = (clause: Clause): string[] => groupsOf(clause).map(({ features }) => features.join());

/** "nhận 30, à không 31". */
const takesBack = (tokens: readonly Token[], at: number): boolean =>
  isAh(tokens[at]) &&
  isWord(tokens[at + 1], 'khong', 'ko', 'k', 'nham', 'lon') &&
  tokens.slice(at + 2, at + 4).some(({ kind }) => kind === 'digits');

/** "sáng nhận 10, chiều nhận thêm 4", "sáng nhận 5": of a part of a day, and no count of the month. */
function partsTheDay(tokens: readonly Token[]): boolean {
  const has = (at: number, ...words: string[]): boolean => isWord(tokens[at], ...words) && countedIn(tokens, at);
  const morning = tokens.findIndex((_, at) => has(at, 'sang') && !isWord(tokens[at - 1], 'chuyen', 'qua'));
  if (morning >= 0 && tokens.some((_, at) => at > morning && has(at, 'chieu', 'toi', 'trua'))) return true;
  return tokens.some((token, at) => isPartOfDay(token) && isDossiers(tokens, at + 1));
}

/** With their marks: "sang" may be moved, and "toi" is I, or up to. */
const PARTS_OF_DAY = new Set(['sáng', 'trưa', 'chiều', 'tối']);

const isPartOfDay = ({ kind, marks, raw }: Token): boolean =>
  kind === 'word' && marks !== 0 && raw.length <= 'chiều'.length && PARTS_OF_DAY.has(raw.toLowerCase());

/** What is told right behind "sáng" is told of it: "sáng nhận 5", not "sáng nay em báo cáo: nhận 215". */
function isDossiers(tokens: readonly Token[], at: number): boolean {
  const word = VOCABULARY.match(tokens, at)?.meaning;
  return word?.kind === 'label' && countsDossiers(word.features) && countedIn(tokens, at);
}

/** A number within the words that follow: "chiều nhận thêm 4". */
const countedIn = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at + 1, at + 1 + DAY_WORDS_MAX).some(({ kind }) => kind === 'digits');

const DAY_WORDS_MAX = 4;

/**
 * "nhận 2, 246" may be 2,246 gone apart, and "trễ 1, 2 hs" one or two: when such a number without a label follows,
 * the number before is not sure.
 */
function doubtNeighbours(clause: Clause, next: Clause | undefined, tokens: readonly Token[]): void {
  const figure = clause.parts.at(-1);
  const [rest, more] = next?.parts ?? [];
  if (next === undefined || next.sum || next.strange || (figure?.kind === 'figure' && figure.unit)) return;
  if (figure?.kind !== 'figure' || rest?.kind !== 'figure' || more !== undefined || !',.'.includes(clause.end)) return;
  if (isThousands(figure, rest, tokens) || isRange(figure, rest)) figure.vague = true;
}

const isThousands = (figure: Figure, rest: Figure, tokens: readonly Token[]): boolean =>
  /^\d{1,3}$/.test(tokens[figure.start]?.raw ?? '') && /^\d{3}$/.test(tokens[rest.start]?.raw ?? '');

const isRange = (figure: Figure, rest: Figure): boolean =>
  rest.unit && figure.span.value !== undefined && rest.span.value === figure.span.value + 1;

/** Features of which one number cannot have two: it is of one of them, or of both together. */
const RIVALS: Feature[][] = [
  ['early', 'on_time', 'late'],
  ['online', 'direct', 'post'],
  ['receive', 'resolve'],
];

/** "trực tuyến, trực tiếp 165": the label left without a number joins the next one of its kind, so that it is asked. */
export function withHanging(clauses: readonly Clause[]): void {
  for (const [index, clause] of clauses.entries()) {
    const [group, other] = groupsOf(clauses[index - 1] ?? clause);
    const [own] = clause.parts;
    if (index === 0 || group === undefined || other !== undefined || own?.kind !== 'group') continue;
    if (clause.parts.length !== 2 || !hangs(clauses[index - 1])) continue;
    if (rivals(group.features, own.features)) own.features.push(...group.features);
  }
}

/** "quá hạn 2 (đang gq)", "còn 5 (trong hạn)": a label alone in brackets goes with the one before them. */
export function withBracketed(clauses: readonly Clause[]): void {
  for (const [index, clause] of clauses.entries()) {
    const before = clauses[index - 1];
    const [own, more] = clause.parts;
    if (before?.end !== '(' || clause.end !== ')' || own?.kind !== 'group' || more !== undefined) continue;
    const [group, other] = groupsOf(before);
    if (group === undefined || other !== undefined || figuresOf(before).length !== 1 || speaks(clause)) continue;
    group.features.push(...own.features.filter((feature) => !group.features.includes(feature)));
    clause.parts = [];
  }
}

const hangs = (clause: Clause | undefined): boolean =>
  clause !== undefined &&
  [',', '+', '-', '&', '/', ''].includes(clause.end) &&
  figuresOf(clause).length === 0 &&
  !speaks(clause);

/** Words stand in it that say something by themselves. */
const speaks = (clause: Clause): boolean =>
  clause.none || clause.all || clause.rest || clause.unknown || clause.rate || clause.strange || clause.hedge;

export const rivals = (left: readonly Feature[], right: readonly Feature[]): boolean =>
  RIVALS.some((kind) => {
    const [l, r] = [left.filter((one) => kind.includes(one)), right.filter((one) => kind.includes(one))];
    return l.length === left.length && r.length === right.length && !l.some((one) => r.includes(one));
  });
