/** The documents a practice commune issues in a year, each told with the month it was issued in. */
import type { Citation } from '../domain/citation.ts';
import { type Period, periodMonth, periodYear } from '../domain/period.ts';
import { between } from './chance.ts';
import { weekdayFrom } from './month.ts';
import type { Office } from './office.ts';

/** What is issued in a month: kind, symbol (none for a document without a number), first day it may be of, subject. */
type Draft = readonly [type: string, symbol: string | null, day: number, subject: string];

const STANDARD = 'TCVN ISO 9001:2015';

const BY_MONTH: Readonly<Record<number, (year: number) => readonly Draft[]>> = {
  1: (year) => [
    ['Danh mục', null, 0, `tài liệu hệ thống quản lý chất lượng theo ${STANDARD} năm ${year}`],
    ['Quyết định', 'QĐ-UBND', 8, `ban hành Chính sách chất lượng năm ${year}`],
    ['Quyết định', 'QĐ-UBND', 8, `ban hành Mục tiêu chất lượng năm ${year}`],
  ],
  2: (year) => [
    ['Kế hoạch', 'KH-UBND', 24, `duy trì, cải tiến hệ thống quản lý chất lượng theo ${STANDARD} năm ${year}`],
  ],
  3: () => [
    [
      'Quyết định',
      'QĐ-UBND',
      12,
      `kiện toàn Ban chỉ đạo duy trì, cải tiến hệ thống quản lý chất lượng theo ${STANDARD}`,
    ],
    [
      'Quyết định',
      'QĐ-BCĐ',
      17,
      'ban hành Quy chế hoạt động của Ban chỉ đạo duy trì, cải tiến hệ thống quản lý chất lượng',
    ],
  ],
  5: () => [['Quyết định', 'QĐ-UBND', 20, 'ban hành quy trình nội bộ giải quyết thủ tục hành chính']],
  12: () => [['Quyết định', 'QĐ-UBND', 3, `công bố Hệ thống quản lý chất lượng phù hợp ${STANDARD}`]],
};

/** Documents of the internal audit: months counted from the audit's own. */
const BY_AUDIT: Readonly<Record<number, (year: number) => readonly Draft[]>> = {
  [-1]: (year) => [['Kế hoạch', 'KH-UBND', 19, `đánh giá nội bộ hệ thống quản lý chất lượng năm ${year}`]],
  0: (year) => [['Báo cáo', 'BC-UBND', 22, `đánh giá nội bộ hệ thống quản lý chất lượng năm ${year}`]],
  1: () => [
    ['Biên bản', null, 10, 'kiểm tra hành động khắc phục sau đánh giá nội bộ'],
    ['Biên bản', null, 13, 'họp xem xét của lãnh đạo về hệ thống quản lý chất lượng'],
  ],
};

/** What the office issued in a month, as it was cited to the bot. */
export function documentsOfMonth(office: Office, period: Period): Citation[] {
  const [year, month] = [periodYear(period), periodMonth(period)];
  const drafts = [...(BY_MONTH[month]?.(year) ?? []), ...(BY_AUDIT[month - office.auditMonth]?.(year) ?? [])];
  return drafts.map((draft, place) => citation(office, period, draft, place));
}

function citation(office: Office, period: Period, [type, symbol, day, subject]: Draft, place: number): Citation {
  // Numbers grow over the year, and by one between two documents of a day.
  const number = periodMonth(period) * 18 - between(4, 15, office.unit, period, 'number') + place;
  return {
    type,
    number: symbol === null ? null : String(symbol.endsWith('BCĐ') ? 1 : number),
    year_in_code: null,
    symbol,
    date: day === 0 ? null : weekdayFrom(period, day),
    issuer: symbol === null ? null : symbol.endsWith('BCĐ') ? 'Ban chỉ đạo' : office.issuer,
    subject,
    raw: subject,
  };
}
