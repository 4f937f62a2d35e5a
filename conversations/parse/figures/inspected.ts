/**
 * An inspection by those above, where "kiểm tra" is a verb: "được kiểm tra 1 cuộc", "sở về kiểm tra 2 lần", "đoàn của
 * tỉnh kiểm tra 1 lần". Whoever inspects others ("đi kiểm tra 3 thôn") or itself ("tự kiểm tra 2 lần") is not counted.
 */
import { Lexicon } from '../lexicon.ts';
import { signsOf } from '../number/number-words.ts';
import { isWord, type Token } from '../text.ts';

/** Who inspects a commune, by the words its name ends with; longer names end with one of these too. */
const ABOVE = new Lexicon<true>([
  [
    'sở|tỉnh|thành phố|tp|thị xã|huyện|quận|cục|chi cục|bộ|trung ương|tw|cấp trên|sở khcn|sở kh cn|sở kh và cn|sở khoa học|sở khoa học và công nghệ|' +
      'sở khoa học công nghệ|sở nội vụ|thanh tra|thanh tra tỉnh|thanh tra sở|đoàn|đoàn công tác|đoàn kiểm tra|hđnd tỉnh|ubnd tỉnh|ubnd huyện|' +
      'ubnd thành phố|ubnd tp|ubnd thị xã|ubnd quận|trên',
    true,
  ],
]);
const ABOVE_WORDS_MAX = 6;

/** What may stand between those above and the verb. */
const COMING = ['ve', 'xuong', 'den', 'toi', 'vao', 'da', 'co', 'duoc'];
/** What may follow the verb before its number. */
const OBJECT = ['iso', 'xa', 'phuong', 'htqlcl', 'duoc', 'la', 'ca', 'tong', 'cong', 'tai', 'o', 've'];

/** The words counted: "2 lần", "1 cuộc", "1 đợt". */
export const isTimes = (word: Token | undefined): boolean => isWord(word, 'lan', 'cuoc', 'dot', 'luot', 'doan');

/** The end of "kiểm tra (của tỉnh)" at `at`, with a number behind it and those above before it, or behind. */
export function inspectedEnd(tokens: readonly Token[], at: number): number | undefined {
  // the "trên" of "cấp trên" is no "more than"
  if (isWord(tokens[at], 'so', 'cap', 'tren')) return namedEnd(tokens, at);
  if (!isWord(tokens[at], 'kiem') || !isWord(tokens[at + 1], 'tra')) return undefined;
  const by = isWord(tokens[at + 2], 'cua', 'boi', 'tu') ? ABOVE.match(tokens, at + 3)?.next : undefined;
  if (by === undefined && !isBySuperior(tokens, at)) return undefined;
  let end = by ?? at + 2;
  while (isWord(tokens[end], ...OBJECT) || tokens[end]?.base === ':') end += 1;
  return tokens[end]?.kind === 'digits' || signsOf(tokens[end]).length > 0 ? end : undefined;
}

/** "Sở Khoa học và Công nghệ về kiểm tra 1 lần": the words of a long name are no part of what is counted. */
function namedEnd(tokens: readonly Token[], at: number): number | undefined {
  let verb = ABOVE.match(tokens, at)?.next;
  if (verb === undefined) return undefined;
  // "trên huyện về kiểm tra"
  if (isWord(tokens[at], 'tren')) verb = ABOVE.match(tokens, verb)?.next ?? verb;
  while (isWord(tokens[verb], ...COMING)) verb += 1;
  return isWord(tokens[verb], 'kiem') ? inspectedEnd(tokens, verb) : undefined;
}

/** "được", or the name of those above, ends right before the verb; "được" alone needs nobody named. */
function isBySuperior(tokens: readonly Token[], at: number): boolean {
  // "20 hồ sơ được kiểm tra"
  if (isWord(tokens[at - 1], 'duoc')) return !isWord(tokens[at - 2], 'chua', 'khong', 'ko', 'so', 'hs', 'tthc', 'tuc');
  let end = at;
  while (isWord(tokens[end - 1], ...COMING)) end -= 1;
  for (let from = Math.max(0, end - ABOVE_WORDS_MAX); from < end; from += 1)
    if (ABOVE.match(tokens, from)?.next === end) return !isWord(tokens[from - 1], 'len', 'cho', 'nop', 'voi');
  return false;
}
