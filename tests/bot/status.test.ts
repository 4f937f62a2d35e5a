/** How things stand: whom each role is told of, from a number down to the message it came from, and what is not told. */
import { beforeEach, describe, expect, it } from 'vitest';
import { identitiesOf, markGone, personByCode } from '../../db/people.ts';
import { unitByCode } from '../../db/units.ts';
import type { Outbound } from '../../domain/message.ts';
import type { MonthsChart, UnitsChart } from '../../reports/chart/model.ts';
import { hire } from '../support/hire.ts';
import { type Office, office } from '../support/office.ts';

let at: Office;

const unitId = (code: string) => unitByCode(at.house.archive.read, code)?.id ?? 0;
const tap = (who: string, id: string): Promise<Outbound[]> => at.does(who, { kind: 'choice', id, label: id });
const tapped = async (who: string, id: string): Promise<string> =>
  (await tap(who, id)).map(({ text }) => text).join('\n');
const last = (who: string): Outbound => {
  const message = at.heard(who).at(-1);
  if (!message) throw new Error(`nothing was said to ${who}`);
  return message;
};
const ids = (message: Outbound): string[] => (message.choices ?? []).flat().map(({ id }) => id);

/** Sends October of a ward: 215 received, two late. */
async function october(who: string, received = 215): Promise<void> {
  const month = `tháng 10 nhận ${received}, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 2, kỳ trước chuyển qua 6, đang giải quyết quá hạn 0`;
  for (const text of [month, 'máy hỏng', '163', 'không có', 'gửi']) await at.says(who, text);
}

/** Another province, with a commune that has sent figures nobody of ours may see. */
const ELSEWHERE = [
  'khac,UBND tỉnh Khác,province,,xuan,Bùi Văn Xuân,leader',
  'la,UBND xã Lạ Lùng,commune,khac,moc,Trịnh Thị Mộc,staff',
];

beforeEach(async () => {
  at = office();
  hire(at, 'tinh,Sở KH&CN,department,,quan,Hồ Văn Quân,admin', ...ELSEWHERE);
  await october('lan');
  await october('moc', 777);
});

/** Whose figures each person is told. */
const SEES: Record<string, { role: string; all: boolean; own?: string }> = {
  sang: { role: 'coordinator', all: true },
  binh: { role: 'leader', all: true },
  quan: { role: 'admin', all: true },
  lan: { role: 'staff', all: false, own: 'Đức Thuận' },
  nam: { role: 'staff of another ward', all: false, own: 'Bắc Hồng' },
};

const COMMANDS = [
  'tình hình',
  'tình hình tháng 10',
  'tình hình quý 4',
  'quý 4',
  'tình hình năm 2021',
  'tình hình phường Đức Thuận',
  'tình hình bac hong',
  'tình hình xã Lạ Lùng',
  'tình hình tỉnh Khác',
  'ai chưa nộp',
  'ai chưa nộp xã Lạ Lùng',
  'xã nào trễ hạn nhiều nhất',
  'so với tháng trước',
  'so với cùng kỳ',
  'xu hướng',
  'tiến độ kế hoạch',
  'tải số liệu tháng 10',
  'tải số liệu năm 2021 xã Lạ Lùng',
];

describe('every role and every question', () => {
  const cases = COMMANDS.flatMap((text) => Object.keys(SEES).map((who) => ({ text, who })));
  it.each(cases)('"$text" of $who tells of nobody else', async ({ text, who }) => {
    const before = at.heard(who).length;
    await at.says(who, text);
    const told = JSON.stringify(at.heard(who).slice(before));
    expect(told).not.toContain('Trợ lý gặp lỗi');
    expect(at.log.error).not.toHaveBeenCalled();
    // What was typed is given back; nothing else of another province is.
    expect(told.replaceAll('xã Lạ Lùng', '').replaceAll('tỉnh Khác', '')).not.toMatch(/Lạ Lùng|Khác|777|Mộc/);
    const { all, own } = SEES[who] ?? { all: false };
    if (!all && own !== 'Đức Thuận') expect(told.replaceAll('phường Đức Thuận"', '')).not.toMatch(/215|Nguyễn Thị Lan/);
    if (!all && own === 'Đức Thuận') expect(told).not.toMatch(/Bắc Hồng/);
  });

  it.each(['sang', 'binh', 'quan'])('sums both wards for %s, and one ward for its staff', async (who) => {
    expect(await at.says(who, 'tình hình')).toMatch(/Đã báo cáo: 1\/2 đơn vị \(50%\).*\nTiếp nhận 215/);
    expect(await at.says('lan', 'tình hình')).toMatch(/UBND phường Đức Thuận.*\nĐã gửi lúc/);
    expect(await at.says('nam', 'tình hình')).toMatch(/UBND phường Bắc Hồng.*\nChưa gửi/);
  });

  it('answers a unit of others in the words for one that does not exist', async () => {
    const other = await at.says('sang', 'tình hình xã Lạ Lùng');
    const none = await at.says('sang', 'tình hình xã Không Có');
    expect(other.replace('Lạ Lùng', 'X')).toBe(none.replace('Không Có', 'X'));
  });

  const forged = (who: string) => {
    const unit = who === 'nam' ? unitId('duc-thuan') : unitId('la');
    return [
      `run:status:${unit}:2021-10`,
      `run:missing:${unit}:2021-10`,
      `run:late:${unit}:2021-10`,
      `run:most-late:${unit}:2021-10`,
      `run:compare:${unit}:2021-10`,
      `run:trend:${unit}:2021-10`,
      `run:table:${unit}:2021-10`,
      `run:phones:${unit}:2021-10`,
      `run:remind-all:${unit}:2021-10`,
      `run:unit:${unit}:2021`,
      `run:unit-month:${unit}:2021-10`,
      `run:figure:${unit}:2021-10:received`,
    ];
  };

  it.each(['sang', 'binh', 'quan', 'lan', 'nam'])('tells %s nothing for a button made up', async (who) => {
    for (const id of forged(who)) {
      expect(await tapped(who, id), id).not.toMatch(/777|Lạ Lùng|Nguyễn Thị Lan|tiếp nhận 215/i);
      expect(last(who).attachment, id).toBeUndefined();
    }
  });

  it.each([
    'run:status:x:2021-10',
    'run:status:1e3:2021-10',
    'run:status::2021-99',
    'run:unit-month::2021-10',
    'run:figure:1:2021-10:toString',
    'run:unit:1:21',
  ])('answers the nonsense "%s" with a greeting', async (id) => {
    expect(await tapped('sang', id)).toContain('Chào anh/chị Sang');
  });

  it.each(['binh', 'lan'])('lets %s remind nobody and see no telephone', async (who) => {
    const before = at.count('timers');
    expect(await tapped(who, 'run:remind-all::2021-10')).toMatch(/không thuộc quyền/);
    expect(await tapped(who, 'run:phones::2021-10')).toMatch(/không thuộc quyền/);
    expect(at.count('timers')).toBe(before);
  });
});

describe('a status', () => {
  it('carries a picture of the same numbers', async () => {
    await october('nam', 300);
    await at.says('binh', 'tình hình');
    const { text, attachment } = last('binh');
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
    expect(last('binh').attachment).toBeUndefined();
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
    const chart = last('binh').attachment?.data as MonthsChart;
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
    expect(ids(last('binh'))).toHaveLength(2);
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
    await october('nam', 300);
    const told = await at.says('binh', 'tình hình tháng 10');
    expect(told).toContain('Đã báo cáo: 2/2 đơn vị (100%) · đúng hạn 1 (50%)');
    expect(told).toContain('Tiếp nhận 516');
    expect(await at.says('binh', 'xã nào trễ hạn nhiều nhất')).toContain('Gửi báo cáo sau hạn: UBND phường Bắc Hồng');
  });

  it('leaves "chưa có số liệu" out of the sums and says so; it is not 0', async () => {
    at.temporary.archive.sqlite.exec(
      `update answers set kind = 'no_data', value = null where indicator in ('resolved', 'resolved_late') and unit_id = ${unitId('duc-thuan')}`,
    );
    const told = await at.says('binh', 'tình hình');
    expect(told).toContain('đã giải quyết chưa có số liệu · quá hạn chưa có số liệu');
    expect(told).toContain('Chưa kể 1 báo cáo ghi "chưa có số liệu": Đã giải quyết 1, Quá hạn 1');
    expect(last('binh').attachment).toBeUndefined();
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
    const told = await tapped('binh', `run:figure:${unitId('duc-thuan')}:2021-10:received`);
    expect(told).toMatch(
      /216 \(đang dùng\) · Phạm Thu Hà · lúc 10:30 ngày 03\/11|216 \(đang dùng\) · Phạm Thu Hà · lúc 10:30/,
    );
    expect(told).toContain('Trước đó: 215 · Nguyễn Thị Lan');
  });

  it('says that the words of a secret message were not kept', async () => {
    at.temporary.archive.sqlite.exec('update inbox set said = null');
    const told = await tapped('binh', `run:figure:${unitId('duc-thuan')}:2021-10:received`);
    expect(told).toContain('Nội dung tin nhắn không được lưu');
    expect(told).not.toContain('«');
  });

  it('lists a year month by month', async () => {
    const told = await tapped('binh', `run:unit:${unitId('duc-thuan')}:2021`);
    expect(told).toContain('Đã gửi: 1/10 tháng (10%)');
    expect(told).toContain('- 10/2021: tiếp nhận 215 · đã giải quyết 216 · quá hạn 2 (0,92%)');
    expect(told).toContain('- 09/2021: chưa gửi');
  });

  it('offers no button longer than a provider takes', async () => {
    for (const text of ['tình hình', 'ai chưa nộp', 'tình hình đức thuận']) await at.says('sang', text);
    await tap('sang', `run:unit-month:${unitId('duc-thuan')}:2021-10`);
    const all = at.heard('sang').flatMap(ids);
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
    expect(await tapped('sang', 'run:remind-all::2021-10')).toContain(
      '! Không nhắc được 1 đơn vị: UBND phường Bắc Hồng',
    );
  });

  it('is reminded with one tap, once a day, by the timers that remind', async () => {
    await at.says('sang', 'ai chưa nộp');
    expect(await at.says('sang', '[Nhắc UBND phường Bắc Hồng]')).toContain('✓ Đang nhắc 1 người.');
    const asked = () =>
      at.temporary.archive.sqlite.prepare("select count(*) as n from timers where key like '%:asked-%'").get();
    expect(asked()).toEqual({ n: 1 });
    expect(await tapped('sang', 'run:remind-all::2021-10')).toContain('Hôm nay đã nhắc rồi: 1 người.');
    expect(asked()).toEqual({ n: 1 });
    at.at('2021-11-02');
    expect(await tapped('sang', 'run:remind-all::2021-10')).toContain('✓ Đang nhắc 1 người.');
    expect(asked()).toEqual({ n: 2 });
  });

  it('is reminded when working hours begin, where they are over', async () => {
    at.at('2021-11-01', '20:00');
    expect(await tapped('sang', 'run:remind-all::2021-10')).toContain('✓ Sẽ nhắc 1 người lúc 07:30 ngày 02/11');
  });

  it('is not reminded of a month that is not asked for yet, and of nothing once all have sent', async () => {
    expect(await tapped('sang', 'run:remind-all::2021-11')).toContain('chưa nhắc');
    await october('nam');
    expect(await tapped('sang', 'run:remind-all::2021-10')).toBe('Không còn ai phải nhắc.');
    expect(await at.says('sang', 'ai chưa nộp')).toBe('Tháng 10/2021: cả 2 đơn vị đã gửi.');
  });

  it('has a telephone number only where the roster has one', async () => {
    at.temporary.archive.sqlite.exec("update people set phone = '0900 000 001' where code = 'nam'");
    expect(await tapped('sang', 'run:phones::2021-10')).toContain('UBND phường Bắc Hồng: Đỗ Văn Nam 0900 000 001');
  });
});

it('sends the table of a small office at once, and of nobody else', async () => {
  await at.says('nam', 'tải số liệu tháng 10');
  expect(JSON.stringify(last('nam').attachment?.data)).not.toMatch(/Đức Thuận|215/);
  await at.says('binh', 'tải số liệu tháng 10');
  expect(last('binh').attachment).toMatchObject({ maker: 'month-xlsx', name: 'so-lieu-2021-10.xlsx' });
  expect(JSON.stringify(last('binh').attachment?.data)).toContain('215');
});
