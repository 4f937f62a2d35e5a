/**
 * The words around audits, corrective actions and management reviews, and what each says of whether and when they
 * were held.
 */
import { Lexicon } from './lexicon.ts';

export type EventName = 'audit' | 'correction' | 'review';

/** `assessment` is "đánh giá" alone, an audit only where nothing says what was assessed; `paper` a document about one, and
 * `found` what only an audit that was held can have done. */
export type Mark =
  | EventName
  | 'assessment'
  | 'paper'
  | 'done'
  | 'not_done'
  | 'later'
  | 'split'
  | 'ask'
  | 'found'
  | 'day_unknown';

export const MARKS = new Lexicon<Mark>(
  [
    [
      'đánh giá nội bộ|đgnb|đánh giá nb|đg nội bộ|đg nb|đánh giá iso|đánh giá nội bộ iso|đánh giá htqlcl|nội bộ đánh giá',
      'audit',
    ],
    ['đánh giá', 'assessment'],
    ['khắc phục|kp|hành động khắc phục|hđkp|khắc phục lỗi|khắc phục xong|sửa lỗi', 'correction'],
    [
      'xem xét của lãnh đạo|lãnh đạo xem xét|xem xét lãnh đạo|họp xem xét|xxlđ|họp xem xét của lãnh đạo|họp xem xét lãnh đạo|lđ xem xét|' +
        'lãnh đạo họp xem xét|xem xét của lđ|lãnh đạo đã xem xét|lãnh đạo họp|họp lãnh đạo|lđ họp xem xét',
      'review',
    ],
    [
      'kế hoạch đánh giá|báo cáo đánh giá|biên bản đánh giá|kế hoạch khắc phục|biên bản khắc phục|báo cáo khắc phục|đoàn đánh giá|' +
        'quy trình đánh giá|đánh giá lại|đánh giá mức độ|đánh giá chung|biên bản xem xét|kế hoạch đánh giá nội bộ|báo cáo đánh giá nội bộ|' +
        'biên bản đánh giá nội bộ|quyết định đánh giá|sau đánh giá|từ ngày đánh giá|kể từ ngày đánh giá|sau đánh giá nội bộ|hạn khắc phục|' +
        'đánh giá cao|đánh giá hài lòng|tại cuộc đánh giá|tại đợt đánh giá|qua cuộc đánh giá|sau cuộc đánh giá|của cuộc đánh giá|đánh giá định kỳ|' +
        'biên bản họp xem xét|biên bản họp xem xét của lãnh đạo|hướng dẫn đánh giá|tài liệu đánh giá',
      'paper',
    ],
    ['đã|rồi|r|xong|hoàn thành|hoàn tất|vừa|mới', 'done'],
    ['phát hiện', 'found'],
    ['chưa|không|ko|k|kg|không có|chưa có|hông|chưa được|chưa kịp|hoãn|lùi', 'not_done'],
    [
      'sẽ|dự kiến|chuẩn bị|sắp|dự định|lên kế hoạch|bị hoãn|hoãn sang|hoãn tới|hoãn đến|hoãn qua|bị dời|dời sang|dời tới|dời đến|dời qua|' +
        'lùi sang|lùi tới|lùi đến|tháng sau mới|tuần sau mới|quý sau mới|năm sau mới|tháng tới mới|tuần tới mới|sang tháng mới|sang tuần mới|' +
        'cuối tháng mới|cuối năm mới|ngày mai mới|mai mới|mốt mới|chiều mới|chiều nay mới',
      'later',
    ],
    [
      'quên ngày|quên mất ngày|không nhớ ngày|ko nhớ ngày|k nhớ ngày|chưa nhớ ngày|không rõ ngày|chưa rõ ngày|chưa rõ ngày nào|không nhớ rõ ngày|quên ngày nào|không nhớ ngày nào',
      'day_unknown',
    ],
    ['nhưng|còn|song|mà', 'split'],
    ['nếu|giả sử|chưa ạ|hay chưa|bao giờ|khi nào|ngày nào', 'ask'],
  ],
  { mending: true },
);

/** What may stand between a "không" and the event it denies. */
export const DOING = new Lexicon<true>([
  [
    'thực hiện|làm|có|được|tiến hành|xong|hoàn thành|tổ chức|kịp|gì|nào|đâu|hết|cuộc|lần|hoạt động|phát sinh|thấy|hề|đã|tháng này|kỳ này|' +
      'việc|công tác|họp',
    true,
  ],
]);

/** What may follow "đánh giá" when it is the audit: a time, or "và". */
export const WHEN = new Lexicon<true>([
  ['ngày|hôm|tháng|hqua|thứ|bữa|tuần|lần|vào|trong|từ|chiều|sáng|gần nhất|năm nay|tháng này|kỳ này|và', true],
]);
