/** A month returned after it was closed is mended in exactly what was returned; anything else needs a yes as before. */
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../db/answers.ts';
import { openRequests } from '../../db/change-requests.ts';
import { keepLanguage } from '../../db/people.ts';
import { value } from '../../domain/figure.ts';
import { remindedOffice } from '../support/reminded-office.ts';

type Room = ReturnType<typeof remindedOffice>;

const figures = (room: Room) => figuresOf(room.archive.read, room.unitOf('duc-thuan'), '2026-10');

async function all(room: Room, who: string, ...texts: string[]): Promise<string> {
  let last = '';
  for (const text of texts) last = await room.says(who, text);
  return last;
}

/** October, sent by Lan on 3 November. */
async function sent(): Promise<Room> {
  const room = remindedOffice();
  for (const code of ['duc-thuan', 'bac-hong']) room.decides(code, { kind: 'done' });
  room.files('bac-hong');
  room.at('2026-11-03', '09:00');
  const month =
    'tháng 10 nhận 215, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 0, kỳ trước chuyển qua 6, đang giải quyết quá hạn 0';
  await all(room, 'lan', month, '163', 'không có', 'gửi');
  room.at('2026-11-09', '09:00');
  return room;
}

const closes = (room: Room) => all(room, 'sang', 'khóa sổ tháng 10', 'đồng ý');

/** Sang gives the figure of what was received back. */
async function returns(room: Room, what = 'tiếp nhận'): Promise<string> {
  await room.says('sang', 'trả lại báo cáo tháng 10 đức thuận');
  return all(room, 'sang', what, 'Sổ ghi 220 hồ sơ', 'Gửi trả lại');
}

/** Closed first, then returned, all at one moment. */
async function returnedClosed(what?: string): Promise<Room> {
  const room = await sent();
  await closes(room);
  await returns(room, what);
  return room;
}

describe('a month returned after it was closed', () => {
  it('says to both what may be mended', async () => {
    const room = await sent();
    await closes(room);
    expect(await returns(room)).toContain('đơn vị sửa được đúng các mục này, mục khác vẫn cần đồng ý');
    const told = room.heard('lan').at(-1)?.text ?? '';
    expect(told).toContain('chậm nhất thứ Năm 12/11');
    expect(told).toContain('Tháng 10/2026 đã khóa sổ, nhưng các mục này sửa được ngay, không phải xin.');
  });

  it('is reminded of, and opens with what was returned', async () => {
    const room = await returnedClosed();
    expect((await room.told('lan', '2026-11-11')).join('')).toContain('Sửa báo cáo tháng 10/2026 bị trả lại');
    expect((await room.told('lan', '2026-11-13')).join('')).toContain('! quá hạn 1 ngày làm việc');
    const opened = await room.says('lan', 'sửa tháng 10');
    expect(opened).toContain('các mục bị trả lại được ghi ngay khi gửi');
    expect(opened).not.toContain('gửi xong cần điều phối viên đồng ý');
  });

  it('is recorded when it is mended, with the sums that follow, and goes back to be reviewed', async () => {
    const room = await returnedClosed();
    const done = await all(room, 'lan', 'sửa tháng 10', '220', 'gửi');
    expect(done).toContain('✓ Đã sửa báo cáo tháng 10/2026');
    expect(done).toContain('Trần Văn Sang đã được báo để duyệt lại');
    expect(figures(room)).toMatchObject({ received: value(220), received_direct: value(70), pending_total: value(12) });
    expect(openRequests(room.archive.read)).toEqual([]);
    expect(await room.told('lan', '2026-11-11')).toEqual([]);
  });

  it('is answered also where the figure stands', async () => {
    const room = await returnedClosed();
    expect(await all(room, 'lan', 'sửa tháng 10', '215', 'gửi')).toContain('không có gì thay đổi');
    expect(await room.told('lan', '2026-11-11')).toEqual([]);
  });

  it('asks why as before where anything else is changed with it', async () => {
    const room = await returnedClosed();
    const why = await all(room, 'lan', 'sửa tháng 10', '220', '3', '185, 34, 0', 'gửi');
    expect(why).toContain('Vì sao cần sửa?');
    expect(figures(room).received).toEqual(value(215));
  });

  it('asks why for a second change, once the return was answered', async () => {
    const room = await returnedClosed();
    await all(room, 'lan', 'sửa tháng 10', '220', 'gửi');
    expect(await all(room, 'lan', 'sửa tháng 10', '2', '221, 150', 'gửi')).toContain('Vì sao cần sửa?');
    expect(figures(room).received).toEqual(value(220));
  });

  it('is in the person’s own language', async () => {
    const room = await sent();
    await closes(room);
    room.archive.write((tx) => keepLanguage(tx, room.idOf('lan'), 'en'));
    await returns(room);
    expect(room.heard('lan').at(-1)?.text).toContain('10/2026 is closed, but these can be mended at once');
  });
});

describe('a month closed after it was returned', () => {
  it('stays as it was sent: nobody is reminded, and a change needs a yes', async () => {
    const room = await sent();
    await returns(room);
    await closes(room);
    expect(await room.told('lan', '2026-11-11')).toEqual([]);
    expect(await room.says('lan', 'sửa tháng 10')).toContain('gửi xong cần điều phối viên đồng ý');
    expect(await all(room, 'lan', '220', 'gửi')).toContain('Vì sao cần sửa?');
    expect(figures(room).received).toEqual(value(215));
  });

  it('closed again after it was returned in spite of it, it stays so too', async () => {
    const room = await returnedClosed();
    await all(room, 'sang', 'mở khóa tháng 10', 'đồng ý');
    await closes(room);
    expect(await room.told('lan', '2026-11-11')).toEqual([]);
    expect(await all(room, 'lan', 'sửa tháng 10', '220', 'gửi')).toContain('Vì sao cần sửa?');
  });
});
