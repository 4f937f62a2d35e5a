/**
 * The fields an annual report's template may use, by the names officials give them. Texts carry their marks for what
 * is missing; conditions decide which sentences stand. A condition about something unknown holds, so that the sentence
 * with its mark is seen.
 */
import { officialDate } from '../domain/document.ts';
import type { IndicatorName } from '../domain/indicator.ts';
import { INDICATORS } from '../domain/indicator.ts';
import { ratio } from '../domain/ratio.ts';
import { formatNumber } from '../locales/format.ts';
import type { AnnualInput } from './annual.ts';
import { documentFields } from './annual-documents.ts';
import { lineageFields } from './annual-lineage.ts';
import type { Facts } from './annual-totals.ts';
import { unitFields } from './annual-unit.ts';
import type { Fields } from './word-template.ts';
import { countText, linesOf, MISSING_DATE, MISSING_TEXT, missingFigure, phraseOf } from './wording.ts';

/** Fields that are one figure of the catalogue. */
const FIGURES: Readonly<Record<string, IndicatorName>> = {
  'Số lượt cán bộ được đào tạo': 'training_attendees',
  'Số lớp tập huấn': 'training_courses_hosted',
  'Tổng số TTHC': 'procedures_total',
  'Số TTHC sửa đổi, bổ sung': 'procedures_amended',
  'Số TTHC ban hành mới': 'procedures_new',
  'Số TTHC bãi bỏ': 'procedures_repealed',
  'Số hồ sơ phát sinh': 'dossiers_generated',
  'Số hồ sơ kỳ trước chuyển qua': 'carried_over',
  'Tổng số hồ sơ đã tiếp nhận': 'received',
  'Số hồ sơ tiếp nhận trực tuyến': 'received_online',
  'Số hồ sơ tiếp nhận trực tiếp': 'received_direct',
  'Số hồ sơ đã giải quyết': 'resolved',
  'Số hồ sơ giải quyết trước hạn': 'resolved_early',
  'Số hồ sơ giải quyết đúng hạn': 'resolved_on_time',
  'Số hồ sơ giải quyết quá hạn': 'resolved_late',
  'Tổng số hồ sơ đang giải quyết': 'pending_total',
  'Số hồ sơ đang giải quyết trong hạn': 'pending_in_time',
  'Số hồ sơ đang giải quyết quá hạn': 'pending_overdue',
  'Số lần đánh giá nội bộ': 'audit_done',
  'Ngày đánh giá nội bộ': 'audit_date',
  'Số điểm không phù hợp nhẹ': 'minor_nonconformities',
  'Số điểm không phù hợp nặng': 'major_nonconformities',
  'Số điểm khuyến nghị': 'recommendations',
  'Số điểm lưu ý': 'observations',
  'Ngày khắc phục': 'corrective_action_date',
  'Tình trạng khắc phục': 'corrective_action_status',
  'Ngày xem xét của lãnh đạo': 'management_review_date',
  'Số lần công bố': 'announcement_count_total',
  'Số quy trình nội bộ': 'internal_processes_count',
  'Số cuộc kiểm tra': 'inspections_received',
  'Lý do quá hạn': 'late_reason',
  'Kinh phí cấp trên cấp': 'budget_from_superior',
  'Kinh phí tự bố trí': 'budget_own_source',
  'Căn cứ chấm điểm': 'score_basis',
  'Điểm tự chấm': 'self_score',
  'Điểm tối đa': 'self_score_max',
  'Điểm tiêu chí 7.2.1': 'score_7_2_1',
  'Điểm tiêu chí 7.2.2': 'score_7_2_2',
  'Điểm tiêu chí 7.2.3': 'score_7_2_3',
  'Điểm tiêu chí 7.2.4': 'score_7_2_4',
  'Điểm tiêu chí 7.2.5': 'score_7_2_5',
  'Điểm tiêu chí 7.2.6': 'score_7_2_6',
  'Thuận lợi': 'advantages',
  'Khó khăn': 'year_difficulties',
};

/** Fields that are a list of paragraphs, `{Nội dung}` each. */
const NARRATIVES: Readonly<Record<string, IndicatorName>> = {
  'Công tác tuyên truyền': 'propaganda_narrative',
  'Ưu điểm': 'strengths',
  'Tồn tại': 'weaknesses',
  'Giải pháp': 'solutions',
  'Kế hoạch': 'next_plan',
  'Kiến nghị': 'proposals',
};

export function annualFields(input: AnnualInput, facts: Facts): Fields {
  const { standardCode } = input.settings;
  return {
    ...unitFields(input.unit),
    Năm: String(input.year),
    'Tiêu chuẩn': standardCode,
    'Tiêu chuẩn ISO': standardCode.replace(/^TCVN\s+/, ''),
    'Từ ngày': officialDate(input.window.from),
    'Đến ngày': officialDate(input.window.to),
    'Giai đoạn kế hoạch': planTerm(input.year),
    ...Object.fromEntries(Object.entries(FIGURES).map(([field, name]) => [field, figureText(name, facts)])),
    ...Object.fromEntries(Object.entries(NARRATIVES).map(([field, name]) => [field, paragraphs(name, facts)])),
    'Số lần công bố trong năm': isNone(facts, 'announcement_count_in_year')
      ? 'Không'
      : `${figureText('announcement_count_in_year', facts)} lần`,
    ...lineageFields(input.merged ?? []),
    ...rates(facts, input),
    ...conditions(facts),
    ...documentFields(input.documents, countOf(facts, 'announcement_count_total')),
  };
}

/** A figure, date or text as printed, with the mark for what is missing of it. */
function figureText(name: IndicatorName, facts: Facts): string {
  const fact = facts[name];
  if (fact?.value === undefined) return missingWords(name);
  const known = printed(name, fact.value);
  return fact.missing.length === 0 ? known : `${known} ${missingFigure(fact.missing)}`;
}

function missingWords(name: IndicatorName): string {
  const { kind } = INDICATORS[name];
  if (kind === 'text' && !isScore(name)) return MISSING_TEXT;
  return kind === 'date' ? MISSING_DATE : missingFigure();
}

function printed(name: IndicatorName, value: number | string): string {
  const { kind } = INDICATORS[name];
  if (typeof value === 'number') return kind === 'points' ? formatNumber(value) : countText(value);
  if (kind === 'date') return value === '' ? 'chưa thực hiện' : officialDate(value);
  const phrase = phraseOf(value) || 'không';
  return isScore(name) ? phrase.replace(/\s*điểm$/i, '') : phrase;
}

/** Points of a component criterion, written "0,5/0,5"; the outline itself says "điểm" after them. */
const isScore = (name: IndicatorName): boolean => name.startsWith('score_7_2_');

function countOf(facts: Facts, name: IndicatorName): number | undefined {
  const value = facts[name]?.value;
  return typeof value === 'number' ? value : undefined;
}

function paragraphs(name: IndicatorName, facts: Facts): { 'Nội dung': string }[] {
  const value = facts[name]?.value;
  const lines = value === undefined ? [MISSING_TEXT] : linesOf(String(value));
  return (lines.length === 0 ? ['Không.'] : lines).map((line) => ({ 'Nội dung': line }));
}

/** True when it is known that there was nothing; a total with silent months is not known to be nothing. */
function isNone(facts: Facts, name: IndicatorName): boolean {
  const fact = facts[name];
  return fact !== undefined && (fact.value === 0 || fact.value === '') && fact.missing.length === 0;
}

function conditions(facts: Facts): Fields {
  const isDated = (name: IndicatorName) => facts[name]?.value !== undefined && facts[name].value !== '';
  return {
    'Có kỳ trước chuyển qua': !isNone(facts, 'carried_over'),
    'Có quá hạn': facts.late_reason !== undefined,
    'Có đang giải quyết quá hạn': !isNone(facts, 'pending_overdue'),
    'Có đánh giá nội bộ': facts.audit_date !== undefined,
    'Có nội dung phải khắc phục': facts.corrective_action_date !== undefined,
    'Đã khắc phục': isDated('corrective_action_date'),
    'Đã xem xét của lãnh đạo': isDated('management_review_date'),
    'Không được cấp kinh phí': isNone(facts, 'budget_from_superior'),
    'Có cử cán bộ đào tạo': !isNone(facts, 'training_attendees'),
    'Có cuộc kiểm tra': !isNone(facts, 'inspections_received'),
  };
}

/** Rates in percent of the dossiers received, as Sở Công Thương Đồng Nai 2022 computes them. */
function rates(facts: Facts, { settings }: AnnualInput): Fields {
  const rate = (...names: IndicatorName[]): string => {
    const all = [...names, 'received' as const].map((name) => facts[name]);
    const amounts = all.map((fact) => (fact?.missing.length === 0 ? fact.value : undefined));
    if (amounts.some((value) => typeof value !== 'number')) return missingFigure();
    const parts = amounts.slice(0, -1).reduce<number>((sum, value) => sum + Number(value), 0);
    return ratio(parts, Number(amounts.at(-1)), settings.ratio) ?? 'không';
  };
  return {
    'Tỷ lệ trực tuyến': rate('received_online'),
    'Tỷ lệ đúng hạn': rate('resolved_early', 'resolved_on_time'),
    'Tỷ lệ quá hạn': rate('resolved_late'),
  };
}

/** The rest of the five-year plan a report looks forward to: 2021 → "GIAI ĐOẠN 2022-2025", 2024 → "NĂM 2025". */
function planTerm(year: number): string {
  const next = year + 1;
  const end = Math.ceil(next / 5) * 5;
  return next === end ? `NĂM ${next}` : `GIAI ĐOẠN ${next}-${end}`;
}
