/** The audit's date starts the days for putting right what it found, by the directive in force, until it is put right. */
import { describe, expect, it } from 'vitest';
import { office } from '../support/office.ts';

const MONTH =
  'nhận 20, trực tuyến 15, trước hạn 16, đúng hạn 4, quá hạn 0, kỳ trước chuyển qua 0, đang giải quyết quá hạn 0';
const DUTY = 'Khắc phục, cải tiến và đánh giá lại';

/** Sends a month with what happened in it; answers the receipt. */
async function month(at: ReturnType<typeof office>, said: string, n = 9): Promise<string> {
  let told = await at.says('lan', `tháng ${n} ${MONTH}`);
  for (let step = 0; step < 8 && !told.includes('Xem lại trước khi gửi'); step += 1) {
    told = await at.says('lan', told.includes('thuộc thẩm quyền') ? '163' : told.includes('việc nào') ? said : 'không');
  }
  return at.says('lan', 'gửi');
}

const AUDIT = 'đã đánh giá nội bộ 17/9, 1 lỗi nhẹ, 0 nặng, 4 khuyến nghị, 0 lưu ý';

describe('an audit told in a month', () => {
  it('says by when what it found is put right, and stands in the work to do', async () => {
    const at = office();
    at.at('2021-10-01');
    expect(await month(at, AUDIT)).toContain('thứ Hai 18/10 (30 ngày kể từ ngày đánh giá)');
    expect(await at.says('lan', 'việc của tôi')).toContain(DUTY);
  });

  it('that found nothing asks for nothing', async () => {
    const at = office();
    at.at('2021-10-01');
    expect(await month(at, AUDIT.replace('1 lỗi nhẹ', '0 lỗi nhẹ'))).not.toContain('khắc phục');
    expect(await at.says('lan', 'việc của tôi')).not.toContain(DUTY);
  });

  it('is silent once a later month tells that it was put right', async () => {
    const at = office();
    at.at('2021-10-01');
    await month(at, AUDIT);
    at.at('2021-11-01');
    await month(at, 'đã khắc phục 12/10', 10);
    expect(await at.says('lan', 'việc của tôi')).not.toContain(DUTY);
  });

  it('follows the days of the directive in force, and no directive asks for nothing', async () => {
    const days = (of: number) =>
      office((house) => ({
        ...house,
        directives: house.directives.map((directive) => ({
          ...directive,
          obligations: directive.obligations.map((each) =>
            each.trigger === 'internal_audit'
              ? { ...each, deadline: { kind: 'after_event' as const, days: of } }
              : each,
          ),
        })),
      }));
    const twenty = days(20);
    twenty.at('2021-10-01');
    expect(await month(twenty, AUDIT)).toContain('thứ Năm 07/10 (20 ngày kể từ ngày đánh giá)');
    const none = office((house) => ({ ...house, directives: [] }));
    none.at('2021-10-01');
    expect(await month(none, AUDIT)).not.toContain('khắc phục');
  });
});
