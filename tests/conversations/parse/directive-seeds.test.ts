/**
 * The full texts of the seed directives against their tasks as a person listed them: for each row how often it is owed,
 * by when, what shows it, to whom it goes. Rows that are remarks and not tasks (821: the score of the reform index) are
 * not expected.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type DraftItem, readDirectiveText } from '../../../conversations/parse/directive/text.ts';

const textOf = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`./directives/${name}.txt`, import.meta.url)), 'utf8');

const TODAY = '2021-05-25';

interface Row {
  /** The row of the list. */
  id: string;
  /** Words its title begins with. */
  title: string;
  often: 'YR' | 'CONT' | 'EVT';
  due?: DraftItem['deadline'];
  trigger?: string;
  roles?: string[];
  to?: string;
  who?: string;
  unsure?: string[];
}

const before = (day: number, month: number) => ({ kind: 'fixed', day, month, exclusive: true }) as const;
const DISTRICTS = 'UBND các huyện, thị xã, thành phố';
const OFTEN = { yearly: 'YR', continuous: 'CONT', on_event: 'EVT' } as const;

const DONG_NAI: Row[] = [
  {
    id: 'DN-1.1',
    title: 'Xây dựng Kế hoạch duy trì và cải tiến',
    often: 'YR',
    roles: ['maintenance_plan'],
    to: 'Sở KH&CN',
    unsure: ['recurrence'],
  },
  {
    id: 'DN-1.2',
    title: 'Xây dựng mục tiêu chất lượng của cơ quan',
    often: 'YR',
    roles: ['quality_objectives'],
    unsure: ['recurrence'],
  },
  { id: 'DN-1.3', title: 'Thường xuyên rà soát', often: 'CONT', roles: ['document_list', 'qms_document_set'] },
  {
    id: 'DN-1.4a',
    title: 'Xác định mục tiêu chất lượng của từng phòng ban',
    often: 'YR',
    roles: ['quality_objectives'],
    unsure: ['recurrence'],
  },
  { id: 'DN-1.4b', title: 'Nhận diện, đánh giá những rủi ro', often: 'CONT' },
  {
    id: 'DN-1.5',
    title: 'Hướng dẫn, phổ biến nhận thức về ISO',
    often: 'YR',
    roles: ['training'],
    unsure: ['recurrence'],
  },
  {
    id: 'DN-1.6a',
    title: 'Đánh giá nội bộ',
    often: 'YR',
    roles: ['audit_report', 'audit_plan'],
    unsure: ['recurrence'],
  },
  {
    id: 'DN-1.6b',
    title: 'Khắc phục, cải tiến và tiến hành đánh giá lại',
    often: 'EVT',
    due: { kind: 'after_event', days: 30 },
    trigger: 'internal_audit',
    roles: ['corrective_action_record'],
  },
  {
    id: 'DN-1.7',
    title: 'Tổ chức họp xem xét lãnh đạo',
    often: 'YR',
    roles: ['management_review_record'],
    unsure: ['recurrence'],
  },
  {
    id: 'DN-1.8',
    title: 'Công bố lại nếu có sự điều chỉnh',
    often: 'EVT',
    due: { kind: 'on_event' },
    trigger: 'scope_change',
    roles: ['qms_announcement'],
    to: 'Sở KH&CN',
  },
  { id: 'DN-2.1', title: 'Kiến nghị, đề xuất đơn giản hóa', often: 'YR', unsure: ['recurrence'] },
  { id: 'DN-2.2', title: 'Đưa vào sử dụng kịp thời', often: 'CONT' },
  {
    id: 'DN-2.3',
    title: 'Mở rộng phạm vi áp dụng HTQLCL cho các công việc nội bộ',
    often: 'EVT',
    trigger: 'internal_work',
    roles: ['qms_document_set'],
  },
  { id: 'DN-2.4', title: 'Các hoạt động cải tiến khác', often: 'CONT' },
  { id: 'DN-3', title: 'Cân đối nội dung và mức chi', often: 'YR', unsure: ['recurrence'] },
];

const NHON_TRACH: Row[] = [
  {
    id: 'NT-1',
    title: 'Chủ trì nghiên cứu, tham mưu UBND huyện',
    often: 'YR',
    who: 'Phòng Kinh tế',
    unsure: ['recurrence', 'who'],
  },
  { id: 'NT-2', title: 'Phối hợp nghiên cứu, tham mưu', often: 'CONT' },
  {
    id: 'NT-3',
    title: 'Khi có khó khăn, vướng mắc, kịp thời báo cáo UBND huyện',
    often: 'EVT',
    trigger: 'difficulty',
    to: 'UBND huyện',
  },
];

const SCIENCE = 'Sở Khoa học và Công nghệ';
const QUANG_NGAI: Row[] = [
  { id: 'QN-1a', title: 'Quyết tâm, chỉ đạo bộ máy cơ quan', often: 'CONT' },
  {
    id: 'QN-1b',
    title: 'Có kế hoạch đào tạo, bồi dưỡng nghiệp vụ',
    often: 'YR',
    roles: ['training'],
    unsure: ['recurrence'],
  },
  { id: 'QN-1c', title: 'Bố trí nhân lực', often: 'CONT', roles: ['steering_committee_renewed'] },
  {
    id: 'QN-1d',
    title: 'Báo cáo tình hình, kết quả thực hiện',
    often: 'YR',
    due: before(15, 11),
    to: `cơ quan thường trực (${SCIENCE})`,
  },
  { id: 'QN-2a', title: 'Thực hiện các nội dung tại khoản 1', often: 'CONT', who: DISTRICTS, unsure: ['who'] },
  { id: 'QN-2b', title: 'Thường xuyên đôn đốc, kiểm tra', often: 'CONT', who: DISTRICTS, unsure: ['who'] },
  { id: 'QN-2c', title: 'Nghiêm túc thực hiện công tác áp dụng', often: 'CONT' },
  {
    id: 'QN-2d',
    title: 'Tổng hợp chung tình hình, kết quả',
    often: 'YR',
    due: before(15, 11),
    who: DISTRICTS,
    unsure: ['who'],
  },
  { id: 'QN-3', title: 'Dự toán, bố trí kinh phí', often: 'YR' },
  {
    id: 'QN-4a',
    title: 'Mở các lớp đào tạo',
    often: 'YR',
    roles: ['training'],
    who: SCIENCE,
    unsure: ['recurrence', 'who'],
  },
  {
    id: 'QN-4b',
    title: 'Kiểm tra việc duy trì, áp dụng và cải tiến',
    often: 'YR',
    who: SCIENCE,
    unsure: ['recurrence', 'who'],
  },
  {
    id: 'QN-4c',
    title: 'Báo cáo cấp có thẩm quyền',
    often: 'YR',
    to: 'cấp có thẩm quyền',
    who: SCIENCE,
    unsure: ['recurrence', 'who'],
  },
  { id: 'QN-5', title: 'Nghiêm túc triển khai thực hiện', often: 'CONT' },
];

/** An item in the form the lists are written in, with as much of its title as the row names. */
const rowOf = (item: DraftItem, { id, title }: Row): Row => ({
  id,
  title: item.title.slice(0, title.length),
  often: OFTEN[item.recurrence],
  ...(item.deadline ? { due: item.deadline } : {}),
  ...(item.trigger ? { trigger: item.trigger } : {}),
  ...(item.roles.length > 0 ? { roles: item.roles } : {}),
  ...(item.recipient === undefined ? {} : { to: item.recipient }),
  ...(item.who === undefined ? {} : { who: item.who }),
  ...(item.unsure.length > 0 ? { unsure: item.unsure } : {}),
});

const SEEDS: [string, Row[], { number: string | null; symbol: string; date: string | null }, string][] = [
  ['dong-nai-821', DONG_NAI, { number: '821', symbol: 'SKHCN-TĐC', date: '2021-05-17' }, SCIENCE],
  ['nhon-trach-4041', NHON_TRACH, { number: '4041', symbol: 'UBND-KHCN', date: '2021-05-24' }, 'Chủ tịch UBND huyện'],
  ['quang-ngai', QUANG_NGAI, { number: null, symbol: 'UBND-KGVX', date: null }, 'Chủ tịch UBND tỉnh'],
];

describe.each(SEEDS)('the directive %s', (name, rows, citation, issuer) => {
  const read = readDirectiveText(textOf(name), TODAY);

  it('is read into exactly the tasks a person lists', () => {
    expect(
      read.items.map((item, at) => rowOf(item, rows[at] ?? { id: 'too many', title: item.title, often: 'YR' })),
    ).toEqual(rows);
  });

  it('is known by its number, date and issuer', () => {
    expect(read.citation).toMatchObject(citation);
    expect(read.issuer).toBe(issuer);
  });

  it('has titles that fit two lines of a phone, and the sentences they come from', () => {
    for (const { title, text } of read.items) {
      expect(title.length).toBeLessThanOrEqual(80);
      expect(text.length).toBeLessThanOrEqual(300);
    }
  });
});

describe('two letters pasted as one', () => {
  it('are read one after the other, under the number of the first', () => {
    const read = readDirectiveText(`${textOf('nhon-trach-4041')}\n${textOf('dong-nai-821')}`, TODAY);
    expect(read.citation?.number).toBe('4041');
    expect(read.items.map(({ title }) => title.slice(0, 12))).toEqual(
      [...NHON_TRACH, ...DONG_NAI].map(({ title }) => title.slice(0, 12)),
    );
  });
});

describe('a letter cut by the chat', () => {
  it.each([300, 900, 1500, 2500])('between two paragraphs near %i characters is read as if it were whole', (near) => {
    const whole = textOf('quang-ngai');
    const cut = whole.indexOf('\n\n', near);
    const read = readDirectiveText([whole.slice(0, cut), whole.slice(cut)].join('\n'), TODAY);
    expect(read.items).toEqual(readDirectiveText(whole, TODAY).items);
  });
});
