/** Units merged into one there is, and what stands under them, through the whole house: nothing lost, nothing twice. */
import { describe, expect, it } from 'vitest';
import { type Figures, recordFigures, recordFiling } from '../../db/answers.ts';
import { figuresWithLineage } from '../../db/lineage.ts';
import { personByCode } from '../../db/people.ts';
import { unitByCode, unitTree } from '../../db/units.ts';
import { value } from '../../domain/figure.ts';
import { coverage } from '../../domain/period.ts';
import { may } from '../../domain/person.ts';
import type { Unit } from '../../domain/unit.ts';
import type { MonthTable } from '../../reports/month-table.ts';
import { monthXlsx } from '../../reports/month-xlsx.ts';
import { hire } from '../support/hire.ts';
import { type Office, office } from '../support/office.ts';
import { openedSheet } from '../support/workbook.ts';

const INTO = 'sáp nhập phường Bắc Hồng vào phường Đức Thuận từ ngày 1/12/2026';

/** quan administers; lan and ha are staff of Đức Thuận, nam of Bắc Hồng; quy coordinates Bắc Hồng and what is under it. */
function room(): Office {
  const at = office();
  at.at('2026-11-22', '09:00');
  hire(
    at,
    'tinh,Sở KH&CN,department,,quan,Hồ Văn Quân,admin',
    'bac-hong,UBND phường Bắc Hồng,ward,tinh,quy,Phan Văn Quý,coordinator',
  );
  return at;
}

/** The same with two stations under Bắc Hồng. */
function withStations(): Office {
  const at = room();
  hire(
    at,
    'tram-1,Trạm Y tế Một,office,bac-hong,mot,Lê Thị Một,staff',
    'tram-2,Trạm Y tế Hai,office,bac-hong,hai,Bùi Văn Hai,staff',
  );
  return at;
}

function unit(at: Office, code: string): Unit {
  const found = unitByCode(at.house.archive.read, code);
  if (!found) throw new Error(`no unit ${code}`);
  return found;
}

/** What a unit has sent of a month: received, and pending at its end. */
function sent(at: Office, code: string, period: string, received: number, pending: number): void {
  const { archive } = at.house;
  const by = { person: personByCode(archive.read, 'quan')?.id ?? 0, at: at.now() };
  const figures: Figures = {
    received: value(received),
    resolved: value(received),
    resolved_late: value(0),
    pending_total: value(pending),
  };
  const { id } = unit(at, code);
  archive.write((tx) => {
    recordFigures(tx, id, period, figures, by);
    recordFiling(tx, { unit: id, period, ...coverage(period, 'calendar_month'), receipt: `${code}-${period}` }, by);
  });
}

async function says(at: Office, who: string, ...texts: string[]): Promise<string> {
  let last = '';
  for (const text of texts) last = await at.says(who, text);
  return last;
}

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
    const table = at.heard('sang').findLast(({ attachment }) => attachment?.maker === 'month-xlsx')?.attachment
      ?.data as MonthTable;
    const row = table.rows.find((each) => each.unit === heir.name);
    expect(row?.figures).toMatchObject({ received: 155, pending_total: 6 });
    expect(table.mergers).toEqual([{ units: ['UBND phường Bắc Hồng'], into: heir.name, day: '2026-12-01' }]);
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
      const { data } = at.heard('sang').findLast(({ attachment }) => attachment)?.attachment ?? {};
      const { rows } = await openedSheet(await monthXlsx(data as MonthTable));
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
    expect(await at.says('quan', INTO)).toContain('có đơn vị trực thuộc');
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
