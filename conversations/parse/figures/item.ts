/**
 * A message as a row of items: labels, numbers, words with a use, and separators. Periods, dates, times, list numbers
 * and documents are taken out here, so that none of their digits can become a figure.
 */
import type { IsoDate } from '../../../domain/date.ts';
import { withoutMonth } from '../date/month-named.ts';
import type { Month } from '../date/period.ts';
import type { Match } from '../lexicon.ts';
import { listNumbers } from '../number/list-number.ts';
import { COUNT_MAX, isMoney, type NumberSpan } from '../number/number-at.ts';
import { signsOf } from '../number/number-words.ts';
import { numberInSentence } from '../number/sentence-number.ts';
import { isUnfinished } from '../syllable.ts';
import { isWord, type Token } from '../text.ts';
import { isStretch, timeAt } from '../time-said.ts';
import { lateFields } from './field-named.ts';
import { isHandedOn } from './handed-on.ts';
import { leadInEnd } from './lead-in.ts';
import { takenBack } from './mended-number.ts';
import { NUMBERED, nameAt } from './name-said.ts';
import { isNoneYet } from './own-zero.ts';
import { PERIOD_WORDS, periodAt } from './period-item.ts';
import { OPENING, placedLabelAt } from './placed-label.ts';
import { publishedWays } from './published.ts';
import type { Feature, Sense } from './sense.ts';
import { signItem } from './sign-item.ts';
import { type Slashed, slashedAt } from './slashed.ts';
import { splitTerms } from './split-word.ts';
import { earlyAndOnTimeAt, isCountedDung, partsByTime } from './timeliness.ts';
import { MENDED_TERMS, VOCABULARY } from './vocabulary.ts';

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
  const split = splitTerms(tokens);
  const stepped = steppedOver(tokens);
  let at = 0;
  while (at < tokens.length) {
    const start = at;
    const end = ends[start] ?? 0;
    if (end > start) {
      row.items.push({ kind: 'separator', sign: '\n', start, next: end });
      at = end;
    } else if (numbered.has(start)) {
      at = numbered.get(start) ?? start + 1;
      row.items.push({ kind: 'separator', sign: '\n', start, next: at });
    } else if (stepped.has(start)) {
      at = stepped.get(start) ?? start + 1;
      row.items.push({ kind: 'filler', start, next: at });
    } else if (isUnknown(tokens[start]) && !split.has(start)) {
      row.items.push({ kind: 'other', start, next: start + 1 });
      at = start + 1;
    } else {
      const word = withoutMonth(tokens, split.get(start) ?? wordAt(tokens, start), start, row.items);
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

/** Words that say nothing of the figures: those the message opens with, the field of late dossiers, a portal,
 * and what is taken back. */
function steppedOver(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const stepped = new Map([...lateFields(tokens), ...publishedWays(tokens)].map(({ from, to }) => [from, to]));
  const mended = takenBack(tokens);
  if (mended !== undefined) stepped.set(mended.from, mended.to);
  const opening = leadInEnd(tokens);
  if (opening > 0) stepped.set(0, opening);
  return stepped;
}

/** A word that begins nothing this room has a use for: of these a long message mostly consists. */
const isUnknown = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  !PERIOD_WORDS.has(token.base) &&
  !NUMBERED.has(token.base) &&
  !NAMING.has(token.base) &&
  signsOf(token).length === 0 &&
  !OPENING.has(token.base) &&
  !isUnfinished(token) &&
  !MENDED_TERMS.mayBegin(token.base) &&
  !VOCABULARY.mayBegin(token.base);

/** Words that are looked at for themselves: names of standards, weekdays, "mới 215", "tt 26", "đúng, trước hạn". */
const NAMING = new Set(['iso', 'tcvn', 'thu', 'moi', 'tt', 'dung', 'truoc']);

/** The word of the vocabulary that begins here; a term with a letter missing counts where it takes in more. */
function wordAt(tokens: readonly Token[], at: number): Match<Sense> | undefined {
  const word = VOCABULARY.match(tokens, at);
  const both = earlyAndOnTimeAt(tokens, at, word);
  if (both !== undefined) return both;
  const mended = MENDED_TERMS.match(tokens, at);
  return mended !== undefined && mended.next > (word?.next ?? 0) ? mended : word;
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

/** "nhe" without marks is "nhé" unless the message speaks of an audit's findings. */
function speaksOfAudit(tokens: readonly Token[]): (token: Token | undefined) => boolean {
  const findings = tokens.some((token) => FINDINGS.has(token.base));
  return (token) => findings || !isWord(token, 'nhe') || token?.marks !== 0;
}

const FINDINGS = new Set(['kph', 'loi', 'nang', 'kn', 'phu', 'khuyen']);

function itemAt(tokens: readonly Token[], at: number, today: IsoDate, row: Row, word: Match<Sense> | undefined): Item {
  const token = tokens[at];
  if (token?.kind === 'line' || (token?.kind === 'sign' && tokens[at + 1]?.kind !== 'digits'))
    return signItem(tokens, at, row.items.at(-1));
  if (isNoneYet(tokens, at)) return { kind: 'none', start: at, next: at + 1 };
  const placed = placedLabelAt(tokens, at, today, row.items);
  if (placed !== undefined) return { kind: 'label', start: at, ...placed };
  const name = nameAt(tokens, at);
  if (name !== undefined) return { kind: 'link', start: at, next: name };
  const skipped = periodAt(tokens, at, today, row, word?.next ?? at) ?? timeAt(tokens, at);
  if (skipped !== undefined && isHandedOn(tokens, at, skipped))
    return { kind: 'label', features: ['carried'], start: at, next: skipped + 1 };
  if (skipped !== undefined && skipped > (word?.next ?? at)) return { kind: 'link', start: at, next: skipped };
  const number = numberInSentence(tokens, at);
  if (number !== undefined && number.next >= (word?.next ?? 0)) return numberItem(tokens, at, number, row);
  if (word !== undefined) {
    const { meaning, next } = word;
    if (meaning.kind === 'label') {
      // "sửa đổi, bổ sung 12" is one name
      const amended = meaning.features[0] === 'amended' && tokens[next]?.base === ',';
      const more = amended && isWord(tokens[next + 1], 'bo') && isWord(tokens[next + 2], 'sung') ? 3 : 0;
      // "tổng số TTHC thuộc thẩm quyền giải quyết": whose procedures they are, and nothing that was resolved
      const owned =
        isWord(tokens[next - 1], 'quyen') && isWord(tokens[next], 'giai') && meaning.features[0] === 'procedures';
      if (owned) return { kind: 'label', features: meaning.features, start: at, next: next + 2 };
      return { kind: 'label', features: meaning.features, start: at, next: next + more };
    }
    return { kind: meaning.kind, start: at, next };
  }
  if (token?.kind === 'sign') return signItem(tokens, at, row.items.at(-1));
  return { kind: 'other', start: at, next: at + 1 };
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
