/**
 * "Sửa lại giúp chị quá hạn 0": at the head of a message such words only say that figures follow. Behind a figure they
 * take it back, and everything is asked.
 */
import { politeEnd } from '../filler.ts';
import { Lexicon } from '../lexicon.ts';
import { isWord, type Token } from '../text.ts';

const LEADS = new Lexicon<true>([
  [
    'sửa lại|sửa|chỉnh lại|chỉnh|điều chỉnh lại|cập nhật lại|đính chính|đính chính lại|báo lại|gửi lại|sửa lại số liệu',
    true,
  ],
]);
/** What the words are said to somebody with; "sửa 12" alone may be of procedures. */
const ASKED = new Lexicon<true>([
  [
    'giúp|giùm|dùm|hộ|lại giúp|lại giùm|lại dùm|lại hộ|lại cho|giúp em|giúp chị|giúp anh|giúp tôi|giúp mình|giúp bên em|giùm em|giùm chị|' +
      'giùm anh|dùm em|dùm chị|dùm anh|hộ em|hộ chị|hộ anh|cho em|cho chị|cho anh|lại giúp em|lại giúp chị|lại giúp anh|lại là',
    true,
  ],
]);

/** Index of the first token behind the words that only announce figures; 0 where there are none. */
export function leadInEnd(tokens: readonly Token[]): number {
  let at = addressEnd(tokens, 0);
  if (isWord(tokens[at], 'xin', 'em', 'nho')) at = addressEnd(tokens, at + 1);
  const lead = LEADS.match(tokens, at);
  if (lead === undefined) return 0;
  const asked = ASKED.match(tokens, lead.next);
  if (asked === undefined && !isWord(tokens[lead.next - 1], 'lai', 'chinh', 'lieu')) return 0;
  const end = addressEnd(tokens, asked?.next ?? lead.next);
  return tokens[end]?.base === ':' ? end + 1 : end;
}

/** Behind polite words and the commas among them. */
function addressEnd(tokens: readonly Token[], from: number): number {
  const at = politeEnd(tokens, from);
  return tokens[at]?.base === ',' ? addressEnd(tokens, at + 1) : at;
}
