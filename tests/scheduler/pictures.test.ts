/** Pictures on their way to many: fetched once, patiently, and never at the price of the words they came with. */
import { describe, expect, it, vi } from 'vitest';
import { type Channel, type FetchedPicture, SendError, type SendFailure } from '../../channels/channel.ts';
import type { Address, Outbound } from '../../domain/message.ts';
import { makePictures } from '../../scheduler/pictures.ts';
import { fakeClock, quiet } from '../support/clock.ts';
import { on, outboxRoom } from '../support/outbox-room.ts';
import { jpeg } from '../support/pictures.ts';

const picture = (ref: string, account = 'bot') => ({ channel: 'telegram' as const, account, ref });
const attachment = (ref: string, more: object = {}) =>
  ({ maker: 'picture', name: 'anh.jpg', show: 'picture', data: picture(ref), ...more }) as const;
const JPEG: FetchedPicture = { bytes: jpeg(), mime: 'image/jpeg' };
const failing = (kind: 'rejected' | 'unreachable') => new SendError({ kind }, 'no picture');

type Fetch = NonNullable<Channel['fetch']>;

function album(fetch: Fetch | undefined) {
  const clock = fakeClock('2026-11-10', '09:00');
  const channel = { name: 'telegram', account: 'bot', ...(fetch ? { fetch } : {}) } as Channel;
  return { clock, pictures: makePictures(new Map([['telegram', channel]]), clock.after) };
}

describe('a picture', () => {
  it('is fetched once, however many it goes to', async () => {
    const fetch = vi.fn<Fetch>(async () => JPEG);
    const { pictures } = album(fetch);
    const all = await Promise.all(Array.from({ length: 100 }, () => pictures(attachment('a'))));
    expect(fetch.mock.calls).toEqual([['a']]);
    expect(new Set(all.map(({ bytes }) => bytes)).size).toBe(1);
  });

  it.each([
    ['image/jpeg', 'anh.jpg'],
    ['image/png', 'anh.png'],
    ['image/webp', 'anh.webp'],
  ] as const)('of %s is called %s', async (mime, name) => {
    const { pictures } = album(async () => ({ ...JPEG, mime }));
    expect(await pictures(attachment('a'))).toEqual({ name, mime, show: 'picture', bytes: JPEG.bytes });
  });

  it('not used for long makes room: only a few are kept', async () => {
    const fetch = vi.fn<Fetch>(async () => JPEG);
    const { pictures } = album(fetch);
    for (const ref of ['a', 'b', 'c', 'd', 'a', 'e', 'a', 'b']) await pictures(attachment(ref));
    expect(fetch.mock.calls.flat()).toEqual(['a', 'b', 'c', 'd', 'e', 'b']);
  });

  it('is asked for again where its door could not be reached', async () => {
    let tries = 0;
    const { pictures, clock } = album(async () => {
      tries += 1;
      if (tries < 3) throw failing('unreachable');
      return JPEG;
    });
    const sent = pictures(attachment('a'));
    for (let second = 0; second < 12; second += 1) {
      await quiet();
      clock.advance(1_000);
    }
    expect((await sent).bytes).toEqual(JPEG.bytes);
    expect(tries).toBe(3);
  });

  it('that is gone is asked for once in a while, not for each of many', async () => {
    const fetch = vi.fn<Fetch>(async () => {
      throw failing('rejected');
    });
    const { pictures, clock } = album(fetch);
    for (let person = 0; person < 5; person += 1) await expect(pictures(attachment('a'))).rejects.toThrow('no picture');
    expect(fetch).toHaveBeenCalledTimes(1);
    clock.advance(60_000);
    await expect(pictures(attachment('a'))).rejects.toThrow();
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('of a door that hangs is given up', async () => {
    const { pictures, clock } = album(() => new Promise(() => undefined));
    const sent = pictures(attachment('a')).then(
      () => 'fetched',
      () => 'lost',
    );
    for (let minute = 0; minute < 6; minute += 1) {
      await quiet();
      clock.advance(60_000);
    }
    expect(await sent).toBe('lost');
  });

  it.each<[string, Fetch | undefined, object]>([
    ['a door that is there no more', async () => JPEG, { channel: 'zalo-personal' }],
    ['a door that fetches none', undefined, {}],
    ['another account of the bot', async () => JPEG, { account: 'old-bot' }],
  ])('of %s is lost', async (_, fetch, more) => {
    const { pictures } = album(fetch);
    await expect(pictures(attachment('a', { data: { ...picture('a'), ...more } }))).rejects.toMatchObject({
      failure: { kind: 'rejected' },
    });
  });
});

describe('a message with a picture', () => {
  type Judge = (to: Address, file: boolean) => 'taken' | SendFailure;

  /** One message with a picture through the outbox; what the provider took, and what stands of it afterwards. */
  async function sent(fetch: Fetch, judge: Judge = () => 'taken', more: object = {}) {
    const room = outboxRoom((to, delivery) => judge(to, delivery.file !== undefined));
    room.telegram.fetch = fetch;
    const message: Outbound = { text: 'Lịch họp', attachment: attachment('a', more) };
    room.put(on('telegram', 'lan'), 'k', { message });
    await room.start([room.telegram]).drain();
    const row = room.temporary.archive.sqlite.prepare('select state, message from outbox').get() as {
      state: string;
      message: string;
    };
    return { ...room, state: row.state, left: JSON.parse(row.message) as Outbound };
  }
  const gone: Fetch = async () => {
    throw failing('rejected');
  };

  it('carries it', async () => {
    const { telegram, state, left } = await sent(async () => JPEG);
    expect(telegram.sent).toMatchObject([{ text: 'Lịch họp', file: 'anh.jpg' }]);
    expect([state, left.pictureLost]).toEqual(['sent', undefined]);
  });

  it('goes without it where it cannot be had, and its row says so', async () => {
    const { telegram, state, left, log } = await sent(gone);
    expect(telegram.sent.map(({ text, file }) => [text, file])).toEqual([['Lịch họp', undefined]]);
    expect(state).toBe('sent');
    expect(left).toEqual({ text: 'Lịch họp', pictureLost: true });
    expect(log.warn).toHaveBeenCalledTimes(1);
  });

  it('tells whoever decides about it', async () => {
    const { telegram } = await sent(gone, undefined, { lost: '! Không có ảnh.' });
    expect(telegram.texts()).toEqual(['Lịch họp\n\n! Không có ảnh.']);
  });

  it('goes without it where the provider takes the words but not the picture', async () => {
    const { telegram, left } = await sent(
      async () => JPEG,
      (_, file) => (file ? { kind: 'rejected' } : 'taken'),
    );
    expect(telegram.sent.map(({ file }) => file)).toEqual([undefined]);
    expect(new Set(telegram.tried.map(({ id }) => id)).size).toBe(2);
    expect(left.pictureLost).toBe(true);
  });

  it('that the provider refuses either way is given up as any other', async () => {
    const { telegram, state, left } = await sent(
      async () => JPEG,
      () => ({ kind: 'rejected' }),
    );
    expect([telegram.tried.length, state, left.pictureLost]).toEqual([2, 'failed', undefined]);
  });

  it.each<SendFailure>([{ kind: 'unreachable' }, { kind: 'throttled', retryAfterMs: 5_000, scope: 'chat' }])(
    'keeps it for the next try where the provider only says "later" (%o)',
    async (failure) => {
      const { telegram, state, left } = await sent(
        async () => JPEG,
        () => failure,
      );
      expect(telegram.tried).toMatchObject([{ file: 'anh.jpg' }]);
      expect(state).toBe('waiting');
      expect(left.attachment).toMatchObject({ maker: 'picture' });
    },
  );

  it('holds up no report while its door is slow', async () => {
    const room = outboxRoom();
    room.telegram.fetch = () => new Promise(() => undefined);
    room.put(on('telegram', 'lan'), 'a', { message: { text: 'Lịch họp', attachment: attachment('a') } });
    const report = { maker: 'annual-docx', name: 'bao-cao.docx', show: 'document', data: {} } as const;
    room.put(on('telegram', 'nam'), 'b', { message: { text: 'Báo cáo', attachment: report } });
    room.start([room.telegram]).nudge();
    await quiet(8);
    expect(room.telegram.texts()).toEqual(['Báo cáo']);
  });
});
