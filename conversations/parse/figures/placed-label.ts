/**
 * Words that are labels only by where they stand: "mới 215", "60 onl 40 tt", "3 cũ, 20 mới", "cử 4 anh em đi học",
 * "chuyển từ t9 qua". Anywhere else they say nothing, or something else.
 */
import type { IsoDate } from '../../../domain/date.ts';
import { Lexicon } from '../lexicon.ts';
import { isWord, type Token } from '../text.ts';
import { handedOnAt } from './handed-on.ts';
import type { Item } from './item.ts';
import type { Feature } from './sense.ts';
import { VOCABULARY } from './vocabulary.ts';

/** The label at `at`, with the index behind it. @param before the items so far */
export function placedLabelAt(
  tokens: readonly Token[],
  at: number,
  today: IsoDate,
  before: readonly Item[],
): { features: Feature[]; next: number } | undefined {
  const token = tokens[at];
  const counted = BEFORE_NUMBERS[token?.base ?? ''];
  const behind = at + (tokens[at + 1]?.base === ':' || tokens[at + 1]?.base === '=' ? 2 : 1);
  if (counted !== undefined && tokens[behind]?.kind === 'digits') return { features: [counted], next: behind };
  const numbered = before.at(-1)?.kind === 'number';
  // "60 onl 40 tt"
  if (numbered && isWord(token, 'tt') && ends(tokens[at + 1])) return { features: ['tt'], next: at + 1 };
  // "3 cũ, 20 mới"
  if (isWord(token, 'moi') && isFresh(tokens, at, before)) return { features: ['fresh'], next: at + 1 };
  const people = numbered ? peopleEnd(tokens, at) : undefined;
  if (people !== undefined) return { features: ['people'], next: people };
  const handed = handedOnAt(tokens, at, today);
  return handed === undefined ? undefined : { features: ['carried'], next: handed };
}

/** Labels only right before a number: "mới 215", "tt: 26". */
const BEFORE_NUMBERS: Readonly<Record<string, Feature>> = { moi: 'fresh', tt: 'tt' };

/** Nothing more is said behind it. */
const ends = (next: Token | undefined): boolean => next?.kind !== 'word' && next?.kind !== 'digits';

/** "mới" right behind a number that no label has claimed, with nothing more to say. */
function isFresh(tokens: readonly Token[], at: number, before: readonly Item[]): boolean {
  const items = before.slice(-2).filter(({ kind }) => kind !== 'unit');
  const [first, last] = items.length > 1 ? items : [undefined, items[0]];
  const alone = first === undefined || first.kind === 'separator' || first.kind === 'and';
  return last?.kind === 'number' && alone && ends(tokens[at + 1]);
}

/** Who may be sent to a course; without one in view "anh em" are only spoken to. */
const PEOPLE = new Lexicon<true>([
  ['anh em|anh chị em|anh chị|chị em|ae|ace|bạn|nhân viên|chuyên viên|viên chức|nhân sự|cá nhân|em|anh|chị', true],
]);
const GOING = ['duoc', 'cu', 'di', 'tham', 'gia', 'du'];

/** "4 anh em đi học": people, since a course is named right behind them. */
function peopleEnd(tokens: readonly Token[], at: number): number | undefined {
  const people = PEOPLE.match(tokens, at)?.next;
  if (people === undefined) return undefined;
  for (let behind = people; ; behind += 1) {
    const word = VOCABULARY.match(tokens, behind)?.meaning;
    if (word?.kind === 'label' && word.features.includes('training')) return people;
    if (!isWord(tokens[behind], ...GOING)) return undefined;
  }
}
