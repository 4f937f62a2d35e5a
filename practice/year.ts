/** What a practice commune answered once for its year: counts, money, points, and the paragraphs of its report. */
import { NIL, value } from '../domain/figure.ts';
import { indicatorsOf } from '../domain/indicator.ts';
import { periodsOfYear } from '../domain/period.ts';
import { type Figures, figuresOfMonth } from './month.ts';
import type { Office } from './office.ts';

/** Dossiers that arose and were withdrawn before they were received: "phát sinh" is a figure of its own. */
const WITHDRAWN = 17;

/** Every yearly answer; the report of the year has no gap because of one. */
export function figuresOfYear(office: Office, year: number): Figures {
  const figures: Figures = {};
  for (const name of indicatorsOf('year')) figures[name] = NIL;
  return { ...figures, ...counts(office, year), ...points(office), ...paragraphs(year) };
}

function counts(office: Office, year: number): Figures {
  const received = periodsOfYear(year).map((period) => {
    const { received: figure } = figuresOfMonth(office, period);
    return figure?.kind === 'value' ? Number(figure.value) : 0;
  });
  return {
    dossiers_generated: value(received.reduce((sum, each) => sum + each, WITHDRAWN)),
    inspections_received: value(1),
    announcement_count_total: value(3),
    announcement_count_in_year: value(1),
    internal_processes_count: value(6),
    budget_from_superior: NIL,
    budget_own_source: value(`trong ngân sách chi thường xuyên bố trí cho cải cách hành chính năm ${year}`),
  };
}

function points({ scores, selfScore }: Office): Figures {
  const [first, second, third, fourth, fifth, sixth] = scores;
  return {
    score_basis: value('Bộ chỉ số cải cách hành chính của tỉnh'),
    self_score: value(selfScore),
    self_score_max: value(5),
    score_7_2_1: value(first),
    score_7_2_2: value(second),
    score_7_2_3: value(third),
    score_7_2_4: value(fourth),
    score_7_2_5: value(fifth),
    score_7_2_6: value(sixth),
  };
}

const paragraphs = (year: number): Figures => ({
  propaganda_narrative: value(
    'Lồng ghép nội dung hệ thống quản lý chất lượng trong các cuộc họp giao ban hằng tháng\nTuyên truyền trên hệ thống truyền thanh và tại bộ phận tiếp nhận và trả kết quả',
  ),
  corrective_action_status: value('các bộ phận đã khắc phục xong các nội dung đoàn đánh giá nêu'),
  advantages: value('Quy trình phù hợp với công việc thực tế nên việc áp dụng tương đối thuận lợi'),
  year_difficulties: value('Kinh phí bố trí cho công tác ISO còn hạn chế; cán bộ phụ trách phải kiêm nhiệm'),
  strengths: value(
    'Hồ sơ, tài liệu được sắp xếp, kiểm soát thống nhất, dễ tra cứu\nViệc giải quyết thủ tục hành chính theo cơ chế một cửa ngày càng nền nếp',
  ),
  weaknesses: value(
    'Thủ tục hành chính thay đổi thường xuyên nên việc cập nhật quy trình nội bộ có lúc chưa kịp thời\nMột số mẫu biểu chưa được dùng thống nhất giữa các bộ phận',
  ),
  solutions: value(
    'Phân công rõ người cập nhật quy trình khi có quyết định công bố thủ tục hành chính mới\nKiểm tra việc dùng mẫu biểu hằng quý',
  ),
  next_plan: value(`Rà soát, cập nhật quy trình nội bộ và tổ chức đánh giá nội bộ năm ${year + 1} theo kế hoạch`),
  proposals: value('Đề nghị hằng năm mở lớp tập huấn về hệ thống quản lý chất lượng cho cán bộ cấp xã'),
});
