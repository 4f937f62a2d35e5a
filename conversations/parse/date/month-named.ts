/**
 * "trong tháng 10", "bc tháng 10", "tồn cuối tháng 10": phrases that end with the word tháng, with the month's own
 * number behind it. That number is the month's where another one is said for the figure.
 */
import type { Item } from '../figures/item.ts';
import type { Sense } from '../figures/sense.ts';
import { VOCABULARY } from '../figures/vocabulary.ts';
import type { Match } from '../lexicon.ts';
import { isWord, type Token } from '../text.ts';

const MONTHS = 12;
/** No clause has more words before its month. */
const LOOK_BACK = 40;

/** The phrase without the word tháng where a month is named with it; the phrase as it is otherwise. */
export function withoutMonth(
  tokens: readonly Token[],
  word: Match<Sense> | undefined,
  at: number,
  before: readonly Item[],
): Match<Sense> | undefined {
  if (word === undefined || word.next < at + 2) return word;
  const digits = tokens[word.next];
  if (digits?.kind !== 'digits' || digits.raw.length > 2 || !isWord(tokens[word.next - 1], 'thang')) return word;
  const month = Number(digits.raw);
  if (month < 1 || month > MONTHS) return word;
  return hasOwnNumber(tokens, word, before) ? { ...word, next: word.next - 1 } : word;
}

/** Another number stands in the clause, or nothing that this one could count: "nhận trong tháng 12" is left as a count. */
function hasOwnNumber(tokens: readonly Token[], { meaning, next }: Match<Sense>, before: readonly Item[]): boolean {
  let labelled = meaning.kind === 'label';
  for (let index = before.length - 1; index >= Math.max(0, before.length - LOOK_BACK); index -= 1) {
    const item = before[index];
    if (item?.kind === 'separator') break;
    // "không có hs trễ trong tháng 10" counts none
    if (item?.kind === 'number' || item?.kind === 'none') return true;
    labelled ||= item?.kind === 'label';
  }
  if (!labelled || tokens[next + 1]?.base === ':') return true;
  for (let at = next + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'line' || token.base === ',' || token.base === ';') return false;
    if (token.kind === 'digits') return true;
    const said = VOCABULARY.match(tokens, at)?.meaning.kind;
    if (said === 'label' || said === 'unit') return false;
  }
  return false;
}
