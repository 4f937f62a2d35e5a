/** A directive by chat through whole turns: who may, what units owe from it, how one takes the place of another. */
import { describe, expect, it } from 'vitest';
import { type BroadcastRoom, broadcastRoom } from '../support/broadcast-room.ts';

const LETTER = [
  'Số: 12/SKHCN-TĐC',
  'Đề nghị các đơn vị thực hiện các nội dung sau:',
  '1. Công khai thủ tục hành chính tại trụ sở, hoàn thành trước ngày 15/12/2026.',
  '2. Lập danh sách đầu mối ISO, gửi về Sở KH&CN chậm nhất ngày 31/12 hằng năm.',
].join('\n');
const LONG = `${LETTER}\n3. ${'Thường xuyên rà soát, cập nhật các quy trình nội bộ của đơn vị. '.repeat(4)}`;

const issue = (room: BroadcastRoom, who: string, ...last: string[]): Promise<string> =>
  room.saysAll(who, 'giao việc', LETTER, 'hết', 'đúng', ...last);

/** The directives as they are stored, newest revision of each. */
const stored = (room: BroadcastRoom): Record<string, unknown>[] =>
  (
    room.archive.sqlite.prepare('select data from directives where current = 1 order by id').all() as { data: string }[]
  ).map(({ data }) => JSON.parse(data) as Record<string, unknown>);
const idsOf = ({ obligations }: Record<string, unknown>): unknown =>
  (obligations as { id: string }[]).map(({ id }) => id);

describe('a directive by chat', () => {
  it('is for coordinators and admins only', async () => {
    const room = broadcastRoom();
    for (const who of ['lan', 'sep']) expect(await room.says(who, 'giao việc')).toContain('Chỉ điều phối viên');
    for (const who of ['dp', 'qt']) expect(await room.says(who, 'giao việc')).toContain('Dán hoặc chuyển tiếp');
  });

  it('is asked about when a long letter is pasted without a word, and not taken after a no', async () => {
    const room = broadcastRoom();
    expect(await room.says('dp', LONG)).toContain('Đây là văn bản chỉ đạo mới');
    await room.says('dp', 'không phải');
    expect(await room.says('dp', 'hết')).not.toContain('việc đọc được');
    expect(stored(room)).toEqual([]);
  });

  it('pasted by staff is no directive', async () => {
    const room = broadcastRoom();
    expect(await room.says('lan', LONG)).not.toContain('văn bản chỉ đạo mới');
  });

  it('binds all units below, and not whoever issues it', async () => {
    const room = broadcastRoom();
    expect(await issue(room, 'dp', 'tất cả', 'ban hành')).toContain('✓ Đã ban hành 12/SKHCN-TĐC: 2 việc, 3 đơn vị');
    expect(await room.says('lan', 'việc của tôi')).toContain('Công khai thủ tục hành chính tại trụ sở');
    expect(await room.says('kim', 'việc của tôi')).not.toContain('Công khai thủ tục hành chính');
    expect(stored(room)).toMatchObject([
      {
        id: 'skhcn-tdc-12-2026',
        validFrom: '2026-11-10',
        subtrees: ['cum'],
        obligations: [
          { id: 'SKHCN-12.1', year: 2026, recurrence: 'yearly', deadline: { day: 15, month: 12, exclusive: true } },
          { id: 'SKHCN-12.2', recurrence: 'yearly', deadline: { day: 31, month: 12, exclusive: false } },
        ],
      },
    ]);
  });

  it('of named units binds only those, and tells each person once', async () => {
    const room = broadcastRoom();
    const told = await issue(room, 'dp', 'bắc hồng, nam hồng', 'ban hành');
    expect(told).toContain('2 đơn vị. Đã báo 2 người');
    expect(room.heard('nam').filter(({ text }) => text.startsWith('Chỉ đạo mới'))).toHaveLength(1);
    expect(room.heard('nam').at(-1)?.text).toContain('UBND phường Bắc Hồng, UBND phường Nam Hồng');
    expect(room.heard('lan')).toEqual([]);
  });

  it('says how many could not be told', async () => {
    const room = broadcastRoom({ except: ['hoa'] });
    expect(await issue(room, 'dp', 'tất cả', 'ban hành')).toContain('1 người chưa báo được');
  });

  it('is not issued before the last yes, and not by a typed no', async () => {
    const room = broadcastRoom();
    await issue(room, 'dp', 'tất cả', 'không');
    expect(stored(room)).toEqual([]);
    await room.says('dp', 'huỷ');
    expect(stored(room)).toEqual([]);
  });

  it('is asked of units that do not report by nobody', async () => {
    const room = broadcastRoom({ rows: ['cum,cụm Hồng Lĩnh,cluster,,dp,Lê Minh Khoa,coordinator'] });
    expect(await issue(room, 'dp', 'tất cả')).toContain('không có đơn vị nào phải báo cáo');
  });
});

describe('a directive of the same number', () => {
  it('takes the place of the old one, keeping the ids of tasks of the same name', async () => {
    const room = broadcastRoom();
    await issue(room, 'dp', 'tất cả', 'ban hành');
    await room.saysAll(
      'dp',
      'giao việc',
      LETTER.replace('15/12/2026', '20/12/2026').replace('Lập danh sách', 'Rà soát danh sách'),
    );
    await room.saysAll('dp', 'hết', 'đúng', 'tất cả');
    expect(await room.saysAll('dp', 'thay văn bản cũ', 'ban hành')).toContain('cũ ngừng áp dụng');
    const [old, young] = stored(room);
    expect(old).toMatchObject({ id: 'skhcn-tdc-12-2026', validTo: '2026-11-09' });
    expect(young).toMatchObject({ id: 'skhcn-tdc-12-2026-2', validFrom: '2026-11-10' });
    expect(young && idsOf(young)).toEqual(['SKHCN-12.1', 'SKHCN-12b.2']);
    const mine = await room.says('lan', 'việc của tôi');
    expect(mine.split('Công khai thủ tục')).toHaveLength(2);
    expect(mine).toContain('thứ Sáu 18/12');
  });

  it('may stand beside the old one, under ids of its own', async () => {
    const room = broadcastRoom();
    await issue(room, 'dp', 'tất cả', 'ban hành');
    await issue(room, 'dp', 'tất cả', 'giữ cả hai', 'ban hành');
    expect(stored(room).map(idsOf)).toEqual([
      ['SKHCN-12.1', 'SKHCN-12.2'],
      ['SKHCN-12b.1', 'SKHCN-12b.2'],
    ]);
    expect(stored(room).map(({ validTo }) => validTo)).toEqual([undefined, undefined]);
  });
});

describe('the end of a directive', () => {
  it('is shown and done by whoever issued it, and then nothing of it is owed', async () => {
    const room = broadcastRoom();
    await issue(room, 'dp', 'tất cả', 'ban hành');
    expect(await room.says('dp', 'chỉ đạo')).toContain('12/SKHCN-TĐC: 2 việc, năm nay xong 0/6');
    await room.taps('dp', '12/SKHCN-TĐC');
    await room.taps('dp', 'Ngừng áp dụng');
    expect(await room.says('dp', 'ngừng áp dụng')).toContain('ngừng áp dụng từ hôm nay');
    expect(await room.says('lan', 'việc của tôi')).not.toContain('Công khai thủ tục');
  });

  it('is not offered to staff, and a made up button does nothing', async () => {
    const room = broadcastRoom();
    await issue(room, 'dp', 'tất cả', 'ban hành');
    expect(await room.says('lan', 'chỉ đạo')).toContain('12/SKHCN-TĐC');
    expect(await room.does('lan', { kind: 'choice', id: 'run:directive:skhcn-tdc-12-2026' })).toContain('áp dụng từ');
    const answer = await room.does('lan', { kind: 'choice', id: 'run:retire-directive:skhcn-tdc-12-2026' });
    expect(answer).toContain('Chỉ điều phối viên');
    expect(stored(room)[0]?.validTo).toBeUndefined();
  });

  it('of the whole organisation is not for whoever looks after a part of it', async () => {
    const room = broadcastRoom();
    expect(await room.does('dp', { kind: 'choice', id: 'run:retire-directive:quang-ngai-2021' })).toContain(
      'Chỉ điều phối viên',
    );
  });
});
