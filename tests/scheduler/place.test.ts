/** Where a message goes in its chat: in the place of an earlier one, below it, or nowhere; and what may have come twice. */
import { describe, expect, it } from 'vitest';
import type { SendFailure } from '../../channels/channel.ts';
import { groupAt, linkGroup } from '../../db/groups.ts';
import { bind } from '../../db/people.ts';
import type { Outbound } from '../../domain/message.ts';
import type { FakeChannel, Verdict } from '../support/channel.ts';
import { on, outboxRoom } from '../support/outbox-room.ts';

const LAN = on('telegram', 'lan');
const ON_ZALO = on('zalo-personal', 'lan');

const editing = <C extends FakeChannel>(channel: C): C => Object.assign(channel, { edits: true });
const ofKey = (key: string) => ({ replaces: { key } });

/** A room with what a broadcast of six says of its progress, the first two states sent. */
async function progressing(channel: FakeChannel, room: ReturnType<typeof outboxRoom>) {
  const to = channel.name === 'telegram' ? LAN : ON_ZALO;
  const out = room.start([channel], { pace: { [channel.name]: { concurrency: 1 } } });
  const says = async (text: string, more: Omit<Outbound, 'text'> = {}): Promise<void> => {
    room.put(to, text, { message: { text, ...more } });
    await out.drain();
  };
  await says('0/6');
  await says('2/6', { ...ofKey('k:0/6'), progress: true });
  return { out, to, says };
}

describe('a message that replaces another', () => {
  it('by the id that was tapped is handed over with it', async () => {
    const { telegram, start, put } = outboxRoom();
    put(LAN, 'Câu 8/9', { message: { text: 'Câu 8/9', replaces: { messageId: '41' } } });
    await start([editing(telegram)]).drain();
    expect(telegram.sent).toMatchObject([{ text: 'Câu 8/9', replaces: '41' }]);
  });

  it('by a key is handed over with the id that row was sent under', async () => {
    const room = outboxRoom();
    await progressing(editing(room.telegram), room);
    expect(room.telegram.sent.map(({ text, replaces }) => [text, replaces])).toEqual([
      ['0/6', undefined],
      ['2/6', 'm1'],
    ]);
  });

  it('finds the message that shows the row now, where an edit had to be sent anew', async () => {
    const room = outboxRoom();
    const { says } = await progressing(editing(room.telegram), room);
    // The fake gives every message an id of its own, as a provider does that cannot edit any more.
    await says('4/6', { ...ofKey('k:0/6'), progress: true });
    await says('6/6', ofKey('k:0/6'));
    expect(room.telegram.sent.map(({ replaces }) => replaces)).toEqual([undefined, 'm1', 'm2', 'm3']);
  });

  it('of a row that was never sent, or in another chat, is a new one', async () => {
    const { telegram, start, put } = outboxRoom(({ id }): Verdict => (id === 'ha' ? { kind: 'rejected' } : 'taken'));
    const out = start([editing(telegram)], { pace: { telegram: { concurrency: 1 } } });
    put(on('telegram', 'ha'), 'a');
    put(LAN, 'b');
    await out.drain();
    put(on('telegram', 'nam'), 'after b', { message: { text: 'after b', ...ofKey('k:b') } });
    put(on('telegram', 'ha2'), 'after a', { message: { text: 'after a', ...ofKey('k:a') } });
    put(LAN, 'after nothing', { message: { text: 'after nothing', ...ofKey('k:nothing') } });
    await out.drain();
    expect(telegram.sent.map(({ replaces }) => replaces)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('that moves to another door is new there', async () => {
    const room = outboxRoom(() => ({ kind: 'recipient_gone' }));
    const { telegram, web, temporary, clock, start, put } = room;
    temporary.archive.write((tx) => {
      tx.run("insert into people (id, code, name, language) values (7, 'lan', 'Nguyễn Thị Lan', 'vi')");
      bind(tx, 7, LAN, clock.now());
      bind(tx, 7, on('web-chat', 'lan'), clock.now() - 1);
    });
    put(LAN, 'Câu 8/9', { personId: 7, message: { text: 'Câu 8/9', replaces: { messageId: '41' } } });
    await start([editing(telegram), editing(web)]).drain();
    expect(telegram.tried).toMatchObject([{ replaces: '41' }]);
    expect(web.sent).toHaveLength(1);
    expect(web.sent[0]?.replaces).toBeUndefined();
  });

  it('counts in the pace as any message does', async () => {
    const { telegram, clock, start, put } = outboxRoom();
    const out = start([editing(telegram)]);
    put(LAN, 'a');
    await out.drain();
    put(LAN, 'b', { message: { text: 'b', ...ofKey('k:a') } });
    await out.drain();
    expect(telegram.texts()).toEqual(['a']);
    clock.advance(1_000);
    await out.drain();
    expect(telegram.texts()).toEqual(['a', 'b']);
  });
});

describe('progress on a door that cannot edit', () => {
  const zalo = (room: ReturnType<typeof outboxRoom>): FakeChannel => Object.assign(room.web, { name: 'zalo-personal' });

  it('is left out but for the first and the last, and every row is settled as sent', async () => {
    const room = outboxRoom();
    const channel = zalo(room);
    const { says } = await progressing(channel, room);
    await says('4/6', { ...ofKey('k:0/6'), progress: true });
    await says('6/6', ofKey('k:0/6'));
    expect(channel.texts()).toEqual(['0/6', '6/6']);
    expect(channel.sent.map(({ replaces }) => replaces)).toEqual([undefined, undefined]);
    expect(room.account()).toMatchObject({ total: 4, sent: 4, waiting: 0 });
  });

  it('costs nothing of the pace', async () => {
    const room = outboxRoom();
    const out = room.start([zalo(room)], {
      pace: { 'zalo-personal': { account: { gap: [3_000, 3_000], burst: 1 }, concurrency: 1 } },
    });
    for (const step of [1, 2, 3]) {
      room.put(ON_ZALO, `${step}`, { message: { text: `${step}`, ...ofKey('k:0'), progress: true } });
    }
    room.put(ON_ZALO, 'last');
    await out.drain();
    expect(room.web.texts()).toEqual(['last']);
  });
});

describe('progress that is overtaken', () => {
  it('leaves only its latest state where several wait', async () => {
    const { telegram, start, put } = outboxRoom();
    const out = start([editing(telegram)], { pace: { telegram: { concurrency: 1 } } });
    put(LAN, '0/6');
    await out.drain();
    for (const step of ['2/6', '4/6']) put(LAN, step, { message: { text: step, ...ofKey('k:0/6'), progress: true } });
    put(LAN, '6/6', { message: { text: '6/6', ...ofKey('k:0/6') } });
    await out.drain();
    expect(telegram.texts()).toEqual(['0/6', '6/6']);
  });
});

describe('a message whose answer was lost', () => {
  const lost: SendFailure = { kind: 'unreachable', perhapsSent: true };
  const unreachable: SendFailure = { kind: 'unreachable' };

  it.each<[string, Verdict[], number]>([
    ['is counted as perhaps there twice', [lost], 1],
    ['stays so through later failures', [lost, unreachable, unreachable], 1],
    ['is not where it certainly never left', [unreachable, unreachable], 0],
    ['is as well after failures without doubt', [unreachable, lost], 1],
  ])('%s', async (_, verdicts, perhapsTwice) => {
    const judged = [...verdicts];
    const { telegram, clock, start, put, account } = outboxRoom(() => judged.shift() ?? 'taken');
    put(LAN, 'a');
    const out = start([telegram]);
    for (let tries = 0; tries <= verdicts.length; tries += 1) {
      await out.drain();
      clock.advance(60_000);
    }
    expect(telegram.texts()).toEqual(['a']);
    expect(account()).toMatchObject({ total: 1, sent: 1, perhapsTwice });
  });

  it('is one that a door never answered', async () => {
    const judged: Verdict[] = ['silence'];
    const { telegram, clock, start, put, account } = outboxRoom(() => judged.shift() ?? 'taken');
    put(LAN, 'a');
    const out = start([telegram]);
    out.nudge();
    await new Promise(setImmediate);
    clock.advance(120_000);
    await out.drain();
    clock.advance(60_000);
    await out.drain();
    expect(account()).toMatchObject({ total: 1, sent: 1, perhapsTwice: 1 });
  });

  it('is not given up for a crash that comes after it', async () => {
    const judged: Verdict[] = [lost, 'silence'];
    const room = outboxRoom(() => judged.shift() ?? 'taken');
    room.put(LAN, 'a');
    const first = room.start([room.telegram]);
    await first.drain();
    room.clock.advance(60_000);
    first.nudge();
    await new Promise(setImmediate);
    const second = room.start([room.telegram]);
    await second.drain();
    expect(room.account()).toMatchObject({ total: 1, sent: 1, perhapsTwice: 1 });
  });
});

it('a group that is gone is linked no longer', async () => {
  const { telegram, temporary, start, put } = outboxRoom(() => ({ kind: 'recipient_gone' }));
  const address = on('telegram', '-100200300');
  temporary.archive.write((tx) => linkGroup(tx, { address, title: '', unit: 1, by: 1, at: 0 }));
  put(address, 'Mời họp');
  await start([telegram]).drain();
  expect(groupAt(temporary.archive.read, address)).toBeUndefined();
});
