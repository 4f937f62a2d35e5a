/**
 * Further counts of the reports, named in a message: "khiếu nại: 1", "2 thư xin lỗi", "không có khiếu nại", "áp dụng
 * ISO 116 tthc". Only what is said outright is taken; anything else is left to the readers behind this one.
 */

import type { Masked } from '../figures/item.ts';
import { VOCABULARY } from '../figures/vocabulary.ts';
import { APPROXIMATE, politeEnd, UNITS } from '../filler.ts';
import { type NumberSpan, spacedNumberAt } from '../number/number-at.ts';
import { numberInSentence } from '../number/sentence-number.ts';
import { isWord, type Token } from '../text.ts';
import { ANY, COUNT_NAMES, COUNTED, type CountName, LINKS, NONE } from './report-words.ts';

export interface CountSaid extends Masked {
  name: CountName['name'] | 'procedures_level3' | 'procedures_level4';
  value: number;
  /** "321/321": what it is a part of. */
  whole?: number;
}

/** The counts said, in order. `ends` gives for every token the index behind the document it stands in, or 0. */
export function countsSaid(tokens: readonly Token[], ends: Int32Array): CountSaid[] {
  const said: CountSaid[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; ) {
    const behind = ends[at] ?? 0;
    const found = behind > at ? undefined : countAt(tokens, at, from);
    if (found !== undefined) said.push(found);
    if (behind > at || found !== undefined) from = found?.to ?? behind;
    at = Math.max(at + 1, behind, found?.to ?? 0);
  }
  return said;
}

function numeralAt(tokens: readonly Token[], at: number): NumberSpan | undefined {
  if (tokens[at]?.kind === 'digits') return spacedNumberAt(tokens, at);
  return tokens[at]?.kind === 'word' ? numberInSentence(tokens, at) : undefined;
}

/** What is counted at `at`; a number in front of its name stands behind `from`. */
function countAt(tokens: readonly Token[], at: number, from: number): CountSaid | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const level = levelAt(tokens, at);
  if (level !== undefined) return numbered(tokens, { at, from, next: at + LEVEL_TOKENS, meaning: { name: level } });
  const none = NONE.match(tokens, at);
  if (none !== undefined) return noneAt(tokens, at, none.next);
  const label = COUNT_NAMES.match(tokens, at);
  // "còn phải giải quyết 5" is what is pending
  if (label === undefined || isWord(tokens[at - 1], 'con', 'chua', 'dang')) return undefined;
  return numbered(tokens, { at, from, ...label });
}

interface Label {
  at: number;
  from: number;
  meaning: { name: CountSaid['name'] } & Omit<CountName, 'name'>;
  next: number;
}

/** The number behind a name, the "không" behind it, or else the number right before it. */
function numbered(tokens: readonly Token[], label: Label): CountSaid | undefined {
  const { at, next, from, meaning } = label;
  const { name } = meaning;
  const start = linksEnd(tokens, next);
  const span = numeralAt(tokens, start);
  if (span !== undefined) {
    const unit = unitsEnd(tokens, span.next);
    // "116 tthc trên tổng số 116 tthc"
    const to = isWord(tokens[unit], 'tren') && isWord(tokens[unit + 1], 'tong') ? unit + 1 : unit;
    if (!isExact(tokens, span, to) || (meaning.times && !isTimes(tokens, span))) return undefined;
    return { ...counted(span, name), from: at, to };
  }
  if (meaning.times) return undefined;
  const none = NONE.match(tokens, start) ?? NONE.match(tokens, next);
  if (none !== undefined && !isWord(tokens[at - 1], 'co') && endsSaying(tokens, none.next))
    return { name, value: 0, from: at, to: none.next };
  const before = numeralBefore(tokens, at, from);
  if (before === undefined || (meaning.bare && before.next !== at)) return undefined;
  if (!isExact(tokens, before, next) || isLabelled(tokens, before.start, meaning.own === true)) return undefined;
  return { ...counted(before, name), from: before.start, to: next };
}

/** The number right before a name, its unit between them or not. */
function numeralBefore(tokens: readonly Token[], at: number, from: number): NumberSpan | undefined {
  let found: NumberSpan | undefined;
  for (let start = at - 1; start >= Math.max(from, at - NUMERAL_MAX); start -= 1) {
    if (tokens[start]?.kind === 'line') break;
    const span = numeralAt(tokens, start);
    if (span !== undefined && (span.next === at || unitsEnd(tokens, span.next) === at)) found = span;
  }
  return found;
}

/** "một trăm hai mươi ba tthc" before a name; counts of such things have no more words. */
const NUMERAL_MAX = 9;

function counted({ value = 0, parts }: NumberSpan, name: CountSaid['name']): Omit<CountSaid, 'from' | 'to'> {
  const [part, whole] = parts ?? [];
  return part === undefined || whole === undefined ? { name, value } : { name, value: part, whole };
}

/** "không có khiếu nại": nothing but what is denied may stand behind the denial. */
function noneAt(tokens: readonly Token[], at: number, next: number): CountSaid | undefined {
  const from = ANY.match(tokens, next)?.next ?? next;
  const label = COUNT_NAMES.match(tokens, from);
  if (label === undefined || label.meaning.times || !endsSaying(tokens, label.next)) return undefined;
  const to = ANY.match(tokens, label.next)?.next ?? label.next;
  return { name: label.meaning.name, value: 0, from: at, to };
}

/** A whole number and nothing that makes it a guess, a question, a rate or another thing's. */
function isExact(tokens: readonly Token[], span: NumberSpan, to: number): boolean {
  const [part, whole, more] = span.parts ?? [];
  const ratio = part !== undefined && whole !== undefined && more === undefined && part <= whole;
  if (span.value === undefined && !ratio) return false;
  const { start } = span;
  if (tokens[start - 1]?.base === '-' && tokens[start - 1]?.spaced && tokens[start]?.spaced === false) return false;
  for (const from of [start - 1, start - 2]) if (APPROXIMATE.match(tokens, from)?.next === start) return false;
  const after = tokens[to];
  if (after?.base === '?' || (after?.kind === 'digits' && after.spaced)) return false;
  if (isWord(after, 'hay', 'hoac', 'den', 'toi')) return false;
  return APPROXIMATE.match(tokens, to) === undefined && VOCABULARY.match(tokens, to)?.meaning.kind !== 'label';
}

/** A label of the dossiers right before a number claims it; "tiếp nhận 1 đơn khiếu nại" is clear, "giải quyết 2 khiếu nại" is not. */
function isLabelled(tokens: readonly Token[], start: number, own: boolean): boolean {
  for (const from of [start - 1, start - 2, start - 3]) {
    const word = VOCABULARY.match(tokens, from);
    if (word?.next !== start || word.meaning.kind !== 'label') continue;
    return !own || word.meaning.features.includes('resolve');
  }
  return false;
}

/** "2 lần", "01 cuộc". */
const isTimes = (tokens: readonly Token[], { next }: NumberSpan): boolean =>
  isWord(tokens[next], 'lan', 'cuoc', 'dot', 'luot');

/** Nothing more is said but polite words: of "không có khiếu nại kéo dài" nobody knows how many there are. */
function endsSaying(tokens: readonly Token[], at: number): boolean {
  let next = ANY.match(tokens, at)?.next ?? at;
  // "không phát sinh khiếu nại về hệ thống quản lý chất lượng": of whom or what there might have been one
  if (isWord(tokens[next], 've', 'cua', 'lien', 'tu', 'doi')) while (tokens[next]?.kind === 'word') next += 1;
  next = politeEnd(tokens, next);
  return tokens[next]?.kind !== 'word' && tokens[next]?.kind !== 'digits' && tokens[next]?.base !== '?';
}

/** Where the number behind a name may stand: behind a colon, linking words and the number of the standard. */
function linksEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  for (let links = 0; links < LINKS_MAX; links += 1) {
    const token = tokens[at];
    if (token?.base === ':' || token?.base === '=' || isWord(token, 'iso', 'tcvn')) at += 1;
    else if (token?.raw === '9001') at += tokens[at + 1]?.base === ':' ? 3 : 1;
    else {
      const link = LINKS.match(tokens, at);
      if (link === undefined) return at;
      at = link.next;
    }
  }
  return at;
}

/** "khiếu nại trong tháng: có tổng số 2" has no more of them. */
const LINKS_MAX = 6;

function unitsEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  for (let unit = unitAt(tokens, at); unit !== undefined; unit = unitAt(tokens, at)) at = unit;
  return at;
}

const unitAt = (tokens: readonly Token[], at: number): number | undefined =>
  UNITS.match(tokens, at)?.next ?? COUNTED.match(tokens, at)?.next;

/** "mức độ 3", "mức độ 4": the levels of online service, whose own digit is no count. */
function levelAt(tokens: readonly Token[], at: number): 'procedures_level3' | 'procedures_level4' | undefined {
  if (!isWord(tokens[at], 'muc') || !isWord(tokens[at + 1], 'do')) return undefined;
  const { raw } = tokens[at + 2] ?? {};
  if (raw === '3') return 'procedures_level3';
  return raw === '4' ? 'procedures_level4' : undefined;
}

/** "mức", "độ", "4". */
const LEVEL_TOKENS = 3;
