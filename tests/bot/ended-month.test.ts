/** Units merged and split in the middle of a month: what becomes of the month, answered, begun and sent. */
import { describe, expect, it } from 'vitest';
import { filingOf } from '../../db/answers.ts';
import { sumsWithLineage } from '../../db/lineage.ts';
import { applyRoster, knownRoster } from '../../db/roster.ts';
import { unitTree } from '../../db/units.ts';
import { checkRoster } from '../../domain/roster.ts';
import type { Office } from '../support/office.ts';
import { room, says, sent, unit } from '../support/reshape-room.ts';

const INTO = 'sáp nhập phường Bắc Hồng vào phường Đức Thuận từ ngày 22/11/2026';
const SPLIT = 'tách phường Bắc Hồng thành phường Hồng Đông, phường Hồng Tây từ ngày 22/11/2026';
const MONTH = 'chuyển qua 1, nhận 60, trực tuyến 40, trước hạn 50, đúng hạn 6, quá hạn 0';

const filed = (at: Office): unknown[] =>
  at.house.archive.sqlite
    .prepare('select u.code, f.period from filings f join units u on u.id = f.unit_id order by f.id')
    .all();

/** Nam has begun a month for Bắc Hồng; then the administrator says something, and yes. */
async function begun(month: string, said: string, ...more: string[]): Promise<Office> {
  const at = room();
  await says(at, 'nam', `báo cáo tháng ${month}`, MONTH);
  expect(await says(at, 'quan', said, ...more, 'đúng')).toContain('✓');
  return at;
}

describe('a month begun for a unit that is merged before it is over', () => {
  it('is said to be reported by what it was merged into, with what was answered', async () => {
    const at = await begun('11', INTO);
    expect(at.heard('nam').at(-1)?.text).toContain(
      'Báo cáo tháng 11/2026 của UBND phường Bắc Hồng đang làm dở không phải gửi nữa',
    );
    const told = await at.says('nam', '0');
    expect(told).toContain(
      'UBND phường Bắc Hồng không phải gửi báo cáo tháng 11/2026: đơn vị hoạt động đến 21/11/2026',
    );
    expect(told).toContain('Tháng này UBND phường Đức Thuận báo cáo chung từ đầu tháng.');
    expect(told).toContain('2. Tiếp nhận: 60 (trực tuyến 40, trực tiếp 20)');
  });

  it('is sent for nobody, however it is gone on with', async () => {
    const at = await begun('11', INTO);
    for (const text of ['0', '120', 'không', 'gửi', 'tiếp tục', 'gửi', 'báo cáo tháng 11 phường bắc hồng', MONTH]) {
      await at.says('nam', text);
    }
    expect(filed(at)).toEqual([]);
  });

  it('is kept until it is dropped for the month of the unit that goes on', async () => {
    const at = await begun('11', INTO);
    await at.says('nam', '0');
    const [choice] = at.heard('nam').at(-1)?.choices?.flat() ?? [];
    expect(choice?.label).toBe('Bỏ nháp, làm tháng 11/2026 của UBND phường Đức Thuận');
    expect(await at.says('nam', 'tiếp tục')).toContain('2. Tiếp nhận: 60');
    const opened = await at.says('nam', '1');
    expect(opened).toContain('Báo cáo tháng 11/2026 · UBND phường Đức Thuận');
    expect(opened).toContain('Tính cả hồ sơ từ đầu tháng của UBND phường Bắc Hồng (nhập vào trong tháng).');
    await at.says('nam', 'nhận 300');
    expect(await at.says('nam', 'tiếp tục')).not.toContain('Tiếp nhận: 60');
  });

  it('is gone on with where the merger is taken back', async () => {
    const at = await begun('11', INTO);
    await at.says('nam', '0');
    at.house.archive.write((tx) => {
      const cells = {
        unit_code: 'bac-hong',
        unit_name: 'UBND phường Bắc Hồng',
        unit_kind: 'ward',
        parent_code: 'tinh',
      };
      const rows = [{ line: 2, cells: { ...cells, valid_to: 'không', successor_code: 'không' } }];
      applyRoster(tx, checkRoster(rows, knownRoster(tx)), at.now());
    });
    expect(await at.says('nam', 'tiếp tục')).toContain('Báo cáo tháng 11/2026 · UBND phường Bắc Hồng');
    for (const text of ['0', '120', 'không']) await at.says('nam', text);
    expect(await at.says('nam', 'gửi')).toContain('✓ Đã gửi báo cáo tháng 11/2026');
    expect(filed(at)).toEqual([{ code: 'bac-hong', period: '2026-11' }]);
  });

  it.each([
    ['tình hình tháng 11', 'Tình hình tháng 11/2026'],
    ['xin chào', 'Chào anh/chị Nam'],
  ])('does not swallow what is answered before it is asked again: %s', async (text, answer) => {
    const at = await begun('11', INTO);
    const said = await at.says('nam', text);
    expect(said).toContain(answer);
    expect(said).toContain('không phải gửi báo cáo tháng 11/2026');
  });

  it('offers no month where nobody reports on it yet', async () => {
    const at = await begun('11', 'sáp nhập Bắc Hồng vào phường Hồng Lĩnh từ 25/11/2026', '1');
    const told = await at.says('nam', '0');
    expect(told).toContain('Tháng này UBND phường Hồng Lĩnh báo cáo chung');
    expect(at.heard('nam').at(-1)?.choices).toBeUndefined();
    at.at('2026-11-25', '09:00');
    await at.says('nam', 'tiếp tục');
    expect(at.heard('nam').at(-1)?.choices?.flat()).toHaveLength(1);
  });
});

describe('a month begun for a unit that lived to see its end', () => {
  it.each([
    ['merged later', INTO],
    ['merged on the first day of the next', 'sáp nhập phường Bắc Hồng vào phường Đức Thuận từ ngày 1/11/2026'],
  ])('stays with whoever began it and is sent for the old unit: %s', async (_case, said) => {
    const at = await begun('10', said);
    expect(at.heard('nam').at(-1)?.text).toContain(
      'Báo cáo tháng 10/2026 của UBND phường Bắc Hồng đang làm dở được giữ nguyên',
    );
    for (const text of ['0', '120', 'không']) await at.says('nam', text);
    expect(await at.says('nam', 'gửi')).toContain('✓ Đã gửi báo cáo tháng 10/2026');
    expect(filed(at)).toEqual([{ code: 'bac-hong', period: '2026-10' }]);
  });

  it('says nothing of whose the month is where units change on its first day', async () => {
    const at = room();
    const asked = await at.says('quan', 'sáp nhập phường Bắc Hồng vào phường Đức Thuận từ ngày 1/12/2026');
    expect(asked).not.toContain('báo cáo chung');
    await at.says('quan', 'đúng');
    at.at('2026-12-02', '09:00');
    expect(await at.says('lan', 'báo cáo tháng 12')).not.toContain('Tính cả');
    expect(await at.says('lan', 'báo cáo tháng 11 phường bắc hồng')).toContain(
      'Báo cáo tháng 11/2026 · UBND phường Bắc Hồng',
    );
  });
});

describe('a month begun for a unit that is split before it is over', () => {
  it('is said to be reported by the parts, each dossier once', async () => {
    const at = await begun('11', SPLIT, 'nam về 1', 'còn lại để sau');
    expect(at.heard('nam').at(-1)?.text).toContain('không phải gửi nữa');
    const told = await at.says('nam', '0');
    expect(told).toContain('mỗi hồ sơ ghi ở nơi đang giữ: UBND phường Hồng Đông, UBND phường Hồng Tây');
    expect(await at.says('nam', '1')).toContain(
      'Đơn vị tách trong tháng từ UBND phường Bắc Hồng: hồ sơ từ đầu tháng ghi ở đơn vị mới đang giữ',
    );
    expect(filed(at)).toEqual([]);
  });
});

describe('the unit that goes on', () => {
  it('is told what its month counts before the administrator says yes, when it is told of it, and before it is sent', async () => {
    const at = room();
    await says(
      at,
      'lan',
      'báo cáo tháng 11',
      'chuyển qua 5, nhận 110, trực tuyến 60, trước hạn 100, đúng hạn 10, quá hạn 0',
      '0',
    );
    const joint = 'Tháng 11/2026: UBND phường Đức Thuận báo cáo chung cả tháng, đơn vị cũ không tính riêng nữa.';
    expect(await at.says('quan', INTO)).toContain(joint);
    await at.says('quan', 'đúng');
    expect(at.heard('lan').at(-1)?.text).toContain(joint);
    const review = await says(at, 'lan', '163', 'không');
    expect(review).toContain('Xem lại trước khi gửi');
    expect(review).toContain('Tính cả hồ sơ từ đầu tháng của UBND phường Bắc Hồng');
  });

  it('reports for the other too where that sent the month before it ended: its own alone counts, in status and report', async () => {
    const at = room();
    sent(at, 'bac-hong', '2026-11', 10, 5);
    await says(at, 'quan', INTO, 'đúng');
    const received = () => {
      const { read } = at.house.archive;
      const heir = unit(at, 'duc-thuan');
      return sumsWithLineage(read, unitTree(read), heir, ['2026-11'], 'calendar_month', ['received']).sums.received;
    };
    at.at('2026-12-01', '09:00');
    expect(received()).toBe(0);
    expect(await at.says('sang', 'tình hình tháng 11/2026')).not.toContain('Tiếp nhận 10');
    const asked = await at.says('lan', 'báo cáo tháng 11 phường đức thuận');
    expect(asked).toContain('Tính cả hồ sơ từ đầu tháng của UBND phường Bắc Hồng (nhập vào trong tháng).');
    expect(asked).toContain('UBND phường Bắc Hồng đã gửi riêng tháng này trước khi sắp xếp: vẫn tính cả vào đây');
    await says(at, 'lan', 'dừng', 'bỏ nháp');
    sent(at, 'duc-thuan', '2026-11', 50, 8);
    expect(received()).toBe(50);
    at.at('2027-01-04', '09:00');
    expect(await at.says('lan', 'báo cáo tháng 12')).toContain('Kỳ trước chuyển qua: 8 hồ sơ');
    const status = await at.says('sang', 'tình hình quý 4/2026');
    expect(status).toContain('Tiếp nhận 50');
    expect(status).toContain('đang giải quyết 8');
  });

  it('may still have a month the other sent early corrected by it', async () => {
    const at = room();
    sent(at, 'bac-hong', '2026-11', 10, 5);
    await says(at, 'quan', INTO, 'đúng');
    expect(await at.says('nam', 'sửa tháng 11 phường bắc hồng')).toContain(
      'Sửa báo cáo tháng 11/2026 · UBND phường Bắc Hồng',
    );
    expect(filingOf(at.house.archive.read, unit(at, 'bac-hong').id, '2026-11')).toBeDefined();
  });
});
