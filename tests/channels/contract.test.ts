/**
 * What every door promises the house, run over each of them. A new channel joins by adding a harness to HARNESSES; what
 * its provider cannot do is said in the harness, not left out of the promises.
 */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Receive, SendError } from '../../channels/channel.ts';
import { type Address, type Inbound, PICTURE_DOORS } from '../../domain/message.ts';
import { type Group, type Harness, telegramHarness, webChatHarness, zaloHarness } from '../support/harness.ts';
import { until } from '../support/telegram/door.ts';
import { delivery } from '../support/web-chat.ts';

const HARNESSES: { name: string; make: () => Harness | Promise<Harness> }[] = [
  { name: 'web-chat', make: webChatHarness },
  { name: 'telegram', make: telegramHarness },
  { name: 'zalo-personal', make: zaloHarness },
];

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

  describe('what takes the place of an earlier message', () => {
    beforeEach(async () => {
      await harness.channel.start(deaf);
      await harness.opened?.();
    });
    const send = async (id: string, text: string, replaces?: string) => {
      const more = replaces === undefined ? {} : { replaces };
      return (await harness.channel.send(harness.address, delivery(id, text, more))).messageId;
    };

    test('stands there where the provider lets it be edited, and below it otherwise, as it says', async () => {
      expect(harness.channel.edits === true).toBe(harness.edits);
      await send('1', 'Đã ghi 215');
      const asked = await send('2', 'Câu 7/9');
      const next = await send('3', '✓ Không thay đổi');
      await send('4', 'Câu 8/9', next);
      const kept = ['Đã ghi 215', 'Câu 7/9'];
      const after = [...kept, ...(harness.edits ? [] : ['✓ Không thay đổi']), 'Câu 8/9'];
      expect(await harness.onScreen()).toEqual(after);
      expect(asked).not.toBe(next);
    });

    test('is replaced in turn under the id it was given', async () => {
      let shown = await send('1', 'Đang gửi 0/6');
      for (const step of [2, 4, 6]) shown = await send(String(step), `Đang gửi ${step}/6`, shown);
      const screen = await harness.onScreen();
      expect(screen.at(-1)).toBe('Đang gửi 6/6');
      expect(screen).toHaveLength(harness.edits ? 1 : 4);
    });

    test('is as it is when it is delivered twice', async () => {
      const asked = await send('1', 'Câu 7/9');
      await send('2', 'Câu 8/9', asked);
      await send('2', 'Câu 8/9', asked);
      const screen = await harness.onScreen();
      expect(screen).toEqual(harness.edits ? ['Câu 8/9'] : ['Câu 7/9', 'Câu 8/9', 'Câu 8/9']);
    });

    test('is a new message where the earlier one is not there', async () => {
      const other = await send('1', 'Câu 7/9');
      const sent = await send('2', 'Câu 8/9', '987654321');
      expect(sent).not.toBe('987654321');
      expect(sent).not.toBe(other);
      expect(await harness.onScreen()).toEqual(['Câu 7/9', 'Câu 8/9']);
    });
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

  test('fetches pictures where the house tells people to send them, and nothing by a made-up reference', async () => {
    const { channel } = harness;
    expect(channel.fetch !== undefined).toBe(PICTURE_DOORS.has(channel.name));
    await channel.start(deaf);
    await harness.opened?.();
    for (const ref of ['', 'made-up', 'http://127.0.0.1/secret', '../../etc/passwd']) {
      const error = await channel.fetch?.(ref).catch((reason: unknown) => reason);
      if (channel.fetch === undefined) continue;
      expect(error).toBeInstanceOf(SendError);
      expect(error).toMatchObject({ failure: { kind: 'rejected' } });
      if (ref !== '') expect((error as SendError).message).not.toContain(ref);
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

const WITH_GROUPS = HARNESSES.filter(({ name }) => name !== 'web-chat');

describe.each(WITH_GROUPS)('$name in a group', ({ make }) => {
  let harness: Harness;
  let heard: Inbound[];
  beforeEach(async () => {
    harness = await make();
    heard = [];
    await harness.channel.start(async (inbound) => void heard.push(inbound));
    await harness.opened?.();
  });
  afterEach(() => harness.close());
  const group = (): Group => {
    if (!harness.group) throw new Error('the provider has no groups');
    return harness.group;
  };

  test('says what it is told to say there, and nobody is told alone', async () => {
    await harness.channel.send(group().address, delivery('1', 'Mời họp 14 giờ'));
    expect(group().onScreen()).toEqual(['Mời họp 14 giờ']);
    expect(await harness.onScreen()).toEqual([]);
  });

  test('hands over a command with who said it, and no talk', async () => {
    group().say('nhận 215, trễ 2');
    group().say('/tinhhinh');
    await until(() => heard.length > 0);
    expect(heard).toMatchObject([
      { address: group().address, said: { kind: 'text', text: '/tinhhinh' }, group: true, from: group().speaker },
    ]);
  });

  test('hands over that the bot was taken out', async () => {
    group().remove();
    await until(() => heard.length > 0);
    expect(heard).toMatchObject([{ address: group().address, said: { kind: 'removed' }, group: true }]);
  });
});
