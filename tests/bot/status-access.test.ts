/** Whom each role is told of, whatever they type or tap: their own units and no others. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type StatusOffice, statusOffice } from '../support/status-office.ts';

let at: StatusOffice;

beforeEach(async () => {
  at = await statusOffice();
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
    const unit = who === 'nam' ? at.unitId('duc-thuan') : at.unitId('la');
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
      expect(await at.tapped(who, id), id).not.toMatch(/777|Lạ Lùng|Nguyễn Thị Lan|tiếp nhận 215/i);
      expect(at.last(who).attachment, id).toBeUndefined();
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
    expect(await at.tapped('sang', id)).toContain('Chào anh/chị Sang');
  });

  it.each(['binh', 'lan'])('lets %s remind nobody and see no telephone', async (who) => {
    const before = at.count('timers');
    expect(await at.tapped(who, 'run:remind-all::2021-10')).toMatch(/không thuộc quyền/);
    expect(await at.tapped(who, 'run:phones::2021-10')).toMatch(/không thuộc quyền/);
    expect(at.count('timers')).toBe(before);
  });
});
