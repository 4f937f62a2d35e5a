/** A thousand people and a process that dies at any point: each gets the announcement once, or is marked. */
import { describe, expect, it } from 'vitest';
import type { Address } from '../../domain/message.ts';
import { broadcastRoom, CLUSTER, partsOf, wards } from '../support/broadcast-room.ts';
import { quiet } from '../support/clock.ts';
import { countedRandom } from '../support/random.ts';

const PEOPLE = 1_000;
/** Enough for several pieces, where what is shown does not need a thousand. */
const SOME = 200;
const TEXT = 'đề nghị gửi báo cáo trước 16h';

/** A number below `most`, the same in every run. */
function dice(seed: string): (most: number) => number {
  const random = countedRandom(seed);
  return (most) => Buffer.from(random(4)).readUInt32BE() % most;
}

async function begun(seed: string, people = SOME) {
  const room = broadcastRoom({ rows: [...CLUSTER, ...wards(people - 3)] });
  await room.saysAll('dp', `thông báo: ${TEXT}`, 'tất cả', 'gửi', String(people));
  return { room, roll: dice(seed) };
}

/** A provider that takes every message, and after so many takes them without our ever hearing of it. */
function dyingProvider(arrived: Map<string, number>, life: number) {
  let left = life;
  return ({ id }: Address, { text }: { text: string }) => {
    if (text.startsWith('Thông báo của')) arrived.set(id, (arrived.get(id) ?? 0) + 1);
    left -= 1;
    return left < 0 ? ('silence' as const) : ('taken' as const);
  };
}

describe('a process that dies', () => {
  it.each(['a', 'b'])('at random points of a thousand messages (%s): each once, or marked', async (seed) => {
    const { room, roll } = await begun(seed, PEOPLE);
    const arrived = new Map<string, number>();
    for (let life = 0; life < 12; life += 1) {
      room.pieces(roll(4));
      expect(partsOf(room.account())).toBe(PEOPLE);
      const { out } = room.start(dyingProvider(arrived, roll(150)));
      out.nudge();
      await quiet(roll(60));
      room.die();
      expect(partsOf(room.account())).toBe(PEOPLE);
    }
    const last = dyingProvider(arrived, Number.POSITIVE_INFINITY);
    await room.flush(last);
    const account = room.account();
    const twice = [...arrived].filter(([, times]) => times > 1).map(([code]) => code);
    const marked = room.all<{ address: string }>(
      "select address from outbox where key like 'broadcast:1:%' and (failure like 'after_crash%' or failure like 'perhaps_sent%')",
    );
    expect(partsOf(account)).toBe(PEOPLE);
    // A message that was under way twice when the process died is given up, since it may be what kills it.
    const givenUp = PEOPLE - account.sent;
    expect(givenUp).toBeLessThanOrEqual(marked.length);
    expect(arrived.size).toBe(PEOPLE);
    expect(marked.map(({ address }) => address)).toEqual(expect.arrayContaining(twice));
    expect(room.heard('dp').at(-1)?.text).toMatch(/^✓ Đã gửi \d+/);
    expect(room.state()).toBe('done');
  });

  it('between every two pieces puts each message into the outbox once', async () => {
    const { room } = await begun('pieces');
    let pieces = 0;
    while (room.pieces(1) === 1) {
      pieces += 1;
      expect(partsOf(room.account())).toBe(SOME);
      room.die();
    }
    expect(pieces).toBe(Math.ceil(SOME / 50));
    expect(room.all("select 1 from outbox where key like 'broadcast:1:%'")).toHaveLength(SOME);
  });

  it('in the middle of a piece leaves nothing of it', async () => {
    const { room } = await begun('half');
    const insert =
      "create trigger broken before insert on outbox when new.key like 'broadcast:1:%' and new.address = 'p30'";
    room.run(`${insert} begin select raise(abort, 'the disk is full'); end`);
    expect(() => room.pieces(1)).toThrow('the disk is full');
    expect(room.all("select 1 from outbox where key like 'broadcast:1:%'")).toEqual([]);
    room.run('drop trigger broken');
    room.die();
    await room.flush();
    expect(room.account()).toMatchObject({ total: SOME, sent: SOME });
  });
});

describe('a provider that throttles, refuses and loses answers', () => {
  it('ends with an account in which everybody stands once', async () => {
    const { room, roll } = await begun('trouble');
    for (let round = 0; room.state() === 'sending' && round < 40; round += 1) {
      await room.flush(({ id }) => {
        if (!id.startsWith('p')) return 'taken';
        const fate = roll(20);
        if (fate === 0) return { kind: 'throttled', retryAfterMs: 2_000, scope: 'chat' };
        if (fate === 1) return { kind: 'unreachable' };
        if (fate === 2) return { kind: 'rejected' };
        return fate === 3 ? { kind: 'recipient_gone' } : 'taken';
      });
      expect(partsOf(room.account())).toBe(SOME);
      room.clock.advance(3_600_000);
    }
    const { waiting, failed, sent } = room.account();
    expect([room.state(), waiting]).toEqual(['done', 0]);
    expect((failed.rejected ?? 0) + (failed.recipient_gone ?? 0) + sent).toBe(SOME);
    expect(room.heard('dp').filter(({ text }) => text.startsWith('✓ Đã gửi'))).toHaveLength(1);
  });
});
