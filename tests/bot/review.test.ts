/** Reviewing a month: accepted or returned by whoever may, mended by the staff, closed; decided once. */
import { describe, expect, it } from 'vitest';
import { filingOf } from '../../db/answers.ts';
import { brokenAt } from '../../db/audit.ts';
import { reviewsOf } from '../../db/reviews.ts';
import { unitByCode } from '../../db/units.ts';
import { hire } from '../support/hire.ts';
import { type Office, office } from '../support/office.ts';

const unitId = ({ house }: Office, code: string) => unitByCode(house.archive.read, code)?.id ?? 0;
const verdicts = (at: Office, code = 'duc-thuan') =>
  reviewsOf(at.house.archive.read, unitId(at, code), '2021-10').map(({ verdict }) => verdict);
const deeds = (at: Office) =>
  at.temporary.archive.sqlite
    .prepare("select actor, action, detail from audit where action like '%_month' or action like '%_period'")
    .all() as { actor: string; action: string; detail: string }[];

/** Sends October: 215 received, two late, with a reason. */
async function october(at: Office, who = 'lan'): Promise<void> {
  const month =
    'tháng 10 nhận 215, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 2, kỳ trước chuyển qua 6, đang giải quyết quá hạn 0';
  for (const text of [month, 'máy hỏng', '163', 'không có', 'gửi']) await at.says(who, text);
}

async function returned(at: Office): Promise<void> {
  await october(at);
  for (const text of ['duyệt tháng 10 phường Đức Thuận', 'trả lại', 'quá hạn', 'Sổ ghi 3 hồ sơ', 'gửi trả lại']) {
    await at.says('sang', text);
  }
}

/** Every role, every command of the desk: '' where it is refused. */
const MAY: Record<string, Record<string, RegExp>> = {
  'xét duyệt': { sang: /Xét duyệt tháng/, quan: /Xét duyệt tháng/ },
  'duyệt báo cáo tháng 10': { sang: /Xét duyệt tháng/, quan: /Xét duyệt tháng/ },
  'trả lại báo cáo tháng 10 phường Đức Thuận': { sang: /Trả lại mục nào/, quan: /Trả lại mục nào/ },
  'khóa sổ tháng 10': { sang: /Khóa sổ tháng 10/, quan: /Khóa sổ tháng 10/ },
  'mở khóa tháng 10': { sang: /chưa khóa sổ/, quan: /chưa khóa sổ/ },
  'tổng hợp năm 2021': { sang: /Tổng hợp 0\/2/, quan: /Tổng hợp 0\/2/, binh: /Tổng hợp 0\/2/, lan: /Tổng hợp 0\/1/ },
};
const ROLES = { sang: 'coordinator', quan: 'admin', binh: 'leader', lan: 'staff', nam: 'staff elsewhere' };

describe('the desk of reviews', () => {
  const cases = Object.keys(MAY).flatMap((text) => Object.keys(ROLES).map((who) => ({ text, who })));
  it.each(cases)('answers "$text" of $who as the role allows', async ({ text, who }) => {
    const at = office();
    hire(at, 'tinh,Sở KH&CN,department,,quan,Hồ Văn Quân,admin');
    await october(at);
    const before = [at.count('month_reviews'), at.count('period_locks')];
    const told = await at.says(who, text);
    if (text === 'tổng hợp năm 2021' && who === 'nam') expect(told).toContain('Tổng hợp 0/1');
    else expect(told).toMatch(MAY[text]?.[who] ?? /không thuộc quyền/);
    expect([at.count('month_reviews'), at.count('period_locks')]).toEqual(before);
  });

  it.each(['accept', 'return'])('refuses a tapped "%s" of anybody who may not', async (deed) => {
    const at = office();
    await october(at);
    const unit = unitId(at, 'duc-thuan');
    for (const who of ['lan', 'binh', 'nam']) {
      const [said] = await at.does(who, { kind: 'choice', id: `run:${deed}:${unit}:2021-10:x.0` });
      expect(said?.text).toContain('không thuộc quyền');
    }
    expect(verdicts(at)).toEqual([]);
  });

  it.each([
    'run:accept:999:2021-10:x',
    'run:accept:x',
    'run:reviews:13',
    'run:grant:99',
    'run:refuse:99',
    'run:change:x',
  ])('takes a worn-out button %s for none', async (id) => {
    const at = office();
    expect((await at.does('sang', { kind: 'choice', id }))[0]?.text).toContain('Chào anh/chị Sang');
  });
});

describe('a month that is reviewed', () => {
  it('is accepted once, and the audit says by whom', async () => {
    const at = office();
    await october(at);
    await at.says('sang', 'xét duyệt');
    const [shown] = await at.does('sang', { kind: 'text', text: '1' });
    const accept = shown?.choices?.flat()[0]?.id ?? '';
    await at.does('sang', { kind: 'choice', id: accept });
    const [again] = await at.does('sang', { kind: 'choice', id: accept });
    expect(again?.text).toContain('đã được Trần Văn Sang chấp nhận');
    expect(verdicts(at)).toEqual(['accepted']);
    expect(deeds(at).at(-1)).toMatchObject({ actor: 'sang', action: 'accept_month' });
    expect(brokenAt(at.house.archive.read)).toBeUndefined();
  });

  it('is not accepted as it was, where it was sent again meanwhile', async () => {
    const at = office();
    await october(at);
    const [shown] = await at.does('sang', { kind: 'text', text: 'duyệt tháng 10 phường Đức Thuận' });
    at.at('2021-11-01', '09:00');
    for (const text of ['sửa tháng 10', '2', '216, 150', 'gửi']) await at.says('lan', text);
    const [told] = await at.does('sang', { kind: 'choice', id: shown?.choices?.flat()[0]?.id ?? '' });
    expect(told?.text).toContain('vừa gửi lại');
    expect(told?.text).toContain('Tiếp nhận: 216');
    expect(verdicts(at)).toEqual([]);
  });

  it('is decided by the first of two coordinators; the second is told', async () => {
    const at = office();
    hire(at, 'tinh,Sở KH&CN,department,,dung,Lý Thị Dung,coordinator');
    await october(at);
    for (const who of ['sang', 'dung']) {
      for (const text of ['duyệt tháng 10 phường Đức Thuận', 'trả lại', 'quá hạn', 'Sổ ghi 3 hồ sơ'])
        await at.says(who, text);
    }
    expect(await at.says('dung', 'gửi trả lại')).toContain('Đã trả lại');
    expect(await at.says('sang', 'gửi trả lại')).toContain('đã được Lý Thị Dung trả lại');
    expect(verdicts(at)).toEqual(['returned']);
  });

  it('shows who sent it, how late, and what is unusual against the month before', async () => {
    const at = office();
    at.at('2021-10-01');
    await at.says('lan', 'tháng 9 nhận 90, trực tuyến 50, trước hạn 80, đúng hạn 4, quá hạn 0, kỳ trước chuyển qua 0');
    for (const text of ['0', '163', 'không có', 'gửi']) await at.says('lan', text);
    at.at('2021-11-09');
    const month = 'tháng 10 nhận 215, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 2, đang giải quyết quá hạn 0';
    for (const text of [month, 'máy hỏng', 'không có', 'gửi']) await at.says('lan', text);
    const told = await at.says('sang', 'duyệt tháng 10 phường Đức Thuận');
    expect(told).toContain('Nguyễn Thị Lan gửi lúc 08:00, sau hạn 2 ngày làm việc');
    expect(told).toContain('! Tiếp nhận: 215, tháng trước 90');
    expect(told).toContain('! Giải quyết quá hạn: 2, tháng trước 0');
    expect(told).toContain('Lý do quá hạn: máy hỏng');
  });
});

describe('a month that is returned', () => {
  it('goes to whoever sent it and the unit, naming exactly the figure and why', async () => {
    const at = office();
    await returned(at);
    for (const who of ['lan', 'ha']) {
      const last = at.heard(who).at(-1);
      expect(last?.text).toMatch(/Trần Văn Sang trả lại.*1 mục/s);
      expect(last?.text).toContain('- Giải quyết quá hạn: Sổ ghi 3 hồ sơ');
    }
    expect(
      at
        .heard('nam')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('trả lại');
  });

  it('leaves what somebody is in the middle of as it was', async () => {
    const at = office();
    await october(at);
    await at.says('ha', 'báo cáo tháng 11');
    for (const text of ['duyệt tháng 10 phường Đức Thuận', 'trả lại', 'quá hạn', 'Sổ ghi 3 hồ sơ', 'gửi trả lại']) {
      await at.says('sang', text);
    }
    expect(await at.says('ha', '12')).toContain('Tiếp nhận: 12');
  });

  it('keeps its first filing time when it is mended, and the coordinator is told once', async () => {
    const at = office();
    await returned(at);
    const before = filingOf(at.house.archive.read, unitId(at, 'duc-thuan'), '2021-10');
    at.at('2021-11-02', '09:00');
    const heard = at.heard('sang').length;
    expect(await at.says('lan', 'sửa tháng 10')).toMatch(/Bị trả lại: giải quyết quá hạn \(Sổ ghi 3 hồ sơ\)/);
    await at.says('lan', '3');
    expect(await at.says('lan', 'gửi')).toContain('Trần Văn Sang đã được báo');
    expect(filingOf(at.house.archive.read, unitId(at, 'duc-thuan'), '2021-10')).toEqual({
      ...before,
      lastFiledAt: at.now(),
    });
    expect(
      at
        .heard('sang')
        .slice(heard)
        .map(({ text }) => text),
    ).toEqual([expect.stringContaining('Đã sửa và gửi lại')]);
    expect(verdicts(at)).toEqual(['returned', 'mended']);
    expect(await at.says('sang', 'duyệt tháng 10 phường Đức Thuận')).toContain('2 → 3');
  });

  it('is answered also where the figure was right as it stood', async () => {
    const at = office();
    await returned(at);
    for (const text of ['sửa tháng 10', '2']) await at.says('lan', text);
    expect(await at.says('lan', 'gửi')).toContain('không có gì thay đổi');
    expect(verdicts(at)).toEqual(['returned', 'mended']);
    expect(await at.says('sang', 'duyệt tháng 10 phường Đức Thuận')).toContain('vẫn là 2');
  });

  it('joins the notice of the same day, in the place of the first', async () => {
    const at = office();
    await returned(at);
    await october(at, 'nam');
    for (const text of ['duyệt tháng 10 phường Bắc Hồng', 'trả lại', 'quá hạn', 'Xem lại sổ', 'gửi trả lại']) {
      await at.says('sang', text);
    }
    const heard = at.heard('sang').length;
    for (const who of ['lan', 'nam']) for (const text of ['sửa tháng 10', '3', 'gửi']) await at.says(who, text);
    const [first, second, ...more] = at.heard('sang').slice(heard);
    expect(first?.text).toContain('chờ duyệt (1)');
    expect(second?.text).toContain('chờ duyệt (2)');
    expect(second).toMatchObject({ progress: true, replaces: { key: expect.stringContaining('mended:') } });
    expect(more).toEqual([]);
  });

  it('of nobody who can be reached says so', async () => {
    const at = office();
    await october(at);
    at.temporary.archive.sqlite.exec("update identities set gone_at = 1 where address in ('lan', 'ha')");
    for (const text of ['duyệt tháng 10 phường Đức Thuận', 'trả lại', 'quá hạn', 'Sổ ghi 3 hồ sơ'])
      await at.says('sang', text);
    expect(await at.says('sang', 'gửi trả lại')).toContain('Chưa liên lạc được');
  });
});

describe('an accepted month', () => {
  const accepted = async () => {
    const at = office();
    await october(at);
    await at.says('sang', 'duyệt tháng 10 phường Đức Thuận');
    await at.says('sang', 'chấp nhận');
    return at;
  };

  it('is to be reviewed again once it is changed', async () => {
    const at = await accepted();
    expect(await at.says('sang', 'xét duyệt')).toContain('đã chấp nhận 1');
    for (const text of ['sửa tháng 10', '2', '216, 150', 'gửi']) await at.says('lan', text);
    expect(await at.says('sang', 'xét duyệt')).toMatch(/chờ duyệt 1, .*đã chấp nhận 0/);
  });

  it('stays accepted when it is sent again as it was', async () => {
    const at = await accepted();
    at.at('2021-11-02', '09:00');
    for (const text of ['sửa tháng 10', 'gửi']) await at.says('lan', text);
    expect(await at.says('sang', 'xét duyệt')).toContain('đã chấp nhận 1');
    expect(verdicts(at)).toEqual(['accepted']);
  });
});

describe('several months at once', () => {
  it('are accepted as they were shown; one that changed meanwhile is not', async () => {
    const at = office();
    await october(at);
    await october(at, 'nam');
    await at.says('sang', 'xét duyệt');
    expect(await at.says('sang', 'chấp nhận cả 2')).toMatch(/1\. .*tiếp nhận 215.*2\. .*tiếp nhận 215/s);
    at.at('2021-11-01', '09:00');
    for (const text of ['sửa tháng 10', '2', '216, 150', 'gửi']) await at.says('nam', text);
    expect(await at.says('sang', 'đúng')).toMatch(/chấp nhận 1 báo cáo.*Chưa chấp nhận.*Bắc Hồng/s);
    expect([verdicts(at), verdicts(at, 'bac-hong')]).toEqual([['accepted'], []]);
  });
});
