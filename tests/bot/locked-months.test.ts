/** Months named by their ends or one by one are closed and opened with one yes, each as a deed of its own. */
import { describe, expect, it } from 'vitest';
import { locksOf } from '../../db/locks.ts';
import { unitByCode } from '../../db/units.ts';
import { periodsOfYear } from '../../domain/period.ts';
import { type Office, office } from '../support/office.ts';
import { statusOffice } from '../support/status-office.ts';

/** The numbers of the months of 2021 that are closed for a unit by a word on it. */
const closed = (at: Office, code = 'tinh') =>
  periodsOfYear(2021).flatMap((period, index) => {
    const unit = unitByCode(at.house.archive.read, code)?.id;
    const own = locksOf(at.house.archive.read, period).filter((lock) => lock.unit === unit);
    return own.at(-1)?.locked === true ? [index + 1] : [];
  });

async function all(at: Office, who: string, ...texts: string[]): Promise<string> {
  let last = '';
  for (const text of texts) last = await at.says(who, text);
  return last;
}

const deeds = (at: Office, action: string) =>
  at.temporary.archive.sqlite.prepare('select subject, detail from audit where action = ?').all(action);

describe('closing several months', () => {
  it('names them and how many units have not sent each, then closes them with one yes', async () => {
    const at = await statusOffice();
    const preview = await at.says('sang', 'khóa sổ từ tháng 8 đến tháng 10');
    expect(preview).toContain('Khóa sổ tháng 08/2021 đến tháng 10/2021 · Sở KH&CN');
    expect(preview).toContain('Đã gửi: 1/6 báo cáo tháng');
    expect(preview).toContain('Số đơn vị chưa gửi từng tháng: tháng 8–9: 2 · tháng 10: 1');
    expect(closed(at)).toEqual([]);
    const done = await at.says('sang', 'đồng ý');
    expect(done).toContain('✓ Đã khóa sổ tháng 08/2021 đến tháng 10/2021 của Sở KH&CN: 3 tháng');
    expect(closed(at)).toEqual([8, 9, 10]);
  });

  it('is a deed for each month, with who had not sent it', async () => {
    const at = await statusOffice();
    await all(at, 'sang', 'khóa sổ các tháng 9, 10', 'đồng ý');
    expect(deeds(at, 'lock_period')).toEqual([
      { subject: 'unit:tinh/2021-09', detail: '{"missing":["duc-thuan","bac-hong"]}' },
      { subject: 'unit:tinh/2021-10', detail: '{"missing":["bac-hong"]}' },
    ]);
  });

  it('says which of them is closed already, and does not close it twice', async () => {
    const at = office();
    await all(at, 'sang', 'khóa sổ tháng 5', 'đồng ý');
    expect(await at.says('sang', 'khóa sổ tháng 4-6 đức thuận')).toContain('tháng 4, 6: 1 · tháng 5: đã khóa');
    await at.says('sang', 'đồng ý');
    expect(closed(at, 'duc-thuan')).toEqual([4, 6]);
    expect(deeds(at, 'lock_period')).toHaveLength(3);
    expect(await at.says('sang', 'khóa sổ tháng 4-6 đức thuận')).toContain('đã khóa sổ đủ 3 tháng');
  });

  it('takes months that do not follow one another, and opens them with the words it says', async () => {
    const at = office();
    expect(await at.says('sang', 'khóa sổ tháng 4, 5 và tháng 8')).toContain(
      'Khóa sổ tháng 4–5, 8 năm 2021 · Sở KH&CN',
    );
    const words = /gõ "(?<words>[^"]+)"/.exec(await at.says('sang', 'đồng ý'))?.groups?.words ?? '';
    expect(closed(at)).toEqual([4, 5, 8]);
    expect(await at.says('sang', words)).toContain('Mở khóa tháng 4–5, 8 năm 2021');
    await at.says('sang', 'đồng ý');
    expect(closed(at)).toEqual([]);
    expect(deeds(at, 'unlock_period')).toHaveLength(3);
  });

  it.each(['khóa sổ từ tháng 4 đến tháng 8', 'khóa sổ tháng 1 đến 8', 'khóa sổ tháng 2, 4-6', 'khóa sổ tháng 7-9'])(
    'says words that open what they closed: %s',
    async (text) => {
      const at = office();
      const words = /gõ "(?<words>[^"]+)"/.exec(await all(at, 'sang', text, 'đồng ý'))?.groups?.words ?? '';
      expect(closed(at).length).toBeGreaterThan(2);
      await all(at, 'sang', words, 'đồng ý');
      expect(closed(at)).toEqual([]);
    },
  );

  it('opens what is closed of those named', async () => {
    const at = office();
    await all(at, 'sang', 'khóa sổ từ tháng 4 đến tháng 8', 'đồng ý');
    expect(await all(at, 'sang', 'mở khóa tháng 5-6', 'đồng ý')).toContain(
      'Đã mở khóa tháng 05/2021 đến tháng 06/2021',
    );
    expect(closed(at)).toEqual([4, 7, 8]);
    expect(await at.says('sang', 'mở khóa tháng 5-6')).toContain('không có tháng nào khóa sổ');
  });

  it('without their year are the latest that have begun', async () => {
    const at = office();
    at.at('2022-02-15');
    expect(await at.says('sang', 'khóa sổ tháng 10, 12')).toContain('Khóa sổ tháng 10, 12 năm 2021');
    expect(await at.says('sang', 'khóa sổ từ tháng 11 đến tháng 12')).toContain('Khóa sổ 2 tháng cuối năm 2021');
  });

  it('refuses months of which one has not begun', async () => {
    const at = office();
    const said = await at.says('sang', 'khóa sổ các tháng 10, 12');
    expect(said).toContain('Chưa tới tháng cuối của tháng 10, 12 năm 2021');
    await at.says('sang', 'đồng ý');
    expect(at.count('period_locks')).toBe(0);
  });

  it.each(['lan', 'binh'])('is not %s’s to do, by words or by a button', async (who) => {
    const at = office();
    expect(await at.says(who, 'khóa sổ tháng 4-8')).toContain('không thuộc quyền');
    await at.does(who, { kind: 'choice', id: 'run:lock:2:2021-04,2021-06' });
    await at.says(who, 'đồng ý');
    expect(at.count('period_locks')).toBe(0);
  });

  it.each(['2021-06,2021-04', '2021-04,', ',2021-04', '2021-04,2021-04', '2021-04,x', '2021-M08-04'])(
    'is nothing where a button names no months in order: %s',
    async (id) => {
      const at = office();
      await at.does('sang', { kind: 'choice', id: `run:lock:1:${id}` });
      await at.says('sang', 'đồng ý');
      expect(at.count('period_locks')).toBe(0);
    },
  );

  it('speaks English to whoever reads it', async () => {
    const at = office();
    await at.says('sang', 'english');
    const preview = await at.says('sang', 'khóa sổ các tháng 4, 5, 8');
    expect(preview).toContain('Close months 4–5, 8 of 2021 · Sở KH&CN');
    expect(preview).toContain('Units that have not sent each month: 4–5, 8: 2');
  });
});
