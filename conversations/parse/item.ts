/**
 * A message as a row of items: labels, numbers, words with a use, and separators. Periods, dates, times, list numbers
 * and documents are taken out here, so that none of their digits can become a figure.
 */
import type { IsoDate } from '../../domain/date.ts';
import { dateAt } from './date.ts';
import type { Match } from './lexicon.ts';
import { listNumbers } from './list-number.ts';
import { withoutMonth } from './month-named.ts';
import { COUNT_MAX, isMoney, type NumberSpan } from './number-at.ts';
import { signsOf } from './number-words.ts';
import { type Month, monthAt, quarterAt, yearAt } from './period.ts';
import { weekdayAt } from './relative-date.ts';
import { numberInSentence } from './sentence-number.ts';
import { signItem } from './sign-item.ts';
import { type Slashed, slashedAt } from './slashed.ts';
import { isWord, type Token } from './text.ts';
import { isStretch, timeAt } from './time-said.ts';
import { type Feature, MENDED_TERMS, type Sense, VOCABULARY } from './vocabulary.ts';

export type Item =
  | { kind: 'label'; features: Feature[]; start: number; next: number }
  | { kind: 'number'; span: NumberSpan; negative: boolean; start: number; next: number }
  /** A comma, a line end, a bracket; `line` for the end of a line. */
  | { kind: 'separator'; sign: string; start: number; next: number }
  /** A word that is not in the vocabulary. */
  | { kind: 'other'; start: number; next: number }
  /** Colons, dashes between a label and its number, dates and periods: nothing to pair. */
  | { kind: 'link'; start: number; next: number }
  | (Exclude<Sense, { kind: 'label' }> & { start: number; next: number });

export interface Row {
  items: Item[];
  /** The months the message speaks of, each once. */
  months: Month[];
  /** It speaks of a quarter. */
  quarterly?: true;
}

/** Token indices from..to (exclusive) that belong to documents and are not read. */
export interface Masked {
  from: number;
  to: number;
}

/** For every token the index after the document it belongs to, or 0; so that no reader looks through the documents. */
export function endsOf(masked: readonly Masked[], count: number): Int32Array {
  const ends = new Int32Array(count);
  for (let at = masked.length - 1; at >= 0; at -= 1) {
    const { from, to } = masked[at] ?? { from: 0, to: 0 };
    ends.fill(to, from, to);
  }
  return ends;
}

/** Cuts tokens into items. */
export function itemsOf(tokens: readonly Token[], today: IsoDate, masked: readonly Masked[] = []): Row {
  const row: Row = { items: [], months: [] };
  const numbered = listNumbers(tokens);
  const mild = speaksOfAudit(tokens);
  const punctual = partsByTime(tokens);
  const ends = endsOf(masked, tokens.length);
  let at = 0;
  while (at < tokens.length) {
    const start = at;
    const end = ends[start] ?? 0;
    if (end > start) {
      row.items.push({ kind: 'separator', sign: '\n', start, next: end });
      at = end;
    } else if (numbered.has(start)) {
      row.items.push({ kind: 'separator', sign: '\n', start, next: start + 2 });
      at = start + 2;
    } else if (isUnknown(tokens[start])) {
      row.items.push({ kind: 'other', start, next: start + 1 });
      at = start + 1;
    } else {
      const word = withoutMonth(tokens, wordAt(tokens, start), start, row.items);
      const slashed = slashedAt(tokens, start, word);
      if (slashed !== undefined) {
        row.items.push(...parallel(slashed, tokens));
        at = slashed.next;
        continue;
      }
      const item = itemAt(tokens, start, today, row, word);
      if (item.kind === 'label' && item.features[0] === 'minor' && !mild(tokens[start]))
        row.items.push({ kind: 'filler', start, next: item.next });
      else if (punctual && item.kind === 'filler' && isCountedDung(tokens, item))
        row.items.push({ kind: 'label', features: ['on_time'], start, next: item.next });
      else row.items.push(item);
      at = item.next;
    }
  }
  return row;
}

/** A word that begins nothing this room has a use for: of these a long message mostly consists. */
const isUnknown = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  !PERIOD_WORDS.has(token.base) &&
  !NUMBERED.has(token.base) &&
  !NAMING.has(token.base) &&
  signsOf(token).length === 0 &&
  !MENDED_TERMS.mayBegin(token.base) &&
  !VOCABULARY.mayBegin(token.base);

/** Words that are looked at for themselves: names of standards, weekdays, "mới 215", "tt 26", "đúng, trước hạn". */
const NAMING = new Set(['iso', 'tcvn', 'thu', 'moi', 'tt', 'dung', 'truoc']);

/** The word of the vocabulary that begins here; a term with a letter missing counts where it takes in more. */
function wordAt(tokens: readonly Token[], at: number): Match<Sense> | undefined {
  const both = earlyAndOnTimeAt(tokens, at);
  if (both !== undefined) return both;
  const word = VOCABULARY.match(tokens, at);
  const mended = MENDED_TERMS.match(tokens, at);
  return mended !== undefined && mended.next > (word?.next ?? 0) ? mended : word;
}

const MERGED: Sense = { kind: 'label', features: ['early', 'on_time'] };
const MERGING = new Set([',', '/', '-', '+', '&']);

/** "đúng/trước hạn", "trước, đúng hạn": one number for both, whatever sign stands between. */
function earlyAndOnTimeAt(tokens: readonly Token[], at: number): Match<Sense> | undefined {
  const other = isWord(tokens[at], 'dung') ? 'early' : isWord(tokens[at], 'truoc') ? 'on_time' : undefined;
  if (other === undefined || !MERGING.has(tokens[at + 1]?.base ?? '')) return undefined;
  const word = VOCABULARY.match(tokens, at + 2);
  const named = word?.meaning.kind === 'label' && word.meaning.features.join() === other;
  return named ? { meaning: MERGED, next: word.next } : undefined;
}

/** Parallel lists as clauses of one label and one number each. */
const parallel = ({ pairs, next }: Slashed, tokens: readonly Token[]): Item[] =>
  pairs.flatMap(({ features, at }): Item[] => {
    const value = Number(tokens[at]?.raw);
    const span: NumberSpan =
      value > COUNT_MAX
        ? { doubt: 'too_large', words: false, start: at, next: at + 1 }
        : { value, words: false, start: at, next: at + 1 };
    return [
      { kind: 'label', features, start: at, next: at },
      { kind: 'number', span, negative: false, start: at, next: at + 1 },
      { kind: 'separator', sign: '/', start: at + 1, next },
    ];
  });

/** Early and late ones are both named, so that "đúng 58" between them is short for "đúng hạn 58". */
function partsByTime(tokens: readonly Token[]): boolean {
  let early = false;
  let late = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const base = tokens[at]?.base ?? '';
    early ||= base === 'som' || (base === 'truoc' && tokens[at + 1]?.base === 'han');
    late ||= LATE.has(base) || (base === 'qua' && tokens[at + 1]?.base === 'han');
  }
  return early && late;
}

const LATE = new Set(['tre', 'cham', 'muon', 'qh']);

const isCountedDung = (tokens: readonly Token[], { start, next }: Item): boolean =>
  next === start + 1 &&
  isWord(tokens[start], 'dung') &&
  (tokens[tokens[next]?.base === ':' ? next + 1 : next]?.kind === 'digits' ||
    // "180 sớm, 28 đúng, 2 trễ"
    (tokens[start - 1]?.kind === 'digits' && tokens[next]?.kind === 'sign'));

/** "nhe" without marks is "nhé" unless the message speaks of an audit's findings. */
function speaksOfAudit(tokens: readonly Token[]): (token: Token | undefined) => boolean {
  const findings = tokens.some((token) => FINDINGS.has(token.base));
  return (token) => findings || !isWord(token, 'nhe') || token?.marks !== 0;
}

const FINDINGS = new Set(['kph', 'loi', 'nang', 'kn', 'phu', 'khuyen']);

/** Places and lines that are called by a number. */
const NUMBERED = new Set([
  'xa',
  'phuong',
  'to',
  'thon',
  'ap',
  'khom',
  'quan',
  'cau',
  'muc',
  'dong',
  'phong',
  'nhom',
  'khu',
  'pho',
  'cum',
]);

/** "ISO 9001:2015", "1 cửa", "phường 3" and "câu 5" are names, whatever numbers they hold. */
function nameAt(tokens: readonly Token[], at: number): number | undefined {
  const numbered = tokens[at + 1];
  if (tokens[at]?.kind === 'digits') return tokens[at]?.raw === '1' && isWord(numbered, 'cua') ? at + 2 : undefined;
  if (isWord(tokens[at], 'quay') && isWord(numbered, 'so') && tokens[at + 2]?.kind === 'digits') return at + 3;
  if (isWord(tokens[at], 'thu') && tokens[at]?.marks !== 0) return weekdayAt(tokens, at)?.next;
  if (numbered?.kind === 'digits' && NUMBERED.has(tokens[at]?.base ?? '') && numbered.raw.length < 3) return at + 2;
  if (!isWord(tokens[at], 'iso', 'tcvn')) return undefined;
  let next = at + 1;
  while (isWord(tokens[next], 'iso') || tokens[next]?.kind === 'digits' || tokens[next]?.base === ':') next += 1;
  return next;
}

function itemAt(tokens: readonly Token[], at: number, today: IsoDate, row: Row, word: Match<Sense> | undefined): Item {
  const token = tokens[at];
  if (token?.kind === 'line' || (token?.kind === 'sign' && tokens[at + 1]?.kind !== 'digits'))
    return signItem(tokens, at, row.items.at(-1));
  const name = nameAt(tokens, at);
  if (name !== undefined) return { kind: 'link', start: at, next: name };
  const counted = BEFORE_NUMBERS[token?.base ?? ''];
  const behind = at + (tokens[at + 1]?.base === ':' ? 2 : 1);
  if (counted !== undefined && tokens[behind]?.kind === 'digits')
    return { kind: 'label', features: [counted], start: at, next: behind };
  const skipped = periodAt(tokens, at, today, row, word?.next ?? at) ?? timeAt(tokens, at);
  if (skipped !== undefined && skipped > (word?.next ?? at)) return { kind: 'link', start: at, next: skipped };
  const number = numberInSentence(tokens, at);
  if (number !== undefined && number.next >= (word?.next ?? 0)) return numberItem(tokens, at, number, row);
  if (word !== undefined) {
    const { meaning, next } = word;
    if (meaning.kind === 'label') {
      // "sửa đổi, bổ sung 12" is one name
      const amended = meaning.features[0] === 'amended' && tokens[next]?.base === ',';
      const more = amended && isWord(tokens[next + 1], 'bo') && isWord(tokens[next + 2], 'sung') ? 3 : 0;
      return { kind: 'label', features: meaning.features, start: at, next: next + more };
    }
    return { kind: meaning.kind, start: at, next };
  }
  if (token?.kind === 'sign') return signItem(tokens, at, row.items.at(-1));
  return { kind: 'other', start: at, next: at + 1 };
}

/** Labels only right before a number: "mới 215", "tt: 26". */
const BEFORE_NUMBERS: Readonly<Record<string, Feature>> = { moi: 'fresh', tt: 'tt' };

const PERIOD_WORDS = new Set(
  (
    'ngay ng hom bua mung mong ram dau giua cuoi thang t thu chu cn sang chieu trua toi dem hqua hnay homqua homnay tuan cach mai ' +
    'thg thangs tahng thnag quy quys q nam n'
  ).split(' '),
);

/** The end of a month, quarter, year or date at `at`; the first month named becomes the message's. */
function periodAt(tokens: readonly Token[], at: number, today: IsoDate, row: Row, floor: number): number | undefined {
  const token = tokens[at];
  if (token === undefined || !(token.kind === 'digits' || PERIOD_WORDS.has(token.base) || signsOf(token).length > 0))
    return undefined;
  // "nhận 20 t10 nhận 30": twenty, and then of October
  const counted = token.kind === 'digits' && isWord(tokens[at + 1], 't') && row.items.at(-1)?.kind === 'label';
  const date = counted ? undefined : dateAt(tokens, at, { today, asked: false });
  if (date !== undefined) return date.next;
  // a month, a quarter and a year begin with the word for it
  if (token.kind === 'digits') return undefined;
  const month = monthAt(tokens, at, today);
  if (month !== undefined) {
    const carried = isWord(tokens[month.next], 'chuyen', 'ton', 'qua', 'sang');
    if (month.next > floor && !carried) noteMonth(tokens, at, month.found, row);
    return month.next;
  }
  const quarter = quarterAt(tokens, at, today);
  if (quarter !== undefined) row.quarterly = true;
  return quarter?.next ?? yearAt(tokens, at, today)?.next;
}

/** Keeps a month that the message speaks of: not one it compares with, nor the ends of "từ tháng 1 đến tháng 10". */
function noteMonth(tokens: readonly Token[], at: number, month: Month, row: Row): void {
  const before = tokens[at - 1];
  if (isWord(before, 'tu', 'den', 'toi', 'voi', 'hon') || before?.base === '-') return;
  const same = row.months.some(
    (known) => known.month === month.month && (known.year ?? month.year) === (month.year ?? known.year),
  );
  if (!same) row.months.push(month);
}

function unsure(span: NumberSpan): NumberSpan {
  const { value, ...rest } = span;
  return value === undefined ? span : { ...rest, doubt: 'uncertain', proposal: value };
}

/** A minus glued to the number, not part of a range or a bullet with a space. */
function numberItem(tokens: readonly Token[], at: number, span: NumberSpan, row: Row): Item {
  const sign = tokens[at - 1];
  const before = row.items.at(-1);
  const minus = sign?.base === '-' && sign.spaced && tokens[at]?.spaced === false;
  const below = isWord(sign, 'am') && sign?.raw.toLowerCase() === 'âm';
  if (minus && before !== undefined)
    row.items[row.items.length - 1] = { kind: 'link', start: before.start, next: before.next };
  // "+5" is an increase rather than a count, and "99%5" a slip
  const glued = tokens[at]?.spaced === false;
  const plus = sign?.base === '+' && sign.spaced && glued && tokens[at - 2]?.kind !== 'line';
  const slip = glued && (sign?.base === '%' || sign?.base === '/');
  const told = plus || slip || isMoney(sign) || isStretch(tokens, span) ? unsure(span) : span;
  return { kind: 'number', span: told, negative: minus || below, start: at, next: span.next };
}
