/** The bot in a group: announcements to a linked one, commands only, and never a figure or a name there. */
import { describe, expect, it } from 'vitest';
import { groupAt, groupsUnder } from '../../db/groups.ts';
import { bind, markGone, personByCode } from '../../db/people.ts';
import { unitByCode, unitTree } from '../../db/units.ts';
import type { Address, GroupChange, Inbound, Said } from '../../domain/message.ts';
import { addressOf, type Office, office } from '../support/office.ts';

const GROUP = '-100200300';
const address: Address = { ...addressOf(GROUP) };

const idOf = ({ house }: Office, code: string) => unitByCode(house.archive.read, code)?.id ?? 0;
const linkOf = (at: Office, id = GROUP) => groupAt(at.house.archive.read, addressOf(id));

/** Somebody does something in the group; what the bot said there because of it. */
async function inGroup(at: Office, from: string | undefined, said: string | Said | GroupChange, more: object = {}) {
  const did = typeof said === 'string' ? ({ kind: 'text', text: said } as const) : said;
  const where = { group: true, title: 'Cụm Hồng Lĩnh', ...(from === undefined ? {} : { from }), ...more };
  const answers = await at.does(GROUP, did as Said, where as Partial<Inbound>);
  return answers.map(({ text }) => text).join('\n');
}

/** What somebody was told alone, because of what `doing` does. */
async function alone(at: Office, code: string, doing: () => Promise<unknown>): Promise<string> {
  const before = at.heard(code).length;
  await doing();
  const said = at.heard(code).slice(before);
  return said.map(({ text }) => text).join('\n');
}

/** The coordinator links the group to the department, by its name. */
async function linked(): Promise<Office> {
  const at = office();
  expect(await inGroup(at, 'sang', '/lienket Sở KH&CN')).toContain('Nhóm này nhận thông báo của Sở KH&CN');
  return at;
}

/** A coordinator of one ward. */
function withWardCoordinator(): Office {
  const at = office();
  const ward = idOf(at, 'bac-hong');
  const { sqlite } = at.house.archive;
  sqlite.prepare("insert into people (code, name, language) values ('tuyet', 'Ngô Thị Tuyết', 'vi')").run();
  const { id } = sqlite.prepare("select id from people where code = 'tuyet'").get() as { id: number };
  sqlite.prepare("insert into memberships (person_id, unit_id, role) values (?, ?, 'coordinator')").run(id, ward);
  at.house.archive.write((tx) => bind(tx, id, addressOf('tuyet'), at.now()));
  return at;
}

describe('linking a group', () => {
  it.each(['/lienket', '/liên kết nhóm', 'liên kết', 'LIÊN KẾT NHÓM'])(
    '"%s" by who may announce for one unit links it at once and says so there',
    async (words) => {
      const at = withWardCoordinator();
      expect(await inGroup(at, 'tuyet', words)).toContain('✓ Nhóm này nhận thông báo của UBND phường Bắc Hồng');
      expect(linkOf(at)).toMatchObject({ unit: idOf(at, 'bac-hong'), title: 'Cụm Hồng Lĩnh', address });
    },
  );

  it('asks in private which of several units, and links the one tapped', async () => {
    const at = office();
    const before = at.heard('sang').length;
    const said = await inGroup(at, 'sang', '/lienket');
    expect(said).toBe('Trợ lý đã hỏi lại trong tin nhắn riêng: nhóm nhận thông báo của đơn vị nào.');
    expect(linkOf(at)).toBeUndefined();
    const [question] = at.heard('sang').slice(before);
    expect(question?.text).toBe('Nhóm "Cụm Hồng Lĩnh" nhận thông báo của đơn vị nào?');
    const choice = question?.choices?.flat().find(({ label }) => label.includes('Đức Thuận'));
    const there = at.heard(GROUP).length;
    const [told] = await at.does('sang', { kind: 'choice', id: choice?.id ?? '' });
    expect(told?.text).toBe('✓ Nhóm "Cụm Hồng Lĩnh" nhận thông báo của UBND phường Đức Thuận.');
    expect(at.heard(GROUP).slice(there)).toHaveLength(1);
    expect(linkOf(at)?.unit).toBe(idOf(at, 'duc-thuan'));
    await at.does('sang', { kind: 'choice', id: choice?.id ?? '' });
    expect(at.heard(GROUP).slice(there)).toHaveLength(1);
  });

  it.each<[string, string, string]>([
    ['somebody else', 'lan', 'Chỉ điều phối viên'],
    ['a leader, who only reads', 'binh', 'Chỉ điều phối viên'],
  ])('is refused to %s in one polite line', async (_, who, why) => {
    const at = office();
    expect(await inGroup(at, who, '/lienket')).toContain(why);
    expect(linkOf(at)).toBeUndefined();
  });

  it('a tapped unit counts for nobody else, not for a unit out of reach, and not a day later', async () => {
    const at = office();
    await inGroup(at, 'sang', '/lienket');
    const asked = at.heard('sang').at(-1)?.choices?.flat()[0]?.id ?? '';
    const [told] = await at.does('binh', { kind: 'choice', id: asked });
    expect(told?.text).toContain('Lựa chọn này đã cũ');
    at.at('2021-11-02', '08:01');
    const [late] = await at.does('sang', { kind: 'choice', id: asked });
    expect(late?.text).toContain('Lựa chọn này đã cũ');
    expect(linkOf(at)).toBeUndefined();
  });

  it('names the unit that does not exist as it was typed', async () => {
    const at = office();
    expect(await inGroup(at, 'sang', '/lienket Phường Không Có')).toContain('"Phường Không Có"');
  });

  it('is not taken from a unit by somebody without a say there', async () => {
    const at = withWardCoordinator();
    await inGroup(at, 'sang', '/lienket Sở KH&CN');
    expect(await inGroup(at, 'tuyet', '/lienket')).toContain('Chỉ điều phối viên');
    expect(linkOf(at)?.unit).toBe(idOf(at, 'tinh'));
    expect(await inGroup(at, 'tuyet', '/huylienket')).toContain('Chỉ điều phối viên');
    expect(linkOf(at)).toBeDefined();
  });

  it('without a private chat to ask in, wants the name of the unit', async () => {
    const at = office();
    at.house.archive.write((tx) => markGone(tx, addressOf('sang'), at.now()));
    expect(await inGroup(at, 'sang', '/lienket')).toContain('Xin gõ /lienket kèm tên đơn vị');
    expect(linkOf(at)).toBeUndefined();
  });

  it('is in the audit log, with who did it', async () => {
    const at = await linked();
    await inGroup(at, 'sang', '/huylienket');
    const deeds = at.house.archive.sqlite.prepare(
      "select actor, action, subject from audit where action like '%link%'",
    );
    expect(deeds.all()).toEqual([
      { actor: 'sang', action: 'link_group', subject: 'unit:tinh' },
      { actor: 'sang', action: 'unlink_group', subject: 'unit:tinh' },
    ]);
  });
});

describe('the end of a link', () => {
  it('comes with /huylienket, said in the group', async () => {
    const at = await linked();
    expect(await inGroup(at, 'sang', '/huylienket')).toBe('✓ Nhóm này không còn nhận thông báo của Sở KH&CN.');
    expect(linkOf(at)).toBeUndefined();
  });

  it('comes when the bot is taken out, with nothing said anywhere', async () => {
    const at = await linked();
    const said = at.count('outbox');
    await inGroup(at, undefined, { kind: 'removed' });
    expect(linkOf(at)).toBeUndefined();
    expect(at.count('outbox')).toBe(said);
  });

  it('does not come with a new id of the group', async () => {
    const at = await linked();
    await inGroup(at, undefined, { kind: 'moved', to: '-100999' });
    expect(linkOf(at)).toBeUndefined();
    expect(linkOf(at, '-100999')?.unit).toBe(idOf(at, 'tinh'));
    await inGroup(at, undefined, { kind: 'moved', to: '-100999' });
    expect(linkOf(at, '-100999')).toBeDefined();
  });
});

describe('figures asked for in a linked group', () => {
  it.each(['/tinhhinh', '/chuanop', 'ai chưa nộp', '/baocao 2021 đức thuận', '/nop'])(
    '"%s" is answered to the asker alone, and the group only told so',
    async (words) => {
      const at = await linked();
      let there = '';
      const told = await alone(at, 'sang', async () => {
        there = await inGroup(at, 'sang', words);
      });
      expect(there).toBe('Trợ lý đã trả lời trong tin nhắn riêng.');
      expect(told).not.toBe('');
    },
  );

  it('never stand in the group, nor the names of who is late', async () => {
    const at = await linked();
    for (const words of ['/tinhhinh', '/chuanop', '/baocao 2021', '/trogiup', '/tôi là ai']) {
      const said = await inGroup(at, 'sang', words);
      expect(said).not.toMatch(/\d|Đức Thuận|Bắc Hồng|Sang|Lan/);
    }
  });

  it('are refused politely to somebody who cannot be reached alone, without figures', async () => {
    const at = await linked();
    at.house.archive.write((tx) => markGone(tx, addressOf('sang'), at.now()));
    const told = await alone(at, 'sang', async () => {
      expect(await inGroup(at, 'sang', '/tinhhinh')).toBe(
        'Trợ lý chưa nhắn riêng được cho anh/chị. Xin mở tin nhắn riêng với Trợ lý và gõ lại ở đó.',
      );
    });
    expect(told).toBe('');
  });

  it('come by another door of the asker where the one here is shut', async () => {
    const at = await linked();
    const elsewhere: Address = { channel: 'zalo-personal', account: 'bot', id: 'sang-zalo' };
    at.house.archive.write((tx) => {
      markGone(tx, addressOf('sang'), at.now());
      bind(tx, personByCode(tx, 'sang')?.id ?? 0, elsewhere, at.now());
    });
    await inGroup(at, 'sang', '/tinhhinh');
    expect(at.heard('sang-zalo').at(-1)?.text).toContain('Tình hình tháng');
  });

  it('do not move what the asker is in the middle of', async () => {
    const at = await linked();
    const question = await at.says('lan', 'nhận 215');
    const told = await alone(at, 'lan', () => inGroup(at, 'lan', '/tinhhinh'));
    expect(told).toContain(question.split('\n').at(-1));
    await inGroup(at, 'lan', '/huy');
    expect(await at.says('lan', '150')).toMatch(/✓ .*: 150/);
  });
});

describe('silence', () => {
  it.each<[string, string | undefined, string | Said]>([
    ['what people say to each other', 'lan', 'chiều nay họp lúc 14 giờ'],
    ['figures', 'lan', 'nhận 215, trễ 2'],
    ['an identity number', 'lan', '042085001234'],
    ['a command that steers a private conversation', 'lan', '/huy'],
    ['a picture', 'lan', { kind: 'unsupported', what: 'photo' }],
    ['a stranger asking for figures', '999', '/tinhhinh'],
    ['a stranger linking', '999', '/lienket'],
    ['a stranger unlinking', '999', '/huylienket'],
    ['a code of a stranger', '999', 'K7QM-2XRT'],
    ['a command nobody said', undefined, '/tinhhinh'],
  ])('answers %s, and no word of it is kept', async (_, from, said) => {
    const at = await linked();
    const before = at.count('outbox');
    expect(await inGroup(at, from, said)).toBe('');
    expect(at.count('outbox')).toBe(before);
    const kept = at.house.archive.sqlite.prepare('select count(*) as n from inbox where said is not null').get();
    expect(kept).toEqual({ n: 0 });
  });

  it.each(['/tinhhinh', '/chuanop', '/huylienket'])('in a group nobody linked answers %s', async (words) => {
    const at = office();
    expect(await alone(at, 'sang', () => inGroup(at, 'sang', words))).toBe('');
    expect(at.heard(GROUP)).toEqual([]);
  });

  it('hides a mistake of ours from the group', async () => {
    const at = office((house) => ({
      ...house,
      get calendar(): never {
        throw new Error('no calendar');
      },
    }));
    await inGroup(at, 'sang', '/lienket Sở KH&CN');
    const before = at.heard(GROUP).length;
    await inGroup(at, 'lan', '/nop');
    expect(at.log.error).toHaveBeenCalled();
    expect(at.heard(GROUP).slice(before)).toEqual([]);
  });
});

describe('help', () => {
  it('says in two lines what the bot does there', async () => {
    const at = await linked();
    const said = (await inGroup(at, 'lan', '/trogiup')).split('\n');
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('thông báo của Sở KH&CN');
  });

  it('is one line to a stranger, and nothing where the group is linked to nobody', async () => {
    const at = await linked();
    expect((await inGroup(at, '999', '/trogiup')).split('\n')).toHaveLength(1);
    const empty = office();
    expect(await inGroup(empty, '999', '/trogiup')).toBe('');
    expect(await inGroup(empty, 'lan', '/trogiup')).toContain('/lienket');
  });
});

describe('what announcements go by', () => {
  it('is every linked group of a unit and of all under it', async () => {
    const at = await linked();
    await at.does('-100500', { kind: 'text', text: '/lienket phường Bắc Hồng' }, { group: true, from: 'sang' });
    const tree = unitTree(at.house.archive.read);
    const under = (code: string) =>
      groupsUnder(at.house.archive.read, tree, idOf(at, code)).map((group) => group.address.id);
    expect(under('tinh')).toEqual([GROUP, '-100500']);
    expect(under('bac-hong')).toEqual(['-100500']);
    expect(under('duc-thuan')).toEqual([]);
    await inGroup(at, 'sang', '/huylienket');
    expect(under('tinh')).toEqual(['-100500']);
  });

  it('knows the group by the name it has now', async () => {
    const at = await linked();
    await inGroup(at, 'lan', '/trogiup', { title: 'Cụm Hồng Lĩnh 2026' });
    expect(linkOf(at)?.title).toBe('Cụm Hồng Lĩnh 2026');
  });
});
