/** A quarter is closed and opened with one yes, as its three months. */
import { describe, expect, it } from 'vitest';
import { locksOf } from '../../db/locks.ts';
import { unitByCode } from '../../db/units.ts';
import { periodsOfYear } from '../../domain/period.ts';
import { type Office, office } from '../support/office.ts';

const closedMonths = (at: Office, code = 'tinh', year = 2021) => {
  const unit = unitByCode(at.house.archive.read, code)?.id;
  return periodsOfYear(year).filter(
    (period) =>
      locksOf(at.house.archive.read, period)
        .filter((lock) => lock.unit === unit)
        .at(-1)?.locked === true,
  );
};

async function all(at: Office, who: string, ...texts: string[]): Promise<string> {
  let last = '';
  for (const text of texts) last = await at.says(who, text);
  return last;
}

const QUARTER = ['2021-07', '2021-08', '2021-09'];

describe('closing a quarter', () => {
  it('closes its three months with one yes, after showing who lacks months, and is a deed a month', async () => {
    const at = office();
    const preview = await at.says('sang', 'khóa sổ quý 3');
    expect(preview).toContain('Khóa sổ quý 3/2021 · Sở KH&CN');
    expect(preview).toContain('Đã gửi: 0/6 báo cáo tháng');
    expect(preview).toContain('Chưa gửi đủ các tháng (2): UBND phường Đức Thuận, UBND phường Bắc Hồng');
    expect(preview).not.toContain('tháng 10');
    expect(closedMonths(at)).toEqual([]);
    expect(await at.says('sang', 'đồng ý')).toBe(
      '✓ Đã khóa sổ quý 3/2021 của Sở KH&CN: 3 tháng. Mở lại: gõ "mở khóa quý 3/2021".',
    );
    expect(closedMonths(at)).toEqual(QUARTER);
    const deeds = at.temporary.archive.sqlite.prepare("select subject, detail from audit where action = 'lock_period'");
    const detail = '{"missing":["duc-thuan","bac-hong"]}';
    expect(deeds.all()).toEqual(QUARTER.map((period) => ({ subject: `unit:tinh/${period}`, detail })));
    expect(await at.says('sang', 'khóa sổ quý 3')).toContain('quý 3/2021 đã khóa sổ đủ 3 tháng');
  });

  it('opens them with the words it says', async () => {
    const at = office();
    await all(at, 'sang', 'khóa sổ quý 3', 'đồng ý', 'mở khóa quý 3/2021');
    expect(closedMonths(at)).toEqual(QUARTER);
    expect(await at.says('sang', 'đồng ý')).toContain('Đã mở khóa quý 3/2021');
    expect(closedMonths(at)).toEqual([]);
    expect(await at.says('sang', 'mở khóa quý 3')).toContain('quý 3/2021 không có tháng nào khóa sổ');
  });

  it('half a year too, opened with the words it says', async () => {
    const at = office();
    expect(await all(at, 'sang', 'khóa sổ 6 tháng đầu năm', 'đồng ý')).toContain('gõ "mở khóa 6 tháng đầu năm 2021"');
    expect(closedMonths(at)).toEqual(periodsOfYear(2021).slice(0, 6));
    await all(at, 'sang', 'mở khóa 6 tháng đầu năm 2021', 'đồng ý');
    expect(closedMonths(at)).toEqual([]);
  });

  it('closes only what is left of it', async () => {
    const at = office();
    await all(at, 'sang', 'khóa sổ tháng 8', 'đồng ý', 'khóa sổ quý 3', 'đồng ý');
    expect(closedMonths(at)).toEqual(QUARTER);
    expect(locksOf(at.house.archive.read, '2021-08')).toHaveLength(1);
  });

  it.each([
    ['khóa sổ quý 3 bắc hồng', QUARTER],
    ['chốt số liệu quý III phường Bắc Hồng', QUARTER],
    ['khoa so q3/2021 bac hong', QUARTER],
    ['khóa sổ 6 tháng đầu năm bắc hồng', periodsOfYear(2021).slice(0, 6)],
  ])('is of one unit where one is named: %s', async (text, months) => {
    const at = office();
    await all(at, 'sang', text, 'đồng ý');
    expect(closedMonths(at, 'bac-hong')).toEqual(months);
    expect(closedMonths(at)).toEqual([]);
  });

  it('without its year is the latest that has begun', async () => {
    const at = office();
    at.at('2022-02-15');
    expect(await at.says('sang', 'khóa sổ quý 4')).toContain('Khóa sổ quý 4/2021');
  });

  it('refuses one whose last month has not begun, and names the month that can be closed', async () => {
    const at = office();
    expect(await at.says('sang', 'khóa sổ quý 4')).toContain('gõ "khóa sổ tháng 10/2021"');
    expect(await at.says('sang', 'khóa sổ quý này đức thuận')).toContain('Chưa tới tháng cuối của quý 4/2021');
    expect(at.count('period_locks')).toBe(0);
  });

  it('knows no unit of another name', async () => {
    const at = office();
    expect(await at.says('sang', 'khóa sổ quý 3 xuân lam')).toContain('xuân lam');
    await at.says('sang', 'đồng ý');
    expect(at.count('period_locks')).toBe(0);
  });

  it.each(['lan', 'nam', 'binh'])('is not %s’s to do', async (who) => {
    const at = office();
    expect(await at.says(who, 'khóa sổ quý 3')).toContain('không thuộc quyền');
    await at.does(who, { kind: 'choice', id: 'run:lock:2:2021-Q3' });
    await at.says(who, 'đồng ý');
    expect(at.count('period_locks')).toBe(0);
  });

  it('is no quarter where a button names none', async () => {
    const at = office();
    await at.does('sang', { kind: 'choice', id: 'run:lock:1:2021-Q5' });
    await at.says('sang', 'đồng ý');
    expect(at.count('period_locks')).toBe(0);
  });
});
