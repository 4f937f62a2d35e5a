/** Organisation by chat through the whole house: rights, limits, what is kept and what is not. */
import { describe, expect, it } from 'vitest';
import { REQUEST_LIFETIME_DAYS } from '../../db/join-requests.ts';
import { identitiesOf, personByCode } from '../../db/people.ts';
import { unitByCode, unitTree } from '../../db/units.ts';
import { type Office, office } from '../support/office.ts';

const DENIED = 'Việc này không thuộc quyền của anh/chị';

const rows = ({ house }: Office, query: string) =>
  house.archive.sqlite.prepare(query).all() as Record<string, unknown>[];
const deeds = (at: Office): unknown[] => rows(at, 'select action from audit').map(({ action }) => action);

/** The roles of the office: sang coordinates all, binh leads, lan and ha are staff of one ward, nam of another. */
function room(): Office {
  const at = office();
  at.at('2026-11-03', '09:00');
  return at;
}

async function asks(at: Office, address: string, unit = 'phường Bắc Hồng'): Promise<string> {
  await at.says(address, 'xin tham gia');
  await at.says(address, 'Trần Văn Bình');
  await at.says(address, unit);
  return at.says(address, '1');
}

const COMMANDS = [
  'mời Võ Thanh Bình làm cán bộ phường Bắc Hồng',
  'cấp mã Đỗ Văn Nam',
  'danh sách cán bộ',
  'ai chưa liên lạc được',
  'yêu cầu tham gia',
  'chuyển anh Nam sang phường Đức Thuận từ 1/12/2026',
  'cho anh Nam thôi việc từ 1/12/2026',
];

describe('work on people', () => {
  it.each(['lan', 'binh'].flatMap((who) => COMMANDS.map((command) => [who, command])))(
    'is refused to %s: %s',
    async (who, command) => {
      const at = room();
      const before = deeds(at);
      expect(await at.says(who, command)).toContain(DENIED);
      expect(deeds(at)).toEqual(before);
    },
  );

  it.each(COMMANDS)('is open to a coordinator: %s', async (command) => {
    expect(await room().says('sang', command)).not.toContain(DENIED);
  });

  it.each(['lan', 'binh', 'sang'])('on units is refused to %s, who is no administrator', async (who) => {
    const at = room();
    expect(await at.says(who, 'sáp nhập Đức Thuận, Bắc Hồng thành phường Hồng Lĩnh')).toContain(
      'do quản trị thực hiện',
    );
    expect(at.count('units')).toBe(3);
  });

  it.each(['điều phối viên', 'quản trị'])('gives no role above the giver: %s', async (role) => {
    const at = room();
    const said = await at.says('sang', `mời Võ Thanh Bình làm ${role} Sở KH&CN`);
    expect(said).toContain('do quản trị cấp');
    expect(at.count('people')).toBe(5);
  });

  it('is looked at again when the form is sent: a right lost meanwhile is lost', async () => {
    const at = room();
    await at.says('sang', 'cho anh Nam thôi việc từ 1/12/2026');
    at.house.archive.sqlite.exec("update memberships set role = 'leader' where role = 'coordinator'");
    expect(await at.says('sang', 'đúng')).toContain(DENIED);
    expect(deeds(at)).not.toContain('retire_person');
  });

  it('writes no code into the audit trail', async () => {
    const at = room();
    const said = await at.says('sang', 'cấp mã Đỗ Văn Nam');
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said)?.[0] ?? 'none';
    expect(code).not.toBe('none');
    expect(JSON.stringify(rows(at, 'select * from audit'))).not.toContain(code);
    expect(JSON.stringify(rows(at, 'select * from enrolment_codes'))).not.toContain(code);
  });
});

describe('somebody who asks to be let in', () => {
  it('gets the same answer whether the unit exists or not', async () => {
    const at = room();
    const known = await asks(at, 'x1');
    const unknown = await asks(at, 'x2', 'phường Không Có');
    expect(unknown.replace('phường Không Có', 'phường Bắc Hồng')).toBe(known);
    expect(known).not.toContain('UBND');
  });

  it('leaves nothing but the request: no words in the inbox, and nothing of theirs once refused', async () => {
    const at = room();
    await asks(at, 'x1');
    expect(rows(at, "select distinct said from inbox where address = 'x1'")).toEqual([{ said: null }]);
    await at.says('sang', '[Từ chối]');
    expect(rows(at, 'select name, verdict from join_requests')).toEqual([{ name: '', verdict: 'refused' }]);
    expect(at.heard('x1').at(-1)?.text).toContain('chưa được chấp nhận');
  });

  it.each(['văn bản MẬT', 'CCCD 042190000123', '215', 'Bình', 'không'])('is not called %j', async (name) => {
    const at = room();
    await at.says('x1', 'xin tham gia');
    expect(await at.says('x1', name)).not.toContain('công tác ở đơn vị nào');
  });

  it('begins twice a day and no more, and may again the day after', async () => {
    const at = room();
    for (const _ of [1, 2]) {
      await at.says('x1', 'xin tham gia');
      await at.says('x1', 'thôi');
    }
    expect(await at.says('x1', 'xin tham gia')).toContain('chưa nhận thêm yêu cầu');
    expect(await at.says('x2', 'xin tham gia')).toContain('họ và tên');
    at.at('2026-11-04', '09:01');
    expect(await at.says('x1', 'xin tham gia')).toContain('họ và tên');
  });

  it('is let in by the first decision; the second changes nothing', async () => {
    const at = room();
    await asks(at, 'x1');
    await at.does('sang', { kind: 'choice', id: 'run:org-join:1:staff' });
    const again = await at.does('sang', { kind: 'choice', id: 'run:org-join:1:no' });
    expect(again.map(({ text }) => text).join()).toContain('đã được Trần Văn Sang duyệt');
    expect(await at.says('x1', 'tôi là ai')).toBe('Trần Văn Bình (cán bộ báo cáo · UBND phường Bắc Hồng)');
    expect(at.count('people')).toBe(6);
    expect(deeds(at).filter((action) => action === 'admit')).toHaveLength(1);
  });

  it('waits two weeks and not longer', async () => {
    const at = room();
    await asks(at, 'x1');
    at.at('2026-11-17', '09:01');
    expect(REQUEST_LIFETIME_DAYS).toBe(14);
    const said = await at.does('sang', { kind: 'choice', id: 'run:org-join:1:staff' });
    expect(said.map(({ text }) => text).join()).toContain('không còn nữa');
    expect(at.count('people')).toBe(5);
  });

  it.each(['lan', 'binh'])('is not let in by %s', async (who) => {
    const at = room();
    await asks(at, 'x1');
    const said = await at.does(who, { kind: 'choice', id: 'run:org-join:1:staff' });
    expect(said.map(({ text }) => text).join()).toContain(DENIED);
    expect(at.count('people')).toBe(5);
  });
});

describe('somebody whose role has ended', () => {
  it('learns it with the next message, and can do nothing of the work', async () => {
    const at = room();
    await at.says('sang', 'cho anh Nam thôi việc từ hôm nay');
    await at.says('sang', 'đúng');
    for (const text of ['nhận 215', 'tình hình', 'báo cáo năm 2026', 'thông báo']) {
      expect(await at.says('nam', text), text).toContain('không còn vai trò nào');
    }
    expect(identitiesOf(at.house.archive.read, personByCode(at.house.archive.read, 'nam')?.id ?? 0)).toHaveLength(1);
    expect(await at.says('nam', 'dữ liệu của tôi')).toContain('Những gì Trợ lý lưu về anh/chị');
  });

  it('is told when a role to come begins', async () => {
    const at = room();
    at.house.archive.sqlite.exec("update memberships set valid_from = '2026-12-01' where person_id = 5");
    expect(await at.says('nam', 'tình hình')).toContain('bắt đầu từ thứ Ba 01/12');
  });
});

describe('own data', () => {
  it('is taken away: name, address and words go, figures and the audit trail stay', async () => {
    const at = room();
    await at.says('lan', 'chuyển qua 0, nhận 20, trực tuyến 10, trước hạn 20, đúng hạn 0, quá hạn 0');
    const answers = at.count('answers');
    await at.says('lan', 'xóa dữ liệu của tôi');
    await at.says('lan', 'đúng');
    expect(at.heard('lan').at(-1)?.text).toContain('✓ Đã xóa dữ liệu cá nhân');
    const person = personByCode(at.house.archive.read, 'lan');
    expect(person?.name).toBe(`Cán bộ #${person?.id}`);
    expect(identitiesOf(at.house.archive.read, person?.id ?? 0)).toEqual([]);
    expect(at.count('answers')).toBe(answers);
    expect(deeds(at)).toContain('erase_data');
    expect(rows(at, `select * from sessions where person_id = ${person?.id}`)).toEqual([]);
    const kept = JSON.stringify(
      ['inbox', 'sessions', 'identities', 'people'].map((table) => rows(at, `select * from ${table}`)),
    );
    expect(kept).not.toContain('Nguyễn Thị Lan');
    expect(
      rows(at, `select address from inbox where person_id = ${person?.id}`).every(({ address }) => address === ''),
    ).toBe(true);
    expect(await at.says('lan', 'tình hình')).toContain('cán bộ đã được cấp mã');
  });

  it('stays when the answer is no', async () => {
    const at = room();
    await at.says('lan', 'xóa dữ liệu của tôi');
    await at.says('lan', 'huỷ');
    expect(personByCode(at.house.archive.read, 'lan')?.name).toBe('Nguyễn Thị Lan');
  });
});

describe('units', () => {
  it('merge on a day: the old ones end the day before, their people go on, the new one has a code and a parent', async () => {
    const at = room();
    at.house.archive.sqlite.exec("update memberships set role = 'admin' where person_id = 1");
    await at.says('sang', 'sáp nhập Đức Thuận, Bắc Hồng thành phường Hồng Lĩnh từ ngày 1/12/2026');
    expect(await at.says('sang', 'đúng')).toContain('✓ Đã sáp nhập');
    const { read } = at.house.archive;
    const made = unitByCode(read, 'hong-linh');
    const old = unitByCode(read, 'duc-thuan');
    expect(made).toMatchObject({
      name: 'UBND phường Hồng Lĩnh',
      kind: 'ward',
      validFrom: '2026-12-01',
      parent: unitByCode(read, 'tinh')?.id,
    });
    expect(old).toMatchObject({ validTo: '2026-11-30', successor: made?.id });
    expect(personByCode(read, 'lan')?.memberships).toEqual([
      { unit: old?.id, role: 'staff', validTo: '2027-01-14' },
      { unit: made?.id, role: 'staff', validFrom: '2026-12-01' },
    ]);
    expect(await at.says('sang', 'sáp nhập Đức Thuận, Bắc Hồng thành phường A từ ngày 1/12/2026')).toContain(
      'đã có quyết định sắp xếp',
    );
  });

  it('split without dividing: the parts know what they come from', async () => {
    const at = room();
    at.house.archive.sqlite.exec("update memberships set role = 'admin' where person_id = 1");
    await at.says('sang', 'tách phường Bắc Hồng thành phường Bắc Hồng Đông, phường Bắc Hồng Tây từ ngày 1/12/2026');
    await at.says('sang', 'để sau');
    await at.says('sang', 'đúng');
    const parts = [...unitTree(at.house.archive.read).values()].filter(({ splitFrom }) => splitFrom !== undefined);
    const old = unitByCode(at.house.archive.read, 'bac-hong');
    expect(parts.map(({ code, splitFrom }) => [code, splitFrom])).toEqual([
      ['bac-hong-dong', old?.id],
      ['bac-hong-tay', old?.id],
    ]);
    expect(old).toMatchObject({ validTo: '2026-11-30' });
    expect(old?.successor).toBeUndefined();
  });
});
