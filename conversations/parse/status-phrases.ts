/** How leaders and coordinators ask how things stand: the words that open such a question, in plain letters. */

import { spanSaidAt } from './date/span-said.ts';
import { Lexicon } from './lexicon.ts';
import { isWord, type Token } from './text.ts';

export type StatusCommand =
  | 'status'
  | 'missing'
  | 'unreached'
  | 'remind'
  | 'late'
  | 'compare'
  | 'trend'
  | 'progress'
  | 'download';

/** What a stretch of months is compared with; a month, a quarter or a year also says which stretch is meant. */
export type Against = 'month' | 'quarter' | 'year' | 'same_last_year';

/** Every subject with every predicate: "xã nào" + "chưa nộp". */
const each = (subjects: string, predicates: string): string =>
  subjects
    .split('|')
    .flatMap((subject) => predicates.split('|').map((predicate) => `${subject} ${predicate}`))
    .join('|');

const WHO = 'ai|xa nao|phuong nao|xa phuong nao|phuong xa nao|don vi nao|dv nao|noi nao|nhung ai';
const WHO_ELSE =
  'nhung xa nao|nhung phuong nao|nhung don vi nao|cac xa nao|cac don vi nao|con ai|con xa nao|con don vi nao';

/** A command, its phrases, and for a comparison what it is with. */
export const STATUS_PHRASES: [StatusCommand, string, Against?][] = [
  [
    'missing',
    `${each(`${WHO}|${WHO_ELSE}`, 'chua nop|chua bao cao|chua gui|con thieu')}|${each('nhung xa|cac xa|nhung don vi|cac don vi|nhung phuong|cac phuong', 'chua nop|chua bao cao|chua gui')}|don vi chua nop|xa chua nop|chua nop|chuanop|ai chua|aichuanop|ds chua nop|danh sach chua nop|who is missing`,
  ],
  [
    'missing',
    each('nhac', `${each('cac xa|cac don vi|nhung don vi|don vi|xa|ai', 'chua nop')}|cac xa|cac don vi|tat ca`),
  ],
  [
    'unreached',
    `${each(`${WHO}|${WHO_ELSE}`, 'khong lien lac duoc|chua lien lac duoc|khong lien he duoc|khong nhan duoc tin|chua dang ky|chua co can bo|khong co can bo')}|khong lien lac duoc ai|khong lien lac duoc voi ai|khong lien lac duoc|chua lien lac duoc|ai khong lien lac dc|who cannot be reached`,
  ],
  ['remind', 'nhac|nhac nho|nhac can bo|nhac nho can bo|don doc|remind'],
  [
    'late',
    `${each(WHO, 'tre|tre han nhieu nhat|qua han nhieu nhat|tre nhieu nhat|cham nhat|tre han|qua han|nop tre|nop muon|nop cham')}|tre nhieu nhat|tre han nhieu nhat|qua han nhieu nhat|xep hang tre han|xep hang qua han|who is late`,
  ],
  ['late', each('bao nhieu ho so|co bao nhieu ho so|bao nhieu hs', 'tre han|qua han')],
  [
    'compare',
    'so voi thang truoc|so thang truoc|so sanh voi thang truoc|so sanh thang truoc|thang nay so voi thang truoc|so voi ky truoc|so ky truoc|so sanh ky truoc|so sanh voi ky truoc|so sanh|compare',
  ],
  ['compare', 'so voi quy truoc|so quy truoc|so sanh voi quy truoc|so sanh quy truoc|so voi quy roi', 'quarter'],
  [
    'compare',
    'so voi nam truoc|so voi nam ngoai|so nam truoc|so nam ngoai|so sanh voi nam truoc|so sanh voi nam ngoai|so sanh nam truoc',
    'year',
  ],
  [
    'compare',
    'so voi cung ky nam truoc|so voi cung ky nam ngoai|so voi cung ky|so cung ky nam truoc|so cung ky|so sanh cung ky|so sanh voi cung ky',
    'same_last_year',
  ],
  ['trend', 'xu huong|xuhuong|xem xu huong|bieu do thang|bieu do theo thang|dien bien theo thang|trend'],
  [
    'progress',
    'tien do ke hoach|tien do kh|td ke hoach|tien do|tiendo|tien do thuc hien|tien do thuc hien ke hoach|tien do thuc hien kh|tien do thuc hien nhiem vu|tien do nhiem vu|ke hoach den dau|progress',
  ],
  [
    'download',
    'tai so lieu|taisolieu|tai ve so lieu|tai bieu tong hop|tai bieu so lieu|tai bieu|tai excel|tai file excel|tai file so lieu|xuat so lieu|xuat excel|tai bang tong hop|tai bang so lieu|download',
  ],
  [
    'status',
    'tinh hinh|tinhhinh|tinh hinh the nao|xem tinh hinh|tinh hinh bao cao|bao cao tinh hinh|cho xem tinh hinh|tong hop|tonghop|xem tong hop|th chung|tinh hinh nop bao cao|tinh hinh nop bc|tinh hinh nop|status',
  ],
  [
    'status',
    `${each('ai|xa nao|don vi nao', 'da nop|da bao cao|da gui|nop roi')}|${each('bao nhieu xa|bao nhieu don vi|bao nhieu xa phuong|co bao nhieu xa|co bao nhieu don vi', 'da nop|da bao cao|da gui')}`,
  ],
];

/** Whether a command is such a question. */
export const isStatus = (name: string): boolean => STATUS_PHRASES.some(([status]) => status === name);

/** What was to be sent, behind "chưa nộp" and "tổng hợp": it names no unit. */
const OBJECTS = new Lexicon<true>([['báo cáo|bc|số liệu', true]]);

/** What names the whole, or nothing at all: "tình hình chung", "tình hình các xã", "… thế nào rồi". */
const WHOLE = new Lexicon<true>([
  [
    'báo cáo|bc|số liệu|chung|hôm nay|bây giờ|hiện nay|hiện giờ|hiện tại|thế nào|như thế nào|ra sao|sao|đến đâu|tới đâu|rồi|chưa|không|đi|' +
      'toàn cụm|toàn tỉnh|cả cụm|cả tỉnh|các xã|các phường|các xã phường|các đơn vị|tất cả|tất cả các xã|tất cả các đơn vị|' +
      'dạ|ạ|em|anh|chị|nhé|nha|vậy|vậy em|giúp|giúp em|với',
    true,
  ],
]);

/** The words behind such a question that can be a unit's name; none where they only name the whole. */
export function namingWords(words: readonly Token[]): readonly Token[] {
  const object = OBJECTS.match(words, 0);
  const rest = object === undefined ? words : words.slice(object.next);
  let at = 0;
  while (at < rest.length) {
    const whole = WHOLE.match(rest, at);
    if (whole === undefined) return rest;
    at = whole.next;
  }
  return [];
}

/** Any day: whether a period is named does not depend on it. */
const SOME_DAY = '2000-06-15';

/** "quý 3", "tháng 9", "năm 2026", "6 tháng đầu năm" alone ask how it stands. */
export const opensSpan = (tokens: readonly Token[], at: number): boolean =>
  spanSaidAt(tokens, at, SOME_DAY) !== undefined && !isWord(tokens[at], 'n');

/** "Nhắc phường Đức Thuận nộp báo cáo": the words up to what is to be done. */
export function remindedWords(words: readonly Token[]): readonly Token[] {
  const end = words.findIndex(
    (word, at) =>
      isWord(word, 'nop', 'gui') || (isWord(word, 'bao') && isWord(words[at + 1], 'cao')) || isWord(word, 'di', 'voi'),
  );
  return end < 0 ? words : words.slice(0, end);
}
