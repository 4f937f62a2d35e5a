/** A closed month: who may close and open it, and a change that waits for a yes with its reason kept. */
import { describe, expect, it } from 'vitest';
import { figuresOf, filingOf, historyOf } from '../../db/answers.ts';
import { changeRequest, openRequests } from '../../db/change-requests.ts';
import { locksOf } from '../../db/locks.ts';
import { personByCode } from '../../db/people.ts';
import { unitByCode } from '../../db/units.ts';
import { value } from '../../domain/figure.ts';
import { hire } from '../support/hire.ts';
import { type Office, office } from '../support/office.ts';

const unitId = ({ house }: Office, code = 'duc-thuan') => unitByCode(house.archive.read, code)?.id ?? 0;
const received = (at: Office) => figuresOf(at.house.archive.read, unitId(at), '2021-10').received;
const granting = (at: Office, id = 1) => at.does('sang', { kind: 'choice', id: `run:grant:${id}` });

async function october(at: Office, who = 'lan'): Promise<string> {
  const month =
    'tháng 10 nhận 215, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 0, kỳ trước chuyển qua 6, đang giải quyết quá hạn 0';
  for (const text of [month, '163', 'không có']) await at.says(who, text);
  return at.says(who, 'gửi');
}

async function closed(at: Office, who = 'sang'): Promise<Office> {
  await at.says(who, 'khóa sổ tháng 10');
  await at.says(who, 'đồng ý');
  return at;
}

/** Lan asks for 220 instead of 215 in a closed month. */
async function asked(at: Office, reason = 'Sót 5 hồ sơ ngày 30/10'): Promise<string> {
  for (const text of ['sửa tháng 10', '2', '220, 150', 'gửi']) await at.says('lan', text);
  return at.says('lan', reason);
}

async function closedOctober(): Promise<Office> {
  const at = office();
  await october(at);
  return closed(at);
}

describe('closing a month', () => {
  it('shows who is missing before it is done, and does nothing before a yes', async () => {
    const at = office();
    await october(at);
    const told = await at.says('sang', 'khoa so thang 10');
    expect(told).toContain('Đã gửi: 1/2 đơn vị');
    expect(told).toContain('Chưa gửi (1): UBND phường Bắc Hồng');
    expect(at.count('period_locks')).toBe(0);
    await at.says('sang', 'huỷ');
    expect(at.count('period_locks')).toBe(0);
  });

  it('is written down once, with who is missing in the audit; the second is told', async () => {
    const at = office();
    hire(at, 'tinh,Sở KH&CN,department,,dung,Lý Thị Dung,coordinator');
    for (const who of ['sang', 'dung']) await at.says(who, 'khóa sổ tháng 10');
    expect(await at.says('dung', 'đồng ý')).toContain('Đã khóa sổ');
    expect(await at.says('sang', 'đồng ý')).toContain('đã được Lý Thị Dung khóa sổ');
    expect(locksOf(at.house.archive.read, '2021-10')).toHaveLength(1);
    const deed = at.temporary.archive.sqlite.prepare("select * from audit where action = 'lock_period'").get();
    expect(deed).toMatchObject({ actor: 'dung', detail: '{"missing":["duc-thuan","bac-hong"]}' });
  });

  it('refuses a month that has not begun', async () => {
    const at = office();
    expect(await at.says('sang', 'khóa sổ tháng 12/2021')).toContain('chưa tới');
    expect(at.count('period_locks')).toBe(0);
  });

  it('closes also the unit that was opened by itself before', async () => {
    const at = await closedOctober();
    await at.says('sang', 'mở khóa tháng 10 phường Đức Thuận');
    await at.says('sang', 'đồng ý');
    expect(await at.says('sang', 'khóa sổ tháng 10')).toContain('Khóa sổ tháng 10');
    await at.says('sang', 'đồng ý');
    expect(await asked(at)).toContain('Đã gửi yêu cầu sửa');
  });

  it('by a higher office is not undone by a lower one', async () => {
    const at = office();
    hire(at, 'duc-thuan,UBND phường Đức Thuận,ward,tinh,khoa,Vũ Đăng Khoa,coordinator');
    await october(at);
    await closed(at);
    expect(await at.says('khoa', 'mở khóa tháng 10')).toContain('do Sở KH&CN khóa sổ');
    await at.says('sang', 'mở khóa tháng 10');
    expect(await at.says('sang', 'đồng ý')).toContain('Đã mở khóa');
    await closed(at, 'khoa');
    expect(await at.says('khoa', 'mở khóa tháng 10')).toContain('Mở rồi');
  });
});

describe('a change of a closed month', () => {
  it('is not recorded: the reason is asked, the old and the new go to the coordinator', async () => {
    const at = await closedOctober();
    for (const text of ['sửa tháng 10', '2', '220, 150']) await at.says('lan', text);
    const why = await at.says('lan', 'gửi');
    expect(why).toContain('Tiếp nhận: 215 → 220');
    expect(why).toContain('Người quyết định: Trần Văn Sang');
    await at.says('lan', 'Sót 5 hồ sơ ngày 30/10');
    expect(received(at)).toEqual(value(215));
    const told = at.heard('sang').at(-1);
    expect(told?.text).toMatch(/Nguyễn Thị Lan.*215 → 220.*Lý do: Sót 5 hồ sơ ngày 30\/10/s);
    expect(told?.choices?.flat().map(({ id }) => id)).toEqual(['run:grant:1', 'run:refuse:1']);
  });

  it('is recorded with a yes in the name of who asked, with the reason in the audit', async () => {
    const at = await closedOctober();
    const first = filingOf(at.house.archive.read, unitId(at), '2021-10');
    await asked(at);
    at.at('2021-11-02', '09:00');
    await granting(at);
    const read = at.house.archive.read;
    expect(received(at)).toEqual(value(220));
    const lan = personByCode(read, 'lan')?.id;
    expect(historyOf(read, unitId(at), '2021-10', 'received').at(-1)).toMatchObject({ saidBy: lan });
    expect(filingOf(read, unitId(at), '2021-10')?.firstFiledAt).toBe(first?.firstFiledAt);
    const deeds = at.temporary.archive.sqlite
      .prepare("select actor, action, detail from audit where detail like '%Sót 5%' order by seq")
      .all() as { actor: string; action: string; detail: string }[];
    expect(deeds.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'lan ask_change',
      'sang grant_change',
      'lan correct_month',
    ]);
    expect(at.heard('lan').at(-1)?.text).toContain('Trần Văn Sang đồng ý');
  });

  it('is refused with a reason the asker gets', async () => {
    const at = await closedOctober();
    await asked(at);
    await at.does('sang', { kind: 'choice', id: 'run:refuse:1' });
    expect(await at.says('sang', 'không')).toContain('Xin ghi lý do');
    await at.says('sang', 'Cần bản sao sổ');
    expect(received(at)).toEqual(value(215));
    expect(at.heard('lan').at(-1)?.text).toMatch(/không đồng ý.*Lý do: Cần bản sao sổ/s);
    expect(changeRequest(at.house.archive.read, 1)?.decided?.verdict).toBe('refused');
  });

  it('is decided once: the second coordinator is told, by yes and by no', async () => {
    const at = await closedOctober();
    hire(at, 'tinh,Sở KH&CN,department,,dung,Lý Thị Dung,coordinator');
    await asked(at);
    expect(at.heard('dung').at(-1)?.text).toContain('215 → 220');
    await at.does('dung', { kind: 'choice', id: 'run:refuse:1' });
    await granting(at);
    expect(await at.says('dung', 'Cần bản sao sổ')).toContain('đã được Trần Văn Sang đồng ý');
    const [again] = await at.does('dung', { kind: 'choice', id: 'run:grant:1' });
    expect(again?.text).toContain('đã được Trần Văn Sang đồng ý');
    expect(received(at)).toEqual(value(220));
  });

  it.each(['lan', 'ha', 'nam', 'binh'])('is not decided by %s, whoever taps', async (who) => {
    const at = await closedOctober();
    await asked(at);
    for (const id of ['run:grant:1', 'run:change:1', 'run:refuse:1']) {
      const [said] = await at.does(who, { kind: 'choice', id });
      expect(said?.text).toContain('không thuộc quyền');
    }
    expect(openRequests(at.house.archive.read)).toHaveLength(1);
  });

  it('gives way to a newer request of the same month', async () => {
    const at = await closedOctober();
    await asked(at);
    for (const text of ['sửa tháng 10', '2', '221, 150', 'gửi', 'Đếm lại lần nữa']) await at.says('lan', text);
    expect((await granting(at, 1))[0]?.text).toContain('không còn hiệu lực');
    await granting(at, 2);
    expect(received(at)).toEqual(value(221));
  });

  it('that changes nothing asks nobody', async () => {
    const at = await closedOctober();
    await at.says('lan', 'sửa tháng 10');
    expect(await at.says('lan', 'gửi')).toContain('không có gì thay đổi');
    expect(at.count('change_requests')).toBe(0);
  });

  it('is not lost when the reason is not given', async () => {
    const at = await closedOctober();
    for (const text of ['sửa tháng 10', '2', '220, 150', 'gửi']) await at.says('lan', text);
    expect(await at.says('lan', 'huỷ')).toContain('Tiếp nhận: 220');
    await at.says('lan', 'gửi');
    expect(await at.says('lan', 'Sót 5 hồ sơ ngày 30/10')).toContain('Đã gửi yêu cầu sửa');
  });

  it('is recorded at once where the month was opened while the reason was asked', async () => {
    const at = await closedOctober();
    for (const text of ['sửa tháng 10', '2', '220, 150', 'gửi']) await at.says('lan', text);
    await at.says('sang', 'mở khóa tháng 10');
    await at.says('sang', 'đồng ý');
    expect(await at.says('lan', 'Sót 5 hồ sơ ngày 30/10')).toContain('Đã sửa báo cáo');
    expect(received(at)).toEqual(value(220));
  });

  it('is kept where no coordinator can be reached, and waits in the list', async () => {
    const at = await closedOctober();
    at.temporary.archive.sqlite.exec("update identities set gone_at = 1 where address = 'sang'");
    expect(await asked(at)).toContain('chờ điều phối viên trả lời');
    expect(await at.says('sang', 'xét duyệt')).toContain('1 yêu cầu sửa');
  });

  it('that is a first report needs the yes too', async () => {
    const at = await closed(office());
    at.at('2021-11-08');
    expect(await october(at)).toContain('Báo cáo gửi muộn');
    await at.says('lan', 'Mất mạng vì bão');
    expect(filingOf(at.house.archive.read, unitId(at), '2021-10')).toBeUndefined();
    expect((await granting(at))[0]?.text).toContain('đã được ghi');
    expect(filingOf(at.house.archive.read, unitId(at), '2021-10')?.firstFiledBy).toBe(
      personByCode(at.house.archive.read, 'lan')?.id,
    );
  });
});

describe('a sum over some units', () => {
  it('names who is missing, for a month and for a year', async () => {
    const at = office();
    await october(at);
    expect(await at.says('binh', 'tình hình')).toContain('UBND phường Bắc Hồng');
    const year = await at.says('binh', 'tổng hợp năm 2021');
    expect(year).toContain('Tổng hợp 0/2 đơn vị đủ các tháng');
    expect(year).toContain('UBND phường Bắc Hồng (chưa gửi tháng nào)');
  });

  it('of everybody names nobody', async () => {
    const at = office();
    await october(at);
    await october(at, 'nam');
    expect(await at.says('binh', 'tình hình')).not.toContain('Thiếu');
  });

  it('of a year that has not begun says so', async () => {
    expect(await office().says('binh', 'tổng hợp năm 2022')).toContain('chưa tới');
  });
});
