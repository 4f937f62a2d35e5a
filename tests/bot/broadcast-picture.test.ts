/** An announcement with a picture through whole turns: taken at one question only, shown, sent, left out, accounted for. */
import { describe, expect, it } from 'vitest';
import type { FetchedPicture } from '../../channels/channel.ts';
import { SendError } from '../../channels/channel.ts';
import type { Outbound, Said } from '../../domain/message.ts';
import { type BroadcastRoom, broadcastRoom, CLUSTER, wards } from '../support/broadcast-room.ts';
import { office } from '../support/office.ts';
import { jpeg } from '../support/pictures.ts';

const REF = 'AgACAgUAAx-reference';
const CAPTION = 'Lịch họp giao ban';
const photo = (caption?: string, ref = REF): Said => ({ kind: 'picture', ref, ...(caption ? { caption } : {}) });
const DATA = { channel: 'telegram', account: 'bot', ref: REF };
const REFUSED = 'tệp và ảnh không được nhận';

const pictureOf = (message: Outbound | undefined) =>
  message?.attachment?.maker === 'picture' ? message.attachment.data : undefined;
const lastTo = (room: BroadcastRoom, code: string) => room.heard(code).at(-1);

/** The room with the form open and a picture with its words given. */
async function pictured(cast?: Parameters<typeof broadcastRoom>[0]): Promise<BroadcastRoom> {
  const room = broadcastRoom(cast);
  await room.says('dp', 'thông báo');
  await room.does('dp', photo(CAPTION));
  return room;
}

/** Sends all that waits; `fetch` is the door's answer for the picture. */
async function flush(room: BroadcastRoom, fetch: () => Promise<FetchedPicture>) {
  const { channel, out } = room.start();
  channel.fetch = fetch;
  do {
    room.pieces();
    await out.drain();
  } while (room.pieces() > 0);
  await out.drain();
  return channel;
}
const here = async (): Promise<FetchedPicture> => ({ bytes: jpeg(), mime: 'image/jpeg' });
const gone = async (): Promise<FetchedPicture> => {
  throw new SendError({ kind: 'rejected' }, 'gone');
};

describe('a picture where none is asked for', () => {
  it.each<[string, string, string[]]>([
    ['when nothing is open', 'lan', []],
    ['in the middle of a month', 'lan', ['nhận 215']],
    ['after a month was set aside', 'lan', ['nhận 215', 'thôi']],
    ['from a coordinator with nothing open', 'sang', []],
    ['from a coordinator asked for an audience', 'sang', ['thông báo: Mai họp lúc 8h']],
    ['from a coordinator before the dry run', 'sang', ['thông báo: Mai họp lúc 8h', 'tất cả']],
    ['from a coordinator in the menu of changes', 'sang', ['thông báo: Mai họp lúc 8h', 'tất cả', 'sửa']],
    ['from a coordinator asked for a time', 'sang', ['thông báo: Mai họp lúc 8h', 'tất cả', 'hẹn giờ']],
    ['from somebody who may not announce', 'lan', ['thông báo']],
    ['from somebody nobody knows', 'khach', []],
  ])('%s is refused as any file is, and neither it nor its caption is kept', async (_, code, before) => {
    const at = office();
    for (const text of before) await at.says(code, text);
    const answers = await at.does(code, photo('Danh sách ông A, bà B'));
    expect(answers).toHaveLength(1);
    if (code !== 'khach') expect(answers[0]?.text).toContain(REFUSED);
    const { sqlite } = at.temporary.archive;
    const kept = ['inbox', 'sessions', 'outbox', 'broadcasts'].map((table) =>
      JSON.stringify(sqlite.prepare(`select * from ${table}`).all()),
    );
    for (const rows of kept) {
      expect(rows).not.toContain(REF);
      expect(rows).not.toContain('Danh sách ông A');
    }
  });

  it('of a group is not even answered', async () => {
    const at = office();
    await at.says('sang', 'thông báo');
    expect(await at.does('nhom', photo(CAPTION), { group: true, from: 'sang' })).toEqual([]);
  });

  it('is refused where the form was set aside by another command', async () => {
    const at = office();
    await at.says('sang', 'thông báo');
    await at.says('sang', 'thôi');
    expect((await at.does('sang', photo(CAPTION)))[0]?.text).toContain(REFUSED);
  });

  it('stays refused where it comes as a file', async () => {
    const at = office();
    await at.says('sang', 'thông báo');
    expect((await at.does('sang', { kind: 'unsupported', what: 'document' }))[0]?.text).toContain(REFUSED);
  });
});

describe('a picture at the question for the text', () => {
  it('brings its text along', async () => {
    const room = await pictured();
    expect(lastTo(room, 'dp')?.text).toContain('Gửi tới ai?');
    await room.says('dp', 'tất cả');
    expect(lastTo(room, 'dp')?.text).toContain(`«${CAPTION}»`);
  });

  it('without a caption waits for its text', async () => {
    const room = broadcastRoom();
    await room.says('dp', 'thông báo');
    expect(await room.does('dp', photo())).toContain('Đã nhận ảnh');
    await room.saysAll('dp', CAPTION, 'tất cả');
    expect(pictureOf(lastTo(room, 'dp'))).toEqual(DATA);
  });

  it('is taken once where the provider hands it over twice', async () => {
    const at = office();
    await at.says('sang', 'thông báo');
    expect(await at.does('sang', photo(), { id: 'same' })).toHaveLength(1);
    expect(await at.does('sang', photo(), { id: 'same' })).toEqual([]);
  });

  it('takes the place of one sent before', async () => {
    const room = broadcastRoom();
    await room.says('dp', 'thông báo');
    await room.does('dp', photo());
    await room.does('dp', photo(CAPTION, 'another'));
    await room.says('dp', 'tất cả');
    expect(pictureOf(lastTo(room, 'dp'))).toEqual({ ...DATA, ref: 'another' });
  });

  it.each([
    ['an identity number', 'CCCD 042085001234 của ông A'],
    ['a secrecy mark', 'Công văn MẬT số 12/UBND'],
  ])('whose caption holds %s is refused whole, and nothing of it is kept', async (_, caption) => {
    const room = broadcastRoom();
    await room.says('dp', 'thông báo');
    await room.does('dp', photo(caption));
    for (const table of ['inbox', 'sessions', 'outbox']) {
      const rows = JSON.stringify(room.all(`select * from ${table}`));
      expect(rows).not.toContain(REF);
      expect(rows).not.toContain(caption);
    }
    // The question stands as it did.
    await room.saysAll('dp', 'Mai họp', 'tất cả');
    expect(pictureOf(lastTo(room, 'dp'))).toBeUndefined();
  });

  it('is not lost when the process dies', async () => {
    const room = await pictured();
    room.die();
    await room.says('dp', 'tất cả');
    expect(pictureOf(lastTo(room, 'dp'))).toEqual(DATA);
  });
});

describe('the dry run', () => {
  it('shows the picture, and again after a change', async () => {
    const room = await pictured();
    await room.says('dp', 'tất cả');
    expect(pictureOf(lastTo(room, 'dp'))).toEqual(DATA);
    expect(lastTo(room, 'dp')?.text).toContain('Kèm một ảnh');
    await room.saysAll('dp', 'sửa', 'người nhận', 'đức thuận');
    expect(pictureOf(lastTo(room, 'dp'))).toEqual(DATA);
  });

  it('offers to leave it out only where there is one', async () => {
    const room = await pictured();
    await room.saysAll('dp', 'tất cả', 'sửa');
    await room.taps('dp', 'Bỏ ảnh');
    expect(pictureOf(lastTo(room, 'dp'))).toBeUndefined();
    expect(lastTo(room, 'dp')?.text).toContain(`«${CAPTION}»`);
    await room.says('dp', 'sửa');
    const labels = lastTo(room, 'dp')
      ?.choices?.flat()
      .map(({ label }) => label);
    expect(labels).toEqual(['Nội dung', 'Người nhận']);
  });

  it('says so where the picture cannot be had any more', async () => {
    const room = await pictured();
    await room.says('dp', 'tất cả');
    const channel = await flush(room, gone);
    expect(channel.sent.at(-1)?.text).toContain('không lấy lại được ảnh');
  });

  it('is shown to the second person with its picture', async () => {
    const room = await pictured({ rows: [...CLUSTER, ...wards(60)] });
    await room.saysAll('dp', 'tất cả', 'gửi');
    await room.taps('dp', 'Nhờ Hồ Thị Vân duyệt');
    expect(pictureOf(lastTo(room, 'qt'))).toEqual(DATA);
  });
});

describe('sending', () => {
  const announced = async (): Promise<BroadcastRoom> => {
    const room = await pictured();
    await room.saysAll('dp', 'tất cả', 'gửi');
    return room;
  };

  it('sends everybody the picture with the words and the button', async () => {
    const room = await announced();
    const channel = await flush(room, here);
    for (const code of ['lan', 'nam', 'hoa']) {
      expect(channel.sent.filter(({ to }) => to === code)).toMatchObject([{ file: 'anh.jpg' }]);
      expect(lastTo(room, code)?.choices?.flat()).toMatchObject([{ label: 'Đã nhận' }]);
    }
    expect(lastTo(room, 'dp')?.text).not.toContain('Thiếu ảnh');
  });

  it('sends the words where the picture is gone, and the account says to how many', async () => {
    const room = await announced();
    const channel = await flush(room, gone);
    for (const code of ['lan', 'nam', 'hoa']) {
      const [sent, ...more] = channel.sent.filter(({ to }) => to === code);
      expect([sent?.text.includes(CAPTION), sent?.file, more.length]).toEqual([true, undefined, 0]);
    }
    const { sent, total } = room.account();
    expect(sent).toBe(total);
    expect(lastTo(room, 'dp')?.text).toContain(`Thiếu ảnh ${sent}`);
    await room.says('dp', 'thông báo gần đây');
    expect(await room.says('dp', '1')).toContain(`Thiếu ảnh ${sent}`);
  });

  it('counts only those to whom it went without', async () => {
    const room = await announced();
    let asked = 0;
    const { channel, out } = room.start((to, { file }) => (to.id === 'nam' && file ? { kind: 'rejected' } : 'taken'));
    channel.fetch = () => {
      asked += 1;
      return here();
    };
    room.pieces();
    await out.drain();
    room.pieces();
    expect(lastTo(room, 'dp')?.text).toContain('Thiếu ảnh 1');
    expect(asked).toBe(1);
  });

  it('comes again with a reminder, which says of what and when, with the button', async () => {
    const room = await announced();
    await flush(room, here);
    await room.says('dp', 'thông báo gần đây');
    await room.says('dp', '1');
    const [button] = (lastTo(room, 'dp')?.choices ?? []).flat();
    await room.taps('dp', button?.label ?? '');
    room.clock.advance(60_000);
    const channel = await flush(room, here);
    const reminders = channel.sent.filter(({ text }) => text.startsWith('Nhắc lại'));
    expect(reminders.map(({ to, file }) => `${to} ${file}`).toSorted()).toEqual([
      'hoa anh.jpg',
      'lan anh.jpg',
      'nam anh.jpg',
    ]);
    expect(lastTo(room, 'lan')?.text).toContain('thông báo lúc 09:00 của cụm Hồng Lĩnh (Lê Minh Khoa)');
    expect(lastTo(room, 'lan')?.text).toContain(CAPTION);
    expect(lastTo(room, 'lan')?.choices?.flat()).toMatchObject([{ id: 'run:ack:1', label: 'Đã nhận' }]);
  });

  it('of a reminder that is gone leaves its words and its button', async () => {
    const room = await announced();
    await flush(room, here);
    await room.does('dp', { kind: 'choice', id: 'run:broadcast-remind:1' });
    const channel = await flush(room, gone);
    const [reminder] = channel.sent.filter(({ to }) => to === 'lan');
    expect([reminder?.text.includes(CAPTION), reminder?.file]).toEqual([true, undefined]);
    expect(await room.taps('lan', 'Đã nhận')).toContain('Đã ghi');
  });

  it('at its time still has its picture', async () => {
    const room = await pictured();
    await room.saysAll('dp', 'tất cả', 'hẹn giờ', '15h');
    room.die();
    room.clock.advance(6 * 3_600_000);
    await room.fire();
    const channel = await flush(room, here);
    expect(channel.sent.find(({ to }) => to === 'lan')).toMatchObject({ file: 'anh.jpg' });
  });
});
