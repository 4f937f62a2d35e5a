/** What stays true when the process dies or stops while messages are under way. */
import { describe, expect, it } from 'vitest';
import { fakeChannel } from '../support/channel.ts';
import { quiet } from '../support/clock.ts';
import { on, outboxRoom } from '../support/outbox-room.ts';

describe('a crash', () => {
  it('between the claim and the end of sending: sent again once, and marked', async () => {
    const { temporary, telegram, clock, log, start, put, account } = outboxRoom(() => 'silence');
    put(on('telegram', 'lan'), 'a');
    put(on('telegram', 'lan'), 'b');
    start([telegram]).nudge();
    await quiet();
    expect(telegram.tried).toHaveLength(1);
    temporary.reopen();
    const healthy = fakeChannel('telegram', clock.now);
    const out = start([healthy]);
    expect(log.warn).toHaveBeenCalledWith({ retried: 1, givenUp: 0 }, expect.any(String));
    await out.drain();
    clock.advance(1_000);
    await out.drain();
    expect(healthy.texts()).toEqual(['a', 'b']);
    expect(account()).toMatchObject({ total: 2, sent: 2, perhapsTwice: 1 });
  });

  it('after the end was written down: not sent again', async () => {
    const { temporary, telegram, start, put, account } = outboxRoom();
    put(on('telegram', 'lan'), 'a');
    await start([telegram]).drain();
    temporary.reopen();
    await start([telegram]).drain();
    expect(telegram.sent).toHaveLength(1);
    expect(account()).toMatchObject({ sent: 1, perhapsTwice: 0 });
  });
});

describe('stop', () => {
  it('writes down what is under way and starts nothing more', async () => {
    const { web, start, put, account, clock } = outboxRoom();
    let answer: (verdict: 'taken') => void = () => undefined;
    const slow = fakeChannel(web.name, clock.now, () => new Promise((resolve) => (answer = resolve)));
    put(on('web-chat', 'lan'), 'a');
    put(on('web-chat', 'lan'), 'b');
    const out = start([slow]);
    out.nudge();
    await quiet();
    const stopped = out.stop();
    answer('taken');
    await stopped;
    out.nudge();
    await quiet();
    expect(slow.texts()).toEqual(['a']);
    expect(account()).toMatchObject({ sent: 1, waiting: 1 });
    expect(clock.pending()).toBe(0);
  });

  it('does not wait for ever, nor touches the archive afterwards', async () => {
    const { temporary, clock, start, put, log } = outboxRoom();
    let answer: (verdict: 'taken') => void = () => undefined;
    const hung = fakeChannel('web-chat', clock.now, () => new Promise((resolve) => (answer = resolve)));
    put(on('web-chat', 'lan'), 'a');
    const out = start([hung]);
    out.nudge();
    await quiet();
    const stopped = out.stop();
    clock.advance(10_000);
    await stopped;
    expect(log.warn).toHaveBeenCalledTimes(1);
    temporary.reopen();
    answer('taken');
    await quiet();
    expect(log.error).not.toHaveBeenCalled();
  });
});
