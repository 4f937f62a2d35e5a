/** The desk of duties against everybody who may not, forged and worn-out buttons, and two people at once. */
import { describe, expect, it } from 'vitest';
import { brokenAt } from '../../db/audit.ts';
import { unitByCode } from '../../db/units.ts';
import { hire } from '../support/hire.ts';
import { type Office, office } from '../support/office.ts';

const PLAN = 'đã ban hành Kế hoạch số 15/KH-UBND ngày 18/2/2021 về duy trì, cải tiến HTQLCL năm 2021';

const unitId = ({ house }: Office, code = 'duc-thuan') => unitByCode(house.archive.read, code)?.id ?? 0;
const kinds = (at: Office) =>
  (at.temporary.archive.sqlite.prepare('select kind from obligation_entries order by id').all() as { kind: string }[])
    .map(({ kind }) => kind)
    .join(' ');
const tap = async (at: Office, who: string, id: string): Promise<string> =>
  (await at.does(who, { kind: 'choice', id })).map(({ text }) => text).join('\n');
const all = async (at: Office, who: string, ...texts: string[]): Promise<string> => {
  let last = '';
  for (const text of texts) last = await at.says(who, text);
  return last;
};
const done = (at: Office) => all(at, 'lan', PLAN, 'đúng');
/** What an office says of the plan of the first ward, to its coordinator. */
const details = (at: Office) => tap(at, 'sang', `run:duty:${unitId(at)}:DN-1.1:2021`);

/** Every role and what its holder may tap; all others are told that it is not theirs. */
const MAY: Record<string, string[]> = {
  'run:duty:U:DN-1.1:2021': ['sang', 'quan', 'binh', 'lan', 'ha'],
  'run:history:U:DN-1.1:2021': ['sang', 'quan', 'binh', 'lan', 'ha'],
  'run:done:U:DN-1.1:2021': ['sang', 'quan', 'lan', 'ha'],
  'run:decide:moved:U:DN-1.1:2021': ['sang', 'quan'],
  'run:decide:waived:U:DN-1.1:2021': ['sang', 'quan'],
  'run:decide:set_date:U:DN-1.1:2021': ['sang', 'quan'],
  'run:received:DN-1.1:2021': ['sang', 'quan'],
};
const ROLES = ['sang', 'quan', 'binh', 'lan', 'ha', 'nam'];

describe('a button of the desk of duties', () => {
  it.each(Object.keys(MAY).flatMap((id) => ROLES.map((who) => ({ id, who }))))(
    '$id answers $who by role',
    async ({ id, who }) => {
      const at = office();
      hire(at, 'tinh,Sở KH&CN,department,,quan,Hồ Văn Quân,admin');
      const told = await tap(at, who, id.replace('U', String(unitId(at))));
      if (MAY[id]?.includes(who)) expect(told).toMatch(/Kế hoạch duy trì|nội dung nào|Dời hạn|Miễn|Đặt mốc/);
      else expect(told).toContain('không thuộc quyền');
      expect(at.count('obligation_entries')).toBe(0);
    },
  );

  it.each(['accept-duty', 'reopen-duty'])('%s settles nothing for who may not decide', async (run) => {
    const at = office();
    await done(at);
    for (const who of ['lan', 'ha', 'binh', 'nam'])
      expect(await tap(at, who, `run:${run}:${unitId(at)}:DN-1.1:2021`)).toContain('không thuộc quyền');
    expect(kinds(at)).toBe('done');
  });

  it.each([
    'run:duty:999:DN-1.1:2021',
    'run:duty:x:DN-1.1:2021',
    'run:duty:U:DN-9.9:2021',
    'run:duty:U:DN-1.1:abcd',
    'run:duty:U:DN-1.1:9999',
    'run:duty:U:DN-1.1:2021:2021-09-17',
    'run:duty:U:DN-1.6b:2021:2021-09-17',
    'run:duty:U:DN-1.6b:2021:heute',
    'run:duty:U:DN-1.3:2021',
    'run:history:U:DN-1.1:1999',
    'run:done:999:DN-1.1:2021',
    'run:done:U:DN-1.1:x',
    'run:accept-duty:U:DN-9.9:2021',
    'run:reopen-duty:999:DN-1.1:2021',
    'run:decide:forgotten:U:DN-1.1:2021',
    'run:decide:moved:999:DN-1.1:2021',
    'run:decide:moved:U:DN-1.1:',
    'run:tracking-file:x',
    'run:tracking-file:2021:DN-9.9',
    'run:lacking:2021:DN-9.9',
    'run:lacking:x:DN-1.1',
    'run:waiting:x',
    'run:accept-all:x:1',
    'run:received:DN-9.9:2021',
    'run:received:DN-1.6b:2021',
    'run:received:DN-1.1:x',
    'run:snooze:yesterday',
    'run:scope:999',
  ])('%s means nothing, and does nothing', async (id) => {
    const at = office();
    expect(await tap(at, 'sang', id.replace('U', String(unitId(at))))).toContain('Chào anh/chị Sang');
    expect(at.count('obligation_entries')).toBe(0);
    expect(at.log.error).not.toHaveBeenCalled();
  });

  it.each(['run:done:U:DN-9.9:2021', 'run:done:U:DN-1.6b:2021:2021-09-17', 'run:decide:waived:U:DN-9.9:2021'])(
    '%s is answered with what is wrong with it',
    async (id) => {
      const at = office();
      expect(await tap(at, 'sang', id.replace('U', String(unitId(at))))).toContain('không còn giao cho đơn vị');
      expect(at.count('obligation_entries')).toBe(0);
    },
  );
});

describe('a document told', () => {
  it('completes the obligation it shows, once confirmed, and stands in the register', async () => {
    const at = office();
    expect(await at.says('lan', PLAN)).toContain('Ghi là đã xong: Kế hoạch duy trì');
    expect(at.count('obligation_entries')).toBe(0);
    expect(await at.says('lan', 'đúng')).toContain('✓ Đã ghi: Kế hoạch duy trì');
    expect([kinds(at), at.count('documents')]).toEqual(['done', 1]);
    expect(brokenAt(at.house.archive.read)).toBeUndefined();
  });

  it('twice, by two colleagues, is recorded once', async () => {
    const at = office();
    await at.says('ha', PLAN);
    await done(at);
    expect(await at.says('ha', 'đúng')).toContain('đã được ghi là xong');
    expect(await at.says('lan', PLAN)).toContain('đã được ghi là xong');
    expect([kinds(at), at.count('documents')]).toEqual(['done', 1]);
  });

  it('for another year by its subject is not taken for the year it was signed in', async () => {
    const at = office();
    at.at('2021-12-30');
    await all(
      at,
      'lan',
      'đã ban hành Kế hoạch số 99/KH-UBND ngày 28/12/2021 về duy trì, cải tiến HTQLCL năm 2022',
      'đúng',
    );
    const row = at.temporary.archive.sqlite.prepare('select period from obligation_entries').get();
    expect(row).toEqual({ period: '2022' });
    expect(await details(at)).toContain('Chưa thực hiện');
  });

  it('without diacritics is kept as typed, and whoever typed it is told', async () => {
    const at = office();
    const told = await at.says('lan', 'da ban hanh quyet dinh 31/QD-UBND ngay 10/3/2021 ve muc tieu chat luong');
    expect(told).toContain('gõ không dấu');
    expect(told).toContain('về muc tieu chat luong');
    expect(await at.says('ha', PLAN)).not.toContain('gõ không dấu');
  });

  it.each([
    [
      'another one typed instead of a yes',
      'Kế hoạch 16/KH-UBND ngày 19/2/2021 về duy trì, cải tiến HTQLCL',
      '16/KH-UBND',
    ],
    ['typed again', 'gõ lại', 'Văn bản nào'],
  ])('is mended: %s', async (_what, text, said) => {
    const at = office();
    await at.says('lan', PLAN);
    expect(await at.says('lan', text)).toContain(said);
    expect(at.count('obligation_entries')).toBe(0);
  });

  it('of the yearly report completes the yearly report, in its own words', async () => {
    const at = office();
    const told = await all(at, 'lan', 'đã gửi báo cáo năm số 45/BC-UBND ngày 29/10/2021');
    expect(told).toContain('Ghi là đã xong: Báo cáo năm tình hình');
    expect(told).toContain('báo cáo năm 2021');
    expect(await at.says('lan', 'đúng')).toContain('trước hạn');
  });

  it('is dropped with "thôi"', async () => {
    const at = office();
    await all(at, 'lan', PLAN, 'thôi');
    expect([at.count('obligation_entries'), at.count('documents')]).toEqual([0, 0]);
  });
});

describe('what a unit did', () => {
  it('is accepted once, by whoever of two coordinators was first', async () => {
    const at = office();
    hire(at, 'tinh,Sở KH&CN,department,,quan,Hồ Văn Quân,admin');
    await done(at);
    const id = `run:accept-duty:${unitId(at)}:DN-1.1:2021`;
    await tap(at, 'quan', `run:decide:returned:${unitId(at)}:DN-1.1:2021`);
    expect(await tap(at, 'sang', id)).toContain('✓ Đã chấp nhận');
    expect(await tap(at, 'sang', id)).toContain('người chấp nhận: Trần Văn Sang');
    expect(await at.says('quan', 'thiếu phụ lục')).toContain('chưa được ghi là xong nên chưa có gì để trả lại');
    expect(kinds(at)).toBe('done accepted');
  });

  it('is returned with a reason, told to the unit, done again, and all of it is in the history', async () => {
    const at = office();
    await done(at);
    const returned = `run:decide:returned:${unitId(at)}:DN-1.1:2021`;
    await tap(at, 'sang', returned);
    expect(await at.says('sang', 'ok')).toContain('Lý do');
    await all(at, 'sang', 'thiếu phụ lục', 'đúng');
    expect(at.heard('lan').at(-1)?.text).toContain('thiếu phụ lục');
    expect(await tap(at, 'sang', returned)).toContain('đã được trả lại');
    at.at('2021-11-02');
    await tap(at, 'lan', `run:done:${unitId(at)}:DN-1.1:2021`);
    await all(at, 'lan', 'Kế hoạch 16/KH-UBND ngày 01/11/2021 về duy trì, cải tiến HTQLCL', 'đúng');
    expect(kinds(at)).toBe('done returned done');
    const history = await tap(at, 'sang', `run:history:${unitId(at)}:DN-1.1:2021`);
    expect(history.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^1\. .*Nguyễn Thị Lan: ghi đã xong \(Kế hoạch số 15/),
      expect.stringMatching(/^2\. .*Trần Văn Sang: trả lại \(Lý do: thiếu phụ lục\)/),
      expect.stringMatching(/^3\. .*Nguyễn Thị Lan: ghi đã xong \(Kế hoạch số 16/),
    ]);
  });

  it('is nothing to return where nothing was done', async () => {
    const at = office();
    expect(await tap(at, 'sang', `run:decide:returned:${unitId(at)}:DN-1.1:2021`)).toContain('chưa có gì để trả lại');
  });

  it('waits to be looked at, and is accepted for all that were shown and no more', async () => {
    const at = office();
    await done(at);
    await all(at, 'nam', PLAN.replace('15/', '16/'), 'đúng');
    expect(await tap(at, 'sang', 'run:accept-all:2021:1')).toContain('chờ điều phối viên xem');
    expect(await tap(at, 'lan', 'run:accept-all:2021:0')).not.toContain('✓ Đã chấp nhận');
    expect(await tap(at, 'sang', 'run:accept-all:2021:2')).toContain('✓ Đã chấp nhận 2 việc');
    expect(await tap(at, 'sang', 'run:waiting:2021')).toContain('không có việc nào chờ xem');
    expect(kinds(at)).toBe('done done accepted accepted');
  });
});
