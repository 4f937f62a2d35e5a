/** The words for the further counts of the reports, and those that may stand between such a name and its number. */
import type { IndicatorName } from '../../../domain/indicator.ts';
import { Lexicon } from '../lexicon.ts';
import type { ReportCount } from './inventory.ts';

/** What a name counts, and how it may be said. */
export interface CountName {
  name: ReportCount | Extract<IndicatorName, 'announcement_count_total' | 'announcement_count_in_year'>;
  /** It says itself what is counted, so that a number in front of it can only be its own: "2 thư xin lỗi". */
  own?: true;
  /** It is a count only with this many times behind it: "đánh giá nội bộ 2 lần". */
  times?: true;
  /** It stands right behind its number, without "hs" or "tthc" between: "thuộc 14 lĩnh vực". */
  bare?: true;
}

/** Each beginning with each ending: "số đơn khiếu nại của công dân". */
const each = (...parts: string[]): string =>
  parts
    .map((part) => part.split('|'))
    .reduce((left, right) => left.flatMap((a) => right.map((b) => `${a} ${b}`.trim().replace(/\s+/g, ' '))))
    .join('|');

const OF = '|của công dân|của dân|của người dân|công dân|của tổ chức|của tổ chức và công dân|về iso|về htqlcl';
const PROCEDURES =
  'tthc|thủ tục|thủ tục hành chính|số tthc|số thủ tục|số thủ tục hành chính|tổng số tthc|tổng số thủ tục';

export const COUNT_NAMES = new Lexicon<CountName>([
  [
    each(
      'khiếu nại|đơn khiếu nại|đơn thư khiếu nại|đơn thư|vụ khiếu nại|lượt khiếu nại|ý kiến khiếu nại|khiếu nại tố cáo|số khiếu nại|số đơn khiếu nại|số đơn thư khiếu nại|số vụ khiếu nại',
      OF,
    ),
    { name: 'complaints', own: true },
  ],
  [
    each(
      '|số|số lượng',
      'thư xin lỗi|lá thư xin lỗi|văn bản xin lỗi|phiếu xin lỗi|giấy xin lỗi|thư xl',
      '|công dân|người dân|dân',
    ),
    { name: 'apology_letters', own: true },
  ],
  [each('|số', 'rủi ro', '|được phát hiện|phát hiện|mới|được nhận diện'), { name: 'risks_found', own: true }],
  [
    each('|số|tổng số', 'lần|cuộc|đợt|lượt', 'đánh giá nội bộ|đgnb|đánh giá chất lượng nội bộ'),
    { name: 'audit_count', own: true },
  ],
  ['đánh giá nội bộ|đgnb', { name: 'audit_count', times: true }],
  [
    each(
      'tổng|tổng số|tổng cộng|tổng số hồ sơ|tổng hồ sơ|tổng số hs|',
      'phải giải quyết|cần giải quyết|phải gq|cần gq|phải xử lý',
    ),
    { name: 'total_to_process' },
  ],
  ['số lần công bố|số lần công bố lại|số lần đã công bố', { name: 'announcement_count_total' }],
  [
    'số lần công bố trong năm|số lần công bố lại trong năm|công bố lại trong năm|số lần công bố năm nay',
    { name: 'announcement_count_in_year' },
  ],
  [
    each(
      PROCEDURES,
      '|đã|được|đang',
      'áp dụng iso|áp dụng htqlcl|áp dụng hệ thống quản lý chất lượng|áp dụng tcvn iso',
    ),
    { name: 'procedures_iso_applied' },
  ],
  [
    'áp dụng iso|áp dụng iso cho|áp dụng iso đối với|áp dụng iso vào|đã áp dụng iso cho|số áp dụng iso',
    { name: 'procedures_iso_applied' },
  ],
  ['lĩnh vực|số lĩnh vực|lĩnh vực tthc|số lĩnh vực tthc', { name: 'procedure_fields_count', bare: true }],
  [each(PROCEDURES, 'liên thông|thực hiện liên thông|giải quyết liên thông'), { name: 'procedures_interlinked' }],
  [
    each(PROCEDURES, '|có|thực tế', 'phát sinh hồ sơ|phát sinh hs|có hồ sơ phát sinh'),
    { name: 'procedures_with_dossiers' },
  ],
  [
    each(PROCEDURES, '|có|cho phép|được', 'thanh toán trực tuyến|thanh toán online'),
    { name: 'procedures_online_payment' },
  ],
  [each('|số|số lượng', 'lưu đồ', '|tthc|giải quyết tthc|thủ tục'), { name: 'procedure_flowcharts_count', own: true }],
  [
    each(
      '|số',
      'lãnh đạo|đồng chí lãnh đạo|lđ',
      '|được cấp|có|dùng|sử dụng|thực hiện',
      'ký số di động|ký số trên di động|chữ ký số di động|ký số',
    ),
    { name: 'mobile_signing_leaders' },
  ],
  [
    each(
      '|số',
      'hồ sơ|hs',
      '|được|có',
      'gắn kèm kết quả|gắn kết quả|đính kèm kết quả',
      '|điện tử|trên phần mềm dvc|trên phần mềm|trực tuyến',
    ),
    { name: 'results_attached_online' },
  ],
  [each('|số', 'phòng|phòng ban|đơn vị|bộ phận', '|đã|được', 'áp dụng iso'), { name: 'units_applied' }],
  [
    each('|số', 'phòng|phòng ban|đơn vị|bộ phận', '|có|đã có|xây dựng|đã xây dựng', 'mục tiêu chất lượng|mtcl'),
    { name: 'units_with_objectives' },
  ],
]);

/** Between a name and the number behind it. */
export const LINKS = new Lexicon<true>([
  [
    'là|có|được|đc|cũng|vẫn|thì|đã|gửi|đã gửi|nhận|tổng|tổng số|tổng cộng|số|số lượng|sl|hiện có|hiện|gồm|cho|đối với|trong năm|trong tháng|trong kỳ|tháng này|năm nay|phát sinh|ghi nhận|phát hiện|phát hiện được',
    true,
  ],
]);

/** No such thing. */
export const NONE = new Lexicon<true>([
  [
    'không|ko|k|kg|hông|hổng|không có|ko có|k có|kg có|hông có|không phát sinh|ko phát sinh|k phát sinh|không xảy ra|không để xảy ra|không nhận|không nhận được|' +
      'chưa có|chưa phát hiện|chưa nhận|chưa phát sinh|chưa xảy ra|chưa ghi nhận|chưa gửi|không gửi|ko gửi|không phát hiện|ko phát hiện|k phát hiện|không ghi nhận|không bị|không thấy|chẳng có|chả có',
    true,
  ],
]);

/** What may follow "không có khiếu nại" and change nothing, beside polite words. */
export const ANY = new Lexicon<true>([
  ['gì|nào|gì cả|nào cả|gì hết|nào hết|cả|hết|bất kỳ|một|phải gửi|phát sinh', true],
]);

/** What is counted, behind the number. */
export const COUNTED = new Lexicon<true>([
  ['đơn|vụ|lá|thư|bức|cái|lần|cuộc|đợt|ý kiến|lãnh đạo|phòng|đơn vị|rủi ro|việc', true],
]);
