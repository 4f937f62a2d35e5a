/** What a split leaves behind: the units under the one that ended, in reach of somebody, and its stock, counted once. */
import { describe, expect, it } from 'vitest';
import { personByCode } from '../../db/people.ts';
import { unitTree } from '../../db/units.ts';
import { may } from '../../domain/person.ts';
import { monthXlsx } from '../../reports/month-xlsx.ts';
import type { Office } from '../support/office.ts';
import { room, says, sent, tableSentTo, unit, withStations } from '../support/reshape-room.ts';
import { openedSheet } from '../support/workbook.ts';

describe('the year of a split', () => {
  it('comes to the same stock in the message and in the file', async () => {
    const at = room();
    sent(at, 'duc-thuan', '2026-11', 30, 2);
    sent(at, 'bac-hong', '2026-11', 10, 5);
    await says(
      at,
      'quan',
      'tách phường Bắc Hồng thành phường Bắc Hồng Đông, phường Bắc Hồng Tây từ 1/12/2026',
      'tất cả để sau',
      'đúng',
    );
    const stock = async (): Promise<[string, string]> => {
      const said = await at.says('sang', 'tình hình quý 4/2026');
      await at.says('sang', 'tải số liệu quý 4/2026');
      const { rows } = await openedSheet(await monthXlsx(tableSentTo(at, 'sang')));
      const total = rows.find(([, label]) => String(label).startsWith('Tổng số'));
      return [/đang giải quyết (\d+)/.exec(said)?.[1] ?? '', String(total?.[10])];
    };
    at.at('2027-01-05', '09:00');
    // Nobody after it has told anything: the old stock is the last known.
    expect(await stock()).toEqual(['7', '7']);
    sent(at, 'bac-hong-dong', '2026-12', 6, 3);
    expect(await stock()).toEqual(['5', '5']);
    sent(at, 'bac-hong-tay', '2026-12', 6, 4);
    sent(at, 'duc-thuan', '2026-12', 30, 1);
    expect(await stock()).toEqual(['8', '8']);
  });
});
describe('units under one that ends', () => {
  const reaches = (at: Office, who: string, code: string): boolean => {
    const { read } = at.house.archive;
    const person = personByCode(read, who);
    return person !== undefined && may(person, 'manage_people', unit(at, code).id, unitTree(read), '2026-11-22');
  };
  const SPLIT = 'tách phường Bắc Hồng thành phường Bắc Hồng Đông, phường Bắc Hồng Tây từ 20/11/2026';

  it('go where it is said when it is split, and stay in reach of who coordinates them', async () => {
    const at = withStations();
    expect(await at.says('quan', SPLIT)).toContain('2 đơn vị trực thuộc cần chọn nơi về');
    await says(at, 'quan', 'tây', '1', 'tất cả về đông');
    expect(at.heard('quan').at(-1)?.text).toContain('Trực thuộc phường Bắc Hồng Tây (1): Trạm Y tế Một.');
    await at.says('quan', 'đúng');
    expect(unit(at, 'tram-1').parent).toBe(unit(at, 'bac-hong-tay').id);
    expect(unit(at, 'tram-2').parent).toBe(unit(at, 'bac-hong-dong').id);
    expect([reaches(at, 'sang', 'tram-1'), reaches(at, 'sang', 'tram-2')]).toEqual([true, true]);
    // quy went to the eastern part, and looks after what is there.
    expect([reaches(at, 'quy', 'tram-1'), reaches(at, 'quy', 'tram-2')]).toEqual([false, true]);
  });

  it('go all at once with one tap', async () => {
    const at = withStations();
    await says(at, 'quan', SPLIT, 'Cả 2 về phường Bắc Hồng Tây', 'tất cả để sau', 'đúng');
    expect([unit(at, 'tram-1').parent, unit(at, 'tram-2').parent]).toEqual(
      Array.from({ length: 2 }, () => unit(at, 'bac-hong-tay').id),
    );
  });

  it.each(['bỏ qua', 'về phường Đức Thuận', '9', 'không'])('are not left behind by %j', async (words) => {
    const at = withStations();
    await says(at, 'quan', SPLIT, words);
    expect(at.heard('quan').at(-1)?.text).toContain('Trạm Y tế Một về đơn vị nào?');
  });

  it('stay where they are with all the rest where the splitting is put off', async () => {
    const at = withStations();
    await says(at, 'quan', SPLIT, 'để sau');
    expect([unit(at, 'bac-hong').validTo, unit(at, 'tram-1').parent]).toEqual([undefined, unit(at, 'bac-hong').id]);
  });

  it('go along when it is merged, into a new unit or one there is, and it is said before', async () => {
    for (const said of ['sáp nhập Bắc Hồng vào Đức Thuận', 'sáp nhập Bắc Hồng, Đức Thuận thành phường Hồng Lĩnh']) {
      const at = withStations();
      expect(await at.says('quan', `${said} từ 20/11/2026`)).toContain('2 đơn vị trực thuộc chuyển theo');
      await at.says('quan', 'đúng');
      const parent = unit(at, 'bac-hong').successor;
      expect(parent).toBeDefined();
      expect([unit(at, 'tram-1').parent, unit(at, 'tram-2').parent]).toEqual([parent, parent]);
      expect([reaches(at, 'sang', 'tram-1'), reaches(at, 'quy', 'tram-2')]).toEqual([true, true]);
    }
  });

  it('are not moved before the day: the tree knows one parent', async () => {
    const at = withStations();
    expect(await at.says('quan', 'sáp nhập Bắc Hồng vào Đức Thuận từ 1/12/2026')).toContain('có đơn vị trực thuộc');
  });

  it('never stand under one that has ended, whatever is done', async () => {
    const at = withStations();
    await says(at, 'quan', SPLIT, 'tất cả về 1', 'tất cả để sau', 'đúng');
    await says(at, 'quan', 'sáp nhập Bắc Hồng Đông vào Đức Thuận từ 22/11/2026', 'đúng');
    const tree = unitTree(at.house.archive.read);
    const orphans = [...tree.values()].filter(
      ({ parent, validTo }) => validTo === undefined && tree.get(parent ?? 0)?.validTo !== undefined,
    );
    expect(orphans).toEqual([]);
  });
});
