/**
 * "Nhắc Đức Thuận", "nhắc lại Xuân Mai nộp báo cáo tháng 9": the words behind "nhắc" that may be a unit's name without
 * its kind. Whether a unit is so called only the archive knows; "nhắc tôi …" and "nhắc em …" name nobody else.
 */
import type { IsoDate } from '../../domain/date.ts';
import { normalise } from '../../domain/text.ts';
import { restAfter, YEAR_MIN } from './command-rest.ts';
import { POLITENESS } from './filler.ts';
import { remindedWords } from './status-phrases.ts';
import { isWord, type Token, tokenise } from './text.ts';

export interface RemindedName {
  name: string;
  /** A time is said behind it, so that it may be what somebody wants to be reminded of: "nhắc Đức Thuận chiều nay". */
  isTimed: boolean;
  /** It also says when, as "mai" and "sáng" do. */
  isTime: boolean;
}

export interface Reminded {
  /** As they were typed, the longest first. */
  names: readonly RemindedName[];
  month?: number;
  year?: number;
}

/** Longest name of a commune without its kind, in words. */
const NAME_WORDS_MAX = 4;

const ONESELF = ['em', 'toi', 'minh', 'tui', 'chau', 'con', 'anh', 'chi', 'viec', 'sau', 'luc', 'vao'];

/** What says when; "ngay" without marks is "at once" as well, which asks for no other time. */
const WHEN =
  'mai mot kia hom sang trua chieu toi dem nay gio h g phut luc vao sau lat nua ti ty chut tuan thu dau cuoi truoc'.split(
    ' ',
  );

const ASIDE = ['nhe', 'nha', 'a', 'giup', 'ho', 'em', 'anh', 'chi', 'minh', 'toi', 'voi', 'di', 'luon', 'gap', 'ngay'];

/** "Tối" is the evening, "tôi" whoever speaks. */
const isWhen = (token: Token | undefined, behind: Token | undefined): boolean =>
  token?.kind === 'digits' ||
  (isWord(token, ...WHEN) && token?.raw.toLowerCase() !== 'tôi') ||
  (isWord(token, 'ngay') && (token?.marks !== 0 || behind?.kind === 'digits'));

/** The names that may be meant; undefined where nobody but whoever speaks can be. */
export function readReminded(text: string, today: IsoDate): Reminded | undefined {
  const source = normalise(text);
  const tokens = tokenise(source);
  let at = tokens[0]?.base === '/' ? 1 : 0;
  while (!isWord(tokens[at], 'nhac')) {
    const polite = POLITENESS.match(tokens, at);
    if (!polite) return undefined;
    at = polite.next;
  }
  const next = isWord(tokens[at + 1], 'nho') ? at + 2 : at + 1;
  if (isWord(tokens[isWord(tokens[next], 'lai') ? next + 1 : next], ...ONESELF)) return undefined;
  const rest = restAfter(tokens, { name: 'remind', next }, today, true);
  if (!rest) return undefined;
  const words = remindedWords(rest.words);
  const isAgain = isWord(words[0], 'lai');
  const names = [
    ...(isAgain && !isSurelyAgain(words) ? namesIn(source, words).filter(({ name }) => name.includes(' ')) : []),
    ...namesIn(source, withoutTitle(isAgain ? words.slice(1) : words)),
  ];
  if (names.length === 0) return undefined;
  const year = rest.month?.year ?? rest.year;
  return {
    names,
    ...(rest.month && { month: rest.month.month }),
    ...(year !== undefined && year >= YEAR_MIN && { year }),
  };
}

/** "Lại" is "again"; "lai" without its mark also begins Lai Vung. */
const isSurelyAgain = ([again, next]: readonly Token[]): boolean => again?.marks !== 0 || isWhen(next, undefined);

const withoutTitle = (words: readonly Token[]): readonly Token[] =>
  isWord(words[0], 'can') && isWord(words[1], 'bo') ? words.slice(2) : words;

/** Every name the words begin with, where what follows it is only when, and politeness. */
function namesIn(source: string, words: readonly Token[]): RemindedName[] {
  const [first] = words;
  if (first?.kind !== 'word') return [];
  const found: RemindedName[] = [];
  for (let size = Math.min(NAME_WORDS_MAX, words.length); size > 0; size -= 1) {
    const last = words[size - 1];
    const behind = words.slice(size);
    const isTimed = behind.some((word, at) => isWhen(word, behind[at + 1]));
    const isRest = behind.every((word, at) => isWhen(word, behind[at + 1]) || isWord(word, ...ASIDE));
    if (!last || !isRest) continue;
    const isTime = words.slice(0, size).every((word, at) => isWhen(word, words[at + 1]));
    found.push({ name: source.slice(first.start, last.end), isTimed, isTime });
  }
  return found;
}
