/** What a failure leads to, and how fast each provider is written to. */
import { describe, expect, it } from 'vitest';
import type { Decision, Limits, Trouble } from '../../scheduler/pace.ts';
import { backOff, decide, LIMITS, makePace } from '../../scheduler/pace.ts';

const NOW = 1_000_000;
const DAY = 24 * 3_600_000;
const throttled = (retryAfterMs: number): Trouble => ({ kind: 'throttled', retryAfterMs, scope: 'chat' });

describe('decide', () => {
  it.each<[promise: string, trouble: Trouble, attempts: number, decision: Decision]>([
    ['waits exactly as long as a throttle asks', throttled(3_000), 1, { do: 'retry', at: NOW + 3_000 }],
    ['does not wait longer for being throttled often', throttled(3_000), 40, { do: 'retry', at: NOW + 3_000 }],
    ['never comes back before a part of a millisecond is over', throttled(0.2), 1, { do: 'retry', at: NOW + 1 }],
    ['uses its own wait for a throttle of nothing', throttled(0), 1, { do: 'retry', at: NOW + 5_000 }],
    ['uses its own wait for a throttle below nothing', throttled(-5), 2, { do: 'retry', at: NOW + 10_000 }],
    ['uses its own wait for a throttle that is no number', throttled(Number.NaN), 1, { do: 'retry', at: NOW + 5_000 }],
    ['waits a day at most', throttled(Number.POSITIVE_INFINITY), 1, { do: 'retry', at: NOW + DAY }],
    ['gives up on endless throttling', throttled(1), 150, { do: 'give_up', why: 'throttled 150 times' }],
    ['tries again when the provider is away', { kind: 'unreachable' }, 1, { do: 'retry', at: NOW + 5_000 }],
    ['still tries after two days away', { kind: 'unreachable' }, 149, { do: 'retry', at: NOW + 1_800_000 }],
    ['gives up when it stays away', { kind: 'unreachable' }, 150, { do: 'give_up', why: 'unreachable 150 times' }],
    ['gives up at once what was refused', { kind: 'rejected' }, 1, { do: 'give_up', why: 'rejected' }],
    ['uses the other door for somebody gone', { kind: 'recipient_gone' }, 1, { do: 'other_door' }],
    ['looks for no door for ever', { kind: 'recipient_gone' }, 150, { do: 'give_up', why: 'recipient_gone 150 times' }],
    ['tries again after a defect of ours', { kind: 'defect' }, 2, { do: 'retry', at: NOW + 10_000 }],
    ['gives a defect up soon', { kind: 'defect' }, 3, { do: 'give_up', why: 'defect 3 times' }],
  ])('%s', (_promise, trouble, attempts, decision) => {
    expect(decide(trouble, attempts, NOW, 0)).toEqual(decision);
  });
});

describe('back-off', () => {
  it('doubles up to its ceiling and stays there', () => {
    const waits = [1, 2, 3, 8, 9, 10, 11, 100, 5_000].map((attempts) => backOff(attempts, 0) / 1_000);
    expect(waits).toEqual([5, 10, 20, 640, 1_280, 1_800, 1_800, 1_800, 1_800]);
  });

  it('spreads the waits over half their length and never below', () => {
    expect([0, 0.5, 0.999_999].map((random) => backOff(1, random))).toEqual([5_000, 3_750, 2_500]);
  });

  it('keeps trying for about three days before it gives up', () => {
    const days = Array.from({ length: 149 }, (_, tried) => backOff(tried + 1, 0)).reduce((a, b) => a + b) / DAY;
    expect(days).toBeGreaterThan(2.5);
    expect(days).toBeLessThan(3.5);
  });
});

/** The moments at which a greedy sender gets its messages through, chats in turn. */
function times(limits: Limits, chats: string[], random = () => 0): number[] {
  const pace = makePace(limits, random);
  let now = 0;
  return chats.map((chat) => {
    now = pace.earliest(chat, now);
    pace.took(chat, now);
    return now;
  });
}

const manyChats = Array.from({ length: 300 }, (_, index) => `c${index}`);

describe('pace', () => {
  it('writes at most 30 messages in any second to Telegram, and not much less', () => {
    const sent = times(LIMITS.telegram, manyChats);
    for (const from of sent)
      expect(sent.filter((at) => at >= from && at < from + 1_000).length).toBeLessThanOrEqual(30);
    expect(sent.filter((at) => at < 10_000).length).toBeGreaterThan(240);
  });

  it('writes once a second to one chat of Telegram', () => {
    expect(times(LIMITS.telegram, ['a', 'a', 'b', 'a'])).toEqual([0, 1_000, 1_000, 2_000]);
  });

  it.each([
    [0, [0, 2_000, 4_000]],
    [0.5, [0, 3_000, 6_000]],
    [1, [0, 4_000, 8_000]],
  ])('leaves 2 to 4 seconds between two messages of a personal Zalo account (drawn %s)', (drawn, expected) => {
    expect(times(LIMITS['zalo-personal'], ['a', 'b', 'c'], () => drawn)).toEqual(expected);
  });

  it('never holds the web chat or a played script', () => {
    for (const name of ['web-chat', 'play'] as const) {
      expect(new Set(times(LIMITS[name], ['a', 'a', ...manyChats, 'a']))).toEqual(new Set([0]));
    }
  });

  it('holds one chat when the provider asks for it, and no other', () => {
    const pace = makePace(LIMITS.play, () => 0);
    pace.hold({ chat: 'a' }, 100, 5_100);
    expect([pace.earliest('a', 100), pace.earliest('a', 6_000), pace.earliest('b', 100)]).toEqual([5_100, 6_000, 100]);
    expect([pace.held(100), pace.held(5_100)]).toEqual([1, 0]);
  });

  it('holds every chat when the provider asks for the account', () => {
    const pace = makePace(LIMITS.play, () => 0);
    pace.hold('account', 100, 5_100);
    expect([pace.earliest('a', 100), pace.earliest('b', 5_099), pace.earliest('b', 5_100)]).toEqual([
      5_100, 5_100, 5_100,
    ]);
  });

  it('does not let a short wait end a longer one', () => {
    const pace = makePace(LIMITS.play, () => 0);
    for (const scope of ['account', { chat: 'a' }] as const) {
      pace.hold(scope, 0, 60_000);
      pace.hold(scope, 1_000, 2_000);
    }
    expect([pace.earliest('a', 3_000), pace.earliest('b', 3_000)]).toEqual([60_000, 60_000]);
  });

  it('waits no longer than the wait itself after the clock was set back', () => {
    const pace = makePace(LIMITS.telegram, () => 0);
    pace.took('a', DAY);
    expect(pace.earliest('a', 1_000)).toBe(1_000);
    pace.hold('account', DAY, DAY + 5_000);
    expect(pace.earliest('b', 1_000)).toBe(6_000);
    expect(pace.earliest('b', 6_000)).toBe(6_000);
  });

  it('forgets chats that are no longer held and none that is', () => {
    const pace = makePace(LIMITS.telegram, () => 0);
    pace.hold({ chat: 'held' }, 0, DAY);
    for (let chat = 0; chat < 5_000; chat += 1) pace.took(`c${chat}`, chat * 1_000);
    expect(pace.earliest('held', 5_000_000)).toBe(DAY);
    expect(pace.earliest('c4999', 4_999_001)).toBe(5_000_000);
    expect(pace.held(5_000_000)).toBe(1);
  });
});

describe('groups', () => {
  it('writes to a Telegram group at most twenty times in any minute, and to a person once a second', () => {
    const pace = makePace(LIMITS.telegram, () => 0);
    const written = (chat: string): number => {
      let count = 0;
      for (let at = NOW; at < NOW + 60_000; at = Math.max(at + 1, pace.earliest(chat, at + 1))) {
        if (pace.earliest(chat, at) > at) continue;
        pace.took(chat, at);
        count += 1;
      }
      return count;
    };
    expect(written('-1001')).toBe(20);
    expect(written('1001')).toBe(60);
  });
});
