/**
 * Words that are labels only by where they stand: "mới 215", "60 onl 40 tt", "3 cũ, 20 mới", "cử 4 anh em đi học",
 * "chuyển từ t9 qua", "dvc 80, một cửa 12", "sở về kiểm tra 2 lần". Anywhere else they say nothing, or something else.
 */
import type { IsoDate } from '../../../domain/date.ts';
import { Lexicon } from '../lexicon.ts';
import { signsOf } from '../number/number-words.ts';
import { isWord, type Token } from '../text.ts';
import { handedOnAt } from './handed-on.ts';
import { inspectedEnd } from './inspected.ts';
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
  const opens = OPENING.has(token?.base ?? '');
  const inspected = opens ? inspectedEnd(tokens, at) : undefined;
  if (inspected !== undefined) return { features: ['inspection'], next: inspected };
  const desk = opens ? deskEnd(tokens, at, before) : undefined;
  if (desk !== undefined) return { features: ['direct'], next: desk };
  const people = numbered ? peopleEnd(tokens, at, before) : undefined;
  if (people !== undefined) return { features: ['people'], next: people };
  const handed = handedOnAt(tokens, at, today);
  return handed === undefined ? undefined : { features: ['carried'], next: handed };
}

/** Labels only right before a number: "mới 215", "tt: 26". */
const BEFORE_NUMBERS: Readonly<Record<string, Feature>> = { moi: 'fresh', tt: 'tt' };

/** Words that "sở về kiểm tra", "tại một cửa" and "lên xã nộp" may begin with, and who is sent to a course. */
export const OPENING = new Set('so kiem cap tren tai o qua bo mot 1 len ra toi den nop dan ba ae ace vien'.split(' '));

/** Nothing more is said behind it. */
const ends = (next: Token | undefined): boolean => next?.kind !== 'word' && next?.kind !== 'digits';

/** "mới" right behind a number that no label has claimed, with nothing more to say. */
function isFresh(tokens: readonly Token[], at: number, before: readonly Item[]): boolean {
  const items = before.slice(-2).filter(({ kind }) => kind !== 'unit');
  const [first, last] = items.length > 1 ? items : [undefined, items[0]];
  const alone = first === undefined || first.kind === 'separator' || first.kind === 'and';
  return last?.kind === 'number' && alone && ends(tokens[at + 1]);
}

/** Names of the other ways of handing in, by one word of each. */
const WAYS = new Set('onl online ol dvc dvctt mang tuyen cong vneid buu bd bcci'.split(' '));

/** "tại một cửa", "bộ phận 1 cửa". */
function oneStop(tokens: readonly Token[], at: number): number | undefined {
  let end = at;
  if (isWord(tokens[end], 'tai', 'o', 'qua')) end += 1;
  if (isWord(tokens[end], 'bo') && isWord(tokens[end + 1], 'phan')) end += 2;
  const one = isWord(tokens[end], 'mot') || tokens[end]?.raw === '1';
  return one && isWord(tokens[end + 1], 'cua') ? end + 2 : undefined;
}

/** "lên xã nộp", "dân ra phường nộp", "nộp ở xã", "tới quầy nộp": brought by whoever hands it in. */
function brought(tokens: readonly Token[], at: number): number | undefined {
  let end = at;
  while (isWord(tokens[end], 'ba', 'con', 'nguoi', 'dan')) end += 1;
  const hands = isWord(tokens[end], 'nop');
  if (hands) end += isWord(tokens[end + 1], 'truc') && isWord(tokens[end + 2], 'tiep') ? 3 : 1;
  if (!isWord(tokens[end], 'len', 'ra', 'toi', 'den', ...(hands ? ['o', 'tai', 'tren'] : []))) return undefined;
  end += 1;
  while (isWord(tokens[end], 'tan', 'noi', 'tru', 'so', 'ubnd', 'uy', 'ban', 'truc', 'tiep')) end += 1;
  if (!isWord(tokens[end], 'xa', 'phuong', 'quay', 'ubnd', 'noi')) return undefined;
  end += 1;
  // "ra quầy 36" says enough; of "lên xã 36" nobody knows what for
  const told = hands || isWord(tokens[end], 'nop') || isWord(tokens[end - 1], 'quay');
  return told ? (isWord(tokens[end], 'nop') ? end + 1 : end) : undefined;
}

/** "dvc 80, một cửa 12": the desk as one of several ways, where elsewhere all dossiers come to it. */
function deskEnd(tokens: readonly Token[], at: number, before: readonly Item[]): number | undefined {
  const end = brought(tokens, at) ?? oneStop(tokens, at);
  if (end === undefined) return undefined;
  const behind = tokens[end]?.base === ':' || isWord(tokens[end], 'la') ? end + 1 : end;
  const numbered = tokens[behind]?.kind === 'digits' || signsOf(tokens[behind]).length > 0;
  const last = before.at(-1)?.kind;
  const told = last === 'number' || last === 'unit';
  const opens = last === undefined || ['separator', 'and', 'within', 'link', 'break'].includes(last);
  if (!(numbered ? told || opens : told && ends(tokens[end]))) return undefined;
  return tokens.some(({ base }) => WAYS.has(base)) ? end : undefined;
}

/** Who may be sent to a course; without one in view "anh em" are only spoken to. */
const PEOPLE = new Lexicon<true>([
  ['anh em|anh chị em|anh chị|chị em|ae|ace|bạn|nhân viên|chuyên viên|viên chức|nhân sự|cá nhân|em|anh|chị', true],
]);
const GOING = ['duoc', 'cu', 'di', 'tham', 'gia', 'du'];

/** Who is hardly ever spoken to behind a number, as "em", "anh", "chị" are. */
const SENT = new Lexicon<true>([['anh em|anh chị em|chị em|ae|ace|bạn|nhân viên|chuyên viên|viên chức|cá nhân', true]]);

/** "đi tập huấn iso 4 bạn": whoever goes to a course is counted behind it. */
function isSent(tokens: readonly Token[], at: number, before: readonly Item[]): boolean {
  if (SENT.match(tokens, at) === undefined) return false;
  const from = before.findLastIndex(({ kind }) => kind === 'separator' || kind === 'break') + 1;
  return before.slice(from).some((item) => item.kind === 'label' && item.features.includes('training'));
}

/** "4 anh em đi học": people, since a course is named right behind them. */
function peopleEnd(tokens: readonly Token[], at: number, before: readonly Item[]): number | undefined {
  const people = PEOPLE.match(tokens, at)?.next;
  if (people === undefined) return undefined;
  if (isSent(tokens, at, before) && ends(tokens[people])) return people;
  for (let behind = people; ; behind += 1) {
    const word = VOCABULARY.match(tokens, behind)?.meaning;
    if (word?.kind === 'label' && word.features.includes('training')) return people;
    if (!isWord(tokens[behind], ...GOING)) return undefined;
  }
}
