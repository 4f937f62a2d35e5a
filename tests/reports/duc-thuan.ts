/**
 * The year 2021 of UBND phường Đức Thuận as an input of the annual report. The year's figures, dates and documents are
 * those of its report; how they spread over the months is ours (số liệu minh hoạ), for the report has only the sums.
 */
import type { Citation } from '../../domain/citation.ts';
import type { DocumentRole } from '../../domain/document.ts';
import { NIL, value } from '../../domain/figure.ts';
import { periodsOfYear } from '../../domain/period.ts';
import type { AnnualDocument, AnnualInput } from '../../reports/annual.ts';
import type { Figures, FiledMonth } from '../../reports/annual-totals.ts';

/** Received, of these online, resolved on time, late, pending at the end: one row a month, the rest follows. */
const MONTHS = [
  [150, 20, 18, 0, 8],
  [160, 22, 20, 0, 10],
  [185, 28, 22, 0, 12],
  [190, 30, 24, 0, 9],
  [180, 30, 21, 1, 11],
  [195, 32, 23, 0, 7],
  [190, 31, 22, 0, 10],
  [185, 30, 21, 0, 8],
  [200, 34, 24, 0, 9],
  [205, 36, 25, 1, 12],
  [195, 38, 22, 0, 10],
  [182, 35, 20, 0, 6],
] as const;

export const LATE_REASON = 'kết quả trả công dân trước hạn nhưng xử lý hồ sơ trên hệ thống quá hạn';

function months(): FiledMonth[] {
  let carried = 0;
  return periodsOfYear(2021).map((period, index) => {
    const [received, online, onTime, late, pending] = MONTHS[index] ?? [0, 0, 0, 0, 0];
    const resolved = carried + received - pending;
    const figures: Figures = {
      carried_over: value(carried),
      received: value(received),
      received_online: value(online),
      received_direct: value(received - online),
      resolved: value(resolved),
      resolved_early: value(resolved - onTime - late),
      resolved_on_time: value(onTime),
      resolved_late: value(late),
      pending_in_time: value(pending),
      pending_overdue: value(0),
      ...(late > 0 && { late_reason: value(LATE_REASON) }),
      procedures_total: value(163),
      procedures_amended: value(0),
      procedures_new: value(0),
      procedures_repealed: NIL,
      audit_done: value(false),
      training_attendees: value(period === '2021-06' ? 2 : 0),
      training_courses_hosted: NIL,
    };
    carried = pending;
    return { period, figures: { ...figures, ...(period === '2021-09' && september) } };
  });
}

const september: Figures = {
  audit_done: value(true),
  audit_date: value('2021-09-17'),
  minor_nonconformities: value(1),
  major_nonconformities: value(0),
  recommendations: value(10),
  observations: value(5),
  corrective_action_date: value('2021-09-30'),
  management_review_date: value('2021-09-30'),
};

const yearly: Figures = {
  dossiers_generated: value(2246),
  inspections_received: value(1),
  announcement_count_total: value(2),
  announcement_count_in_year: NIL,
  internal_processes_count: value(6),
  budget_from_superior: NIL,
  budget_own_source: value(
    'trong ngân sách chi thường xuyên được phân bổ để thực hiện công tác cải cách hành chính năm 2021',
  ),
  score_basis: value('Quyết định số 3396/QĐ-UBND ngày 11/10/2021 của UBND tỉnh'),
  self_score: value(4.75),
  self_score_max: value(5),
  score_7_2_1: value('0,5/0,5'),
  score_7_2_2: value('0,25/0,5'),
  score_7_2_3: value('1/1'),
  score_7_2_4: value('1,5/1,5'),
  score_7_2_5: value('1/1 điểm'),
  score_7_2_6: value('0,5/0,5 điểm.'),
  propaganda_narrative: value(
    'Ban hành văn bản chỉ đạo, đôn đốc hoàn thiện các quy trình nội bộ; lồng ghép việc đánh giá kết quả trong các cuộc họp giao ban hằng tháng\n- Tuyên truyền qua trang thông tin điện tử, hệ thống truyền thanh, mạng xã hội của phường và tại bộ phận tiếp nhận và trả kết quả',
  ),
  corrective_action_status: value(
    'các bộ phận đã hoàn thành việc khắc phục các nội dung khuyến nghị của đoàn đánh giá',
  ),
  advantages: value(
    'Các quy trình, quy định công việc theo tiêu chuẩn phù hợp với công việc thực tế tại UBND phường nên việc áp dụng và thực hiện tương đối thuận lợi. Hệ thống hồ sơ, tài liệu được sắp xếp, kiểm soát chặt chẽ giúp việc sử dụng thuận tiện, nhanh chóng.',
  ),
  year_difficulties: value('Kinh phí bố trí đầu tư cho công tác ISO của địa phương khó khăn'),
  strengths: value(
    '- Việc duy trì, cập nhật, cải tiến hệ thống đã mang lại hiệu quả thiết thực, phù hợp với xu thế xây dựng nền hành chính hiện đại;\n- Giúp vận hành cơ chế “một cửa” và “một cửa liên thông” có hiệu quả hơn.',
  ),
  weaknesses: value(
    '+ Khối lượng công việc hằng ngày của UBND phường khá lớn;\n+ Các TTHC thường xuyên thay đổi, bổ sung nên việc cập nhật, cải tiến gặp nhiều khó khăn',
  ),
  solutions: value('Đẩy mạnh công tác thông tin, tuyên truyền\nBố trí đủ nguồn tài chính và nhân lực'),
  next_plan: value('Tiếp tục chỉ đạo duy trì, cập nhật, cải tiến hệ thống ISO có hiệu quả'),
  proposals: value('Đề nghị hằng năm mở các lớp tập huấn, bồi dưỡng nghiệp vụ về HTQLCL cho cán bộ, công chức cấp xã'),
};

const document = (role: DocumentRole, citation: Partial<Citation>): AnnualDocument => ({
  role,
  type: 'Quyết định',
  number: null,
  year_in_code: null,
  symbol: null,
  date: null,
  issuer: null,
  subject: null,
  raw: '',
  ...citation,
});

/** The eight documents of item 1. */
export const DOCUMENTS: AnnualDocument[] = [
  document('document_list', { type: 'Danh mục', subject: 'tài liệu HTQLCL theo TCQG ISO 9001:2015' }),
  document('steering_committee_renewed', {
    number: '138',
    symbol: 'QĐ-UBND',
    date: '2021-08-05',
    issuer: 'UBND phường',
    subject: 'kiện toàn Ban chỉ đạo duy trì, cải tiến hệ thống quản lý chất lượng theo TCVN ISO 9001:2015',
  }),
  document('steering_committee_regulation', {
    number: '01',
    symbol: 'QĐ-BCĐ',
    date: '2021-08-06',
    issuer: 'Ban chỉ đạo',
    subject: 'ban hành quy chế hoạt động của Ban chỉ đạo duy trì, cải tiến hệ thống quản lý chất lượng',
  }),
  document('quality_policy', {
    number: '27',
    symbol: 'QĐ-UBND',
    date: '2021-01-09',
    issuer: 'UBND phường',
    subject: 'ban hành Chính sách chất lượng năm 2021',
  }),
  document('quality_objectives', {
    number: '28',
    symbol: 'QĐ-UBND',
    date: '2021-01-09',
    issuer: 'UBND phường',
    subject: 'ban hành Mục tiêu chất lượng năm 2021',
  }),
  document('maintenance_plan', {
    type: 'Kế hoạch',
    number: '15',
    symbol: 'KH-UBND',
    date: '2021-02-18',
    issuer: 'UBND phường',
    subject: 'duy trì và cải tiến HTQLCL theo TCVN ISO 9001:2015 tại phường Đức Thuận',
  }),
  document('audit_plan', {
    type: 'Kế hoạch',
    subject: 'đánh giá nội bộ việc duy trì, cải tiến hệ thống QLCL theo TCVN ISO 9001:2015 tại đơn vị năm 2021',
  }),
  document('qms_document_set', {
    number: '693',
    symbol: 'QĐ-UBND',
    date: '2021-10-27',
    subject: 'công bố danh mục và Quy trình nội bộ áp dụng tại UBND phường Đức Thuận',
  }),
];

/** The whole year, nothing missing. */
export function ducThuan2021(): AnnualInput {
  return {
    unit: { name: 'UBND phường Đức Thuận', kind: 'ward', parentName: 'UBND thị xã Hồng Lĩnh' },
    year: 2021,
    window: { from: '2021-01-01', to: '2021-12-31' },
    months: months(),
    yearly,
    documents: DOCUMENTS,
    settings: { standardCode: 'TCVN ISO 9001:2015', ratio: { mode: 'truncate', decimals: 2 } },
  };
}
