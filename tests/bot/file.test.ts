/** From what a person confirmed to records: receipt, being in time, what is missing, what follows. */
import { describe, expect, it } from 'vitest';
import { figuresOf, filingOf, historyOf } from '../../db/answers.ts';
import { brokenAt } from '../../db/audit.ts';
import { bind, personByCode } from '../../db/people.ts';
import { memberships } from '../../db/schema.ts';
import { unitByCode } from '../../db/units.ts';
import { NO_DATA, value } from '../../domain/figure.ts';
import { addressOf, type Office, office } from '../support/office.ts';

const unitId = ({ house }: Office, code = 'duc-thuan') => unitByCode(house.archive.read, code)?.id ?? 0;
const figures = (at: Office, period: string) => figuresOf(at.house.archive.read, unitId(at), period);

/** Sends October of the ward in four messages, six dossiers carried over and seven left. */
async function october(at: Office, more = ''): Promise<string> {
  await at.says(
    'lan',
    `tháng 10 nhận 215, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 0, kỳ trước chuyển qua 6, đang giải quyết quá hạn 0${more}`,
  );
  await at.says('lan', '163');
  await at.says('lan', 'không có');
  return at.says('lan', 'gửi');
}

describe('a month that is sent', () => {
  it.each([
    ['2021-11-01', '08:00', /lúc 08:00, trước hạn 4 ngày làm việc/],
    ['2021-11-05', '16:59', /lúc 16:59, đúng hạn/],
    ['2021-11-05', '23:59', /đúng hạn/],
    ['2021-11-06', '08:00', /sau hạn 1 ngày làm việc/],
    ['2021-11-09', '08:00', /sau hạn 2 ngày làm việc/],
  ])('on %s at %s is told to be in time or late', async (date, time, told) => {
    const at = office();
    at.at(date, time);
    expect(await october(at)).toMatch(told);
  });

  it('gets a receipt of its place, month and chance, which the archive knows', async () => {
    const at = office();
    const [receipt] = /DT-2110-[0-9A-HJKMNP-TV-Z]{4}/.exec(await october(at)) ?? [];
    expect(filingOf(at.house.archive.read, unitId(at), '2021-10')?.receipt).toBe(receipt);
  });

  it('gives up, and says so, where chance repeats itself for ever', async () => {
    const stuck = office((house) => ({ ...house, random: (bytes) => new Uint8Array(bytes) }));
    stuck.temporary.archive.sqlite.exec(
      "insert into filings (unit_id, period, period_from, period_to, first_filed_at, first_filed_by, last_filed_at, receipt) values (9, '2021-10', '', '', 1, 1, 1, 'DT-2110-0000')",
    );
    expect(await october(stuck)).toContain('Trợ lý gặp lỗi');
    expect(figures(stuck, '2021-10')).toEqual({});
  });

  it('is written into the audit log by the code of who sent it, with no figure in it', async () => {
    const at = office();
    await october(at);
    const deed = at.temporary.archive.sqlite
      .prepare("select actor, subject, detail from audit where action = 'file_month'")
      .get() as Record<string, string>;
    expect(deed).toMatchObject({ actor: 'lan', subject: 'unit:duc-thuan/2021-10' });
    expect(Object.keys(JSON.parse(deed.detail ?? '{}') as object).sort()).toEqual(['changed', 'receipt']);
    expect(brokenAt(at.house.archive.read)).toBeUndefined();
  });

  it('names what nobody knew yet', async () => {
    const at = office();
    const said = ['tháng 10 nhận 215, kỳ trước chuyển qua 6', 'chưa có số liệu', '180, 34, 0', '0', '163', 'không có'];
    for (const text of said) await at.says('lan', text);
    expect(await at.says('lan', 'gửi')).toMatch(/Còn thiếu.*trực tuyến/);
    expect(figures(at, '2021-10')).toMatchObject({ received_online: NO_DATA, received_direct: NO_DATA });
  });

  it('of which nothing is missing says so by saying nothing', async () => {
    expect(await october(office())).not.toContain('Còn thiếu');
  });

  it('with an audit says until when it is to be corrected', async () => {
    const at = office();
    const audit = ', đã đánh giá nội bộ ngày 17/9/2021, 1 lỗi nhẹ, 0 nặng, 10 khuyến nghị, 5 lưu ý';
    const sent = await october(at, audit);
    for (const text of ['1, 0, 10, 5', 'hết', 'gửi'])
      if (!at.heard('lan').at(-1)?.text.includes('Đã gửi')) await at.says('lan', text);
    expect([sent, at.heard('lan').at(-1)?.text].join('\n')).toMatch(/Hạn khắc phục sau đánh giá: thứ .* (15|18)\/10/);
  });

  it('by somebody who left the unit while answering is not recorded', async () => {
    const at = office();
    await at.says(
      'lan',
      'tháng 10 nhận 215, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 0, kỳ trước chuyển qua 6, đang giải quyết quá hạn 0',
    );
    await at.says('lan', '163');
    await at.says('lan', 'không có');
    at.temporary.archive.sqlite.exec("update memberships set valid_to = '2021-10-31' where role = 'staff'");
    await at.says('lan', 'gửi');
    expect(at.count('filings') + at.count('answers')).toBe(0);
  });

  it('is sent once: a colleague who was answering too is told who did', async () => {
    const at = office();
    await at.says('ha', 'tháng 10 nhận 999');
    await october(at);
    const told = await at.says('ha', '150');
    expect(told).toContain('Nguyễn Thị Lan');
    expect(figures(at, '2021-10').received).toEqual(value(215));
    expect(at.count('filings')).toBe(1);
  });

  it('leads on to the next unit that still owes it', async () => {
    const at = office();
    at.house.archive.write((tx) => {
      const lan = personByCode(tx, 'lan')?.id ?? 0;
      tx.insert(memberships)
        .values({ personId: lan, unitId: unitId(at, 'bac-hong'), role: 'staff' })
        .run();
      bind(tx, lan, addressOf('lan'), at.now());
    });
    expect(await october(at)).toContain('Còn báo cáo tháng 10/2021 của UBND phường Bắc Hồng');
  });
});

describe('a month that is corrected', () => {
  it('keeps its first time, its receipt and every earlier value', async () => {
    const at = office();
    await october(at);
    const before = filingOf(at.house.archive.read, unitId(at), '2021-10');
    at.at('2021-11-20', '10:00');
    await at.says('lan', 'sửa tháng 10');
    await at.says('lan', 'trực tuyến 100');
    const told = await at.says('lan', 'gửi');
    expect(told).toMatch(/\(2 /);
    expect(told).toContain(before?.receipt);
    expect(filingOf(at.house.archive.read, unitId(at), '2021-10')).toEqual({ ...before, lastFiledAt: at.now() });
    const said = historyOf(at.house.archive.read, unitId(at), '2021-10', 'received_online');
    expect(said.map(({ figure, current }) => [figure, current])).toEqual([
      [value(150), false],
      [value(100), true],
    ]);
  });

  it('by a colleague keeps who sent it first', async () => {
    const at = office();
    await october(at);
    await at.says('ha', 'sửa tháng 10');
    await at.says('ha', 'trực tuyến 100');
    await at.says('ha', 'gửi');
    const lan = personByCode(at.house.archive.read, 'lan')?.id;
    expect(filingOf(at.house.archive.read, unitId(at), '2021-10')?.firstFiledBy).toBe(lan);
    expect(at.temporary.archive.sqlite.prepare("select actor from audit where action = 'correct_month'").all()).toEqual(
      [{ actor: 'ha' }],
    );
  });

  it('and sent as it was changes nothing', async () => {
    const at = office();
    await october(at);
    const answers = at.count('answers');
    await at.says('lan', 'sửa tháng 10');
    await at.says('lan', 'gửi');
    expect(at.count('answers')).toBe(answers);
  });

  it('so that the next one no longer ties names the next one', async () => {
    const at = office();
    await october(at);
    at.at('2021-12-01');
    for (const text of ['tháng 11 nhận 10, trực tuyến 0, trước hạn 17, đúng hạn 0, quá hạn 0', 'không có', 'gửi'])
      await at.says('lan', text);
    expect(filingOf(at.house.archive.read, unitId(at), '2021-11')).toBeDefined();
    await at.says('lan', 'sửa tháng 10');
    await at.says('lan', 'tiếp nhận 216, trước hạn 180');
    const told = await at.says('lan', 'gửi');
    expect(told).toContain('Cần sửa tháng 11/2021');
  });

  it("is nobody else's to correct", async () => {
    const at = office();
    await october(at);
    for (const code of ['nam', 'sang', 'binh']) {
      await at.does(code, { kind: 'choice', id: `run:correct:${unitId(at)}:2021-10` });
      await at.says(code, 'gửi');
    }
    expect(at.temporary.archive.sqlite.prepare('select distinct said_by from answers').all()).toHaveLength(1);
  });
});

describe('the answers of a year', () => {
  it('are kept under the year, with who said them, and can be said anew', async () => {
    const at = office();
    await at.says('lan', 'bổ sung báo cáo năm 2021');
    await at.says('lan', '2246');
    const told = await at.says('lan', 'Lưu, dừng ở đây');
    expect(told).toContain('Đã lưu phần bổ sung năm 2021 (1 mục)');
    expect(figures(at, '2021')).toEqual({ dossiers_generated: value(2246) });
    expect(at.count('filings')).toBe(0);
    expect(
      at.temporary.archive.sqlite.prepare("select actor from audit where action = 'supplement_year'").all(),
    ).toEqual([{ actor: 'lan' }]);
  });

  it('are not those of a coordinator to give', async () => {
    const at = office();
    await at.says('sang', 'bổ sung báo cáo năm 2021 đức thuận');
    await at.does('sang', { kind: 'choice', id: `run:supplement:${unitId(at)}:2021` });
    await at.says('sang', '2246');
    expect(at.count('answers')).toBe(0);
  });
});

describe('somebody whose time in the unit is over', () => {
  it('is told that this is not theirs, and no name or figure', async () => {
    const at = office();
    await october(at);
    at.temporary.archive.sqlite.exec("update memberships set valid_to = '2021-10-31'");
    for (const text of [
      'tình hình',
      'ai chưa nộp',
      'báo cáo năm 2021',
      'báo cáo tháng 10',
      'sửa tháng 10',
      'nhận 215',
    ]) {
      const told = await at.says('sang', text);
      expect(told).not.toMatch(/Đức Thuận|Bắc Hồng|215|0\/0|cả 0/);
    }
  });
});
