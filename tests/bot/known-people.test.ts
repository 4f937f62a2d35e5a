/** Somebody who is known is not kept twice, and is found by the name they are called by. */
import { describe, expect, it } from 'vitest';
import { personByCode } from '../../db/people.ts';
import { unitByCode } from '../../db/units.ts';
import { hire } from '../support/hire.ts';
import { type Office, office } from '../support/office.ts';

/**
 * quan administers; sang and sen coordinate the same; minh is called Trần Công Minh and works beside lan; somebody else
 * has the code "minh".
 */
function room(): Office {
  const at = office();
  at.at('2026-11-22', '09:00');
  hire(
    at,
    'tinh,Sở KH&CN,department,,quan,Hồ Văn Quân,admin',
    'tinh,Sở KH&CN,department,,sen,Đào Thị Sen,coordinator',
    'duc-thuan,UBND phường Đức Thuận,ward,tinh,tcm,Trần Công Minh,staff',
    'tinh,Sở KH&CN,department,,minh,Vũ Thị Ngân,coordinator',
  );
  return at;
}

const roles = (at: Office, code: string): string[] => {
  const { read } = at.house.archive;
  const codes = new Map(['tinh', 'duc-thuan', 'bac-hong'].map((each) => [unitByCode(read, each)?.id, each]));
  const held = personByCode(read, code)?.memberships ?? [];
  return held.map(
    ({ unit, role, validFrom = '', validTo = '' }) => `${codes.get(unit)} ${role} ${validFrom}–${validTo}`,
  );
};

async function says(at: Office, who: string, ...texts: string[]): Promise<string> {
  let last = '';
  for (const text of texts) last = await at.says(who, text);
  return last;
}

describe('an invitation of somebody whose name is known', () => {
  it('asks who is meant, and gives the one who is known the role', async () => {
    const at = room();
    const asked = await at.says('quan', 'mời nguyen thi lan làm điều phối viên Sở KH&CN');
    expect(asked).toContain('Cùng một người hay người khác?');
    expect(
      at
        .heard('quan')
        .at(-1)
        ?.choices?.flat()
        .map(({ label }) => label),
    ).toEqual(['Là Nguyễn Thị Lan, cán bộ báo cáo · UBND phường Đức Thuận: thêm vai trò', 'Là người khác']);
    const people = at.count('people');
    expect(await says(at, 'quan', '1', 'đúng')).toContain('✓ Nguyễn Thị Lan có thêm vai trò điều phối viên');
    expect(at.count('people')).toBe(people);
    expect(roles(at, 'lan')).toEqual(['duc-thuan staff –', 'tinh coordinator 2026-11-22–']);
    expect(at.heard('lan').at(-1)?.text).toContain('anh/chị có thêm vai trò điều phối viên của Sở KH&CN');
  });

  it('keeps somebody else where that is said', async () => {
    const at = room();
    const people = at.count('people');
    await says(at, 'quan', 'mời Nguyễn Thị Lan làm cán bộ phường Bắc Hồng', 'là người khác');
    expect(await at.says('quan', 'đúng')).toContain('✓ Đã thêm Nguyễn Thị Lan');
    expect(at.count('people')).toBe(people + 1);
    expect(roles(at, 'lan')).toEqual(['duc-thuan staff –']);
  });

  it('takes the role from a day to come', async () => {
    const at = room();
    const asked = await says(at, 'quan', 'bổ nhiệm Trần Công Minh làm lãnh đạo phường Đức Thuận từ 1/12/2026', '1');
    expect(asked).toContain('Bắt đầu từ 01/12/2026.');
    await at.says('quan', 'đúng');
    expect(roles(at, 'tcm')).toEqual(['duc-thuan staff –', 'duc-thuan leader 2026-12-01–']);
  });

  it('offers whom a given name may mean, and asks for a whole name where it is somebody else', async () => {
    const at = room();
    await at.says('sang', 'cử chị Lan làm lãnh đạo phường Bắc Hồng');
    expect(at.heard('sang').at(-1)?.choices?.flat()[0]?.label).toContain('Nguyễn Thị Lan');
    expect(await at.says('sang', '2')).toContain('Họ và tên đầy đủ?');
  });

  it('offers a code where the role is held already, and keeps nothing twice', async () => {
    const at = room();
    const asked = await says(at, 'sang', 'mời Nguyễn Thị Lan làm cán bộ phường Đức Thuận', '1');
    expect(asked).toContain('đã là cán bộ báo cáo của UBND phường Đức Thuận');
    expect(await at.says('sang', '1')).toMatch(/Mã đăng ký của Nguyễn Thị Lan: [0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(roles(at, 'lan')).toEqual(['duc-thuan staff –']);
  });

  it('names nobody outside the units whose people one manages', async () => {
    const at = room();
    hire(at, 'bac-hong,UBND phường Bắc Hồng,ward,tinh,khoa,Lê Minh Khoa,coordinator');
    expect(await at.says('khoa', 'mời Nguyễn Thị Lan làm cán bộ phường Bắc Hồng')).not.toContain('Cùng một người');
  });

  it('gives a code to somebody known who is on no channel yet', async () => {
    const at = room();
    at.house.archive.sqlite.exec("delete from identities where address = 'nam'");
    const done = await says(at, 'sang', 'mời Đỗ Văn Nam làm lãnh đạo phường Bắc Hồng', '1', 'đúng');
    expect(done).toMatch(/Mã đăng ký của Đỗ Văn Nam: [0-9A-Z]{4}-[0-9A-Z]{4}/);
  });
});

describe('a code for somebody above one’s say', () => {
  it('is asked of those who can give it, and nobody is invited a second time', async () => {
    const said = await room().says('sang', 'cấp mã cho Đào Thị Sen');
    expect(said).toContain('Xin nhờ Hồ Văn Quân cấp');
    expect(said).not.toContain('mời');
    expect(said).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
  });

  it('still invites whoever nobody knows', async () => {
    expect(await room().says('sang', 'cấp mã cho Đào Thị Không Có')).toContain('mời Đào Thị Không Có làm cán bộ');
  });

  it('is told to be above it only where one sees them at all', async () => {
    const at = room();
    hire(at, 'bac-hong,UBND phường Bắc Hồng,ward,tinh,khoa,Lê Minh Khoa,coordinator');
    const said = await at.says('khoa', 'cấp mã cho Đào Thị Sen');
    expect(said).toContain('Không có "Đào Thị Sen" trong phạm vi');
    expect(said).not.toContain('Quân');
  });
});

describe('a given name', () => {
  it.each([
    ['sang', 'bàn giao việc của chị Lan cho anh Minh từ 1/12/2026'],
    ['sang', 'ban giao viec cua chi lan cho anh minh tu 1/12/2026'],
    ['sang', 'thay chị Lan bằng đồng chí Minh từ 1/12/2026'],
    ['lan', 'bàn giao cho anh Minh từ 1/12/2026'],
    ['lan', 'bàn giao cho em Minh từ 1/12/2026'],
  ])('finds who takes over, said by %s: %s', async (who, said) => {
    const at = room();
    expect(await at.says(who, said)).toContain('Trần Công Minh nhận');
    await at.says(who, 'đúng');
    expect(roles(at, 'lan')).toEqual(['duc-thuan staff –2026-11-30']);
  });

  it('with a word of respect answers a question as well', async () => {
    const at = room();
    await says(at, 'sang', 'bàn giao', 'chị Lan');
    expect(await at.says('sang', 'anh Minh')).toContain('Từ ngày nào?');
  });

  it('is asked about where several bear it', async () => {
    const at = room();
    hire(at, 'bac-hong,UBND phường Bắc Hồng,ward,tinh,lm,Lê Minh,staff');
    await at.says('sang', 'bàn giao việc của chị Lan cho anh Minh');
    const offered = at
      .heard('sang')
      .at(-1)
      ?.choices?.flat()
      .map(({ label }) => label);
    expect(offered).toEqual([
      'Trần Công Minh (cán bộ báo cáo · UBND phường Đức Thuận)',
      'Lê Minh (cán bộ báo cáo · UBND phường Bắc Hồng)',
    ]);
  });

  it.each(['chuyển anh Minh sang phường Bắc Hồng từ 1/12/2026', 'anh Minh chuyển về phường Bắc Hồng từ 1/12/2026'])(
    'moves: %s',
    async (said) => {
      const at = room();
      expect(await at.says('sang', said)).toContain('cùng vai trò ở UBND phường Bắc Hồng');
    },
  );

  it.each(['Trần Công Minh nghỉ việc từ 1/12', 'anh Minh xin nghỉ việc từ 1/12'])('leaves: %s', async (said) => {
    expect(await room().says('sang', said)).toContain('Trần Công Minh: từ 01/12/2026 thôi');
  });

  it('gets a code', async () => {
    expect(await room().says('sang', 'cấp mã cho anh Minh')).toContain('Mã đăng ký của Trần Công Minh');
  });
});

describe('the staff of a unit', () => {
  it('are replaced by their unit’s name', async () => {
    const at = room();
    const asked = await at.says('sang', 'đổi cán bộ phường Bắc Hồng thành Trần Công Minh từ 1/12/2026');
    expect(asked).toContain('Trần Công Minh nhận cán bộ báo cáo · UBND phường Bắc Hồng từ Đỗ Văn Nam');
    await at.says('sang', 'đúng');
    expect(roles(at, 'nam')).toEqual(['bac-hong staff –2026-11-30']);
    expect(roles(at, 'tcm')).toContain('bac-hong staff 2026-12-01–');
  });

  it('are asked about where there are several', async () => {
    const at = room();
    await at.says('sang', 'đổi cán bộ phường Đức Thuận thành Đỗ Văn Nam');
    expect(at.heard('sang').at(-1)?.choices?.flat()).toHaveLength(3);
  });

  it('are replaced by nobody who is not known: what to type is said', async () => {
    const said = await room().says('sang', 'đổi cán bộ phường Bắc Hồng thành võ thanh bình');
    expect(said).toContain('mời Võ Thanh Bình làm cán bộ UBND phường Bắc Hồng');
  });

  it('cannot be replaced where there are none', async () => {
    const at = room();
    await says(at, 'sang', 'cho anh Nam thôi việc từ hôm nay', 'đúng');
    const said = await at.says('sang', 'đổi cán bộ phường Bắc Hồng thành Trần Công Minh');
    expect(said).toContain('chưa có cán bộ báo cáo để thay');
  });

  it('are added by one sentence', async () => {
    const at = room();
    expect(await at.says('sang', 'thêm cán bộ Võ Thanh Bình vào phường Bắc Hồng')).toContain(
      'Võ Thanh Bình sẽ là cán bộ báo cáo của UBND phường Bắc Hồng',
    );
  });
});
