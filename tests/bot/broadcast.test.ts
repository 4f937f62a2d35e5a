/** An announcement from "thông báo" to the last acknowledgement, as each of those concerned sees it. */
import { describe, expect, it } from 'vitest';
import { linkGroup } from '../../db/groups.ts';
import { broadcastRoom, CLUSTER, partsOf, wards } from '../support/broadcast-room.ts';

const TEXT = 'đề nghị gửi báo cáo trước 16h';

describe('who may announce', () => {
  it.each([
    ['dp', 'Gõ nội dung thông báo'],
    ['qt', 'Gõ nội dung thông báo'],
    ['lan', 'Thông báo do điều phối viên gửi'],
    ['sep', 'Thông báo do điều phối viên gửi'],
  ])('%s is answered "%s…"', async (code, answer) => {
    expect(await broadcastRoom().says(code, 'thông báo')).toContain(answer);
  });

  it.each(['thông báo gần đây', 'dừng gửi', 'thông báo: họp'])('refuses staff "%s"', async (words) => {
    const room = broadcastRoom();
    expect(await room.says('lan', words)).toContain('Thông báo do điều phối viên gửi');
    expect(room.all('select * from broadcasts')).toEqual([]);
  });

  it.each(['run:broadcast:1', 'run:broadcast-stop:1', 'run:broadcast-remind:1', 'run:broadcast-approve:1'])(
    'answers a made-up %s of staff as if there were no such button',
    async (id) => {
      const room = broadcastRoom();
      await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi');
      await room.flush();
      const before = room.state();
      expect(await room.does('lan', { kind: 'choice', id })).not.toMatch(/Người nhận|Đã dừng|Đang nhắc|đã duyệt/);
      expect(room.state()).toBe(before);
    },
  );
});

/** Whom the coordinator's audiences mean; the commune outside the cluster is never in one. */
const AUDIENCES: readonly (readonly [typed: string, people: readonly string[]])[] = [
  ['tất cả', ['lan', 'nam', 'hoa']],
  ['chưa nộp tháng 10', ['lan', 'nam', 'hoa']],
  ['đức thuận', ['lan']],
  ['bắc hồng, nam hồng', ['nam', 'hoa']],
  ['bac-hong; duc-thuan', ['lan', 'nam']],
  ['cụm hồng lĩnh', ['lan', 'nam', 'hoa']],
  ['lãnh đạo', ['sep']],
  ['điều phối viên', []],
  ['cán bộ', ['lan', 'nam', 'hoa']],
];

describe('an audience', () => {
  it.each(AUDIENCES)('"%s" is %j, each once', async (typed, people) => {
    const room = broadcastRoom();
    const preview = await room.saysAll('dp', `thông báo: ${TEXT}`, typed);
    if (people.length === 0) {
      expect(preview).toContain('Không có ai để gửi tới');
      return;
    }
    expect(preview).toContain(`Xem trước · ${people.length} người`);
    expect(preview).toContain(`«${TEXT}»`);
    await room.says('dp', 'gửi');
    const channel = await room.flush();
    const announced = channel.sent.filter(({ text }) => text.startsWith('Thông báo của cụm')).map(({ to }) => to);
    expect(announced.toSorted()).toEqual([...people].sort());
    expect(room.account()).toMatchObject({ total: people.length, sent: people.length, waiting: 0 });
  });

  it.each([
    ['xuân lam', 'Không có đơn vị "xuân lam"'],
    ['thạch hà', 'Không có đơn vị "thạch hà"'],
    ['đức thuận, thạch hà', 'Không có đơn vị "thạch hà"'],
    ['hồng', '"hồng" là đơn vị nào?'],
  ])('"%s" is asked back', async (typed, answer) => {
    expect(await broadcastRoom().saysAll('dp', `thông báo: ${TEXT}`, typed)).toContain(answer);
  });

  it('keeps the names that were sure when one is dropped, and asks again when none is left', async () => {
    const room = broadcastRoom();
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'đức thuận, thạch hà');
    expect(await room.says('dp', '1')).toContain('Gửi tới: UBND phường Đức Thuận');
    await room.saysAll('dp', 'sửa', 'người nhận', 'hồng', '[Bỏ "hồng"]');
    expect(room.heard('dp').at(-1)?.text).toContain('Gõ tên các đơn vị');
  });

  it('leaves out a unit that has filed', async () => {
    const room = broadcastRoom();
    room.run(
      `insert into filings (unit_id, period, period_from, period_to, first_filed_at, first_filed_by, last_filed_at, receipt)
       select id, '2026-10', '2026-10-01', '2026-10-31', 0, 1, 0, 'R1' from units where code = 'duc-thuan'`,
    );
    expect(await room.saysAll('dp', `thông báo: ${TEXT}`, 'chưa nộp')).toContain('2 người, 2 đơn vị');
  });

  it('leaves out a unit whose duty is done', async () => {
    const room = broadcastRoom();
    room.run(
      `insert into obligation_entries (unit_id, obligation, period, kind, said_by, said_at, date)
       select id, 'bao-cao-nam', '2026', 'done', 1, 0, '2026-11-01' from units where code = 'duc-thuan'`,
    );
    await room.does('dp', { kind: 'choice', id: 'run:broadcast-to:not_done:bao-cao-nam:2026' });
    expect(await room.says('dp', TEXT)).toContain('2 người, 2 đơn vị');
  });
});

describe('the dry run', () => {
  it('names who cannot be reached, by which channel and why, five of them at most', async () => {
    const rows = [...CLUSTER, ...wards(7)];
    const except = ['hoa', 'p0', 'p1', 'p2', 'p3', 'p4'];
    const room = broadcastRoom({ rows, except });
    room.run("update identities set gone_at = 1 where address = 'lan'");
    const preview = await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả');
    expect(preview).toContain('10 người, 10 đơn vị: Telegram 3, không liên lạc được 7');
    expect(preview).toContain('Nguyễn Thị Lan, UBND phường Đức Thuận (không còn nhận tin qua Telegram)');
    expect(preview).toContain('Phạm Thị Hoa, UBND phường Nam Hồng (chưa đăng ký)');
    expect(preview).toContain('và 2 người khác');
    await room.says('dp', 'gửi');
    const channel = await room.flush();
    expect(room.account()).toMatchObject({ total: 10, sent: 3, unreachable: { not_enrolled: 6, gone: 1 } });
    expect(channel.texts().at(-1)).toContain('✓ Đã gửi 3 · không gửi được 7 · đã xác nhận 0/3');
    expect(channel.texts().at(-1)).toContain('chưa đăng ký 6');
  });

  it('misses nobody at an office or district that only coordinates, as no report is missed there', async () => {
    const empty = [
      'huyen,UBND huyện Thạch Hà,district,cum,,,',
      'phong,Phòng Văn hoá,office,cum,,,',
      'so,Sở Nội vụ,department,cum,,,',
      'xa-trong,UBND xã Xuân Hồng,commune,cum,,,',
    ];
    const room = broadcastRoom({ rows: [...CLUSTER, ...empty] });
    for (const audience of ['tất cả', 'chưa nộp tháng 10']) {
      const preview = await room.saysAll('dp', `thông báo: ${TEXT}`, audience);
      expect(preview).toContain('3 người, 3/4 đơn vị');
      expect(preview).toContain('1 đơn vị chưa có cán bộ, không gửi được: UBND xã Xuân Hồng\n');
    }
  });

  it('has no way to send where nobody can be reached', async () => {
    const room = broadcastRoom({ except: ['lan'] });
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'đức thuận');
    expect(
      room
        .heard('dp')
        .at(-1)
        ?.choices?.flat()
        .map(({ label }) => label),
    ).toEqual(['Sửa', 'Thôi']);
    await room.says('dp', 'gửi');
    expect(room.all('select * from broadcasts')).toEqual([]);
  });

  it('changes nothing, and neither does dropping it', async () => {
    const room = broadcastRoom();
    const answer = await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'thôi');
    expect(answer).toContain('chưa có gì được gửi');
    expect(room.all('select * from broadcasts')).toEqual([]);
    expect(room.heard('lan')).toEqual([]);
  });

  it('refuses a text longer than one message bears, and one with a secrecy mark', async () => {
    const room = broadcastRoom();
    expect(await room.saysAll('dp', 'thông báo', 'a'.repeat(3_001))).toContain('tối đa 3');
    expect(await room.says('dp', 'Văn bản độ MẬT số 12/KH-UBND')).toContain('không được lưu');
    expect(await room.says('dp', 'a'.repeat(3_000))).toContain('Gửi tới ai?');
  });
});

describe('the linked groups', () => {
  const linked = async () => {
    const room = broadcastRoom();
    room.archive.write((tx) => {
      const [unit] = room.all<{ id: number }>("select id from units where code = 'duc-thuan'");
      const address = { channel: 'telegram', account: 'bot', id: '-100' } as const;
      linkGroup(tx, { address, title: 'Đức Thuận ISO', unit: unit?.id ?? 0, by: 1, at: 1 });
    });
    return room;
  };

  it('get it when chosen, once, without a button, and are in the account', async () => {
    const room = await linked();
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', '[Gửi cả vào 1 nhóm]', 'gửi');
    const channel = await room.flush();
    expect(channel.sent.filter(({ to }) => to === '-100')).toHaveLength(1);
    expect(room.heard('-100')[0]?.choices).toBeUndefined();
    expect(room.account()).toMatchObject({ total: 4, sent: 4, askedToAcknowledge: 3 });
  });

  it('do not get it unless chosen, nor what is for some by what they owe or by role', async () => {
    const room = await linked();
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi');
    await room.flush();
    expect(room.heard('-100')).toEqual([]);
    for (const audience of ['chưa nộp tháng 10', 'lãnh đạo']) {
      expect(await room.saysAll('dp', `thông báo: ${TEXT}`, audience)).not.toContain('nhóm');
    }
  });
});

describe('many people', () => {
  const many = () => broadcastRoom({ rows: [...CLUSTER, ...wards(60)] });

  it('are confirmed by typing their number, and no other', async () => {
    const room = many();
    expect(await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi')).toContain('Gõ số người (63)');
    for (const wrong of ['62', 'có', '1', 'gửi']) await room.says('dp', wrong);
    expect(room.all('select * from broadcasts')).toEqual([]);
    expect(await room.says('dp', '63')).toContain('Đang gửi 0/63');
    await room.flush();
    expect(room.account()).toMatchObject({ total: 63, sent: 63 });
  });

  it('may be approved by a second person instead', async () => {
    const room = many();
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi', '[Nhờ Hồ Thị Vân duyệt]');
    expect(room.state()).toBe('waiting_second');
    expect(room.heard('dp').at(-1)?.text).toContain('Đã nhờ Hồ Thị Vân duyệt');
    expect(room.heard('qt').at(-1)?.text).toContain(`«${TEXT}»`);
    expect(room.account().total).toBe(0);
    await room.taps('qt', 'Duyệt, gửi');
    expect(room.heard('dp').at(-2)?.text).toContain('Hồ Thị Vân đã duyệt');
    await room.flush();
    expect(room.account()).toMatchObject({ total: 63, sent: 63 });
    expect(await room.taps('qt', 'Không duyệt')).toContain('đã được quyết định');
  });

  it('are not written to when it is refused', async () => {
    const room = many();
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi', '[Nhờ Hồ Thị Vân duyệt]');
    await room.taps('qt', 'Không duyệt');
    expect(room.heard('dp').at(-1)?.text).toContain('không duyệt thông báo');
    await room.flush();
    expect([room.state(), room.heard('lan')]).toEqual(['refused', []]);
  });

  it('are not written to when nobody answers within a day; a late yes sends nothing', async () => {
    const room = many();
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi', '[Nhờ Hồ Thị Vân duyệt]');
    room.clock.advance(24 * 3_600_000);
    expect(await room.taps('qt', 'Duyệt, gửi')).toContain('quá giờ duyệt');
    await room.fire();
    expect(room.state()).toBe('expired');
    expect(room.heard('dp').at(-1)?.text).toContain('không có ai duyệt');
    await room.flush();
    expect(room.heard('lan')).toEqual([]);
  });

  it('are not approved by the author, nor by somebody without the right', async () => {
    const room = many();
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi', '[Nhờ Hồ Thị Vân duyệt]');
    for (const code of ['dp', 'lan', 'sep', 'kim']) {
      const answer = await room.does(code, { kind: 'choice', id: 'run:broadcast-approve:1' });
      expect(answer).toContain('Thông báo do điều phối viên gửi');
    }
    expect(room.state()).toBe('waiting_second');
  });
});

describe('an account', () => {
  it('sums to everybody meant whatever the channel does', async () => {
    const room = broadcastRoom({ rows: [...CLUSTER, ...wards(40)], except: ['p1', 'p2'] });
    await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi');
    expect(partsOf(room.account())).toBe(43);
    room.pieces(1);
    expect(partsOf(room.account())).toBe(43);
    await room.flush(({ id }) => {
      if (id === 'p3') return { kind: 'rejected' };
      if (id === 'p4') return { kind: 'recipient_gone' };
      if (id === 'p5') return { kind: 'throttled', retryAfterMs: 5_000, scope: 'chat' };
      return id === 'p6' ? { kind: 'unreachable' } : 'taken';
    });
    const account = room.account();
    expect(account).toMatchObject({ failed: { rejected: 1, recipient_gone: 1 }, waiting: 2, sent: 37 });
    expect(partsOf(account)).toBe(43);
    expect(room.state()).toBe('sending');
    room.clock.advance(60_000);
    await room.flush();
    expect(room.account()).toMatchObject({ waiting: 0, sent: 39 });
    expect(room.heard('dp').at(-1)?.text).toContain('kênh từ chối 1');
    expect([partsOf(room.account()), room.state()]).toEqual([43, 'done']);
  });
});
