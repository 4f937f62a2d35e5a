/**
 * Yes, no, and neither. "dạ" and "ok ạ" only say that a message was seen; "chưa xong nhưng sắp" is no; "sai rồi, quá
 * hạn là 3" is no with the correction left in `rest`; "có không?" and "không biết" are no answer.
 */
import { normalise } from '../../domain/text.ts';
import { VOCABULARY } from './figures/vocabulary.ts';
import { POLITENESS, withoutPoliteness } from './filler.ts';
import { Lexicon } from './lexicon.ts';
import { numberAt } from './number/number-at.ts';
import { syllable } from './syllable.ts';
import { isWord, MESSAGE_LENGTH_MAX, type Token, tokenise } from './text.ts';

export interface YesNo {
  answer: 'yes' | 'no' | 'seen' | 'none';
  /** For `seen`: the words also agree ("ok ạ", "vâng ạ", not "dạ"), which is enough where a reading is confirmed. */
  agrees: boolean;
  /** What the person said beyond it, as typed: a correction, a figure, a date. */
  rest: string;
}

type Meaning = 'yes' | 'no' | 'agree' | 'seen' | 'neutral';

const ANSWERS = new Lexicon<Meaning>([
  [
    'có|rồi|r|xong|đã|đúng|được|đc|dc|phải|chuẩn|chính xác|yes|y|xong rồi|xong r|có rồi|có r|đúng rồi|đúng r|đã xong|hoàn thành|' +
      'hoàn tất|nhất trí|đồng ý|đúng vậy|đúng thế|phải rồi|đã có|đã làm|làm rồi|được rồi|không sai|hết rồi|đủ rồi|đủ|yep|yeah|' +
      'roi|roài|rùi|rui|òi|xg|đúng hết|khớp|khớp rồi|chắc chắn|chắc chắn rồi|tất nhiên|dĩ nhiên|gửi|gửi đi|gửi luôn|xác nhận|' +
      'đã hoàn thành|hoàn thành rồi|đầy đủ|đầy đủ rồi|vừa xong|mới xong|vừa làm|mới làm|vừa làm xong|mới làm xong|chốt|chốt đi|' +
      'chốt luôn|chốt vậy|cóa|coá|không sai gì|không sai gì cả|không sai gì hết|không sai sót|ko sai|k sai|đúng số|đúng số rồi|đương nhiên|' +
      'đương nhiên rồi|ổn|ổn rồi|thống nhất|lưu|lưu lại|lưu đi',
    'yes',
  ],
  ['ok|oke|okê|okie|oki|okla|vâng|vg|ừ|ừa|ừm|uh|uhm|um|uk|ờ|yup', 'agree'],
  [
    'dạ|đã nhận|đã nhận được|nhận rồi|nhận được rồi|đã xem|xem rồi|đã rõ|rõ rồi|rõ|đã biết|biết rồi|đã hiểu|hiểu rồi|đã nắm|' +
      'nắm rồi|đã đọc|đọc rồi|đã nghe|noted|đã tiếp nhận thông tin|đã nhận thông báo|đã nhận thông tin|nhận thông tin',
    'seen',
  ],
  [
    'không|ko|k|kg|kh|hok|hông|hong|hổng|hỏng|hem|khum|no|nope|chưa|sai|sai rồi|sai r|không đúng|chưa đúng|không phải|đâu có|' +
      'làm gì có|không có|chưa có|chưa xong|sắp|sắp xong|gần xong|đang|đang làm|nhầm|nhầm rồi|lộn|lộn rồi|hông có|hổng có|ko có|' +
      'k có|ko đúng|k đúng|ko phải|k phải|chửa|chư|ch|không chính xác|không khớp|chưa khớp|chưa được|không được|khoong|' +
      'vẫn chưa|vẫn không|vẫn sai|vẫn chưa đúng|vẫn nhầm|đừng|đừng gửi|khoan gửi|khoan đã gửi|chx|khg|hôg',
    'no',
  ],
  [
    'không biết|ko biết|k biết|không rõ|ko rõ|k rõ|không nhớ|ko nhớ|k nhớ|không chắc|ko chắc|k chắc|chưa biết|chưa rõ|chưa chắc|' +
      'có lẽ|có thể|chắc|hình như|không hiểu|ko hiểu|k hiểu|chưa hiểu|để|để em|để xem|để kiểm tra|có không|có ko|có k|đúng không|' +
      'đúng ko|đúng k|phải không|phải ko|phải k|rồi chưa|xong chưa|được không|được ko|được k|đc ko|đc k|có chưa|đã chưa|' +
      'khoan|khoan đã|có vẻ|có khi|có gì|có ai|có điều|có bao giờ|có chắc|không ý kiến|không có ý kiến|ko ý kiến|ko có ý kiến|k ý kiến|k có ý kiến|' +
      'không có sai|không có gì sai|ko có gì sai|k có gì sai|ko có sai|không có sai sót|ko có sai sót|không có gì sai sót|' +
      'không sao|ko sao|k sao|không vấn đề|sẽ|em sẽ|có phải|có đúng không|xong một phần|cơ bản xong|gần hết',
    'neutral',
  ],
]);

const HALFWAY = new Lexicon<true>([['một phần|nửa|một nửa|chưa hết|gần hết|cơ bản', true]]);

/** What an answer may be said of without being more of one: "số liệu đúng rồi", "hoàn toàn không". */
const SUBJECT = new Lexicon<true>([
  [
    'số liệu|các số|con số|tất cả|mọi thứ|mọi việc|cả hai|nội dung|thông tin|hoàn toàn|số này|số đó|cái này|cái đó|thực ra|tạm thời',
    true,
  ],
]);

/** What may have been done, said before "rồi": whoever asked reads the event in it as well. */
const DEEDS = new Lexicon<true>([
  [
    'làm|họp|ban hành|ký|đánh giá|khắc phục|thực hiện|triển khai|tổ chức|kiện toàn|công bố|phê duyệt|kiểm tra|rà soát|' +
      'tập huấn|cập nhật|niêm yết|xây dựng|nộp|báo cáo|họp xem xét|đánh giá nội bộ|nghiệm thu|phân công|lập',
    true,
  ],
]);

interface Opening {
  meanings: Meaning[];
  /** Polite words stood among them. */
  polite: boolean;
  /** Index of the first token that is no answer word. */
  next: number;
}

function opening(tokens: readonly Token[]): Opening {
  const found: Opening = { meanings: [], polite: false, next: tokens.length };
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    const subject = found.meanings.length === 0 ? SUBJECT.match(tokens, at)?.next : undefined;
    // what follows must answer: "số liệu tháng 10: nhận 215" begins with no answer
    if (subject !== undefined && ANSWERS.match(tokens, subject) !== undefined) {
      at = subject;
      continue;
    }
    const answer = ANSWERS.match(tokens, at);
    const deed = found.meanings.length === 0 && answer === undefined ? deedAt(tokens, at) : undefined;
    if (deed !== undefined) {
      found.meanings.push(deed);
      break;
    }
    const polite = POLITENESS.match(tokens, at);
    if (beginsFigure(tokens, at, answer?.next ?? at)) break;
    if (answer !== undefined && answer.next >= (polite?.next ?? 0)) {
      // one answer and then another subject: "đã | đánh giá", "có | 2 hs"
      found.meanings.push(answer.meaning);
      at = answer.next;
    } else if (token?.base === '0' && found.meanings.length === 0 && at === tokens.length - 1) {
      found.meanings.push('no');
      at += 1;
    } else if (polite !== undefined) {
      found.polite = true;
      at = polite.next;
    } else if (token?.kind === 'sign' || token?.kind === 'line') at += 1;
    else break;
  }
  found.next = at;
  return found;
}

/** "họp rồi", "làm xong hết rồi" say yes, "làm chưa xong" says no; the words stay, since they name what was done. */
function deedAt(tokens: readonly Token[], at: number): 'yes' | 'no' | undefined {
  let next = DEEDS.match(tokens, at)?.next;
  if (next === undefined) return undefined;
  if (isWord(tokens[next], 'chua')) {
    return isWord(tokens[next + 1], 'xong', 'duoc', 'kip', 'het', 'du') ? 'no' : undefined;
  }
  while (isWord(tokens[next], 'xong', 'het', 'du')) next += 1;
  return isWord(tokens[next], 'roi', 'r', 'rui', 'roai') || isWord(tokens[next - 1], 'xong') ? 'yes' : undefined;
}

/** "đúng hạn 208", "xong 210": words of a figure, not of an answer. */
function beginsFigure(tokens: readonly Token[], at: number, end: number): boolean {
  const word = VOCABULARY.match(tokens, at);
  if (word?.meaning.kind !== 'label') return false;
  return word.next > end || (word.next === end && tokens[end]?.kind === 'digits');
}

/** Words that make a question of the sentence they end: "rồi thì sao", "có gì". */
const ASKING = ['chua', 'khong', 'ko', 'k', 'hong', 'sao', 'gi', 'nao', 'dau'];

/** "có hả", "rồi à": with their marks, since "rồi a" is polite. */
const WONDERING = /^(?:hả|hở|hử|à|ư|nhỉ|chăng)$/iu;

/** "rồiii", "cóoo": a letter drawn out, which no Vietnamese word has. */
const DRAWN_OUT = /([a-z])\1{2,}$/;

function shortened(token: Token): Token {
  const long = token.kind === 'word' ? DRAWN_OUT.exec(token.base) : null;
  if (!long || token.base.length !== token.raw.length) return token;
  return { ...token, ...syllable(token.raw.slice(0, long.index + 1)) };
}

/** Reads an answer to a question of yes or no. */
export function readYesNo(text: string): YesNo {
  const source = normalise(text.slice(0, MESSAGE_LENGTH_MAX));
  return yesNoIn(tokenise(source), source);
}

/** `readYesNo` for tokens already cut from `source`. */
export function yesNoIn(typed: readonly Token[], source: string): YesNo {
  const tokens = typed.some(({ base }) => DRAWN_OUT.test(base)) ? typed.map(shortened) : typed;
  const { meanings, polite, next } = opening(tokens);
  const rest = restOf(source, tokens, next);
  const said = (answer: YesNo['answer'], agrees = false): YesNo => ({ answer, agrees, rest });
  const has = (meaning: Meaning): boolean => meanings.includes(meaning);
  const asks =
    tokens.at(-1)?.base === '?' ||
    WONDERING.test(tokens.at(-1)?.raw ?? '') ||
    (rest !== '' && isWord(withoutPoliteness(tokens).at(-1), ...ASKING));
  if (has('yes') && !has('neutral') && isDenied(tokens, next)) return { answer: 'no', agrees: false, rest: '' };
  if (has('neutral') || (asks && meanings.length > 0 && meanings[0] !== 'no')) return said('none');
  if (has('no')) return said(has('yes') && contradicts(meanings) ? 'none' : 'no');
  if (has('yes')) return said(takesItBack(tokens, next) || isUndone(tokens, next) ? 'none' : 'yes');
  if (has('agree')) {
    if (takesItBack(tokens, next)) return said('none');
    const only = rest === '';
    return only && !polite && !has('seen') ? said('yes') : said(only ? 'seen' : 'none', true);
  }
  if (has('seen') || (polite && tokens.length > 0 && next === tokens.length))
    return said(rest === '' ? 'seen' : 'none');
  return said('none');
}

/** "có … không" after one another asks; "sai rồi" and "chưa, đã gửi đâu" begin with the no that counts. */
function contradicts(meanings: readonly Meaning[]): boolean {
  return meanings.indexOf('yes') < meanings.indexOf('no');
}

/** "đã có kế hoạch, chưa thực hiện": a yes to half of the question; a correction still open is a matter of its own. */
function isUndone(tokens: readonly Token[], next: number): boolean {
  return tokens.some((token, at) => at >= next && isWord(token, 'chua') && !isWord(tokens[at + 1], 'khac'));
}

/** "có đâu", "đã xong đâu ạ": the word behind it turns a yes into its contrary. */
function isDenied(tokens: readonly Token[], next: number): boolean {
  const after = withoutPoliteness(tokens.slice(next));
  // "xong ở đâu" asks where
  return after.length === 1 && isWord(after[0], 'dau') && !isWord(tokens[next - 1], 'o') && tokens.at(-1)?.base !== '?';
}

/** "rồi nhưng chưa hết", "xong một phần": a yes that is none. */
function takesItBack(tokens: readonly Token[], next: number): boolean {
  const token = tokens[next];
  if (HALFWAY.match(tokens, next) || HALFWAY.match(tokens, next + 1)) return true;
  if (isPartOfIt(tokens, next)) return true;
  const contrast = isWord(token, 'nhung', 'song') ? 1 : 0;
  return contrast === 1 && isWord(tokens[next + 1], 'chua', 'khong', 'ko', 'k', 'sap', 'dang');
}

/** "được 2/3 rồi", "xong 80%", "được hai phần ba": as much of it as is done; "rồi 2/9" is a day. */
function isPartOfIt(tokens: readonly Token[], next: number): boolean {
  const [part, sign, whole] = [tokens[next], tokens[next + 1], tokens[next + 2]];
  const number = numberAt(tokens, next);
  // with its own mark, since "nữa" is polite; "được mấy cái rồi"
  if (tokens.slice(0, next + 1).some(({ raw }) => raw.toLowerCase() === 'nửa')) return true;
  if (isWord(tokens[next - 1], 'duoc', 'dc', 'xong') && isWord(part, 'may', 'vai', 'it')) return true;
  if (number === undefined) return false;
  if (number.percent === true) return number.decimal !== ALL_PERCENT;
  if (isWord(tokens[number.next], 'phan', 'nua')) return true;
  const ratio = sign?.base === '/' && whole?.kind === 'digits' && tokens[next + 3]?.base !== '/';
  const glued = tokens[next - 1]?.kind === 'word' && !isWord(tokens[next - 1], 'roi', 'r');
  return ratio && glued && Number(part?.raw) < Number(whole.raw);
}

const ALL_PERCENT = 100;

function restOf(source: string, tokens: readonly Token[], next: number): string {
  const first = tokens[next];
  return first === undefined ? '' : source.slice(first.start).trim();
}
