/** What delivery promises: in order, at the provider's pace, by the person's other door, one stall holding up nobody. */
import { describe, expect, it } from 'vitest';
import type { SendFailure } from '../../channels/channel.ts';
import type { Archive } from '../../db/open.ts';
import { bind, identitiesOf } from '../../db/people.ts';
import { LIMITS } from '../../scheduler/pace.ts';
import type { Verdict } from '../support/channel.ts';
import { fakeChannel } from '../support/channel.ts';
import { quiet } from '../support/clock.ts';
import { on, outboxRoom } from '../support/outbox-room.ts';

const unreachable: SendFailure = { kind: 'unreachable' };
const gone: SendFailure = { kind: 'recipient_gone' };

describe('deliver', () => {
  it('sends what waits, once, with the row as its id', async () => {
    const { telegram, start, put, account } = outboxRoom();
    put(on('telegram', 'lan'), 'a');
    const out = start([telegram]);
    await out.drain();
    await out.drain();
    expect(telegram.sent).toMatchObject([{ to: 'lan', text: 'a', id: '1' }]);
    expect(account()).toMatchObject({ total: 1, sent: 1, perhapsTwice: 0 });
  });

  it('wakes at a nudge, however many there are', async () => {
    const { telegram, start, put } = outboxRoom();
    const out = start([telegram]);
    put(on('telegram', 'lan'), 'a');
    for (let nudge = 0; nudge < 5; nudge += 1) out.nudge();
    expect(telegram.tried).toEqual([]);
    await quiet();
    expect(telegram.texts()).toEqual(['a']);
  });

  it('keeps the order of a chat while the first is tried again', async () => {
    let away = true;
    const { telegram, clock, start, put } = outboxRoom(() => (away ? unreachable : 'taken'));
    for (const text of ['a', 'b', 'c']) put(on('telegram', 'lan'), text);
    const out = start([telegram]);
    await out.drain();
    expect(telegram.tried.map(({ text }) => text)).toEqual(['a']);
    away = false;
    for (let second = 0; second < 10; second += 1) {
      clock.advance(1_000);
      await quiet();
    }
    await out.stop();
    expect(telegram.texts()).toEqual(['a', 'b', 'c']);
  });

  it('answers before it reminds, and reminds before bulk', async () => {
    const { web, start, put } = outboxRoom();
    put(on('web-chat', 'a'), 'bulk', { priority: 2 });
    put(on('web-chat', 'b'), 'reminder', { priority: 1 });
    put(on('web-chat', 'c'), 'reply');
    await start([web], { pace: { 'web-chat': { concurrency: 1 } } }).drain();
    expect(web.texts()).toEqual(['reply', 'reminder', 'bulk']);
  });

  it('sends to several chats at a time and to one chat one at a time', async () => {
    const busy: string[] = [];
    let most = 0;
    const twice: string[] = [];
    const { start, put } = outboxRoom();
    const slow = fakeChannel(
      'web-chat',
      () => 0,
      async (to): Promise<Verdict> => {
        if (busy.includes(to.id)) twice.push(to.id);
        most = Math.max(most, busy.push(to.id));
        await quiet(2);
        busy.splice(busy.indexOf(to.id), 1);
        return 'taken';
      },
    );
    for (let row = 0; row < 60; row += 1) put(on('web-chat', `c${row % 20}`), `${row}`);
    await start([slow], { pace: { 'web-chat': { concurrency: 4 } } }).drain();
    expect(slow.sent).toHaveLength(60);
    expect(twice).toEqual([]);
    expect(most).toBe(4);
  });

  it('does not let chats that are paced keep the others waiting', async () => {
    const { telegram, start, put } = outboxRoom();
    for (const text of ['a1', 'b1', 'a2', 'b2', 'c1']) put(on('telegram', text.slice(0, 1)), text);
    await start([telegram], { pace: { telegram: { ...LIMITS.telegram, concurrency: 2 } } }).drain();
    expect(telegram.texts()).toEqual(['a1', 'b1', 'c1']);
  });

  it('obeys a throttle of one chat there and nowhere else', async () => {
    const { telegram, clock, start, put } = outboxRoom((to) =>
      to.id === 'lan' && telegram.tried.length === 1
        ? { kind: 'throttled', retryAfterMs: 7_000, scope: 'chat' }
        : 'taken',
    );
    put(on('telegram', 'lan'), 'a', { priority: 2 });
    put(on('telegram', 'ha'), 'b', { priority: 2 });
    const out = start([telegram]);
    await out.drain();
    expect(telegram.texts()).toEqual(['b']);
    // A reply written now would go before the row that waits, but the provider wants silence in the whole chat.
    put(on('telegram', 'lan'), 'c');
    clock.advance(6_999);
    await out.drain();
    expect(telegram.texts()).toEqual(['b']);
    clock.advance(1);
    await out.drain();
    expect(telegram.texts()).toEqual(['b', 'c']);
  });

  it('obeys a throttle of the account in every chat', async () => {
    const { telegram, clock, start, put } = outboxRoom(() =>
      telegram.tried.length === 1 ? { kind: 'throttled', retryAfterMs: 7_000, scope: 'account' } : 'taken',
    );
    put(on('telegram', 'lan'), 'a');
    const out = start([telegram]);
    await out.drain();
    put(on('telegram', 'ha'), 'b');
    clock.advance(6_999);
    await out.drain();
    expect(telegram.tried).toHaveLength(1);
    clock.advance(100);
    await quiet();
    expect(telegram.texts()).toEqual(['a', 'b']);
  });

  it('uses the other door of somebody who blocked the first', async () => {
    const { temporary, telegram, web, clock, log, start, put, account } = outboxRoom((to) =>
      to.id === 'lan' ? gone : 'taken',
    );
    temporary.archive.write((tx) => {
      bind(tx, 7, on('web-chat', 'old'), 10);
      bind(tx, 7, on('web-chat', 'new'), 20);
      bind(tx, 7, on('zalo-personal', 'no such channel'), 30);
      bind(tx, 7, { channel: 'web-chat', account: 'another bot', id: 'x' }, 40);
      bind(tx, 7, on('telegram', 'lan'), 50);
    });
    put(on('telegram', 'lan'), 'a', { personId: 7 });
    await start([telegram, web]).drain();
    expect(web.sent).toMatchObject([{ to: 'new', text: 'a' }]);
    expect(account()).toMatchObject({ total: 1, sent: 1, failed: 0 });
    const left = identitiesOf(temporary.archive.read, 7).filter(({ goneAt }) => goneAt !== undefined);
    expect(left).toMatchObject([{ address: on('telegram', 'lan'), goneAt: clock.now() }]);
    expect(log.error).not.toHaveBeenCalled();
  });

  it.each<[who: string, personId: number | undefined]>([
    ['somebody with no other door', 7],
    ['somebody not enrolled', undefined],
  ])('gives up on %s and says so', async (_who, personId) => {
    const { temporary, telegram, start, put, account } = outboxRoom(() => gone);
    temporary.archive.write((tx) => bind(tx, 7, on('telegram', 'lan'), 10));
    put(on('telegram', 'lan'), 'a', personId === undefined ? {} : { personId });
    put(on('telegram', 'lan'), 'b', personId === undefined ? {} : { personId });
    await start([telegram]).drain();
    const failure = 'recipient_gone: provider said so';
    expect(account().unreached).toMatchObject([{ key: 'k:a', failure }]);
    expect(account()).toMatchObject({ total: 2, failed: 1, waiting: 1 });
  });

  it('ends when both doors are closed', async () => {
    const { temporary, telegram, clock, start, put, account } = outboxRoom(() => gone);
    const web = fakeChannel('web-chat', clock.now, () => gone);
    temporary.archive.write((tx) => {
      bind(tx, 7, on('telegram', 'lan'), 10);
      bind(tx, 7, on('web-chat', 'lan'), 10);
    });
    put(on('telegram', 'lan'), 'a', { personId: 7 });
    await start([telegram, web]).drain();
    expect([telegram.tried.length, web.tried.length]).toEqual([1, 1]);
    expect(account()).toMatchObject({ failed: 1, waiting: 0 });
  });

  it('gives up what the provider refused and goes on with the chat', async () => {
    const { web, clock, log, start, put, account } = outboxRoom();
    const refusing = fakeChannel('web-chat', clock.now, (_to, { text }) =>
      text === 'a' ? { kind: 'rejected' } : 'taken',
    );
    put(on(web.name, 'lan'), 'a');
    put(on(web.name, 'lan'), 'b');
    await start([refusing]).drain();
    expect(refusing.texts()).toEqual(['b']);
    expect(account()).toMatchObject({ sent: 1, failed: 1, unreached: [{ failure: 'rejected: provider said so' }] });
    expect(log.error).toHaveBeenCalledTimes(1);
  });

  it('survives a channel that breaks in a way no door should', async () => {
    const { telegram, clock, start, put, account } = outboxRoom(() => new TypeError('x is not a function'));
    put(on('telegram', 'lan'), 'a');
    const out = start([telegram]);
    for (let minute = 0; minute < 3; minute += 1) {
      await out.drain();
      clock.advance(60_000);
    }
    expect(telegram.tried).toHaveLength(3);
    expect(account().unreached).toMatchObject([{ failure: 'defect 3 times: x is not a function' }]);
  });

  it('does not let one channel that stalls hold up another', async () => {
    const { telegram, web, clock, start, put, account } = outboxRoom(() => 'silence');
    for (let chat = 0; chat < 20; chat += 1) put(on('telegram', `c${chat}`), `t${chat}`);
    put(on('web-chat', 'ha'), 'a');
    const out = start([telegram, web]);
    out.nudge();
    await quiet();
    expect(web.texts()).toEqual(['a']);
    put(on('web-chat', 'ha'), 'b');
    out.nudge();
    await quiet();
    expect(web.texts()).toEqual(['a', 'b']);
    clock.advance(120_000);
    await quiet();
    expect(account()).toMatchObject({ total: 22, sent: 2, waiting: 20 });
  });

  it('waits for a channel that does not know its account yet', async () => {
    const { telegram, start, put } = outboxRoom();
    telegram.account = undefined;
    put(on('telegram', 'lan'), 'a');
    const out = start([telegram]);
    await out.drain();
    expect(telegram.tried).toEqual([]);
    telegram.account = 'bot';
    await out.drain();
    expect(telegram.texts()).toEqual(['a']);
  });

  it('tries again by itself when the archive could not be written', async () => {
    const { temporary, telegram, clock, log, start, put } = outboxRoom();
    let full = false;
    const archive = {
      read: temporary.archive.read,
      write: ((work) => {
        if (full) throw new Error('database or disk is full');
        return temporary.archive.write(work);
      }) satisfies Archive['write'],
    };
    put(on('telegram', 'lan'), 'a');
    const out = start([telegram], { archive });
    full = true;
    out.nudge();
    await quiet();
    expect(log.error).toHaveBeenCalledTimes(1);
    full = false;
    clock.advance(5_000);
    await quiet();
    expect(telegram.texts()).toEqual(['a']);
  });
});
