/** When the Zalo door keeps away: kick-outs, refused logins, a Zalo that cannot be reached, and its own closing. */
import { afterEach, describe, expect, test } from 'vitest';
import { CredentialStore } from '../../channels/zalo-personal/credential-store.ts';
import {
  KICKED_PAUSE_MS,
  LOOK_FOR_LOGIN_MS,
  UNREACHABLE_TOLD_AFTER_MS,
} from '../../channels/zalo-personal/supervisor.ts';
import { ANSWER_MAX_MS } from '../../channels/zalo-personal/watch.ts';
import { quiet } from '../support/clock.ts';
import { PING_MS } from '../support/zalo/answers.ts';
import { MORNING } from '../support/zalo/loopback-zalo.ts';
import { frame } from '../support/zalo/wire.ts';
import { delivery, KEY, lan, passing, type ZaloDoor, zaloDoor } from '../support/zalo/zalo-door.ts';

let door: ZaloDoor;
const opened = async (...parts: Parameters<typeof zaloDoor>): Promise<ZaloDoor> => {
  door = await zaloDoor(...parts);
  await door.open();
  return door;
};

afterEach(() => door.close());

describe('kick-outs', () => {
  test.each([
    ['closed with 3003', (zalo: ZaloDoor['zalo']) => zalo.close(3003)],
    ['closed with 3000', (zalo: ZaloDoor['zalo']) => zalo.close(3000)],
    ['told of another connection', (zalo: ZaloDoor['zalo']) => zalo.pushRaw(frame(3000, 0, '{"data":{}}'))],
    [
      'told of another connection and dropped',
      (zalo: ZaloDoor['zalo']) => {
        zalo.pushRaw(frame(3000, 0, '{"data":{}}'));
        zalo.silence();
      },
    ],
  ])('does not fight when %s: it tells, and waits long', async (_, kick) => {
    const { zalo, channel, clock, troubles, until } = await opened();
    kick(zalo);
    await quiet(10);
    // On a line that went silent the library waits for a goodbye; the watchdog cuts it.
    clock.advance(3 * PING_MS);
    clock.advance(ANSWER_MAX_MS);
    await until('it is told', () => troubles.length > 0);
    expect(troubles).toEqual(['kicked']);
    expect(channel.health()).toMatchObject({ ok: false, detail: expect.stringContaining('opened elsewhere') });
    const logins = zalo.loginsBegun;
    for (let passed = 0; passed < KICKED_PAUSE_MS / 2; passed += LOOK_FOR_LOGIN_MS) {
      clock.advance(LOOK_FOR_LOGIN_MS);
      await quiet(1);
    }
    expect(zalo.loginsBegun).toBe(logins);
    await expect(channel.send(lan, delivery('1', 'a'))).rejects.toMatchObject({ failure: { kind: 'unreachable' } });
  });

  test('tries once more after the pause, and waits longer when kicked again', async () => {
    const { zalo, clock, troubles, waited, until } = await opened();
    const pauses: number[] = [];
    for (let kicks = 1; kicks <= 2; kicks += 1) {
      zalo.close(3003);
      await until('it is noticed', () => !door.channel.health().ok);
      const from = clock.now();
      await waited();
      pauses.push(clock.now() - from);
      await until('it is open again', () => door.channel.health().ok);
    }
    expect(pauses[0]).toBeGreaterThanOrEqual(KICKED_PAUSE_MS / 2);
    expect(pauses[1]).toBeGreaterThan((pauses[0] ?? 0) * 1.5);
    expect(troubles).toEqual(['kicked', 'kicked']);
  });

  test('comes back at once with a new login', async () => {
    const { zalo, store, clock, troubles, until } = await opened();
    zalo.close(3003);
    await until('it is told', () => troubles.length === 1);
    const other = new CredentialStore(store.file, KEY);
    other.write(zalo.session({ since: MORNING + 1 }));
    await quiet();
    clock.advance(LOOK_FOR_LOGIN_MS);
    await until('it is open again', () => door.channel.health().ok);
    expect(store.read()?.since).toBe(MORNING + 1);
  });
});

describe('logins that fail', () => {
  test('are tried again with growing waits while Zalo cannot be reached, and somebody is told after a while', async () => {
    door = await zaloDoor();
    const { zalo, channel, clock, troubles, waited, until } = door;
    zalo.refuse('/getLoginInfo', { status: 503 }, 1_000);
    const begun = clock.now();
    const waits: number[] = [];
    await channel.start(() => Promise.resolve());
    while (clock.now() - begun < UNREACHABLE_TOLD_AFTER_MS) {
      const from = clock.now();
      await waited();
      waits.push(clock.now() - from);
    }
    expect(troubles).toEqual(['unreachable']);
    expect(waits[0]).toBeLessThan(4_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(5 * 60_000);
    expect(waits.slice(1, 6).every((wait, index) => wait >= (waits[index] ?? 0))).toBe(true);
    await until('the last has failed', () => !channel.health().ok);
  });

  test('make the cookies expired when refused three times in a row, and say what to do', async () => {
    door = await zaloDoor();
    const { zalo, channel, troubles, waited, until } = door;
    zalo.expire();
    await channel.start(() => Promise.resolve());
    await waited();
    expect(troubles).toEqual([]);
    await waited();
    await until('it is told', () => troubles.length > 0);
    expect(troubles).toEqual(['expired']);
    expect(channel.health().detail).toContain('zalo-login');
    expect(channel.account).toBeUndefined();
  });

  test('are made when a call says that the session is dead', async () => {
    const { zalo, channel, waited, until } = await opened();
    zalo.refuse('/api/message/sms', { code: 600 });
    await expect(channel.send(lan, delivery('1', 'a'))).rejects.toMatchObject({ failure: { kind: 'unreachable' } });
    await waited();
    await until('it is open again', () => channel.health().ok);
    expect(zalo.logins()).toBe(2);
    await channel.send(lan, delivery('1', 'a'));
  });

  test('are not even tried without a stored login, and one that appears is used', async () => {
    door = await zaloDoor({}, null);
    const { zalo, channel, store, clock, troubles, until } = door;
    await channel.start(() => Promise.resolve());
    await until('it is told', () => troubles.length > 0);
    expect(troubles).toEqual(['no_login']);
    expect(zalo.loginsBegun).toBe(0);
    expect(channel.health().detail).toContain('zalo-login');
    store.write(zalo.session());
    // Written by the same store, so it is not news to it; the operator's own process is another.
    store.read();
    await passing(clock, () => zalo.loginsBegun > 0);
    await until('it is open', () => channel.health().ok);
  });

  test('end with the time a socket may take to open', async () => {
    door = await zaloDoor();
    const { zalo, channel, clock, logged, until } = door;
    zalo.opensSockets = false;
    await channel.start(() => Promise.resolve());
    await until('it has knocked', () => zalo.knocks === 1);
    await passing(clock, () => logged.some((line) => line.includes('does not open')));
  });
});

describe('closing', () => {
  test('hands over what it has taken, and says goodbye', async () => {
    const { zalo, channel, texts, house, until } = await opened();
    let accept: (() => void) | undefined;
    house.receive = () =>
      new Promise((resolve) => {
        accept = resolve;
        zalo.changed();
      });
    zalo.say('215');
    await until('it is offered', () => accept !== undefined);
    const stopping = channel.stop();
    await quiet();
    expect(texts()).toEqual([]);
    accept?.();
    await stopping;
    expect(texts()).toEqual(['215']);
    await until('the line is closed', () => !zalo.isConnected);
    expect(channel.health()).toMatchObject({ ok: false });
  });

  test('does not wait for a login that hangs or a pause that lasts', async () => {
    door = await zaloDoor();
    const { zalo, channel, until } = door;
    zalo.refuse('/getLoginInfo', 'silence');
    await channel.start(() => Promise.resolve());
    await until('it logs in', () => zalo.calls.length === 1);
    await channel.stop();
    await channel.start(() => Promise.resolve());
    await until('it is open', () => channel.health().ok);
    zalo.close(3003);
    await until('it is kicked', () => !channel.health().ok);
    await channel.stop();
  });
});
