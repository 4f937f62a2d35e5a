/**
 * A sum of money as the whole of an answer: "năm triệu rưỡi", "1,5 tỷ", "20tr", "15.000.000 đồng". Sums are mostly said
 * in short, so that what is asked back of a count ("5tr5") is taken here; a bare "20" may be millions, and is not.
 */
import { Lexicon } from '../lexicon.ts';
import type { Token } from '../text.ts';
import { countOf } from './number.ts';

const CURRENCY = new Lexicon<true>([['đồng|đ|vnđ|vnd', true]]);
/** What a sum is told with. */
const TOLD = new Lexicon<true>([
  [
    'kinh phí|số tiền|tiền|được cấp|cấp|đã cấp|cấp trên cấp|tỉnh cấp|tỉnh hỗ trợ|được hỗ trợ|hỗ trợ|chi|khoản|từ|của|nguồn|ngân sách|nhà nước|tỉnh|sở|cấp trên',
    true,
  ],
]);

/** No sum that anybody reports is smaller; a smaller number lacks its thousands or millions. */
const DONG_MIN = 1000;

/** The sum in đồng, or undefined where the answer is none, or says more than that. */
export function moneyOf(tokens: readonly Token[]): number | undefined {
  const kept: Token[] = [];
  let named = false;
  for (let at = 0; at < tokens.length; ) {
    const currency = CURRENCY.match(tokens, at);
    const told = currency ?? TOLD.match(tokens, at);
    const token = tokens[at];
    named ||= currency !== undefined;
    if (told === undefined && token !== undefined) kept.push(token);
    at = told?.next ?? at + 1;
  }
  const count = countOf(kept);
  const value =
    count.kind === 'count' ? count.value : count.kind === 'doubt' && count.reason === 'shorthand' ? count.proposal : 0;
  if (count.kind === 'count' && value === 0) return named ? 0 : undefined;
  return value !== undefined && value >= DONG_MIN ? value : undefined;
}
