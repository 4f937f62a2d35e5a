/**
 * What every door promises the house, run over each of them. A new channel joins by adding a harness to HARNESSES; what
 * its provider cannot do is said in the harness, not left out of the promises.
 */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Channel, type Receive, SendError } from '../../channels/channel.ts';
import type { Address, Inbound } from '../../domain/message.ts';
import { addressOf, closedDoor, LAN } from '../support/telegram/door.ts';
import { closedWebChat, delivery, phone, post, shown, temporary, typed } from '../support/web-chat.ts';
import { lan as lanOnZalo, zaloDoor } from '../support/zalo/zalo-door.ts';

/** One channel with its provider played by the test. */
interface Harness {
  channel: Channel;
  /** Somebody who can be written to. */
  address: Address;
  /** Plays the provider handing over a text; resolves when the channel acknowledged, rejects when it refused. */
  say(text: string, id: string): Promise<void>;
  /** The texts the person has on the screen, oldest first. */
  onScreen(): Promise<string[]>;
  /** True when the provider shows one delivery sent twice only once. */
  showsOnce: boolean;
  /** Resolves when the provider has answered a channel that does not wait for it. */
  opened?(): Promise<void>;
  close(): Promise<void>;
}

const HARNESSES: { name: string; make: () => Harness | Promise<Harness> }[] = [
  { name: 'web-chat', make: webChatHarness },
  { name: 'telegram', make: telegramHarness },
  { name: 'zalo-personal', make: zaloHarness },
];

function webChatHarness(): Harness {
  const { directory, remove } = temporary();
  const channel = closedWebChat(directory);
  return {
    channel,
    address: phone('lan'),
    showsOnce: true,
    async say(text, id) {
      const response = await post(channel.url(), 'lan', typed(text, id));
      if (!response.ok) throw new Error(`refused: ${response.status}`);
    },
    onScreen: async () => (await shown(channel.url(), 'lan')).map((entry) => entry.text),
    async close() {
      await channel.stop();
      remove();
    },
  };
}

async function telegramHarness(): Promise<Harness> {
  const door = await closedDoor();
  const { api, channel } = door;
  const numbers = new Map<string, number>();
  return {
    channel,
    address: addressOf(LAN),
    showsOnce: false,
    async say(text, id) {
      const number = api.says(LAN, text, numbers.get(id));
      numbers.set(id, number);
      if ((await api.fate(number)) === 'again') throw new Error('refused: it is asked for again');
    },
    onScreen: async () => api.shown(LAN).map(({ text }) => text),
    opened: () => door.opened(),
    close: () => door.close(),
  };
}

async function zaloHarness(): Promise<Harness> {
  const door = await zaloDoor();
  const { zalo, channel } = door;
  const messages = new Map<string, ReturnType<typeof zalo.say>>();
  const refusals = (): number => door.logged.filter((line) => line.includes('was not accepted')).length;
  return {
    channel,
    address: lanOnZalo,
    showsOnce: false,
    async say(text, id) {
      const known = messages.get(id);
      if (known) zalo.repeat(known);
      const message = known ?? zalo.say(text);
      const { msgId } = message;
      messages.set(id, message);
      // Zalo has no acknowledgement; what stands for it is the seen event, which the sender sees.
      const refused = refusals();
      await door.until('it is seen or refused', () => zalo.seen.includes(msgId) || refusals() > refused);
      if (!zalo.seen.includes(msgId)) throw new Error('refused: it is offered again');
    },
    onScreen: async () => zalo.shown(lanOnZalo.id),
    opened: () => door.until('the door is open', () => channel.health().ok),
    close: () => door.close(),
  };
}

const deaf: Receive = () => Promise.resolve();

/** A promise and how to fulfil it. */
function latch(): [Promise<void>, () => void] {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return [opened, () => open()];
}

describe.each(HARNESSES)('$name keeps the promises of a channel', ({ name, make }) => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await make();
  });
  afterEach(() => harness.close());

  test('says in its health whether it works, and never with an empty line', async () => {
    const { channel } = harness;
    expect(channel.name).toBe(name);
    expect(channel.health()).toMatchObject({ ok: false, detail: expect.stringMatching(/\S/) });
    await channel.start(deaf);
    await harness.opened?.();
    expect(channel.health()).toMatchObject({ ok: true, detail: expect.stringMatching(/\S/) });
    await channel.stop();
    expect(channel.health().ok).toBe(false);
  });

  test('hands over what a person said with its address and the id that makes a second time harmless', async () => {
    const heard: Inbound[] = [];
    await harness.channel.start(async (inbound) => void heard.push(inbound));
    const id = randomUUID();
    await harness.say('nhận 215, trễ 2', id);
    await harness.say('nhận 215, trễ 2', id);
    const [first, second] = heard;
    expect(first).toMatchObject({ address: harness.address, said: { kind: 'text', text: 'nhận 215, trễ 2' } });
    expect(second?.id ?? first?.id).toBe(first?.id);
  });

  test('does not acknowledge what was not accepted', async () => {
    await harness.channel.start(() => Promise.reject(new Error('disk full')));
    await expect(harness.say('215', randomUUID())).rejects.toThrow();
  });

  test('puts what is sent on the screen, in order, each with an id', async () => {
    await harness.channel.start(deaf);
    await harness.opened?.();
    const ids = [];
    for (const text of ['Câu 1/9', 'Câu 2/9']) {
      ids.push((await harness.channel.send(harness.address, delivery(text, text))).messageId);
    }
    expect(new Set(ids).size).toBe(2);
    expect(ids).not.toContain('');
    expect(await harness.onScreen()).toEqual(['Câu 1/9', 'Câu 2/9']);
  });

  test('shows a delivery sent twice as often as it says it does', async () => {
    await harness.channel.start(deaf);
    await harness.opened?.();
    const twice = delivery('17', 'Đã ghi');
    const first = await harness.channel.send(harness.address, twice);
    const second = await harness.channel.send(harness.address, twice);
    expect((await harness.onScreen()).length).toBe(harness.showsOnce ? 1 : 2);
    expect(second.messageId === first.messageId).toBe(harness.showsOnce);
  });

  test('refuses an address of another provider or account with a SendError', async () => {
    await harness.channel.start(deaf);
    await harness.opened?.();
    const strangers: Address[] = [
      { ...harness.address, channel: 'play' },
      { ...harness.address, account: 'somebody-else' },
    ];
    for (const stranger of strangers) {
      const error = await harness.channel.send(stranger, delivery('1', 'a')).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(SendError);
      expect(error).toMatchObject({ failure: { kind: 'rejected' } });
    }
  });

  test('does not stop before an accepted message was handed over', async () => {
    const order: string[] = [];
    const [accepted, accept] = latch();
    const [entered, enter] = latch();
    await harness.channel.start(async () => {
      enter();
      await accepted;
      order.push('handed over');
    });
    const saying = harness.say('215', randomUUID()).catch(() => undefined);
    await entered;
    const stopping = harness.channel.stop().then(() => order.push('stopped'));
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    accept();
    await Promise.all([saying, stopping]);
    expect(order).toEqual(['handed over', 'stopped']);
  });

  test('shows typing without ever failing, open or closed', async () => {
    expect(() => harness.channel.typing?.(harness.address)).not.toThrow();
    await harness.channel.start(deaf);
    expect(() => harness.channel.typing?.({ ...harness.address, id: 'nobody' })).not.toThrow();
  });

  test('can be stopped twice and opened again', async () => {
    await harness.channel.start(deaf);
    await harness.channel.stop();
    await harness.channel.stop();
    await harness.channel.start(deaf);
    await harness.opened?.();
    expect(harness.channel.health().ok).toBe(true);
  });
});
