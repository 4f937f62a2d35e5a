/** Every doubt is precise enough to ask a question, and nothing a person can type makes the reader fail. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askNamed } from '../../../conversations/parse/ask.ts';
import { type Ask, toParseAnswer, understand } from '../../../conversations/parse/understand.ts';
import { isIndicator } from '../../../domain/indicator.ts';

const TODAY = '2026-11-20';
const read = (text: string, ask?: Ask) => understand(text, { today: TODAY, ...(ask && { ask }) });

describe('a doubt says what to ask', () => {
  it.each<[string, Ask | undefined, object]>([
    ['nhận 2,246 hs', undefined, { reason: 'decimal', ask: 'received', proposal: 2246, text: '2,246' }],
    ['2,246', 'received', { reason: 'decimal', ask: 'received', proposal: 2246, text: '2,246' }],
    ['2k2', 'received', { reason: 'shorthand', ask: 'received', proposal: 2200, text: '2k2' }],
    ['trễ -5', undefined, { reason: 'negative', ask: 'resolved_late', proposal: 5, text: '5' }],
    ['nhận khoảng 200', undefined, { reason: 'approximate', ask: 'received', proposal: 200, text: '200' }],
    ['tồn 33', undefined, { reason: 'which_figure', candidates: ['carried_over', 'pending_total'], value: 33 }],
    ['th 12', undefined, { reason: 'which_figure', candidates: ['resolved_early', 'resolved_late'], value: 12 }],
    [
      '2 kph',
      undefined,
      { reason: 'which_figure', candidates: ['minor_nonconformities', 'major_nonconformities'], value: 2 },
    ],
    ['nhận và giải quyết 215', undefined, { reason: 'which_figure', candidates: ['received', 'resolved'], value: 215 }],
    [
      'gq đúng và trước hạn 2209',
      undefined,
      { reason: 'split_unknown', candidates: ['resolved_early', 'resolved_on_time'], value: 2209 },
    ],
    ['2 người', 'received', { reason: 'uncertain', ask: 'received', proposal: 2, text: '2 người' }],
    ['trang 215', 'received', { reason: 'uncertain', ask: 'received', proposal: 215, text: 'trang 215' }],
    ['ba nhân bốn', 'received', { reason: 'several', ask: 'received', text: 'ba nhân bốn' }],
    ['không phải đánh giá 17/9', 'audit_date', { reason: 'which_date', dates: ['2026-09-17'], ask: 'audit_date' }],
    ['có, 31/9', 'audit_done', { reason: 'impossible_date', text: '31/9', ask: 'audit_date' }],
    ['nhận 215, nhận 216', undefined, { reason: 'conflict', ask: 'received', values: [215, 216] }],
    ['nhận 215, trễ 2, còn lại đúng hạn', undefined, { reason: 'rest_unknown', ask: 'resolved_on_time' }],
    ['chưa có số liệu', 'received', { reason: 'no_data', ask: 'received' }],
    ['chưa có quá hạn', undefined, { reason: 'no_data', ask: 'resolved_late' }],
    ['trước hạn 95%', undefined, { reason: 'percent', ask: 'resolved_early', text: '%' }],
    ['31/9', 'audit_date', { reason: 'impossible_date', text: '31/9', ask: 'audit_date' }],
    ['đánh giá nội bộ tháng 9/2022', undefined, { reason: 'day_missing', month: 9, year: 2022, ask: 'audit_date' }],
    ['ngày 5', 'audit_date', { reason: 'month_missing', day: 5, ask: 'audit_date' }],
    ['mùng 5 tháng 8', 'audit_date', { reason: 'lunar_date', day: 5, month: 8, ask: 'audit_date' }],
    ['khắc phục 30/12/2026', undefined, { reason: 'future_date', date: '2026-12-30', ask: 'corrective_action_date' }],
    ['thứ sáu', 'audit_date', { reason: 'which_date', dates: ['2026-11-13', '2026-11-20'], ask: 'audit_date' }],
    ['thứ hai 17/9', 'audit_date', { reason: 'weekday_mismatch', date: '2026-09-17', weekday: 1, ask: 'audit_date' }],
    ['tháng 9 nhận 200, tháng 10 trễ 2', undefined, { reason: 'which_month', months: [{ month: 9 }, { month: 10 }] }],
    ['dạ', 'yes_no', { reason: 'seen' }],
    ['trời mưa to quá', undefined, { reason: 'not_understood' }],
    ['xin chào', undefined, { reason: 'seen' }],
  ])('%j', (text, ask, doubt) => {
    const understood = read(text, ask);
    expect(understood.doubts).toEqual([doubt]);
    expect(understood.ambiguous).toBe(true);
  });
});

describe('understand', () => {
  it('keeps what is certain and asks for the rest', () => {
    const understood = read('gq đúng và trước hạn 2209, quá hạn 2');
    expect(understood.figures).toEqual({ resolved_late: 2 });
    expect(toParseAnswer(understood)).toEqual({ resolved_late: 2, ambiguous: true });
  });

  it('tells "không phát sinh" from "chưa có số liệu"', () => {
    expect(read('không phát sinh', 'received')).toMatchObject({ number: 0, nothing: 'nil', ambiguous: false });
    const unknown = read('chưa có số liệu', 'received');
    expect(unknown).toMatchObject({ nothing: 'no_data', ambiguous: true });
    expect(unknown.number).toBeUndefined();
  });

  it('reads the events of a month with their dates', () => {
    const understood = read('đánh giá 17/9/2021, khắc phục 30/9, lãnh đạo xem xét 30/9');
    expect(understood).toMatchObject({ auditDone: true, auditDate: '2021-09-17', correctiveActionDone: true });
    expect(understood.dates).toEqual({
      audit_date: '2021-09-17',
      corrective_action_date: '2021-09-30',
      management_review_date: '2021-09-30',
    });
  });

  it('keeps the corrective action open when it is not done', () => {
    expect(read('đánh giá rồi nhưng chưa khắc phục')).toMatchObject({ auditDone: true, correctiveActionDone: false });
  });

  it('names the month a message speaks of', () => {
    expect(read('tháng 10/2026 nhận 215')).toMatchObject({
      month: { month: 10, year: 2026 },
      figures: { received: 215 },
    });
  });

  it('reads no figure and no date out of a document', () => {
    const understood = read('Kế hoạch số 15/KH-UBND ngày 18/2/2021 về đánh giá nội bộ');
    expect(understood).toMatchObject({ figures: {}, dates: {} });
    expect(understood.auditDone).toBeUndefined();
    expect(toParseAnswer(understood)).toEqual({
      citations: [
        {
          type: 'Kế hoạch',
          number: '15',
          year_in_code: null,
          symbol: 'KH-UBND',
          date: '2021-02-18',
          subject: 'đánh giá nội bộ',
        },
      ],
    });
  });

  it.each([
    ['17/9 theo qđ 40/qđ-ubnd ngày 20/8/2026', 'audit_date', '2026-09-17'],
    ['theo qđ 40/qđ-ubnd ngày 20/8/2026, 17/9', 'audit_date', '2026-09-17'],
    ['không phải 17/9 mà 18/9 theo qđ 40/qđ-ubnd ngày 20/8/2026', 'audit_date', '2026-09-18'],
    ['có, ngày 17/9 theo qđ 40/qđ-ubnd ngày 20/8/2026', 'audit_done', '2026-09-17'],
    ['theo qđ 40/qđ-ubnd ngày 20/8/2026', 'audit_date', undefined],
    ['31/9 theo qđ 40/qđ-ubnd ngày 20/8/2026', 'audit_date', undefined],
    ['17/9 và 18/9 theo qđ 40/qđ-ubnd ngày 20/8/2026', 'audit_date', undefined],
  ] as const)('keeps the document of %j and only the day that is not its own', (text, ask, date) => {
    const found = read(text, ask);
    expect(found.date).toBe(date);
    expect(found.citations).toMatchObject([{ number: '40', date: '2026-08-20' }]);
  });

  it.each(['duyệt', 'duyệt nhé'])('takes %j for no command where something is to be confirmed', (text) => {
    expect(read(text, 'confirm')).toMatchObject({ ambiguous: true });
    expect(read(text, 'confirm').command).toBeUndefined();
    expect(read(text).command).toEqual({ name: 'review' });
    expect(read('xét duyệt', 'confirm').command).toEqual({ name: 'review' });
  });

  it('takes a document named inside the subject of another for a part of that subject, and two beside each other for two', () => {
    const numbers = (text: string) => read(text).citations.map(({ number }) => number);
    expect(numbers('KH 64/KH-UBND ngày 12/5/2023 v/v triển khai thực hiện Quyết định số 06/QĐ-TTg')).toEqual(['64']);
    expect(numbers('QĐ 27/QĐ-UBND về chính sách chất lượng, QĐ 28/QĐ-UBND về mục tiêu')).toEqual(['27', '28']);
  });

  it('takes any text as the answer where words are asked for', () => {
    expect(read('phần mềm lỗi ngày 12/10, khoảng 2 giờ', 'late_reason')).toMatchObject({
      ambiguous: false,
      doubts: [],
    });
  });

  it('does not confirm what is confirmed with a reserve', () => {
    for (const text of ['đúng nhưng trễ là 3', 'có lỗi', 'đúng là 2', 'đúng không']) {
      expect(read(text, 'confirm').yes, text).toBeUndefined();
      expect(read(text, 'confirm').ambiguous, text).toBe(true);
    }
  });
});

describe('askNamed', () => {
  it.each([
    ['received', 'received'],
    ['yes_no', 'yes_no'],
    ['on_time_rate', 'percent'],
    ['issue_date', 'date'],
    ['complaints', 'count'],
    ['no_such_thing', undefined],
    ['', undefined],
  ])('%j is read as %s', (name, ask) => {
    expect(askNamed(name)).toBe(ask);
  });
});

const ASKS: (Ask | undefined)[] = [
  undefined,
  'received',
  'audit_date',
  'yes_no',
  'confirm',
  'percent',
  'late_reason',
  'audit_done',
];
const PIECES = [
  'nhận',
  'gq',
  'trễ',
  'th',
  'tồn',
  'còn lại',
  'đúng hạn',
  'hết',
  'không',
  'k',
  'chưa có',
  'đánh giá',
  'khắc phục',
  'tháng',
  'ngày',
  'năm',
  'thứ sáu',
  'hai trăm',
  'mươi',
  'một',
  '215',
  '2.246',
  '17/9',
  '1',
  '0',
  '%',
  '-',
  ',',
  '.',
  '\n',
  '/',
  '(',
  ')',
  ':',
  '?',
  ' ',
  'QĐ',
  '138/QĐ-UBND',
  'MẬT',
];
const anything = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join('')),
);

describe('any text at all', () => {
  it('is understood without failing, with counts that are counts', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...ASKS), (text, ask) => {
        const understood = read(text, ask);
        for (const [name, value] of Object.entries(understood.figures)) {
          expect(isIndicator(name)).toBe(true);
          expect(Number.isSafeInteger(value) && value >= 0).toBe(true);
        }
        if (ask !== 'late_reason') expect(understood.ambiguous).toBe(understood.doubts.length > 0);
      }),
      { numRuns: 1500 },
    );
  });

  it.each(PIECES.map((piece) => [piece]))('ends, however often %j is repeated', (piece) => {
    for (const joint of ['', ' ', ', ', '\n']) {
      const text = `${piece}${joint}`.repeat(4000).slice(0, 4000);
      for (const ask of [undefined, 'audit_date', 'confirm'] as const)
        expect(read(text, ask).doubts).toBeInstanceOf(Array);
    }
  });

  it('is understood alike the second time', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(read(text)).toEqual(read(text));
      }),
      { numRuns: 200 },
    );
  });

  it('must be asked about a document dated on a day that does not exist', () => {
    const understood = understand('Kế hoạch số 15/KH-UBND ngày 31/9/2021', { today: '2026-11-20' });
    const printed = toParseAnswer(understood);
    expect(printed).toMatchObject({ ambiguous: true, citations: [{ number: '15', date: null }] });
  });
});
