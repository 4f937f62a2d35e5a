/** Invented letters of every shape: what is a task and what is not, deadlines in all their wordings, and no guesses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DraftItem, readDirectiveText } from '../../../conversations/parse/directive/text.ts';

const TODAY = '2026-11-20';
const read = (text: string) => readDirectiveText(text, TODAY);
const titles = (text: string): string[] => read(text).items.map(({ title }) => title);
/** One task of a list. */
const item = (sentence: string): DraftItem => {
  const [only, ...more] = read(`Yêu cầu các đơn vị:\n1. ${sentence}`).items;
  if (!only || more.length > 0) throw new Error(`${more.length + (only ? 1 : 0)} tasks in: ${sentence}`);
  return only;
};
const fixed = (day: number, month: number, exclusive = false) => ({ kind: 'fixed', day, month, exclusive });

describe('a deadline', () => {
  it.each<[string, object, number | undefined]>([
    ['Gửi báo cáo trước ngày 15/11', fixed(15, 11, true), undefined],
    ['Gửi báo cáo trước 28/11', fixed(28, 11, true), undefined],
    ['Gửi báo cáo trước ngày 15 tháng 12 năm 2026', fixed(15, 12, true), 2026],
    ['Gửi báo cáo trước 16h ngày 12/12/2026', fixed(12, 12), 2026],
    ['Gửi báo cáo trước 17 giờ 00 phút, ngày 10/12/2026', fixed(10, 12), 2026],
    ['Gửi báo cáo chậm nhất ngày 30/11/2026', fixed(30, 11), 2026],
    ['Gửi báo cáo chậm nhất là ngày 20/12', fixed(20, 12), undefined],
    ['Gửi báo cáo chậm nhất trước ngày 20/12', fixed(20, 12, true), undefined],
    ['Gửi báo cáo muộn nhất vào ngày 05/12/2026', fixed(5, 12), 2026],
    ['Rà soát quy trình đến hết ngày 31/12/2026', fixed(31, 12), 2026],
    ['Rà soát quy trình trước và trong ngày 10/12', fixed(10, 12), undefined],
    ['Rà soát quy trình, thời hạn hoàn thành: 30/11/2026', fixed(30, 11), 2026],
    ['Nộp hồ sơ, hạn cuối là thứ Sáu, ngày 11/12/2026', fixed(11, 12), 2026],
    ['Hoàn thành đánh giá nội bộ trong tháng 3', fixed(31, 3), undefined],
    ['Hoàn thành đánh giá nội bộ trong tháng 2/2027', fixed(28, 2), 2027],
    ['Tập huấn cho công chức, xong trước tháng 6/2027', fixed(1, 6, true), 2027],
    ['Kiện toàn Ban chỉ đạo ISO trong quý I', fixed(31, 3), undefined],
    ['Kiện toàn Ban chỉ đạo ISO trong quý III năm 2027', fixed(30, 9), 2027],
    ['Kiện toàn Ban chỉ đạo ISO chậm nhất trong quý 4/2026', fixed(31, 12), 2026],
  ])('is read from "%s"', (sentence, deadline, year) => {
    const found = item(sentence);
    expect(found.deadline).toEqual(deadline);
    expect(found.year).toBe(year);
    expect(found.unsure).not.toContain('deadline');
  });

  it.each<[string, object]>([
    ['Khắc phục chậm nhất 30 ngày kể từ ngày đánh giá', { kind: 'after_event', days: 30 }],
    ['Khắc phục trong vòng 02 tuần kể từ khi đánh giá nội bộ', { kind: 'after_event', days: 14 }],
    ['Công bố lại trong thời hạn 15 ngày kể từ ngày thay đổi phạm vi', { kind: 'after_event', days: 15 }],
  ])('is counted from an event in "%s"', (sentence, deadline) => {
    expect(item(sentence)).toMatchObject({ deadline, recurrence: 'on_event', unsure: [] });
  });

  it.each<[string, number, number, number]>([
    ['Gửi danh sách chậm nhất 10 ngày kể từ ngày nhận được văn bản này', 30, 11, 2026],
    ['Gửi danh sách trong vòng 5 ngày làm việc', 27, 11, 2026],
    ['Gửi danh sách trong vòng 03 ngày làm việc kể từ ngày nhận công văn', 25, 11, 2026],
  ])('of a term from now is proposed as a date, and marked: "%s"', (sentence, day, month, year) => {
    expect(item(sentence)).toMatchObject({ deadline: fixed(day, month), year, unsure: ['deadline'] });
  });

  it('of a term from the signing counts from the date of the letter', () => {
    const [found] = read(
      'Số: 12/UBND-VX\nHà Tĩnh, ngày 16 tháng 11 năm 2026\nYêu cầu:\n- Gửi kế hoạch trong vòng 10 ngày kể từ ngày ký.',
    ).items;
    expect(found).toMatchObject({ deadline: fixed(26, 11), year: 2026, unsure: ['deadline'] });
  });

  it.each([
    ['Gửi báo cáo trước ngày 31/9', 'a day that does not exist'],
    ['Nộp báo cáo cuối năm', 'no day at all'],
    ['Định kỳ hằng quý báo cáo kết quả', 'a frequency we have no rule for'],
    ['Gửi kế hoạch trong vòng 10 ngày kể từ ngày họp giao ban', 'an event we do not know'],
  ])('is not guessed from "%s": %s', (sentence) => {
    const found = item(sentence);
    expect(found.deadline).toBeUndefined();
    expect(found.said).not.toBe('');
    expect(found.unsure).toContain('deadline');
  });

  it('that has passed is said to be doubtful', () => {
    expect(item('Gửi kế hoạch trước ngày 30/6/2021')).toMatchObject({ year: 2021, unsure: ['deadline'] });
  });

  it.each([
    'Tổng hợp số liệu tính từ ngày 15/12/2025 đến ngày 14/11/2026',
    'Thực hiện Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 tại đơn vị',
    'Báo cáo số liệu tính đến ngày 14/12/2026 theo mẫu',
  ])('is not the dates of figures or of a document cited: "%s"', (sentence) => {
    const found = read(`Yêu cầu các đơn vị:\n1. ${sentence}`).items[0];
    expect(found?.deadline).toBeUndefined();
  });

  it('of each of two reports is kept apart', () => {
    const { items } = read('Các đơn vị báo cáo 6 tháng trước ngày 15/6 và báo cáo năm trước ngày 15/12 hằng năm.');
    expect(items.map(({ title, deadline }) => [title, deadline])).toEqual([
      ['Báo cáo 6 tháng', fixed(15, 6, true)],
      ['Báo cáo năm', fixed(15, 12, true)],
    ]);
  });
});

describe('how often', () => {
  it.each<[string, string, boolean]>([
    ['Hằng năm báo cáo trước ngày 15/11', 'yearly', true],
    ['Hàng năm, trước ngày 15/11 gửi báo cáo', 'yearly', true],
    ['Báo cáo trước ngày 15/11', 'yearly', false],
    ['Báo cáo trước ngày 15/12/2026', 'yearly', true],
    ['Thường xuyên rà soát các quy trình', 'continuous', true],
    ['Tiếp tục duy trì HTQLCL tại đơn vị', 'continuous', true],
    ['Bố trí từ nguồn chi thường xuyên để lập dự toán ISO', 'yearly', false],
    ['Công bố lại khi có thay đổi phạm vi áp dụng', 'on_event', true],
    ['Báo cáo về Sở khi có khó khăn, vướng mắc', 'on_event', true],
  ])('"%s" is %s, sure: %s', (sentence, recurrence, sure) => {
    const found = item(sentence);
    expect(found.recurrence).toBe(recurrence);
    expect(!found.unsure.includes('recurrence')).toBe(sure);
  });

  it('"nếu có" makes a task optional', () => {
    expect(item('Xây dựng quy trình nội bộ mới (nếu có)').optional).toBe(true);
    expect(item('Xây dựng quy trình nội bộ mới').optional).toBe(false);
  });
});

describe('what is asked', () => {
  it.each<[string, string, string[]]>([
    [
      'one sentence with its reasons',
      'Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014; để tổng hợp, Sở KH&CN đề nghị UBND các xã báo cáo kết quả áp dụng HTQLCL trước ngày 12/12/2026.\nTrân trọng./.',
      ['Báo cáo kết quả áp dụng HTQLCL'],
    ],
    ['a hasty line', 'đề nghị các xã gửi kế hoạch iso trước 28/11', ['Gửi kế hoạch iso']],
    [
      'a report whose contents are listed',
      'Sở KH&CN đề nghị UBND các xã gửi báo cáo năm về Sở trước ngày 20/12/2026 với các nội dung sau:\n- Kết quả đánh giá nội bộ;\n- Khó khăn, vướng mắc.',
      ['Gửi báo cáo năm về Sở'],
    ],
    [
      'letters and plus signs',
      'Đề nghị thực hiện các nội dung sau:\na) Kiện toàn Ban chỉ đạo ISO;\nb) Lập kế hoạch ISO;\n+ Niêm yết công khai TTHC.',
      ['Kiện toàn Ban chỉ đạo ISO', 'Lập kế hoạch ISO', 'Niêm yết công khai TTHC'],
    ],
    [
      'points in one line',
      'Chủ tịch yêu cầu: 1. Lập kế hoạch ISO năm 2027.\n2. Niêm yết công khai TTHC.',
      ['Lập kế hoạch ISO năm 2027', 'Niêm yết công khai TTHC'],
    ],
    [
      'headings over bullets',
      'Yêu cầu thực hiện như sau:\n1. Về đánh giá nội bộ\n- Lập kế hoạch đánh giá;\n- Tiến hành đánh giá nội bộ.\nII. KINH PHÍ\n- Bố trí kinh phí ISO.',
      ['Lập kế hoạch đánh giá', 'Đánh giá nội bộ', 'Bố trí kinh phí ISO'],
    ],
    [
      'lines broken by the page',
      'Yêu cầu các đơn vị:\n1. Xây dựng kế hoạch duy trì hệ thống quản lý chất lượng\ntheo TCVN ISO\n9001:2015 tại đơn vị;\n2. Niêm yết công khai TTHC.',
      ['Xây dựng kế hoạch duy trì hệ thống quản lý chất lượng theo TCVN ISO 9001:2015…', 'Niêm yết công khai TTHC'],
    ],
    [
      'nothing after the addressees',
      'Yêu cầu:\n1. Niêm yết công khai TTHC.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n1. Phòng Kinh tế báo cáo trước ngày 15/11',
      ['Niêm yết công khai TTHC'],
    ],
    [
      'no state of affairs',
      'Thời gian qua, các đơn vị còn những hạn chế như sau:\n- Nhân lực còn thiếu;\nChủ tịch UBND tỉnh yêu cầu:\n1. Bố trí nhân lực thực hiện ISO.',
      ['Bố trí nhân lực thực hiện ISO'],
    ],
    [
      'no way to ask back',
      'Yêu cầu:\n1. Lập kế hoạch ISO.\nMọi thắc mắc xin liên hệ Chi cục để được hỗ trợ.',
      ['Lập kế hoạch ISO'],
    ],
    ['nothing in talk', 'Chào anh chị, hôm nay trời đẹp. Số liệu tháng 10 đã gửi rồi nhé.', []],
    ['nothing in figures', 'nhận 215, đúng hạn 208, trễ 2', []],
    ['nothing in no text', '', []],
  ])('%s', (_what, text, expected) => {
    expect(titles(text)).toEqual(expected);
  });

  it('of one office is marked, of everybody is not', () => {
    const { items } = read(
      'Chủ tịch yêu cầu:\n1. Sở Nội vụ theo dõi, đôn đốc việc thực hiện.\n2. Các xã, phường lập kế hoạch ISO.\n3. Đối với Phòng Kinh tế:\n- Tổng hợp báo cáo chung.',
    );
    expect(items.map(({ who }) => who)).toEqual(['Sở Nội vụ', undefined, 'Phòng Kinh tế']);
  });

  it('knows the number, the date and the subject of its letterhead, and does not invent them', () => {
    const { citation } = read(
      'Số: 88/SKHCN-TĐC\nHà Tĩnh, ngày 05 tháng 11 năm 2026\nV/v báo cáo ISO\nKính gửi: UBND các xã\nYêu cầu:\n- Lập kế hoạch.',
    );
    expect(citation).toMatchObject({ number: '88', symbol: 'SKHCN-TĐC', date: '2026-11-05', subject: 'báo cáo ISO' });
    expect(read('Yêu cầu:\n- Thực hiện Công văn số 88/SKHCN-TĐC.').citation).toBeUndefined();
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    'Số: 12/UBND',
    'yêu cầu:',
    '1.',
    '-',
    'a)',
    ';',
    '.',
    '\n',
    'trước ngày',
    '31/9',
    '15/11/2026',
    'quý',
    'IV',
    '(',
    '"',
    '“',
    'chậm nhất',
    '30 ngày',
    'kể từ',
    'hằng năm',
    'Sở',
    'đề nghị',
    'Nơi nhận:',
    'điểm 1',
    'báo cáo',
    '99999999',
    '/',
    '00/00',
    '🙂',
  );

  it('gives an answer: tasks of a size, with a deadline only where it says one', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 60 }), (parts) => {
        for (const { title, text, deadline, said, unsure, recurrence } of read(parts.join(' ')).items) {
          expect(title.length).toBeLessThanOrEqual(80);
          expect(text.length).toBeLessThanOrEqual(300);
          if (deadline?.kind === 'fixed') expect(said).toBeDefined();
          if (deadline) expect(recurrence).not.toBe('continuous');
          expect(new Set(unsure).size).toBe(unsure.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of the longest kind is read in a moment', () => {
    const long = `Yêu cầu:\n${'- Báo cáo kết quả thực hiện về Sở Khoa học và Công nghệ, trước ngày 15/11 và 16/12;\n'.repeat(700)}`;
    const noise = '('.repeat(30_000) + 'trước ngày '.repeat(3_000);
    const ask = 'đề nghị các đơn vị, '.repeat(3_000);
    for (const text of [long, noise, ask]) expect(read(text).items.length).toBeLessThanOrEqual(60);
  });
});
