/**
 * What is told of procedures by the words around them: "thêm 7 thủ tục theo quyết định mới" are new ones, "hiện có 412
 * thủ tục" all there are.
 */
import { POLITENESS } from '../filler.ts';
import { isWord, type Token } from '../text.ts';
import { opensTail } from './circumstance.ts';
import { type Gathering, isProcedures } from './gathering.ts';
import type { Item } from './item.ts';
import type { Feature } from './sense.ts';

/** Nothing more is said of what was just named but where or why: "thêm 4 tthc theo quyết định". */
export const ends = (next: Item | undefined, tokens: readonly Token[]): boolean =>
  next === undefined ||
  ['separator', 'within'].includes(next.kind) ||
  opensTail(tokens[next.start]) ||
  (next.kind === 'filler' &&
    isWord(tokens[next.start], 'a', 'nhe', 'nha', 'em', 'anh', 'chi') &&
    tokens[next.next]?.kind !== 'word');

/** "thêm 7 thủ tục": new ones, where "thêm 7 hs" may add to any count; "hiện có 412 thủ tục": all there are. */
export function proceduresSaid(
  gathering: Gathering,
  features: Feature[],
  next: Item | undefined,
  tokens: readonly Token[],
): Feature[] {
  const { clause, justSaid: said } = gathering;
  if (said === undefined || !features.includes('procedures') || !ends(next, tokens)) return features;
  if (said.added === true && (isProcedures(features) || features.includes('new'))) {
    said.vague = false;
    return ['new', 'procedures'];
  }
  if (clause.standing && gathering.have && isProcedures(features)) clause.sum = true;
  if (isProcedures(features) && !opensTail(tokens[next?.start ?? -1]) && isOwned(tokens, said.start)) clause.sum = true;
  return features;
}

const OWNERS = ['xa', 'phuong', 'tran', 'vi', 'khu', 'ben'];
const OURS = ['em', 'minh', 'toi', 'tui', 'ta', 'chung'];
const NAME_WORDS_MAX = 3;

/** "xã có 402 tthc", "phường 3 có", "xã Hòa Bình có": a unit has as many, with nothing said before but to whom. */
function isOwned(tokens: readonly Token[], at: number): boolean {
  if (!isWord(tokens[at - 1], 'co')) return false;
  let from = at - 2;
  while (isWord(tokens[from], ...OURS)) from -= 1;
  if (tokens[from]?.kind === 'digits') from -= 1;
  for (let left = NAME_WORDS_MAX; left > 0 && isName(tokens[from]); left -= 1) from -= 1;
  if (!isWord(tokens[from], ...OWNERS)) return false;
  from -= 1;
  while (isWord(tokens[from], 'thi', 'don', 'dac', 'toan', 'ca', 'ubnd')) from -= 1;
  const before = tokens[from];
  // "tháng này xã có 5 tthc" may tell of changes
  return (
    before?.kind !== 'digits' &&
    !isWord(before, 'nay') &&
    (before?.kind !== 'word' || POLITENESS.match(tokens, from) !== undefined)
  );
}

const isName = (token: Token | undefined): boolean =>
  token?.kind === 'word' && /^\p{Lu}/u.test(token.raw) && !isWord(token, ...OWNERS);

/** "TTHC hiện có 412": the number was just said, behind them and "hiện … có". */
export function isStanding({ clause, have, justSaid }: Gathering): boolean {
  const [group] = clause.parts;
  return clause.standing && have && justSaid !== undefined && group?.kind === 'group' && isProcedures(group.features);
}
