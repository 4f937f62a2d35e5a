/** Money from above named in a sentence: "kinh phí cấp trên cấp 15 triệu đồng, còn lại lấy từ chi thường xuyên". */
import type { Masked } from '../figures/item.ts';
import { UNITS } from '../filler.ts';
import { Lexicon } from '../lexicon.ts';
import { moneyOf } from '../number/money.ts';
import type { Token } from '../text.ts';

const FROM_ABOVE = new Lexicon<true>([
  [
    'kinh phí cấp trên cấp|kinh phí trên cấp|kinh phí được cấp|kinh phí cấp trên|kinh phí tỉnh cấp|kinh phí huyện cấp|kinh phí sở cấp|được cấp kinh phí|được cấp trên cấp|cấp trên cấp|' +
      'cấp trên cấp kinh phí|tỉnh cấp kinh phí|được tỉnh cấp|được hỗ trợ kinh phí|kinh phí được hỗ trợ|kinh phí cấp trên hỗ trợ',
    true,
  ],
]);

export interface BudgetSaid extends Masked {
  /** In đồng. */
  value: number;
  /** As typed, since the report shows it so: "15 triệu đồng". */
  written: string;
}

/** The sum told, in đồng, with its place; undefined where none is told for certain. */
export function budgetSaid(tokens: readonly Token[]): BudgetSaid | undefined {
  for (let from = 0; from < tokens.length; from += 1) {
    const label = FROM_ABOVE.match(tokens, from);
    if (label === undefined) continue;
    let to = label.next;
    while (to < tokens.length && !isEnd(tokens, to)) to += 1;
    const said = tokens.slice(label.next, to).filter(({ base }) => base !== ':' && base !== '=');
    return sumAtHead(said, { from, to });
  }
  return undefined;
}

/** "15 triệu làm ISO": the longest beginning that is a sum, with no other number behind it. */
function sumAtHead(said: readonly Token[], place: Masked): BudgetSaid | undefined {
  // "15 triệu 2 lần" is no 15,2 triệu
  if (said.some(({ kind }, at) => kind === 'digits' && UNITS.match(said, at + 1) !== undefined)) return undefined;
  for (let length = said.length; length > 0; length -= 1) {
    const head = said.slice(0, length);
    const value = moneyOf(head);
    if (value === undefined) continue;
    if (said.slice(length).some(({ kind }) => kind === 'digits')) return undefined;
    const written = head.map(({ raw, spaced }, at) => (spaced && at > 0 ? ` ${raw}` : raw)).join('');
    return { value, written, ...place };
  }
  return undefined;
}

/** A comma inside "1,5 tỷ" ends nothing. */
function isEnd(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'line') return true;
  if (token?.kind !== 'sign' || token.base === ':' || token.base === '=') return false;
  return token.base !== ',' && token.base !== '.' ? true : tokens[at + 1]?.spaced !== false;
}
