/**
 * "Công bố 12 thủ tục trên cổng", "cung cấp 25 dịch vụ công trực tuyến": procedures and services that are put where the
 * public finds them. The portal is then a place and no way of handing in, and nothing was received by it.
 */
import { Lexicon } from '../lexicon.ts';
import { spacedNumberAt } from '../number/number-at.ts';
import { isWord, type Token } from '../text.ts';
import { VOCABULARY } from './vocabulary.ts';

const PUBLISHING = new Lexicon<true>([
  [
    'công bố|công bố mới|mới công bố|công khai|niêm yết|đăng|đăng tải|đăng lên|đưa|đưa lên|cung cấp|triển khai|tích hợp|cập nhật|kết nối|rà soát|chuẩn hóa|' +
      'thực hiện công bố|thực hiện công khai|thực hiện niêm yết|cấu hình|tái cấu trúc',
    true,
  ],
]);

/** What the verbs begin with, so that most words of a message are not looked up. */
const OPENING = new Set('cong moi niem dang dua cung trien tich cap ket ra chuan thuc cau tai'.split(' '));

const PROCEDURES = new Lexicon<true>([['thủ tục|thủ tục hành chính|tthc|tt', true]]);
const SERVICES = new Lexicon<true>([['dịch vụ công|dịch vụ công trực tuyến|dvc|dvctt|dvc trực tuyến', true]]);

/** Words between the verb and its number. */
const BESIDE = ['duoc', 'xong', 'tong', 'so', 'them', 'len', 'da', 'co', 'cong', 'khai', 'toan', 'bo', 'ca', 'du'];

interface Way {
  from: number;
  to: number;
}

/** The words for the portal behind a number of procedures or services that are said to be published. */
export function publishedWays(tokens: readonly Token[]): Way[] {
  const ways: Way[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const verb = OPENING.has(tokens[at]?.base ?? '') ? PUBLISHING.match(tokens, at) : undefined;
    const counted = verb === undefined ? undefined : countedAfter(tokens, verb.next);
    if (counted === undefined) continue;
    for (let from = counted.from; from < tokens.length && !parts(tokens[from]); ) {
      const way = from === counted.from && counted.service ? counted.to : onlineEnd(tokens, from);
      if (way !== undefined) ways.push({ from, to: way });
      from = way ?? from + 1;
    }
    at = counted.from;
  }
  return ways;
}

/** What the number behind the verb counts: "12 thủ tục", "25 dịch vụ công". */
function countedAfter(tokens: readonly Token[], at: number): (Way & { service: boolean }) | undefined {
  let from = at;
  while (isWord(tokens[from], ...BESIDE)) from += 1;
  const number = spacedNumberAt(tokens, from);
  if (number === undefined) return undefined;
  const service = SERVICES.match(tokens, number.next);
  const procedures = service ?? PROCEDURES.match(tokens, number.next);
  return procedures && { from: number.next, to: procedures.next, service: service !== undefined };
}

/** A number, a sign or a line: whatever is told behind it is another matter. */
const parts = (token: Token | undefined): boolean => token?.kind !== 'word';

function onlineEnd(tokens: readonly Token[], at: number): number | undefined {
  const word = VOCABULARY.match(tokens, at);
  return word?.meaning.kind === 'label' && word.meaning.features.join() === 'online' ? word.next : undefined;
}
