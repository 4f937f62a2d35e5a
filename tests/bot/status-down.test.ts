/** Down from a number to the message it came from; who has not sent, and reminding them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { identitiesOf, markGone, personByCode } from '../../db/people.ts';
import { idsOf, type StatusOffice, statusOffice } from '../support/status-office.ts';

let at: StatusOffice;

beforeEach(async () => {
  at = await statusOffice();
});

describe('down from a number', () => {
  it('leads to the unit, its month, the figure, and the words it came from', async () => {
    await at.says('binh', 'tình hình');
    expect(await at.says('binh', '[Quá hạn (2)]')).toContain('1. UBND phường Đức Thuận: 2/216 (0,92%)');
    expect(await at.says('binh', '[UBND phường Đức Thuận]')).toContain('3. Đã giải quyết: 216');
    const told = await at.says('binh', '[Giải quyết quá hạn: 2]');
    expect(told).toContain('2 (đang dùng) · Nguyễn Thị Lan');
    expect(told).toMatch(/«tháng 10 nhận 215, .*»\nXác nhận: «gửi»/);
  });

  it('tells earlier values with who said them and when', async () => {
    at.at('2021-11-03', '10:30');
    for (const text of ['sửa tháng 10', '2', '216, 150', 'gửi']) await at.says('ha', text);
    const told = await at.tapped('binh', `run:figure:${at.unitId('duc-thuan')}:2021-10:received`);
    expect(told).toMatch(
      /216 \(đang dùng\) · Phạm Thu Hà · lúc 10:30 ngày 03\/11|216 \(đang dùng\) · Phạm Thu Hà · lúc 10:30/,
    );
    expect(told).toContain('Trước đó: 215 · Nguyễn Thị Lan');
  });

  it('says that the words of a secret message were not kept', async () => {
    at.temporary.archive.sqlite.exec('update inbox set said = null');
    const told = await at.tapped('binh', `run:figure:${at.unitId('duc-thuan')}:2021-10:received`);
    expect(told).toContain('Nội dung tin nhắn không được lưu');
    expect(told).not.toContain('«');
  });

  it('lists a year month by month', async () => {
    const told = await at.tapped('binh', `run:unit:${at.unitId('duc-thuan')}:2021`);
    expect(told).toContain('Đã gửi: 1/10 tháng (10%)');
    expect(told).toContain('- 10/2021: tiếp nhận 215 · đã giải quyết 216 · quá hạn 2 (0,92%)');
    expect(told).toContain('- 09/2021: chưa gửi');
  });

  it('offers no button longer than a provider takes', async () => {
    for (const text of ['tình hình', 'ai chưa nộp', 'tình hình đức thuận']) await at.says('sang', text);
    await at.tapped('sang', `run:unit-month:${at.unitId('duc-thuan')}:2021-10`);
    const all = at.heard('sang').flatMap(idsOf);
    expect(all.length).toBeGreaterThan(10);
    for (const id of all) expect(Buffer.byteLength(id)).toBeLessThanOrEqual(64);
  });
});

describe('who has not sent', () => {
  const identityGone = (code: string) =>
    at.temporary.archive.write((tx) => {
      const person = personByCode(tx, code);
      for (const { address } of identitiesOf(tx, person?.id ?? 0)) markGone(tx, address, at.now());
    });

  it('is named with how far they are', async () => {
    expect(await at.says('sang', 'ai chưa nộp')).toContain('- UBND phường Bắc Hồng: chưa nhắc');
    at.at('2021-11-02', '09:12');
    await at.says('nam', 'báo cáo tháng 10');
    await at.says('nam', '6');
    expect(await at.says('sang', 'ai chưa nộp')).toMatch(/chưa nhắc · đang làm dở \(tới câu 2\/\d+, lần cuối 09:12\)/);
  });

  it('is named with why they cannot be reached', async () => {
    identityGone('nam');
    expect(await at.says('sang', 'ai chưa nộp')).toContain('chưa liên lạc được (Đỗ Văn Nam không còn nhận tin qua');
    expect(await at.tapped('sang', 'run:remind-all::2021-10')).toContain(
      '! Không nhắc được 1 đơn vị: UBND phường Bắc Hồng',
    );
  });

  it('is reminded with one tap, once a day, by the timers that remind', async () => {
    await at.says('sang', 'ai chưa nộp');
    expect(await at.says('sang', '[Nhắc UBND phường Bắc Hồng]')).toContain('✓ Đang nhắc 1 người.');
    const asked = () =>
      at.temporary.archive.sqlite.prepare("select count(*) as n from timers where key like '%:asked-%'").get();
    expect(asked()).toEqual({ n: 1 });
    expect(await at.tapped('sang', 'run:remind-all::2021-10')).toContain('Hôm nay đã nhắc rồi: 1 người.');
    expect(asked()).toEqual({ n: 1 });
    at.at('2021-11-02');
    expect(await at.tapped('sang', 'run:remind-all::2021-10')).toContain('✓ Đang nhắc 1 người.');
    expect(asked()).toEqual({ n: 2 });
  });

  it('is reminded when working hours begin, where they are over', async () => {
    at.at('2021-11-01', '20:00');
    expect(await at.tapped('sang', 'run:remind-all::2021-10')).toContain('✓ Sẽ nhắc 1 người lúc 07:30 ngày 02/11');
  });

  it('is not reminded of a month that is not asked for yet, and of nothing once all have sent', async () => {
    expect(await at.tapped('sang', 'run:remind-all::2021-11')).toContain('chưa nhắc');
    await at.october('nam');
    expect(await at.tapped('sang', 'run:remind-all::2021-10')).toBe('Không còn ai phải nhắc.');
    expect(await at.says('sang', 'ai chưa nộp')).toBe('Tháng 10/2021: cả 2 đơn vị đã gửi.');
  });

  it('has a telephone number only where the roster has one', async () => {
    at.temporary.archive.sqlite.exec("update people set phone = '0900 000 001' where code = 'nam'");
    expect(await at.tapped('sang', 'run:phones::2021-10')).toContain('UBND phường Bắc Hồng: Đỗ Văn Nam 0900 000 001');
  });
});
