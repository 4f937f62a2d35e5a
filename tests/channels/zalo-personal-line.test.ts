/** The Zalo door on a bad line: drops, lost frames, repeated frames, frames nobody can read, and silence. */
import { afterEach, describe, expect, test } from 'vitest';
import { ANSWER_MAX_MS } from '../../channels/zalo-personal/watch.ts';
import { quiet } from '../support/clock.ts';
import { PING_MS } from '../support/zalo/answers.ts';
import { PAGE } from '../support/zalo/history.ts';
import { MORNING } from '../support/zalo/loopback-zalo.ts';
import { frame } from '../support/zalo/wire.ts';
import { WARD, type ZaloDoor, zaloDoor } from '../support/zalo/zalo-door.ts';

let door: ZaloDoor;
const opened = async (...parts: Parameters<typeof zaloDoor>): Promise<ZaloDoor> => {
  door = await zaloDoor(...parts);
  await door.open();
  return door;
};

afterEach(() => door.close());

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `câu ${from + index}`);

describe('lines that break', () => {
  test.each([
    ['a drop without a word', (zalo: ZaloDoor['zalo']) => zalo.drop()],
    ['a goodbye', (zalo: ZaloDoor['zalo']) => zalo.close(1000)],
    ['an unknown reason', (zalo: ZaloDoor['zalo']) => zalo.close(4999)],
  ])('comes back after %s, with the renewed cookies and one connection', async (_, end) => {
    const { zalo, reopened, texts, until } = await opened();
    end(zalo);
    await reopened();
    expect(zalo.logins()).toBe(2);
    zalo.say('còn nghe không?');
    await until('it is heard', () => texts().length === 1);
    expect(texts()).toEqual(['còn nghe không?']);
  });

  test('comes back as often as it takes; nothing is lost, doubled or out of order', async () => {
    const { zalo, reopened, texts, until } = await opened();
    for (let round = 0; round < 5; round += 1) {
      zalo.say(`câu ${round * 4}`);
      await until('it is heard', () => texts().includes(`câu ${round * 4}`));
      zalo.drop();
      await until('the line is gone', () => !zalo.isConnected);
      zalo.say(`câu ${round * 4 + 1}`, { lost: true });
      zalo.say(`câu ${round * 4 + 2}`, { lost: true });
      await reopened();
      zalo.say(`câu ${round * 4 + 3}`, { times: 2 });
    }
    await until('all are heard', () => texts().length >= 20);
    zalo.say('hết');
    await until('the last is heard', () => texts().includes('hết'));
    expect(texts()).toEqual([...range(0, 19), 'hết']);
  });

  test('asks page after page after a long gap, and hears it in order', async () => {
    const { zalo, reopened, texts, until } = await opened();
    zalo.say('câu 0');
    await until('it is heard', () => texts().length === 1);
    zalo.drop();
    await until('the line is gone', () => !zalo.isConnected);
    for (const text of range(1, 3 * PAGE)) zalo.say(text, { lost: true });
    await reopened();
    await until('all are heard', () => texts().length > 3 * PAGE);
    expect(texts()).toEqual(range(0, 3 * PAGE));
  });

  test('asks groups too', async () => {
    const { zalo, reopened, texts, until } = await opened();
    zalo.drop();
    await until('the line is gone', () => !zalo.isConnected);
    zalo.sayInGroup(WARD, '/tinhhinh', { lost: true });
    await reopened();
    await until('it is heard', () => texts().length === 1);
  });

  test('after a restart asks for what came later than the last accepted, and nothing from before the login', async () => {
    door = await zaloDoor();
    const { zalo, store, texts, until } = door;
    zalo.say('từ trước khi có trợ lý', { lost: true, ts: String(MORNING - 60_000) });
    const { msgId } = zalo.say('đã trả lời hôm qua', { lost: true });
    store.write(zalo.session({ last: { user: msgId } }));
    zalo.say('gửi lúc trợ lý tắt', { lost: true });
    await door.open();
    await until('it is heard', () => texts().includes('gửi lúc trợ lý tắt'));
    expect(zalo.asked).toContainEqual({ kind: 'user', after: msgId });
    expect(texts()).not.toContain('từ trước khi có trợ lý');
    await until('it is kept', () => zalo.seen.length > 0);
    await door.channel.stop();
    expect(store.read()?.last.user).toBe(zalo.history.user.page(null).at(-1)?.msgId);
  });

  test('lets live messages pass after a moment where old ones are never told', async () => {
    door = await zaloDoor();
    const { zalo, texts, until, clock } = door;
    zalo.answersOld = false;
    await door.open();
    zalo.say('215');
    await quiet();
    clock.advance(3_000);
    await until('it is heard', () => texts().length === 1);
  });
});

describe('frames that are wrong', () => {
  test('hears a message once, repeated with its id or with its sender’s number of it', async () => {
    const { zalo, texts, until } = await opened();
    zalo.say('đầu');
    await until('what was missed is settled', () => texts().length === 1);
    const first = zalo.say('nhận 215', { times: 3 });
    zalo.repeat(first);
    zalo.repeat(first, { msgId: '9999999999999' });
    zalo.say('trễ 2');
    await until('the next is heard', () => texts().includes('trễ 2'));
    expect(texts()).toEqual(['đầu', 'nhận 215', 'trễ 2']);
  });

  test('hears two messages with the same words', async () => {
    const { zalo, texts, until } = await opened();
    zalo.say('0');
    zalo.say('0');
    await until('both are heard', () => texts().length === 2);
  });

  test.each([
    ['no JSON', frame(501, 0, '{not json')],
    ['cannot be decrypted', frame(501, 0, JSON.stringify({ data: 'AAAA', encrypt: 2 }))],
    ['is shorter than its header', Buffer.of(1, 2)],
    ['is of a kind nobody knows', frame(977, 3, JSON.stringify({ data: 1 }))],
  ])('survives a frame that %s', async (_, bytes) => {
    const { zalo, texts, until } = await opened();
    zalo.pushRaw(bytes);
    zalo.say('vẫn sống');
    await until('the next is heard', () => texts().length === 1);
    expect(zalo.opened).toBe(1);
  });

  test('asks again for what was in a frame it could not read', async () => {
    const { zalo, texts, until, clock, logged } = await opened();
    zalo.say('trong khung hỏng', { lost: true });
    zalo.pushRaw(frame(501, 0, '{not json'));
    await until('it is noticed', () => logged.some((line) => line.includes('cannot be read')));
    clock.advance(2_000);
    await until('it is heard', () => texts().includes('trong khung hỏng'));
  });
});

describe('a line that goes silent', () => {
  test('is asked, and when nobody answers replaced', async () => {
    const { zalo, clock, reopened, texts, until } = await opened();
    zalo.silence();
    zalo.say('nói vào im lặng');
    clock.advance(3 * PING_MS);
    clock.advance(ANSWER_MAX_MS);
    await reopened();
    await until('it is heard after all', () => texts().includes('nói vào im lặng'));
  });

  test('is left in peace when somebody answers', async () => {
    const { zalo, clock, until } = await opened();
    const asked = (): number => zalo.asked.filter(({ kind }) => kind === 'user').length;
    const before = asked();
    clock.advance(3 * PING_MS);
    await until('it was asked', () => asked() > before);
    zalo.say('vẫn đây');
    await until('something is heard', () => door.texts().length > 0);
    clock.advance(ANSWER_MAX_MS);
    await quiet();
    expect(zalo.opened).toBe(1);
    expect(door.channel.health().ok).toBe(true);
  });

  test('is told every two minutes that we are here, and the renewed cookies are kept', async () => {
    const { zalo, clock, until } = await opened();
    clock.advance(2 * 60_000);
    await until('it was told', () => zalo.calls.some(({ path }) => path.endsWith('/keepalive')));
  });
});
