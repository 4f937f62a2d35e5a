/** Promises about what a message tells and a conversation keeps nowhere: it is said back, so that nobody believes it kept. */
import { describe, expect, it } from 'vitest';
import { annualSupplement, freshSupplement } from '../../conversations/flows/annual-supplement.ts';
import { askedYearly, notKept } from '../../conversations/not-kept.ts';
import { understand } from '../../conversations/parse/understand.ts';
import { value } from '../../domain/figure.ts';
import { talk } from '../support/talk.ts';

const read = (text: string) => understand(text, { today: '2026-11-20' });
const keys = (text: string): string[] => [...notKept(read(text)), ...askedYearly(read(text))].map(({ key }) => key);

describe('the month', () => {
  it.each<[string, string[]]>([
    ['2 thư xin lỗi, khiếu nại 0', ['not-kept']],
    ['mức độ hài lòng 98%', ['not-kept']],
    ['tỷ lệ đúng hạn 99,6%', ['not-kept-rate']],
    ['khiếu nại 1, tỷ lệ trễ hạn 0,4%', ['not-kept', 'not-kept-rate']],
    ['tự chấm 4,75/5 điểm', ['asked-yearly']],
    ['7.2.1: 0,5', ['asked-yearly']],
    ['đoàn kiểm tra của tỉnh 1 cuộc', ['asked-yearly']],
    ['nhận 215, trực tuyến 150', []],
    ['chuyển qua 27, nhận 391, tổng phải giải quyết 418', []],
    ['đánh giá nội bộ 2 lần', []],
  ])('says of "%s": %j', (text, said) => {
    expect(keys(text)).toEqual(said);
  });
});

describe('the year', () => {
  const open = () => talk(annualSupplement, freshSupplement(1, 2026), { unitName: 'UBND phường Đức Thuận', known: {} });

  it('keeps several criteria told in one message, each as it was typed', () => {
    const now = open().type('7.2.1: 0,5/0,5; 7.2.2: 0,25/0,5');
    expect(now.state?.staged.figures).toEqual({ score_7_2_1: value('0,5/0,5'), score_7_2_2: value('0,25/0,5') });
  });

  it('keeps criteria also where one of them is asked', () => {
    const now = open();
    while (now.question()?.id !== 'score_7_2_1') now.type('bỏ qua');
    now.type('7.2.2: 0,25\n7.2.3: 1');
    expect(now.state?.staged.figures).toEqual({ score_7_2_2: value('0,25'), score_7_2_3: value('1') });
    expect(now.question()?.id).toBe('score_7_2_1');
  });

  it('keeps money from above in the words it was typed in', () => {
    const now = open().type('kinh phí cấp trên cấp 15 triệu đồng, tự chấm 4,75/5 điểm');
    expect(now.state?.staged.figures).toEqual({
      budget_from_superior: value('15 triệu đồng'),
      self_score: value(4.75),
      self_score_max: value(5),
    });
  });

  it('says what it has no place for, and asks on', () => {
    const now = open().type('khiếu nại 0');
    expect(now.keys()[0]).toBe('not-kept');
    expect(now.state?.staged).toMatchObject({ figures: {}, misses: 0 });
  });
});
