/** Decisions and receipts said in one message, with what belongs to them. Today is Sunday 2026-11-01. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../conversations/parse/command.ts';
import { type DecisionSaid, readDecision } from '../../../conversations/parse/decision.ts';
import { obligationsNamed } from '../../../conversations/parse/obligation-named.ts';
import { type ReceivedSaid, readReceived } from '../../../conversations/parse/received.ts';
import { isIsoDate } from '../../../domain/date.ts';

const TODAY = '2026-11-01';

const DECIDED: [text: string, said: DecisionSaid][] = [
  [
    'dời hạn báo cáo năm đến 20/11 theo văn bản số 12/UBND',
    { kind: 'moved', what: 'báo cáo năm', date: '2026-11-20', decision: '12/UBND' },
  ],
  [
    'gia han bao cao nam den het ngay 20/11 theo cv 12/UBND',
    { kind: 'moved', what: 'bao cao nam', date: '2026-11-20', decision: 'cv 12/UBND' },
  ],
  [
    'dời hạn kế hoạch của phường Bắc Hồng sang ngày 15/4/2027 theo quyết định số 5/QĐ-UBND ngày 1/3/2026',
    {
      kind: 'moved',
      what: 'kế hoạch',
      whom: 'phường Bắc Hồng',
      date: '2027-04-15',
      dated: true,
      decision: 'quyết định số 5/QĐ-UBND ngày 1/3/2026',
    },
  ],
  ['lùi hạn 20/11', { kind: 'moved', date: '2026-11-20' }],
  ['dời hạn kế hoạch', { kind: 'moved', what: 'kế hoạch' }],
  ['đặt mốc kế hoạch 31/3', { kind: 'set_date', what: 'kế hoạch', date: '2027-03-31' }],
  [
    'đặt mốc nội bộ mục tiêu chất lượng trước ngày 15/12',
    { kind: 'set_date', what: 'mục tiêu chất lượng', date: '2026-12-15' },
  ],
  ['đặt hạn kế hoạch năm 2027 31/3', { kind: 'set_date', what: 'kế hoạch', date: '2027-03-31', year: 2027 }],
  ['miễn mục tiêu chất lượng cho Sở Ngoại vụ', { kind: 'waived', what: 'mục tiêu chất lượng', whom: 'Sở Ngoại vụ' }],
  [
    'miễn kế hoạch 2021 cho Sở Y tế vì mới sáp nhập',
    { kind: 'waived', what: 'kế hoạch', whom: 'Sở Y tế', year: 2021, reason: 'mới sáp nhập' },
  ],
  [
    'miễn báo cáo năm cho xã Xuân Lam theo văn bản số 9/UBND, lý do: bão lũ do hoàn lưu',
    { kind: 'waived', what: 'báo cáo năm', whom: 'xã Xuân Lam', decision: '9/UBND', reason: 'bão lũ do hoàn lưu' },
  ],
  ['miễn MTCL', { kind: 'waived', what: 'MTCL' }],
];
const COMMANDS = { set_date: 'set_deadline', moved: 'move_deadline', waived: 'waive' };

describe('a decision', () => {
  it.each(DECIDED)('%s', (text, said) => {
    expect(readDecision(text, TODAY)).toEqual(said);
    expect(readCommand(text, TODAY)?.name).toBe(COMMANDS[said.kind]);
  });

  it.each([
    'dời hạn',
    'đặt mốc',
    'miễn',
    'miễn phí cho dân',
    'miễn là đúng hạn',
    'miễn dịch',
    'miễn giảm 20 hồ sơ',
    'nhận 20, đúng hạn 19',
    'theo dõi kế hoạch',
    'kế hoạch 31/3',
    `dời hạn báo cáo năm đến 20/11 ${'x '.repeat(200)}`,
  ])('is not said by: %s', (text) => {
    expect(readDecision(text, TODAY)).toBeUndefined();
  });

  it('without a number in it rests on no document', () => {
    expect(readDecision('dời hạn báo cáo năm đến 20/11 theo chỉ đạo', TODAY)).not.toHaveProperty('decision');
  });

  it('is read of any text without a mistake', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('dời hạn ', 'đặt mốc ', 'miễn '),
        fc.string({ unit: 'binary', maxLength: 200 }),
        (lead, tail) => {
          const { date = TODAY } = readDecision(lead + tail, TODAY) ?? {};
          expect(isIsoDate(date)).toBe(true);
        },
      ),
    );
  });
});

const RECEIVED: [text: string, said: ReceivedSaid][] = [
  ['đã nhận kế hoạch của Sở Ngoại vụ, Sở Xây dựng', { what: 'kế hoạch', whose: 'Sở Ngoại vụ, Sở Xây dựng' }],
  ['da nhan ke hoach 2021 cua So Ngoai vu', { what: 'ke hoach', whose: 'So Ngoai vu', year: 2021 }],
  ['đã nhận được báo cáo năm 2026 từ phường Bắc Hồng.', { what: 'báo cáo', whose: 'phường Bắc Hồng', year: 2026 }],
  ['ghi đã nhận mục tiêu chất lượng', { what: 'mục tiêu chất lượng' }],
  ['đã nhận MTCL của Sở Y tế', { what: 'MTCL', whose: 'Sở Y tế' }],
];

describe('what was received', () => {
  it.each(RECEIVED)('%s', (text, said) => {
    expect(readReceived(text)).toEqual(said);
    expect(readCommand(text, TODAY)?.name).toBe('received');
  });

  it.each([
    'đã nhận 215 hồ sơ',
    'đã nhận',
    'đã nhận rồi',
    'đã nhận được tin',
    'nhận kế hoạch của Sở Y tế',
    'đã nhận Kế hoạch số 15/KH-UBND',
    'đã nhận hồ sơ của dân',
  ])('is not said by: %s', (text) => {
    expect(readReceived(text)).toBeUndefined();
  });
});

const OBLIGATIONS = [
  { id: 'DN-1.1', name: 'Kế hoạch duy trì, cải tiến HTQLCL trong năm', short: 'Kế hoạch' },
  { id: 'DN-1.2', name: 'Mục tiêu chất lượng của cơ quan trong năm', short: 'MTCL' },
  { id: 'DN-1.4a', name: 'Mục tiêu chất lượng của từng phòng ban, đơn vị trực thuộc' },
  { id: 'DN-1.6a', name: 'Đánh giá nội bộ' },
  { id: 'DN-1.6b', name: 'Khắc phục, cải tiến và đánh giá lại sau đánh giá nội bộ' },
  { id: 'QN-1b', name: 'Kế hoạch đào tạo, bồi dưỡng nghiệp vụ' },
  { id: 'QN-1d', name: 'Báo cáo năm tình hình, kết quả áp dụng ISO', short: 'Báo cáo năm' },
];

describe('an obligation named', () => {
  it.each([
    ['kế hoạch', 'DN-1.1'],
    ['ke hoach', 'DN-1.1'],
    ['KH', 'DN-1.1'],
    ['kế hoạch đào tạo', 'QN-1b'],
    ['MTCL', 'DN-1.2'],
    ['mục tiêu chất lượng', 'DN-1.2'],
    ['mục tiêu chất lượng của từng phòng', 'DN-1.4a'],
    ['báo cáo năm', 'QN-1d'],
    ['bc năm', 'QN-1d'],
    ['báo cáo', 'QN-1d'],
    ['đánh giá nội bộ', 'DN-1.6a'],
    ['khắc phục', 'DN-1.6b'],
    ['cải tiến', 'DN-1.1'],
    ['đánh giá', 'DN-1.6a DN-1.6b'],
    ['rà soát', ''],
    ['a', ''],
    ['', ''],
    ['…', ''],
  ])('%s', (words, ids) => {
    expect(
      obligationsNamed(words, OBLIGATIONS)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(ids);
  });
});
