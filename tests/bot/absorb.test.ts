/** Units merged into one there is, through the whole house: nothing lost, nothing twice. */
import { describe, expect, it } from 'vitest';
import { figuresWithLineage } from '../../db/lineage.ts';
import { personByCode } from '../../db/people.ts';
import { unitTree } from '../../db/units.ts';
import { hire } from '../support/hire.ts';
import type { Office } from '../support/office.ts';
import { room, says, sent, tableSentTo, unit, withStations } from '../support/reshape-room.ts';

const INTO = 'sáp nhập phường Bắc Hồng vào phường Đức Thuận từ ngày 1/12/2026';

const roles = (at: Office, code: string) => personByCode(at.house.archive.read, code)?.memberships;

describe('a unit merged into one there is', () => {
  it.each([
    INTO,
    'sap nhap bac hong vao duc thuan tu 1/12/2026',
    'gộp Bắc Hồng vào Đức Thuận từ 1/12/2026',
    'nhập phường Bắc Hồng vào phường Đức Thuận từ 1/12',
    'sáp nhập Đức Thuận, Bắc Hồng vào Đức Thuận từ 1/12/2026',
  ])('is so however it is said: %s', async (said) => {
    const at = room();
    const asked = await at.says('quan', said);
    expect(asked).toContain('UBND phường Bắc Hồng nhập vào UBND phường Đức Thuận');
    const [old, heir] = [unit(at, 'bac-hong'), unit(at, 'duc-thuan')];
    expect(await at.says('quan', 'đúng')).toContain('✓ Đã nhập UBND phường Bắc Hồng vào UBND phường Đức Thuận');
    expect(unit(at, 'bac-hong')).toEqual({ ...old, validTo: '2026-11-30', successor: heir.id });
    // Its name, code and place stay; it is known to have been there before.
    expect(unit(at, 'duc-thuan')).toEqual({ ...heir, validFrom: '1900-01-01' });
    expect(roles(at, 'nam')).toEqual([
      { unit: old.id, role: 'staff', validTo: '2027-01-14' },
      { unit: heir.id, role: 'staff', validFrom: '2026-12-01' },
    ]);
    expect(roles(at, 'lan')).toEqual([{ unit: heir.id, role: 'staff' }]);
    expect(at.heard('nam').at(-1)?.text).toContain('anh/chị làm việc ở UBND phường Đức Thuận');
    expect(at.heard('lan').at(-1)?.text).toContain('UBND phường Bắc Hồng nhập vào UBND phường Đức Thuận');
  });

  it('keeps its own past, and the other’s is added to it up to the day', async () => {
    const at = room();
    for (const [code, received] of [
      ['duc-thuan', 40],
      ['bac-hong', 10],
    ] as const) {
      for (const period of ['2026-10', '2026-11']) sent(at, code, period, received, 3);
    }
    await says(at, 'quan', INTO, 'đúng');
    sent(at, 'duc-thuan', '2026-12', 55, 6);
    const { read } = at.house.archive;
    const heir = unit(at, 'duc-thuan');
    const periods = ['2026-09', '2026-10', '2026-11', '2026-12'];
    const found = figuresWithLineage(read, unitTree(read), heir, periods, 'calendar_month');
    expect(found.months.map((month) => [month.period, month.unit.code])).toEqual([
      ['2026-10', 'bac-hong'],
      ['2026-10', 'duc-thuan'],
      ['2026-11', 'bac-hong'],
      ['2026-11', 'duc-thuan'],
      ['2026-12', 'duc-thuan'],
    ]);
    expect(found.silent.map((month) => [month.period, month.unit.code])).toEqual([
      ['2026-09', 'bac-hong'],
      ['2026-09', 'duc-thuan'],
    ]);
    expect(found.since).toBe('2026-12-01');
    at.at('2027-01-05', '09:00');
    const said = await at.says('sang', 'tình hình quý 4/2026');
    expect(said).toContain('Tiếp nhận 155');
    expect(said).toContain('đang giải quyết 6');
    await at.says('sang', 'tải số liệu quý 4/2026');
    const table = tableSentTo(at, 'sang');
    const row = table.rows.find((each) => each.unit === heir.name);
    expect(row?.figures).toMatchObject({ received: 155, pending_total: 6 });
    expect(table.mergers).toEqual([{ units: ['UBND phường Bắc Hồng'], into: heir.name, day: '2026-12-01' }]);
  });

  it('is a row of its own in the file of months in which both were there', async () => {
    const at = room();
    sent(at, 'duc-thuan', '2026-10', 40, 3);
    sent(at, 'bac-hong', '2026-10', 10, 5);
    await says(at, 'quan', INTO, 'đúng');
    at.at('2027-01-05', '09:00');
    const rowsOf = async (span: string): Promise<string[]> => {
      await at.says('sang', `tải số liệu ${span}`);
      return tableSentTo(at, 'sang').rows.map((row) => row.unit);
    };
    expect(await rowsOf('tháng 10/2026')).toEqual(['UBND phường Đức Thuận', 'UBND phường Bắc Hồng']);
    expect(await rowsOf('tháng 12/2026')).toEqual(['UBND phường Đức Thuận']);
    expect(await rowsOf('quý 4/2026')).toEqual(['UBND phường Đức Thuận']);
  });

  it('counts the stock of both until the one that goes on has told a month of both', async () => {
    const at = room();
    sent(at, 'duc-thuan', '2026-11', 40, 3);
    sent(at, 'bac-hong', '2026-11', 10, 5);
    await says(at, 'quan', INTO, 'đúng');
    at.at('2027-01-05', '09:00');
    expect(await at.says('sang', 'tình hình quý 4/2026')).toContain('đang giải quyết 8');
  });

  it('has its first month afterwards carry over what both had pending', async () => {
    const at = room();
    sent(at, 'duc-thuan', '2026-11', 40, 3);
    sent(at, 'bac-hong', '2026-11', 10, 5);
    await says(at, 'quan', INTO, 'đúng');
    at.at('2027-01-04', '09:00');
    expect(await at.says('lan', 'báo cáo tháng 12')).toContain('Kỳ trước chuyển qua: 8 hồ sơ');
  });

  it('leaves the last month of the other to those who go on', async () => {
    const at = room();
    await says(at, 'quan', INTO, 'đúng');
    at.at('2026-12-02', '09:00');
    expect(await at.says('lan', 'báo cáo tháng 11 phường bắc hồng')).toContain(
      'Báo cáo tháng 11/2026 · UBND phường Bắc Hồng',
    );
  });

  it('does not cut short the role of somebody who works at both', async () => {
    const at = room();
    hire(at, 'duc-thuan,UBND phường Đức Thuận,ward,tinh,nam,Đỗ Văn Nam,staff');
    at.house.archive.sqlite.exec(
      `update memberships set valid_to = '2026-12-20' where unit_id = ${unit(at, 'bac-hong').id}`,
    );
    await says(at, 'quan', INTO, 'đúng');
    expect(roles(at, 'nam')).toContainEqual({ unit: unit(at, 'duc-thuan').id, role: 'staff' });
  });

  it('asks whether a name nobody has is that of a new unit, and then makes it', async () => {
    const at = room();
    const asked = await at.says('quan', 'sáp nhập Bắc Hồng vào phường Hồng Lĩnh từ 1/12/2026');
    expect(asked).toContain('Chưa có đơn vị "phường Hồng Lĩnh"');
    expect(await says(at, 'quan', '1', 'đúng')).toContain('thành UBND phường Hồng Lĩnh (mã hong-linh)');
    expect(unit(at, 'bac-hong').successor).toBe(unit(at, 'hong-linh').id);
  });

  it('takes the name typed again instead', async () => {
    const at = room();
    await at.says('quan', 'sáp nhập Bắc Hồng vào phường Đức Thận từ 1/12/2026');
    expect(await at.says('quan', 'Đức Thuận')).toContain('UBND phường Bắc Hồng nhập vào UBND phường Đức Thuận');
    expect(await at.says('quan', 'không')).not.toContain('✓ Đã nhập');
    expect(unit(at, 'bac-hong').validTo).toBeUndefined();
  });

  it('is no unit above the one it would go into', async () => {
    const at = withStations();
    const said = await at.says('quan', 'sáp nhập Bắc Hồng vào Trạm Y tế Một từ 20/11/2026');
    expect(await says(at, 'quan', 'đúng')).toContain('đang trực thuộc');
    expect(said).toContain('nhập vào');
    expect(unit(at, 'bac-hong').validTo).toBeUndefined();
  });

  it.each(['lan', 'binh', 'sang', 'quy'])('is refused to %s, who is no administrator', async (who) => {
    const at = room();
    expect(await at.says(who, INTO)).toContain('do quản trị thực hiện');
    expect(unit(at, 'bac-hong').validTo).toBeUndefined();
  });

  it('may be drawn on a unit that was merged into before', async () => {
    const at = room();
    hire(at, 'xuan-lam,UBND xã Xuân Lam,commune,tinh,hoa,Phạm Thị Hoa,staff');
    await says(at, 'quan', 'sáp nhập Bắc Hồng vào Đức Thuận từ 20/11/2026', 'đúng');
    await says(at, 'quan', 'sáp nhập Xuân Lam vào Đức Thuận từ 1/12/2026', 'đúng');
    expect(unit(at, 'xuan-lam').successor).toBe(unit(at, 'duc-thuan').id);
    const { read } = at.house.archive;
    const found = figuresWithLineage(read, unitTree(read), unit(at, 'duc-thuan'), ['2026-11'], 'calendar_month');
    // Bắc Hồng did not live to see the end of November.
    expect(found.silent.map((month) => month.unit.code)).toEqual(['xuan-lam', 'duc-thuan']);
  });
});
