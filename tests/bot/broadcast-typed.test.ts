/** An announcement told in one message, one that says nothing, and one number for the units it means. */
import { describe, expect, it } from 'vitest';
import { broadcastRoom, CLUSTER } from '../support/broadcast-room.ts';

const TEXT = 'đề nghị gửi báo cáo trước 16h';

/** Communes nobody works at yet. */
const EMPTY = ['xa-1,UBND xã Xuân Hồng,commune,cum,,,', 'xa-2,UBND xã Xuân Viên,commune,cum,,,'];

const labels = (room: ReturnType<typeof broadcastRoom>): string[] =>
  (room.heard('dp').at(-1)?.choices ?? []).flat().map(({ label }) => label);

describe('told in one message with its audience', () => {
  it.each([
    ['thông báo tới tất cả: ', '3 người, 3 đơn vị'],
    ['thông báo cho tất cả các xã, phường: ', '3 người, 3 đơn vị'],
    ['thông báo cho các đơn vị chưa nộp: ', 'đơn vị chưa nộp báo cáo tháng 10/2026'],
    ['thong bao toi cac don vi chua nop thang 9: ', 'đơn vị chưa nộp báo cáo tháng 09/2026'],
    ['gửi thông báo tới phường Đức Thuận: ', 'Gửi tới: UBND phường Đức Thuận'],
    ['thông báo đến lãnh đạo: ', 'Gửi tới: Lãnh đạo'],
  ])('"%s…" goes to its preview: %s', async (before, preview) => {
    const room = broadcastRoom();
    const said = await room.says('dp', before + TEXT);
    expect(said.toLocaleLowerCase('vi')).toContain(preview.toLocaleLowerCase('vi'));
    expect(said).toContain(`«${TEXT}»`);
  });

  it.each(['thông báo cho bà con biết: ', 'thông báo tới xã Không Có: '])(
    '"%s…" keeps the text and asks to whom',
    async (before) => {
      const room = broadcastRoom();
      expect(await room.says('dp', before + TEXT)).toContain('Gửi tới ai?');
      expect(await room.says('dp', 'tất cả')).toContain(`«${TEXT}»`);
    },
  );

  it('asks for the text where only the audience was said', async () => {
    const room = broadcastRoom();
    expect(await room.says('dp', 'thông báo tới tất cả')).toContain('Gõ nội dung thông báo');
    expect(await room.says('dp', TEXT)).toContain('3 người, 3 đơn vị');
  });

  it('reaches nobody for somebody who may not announce', async () => {
    const room = broadcastRoom();
    expect(await room.says('lan', `thông báo tới tất cả: ${TEXT}`)).toContain('do điều phối viên gửi');
    expect(await room.says('sep', `thông báo tới phường Bắc Hồng: ${TEXT}`)).toContain('do điều phối viên gửi');
    expect(room.all('select * from broadcasts')).toEqual([]);
  });
});

describe('a text that says nothing', () => {
  it.each(['.', '...', '!!!', 'a', '1', '👍', '- -'])('%j is refused with a word why', async (text) => {
    const room = broadcastRoom();
    await room.says('dp', 'thông báo');
    expect(await room.says('dp', text)).toContain('chưa nói gì');
    expect(await room.says('dp', TEXT)).toContain('Gửi tới ai?');
  });

  it.each(['thông báo: .', 'thông báo tới tất cả: ?!'])('%j is refused, and the text asked for', async (text) => {
    const room = broadcastRoom();
    const said = await room.says('dp', text);
    expect(said).toContain('chưa nói gì');
    expect(said).toContain('Gõ nội dung thông báo');
  });

  it.each(['Họp', 'OK', '8h', 'ừ'.repeat(2)])('%j is a text', async (text) => {
    const room = broadcastRoom();
    await room.says('dp', 'thông báo');
    expect(await room.says('dp', text)).toContain('Gửi tới ai?');
  });
});

describe('one number', () => {
  it('of the units that have not filed is on the button, in the status and in the preview, with those nobody can reach', async () => {
    const room = broadcastRoom({ rows: [...CLUSTER, ...EMPTY] });
    expect(await room.says('dp', 'ai chưa nộp')).toContain('(5/5 đơn vị)');
    await room.says('dp', `thông báo: ${TEXT}`);
    expect(labels(room)).toContain('Chưa nộp tháng 10/2026: 5 đơn vị');
    expect(labels(room)).toContain('Tất cả: 5 đơn vị, 3 người');
    const preview = await room.says('dp', 'chưa nộp');
    expect(preview).toContain('3 người, 3/5 đơn vị');
    expect(preview).toContain('2 đơn vị chưa có cán bộ, không gửi được: UBND xã Xuân Hồng, UBND xã Xuân Viên');
  });

  it('counts a unit that has ended with those who have not filed, and writes to who came after it', async () => {
    const rows = [
      'cum,cụm Hồng Lĩnh,cluster,,dp,Lê Minh Khoa,coordinator',
      'moi,UBND phường Mới,ward,cum,lan,Nguyễn Thị Lan,staff',
      'cu,UBND phường Cũ,ward,cum,,,',
    ];
    const room = broadcastRoom({ rows });
    room.run(`update units set valid_to = '2026-11-01',
      successor_id = (select id from units where code = 'moi') where code = 'cu'`);
    expect(await room.says('dp', 'ai chưa nộp')).toContain('(1/1 đơn vị)');
    const preview = await room.saysAll('dp', `thông báo: ${TEXT}`, 'chưa nộp');
    expect(labels(room)).toContain('Gửi');
    expect(preview).toContain('1 người, 1 đơn vị');
  });
});
