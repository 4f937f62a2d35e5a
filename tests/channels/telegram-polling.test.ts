/** Long polling: nothing lost, nothing doubled, nothing out of order, whatever breaks on the way. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BACK_OFF_MOST_MS } from '../../channels/telegram/persist.ts';
import { TOKEN, USERNAME } from '../support/telegram/bot-api.ts';
import { addressOf, closedDoor, type Door, house, LAN, MINH, until } from '../support/telegram/door.ts';

let door: Door;
let home: ReturnType<typeof house>;
beforeEach(async () => {
  door = await closedDoor();
  home = house();
});
afterEach(() => door.close());

const open = async (): Promise<void> => {
  await door.channel.start(home.receive);
  await door.opened();
};
const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `tin ${from + index}`);

describe('starting', () => {
  test('says who it is, sets the menu, and asks for what it reads', async () => {
    const menu = [{ command: 'nop', description: 'Báo cáo số liệu tháng' }];
    await door.close();
    const groupMenu = [{ command: 'lienket', description: 'Cho nhóm nhận thông báo' }];
    door = await closedDoor({ menu, groupMenu });
    await open();
    await door.api.updates.polled();
    expect(door.channel.health().detail).toContain(`@${USERNAME}`);
    expect(door.channel.username).toBe(USERNAME);
    expect(door.api.called('setMyCommands')).toEqual([
      { commands: menu },
      { commands: groupMenu, scope: { type: 'all_group_chats' } },
    ]);
    expect(door.api.called('getUpdates')[0]).toEqual({
      timeout: 25,
      limit: 100,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    });
  });

  test('is not held up by a menu that cannot be set', async () => {
    await door.close();
    door = await closedDoor({ menu: [{ command: 'Nộp', description: 'a' }] });
    await open();
    expect(await door.api.fate(door.api.says(LAN, '215'))).toBe('confirmed');
  });

  test('takes over from a webhook set before', async () => {
    door.api.updates.webhook = () => undefined;
    await open();
    expect(await door.api.fate(door.api.says(LAN, '215'))).toBe('confirmed');
  });

  test('does not wait for a Telegram that is not there, says so, and comes back by itself', async () => {
    await door.api.close();
    await door.channel.start(home.receive);
    expect(door.channel.health().ok).toBe(false);
    await until(() => door.pauses.length >= 12);
    expect(door.channel.health()).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/ECONNREFUSED.*TELEGRAM_PROXY_URL/),
    });
    const [first, second, third] = door.pauses;
    expect([first, second, third]).toEqual([1_000, 2_000, 4_000]);
    expect(Math.max(...door.pauses)).toBe(BACK_OFF_MOST_MS);
    await door.api.open();
    await door.opened();
    await door.api.fate(door.api.says(LAN, '215'));
    expect(home.texts(LAN)).toEqual(['215']);
    // One line when it went, one when it came back.
    expect(door.logged).toHaveLength(2);
  });

  test('a wrong token is named as such, and never shown', async () => {
    await door.close();
    const wrong = TOKEN.replace('AAE', 'AAF');
    door = await closedDoor({ token: wrong });
    await door.channel.start(home.receive);
    await until(() => door.pauses.length > 2);
    expect(door.channel.health().detail).toMatch(/refuses the token .*TELEGRAM_BOT_TOKEN/);
    expect(JSON.stringify([door.logged, door.channel.health()])).not.toContain(wrong.slice(11));
  });

  test('refuses to be started twice', async () => {
    await open();
    await expect(door.channel.start(home.receive)).rejects.toThrow('already open');
  });
});

describe('while Telegram and the network misbehave', () => {
  test('everything arrives once and in order', async () => {
    await open();
    const { faults } = door.api;
    for (const [from, fault] of [
      { method: 'getUpdates', drop: 'before' },
      { method: 'getUpdates', drop: 'after' },
      { method: 'getUpdates', code: 502 },
      { method: 'getUpdates', page: '<html>', status: 503 },
      { method: 'getUpdates', code: 429, retryAfter: 3 },
      { method: 'getUpdates', code: 409, description: 'Conflict: terminated by other getUpdates request' },
    ].entries() as IterableIterator<[number, (typeof faults)[number]]>) {
      faults.push(fault);
      const texts = numbered(from * 3, from * 3 + 3);
      for (const text of texts) door.api.says(LAN, text);
      await until(() => home.texts(LAN).length === from * 3 + 3);
    }
    await door.api.fate(door.api.says(LAN, 'hết'));
    expect(home.texts(LAN)).toEqual([...numbered(0, 18), 'hết']);
    expect(door.channel.health().ok).toBe(true);
    expect(door.pauses).toContain(3_000);
  });

  test('waits as long as Telegram asks, but not for days', async () => {
    await open();
    door.api.faults.push({ method: 'getUpdates', code: 429, retryAfter: 1_000_000 });
    door.api.says(LAN, '215');
    await until(() => door.pauses.length > 0);
    expect(Math.max(...door.pauses)).toBe(15 * 60_000);
  });

  test('a cut connection while waiting for news is mended', async () => {
    await open();
    await door.api.updates.polled();
    door.api.cut();
    door.api.says(LAN, '215');
    await until(() => home.heard.length > 0);
    expect(home.texts(LAN)).toEqual(['215']);
  });

  test('an outage of minutes is over when Telegram answers, not only when somebody speaks', async () => {
    await open();
    await door.api.updates.polled();
    await door.api.close();
    await until(() => !door.channel.health().ok);
    await door.api.open();
    await door.opened();
    expect(door.channel.health().detail).toContain(`@${USERNAME}`);
  });

  test('the same update twice is given twice with one id, which the house knows', async () => {
    await open();
    const update = door.api.says(LAN, '215');
    await door.api.fate(update);
    await door.api.updates.polled();
    door.api.says(LAN, '215', update);
    await door.api.fate(update);
    await door.api.fate(door.api.says(LAN, '216'));
    expect(home.texts(LAN)).toEqual(['215', '216']);
    expect(home.heard[0]?.id).toBe(`update:${update}`);
  });

  test('a batch in the wrong order is taken in the right one', async () => {
    door.api.updates.reversed = true;
    for (const text of numbered(0, 250)) door.api.says(LAN, text);
    const last = door.api.says(LAN, 'hết');
    await open();
    await door.api.fate(last);
    expect(home.texts(LAN)).toEqual([...numbered(0, 250), 'hết']);
  });

  test('an update that cannot be read does not stand in the way', async () => {
    await open();
    const broken = door.api.updates.push({ message: { text: '215' } } as never);
    expect(await door.api.fate(broken)).toBe('confirmed');
    expect(door.logged.join()).toContain('cannot be read');
  });

  test('what nobody meant for the bot is acknowledged', async () => {
    await open();
    const update = door.api.updates.push({ message: { chat: { id: -5, type: 'group' }, text: 'chào' } } as never);
    expect(await door.api.fate(update)).toBe('confirmed');
    expect(home.heard).toEqual([]);
  });
});

describe('while the house cannot store', () => {
  test('nothing is confirmed, and all of it comes again in order', async () => {
    for (const text of numbered(0, 10)) door.api.says(LAN, text);
    home.failing.times = 4;
    door.api.says(MINH, 'nhận 5');
    await open();
    await until(() => home.heard.length === 11);
    expect(home.texts(LAN)).toEqual(numbered(0, 10));
    expect(home.texts(MINH)).toEqual(['nhận 5']);
    expect(door.pauses.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  test('the health says that it is not Telegram', async () => {
    home.failing.times = Number.POSITIVE_INFINITY;
    await open();
    door.api.says(LAN, '215');
    await until(() => !door.channel.health().ok);
    expect(door.channel.health().detail).toMatch(/could not be stored .*database is busy.*disk/);
  });
});

describe('stopping', () => {
  test('during traffic: what was taken is confirmed, the rest is there for the next start', async () => {
    await open();
    for (const text of numbered(0, 120)) door.api.says(LAN, text);
    await until(() => home.heard.length >= 50);
    await door.channel.stop();
    const { length } = home.heard;
    const [next] = door.api.updates.waiting;
    expect(next?.message?.text).toBe(`tin ${length}`);
    expect(door.channel.health().ok).toBe(false);
    const last = door.api.says(LAN, 'hết');
    await open();
    await door.api.fate(last);
    expect(home.texts(LAN)).toEqual([...numbered(0, 120), 'hết']);
  });

  test('without a network: what was taken comes again and is known', async () => {
    await open();
    const update = door.api.says(LAN, '215');
    await until(() => home.heard.length === 1);
    await door.api.close();
    await door.channel.stop();
    await door.api.open();
    await open();
    await door.api.fate(door.api.says(LAN, '216'));
    expect(home.texts(LAN)).toEqual(['215', '216']);
    expect(door.api.updates.deliveries(update)).toBeLessThanOrEqual(2);
  });

  test('while nobody says anything does not wait for the poll to end', async () => {
    await open();
    await door.api.updates.polled();
    await door.channel.stop();
    expect(door.channel.health()).toEqual({ ok: false, detail: expect.stringContaining('not open') });
  });

  test('while Telegram is away does not wait for it', async () => {
    await door.api.close();
    await door.channel.start(home.receive);
    await door.channel.stop();
    expect(door.channel.health().ok).toBe(false);
  });

  test('still lets an answer out that was under way', async () => {
    await open();
    await door.channel.stop();
    await door.channel.send(addressOf(LAN), { id: '1', text: 'Đã ghi' });
    expect(door.api.shown(LAN)).toHaveLength(1);
  });
});
