/**
 * The two kinds of nothing. "không phát sinh" says that there was none, which is a figure; "chưa có số liệu" says
 * that nobody knows yet, which is not and must never become 0.
 */
import { POLITENESS, UNITS } from './filler.ts';
import { Lexicon } from './lexicon.ts';
import { MESSAGE_LENGTH_MAX, type Token, tokenise } from './text.ts';

type Word = 'none' | 'yet' | 'have' | 'arise' | 'data' | 'any' | 'know' | 'wait' | 'period' | 'nil';

const WORDS = new Lexicon<Word>([
  ['không|ko|k|kg|kh|hok|hông|hong|hổng|hỏng|hem|khum|không hề|chẳng|chả|khoong|không một|ko một|không 1', 'none'],
  ['chưa|chửa', 'yet'],
  ['có|hề có|thấy|thấy có', 'have'],
  ['phát sinh|ps|phát sinh gì', 'arise'],
  [
    'số liệu|sl|số|dữ liệu|thống kê|tổng hợp|báo cáo|kết quả|thông tin|số liệu cụ thể|số cụ thể|thống kê được|tổng hợp được|' +
      'số liệu chính thức|xuất được số liệu|lấy được số liệu',
    'data',
  ],
  ['nào|gì|cái nào|gì hết|gì cả|nào hết|nào cả|hết|cả|đâu', 'any'],
  // the longest phrase wins, so what "có số" may go on with stands here too
  [
    'biết|rõ|nắm|nắm được|nhớ|chắc|có số|có số liệu|có số liệu cụ thể|có số liệu chính thức|có số cụ thể|tính|tính được|xong số liệu|cập nhật',
    'know',
  ],
  [
    'đang tổng hợp|đang thống kê|chờ số liệu|đợi số liệu|đang chờ|đang lấy số|chờ tổng hợp|chờ một cửa báo|đang rà',
    'wait',
  ],
  [
    'tháng này|tháng rồi|kỳ này|trong tháng|trong kỳ|tháng|hết tháng|tới nay|đến nay|hiện|hiện tại|giờ|hiện nay|cả tháng',
    'period',
  ],
  ['kps|trắng|số không|nil', 'nil'],
]);

/** Tells "there was none" from "nobody knows yet"; undefined for any message that says something else as well. */
export function readNothing(text: string): 'nil' | 'no_data' | undefined {
  return nothingIn(tokenise(text.slice(0, MESSAGE_LENGTH_MAX)));
}

/** `readNothing` for tokens already cut. */
export function nothingIn(tokens: readonly Token[]): 'nil' | 'no_data' | undefined {
  const words: Word[] = [];
  let counted = false;
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    const word = WORDS.match(tokens, at);
    const unit = UNITS.match(tokens, at);
    const polite = POLITENESS.match(tokens, at);
    const far = Math.max(word?.next ?? 0, unit?.next ?? 0, polite?.next ?? 0);
    if (far === 0) {
      if (token?.kind === 'word' || token?.kind === 'digits' || token?.base === '?') return undefined;
      at += 1;
      continue;
    }
    if (word !== undefined && word.next === far) words.push(word.meaning);
    else if (unit?.next === far) counted = true;
    at = far;
  }
  return kindOf(words, counted);
}

function kindOf(words: readonly Word[], counted: boolean): 'nil' | 'no_data' | undefined {
  const has = (word: Word): boolean => words.includes(word);
  if (has('none') && has('yet')) return undefined;
  if (has('data') && (has('yet') || (has('none') && has('have')))) return 'no_data';
  if (has('know') && (has('yet') || has('none'))) return 'no_data';
  if (has('wait')) return 'no_data';
  // "chưa có", "chưa có hs nào": not yet, so not 0
  if (has('yet')) return has('have') || has('data') ? 'no_data' : undefined;
  if (has('nil')) return 'nil';
  if (!has('none') || has('data')) return undefined;
  return has('arise') || has('have') || (counted && has('any')) ? 'nil' : undefined;
}
