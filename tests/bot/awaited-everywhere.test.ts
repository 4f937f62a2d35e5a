/** A month sent after it was closed is told everywhere as what it is: sent, waiting for a yes; nobody is asked for it. */
import { describe, expect, it } from 'vitest';
import { remindedOffice } from '../support/reminded-office.ts';

type Room = ReturnType<typeof remindedOffice>;

const FIGURES =
  'nhận 215, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 0, kỳ trước chuyển qua 6, đang giải quyết quá hạn 0';

/** October is closed on its first working day. */
async function closedOctober(): Promise<Room> {
  const room = remindedOffice();
  for (const code of ['duc-thuan', 'bac-hong']) room.decides(code, { kind: 'done' });
  room.at('2026-11-02', '09:00');
  await all(room, 'sang', 'khóa sổ tháng 10', 'đồng ý');
  return room;
}

const sends = (room: Room, who = 'lan') => all(room, who, `tháng 10 ${FIGURES}`, '163', 'không có', 'gửi');

async function all(room: Room, who: string, ...texts: string[]): Promise<string> {
  let last = '';
  for (const text of texts) last = await room.says(who, text);
  return last;
}
const tap = async (room: Room, who: string, id: string) =>
  (await room.does(who, { kind: 'choice', id })).map(({ text }) => text).join('\n');
const labels = (room: Room, who: string) => (room.heard(who).at(-1)?.choices ?? []).flat().map(({ label }) => label);
const unitTap = (room: Room, who: string, run: string, rest: string) =>
  tap(room, who, `run:${run}:${room.unitOf('duc-thuan')}:${rest}`);

describe('an announcement to whoever has not sent', () => {
  const AUDIENCE = /Chưa nộp tháng 10\/2026: (\d)/;
  const offered = async (room: Room) => {
    await all(room, 'sang', 'thông báo: Đề nghị gửi báo cáo tháng 10');
    return labels(room, 'sang').flatMap((label) => AUDIENCE.exec(label)?.[1] ?? []);
  };

  it('does not mean a unit that waits for a yes', async () => {
    const room = await closedOctober();
    expect(await offered(room)).toEqual(['2']);
    await room.says('sang', 'dừng');
    await sends(room);
    expect(await offered(room)).toEqual(['1']);
    await all(room, 'sang', 'chưa nộp tháng 10', 'gửi');
    const meant = room.archive.sqlite.prepare('select person_id as id from broadcast_recipients').all();
    expect(meant).toEqual([{ id: room.idOf('nam') }]);
  });

  it('is not offered where all that is missing waits for a yes', async () => {
    const room = await closedOctober();
    await sends(room);
    await sends(room, 'nam');
    expect(await offered(room)).toEqual([]);
  });

  it('means it again after a no', async () => {
    const room = await closedOctober();
    await sends(room);
    await tap(room, 'sang', 'run:refuse:1');
    await room.says('sang', 'Số liệu của tháng 9');
    expect(await offered(room)).toEqual(['2']);
  });
});

describe('the months of a unit', () => {
  it('say so of the month, and of the others that they were not sent', async () => {
    const room = await closedOctober();
    await sends(room);
    const year = await unitTap(room, 'binh', 'unit', '2026');
    expect(year).toContain('- 10/2026: đã gửi lúc 09:00, chờ đồng ý');
    expect(year).toContain('- 09/2026: chưa gửi');
    expect(await unitTap(room, 'binh', 'unit-month', '2026-10')).toContain('đã gửi báo cáo tháng 10/2026 lúc 09:00');
    expect(await unitTap(room, 'binh', 'unit-month', '2026-09')).toContain('chưa gửi báo cáo tháng 09/2026');
  });

  it('say it in English', async () => {
    const room = await closedOctober();
    await sends(room);
    await room.says('binh', 'english');
    expect(await unitTap(room, 'binh', 'unit', '2026')).toContain('sent at 09:00, waits for a yes');
  });
});

describe('elsewhere', () => {
  it('the status of a month nobody else has sent names it', async () => {
    const room = await closedOctober();
    expect(await room.says('binh', 'tình hình')).not.toContain('chờ đồng ý');
    await sends(room);
    expect(await room.says('binh', 'tình hình')).toContain('Đã gửi, chờ đồng ý: UBND phường Đức Thuận');
  });

  it('reminding the unit by word says so and reminds nobody', async () => {
    const room = await closedOctober();
    await sends(room);
    expect(await room.says('sang', 'nhắc phường Đức Thuận')).toContain('đã gửi báo cáo tháng 10/2026 lúc 09:00');
    expect(room.archive.sqlite.prepare("select 1 from audit where action = 'remind_missing'").all()).toEqual([]);
    expect(await room.says('sang', 'nhắc phường Bắc Hồng')).toContain('1 đơn vị');
  });

  it('closing it once more, from above or below, does not call it unsent', async () => {
    const room = await closedOctober();
    await sends(room);
    for (const text of ['mở khóa tháng 10', 'đồng ý']) await room.says('sang', text);
    const preview = await room.says('sang', 'khóa sổ tháng 10');
    expect(preview).toContain('Chưa gửi (2): UBND phường Đức Thuận (đã gửi, chờ đồng ý), UBND phường Bắc Hồng');
    await room.says('sang', 'đồng ý');
    const deeds = room.archive.sqlite.prepare("select detail from audit where action = 'lock_period' order by rowid");
    expect(deeds.all().at(-1)).toEqual({ detail: '{"missing":["bac-hong"]}' });
  });

  it('whoever would correct it is told that it waits, and can send it once more', async () => {
    const room = await closedOctober();
    expect(await room.says('lan', 'sửa tháng 10')).toContain('chưa gửi báo cáo');
    await sends(room);
    expect(await room.says('lan', 'sửa tháng 10')).toMatch(/đã gửi lúc .*09:00, chờ điều phối viên đồng ý/);
    expect(labels(room, 'lan')).toHaveLength(1);
  });

  it('the report of the year says what is not in it yet', async () => {
    const room = await closedOctober();
    expect(await room.says('sang', 'báo cáo năm 2026 đức thuận')).not.toContain('chờ đồng ý');
    await sends(room);
    expect(await room.says('sang', 'báo cáo năm 2026 đức thuận')).toContain('Tháng 10 đã gửi, chờ đồng ý');
  });
});
