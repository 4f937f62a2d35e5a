/** "Nhắc Đức Thuận" reminds the unit of that name; "nhắc mai" and its like stay wishes to be reminded later. */
import { beforeEach, describe, expect, it } from 'vitest';
import { hire } from '../support/hire.ts';
import { type Office, office } from '../support/office.ts';

let at: Office;

const labels = (who: string) => (at.heard(who).at(-1)?.choices ?? []).flat().map(({ label }) => label);
const tap = async (who: string, id: string) =>
  (await at.does(who, { kind: 'choice', id })).map(({ text }) => text).join('\n');
const reminded = () =>
  at.temporary.archive.sqlite.prepare("select subject from audit where action = 'remind_missing'").all();

const SNOOZED = /^Vâng/;
const OF_DUC_THUAN = [{ subject: 'unit:duc-thuan/2021-10' }];

/** Wards whose names say when, and one that begins as "again" does without its marks. */
const PLACES = [
  'mai,UBND xã Mai,commune,tinh,tam,Lý Thị Tám,staff',
  'xuan-mai,UBND xã Xuân Mai,commune,tinh,bay,Lý Văn Bảy,staff',
  'lai-vung,UBND xã Lai Vung,commune,tinh,sau,Lý Văn Sáu,staff',
];

beforeEach(() => {
  at = office();
});

describe('"nhắc" with the name of a unit', () => {
  it.each([
    'nhắc Đức Thuận',
    'nhac duc thuan',
    'nhắc Đức Thuận giúp em nhé',
    'nhắc lại Đức Thuận',
    'nhắc cán bộ Đức Thuận nộp báo cáo',
    'nhắc Đức Thuận ngay',
    'nhắc Đức Thuận nộp báo cáo tháng 10',
  ])('reminds it: %s', async (text) => {
    expect(await at.says('sang', text)).toContain('Nhắc tháng 10/2021 · 1 đơn vị chưa nộp');
    expect(reminded()).toEqual(OF_DUC_THUAN);
  });

  it('is about the month that is said', async () => {
    expect(await at.says('sang', 'nhắc Đức Thuận nộp báo cáo tháng 9')).toContain('tháng 09/2021');
  });

  it('tells whoever may not remind who does', async () => {
    expect(await at.says('lan', 'nhắc Đức Thuận')).toContain('anh/chị không nhắc được UBND phường Đức Thuận');
    expect(reminded()).toEqual([]);
  });

  it('is none where somebody may not see a unit of that name', async () => {
    expect(await at.says('lan', 'nhắc Bắc Hồng')).toMatch(SNOOZED);
    expect(reminded()).toEqual([]);
  });

  it('asks which where several units are so called', async () => {
    hire(at, ...PLACES);
    expect(await at.says('sang', 'nhắc xuân mai')).toContain('1 đơn vị');
    hire(at, 'xuan-ha,UBND xã Xuân Hà,commune,tinh,chin,Lý Thị Chín,staff');
    await at.says('sang', 'nhắc xuân');
    expect(labels('sang')).toEqual(['UBND xã Xuân Hà', 'UBND xã Xuân Mai']);
  });

  it('takes a name that begins as "again" does', async () => {
    hire(at, ...PLACES);
    await at.says('sang', 'nhac lai vung');
    expect(reminded()).toEqual([{ subject: 'unit:lai-vung/2021-10' }]);
  });

  it('is answered in the middle of a month, which goes on', async () => {
    hire(at, 'bac-hong,UBND phường Bắc Hồng,ward,tinh,sang,Trần Văn Sang,staff');
    await at.says('sang', 'tháng 10 nhận 215, trực tuyến 150');
    const said = await at.says('sang', 'nhắc Đức Thuận');
    expect(said).toContain('Nhắc tháng 10/2021');
    expect(said).toContain('Kỳ trước chuyển qua');
  });
});

describe('a wish to be reminded', () => {
  it.each([
    'nhắc tôi lúc 3 giờ chiều',
    'nhắc lại sau',
    'nhắc mai',
    'nhắc sáng mai',
    'nhắc lại 14:00',
    'nhắc em sau',
    'nhac lai 14:00',
    'nhac lai sau',
    'nhac lai',
    'nhắc tôi gọi Đức Thuận chiều nay',
    'nhắc số liệu sau',
    'nhắc',
  ])('stays one: %s', async (text) => {
    hire(at, ...PLACES.slice(1));
    expect(await at.says('sang', text)).toMatch(SNOOZED);
    expect(labels('sang')).toEqual([]);
    expect(reminded()).toEqual([]);
  });

  it.each([
    ['nhắc Đức Thuận chiều nay', ['Nhắc UBND phường Đức Thuận', 'Nhắc tôi lúc 14:00']],
    ['nhắc Đức Thuận lúc 16h', ['Nhắc UBND phường Đức Thuận', 'Nhắc tôi lúc 16:00']],
    ['nhắc Xuân Mai chiều nay', ['Nhắc UBND xã Xuân Mai', 'Nhắc tôi lúc 14:00']],
    ['nhắc Mai', ['Nhắc UBND xã Mai', 'Nhắc tôi lúc 08:00 ngày 02/11']],
  ])('is asked about once where a unit may be meant: %s', async (text, offered) => {
    hire(at, ...PLACES);
    expect(await at.says('sang', text)).toContain('Anh/chị muốn nhắc ai?');
    expect(labels('sang')).toEqual(offered);
    expect(reminded()).toEqual([]);
    await at.says('sang', '1');
    expect(reminded()).toHaveLength(1);
    await at.says('sang', text);
    expect(await at.says('sang', '2')).toMatch(SNOOZED);
    expect(reminded()).toHaveLength(1);
  });

  it('asked about in English', async () => {
    await at.says('sang', 'english');
    expect(await at.says('sang', 'nhắc Đức Thuận chiều nay')).toContain('Who is to be reminded?');
    expect(labels('sang')).toEqual(['Remind UBND phường Đức Thuận', 'Remind me at 14:00']);
  });

  it.each(['run:snooze:at:', 'run:snooze:at:x', 'run:snooze:at:9999999999999', 'run:snooze:at:1', 'run:snooze:later'])(
    'is none by a button nobody was given: %s',
    async (id) => {
      expect(await tap('sang', id)).not.toMatch(SNOOZED);
    },
  );
});
