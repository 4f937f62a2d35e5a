/**
 * A day that is named only to be taken back: "không phải 17/9 mà 18/9", "18/9 chứ không phải 17/9". It is blanked out, so
 * that no reader of dates takes it for the day of anything.
 */
import type { IsoDate } from '../../../domain/date.ts';
import { isWord, type Token } from '../text.ts';
import { type DateSpan, datesIn } from './date.ts';

/** "không phải đánh giá nội bộ vào ngày 17/9": so many words may stand before the day that is denied. */
const BETWEEN_MAX = 6;

const NOT = ['khong', 'ko', 'k', 'kg', 'kh', 'hong', 'khg'];
/** What may stand between "mà" and the day that holds. */
const LINKS = ['la', 'ngay', 'vao', 'phai', 'dung'];

interface Denial {
  /** Indices of the tokens blanked out, the second exclusive. */
  from: number;
  to: number;
  /** Words of the denial alone, where those between it and the day go on being said: "không phải (đánh giá) 17/9". */
  said: { from: number; to: number } | undefined;
}

/**
 * The same tokens with a denied day blanked out, one for one. A day denied where no other is named instead stays only
 * where `lone` says so: whoever asked for a date asks again about it.
 */
export function withoutDenied(tokens: readonly Token[], today: IsoDate, lone: 'blanked' | 'kept'): readonly Token[] {
  if (!tokens.some((token, at) => denies(tokens, at) && token.kind === 'word')) return tokens;
  const dates = datesIn(tokens, { today, asked: true });
  const denials = dates.flatMap(
    (span, index) => denialOf(tokens, span, dates[index + 1], dates[index - 1], lone) ?? [],
  );
  if (denials.length === 0) return tokens;
  const isBlank = (at: number): boolean =>
    denials.some(({ from, to, said }) => {
      const kept = said !== undefined && at >= said.from && at < said.to;
      return at >= from && at < to && !kept;
    });
  return tokens.map((token, at) => (isBlank(at) ? { ...token, kind: 'sign', raw: ' ', base: ' ', marks: 0 } : token));
}

const denies = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[at], ...NOT) && isWord(tokens[at + 1], 'phai');

function denialOf(
  tokens: readonly Token[],
  { start, next }: DateSpan,
  after: DateSpan | undefined,
  before: DateSpan | undefined,
  lone: 'blanked' | 'kept',
): Denial | undefined {
  const at = denialBefore(tokens, start);
  if (at === undefined) return undefined;
  const said = { from: at + 2, to: start };
  if (after !== undefined && isInstead(tokens, next, after.start)) {
    const but = isWord(tokens[next], 'ma') ? next + 1 : next + 2;
    return { from: at, to: but, said };
  }
  if (before !== undefined && isWord(tokens[at - 1], 'chu', 'cho') && before.next >= at - 2)
    return { from: at - 1, to: next, said: undefined };
  return lone === 'blanked' ? { from: at, to: next, said } : undefined;
}

/** Where the "không phải" begins that a day at `start` is denied with. */
function denialBefore(tokens: readonly Token[], start: number): number | undefined {
  for (let at = start - 1; at >= 0 && start - at <= BETWEEN_MAX + 2; at -= 1) {
    if (tokens[at]?.kind !== 'word') return undefined;
    if (denies(tokens, at)) return at;
  }
  return undefined;
}

/** "… mà là ngày 18/9": nothing but the other day. */
function isInstead(tokens: readonly Token[], from: number, to: number): boolean {
  const at = tokens[from]?.base === ',' ? from + 1 : from;
  return isWord(tokens[at], 'ma') && tokens.slice(at + 1, to).every((token) => isWord(token, ...LINKS));
}
