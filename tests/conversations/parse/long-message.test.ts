/** How far a long message is read: to its end where it can be a report, and the sender is told where it was not. */
import { describe, expect, it } from 'vitest';
import { understand } from '../../../conversations/parse/understand.ts';

const read = (text: string) => understand(text, { today: '2026-10-05' });

describe('a long message', () => {
  it('says so when the end of a message was not read', () => {
    const long = `nhận 215, ${'a '.repeat(2500)}`;
    expect(read(long)).toMatchObject({ figures: { received: 215 }, ambiguous: true });
    expect(read(long).doubts).toContainEqual({ reason: 'too_long' });
  });

  it.each([
    ['numbers', `nhận 215; ${'7; '.repeat(400)}`],
    ['signs', `nhận 215; ${'()'.repeat(1000)}`],
  ])('says so when it holds more %s than any report', (_what, text) => {
    expect(read(text).figures).toEqual({ received: 215 });
    expect(read(text).doubts).toContainEqual({ reason: 'too_long' });
  });

  it.each([
    ['keys struck at random', 'q#k x]v9z Wt,p '],
    ['letters at random', 'qkx vzw tpr bnm '],
    ['another script', 'привет мир '],
  ])('reads no further than its beginning a text of %s, and says so', (_what, piece) => {
    const text = `nhận 215\n${piece.repeat(300)}\ntrễ 2`;
    expect(read(text).figures).toEqual({ received: 215 });
    expect(read(text).doubts).toContainEqual({ reason: 'too_long' });
  });

  it.each([
    ['abbreviations alone', 'tn 215, gq 210, đh 208, qh 2, kph 0; ', 28],
    ['words without diacritics', 'trong thang nay da tiep nhan 215 ho so, da giai quyet 210, dung han 208, ', 30],
    ['Telex keys left in', 'trong thangs nayf ddax tieeps nhaanj 215 hoof sow vaf giari quyeets 210 ', 30],
    ['a list of files', '1. H49.12.34-240905-0001 Nguyễn Văn A, đã trả kết quả đúng hạn; ', 40],
  ])('reads to its end a long text of %s', (_what, piece, times) => {
    const text = piece.repeat(times);
    expect(read(text).doubts ?? []).not.toContainEqual({ reason: 'too_long' });
  });

  it('reads a report of the greatest length to its end', () => {
    const month =
      'Tháng 9: tiếp nhận 215 hồ sơ (trực tuyến 150, trực tiếp 65), giải quyết 210, đúng hạn 208, trễ hạn 2.\n';
    const text = `${month.repeat(38)}Có 3 điểm khuyến nghị`;
    expect(text.length).toBeGreaterThan(3800);
    expect(read(text).figures).toMatchObject({ received: 215, resolved_late: 2, recommendations: 3 });
    expect(read(text).doubts).not.toContainEqual({ reason: 'too_long' });
  });

  it('notices an identity number behind what is not read', () => {
    expect(read(`nhận 215; ${'7; '.repeat(400)} cccd 012345678901`)).toMatchObject({
      figures: {},
      private: 'identity_number',
    });
  });
});
