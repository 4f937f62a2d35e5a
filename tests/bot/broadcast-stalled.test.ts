/** What is said of an announcement while some of it waits for a door that is down, and that the account always sums. */
import { describe, expect, it } from 'vitest';
import { type BroadcastRoom, broadcastRoom, CLUSTER, partsOf, wards } from '../support/broadcast-room.ts';

const TEXT = 'đề nghị gửi báo cáo trước 16h';
const ON_ZALO = ['nam', 'p0', 'p1', 'p2'];
const PEOPLE = 13;
const STALLED = 'Đang chờ Zalo thông lại';

/** Thirteen people, four of them on Zalo, whose door is down; sent as far as can be. */
async function stalled(given: { zalo?: string[]; except?: string[] } = {}): Promise<BroadcastRoom> {
  const room = broadcastRoom({ rows: [...CLUSTER, ...wards(PEOPLE - 3)], zalo: ON_ZALO, ...given });
  room.down.add('zalo-personal');
  await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi');
  room.clock.advance(60_000);
  await flush(room);
  return room;
}

/** All that can leave leaves; nothing does by a door that is down. */
async function flush(room: BroadcastRoom): Promise<void> {
  await room.flush(({ channel }) => (room.down.has(channel) ? { kind: 'unreachable' } : 'taken'));
  expect(partsOf(room.account())).toBe(PEOPLE);
}

/** The door is back; what was postponed meanwhile is tried again. */
async function mended(room: BroadcastRoom): Promise<void> {
  room.down.delete('zalo-personal');
  room.clock.advance(3_600_000);
  await flush(room);
}

const told = (room: BroadcastRoom, words: string) => room.heard('dp').filter(({ text }) => text.includes(words));

describe('everything settled but what waits for a door that is down', () => {
  it('is reported, naming how many wait for which door since when', async () => {
    const room = await stalled({ except: ['p3'] });
    expect(room.account()).toMatchObject({ sent: 8, waiting: 4, unreachable: { not_enrolled: 1 } });
    const [report, ...more] = told(room, STALLED);
    expect(more).toEqual([]);
    expect(report?.text).toContain('Đã gửi 8 · còn chờ 4 · không gửi được 1 · đã xác nhận 0/8');
    expect(report?.text).toContain('! Đang chờ Zalo thông lại: 4 (từ 09:01)');
    expect(report?.text).toContain('chưa đăng ký 1');
    expect(report).toMatchObject({ replaces: { key: 'broadcast-progress:1' } });
    expect(report?.progress).toBeUndefined();
    expect(report?.choices?.flat().map(({ label }) => label)).toEqual(['Dừng gửi', 'Xem kết quả']);
    expect(room.state()).toBe('sending');
  });

  it('is not reported again however often it is looked, nor after the process died', async () => {
    const room = await stalled();
    for (let look = 0; look < 5; look += 1) room.pieces();
    room.die();
    room.pieces();
    expect(told(room, STALLED)).toHaveLength(1);
    expect(told(room, '✓ Đã gửi')).toEqual([]);
  });

  it('ends with the final report when the door is back', async () => {
    const room = await stalled();
    await mended(room);
    expect(room.account()).toMatchObject({ sent: PEOPLE, waiting: 0 });
    const [report] = told(room, '✓ Đã gửi 13');
    expect(report).toMatchObject({ replaces: { key: 'broadcast-progress:1' } });
    expect([room.state(), room.heard('nam').length]).toEqual(['done', 1]);
  });

  it('is kept up to date in its place when the door is back for a moment only', async () => {
    const room = await stalled();
    room.run(`update outbox set state = 'sent', settled_at = 1 where address = 'p0'`);
    room.pieces();
    const [first, second, ...more] = told(room, STALLED);
    expect([first?.progress, second?.progress, more]).toEqual([undefined, true, []]);
    expect(second?.text).toContain('Đã gửi 10 · còn chờ 3');
  });

  it('stands in the account by chat, which sums', async () => {
    const room = await stalled();
    const account = await room.does('dp', { kind: 'choice', id: 'run:broadcast:1' });
    expect(account).toContain('Người nhận 13 = đã gửi 9 + đang chờ 4');
    expect(account).toContain('Đang chờ gửi: Zalo 4 (từ 09:01)');
  });

  it('does not keep those it has reached from being reminded', async () => {
    const room = await stalled();
    await room.taps('lan', 'Đã nhận');
    await room.does('dp', { kind: 'choice', id: 'run:broadcast:1' });
    expect(await room.taps('dp', 'Nhắc 8 người còn lại')).toContain('Đang nhắc 8 người');
    await flush(room);
    const reminded = (code: string) => room.heard(code).filter(({ text }) => text.startsWith('Nhắc lại')).length;
    expect([reminded('hoa'), reminded('lan'), reminded('nam')]).toEqual([1, 0, 0]);
    expect(room.state()).toBe('sending');
    await mended(room);
    expect([room.state(), reminded('hoa'), reminded('nam')]).toEqual(['done', 1, 0]);
    expect(told(room, '✓ Đã gửi 13')).toHaveLength(1);
  });

  it('can be stopped: what waits never leaves', async () => {
    const room = await stalled();
    expect(await room.taps('dp', 'Dừng gửi')).toContain('Đã dừng 4 tin chưa gửi');
    await mended(room);
    expect(room.account()).toMatchObject({ sent: 9, stopped: 4, waiting: 0 });
    expect([room.state(), room.heard('nam').length]).toEqual(['stopped', 1]);
    expect(told(room, 'Đã dừng: đã gửi 9 · dừng 4')).toHaveLength(1);
  });
});

describe('what waits for other reasons', () => {
  it('at a door that works is progress, not a report', async () => {
    const room = broadcastRoom({ rows: [...CLUSTER, ...wards(PEOPLE - 3)], zalo: ON_ZALO });
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi');
    await room.flush(({ channel }) =>
      channel === 'zalo-personal' ? { kind: 'throttled', retryAfterMs: 60_000, scope: 'chat' } : 'taken',
    );
    expect(room.account()).toMatchObject({ sent: 9, waiting: 4 });
    expect(told(room, STALLED)).toEqual([]);
  });

  it('is not reported while a message is under way', async () => {
    const room = await stalled();
    room.run('delete from outbox where key = ?', 'broadcast-stalled:1:4');
    room.run(`update outbox set state = 'sending' where address = 'p0'`);
    room.pieces();
    expect(told(room, STALLED)).toEqual([]);
  });
});

describe('whoever acknowledges', () => {
  it('has it, also where the answer was lost: it is not sent again, and counts as sent', async () => {
    const room = broadcastRoom();
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi');
    await room.flush(({ id }) => (id === 'lan' ? { kind: 'unreachable', perhapsSent: true } : 'taken'));
    expect(room.account()).toMatchObject({ sent: 2, waiting: 1, acknowledged: 0 });
    await room.taps('lan', 'Đã nhận');
    expect(room.account()).toMatchObject({ sent: 3, waiting: 0, acknowledged: 1, askedToAcknowledge: 3 });
    room.clock.advance(3_600_000);
    const channel = await room.flush();
    expect(channel.sent.filter(({ to, text }) => to === 'lan' && text.startsWith('Thông báo của'))).toEqual([]);
    expect(room.state()).toBe('done');
  });

  it('cannot do so before it can have arrived', async () => {
    const room = await stalled();
    await room.does('nam', { kind: 'choice', id: 'run:ack:1' });
    await room.says('nam', '1');
    expect(room.account()).toMatchObject({ acknowledged: 0, waiting: 4 });
  });

  it('stays among those sent when the provider gives it up afterwards', async () => {
    const room = broadcastRoom();
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi');
    room.pieces();
    room.run("update outbox set state = 'sending' where key = 'broadcast:1:3'");
    await room.does('lan', { kind: 'choice', id: 'run:ack:1' });
    room.run("update outbox set state = 'failed', failure = 'after_crash twice' where key = 'broadcast:1:3'");
    const { sent, acknowledged, failed, waiting } = room.account();
    expect([sent, acknowledged, failed, waiting]).toEqual([1, 1, {}, 2]);
  });
});
