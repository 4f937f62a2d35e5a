/** How things stand: words, pictures and buttons of one reading, and what is said where something is missing. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { MonthsChart, UnitsChart } from '../../reports/chart/model.ts';
import { hire } from '../support/hire.ts';
import { idsOf, type StatusOffice, statusOffice } from '../support/status-office.ts';

let at: StatusOffice;

beforeEach(async () => {
  at = await statusOffice();
});

describe('a status', () => {
  it('carries a picture of the same numbers', async () => {
    await at.october('nam', 300);
    await at.says('binh', 'tình hình');
    const { text, attachment } = at.last('binh');
    expect(text).toContain('Tiếp nhận 515 · đã giải quyết 432 · quá hạn 4 (0,92%)');
    const chart = attachment?.data as UnitsChart;
    expect(chart.units).toEqual([
      { name: 'UBND phường Đức Thuận', onTime: 214, late: 2 },
      { name: 'UBND phường Bắc Hồng', onTime: 214, late: 2 },
    ]);
    expect(chart.silent).toBe(0);
  });

  it('carries the trend of one unit once there are two months of it', async () => {
    await at.says('binh', 'tình hình đức thuận');
    expect(at.last('binh').attachment).toBeUndefined();
    at.at('2021-12-01');
    for (const text of [
      'tháng 11 nhận 100, trực tuyến 50, trước hạn 80, đúng hạn 10, quá hạn 0',
      '0',
      '163',
      'không có',
      'gửi',
    ])
      await at.says('lan', text);
    await at.says('binh', 'tình hình đức thuận');
    const chart = at.last('binh').attachment?.data as MonthsChart;
    expect(chart.months).toEqual([
      { period: '2021-10', received: 215, resolved: 216, resolvedLate: 2 },
      { period: '2021-11', received: 100, resolved: 90, resolvedLate: 0 },
    ]);
  });

  it('asks which where a name means several, and takes the whole name of one', async () => {
    hire(at, 'duc-thuan-dong,UBND phường Đức Thuận Đông,ward,tinh,dong,Lý Văn Đông,staff');
    expect(await at.says('binh', 'tình hình duc thuan')).toContain('· UBND phường Đức Thuận ·');
    expect(await at.says('binh', 'tình hình p. đức thuận')).toContain('· UBND phường Đức Thuận ·');
    expect(await at.says('binh', 'tình hình thuận')).toBe('Của đơn vị nào?');
    expect(idsOf(at.last('binh'))).toHaveLength(2);
    expect(await at.says('binh', '2')).toContain('· UBND phường Đức Thuận Đông ·');
  });

  it('takes the bare name of a unit right after it, and no other words', async () => {
    await at.says('binh', 'tình hình tháng 10');
    expect(await at.says('binh', 'đức thuận')).toContain('Tình hình tháng 10/2021 · UBND phường Đức Thuận');
    expect(await at.says('binh', 'cảm ơn em')).not.toContain('Tình hình');
  });

  it('says that a month is not over, and that one has not begun', async () => {
    expect(await at.says('binh', 'tình hình tháng 11')).toContain('Tháng 11/2021 chưa kết thúc');
    expect(await at.says('binh', 'tình hình tháng 12/2021')).toBe('! Tháng 12/2021 chưa tới, chưa có số liệu.');
    expect(await at.says('binh', 'tình hình quý 1/2022')).toBe('! Quý 1/2022 chưa tới, chưa có số liệu.');
  });

  it('counts a report by its first sending: a correction after the day does not make it late', async () => {
    at.at('2021-11-20');
    for (const text of ['sửa tháng 10', '2', '216, 150', 'gửi']) await at.says('lan', text);
    await at.october('nam', 300);
    const told = await at.says('binh', 'tình hình tháng 10');
    expect(told).toContain('Đã báo cáo: 2/2 đơn vị (100%) · đúng hạn 1 (50%)');
    expect(told).toContain('Tiếp nhận 516');
    expect(await at.says('binh', 'xã nào trễ hạn nhiều nhất')).toContain('Gửi báo cáo sau hạn: UBND phường Bắc Hồng');
  });

  it('leaves "chưa có số liệu" out of the sums and says so; it is not 0', async () => {
    at.temporary.archive.sqlite.exec(
      `update answers set kind = 'no_data', value = null where indicator in ('resolved', 'resolved_late') and unit_id = ${at.unitId('duc-thuan')}`,
    );
    const told = await at.says('binh', 'tình hình');
    expect(told).toContain('đã giải quyết chưa có số liệu · quá hạn chưa có số liệu');
    expect(told).toContain('Chưa kể 1 báo cáo ghi "chưa có số liệu": Đã giải quyết 1, Quá hạn 1');
    expect(at.last('binh').attachment).toBeUndefined();
  });

  it('compares with signs and percentages', async () => {
    at.at('2021-12-01');
    for (const text of [
      'tháng 11 nhận 430, trực tuyến 50, trước hạn 410, đúng hạn 10, quá hạn 1',
      '0',
      'máy hỏng',
      '163',
      'không có',
      'gửi',
    ])
      await at.says('lan', text);
    const told = await at.says('binh', 'so với tháng trước');
    expect(told).toContain('Tháng 11/2021 so với tháng 10/2021');
    expect(told).toContain('Tiếp nhận: 430 (trước: 215; +215, +100%)');
    expect(told).toContain('Quá hạn: 1 (trước: 2; -1, -50%)');
    expect(told).not.toContain('chưa so được hết');
  });

  it('speaks English to whoever wants it', async () => {
    await at.says('binh', 'english');
    expect(await at.says('binh', 'tình hình')).toMatch(/Status for 10\/2021 .*\nReported: 1 of 2 units \(50%\)/);
    expect(await at.says('binh', 'ai chưa nộp')).toContain('Not sent, 10/2021 (1 of 2 units)');
  });
});

it('sends the table of a small office at once, and of nobody else', async () => {
  await at.says('nam', 'tải số liệu tháng 10');
  expect(JSON.stringify(at.last('nam').attachment?.data)).not.toMatch(/Đức Thuận|215/);
  await at.says('binh', 'tải số liệu tháng 10');
  expect(at.last('binh').attachment).toMatchObject({ maker: 'month-xlsx', name: 'so-lieu-so-kh-cn-2021-10.xlsx' });
  expect(JSON.stringify(at.last('binh').attachment?.data)).toContain('215');
});
