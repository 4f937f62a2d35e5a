/** After "Gửi": acknowledging, the account by chat, reminding the rest, stopping, and sending at its time. */
import { describe, expect, it } from 'vitest';
import { broadcastRoom, CLUSTER, partsOf, wards } from '../support/broadcast-room.ts';

const TEXT = 'đề nghị gửi báo cáo trước 16h';

async function sent(given: Parameters<typeof broadcastRoom>[0] = {}) {
  const room = broadcastRoom(given);
  await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi');
  await room.flush();
  return room;
}

describe('the button of an announcement', () => {
  it.each(['đã nhận', 'Da nhan', '1', '[Đã nhận]', 'dạ em đã nhận rồi ạ'])('is pressed by "%s"', async (typed) => {
    const room = await sent();
    expect(await room.says('lan', typed)).toContain('✓ Đã ghi: anh/chị đã nhận thông báo lúc 09:00');
    expect(room.account()).toMatchObject({ acknowledged: 1, askedToAcknowledge: 3 });
  });

  it('counts once, with the first time', async () => {
    const room = await sent();
    await room.taps('lan', 'Đã nhận');
    room.clock.advance(60_000);
    expect(await room.taps('lan', 'Đã nhận')).toContain('đã xác nhận nhận thông báo này lúc 09:00');
    expect(room.account().acknowledged).toBe(1);
  });

  it.each(['đã nhận 215', 'chưa nhận', 'đã gửi'])('is not pressed by "%s"', async (typed) => {
    const room = await sent();
    await room.says('lan', typed);
    expect(room.account().acknowledged).toBe(0);
  });

  it('does nothing for somebody it was not meant for', async () => {
    const room = await sent();
    await room.does('kim', { kind: 'choice', id: 'run:ack:1' });
    await room.does('lan', { kind: 'choice', id: 'run:ack:2' });
    await room.does('lan', { kind: 'choice', id: 'run:ack:x' });
    expect(room.account().acknowledged).toBe(0);
  });

  it('works in the middle of a report, and the open question still takes its answer', async () => {
    const room = broadcastRoom();
    await room.saysAll('lan', 'báo cáo tháng 10', '5');
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi');
    await room.flush();
    expect(room.heard('lan').at(-1)?.numbered).toBe(false);
    expect(await room.says('lan', 'đã nhận')).toContain('đã nhận thông báo lúc');
    expect(await room.says('lan', '215')).toContain('Tiếp nhận: 215');
  });
});

describe('the progress', () => {
  it('is one message edited as it goes, and ends as the report', async () => {
    const room = broadcastRoom({ rows: [...CLUSTER, ...wards(40)] });
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi');
    room.pieces();
    const said = () => room.heard('dp').length;
    const first = said();
    room.pieces();
    expect(said()).toBe(first);
    const some = "select id from outbox where key like 'broadcast:1:%' limit 10";
    room.run(`update outbox set state = 'sent', settled_at = 1 where id in (${some})`);
    for (let look = 0; look < 3; look += 1) room.pieces();
    expect(said()).toBe(first + 1);
    const place = { replaces: { key: 'broadcast-progress:1' } };
    expect(room.heard('dp').at(-1)).toMatchObject({ text: 'Đang gửi 10/43 …', progress: true, ...place });
    await room.flush();
    const report = room.heard('dp').at(-1);
    expect(report).toMatchObject({ text: '✓ Đã gửi 43 · không gửi được 0 · đã xác nhận 0/43', ...place });
    expect(report?.progress).toBeUndefined();
    for (const code of ['lan', 'nam', 'hoa']) await room.says(code, 'đã nhận');
    expect(room.heard('dp').at(-1)).toMatchObject({ progress: true, ...place });
    expect(room.heard('dp').at(-1)?.text).toContain('đã xác nhận 3/43');
  });
});

it('leaves a typed number to what its author was shown last, where the report stands above it', async () => {
  const room = broadcastRoom();
  await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi', 'xin chào');
  const menu = room.heard('dp').at(-1)?.choices?.flat()[0]?.label ?? '';
  await room.flush();
  await room.says('lan', 'đã nhận');
  const answer = await room.says('dp', '1');
  expect(menu).toBe('Tình hình');
  expect(answer).toContain('Tình hình tháng');
});

describe('the account by chat', () => {
  it('names those who have not acknowledged, ten of them, and why some got nothing', async () => {
    const room = await sent({ rows: [...CLUSTER, ...wards(12)], except: ['p0'] });
    await room.taps('lan', 'Đã nhận');
    await room.says('dp', 'thông báo gần đây');
    const account = await room.says('dp', '1');
    expect(account).toContain('Người nhận 15 = đã gửi 14 + không liên lạc được 1');
    expect(account).toContain('Không gửi được: chưa đăng ký 1');
    expect(account).toContain('Đã xác nhận: 1/14');
    expect(account).toContain('Chưa xác nhận: Đỗ Văn Nam, Phạm Thị Hoa');
    expect(account).toContain('và 3 người khác');
    expect(room.heard('dp').at(-1)?.choices?.flat()[0]?.label).toBe('Nhắc 13 người còn lại');
  });

  it('is another coordinator of the same units to see, and nobody outside them', async () => {
    const rows = [...CLUSTER, 'xa-khac,UBND xã Xuân Lam,commune,,tam,Mai Thị Tâm,coordinator'];
    const room = await sent({ rows });
    expect(await room.does('qt', { kind: 'choice', id: 'run:broadcast:1' })).toContain('Người nhận 3');
    expect(await room.does('tam', { kind: 'choice', id: 'run:broadcast:1' })).not.toContain('Người nhận');
    expect(await room.says('tam', 'thông báo gần đây')).toContain('Chưa có thông báo nào');
  });
});

describe('the list', () => {
  it('has everybody once, with what became of them and why', async () => {
    const room = broadcastRoom({ rows: [...CLUSTER, ...wards(3)], except: ['p0'] });
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi');
    await room.flush(({ id }) => (id === 'p1' ? { kind: 'rejected' } : 'taken'));
    await room.taps('lan', 'Đã nhận');
    await room.does('dp', { kind: 'choice', id: 'run:broadcast:1' });
    expect(await room.taps('dp', 'Tải danh sách')).toContain('6 dòng');
    const { attachment } = room.heard('dp').at(-1) ?? {};
    expect(attachment).toMatchObject({ maker: 'recipients-xlsx', name: 'danh-sach-thong-bao-1.xlsx' });
    const { rows } = (attachment?.data ?? { rows: [] }) as { rows: Record<string, unknown>[] };
    expect(rows.map(({ person, state, reason }) => [person, state, reason])).toEqual([
      ['Nguyễn Thị Lan', 'sent', undefined],
      ['Đỗ Văn Nam', 'sent', undefined],
      ['Phạm Thị Hoa', 'sent', undefined],
      ['Cán bộ 0', 'unreachable', 'chưa đăng ký'],
      ['Cán bộ 1', 'failed', 'kênh từ chối'],
      ['Cán bộ 2', 'sent', undefined],
    ]);
    expect(rows[0]).toMatchObject({ unit: 'UBND phường Đức Thuận', channel: 'telegram' });
    expect(rows.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined)).toHaveLength(1);
  });

  it("is nobody else's", async () => {
    const room = await sent();
    expect(await room.does('lan', { kind: 'choice', id: 'run:broadcast-list:1' })).not.toContain('dòng');
    expect(room.heard('lan').some(({ attachment }) => attachment)).toBe(false);
  });
});

describe('reminding the rest', () => {
  it('writes to those who have not acknowledged, once a working day however often it is tapped', async () => {
    const room = await sent();
    await room.taps('lan', 'Đã nhận');
    await room.does('dp', { kind: 'choice', id: 'run:broadcast:1' });
    expect(await room.taps('dp', 'Nhắc 2 người còn lại')).toContain('Đang nhắc 2 người');
    const first = await room.flush();
    expect(first.sent.filter(({ text }) => text.startsWith('Nhắc lại')).map(({ to }) => to)).toEqual(['nam', 'hoa']);
    for (let tap = 0; tap < 2; tap += 1) {
      expect(await room.taps('dp', 'Nhắc 2 người còn lại')).toContain('Hôm nay đã nhắc lúc 09:00');
    }
    await room.says('nam', 'đã nhận');
    room.clock.advance(24 * 3_600_000);
    expect(await room.taps('dp', 'Nhắc 2 người còn lại')).toContain('Đang nhắc 1 người');
    const second = await room.flush();
    expect(second.sent.filter(({ text }) => text.startsWith('Nhắc lại')).map(({ to }) => to)).toEqual(['hoa']);
    expect([room.state(), partsOf(room.account())]).toEqual(['done', 3]);
  });

  it('waits for the hours of messages, and has nothing to do when all have acknowledged', async () => {
    const room = await sent();
    room.clock.advance(10 * 3_600_000);
    expect(await room.does('dp', { kind: 'choice', id: 'run:broadcast-remind:1' })).toContain('Có thể nhắc từ 07:30');
    for (const code of ['lan', 'nam', 'hoa']) await room.taps(code, 'Đã nhận');
    const answer = await room.does('dp', { kind: 'choice', id: 'run:broadcast-remind:1' });
    expect(answer).toContain('đều đã xác nhận');
  });

  it('writes to each once when the process dies between two pieces', async () => {
    const room = await sent({ rows: [...CLUSTER, ...wards(45)] });
    await room.does('dp', { kind: 'choice', id: 'run:broadcast-remind:1' });
    room.pieces(1);
    room.die();
    const channel = await room.flush();
    const reminded = channel.sent.filter(({ text }) => text.startsWith('Nhắc lại')).map(({ to }) => to);
    expect(reminded).toHaveLength(48);
    expect(new Set(reminded).size).toBe(48);
  });
});

describe('stopping', () => {
  it('ends what waits, counts what was under way, and sums', async () => {
    const room = broadcastRoom({ rows: [...CLUSTER, ...wards(40)] });
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi');
    room.pieces();
    room.run("update outbox set state = 'sent', settled_at = 1 where key in ('broadcast:1:3', 'broadcast:1:5')");
    room.run("update outbox set state = 'sending' where key = 'broadcast:1:6'");
    expect(await room.taps('dp', 'Dừng gửi')).toContain('Đã dừng 40 tin chưa gửi; đã gửi 2, đang trên đường 1');
    expect(partsOf(room.account())).toBe(43);
    // What was under way comes back without an answer and would be tried again.
    room.run("update outbox set state = 'waiting' where key = 'broadcast:1:6'");
    const channel = await room.flush();
    expect(channel.sent.filter(({ text }) => text.startsWith('Thông báo của'))).toEqual([]);
    expect(room.account()).toMatchObject({ sent: 2, stopped: 41, waiting: 0 });
    expect(channel.texts().at(-1)).toContain('Đã dừng: đã gửi 2 · dừng 41');
    expect(room.state()).toBe('stopped');
  });

  it('by word, before the first piece: nobody is written to', async () => {
    const room = broadcastRoom();
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi', 'dừng gửi');
    const channel = await room.flush();
    expect(channel.sent.filter(({ to }) => to !== 'dp')).toEqual([]);
    expect(room.account()).toMatchObject({ total: 3, stopped: 3 });
    expect(await room.says('dp', 'dừng gửi')).toContain('Không có thông báo nào');
  });

  it('does nothing to one that is over', async () => {
    const room = await sent();
    expect(await room.taps('dp', 'Dừng gửi')).toContain('đã xong');
    expect(room.account()).toMatchObject({ sent: 3, stopped: 0 });
  });
});

describe('an announcement for later', () => {
  const scheduled = async () => {
    const room = broadcastRoom();
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'hẹn giờ', '14:00');
    return room;
  };
  const HOURS = 3_600_000;

  it('goes out at its time, once, to those who are meant then', async () => {
    const room = await scheduled();
    await room.fire();
    expect([room.state(), room.account().total]).toEqual(['scheduled', 0]);
    room.run(
      "update memberships set valid_to = '2026-11-09' where person_id = (select id from people where code = 'hoa')",
    );
    room.clock.advance(5 * HOURS);
    await room.fire();
    await room.fire();
    const channel = await room.flush();
    expect(channel.sent.filter(({ text }) => text.startsWith('Thông báo của')).map(({ to }) => to)).toEqual([
      'lan',
      'nam',
    ]);
    expect(room.state()).toBe('done');
  });

  it('is not sent when its author has lost the role, and they are told', async () => {
    const room = await scheduled();
    room.run(
      "update memberships set valid_to = '2026-11-09' where person_id = (select id from people where code = 'dp')",
    );
    room.clock.advance(5 * HOURS);
    await room.fire();
    await room.flush();
    expect([room.state(), room.heard('lan')]).toEqual(['dropped', []]);
    expect(room.heard('dp').at(-1)?.text).toContain('không còn quyền');
  });

  it('is withdrawn by its button, and nothing goes out at its time', async () => {
    const room = await scheduled();
    expect(await room.taps('dp', 'Rút thông báo')).toContain('Đã rút');
    room.clock.advance(5 * HOURS);
    await room.fire();
    await room.flush();
    expect(room.heard('lan')).toEqual([]);
  });

  it.each([
    ['08:00', 'đã qua'],
    ['20/1/2027 8h', 'trong 60 ngày'],
    ['ngày mai', 'chưa có giờ'],
    ['sớm thôi', 'Chưa rõ giờ'],
    ['21:00', 'ngoài giờ gửi tin'],
    ['thứ bảy 9h', 'ngoài giờ gửi tin'],
  ])('is asked again for "%s"', async (typed, answer) => {
    const room = broadcastRoom();
    expect(await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'hẹn giờ', typed)).toContain(answer);
    expect(room.all('select * from broadcasts')).toEqual([]);
  });

  it('approved outside the hours waits for the next slot', async () => {
    const room = broadcastRoom({ rows: [...CLUSTER, ...wards(60)] });
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi', '[Nhờ Hồ Thị Vân duyệt]');
    room.clock.advance(11 * HOURS);
    expect(await room.taps('qt', 'Duyệt, gửi')).toContain('gửi lúc 07:30 ngày 11/11');
    await room.flush();
    expect(room.heard('lan')).toEqual([]);
    room.clock.advance(12 * HOURS);
    await room.fire();
    await room.flush();
    expect(room.account()).toMatchObject({ total: 63, sent: 63 });
  });
});

it('is written in the language of whoever reads it, its text as it was typed', async () => {
  const room = broadcastRoom();
  await room.saysAll('lan', 'english');
  await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi');
  await room.flush();
  expect(room.heard('lan').at(-1)?.text).toBe(`Announcement by cụm Hồng Lĩnh (Lê Minh Khoa):\n\n${TEXT}`);
  expect(room.heard('nam').at(-1)?.text).toBe(`Thông báo của cụm Hồng Lĩnh (Lê Minh Khoa):\n\n${TEXT}`);
});
