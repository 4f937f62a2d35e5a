/**
 * Much traffic at once on Telegram: a broadcast to a thousand chats of which some are closed and some break off, and a
 * service that is stopped and started while messages pour in.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Ledger, ledger } from '../../db/ledger.ts';
import { claim, enqueue } from '../../db/outbox.ts';
import { inbox, outbox } from '../../db/schema.ts';
import type { Fault } from '../support/telegram/bot-api.ts';
import { addressOf, LAN, until } from '../support/telegram/door.ts';
import { mostWithin, sends, unsaid, type WholeHouse, wholeHouse } from '../support/telegram/whole-house.ts';

/** A thousand calls over HTTP and as many commits take seconds, on a machine that does other work a good many. */
const BUSY_MS = 90_000;

let house: WholeHouse;
beforeEach(async () => {
  house = await wholeHouse('2026-10-05', '09:00');
});
afterEach(() => house.close());

describe('a broadcast to a thousand people', () => {
  /** As much time as the pace lets five messages leave at once. */
  const STEP_MS = 200;
  const PREFIX = 'broadcast:1:';
  /** Enough for a queue of ten seconds. */
  const FEW = 250;
  const FIRST = 20_000;
  const CHATS = Array.from({ length: 1_000 }, (_, index) => FIRST + index);
  const WORDS = 'Mời dự tập huấn TCVN ISO 9001:2015 ngày 20/10/2026.';
  const blocked = CHATS.filter((chat) => chat % 50 === 7);
  const unknown = CHATS.filter((chat) => chat % 125 === 11);
  const refused = CHATS.filter((chat) => chat % 100 === 23);
  const throttled = CHATS.filter((chat) => chat % 200 === 31);
  const failing = CHATS.filter((chat) => chat % 40 === 13);
  const cut = CHATS.filter((chat) => chat % 90 === 17);
  /** Reached, but the answer that says so is lost, so they are written to again: no provider could be asked. */
  const answerLost = CHATS.filter((chat) => chat % 250 === 42);
  const never = new Set([...blocked, ...unknown, ...refused]);

  /** Writes the broadcast down for the first so many of them. */
  function pour(people: number): void {
    const { api } = house.door;
    const chats = CHATS.slice(0, people);
    for (const chat of chats) if (!unknown.includes(chat)) api.chats.of(chat);
    for (const chat of blocked) api.chats.blocked.add(chat);
    const faults: Fault[] = [
      ...refused.map((chat) => ({ chat, code: 400, description: 'Bad Request: message text is strange', times: 9 })),
      ...throttled.map((chat) => ({ chat, code: 429, retryAfter: 7 })),
      ...failing.map((chat) => ({ chat, code: 502, times: 2 })),
      ...cut.map((chat) => ({ chat, drop: 'before' as const })),
      ...answerLost.map((chat) => ({ chat, drop: 'after' as const })),
    ];
    api.faults.push(...faults.map((fault) => ({ ...fault, method: 'sendMessage' })));
    house.app.house.archive.write((tx) => {
      for (const chat of chats) {
        const to = addressOf(chat);
        enqueue(tx, { key: `${PREFIX}${chat}`, to, priority: 2, message: { text: WORDS }, at: house.now() });
      }
    });
  }
  const account = (): Ledger => ledger(house.read, PREFIX);
  /** For how many of these no answer came to a try that may have arrived. */
  const unsure = (chats: number[]): number =>
    chats.filter((chat) => !never.has(chat) && (cut.includes(chat) || answerLost.includes(chat))).length;
  const timesShown = (chat: number): number => house.door.api.shown(chat).filter(({ text }) => text === WORDS).length;

  test('is accounted for row by row, within the limits, none twice but where an answer was lost', {
    timeout: BUSY_MS,
  }, async () => {
    pour(1_000);
    await house.settle(STEP_MS);
    const { total, waiting, sent, failed, perhapsTwice, unreached } = account();
    expect({ total, waiting, sent, failed, perhapsTwice }).toEqual({
      total: 1_000,
      waiting: 0,
      sent: 1_000 - never.size,
      failed: never.size,
      perhapsTwice: unsure(CHATS),
    });
    const why = new Map(unreached.map(({ key, failure }) => [Number(key.slice(PREFIX.length)), failure]));
    expect(new Set(why.keys())).toEqual(never);
    for (const chat of blocked) expect(why.get(chat)).toMatch(/^(perhaps_sent )?recipient_gone: .*bot was blocked/);
    for (const chat of unknown) expect(why.get(chat)).toMatch(/^recipient_gone: .*chat not found/);
    for (const chat of refused) expect(why.get(chat)).toMatch(/^rejected: .*message text is strange/);
    const expected = (chat: number): number => (never.has(chat) ? 0 : answerLost.includes(chat) ? 2 : 1);
    expect(CHATS.filter((chat) => timesShown(chat) !== expected(chat))).toEqual([]);
    expectLimitsKept();
  });

  test('lets a reply go first', async () => {
    pour(FEW);
    for (let steps = 0; steps < 12; steps += 1) await house.step(STEP_MS);
    const { api } = house.door;
    const chat = CHATS[FEW - 1] ?? 0;
    const before = account().waiting;
    const asked = house.now();
    const told = api.says(chat, 'xin chào');
    await api.fate(told);
    while (timesShown(chat) === 0) await house.step(STEP_MS);
    const mine = sends(house.door).filter((send) => send.chat === chat);
    expect(mine.map(({ text }) => text)).toEqual([expect.stringContaining('mã đăng ký'), WORDS]);
    expect(before).toBeGreaterThan(FEW / 2);
    expect((mine[0]?.at ?? Infinity) - asked).toBeLessThanOrEqual(STEP_MS);
    expect(sends(house.door).filter(({ at }) => at > (mine[0]?.at ?? 0)).length).toBeGreaterThan(FEW / 2);
    expectLimitsKept();
  });

  test('marks those who may have got it twice because the service died', async () => {
    pour(FEW);
    for (let steps = 0; steps < 12; steps += 1) await house.step(STEP_MS);
    const waiting = house.read
      .select()
      .from(outbox)
      .all()
      .filter(({ state, attempts }) => state === 'waiting' && attempts === 0);
    const [arrived, unsent] = waiting.filter(({ address }) => !never.has(Number(address)));
    if (arrived === undefined || unsent === undefined) throw new Error('nothing is left to send');
    // What a death leaves behind: both were claimed, one was handed over, neither was settled.
    house.app.house.archive.write((tx) => [arrived, unsent].map(({ id }) => claim(tx, id)));
    await house.door.channel.send(addressOf(Number(arrived.address)), { id: String(arrived.id), text: WORDS });
    await house.restart();
    await house.settle(STEP_MS);
    const sent = FEW - CHATS.slice(0, FEW).filter((chat) => never.has(chat)).length;
    expect(account()).toMatchObject({
      total: FEW,
      waiting: 0,
      sent,
      failed: FEW - sent,
      perhapsTwice: 2 + unsure(CHATS.slice(0, FEW)),
    });
    expect([arrived, unsent].map(({ address }) => timesShown(Number(address)))).toEqual([2, 1]);
    expectLimitsKept();
  });

  function expectLimitsKept(): void {
    const made = sends(house.door);
    const moments = made.map(({ at }) => at);
    expect(mostWithin(1_000, moments)).toBeLessThanOrEqual(30);
    const byChat = new Map<number, number[]>();
    for (const { chat, at } of made) byChat.set(chat, [...(byChat.get(chat) ?? []), at]);
    const tooFast = [...byChat].filter(([, own]) => mostWithin(1_000, own) > 1);
    expect(tooFast).toEqual([]);
  }
});

describe('stopping while messages pour in', () => {
  const MESSAGES = 100;
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  const heard = (): number => house.read.select().from(inbox).all().length;

  /** Says something that the house stores while Telegram never gets the receipt, and stops there. */
  async function stopUnconfirmed(text: string): Promise<number> {
    const { api } = house.door;
    await api.updates.polled();
    const silence: Fault = { method: 'getUpdates', drop: 'before', times: Number.POSITIVE_INFINITY };
    api.faults.push(silence);
    const before = heard();
    const update = api.says(LAN, text);
    await until(() => heard() > before);
    await house.app.stop();
    silence.times = 0;
    await house.rise();
    return update;
  }

  /** A stop each time so many messages were written, with so many turns of the event loop between two. */
  test.each([
    { every: 10, apart: 0, receipts: 'kept' },
    { every: 7, apart: 1, receipts: 'kept' },
    { every: 13, apart: 3, receipts: 'lost' },
    { every: 25, apart: 0, receipts: 'lost' },
  ])('each is answered exactly once: a stop every $every, $apart turns apart, receipts $receipts', async (given) => {
    const { door } = house;
    const { api } = door;
    for (const text of [`/start ${await house.enrolmentCode()}`, 'tháng 9']) {
      api.says(LAN, text);
      await house.settle(1_000);
    }
    const before = { heard: heard(), shown: api.shown(LAN).length };

    const unconfirmed: number[] = [];
    for (let told = 1; told <= MESSAGES; told += 1) {
      const text = `nhận ${200 + told}`;
      const stops = told % given.every === 0;
      if (stops && given.receipts === 'lost') unconfirmed.push(await stopUnconfirmed(text));
      else api.says(LAN, text);
      for (let turns = 0; turns < given.apart; turns += 1) await turn();
      if (stops && given.receipts === 'kept') await house.restart();
    }
    await house.settle(1_000);

    expect(heard()).toBe(before.heard + MESSAGES);
    expect(unconfirmed.filter((update) => api.updates.deliveries(update) < 2)).toEqual([]);
    expect(unconfirmed.length > 0).toBe(given.receipts === 'lost');
    const texts = api
      .shown(LAN)
      .slice(before.shown)
      .map(({ text }) => /Tiếp nhận: (\d+)/.exec(text)?.[1] ?? text);
    expect(texts).toEqual(Array.from({ length: MESSAGES }, (_, index) => String(201 + index)));
    expect(
      mostWithin(
        1_000,
        sends(door).map(({ at }) => at),
      ),
    ).toBe(1);
    expect(unsaid(house.read)).toBe(0);
  });
});
