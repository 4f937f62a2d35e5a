/**
 * The field of a late dossier: "trễ 1 hs đất đai". Late dossiers are few and told with what they were about, so that
 * the one field named takes nothing from the number; of dossiers received, a field's would be only a part.
 */
import { UNITS } from '../filler.ts';
import { Lexicon } from '../lexicon.ts';
import { isWord, type Token } from '../text.ts';
import type { Masked } from './item.ts';

const FIELDS = new Lexicon<true>([
  ['đất đai|hộ tịch|xây dựng|chứng thực|địa chính|môi trường|tư pháp|bảo trợ xã hội|người có công|hộ kinh doanh', true],
]);

const LINKS = ['linh', 'vuc', 've', 'ben', 'mang'];

/** The words for the field, where the message names just one and nothing more is said of it. */
export function lateFields(tokens: readonly Token[]): Masked[] {
  const fields: Masked[] = [];
  for (const [at, token] of tokens.entries()) {
    const found = token.kind === 'word' ? FIELDS.match(tokens, at) : undefined;
    if (found !== undefined) fields.push({ from: at, to: found.next });
  }
  const [only, other] = fields;
  if (only === undefined || other !== undefined || tokens[only.to]?.kind === 'digits') return [];
  if (tokens[only.to]?.kind === 'word') return [];
  let from = only.from;
  while (isWord(tokens[from - 1], ...LINKS)) from -= 1;
  return isLate(tokens, from) ? [{ from, to: only.to }] : [];
}

/** "trễ 1 hs", "quá hạn 02 hồ sơ" ends right before `at`. */
function isLate(tokens: readonly Token[], at: number): boolean {
  const digits = [at - 1, at - 2, at - 3].find((place) => tokens[place]?.kind === 'digits');
  if (digits === undefined || UNITS.match(tokens, digits + 1)?.next !== at) return false;
  const [before, earlier] = [tokens[digits - 1], tokens[digits - 2]];
  return (
    isWord(before, 'tre', 'cham', 'muon', 'qh') ||
    (isWord(before, 'han', 'hen') && isWord(earlier, 'qua', 'tre', 'cham', 'muon'))
  );
}
