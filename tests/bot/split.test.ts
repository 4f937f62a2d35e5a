/** A unit is split through the whole house: everybody where they were sent, the rest where they were, nothing lost. */
import { describe, expect, it } from 'vitest';
import { personByCode } from '../../db/people.ts';
import { unitByCode } from '../../db/units.ts';
import { hire } from '../support/hire.ts';
import { type Office, office } from '../support/office.ts';

const SPLIT = 'tách phường Bắc Hồng thành phường Bắc Hồng Đông, phường Bắc Hồng Tây từ ngày 1/12/2026';
const DENIED = 'Việc này không thuộc quyền của anh/chị';

/** nam, oanh and phong work at Bắc Hồng, quy leads it; quan administers; sang coordinates it all, khoa only the others. */
function room(): Office {
  const at = office();
  at.at('2026-11-03', '09:00');
  hire(
    at,
    'tinh,Sở KH&CN,department,,quan,Hồ Văn Quân,admin',
    'bac-hong,UBND phường Bắc Hồng,ward,tinh,oanh,Lê Thị Oanh,staff',
    'bac-hong,UBND phường Bắc Hồng,ward,tinh,phong,Bùi Văn Phong,staff',
    'bac-hong,UBND phường Bắc Hồng,ward,tinh,quy,Phan Văn Quý,leader',
    'duc-thuan,UBND phường Đức Thuận,ward,tinh,khoa,Lê Minh Khoa,coordinator',
  );
  return at;
}

const unitId = (at: Office, code: string): number => unitByCode(at.house.archive.read, code)?.id ?? 0;
const unitCodes = (at: Office) =>
  new Map(['bac-hong', 'bac-hong-dong', 'bac-hong-tay'].map((code) => [unitId(at, code), code]));

/** Where somebody has which role, from when until when. */
function roles(at: Office, code: string): string[] {
  const codes = unitCodes(at);
  const held = personByCode(at.house.archive.read, code)?.memberships ?? [];
  return held.map(
    ({ unit, role, validFrom = '', validTo = '' }) => `${codes.get(unit) ?? unit} ${role} ${validFrom}–${validTo}`,
  );
}

async function split(at: Office, ...said: string[]): Promise<string> {
  const texts: string[] = [];
  for (const text of [SPLIT, ...said]) texts.push(await at.says('quan', text));
  return texts.at(-1) ?? '';
}

const tap = async (at: Office, who: string, id: string): Promise<string> =>
  (await at.does(who, { kind: 'choice', id, label: id })).map(({ text }) => text).join('\n');

describe('splitting a unit', () => {
  it('sends everybody where they were said to go, with what is left of the old unit', async () => {
    const at = room();
    await split(at, 'nam, quý về tây', 'còn lại về đông', 'đúng');
    expect(roles(at, 'nam')).toEqual(['bac-hong staff –2027-01-14', 'bac-hong-tay staff 2026-12-01–']);
    expect(roles(at, 'quy')).toEqual(['bac-hong leader –2026-11-30', 'bac-hong-tay leader 2026-12-01–']);
    expect(roles(at, 'oanh')).toEqual(['bac-hong staff –2027-01-14', 'bac-hong-dong staff 2026-12-01–']);
    expect(at.heard('oanh').at(-1)?.text).toContain('anh/chị làm việc ở UBND phường Bắc Hồng Đông');
    expect(at.heard('nam').at(-1)?.text).toContain('anh/chị làm việc ở UBND phường Bắc Hồng Tây');
    expect(at.heard('sang')).toEqual([]);
  });

  it('leaves whoever is decided on later with the old unit, and tells them and their coordinators', async () => {
    const at = room();
    const done = await split(at, 'nam về 1', 'còn lại để sau', 'đúng');
    expect(done).toContain('✓ Đã tách');
    expect(at.heard('quan').at(-1)?.choices?.flat()[0]?.label).toBe('Chưa phân công (3)');
    expect(roles(at, 'quy')).toEqual(['bac-hong leader –']);
    expect(at.heard('quy').at(-1)?.text).toContain('chưa được phân công về đơn vị nào');
    expect(at.heard('sang').at(-1)?.text).toContain(
      'Còn 3 người chưa được phân công: Lê Thị Oanh, Bùi Văn Phong, Phan Văn Quý',
    );
    // Who coordinates another unit hears nothing of it.
    expect(at.heard('khoa')).toEqual([]);
  });

  it('moves nobody before the yes, and nobody where it is dropped', async () => {
    const at = room();
    await split(at, 'tất cả về 1', 'dừng');
    expect(roles(at, 'nam')).toEqual(['bac-hong staff –']);
    expect(unitId(at, 'bac-hong-dong')).toBe(0);
  });

  it('keeps a role that was to end, with its last day, and one that is to begin, with its first', async () => {
    const at = room();
    at.house.archive.sqlite.exec(
      `update memberships set valid_to = '2026-12-20' where person_id = (select id from people where code = 'nam');
       update memberships set valid_from = '2026-12-15' where person_id = (select id from people where code = 'oanh');`,
    );
    await split(at, 'tất cả về 1', 'đúng');
    expect(roles(at, 'nam')).toEqual(['bac-hong staff –2026-12-20', 'bac-hong-dong staff 2026-12-01–2026-12-20']);
    expect(roles(at, 'oanh')).toContain('bac-hong-dong staff 2026-12-15–');
  });

  it('leaves a draft with whoever began it: they finish the old unit’s month from wherever they are', async () => {
    const at = room();
    at.at('2026-12-01', '08:30');
    await at.says('nam', 'báo cáo tháng 11');
    await at.says('nam', 'chuyển qua 0, nhận 100, trực tuyến 60, trước hạn 90, đúng hạn 10, quá hạn 0, chưa xong 0');
    await split(at, 'nam về tây', 'còn lại về đông', 'đúng');
    expect(at.heard('nam').at(-1)?.text).toContain('Báo cáo tháng 11/2026 của UBND phường Bắc Hồng đang làm dở');
    expect(at.heard('oanh').at(-1)?.text).not.toContain('đang làm dở');
    at.at('2026-12-02', '09:00');
    await at.says('nam', 'tiếp tục');
    for (const text of ['150', 'không có']) await at.says('nam', text);
    expect(await at.says('nam', 'gửi')).toContain('✓ Đã gửi báo cáo tháng 11/2026');
    const filed = at.house.archive.sqlite.prepare('select unit_id, period from filings').all();
    expect(filed).toEqual([{ unit_id: unitId(at, 'bac-hong'), period: '2026-11' }]);
  });
});

describe('"chưa phân công"', () => {
  async function undecided(): Promise<Office> {
    const at = room();
    await split(at, 'nam về 1', 'còn lại để sau', 'đúng');
    at.at('2026-12-03', '09:00');
    return at;
  }

  it('lists them, and two taps place one from the first day of the part', async () => {
    const at = await undecided();
    const said = await at.says('sang', 'chưa phân công');
    expect(said).toBe(
      [
        'Chưa phân công: 3 người.',
        '1. Lê Thị Oanh · cán bộ báo cáo · UBND phường Bắc Hồng',
        '2. Bùi Văn Phong · cán bộ báo cáo · UBND phường Bắc Hồng',
        '3. Phan Văn Quý · lãnh đạo · UBND phường Bắc Hồng',
      ].join('\n'),
    );
    await at.says('sang', '3');
    expect(await at.says('sang', '2')).toBe('✓ Phan Văn Quý về UBND phường Bắc Hồng Tây từ 01/12/2026.');
    expect(roles(at, 'quy')).toEqual(['bac-hong leader –2026-11-30', 'bac-hong-tay leader 2026-12-01–']);
    expect(at.heard('quy').at(-1)?.text).toContain('anh/chị làm việc ở UBND phường Bắc Hồng Tây');
    expect(await at.says('sang', 'chưa phân công')).toContain('Chưa phân công: 2 người.');
    expect(
      at.house.archive.sqlite.prepare("select count(*) as n from audit where action = 'place_person'").get(),
    ).toEqual({
      n: 1,
    });
  });

  it('places all of a unit at once', async () => {
    const at = await undecided();
    await at.says('sang', 'chưa phân công');
    await at.says('sang', 'Cả 3 người của UBND phường Bắc Hồng');
    expect(await at.says('sang', '1')).toBe(
      '✓ 3 người về UBND phường Bắc Hồng Đông từ 01/12/2026: Lê Thị Oanh, Bùi Văn Phong, Phan Văn Quý.',
    );
    expect(await at.says('sang', 'chưa phân công')).toBe('Không có ai chờ phân công sau khi tách đơn vị.');
  });

  it('no longer lists whoever was moved, left, or erased their data some other way', async () => {
    const at = await undecided();
    await at.says('sang', 'chuyển Lê Thị Oanh sang phường Đức Thuận từ 3/12/2026');
    await at.says('sang', 'đúng');
    await at.says('sang', 'cho Bùi Văn Phong thôi việc từ 3/12/2026');
    await at.says('sang', 'đúng');
    await at.says('quy', 'xóa dữ liệu của tôi');
    await at.says('quy', 'đúng');
    expect(await at.says('sang', 'chưa phân công')).toBe('Không có ai chờ phân công sau khi tách đơn vị.');
  });

  it('offers what became of a part since', async () => {
    const at = await undecided();
    await at.says('quan', 'sáp nhập phường Bắc Hồng Đông, phường Đức Thuận thành phường Hồng Lĩnh từ ngày 3/12/2026');
    await at.says('quan', 'đúng');
    await at.says('quan', 'chưa phân công');
    await at.says('quan', '1');
    const offered = at
      .heard('quan')
      .at(-1)
      ?.choices?.flat()
      .map(({ label }) => label);
    expect(offered?.toSorted()).toEqual(['UBND phường Bắc Hồng Tây', 'UBND phường Hồng Lĩnh']);
    await at.says('quan', 'UBND phường Hồng Lĩnh');
    expect(personByCode(at.house.archive.read, 'oanh')?.memberships.at(-1)).toEqual({
      unit: unitId(at, 'hong-linh'),
      role: 'staff',
      validFrom: '2026-12-03',
    });
  });

  it.each(['lan', 'binh', 'nam', 'quy'])('is refused to %s, who manages nobody', async (who) => {
    const at = await undecided();
    const id = personByCode(at.house.archive.read, 'oanh')?.id;
    expect(await at.says(who, 'chưa phân công')).toContain(DENIED);
    const [old, part] = [unitId(at, 'bac-hong'), unitId(at, 'bac-hong-tay')];
    await tap(at, who, `run:org-place:${old}:${id}:${part}`);
    await tap(at, who, `run:org-place:${old}:all:${part}`);
    expect(roles(at, 'oanh')).toEqual(['bac-hong staff –']);
  });

  it('shows a coordinator of another unit nobody of this one', async () => {
    const at = await undecided();
    expect(await at.says('khoa', 'chưa phân công')).toBe('Không có ai chờ phân công sau khi tách đơn vị.');
  });

  it('does it once where two decide, and says to the second that it is done', async () => {
    const at = await undecided();
    const id = personByCode(at.house.archive.read, 'oanh')?.id;
    const tapped = (part: string) => `run:org-place:${unitId(at, 'bac-hong')}:${id}:${unitId(at, part)}`;
    await tap(at, 'sang', tapped('bac-hong-tay'));
    expect(await tap(at, 'quan', tapped('bac-hong-dong'))).toBe('Không còn ai chờ phân công ở đó.');
    expect(roles(at, 'oanh').at(-1)).toBe('bac-hong-tay staff 2026-12-01–');
  });

  it.each(['run:org-undecided:x', 'run:org-undecided:99999', 'run:org-undecided:-1'])(
    'answers a made-up page: %s',
    async (id) => {
      const at = await undecided();
      expect(await tap(at, 'sang', id)).not.toContain('Chưa phân công:');
    },
  );

  it('places nobody in a unit that is no part', async () => {
    const at = await undecided();
    const id = personByCode(at.house.archive.read, 'oanh')?.id;
    await tap(at, 'sang', `run:org-place:${unitId(at, 'bac-hong')}:${id}:${unitId(at, 'duc-thuan')}`);
    expect(roles(at, 'oanh')).toEqual(['bac-hong staff –']);
  });
});
