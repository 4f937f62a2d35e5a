/** A thousand messages through a provider that throttles, fails, loses, refuses and has been blocked by some. */
import { expect, it } from 'vitest';
import { ledger } from '../../db/ledger.ts';
import type { Tx } from '../../db/open.ts';
import { enqueue } from '../../db/outbox.ts';
import { bind } from '../../db/people.ts';
import type { Verdict } from '../support/channel.ts';
import { fakeChannel } from '../support/channel.ts';
import { quiet } from '../support/clock.ts';
import { on, outboxRoom } from '../support/outbox-room.ts';

const ROWS = 1_000;
const CHATS = 250;
/** An hour is far more than 1,000 messages take with every wait the provider asks for. */
const SECONDS_MAX = 3_600;

/** A number in [0, 1) for each of a text's tries, the same in every run. */
function drawn(text: string, attempt: number): number {
  let mixed = 2_166_136_261;
  for (const letter of `${text}/${attempt}`) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 16_777_619);
  return ((mixed >>> 8) % 10_000) / 10_000;
}

/** What the provider does: fixed by chat for those who left, drawn for each try otherwise. */
function temper(chat: number, text: string, attempt: number): Verdict {
  if (chat % 25 === 3) return { kind: 'recipient_gone' };
  const draw = drawn(text, attempt);
  if (draw < 0.03) return { kind: 'throttled', retryAfterMs: 4_000, scope: 'chat' };
  if (draw < 0.035) return { kind: 'throttled', retryAfterMs: 9_000, scope: 'account' };
  if (draw < 0.1) return { kind: 'unreachable' };
  if (draw < 0.11) return 'silence';
  if (draw < 0.12) return { kind: 'rejected' };
  return 'taken';
}

const chatOf = (to: string): number => Number(to.slice(1));

it('accounts for each of 1,000 rows, in order, within the limits, none twice', async () => {
  const attempts = new Map<string, number>();
  const wants = new Map<string, { since: number; until: number }>();
  const tooEarly: string[] = [];
  const { temporary, clock, web, start } = outboxRoom();
  const telegram = fakeChannel('telegram', clock.now, (to, { text }) => {
    const now = clock.now();
    for (const scope of ['account', to.id]) {
      const silence = wants.get(scope);
      // What was handed over in the same moment as the throttled one could not know.
      if (silence && silence.since < now && now < silence.until) tooEarly.push(`${scope}: ${text}`);
    }
    const attempt = (attempts.get(text) ?? 0) + 1;
    attempts.set(text, attempt);
    const verdict = temper(chatOf(to.id), text, attempt);
    if (typeof verdict === 'object' && 'kind' in verdict && verdict.kind === 'throttled') {
      wants.set(verdict.scope === 'account' ? 'account' : to.id, { since: now, until: now + verdict.retryAfterMs });
    }
    return verdict;
  });
  const put = (tx: Tx, row: number): void => {
    const chat = row % CHATS;
    const to = on('telegram', `c${chat}`);
    const priority = row % 7 === 0 ? 0 : 2;
    enqueue(tx, { key: `k:${row}`, personId: chat + 1, to, priority, message: { text: `${row}` }, at: clock.now() });
  };
  temporary.archive.write((tx) => {
    for (let chat = 0; chat < CHATS; chat += 1) {
      bind(tx, chat + 1, on('telegram', `c${chat}`), 10);
      // Of those who left Telegram, some have a second door.
      if (chat % 50 === 3) bind(tx, chat + 1, on('web-chat', `c${chat}`), 5);
    }
    for (let row = 0; row < ROWS; row += 1) put(tx, row);
  });

  const out = start([telegram, web]);
  const book = () => ledger(temporary.archive.read, 'k:');
  out.nudge();
  for (let second = 0; second < SECONDS_MAX && book().waiting > 0; second += 1) {
    // The same decision made again in the middle of it is the same row.
    if (second === 5) temporary.archive.write((tx) => put(tx, 500));
    for (let step = 0; step < 5; step += 1) {
      clock.advance(200);
      await quiet(2);
    }
  }
  await out.stop();

  expect(tooEarly).toEqual([]);
  expect(wants.size).toBeGreaterThan(10);
  const { total, waiting, sent, failed, unreached } = book();
  expect({ total, waiting, settled: sent + failed }).toEqual({ total: ROWS, waiting: 0, settled: ROWS });
  const took = [...telegram.sent, ...web.sent];
  expect(took).toHaveLength(sent);
  expect(new Set(took.map(({ text }) => text)).size).toBe(sent);

  // Everybody with a second door got all their rows there; those without and the refused ones are named.
  expect(new Set(web.sent.map(({ to }) => chatOf(to) % 50))).toEqual(new Set([3]));
  expect(web.sent).toHaveLength((CHATS / 50) * (ROWS / CHATS));
  const whys = new Set(unreached.map(({ failure }) => failure.replace(/:.*/, '')));
  expect(whys).toEqual(new Set(['recipient_gone', 'rejected']));

  for (const from of telegram.tried) {
    const inSecond = telegram.tried.filter(({ at }) => at >= from.at && at < from.at + 1_000);
    expect(inSecond.length).toBeLessThanOrEqual(30);
    expect(inSecond.filter(({ to }) => to === from.to)).toHaveLength(1);
  }
  for (let chat = 0; chat < CHATS; chat += 1) {
    const order = telegram.sent.filter(({ to }) => chatOf(to) === chat).map(({ text }) => Number(text));
    for (const bulk of [true, false]) {
      const kind = order.filter((row) => (row % 7 !== 0) === bulk);
      expect(kind).toEqual([...kind].sort((a, b) => a - b));
    }
  }
});
