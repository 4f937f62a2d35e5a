/** An announcement acknowledged in words: with nothing open, in the middle of figures, and of a form. */
import { describe, expect, it } from 'vitest';
import { type BroadcastRoom, broadcastRoom, CLUSTER } from '../support/broadcast-room.ts';

const TEXT = 'đề nghị gửi báo cáo trước 16h';
const THANKS = '✓ Đã ghi: anh/chị đã nhận thông báo lúc';

async function announce(room: BroadcastRoom): Promise<BroadcastRoom> {
  await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi');
  await room.flush();
  return room;
}

describe('with nothing else open', () => {
  it.each([
    'ok',
    'da nhan a',
    'OK em nhận rồi',
    'dạ rõ',
    'đã nhận',
    'nhan roi',
    'em da nhan duoc a',
    'rõ',
    'vâng ạ',
    '👍',
    'dạ em nhận được thông báo rồi ạ',
  ])('%j acknowledges', async (typed) => {
    const room = await announce(broadcastRoom());
    expect(await room.says('lan', typed)).toContain(THANKS);
    expect(room.account().acknowledged).toBe(1);
  });

  it.each([
    'nhận 215',
    'đã nhận 215 hồ sơ',
    'chưa nhận được',
    'đã nhận chưa?',
    'không rõ',
    'cảm ơn',
    '👎',
    'đã gửi',
    'ok 12',
  ])('%j does not', async (typed) => {
    const room = await announce(broadcastRoom());
    expect(await room.says('lan', typed)).not.toContain(THANKS);
    expect(room.account().acknowledged).toBe(0);
  });

  it.each(['ok', 'đã nhận', '👍'])('%j of somebody it was not meant for acknowledges nothing', async (typed) => {
    const room = await announce(broadcastRoom());
    expect(await room.says('kim', typed)).not.toContain(THANKS);
    expect(room.account().acknowledged).toBe(0);
  });

  it.each([
    ['đã nhận', 1],
    ['ok', 0],
  ])('%j two days and another message later acknowledges %i', async (typed, acknowledged) => {
    const room = await announce(broadcastRoom());
    room.clock.advance(48 * 3_600_000);
    await room.says('lan', 'trợ giúp');
    await room.flush();
    await room.says('lan', typed);
    expect(room.account().acknowledged).toBe(acknowledged);
  });

  it('the reminder is acknowledged by "ok" as well, days later', async () => {
    const room = await announce(broadcastRoom());
    room.clock.advance(48 * 3_600_000);
    await room.saysAll('dp', 'thông báo gần đây', '1', 'nhắc 3 người còn lại');
    await room.flush();
    await room.says('lan', 'ok ạ');
    expect(room.account().acknowledged).toBe(1);
  });
});

describe('in the middle of figures', () => {
  it.each(['đã nhận', 'nhận rồi ạ', 'ok', 'dạ', '👍', 'đã nhận thông báo'])(
    '%j acknowledges where a number is asked, and the question is asked again',
    async (typed) => {
      const room = broadcastRoom();
      await room.saysAll('lan', 'báo cáo tháng 10', '5');
      const asked = room.heard('lan').at(-1)?.text.split('\n').at(-1) ?? '';
      await announce(room);
      const answer = await room.says('lan', typed);
      expect(answer).toContain(THANKS);
      expect(answer).toContain(asked);
      expect(room.account().acknowledged).toBe(1);
      expect(await room.says('lan', '215')).toContain('Tiếp nhận: 215');
    },
  );

  it('a number is the answer, also with the word for receiving before it', async () => {
    const room = broadcastRoom();
    await room.saysAll('lan', 'báo cáo tháng 10', '5');
    await announce(room);
    expect(await room.says('lan', 'nhận 215')).toContain('Tiếp nhận: 215');
    expect(room.account().acknowledged).toBe(0);
  });

  /** Lan stands at the last look before sending, where "ok" sends. */
  async function atReview(room: BroadcastRoom): Promise<void> {
    const month = 'tháng 10 nhận 215, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 2, kỳ trước chuyển qua 6';
    await room.saysAll('lan', month, '0', 'máy hỏng', '163', 'không có');
    expect(room.heard('lan').at(-1)?.text).toContain('Đúng thì chọn gửi');
  }

  it('"ok" sends what it was asked about, and acknowledges nothing', async () => {
    const room = broadcastRoom();
    await atReview(room);
    await announce(room);
    expect(await room.says('lan', 'ok')).toContain('Đã gửi');
    expect(room.account().acknowledged).toBe(0);
  });

  it('"đã nhận" acknowledges what came since, sends nothing, and the question is asked again', async () => {
    const room = broadcastRoom();
    await atReview(room);
    await announce(room);
    const answer = await room.says('lan', 'đã nhận');
    expect(answer).toContain(THANKS);
    expect(answer).toContain('Đúng thì chọn gửi');
    expect(room.all('select * from filings')).toEqual([]);
    expect(room.account().acknowledged).toBe(1);
    await room.flush();
    expect(await room.says('lan', 'gửi')).toContain('Đã gửi');
  });
});

describe('in the middle of a form', () => {
  const CHIEF = 'duc-thuan,UBND phường Đức Thuận,ward,cum,lan,Nguyễn Thị Lan,coordinator';
  const ASKED = 'Gõ nội dung thông báo';

  it.each(['đã nhận', 'ok', '👍'])('%j is no text of her own where an announcement stands last', async (typed) => {
    const room = broadcastRoom({ rows: [...CLUSTER, CHIEF] });
    await room.says('lan', 'thông báo');
    await announce(room);
    const answer = await room.says('lan', typed);
    expect(answer).toContain(THANKS);
    expect(answer).toContain(ASKED);
    expect(room.account().acknowledged).toBe(1);
  });

  it.each(['đã nhận', 'ok em'])('%j answers what was asked after the announcement', async (typed) => {
    const room = await announce(broadcastRoom({ rows: [...CLUSTER, CHIEF] }));
    expect(await room.says('lan', 'thông báo')).toContain(ASKED);
    await room.flush();
    expect(await room.says('lan', typed)).toContain('Gửi tới ai?');
    expect(room.account().acknowledged).toBe(0);
  });
});
