/** A year is closed once all its months are; then what is said for the year needs a coordinator's yes as they do. */
import { describe, expect, it } from 'vitest';
import { figuresOf, historyOf } from '../../db/answers.ts';
import { changeRequest, openRequests } from '../../db/change-requests.ts';
import { locksOf } from '../../db/locks.ts';
import { personByCode } from '../../db/people.ts';
import { unitByCode } from '../../db/units.ts';
import { NO_DATA, value } from '../../domain/figure.ts';
import { periodsOfYear } from '../../domain/period.ts';
import { type Office, office } from '../support/office.ts';

const unitId = (at: Office) => unitByCode(at.house.archive.read, 'duc-thuan')?.id ?? 0;
const yearly = (at: Office) => figuresOf(at.house.archive.read, unitId(at), '2021');
const tap = async (at: Office, who: string, id: string) =>
  (await at.does(who, { kind: 'choice', id })).map(({ text }) => text).join('\n');
const closedMonths = (at: Office) =>
  periodsOfYear(2021).filter((period) => locksOf(at.house.archive.read, period).at(-1)?.locked === true);

async function all(at: Office, who: string, ...texts: string[]): Promise<string> {
  let last = '';
  for (const text of texts) last = await at.says(who, text);
  return last;
}

/** December 2021, when the last month of the year has begun. */
function december(): Office {
  const at = office();
  at.at('2021-12-20', '09:00');
  return at;
}

async function closed(): Promise<Office> {
  const at = december();
  await all(at, 'sang', 'khóa sổ năm 2021', 'đồng ý');
  return at;
}

/** Saves what was answered at any question. */
const SAVE = 'Lưu, dừng ở đây';

/** Lan says something for the year and sends it. */
const supplements = (at: Office, name = 'lan') => all(at, name, 'bổ sung năm 2021', '2246', SAVE);

describe('closing a year', () => {
  it('closes its twelve months with one yes, after showing who lacks months', async () => {
    const at = december();
    const preview = await at.says('sang', 'khoa so nam 2021');
    expect(preview).toContain('Khóa sổ năm 2021 · Sở KH&CN');
    expect(preview).toContain('Đã gửi: 0/24 báo cáo tháng');
    expect(preview).toContain('Chưa gửi đủ các tháng (2): UBND phường Đức Thuận, UBND phường Bắc Hồng');
    expect(closedMonths(at)).toEqual([]);
    expect(await at.says('sang', 'đồng ý')).toContain('Đã khóa sổ năm 2021 của Sở KH&CN: 12 tháng');
    expect(closedMonths(at)).toEqual(periodsOfYear(2021));
    expect(at.count("audit where action = 'lock_period'")).toBe(12);
    expect(await at.says('sang', 'khóa sổ năm 2021')).toContain('đã khóa sổ cả 12 tháng');
  });

  it('opens them again, and closes only what is left', async () => {
    const at = await closed();
    await all(at, 'sang', 'mở khóa tháng 10', 'đồng ý');
    await all(at, 'sang', 'khóa sổ năm 2021', 'đồng ý');
    expect(locksOf(at.house.archive.read, '2021-10')).toHaveLength(3);
    expect(locksOf(at.house.archive.read, '2021-09')).toHaveLength(1);
    expect(await all(at, 'sang', 'mở khóa năm 2021', 'đồng ý')).toContain('Đã mở khóa năm 2021');
    expect(closedMonths(at)).toEqual([]);
    expect(await at.says('sang', 'mở khóa năm 2021')).toContain('không có tháng nào khóa sổ');
  });

  it('is of one unit where one is named', async () => {
    const at = december();
    await all(at, 'sang', 'khóa sổ năm 2021 phường bắc hồng', 'đồng ý');
    expect(await supplements(at)).toContain('✓ Đã lưu phần bổ sung năm 2021');
    expect(await at.says('nam', 'bổ sung năm 2021')).toContain('đã khóa sổ cả 12 tháng');
  });

  it('refuses a year whose last month has not begun', async () => {
    const at = office();
    at.at('2021-11-30', '09:00');
    expect(await at.says('sang', 'khóa sổ năm 2021')).toContain('chưa tới tháng cuối');
    expect(at.count('period_locks')).toBe(0);
  });

  it.each(['lan', 'nam', 'binh'])('is not %s’s to do', async (who) => {
    const at = december();
    expect(await at.says(who, 'khóa sổ năm 2021')).toContain('không thuộc quyền');
    await tap(at, who, `run:lock:${unitId(at)}:2021`);
    await at.says(who, 'đồng ý');
    expect(at.count('period_locks')).toBe(0);
  });
});

describe('what is said for a closed year', () => {
  it('is not recorded: the reason is asked, and old and new go to the coordinator', async () => {
    const at = await closed();
    expect(await at.says('lan', 'bổ sung năm 2021')).toContain('Năm 2021 đã khóa sổ cả 12 tháng');
    const why = await all(at, 'lan', '2246', SAVE);
    expect(why).toContain('Năm 2021 của UBND phường Đức Thuận đã khóa sổ nên chưa ghi ngay');
    expect(why).toContain('hồ sơ TTHC phát sinh trong năm: chưa có số liệu → 2.246');
    expect(why).toContain('Người quyết định: Trần Văn Sang');
    expect(await at.says('lan', 'Báo cáo năm còn thiếu mục này')).toContain('tới Trần Văn Sang');
    expect(yearly(at)).toEqual({});
    const told = at.heard('sang').at(-1);
    expect(told?.text).toMatch(/xin sửa phần bổ sung năm 2021.*Lý do: Báo cáo năm còn thiếu mục này/s);
    expect(told?.choices?.flat().map(({ id, label }) => `${id} ${label}`)).toEqual([
      'run:grant:1 Đồng ý (UBND phường Đức Thuận năm 2021)',
      'run:refuse:1 Không (UBND phường Đức Thuận năm 2021)',
    ]);
  });

  it('is recorded with a yes, in the name of who asked, with the reason in the audit', async () => {
    const at = await closed();
    await supplements(at);
    await at.says('lan', 'Báo cáo năm còn thiếu mục này');
    const [name] = Object.keys(changeRequest(at.house.archive.read, 1)?.change.figures ?? {});
    expect(await tap(at, 'sang', 'run:grant:1')).toContain('1 mục thay đổi');
    expect(Object.values(yearly(at))).toEqual([value(2246)]);
    const lan = personByCode(at.house.archive.read, 'lan')?.id;
    const history = historyOf(at.house.archive.read, unitId(at), '2021', name as never);
    expect(history.at(-1)).toMatchObject({ saidBy: lan });
    const deeds = at.temporary.archive.sqlite
      .prepare("select actor || ' ' || action from audit where detail like '%còn thiếu mục này%' order by seq")
      .pluck()
      .all();
    expect(deeds).toEqual(['lan ask_change', 'sang grant_change', 'lan supplement_year']);
    expect(at.heard('lan').at(-1)?.text).toContain('Trần Văn Sang đồng ý. Đã ghi phần bổ sung năm 2021');
    expect(await tap(at, 'sang', 'run:grant:1')).toContain('đã được Trần Văn Sang đồng ý');
  });

  it('stays as it is with a no, whose reason the asker gets', async () => {
    const at = await closed();
    await supplements(at);
    await at.says('lan', 'Báo cáo năm còn thiếu mục này');
    expect(await tap(at, 'sang', 'run:refuse:1')).toContain('Không đồng ý sửa phần bổ sung năm 2021');
    expect(await at.says('sang', 'Báo cáo đã nộp cấp trên')).toContain('phần bổ sung năm 2021');
    expect(at.heard('lan').at(-1)?.text).toMatch(/không đồng ý sửa phần bổ sung năm 2021.*đã nộp cấp trên/);
    expect(yearly(at)).toEqual({});
  });

  it('stands in the list of what waits, and is shown from there', async () => {
    const at = await closed();
    await supplements(at);
    await at.says('lan', 'Báo cáo năm còn thiếu mục này');
    await at.says('sang', 'xét duyệt');
    expect(await at.says('sang', 'Yêu cầu sửa: UBND phường Đức Thuận năm 2021')).toContain('→ 2.246');
  });

  it('goes through unasked where one month is open, and where the year was opened meanwhile', async () => {
    const at = await closed();
    await all(at, 'sang', 'mở khóa tháng 3', 'đồng ý');
    expect(await supplements(at)).toContain('✓ Đã lưu phần bổ sung năm 2021');
    const other = await closed();
    await supplements(other);
    await all(other, 'sang', 'mở khóa năm 2021', 'đồng ý');
    expect(await other.says('lan', 'Báo cáo năm còn thiếu mục này')).toContain('✓ Đã lưu phần bổ sung năm 2021');
    expect(openRequests(other.house.archive.read)).toEqual([]);
  });

  it('does not wait for a word where nothing would change', async () => {
    const at = december();
    await all(at, 'lan', 'bổ sung năm 2021', 'Chưa có số liệu', SAVE);
    expect(Object.values(yearly(at))).toEqual([NO_DATA]);
    await all(at, 'sang', 'khóa sổ năm 2021', 'đồng ý');
    expect(await all(at, 'lan', 'bổ sung năm 2021', 'Chưa có số liệu', SAVE)).toContain('✓ Đã lưu');
    expect(at.count('change_requests')).toBe(0);
  });

  it('comes back as it was typed where the asker thinks better of it, and is sent again in place of the first', async () => {
    const at = await closed();
    await supplements(at);
    await at.says('lan', 'huỷ');
    expect(openRequests(at.house.archive.read)).toEqual([]);
    expect(await at.says('lan', SAVE)).toContain('→ 2.246');
    await at.says('lan', 'Lý do thứ nhất');
    await supplements(at);
    await at.says('lan', 'Lý do thứ hai');
    expect(openRequests(at.house.archive.read).map(({ reason }) => reason)).toEqual(['Lý do thứ hai']);
    expect(await tap(at, 'sang', 'run:grant:1')).toContain('đã gửi lại phần bổ sung năm 2021');
  });

  it('comes back with what was passed over still passed over', async () => {
    const at = await closed();
    const second = await all(at, 'lan', 'bổ sung năm 2021', 'bỏ qua', 'bỏ qua', '2246');
    expect(second).toContain('Câu 4/');
    await at.says('lan', SAVE);
    expect(await at.says('lan', 'huỷ')).toContain('Câu 4/');
    // Going back takes up what was said, and nothing that was passed over.
    expect(await at.says('lan', 'quay lại')).toContain('Câu 4/');
  });

  it('is not granted by whoever may not open the year', async () => {
    const at = await closed();
    await supplements(at);
    await at.says('lan', 'Báo cáo năm còn thiếu mục này');
    for (const who of ['binh', 'nam', 'ha', 'lan']) {
      expect(await tap(at, who, 'run:grant:1')).toContain('không thuộc quyền');
    }
    expect(yearly(at)).toEqual({});
  });
});
