/**
 * The outline of the yearly report as Hà Tĩnh's communes write it, from the report of UBND phường Đức Thuận 2021. Its
 * slips are mended: two items numbered 4, no 3.3, "ISO 9015" and "ISO 0991", the list of documents written out twice.
 * The wording names no level of administration above the unit, since districts are gone from 1 July 2025.
 */
import { Document } from 'docx';
import {
  closing,
  each,
  flow,
  gap,
  italic,
  item,
  letterhead,
  note,
  pageHeaders,
  pageProperties,
  part,
  section,
  signature,
  styles,
  text,
  title,
  unless,
} from './layout.ts';
import { pack } from './pack.ts';

const SUBJECT = [
  'Kết quả duy trì, cập nhật và cải tiến việc áp dụng Hệ thống QLCL',
  'theo {Tiêu chuẩn} tại {Đơn vị} năm {Năm}',
];

/** Items 1 to 3: documents, training, procedures and dossiers. */
const documentsAndDossiers = () =>
  flow(
    item('1. Ban hành văn bản chỉ đạo, điều hành việc xây dựng HTQLCL theo {Tiêu chuẩn}:'),
    each('Văn bản chỉ đạo', text('- {Văn bản}{Dấu}')),
    item('2. Công tác tuyên truyền, nâng cao trình độ về ISO hành chính:'),
    text('- Số lượt cán bộ được cử đi đào tạo, tập huấn về {Tiêu chuẩn ISO}: {Số lượt cán bộ được đào tạo} người;'),
    text('- Số lớp tập huấn về {Tiêu chuẩn ISO} được đơn vị tổ chức trong năm: {Số lớp tập huấn} lớp.'),
    item('3. Việc xây dựng, áp dụng HTQLCL đối với các hoạt động liên quan đến TTHC thuộc thẩm quyền giải quyết:'),
    text(
      '- Số TTHC thuộc thẩm quyền giải quyết của {Cấp giải quyết} theo phê duyệt của tỉnh đến thời điểm báo cáo: {Tổng số TTHC} thủ tục;',
    ),
    text(
      '- Số TTHC được sửa đổi, bổ sung: {Số TTHC sửa đổi, bổ sung} thủ tục; ban hành mới: {Số TTHC ban hành mới} thủ tục; bãi bỏ: {Số TTHC bãi bỏ} thủ tục trong năm {Năm};',
    ),
    text(
      '- Số hồ sơ TTHC phát sinh năm {Năm}: {Số hồ sơ phát sinh} hồ sơ; số hồ sơ giải quyết quá hạn: {Số hồ sơ giải quyết quá hạn} hồ sơ;',
    ),
    text(
      '- Số hồ sơ được gắn kèm kết quả trả trên phần mềm dịch vụ công trực tuyến: tổng số hồ sơ đã tiếp nhận {Tổng số hồ sơ đã tiếp nhận} hồ sơ; trong đó tiếp nhận trực tuyến {Số hồ sơ tiếp nhận trực tuyến} hồ sơ; tiếp nhận trực tiếp {Số hồ sơ tiếp nhận trực tiếp} hồ sơ; ',
      '{#Có kỳ trước chuyển qua}kỳ trước chuyển qua {Số hồ sơ kỳ trước chuyển qua} hồ sơ; {/Có kỳ trước chuyển qua}',
      'số hồ sơ đã giải quyết {Số hồ sơ đã giải quyết} hồ sơ, trong đó giải quyết trước hạn {Số hồ sơ giải quyết trước hạn} hồ sơ; đúng hạn {Số hồ sơ giải quyết đúng hạn} hồ sơ; quá hạn {Số hồ sơ giải quyết quá hạn} hồ sơ',
      '{#Có quá hạn} (',
      italic('{Lý do quá hạn}'),
      '){/Có quá hạn}',
      '. Hồ sơ đang giải quyết trong hạn: {Số hồ sơ đang giải quyết trong hạn} hồ sơ',
      '{#Có đang giải quyết quá hạn}; đang giải quyết quá hạn: {Số hồ sơ đang giải quyết quá hạn} hồ sơ{/Có đang giải quyết quá hạn}.',
    ),
  );

/** Items 4 to 6: announcement, steering committee, objectives. */
const announcements = () =>
  flow(
    item('4. Việc thực hiện công bố/công bố lại HTQLCL theo Quyết định số 19/2014/QĐ-TTg tại đơn vị trong năm {Năm}:'),
    text('- Số lần công bố/công bố lại:'),
    text('+ Số lần công bố: {Số lần công bố}{#Quyết định công bố}; {Lần công bố} {Văn bản}{/Quyết định công bố};'),
    text('+ Số lần công bố trong năm {Năm}: {Số lần công bố trong năm}.'),
    item('5. Việc kiện toàn lại Ban chỉ đạo ISO của đơn vị:', ' {Kiện toàn Ban chỉ đạo}.'),
    each('Quyết định kiện toàn', text('- Theo {Văn bản}{Dấu}')),
    item('6. Việc xây dựng mục tiêu chất lượng năm {Năm}:', ' {Xây dựng mục tiêu chất lượng}.'),
    each('Quyết định mục tiêu chất lượng', text('- Theo {Văn bản}{Dấu}')),
  );

/** Items 7 and 8: internal audit and management review. */
const auditAndReview = () =>
  flow(
    item('7. Việc thực hiện đánh giá nội bộ năm {Năm}:'),
    text('- Số lần đánh giá nội bộ trong năm: {Số lần đánh giá nội bộ} lần.'),
    each(
      'Có đánh giá nội bộ',
      text('- Thời gian tổ chức cuộc đánh giá gần nhất: {Ngày đánh giá nội bộ}.'),
      text(
        '- Kết quả đánh giá nội bộ: Có {Số điểm không phù hợp nhẹ} điểm không phù hợp nhẹ; {Số điểm không phù hợp nặng} điểm không phù hợp nặng và {Số điểm khuyến nghị} điểm khuyến nghị; {Số điểm lưu ý} điểm lưu ý.',
      ),
    ),
    each(
      'Có nội dung phải khắc phục',
      text(
        '- Việc thực hiện hành động khắc phục tại cuộc đánh giá gần nhất: {Ngày khắc phục}',
        '{#Đã khắc phục}, kèm theo biên bản kiểm tra hành động khắc phục qua cuộc đánh giá{/Đã khắc phục}.',
      ),
      text('+ Tình trạng khắc phục: {Tình trạng khắc phục}.'),
    ),
    item(
      '8. Việc xem xét của Lãnh đạo đối với HTQLCL:',
      ' {Ngày xem xét của lãnh đạo}{#Đã xem xét của lãnh đạo} (kèm theo Thông báo họp, báo cáo và biên bản họp xem xét của lãnh đạo thực hiện các hành động khắc phục){/Đã xem xét của lãnh đạo}.',
    ),
  );

/** The parts of criterion 7.2, in their order. */
const CRITERIA = [
  'Công tác chỉ đạo và thực hiện chế độ báo cáo về xây dựng, áp dụng, duy trì và cải tiến HTQLCL',
  'Ban hành, áp dụng các quy trình nội bộ giải quyết công việc chuyên môn và điều hành tác nghiệp',
  'Đánh giá mức độ áp dụng các quy trình nội bộ giải quyết công việc chuyên môn, điều hành tác nghiệp và quy trình/hướng dẫn hệ thống tại đơn vị',
  'Đánh giá mức độ áp dụng các quy trình nội bộ giải quyết TTHC',
  'Việc sắp xếp và lưu trữ tài liệu hồ sơ theo quy định',
  'Việc thực hiện đánh giá nội bộ định kỳ và khắc phục sau đánh giá',
];

const lastMark = (index: number): string => (index === CRITERIA.length - 1 ? '.' : ';');

/** Items 9 to 11: internal processes, money, self-assessment. */
const resourcesAndScore = () =>
  flow(
    item(
      '9. Số Quy trình nội bộ giải quyết công việc chuyên môn, hoạt động điều hành (không liên quan đến thủ tục hành chính) được xây dựng và áp dụng tại cơ quan:',
      ' {Số quy trình nội bộ} quy trình nội bộ{#Quyết định ban hành quy trình} được ban hành theo {Văn bản}{/Quyết định ban hành quy trình}.',
    ),
    item('10. Kinh phí được cấp và việc sử dụng kinh phí:'),
    each(
      'Không được cấp kinh phí',
      text(
        '+ Trong năm {Năm} {Đơn vị} không được cấp trên cấp kinh phí để thực hiện đầu tư duy trì, cải tiến hệ thống ISO.',
      ),
    ),
    unless(
      'Không được cấp kinh phí',
      text(
        '+ Kinh phí cấp trên cấp trong năm {Năm} để thực hiện đầu tư duy trì, cải tiến hệ thống ISO: {Kinh phí cấp trên cấp}.',
      ),
    ),
    text(
      '+ Kinh phí {Cơ quan} tự bố trí để xây dựng, áp dụng, duy trì và cải tiến HTQLCL theo {Tiêu chuẩn} tại {Loại đơn vị}: {Kinh phí tự bố trí}.',
    ),
    item(
      '11. Tự chấm điểm:',
      ' Căn cứ vào Bộ tiêu chí chấm điểm ban hành tại {Căn cứ chấm điểm}, {Cơ quan} tự chấm điểm lĩnh vực Áp dụng hệ thống quản lý chất lượng ISO 9001 như sau:',
    ),
    text('- Điểm tự chấm tại đơn vị: {Điểm tự chấm}/{Điểm tối đa} điểm.'),
    text('- Số điểm đạt được của từng tiêu chí thành phần của tiêu chí 7.2:'),
    ...CRITERIA.map((criterion, index) =>
      text(`+ Tiêu chí 7.2.${index + 1}. ${criterion}: {Điểm tiêu chí 7.2.${index + 1}} điểm${lastMark(index)}`),
    ),
  );

/** PHẦN THỨ HAI, I and II: circumstances, and what the province's plan brought about. */
const circumstances = () =>
  flow(
    section('I. ĐẶC ĐIỂM TÌNH HÌNH'),
    item(
      '1. Những thuận lợi, khó khăn trong việc xây dựng, áp dụng, duy trì và cải tiến hệ thống QLCL theo {Tiêu chuẩn} tại đơn vị',
    ),
    text(italic('1.1. Thuận lợi:'), ' {Thuận lợi}.'),
    text(italic('1.2. Khó khăn:'), ' {Khó khăn}.'),
    section('II. KẾT QUẢ TRIỂN KHAI THỰC HIỆN KẾ HOẠCH 121/KH-UBND TẠI ĐƠN VỊ'),
    item('1. Kết quả tham mưu, ban hành văn bản chỉ đạo và tổ chức triển khai:'),
    text(
      'Để chỉ đạo và tổ chức thực hiện tốt, có hiệu quả công tác duy trì, cải tiến hệ thống QLCL theo {Tiêu chuẩn} tại đơn vị, {Cơ quan} đã ban hành {Số văn bản chỉ đạo} văn bản, nêu tại mục 1 Phần thứ nhất',
      '{#Có văn bản có số}, trong đó có: {Số và ký hiệu văn bản}{/Có văn bản có số}.',
    ),
    item(
      '2. Kết quả hoạt động tuyên truyền, đào tạo, tập huấn, kiểm tra, giám sát việc áp dụng {Tiêu chuẩn ISO} cho cán bộ, công chức, viên chức:',
    ),
    each(
      'Có cử cán bộ đào tạo',
      text(
        '- Cử cán bộ đi tập huấn {Số lượt cán bộ được đào tạo} lượt do cấp trên tổ chức để nâng cao trình độ về ISO hành chính;',
      ),
    ),
    unless('Có cử cán bộ đào tạo', text('- Trong năm không có cán bộ được cử đi tập huấn về ISO hành chính;')),
    each('Công tác tuyên truyền', text('- {Nội dung}')),
    each('Có cuộc kiểm tra', text('- Trong năm, cấp trên đã thực hiện kiểm tra {Số cuộc kiểm tra} cuộc tại đơn vị.')),
    unless('Có cuộc kiểm tra', text('- Trong năm, đơn vị không có cuộc kiểm tra nào của cấp trên.')),
  );

/** PHẦN THỨ HAI, III to V: assessment, plan, proposals. */
const assessment = () =>
  flow(
    section('III. ĐÁNH GIÁ CHUNG'),
    item('3.1. Ưu điểm'),
    each('Ưu điểm', text('- {Nội dung}')),
    item('3.2. Những điểm tồn tại và nguyên nhân cần khắc phục'),
    each('Tồn tại', text('- {Nội dung}')),
    item('3.3. Giải pháp trong thời gian tới'),
    each('Giải pháp', text('- {Nội dung}')),
    section('IV. KẾ HOẠCH XÂY DỰNG, ÁP DỤNG, DUY TRÌ VÀ CẢI TIẾN HTQLCL THEO {Tiêu chuẩn} {Giai đoạn kế hoạch}'),
    each('Kế hoạch', text('- {Nội dung}')),
    section('V. KIẾN NGHỊ, ĐỀ XUẤT'),
    each('Kiến nghị', text('- {Nội dung}')),
  );

const body = () =>
  flow(
    part('PHẦN THỨ NHẤT', 'KẾT QUẢ XÂY DỰNG VÀ ÁP DỤNG HTQLCL', 'THEO {Tiêu chuẩn}'),
    note('(Số liệu tính từ ngày {Từ ngày} đến ngày {Đến ngày})'),
    each('Số liệu trước sáp nhập', note('({Nội dung})')),
    documentsAndDossiers(),
    announcements(),
    auditAndReview(),
    resourcesAndScore(),
    part('PHẦN THỨ HAI', 'ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN KẾ HOẠCH 121/KH-UBND', 'NGÀY 10/4/2018 CỦA UBND TỈNH'),
    circumstances(),
    assessment(),
    closing(
      'Trên đây là Báo cáo kết quả xây dựng, áp dụng, duy trì và cải tiến Hệ thống QLCL theo {Tiêu chuẩn} năm {Năm} tại {Đơn vị}. {Cơ quan} kính báo cáo {Nơi nhận báo cáo} theo quy định./.',
    ),
    gap(),
  );

const RECIPIENTS = ['- {Nơi nhận báo cáo};', '- Ban chỉ đạo ISO {Loại đơn vị};', '- Lưu: VT, Ban chỉ đạo ISO.'];

/** The template as a .docx file. */
export async function buildHaTinh(): Promise<Uint8Array> {
  const document = new Document({
    title: 'Báo cáo áp dụng {Tiêu chuẩn} {Đơn vị} năm {Năm}',
    creator: '{Cơ quan}',
    lastModifiedBy: '{Cơ quan}',
    styles,
    sections: [
      {
        properties: pageProperties,
        headers: pageHeaders,
        children: [letterhead(), ...title('BÁO CÁO', ...SUBJECT), ...body(), signature(RECIPIENTS)],
      },
    ],
  });
  return pack(document);
}
