/**
 * What is told of procedures by the words around them: "thêm 7 thủ tục theo quyết định mới" are new ones, "hiện có 412
 * thủ tục" all there are.
 */
import type { Token } from '../text.ts';
import { opensTail } from './circumstance.ts';
import { type Gathering, isProcedures } from './gathering.ts';
import type { Item } from './item.ts';
import type { Feature } from './sense.ts';

/** Nothing more is said of what was just named but where or why: "thêm 4 tthc theo quyết định". */
export const ends = (next: Item | undefined, tokens: readonly Token[]): boolean =>
  next === undefined || ['separator', 'within'].includes(next.kind) || opensTail(tokens[next.start]);

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
  return features;
}

/** "TTHC hiện có 412": the number was just said, behind them and "hiện … có". */
export function isStanding({ clause, have, justSaid }: Gathering): boolean {
  const [group] = clause.parts;
  return clause.standing && have && justSaid !== undefined && group?.kind === 'group' && isProcedures(group.features);
}
