/**
 * Words around an answer that carry none of it: polite particles, forms of address, units and linking words. They are
 * named here once; a reader skips them and anything else that is left over makes it hesitate.
 */
import { Lexicon } from './lexicon.ts';
import type { Token } from './text.ts';

const POLITE =
  'dạ|ạ|á|ợ|nhé|nha|nhá|nghe|nhen|hén|ah|à|ơi|vâng|thưa|kính|dear|hi|hello|alo|chào|em|anh|chị|cô|chú|bác|mình|tôi|tui|bạn|sếp|' +
  'bot|trợ lý|giúp em|giúp|thôi|luôn|cho em|đó|đấy|nè|này|vậy|vầy|hen|hi hi|hihi|haha|thanks|cảm ơn|cám ơn|xin|thế|' +
  'a|c|e|bên em|bên xã|bên phường|phường em|xã em|đơn vị em|xã|phường|ạh|ah ạ|nghen|hè|mà|thì|cũng|nữa';

const UNIT =
  'hồ sơ|hs|bộ hồ sơ|bộ|hsơ|thủ tục hành chính|thủ tục|tthc|cái|chiếc|người|lượt|lượt người|cán bộ|cuộc|lần|lớp|' +
  'quy trình|qt|điểm|trường hợp|ca|vụ|đồng chí|đ c';

const LINK =
  'là|có|được|đc|tổng|tổng số|tổng cộng|cộng|cả thảy|tất cả|số|số lượng|sl|con số|hiện|hiện tại|hiện nay|hiện có|đã|vẫn|chỉ|chỉ có|' +
  'trong tháng|tháng này|kỳ này|báo|báo cáo|gửi|trả lời|kết quả|đạt|đúng|chính xác|chẵn|tròn|gồm|đủ|vỏn vẹn';

/** Polite words only. */
export const POLITENESS = new Lexicon<true>([[POLITE, true]]);
/** What may stand around a bare number without changing it. */
export const FILLER = new Lexicon<true>([[`${POLITE}|${UNIT}|${LINK}`, true]]);
/** What is counted. */
export const UNITS = new Lexicon<true>([[UNIT, true]]);

/** Words that say a number is not exact. */
export const APPROXIMATE = new Lexicon<true>([
  [
    'khoảng|khoản|khoảng chừng|tầm|tầm khoảng|chừng|cỡ|cỡ khoảng|độ|độ khoảng|ước|ước chừng|ước tính|gần|hơn|trên|dưới|xấp xỉ|' +
      'ngót|ngót nghét|trên dưới|đâu đó|áng chừng|hình như|có lẽ|chắc|chắc là|hình|nghe đâu|tạm tính|tạm|dự kiến|ít nhất|tối thiểu|tối đa|' +
      'không dưới|chưa tới|chưa đến|mấy|vài|dăm|dăm ba|vài ba|nhiều|ít|lai rai|phỏng|đoán|áng|đâu|không nhớ rõ|không rõ|non|quãng|già|khá|loanh quanh|nửa|một nửa|phân nửa|' +
      'có khi|có thể|em nghĩ|tôi nghĩ|nghĩ là|một số|một ít|một phần|một chút|thì phải|gì đó|gì ấy|gì á|là cùng|trở lên|trở xuống|đổ lại|có dư|có lẻ',
    true,
  ],
]);

/** Index of the first token from `from` on that no polite word takes in. */
export function politeEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  for (let polite = POLITENESS.match(tokens, at); polite !== undefined; polite = POLITENESS.match(tokens, at))
    at = polite.next;
  return at;
}

/** The tokens left when polite words and bare signs are taken away. */
export function withoutPoliteness(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    const polite = POLITENESS.match(tokens, at);
    if (polite !== undefined) at = polite.next;
    else {
      if (token !== undefined && (token.kind === 'word' || token.kind === 'digits')) kept.push(token);
      at += 1;
    }
  }
  return kept;
}
