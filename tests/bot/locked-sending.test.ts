/** A month first sent after it was closed: the sending decides whether it was in time, not the coordinator's yes. */
import { describe, expect, it } from 'vitest';
import { figuresOf, filingOf, historyOf } from '../../db/answers.ts';
import { openRequests } from '../../db/change-requests.ts';
import { instantOf } from '../../domain/date.ts';
import { value } from '../../domain/figure.ts';
import { hire } from '../support/hire.ts';
import { remindedOffice } from '../support/reminded-office.ts';

type Room = ReturnType<typeof remindedOffice>;

/** October, due on Friday 6 November 2026, is closed on its first working day. */
async function closedOctober(): Promise<Room> {
  const room = remindedOffice();
  for (const code of ['duc-thuan', 'bac-hong']) room.decides(code, { kind: 'done' });
  room.at('2026-11-02', '09:00');
  for (const text of ['khóa sổ tháng 10', 'đồng ý']) await room.says('sang', text);
  return room;
}

/** Sends October on a day; answers the last word. */
async function sends(room: Room, date: string, who = 'lan', received = 215): Promise<string> {
  room.at(date, '09:00');
  const figures = `nhận ${received}, trực tuyến 150, trước hạn 180, đúng hạn 34, quá hạn 0, kỳ trước chuyển qua 6`;
  const texts = [`tháng 10 ${figures}, đang giải quyết quá hạn 0`, '163', 'không có'];
  for (const text of texts) await room.says(who, text);
  return room.says(who, 'gửi');
}

const filed = (room: Room, code = 'duc-thuan') => filingOf(room.archive.read, room.unitOf(code), '2026-10');
const tap = async (room: Room, who: string, id: string) =>
  (await room.does(who, { kind: 'choice', id })).map(({ text }) => text).join('\n');

describe('a month sent in time into a closed period', () => {
  it('is asked no excuse, goes to the coordinator, and says when it counts as sent', async () => {
    const room = await closedOctober();
    const said = await sends(room, '2026-11-03');
    expect(said).not.toContain('Vì sao');
    expect(said).toContain('Đã chuyển báo cáo tháng 10/2026 của UBND phường Đức Thuận tới Trần Văn Sang');
    expect(said).toContain('Giờ gửi lần đầu vẫn là 09:00, trong hạn');
    const told = room.heard('sang').at(-1)?.text ?? '';
    expect(told).toContain('gửi báo cáo tháng 10/2026 đã khóa sổ, lúc 09:00, còn trong hạn');
    expect(told).not.toMatch(/muộn|Lý do/);
  });

  it('counts as sent when it was sent, however late the yes', async () => {
    const room = await closedOctober();
    await sends(room, '2026-11-03');
    room.at('2026-11-10', '10:00');
    expect(await tap(room, 'sang', 'run:grant:1')).toContain('giờ gửi lần đầu 09:00 ngày 03/11, trong hạn');
    const sentAt = instantOf('2026-11-03', '09:00');
    expect(filed(room)).toMatchObject({ firstFiledAt: sentAt, firstFiledBy: room.idOf('lan') });
    const history = historyOf(room.archive.read, room.unitOf('duc-thuan'), '2026-10', 'received');
    expect(history).toMatchObject([{ saidBy: room.idOf('lan'), saidAt: sentAt }]);
    expect(room.heard('lan').at(-1)?.text).toContain('giờ gửi lần đầu 09:00 ngày 03/11, trong hạn');
    expect(await room.says('binh', 'tình hình')).toContain('đúng hạn 1');
  });

  it('sent again before anybody decided keeps its first time and takes the newer figures', async () => {
    const room = await closedOctober();
    await sends(room, '2026-11-03');
    expect(await sends(room, '2026-11-09', 'ha', 220)).not.toContain('Vì sao gửi muộn');
    await tap(room, 'sang', 'run:grant:2');
    expect(figuresOf(room.archive.read, room.unitOf('duc-thuan'), '2026-10').received).toEqual(value(220));
    expect(filed(room)).toMatchObject({
      firstFiledAt: instantOf('2026-11-03', '09:00'),
      firstFiledBy: room.idOf('lan'),
      lastFiledAt: instantOf('2026-11-09', '09:00'),
    });
  });

  it('sent again after the month was opened keeps it too', async () => {
    const room = await closedOctober();
    await sends(room, '2026-11-03');
    for (const text of ['mở khóa tháng 10', 'đồng ý']) await room.says('sang', text);
    await sends(room, '2026-11-09');
    expect(filed(room)?.firstFiledAt).toBe(instantOf('2026-11-03', '09:00'));
    expect(openRequests(room.archive.read)).toEqual([]);
  });

  it('refused is not sent: what is sent after the no counts from then on', async () => {
    const room = await closedOctober();
    await sends(room, '2026-11-03');
    await tap(room, 'sang', 'run:refuse:1');
    await room.says('sang', 'Số liệu của tháng 9');
    expect(room.heard('lan').at(-1)?.text).toMatch(/không đồng ý ghi báo cáo.*chưa được ghi.*Số liệu của tháng 9/s);
    expect(room.heard('lan').at(-1)?.text).toContain('gõ "nộp báo cáo tháng 10"');
    expect(await sends(room, '2026-11-09')).toContain('Vì sao gửi muộn?');
    await room.says('lan', 'Phải đếm lại sổ');
    await tap(room, 'sang', 'run:grant:2');
    expect(filed(room)?.firstFiledAt).toBe(instantOf('2026-11-09', '09:00'));
  });
});

describe('a month sent late into a closed period', () => {
  it.each([
    ['2026-11-06', false],
    ['2026-11-07', true],
  ])('is asked why only once its day has passed: %s', async (date, isAsked) => {
    const room = await closedOctober();
    expect((await sends(room, date)).includes('Vì sao gửi muộn?')).toBe(isAsked);
  });

  it('counts from the sending too, and is late', async () => {
    const room = await closedOctober();
    await sends(room, '2026-11-09');
    await room.says('lan', 'Mất mạng vì bão');
    room.at('2026-11-12', '10:00');
    await tap(room, 'sang', 'run:grant:1');
    expect(filed(room)?.firstFiledAt).toBe(instantOf('2026-11-09', '09:00'));
    expect(await room.says('binh', 'tình hình')).toContain('đúng hạn 0');
  });
});

describe('while it waits for the yes', () => {
  it('its people are reminded no more; after a no they are again', async () => {
    const room = await closedOctober();
    expect((await room.told('lan', '2026-11-03')).join('')).toContain('Báo cáo tháng 10/2026: còn');
    await sends(room, '2026-11-03');
    for (const who of ['lan', 'ha']) {
      for (const date of ['2026-11-05', '2026-11-09']) expect(await room.told(who, date)).toEqual([]);
    }
    expect(await room.says('lan', 'việc của tôi')).toMatch(
      /Đã gửi, chờ điều phối viên đồng ý: Báo cáo tháng 10\/2026 .*UBND phường Đức Thuận/,
    );
    await tap(room, 'sang', 'run:refuse:1');
    await room.says('sang', 'Số liệu của tháng 9');
    expect((await room.told('lan', '2026-11-10')).join('')).toContain('quá hạn 2 ngày làm việc');
  });

  it('a reminder still on its way is taken back', async () => {
    const room = await closedOctober();
    await room.told('ha', '2026-11-03');
    await sends(room, '2026-11-03');
    const row = room.rows().find(({ key }) => key?.startsWith(`remind:2026-11-03:${room.idOf('ha')}`));
    expect(row?.state).toBe('withdrawn');
  });

  it('those above are told that it waits, apart from what is late, with the way to it', async () => {
    const room = await closedOctober();
    await sends(room, '2026-11-03');
    const [told = ''] = await room.told('sang', '2026-11-09');
    expect(told).toMatch(/quá hạn ở các đơn vị:\nBáo cáo tháng 10\/2026: 1 đơn vị · UBND phường Bắc Hồng/);
    expect(told).toContain('chờ điều phối viên đồng ý: 1 đơn vị · UBND phường Đức Thuận');
    const ids = room
      .heard('sang')
      .at(-1)
      ?.choices?.flat()
      .map(({ id }) => id);
    expect(ids).toContain('run:reviews:2026-10');
    const [leader = ''] = await room.told('binh', '2026-11-13');
    expect(leader).toContain('chờ điều phối viên đồng ý: 1 đơn vị · UBND phường Đức Thuận');
    expect(
      room
        .heard('binh')
        .at(-1)
        ?.choices?.flat()
        .map(({ id }) => id),
    ).not.toContain('run:reviews:2026-10');
  });

  it('nothing is called late where it is all that is missing', async () => {
    const room = await closedOctober();
    room.files('bac-hong');
    await sends(room, '2026-11-03');
    const [told = ''] = await room.told('sang', '2026-11-09');
    expect(told).toContain('chờ điều phối viên đồng ý');
    expect(told).not.toContain('quá hạn');
  });

  it('"ai chưa nộp" says so, and reminds only the others', async () => {
    const room = await closedOctober();
    await sends(room, '2026-11-03');
    const missing = await room.says('sang', 'ai chưa nộp');
    expect(missing).toContain('- UBND phường Đức Thuận: đã gửi lúc 09:00, chờ đồng ý');
    expect(missing).toContain('- UBND phường Bắc Hồng: chưa nhắc');
    const [remind] = room.heard('sang').at(-1)?.choices?.flat() ?? [];
    expect(remind?.label).toContain('UBND phường Bắc Hồng');
    await tap(room, 'sang', remind?.id ?? '');
    expect(room.heard('sang').at(-1)?.text).toContain('1 đơn vị');
    await sends(room, '2026-11-03', 'nam');
    await room.says('sang', 'ai chưa nộp');
    const ids =
      room
        .heard('sang')
        .at(-1)
        ?.choices?.flat()
        .map(({ id }) => id) ?? [];
    expect(ids.filter((id) => id.startsWith('run:remind-all'))).toEqual([]);
  });

  it('the status says so, of all units, of the one, and of a year', async () => {
    const room = await closedOctober();
    room.decides('duc-thuan', { kind: 'reopened' });
    await sends(room, '2026-11-03');
    room.files('bac-hong');
    expect(await room.says('binh', 'tình hình')).toContain('Chưa có: UBND phường Đức Thuận (đã gửi, chờ đồng ý)');
    expect(await room.says('lan', 'tình hình')).toContain('Đã gửi lúc 09:00; tháng đã khóa sổ');
    expect(await room.says('lan', 'việc của tôi')).toContain('10; trong đó tháng 10 đã gửi, chờ đồng ý');
    expect(await room.says('binh', 'tình hình năm 2026')).toContain('trong đó tháng 10 đã gửi, chờ đồng ý');
    expect(await room.says('lan', 'chào em')).toContain('chờ điều phối viên đồng ý');
  });

  it('the month as the coordinator looks it up leads to the request', async () => {
    const room = await closedOctober();
    await sends(room, '2026-11-03');
    expect(await room.says('sang', 'duyệt tháng 10 đức thuận')).toContain('chờ điều phối viên đồng ý');
    const offered = room.heard('sang').at(-1)?.choices?.flat();
    expect(offered?.map(({ id, label }) => [id, label])).toEqual([
      ['run:change:1', 'Báo cáo chờ đồng ý: UBND phường Đức Thuận tháng 10/2026'],
    ]);
    expect(await room.says('sang', '1')).toContain('Tiếp nhận: 215');
    expect(await room.says('sang', 'duyệt tháng 10 bắc hồng')).toContain('chưa gửi báo cáo tháng 10/2026');
  });

  it('somebody who may look but not decide is given no way to decide', async () => {
    const room = await closedOctober();
    hire(room, 'duc-thuan,UBND phường Đức Thuận,ward,tinh,khoa,Vũ Đăng Khoa,coordinator');
    await sends(room, '2026-11-03');
    expect(await room.says('khoa', 'duyệt tháng 10 đức thuận')).toContain('chờ điều phối viên đồng ý');
    expect(room.heard('khoa').at(-1)?.choices).toBeUndefined();
  });
});
