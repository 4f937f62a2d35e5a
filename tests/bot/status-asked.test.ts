/** More ways to ask how things stand, going up again, one unit reminded by word, and pictures where they help. */
import { beforeEach, describe, expect, it } from 'vitest';
import { pen } from '../../bot/render.ts';
import { tableFile } from '../../bot/status/month-file.ts';
import type { MonthTable } from '../../reports/month-table.ts';
import { idsOf, type StatusOffice, statusOffice } from '../support/status-office.ts';

let at: StatusOffice;
beforeEach(async () => {
  at = await statusOffice();
});

describe('two months beside each other', () => {
  it.each([
    'tháng 10 so với tháng 9',
    'so sánh tháng 10 với tháng 9',
    'so sánh tháng 9 với tháng 10',
    'thang 10 so voi thang truoc',
  ])('%j is a comparison of the two', async (text) => {
    expect(await at.says('binh', text)).toContain('Tháng 10/2021 so với tháng 09/2021');
  });

  it('is drawn with two bars a figure where both have sent', async () => {
    at.at('2021-12-01');
    const month = 'tháng 11 nhận 100, trực tuyến 50, trước hạn 90, đúng hạn 9, quá hạn 1, đang giải quyết quá hạn 0';
    for (const text of [month, 'máy hỏng', '163', 'không có', 'gửi']) await at.says('lan', text);
    await at.says('binh', 'tháng 11 so với tháng 10');
    const { attachment } = at.last('binh');
    expect(attachment).toMatchObject({ maker: 'status-chart', name: 'so-sanh-2021-11.png', show: 'picture' });
    expect(attachment?.data).toMatchObject({
      kind: 'compare',
      now: 'tháng 11/2021',
      before: 'tháng 10/2021',
      figures: [{ name: 'Tiếp nhận', now: 100, before: 215 }, {}, { name: 'Quá hạn', now: 1, before: 2 }, {}],
    });
  });

  it('has no picture where nobody sent the other', async () => {
    await at.says('binh', 'so với tháng trước');
    expect(at.last('binh').attachment).toBeUndefined();
  });
});

describe('several months of a year', () => {
  it.each([
    ['6 tháng đầu năm', 'Tình hình 6 tháng đầu năm 2021'],
    ['tình hình 6 tháng cuối năm', 'Tình hình 6 tháng cuối năm 2021'],
    ['9 tháng', 'Tình hình 9 tháng đầu năm 2021'],
    ['báo cáo 6 tháng đầu năm 2020', 'Tình hình 6 tháng đầu năm 2020'],
    ['ai chưa nộp 6 tháng cuối năm', 'Chưa gửi đủ 6 tháng cuối năm 2021'],
    ['6 tháng cuối năm so với 6 tháng đầu năm', '6 tháng cuối năm 2021 so với 6 tháng đầu năm 2021'],
    ['6 tháng đầu năm so với cùng kỳ', '6 tháng đầu năm 2021 so với 6 tháng đầu năm 2020'],
  ])('%j is answered %j', async (text, heading) => {
    expect(await at.says('binh', text)).toContain(heading);
  });

  it('of which none has begun this year are those of the last', async () => {
    at.at('2022-03-15');
    expect(await at.says('binh', '6 tháng cuối năm')).toContain('6 tháng cuối năm 2021');
  });

  it('go on under their buttons', async () => {
    await at.says('binh', '6 tháng cuối năm');
    expect(idsOf(at.last('binh'))).toContain('run:compare::2021-M07-12');
    expect(await at.tapped('binh', 'run:compare::2021-M07-12')).toContain('so với 6 tháng đầu năm 2021');
    expect(await at.tapped('binh', 'run:table::2021-M07-12')).toContain('Số liệu 6 tháng cuối năm 2021');
    expect(at.last('binh').attachment?.name).toBe('so-lieu-so-kh-cn-2021-m07-12.xlsx');
  });
});

describe('two questions in one message', () => {
  it.each([
    ['tình hình tháng 9, ai chưa nộp', ['Tình hình tháng 09/2021', 'Chưa nộp tháng 09/2021']],
    ['ai chưa nộp? xã nào quá hạn nhiều nhất?', ['Chưa nộp tháng 10/2021', 'tháng 10/2021']],
    ['tình hình phường Đức Thuận, ai chưa nộp', ['Tình hình tháng 10/2021 · UBND phường Đức Thuận', 'Chưa nộp tháng']],
    ['tình hình và xu hướng', ['Tình hình tháng 10/2021', 'Xu hướng 12 tháng']],
    ['tình hình duc thuan, tình hình bac hong', ['UBND phường Đức Thuận', 'UBND phường Bắc Hồng']],
  ])('%j are both answered', async (text, answers) => {
    const said = await at.says('binh', text);
    for (const answer of answers) expect(said).toContain(answer);
  });

  it.each(['tình hình tháng 9, ai đi họp', 'tình hình tháng 9, nhắc phường Bắc Hồng', 'quý 3, quý 2, quý 1, quý 4'])(
    '%j are not',
    async (text) => {
      expect(await at.says('sang', text)).not.toContain('Tình hình');
      expect(at.count("timers where kind = 'reminder'")).toBe(0);
    },
  );
});

describe('"quay lại" on the way down', () => {
  it('goes from a figure to its month, to the list, to the status, and no further', async () => {
    const unit = at.unitId('duc-thuan');
    await at.says('binh', 'tình hình');
    await at.tapped('binh', 'run:late::2021-10');
    await at.tapped('binh', `run:unit-month:${unit}:2021-10`);
    await at.tapped('binh', `run:figure:${unit}:2021-10:received`);
    expect(await at.says('binh', 'quay lại')).toContain('Số liệu tháng 10/2021 · UBND phường Đức Thuận');
    expect(await at.says('binh', 'quay lai')).toContain('Hồ sơ quá hạn, tháng 10/2021');
    expect(await at.says('binh', 'trở lại')).toContain('Tình hình tháng 10/2021');
    expect(await at.says('binh', 'quay lại')).not.toContain('Tình hình tháng 10/2021');
  });

  it('begins anew with a question typed', async () => {
    await at.says('binh', 'tình hình');
    await at.tapped('binh', 'run:late::2021-10');
    await at.says('binh', 'ai chưa nộp');
    expect(await at.says('binh', 'quay lại')).not.toMatch(/Quá hạn nhiều nhất|Hồ sơ quá hạn,|Tình hình tháng/);
  });

  it('shows nothing somebody may no longer see', async () => {
    const unit = at.unitId('duc-thuan');
    await at.says('binh', 'tình hình phường Đức Thuận');
    await at.tapped('binh', `run:unit:${unit}:2021`);
    at.house.archive.write((tx) => tx.run("update memberships set valid_to = '2021-10-01' where role = 'leader'"));
    expect(await at.says('binh', 'quay lại')).not.toContain('Tình hình');
  });
});

describe('a leader', () => {
  it.each(['báo cáo tháng 10', 'bao cao thang 10', 'xem báo cáo tháng 10', 'báo cáo'])(
    '%j is told how the month stands',
    async (text) => {
      expect(await at.says('binh', text)).toContain('Tình hình tháng 10/2021');
    },
  );

  it('asking to send one is told who does', async () => {
    expect(await at.says('binh', 'nộp báo cáo tháng 10')).toContain('Số liệu do cán bộ của đơn vị gửi');
  });

  it('is led from who has not sent to the months of each unit, and gets no way to remind', async () => {
    await at.says('binh', 'ai chưa nộp');
    const unit = at.unitId('bac-hong');
    expect(idsOf(at.last('binh'))).toEqual([`run:unit:${unit}:2021`]);
    expect(await at.says('binh', '1')).toContain('UBND phường Bắc Hồng · năm 2021');
    expect(await at.says('binh', 'quay lại')).toContain('Chưa nộp tháng 10/2021');
  });

  it('staff still send theirs with the same words', async () => {
    expect(await at.says('nam', 'báo cáo tháng 10')).toContain('UBND phường Bắc Hồng');
    expect(await at.says('nam', 'báo cáo tháng 10')).not.toContain('Tình hình');
  });
});

describe('who has the most late dossiers', () => {
  it('is drawn where there are two to set beside each other', async () => {
    expect(await at.says('binh', 'xã nào trễ hạn nhiều nhất')).toContain('Quá hạn nhiều nhất');
    expect(at.last('binh').attachment).toBeUndefined();
    const month = 'tháng 10 nhận 80, trực tuyến 60, trước hạn 60, đúng hạn 10, quá hạn 5, kỳ trước chuyển qua 0';
    for (const text of [month, '0', 'thiếu người', '150', 'không có', 'gửi']) await at.says('nam', text);
    await at.says('binh', 'xã nào trễ hạn nhiều nhất');
    expect(at.last('binh').attachment).toMatchObject({ name: 'qua-han-2021-10.png' });
    expect(at.last('binh').attachment?.data).toMatchObject({
      kind: 'late',
      span: 'tháng 10/2021',
      late: 7,
      units: [
        { name: 'UBND phường Bắc Hồng', late: 5, of: 75 },
        { name: 'UBND phường Đức Thuận', late: 2 },
      ],
    });
  });
});

describe('one unit reminded by word', () => {
  const reminders = () => at.count("audit where action = 'remind_missing'");

  it.each([
    'nhắc phường Bắc Hồng',
    'Nhắc UBND phường Bắc Hồng nộp báo cáo',
    'nhac phuong bac hong nop',
    'đôn đốc phường Bắc Hồng',
  ])('%j does what the button does', async (text) => {
    const said = await at.says('sang', text);
    expect(said).toContain('Nhắc tháng 10/2021 · 1 đơn vị chưa nộp');
    expect(said).toContain('✓ Đang nhắc 1 người.');
    expect(reminders()).toBe(1);
  });

  it('that has sent is not reminded', async () => {
    expect(await at.says('sang', 'nhắc phường Đức Thuận')).toContain('UBND phường Đức Thuận đã gửi tháng 10/2021');
    expect(reminders()).toBe(0);
  });

  it.each([
    ['binh', 'phường Bắc Hồng', 'Việc nhắc do điều phối viên'],
    ['nam', 'phường Bắc Hồng', 'Việc nhắc do điều phối viên'],
    ['lan', 'phường Bắc Hồng', 'Không'],
    ['sang', 'xã Lạ Lùng', 'Không'],
  ])('by %s of %s is refused', async (who, unit, answer) => {
    expect(await at.says(who, `nhắc ${unit}`)).toContain(answer);
    expect(reminders()).toBe(0);
  });
});

describe('who cannot be reached', () => {
  it('is nobody where everybody has enrolled', async () => {
    expect(await at.says('sang', 'ai không liên lạc được')).toContain('cả 2 đơn vị đều có người nhận được tin');
  });

  it('is named with why, units nobody answers for first', async () => {
    at.house.archive.write((tx) => {
      tx.run("delete from identities where address = 'ha'");
      tx.run("update identities set gone_at = 1 where address = 'nam'");
    });
    const [heading, first, second, next] = (await at.says('sang', 'ai không liên lạc được')).split('\n');
    expect(heading).toContain('1/2 đơn vị chưa có ai nhận được tin, 2 người không liên lạc được ·');
    expect(first).toBe('- UBND phường Bắc Hồng: Đỗ Văn Nam không còn nhận tin qua Telegram');
    expect(second).toBe('- UBND phường Đức Thuận (còn người khác nhận tin): Phạm Thu Hà chưa đăng ký');
    expect(next).toBeUndefined();
    expect(idsOf(at.last('sang'))).toEqual(['run:org-people:0:lost:0']);
  });

  it('is told of their own units only, and who gives codes', async () => {
    at.house.archive.write((tx) => tx.run("delete from identities where address in ('ha', 'moc')"));
    const said = await at.says('binh', 'ai không liên lạc được');
    expect(said).toContain('Phạm Thu Hà');
    expect(said).toContain('xin liên hệ quản trị');
    expect(said).not.toContain('Lạ Lùng');
    expect(idsOf(at.last('binh'))).toEqual([]);
  });
});

describe('the file', () => {
  it.each([
    ['tải số liệu tháng 10', 'so-lieu-so-kh-cn-2021-10.xlsx'],
    ['tải số liệu quý 4', 'so-lieu-so-kh-cn-2021-q4.xlsx'],
    ['tải số liệu năm 2021', 'so-lieu-so-kh-cn-2021.xlsx'],
    ['tải số liệu tháng 10 phường Đức Thuận', 'so-lieu-phuong-duc-thuan-2021-10.xlsx'],
  ])('of %j is called %s', async (text, name) => {
    await at.says('binh', text);
    expect(at.last('binh').attachment?.name).toBe(name);
  });

  it.each(['vi', 'en'] as const)('has a name of at most eighty letters any computer takes (%s)', (language) => {
    const table = { scope: `Sở "Khoa học" / Công nghệ: ${'Đổi mới '.repeat(20)}` } as MonthTable;
    const { name } = tableFile({ pen: pen(language, 0) }, '2021-M01-06', table);
    expect(name).toMatch(/^(?:so-lieu|figures)-so-khoa-hoc-cong-nghe-[a-z0-9-]+-2021-m01-06\.xlsx$/);
    expect(name.length).toBeLessThanOrEqual(80);
    expect(name.length).toBeGreaterThan(70);
  });
});
