/** What a coordinator decides about duties, what lies on the desk already, and being away. */
import { describe, expect, it } from 'vitest';
import { unitByCode } from '../../db/units.ts';
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

describe('a decision', () => {
  it('for all waives who has not done it, and leaves who has', async () => {
    const at = office();
    await done(at);
    await all(at, 'sang', 'miễn kế hoạch năm 2021', 'bỏ qua', 'sáp nhập', 'đúng');
    expect(at.heard('nam').at(-1)?.text).toContain('được miễn Kế hoạch');
    expect(at.heard('lan').at(-1)?.text).not.toContain('được miễn');
    expect(await details(at)).toContain('✓ Đã ghi xong');
    expect(await tap(at, 'nam', `run:done:${unitId(at, 'bac-hong')}:DN-1.1:2021`)).toContain('đã được miễn');
  });

  it('for one unit stands under one for all', async () => {
    const at = office();
    await all(at, 'sang', 'đặt mốc kế hoạch 30/11', 'đúng');
    await all(at, 'sang', 'dời hạn kế hoạch cho phường Đức Thuận đến 10/12 theo văn bản số 12/UBND', 'đúng');
    expect(await details(at)).toContain('Hạn: thứ Sáu 10/12');
    const other = await tap(at, 'sang', `run:duty:${unitId(at, 'bac-hong')}:DN-1.1:2021`);
    expect(other).toContain('Hạn: thứ Ba 30/11 (mốc nội bộ)');
  });

  it.each([
    ['dời hạn báo cáo năm đến 20/11', 'Theo văn bản nào'],
    ['dời hạn báo cáo năm theo văn bản số 12/UBND', 'Dời đến ngày nào|Đến ngày nào'],
    ['dời hạn báo cáo năm đến 30/10/2021 theo văn bản số 12/UBND', 'đã qua'],
    ['đặt mốc báo cáo năm 30/11', 'mốc nội bộ phải sớm hơn'],
    ['đặt mốc nhảy múa 30/11', 'chưa tìm thấy nội dung "nhảy múa"'],
    ['miễn kế hoạch cho phường Nam Hồng', 'phường Nam Hồng'],
    ['miễn kế hoạch năm 2099', 'không có nội dung nào'],
    ['dời hạn báo cáo năm đến 31/2 theo văn bản số 12/UBND', 'Đến ngày nào'],
  ])('asks for what is missing or wrong: %s', async (text, asked) => {
    const at = office();
    expect(await at.says('sang', text)).toMatch(new RegExp(asked));
    expect(at.count('obligation_entries')).toBe(0);
  });

  it.each(['dời hạn báo cáo năm đến 20/11', 'đặt mốc', 'miễn kế hoạch', 'đã nhận kế hoạch của phường Bắc Hồng'])(
    'is nobody else’s to make: %s',
    async (text) => {
      const at = office();
      for (const who of ['lan', 'binh', 'nam']) expect(await at.says(who, text)).toContain('không thuộc quyền');
    },
  );

  it('moves a day later, then earlier, the last one counting', async () => {
    const at = office();
    await all(at, 'sang', 'dời hạn báo cáo năm cho phường Đức Thuận đến 30/11 theo văn bản số 12/UBND', 'đúng');
    await all(at, 'sang', 'dời hạn báo cáo năm cho phường Đức Thuận đến 19/11 theo văn bản số 13/UBND', 'đúng');
    const told = await tap(at, 'sang', `run:duty:${unitId(at)}:QN-1d:2021`);
    expect(told).toContain('Hạn: thứ Sáu 19/11');
    expect(told).toContain('13/UBND');
  });

  it('is spoken of in English to who reads English', async () => {
    const at = office();
    await at.says('lan', 'english');
    await all(at, 'sang', 'đặt mốc kế hoạch 30/11', 'đúng');
    expect(at.heard('lan').at(-1)?.text).toMatch(/Plan of the year/);
    expect(await tap(at, 'lan', `run:duty:${unitId(at)}:DN-1.1:2021`)).toContain('our own date');
  });
});

describe('what lies on the desk already', () => {
  it('is recorded for the units named that still owe it, each once', async () => {
    const at = office();
    await done(at);
    const told = await at.says('sang', 'đã nhận kế hoạch của phường Đức Thuận, phường Bắc Hồng');
    expect(told).toContain('của 1 đơn vị: UBND phường Bắc Hồng');
    expect(await at.says('sang', 'đúng')).toContain('✓ Đã ghi cho 1 đơn vị');
    expect(kinds(at)).toBe('done done');
    await at.says('sang', 'đã nhận kế hoạch của phường Đức Thuận, phường Bắc Hồng');
    expect(await at.says('sang', 'đúng')).toContain('không cần ghi thêm');
    expect(kinds(at)).toBe('done done');
  });
});

describe('being away', () => {
  it.each([
    ['đi vắng đến 31/10', 'đã qua'],
    ['nghỉ phép từ 20/11 đến 15/11', 'trước ngày bắt đầu vắng'],
    ['đi vắng đến 20/6/2022', 'quá sáu tháng'],
    ['đi vắng đến 12/11, chị Thảo thay', 'chưa tìm thấy người thay'],
    ['đi vắng đến 12/11', 'Ai nhận nhắc việc thay'],
    ['đi vắng', 'đến hết ngày nào'],
  ])('asks again what cannot be: %s', async (text, said) => {
    const at = office();
    expect(await at.says('lan', text)).toContain(said);
    expect(at.count('covers')).toBe(0);
  });

  it('in other days leaves the present alone, and is taken back one at a time', async () => {
    const at = office();
    await all(at, 'lan', 'đi vắng đến 5/11, chị Hà thay', 'đúng');
    await all(at, 'lan', 'nghỉ phép từ 20/11 đến 25/11, chị Hà thay', 'đúng');
    const standing = () =>
      at.temporary.archive.sqlite.prepare('select "from" from covers where ended_at is null order by id').all();
    expect(standing()).toHaveLength(2);
    expect(await at.says('lan', 'đã về')).toContain('trở lại');
    expect(standing()).toEqual([{ from: '2021-11-20' }]);
    expect(await at.says('lan', 'đã về')).toContain('Đã bỏ báo vắng');
    expect(at.heard('ha').at(-1)?.text).toContain('không nhận nhắc việc thay nữa');
    expect(await at.says('lan', 'đã về')).toContain('không ghi nhận anh/chị đang vắng');
  });

  it('is nothing for who reports for no unit, and nobody away stands in', async () => {
    const at = office();
    expect(await at.says('sang', 'đi vắng đến 12/11')).toContain('Chỉ người trực tiếp nhập báo cáo');
    await all(at, 'ha', 'đi vắng đến 12/11', '2', 'đúng');
    expect(await at.says('lan', 'đi vắng đến 12/11, chị Hà thay')).toContain('Đơn vị chưa có người khác');
  });
});
