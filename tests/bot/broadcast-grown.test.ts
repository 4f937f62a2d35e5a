/** An announcement for later whose audience has grown meanwhile never reaches more people than were agreed to. */
import { describe, expect, it } from 'vitest';
import { linkGroup } from '../../db/groups.ts';
import { outgrown } from '../../domain/broadcast.ts';
import { type BroadcastRoom, broadcastRoom, CLUSTER, partsOf, wards } from '../support/broadcast-room.ts';

const TEXT = 'đề nghị gửi báo cáo trước 16h';
const HOURS = 3_600_000;
const many = (n: number): string[] => Array.from({ length: n }, (_, at) => `moi${at}`);

/** The codes of those the announcement was put into the outbox for. */
const meant = (room: BroadcastRoom): string[] =>
  room
    .all<{ address: string }>("select address from outbox where key like 'broadcast:1:%' order by address")
    .map(({ address }) => address);
const lastTo = (room: BroadcastRoom, code: string) => room.heard(code).at(-1);
const labels = (room: BroadcastRoom, code: string) =>
  lastTo(room, code)
    ?.choices?.flat()
    .map(({ label }) => label);

/** An announcement to everybody at 14:00, confirmed at 09:00. */
async function scheduled(people: number): Promise<BroadcastRoom> {
  const room = broadcastRoom({ rows: [...CLUSTER, ...wards(people - 3)] });
  await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'hẹn giờ', '14:00');
  if (people >= 50) await room.says('dp', String(people));
  expect(room.state()).toBe('scheduled');
  return room;
}

/** Its time comes, and all that may be sent is sent. */
async function due(room: BroadcastRoom): Promise<void> {
  room.clock.advance(5 * HOURS);
  await room.fire();
  await room.flush();
}

describe('the bound', () => {
  const agreed = (people: number, groups = 0) => ({
    people: many(people).map((_, at) => at),
    groups: many(groups).map((_, at) => at),
  });
  it.each([
    ['few stay few', 3, 49, false],
    ['few become many', 3, 50, true],
    ['many stay as many', 60, 60, false],
    ['many become fewer', 60, 50, false],
    ['many become one more', 60, 61, true],
    ['nobody becomes a few', 0, 10, false],
  ])('%s: %i agreed, %i now', (_, before, now, isOver) => {
    expect(outgrown(agreed(before), { people: now, groups: 0 })).toBe(isOver);
  });

  it.each([
    [0, 1, true],
    [1, 1, false],
    [2, 1, false],
  ])('of groups: %i agreed, %i now', (before, now, isOver) => {
    expect(outgrown(agreed(3, before), { people: 3, groups: now })).toBe(isOver);
  });
});

describe('an audience that has grown', () => {
  it('within fewer than fifty is written to as it is then', async () => {
    const room = await scheduled(3);
    room.join('moi0', 'moi1');
    await due(room);
    expect(meant(room)).toEqual(['hoa', 'lan', 'moi0', 'moi1', 'nam']);
    expect(room.state()).toBe('done');
  });

  it('within the number confirmed is written to as it is then', async () => {
    const room = await scheduled(60);
    room.run(
      "update memberships set valid_to = '2026-11-09' where person_id = (select id from people where code = 'hoa')",
    );
    room.join('moi0');
    await due(room);
    expect(meant(room)).toHaveLength(60);
    expect(meant(room)).toContain('moi0');
    expect(meant(room)).not.toContain('hoa');
  });

  it.each([
    ['from few to many', 40, 10],
    ['beyond the number typed', 60, 1],
  ])('%s is asked about, and nobody is written to before', async (_, people, more) => {
    const room = await scheduled(people);
    room.join(...many(more));
    await due(room);
    expect([room.state(), meant(room), room.account().total]).toEqual(['waiting_author', [], 0]);
    const { text } = lastTo(room, 'dp') ?? { text: '' };
    expect(text).toContain('Thông báo hẹn gửi lúc 14:00 chưa gửi cho ai');
    expect(text).toContain(`Đã xác nhận ${people} người, bây giờ ${people + more} người (thêm ${more}, bớt 0)`);
    expect(text).toContain('Người mới: Cán bộ moi0');
    expect(text).toContain(`«${TEXT}»`);
    expect(labels(room, 'dp')).toEqual([
      `Gửi cả ${people + more} người`,
      `Chỉ gửi ${people} người đã xác nhận`,
      'Rút thông báo',
    ]);
  });

  it('names five of many newcomers and counts the others', async () => {
    const room = await scheduled(60);
    room.join(...many(12));
    await due(room);
    expect(lastTo(room, 'dp')?.text).toMatch(/Người mới: (?:Cán bộ moi\d+, ){4}Cán bộ moi\d+ và 7 người khác/);
  });

  it('since a second person was asked is asked about too, and they are told so', async () => {
    const room = broadcastRoom({ rows: [...CLUSTER, ...wards(60)] });
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi', '[Nhờ Hồ Thị Vân duyệt]');
    room.join('moi0');
    expect(await room.taps('qt', 'Duyệt, gửi')).toContain('người soạn đang được hỏi lại; chưa gửi cho ai');
    expect([room.state(), meant(room)]).toEqual(['waiting_author', []]);
    expect(labels(room, 'dp')).toContain('Gửi cả 64 người');
    await room.taps('dp', 'Chỉ gửi 63 người đã xác nhận');
    await room.flush();
    expect(room.account()).toMatchObject({ total: 63, sent: 63 });
  });

  it('by a group is asked about', async () => {
    const room = broadcastRoom();
    const link = (id: string) =>
      room.archive.write((tx) => {
        const [unit] = room.all<{ id: number }>("select id from units where code = 'duc-thuan'");
        const address = { channel: 'telegram', account: 'bot', id } as const;
        linkGroup(tx, { address, title: `Nhóm ${id}`, unit: unit?.id ?? 0, by: 1, at: 1 });
      });
    link('-100');
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', '[Gửi cả vào 1 nhóm]', 'hẹn giờ', '14:00');
    link('-200');
    await due(room);
    expect(room.heard('-100')).toEqual([]);
    expect(lastTo(room, 'dp')?.text).toContain('Nhóm: đã xác nhận 1, bây giờ 2.');
    expect(labels(room, 'dp')?.slice(0, 2)).toEqual([
      'Gửi cả 3 người và 2 nhóm',
      'Chỉ gửi 3 người, 1 nhóm đã xác nhận',
    ]);
    await room.taps('dp', 'Chỉ gửi 3 người, 1 nhóm đã xác nhận');
    await room.flush();
    expect([room.heard('-100').length, room.heard('-200').length]).toEqual([1, 0]);
  });
});

describe('an author asked again', () => {
  const asked = async (people = 60, more = 2): Promise<BroadcastRoom> => {
    const room = await scheduled(people);
    room.join(...many(more));
    await due(room);
    return room;
  };

  it('sends to all, and the account says so', async () => {
    const room = await asked();
    expect(await room.taps('dp', 'Gửi cả 62 người')).toContain('Đang gửi 0/62');
    await room.flush();
    expect(room.account()).toMatchObject({ total: 62, sent: 62 });
    expect(room.state()).toBe('done');
    const deeds = room.all<{ action: string; detail: string }>('select action, detail from audit order by seq');
    expect(deeds.filter(({ action }) => action === 'broadcast_agree').map(({ detail }) => JSON.parse(detail))).toEqual([
      { people: 62, only: false },
    ]);
  });

  it('sends only to those confirmed who are still meant', async () => {
    const room = await asked();
    room.run(
      "update memberships set valid_to = '2026-11-09' where person_id = (select id from people where code = 'hoa')",
    );
    await room.taps('dp', 'Chỉ gửi 60 người đã xác nhận');
    await room.flush();
    const reached = meant(room);
    expect(reached).toHaveLength(59);
    for (const code of ['hoa', 'moi0', 'moi1']) expect(reached).not.toContain(code);
    expect(partsOf(room.account())).toBe(59);
  });

  it('withdraws it by its button or by word, and nobody is written to', async () => {
    for (const words of ['[Rút thông báo]', 'dừng gửi']) {
      const room = await asked();
      expect(await room.says('dp', words)).toContain('Đã rút');
      await room.flush();
      expect([room.state(), meant(room)]).toEqual(['stopped', []]);
    }
  });

  it('answers by a number, as any choice', async () => {
    const room = await asked();
    expect(await room.says('dp', '2')).toContain('Đang gửi 0/60');
  });

  it('is asked once more where still more have come, and the smaller number sends nothing', async () => {
    const room = await asked();
    room.join('moi7');
    await room.taps('dp', 'Gửi cả 62 người');
    expect([room.state(), meant(room)]).toEqual(['waiting_author', []]);
    expect(lastTo(room, 'dp')?.text).toContain('Đã xác nhận 60 người, bây giờ 63 người');
    await room.taps('dp', 'Gửi cả 63 người');
    await room.flush();
    expect(room.account()).toMatchObject({ total: 63, sent: 63 });
  });

  it('decides once: a second tap sends nothing more', async () => {
    const room = await asked();
    await room.taps('dp', 'Chỉ gửi 60 người đã xác nhận');
    expect(await room.taps('dp', 'Gửi cả 62 người')).toContain('đã được quyết định');
    await room.flush();
    expect(room.account().total).toBe(60);
  });

  it('outside the hours for messages has it sent in the next slot, to no more than were agreed', async () => {
    const room = await asked();
    room.clock.advance(8 * HOURS);
    expect(await room.taps('dp', 'Gửi cả 62 người')).toContain('Đã hẹn gửi thông báo lúc 07:30 ngày 11/11');
    expect([room.state(), meant(room)]).toEqual(['scheduled', []]);
    room.join('moi8');
    room.clock.advance(10 * HOURS);
    await room.fire();
    expect([room.state(), meant(room)]).toEqual(['waiting_author', []]);
    await room.taps('dp', 'Chỉ gửi 62 người đã xác nhận');
    await room.flush();
    expect(room.account()).toMatchObject({ total: 62, sent: 62 });
  });

  it('finds the question again in the account', async () => {
    const room = await asked();
    expect(await room.does('dp', { kind: 'choice', id: 'run:broadcast:1' })).toContain('chưa gửi cho ai');
    expect(labels(room, 'dp')).toContain('Gửi cả 62 người');
    expect(await room.does('qt', { kind: 'choice', id: 'run:broadcast:1' })).toContain('chờ người soạn xác nhận lại');
    expect(labels(room, 'qt')).toEqual(['Rút thông báo']);
  });

  it('goes on after the process died', async () => {
    const room = await asked();
    room.die();
    await room.taps('dp', 'Gửi cả 62 người');
    room.die();
    await room.flush();
    expect(room.account()).toMatchObject({ total: 62, sent: 62 });
  });

  it('who has lost the role meanwhile sends nothing', async () => {
    const room = await asked();
    room.run("update memberships set role = 'staff' where person_id = (select id from people where code = 'dp')");
    await room.taps('dp', 'Gửi cả 62 người');
    await room.flush();
    expect([room.state(), meant(room)]).toEqual(['dropped', []]);
  });

  it.each([
    ['qt', 'run:broadcast-to-all:1:99:9'],
    ['lan', 'run:broadcast-to-all:1:99:9'],
    ['sep', 'run:broadcast-to-agreed:1'],
    ['dp', 'run:broadcast-to-all:2:99:9'],
    ['dp', 'run:broadcast-to-all:1:x:9'],
    ['dp', 'run:broadcast-to-all:1'],
  ])('is answered neither by another person nor by a made-up button: %s, %s', async (code, id) => {
    const room = await asked();
    await room.does(code, { kind: 'choice', id });
    expect([room.state(), meant(room)]).toEqual(['waiting_author', []]);
  });
});
