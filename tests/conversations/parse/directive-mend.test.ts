/** What somebody may type to mend the list of tasks, and what of it is not taken. */
import { describe, expect, it } from 'vitest';
import { type Mended, readMend } from '../../../conversations/parse/directive/mend.ts';
import { type DraftItem, readDirectiveText } from '../../../conversations/parse/directive/text.ts';

const TODAY = '2026-11-20';
const { items } = readDirectiveText(
  'Yêu cầu:\n1. Lập kế hoạch ISO.\n2. Gửi báo cáo trước ngày 15/11.\n3. Khắc phục chậm nhất 30 ngày kể từ ngày đánh giá.\n4. Thường xuyên rà soát quy trình.\n5. Niêm yết TTHC.',
  TODAY,
);
const mend = (text: string): Mended => readMend(text, items, TODAY);
const left = (text: string): DraftItem[] => {
  const read = mend(text);
  if (read.kind !== 'mended') throw new Error(`${text}: ${read.kind}`);
  return read.items;
};
const titles = (text: string): string[] => left(text).map(({ title }) => title);

describe('a list of tasks', () => {
  it.each([
    ['bỏ 2, 5', [0, 2, 3]],
    ['bo 2 va 5', [0, 2, 3]],
    ['xóa việc 1', [1, 2, 3, 4]],
    ['bỏ 2-4', [0, 4]],
    ['Bỏ 1,2,3,4,5', []],
  ])('loses what is dropped: "%s"', (text, kept) => {
    expect(titles(text)).toEqual(kept.map((at) => items[at]?.title));
  });

  it('gains what is added, with its deadline', () => {
    const added = left('thêm: Gửi báo cáo năm về Sở KH&CN trước ngày 15/12/2026').at(-1);
    expect(added).toMatchObject({ title: 'Gửi báo cáo năm về Sở KH&CN', year: 2026, deadline: { day: 15, month: 12 } });
    expect(titles('them: hop')).toHaveLength(6);
  });

  it('takes another title', () => {
    expect(titles('tên 2: Báo cáo năm')[1]).toBe('Báo cáo năm');
    expect(titles(`tên 2: ${'báo cáo '.repeat(30)}`)[1]?.length).toBeLessThanOrEqual(80);
  });

  it.each<[string, number, object]>([
    [
      '1 trước ngày 20/12',
      0,
      { deadline: { kind: 'fixed', day: 20, month: 12, exclusive: true }, recurrence: 'yearly' },
    ],
    ['1: 20/12/2026', 0, { deadline: { kind: 'fixed', day: 20, month: 12, exclusive: false }, year: 2026, unsure: [] }],
    ['việc 1 trong quý I', 0, { deadline: { kind: 'fixed', day: 31, month: 3, exclusive: false } }],
    ['4 trước ngày 20/12', 3, { recurrence: 'yearly', continuous: false }],
    [
      '5 trong vòng 30 ngày kể từ ngày đánh giá',
      4,
      { deadline: { kind: 'after_event', days: 30 }, trigger: 'internal_audit', recurrence: 'on_event' },
    ],
    ['2 hằng năm', 1, { recurrence: 'yearly', unsure: [] }],
    ['2 một lần', 1, { year: 2026, deadline: { day: 15, month: 11 }, unsure: [] }],
    ['2 chỉ năm 2027', 1, { year: 2027, unsure: [] }],
    ['1 thường xuyên', 0, { recurrence: 'continuous', continuous: true, unsure: [] }],
  ])('"%s" changes when a task is due', (text, at, expected) => {
    const mended = left(text);
    expect(mended[at]).toMatchObject(expected);
    expect(mended.filter((_, other) => other !== at)).toEqual(items.filter((_, other) => other !== at));
  });

  it.each(['2 không hạn', '2 ko han', '2 bỏ hạn'])('"%s" takes the deadline away', (text) => {
    const [, second] = left(text);
    expect(second?.deadline).toBeUndefined();
    expect(second?.said).toBeUndefined();
    expect(second?.recurrence).toBe('yearly');
  });

  it('without its term a task is still owed when the event happens', () => {
    expect(left('3 không hạn')[2]).toMatchObject({ recurrence: 'on_event', trigger: 'internal_audit' });
  });

  it.each<[string, Mended]>([
    ['bỏ 9', { kind: 'no_item', n: 9 }],
    ['bỏ 0', { kind: 'no_item', n: 0 }],
    ['12 trước ngày 20/12', { kind: 'no_item', n: 12 }],
    ['tên 8: Báo cáo', { kind: 'no_item', n: 8 }],
    ['2 trước ngày 31/9', { kind: 'no_day', said: 'trước ngày 31/9' }],
    ['3', { kind: 'none' }],
    ['tên 2:', { kind: 'none' }],
    ['thêm:', { kind: 'none' }],
    ['215', { kind: 'none' }],
    ['bỏ', { kind: 'none' }],
    ['anh xem lại giúp em', { kind: 'none' }],
    ['2 hay đấy', { kind: 'none' }],
  ])('is left as it is by "%s"', (text, expected) => {
    expect(mend(text)).toEqual(expected);
  });
});
