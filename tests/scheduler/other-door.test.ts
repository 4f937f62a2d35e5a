/** What becomes of messages whose door is closed: they leave by the person's other door, once, or wait and are told of. */
import { describe, expect, it } from 'vitest';
import type { Standing } from '../../channels/channel.ts';
import { bind, markGone } from '../../db/people.ts';
import type { Address } from '../../domain/message.ts';
import { OTHER_DOOR_AFTER_MS } from '../../scheduler/other-door.ts';
import { LIMITS } from '../../scheduler/pace.ts';
import type { FakeChannel, Verdict } from '../support/channel.ts';
import { quiet } from '../support/clock.ts';
import { on, outboxRoom } from '../support/outbox-room.ts';
import { HA, LAN, MINUTE, room, unreachable } from '../support/two-doors-room.ts';

describe('a door that is interrupted', () => {
  it('is waited for, and its messages go when it is back', async () => {
    const { telegram, web, open, toLan, minutes, is } = room();
    is('interrupted');
    toLan('a');
    const out = open();
    await minutes(out, OTHER_DOOR_AFTER_MS / MINUTE - 1);
    is('open');
    await minutes(out, 1);
    expect(telegram.texts()).toEqual(['a']);
    expect(web.tried).toEqual([]);
  });

  it('is waited for no longer than the bound; then replies, reminders and bulk leave by the other, in order', async () => {
    const { telegram, web, clock, open, toLan, minutes, is, account } = room();
    is('interrupted');
    const out = open();
    await out.drain();
    toLan('bulk', { priority: 2 });
    toLan('reminder', { priority: 1 });
    toLan('reply 1');
    toLan('reply 2');
    await minutes(out, 4);
    expect(web.tried).toEqual([]);
    clock.advance(MINUTE);
    await out.drain();
    expect(web.texts()).toEqual(['reply 1', 'reply 2', 'reminder', 'bulk']);
    is('open');
    await minutes(out, 10);
    expect(telegram.sent).toEqual([]);
    expect(account()).toMatchObject({ total: 4, sent: 4, perhapsTwice: 0 });
  });

  it('is waited for anew when it was open in between', async () => {
    const { web, open, toLan, minutes, is } = room();
    const out = open();
    for (let drop = 0; drop < 4; drop += 1) {
      is('interrupted');
      toLan(`${drop}`);
      await minutes(out, 3);
      is('open');
      await minutes(out, 1);
    }
    expect(web.tried).toEqual([]);
  });

  it('is not waited for longer because the clock was set back', async () => {
    const { web, clock, open, toLan, minutes, is } = room();
    is('interrupted');
    toLan('a');
    const out = open();
    await minutes(out, 3);
    clock.set(clock.now() - 24 * 60 * MINUTE);
    await minutes(out, 1 + OTHER_DOOR_AFTER_MS / MINUTE);
    expect(web.texts()).toEqual(['a']);
  });
});

describe('a door that is down', () => {
  it('is not waited for', async () => {
    const { telegram, web, open, toLan, is } = room();
    is('down');
    toLan('a');
    await open().drain();
    expect([telegram.texts(), web.texts()]).toEqual([[], ['a']]);
  });

  it('is no place for a reminder, and is one again once it is open', () => {
    const { temporary, open, is } = room();
    const out = open();
    const best = () => out.wayTo(temporary.archive.read, LAN)?.channel;
    expect(best()).toBe('telegram');
    is('down');
    expect(best()).toBe('web-chat');
    expect(out.reaches(on('telegram', 'lan'))).toBe(false);
    is('interrupted');
    expect(best()).toBe('telegram');
    is('open');
    expect([best(), out.reaches(on('telegram', 'lan'))]).toEqual(['telegram', true]);
  });

  it('loses its messages even while its account is not known yet', async () => {
    const { telegram, web, open, toLan, is } = room();
    telegram.account = undefined;
    is('down');
    toLan('a');
    await open().drain();
    expect(web.texts()).toEqual(['a']);
  });

  it('or one the settings do not open any more gives its messages away', async () => {
    const { web, open, toLan } = room();
    toLan('a');
    await open([web]).drain();
    expect(web.texts()).toEqual(['a']);
  });

  it.each<[who: string, to: Address, personId: number | undefined]>([
    ['a group', on('telegram', '-100'), LAN],
    ['somebody not enrolled', on('telegram', 'stranger'), undefined],
    ['somebody with no other door', on('telegram', 'ha'), HA],
    ['somebody who is gone from the other', on('telegram', 'minh'), 9],
  ])('keeps what is for %s', async (_who, to, personId) => {
    const { temporary, telegram, web, open, put, is } = room();
    temporary.archive.write((tx) => {
      bind(tx, HA, on('telegram', 'ha'), 10);
      for (const door of ['telegram', 'web-chat'] as const) bind(tx, 9, on(door, 'minh'), 10);
      markGone(tx, on('web-chat', 'minh'), 11);
    });
    is('down');
    put(to, 'a', personId === undefined ? {} : { personId });
    const out = open();
    await out.drain();
    expect(web.tried).toEqual([]);
    is('open');
    out.nudge();
    await quiet(6);
    expect(telegram.tried.length).toBeGreaterThan(0);
  });

  it('with another that is down too keeps its messages until one of them is open', async () => {
    const { telegram, web, open, toLan, minutes, is } = room();
    let webStands: Standing = 'down';
    web.standing = () => webStands;
    is('down');
    toLan('a');
    const out = open();
    await minutes(out, 2);
    expect(web.tried).toEqual([]);
    webStands = 'open';
    await minutes(out, 1);
    expect([telegram.texts(), web.texts()]).toEqual([[], ['a']]);
  });

  it('does not take along what is being sent at the moment, nor what must stay behind it', async () => {
    let answer: ((_: Verdict) => void) | undefined;
    const { telegram, web, open, toLan, minutes, is, account } = room(() => {
      if (answer) return unreachable;
      return new Promise((resolve) => {
        answer = resolve;
      });
    });
    toLan('under way');
    toLan('behind');
    const out = open();
    out.nudge();
    await quiet();
    is('down');
    out.nudge();
    await quiet(6);
    expect(web.tried).toEqual([]);
    answer?.('taken');
    await minutes(out, 1);
    expect([telegram.texts(), web.texts()]).toEqual([['under way'], ['behind']]);
    expect(account()).toMatchObject({ sent: 2, perhapsTwice: 0 });
  });

  it('marks what may have arrived before its line broke', async () => {
    const { telegram, web, open, toLan, is, account } = room(() => ({ kind: 'unreachable', perhapsSent: true }));
    toLan('a');
    const out = open();
    await out.drain();
    is('down');
    await out.drain();
    expect([telegram.tried.length, web.texts()]).toEqual([1, ['a']]);
    expect(account()).toMatchObject({ sent: 1, perhapsTwice: 1 });
  });

  it('gives its messages away after a restart as well, those found half-sent marked', async () => {
    const { telegram, web, open, toLan, is, account } = room(() => 'silence');
    toLan('half-sent');
    toLan('waiting');
    open().nudge();
    await quiet();
    is('down');
    await open().drain();
    expect([telegram.tried.length, web.texts()]).toEqual([1, ['half-sent', 'waiting']]);
    expect(account()).toMatchObject({ sent: 2, perhapsTwice: 1 });
  });

  it('gives away more than one transaction holds', async () => {
    const { web, open, toLan, is } = room();
    is('down');
    for (let row = 0; row < 1_203; row += 1) toLan(`${row}`, { priority: 2 });
    await open().drain();
    expect(web.sent).toHaveLength(1_203);
    expect(web.texts().slice(0, 3)).toEqual(['0', '1', '2']);
  });
});

describe('what waits without another way', () => {
  it('is told once a day, with how much and for how many', async () => {
    const { clock, open, put, minutes, is, onStuck } = room();
    is('down');
    put(on('telegram', 'ha'), 'a', { personId: HA, priority: 1 });
    put(on('telegram', 'ha'), 'b', { personId: HA, priority: 1 });
    put(on('telegram', 'stranger'), 'c');
    const out = open();
    await minutes(out, 30);
    expect(onStuck.mock.calls).toEqual([['telegram', { messages: 3, people: 2 }, expect.any(Number)]]);
    clock.set(clock.now() + 24 * 60 * MINUTE);
    await minutes(out, 30);
    expect(onStuck).toHaveBeenCalledTimes(2);
  });

  it('is not told of a door that is only interrupted, or where everybody has another', async () => {
    const { open, put, toLan, minutes, is, onStuck } = room();
    put(on('telegram', 'ha'), 'a', { personId: HA });
    is('interrupted');
    const out = open();
    await minutes(out, 3);
    is('open');
    await minutes(out, 1);
    is('down');
    toLan('b');
    await minutes(out, 3);
    expect(onStuck).not.toHaveBeenCalled();
  });
});

describe('a person who is gone', () => {
  it('is written to at the door that is open, not at one that was used later but is down', async () => {
    const { temporary, telegram, web, start, put } = outboxRoom(() => ({ kind: 'recipient_gone' }));
    const zalo: FakeChannel = { ...web, name: 'zalo-personal', standing: () => 'down', tried: [], sent: [] };
    temporary.archive.write((tx) => {
      bind(tx, LAN, on('web-chat', 'lan'), 10);
      bind(tx, LAN, on('zalo-personal', 'lan'), 30);
      bind(tx, LAN, on('telegram', 'lan'), 40);
    });
    put(on('telegram', 'lan'), 'a', { personId: LAN });
    await start([telegram, zalo, web], { pace: { 'zalo-personal': LIMITS['web-chat'] } }).drain();
    expect(web.texts()).toEqual(['a']);
  });
});
