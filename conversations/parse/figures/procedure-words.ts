/** The words for administrative procedures (TTHC), what becomes of them, and the internal processes. */
import { label, type Words } from './sense.ts';

export const PROCEDURES: Words = [
  ['tthc|thủ tục|thủ tục hành chính|thủ tục cũ|tthc cũ', label('procedures')],
  [
    'tổng số tthc|tổng tthc|tổng số thủ tục|tổng thủ tục|tổng số thủ tục hành chính|tthc thuộc thẩm quyền|tổng số tthc thuộc thẩm quyền|' +
      'thủ tục thuộc thẩm quyền|thủ tục hành chính thuộc thẩm quyền|tổng số thủ tục hành chính thuộc thẩm quyền|thủ tục hành chính thuộc thẩm quyền giải quyết|thủ tục thuộc thẩm quyền giải quyết|tthc thuộc thẩm quyền giải quyết',
    label('procedures', 'total'),
  ],
  [
    'ban hành mới|mới ban hành|mới ban hành thêm|ban hành thêm|bổ sung mới|thêm mới|công bố mới|mới công bố|' +
      'mới thêm|ban hành|công bố thêm|mới được công bố|mới được ban hành|được công bố mới|được ban hành mới',
    label('new'),
  ],
  [
    'tthc mới|thủ tục mới|tthc ban hành mới|tthc mới ban hành|tthc thêm mới|thủ tục hành chính mới|thủ tục mới ban hành|thủ tục mới công bố|tthc mới công bố|' +
      'thủ tục hành chính mới ban hành|thủ tục hành chính mới công bố|thủ tục mới được công bố|tthc mới được công bố|thủ tục mới được ban hành|tthc mới được ban hành',
    label('new', 'procedures'),
  ],
  ['tthc bãi bỏ|tthc bị bãi bỏ', label('repealed', 'procedures')],
  ['tthc sửa đổi|tthc sửa đổi bổ sung', label('amended', 'procedures')],
  ['bổ sung', label('new', 'amended')],
  ['bãi bỏ|hủy bỏ|huỷ bỏ|cắt giảm|cắt bỏ|bị bãi bỏ|loại bỏ|bãi|bỏ', label('repealed')],
  [
    'sửa đổi|sửa|sửa đổi bổ sung|điều chỉnh|sửa đổi và bổ sung|sđ bs|sđbs|cập nhật sửa đổi|được sửa đổi|' +
      'sửa bổ sung',
    label('amended'),
  ],
  [
    'không thay đổi|ko thay đổi|k thay đổi|không đổi|giữ nguyên|không có thay đổi|không biến động|không có gì thay đổi|ko có thay đổi|k có thay đổi|ko có gì thay đổi|không thay đổi gì|ko đổi|k đổi',
    label('unchanged'),
  ],
  [
    'không có tthc nào thay đổi|không có tthc nào biến động|không có thủ tục nào thay đổi|không có thủ tục nào biến động|không có thủ tục hành chính nào thay đổi|không có thủ tục hành chính nào biến động|' +
      'ko có tthc nào thay đổi|ko có tthc nào biến động|ko có thủ tục nào thay đổi|ko có thủ tục nào biến động|ko có thủ tục hành chính nào thay đổi|ko có thủ tục hành chính nào biến động|' +
      'k có tthc nào thay đổi|k có tthc nào biến động|k có thủ tục nào thay đổi|k có thủ tục nào biến động|k có thủ tục hành chính nào thay đổi|k có thủ tục hành chính nào biến động|' +
      'không tthc nào thay đổi|không tthc nào biến động|không thủ tục nào thay đổi|không thủ tục nào biến động|không thủ tục hành chính nào thay đổi|không thủ tục hành chính nào biến động',
    label('unchanged', 'procedures'),
  ],
  ['quy trình nội bộ|qtnb|qt nội bộ', label('process')],
];
